// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/uploadjob.h"

#include <QHash>
#include <QNetworkAccessManager>

class MediaLibrary;

namespace LumaSync {

class LocalCloud;
struct AccessToken;
struct Project;

/// SHA-256 of every file that a library's queue names, made from the library's own files: "tracks/uid/name" -> hash.
[[nodiscard]] QHash<QString, QByteArray> expectedObjects(const MediaLibrary &library, const QString &uid);

/// SHA-256 of the objects of these names as the cloud gives them out; an empty hash where it gives none.
[[nodiscard]] QHash<QString, QByteArray> objectsInCloud(const Project &project, const AccessToken &token,
                                                        const QStringList &names);

} // namespace LumaSync
