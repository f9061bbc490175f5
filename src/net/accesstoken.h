// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <LumaSync/net/export.h>

#include <QByteArray>
#include <QDeadlineTimer>
#include <QMetaType>
#include <QString>

namespace LumaSync {

/// A user's JWT with what we need to know about it. A value that crosses threads by queued signals.
struct AccessToken
{
    QByteArray jwt;        ///< as the auth server gave it; empty: there is none
    QString uid;           ///< the user's id (claim `sub`), lower case
    QDeadlineTimer expiry; ///< monotonic, from `expires_in`: never the device's wall clock

    /// There is a token, and by our own reckoning it has not expired. The server has the last word.
    [[nodiscard]] bool isValid() const { return !jwt.isEmpty() && !uid.isEmpty() && !expiry.hasExpired(); }
    /// Two values of one and the same JWT.
    [[nodiscard]] bool isSame(const AccessToken &other) const { return jwt == other.jwt; }
};

/// The claim `sub` of a JWT, read without checking the signature; empty where there is none.
[[nodiscard]] LUMASYNC_NET_EXPORT QString subjectOf(const QByteArray &jwt);

} // namespace LumaSync

Q_DECLARE_METATYPE(LumaSync::AccessToken)
