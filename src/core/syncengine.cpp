// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/syncengine_p.h"

#include "core/background.h"
#include "core/workeroptions.h"
#include "net/tokenprovider.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QLoggingCategory>
#include <QSemaphore>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace LumaSync {

Q_LOGGING_CATEGORY(engineLog, "lumasync.engine")

namespace {

// Beyond the last cycle's limit: a busy database may hold a worker this much longer.
constexpr auto threadGrace = 3s;

} // namespace

SyncEngine::SyncEngine(SyncOptions options, QObject *parent)
    : SyncEngine(std::move(options), nullptr, parent)
{
}

SyncEngine::SyncEngine(SyncOptions options, TokenProvider *provider, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , d(std::make_unique<Private>())
{
    d->provider = provider;
    m_options.uploadFiles = m_options.uploadFiles && hasFiles(m_options.schema);
    if (!m_options.uploadFiles)
        d->facts.files = StorageWorker::State::Idle;
    QCoreApplication *application = QCoreApplication::instance();
    connect(application, &QCoreApplication::aboutToQuit, this, &SyncEngine::stop);
    // By name: it is QGuiApplication's, and Core does without Gui.
    if (application->metaObject()->indexOfSignal("commitDataRequest(QSessionManager&)") >= 0)
        connect(application, SIGNAL(commitDataRequest(QSessionManager &)), this, SLOT(flush()), Qt::DirectConnection);
}

SyncEngine::~SyncEngine()
{
    stop();
}

void SyncEngine::start()
{
    if (d->tableThread)
        return;
    const auto makeThread = [](const QString &name) {
        auto *thread = new QThread;
        thread->setObjectName(name);
        connect(thread, &QThread::started, thread, &enterBackground, Qt::DirectConnection);
        return thread;
    };
    d->tableThread = makeThread(u"lumasync-tables"_s);
    d->tables = new TabularWorker(tableOptions(m_options));
    startTables();
    if (m_options.uploadFiles) {
        d->fileThread = makeThread(u"lumasync-files"_s);
        d->files = new StorageWorker(fileOptions(m_options));
        startFiles();
    }
    startTokens();
    // The storage worker waits for the library to be ready.
    d->tableThread->start();
    if (d->fileThread) {
        d->fileThread->start();
        d->system.start();
        Private::post(d->files, &StorageWorker::setConditions, d->system.conditions());
    }
    Private::post(d->tables, &TabularWorker::start);
}

void SyncEngine::startTables()
{
    d->tables->moveToThread(d->tableThread);
    ++d->running;
    connect(d->tableThread, &QThread::finished, d->tables, &QObject::deleteLater);
    connect(d->tables, &TabularWorker::stopped, d->tableThread, &QThread::quit, Qt::DirectConnection);
    connect(d->tables, &TabularWorker::stopped, this, &SyncEngine::workerStopped);
    connect(d->tables, &TabularWorker::synced, this, [this](const QDateTime &when) {
        d->facts.lastSync = when;
        refreshStatus();
    });
    connect(d->tables, &TabularWorker::stateChanged, this, [this](TabularWorker::State state, const Error &error) {
        d->facts.tables = state;
        d->facts.tablesError = error;
        refreshStatus();
    });
    connect(d->tables, &TabularWorker::pauseChanged, this, [this](bool paused) {
        d->facts.paused = paused;
        refreshStatus();
    });
    connect(d->tables, &TabularWorker::countsChanged, this, [this](const RowCounts &counts) {
        d->facts.rows = counts;
        refreshStatus();
    });
    connect(d->tables, &TabularWorker::refusedListed, this,
            [this](const QList<RefusedRow> &rows) { Q_EMIT itemsListed(d->listed, rows); });
    connect(d->tables, &TabularWorker::cycleFinished, this, [this](const CycleReport &report) {
        Q_EMIT cycleFinished(report.error, report.rowsSent, report.rowsDeleted, report.bytesSent);
    });
}

void SyncEngine::startFiles()
{
    d->files->moveToThread(d->fileThread);
    ++d->running;
    connect(d->fileThread, &QThread::finished, d->files, &QObject::deleteLater);
    connect(d->tables, &TabularWorker::pauseChanged, d->files, &StorageWorker::setPaused);
    connect(d->tables, &TabularWorker::migrated, d->files, &StorageWorker::start);
    connect(d->files, &StorageWorker::stopped, d->fileThread, &QThread::quit, Qt::DirectConnection);
    connect(d->files, &StorageWorker::stopped, this, &SyncEngine::workerStopped);
    connect(d->files, &StorageWorker::stateChanged, this, [this](StorageWorker::State state, const Error &error) {
        d->facts.files = state;
        d->facts.filesError = error;
        refreshStatus();
    });
    connect(d->files, &StorageWorker::holdChanged, this, [this](SyncStatus::Hold hold) { d->facts.hold = hold; });
    connect(&d->system, &SystemWatch::conditionsChanged, d->files, &StorageWorker::setConditions);
    connect(&d->system, &SystemWatch::onlineChanged, d->files, &StorageWorker::setOnline);
    connect(&d->system, &SystemWatch::networkChanged, d->files, &StorageWorker::networkChanged);
    connect(d->files, &StorageWorker::countsChanged, this, [this](const QueueCounts &counts) {
        d->facts.queue = counts;
        refreshStatus();
    });
    connect(d->files, &StorageWorker::progressed, this, [this](const UploadProgress &progress) {
        d->facts.isUploading = true;
        d->facts.upload = progress;
        refreshStatus();
    });
    connect(d->files, &StorageWorker::uploadFinished, this, [this](const UploadProgress &progress, const Error &error) {
        d->facts.isUploading = false;
        ++d->facts.uncounted; // it may have written a storage path into the library: the row is dirty then
        Private::post(d->tables, &TabularWorker::count);
        Q_EMIT uploadFinished(progress, error);
        refreshStatus();
    });
    connect(d->tables, &TabularWorker::counted, this, [this] {
        --d->facts.uncounted;
        refreshStatus();
    });
    connect(d->files, &StorageWorker::itemsListed, this, [this](const QList<UploadItem> &items) {
        d->listed = items;
        Private::post(d->tables, &TabularWorker::listRefused);
    });
    connect(d->tables, &TabularWorker::migrated, d->files,
            [files = d->files, kinds = m_options.excludedKinds] { files->setExcludedKinds(kinds); });
    connect(d->tables, &TabularWorker::adopted, d->files, &StorageWorker::wake);
    connect(d->files, &StorageWorker::queueDrained, d->tables, &TabularWorker::look);
}

void SyncEngine::startTokens()
{
    const auto wire = [this](auto *source) {
        using Source = std::remove_pointer_t<decltype(source)>;
        connect(source, &Source::tokenChanged, d->tables, &TabularWorker::setToken);
        connect(source, &Source::refreshFailed, d->tables, &TabularWorker::refreshFailed);
        connect(source, &Source::signedOut, d->tables, &TabularWorker::signedOut);
        connect(d->tables, &TabularWorker::tokenRefreshRequested, source, &Source::requestRefresh);
        if (!d->files)
            return;
        connect(source, &Source::tokenChanged, d->files, &StorageWorker::setToken);
        connect(source, &Source::refreshFailed, d->files, &StorageWorker::refreshFailed);
        connect(source, &Source::signedOut, d->files, &StorageWorker::signedOut);
        connect(d->files, &StorageWorker::tokenRefreshRequested, source, &Source::requestRefresh);
    };
    if (d->provider) {
        wire(d->provider);
        if (const AccessToken token = d->provider->token(); !token.jwt.isEmpty())
            Q_EMIT d->provider->tokenChanged(token);
        return;
    }
    d->account = new Account(m_options.project, m_options.keychainService);
    d->account->moveToThread(d->tableThread);
    connect(d->tableThread, &QThread::finished, d->account, &QObject::deleteLater);
    connect(d->account, &Account::signInFinished, this, &SyncEngine::signInFinished);
    connect(d->account, &Account::sessionNotKept, this, [this](const Error &error) {
        d->facts.sessionNote = error;
        refreshStatus();
    });
    wire(d->account);
    Private::post(d->account, &Account::start);
}

void SyncEngine::refreshStatus()
{
    m_status = d->facts.status();
    Q_EMIT statusChanged(m_status);
}

void SyncEngine::finish()
{
    finishWithin(m_options.quitLimit);
}

void SyncEngine::finishWithin(std::chrono::milliseconds limit)
{
    if (!d->tableThread || std::exchange(d->facts.stopping, true))
        return;
    refreshStatus();
    Private::post(d->files, &StorageWorker::stop);
    Private::post(d->tables, &TabularWorker::finish, limit);
}

void SyncEngine::flush()
{
    if (!d->tables || d->facts.stopping)
        return;
    const auto done = std::make_shared<QSemaphore>();
    connect(
        d->tables, &TabularWorker::flushed, d->tables, [done] { done->release(); },
        static_cast<Qt::ConnectionType>(Qt::DirectConnection | Qt::SingleShotConnection));
    Private::post(d->tables, &TabularWorker::flush, m_options.quitLimit);
    if (!done->tryAcquire(1, QDeadlineTimer(m_options.quitLimit + threadGrace)))
        qCWarning(engineLog) << "A worker is still busy with the library; the session's end does not wait for it.";
}

void SyncEngine::workerStopped()
{
    if (--d->running > 0)
        return;
    endThreads(threadGrace);
    refreshStatus();
    Q_EMIT stopped();
}

void SyncEngine::endThreads(std::chrono::milliseconds limit)
{
    const QDeadlineTimer deadline(limit);
    for (QThread *thread : {std::exchange(d->fileThread, nullptr), std::exchange(d->tableThread, nullptr)}) {
        if (!thread)
            continue;
        if (thread->wait(deadline)) {
            delete thread;
        } else { // never terminated: what it is in the middle of is the user's database
            qCWarning(engineLog) << "A worker is still busy with the library; it ends by itself.";
            connect(thread, &QThread::finished, thread, &QObject::deleteLater);
        }
    }
    d->tables = nullptr;
    d->files = nullptr;
    d->account = nullptr;
    d->facts.tables = TabularWorker::State::Stopped;
}

void SyncEngine::stop()
{
    if (!d->tableThread)
        return;
    finish();
    endThreads(m_options.quitLimit + threadGrace); // a worker that has stopped ends its thread by itself
    refreshStatus();
}

} // namespace LumaSync
