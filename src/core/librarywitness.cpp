// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/librarywitness.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace LumaSync {

LibraryWitness::LibraryWitness(const QString &databasePath)
    : m_path(databasePath + u"-lumasync"_s)
{
}

std::optional<LibraryWitness::Memory> LibraryWitness::read() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.read(4096)).object();
    const Memory memory{object.value("library"_L1).toString(), object.value("stamp"_L1).toInteger()};
    return memory.libraryId.isEmpty() ? std::nullopt : std::optional(memory);
}

void LibraryWitness::write(const Memory &memory) const
{
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(QJsonDocument(QJsonObject{{u"library"_s, memory.libraryId}, {u"stamp"_s, memory.stamp}})
                   .toJson(QJsonDocument::Compact) +
               '\n');
    file.commit();
}

} // namespace LumaSync
