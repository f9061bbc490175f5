// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/httpjob.h"
#include "net/project.h"

#include <LumaSync/net/export.h>

#include <QPointer>

namespace LumaSync {

/// Whether the project can be reached: a HEAD to `auth/v1/health` gets any HTTP answer but a redirect within
/// 5 s. One question, one job; see Job for the contract. Sends the key, never a token.
class LUMASYNC_NET_EXPORT ReachabilityProbe : public Job
{
    Q_OBJECT
public:
    ReachabilityProbe(QNetworkAccessManager *manager, Project project, QObject *parent,
                      std::chrono::milliseconds limit = std::chrono::seconds(5));

Q_SIGNALS:
    /// No error: reachable. Offline, Timeout, Tls, or ForeignOrigin (a captive portal's redirect) otherwise.
    void finished(const LumaSync::Error &error);

protected:
    void run() override;
    void stop() override;
    void report(bool canceled) override;

private:
    QNetworkAccessManager *m_manager;
    Project m_project;
    std::chrono::milliseconds m_limit;
    QPointer<HttpJob> m_http;
    Error m_error;
};

} // namespace LumaSync
