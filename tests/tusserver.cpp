// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "tusserver.h"

namespace LumaSync {

TusServer::TusServer(QByteArray content)
    : m_content(std::move(content))
{
    m_http.setHandler([this](const HttpScript::Seen &seen) { return answer(seen); });
    m_http.setHeaderHandler([this](const HttpScript::Seen &seen) { return fault(seen); });
}

std::optional<HttpScript::Step> TusServer::fault(const HttpScript::Seen &seen)
{
    ++m_number;
    const bool isPatch = seen.verb == "PATCH";
    log << seen.verb + (isPatch ? ' ' + seen.headers.value("upload-offset") : QByteArray());
    const bool isTus = seen.headers.value("tus-resumable") == "1.0.0" && seen.headers.value("x-upsert") == "true";
    if ((seen.verb != "GET" && !isTus) || seen.headers.value("apikey") != "sb_publishable_k")
        ++misuses;
    if (!faults.contains(m_number))
        return std::nullopt;
    const HttpScript::Step step = faults.take(m_number);
    if (isPatch && step.reply.isEmpty() && step.afterBody > 0)
        m_bytes += m_content.mid(seen.headers.value("upload-offset").toLongLong(), step.afterBody);
    return step;
}

HttpScript::Step TusServer::answer(const HttpScript::Seen &seen)
{
    const QByteArray expired = R"({"statusCode":"403","code":"AccessDenied","message":"claim timestamp check failed"})";
    if (seen.headers.value("authorization") != token)
        return HttpScript::answer(400, seen.verb == "HEAD" ? QByteArray() : expired,
                                  {"Content-Type: application/json"});
    if (seen.verb == "POST")
        return create();
    if (seen.verb == "GET")
        return info();
    if (seen.target != uploadPath() || m_id.isEmpty())
        return HttpScript::answer(404, "The file for this url was not found\n");
    if (seen.verb == "HEAD")
        return HttpScript::answer(200, {},
                                  {"Upload-Offset: " + QByteArray::number(m_bytes.size()),
                                   "Upload-Length: " + QByteArray::number(m_content.size())});
    if (seen.headers.value("upload-offset").toLongLong() != m_bytes.size())
        return HttpScript::answer(409, "Upload-Offset conflict\n");
    m_bytes += seen.body;
    if (m_bytes.size() == m_content.size())
        stored = m_bytes;
    return HttpScript::answer(204, {}, {"Upload-Offset: " + QByteArray::number(m_bytes.size())});
}

HttpScript::Step TusServer::create()
{
    m_id = "id" + QByteArray::number(++creations);
    m_bytes.clear();
    const QByteArray where = location.isEmpty() ? m_http.url().toEncoded() + uploadPath() : location;
    return HttpScript::answer(201, {}, {"Location: " + where});
}

HttpScript::Step TusServer::info() const
{
    if (stored.isEmpty())
        return HttpScript::answer(400, R"({"statusCode":"404","code":"NoSuchKey","message":"Object not found"})");
    return HttpScript::answer(200, R"({"id":"1","size":)" + QByteArray::number(stored.size()) +
                                       R"(,"metadata":{"sha256":"x"}})");
}

} // namespace LumaSync
