// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/constants.h"
#include "core/cyclereport.h"
#include "core/dirtyrows.h"
#include "core/syncitems.h"
#include "net/accesstoken.h"
#include "net/backoff.h"
#include "net/project.h"
#include "net/restclient.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QNetworkAccessManager)

namespace LumaSync {

class Library;
class TabularCycle;

/// What waits in the tables.
struct RowCounts
{
    qint64 waiting = 0; ///< dirty rows and deletions, refused ones included
    qint64 refused = 0;
    bool operator==(const RowCounts &) const = default;
};

/// Sends dirty rows and deletions: at once after start, every 60 s (±10 %, so that a fleet does not beat in step), and
/// when asked. With nothing to send a cycle is one look at the partial indexes and no request. Thread: its own; the
/// database connection and the network manager are made there by start(). Owner: SyncEngine.
class TabularWorker : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Starting,     ///< before the migration is through
        Idle,         ///< waits for the next cycle
        Syncing,      ///< a cycle is running
        Offline,      ///< the project cannot be reached
        SignedOut,    ///< no token
        OtherAccount, ///< the library belongs to another account; nothing is sent until the host decides
        Failed,       ///< the database or the project needs attention; tried again every cycle
        Stopped,
    };
    Q_ENUM(State)

    struct Options
    {
        QString databasePath;
        Project project;
        SchemaDescription schema;
        std::chrono::milliseconds interval = TABULAR_SYNC_INTERVAL;
        std::chrono::milliseconds busyTimeout = std::chrono::seconds(5);
        BatchLimits limits;
        Jitter jitter = randomJitter();
    };

    explicit TabularWorker(Options options);
    ~TabularWorker() override;

public Q_SLOTS:
    void start();
    void setToken(const LumaSync::AccessToken &token);
    /// No token can be had for now; a waiting cycle ends.
    void refreshFailed(const LumaSync::Error &error);
    void signedOut();
    void syncNow();
    void setPaused(bool paused);
    /// Refused rows are tried again at once.
    void retryRefused();
    /// In OtherAccount: everything becomes new rows and files of the account that is signed in now.
    void adopt();
    /// Answered by refusedListed(), with the first thousand.
    void listRefused();
    /// The last cycle: at most `limit`, none at all when nothing is dirty or the network is known to be down. Then
    /// stopped().
    void finish(std::chrono::milliseconds limit);

Q_SIGNALS:
    /// The library is ready for the storage worker.
    void migrated();
    /// `error`: the reason, in Offline, Failed and OtherAccount.
    void stateChanged(LumaSync::TabularWorker::State state, const LumaSync::Error &error);
    void countsChanged(const LumaSync::RowCounts &counts);
    void cycleFinished(const LumaSync::CycleReport &report);
    /// When a cycle last went through (UTC); also told at start, from the library.
    void synced(const QDateTime &when);
    void tokenRefreshRequested(const LumaSync::AccessToken &stale);
    void refusedListed(const QList<LumaSync::RefusedRow> &rows);
    void stopped();

private:
    [[nodiscard]] Error open();
    void tick();
    void probe();
    void runCycle();
    void cycleEnded(const CycleReport &report);
    void schedule(std::chrono::milliseconds delay);
    void publishCounts();
    void noteSync();
    void lookForWrites();
    [[nodiscard]] bool somethingDirty() const;
    void setState(State state, const Error &error = {});
    [[nodiscard]] Error checkOwner();
    void stop();

    Options m_options;
    State m_state = State::Starting;
    Error m_error;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    std::unique_ptr<RestClient> m_rest;
    QPointer<QObject> m_probe;
    QPointer<TabularCycle> m_cycle;
    AccessToken m_token;
    QTimer m_timer;
    QTimer m_deadline;
    QTimer m_watch; ///< looks whether the host has written, so that the counts never lag behind for long
    qint64 m_dataVersion = -1;
    int m_failures = 0; ///< cycles in a row that the server or the network ended
    int m_repeats = 0;  ///< cycles in a row that asked for another one soon
    RowCounts m_counts;
    qint64 m_waitingAtStart = 0;
    bool m_migrated = false;
    bool m_paused = false;
    bool m_again = false; ///< asked for while a cycle was running
    bool m_finishing = false;
    bool m_lastCycle = false; ///< the running cycle began after finish()
};

} // namespace LumaSync

Q_DECLARE_METATYPE(LumaSync::RowCounts)
