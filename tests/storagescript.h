// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "httpscript.h"
#include "net/project.h"

#include <QMap>

/// Storage in a few lines for tests that need it to fail at an exact place: plain and resumable uploads,
/// object info, health. Thread: the test's.
class StorageScript
{
public:
    StorageScript();

    /// Answers instead of the server where it gives a step. Called with the headers read, before the body.
    std::function<std::optional<LumaSync::HttpScript::Step>(const LumaSync::HttpScript::Seen &)> fault;
    QMap<QString, QByteArray> objects; ///< "bucket/uid/name" -> content
    QMap<QString, QByteArray> metadata;
    QList<QByteArray> log; ///< "PUT bucket/...", "POST", "HEAD", "PATCH 0", "INFO", "HEALTH"
    QByteArray token = "Bearer one";
    QList<QByteArray> createHeaders; ///< what POST answers besides the Location

    [[nodiscard]] LumaSync::Project project() const { return {m_http.url(), "sb_publishable_k"}; }
    [[nodiscard]] int count(const QByteArray &prefix) const;
    /// Bytes that came in by PATCH.
    [[nodiscard]] qint64 patched() const { return m_patched; }
    void forgetUploads() { m_uploads.clear(); }
    /// What the server has of the upload whose PATCH is cut after `bytes`.
    void keepPart(const LumaSync::HttpScript::Seen &seen, const QByteArray &part);

    static LumaSync::HttpScript::Step expiredToken();

private:
    struct Upload
    {
        QString object;
        QByteArray metadata;
        QByteArray bytes;
        qint64 length = 0;
    };
    [[nodiscard]] QByteArray nameOf(const LumaSync::HttpScript::Seen &seen) const;
    LumaSync::HttpScript::Step answer(const LumaSync::HttpScript::Seen &seen);
    LumaSync::HttpScript::Step create(const LumaSync::HttpScript::Seen &seen);
    LumaSync::HttpScript::Step resume(const LumaSync::HttpScript::Seen &seen, const QByteArray &id);

    LumaSync::HttpScript m_http;
    QMap<QByteArray, Upload> m_uploads;
    int m_nextId = 1;
    qint64 m_patched = 0;
};
