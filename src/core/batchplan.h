// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/error.h"

#include <QList>

#include <optional>

namespace LumaSync {

/// A run of rows inside a batch.
struct BatchPart
{
    qsizetype first = 0;
    qsizetype count = 0;
    bool operator==(const BatchPart &) const = default;
};

/// Decides how a batch is sent: whole first, halved where a row of it is refused or the server wants less at once,
/// until the rows that the server does not want stand alone. Costs at most 2·log2(n) + 1 extra requests for each such
/// row. Pure.
class BatchPlan
{
public:
    enum class Verdict {
        Clear,  ///< the part is in the cloud: mark its rows clean
        Split,  ///< nothing to do; next() gives its halves
        Refuse, ///< one row, refused: hold it back
        Orphan, ///< one row whose parent the cloud does not have
        Stop,   ///< the condition is not the rows': end the batch, keep everything dirty
    };

    explicit BatchPlan(qsizetype rowCount);

    /// The next part to send, or nothing when the batch is through.
    [[nodiscard]] std::optional<BatchPart> next() const;
    /// Feeds the answer to the part that next() gave.
    Verdict resolve(const Error &error);

private:
    QList<BatchPart> m_parts; // a stack: the next one is last
};

} // namespace LumaSync
