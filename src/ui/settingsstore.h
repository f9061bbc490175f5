// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/syncsettings.h"

QT_FORWARD_DECLARE_CLASS(QSettings)

namespace LumaSync::SettingsStore {

/// What is missing or out of range keeps its value from `defaults`.
[[nodiscard]] SyncSettings load(const QSettings &store, const SyncSettings &defaults);
void save(QSettings &store, const SyncSettings &settings);

} // namespace LumaSync::SettingsStore
