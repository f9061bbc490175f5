// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "trackmodel.h"

#include "coverloader.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Luma {

namespace {

/// The cover with round corners; a plain disc where there is none.
QPixmap framed(const QImage &image)
{
    constexpr int side = CoverLoader::side;
    QPixmap result(side, side);
    result.fill(Qt::transparent);
    QPainter painter(&result);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(image.isNull() ? QBrush(QColor(0x8a93a0)) : QBrush(image));
    painter.drawRoundedRect(0, 0, side, side, 12, 12);
    if (image.isNull()) {
        painter.setBrush(QColor(255, 255, 255, 90));
        painter.drawEllipse(QPointF(side / 2.0, side / 2.0), side * 0.3, side * 0.3);
        painter.setBrush(QColor(0x8a93a0));
        painter.drawEllipse(QPointF(side / 2.0, side / 2.0), side * 0.08, side * 0.08);
    }
    painter.end();
    result.setDevicePixelRatio(2);
    return result;
}

QString clock(double seconds)
{
    const auto whole = static_cast<int>(seconds + 0.5);
    return u"%1:%2"_s.arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

TrackModel::TrackModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_covers(600)
    , m_noCover(framed({}))
{
}

void TrackModel::setTracks(const QList<TrackRow> &tracks)
{
    beginResetModel();
    m_tracks = tracks;
    endResetModel();
}

void TrackModel::addTracks(const QList<TrackRow> &tracks)
{
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(tracks.size()) - 1);
    m_tracks += tracks;
    endInsertRows();
}

void TrackModel::removeTracks(const QList<qint64> &ids)
{
    const QSet<qint64> gone(ids.begin(), ids.end());
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!gone.contains(m_tracks.at(row).id))
            continue;
        beginRemoveRows({}, row, row);
        m_tracks.removeAt(row);
        endRemoveRows();
    }
}

void TrackModel::setTrack(const TrackRow &track)
{
    const auto place = std::ranges::find(m_tracks, track.id, &TrackRow::id);
    if (place == m_tracks.end())
        return;
    *place = track;
    const auto row = static_cast<int>(place - m_tracks.begin());
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void TrackModel::setCover(const QString &path, const QImage &image)
{
    m_wanted.remove(path);
    m_covers.insert(path, new QPixmap(framed(image)));
    for (int row = 0; row < m_tracks.size(); ++row)
        if (m_tracks.at(row).artPath == path)
            Q_EMIT dataChanged(index(row, Title), index(row, Title), {Qt::DecorationRole});
}

double TrackModel::totalSeconds() const
{
    double sum = 0;
    for (const TrackRow &track : m_tracks)
        sum += track.seconds;
    return sum;
}

bool TrackModel::isLess(int left, int right, int column) const
{
    const TrackRow &a = m_tracks.at(left);
    const TrackRow &b = m_tracks.at(right);
    const auto isBefore = [](const QString &x, const QString &y) { return x.compare(y, Qt::CaseInsensitive) < 0; };
    switch (column) {
    case Title:
        return isBefore(a.title, b.title);
    case Artist:
        return isBefore(a.artist, b.artist);
    case Album:
        return isBefore(a.album, b.album);
    case Duration:
        return a.seconds < b.seconds;
    default:
        return a.isBackedUp < b.isBackedUp;
    }
}

int TrackModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tracks.size());
}

int TrackModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TrackModel::display(const TrackRow &track, int column) const
{
    switch (column) {
    case Title:
        return track.title;
    case Artist:
        return track.artist;
    case Album:
        return track.album;
    case Duration:
        return clock(track.seconds);
    case Backup:
        return track.isBackedUp ? u"in the cloud"_s : u"only here"_s;
    default:
        return {};
    }
}

QPixmap TrackModel::cover(const QString &path) const
{
    if (path.isEmpty())
        return m_noCover;
    if (const QPixmap *known = m_covers.object(path))
        return *known;
    if (!m_wanted.contains(path)) {
        m_wanted.insert(path);
        Q_EMIT coverWanted(path);
    }
    return m_noCover;
}

QVariant TrackModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TrackRow &track = m_tracks.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return display(track, index.column());
    case Qt::DecorationRole:
        return index.column() == Title ? QVariant(cover(track.artPath)) : QVariant();
    case IdRole:
        return track.id;
    case Qt::TextAlignmentRole:
        return index.column() == Duration ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

QVariant TrackModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == Duration)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    static const QStringList names{u"Title"_s, u"Artist"_s, u"Album"_s, u"Time"_s, u"Audio file"_s};
    return names.value(section);
}

Qt::ItemFlags TrackModel::flags(const QModelIndex &index) const
{
    auto flags = QAbstractTableModel::flags(index);
    if (index.column() <= Album)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool TrackModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || index.column() > Album || value == data(index, role))
        return false;
    TrackRow &track = m_tracks[index.row()];
    const QString text = value.toString();
    (index.column() == Title ? track.title : index.column() == Artist ? track.artist : track.album) = text;
    Q_EMIT dataChanged(index, index);
    static const QStringList columns{u"title"_s, u"artist"_s, u"album"_s};
    Q_EMIT edited(track.id, columns.at(index.column()), text);
    return true;
}

} // namespace Luma
