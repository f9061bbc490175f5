// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "sqlitefaults.h"

#include <sqlite3.h>

#include <algorithm>
#include <utility>

namespace {

SqliteFaults *currentFaults = nullptr;

// What is traced.
sqlite3 *handleOf(void *statement)
{
    return sqlite3_db_handle(static_cast<sqlite3_stmt *>(statement));
}

using Extension = void (*)(); // a function of other arguments, says sqlite.org/c3ref/auto_extension.html

} // namespace

SqliteFaults::SqliteFaults()
{
    currentFaults = this;
    sqlite3_auto_extension(reinterpret_cast<Extension>(&SqliteFaults::opened));
}

SqliteFaults::~SqliteFaults()
{
    sqlite3_cancel_auto_extension(reinterpret_cast<Extension>(&SqliteFaults::opened));
    currentFaults = nullptr;
    sqlite3_close(m_blocker);
}

void SqliteFaults::fail(int number, Kind kind)
{
    release();
    m_wanted = number;
    m_kind = kind;
    m_count = 0;
    m_failed = m_failCommit = false;
}

bool SqliteFaults::openBlocker(const QString &path)
{
    return sqlite3_open(path.toUtf8().constData(), &m_blocker) == SQLITE_OK;
}

bool SqliteFaults::isOfKind(unsigned event, void *statement, QByteArrayView sql) const
{
    if ((m_kind == Kind::Cut) != (event == SQLITE_TRACE_ROW))
        return false;
    if (m_kind != Kind::Busy)
        return true;
    static constexpr QByteArrayView writing[] = {"BEGIN IMMEDIATE", "INSERT", "UPDATE", "DELETE"};
    return sqlite3_get_autocommit(handleOf(statement)) &&
           std::ranges::any_of(writing, [&](QByteArrayView verb) { return sql.startsWith(verb); });
}

void SqliteFaults::release()
{
    if (std::exchange(m_isBlocked, false))
        sqlite3_exec(m_blocker, "ROLLBACK", nullptr, nullptr, nullptr);
}

int SqliteFaults::opened(sqlite3 *connection, char **, const void *)
{
    if (!currentFaults->m_onOpen.isEmpty())
        sqlite3_exec(connection, currentFaults->m_onOpen.constData(), nullptr, nullptr, nullptr);
    sqlite3_trace_v2(connection, SQLITE_TRACE_STMT | SQLITE_TRACE_ROW, &SqliteFaults::traced, nullptr);
    sqlite3_commit_hook(connection, &SqliteFaults::committing, nullptr);
    return 0;
}

int SqliteFaults::traced(unsigned event, void *, void *statement, void *sql)
{
    const QByteArrayView text(event == SQLITE_TRACE_STMT ? static_cast<const char *>(sql) : "");
    if (!currentFaults || text.startsWith("--")) // of a trigger: part of a statement that was counted
        return 0;
    if (event == SQLITE_TRACE_STMT)
        currentFaults->release(); // the statement that it was for is over
    if (!currentFaults->isOfKind(event, statement, text) || ++currentFaults->m_count != currentFaults->m_wanted ||
        currentFaults->m_failed)
        return 0;
    currentFaults->m_failed = true;
    if (currentFaults->m_kind == Kind::Busy)
        currentFaults->m_isBlocked =
            sqlite3_exec(currentFaults->m_blocker, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == 0;
    else if (text.startsWith("COMMIT"))
        currentFaults->m_failCommit = true;
    else
        sqlite3_interrupt(handleOf(statement));
    return 0;
}

int SqliteFaults::committing(void *)
{
    return currentFaults && std::exchange(currentFaults->m_failCommit, false) ? 1 : 0;
}
