// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/database.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

struct SqliteCode
{
    int primary;
    QLatin1StringView name;
    QLatin1StringView sentence;
};

// Primary result codes of SQLite (sqlite.org/rescode.html).
constexpr SqliteCode sqliteCodes[] = {
    {5, "busy"_L1, "The library is locked by another program. Close what is using it; it is tried again by itself."_L1},
    {6, "busy"_L1, "A table of the library is locked. It is tried again by itself."_L1},
    {8, "readonly"_L1, "The library cannot be written. Check the permissions of its file and folder."_L1},
    {10, "ioerr"_L1, "The library's disk reported an error. Check the disk and its connection."_L1},
    {11, "corrupt"_L1, "The library file is damaged. Restore it from a backup; nothing in the cloud was changed."_L1},
    {13, "full"_L1, "The disk is full. Free some space; it is tried again by itself."_L1},
    {14, "cantopen"_L1, "The library file could not be opened. Check that its folder exists and can be written."_L1},
    {19, "constraint"_L1, "A constraint or trigger of the library refused the change."_L1},
    {26, "notadb"_L1, "The file is not an SQLite database. Check the path."_L1},
};

constexpr int primaryMask = 0xff;
constexpr int fullCode = 13;
// SQLITE_IOERR_SHMSIZE: the volume is out of space (sqlite.org/rescode.html), in the place where WAL notices it first.
constexpr int sharedMemoryNotEnlarged = 4874;

} // namespace

Error databaseError(const QSqlError &error)
{
    const int extended = error.nativeErrorCode().toInt();
    const int code = extended == sharedMemoryNotEnlarged ? fullCode : extended & primaryMask;
    for (const SqliteCode &known : sqliteCodes) {
        if (known.primary == code)
            return {.kind = Error::Kind::Database, .code = known.name, .message = known.sentence};
    }
    return {.kind = Error::Kind::Database,
            .code = error.nativeErrorCode(),
            .message = u"The library's database answered: "_s + error.databaseText() + u'.'};
}

QString fileIdentity(const QString &path)
{
#ifdef Q_OS_UNIX
    struct stat info; // NOLINT(cppcoreguidelines-pro-type-member-init): filled below
    if (::stat(QFile::encodeName(path).constData(), &info) != 0)
        return {};
    return QString::number(info.st_dev) + u':' + QString::number(info.st_ino);
#else // an open file cannot be replaced there in one step, but a new one can be made
    return QFileInfo(path).birthTime().toString(Qt::ISODateWithMs);
#endif
}

Expected<QSqlQuery> executed(const QSqlDatabase &connection, const QString &sql, const QVariantList &values)
{
    QSqlQuery query(connection);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return databaseError(query.lastError());
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return databaseError(query.lastError());
    return query;
}

Error readError(const QSqlQuery &query)
{
    const QSqlError error = query.lastError();
    return error.isValid() ? databaseError(error) : Error{};
}

Database::Database(QString name)
    : m_name(std::move(name))
{
}

Database::Database(Database &&other) noexcept
    : m_name(std::exchange(other.m_name, {}))
{
}

Database &Database::operator=(Database &&other) noexcept
{
    std::swap(m_name, other.m_name);
    return *this;
}

Database::~Database()
{
    if (!m_name.isEmpty())
        QSqlDatabase::removeDatabase(m_name);
}

Expected<Database> Database::open(const QString &path, std::chrono::milliseconds busyTimeout)
{
    if (!QFileInfo(path).isFile())
        return Error{.kind = Error::Kind::Configuration,
                     .code = u"nofile"_s,
                     .message = u"There is no database file at '"_s + path + u"'. Check the path."_s};
    Database database(u"lumasync-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces));
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, database.m_name);
        connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyTimeout.count()));
        connection.setDatabaseName(path);
        if (!connection.open())
            return databaseError(connection.lastError());
    }
    // SQLite opens lazily: only a read tells whether this is a database.
    if (auto readable = database.value(u"SELECT count(*) FROM sqlite_master"_s); !readable)
        return readable.error();
    if (Error error = database.run(u"PRAGMA foreign_keys = ON"_s))
        return error;
    return database;
}

QSqlDatabase Database::connection() const
{
    return QSqlDatabase::database(m_name, false);
}

Error Database::run(const QString &sql, const QVariantList &values) const
{
    const auto query = executed(connection(), sql, values);
    return query ? Error{} : query.error();
}

Expected<QVariant> Database::value(const QString &sql, const QVariantList &values) const
{
    auto query = executed(connection(), sql, values);
    if (!query)
        return query.error();
    return query->next() ? query->value(0) : QVariant();
}

Error Database::inTransaction(const std::function<Error()> &work) const
{
    if (Error error = run(u"BEGIN IMMEDIATE"_s))
        return error;
    Error error = work();
    if (!error)
        error = run(u"COMMIT"_s);
    if (error)
        (void)run(u"ROLLBACK"_s); // SQLite may have rolled back already; then this says so, and nothing is open
    return error;
}

} // namespace LumaSync
