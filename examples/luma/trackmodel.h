// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "trackrow.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QPixmap>
#include <QSet>

namespace Luma {

/// The tracks of the library. Covers come when they are looked at. Thread: GUI. Owner: MainWindow.
class TrackModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Title, Artist, Album, Duration, Backup, ColumnCount };
    enum Role { IdRole = Qt::UserRole };

    explicit TrackModel(QObject *parent = nullptr);

    void setTracks(const QList<TrackRow> &tracks);
    void addTracks(const QList<TrackRow> &tracks);
    void removeTracks(const QList<qint64> &ids);
    void setTrack(const TrackRow &track);
    void setCover(const QString &path, const QImage &image);
    [[nodiscard]] double totalSeconds() const;
    /// For sorting by that column: without a QVariant for each of many comparisons.
    [[nodiscard]] bool isLess(int left, int right, int column) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void edited(qint64 id, const QString &column, const QString &value);
    void coverWanted(const QString &path) const;

private:
    [[nodiscard]] QVariant display(const TrackRow &track, int column) const;
    [[nodiscard]] QPixmap cover(const QString &path) const;

    QList<TrackRow> m_tracks;
    mutable QCache<QString, QPixmap> m_covers;
    mutable QSet<QString> m_wanted;
    QPixmap m_noCover;
};

} // namespace Luma
