// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/jsonslices.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace LumaSync {

namespace {

/// A reading position in JSON text. Each function returns false where the text is not what it should be.
class Scanner
{
public:
    explicit Scanner(QByteArrayView text)
        : m_text(text)
    {
    }

    bool take(char c)
    {
        skipBlanks();
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    bool atEnd()
    {
        skipBlanks();
        return m_at == m_text.size();
    }
    bool value(QByteArrayView &slice)
    {
        skipBlanks();
        const qsizetype start = m_at;
        if (!skipValue())
            return false;
        slice = m_text.sliced(start, m_at - start);
        return !slice.isEmpty();
    }
    bool string(QByteArrayView &slice)
    {
        skipBlanks();
        return m_at < m_text.size() && m_text[m_at] == '"' && value(slice);
    }

private:
    void skipBlanks()
    {
        while (m_at < m_text.size() &&
               (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\r' || m_text[m_at] == '\t'))
            ++m_at;
    }
    bool skipString() // stands on the opening quote
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == '\\')
                ++m_at;
            else if (m_text[m_at] == '"')
                return ++m_at, true;
        }
        return false;
    }
    bool skipValue() // nesting is counted, not recursed into: its depth has no limit here
    {
        qsizetype depth = 0;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '"') {
                if (!skipString())
                    return false;
            } else if (c == '{' || c == '[') {
                ++depth;
                ++m_at;
            } else if (c == '}' || c == ']') {
                if (depth == 0)
                    return true; // a bare number or word ends here
                --depth;
                ++m_at;
            } else if (depth == 0 && (c == ',' || c == ' ' || c == '\n' || c == '\r' || c == '\t')) {
                return true;
            } else {
                ++m_at;
                continue;
            }
            if (depth == 0)
                return true;
        }
        return depth == 0;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

bool readRow(Scanner &scanner, JsonRow &row)
{
    if (!scanner.take('{'))
        return false;
    if (scanner.take('}'))
        return true;
    do {
        QByteArrayView name;
        QByteArrayView value;
        if (!scanner.string(name) || !scanner.take(':') || !scanner.value(value))
            return false;
        const auto decoded = jsonText(name);
        if (!decoded)
            return false;
        row.append({*decoded, value});
    } while (scanner.take(','));
    return scanner.take('}');
}

} // namespace

std::optional<QList<JsonRow>> jsonRows(QByteArrayView array)
{
    Scanner scanner(array);
    QList<JsonRow> rows;
    if (!scanner.take('['))
        return {};
    if (!scanner.take(']')) {
        do {
            JsonRow row;
            if (!readRow(scanner, row))
                return {};
            rows.append(std::move(row));
        } while (scanner.take(','));
        if (!scanner.take(']'))
            return {};
    }
    return scanner.atEnd() ? std::optional(std::move(rows)) : std::nullopt;
}

QByteArrayView jsonValue(const JsonRow &row, QByteArrayView name, qsizetype hint)
{
    if (hint < row.size() && row[hint].name == name)
        return row[hint].value;
    for (const JsonMember &member : row) {
        if (member.name == name)
            return member.value;
    }
    return {};
}

std::optional<QByteArray> jsonText(QByteArrayView value)
{
    if (value.size() < 2 || value.front() != '"' || value.back() != '"')
        return {};
    if (!value.contains('\\'))
        return value.sliced(1, value.size() - 2).toByteArray();
    const QJsonArray array = QJsonDocument::fromJson('[' + value.toByteArray() + ']').array();
    if (array.size() != 1)
        return {};
    return array.first().toString().toUtf8();
}

} // namespace LumaSync
