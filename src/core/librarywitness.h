// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

namespace LumaSync {

/// What is remembered of a library outside of it, in a file beside the database ("library.db-lumasync"): how far its
/// backup had come. A database that is behind that is an older copy, put in the place of the one that was backed up;
/// its rows look backed up, but the cloud has later ones. Written after each cycle that sent something, so that the
/// file is never ahead of the database that it was written for. Losing it costs the detection and nothing else.
class LibraryWitness
{
public:
    struct Memory
    {
        QString libraryId;
        qint64 stamp = 0; ///< `next_stamp` of lumasync_meta
    };

    explicit LibraryWitness(const QString &databasePath);

    [[nodiscard]] std::optional<Memory> read() const;
    /// Best effort: a folder that cannot be written has no witness.
    void write(const Memory &memory) const;
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    QString m_path;
};

} // namespace LumaSync
