// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/error.h"

#include <LumaSync/net/export.h>

#include <QByteArray>
#include <QString>

namespace LumaSync {

/// Names that Storage takes: ASCII letters, digits and `_ / ! . * ' ( ) & $ = @ ; : + , ? -` and blank; here
/// also no empty, `.` or `..` segment, no leading or trailing slash, at most 1024 bytes in all and 255 in one
/// segment.
[[nodiscard]] LUMASYNC_NET_EXPORT bool isValidObjectName(const QString &name);
/// As above without `/`, at most 100 characters.
[[nodiscard]] LUMASYNC_NET_EXPORT bool isValidBucketName(const QString &name);
/// What stands for a value in an object's name. A value that Storage takes stays as it is, if it holds no `=XX`. In
/// any other, '=' and what Storage does not take become `=XX` for each byte of their UTF-8, as in mails, so that
/// different values stay different; beyond 180 characters the rest is told by a digest.
[[nodiscard]] LUMASYNC_NET_EXPORT QString objectNamePart(const QString &value);
/// No error, or Configuration with a sentence that names what is wrong. Nothing with such a name ever leaves.
[[nodiscard]] LUMASYNC_NET_EXPORT Error checkObjectName(const QString &bucket, const QString &name);
/// `bucket/name`, each segment percent-encoded, for a URL's path.
[[nodiscard]] LUMASYNC_NET_EXPORT QString encodedObjectPath(const QString &bucket, const QString &name);

} // namespace LumaSync
