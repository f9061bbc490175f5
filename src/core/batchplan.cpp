// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/batchplan.h"

namespace LumaSync {

BatchPlan::BatchPlan(qsizetype rowCount)
{
    if (rowCount > 0)
        m_parts.append({0, rowCount});
}

std::optional<BatchPart> BatchPlan::next() const
{
    return m_parts.isEmpty() ? std::nullopt : std::optional(m_parts.last());
}

BatchPlan::Verdict BatchPlan::resolve(const Error &error)
{
    const BatchPart part = m_parts.takeLast();
    switch (error.kind) {
    case Error::Kind::None:
        return Verdict::Clear;
    case Error::Kind::Row:
    case Error::Kind::Parent:
    case Error::Kind::TooLarge:
        break;
    default:
        m_parts.clear();
        return Verdict::Stop;
    }
    if (part.count == 1)
        return error.kind == Error::Kind::Parent ? Verdict::Orphan : Verdict::Refuse;
    const qsizetype half = part.count / 2;
    m_parts.append({part.first + half, part.count - half});
    m_parts.append({part.first, half});
    return Verdict::Split;
}

} // namespace LumaSync
