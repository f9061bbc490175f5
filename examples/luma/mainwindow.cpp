// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "mainwindow.h"

#include "cloudprocess.h"
#include "finishdialog.h"
#include "toolicon.h"
#include "trackmodel.h"
#include "trackview.h"

#include <LumaSync/SyncMenu>

#include <QCloseEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMessageBox>
#include <QProgressBar>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Luma {

MainWindow::MainWindow(DemoOptions options)
    : m_options(std::move(options))
    , m_backstage(m_options.library)
    , m_model(new TrackModel(this))
    , m_view(new TrackView(m_model, this))
    , m_search(new QLineEdit(this))
    , m_summary(new QLabel(this))
    , m_import(new QWidget(this))
    , m_importLabel(new QLabel(m_import))
    , m_importProgress(new QProgressBar(m_import))
    , m_dock(new QDockWidget(tr("Backup"), this))
{
    setWindowTitle(tr("Luma"));
    resize(1180, 720);
    setCentralWidget(m_view);
    setUpTable();
    setUpActions();
    setUpStatusBar();
    auto *placeholder = new QLabel(tr("Opening the library…"), m_dock);
    placeholder->setObjectName(u"placeholder"_s);
    placeholder->setAlignment(Qt::AlignCenter);
    placeholder->setWordWrap(true);
    m_dock->setObjectName(u"backup"_s);
    m_dock->setWidget(placeholder);
    m_dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    addDockWidget(Qt::RightDockWidgetArea, m_dock);
    resizeDocks({m_dock}, {400}, Qt::Horizontal);
    connectWorkers();
    QMetaObject::invokeMethod(m_backstage.library(), &LibraryWorker::open);
}

MainWindow::~MainWindow() = default;

void MainWindow::setUpTable()
{
    connect(m_model, &TrackModel::modelReset, this, &MainWindow::showSummary);
    connect(m_model, &TrackModel::rowsInserted, this, &MainWindow::showSummary);
    connect(m_model, &TrackModel::rowsRemoved, this, &MainWindow::showSummary);
    connect(m_view, &TrackView::dropped, this, &MainWindow::importPaths);
    connect(m_search, &QLineEdit::textChanged, m_view, &TrackView::setFilter);
}

void MainWindow::setUpActions()
{
    auto *bar = addToolBar(tr("Library"));
    bar->setObjectName(u"library"_s);
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize({20, 20});
    bar->layout()->setContentsMargins(8, 6, 8, 6);
    bar->layout()->setSpacing(4);
    const auto add = [this, bar](const QString &icon, const QString &text, const QKeySequence &key,
                                 void (MainWindow::*slot)()) {
        QAction *action = bar->addAction(toolIcon(icon), text, this, slot);
        action->setShortcut(key);
        action->setToolTip(u"%1 (%2)"_s.arg(text, key.toString(QKeySequence::NativeText)));
        return action;
    };
    add(u"import-files"_s, tr("Import files…"), QKeySequence::Open, &MainWindow::importFiles);
    add(u"import-folder"_s, tr("Import folder…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O),
        &MainWindow::importFolder);
    bar->addSeparator();
    QAction *edit = bar->addAction(toolIcon(u"edit"_s), tr("Edit"), m_view, &TrackView::editSelected);
    edit->setToolTip(tr("Edit (F2)"));
    add(u"delete"_s, tr("Delete"), QKeySequence::Delete, &MainWindow::removeSelected);
    auto *space = new QWidget(bar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    m_search->setPlaceholderText(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(240);
    m_search->addAction(toolIcon(u"search"_s), QLineEdit::LeadingPosition);
    bar->addWidget(m_search);
    auto *find = new QAction(this);
    find->setShortcut(QKeySequence::Find);
    connect(find, &QAction::triggered, m_search, [this] { m_search->setFocus(); });
    auto *quit = new QAction(tr("Quit"), this);
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    connect(quit, &QAction::triggered, this, &MainWindow::close);
    addActions({find, quit});
    QAction *backup = m_dock->toggleViewAction();
    backup->setIcon(toolIcon(u"backup"_s));
    backup->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_B));
    bar->addAction(backup);
}

void MainWindow::setUpStatusBar()
{
    m_summary->setContentsMargins(8, 0, 8, 0);
    statusBar()->addWidget(m_summary);
    auto *layout = new QHBoxLayout(m_import);
    layout->setContentsMargins(8, 0, 8, 0);
    auto *stop = new QToolButton(m_import);
    stop->setText(tr("Stop"));
    stop->setAutoRaise(true);
    connect(stop, &QToolButton::clicked, this, [this] { m_backstage.importer()->cancel(); });
    m_importProgress->setMaximumWidth(180);
    m_importProgress->setTextVisible(false);
    layout->addWidget(m_importLabel);
    layout->addWidget(m_importProgress);
    layout->addWidget(stop);
    m_import->hide();
    statusBar()->addWidget(m_import, 1);
}

void MainWindow::connectWorkers()
{
    LibraryWorker *library = m_backstage.library();
    connect(library, &LibraryWorker::opened, this, &MainWindow::libraryOpened);
    connect(library, &LibraryWorker::tracksLoaded, this, &MainWindow::showTracks);
    connect(library, &LibraryWorker::tracksAdded, m_model, &TrackModel::addTracks);
    connect(library, &LibraryWorker::tracksRemoved, m_model, &TrackModel::removeTracks);
    connect(library, &LibraryWorker::trackLoaded, m_model, &TrackModel::setTrack);
    connect(library, &LibraryWorker::failed, this,
            [this](const QString &sentence) { QMessageBox::warning(this, tr("Luma"), sentence); });
    connect(m_model, &TrackModel::edited, library, &LibraryWorker::edit);
    connect(m_model, &TrackModel::coverWanted, m_backstage.covers(), &CoverLoader::load);
    connect(m_backstage.covers(), &CoverLoader::loaded, m_model, &TrackModel::setCover);
    connect(m_backstage.importer(), &ImportWorker::progressed, this, &MainWindow::showImport);
    connect(m_backstage.importer(), &ImportWorker::finished, this, &MainWindow::importFinished);
}

void MainWindow::libraryOpened(const QString &databasePath)
{
    m_databasePath = databasePath;
    if (m_options.url.isEmpty())
        startCloud();
    else
        startSync(m_options.url, m_options.key.toUtf8(), m_options.email, m_options.password);
}

void MainWindow::startCloud()
{
    auto *placeholder = m_dock->findChild<QLabel *>(u"placeholder"_s);
    placeholder->setText(tr("Starting a cloud on this computer…"));
    m_cloud = new CloudProcess(this);
    connect(m_cloud, &CloudProcess::ready, this, [this](const QString &url, const QByteArray &key) {
        startSync(url, key, CloudProcess::email(), CloudProcess::password());
    });
    connect(m_cloud, &CloudProcess::failed, placeholder, &QLabel::setText);
    m_cloud->start(m_options.cloudScript, m_options.library + u"/local-cloud"_s);
}

void MainWindow::startSync(const QString &url, const QByteArray &key, const QString &email, const QString &password)
{
    const auto project = LumaSync::Project::make(url, key);
    if (!project) {
        m_dock->findChild<QLabel *>(u"placeholder"_s)->setText(project.error().message);
        return;
    }
    LumaSync::SyncOptions options;
    options.databasePath = m_databasePath;
    options.project = *project;
    options.cacheFolder = m_options.library + u"/cache"_s;
    options.keychainService = m_cloud ? QString() : u"Luma"_s;
    m_sync = std::make_unique<SyncFace>(options, this);
    placeSync();
    if (!email.isEmpty() && !password.isEmpty())
        m_sync->engine()->signIn(email, password);
}

void MainWindow::placeSync()
{
    delete m_dock->widget();
    m_dock->setWidget(m_sync->panel());
    statusBar()->addPermanentWidget(m_sync->button());
    m_sync->panel()->show();
    m_sync->button()->show();
    Q_EMIT opened();
    connect(m_sync.get(), &SyncFace::windowRequested, this, &MainWindow::showWindow);
    connect(m_sync.get(), &SyncFace::quitRequested, this, &MainWindow::close);
    connect(m_sync->engine(), &LumaSync::SyncEngine::uploadFinished, m_backstage.library(),
            [this](const LumaSync::UploadProgress &upload, const LumaSync::Error &error) {
                if (!error)
                    m_backstage.library()->loadTrack(upload.trackId.toLongLong());
            });
    if (m_options.printStatus)
        m_sync->printStatus();
    if (m_options.quitWhenDone)
        m_sync->tray()->menu()->findChild<QAction *>(u"quitWhenDone"_s)->trigger();
}

void MainWindow::showTracks(const QList<TrackRow> &tracks)
{
    m_model->setTracks(tracks);
    if (tracks.isEmpty() && m_options.examples > 0)
        makeExamples(std::exchange(m_options.examples, 0));
}

void MainWindow::showSummary()
{
    const QLocale locale;
    const int tracks = m_model->rowCount();
    const QString minutes = locale.toString(qRound(m_model->totalSeconds() / 60));
    m_summary->setText(tracks == 0   ? QString()
                       : tracks == 1 ? tr("1 track, %1 min").arg(minutes)
                                     : tr("%1 tracks, %2 min").arg(locale.toString(tracks), minutes));
}

void MainWindow::importFiles()
{
    const QString filter = tr("Audio (*.mp3 *.flac *.ogg *.oga *.opus *.wav *.m4a *.aiff *.aif)");
    auto *dialog = new QFileDialog(this, tr("Import files"), {}, filter);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::filesSelected, this, &MainWindow::importPaths);
    dialog->open();
}

void MainWindow::importFolder()
{
    auto *dialog = new QFileDialog(this, tr("Import folder"));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::filesSelected, this, &MainWindow::importPaths);
    dialog->open();
}

void MainWindow::importPaths(const QStringList &paths)
{
    m_importLabel->setText(tr("Importing…"));
    m_importProgress->setRange(0, 0);
    m_import->show();
    ImportWorker *importer = m_backstage.importer();
    QMetaObject::invokeMethod(importer, [importer, paths] { importer->importPaths(paths); });
}

void MainWindow::makeExamples(int tracks)
{
    m_importLabel->setText(tr("Making example tracks…"));
    m_importProgress->setRange(0, 0);
    m_import->show();
    ImportWorker *importer = m_backstage.importer();
    QMetaObject::invokeMethod(importer, [importer, tracks] { importer->makeExamples(tracks); });
}

void MainWindow::showImport(int done, int total, const QString &what)
{
    m_importProgress->setRange(0, total);
    m_importProgress->setValue(done);
    m_importLabel->setText(m_importLabel->fontMetrics().elidedText(tr("Importing %1").arg(what), Qt::ElideMiddle, 320));
    QMetaObject::invokeMethod(m_backstage.library(), &LibraryWorker::loadNew);
}

void MainWindow::importFinished(const QString &summary, const QStringList &problems)
{
    m_import->hide();
    statusBar()->showMessage(summary, 8000);
    QMetaObject::invokeMethod(m_backstage.library(), &LibraryWorker::loadNew);
    if (m_sync)
        m_sync->engine()->syncNow();
    if (problems.isEmpty())
        return;
    auto *box = new QMessageBox(QMessageBox::Information, tr("Import"), summary, QMessageBox::Ok, this);
    box->setInformativeText(problems.size() == 1 ? tr("One file could not be read.")
                                                 : tr("%1 files could not be read.").arg(problems.size()));
    box->setDetailedText(problems.join(u'\n'));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::removeSelected()
{
    const QList<qint64> ids = m_view->selectedIds();
    if (ids.isEmpty())
        return;
    auto *box = new QMessageBox(QMessageBox::Question, tr("Delete"),
                                ids.size() == 1 ? tr("Delete this track from the library?")
                                                : tr("Delete %1 tracks from the library?").arg(ids.size()),
                                QMessageBox::Cancel, this);
    box->setInformativeText(tr("The audio files stay where they are."));
    box->setDefaultButton(box->addButton(tr("Delete"), QMessageBox::AcceptRole));
    box->setAttribute(Qt::WA_DeleteOnClose);
    LibraryWorker *library = m_backstage.library();
    connect(box, &QMessageBox::accepted, library, [library, ids] { library->remove(ids); });
    box->open();
}

void MainWindow::showWindow()
{
    m_dock->show();
    show();
    raise();
    activateWindow();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_sync || m_isQuitting) {
        Q_EMIT finished();
        return;
    }
    event->ignore();
    m_isQuitting = true;
    beginQuit();
}

void MainWindow::beginQuit()
{
    auto *dialog = new FinishDialog(m_sync->engine(), this);
    connect(dialog, &FinishDialog::ended, this, [this, dialog] {
        dialog->hide();
        m_sync->tray()->hide();
        hide(); // gone for the person, whatever the last request still does
        Q_EMIT finished();
    });
    dialog->open();
    m_sync->engine()->finish();
}

} // namespace Luma
