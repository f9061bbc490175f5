// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clockjump.h"
#include "core/constants.h"
#include "core/librarysweep.h"
#include "core/linkrate.h"
#include "core/retrypolicy.h"
#include "core/storageplan.h"
#include "core/storagequeue.h"
#include "core/syncitems.h"
#include "core/syncstatus.h"
#include "core/systemconditions.h"
#include "core/transferrate.h"
#include "net/accesstoken.h"
#include "net/project.h"

#include <QDeadlineTimer>
#include <QPointer>
#include <QTimer>

#include <memory>

namespace LumaSync {

class ReachabilityProbe;
class StorageBench;
class UploadTask;
struct UploadOutcome;

/// Uploads what the queue holds, one file at a time, for as long as it runs, and keeps the queue filled from
/// the library. With nothing due it asks nothing of the network. Thread: its own; the database connection and
/// the network manager are made there by start(). Owner: SyncEngine.
class StorageWorker : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Starting,     ///< before the library is open
        Idle,         ///< nothing is due
        Working,      ///< an upload is under way, or about to be
        Held,         ///< large uploads wait: a metered network, or the battery saver (hold())
        Waiting,      ///< for the server (`error`), or for a fresh token
        Paused,       ///< by the person
        Offline,      ///< the project cannot be reached
        SignedOut,    ///< no token
        OtherAccount, ///< the library belongs to another account; nothing is sent until the host decides
        Failed,       ///< the database or the project needs attention (`error`); tried again by itself
        Stopped,
    };
    Q_ENUM(State)

    struct Options
    {
        QString databasePath;
        Project project;
        SchemaDescription schema = SchemaDescription::luma();
        QString cacheFolder; ///< for packages under way; each library gets a folder of its own below it
        std::chrono::milliseconds pause = STORAGE_THROTTLE_DELAY;  ///< between two uploads
        std::chrono::milliseconds stallLimit = UPLOAD_STALL_LIMIT; ///< without an acknowledged byte
        qint64 bandwidthLimit = 0;                                 ///< bytes per second; 0: none
        bool onMetered = false;                                    ///< large uploads over a metered network
        bool onPowerSaving = false;                                ///< large uploads while the battery saver is on
        int compressionLevel = PACKAGE_COMPRESSION_LEVEL;
        std::optional<QSet<UploadKind>> excludedKinds{}; ///< unset: as they were
        RetryPolicy retry{};
        std::chrono::milliseconds watchInterval = std::chrono::seconds(5);  ///< for the host's writes
        std::chrono::milliseconds clockInterval = std::chrono::seconds(20); ///< between two looks at the clocks
        std::function<QDateTime()> wallClock = [] { return QDateTime::currentDateTimeUtc(); };
    };

    explicit StorageWorker(Options options);
    ~StorageWorker() override;

public Q_SLOTS:
    /// The library is migrated: opens it, sweeps what an earlier run left, and begins.
    void start();
    void setToken(const LumaSync::AccessToken &token);
    /// No token can be had for now.
    void refreshFailed(const LumaSync::Error &error);
    void signedOut();
    /// Whether there is a network, for a host that knows. A false interrupts the upload; what was sent is
    /// kept.
    void setOnline(bool online);
    /// Another network: what was under way is asked for anew, and waits end.
    void networkChanged();
    void setConditions(const LumaSync::SystemConditions &conditions);
    void setOnMetered(bool allowed);
    void setOnPowerSaving(bool allowed);
    /// Bytes per second, 0: none. At once, in the middle of a file too.
    void setBandwidthLimit(qint64 bytesPerSecond);
    void setPaused(bool paused);
    /// 1 to 22; from the next package on.
    void setCompressionLevel(int level);
    /// Ends every wait and looks at the library once more.
    void wake();

    /// The host's hints; what was missed is found by the sweep all the same.
    void trackImported(const QVariant &trackId);
    void artworkExtracted(const QVariant &trackId);
    void analysisFinished(const QVariant &trackId);
    /// Files of this row are new or changed.
    void rowChanged(const QString &table, const QVariant &key);

    void retryAllFailed();
    void retry(qint64 jobId);
    void remove(qint64 jobId);
    /// The whole row of this job waits until it is included again.
    void setExcluded(qint64 jobId, bool excluded);
    void setTrackExcluded(const QVariant &trackId, bool excluded);
    void setExcludedKinds(const QSet<LumaSync::UploadKind> &kinds);
    /// Answered by itemsListed().
    void listItems();

    /// No new work; the upload is interrupted, its offset is kept. Then stopped(), once.
    void stop();

Q_SIGNALS:
    /// Why large uploads wait, if any were to go.
    void holdChanged(LumaSync::SyncStatus::Hold hold);
    /// `error`: the reason, in Waiting, Offline, OtherAccount and Failed.
    void stateChanged(LumaSync::StorageWorker::State state, const LumaSync::Error &error);
    void countsChanged(const LumaSync::QueueCounts &counts);
    void uploadStarted(const LumaSync::UploadProgress &upload);
    /// At most ten times a second.
    void progressed(const LumaSync::UploadProgress &upload);
    /// Every end, an interruption included (then `error` is Canceled).
    void uploadFinished(const LumaSync::UploadProgress &upload, const LumaSync::Error &error);
    /// Nothing is due any more after at least one upload: storage paths wait in the tables.
    void queueDrained();
    void itemsListed(const QList<LumaSync::UploadItem> &items);
    void tokenRefreshRequested(const LumaSync::AccessToken &stale);
    void stopped();

private:
    void proceed();
    [[nodiscard]] StorageFacts facts();
    void open();
    void takeJob();
    void taskFinished(const UploadOutcome &outcome);
    void failed(const UploadOutcome &outcome);
    void record(const UploadJob &job, const Error &error, const RetryPolicy::Decision &decision);
    void interrupt();
    void applyHold();
    [[nodiscard]] SyncStatus::Hold hold() const;
    [[nodiscard]] bool findDueJob(StorageFacts &facts);
    [[nodiscard]] double expectedRate() const;
    void noteProgress(const UploadProgress &progress);
    void showProgress();
    void lookAtClocks();
    void probe();
    void probed(const Error &error);
    void askToken();
    void restIdle();
    void rest(State state);
    void waitFor(std::chrono::milliseconds delay);
    void hinted(const Expected<int> &queued);
    void excludeRow(const UploadJob &job, bool excluded);
    /// Reports a database error and waits a while; false where there was none.
    bool isTrouble(const Error &error);
    void publishCounts();
    void setState(State state, const Error &error = {});
    void finishStopLater();
    void finishStop();

    Options m_options;
    State m_state = State::Starting;
    Error m_error;
    Error m_claim;                         ///< why the library is not this account's
    std::unique_ptr<StorageBench> m_bench; ///< what start() makes
    AccessToken m_token;
    QPointer<UploadTask> m_task;
    QPointer<ReachabilityProbe> m_probe;
    QTimer m_timer;
    QTimer m_clocks;
    ClockJump m_clockJump;
    QTimer m_progressGate; ///< runs while the last progress is younger than a tenth of a second
    UploadProgress m_progress;
    bool m_hasProgress = false; ///< one that was not shown
    TransferRate m_rate;
    LinkRate m_link;
    SystemConditions m_conditions;
    SyncStatus::Hold m_hold = SyncStatus::Hold::None;
    LibrarySweep m_sweep;
    QDeadlineTimer m_notBefore;
    std::optional<UploadJob> m_dueJob;
    std::optional<UploadJob> m_doubtedJob; ///< its upload broke off; the probe decides what that means
    Error m_doubt;
    QueueCounts m_counts;
    qint64 m_countedJob = 0;   ///< the upload under way, once its size is known to m_counts
    qint64 m_countedBytes = 0; ///< of it, acknowledged
    int m_troubles = 0;        ///< ends in a row without a byte of progress
    int m_probes = 0;          ///< failed ones in a row
    bool m_started = false;
    bool m_paused = false;
    bool m_online = true;
    bool m_askedToken = false;
    bool m_stopping = false;
    bool m_uploaded = false; ///< since the queue was drained last
};

} // namespace LumaSync
