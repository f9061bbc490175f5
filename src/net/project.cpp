// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/project.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

Error configuration(const QString &sentence)
{
    return {Error::Kind::Configuration, 0, {}, sentence, {}};
}

bool isLoopback(const QString &host)
{
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

/// Keys that pass every policy: the new `sb_secret_...`, and the legacy JWT with the role `service_role`.
bool isSecretKey(const QByteArray &key)
{
    if (key.startsWith("sb_secret_"))
        return true;
    const QList<QByteArray> parts = key.split('.');
    if (parts.size() != 3)
        return false;
    const QByteArray claims = QByteArray::fromBase64(parts[1], QByteArray::Base64UrlEncoding);
    return QJsonDocument::fromJson(claims).object()["role"_L1].toString() == "service_role"_L1;
}

Error checkKey(const QByteArray &key)
{
    if (key.isEmpty())
        return configuration(
            u"The publishable key is missing: copy it from the project's API settings (sb_publishable_...)."_s);
    for (const char c : key) {
        if (c <= ' ' || c > '~')
            return configuration(
                u"The publishable key has a blank or a strange character in it: copy it again from the project's API settings."_s);
    }
    if (isSecretKey(key))
        return configuration(
            u"This is a secret key, which gives everyone's data to whoever holds it: use the project's publishable key instead."_s);
    return {};
}

int effectivePort(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

} // namespace

Expected<Project> Project::make(const QString &urlText, const QByteArray &key, bool allowPlainHttp)
{
    const QString text = urlText.trimmed();
    if (text.isEmpty())
        return configuration(u"The project URL is missing: it looks like https://abcdefgh.supabase.co."_s);
    const QUrl url(text, QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (!url.isValid() || (scheme != "https"_L1 && scheme != "http"_L1) || url.host().isEmpty())
        return configuration(u"The project URL must look like https://abcdefgh.supabase.co."_s);
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return configuration(
            u"The project URL must hold nothing but scheme, host, port and path: leave out user name, '?' and '#'."_s);
    if (scheme == "http"_L1 && !allowPlainHttp && !isLoopback(url.host()))
        return configuration(
            u"The project URL must begin with https://: over plain http anyone on the way could read along."_s);
    const QByteArray trimmedKey = key.trimmed();
    if (Error error = checkKey(trimmedKey))
        return error;

    QUrl clean = url;
    QString path = clean.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    clean.setPath(path);
    return Project{clean, trimmedKey};
}

QUrl Project::rest(const QString &table) const
{
    QUrl result = url;
    result.setPath(url.path(QUrl::FullyEncoded) + "/rest/v1/"_L1 + QString::fromLatin1(QUrl::toPercentEncoding(table)),
                   QUrl::StrictMode);
    return result;
}

QUrl Project::auth(const QString &endpoint) const
{
    return QUrl(url.toString(QUrl::FullyEncoded) + "/auth/v1/"_L1 + endpoint, QUrl::StrictMode);
}

QUrl Project::storage(const QString &encodedPath) const
{
    return QUrl(url.toString(QUrl::FullyEncoded) + "/storage/v1/"_L1 + encodedPath, QUrl::StrictMode);
}

bool Project::isSameOrigin(const QUrl &other) const
{
    return other.isValid() && other.userInfo().isEmpty() && other.scheme() == url.scheme() &&
           other.host().compare(url.host(), Qt::CaseInsensitive) == 0 && effectivePort(other) == effectivePort(url);
}

} // namespace LumaSync
