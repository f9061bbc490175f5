// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cloudprocess.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace Luma {

CloudProcess::CloudProcess(QObject *parent)
    : QObject(parent)
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &CloudProcess::readOutput);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT failed(tr("Node.js could not be started. Install it, or give --url and --key of a project."));
    });
    connect(&m_process, &QProcess::finished, this, [this] {
        if (!m_isStopping)
            Q_EMIT failed(
                tr("The cloud on this computer has stopped: %1")
                    .arg(QString::fromLocal8Bit(m_process.readAllStandardError()).trimmed().section(u'\n', -1)));
    });
}

CloudProcess::~CloudProcess()
{
    m_isStopping = true;
    m_process.closeWriteChannel(); // --stdin-guard: it stops by itself
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(3000))
        m_process.kill();
}

void CloudProcess::start(const QString &script, const QString &folder)
{
    QDir().mkpath(folder);
    m_process.setProgram(u"node"_s);
    m_process.setArguments({script, u"--stdin-guard"_s, u"--data"_s, folder});
    m_process.start();
}

void CloudProcess::readOutput()
{
    if (!m_process.canReadLine())
        return;
    const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
    const QString url = line[u"url"_s].toString();
    if (!url.isEmpty())
        signUp(url, line[u"publishableKey"_s].toString().toUtf8());
}

void CloudProcess::signUp(const QString &url, const QByteArray &key)
{
    QNetworkRequest request(QUrl(url + u"/auth/v1/signup"_s));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setRawHeader("apikey", key);
    const QJsonObject account{{u"email"_s, email()}, {u"password"_s, password()}};
    QNetworkReply *reply = m_manager.post(request, QJsonDocument(account).toJson());
    // That the account exists already is no failure: the cloud has been here before.
    connect(reply, &QNetworkReply::finished, this, [this, reply, url, key] {
        reply->deleteLater();
        Q_EMIT ready(url, key);
    });
}

} // namespace Luma
