// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

namespace LumaSync {

/// loadTranslations(QLocale()) once.
void ensureTranslations();
/// A static library's resources are not registered by themselves. Cheap; can be repeated.
void ensureResources();

} // namespace LumaSync
