// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <LumaSync/ui/export.h>

#include <QLocale>

namespace LumaSync {

/// Loads the module's translation into the application, in place of the one before. The widgets call it by themselves
/// for QLocale() when the first of them is made; a host calls it when the language changes while it runs. Languages:
/// English, German, French, Spanish, Japanese, Arabic; English for all others. Precondition: a QApplication, its
/// thread.
LUMASYNC_UI_EXPORT void loadTranslations(const QLocale &locale);

} // namespace LumaSync
