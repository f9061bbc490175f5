// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "httpscript.h"
#include "net/project.h"

namespace LumaSync {

/// A resumable upload server in a few lines, which takes what it is sent, and does wrong what it is told to.
/// It expects one file with the content that it was made with. Thread: the test's.
class TusServer
{
public:
    explicit TusServer(QByteArray content);

    /// What to do with the n-th request (from 1) instead of answering it. A cut PATCH keeps what was read of
    /// it.
    QHash<int, HttpScript::Step> faults;
    QByteArray token = "Bearer one"; ///< what every request must carry
    QByteArray location;             ///< what a POST says instead of the truth
    QByteArray stored;               ///< the object, once it is whole
    int creations = 0;
    QList<QByteArray> log; ///< "POST", "HEAD", "PATCH 0", "GET"
    int misuses = 0;       ///< requests without what every one must carry

    [[nodiscard]] Project project() const { return {m_http.url(), "sb_publishable_k"}; }
    [[nodiscard]] HttpScript &http() { return m_http; }
    /// The upload is lost.
    void forget() { m_id.clear(); }

private:
    [[nodiscard]] QByteArray uploadPath() const { return "/storage/v1/upload/resumable/" + m_id; }
    [[nodiscard]] std::optional<HttpScript::Step> fault(const HttpScript::Seen &seen);
    [[nodiscard]] HttpScript::Step answer(const HttpScript::Seen &seen);
    [[nodiscard]] HttpScript::Step create();
    [[nodiscard]] HttpScript::Step info() const;

    HttpScript m_http;
    QByteArray m_content;
    QByteArray m_id;
    QByteArray m_bytes;
    int m_number = 0;
};

} // namespace LumaSync
