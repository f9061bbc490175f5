// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/reachability.h"

using namespace Qt::StringLiterals;

namespace LumaSync {

ReachabilityProbe::ReachabilityProbe(QNetworkAccessManager *manager, Project project, QObject *parent,
                                     std::chrono::milliseconds limit)
    : Job(parent)
    , m_manager(manager)
    , m_project(std::move(project))
    , m_limit(limit)
{
}

void ReachabilityProbe::run()
{
    HttpRequest request;
    request.verb = "HEAD";
    request.url = m_project.auth(u"health"_s);
    request.headers.append("apikey", m_project.publishableKey);
    request.totalLimit = m_limit;
    m_http = new HttpJob(m_manager, std::move(request), this);
    connect(m_http, &HttpJob::finished, this, [this](const HttpResult &result) {
        m_error = result.error;
        finish();
    });
    m_http->start();
}

void ReachabilityProbe::stop()
{
    if (m_http)
        m_http->cancel();
}

void ReachabilityProbe::report(bool canceled)
{
    if (canceled)
        m_error = canceledError();
    Q_EMIT finished(m_error);
}

} // namespace LumaSync
