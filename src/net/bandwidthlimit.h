// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/tokenbucket.h"

#include <LumaSync/net/export.h>

#include <QObject>

#include <functional>

namespace LumaSync {

/// The person's limit for everything that goes up, shared by all bodies under way. Thread: the network manager's.
/// Owner: a worker; the bodies notice when it goes.
class LUMASYNC_NET_EXPORT BandwidthLimit : public QObject
{
    Q_OBJECT
public:
    using Clock = std::function<TokenBucket::Time()>;

    /// `clock`: steady; empty: the system's.
    explicit BandwidthLimit(Clock clock = {}, QObject *parent = nullptr);

    /// Bytes per second, 0: none. Takes effect at once, in the middle of a body too.
    void setRate(qint64 bytesPerSecond);
    [[nodiscard]] qint64 rate() const { return m_bucket.rate(); }

    /// Takes at most `wanted` bytes; 0: nothing now, ask again after untilNext() or changed().
    [[nodiscard]] qint64 take(qint64 wanted);
    [[nodiscard]] std::chrono::milliseconds untilNext() const;

Q_SIGNALS:
    void changed();

private:
    Clock m_clock;
    TokenBucket m_bucket;
};

} // namespace LumaSync
