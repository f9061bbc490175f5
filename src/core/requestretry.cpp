// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/requestretry.h"

namespace LumaSync {

RequestRetry::RequestRetry(QObject *parent, Backoff backoff)
    : QObject(parent)
    , m_backoff(std::move(backoff))
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RequestRetry::run);
}

void RequestRetry::setToken(const AccessToken &token)
{
    m_token = token;
    if (std::exchange(m_waitsForToken, false))
        m_timer.start(0);
}

bool RequestRetry::takes(const Error &error, std::function<void()> again)
{
    if (!error) {
        m_failures = 0;
        m_tokenAsked = false;
        return false;
    }
    if (error.kind == Error::Kind::SignedOut) {
        if (std::exchange(m_tokenAsked, true))
            return false;
        m_again = std::move(again);
        m_waitsForToken = true;
        Q_EMIT tokenNeeded(m_token);
        return true;
    }
    const bool passes = error.kind == Error::Kind::Offline || error.kind == Error::Kind::Timeout ||
                        error.kind == Error::Kind::Busy || error.kind == Error::Kind::Server;
    if (!passes || ++m_failures > maxFailures)
        return false;
    m_again = std::move(again);
    m_timer.start(m_backoff.delay(m_failures, error.retryAfter));
    return true;
}

void RequestRetry::cancel()
{
    m_timer.stop();
    m_waitsForToken = false;
    m_again = {};
}

void RequestRetry::run()
{
    if (const auto again = std::exchange(m_again, {}))
        again();
}

} // namespace LumaSync
