// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/database.h"
#include "core/schema.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

Error configurationError(const QString &code, const QString &message)
{
    return {.kind = Error::Kind::Configuration, .code = code, .message = message};
}

// Column affinity as SQLite derives it (sqlite.org/datatype3.html, 3.1), with the type names that say more.
ColumnKind kindOf(const QString &declaredType)
{
    const QString type = declaredType.toUpper();
    if (type.contains("BOOL"_L1))
        return ColumnKind::Boolean;
    if (type.contains("DATETIME"_L1) || type.contains("TIMESTAMP"_L1))
        return ColumnKind::Timestamp;
    if (type.contains("JSON"_L1))
        return ColumnKind::Json;
    if (type.contains("INT"_L1))
        return ColumnKind::Integer;
    if (type.contains("REAL"_L1) || type.contains("FLOA"_L1) || type.contains("DOUB"_L1) ||
        type.contains("NUMERIC"_L1) || type.contains("DECIMAL"_L1))
        return ColumnKind::Real;
    if (type.contains("BLOB"_L1))
        return ColumnKind::Bytes;
    return ColumnKind::Text;
}

bool isOneOf(const QString &name, std::initializer_list<QLatin1StringView> names)
{
    return std::ranges::any_of(names,
                               [&](QLatin1StringView other) { return name.compare(other, Qt::CaseInsensitive) == 0; });
}

bool isUnique(const Table &table, const QString &column)
{
    const auto isIt = [&](const QStringList &columns) {
        return columns.size() == 1 && columns[0].compare(column, Qt::CaseInsensitive) == 0;
    };
    return isIt(table.key) || std::ranges::any_of(table.uniqueKeys, isIt, &UniqueKey::columns);
}

struct Declared
{
    Table table;
    QStringList nullable;
    bool hasRemoteIds = false; ///< the column is there, so there may be some
};

struct RawForeignKey
{
    QString parent;
    QStringList from;
    QStringList to;
};

class Resolver
{
public:
    Resolver(const SchemaDescription &description, const QSqlDatabase &database)
        : m_description(description)
        , m_database(database)
    {
    }

    Expected<Schema> resolve()
    {
        QList<Table> tables;
        QList<QStringList> nullable;
        for (const TableDescription &described : m_description.tables) {
            auto declared = columns(described);
            if (!declared)
                return declared.error();
            if (Error error = uniqueKeys(declared->table))
                return error;
            if (Error error = watched(*declared))
                return error;
            tables.append(declared->table);
            nullable.append(declared->nullable);
        }
        for (qsizetype i = 0; i < tables.size(); ++i) {
            if (Error error = foreignKeys(tables, i))
                return error;
        }
        return inDependencyOrder(std::move(tables), nullable);
    }

private:
    Expected<Declared> columns(const TableDescription &described)
    {
        auto query =
            executed(m_database,
                     u"SELECT name, type, \"notnull\", pk FROM pragma_table_xinfo(?) WHERE hidden <> 1 ORDER BY cid"_s,
                     {described.name});
        if (!query)
            return query.error();
        Declared declared;
        declared.table.name = described.name;
        QStringList all;
        std::map<int, QString> key;
        while (query->next()) {
            const QString name = query->value(0).toString();
            all.append(name);
            if (!query->value(2).toBool())
                declared.nullable.append(name);
            if (const int position = query->value(3).toInt(); position > 0)
                key.emplace(position, name);
            if (isOneOf(name, {needsSyncColumn, syncRevColumn, remoteIdColumn, uidColumn}) ||
                described.localOnly.contains(name))
                continue;
            declared.table.columns.append({name, described.kinds.value(name, kindOf(query->value(1).toString()))});
        }
        declared.hasRemoteIds = all.contains(remoteIdColumn, Qt::CaseInsensitive);
        if (all.isEmpty())
            return configurationError(u"notable"_s,
                                      u"The library has no table '"_s + described.name +
                                          u"'. Check the schema description, or whether this is the right database."_s);
        for (const QString &column : described.localOnly + described.kinds.keys()) {
            if (!all.contains(column))
                return configurationError(u"nocolumn"_s, u"The table '"_s + described.name + u"' has no column '"_s +
                                                             column + u"'. Correct the schema description."_s);
        }
        if (key.empty())
            return configurationError(
                u"nokey"_s,
                u"The table '"_s + described.name +
                    u"' has no primary key. Rows without one cannot be told apart; add a key or leave the table out."_s);
        for (const auto &[position, name] : key)
            declared.table.key.append(name);
        // The surrogate key becomes the cloud id and is not sent beside it.
        if (declared.table.key.size() == 1 && isOneOf(declared.table.key[0], {"id"_L1}))
            declared.table.columns.removeIf([](const Column &column) { return isOneOf(column.name, {"id"_L1}); });
        else if (std::ranges::any_of(declared.table.columns,
                                     [](const Column &column) { return isOneOf(column.name, {"id"_L1}); }))
            return configurationError(
                u"idcolumn"_s,
                u"The table '"_s + described.name +
                    u"' has a column 'id' that is not its whole primary key, and 'id' is the row's cloud "
                    "id there. Rename that column, or name it as one that stays on this machine."_s);
        auto kind = executed(m_database, u"SELECT wr, strict FROM pragma_table_list(?) WHERE schema = 'main'"_s,
                             {described.name});
        if (!kind)
            return kind.error();
        const bool hasRowId = kind->next() && !kind->value(0).toBool();
        declared.table.strict = kind->isValid() && kind->value(1).toBool();
        for (const QLatin1StringView alias : {"rowid"_L1, "_rowid_"_L1, "oid"_L1}) {
            if (hasRowId && declared.table.rowId.isEmpty() && !all.contains(alias, Qt::CaseInsensitive))
                declared.table.rowId = alias;
        }
        return declared;
    }

    Error uniqueKeys(Table &table)
    {
        auto query = executed(
            m_database,
            u"SELECT list.name, info.name, info.coll FROM pragma_index_list(?) AS list, pragma_index_xinfo(list.name)"
            " AS info WHERE list.\"unique\" = 1 AND list.origin <> 'pk' AND info.key = 1 ORDER BY list.seq, info.seqno"_s,
            {table.name});
        if (!query)
            return query.error();
        std::map<QString, UniqueKey> byIndex;
        while (query->next()) {
            UniqueKey &key = byIndex[query->value(0).toString()];
            key.columns.append(query->value(1).toString());
            key.collations.append(query->value(2).toString());
        }
        for (const auto &[index, key] : byIndex) {
            if (!key.columns.contains(QString())) // an expression index has no column names
                table.uniqueKeys.append(key);
        }
        return {};
    }

    // Not watched: the key is the rowid, nothing else is unique, and no row has a cloud id of its own that a REPLACE
    // would lose.
    Error watched(Declared &declared)
    {
        Table &table = declared.table;
        auto unique = executed(m_database, u"SELECT 1 FROM pragma_index_list(?) WHERE \"unique\" = 1"_s, {table.name});
        if (!unique)
            return unique.error();
        table.watched = table.rowId.isEmpty() || table.key.size() != 1 || unique->next();
        if (table.watched || !declared.hasRemoteIds)
            return {};
        auto remote =
            executed(m_database, u"SELECT 1 FROM "_s + quoted(table.name) + u" WHERE remote_id IS NOT NULL LIMIT 1"_s);
        if (!remote)
            return remote.error();
        table.watched = remote->next();
        return {};
    }

    Error foreignKeys(QList<Table> &tables, qsizetype index)
    {
        Table &table = tables[index];
        auto query = executed(
            m_database, u"SELECT id, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?) ORDER BY id, seq"_s,
            {table.name});
        if (!query)
            return query.error();
        std::map<int, RawForeignKey> raw;
        while (query->next()) {
            RawForeignKey &edge = raw[query->value(0).toInt()];
            edge.parent = query->value(1).toString();
            edge.from.append(query->value(2).toString());
            edge.to.append(query->value(3).toString());
        }
        for (const auto &[id, edge] : raw) {
            const auto parent = std::ranges::find_if(tables, [&](const Table &candidate) {
                return candidate.name.compare(edge.parent, Qt::CaseInsensitive) == 0;
            });
            const bool sent =
                std::ranges::any_of(table.columns, [&](const Column &column) { return column.name == edge.from[0]; });
            // Edges to tables that stay here, composite edges and edges that name no single row travel as the plain
            // values that they are.
            if (parent == tables.end() || edge.from.size() != 1 || parent->key.size() != 1 || !sent)
                continue;
            const QString column = edge.to[0].isEmpty() ? parent->key[0] : edge.to[0];
            if (!isUnique(*parent, column) ||
                std::ranges::find(table.foreignKeys, edge.from[0], &ForeignKey::column) != table.foreignKeys.end())
                continue;
            table.foreignKeys.append({edge.from[0], std::distance(tables.begin(), parent), column, false});
        }
        return {};
    }

    const SchemaDescription &m_description;
    const QSqlDatabase &m_database;
};

} // namespace

Expected<Schema> Schema::resolve(const SchemaDescription &description, const QSqlDatabase &database)
{
    return Resolver(description, database).resolve();
}

} // namespace LumaSync
