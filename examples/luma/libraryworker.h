// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "luma-library/lumalibrary.h"
#include "trackrow.h"

#include <QObject>

#include <optional>

namespace Luma {

/// The app's own access to its library, with its own connection: it knows nothing of a backup. Thread: one of its own,
/// never the GUI's. Owner: MainWindow, by its thread.
class LibraryWorker : public QObject
{
    Q_OBJECT
public:
    explicit LibraryWorker(QString folder);

public Q_SLOTS:
    /// Opens or makes the library. Ends with opened() or failed().
    void open();
    void load();
    /// The tracks that came since the last load() or loadNew().
    void loadNew();
    void loadTrack(qint64 id);
    /// `column`: "title", "artist" or "album".
    void edit(qint64 id, const QString &column, const QString &value);
    void remove(const QList<qint64> &ids);

Q_SIGNALS:
    void opened(const QString &databasePath);
    void tracksLoaded(const QList<Luma::TrackRow> &tracks);
    void tracksAdded(const QList<Luma::TrackRow> &tracks);
    void tracksRemoved(const QList<qint64> &ids);
    void trackLoaded(const Luma::TrackRow &track);
    void failed(const QString &sentence);

private:
    [[nodiscard]] Result<QList<TrackRow>> rows(const QString &condition, const QVariantList &values);

    QString m_folder;
    std::optional<LumaLibrary> m_library;
    qint64 m_lastId = 0; ///< of the tracks that were loaded
};

} // namespace Luma
