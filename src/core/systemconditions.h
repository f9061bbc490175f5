// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QMetaType>

namespace LumaSync {

/// What the system says of the network and the battery, where it says anything.
struct SystemConditions
{
    bool isMetered = false;     ///< the network costs by volume
    bool isPowerSaving = false; ///< the battery saver is on

    bool operator==(const SystemConditions &) const = default;
};

} // namespace LumaSync

Q_DECLARE_METATYPE(LumaSync::SystemConditions)
