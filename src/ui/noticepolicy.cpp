// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/noticepolicy.h"

#include "ui/statuslook.h"

namespace LumaSync {

using State = SyncStatus::State;

NoticePolicy::Notice NoticePolicy::wanted(const SyncStatus &status)
{
    switch (StatusLook::of(status).symbol) {
    case StatusLook::Symbol::NeedsAttention:
        return Notice::NeedsAttention;
    case StatusLook::Symbol::SignedOut:
        return Notice::SignedOut;
    default:
        return Notice::None;
    }
}

NoticePolicy::Notice NoticePolicy::feed(const SyncStatus &status, Time now)
{
    Notice notice = wanted(status);
    // Before the first sign-in there is nothing to tell.
    if (notice == Notice::SignedOut && !m_wasSignedIn)
        notice = Notice::None;
    if (status.state == State::UpToDate || status.state == State::Syncing || status.state == State::Uploading)
        m_wasSignedIn = true;

    if (notice == Notice::None) {
        if (status.state == State::UpToDate) // pauses and disconnections prove nothing
            m_told = Notice::None;
        m_pending = Notice::None;
        m_due.reset();
        return Notice::None;
    }
    if (notice == m_told)
        return Notice::None;
    if (notice != m_pending) {
        m_pending = notice;
        m_due = now + settling;
        if (m_lastShown && *m_due < *m_lastShown + quiet)
            m_due = *m_lastShown + quiet;
    }
    if (!m_due || now < *m_due)
        return Notice::None;
    m_told = notice;
    m_pending = Notice::None;
    m_due.reset();
    m_lastShown = now;
    return notice;
}

} // namespace LumaSync
