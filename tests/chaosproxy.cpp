// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "chaosproxy.h"

#include "net/httpjob.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr int proxyStartLimit = 60'000; // ms
constexpr int proxyCallLimit = 30'000;

} // namespace

ChaosProxy::~ChaosProxy()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel(); // its guard
    if (!m_process.waitForFinished(10'000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

QString ChaosProxy::start(const Project &target, quint32 seed, const QString &profile)
{
    const QString folder = QStringLiteral(LUMASYNC_CLOUD);
    QStringList arguments{folder + u"/chaos.mjs"_s, u"--stdin-guard"_s, u"--target"_s,
                          target.url.toString(),    u"--seed"_s,        QString::number(seed)};
    if (!profile.isEmpty())
        arguments += {u"--profile"_s, profile};
    m_process.start(u"node"_s, arguments);
    QElapsedTimer time;
    time.start();
    while (!m_process.canReadLine() && m_process.state() != QProcess::NotRunning && time.elapsed() < proxyStartLimit)
        m_process.waitForReadyRead(500);
    const QJsonObject ready = QJsonDocument::fromJson(m_process.readLine()).object();
    if (ready.isEmpty())
        return u"the chaos proxy did not start: "_s + QString::fromUtf8(m_process.readAllStandardError()) +
               m_process.errorString();
    m_project = target;
    m_project.url = QUrl(ready["url"_L1].toString());
    m_control = QUrl(ready["control"_L1].toString());
    return {};
}

bool ChaosProxy::calm()
{
    HttpRequest request;
    request.verb = "POST";
    request.url = QUrl(m_control.toString() + u"/calm"_s);
    QObject owner;
    auto *job = new HttpJob(&m_manager, request, &owner);
    QSignalSpy finished(job, &HttpJob::finished);
    job->start();
    return finished.wait(proxyCallLimit) && finished.at(0).at(0).value<HttpResult>().isOk();
}

QString ChaosProxy::setRules(const QJsonArray &rules)
{
    HttpRequest request;
    request.verb = "POST";
    request.url = QUrl(m_control.toString() + u"/rules"_s);
    request.headers.append(QHttpHeaders::WellKnownHeader::ContentType, "application/json");
    request.body = QJsonDocument(QJsonObject{{u"rules"_s, rules}}).toJson(QJsonDocument::Compact);
    QObject owner;
    auto *job = new HttpJob(&m_manager, request, &owner);
    QSignalSpy finished(job, &HttpJob::finished);
    job->start();
    if (!finished.wait(proxyCallLimit))
        return u"no answer"_s;
    const auto result = finished.at(0).at(0).value<HttpResult>();
    return result.isOk() ? QString() : QString::number(result.status) + u' ' + QString::fromUtf8(result.body);
}

} // namespace LumaSync
