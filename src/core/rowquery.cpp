// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/rowquery.h"

#include "core/trackingsql.h"

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

bool isTextual(ColumnKind kind)
{
    return kind == ColumnKind::Text || kind == ColumnKind::Timestamp || kind == ColumnKind::Json;
}

QString valueExpression(const Column &column)
{
    const QString name = u"t."_s + quoted(column.name);
    if (column.kind == ColumnKind::Json) // text that is not JSON stays text, which the encoder refuses
        return u"CASE WHEN typeof(%1) = 'text' AND json_valid(%1) THEN CAST(%1 AS BLOB) ELSE %1 END"_s.arg(name);
    return isTextual(column.kind) ? u"CAST("_s + name + u" AS BLOB)"_s : name;
}

// A BLOB, or a number that SQLite's text form does not keep, where text is wanted.
QString misfitExpression(const Column &column)
{
    const QString name = u"t."_s + quoted(column.name);
    QString misfit = u"typeof(%1) = 'blob'"_s.arg(name);
    if (column.kind == ColumnKind::Text)
        misfit += u" OR (typeof(%1) = 'real' AND CAST(CAST(%1 AS TEXT) AS REAL) <> %1)"_s.arg(name);
    return misfit;
}

} // namespace

RowQuery::RowQuery(const Schema &schema, qsizetype table)
    : m_schema(schema)
    , m_table(schema.tables[table])
{
}

QString RowQuery::keyTuple(const QString &prefix) const
{
    QStringList names;
    for (const QString &column : m_table.key)
        names.append(prefix + quoted(column));
    return u'(' + names.join(u", "_s) + u')';
}

QString RowQuery::keyMarks() const
{
    return u'(' + QStringList(m_table.key.size(), u"?"_s).join(u", "_s) + u')';
}

QString RowQuery::keyOrder() const
{
    QStringList columns;
    for (const QString &column : m_table.key)
        columns.append(u"t."_s + quoted(column));
    return columns.join(u", "_s);
}

RowQuery::Parts RowQuery::parts() const
{
    QStringList columns{keyOrder()};
    columns << u"t.sync_rev"_s << u"CAST("_s + TrackingSql::keyExpression(m_table, u"t"_s) + u" AS BLOB)"_s
            << u"t.remote_id"_s;
    QStringList misfits;
    for (const Column &column : m_table.columns) {
        if (isTextual(column.kind))
            misfits.append(misfitExpression(column));
    }
    columns.append(misfits.isEmpty() ? u"0"_s : misfits.join(u" OR "_s));
    QString joins;
    for (qsizetype i = 0; i < m_table.foreignKeys.size(); ++i) {
        const ForeignKey &edge = m_table.foreignKeys[i];
        const Table &parent = m_schema.tables[edge.parent];
        const QString alias = u'p' + QString::number(i);
        columns << u"CAST("_s + TrackingSql::keyExpression(parent, alias) + u" AS BLOB)"_s << alias + u".remote_id"_s
                << alias + u".sync_rev"_s << alias + u".needs_sync"_s;
        joins += u" LEFT JOIN "_s + quoted(parent.name) + u" AS "_s + alias + u" ON "_s + alias + u'.' +
                 quoted(edge.parentColumn) + u" = t."_s + quoted(edge.column);
    }
    for (const Column &column : m_table.columns)
        columns.append(valueExpression(column));
    return {columns, joins};
}

QString RowQuery::dirtyRows(bool withCursor) const
{
    const auto [columns, joins] = parts();
    // INDEXED BY: a missing partial index is an error to be repaired, never a silent scan of the table.
    return u"SELECT "_s + columns.join(u", "_s) + u" FROM "_s + quoted(m_table.name) + u" AS t INDEXED BY "_s +
           quoted(TrackingSql(m_table).indexName()) + joins + u" WHERE t.needs_sync = 1"_s +
           (withCursor ? u" AND "_s + keyTuple(u"t."_s) + u" > "_s + keyMarks() : QString()) + u" ORDER BY "_s +
           keyOrder() + u" LIMIT ?"_s;
}

QString RowQuery::allKeys(bool withCursor) const
{
    return u"SELECT "_s + keyOrder() + u", CAST("_s + TrackingSql::keyExpression(m_table, u"t"_s) +
           u" AS BLOB), t.remote_id FROM "_s + quoted(m_table.name) + u" AS t"_s +
           (withCursor ? u" WHERE "_s + keyTuple(u"t."_s) + u" > "_s + keyMarks() : QString()) + u" ORDER BY "_s +
           keyOrder() + u" LIMIT ?"_s;
}

QString RowQuery::listedRows(const QString &list) const
{
    const auto [columns, joins] = parts();
    QStringList same;
    for (qsizetype i = 0; i < m_table.key.size(); ++i)
        same.append(u"t.%1 IS v.k%2"_s.arg(quoted(m_table.key[i])).arg(i));
    // CROSS JOIN: in the order of the list, each row by its key.
    return u"SELECT "_s + columns.join(u", "_s) + u", v.id, t.needs_sync FROM "_s + list + u" AS v CROSS JOIN "_s +
           quoted(m_table.name) + u" AS t ON "_s + same.join(u" AND "_s) + joins +
           u" WHERE v.id > ? ORDER BY v.id LIMIT ?"_s;
}

} // namespace LumaSync
