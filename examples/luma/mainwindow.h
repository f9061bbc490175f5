// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "backstage.h"
#include "demooptions.h"
#include "syncface.h"

#include <QMainWindow>

#include <memory>

QT_FORWARD_DECLARE_CLASS(QDockWidget)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QProgressBar)
QT_FORWARD_DECLARE_CLASS(QToolButton)

namespace Luma {

class CloudProcess;
class TrackModel;
class TrackView;

/// The app: a table of tracks, and the backup beside it. Thread: GUI. Owner: main().
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(DemoOptions options);
    ~MainWindow() override;

Q_SIGNALS:
    /// The library is open, and the backup begins.
    void opened();
    /// The person is done, and the last changes are saved, or given up.
    void finished();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void setUpTable();
    void setUpActions();
    void setUpStatusBar();
    void connectWorkers();
    void libraryOpened(const QString &databasePath);
    void startCloud();
    void startSync(const QString &url, const QByteArray &key, const QString &email, const QString &password);
    void placeSync();
    void showTracks(const QList<TrackRow> &tracks);
    void showSummary();
    void importFiles();
    void importFolder();
    void importPaths(const QStringList &paths);
    void makeExamples(int tracks);
    void showImport(int done, int total, const QString &what);
    void importFinished(const QString &summary, const QStringList &problems);
    void removeSelected();
    void showWindow();
    void beginQuit();

    DemoOptions m_options;
    Backstage m_backstage;
    QString m_databasePath;
    TrackModel *m_model;
    TrackView *m_view;
    QLineEdit *m_search;
    QLabel *m_summary;
    QWidget *m_import;
    QLabel *m_importLabel;
    QProgressBar *m_importProgress;
    QDockWidget *m_dock;
    CloudProcess *m_cloud = nullptr;
    std::unique_ptr<SyncFace> m_sync;
    bool m_isQuitting = false;
};

} // namespace Luma
