// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/database.h"
#include "core/storagequeue.h"

#include <QTemporaryDir>

#include <optional>

/// An empty library with the reference application's schema and the storage queue, in a folder of its own,
/// and the few statements of a host that concern media.
class MediaLibrary
{
public:
    MediaLibrary();

    [[nodiscard]] const LumaSync::Database &database() const { return *m_database; }
    [[nodiscard]] QString databasePath() const { return m_dir.filePath(QStringLiteral("luma.sqlite")); }
    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }

    /// Writes a file below the library's folder and gives its path.
    QString put(const QString &name, const QByteArray &bytes) const;
    /// A valid PNG.
    QString putPicture(const QString &name, int size) const;
    /// A track with an audio file of its own and, where `withArtwork`, a cover.
    qint64 addTrack(const QString &hash, bool withArtwork = true, const QByteArray &audio = "audio");
    /// Stems, logits and waveform, as the analysis would leave them.
    void addAnalysis(qint64 track, qsizetype stemSize = 1000);
    void addStem(qint64 track, const QString &stem, const QByteArray &bytes);
    void addLogits(qint64 track);
    void addWaveform(qint64 track);

    void run(const QString &sql, const QVariantList &values = {}) const;
    [[nodiscard]] QVariant value(const QString &sql, const QVariantList &values = {}) const;

private:
    QTemporaryDir m_dir;
    std::optional<LumaSync::Database> m_database;
};

/// Bytes that hardly compress, the same for the same seed.
[[nodiscard]] QByteArray noiseBytes(qsizetype size, quint32 seed);
