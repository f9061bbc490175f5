// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "error.h"

#include <LumaSync/net/export.h>

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace LumaSync {

/// A Supabase project: the origin of its API and its publishable key. A value; any thread.
struct LUMASYNC_NET_EXPORT Project
{
    QUrl url;                  ///< scheme, host, port and an optional path prefix; no trailing slash
    QByteArray publishableKey; ///< sent as `apikey` with every request

    /// Checks what a person typed. Error: Configuration, one sentence that says what is wrong and what to do.
    /// Plain http is taken for a loopback address only, unless `allowPlainHttp`.
    static Expected<Project> make(const QString &urlText, const QByteArray &key, bool allowPlainHttp = false);

    /// `/rest/v1/{table}`, without a query.
    [[nodiscard]] QUrl rest(const QString &table) const;
    /// `/auth/v1/{endpoint}`; `endpoint` may carry a query.
    [[nodiscard]] QUrl auth(const QString &endpoint) const;
    /// `/storage/v1/{encodedPath}`; the caller has percent-encoded it (see encodedObjectPath()).
    [[nodiscard]] QUrl storage(const QString &encodedPath) const;
    /// Where resumable uploads are created.
    [[nodiscard]] QUrl tusEndpoint() const { return storage(QStringLiteral("upload/resumable")); }

    /// Same scheme, host and effective port, and no user name in `other`: the only addresses that ever see a
    /// token.
    [[nodiscard]] bool isSameOrigin(const QUrl &other) const;
};

} // namespace LumaSync

Q_DECLARE_METATYPE(LumaSync::Project)
