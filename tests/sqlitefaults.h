// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

struct sqlite3;

/// Makes SQLite itself fail, with nothing of the product knowing: by the C interface of the very library that Qt's
/// driver uses. Concerns connections that are opened while the object lives. One at a time, one thread.
class SqliteFaults
{
public:
    SqliteFaults();
    ~SqliteFaults();
    Q_DISABLE_COPY_MOVE(SqliteFaults)

    enum class Kind {
        Broken, ///< a COMMIT rolls back, anything else is interrupted
        Cut,    ///< a reading ends with an error behind a row; counts rows instead of statements
        Busy,   ///< another connection is writing; counts statements that begin to write, and no others
    };

    /// The n-th statement (or row) from now on fails, counted from 1; 0: none.
    void fail(int number, Kind kind = Kind::Broken);
    /// The library, for Kind::Busy.
    [[nodiscard]] bool openBlocker(const QString &path);
    [[nodiscard]] bool hasFailed() const { return m_failed; }
    /// Runs this on each connection when it is opened: `PRAGMA query_only = ON`, say.
    void onOpen(const QString &sql) { m_onOpen = sql.toUtf8(); }

private:
    static int opened(sqlite3 *connection, char **message, const void *api);
    static int traced(unsigned type, void *context, void *statement, void *sql);
    static int committing(void *context);

    [[nodiscard]] bool isOfKind(unsigned event, void *statement, QByteArrayView sql) const;
    void release();

    QByteArray m_onOpen;
    Kind m_kind = Kind::Broken;
    sqlite3 *m_blocker = nullptr;
    int m_wanted = 0;
    int m_count = 0;
    bool m_failed = false;
    bool m_failCommit = false;
    bool m_isBlocked = false;
};
