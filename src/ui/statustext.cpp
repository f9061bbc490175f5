// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/statustext.h"

#include "ui/format.h"
#include "ui/problemtext.h"
#include "ui/statuslook.h"

namespace LumaSync {

using State = SyncStatus::State;
using Symbol = StatusLook::Symbol;

StatusText::StatusText(const SyncStatus &status, const QDateTime &now)
    : m_status(status)
    , m_now(now)
{
}

QString StatusText::everythingBackedUp()
{
    return tr("Everything is backed up");
}

bool StatusText::hasProblem(const SyncStatus &status)
{
    if (status.state != State::NeedsAttention || !status.problem.isError())
        return false;
    if (status.rowsRefused + status.uploadsFailed == 0)
        return true;
    switch (status.problem.kind) {
    case Error::Kind::Row:
    case Error::Kind::Parent:
    case Error::Kind::File:
    case Error::Kind::TooLarge:
        return false; // one of those that are counted
    default:
        return true;
    }
}

qint64 StatusText::attentionCount(const SyncStatus &status)
{
    return status.rowsRefused + status.uploadsFailed + (hasProblem(status) ? 1 : 0);
}

QString StatusText::nextTry(const QDateTime &time, const QDateTime &now)
{
    return time.isValid() && time > now ? tr("Next try at %1.").arg(Format::moment(time, now)) : QString();
}

std::optional<qint64> StatusText::secondsLeft() const
{
    SyncStatus status = m_status;
    status.isUploading = status.state == State::Uploading; // in the moment between two files the last rate counts
    const qint64 seconds = status.secondsLeft();
    return seconds > 0 ? std::optional(seconds) : std::nullopt;
}

QString StatusText::headline() const
{
    switch (StatusLook::of(m_status).symbol) {
    case Symbol::UpToDate:
        return everythingBackedUp();
    case Symbol::Waiting:
        return waitingHeadline();
    case Symbol::Syncing:
        if (m_status.state == State::Stopping)
            return m_status.rowsWaiting > 0
                       ? tr("Saving the last %Ln change(s)…", nullptr, Format::plural(m_status.rowsWaiting))
                       : tr("Finishing…");
        return m_status.rowsWaiting > 0 ? tr("Syncing %Ln change(s)…", nullptr, Format::plural(m_status.rowsWaiting))
                                        : tr("Syncing…");
    case Symbol::Uploading:
        return m_status.uploadsWaiting > 0
                   ? tr("Uploading %Ln file(s)…", nullptr, Format::plural(m_status.uploadsWaiting))
                   : tr("Uploading…");
    case Symbol::Paused:
        return tr("Sync is paused");
    case Symbol::Offline:
        return tr("You are offline");
    case Symbol::SignedOut:
        return tr("You are signed out");
    case Symbol::NeedsAttention:
        return attentionHeadline();
    case Symbol::Stopped:
        return tr("Sync has stopped");
    }
    return {};
}

QString StatusText::waitingHeadline() const
{
    if (m_status.state == State::Starting)
        return tr("Opening the library…");
    if (m_status.uploadsWaiting > 0)
        return tr("%Ln upload(s) waiting", nullptr, Format::plural(m_status.uploadsWaiting));
    if (m_status.rowsWaiting > 0)
        return tr("%Ln change(s) waiting", nullptr, Format::plural(m_status.rowsWaiting));
    return tr("Looking for changes…");
}

QString StatusText::attentionHeadline() const
{
    if (hasProblem(m_status))
        return ProblemText::title(m_status.problem);
    return tr("%Ln item(s) need your attention", nullptr, Format::plural(qMax<qint64>(1, attentionCount(m_status))));
}

QString StatusText::detail() const
{
    switch (StatusLook::of(m_status).symbol) {
    case Symbol::UpToDate:
        if (m_status.sessionNote.isError())
            return tr("Your sign-in is not kept: sign in again when you start the app next time.");
        if (m_status.uploadsExcluded > 0)
            return tr("%Ln file(s) left out, as you chose.", nullptr, Format::plural(m_status.uploadsExcluded));
        break;
    case Symbol::Uploading:
        return uploadDetail();
    case Symbol::Paused:
    case Symbol::Offline:
    case Symbol::SignedOut:
        return waitingDetail();
    case Symbol::NeedsAttention:
        if (hasProblem(m_status))
            return ProblemText::advice(m_status.problem);
        break;
    case Symbol::Waiting:
    case Symbol::Syncing:
        if (m_status.hold != SyncStatus::Hold::None)
            return holdDetail();
        break;
    case Symbol::Stopped:
        break;
    }
    return Format::lastSync(m_status.lastSync, m_now);
}

QString StatusText::uploadDetail() const
{
    const QString left = Format::bytes(m_status.bytesWaiting);
    if (m_status.isUploading && m_status.upload.isPreparing)
        return tr("Preparing the next file; %1 left.").arg(left);
    const auto seconds = secondsLeft();
    if (seconds && *seconds < 60)
        //: %1 is a size, %2 a rate
        return tr("%1 left at %2, less than a minute.").arg(left, Format::rate(m_status.upload.bytesPerSecond));
    if (seconds)
        //: %1 is a size, %2 a rate, %3 a length of time
        return tr("%1 left at %2, about %3.")
            .arg(left, Format::rate(m_status.upload.bytesPerSecond), Format::duration(*seconds));
    if (m_status.bytesWaiting > 0)
        return tr("%1 left.").arg(left);
    return Format::lastSync(m_status.lastSync, m_now);
}

QString StatusText::holdDetail() const
{
    return m_status.hold == SyncStatus::Hold::PowerSaving
               ? tr("Large files wait until the battery saver is off.")
               : tr("Large files wait for a network that does not charge by volume.");
}

QString StatusText::waitingDetail() const
{
    if (m_status.uploadsWaiting > 0)
        return tr("%Ln upload(s) wait safely on this computer.", nullptr, Format::plural(m_status.uploadsWaiting));
    if (m_status.rowsWaiting > 0)
        return tr("%Ln change(s) wait safely on this computer.", nullptr, Format::plural(m_status.rowsWaiting));
    return Format::lastSync(m_status.lastSync, m_now);
}

QString StatusText::tooltip() const
{
    const int uploads = Format::plural(m_status.uploadsWaiting);
    const Symbol symbol = StatusLook::of(m_status).symbol;
    if (uploads == 0)
        return headline();
    if (symbol == Symbol::Uploading || symbol == Symbol::Syncing) {
        if (const auto seconds = secondsLeft())
            //: %1 is a length of time such as "2 min"
            return tr("%Ln upload(s) left, %1", nullptr, uploads).arg(Format::duration(*seconds));
        return tr("%Ln upload(s) left", nullptr, uploads);
    }
    if (symbol == Symbol::Paused)
        return tr("Paused, %Ln upload(s) left", nullptr, uploads);
    if (symbol == Symbol::Offline)
        return tr("Offline, %Ln upload(s) left", nullptr, uploads);
    return headline();
}

QString StatusText::accessibleText() const
{
    return headline() % u'\n' % detail();
}

} // namespace LumaSync
