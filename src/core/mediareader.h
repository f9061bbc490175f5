// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/mediadescription.h"
#include "core/packagebuilder.h"
#include "core/uploadjob.h"
#include "net/error.h"

#include <QHash>

#include <optional>

namespace LumaSync {

class Database;

/// The files of one track as the library names them.
struct TrackMedia
{
    QVariant id{};
    QString name{}; ///< content hash
    QString title{};
    QString audioPath{};
    QString artworkPath{};

    QString logitsPath{};
    QHash<QString, QString> stemPaths{};
    bool hasWaveform = false;
    QString waveformRevision{};

    /// All analysis workers are done: every stem, the logits and the full waveform are there.
    [[nodiscard]] bool hasPackage(const MediaDescription &media) const;
};

/// Reads what the library says about media. It looks at the database only; see uploadRequests() for the
/// files. Thread: the connection's. Owner: the caller, who keeps `database` alive.
class MediaReader
{
public:
    MediaReader(const Database *database, MediaDescription media);

    [[nodiscard]] Expected<std::optional<TrackMedia>> track(const QVariant &id) const;
    /// In the order of their keys; an invalid `after` begins at the first.
    [[nodiscard]] Expected<QList<TrackMedia>> tracks(const QVariant &after, int limit) const;
    /// What the package of this track is built from, its waveform included.
    [[nodiscard]] Expected<PackageSource> packageSource(const TrackMedia &track) const;
    [[nodiscard]] const MediaDescription &media() const { return m_media; }

private:
    [[nodiscard]] Expected<QList<TrackMedia>> read(const QString &where, const QVariantList &values) const;
    [[nodiscard]] QString selection() const;

    const Database *m_database;
    MediaDescription m_media;
};

/// Size and modification time of a file, or "there is none".
[[nodiscard]] SourceState fileState(const QString &path);
/// What should be in the cloud for this track and kind, with the present state of its files; nothing where
/// the track has no such media (yet).
[[nodiscard]] std::optional<UploadRequest> uploadRequest(UploadKind kind, const TrackMedia &track,
                                                         const MediaDescription &media);

} // namespace LumaSync
