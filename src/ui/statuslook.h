// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "../core/syncstatus.h"

#include <LumaSync/ui/export.h>

#include <QMetaType>
#include <QString>

namespace LumaSync {

/// What a person sees at a glance: one symbol and one number. Derived from a SyncStatus alone, so that icon, tooltip,
/// button and panel cannot disagree. A value; any thread.
struct LUMASYNC_UI_EXPORT StatusLook
{
    Q_GADGET
public:
    /// The shapes, one for each state.
    enum class Symbol {
        UpToDate,       ///< a tick; only where SyncStatus::isEverythingBackedUp()
        Waiting,        ///< three dots: something waits for its turn, or the library is being opened
        Syncing,        ///< turning arrows
        Uploading,      ///< an arrow that points up
        Paused,         ///< two bars
        Offline,        ///< struck through
        NeedsAttention, ///< a triangle with an exclamation mark
        SignedOut,      ///< a person
        Stopped,        ///< an empty cloud
    };
    Q_ENUM(Symbol)

    Symbol symbol = Symbol::Waiting; ///< what is drawn in the cloud
    qint64 badge = 0;                ///< pending uploads; 0: no badge

    /// The look of a status.
    [[nodiscard]] static StatusLook of(const SyncStatus &status);
    /// "" for none, "1" to "99", then "99+"; in Western, Arabic or Persian digits, by QLocale().
    [[nodiscard]] QString badgeText() const;
    /// Whether the symbol moves.
    [[nodiscard]] bool isAnimated() const { return symbol == Symbol::Syncing; }

    /// Same symbol, same badge.
    bool operator==(const StatusLook &) const = default;
};

} // namespace LumaSync

Q_DECLARE_METATYPE(LumaSync::StatusLook)
