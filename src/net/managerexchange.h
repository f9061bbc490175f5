// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/httpexchange.h"
#include "net/httpjob.h"

#include <QPointer>

class QNetworkReply;

namespace LumaSync {

/// An exchange by QNetworkAccessManager: redirects, cookies, cache and compression are off.
class ManagerExchange : public HttpExchange
{
    Q_OBJECT
public:
    ManagerExchange(QNetworkAccessManager *manager, const HttpRequest &request, QObject *parent);
    ~ManagerExchange() override;

    void begin() override;
    void abort() override;

private:
    void readSome();
    void replyFinished();

    QPointer<QNetworkAccessManager> m_manager;
    HttpRequest m_request;
    QPointer<QNetworkReply> m_reply; // the manager may be destroyed first, and takes its replies along
    int m_status = 0;
};

} // namespace LumaSync
