// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/syncengine.h"

#include "core/account.h"
#include "core/statusfacts.h"
#include "core/systemwatch.h"
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

/// The threads and what lives in them. The objects are deleted in their threads when these end.
class SyncEngine::Private
{
public:
    StatusFacts facts;
    SystemWatch system;
    QThread *tableThread = nullptr;
    QThread *fileThread = nullptr;
    TabularWorker *tables = nullptr;
    StorageWorker *files = nullptr;
    Account *account = nullptr;
    TokenProvider *provider = nullptr;
    QList<UploadItem> listed; ///< uploads, while the refused rows are asked for
    int running = 0;          ///< workers that have not stopped

    /// Runs `command(object, arguments...)` in the object's thread; does nothing before start() and after the end.
    template <typename Object, typename Method, typename... Arguments>
    static void post(Object *object, Method method, Arguments... arguments)
    {
        if (object)
            QMetaObject::invokeMethod(object, [=] { (object->*method)(arguments...); });
    }
};

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
        ++d->facts.uncounted; // it wrote a storage path into the library: the row is dirty
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

void SyncEngine::signIn(const QString &email, const QString &password)
{
    Private::post(d->account, &Account::signIn, email, password);
}

void SyncEngine::signOut()
{
    Private::post(d->account, &Account::signOut);
}

void SyncEngine::adoptLibrary()
{
    Private::post(d->tables, &TabularWorker::adopt);
}

void SyncEngine::syncNow()
{
    Private::post(d->tables, &TabularWorker::syncNow);
    Private::post(d->files, &StorageWorker::wake);
}

void SyncEngine::setPaused(bool paused)
{
    d->facts.paused = paused;
    Private::post(d->tables, &TabularWorker::setPaused, paused);
    Private::post(d->files, &StorageWorker::setPaused, paused);
    refreshStatus();
}

void SyncEngine::retryNow()
{
    Private::post(d->tables, &TabularWorker::retryRefused);
    Private::post(d->files, &StorageWorker::retryAllFailed);
}

void SyncEngine::listItems()
{
    if (d->files)
        Private::post(d->files, &StorageWorker::listItems);
    else
        Private::post(d->tables, &TabularWorker::listRefused);
}

void SyncEngine::retryUpload(qint64 jobId)
{
    Private::post(d->files, &StorageWorker::retry, jobId);
}

void SyncEngine::removeUpload(qint64 jobId)
{
    Private::post(d->files, &StorageWorker::remove, jobId);
}

void SyncEngine::setUploadExcluded(qint64 jobId, bool excluded)
{
    Private::post(d->files, &StorageWorker::setExcluded, jobId, excluded);
}

void SyncEngine::setExcludedKinds(const QSet<UploadKind> &kinds)
{
    m_options.excludedKinds = kinds;
    Private::post(d->files, &StorageWorker::setExcludedKinds, kinds);
}

void SyncEngine::setTrackExcluded(qint64 trackId, bool excluded)
{
    Private::post(d->files, &StorageWorker::setTrackExcluded, QVariant(trackId), excluded);
}

void SyncEngine::setBandwidthLimit(qint64 bytesPerSecond)
{
    m_options.bandwidthLimit = bytesPerSecond;
    Private::post(d->files, &StorageWorker::setBandwidthLimit, bytesPerSecond);
}

void SyncEngine::setUploadsOnMetered(bool allowed)
{
    m_options.uploadsOnMetered = allowed;
    Private::post(d->files, &StorageWorker::setOnMetered, allowed);
}

void SyncEngine::setUploadsOnPowerSaving(bool allowed)
{
    m_options.uploadsOnPowerSaving = allowed;
    Private::post(d->files, &StorageWorker::setOnPowerSaving, allowed);
}

void SyncEngine::setPowerSaving(bool saving)
{
    d->system.setPowerSaving(saving);
}

void SyncEngine::setCompressionLevel(int level)
{
    m_options.compressionLevel = level;
    Private::post(d->files, &StorageWorker::setCompressionLevel, level);
}

void SyncEngine::trackImported(qint64 trackId)
{
    Private::post(d->files, &StorageWorker::trackImported, QVariant(trackId));
}

void SyncEngine::artworkExtracted(qint64 trackId)
{
    Private::post(d->files, &StorageWorker::artworkExtracted, QVariant(trackId));
}

void SyncEngine::analysisFinished(qint64 trackId)
{
    Private::post(d->files, &StorageWorker::analysisFinished, QVariant(trackId));
}

void SyncEngine::rowChanged(const QString &table, const QVariant &key)
{
    Private::post(d->files, &StorageWorker::rowChanged, table, key);
}

void SyncEngine::finish()
{
    if (!d->tableThread || std::exchange(d->facts.stopping, true))
        return;
    refreshStatus();
    Private::post(d->files, &StorageWorker::stop);
    Private::post(d->tables, &TabularWorker::finish, m_options.quitLimit);
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
