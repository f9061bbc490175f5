// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHttpHeaders>

namespace LumaSync {

/// Reads one HTTP/1.x answer from bytes as they come (RFC 9112): status line with or without a reason phrase,
/// headers, a body by Content-Length, in chunks, or up to the end of the connection. Interim 1xx answers are
/// skipped. A value; no I/O.
class HttpResponseParser
{
public:
    /// The answer to a HEAD has no body, whatever its headers say.
    explicit HttpResponseParser(bool answersHead = false)
        : m_answersHead(answersHead)
    {
    }

    /// False: this is not HTTP (or a header block beyond 64 KiB); nothing more can be read then.
    [[nodiscard]] bool feed(QByteArrayView bytes);
    /// The connection has ended. False: in the middle of the answer.
    [[nodiscard]] bool feedEnd();

    [[nodiscard]] bool hasHeaders() const { return m_state > State::Head; }
    [[nodiscard]] bool isComplete() const { return m_state == State::Complete; }
    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] const QHttpHeaders &headers() const { return m_headers; }
    /// The body's bytes that came since the last call.
    [[nodiscard]] QByteArray takeBody() { return std::exchange(m_body, {}); }
    /// The connection may carry another request. Precondition: isComplete().
    [[nodiscard]] bool keepsConnection() const { return m_keepsConnection && m_buffer.isEmpty(); }

private:
    enum class State { Head, Length, ChunkSize, ChunkData, ChunkEnd, Trailer, UntilEnd, Complete, Broken };

    [[nodiscard]] bool step();
    [[nodiscard]] bool readHead();
    [[nodiscard]] bool readChunkSize();
    [[nodiscard]] bool takeLine(QByteArray &line);
    void chooseBody();
    [[nodiscard]] bool isBroken();

    bool m_answersHead;
    State m_state = State::Head;
    int m_status = 0;
    QHttpHeaders m_headers;
    QByteArray m_buffer;
    QByteArray m_body;
    qint64 m_left = 0;
    bool m_keepsConnection = true;
};

} // namespace LumaSync
