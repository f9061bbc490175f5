// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/authclient.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace LumaSync {

AuthJob::AuthJob(QNetworkAccessManager *manager, HttpRequest request, AuthRequest kind, QObject *parent)
    : Job(parent)
    , m_manager(manager)
    , m_request(std::move(request))
    , m_kind(kind)
{
}

void AuthJob::run()
{
    m_http = new HttpJob(m_manager, std::move(m_request), this);
    connect(m_http, &HttpJob::finished, this, [this](const HttpResult &result) {
        m_result.error = goTrueError(result, m_kind);
        const bool mayLackSession = m_kind == AuthRequest::SignOut ||
                                    (m_kind == AuthRequest::SignUp && !result.body.contains("\"access_token\""));
        if (!m_result.error && !mayLackSession) {
            if (auto session = AuthClient::parseSession(result.body))
                m_result.session = *session;
            else
                m_result.error = session.error();
        }
        finish();
    });
    m_http->start();
}

void AuthJob::stop()
{
    if (m_http)
        m_http->cancel();
}

void AuthJob::report(bool canceled)
{
    if (canceled)
        m_result = {canceledError(), {}};
    Q_EMIT finished(m_result);
}

AuthClient::AuthClient(QNetworkAccessManager *manager, Project project, QObject *parent)
    : QObject(parent)
    , m_manager(manager)
    , m_project(std::move(project))
{
}

AuthJob *AuthClient::post(const QString &endpoint, const QJsonObject &body, AuthRequest kind, const QByteArray &jwt)
{
    HttpRequest request;
    request.verb = "POST";
    request.url = m_project.auth(endpoint);
    request.headers.append("apikey", m_project.publishableKey);
    request.headers.append("X-Supabase-Api-Version", "2024-01-01");
    request.headers.append(QHttpHeaders::WellKnownHeader::ContentType, "application/json");
    if (!jwt.isEmpty())
        request.headers.append(QHttpHeaders::WellKnownHeader::Authorization, "Bearer " + jwt);
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.maxBody = 1024 * 1024;
    request.totalLimit = std::chrono::seconds(60);
    return new AuthJob(m_manager, std::move(request), kind, this);
}

AuthJob *AuthClient::signIn(const QString &email, const QString &password)
{
    return post(u"token?grant_type=password"_s, {{u"email"_s, email}, {u"password"_s, password}}, AuthRequest::SignIn);
}

AuthJob *AuthClient::signUp(const QString &email, const QString &password)
{
    return post(u"signup"_s, {{u"email"_s, email}, {u"password"_s, password}}, AuthRequest::SignUp);
}

AuthJob *AuthClient::refresh(const QByteArray &refreshToken)
{
    return post(u"token?grant_type=refresh_token"_s, {{u"refresh_token"_s, QString::fromUtf8(refreshToken)}},
                AuthRequest::Refresh);
}

AuthJob *AuthClient::signOut(const AccessToken &token)
{
    return post(u"logout?scope=local"_s, {}, AuthRequest::SignOut, token.jwt);
}

Expected<AuthSession> AuthClient::parseSession(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QJsonObject user = object["user"_L1].toObject();
    AuthSession session;
    session.token.jwt = object["access_token"_L1].toString().toLatin1();
    session.refreshToken = object["refresh_token"_L1].toString().toUtf8();
    session.email = user["email"_L1].toString();
    session.expiresIn = std::chrono::seconds(object["expires_in"_L1].toInteger());
    session.token.uid = user["id"_L1].toString().toLower();
    if (session.token.uid.isEmpty())
        session.token.uid = subjectOf(session.token.jwt);
    session.token.expiry = QDeadlineTimer(session.expiresIn);
    if (session.token.jwt.isEmpty() || session.refreshToken.isEmpty() || session.token.uid.isEmpty() ||
        session.expiresIn.count() <= 0)
        return Error{Error::Kind::Protocol, 0, {}, u"The auth server's answer lacks a token or a user."_s, {}};
    return session;
}

} // namespace LumaSync
