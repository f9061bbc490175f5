// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/clockjump.h"
#include "core/constants.h"
#include "core/cyclereport.h"
#include "core/dirtyrows.h"
#include "core/parkedtables.h"
#include "core/syncitems.h"
#include "net/accesstoken.h"
#include "net/backoff.h"
#include "net/project.h"
#include "net/restclient.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

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

/// Sends dirty rows and deletions: soon after start, every 60 s (±10 %, so that a fleet does not beat in step), when
/// asked, and once after the machine slept. With nothing to send a cycle is one look at the partial indexes and no
/// request; where all that waits was refused, it is looked at again when something changes or a pause is over. Thread:
/// its own; the database connection and the network manager are made there by start(). Owner: SyncEngine.
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
        std::function<std::chrono::milliseconds()> wallClock; ///< for tests; empty: the system's
    };

    explicit TabularWorker(Options options);
    ~TabularWorker() override;

public Q_SLOTS:
    void start();
    void setToken(const LumaSync::AccessToken &token);
    /// No token can be had for now; a waiting cycle ends.
    void refreshFailed(const LumaSync::Error &error);
    void signedOut();
    /// The person asks: pauses after failures end, but not those that the server asked for.
    void syncNow();
    /// Something may have changed; pauses are kept.
    void look();
    /// Answered by counted(), after countsChanged() where there is something new; a running cycle counts at its end.
    void count();
    /// Kept in the library: it outlives the program, and others that back this library up honour it.
    void setPaused(bool paused);
    /// Refused rows and tables are tried again at once.
    void retryRefused();
    /// In OtherAccount: everything becomes new rows and files of the account that is signed in now.
    void adopt();
    /// Answered by refusedListed(), with the first thousand.
    void listRefused();
    /// The last cycle: at most `limit`, none at all when nothing is dirty or the network is known to be down. Then
    /// stopped().
    void finish(std::chrono::milliseconds limit);
    /// As finish(), but it goes on afterwards: flushed() instead of stopped().
    void flush(std::chrono::milliseconds limit);

Q_SIGNALS:
    /// The library is ready for the storage worker.
    void migrated();
    /// `error`: the reason, in Offline, Failed and OtherAccount.
    void stateChanged(LumaSync::TabularWorker::State state, const LumaSync::Error &error);
    void countsChanged(const LumaSync::RowCounts &counts);
    void counted();
    void cycleFinished(const LumaSync::CycleReport &report);
    /// When a cycle last went through (UTC); also told at start, from the library.
    void synced(const QDateTime &when);
    /// The library says so: at start, before migrated(), or because another program has changed it.
    void pauseChanged(bool paused);
    void tokenRefreshRequested(const LumaSync::AccessToken &stale);
    void refusedListed(const QList<LumaSync::RefusedRow> &rows);
    /// Every row and file is a new one of the account that is signed in now.
    void adopted();
    void flushed();
    void stopped();

private:
    enum class Ending { No, Flush, Stop };

    [[nodiscard]] Error open();
    void closeReplaced();
    void tick();
    void probe();
    void runCycle();
    void cycleEnded(const CycleReport &report);
    void cycleFailed(const Error &error);
    void rest(const CycleReport &report);
    [[nodiscard]] bool isResting() const;
    [[nodiscard]] std::chrono::milliseconds timeToWait() const;
    [[nodiscard]] std::chrono::milliseconds soon() const;
    [[nodiscard]] qint64 dataVersion() const;
    void schedule(std::chrono::milliseconds delay);
    void publishCounts();
    [[nodiscard]] Error noteSync();
    void watch();
    [[nodiscard]] bool somethingDirty() const;
    void setState(State state, const Error &error = {});
    void databaseTrouble(const Error &error);
    void exchangePause();
    void applyPause(bool paused);
    void endWith(Ending ending, std::chrono::milliseconds limit);
    void end();
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
    ClockJump m_clock;
    QElapsedTimer m_monotonic;
    QString m_fileIdentity; ///< of the library that is open
    qint64 m_dataVersion = -1;
    QDeadlineTimer m_backoff{0};    ///< after failures; the person may cut it short
    QDeadlineTimer m_retryAfter{0}; ///< the server asked for it
    QDateTime m_restFrom;           ///< nothing that waits may be sent, until then ...
    QDateTime m_restUntil;
    qint64 m_restVersion = -1; ///< ... or until somebody writes
    ParkedTables m_parked;
    QList<QString> m_spared; ///< parked tables that the running cycle leaves alone
    int m_failures = 0;      ///< cycles in a row that the server or the network ended
    int m_repeats = 0;       ///< cycles in a row that asked for another one soon
    RowCounts m_counts;
    qint64 m_waitingAtStart = 0;
    Ending m_ending = Ending::No;
    bool m_migrated = false;
    bool m_paused = false;
    bool m_pauseIsNew = false; ///< the person's word is not in the library yet
    bool m_again = false;      ///< asked for, and no cycle has begun since
    bool m_lastCycle = false;  ///< the running cycle began after finish()
};

} // namespace LumaSync

Q_DECLARE_METATYPE(LumaSync::RowCounts)
