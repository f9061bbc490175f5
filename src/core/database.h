// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/error.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <functional>

namespace LumaSync {

/// One connection to the library, for the thread that made it. Move-only; the connection closes with it.
class Database
{
public:
    /// Opens an existing SQLite file. Errors: Configuration (no such file), Database with the code "notadb",
    /// "cantopen", "busy", "readonly", "corrupt", ... and a sentence that says what to do.
    [[nodiscard]] static Expected<Database> open(const QString &path,
                                                 std::chrono::milliseconds busyTimeout = std::chrono::seconds(5));

    Database(Database &&other) noexcept;
    Database &operator=(Database &&other) noexcept;
    ~Database();

    [[nodiscard]] QSqlDatabase connection() const;
    /// Runs one statement that gives no rows. `sql` is prepared, `values` are bound in order.
    [[nodiscard]] Error run(const QString &sql, const QVariantList &values = {}) const;
    /// The first column of the first row, or an invalid QVariant where there is no row.
    [[nodiscard]] Expected<QVariant> value(const QString &sql, const QVariantList &values = {}) const;
    /// Runs `work` inside BEGIN IMMEDIATE; commits when it returns no error, otherwise rolls back.
    [[nodiscard]] Error inTransaction(const std::function<Error()> &work) const;

private:
    explicit Database(QString name);
    QString m_name;
};

/// What SQLite said, by name ("busy", "full", "readonly", "corrupt", "notadb", "cantopen", ...), with the remedy.
[[nodiscard]] Error databaseError(const QSqlError &error);
/// Tells one file from another under the same name, without opening it: closing a second descriptor of a database drops
/// SQLite's locks (sqlite.org/howtocorrupt.html, 2.2). Empty where there is no file.
[[nodiscard]] QString fileIdentity(const QString &path);
/// A prepared and executed statement, or its error.
[[nodiscard]] Expected<QSqlQuery> executed(const QSqlDatabase &connection, const QString &sql,
                                           const QVariantList &values = {});
/// Why next() gave no further row: no error where there was none. Without this question a reading that broke off looks
/// like a complete one.
[[nodiscard]] Error readError(const QSqlQuery &query);

} // namespace LumaSync
