// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "localcloud.h"

#include "net/httpjob.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr int startLimit = 90'000;
constexpr int callLimit = 30'000;

// What was not told would look like nothing found.
void fail(const QString &what)
{
    QTest::qFail(qPrintable(u"local cloud: "_s + what), __FILE__, __LINE__);
}

} // namespace

LocalCloud::~LocalCloud()
{
    stop();
}

QString LocalCloud::start(const QStringList &options)
{
    const QString folder = QStringLiteral(LUMASYNC_CLOUD);
    m_process.setProgram(u"node"_s);
    m_process.setArguments(
        QStringList{folder + u"/main.mjs"_s, u"--stdin-guard"_s, u"--admin"_s, u"--database"_s, u"auto"_s} + options);
    m_process.start();
    QElapsedTimer time;
    time.start();
    while (!m_process.canReadLine() && m_process.state() != QProcess::NotRunning && time.elapsed() < startLimit)
        m_process.waitForReadyRead(500);
    const QJsonObject ready = QJsonDocument::fromJson(m_process.readLine()).object();
    if (ready.isEmpty())
        return u"the local cloud did not start: "_s + QString::fromUtf8(m_process.readAllStandardError()) +
               m_process.errorString();
    const auto project = Project::make(ready["url"_L1].toString(), ready["publishableKey"_L1].toString().toLatin1());
    if (!project)
        return project.error().message;
    m_project = *project;
    m_data = ready["data"_L1].toString();
    return {};
}

void LocalCloud::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel(); // its guard
    if (!m_process.waitForFinished(10'000))
        kill();
}

void LocalCloud::setFrozen(bool frozen)
{
    QProcess::execute(QStringLiteral("kill"), {frozen ? QStringLiteral("-STOP") : QStringLiteral("-CONT"),
                                               QString::number(m_process.processId())});
}

void LocalCloud::kill()
{
    m_process.kill();
    m_process.waitForFinished();
}

AuthSession LocalCloud::signUp(const QString &email, const QString &password)
{
    AuthClient client(&m_manager, m_project);
    AuthJob *job = client.signUp(email, password);
    QSignalSpy finished(job, &AuthJob::finished);
    job->start();
    if (!finished.wait(callLimit)) {
        fail(u"no answer in time"_s);
        return {};
    }
    const auto result = finished.at(0).at(0).value<AuthResult>();
    if (result.error)
        fail(u"sign-up: "_s + result.error.message);
    return result.session;
}

QByteArray LocalCloud::admin(const QByteArray &verb, const QString &path, const QJsonObject &body)
{
    HttpRequest request;
    request.verb = verb;
    request.url = QUrl(m_project.url.toString() + u"/admin/"_s + path);
    if (verb == "POST") {
        request.headers.append(QHttpHeaders::WellKnownHeader::ContentType, "application/json");
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    QObject owner;
    auto *job = new HttpJob(&m_manager, request, &owner);
    QSignalSpy finished(job, &HttpJob::finished);
    job->start();
    if (!finished.wait(callLimit)) {
        fail(u"no answer in time"_s);
        return {};
    }
    const auto result = finished.at(0).at(0).value<HttpResult>();
    if (!result.isOk())
        fail(u"admin %1: %2 %3"_s.arg(path).arg(result.status).arg(QString::fromUtf8(result.body)));
    return result.body;
}

QJsonArray LocalCloud::sql(const QString &statement)
{
    const QJsonDocument answer = QJsonDocument::fromJson(admin("POST", u"sql"_s, {{u"sql"_s, statement}}));
    return answer.isArray() ? answer.array() : answer.object()["rows"_L1].toArray();
}

QJsonObject LocalCloud::requests()
{
    return QJsonDocument::fromJson(admin("GET", u"requests"_s)).object()["requests"_L1].toObject();
}

QJsonObject LocalCloud::uploads()
{
    return QJsonDocument::fromJson(admin("GET", u"uploads"_s)).object();
}

void LocalCloud::resetRequests()
{
    admin("POST", u"requests/reset"_s);
}

void LocalCloud::expireUpload(const QUrl &url)
{
    admin("POST", u"expire-upload"_s, {{u"url"_s, url.toString(QUrl::FullyEncoded)}});
}

} // namespace LumaSync
