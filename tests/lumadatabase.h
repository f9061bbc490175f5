// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/database.h"
#include "core/dirtyrows.h"
#include "core/refusedrows.h"
#include "core/tombstones.h"

#include <QMap>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <optional>

/// A library with the reference app's schema in a folder of its own, and the host's connection to it (foreign keys on,
/// WAL).
class LumaDatabase
{
public:
    enum class Content {
        Nothing, ///< no table at all
        Schema,  ///< the reference app's tables and triggers, no row
        Rows,    ///< two venues' worth of rows in all thirteen tables
    };
    explicit LumaDatabase(Content content = Content::Rows);
    ~LumaDatabase();

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("library.db")); }
    [[nodiscard]] QSqlDatabase host() const;
    /// Runs statements as the host. Gives SQLite's message, empty on success.
    [[nodiscard]] QString run(const QString &sql, const QVariantList &values = {}) const;
    [[nodiscard]] QString runAll(const QStringList &statements) const;
    /// First column of the first row, as the host reads it.
    [[nodiscard]] QVariant value(const QString &sql, const QVariantList &values = {}) const;
    /// All rows, columns joined by '|', rows by line ends.
    [[nodiscard]] QString rows(const QString &sql) const;

    /// A further connection, for the calling thread. Closed by closeConnection().
    [[nodiscard]] static QSqlDatabase openConnection(const QString &name, const QString &path);
    static void closeConnection(const QString &name);
    /// The reference app's schema, one statement each.
    [[nodiscard]] static QStringList schemaStatements();
    [[nodiscard]] static QStringList tableNames();

private:
    QTemporaryDir m_folder;
    QString m_name;
};

/// The module on a library: migrated, with everything that reads it. `failure()` is empty when that worked.
class TrackedLibrary
{
public:
    explicit TrackedLibrary(const QString &path,
                            const LumaSync::SchemaDescription &description = LumaSync::SchemaDescription::luma());
    ~TrackedLibrary();

    [[nodiscard]] QString failure() const { return m_failure; }
    [[nodiscard]] const LumaSync::Database &database() const { return *m_database; }
    [[nodiscard]] const LumaSync::Schema &schema() const { return *m_schema; }
    [[nodiscard]] LumaSync::DirtyRows &rows() { return *m_rows; }
    [[nodiscard]] const LumaSync::DirtyRows &rows() const { return *m_rows; }
    [[nodiscard]] LumaSync::RefusedRows &refused() { return *m_refused; }
    [[nodiscard]] LumaSync::Tombstones &tombstones() { return *m_tombstones; }
    [[nodiscard]] LumaSync::CloudIds ids() const { return *m_ids; }
    [[nodiscard]] qsizetype index(const QString &table) const;

    /// Dirty rows of a table, read for sending, from the start and in one pass.
    [[nodiscard]] LumaSync::Expected<LumaSync::RowsRead> read(const QString &table, bool lastPass = false);
    /// Reads and clears everything in order, as a cycle without a network would. The pretended cloud refuses rows whose
    /// parent it does not have. Empty on success.
    [[nodiscard]] QString sendAll();
    /// Rows that the pretended cloud has refused for a missing parent.
    [[nodiscard]] int orphans() const { return m_orphans; }
    /// Called while rows are on their way: read, and not yet marked.
    std::function<void()> inFlight;
    /// Rows that were sent and are dirty all the same once they are marked: changed in between.
    [[nodiscard]] int editedInFlight() const { return m_editedInFlight; }
    /// What the cloud would hold after all sendAll() calls, by "table/id".
    [[nodiscard]] const QMap<QString, QByteArray> &cloud() const { return m_cloud; }
    /// What the cloud ought to hold: every row of the library as it would be sent now. Marks nothing.
    [[nodiscard]] LumaSync::Expected<QMap<QString, QByteArray>> expectedCloud() const;

private:
    [[nodiscard]] LumaSync::Error sendTable(qsizetype table, bool lastPass, LumaSync::HeldRows &held);
    [[nodiscard]] LumaSync::Error sendDeletes(qsizetype table);
    [[nodiscard]] LumaSync::Error clear(qsizetype table, const QList<LumaSync::OutgoingRow> &rows);
    [[nodiscard]] bool hasParents(qsizetype table, const QByteArray &json) const;

    QString m_failure;
    std::optional<LumaSync::Database> m_database;
    std::optional<LumaSync::Schema> m_schema;
    std::optional<LumaSync::CloudIds> m_ids;
    std::optional<LumaSync::RefusedRows> m_refused;
    std::unique_ptr<LumaSync::DirtyRows> m_rows;
    std::optional<LumaSync::Tombstones> m_tombstones;
    QMap<QString, QByteArray> m_cloud;
    int m_orphans = 0;
    int m_editedInFlight = 0;
};

/// The error as one line for QCOMPARE: "" where there is none, else kind, code and message.
[[nodiscard]] QString text(const LumaSync::Error &error);

// For tests: statements of the host, the module on a library, everything sent; each fails the test with what went
// wrong.
#define RUN_ON(host, sql) QCOMPARE((host).run(sql), QString())
#define RUN(sql) RUN_ON(host, sql)
#define TRACK(library, ...)                                                                                            \
    TrackedLibrary library(host.path() __VA_OPT__(, ) __VA_ARGS__);                                                    \
    QCOMPARE(library.failure(), QString())
#define SEND(library) QCOMPARE(library.sendAll(), QString())
