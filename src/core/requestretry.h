// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/accesstoken.h"
#include "net/backoff.h"
#include "net/error.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace LumaSync {

/// Decides whether a request that only reads is asked again: after a fresh token where the server refuses the old one
/// (once in a row), after a pause where the network or the server fails (a few times in a row). Thread: its owner's.
class RequestRetry : public QObject
{
    Q_OBJECT
public:
    explicit RequestRetry(QObject *parent, Backoff backoff = {});

    void setToken(const AccessToken &token);
    [[nodiscard]] const AccessToken &token() const { return m_token; }
    /// tokenNeeded() was not answered yet.
    [[nodiscard]] bool waitsForToken() const { return m_waitsForToken; }

    /// True: `again` is called later, from the event loop. False: it is given up. Without an error: false,
    /// and the counts begin anew.
    [[nodiscard]] bool takes(const Error &error, std::function<void()> again);
    /// Forgets what waits.
    void cancel();

Q_SIGNALS:
    /// The server refuses this token; answered by setToken(), with no token where there is none to be had.
    void tokenNeeded(const LumaSync::AccessToken &stale);

private:
    static constexpr int maxFailures = 4;

    void run();

    AccessToken m_token;
    Backoff m_backoff;
    QTimer m_timer;
    std::function<void()> m_again;
    int m_failures = 0;
    bool m_tokenAsked = false;
    bool m_waitsForToken = false;
};

} // namespace LumaSync
