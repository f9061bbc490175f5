// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "lumalibrary.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlRecord>

using namespace Qt::StringLiterals;

namespace Luma {

namespace {

QByteArray literal(const QVariant &value, const QString &folder)
{
    if (value.isNull())
        return "NULL";
    if (value.typeId() == QMetaType::Double)
        return QByteArray::number(value.toDouble(), 'g', 17);
    return value.toString().replace(folder, u"{library}"_s).toUtf8();
}

} // namespace

LumaLibrary::LumaLibrary(QString folder, std::unique_ptr<Database> database)
    : m_folder(std::move(folder))
    , m_database(std::move(database))
{
}

QString LumaLibrary::databasePath(const QString &folder)
{
    return folder + u"/luma.sqlite"_s;
}

QString LumaLibrary::mediaFolder() const
{
    return m_folder + u"/media"_s;
}

Result<LumaLibrary> LumaLibrary::create(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return Failure{u"The folder '%1' cannot be made; choose another one."_s.arg(folder)};
    return make(folder, Database::Mode::Create);
}

Result<LumaLibrary> LumaLibrary::open(const QString &folder)
{
    return make(folder, Database::Mode::Existing);
}

Result<LumaLibrary> LumaLibrary::openOrCreate(const QString &folder)
{
    return QFileInfo::exists(databasePath(folder)) ? open(folder) : create(folder);
}

Result<LumaLibrary> LumaLibrary::make(const QString &folder, Database::Mode mode)
{
    const QString absolute = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    auto database = Database::open(databasePath(absolute), mode);
    if (!database)
        return database.failure();
    return LumaLibrary(absolute, std::move(*database));
}

Result<GenerateSummary> LumaLibrary::generate(const GenerateOptions &options, const Progress &progress)
{
    return generateLibrary(*m_database, mediaFolder(), options, progress);
}

Result<ImportReport> LumaLibrary::importFolder(const QString &audioFolder, const ImportOptions &options,
                                               const Progress &progress)
{
    return Luma::importFolder(*m_database, mediaFolder(), audioFolder, options, progress);
}

Result<ImportReport> LumaLibrary::importPaths(const QStringList &paths, const ImportOptions &options,
                                              const Progress &progress)
{
    return Luma::importPaths(*m_database, mediaFolder(), paths, options, progress);
}

Result<EditReport> LumaLibrary::editSomeRows(quint64 seed, const EditOptions &options)
{
    return Luma::editSomeRows(*m_database, seed, options);
}

Result<QMap<QString, qint64>> LumaLibrary::rowCounts()
{
    QMap<QString, qint64> counts;
    for (const QString &table : Database::libraryTables() + QStringList{u"settings"_s}) {
        const auto count = m_database->value(u"SELECT count(*) FROM "_s + table);
        if (!count)
            return count.failure();
        counts.insert(table, count->toLongLong());
    }
    return counts;
}

Result<QByteArray> LumaLibrary::dump()
{
    QByteArray text;
    for (const QString &table : Database::libraryTables() + QStringList{u"settings"_s}) {
        text += "-- " + table.toUtf8() + '\n';
        QSqlQuery query(m_database->handle());
        query.setForwardOnly(true);
        if (!query.exec(u"SELECT * FROM %1 ORDER BY 1, 2"_s.arg(table)))
            return Failure{u"The table '%1' cannot be read."_s.arg(table)};
        while (query.next()) {
            for (int column = 0; column < query.record().count(); ++column)
                text += literal(query.value(column), m_folder) + '\t';
            text += '\n';
        }
    }
    return text;
}

} // namespace Luma
