// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "accesstoken.h"
#include "error.h"

#include <LumaSync/net/export.h>

#include <QObject>

namespace LumaSync {

/// Where the workers get their token: our own Session, or a host's own sign-in. Thread: any one; workers in
/// other threads connect by queued signals, call requestRefresh() by a queued call, and never call token().
class LUMASYNC_NET_EXPORT TokenProvider : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// The token in force; without a JWT where nobody is signed in.
    [[nodiscard]] virtual AccessToken token() const = 0;

public Q_SLOTS:
    /// A server refused `stale`. Answers with exactly one of the signals: at once where a newer token is at
    /// hand, else after a refresh. Callers with the same stale token share one refresh.
    virtual void requestRefresh(const LumaSync::AccessToken &stale) = 0;

Q_SIGNALS:
    /// Somebody signed in, or the token was renewed: `token` is the one in force.
    void tokenChanged(const LumaSync::AccessToken &token);
    /// No new token for now (network, rate limit); the session stands. Ask again later.
    void refreshFailed(const LumaSync::Error &error);
    /// The session is over; no error where the user wished it.
    void signedOut(const LumaSync::Error &error);
};

} // namespace LumaSync
