// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLocale>

namespace LumaSync {

/// Loads the module's translation into the application, in place of the one before. The widgets call it by themselves
/// for QLocale() when the first of them is made; a host calls it when the language changes while it runs. Languages:
/// English, German, French, Spanish, Japanese, Arabic; English for all others. Precondition: a QApplication, its
/// thread.
void loadTranslations(const QLocale &locale);
/// loadTranslations(QLocale()) once.
void ensureTranslations();
/// A static library's resources are not registered by themselves. Cheap; can be repeated.
void ensureResources();

} // namespace LumaSync
