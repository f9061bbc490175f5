// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/batchplan.h"
#include "core/cyclereport.h"
#include "core/deleteplan.h"
#include "core/dirtyrows.h"
#include "core/tombstones.h"
#include "net/restclient.h"

#include <QPointer>

#include <deque>
#include <optional>

namespace LumaSync {

/// One pass over all tables: dirty rows parents first, deferred foreign keys in a second pass, then deletions children
/// first. While a request is on its way, the rows of the one before are marked as clean and the next batch is read: the
/// server never waits for the disk. Thread: the tabular worker's. Owner: the worker; made anew for each cycle.
class TabularCycle : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        const Schema &schema;
        DirtyRows &rows;
        Tombstones &tombstones;
        RestClient &rest;
        BatchLimits limits;
        QList<qsizetype> parked = {}; ///< tables that the cloud did not take lately: nothing is asked of it for them
    };
    TabularCycle(Parts parts, QObject *parent);

    void start();
    /// Ends after the answer at hand is dropped; finished() comes from the event loop with Canceled.
    void cancel();
    /// Answers tokenNeeded(). Without a valid token the cycle ends as signed out.
    void setToken(const AccessToken &token);
    /// Answers tokenNeeded() as well: none can be had for now, and why; the cycle ends with it.
    void refreshFailed(const Error &error);

Q_SIGNALS:
    /// After each acknowledged request: totals so far.
    void progressed(qint64 rowsSent, qint64 rowsDeleted);
    /// The server refuses the token; the cycle waits for setToken().
    void tokenNeeded(const LumaSync::AccessToken &stale);
    /// Exactly once, never from inside start().
    void finished(const LumaSync::CycleReport &report);

private:
    enum class Action { Upsert, UpsertDeferred, Delete };
    struct Step
    {
        Action action;
        qsizetype table;
    };
    struct Group // rows of one read that share their columns
    {
        QList<OutgoingRow> rows;
        BatchPlan plan;
        bool deferred;
    };
    struct Sent // acknowledged, and not yet marked as clean
    {
        qsizetype table;
        QList<OutgoingRow> rows;
    };

    void next();
    void nextUpsert();
    void sendPart();
    void upserted(const RestResult &result);
    [[nodiscard]] Error apply(BatchPlan::Verdict verdict, const BatchPart &part, const Error &answer);
    void readAhead();
    [[nodiscard]] Error clearSent();
    [[nodiscard]] Error readBatch();
    void nextDelete();
    void deleted(const RestResult &result);
    [[nodiscard]] Error readDeletes();
    [[nodiscard]] Error settleDeletes();
    [[nodiscard]] bool hasMovedReferrers(qsizetype table) const;
    [[nodiscard]] bool waitsForToken(const Error &error);
    void sendLess(const BatchPart &part);
    void parkTable();
    void leaveStep();
    void finish(const Error &error);

    Parts m_parts;
    HeldRows m_held;
    CycleReport m_report;
    std::deque<Step> m_steps;
    std::deque<Group> m_groups;
    std::deque<Sent> m_sent;
    QVariantList m_cursor;
    bool m_atEnd = false;
    int m_refusedInStep = 0;
    QSet<qsizetype> m_moved;     ///< tables of which the cloud has taken something
    bool m_triedDeletes = false; ///< in this step
    PendingDeletes m_deletes;
    DeletePlan m_deletePlan;
    QPointer<RestJob> m_job;
    qint64 m_bodySize = 0;
    bool m_tokenRenewed = false;
    bool m_waiting = false;
    bool m_done = false;
};

} // namespace LumaSync
