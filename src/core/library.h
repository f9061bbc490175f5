// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/bookkeeping.h"
#include "core/database.h"
#include "core/dirtyrows.h"
#include "core/refusedrows.h"
#include "core/tombstones.h"

#include <memory>

namespace LumaSync {

/// The host's library as the tabular side sees it: one connection, the resolved schema, and what is tracked in it.
/// Lives in the thread that opened it.
class Library
{
public:
    /// Opens, resolves and migrates, and repairs what happened to the library meanwhile. Errors: see Database::open,
    /// Schema::resolve and Migration::run.
    [[nodiscard]] static Expected<std::unique_ptr<Library>>
    open(const QString &path, const SchemaDescription &description,
         std::chrono::milliseconds busyTimeout = std::chrono::seconds(5));

    /// A value of `lumasync_meta`, empty where it was never set.
    [[nodiscard]] Expected<QString> meta(const QString &key) const;
    [[nodiscard]] Error setMeta(const QString &key, const QString &value) const;

    /// Makes every row and file a new one of the account `uid`: new cloud ids, everything waits to be sent, nothing of
    /// the former account is deleted anywhere. This object must not be used afterwards: open the library again.
    [[nodiscard]] Error adopt(const QString &uid);

    /// Whether the database's schema is another than when it was opened: open it again.
    [[nodiscard]] bool isOutdated() const;
    /// Notes outside of the database how far the backup has come (see LibraryWitness). After each cycle that sent
    /// something.
    void remember() const;

    [[nodiscard]] const Database &database() const { return m_database; }
    [[nodiscard]] const Schema &schema() const { return m_schema; }
    [[nodiscard]] CloudIds ids() const { return m_ids; }
    [[nodiscard]] DirtyRows &rows() { return m_rows; }
    [[nodiscard]] RefusedRows &refused() { return m_refused; }
    [[nodiscard]] Tombstones &tombstones() { return m_tombstones; }

private:
    Library(Database database, Schema schema, CloudIds ids);
    [[nodiscard]] static Error repairOlderCopy(const Database &database, const Schema &schema, const QString &path);
    [[nodiscard]] Error adoptRows(Bookkeeping &bookkeeping);

    Database m_database;
    QString m_path;
    qint64 m_schemaVersion = -1; ///< SQLite's own counter
    Schema m_schema;
    CloudIds m_ids;
    RefusedRows m_refused;
    DirtyRows m_rows;
    Tombstones m_tombstones;
};

} // namespace LumaSync
