// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

#include <memory>
#include <optional>

namespace Luma {

/// The reference app's SQLite connection: foreign keys on, WAL, a busy time-out of 5 s. The connection has a
/// name of its own and is removed with this object. Thread: the one that opened it.
class Database
{
public:
    enum class Mode { Create, Existing };

    /// Create makes the schema in a new file; Existing refuses a file that is missing, not SQLite, or of
    /// another schema.
    static Result<std::unique_ptr<Database>> open(const QString &path, Mode mode);
    /// The thirteen tables that a person's work lives in, parents before children. "settings" is not among
    /// them.
    static const QStringList &libraryTables();

    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    QSqlDatabase handle() const;
    Result<void> run(const QString &sql, const QVariantList &values = {});
    /// The first column of the first row; an invalid QVariant when there is no row.
    Result<QVariant> value(const QString &sql, const QVariantList &values = {});
    /// The first column of all rows.
    Result<QVariantList> column(const QString &sql, const QVariantList &values = {});

private:
    explicit Database(QString connection);
    Result<void> prepareConnection(Mode mode);

    QString m_connection;
};

/// One transaction. Errors are sticky: after the first one nothing more is written, and commit() rolls back
/// and returns it, so that a writer of many rows needs one check. Not committed means rolled back.
class RowWriter
{
public:
    explicit RowWriter(Database &database);
    ~RowWriter();
    RowWriter(const RowWriter &) = delete;
    RowWriter &operator=(const RowWriter &) = delete;

    /// The created_at and updated_at of the rows that follow: seconds since 1970, UTC.
    void setTime(qint64 seconds);
    const QString &time() const { return m_time; }
    void run(const QString &sql, const QVariantList &values = {});
    qint64 rows() const { return m_rows; }
    bool isFailed() const { return m_failure.has_value(); }
    Result<void> commit();

private:
    friend class Inserter;
    void fail(const QSqlQuery &query);

    Database &m_database;
    QString m_time;
    qint64 m_rows = 0;
    bool m_open = false;
    std::optional<Failure> m_failure;
};

/// A prepared INSERT of one table: the given columns, then created_at and updated_at from the writer's time.
class Inserter
{
public:
    Inserter(RowWriter &writer, QLatin1StringView table, const QStringList &columns);
    /// Values in the order of the columns. Returns the row's rowid, -1 after a failure.
    qint64 operator()(std::initializer_list<QVariant> values);

private:
    RowWriter &m_writer;
    QSqlQuery m_query;
};

} // namespace Luma
