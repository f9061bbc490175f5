// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/tombstones.h"

#include "core/database.h"
#include "core/rowquery.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace LumaSync {

Tombstones::Tombstones(const Database &database, const Schema &schema, CloudIds ids)
    : m_database(database)
    , m_schema(schema)
    , m_ids(ids)
{
}

Expected<PendingDeletes> Tombstones::pending(qsizetype table, int limit) const
{
    const Table &described = m_schema.tables[table];
    const QString name = quoted(described.name);
    PendingDeletes pending;
    const Error error = m_database.inTransaction([&]() -> Error {
        auto query = executed(m_database.connection(),
                              u"SELECT id, row_key, remote_id FROM lumasync_tombstones WHERE table_name = ? ORDER BY id LIMIT ?"_s,
                              {described.name, limit});
        if (!query)
            return query.error();
        QSet<QString> seen;
        while (query->next()) {
            pending.upTo = query->value(0).toLongLong();
            const QString key = query->value(1).toString();
            const QByteArray id = m_ids.id(described.name, key.toUtf8(), query->value(2).toByteArray());
            // The key is made of SQL literals by SQLite's own quote(), so it stands in a statement as it is.
            auto living = executed(m_database.connection(), u"SELECT remote_id FROM "_s + name + u" WHERE "_s
                                             + RowQuery(m_schema, table).keyTuple() + u" = ("_s + key + u')');
            if (!living)
                return living.error();
            if (living->next() && m_ids.id(described.name, key.toUtf8(), living->value(0).toByteArray()) == id)
                continue;
            if (const QString text = QString::fromLatin1(id); !seen.contains(text)) {
                seen.insert(text);
                pending.cloudIds.append(text);
            }
        }
        if (pending.upTo > 0 && pending.cloudIds.isEmpty())
            return done(table, pending.upTo);
        return {};
    });
    if (error)
        return error;
    return pending;
}

Error Tombstones::done(qsizetype table, qint64 upTo) const
{
    return m_database.run(u"DELETE FROM lumasync_tombstones WHERE table_name = ? AND id <= ?"_s, {m_schema.tables[table].name, upTo});
}

} // namespace LumaSync
