// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "chaosproxy.h"

#include "net/httpjob.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr int proxyStartLimit = 60'000;

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
    QString folder = qEnvironmentVariable("LUMASYNC_CLOUD");
    if (folder.isEmpty())
        folder = QFileInfo(QString::fromUtf8(__FILE__)).dir().filePath(u"cloud"_s);
    m_process.start(u"node"_s, {folder + u"/chaos.mjs"_s, u"--stdin-guard"_s, u"--target"_s, target.url.toString(),
                                u"--seed"_s, QString::number(seed), u"--profile"_s, profile});
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
    QNetworkAccessManager manager;
    HttpRequest request;
    request.verb = "POST";
    request.url = QUrl(m_control.toString() + u"/calm"_s);
    QObject owner;
    auto *job = new HttpJob(&manager, request, &owner);
    QSignalSpy finished(job, &HttpJob::finished);
    job->start();
    return finished.wait(30'000) && finished.at(0).at(0).value<HttpResult>().isOk();
}

} // namespace LumaSync
