// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/error.h"

#include <QHttpHeaders>
#include <QObject>

class QNetworkAccessManager;

namespace LumaSync {

struct HttpRequest;

/// The code of an Offline error where a connection was made and then broke before the whole answer came.
inline constexpr QLatin1StringView connectionBroken("ConnectionBroken");

/// Moves the bytes of one request and of its answer, nothing more: limits, repetition and judgement are
/// HttpJob's. All signals come from the event loop, none after abort(). Thread: the manager's. Owner: an
/// HttpJob.
class HttpExchange : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Without a body by `manager`; with one over a connection of our own (HttpConnection), because the
    /// manager hands bodies from thread to thread in small steps and loses the status of an early refusal.
    static HttpExchange *make(QNetworkAccessManager *manager, const HttpRequest &request, QObject *parent);

    virtual void begin() = 0;
    /// Ends silently.
    virtual void abort() = 0;

Q_SIGNALS:
    /// Bytes of the body that left for the operating system.
    void sent(qint64 bytes, bool all);
    void answered(int status, const QHttpHeaders &headers);
    void received(const QByteArray &piece);
    /// Once, and last. Without an error the answer is whole.
    void ended(const LumaSync::Error &error);
};

} // namespace LumaSync
