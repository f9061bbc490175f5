// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/libraryrepair.h"

#include "core/bookkeeping.h"
#include "core/database.h"
#include "core/schemafile.h"
#include "core/storagequeue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

const QString repairKey = u"repair/"_s;
const QString allRowsMark = u"*"_s;

QString metaStatement()
{
    return u"INSERT INTO lumasync_meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s;
}

} // namespace

QString sentSignature(const Schema &schema, const Table &table)
{
    QJsonObject columns;
    for (const Column &column : table.columns) {
        QString text = QString(columnKindName(column.kind)) + u'/' + column.cloud();
        const auto edge = std::ranges::find(table.foreignKeys, column.name, &ForeignKey::column);
        if (edge != table.foreignKeys.cend())
            text += u'/' + schema.tables[edge->parent].name;
        columns.insert(column.name, text);
    }
    return QString::fromUtf8(QJsonDocument(QJsonObject{{u"cloud"_s, table.cloud()}, {u"columns"_s, columns}})
                                 .toJson(QJsonDocument::Compact));
}

RepairNeed needAfterChange(const QString &before, const QString &now)
{
    RepairNeed need;
    const QJsonObject old = QJsonDocument::fromJson(before.toUtf8()).object();
    const QJsonObject present = QJsonDocument::fromJson(now.toUtf8()).object();
    if (old.isEmpty())
        return need;
    need.allRows = old.value("cloud"_L1) != present.value("cloud"_L1);
    const QJsonObject oldColumns = old.value("columns"_L1).toObject();
    const QJsonObject columns = present.value("columns"_L1).toObject();
    for (auto it = columns.begin(); it != columns.end(); ++it) {
        if (oldColumns.value(it.key()) != it.value())
            need.columns.append(it.key());
    }
    return need;
}

LibraryRepair::LibraryRepair(const Database &database, const Schema &schema)
    : m_database(database)
    , m_schema(schema)
{
}

Error LibraryRepair::note(const Table &table, const RepairNeed &need) const
{
    if (need.isEmpty())
        return {};
    const QString key = repairKey + table.name;
    const auto known = m_database.value(u"SELECT value FROM lumasync_meta WHERE key = ?"_s, {key});
    if (!known)
        return known.error();
    QString text = allRowsMark;
    if (!need.allRows && known->toString() != allRowsMark) {
        QJsonArray columns = QJsonDocument::fromJson(known->toString().toUtf8()).array();
        for (const QString &column : need.columns)
            columns.append(column);
        text = QString::fromUtf8(QJsonDocument(columns).toJson(QJsonDocument::Compact));
    }
    return m_database.run(metaStatement(), {key, text});
}

// Stamps are used once: those of the later copy count as used.
Error LibraryRepair::noteOlderCopy(qint64 stamp) const
{
    return m_database.inTransaction([&]() -> Error {
        for (const Table &table : m_schema.tables) {
            if (Error error = note(table, {.allRows = true}))
                return error;
        }
        if (Error error = m_database.run(metaStatement(), {u"next_stamp"_s, stamp + 1}))
            return error;
        return m_schema.files.owners.isEmpty() ? Error{} : StorageQueue(&m_database).requeueAll();
    });
}

Error LibraryRepair::run() const
{
    auto query = executed(m_database.connection(),
                          u"SELECT key, value FROM lumasync_meta WHERE key >= 'repair/' AND key < 'repair0'"_s);
    if (!query)
        return query.error();
    QList<std::pair<qsizetype, QString>> needs;
    while (query->next()) {
        const qsizetype table = m_schema.indexOf(query->value(0).toString().sliced(repairKey.size()));
        if (table >= 0) // else it is not backed up now; the note waits for its return
            needs.append({table, query->value(1).toString()});
    }
    if (Error error = readError(*query))
        return error;
    query->finish();
    for (const auto &[table, need] : std::as_const(needs)) {
        if (Error error = mark(table, need))
            return error;
    }
    return {};
}

// The sign says "changed since", so that a row that is on its way just now stays dirty and a deletion leaves a
// tombstone; no stamp is ever 1, so -1 reads the same where there was none.
Error LibraryRepair::mark(qsizetype table, const QString &need) const
{
    const Table &described = m_schema.tables[table];
    QString where;
    if (need != allRowsMark) {
        QStringList filled;
        for (const QJsonValue &column : QJsonDocument::fromJson(need.toUtf8()).array()) {
            if (std::ranges::find(described.columns, column.toString(), &Column::name) != described.columns.cend())
                filled.append(quoted(column.toString()) + u" IS NOT NULL"_s);
        }
        where = u" WHERE "_s + (filled.isEmpty() ? u"0"_s : filled.join(u" OR "_s));
    }
    Bookkeeping bookkeeping(m_database, m_schema);
    return bookkeeping.run({table}, [&]() -> Error {
        const auto marked = bookkeeping.mark(
            table,
            u"UPDATE "_s + quoted(described.name) +
                u" SET needs_sync = 1, sync_rev = CASE WHEN sync_rev = 0 THEN -1 ELSE -abs(sync_rev) END"_s + where,
            {});
        if (!marked)
            return marked.error();
        return m_database.run(u"DELETE FROM lumasync_meta WHERE key = ?"_s, {QString(repairKey + described.name)});
    });
}

} // namespace LumaSync
