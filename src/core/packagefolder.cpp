// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/packagefolder.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr QLatin1StringView packageSuffix(".tar.zst");
constexpr QLatin1StringView partMark(".tar.zst.part-");

// A content hash is the host's text: it names a file here, never a folder.
QString plain(QString name)
{
    for (QChar &c : name) {
        const bool letter = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
        if (!letter && c != u'-' && c != u'_')
            c = u'_';
    }
    return name.left(200);
}

} // namespace

PackageFolder::PackageFolder(QString path)
    : m_path(std::move(path))
{
}

Error PackageFolder::prepare() const
{
    constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    const QFileInfo info(m_path);
    const bool exists = info.isDir() || (QDir().mkpath(info.path()) && QDir().mkdir(m_path, ownerOnly));
    if (!exists || !QFile::setPermissions(m_path, ownerOnly))
        return {.kind = Error::Kind::File,
                .code = u"folder"_s,
                .message = u"The folder for packages could not be made: '"_s + m_path +
                           u"'. Check its parent's permissions."_s};
    return {};
}

QString PackageFolder::packagePath(const QString &name) const
{
    return QDir(m_path).filePath(plain(name) + packageSuffix);
}

QString PackageFolder::temporaryPath(const QString &name) const
{
    const quint32 unique = QRandomGenerator::global()->generate();
    return QDir(m_path).filePath(plain(name) + partMark + QString::number(unique, 16));
}

qsizetype PackageFolder::sweep(const QSet<QString> &keep) const
{
    qsizetype removed = 0;
    const QDir folder(m_path);
    const QStringList names =
        folder.entryList({u"*"_s + packageSuffix, u"*"_s + partMark + u'*'}, QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        const QString path = folder.filePath(name);
        if (!keep.contains(path) && QFile::remove(path))
            ++removed;
    }
    return removed;
}

} // namespace LumaSync
