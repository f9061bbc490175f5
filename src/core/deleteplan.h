// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/batchplan.h"

#include <QHash>
#include <QStringList>

namespace LumaSync {

/// Decides how rows of one table are deleted in the cloud: as many at once as a URL takes, halved where one of them is
/// refused until it stands alone. What is refused because another row still refers to it is tried again behind the
/// others, as long as that helps: that row may have been one of them. Pure.
class DeletePlan
{
public:
    enum class Verdict {
        Deleted, ///< the rows are gone in the cloud
        GoOn,    ///< the rows were refused: next() gives the rest
        Stop,    ///< the condition is not the rows': end, everything stays waiting
    };

    DeletePlan() = default;
    explicit DeletePlan(const QStringList &ids);

    /// The rows of the next request, or none when the plan is through.
    [[nodiscard]] QStringList next() const;
    /// Feeds the answer to what next() gave.
    Verdict resolve(const Error &error);

    /// Rows that the cloud has deleted.
    [[nodiscard]] const QStringList &deleted() const { return m_deleted; }
    /// Rows that it refuses to delete, each with the reason. Complete once next() gives none.
    [[nodiscard]] const QHash<QString, Error> &refused() const { return m_refused; }
    /// There were so many refusals that the rest was left for another time.
    [[nodiscard]] bool isCutShort() const { return m_isCutShort; }

private:
    void begin(const QStringList &ids);
    void advance();
    void beginAgain();

    QStringList m_ids;
    QList<QStringList> m_chunks;
    BatchPlan m_plan{0};     ///< of the first chunk
    QStringList m_postponed; ///< refused in this round, as parts of a whole request
    QStringList m_deleted;
    QHash<QString, Error> m_refused;
    bool m_isWhole = false;    ///< no request is halved: the others come first
    bool m_hasDeleted = false; ///< in this round
    bool m_isCutShort = false;
};

} // namespace LumaSync
