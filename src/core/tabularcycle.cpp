// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/tabularcycle.h"

#include <algorithm>
#include <numeric>

namespace LumaSync {

namespace {

// A table where more rows than this are refused in one cycle is left for the next one: a flood of single-row requests
// helps nobody.
constexpr int refusalsPerStep = 50;

} // namespace

TabularCycle::TabularCycle(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_held(parts.schema.tables.size())
{
    const qsizetype count = parts.schema.tables.size();
    for (qsizetype i = 0; i < count; ++i)
        m_steps.push_back({Action::Upsert, i});
    for (qsizetype i = 0; i < count; ++i) {
        if (parts.schema.tables[i].hasDeferred())
            m_steps.push_back({Action::UpsertDeferred, i});
    }
    for (qsizetype i = count - 1; i >= 0; --i)
        m_steps.push_back({Action::Delete, i});
    for (qsizetype table : parts.parked)
        m_held.park(table);
    std::erase_if(m_steps, [&](const Step &step) { return m_held.isParked(step.table); });
}

void TabularCycle::start()
{
    QMetaObject::invokeMethod(this, &TabularCycle::next, Qt::QueuedConnection);
}

void TabularCycle::cancel()
{
    if (m_done)
        return;
    delete m_job; // a destroyed job is silent
    QMetaObject::invokeMethod(
        this, [this] { finish({.kind = Error::Kind::Canceled, .code = {}, .message = {}}); }, Qt::QueuedConnection);
}

void TabularCycle::finish(const Error &error)
{
    if (m_done)
        return;
    const Error uncleared = clearSent();
    m_done = true;
    m_report.error = error ? error : uncleared;
    Q_EMIT finished(m_report);
}

void TabularCycle::leaveStep()
{
    m_steps.pop_front();
    m_groups.clear();
    m_cursor.clear();
    m_atEnd = false;
    m_refusedInStep = 0;
    m_triedDeletes = false;
    m_deletePlan = {};
}

void TabularCycle::next()
{
    while (!m_done && !m_steps.empty()) {
        const auto [action, table] = m_steps.front();
        if (action == Action::Delete)
            return nextDelete();
        if (m_cursor.isEmpty()) { // a look before the first read saves a write transaction
            const auto any = m_parts.rows.any(table);
            if (!any)
                return finish(any.error());
            if (!*any || m_held.isParked(table)) {
                leaveStep();
                continue;
            }
        }
        return nextUpsert();
    }
    finish({});
}

void TabularCycle::nextUpsert()
{
    while (m_groups.empty()) {
        if (Error error = clearSent())
            return finish(error);
        if (m_atEnd) {
            leaveStep();
            return next();
        }
        if (Error error = readBatch())
            return finish(error);
    }
    sendPart();
}

Error TabularCycle::readBatch()
{
    const auto [action, table] = m_steps.front();
    auto read = m_parts.rows.read(table, m_cursor, action == Action::UpsertDeferred, m_held, m_parts.limits);
    if (!read)
        return read.error();
    m_atEnd = read->atEnd;
    m_cursor = read->cursor;
    m_report.held += read->held;
    m_report.refused += static_cast<int>(read->misfits.size());
    QList<OutgoingRow> whole = std::move(read->rows);
    QList<OutgoingRow> deferred;
    for (const OutgoingRow &row : std::as_const(whole)) {
        if (row.deferred)
            deferred.append(row);
    }
    if (!deferred.isEmpty())
        whole.removeIf([](const OutgoingRow &row) { return row.deferred; });
    if (!whole.isEmpty())
        m_groups.push_back({whole, BatchPlan(whole.size()), false});
    if (!deferred.isEmpty())
        m_groups.push_back({deferred, BatchPlan(deferred.size()), true});
    return {};
}

void TabularCycle::sendPart()
{
    Group &group = m_groups.front();
    const std::optional<BatchPart> part = group.plan.next();
    if (!part) {
        m_groups.pop_front();
        return nextUpsert();
    }
    const auto from = group.rows.cbegin() + part->first;
    const auto to = from + part->count;
    QByteArray body("[");
    body.reserve(std::accumulate(from, to, qsizetype(2),
                                 [](qsizetype sum, const OutgoingRow &row) { return sum + row.json.size() + 1; }));
    std::for_each(from, to, [&body](const OutgoingRow &row) { body.append(row.json).append(','); });
    body.back() = ']';
    m_bodySize = body.size();
    const qsizetype table = m_steps.front().table;
    m_job = m_parts.rest.upsert(m_parts.schema.tables[table].cloud(), m_parts.rows.sentColumns(table, group.deferred),
                                std::move(body));
    connect(m_job, &RestJob::finished, this, &TabularCycle::upserted);
    // Not before, or the request would wait for the disk. Queued: the reading may end the job that tells us.
    connect(m_job, &RestJob::sent, this, &TabularCycle::readAhead, Qt::QueuedConnection);
    ++m_report.requests;
    m_job->start();
}

void TabularCycle::readAhead()
{
    if (m_done || !m_job)
        return;
    Error error = clearSent();
    if (!error && !m_atEnd && m_groups.size() == 1 && m_steps.front().action != Action::Delete)
        error = readBatch();
    if (error) {
        delete m_job;
        finish(error);
    }
}

Error TabularCycle::clearSent()
{
    while (!m_sent.empty()) {
        const Sent sent = std::move(m_sent.front());
        m_sent.pop_front();
        if (Error error = m_parts.rows.clear(sent.table, sent.rows))
            return error;
    }
    return {};
}

bool TabularCycle::waitsForToken(const Error &error)
{
    if (error.kind != Error::Kind::SignedOut || m_tokenRenewed)
        return false;
    m_tokenRenewed = true;
    m_waiting = true;
    Q_EMIT tokenNeeded(m_parts.rest.token());
    return true;
}

void TabularCycle::setToken(const AccessToken &token)
{
    m_parts.rest.setToken(token);
    if (!std::exchange(m_waiting, false))
        return;
    if (!token.isValid())
        return finish({.kind = Error::Kind::SignedOut, .code = {}, .message = {}});
    QMetaObject::invokeMethod(this, &TabularCycle::next, Qt::QueuedConnection);
}

void TabularCycle::refreshFailed(const Error &error)
{
    if (std::exchange(m_waiting, false))
        finish(error);
}

void TabularCycle::upserted(const RestResult &result)
{
    if (m_done || waitsForToken(result.error))
        return;
    if (!result.error)
        m_tokenRenewed = false; // a later refusal is another one: a long cycle outlives a token
    Group &group = m_groups.front();
    const BatchPart part = *group.plan.next();
    if (result.error.kind == Error::Kind::TooLarge)
        sendLess(part);
    if (Error error = apply(group.plan.resolve(result.error), part, result.error))
        return finish(error);
    if (!m_done)
        next();
}

// What was too much for one statement would be again: the batches to come are read smaller.
void TabularCycle::sendLess(const BatchPart &part)
{
    BatchLimits &limits = m_parts.limits;
    limits.rows = std::min(limits.rows, std::max(1, static_cast<int>(part.count / 2)));
    limits.bytes = std::min(limits.bytes, std::max<qsizetype>(1, m_bodySize / 2));
}

Error TabularCycle::apply(BatchPlan::Verdict verdict, const BatchPart &part, const Error &answer)
{
    using Verdict = BatchPlan::Verdict;
    const Group &group = m_groups.front();
    const qsizetype table = m_steps.front().table;
    const OutgoingRow &first = group.rows[part.first];
    switch (verdict) {
    case Verdict::Split:
        return {};
    case Verdict::Clear:
        m_moved.insert(table);
        m_sent.push_back({table, group.rows.sliced(part.first, part.count)});
        if (!group.deferred)
            m_report.rowsSent += part.count;
        m_report.bytesSent += m_bodySize;
        Q_EMIT progressed(m_report.rowsSent, m_report.rowsDeleted);
        return {};
    case Verdict::Orphan: {
        if (Error error = clearSent())
            return error;
        m_held.hold(table, first.keyText);
        const auto healed = m_parts.rows.healParents(table, first);
        if (!healed)
            return healed.error();
        m_report.moreToDo = m_report.moreToDo || *healed;
        if (*healed) {
            ++m_report.held;
            return {};
        }
        [[fallthrough]];
    }
    case Verdict::Refuse:
        m_held.hold(table, first.keyText);
        ++m_report.refused;
        ++m_report.held;
        if (Error error = m_parts.rows.refuse(table, first, answer))
            return error;
        if (++m_refusedInStep >= refusalsPerStep) {
            m_report.moreToDo = true;
            parkTable();
        }
        return {};
    case Verdict::Stop:
        if (answer.kind != Error::Kind::Schema && answer.kind != Error::Kind::Forbidden)
            return answer;
        m_report.parked.append({m_parts.schema.tables[table].name, answer});
        parkTable();
        return {};
    }
    return {};
}

// The rest of the table waits, and so do the rows that refer to it.
void TabularCycle::parkTable()
{
    m_held.park(m_steps.front().table);
    leaveStep();
}

void TabularCycle::nextDelete()
{
    if (Error error = clearSent())
        return finish(error);
    const qsizetype table = m_steps.front().table;
    if (m_deletePlan.next().isEmpty()) {
        if (Error error = readDeletes())
            return finish(error);
        if (m_deletes.cloudIds.isEmpty()) {
            leaveStep();
            return next();
        }
    }
    m_job = m_parts.rest.remove(m_parts.schema.tables[table].cloud(), m_deletePlan.next());
    connect(m_job, &RestJob::finished, this, &TabularCycle::deleted);
    ++m_report.requests;
    m_job->start();
}

// A refused deletion waits, but what still referred to the row may have gone up in this very cycle.
Error TabularCycle::readDeletes()
{
    const qsizetype table = m_steps.front().table;
    const bool all = !std::exchange(m_triedDeletes, true) && hasMovedReferrers(table);
    const auto pending = m_parts.tombstones.pending(table, all ? Tombstones::Which::All : Tombstones::Which::Due);
    if (!pending)
        return pending.error();
    m_deletes = *pending;
    m_deletePlan = DeletePlan(m_deletes.cloudIds);
    return {};
}

bool TabularCycle::hasMovedReferrers(qsizetype table) const
{
    return std::ranges::any_of(m_moved, [&](qsizetype other) {
        return std::ranges::find(m_parts.schema.tables[other].foreignKeys, table, &ForeignKey::parent) !=
               m_parts.schema.tables[other].foreignKeys.cend();
    });
}

void TabularCycle::deleted(const RestResult &result)
{
    if (m_done || waitsForToken(result.error))
        return;
    const qsizetype table = m_steps.front().table;
    const qsizetype count = m_deletePlan.next().size();
    const DeletePlan::Verdict verdict = m_deletePlan.resolve(result.error);
    if (verdict == DeletePlan::Verdict::Deleted) {
        m_report.rowsDeleted += count;
        m_moved.insert(table);
    }
    if (m_deletePlan.next().isEmpty()) {
        if (Error error = settleDeletes())
            return finish(error);
    }
    if (verdict == DeletePlan::Verdict::Deleted)
        Q_EMIT progressed(m_report.rowsSent, m_report.rowsDeleted);
    if (verdict == DeletePlan::Verdict::Stop) {
        if (result.error.kind != Error::Kind::Schema && result.error.kind != Error::Kind::Forbidden)
            return finish(result.error);
        m_report.parked.append({m_parts.schema.tables[table].name, result.error});
        leaveStep();
    } else if (m_deletePlan.isCutShort()) {
        m_report.moreToDo = true;
        leaveStep();
    }
    next();
}

// What the cloud has deleted is done, what it refused waits.
Error TabularCycle::settleDeletes()
{
    if (!m_deletePlan.deleted().isEmpty()) {
        if (Error error = m_parts.tombstones.done(m_deletes.of(m_deletePlan.deleted())))
            return error;
    }
    QSet<QByteArray> keys; // a row may have been deleted more than once
    for (const Tombstone &one : std::as_const(m_deletes.tombstones)) {
        const auto refused = m_deletePlan.refused().constFind(one.cloudId);
        if (refused == m_deletePlan.refused().cend() || keys.contains(one.key))
            continue;
        keys.insert(one.key);
        ++m_report.refused;
        ++m_report.held;
        if (Error error = m_parts.tombstones.refuse(m_steps.front().table, one, *refused))
            return error;
    }
    return {};
}

} // namespace LumaSync
