// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/accesstoken.h"
#include "net/errormapping.h"
#include "net/httpjob.h"
#include "net/project.h"

#include <QPointer>

namespace LumaSync {

/// What a sign-in or refresh gives.
struct AuthSession
{
    AccessToken token;
    QByteArray refreshToken;
    QString email;
    std::chrono::seconds expiresIn{0};
};

struct AuthResult
{
    Error error;
    AuthSession session; ///< empty for signOut(), and for a sign-up that waits for a confirmation mail
};

/// One request to the auth server. See Job for the contract.
class AuthJob : public Job
{
    Q_OBJECT
public:
    AuthJob(QNetworkAccessManager *manager, HttpRequest request, AuthRequest kind, QObject *parent);

Q_SIGNALS:
    void finished(const LumaSync::AuthResult &result);

protected:
    void run() override;
    void stop() override;
    void report(bool canceled) override;

private:
    QNetworkAccessManager *m_manager;
    HttpRequest m_request;
    AuthRequest m_kind;
    QPointer<HttpJob> m_http;
    AuthResult m_result;
};

/// GoTrue's endpoints. Jobs come unstarted. Keeps no state. Thread: the manager's. Owner: a Session or a
/// test.
class AuthClient : public QObject
{
    Q_OBJECT
public:
    AuthClient(QNetworkAccessManager *manager, Project project, QObject *parent = nullptr);

    AuthJob *signIn(const QString &email, const QString &password);
    AuthJob *signUp(const QString &email, const QString &password);
    AuthJob *refresh(const QByteArray &refreshToken);
    /// Ends this device's session only (scope=local).
    AuthJob *signOut(const AccessToken &token);

    /// Protocol where the answer lacks a token or a user.
    [[nodiscard]] static Expected<AuthSession> parseSession(const QByteArray &json);

private:
    AuthJob *post(const QString &endpoint, const QJsonObject &body, AuthRequest kind, const QByteArray &jwt = {});

    QNetworkAccessManager *m_manager;
    Project m_project;
};

} // namespace LumaSync

Q_DECLARE_METATYPE(LumaSync::AuthResult)
