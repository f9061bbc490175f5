// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/httpresponseparser.h"

#include <QList>

#include <algorithm>

namespace LumaSync {

namespace {

constexpr qsizetype maxHead = 64 * 1024;
constexpr qsizetype maxLine = 8 * 1024;

/// Digits only, as RFC 9112 has it: neither a sign nor blanks.
qint64 number(QByteArrayView digits, int base)
{
    const auto isDigit = [base](char c) {
        return (c >= '0' && c <= '9') || (base == 16 && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
    };
    if (digits.isEmpty() || !std::all_of(digits.begin(), digits.end(), isDigit))
        return -1;
    bool ok = false;
    const qint64 value = digits.toLongLong(&ok, base);
    return ok ? value : -1;
}

} // namespace

bool HttpResponseParser::feed(QByteArrayView bytes)
{
    if (m_state == State::Broken)
        return false;
    m_buffer += bytes;
    while (step()) {
    }
    return m_state != State::Broken;
}

bool HttpResponseParser::feedEnd()
{
    m_keepsConnection = false;
    if (m_state == State::UntilEnd)
        m_state = State::Complete;
    return m_state == State::Complete;
}

/// One move; false when it needs more bytes or is over.
bool HttpResponseParser::step()
{
    QByteArray line;
    switch (m_state) {
    case State::Head:
        return readHead();
    case State::ChunkSize:
        return readChunkSize();
    case State::Length:
    case State::ChunkData: {
        const qsizetype taken = qsizetype(std::min<qint64>(m_left, m_buffer.size()));
        m_body += QByteArrayView(m_buffer).first(taken);
        m_buffer.remove(0, taken);
        m_left -= taken;
        if (m_left > 0)
            return false;
        m_state = m_state == State::Length ? State::Complete : State::ChunkEnd;
        return true;
    }
    case State::ChunkEnd:
        if (!takeLine(line))
            return isBroken();
        m_state = line.isEmpty() ? State::ChunkSize : State::Broken;
        return true;
    case State::Trailer:
        if (!takeLine(line))
            return isBroken();
        if (line.isEmpty())
            m_state = State::Complete;
        return true;
    case State::UntilEnd:
        m_body += std::exchange(m_buffer, {});
        return false;
    case State::Complete:
    case State::Broken:
        return false;
    }
    return false;
}

bool HttpResponseParser::readHead()
{
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (end < 0) {
        const QByteArrayView start = QByteArrayView(m_buffer).first(std::min<qsizetype>(5, m_buffer.size()));
        if (m_buffer.size() > maxHead || !QByteArrayView("HTTP/").startsWith(start))
            m_state = State::Broken;
        return false;
    }
    const QList<QByteArray> lines = m_buffer.first(end).split('\n');
    m_buffer.remove(0, end + 4);
    const QByteArray first = lines.first().trimmed();
    m_status = first.startsWith("HTTP/1.") && first.size() >= 12 && first[8] == ' '
                   ? int(number(QByteArrayView(first).sliced(9, 3), 10))
                   : -1;
    if (m_status < 100 || (first.size() > 12 && first[12] != ' ')) {
        m_state = State::Broken;
        return false;
    }
    m_headers.clear();
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            m_headers.append(QByteArrayView(line).first(colon), QByteArrayView(line).sliced(colon + 1).trimmed());
    }
    if (m_status < 200) {
        if (m_status == 101) // nobody asked for another protocol
            m_state = State::Broken;
        return m_state == State::Head;
    }
    m_keepsConnection = first.startsWith("HTTP/1.1") &&
                        !m_headers.combinedValue(QHttpHeaders::WellKnownHeader::Connection).toLower().contains("close");
    chooseBody();
    return true;
}

void HttpResponseParser::chooseBody()
{
    const QByteArray coding = m_headers.combinedValue(QHttpHeaders::WellKnownHeader::TransferEncoding).toLower();
    if (m_answersHead || m_status == 204 || m_status == 304) {
        m_state = State::Complete;
    } else if (!coding.isEmpty()) {
        m_state = coding == "chunked" ? State::ChunkSize : State::Broken;
    } else if (m_headers.contains(QHttpHeaders::WellKnownHeader::ContentLength)) {
        m_left = number(m_headers.value(QHttpHeaders::WellKnownHeader::ContentLength), 10);
        m_state = m_left < 0 ? State::Broken : m_left == 0 ? State::Complete : State::Length;
    } else {
        m_state = State::UntilEnd;
    }
}

bool HttpResponseParser::readChunkSize()
{
    QByteArray line;
    if (!takeLine(line))
        return isBroken();
    const qsizetype extension = line.indexOf(';');
    m_left = number(QByteArrayView(line).first(extension < 0 ? line.size() : extension).trimmed(), 16);
    m_state = m_left < 0 ? State::Broken : m_left == 0 ? State::Trailer : State::ChunkData;
    return true;
}

bool HttpResponseParser::takeLine(QByteArray &line)
{
    const qsizetype end = m_buffer.indexOf('\n');
    if (end < 0)
        return false;
    line = m_buffer.first(end).trimmed();
    m_buffer.remove(0, end + 1);
    return true;
}

/// A line that does not end is no line. Always false: no further step.
bool HttpResponseParser::isBroken()
{
    if (m_buffer.size() > maxLine)
        m_state = State::Broken;
    return false;
}

} // namespace LumaSync
