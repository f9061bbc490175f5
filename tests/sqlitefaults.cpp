// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "sqlitefaults.h"

#include <QByteArray>
#include <QLibrary>

#include <algorithm>
#include <utility>

namespace {

SqliteFaults *current = nullptr;

// sqlite.org/c3ref: declared here, because the tests need no development package otherwise.
constexpr unsigned traceStatement = 1;
constexpr unsigned traceRow = 4;

template <typename Function>
Function symbol(const char *name)
{
    static QLibrary library(QStringLiteral("sqlite3"), 0);
    return reinterpret_cast<Function>(library.resolve(name));
}

using Open = int (*)(sqlite3 *, char **, const void *);
using Trace = int (*)(unsigned, void *, void *, void *);
const auto autoExtension = symbol<int (*)(Open)>("sqlite3_auto_extension");
const auto cancelAutoExtension = symbol<int (*)(Open)>("sqlite3_cancel_auto_extension");
const auto traceConnection = symbol<int (*)(sqlite3 *, unsigned, Trace, void *)>("sqlite3_trace_v2");
const auto commitHook = symbol<void *(*)(sqlite3 *, int (*)(void *), void *)>("sqlite3_commit_hook");
const auto interrupt = symbol<void (*)(sqlite3 *)>("sqlite3_interrupt");
const auto handleOf = symbol<sqlite3 *(*)(void *)>("sqlite3_db_handle");
const auto isAutocommit = symbol<int (*)(sqlite3 *)>("sqlite3_get_autocommit");
const auto openConnection = symbol<int (*)(const char *, sqlite3 **)>("sqlite3_open");
const auto closeConnection = symbol<int (*)(sqlite3 *)>("sqlite3_close");
const auto execute = symbol<int (*)(sqlite3 *, const char *, void *, void *, char **)>("sqlite3_exec");

} // namespace

bool SqliteFaults::areAvailable()
{
    return autoExtension && cancelAutoExtension && traceConnection && commitHook && interrupt && handleOf && execute &&
           isAutocommit && openConnection && closeConnection;
}

SqliteFaults::SqliteFaults()
{
    current = this;
    if (areAvailable())
        autoExtension(&SqliteFaults::opened);
}

SqliteFaults::~SqliteFaults()
{
    if (areAvailable())
        cancelAutoExtension(&SqliteFaults::opened);
    current = nullptr;
    if (m_blocker)
        closeConnection(m_blocker);
}

void SqliteFaults::failStatement(int number, Kind kind)
{
    release();
    m_wanted = number;
    m_kind = kind;
    m_count = 0;
    m_failed = m_failCommit = false;
}

bool SqliteFaults::openBlocker(const QString &path)
{
    return openConnection(path.toUtf8().constData(), &m_blocker) == 0;
}

bool SqliteFaults::isOfKind(unsigned event, void *statement, QByteArrayView sql) const
{
    if ((m_kind == Kind::Cut) != (event == traceRow))
        return false;
    if (m_kind != Kind::Busy)
        return true;
    static constexpr QByteArrayView writing[] = {"BEGIN IMMEDIATE", "INSERT", "UPDATE", "DELETE"};
    return isAutocommit(handleOf(statement)) &&
           std::ranges::any_of(writing, [&](QByteArrayView verb) { return sql.startsWith(verb); });
}

void SqliteFaults::release()
{
    if (std::exchange(m_isBlocked, false))
        execute(m_blocker, "ROLLBACK", nullptr, nullptr, nullptr);
}

int SqliteFaults::opened(sqlite3 *connection, char **, const void *)
{
    if (!current->m_onOpen.isEmpty())
        execute(connection, current->m_onOpen.constData(), nullptr, nullptr, nullptr);
    traceConnection(connection, traceStatement | traceRow, &SqliteFaults::traced, nullptr);
    commitHook(connection, &SqliteFaults::committing, nullptr);
    return 0;
}

int SqliteFaults::traced(unsigned event, void *, void *statement, void *sql)
{
    const QByteArrayView text(event == traceStatement ? static_cast<const char *>(sql) : "");
    if (!current || text.startsWith("--")) // of a trigger: part of a statement that was counted
        return 0;
    if (event == traceStatement)
        current->release(); // the statement that it was for is over
    if (!current->isOfKind(event, statement, text) || ++current->m_count != current->m_wanted || current->m_failed)
        return 0;
    current->m_failed = true;
    if (current->m_kind == Kind::Busy)
        current->m_isBlocked = execute(current->m_blocker, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == 0;
    else if (text.startsWith("COMMIT"))
        current->m_failCommit = true;
    else
        interrupt(handleOf(statement));
    return 0;
}

int SqliteFaults::committing(void *)
{
    return current && std::exchange(current->m_failCommit, false) ? 1 : 0;
}
