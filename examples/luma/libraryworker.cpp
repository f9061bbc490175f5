// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "libraryworker.h"

#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace Luma {

LibraryWorker::LibraryWorker(QString folder)
    : m_folder(std::move(folder))
{
}

void LibraryWorker::open()
{
    auto library = LumaLibrary::openOrCreate(m_folder);
    if (!library) {
        Q_EMIT failed(library.error());
        return;
    }
    m_library.emplace(std::move(*library));
    Q_EMIT opened(m_library->databasePath());
    load();
}

Result<QList<TrackRow>> LibraryWorker::rows(const QString &condition, const QVariantList &values)
{
    QSqlQuery query(m_library->database().handle());
    query.setForwardOnly(true);
    query.prepare(u"SELECT id, title, artist, album, duration_seconds, album_art_path, storage_path IS NOT NULL "
                  "FROM tracks %1 ORDER BY artist, album, track_number, title"_s.arg(condition));
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return Failure{u"The library cannot be read: %1"_s.arg(query.lastError().databaseText())};
    QList<TrackRow> tracks;
    while (query.next())
        tracks.append({query.value(0).toLongLong(), query.value(1).toString(), query.value(2).toString(),
                       query.value(3).toString(), query.value(4).toDouble(), query.value(5).toString(),
                       query.value(6).toBool()});
    for (const TrackRow &track : std::as_const(tracks))
        m_lastId = qMax(m_lastId, track.id);
    return tracks;
}

void LibraryWorker::load()
{
    if (!m_library)
        return;
    const auto tracks = rows({}, {});
    if (tracks)
        Q_EMIT tracksLoaded(*tracks);
    else
        Q_EMIT failed(tracks.error());
}

void LibraryWorker::loadNew()
{
    if (!m_library)
        return;
    const auto tracks = rows(u"WHERE id > ?"_s, {m_lastId});
    if (!tracks)
        Q_EMIT failed(tracks.error());
    else if (!tracks->isEmpty())
        Q_EMIT tracksAdded(*tracks);
}

void LibraryWorker::loadTrack(qint64 id)
{
    if (!m_library)
        return;
    const auto tracks = rows(u"WHERE id = ?"_s, {id});
    if (tracks && !tracks->isEmpty())
        Q_EMIT trackLoaded(tracks->constFirst());
}

void LibraryWorker::edit(qint64 id, const QString &column, const QString &value)
{
    static const QStringList editable{u"title"_s, u"artist"_s, u"album"_s};
    if (!m_library || !editable.contains(column))
        return;
    const auto done = m_library->database().run(u"UPDATE tracks SET %1 = ? WHERE id = ?"_s.arg(column), {value, id});
    if (!done)
        Q_EMIT failed(u"The change was not saved: %1"_s.arg(done.failure().message));
    loadTrack(id);
}

void LibraryWorker::remove(const QList<qint64> &ids)
{
    if (!m_library)
        return;
    RowWriter writer(m_library->database());
    for (const qint64 id : ids)
        writer.run(u"DELETE FROM tracks WHERE id = ?"_s, {id});
    if (const auto done = writer.commit(); !done)
        Q_EMIT failed(u"The tracks were not deleted: %1"_s.arg(done.failure().message));
    else
        Q_EMIT tracksRemoved(ids);
}

} // namespace Luma
