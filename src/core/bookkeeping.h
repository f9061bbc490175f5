// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schema.h"

#include <QSet>
#include <QVariantList>

#include <functional>

namespace LumaSync {

class Database;

/// Writes the module's columns of the host's rows so that the host cannot tell: no trigger of the host takes part.
///
/// A guard row makes the module's own AFTER UPDATE trigger skip those of the host, which costs next to nothing. Where a
/// trigger of the host runs all the same (a BEFORE UPDATE trigger, or one younger than ours), SQLite's count of changes
/// shows it: the transaction is rolled back and repeated with the triggers of that table taken out and put back inside
/// of it. Lives in the thread of its database connection.
class Bookkeeping
{
public:
    /// `database` and `schema` outlive this object.
    Bookkeeping(const Database &database, const Schema &schema);

    /// One transaction in which mark() may be called for `tables`. `work` may run twice: it must not keep what a first
    /// run did.
    [[nodiscard]] Error run(const QList<qsizetype> &tables, const std::function<Error()> &work);
    /// Runs one UPDATE of the module's columns of a table. Gives the number of rows. Only inside of run().
    [[nodiscard]] Expected<int> mark(qsizetype table, const QString &sql, const QVariantList &values);

private:
    struct HostTrigger
    {
        QString name;
        QString sql;
    };
    [[nodiscard]] Error once(const QList<qsizetype> &tables, const std::function<Error()> &work);
    [[nodiscard]] Expected<QList<HostTrigger>> takeOut(const Table &table) const;
    [[nodiscard]] Error putBack(const Table &table, const QList<HostTrigger> &triggers) const;

    const Database &m_database;
    const Schema &m_schema;
    QSet<qsizetype> m_intruded; ///< tables whose host triggers do not heed the guard
    bool m_repeat = false;
};

} // namespace LumaSync
