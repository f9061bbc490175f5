// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/deleteplan.h"

#include "net/restclient.h"

#include <QSet>

namespace LumaSync {

namespace {

// A flood of single-row requests helps nobody.
constexpr qsizetype refusalsPerPlan = 50;

} // namespace

DeletePlan::DeletePlan(const QStringList &ids)
    : m_ids(ids)
{
    begin(ids);
    m_isWhole = m_chunks.size() > 1;
}

void DeletePlan::begin(const QStringList &ids)
{
    m_hasDeleted = false;
    m_postponed.clear();
    m_chunks = RestClient::splitForUrl(ids);
    if (!m_chunks.isEmpty())
        m_plan = BatchPlan(m_chunks.first().size());
}

QStringList DeletePlan::next() const
{
    const auto part = m_plan.next();
    return part ? m_chunks.first().sliced(part->first, part->count) : QStringList();
}

DeletePlan::Verdict DeletePlan::resolve(const Error &error)
{
    const QStringList ids = next();
    const bool isPostponed = m_isWhole && error.kind == Error::Kind::Parent;
    Verdict verdict = Verdict::GoOn;
    switch (m_plan.resolve(isPostponed ? Error{} : error)) {
    case BatchPlan::Verdict::Clear:
        if (isPostponed) {
            m_postponed += ids;
            break;
        }
        m_deleted += ids;
        m_hasDeleted = true;
        verdict = Verdict::Deleted;
        break;
    case BatchPlan::Verdict::Split:
        return Verdict::GoOn;
    case BatchPlan::Verdict::Refuse:
    case BatchPlan::Verdict::Orphan:
        m_refused.insert(ids.first(), error);
        break;
    case BatchPlan::Verdict::Stop:
        m_chunks.clear();
        return Verdict::Stop;
    }
    advance();
    return verdict;
}

void DeletePlan::advance()
{
    if (m_refused.size() >= refusalsPerPlan) {
        m_isCutShort = true;
        m_plan = BatchPlan(0);
        return m_chunks.clear();
    }
    if (m_plan.next())
        return;
    m_chunks.removeFirst();
    if (!m_chunks.isEmpty())
        m_plan = BatchPlan(m_chunks.first().size());
    else
        beginAgain();
}

// What was refused may go now that others are gone. Where none is, it is looked which of them are to blame.
void DeletePlan::beginAgain()
{
    if (!m_hasDeleted) {
        m_isWhole = false;
        return begin(QStringList(m_postponed));
    }
    const QSet<QString> postponed(m_postponed.cbegin(), m_postponed.cend());
    QStringList again;
    for (const QString &id : std::as_const(m_ids)) {
        const bool isRefused = m_refused.contains(id) && m_refused.value(id).kind == Error::Kind::Parent;
        if (isRefused)
            m_refused.remove(id);
        if (isRefused || postponed.contains(id))
            again.append(id);
    }
    begin(again);
    m_isWhole = m_chunks.size() > 1;
}

} // namespace LumaSync
