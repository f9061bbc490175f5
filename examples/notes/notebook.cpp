// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "notebook.h"

#include <LumaSync/TableBuilder>

#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Notes {

namespace {

QSqlQuery run(const QSqlDatabase &database, const QString &sql, const QVariantList &values = {})
{
    QSqlQuery query(database);
    query.prepare(sql);
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        qWarning("notes: %s", qPrintable(query.lastError().text()));
    return query;
}

} // namespace

Notebook::Notebook(const QString &path)
    : m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, u"notes"_s))
{
    m_database.setDatabaseName(path);
    if (!m_database.open())
        qFatal("notes: %s", qPrintable(m_database.lastError().text()));
    run(m_database, u"PRAGMA journal_mode = WAL"_s);
    run(m_database, u"CREATE TABLE IF NOT EXISTS notes ("
                    "id TEXT PRIMARY KEY, "
                    "title TEXT NOT NULL DEFAULT '', "
                    "body TEXT NOT NULL DEFAULT '', "
                    "pinned BOOLEAN NOT NULL DEFAULT 0, "
                    "changed_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP, "
                    "attachment_path TEXT, "
                    "attachment_object TEXT)"_s);
}

Notebook::~Notebook()
{
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(u"notes"_s);
}

QList<Note> Notebook::notes() const
{
    QList<Note> notes;
    QSqlQuery query = run(m_database, u"SELECT id, title, body, pinned, attachment_path FROM notes "
                                      "ORDER BY pinned DESC, changed_at DESC, rowid DESC"_s);
    while (query.next())
        notes.append({query.value(0).toString(), query.value(1).toString(), query.value(2).toString(),
                      query.value(3).toBool(), query.value(4).toString()});
    return notes;
}

Note Notebook::add() const
{
    const Note note{.id = QUuid::createUuid().toString(QUuid::WithoutBraces)};
    run(m_database, u"INSERT INTO notes (id) VALUES (?)"_s, {note.id});
    return note;
}

void Notebook::save(const Note &note) const
{
    run(m_database,
        u"UPDATE notes SET title = ?, body = ?, pinned = ?, attachment_path = ?, changed_at = CURRENT_TIMESTAMP "
        "WHERE id = ?"_s,
        {note.title, note.body, note.isPinned ? 1 : 0, note.attachment.isEmpty() ? QVariant() : note.attachment,
         note.id});
}

void Notebook::remove(const QString &id) const
{
    run(m_database, u"DELETE FROM notes WHERE id = ?"_s, {id});
}

LumaSync::SchemaDescription Notebook::schema()
{
    using namespace LumaSync;
    return SchemaDescription::of({
        TableBuilder(u"notes"_s)
            .title(u"title"_s)
            .timestamp({u"changed_at"_s})
            .localOnly(u"attachment_path"_s)
            .file(FileBuilder::asIs(u"attachment"_s)
                      .path(u"attachment_path"_s)
                      .to(u"attachments"_s, u"{id}.{ext}"_s)
                      .storedIn(u"attachment_object"_s)),
    });
}

} // namespace Notes
