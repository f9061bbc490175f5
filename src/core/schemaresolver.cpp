// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/database.h"
#include "core/schema.h"
#include "core/trackingsql.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

Error configurationError(const QString &code, const QString &message)
{
    return {.kind = Error::Kind::Configuration, .code = code, .message = message};
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
        if (Error error = m_description.check())
            return error;
        QList<Table> tables;
        QList<QStringList> nullable;
        QList<TableDescription> present;
        for (const TableDescription &described : m_description.tables) {
            auto declared = columns(described);
            if (!declared) {
                if (declared.error().code != "notable"_L1)
                    return declared.error();
                const auto dropped = wasTracked(described.name);
                if (!dropped)
                    return dropped.error();
                if (!*dropped || m_description.tables.size() == 1)
                    return declared.error();
                continue; // the host has dropped it: the others go on
            }
            present.append(described);
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
        FileCatalog files;
        for (qsizetype i = 0; i < tables.size(); ++i) {
            if (present[i].files.isEmpty())
                continue;
            auto owner = fileOwner(present[i], tables[i]);
            if (!owner)
                return owner.error();
            files.owners.append(*owner);
        }
        auto schema = inDependencyOrder(std::move(tables), nullable);
        if (schema)
            schema->files = std::move(files);
        return schema;
    }

private:
    /// It was there, and backed up, when the library was migrated last.
    Expected<bool> wasTracked(const QString &table)
    {
        auto meta = executed(m_database, u"SELECT 1 FROM sqlite_master WHERE name = 'lumasync_meta'"_s);
        if (!meta)
            return meta.error();
        if (!meta->next())
            return false;
        auto known =
            executed(m_database, u"SELECT 1 FROM lumasync_meta WHERE key = ?"_s, {QString(trackedKey + table)});
        if (!known)
            return known.error();
        return known->next();
    }

    Expected<Declared> columns(const TableDescription &described)
    {
        auto query = executed(m_database,
                              u"SELECT name, type, \"notnull\", pk, hidden, dflt_value FROM pragma_table_xinfo(?) "
                              "WHERE hidden <> 1 ORDER BY cid"_s,
                              {described.name});
        if (!query)
            return query.error();
        Declared declared;
        declared.table.name = described.name;
        declared.table.cloudName = described.cloudName;
        QStringList all;
        std::map<int, QString> key;
        while (query->next()) {
            Column column{.name = query->value(0).toString()};
            all.append(column.name);
            column.nullable = !query->value(2).toBool();
            if (column.nullable)
                declared.nullable.append(column.name);
            if (const int position = query->value(3).toInt(); position > 0) {
                key.emplace(position, column.name);
                column.nullable = false;
            }
            // The owner's column is filled by the module, unless it was given another name in the cloud.
            const bool isOwners = isOneOf(column.name, {uidColumn}) && !described.cloudNames.contains(column.name);
            if (isOneOf(column.name, {needsSyncColumn, syncRevColumn, remoteIdColumn}) || isOwners ||
                described.localOnly.contains(column.name))
                continue;
            column.kind = described.kinds.value(column.name, kindOfDeclared(query->value(1).toString()));
            column.cloudName = described.cloudNames.value(column.name);
            column.generated = query->value(4).toInt() > 1;
            column.defaultValue = query->value(5).toString();
            declared.table.columns.append(column);
        }
        if (Error error = readError(*query))
            return error;
        declared.hasRemoteIds = all.contains(remoteIdColumn, Qt::CaseInsensitive);
        if (Error error = checkColumns(described, declared.table, all))
            return error;
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
                                     [](const Column &column) { return isOneOf(column.cloud(), {"id"_L1}); }))
            return configurationError(u"idcolumn"_s,
                                      u"The table '"_s + described.name +
                                          u"' has a column 'id' that is not its whole primary key, and 'id' is the "
                                          u"row's cloud id there. Give "
                                          u"that column another name in the cloud, or keep it on this machine."_s);
        if (Error error = cloudNames(declared.table))
            return error;
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

    static Error checkColumns(const TableDescription &described, const Table &table, const QStringList &all)
    {
        if (all.isEmpty())
            return configurationError(u"notable"_s,
                                      u"The library has no table '"_s + described.name +
                                          u"'. Check the schema description, or whether this is the right database."_s);
        QStringList wanted = described.localOnly + described.kinds.keys() + described.cloudNames.keys();
        if (!described.titleColumn.isEmpty())
            wanted.append(described.titleColumn);
        for (const QString &column : std::as_const(wanted)) {
            if (!all.contains(column))
                return configurationError(u"nocolumn"_s, u"The table '"_s + table.name + u"' has no column '"_s +
                                                             column + u"'. Correct the schema description."_s);
        }
        return {};
    }

    static Error cloudNames(const Table &table)
    {
        QHash<QString, QString> names;
        for (const Column &column : table.columns) {
            if (names.contains(column.cloud()))
                return configurationError(u"cloudname"_s, u"The columns '"_s + names.value(column.cloud()) +
                                                              u"' and '"_s + column.name + u"' of the table '"_s +
                                                              table.name + u"' have one name in the cloud, '"_s +
                                                              column.cloud() + u"'. Give one of them another."_s);
            names.insert(column.cloud(), column.name);
        }
        return {};
    }

    Expected<QStringList> columnsOf(const QString &table)
    {
        auto query = executed(m_database, u"SELECT name FROM pragma_table_xinfo(?)"_s, {table});
        if (!query)
            return query.error();
        QStringList names;
        while (query->next())
            names.append(query->value(0).toString());
        if (Error error = readError(*query))
            return error;
        return names;
    }

    Error haveColumns(const QString &place, const QString &table, QStringList wanted)
    {
        const auto all = columnsOf(table);
        if (!all)
            return all.error();
        wanted.removeAll(QString());
        for (const QString &column : std::as_const(wanted)) {
            if (!all->contains(column, Qt::CaseInsensitive))
                return configurationError(
                    u"nocolumn"_s,
                    place +
                        (all->isEmpty() ? QString(u"the library has no table '"_s + table)
                                        : QString(u"the table '"_s + table + u"' has no column '"_s + column)) +
                        u"'. Correct the schema description."_s);
        }
        return {};
    }

    Expected<FileOwner> fileOwner(const TableDescription &described, const Table &table)
    {
        if (table.key.size() != 1)
            return configurationError(u"filekey"_s, u"The table '"_s + table.name +
                                                        u"' has files and a key of several columns. Files need a "
                                                        u"single key column; put them into a table of their own."_s);
        for (const FileDescription &file : described.files) {
            const QString place = u"Table '"_s + table.name + u"', file '"_s + file.kind + u"': "_s;
            QStringList wanted{file.pathColumn, file.storageColumn};
            wanted += patternColumns(file.object).value_or(QStringList());
            if (Error error = haveColumns(place, table.name, wanted))
                return error;
            for (const PackageMember &member : file.members) {
                QStringList columns{member.ownerColumn, member.whereColumn, member.pathColumn, member.storageColumn};
                columns += member.revisionColumns;
                for (const PackageField &field : member.fields)
                    columns.append(field.column);
                if (Error error = haveColumns(place, member.table.isEmpty() ? table.name : member.table, columns))
                    return error;
            }
        }
        auto type = executed(m_database, u"SELECT type FROM pragma_table_xinfo(?) WHERE name = ?"_s,
                             {table.name, table.key[0]});
        if (!type)
            return type.error();
        const bool isInteger = type->next() && kindOfDeclared(type->value(0).toString()) == ColumnKind::Integer;
        return FileOwner{table.name, table.key[0], described.titleColumn, isInteger, described.files};
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
        if (Error error = readError(*query))
            return error;
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
        if (Error error = readError(*query))
            return error;
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
