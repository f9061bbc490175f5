// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/mediareader.h"

#include "core/database.h"
#include "core/schema.h"
#include "core/waveformjson.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr qint64 thumbnailEstimate = 64 * 1024; // bytes, until it is made

/// Gathers the parts of a package into one state.
class Fingerprint
{
public:
    void addFile(const QString &name, const QString &path)
    {
        const SourceState state = fileState(path);
        m_missing = m_missing || state.size < 0;
        m_size += qMax<qint64>(0, state.size);
        addText(name + u'\n' + QString::number(state.size) + u'\n' + QString::number(state.modified));
    }
    void addText(const QString &text)
    {
        m_hash.addData(text.toUtf8());
        m_hash.addData(QByteArrayView("\0", 1));
    }
    [[nodiscard]] SourceState state() const
    {
        if (m_missing)
            return {};
        const auto number = qFromBigEndian<quint64>(m_hash.resultView().data());
        return {.size = m_size, .modified = qint64(number >> 1)};
    }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_size = 0;
    bool m_missing = false;
};

} // namespace

bool TrackMedia::hasPackage(const MediaDescription &media) const
{
    const QStringList &stems = media.package.stems;
    return hasWaveform && !logitsPath.isEmpty() &&
           std::all_of(stems.cbegin(), stems.cend(),
                       [this](const QString &stem) { return !stemPaths.value(stem).isEmpty(); });
}

MediaReader::MediaReader(const Database *database, MediaDescription media)
    : m_database(database)
    , m_media(std::move(media))
{
}

// Never reads the waveform's text: only whether it is there.
QString MediaReader::selection() const
{
    const MediaDescription::Package &package = m_media.package;
    const auto of = [](QLatin1StringView alias, const QString &column) -> QString {
        return alias + u'.' + quoted(column);
    };
    QStringList revision;
    for (const QString &column : package.waveformRevision)
        revision.append(u"coalesce("_s + of("w"_L1, column) + u", '')"_s);
    for (const QString &column : {package.colorsColumn, package.bandsColumn})
        revision.append(u"("_s + of("w"_L1, column) + u" IS NULL)"_s);
    const QStringList columns{
        of("t"_L1, m_media.key),
        of("t"_L1, m_media.nameColumn),
        of("t"_L1, m_media.titleColumn),
        of("t"_L1, m_media.audio.pathColumn),
        of("t"_L1, m_media.artwork.pathColumn),
        of("l"_L1, package.logitsPathColumn),
        of("w"_L1, package.samplesColumn) + u" IS NOT NULL"_s,
        revision.join(u" || '/' || "_s),
        u"(SELECT json_group_object(s.%1, s.%2) FROM %3 AS s WHERE s.%4 = t.%5)"_s.arg(
            quoted(package.stemNameColumn), quoted(package.stemPathColumn), quoted(package.stemsTable),
            quoted(package.ownerKey), quoted(m_media.key)),
    };
    const auto join = [&](const QString &table, QLatin1StringView alias) -> QString {
        return u" LEFT JOIN "_s + quoted(table) + u" AS "_s + alias + u" ON "_s + of(alias, package.ownerKey) +
               u" = "_s + of("t"_L1, m_media.key);
    };
    return u"SELECT "_s + columns.join(u", "_s) + u" FROM "_s + quoted(m_media.table) + u" AS t"_s +
           join(package.logitsTable, "l"_L1) + join(package.waveformTable, "w"_L1);
}

Expected<QList<TrackMedia>> MediaReader::read(const QString &where, const QVariantList &values) const
{
    auto query = executed(m_database->connection(), selection() + where, values);
    if (!query)
        return query.error();
    QList<TrackMedia> result;
    while (query->next()) {
        TrackMedia track{
            .id = query->value(0),
            .name = query->value(1).toString(),
            .title = query->value(2).toString(),
            .audioPath = query->value(3).toString(),
            .artworkPath = query->value(4).toString(),
            .logitsPath = query->value(5).toString(),
            .hasWaveform = query->value(6).toBool(),
            .waveformRevision = query->value(7).toString(),
        };
        const QJsonObject stems = QJsonDocument::fromJson(query->value(8).toString().toUtf8()).object();
        for (auto stem = stems.begin(); stem != stems.end(); ++stem)
            track.stemPaths.insert(stem.key(), stem.value().toString());
        result.append(std::move(track));
    }
    return result;
}

Expected<std::optional<TrackMedia>> MediaReader::track(const QVariant &id) const
{
    auto rows = read(u" WHERE t."_s + quoted(m_media.key) + u" = ?"_s, {id});
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? std::optional<TrackMedia>() : std::optional(rows->first());
}

Expected<QList<TrackMedia>> MediaReader::tracks(const QVariant &after, int limit) const
{
    const QString key = u"t."_s + quoted(m_media.key);
    const QString order = u" ORDER BY "_s + key + u" LIMIT ?"_s;
    if (!after.isValid())
        return read(order, {limit});
    return read(u" WHERE "_s + key + u" > ?"_s + order, {after, limit});
}

Expected<PackageSource> MediaReader::packageSource(const TrackMedia &track) const
{
    const MediaDescription::Package &package = m_media.package;
    auto query =
        executed(m_database->connection(),
                 u"SELECT %1, %2, %3, %4 FROM %5 WHERE %6 = ?"_s.arg(
                     quoted(package.samplesColumn), quoted(package.colorsColumn), quoted(package.bandsColumn),
                     quoted(package.sampleRateColumn), quoted(package.waveformTable), quoted(package.ownerKey)),
                 {track.id});
    if (!query)
        return query.error();
    if (!query->next() || query->isNull(0))
        return Error{.kind = Error::Kind::File,
                     .code = u"missing"_s,
                     .message = u"The track's waveform is not in the library any more."_s};
    const QByteArray waveform = waveformJson({.fullSamples = query->value(0),
                                              .colors = query->value(1),
                                              .bands = query->value(2),
                                              .sampleRate = query->value(3)});
    return PackageSource::luma(track.name, track.artworkPath, waveform, track.logitsPath,
                               [&](const QString &stem) { return track.stemPaths.value(stem); });
}

SourceState fileState(const QString &path)
{
    const QFileInfo info(path);
    if (path.isEmpty() || !info.isFile())
        return {};
    return {.size = info.size(), .modified = info.lastModified().toMSecsSinceEpoch()};
}

std::optional<UploadRequest> uploadRequest(UploadKind kind, const TrackMedia &track, const MediaDescription &media)
{
    UploadRequest request{.kind = kind, .trackId = track.id};
    switch (kind) {
    case UploadKind::TrackAudio:
        request.localPath = track.audioPath;
        request.source = fileState(track.audioPath);
        request.fileSize = qMax<qint64>(0, request.source.size);
        break;
    case UploadKind::ArtworkThumb:
        request.localPath = track.artworkPath;
        request.source = fileState(track.artworkPath);
        request.fileSize = qBound<qint64>(0, request.source.size, thumbnailEstimate);
        break;
    case UploadKind::AnalysisPackage:
        if (!track.hasPackage(media))
            return std::nullopt;
        Fingerprint parts;
        if (!track.artworkPath.isEmpty())
            parts.addFile(u"artwork"_s, track.artworkPath);
        parts.addFile(u"logits"_s, track.logitsPath);
        for (const QString &stem : media.package.stems)
            parts.addFile(stem, track.stemPaths.value(stem));
        parts.addText(track.waveformRevision);
        request.source = parts.state();
        request.fileSize = qMax<qint64>(0, request.source.size);
        break;
    }
    if (kind != UploadKind::AnalysisPackage && request.localPath.isEmpty())
        return std::nullopt;
    request.objectName = media.objectName(kind, track.name, request.localPath);
    return request;
}

} // namespace LumaSync
