// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cli/migrationfolder.h"

#include "core/cloudmigration.h"

#include <QDir>
#include <QSaveFile>

#include <ranges>

using namespace Qt::StringLiterals;

namespace LumaSync::Cli {

namespace {

const QString stampForm = u"yyyyMMddHHmmss"_s;

Error fileError(const QString &path, const QString &what)
{
    return {.kind = Error::Kind::File,
            .code = u"unreadable"_s,
            .message = u"'"_s + path + u"' "_s + what + u": check the path and its permissions."_s};
}

} // namespace

MigrationFolder::MigrationFolder(QString path)
    : m_path(std::move(path))
{
}

QStringList MigrationFolder::names() const
{
    return QDir(m_path).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
}

Expected<std::optional<CloudSchema>> MigrationFolder::state() const
{
    const QStringList files = names();
    for (const QString &name : std::views::reverse(files)) {
        QFile file(QDir(m_path).filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return fileError(file.fileName(), u"cannot be read"_s);
        if (auto state = CloudMigration::stateIn(QString::fromUtf8(file.readAll())))
            return state;
    }
    return std::optional<CloudSchema>();
}

Expected<QString> MigrationFolder::add(const QString &name, const QString &sql, const QDateTime &now) const
{
    if (!QDir().mkpath(m_path))
        return fileError(m_path, u"cannot be made"_s);
    QString stamp = now.toUTC().toString(stampForm);
    const QStringList files = names();
    if (!files.isEmpty() && files.last().first(qMin(stamp.size(), files.last().size())) >= stamp) {
        const QDateTime last = QDateTime::fromString(files.last().first(stamp.size()), stampForm);
        if (last.isValid()) // made in this second, or by a clock that is ahead
            stamp = last.addSecs(1).toString(stampForm);
    }
    const QString path = QDir(m_path).filePath(stamp + u'_' + name + u".sql"_s);
    if (Error error = writeFile(path, sql.toUtf8()))
        return error;
    return path;
}

Error writeFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return {};
    return {.kind = Error::Kind::File,
            .code = u"write"_s,
            .message = u"'"_s + path + u"' cannot be written ("_s + file.errorString() +
                       u"): check the folder and its permissions."_s};
}

} // namespace LumaSync::Cli
