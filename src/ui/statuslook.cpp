// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/statuslook.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace LumaSync {

using State = SyncStatus::State;
using Symbol = StatusLook::Symbol;

namespace {

StatusLook::Symbol symbolOf(const SyncStatus &status)
{
    switch (status.state) {
    case State::Paused:
        return Symbol::Paused;
    case State::Offline:
        return Symbol::Offline;
    case State::SignedOut:
        return Symbol::SignedOut;
    case State::NeedsAttention:
        return Symbol::NeedsAttention;
    case State::Stopping:
        return Symbol::Syncing;
    case State::Stopped:
        return Symbol::Stopped;
    case State::Starting:
        return Symbol::Waiting;
    case State::UpToDate:
    case State::Waiting:
    case State::Syncing:
    case State::Uploading:
        break;
    }
    // What was refused or failed outranks work under way: retries must not make the sign come and go.
    if (status.rowsRefused > 0 || status.uploadsFailed > 0)
        return Symbol::NeedsAttention;
    if (status.state == State::Syncing)
        return Symbol::Syncing;
    if (status.state == State::Uploading)
        return Symbol::Uploading;
    return status.isEverythingBackedUp() ? Symbol::UpToDate : Symbol::Waiting;
}

} // namespace

StatusLook StatusLook::of(const SyncStatus &status)
{
    StatusLook look;
    look.symbol = symbolOf(status);
    switch (look.symbol) {
    case Symbol::Waiting:
    case Symbol::Syncing:
    case Symbol::Uploading:
    case Symbol::Paused:
    case Symbol::Offline:
        look.badge = qMax<qint64>(0, status.uploadsWaiting);
        break;
    case Symbol::UpToDate:
    case Symbol::NeedsAttention:
    case Symbol::SignedOut:
    case Symbol::Stopped:
        break;
    }
    return look;
}

QString StatusLook::badgeText() const
{
    if (badge <= 0)
        return {};
    // In the digits of all other words, as far as there are pixel digits for them.
    const QString zero = QLocale().zeroDigit();
    const bool isDrawable = zero == u"0"_s || zero == u"\u0660"_s || zero == u"\u06F0"_s;
    const QString number = (isDrawable ? QLocale() : QLocale::c()).toString(qMin<qint64>(badge, 99));
    return badge > 99 ? number + u'+' : number;
}

} // namespace LumaSync
