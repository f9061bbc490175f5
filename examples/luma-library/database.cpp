// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "database.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>

#include <atomic>

using namespace Qt::StringLiterals;

namespace Luma {

namespace {

Failure sqlFailure(const QSqlError &error)
{
    return {u"The library database refused a statement: %1"_s.arg(error.databaseText())};
}

Result<QStringList> schemaStatements()
{
    QFile file(u":/luma-library/schema.sql"_s);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return Failure{u"The schema is missing from the program; build it again."_s};
    QStringList statements = QString::fromUtf8(file.readAll()).split(u"\n;;"_s);
    for (QString &statement : statements)
        statement = statement.trimmed();
    statements.removeAll(QString());
    return statements;
}

} // namespace

Database::Database(QString connection)
    : m_connection(std::move(connection))
{
}

Database::~Database()
{
    handle().close();
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlDatabase Database::handle() const
{
    return QSqlDatabase::database(m_connection, false);
}

const QStringList &Database::libraryTables()
{
    static const QStringList tables{u"venues"_s,
                                    u"pattern_categories"_s,
                                    u"tracks"_s,
                                    u"fixtures"_s,
                                    u"patterns"_s,
                                    u"scores"_s,
                                    u"track_beats"_s,
                                    u"track_roots"_s,
                                    u"track_waveforms"_s,
                                    u"track_stems"_s,
                                    u"implementations"_s,
                                    u"track_scores"_s,
                                    u"venue_implementation_overrides"_s};
    return tables;
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Mode mode)
{
    const bool exists = QFileInfo::exists(path);
    if (mode == Mode::Create && exists)
        return Failure{u"There is a library at '%1' already; choose another folder or remove it first."_s.arg(path)};
    if (mode == Mode::Existing && !exists)
        return Failure{u"There is no library at '%1'; create one first."_s.arg(path)};

    static std::atomic<int> counter = 0;
    const QString connection = u"luma-library-%1"_s.arg(++counter);
    auto handle = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
    std::unique_ptr<Database> database(new Database(connection));
    handle.setDatabaseName(path);
    handle.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!handle.open())
        return Failure{u"The library '%1' cannot be opened: %2"_s.arg(path, handle.lastError().databaseText())};
    handle = {};
    if (const auto prepared = database->prepareConnection(mode); !prepared)
        return Failure{u"The library '%1' cannot be used. %2"_s.arg(path, prepared.error())};
    return database;
}

Result<void> Database::prepareConnection(Mode mode)
{
    for (const auto &pragma :
         {u"PRAGMA foreign_keys = ON"_s, u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = NORMAL"_s}) {
        if (auto done = run(pragma); !done)
            return done;
    }
    if (mode == Mode::Existing) {
        const auto version = value(u"PRAGMA user_version"_s);
        if (!version)
            return version.failure();
        if (version->toInt() != 1)
            return Failure{u"Its schema version is %1, not 1."_s.arg(version->toInt())};
        return {};
    }
    const auto statements = schemaStatements();
    if (!statements)
        return statements.failure();
    RowWriter writer(*this);
    for (const QString &statement : *statements)
        writer.run(statement);
    return writer.commit();
}

Result<void> Database::run(const QString &sql, const QVariantList &values)
{
    const auto done = value(sql, values);
    return done ? Result<void>() : Result<void>(done.failure());
}

Result<QVariant> Database::value(const QString &sql, const QVariantList &values)
{
    const auto all = column(sql, values);
    if (!all)
        return all.failure();
    return all->isEmpty() ? QVariant() : all->first();
}

Result<QVariantList> Database::column(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(handle());
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return sqlFailure(query.lastError());
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return sqlFailure(query.lastError());
    QVariantList result;
    while (query.next())
        result.append(query.value(0));
    if (query.lastError().isValid())
        return sqlFailure(query.lastError());
    return result;
}

RowWriter::RowWriter(Database &database)
    : m_database(database)
{
    setTime(QDateTime::currentSecsSinceEpoch());
    if (const auto begun = m_database.run(u"BEGIN IMMEDIATE"_s); begun)
        m_open = true;
    else
        m_failure = begun.failure();
}

RowWriter::~RowWriter()
{
    if (m_open)
        static_cast<void>(m_database.run(u"ROLLBACK"_s)); // the failure that led here is the one worth telling
}

void RowWriter::setTime(qint64 seconds)
{
    m_time = QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::UTC).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

void RowWriter::run(const QString &sql, const QVariantList &values)
{
    if (m_failure)
        return;
    if (const auto done = m_database.run(sql, values); !done)
        m_failure = done.failure();
}

void RowWriter::fail(const QSqlQuery &query)
{
    if (!m_failure)
        m_failure = sqlFailure(query.lastError());
}

Result<void> RowWriter::commit()
{
    if (!m_failure) {
        if (const auto done = m_database.run(u"COMMIT"_s); !done)
            m_failure = done.failure();
        else
            m_open = false;
    }
    return m_failure ? Result<void>(*m_failure) : Result<void>();
}

Inserter::Inserter(RowWriter &writer, QLatin1StringView table, const QStringList &columns)
    : m_writer(writer)
    , m_query(writer.m_database.handle())
{
    const QString marks = u"?, "_s.repeated(columns.size()) + u"?, ?"_s;
    const QString sql =
        u"INSERT INTO %1 (%2, created_at, updated_at) VALUES (%3)"_s.arg(table, columns.join(u", "_s), marks);
    if (!m_query.prepare(sql))
        m_writer.fail(m_query);
}

qint64 Inserter::operator()(std::initializer_list<QVariant> values)
{
    if (m_writer.isFailed())
        return -1;
    int position = 0;
    for (const QVariant &value : values)
        m_query.bindValue(position++, value);
    m_query.bindValue(position++, m_writer.time());
    m_query.bindValue(position, m_writer.time());
    if (!m_query.exec()) {
        m_writer.fail(m_query);
        return -1;
    }
    ++m_writer.m_rows;
    return m_query.lastInsertId().toLongLong();
}

} // namespace Luma
