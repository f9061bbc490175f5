// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/authclient.h"
#include "net/project.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QProcess>

namespace LumaSync {

/// The local cloud of tests/cloud as a child process, for integration tests: started by start(), stopped with
/// the object. All calls wait for their outcome in an event loop of their own. Thread: the test's. Owner: the
/// test.
class LocalCloud
{
public:
    LocalCloud() = default;
    ~LocalCloud();
    Q_DISABLE_COPY_MOVE(LocalCloud)

    /// Starts it with `options` besides `--stdin-guard --admin`; empty when it is ready, else what went
    /// wrong.
    [[nodiscard]] QString start(const QStringList &options = {});
    void stop();
    /// kill -9, as a crash of the server.
    void kill();
    /// Connections stay, but nothing is answered until it goes on.
    void setFrozen(bool frozen);

    [[nodiscard]] const Project &project() const { return m_project; }
    [[nodiscard]] QString dataFolder() const { return m_data; }

    /// A new user, signed in. Without a token where it failed.
    [[nodiscard]] AuthSession signUp(const QString &email,
                                     const QString &password = QStringLiteral("correct horse battery"));
    /// Rows of the last statement, as superuser.
    [[nodiscard]] QJsonArray sql(const QString &statement);
    /// Requests since the last reset, "POST /rest/v1/venues" -> 3.
    [[nodiscard]] QJsonObject requests();
    void resetRequests();
    /// What came in for each resumable upload since the last reset, PATCH by PATCH: see tests/cloud/README.md.
    [[nodiscard]] QJsonObject uploads();
    void expireUpload(const QUrl &url);

private:
    QByteArray admin(const QByteArray &verb, const QString &path, const QJsonObject &body = {});

    QProcess m_process;
    QNetworkAccessManager m_manager;
    Project m_project;
    QString m_data;
};

} // namespace LumaSync
