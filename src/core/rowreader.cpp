// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/rowreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr qsizetype usualRow = 500; // bytes of JSON; a longer one grows

// The driver gives an empty BLOB as a null byte array, and would bind that as NULL.
QVariant bindable(const QVariant &value)
{
    return value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull() ? QVariant(QByteArray("")) : value;
}

} // namespace

RowReader::RowReader(const Schema &schema, qsizetype table, const CloudIds &ids)
    : m_schema(schema)
    , m_table(schema.tables[table])
    , m_ids(ids)
    , m_query(schema, table)
{
    for (const Column &column : m_table.columns) {
        Member member;
        member.label = ",";
        RowEncoder::appendString(member.label, column.cloud().toUtf8());
        member.label += ':';
        const auto edge = std::ranges::find(m_table.foreignKeys, column.name, &ForeignKey::column);
        if (edge != m_table.foreignKeys.cend()) {
            member.foreignKey = std::distance(m_table.foreignKeys.cbegin(), edge);
            member.deferred = edge->deferred;
        }
        m_members.append(member);
    }
}

QStringList RowReader::sentColumns(bool deferred) const
{
    QStringList names{u"id"_s, u"uid"_s};
    for (qsizetype i = 0; i < m_members.size(); ++i) {
        if (!(deferred && m_members[i].deferred))
            names.append(m_table.columns[i].cloud());
    }
    return names;
}

OutgoingRow RowReader::row(const QSqlQuery &result) const
{
    OutgoingRow row;
    for (int i = 0; i < m_query.keyCount(); ++i)
        row.key.append(bindable(result.value(i)));
    row.keyText = result.value(m_query.keyTextColumn()).toByteArray();
    row.rev = result.value(m_query.revColumn()).toLongLong();
    row.badKey = !QUtf8StringView(row.keyText).isValidUtf8() || std::ranges::any_of(row.key, [](const QVariant &value) {
        return value.isNull() || (value.typeId() == QMetaType::QString && value.toString().contains(QChar(0)));
    });
    return row;
}

QList<ParentState> RowReader::parents(const QSqlQuery &result) const
{
    QList<ParentState> states;
    for (qsizetype i = 0; i < m_table.foreignKeys.size(); ++i) {
        const int column = m_query.parentColumn(i);
        states.append({result.value(column).toByteArray(), result.value(column + 1).toByteArray(),
                       result.value(column + 2).toLongLong(), !result.isNull(column + 2),
                       result.value(column + 3).toLongLong() != 0});
    }
    return states;
}

std::optional<ValueProblem> RowReader::encode(OutgoingRow &row, const QSqlQuery &result,
                                              const QList<ParentState> &parents, const QByteArray &uid) const
{
    if (row.badKey)
        return ValueProblem{u"LUMA_KEY"_s,
                            u"The row's key is NULL, not valid UTF-8 or contains the character U+0000."_s};
    if (result.value(m_query.misfitColumn()).toBool())
        return ValueProblem{u"LUMA_TYPE"_s,
                            u"A text column holds binary data or a number that has no exact text form."_s};
    QByteArray &json = row.json;
    json.reserve(usualRow);
    json += "{\"id\":\"" + m_ids.id(m_table.name, row.keyText, result.value(m_query.remoteIdColumn()).toByteArray()) +
            "\",\"uid\":";
    RowEncoder::appendString(json, uid);
    for (qsizetype i = 0; i < m_members.size(); ++i) {
        const Member &member = m_members[i];
        if (row.deferred && member.deferred)
            continue;
        json += member.label;
        const QVariant value = result.value(m_query.valueColumn(i));
        if (member.foreignKey < 0) {
            if (auto problem = RowEncoder::append(json, m_table.columns[i].kind, value))
                return problem;
        } else if (value.isNull()) {
            json += "null";
        } else if (const ParentState &parent = parents[member.foreignKey]; parent.exists) {
            json += '"' +
                    m_ids.id(m_schema.tables[m_table.foreignKeys[member.foreignKey].parent].name, parent.key,
                             parent.remoteId) +
                    '"';
        } else {
            return ValueProblem{u"LUMA_PARENT"_s, u"The row refers to a row that does not exist in the library."_s};
        }
    }
    json += '}';
    return {};
}

} // namespace LumaSync
