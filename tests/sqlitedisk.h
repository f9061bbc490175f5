// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

/// A disk that fails: what SQLite reads and writes passes through here (sqlite.org/vfs.html). Concerns connections that
/// are opened while the object lives. One at a time, one thread.
class SqliteDisk
{
public:
    SqliteDisk();
    ~SqliteDisk();
    Q_DISABLE_COPY_MOVE(SqliteDisk)

    enum class Kind {
        Full,       ///< no room for what is written
        WriteError, ///< what is written is not taken
        ReadError,  ///< what is read does not come
        SyncError,  ///< what was written is not known to be on the disk
    };

    /// The n-th access of this kind from now on fails, counted from 1; 0: none.
    void fail(int number, Kind kind = Kind::Full);
    [[nodiscard]] bool hasFailed() const { return m_failed; }

    enum class Access { Read, Write, Sync, Other };
    /// SQLite's code for this access, which is counted here; 0: it succeeds.
    [[nodiscard]] static int failure(Access access);

private:
    Kind m_kind = Kind::Full;
    int m_wanted = 0;
    int m_count = 0;
    bool m_failed = false;
};
