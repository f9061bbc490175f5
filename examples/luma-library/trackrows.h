// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "analysis.h"
#include "database.h"
#include "rng.h"

#include <QMap>

namespace Luma {

/// What a row of tracks says of a file. Empty text and zero mean "not known" and are stored as NULL.
struct TrackRecord
{
    QString hash; ///< hex SHA-256 of the file
    QString title;
    QString artist;
    QString album;
    int trackNumber = 0;
    int discNumber = 0;
    double seconds = 0;
    QString filePath; ///< absolute
    QString artPath;
    QString artMime;
};

/// Writes a track with all that hangs on it.
class TrackWriter
{
public:
    explicit TrackWriter(RowWriter &writer);

    qint64 writeTrack(const TrackRecord &track);
    /// stems: name to file. logitsPath may be empty.
    void writeAnalysis(qint64 track, const SongPlan &plan, Detail detail, const QMap<QString, QString> &stems,
                       const QString &logitsPath);
    /// A score with count pattern calls spread over the song. Precondition: patterns is not empty.
    void writeScore(qint64 track, const SongPlan &plan, const QString &name, const QList<qint64> &patterns, int count,
                    Rng &rng);

private:
    Inserter m_track, m_beats, m_roots, m_waveforms, m_stems, m_score, m_call;
};

} // namespace Luma
