// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/bookkeeping.h"

#include "core/database.h"
#include "core/trackingsql.h"

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

// The two of ours that fire on UPDATE of the module's columns, the one that must be youngest last.
QList<std::pair<QString, QString>> ownUpdateTriggers(const Table &table)
{
    return TrackingSql(table).triggers().last(2);
}

} // namespace

Bookkeeping::Bookkeeping(const Database &database, const Schema &schema)
    : m_database(database)
    , m_schema(schema)
{
}

Error Bookkeeping::run(const QList<qsizetype> &tables, const std::function<Error()> &work)
{
    Error error;
    do {
        m_repeat = false;
        error = m_database.inTransaction([&] { return once(tables, work); });
    } while (m_repeat);
    return error;
}

Error Bookkeeping::once(const QList<qsizetype> &tables, const std::function<Error()> &work)
{
    if (Error error = m_database.run(u"INSERT INTO lumasync_guard VALUES (1)"_s))
        return error;
    QList<std::pair<qsizetype, QList<HostTrigger>>> taken;
    for (qsizetype table : tables) {
        if (!m_intruded.contains(table))
            continue;
        auto triggers = takeOut(m_schema.tables[table]);
        if (!triggers)
            return triggers.error();
        taken.append({table, *triggers});
    }
    if (Error error = work())
        return error;
    for (const auto &[table, triggers] : taken) {
        if (Error error = putBack(m_schema.tables[table], triggers))
            return error;
    }
    return m_database.run(u"DELETE FROM lumasync_guard"_s);
}

Expected<int> Bookkeeping::mark(qsizetype table, const QString &sql, const QVariantList &values)
{
    const auto before = m_database.value(u"SELECT total_changes()"_s);
    if (!before)
        return before.error();
    const auto query = executed(m_database.connection(), sql, values);
    int rows = 0;
    if (query) {
        rows = query->numRowsAffected();
        const auto after = m_database.value(u"SELECT total_changes()"_s);
        if (!after)
            return after.error();
        if (after->toLongLong() - before->toLongLong() == rows)
            return rows;
    } else if (query.error().code != "constraint"_L1) { // what RAISE(ABORT) in a trigger of the host gives
        return query.error();
    }
    m_repeat = !m_intruded.contains(table);
    m_intruded.insert(table);
    if (!query)
        return query.error();
    return Error{.kind = Error::Kind::Configuration,
                 .code = u"trigger"_s,
                 .message = u"A trigger of the table '"_s + m_schema.tables[table].name +
                            u"' changes rows whenever the module marks one as sent, and could not be kept from it. "
                            u"Restrict that trigger to the "
                            "columns that it is meant for (AFTER UPDATE OF ...)."_s};
}

Expected<QList<Bookkeeping::HostTrigger>> Bookkeeping::takeOut(const Table &table) const
{
    const QStringList own = TrackingSql(table).triggerNames();
    auto query = executed(
        m_database.connection(),
        u"SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? COLLATE NOCASE ORDER BY rowid"_s,
        {table.name});
    if (!query)
        return query.error();
    QList<HostTrigger> triggers;
    while (query->next()) {
        if (const QString name = query->value(0).toString(); !own.contains(name, Qt::CaseInsensitive))
            triggers.append({name, query->value(1).toString()});
    }
    if (Error error = readError(*query))
        return error;
    query->finish();
    QStringList names;
    for (const HostTrigger &trigger : std::as_const(triggers))
        names.append(trigger.name);
    for (const auto &[name, statement] : ownUpdateTriggers(table))
        names.append(name);
    for (const QString &name : std::as_const(names)) {
        if (Error error = m_database.run(u"DROP TRIGGER IF EXISTS "_s + quoted(name)))
            return error;
    }
    return triggers;
}

// In the old order, and ours last again, so that the last of them stays the youngest.
Error Bookkeeping::putBack(const Table &table, const QList<HostTrigger> &triggers) const
{
    for (const HostTrigger &trigger : triggers) {
        if (Error error = m_database.run(trigger.sql))
            return error;
    }
    for (const auto &[name, statement] : ownUpdateTriggers(table)) {
        if (Error error = m_database.run(statement))
            return error;
    }
    return {};
}

} // namespace LumaSync
