// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/rowmerge.h"

using namespace Qt::StringLiterals;

namespace LumaSync {

using Kind = VerifyDifference::Kind;

RowMerge::RowMerge(QString table, QList<NamedKind> columns)
    : m_table(std::move(table))
    , m_columns(std::move(columns))
{
}

VerifyDifference RowMerge::difference(Kind kind, const LocalRow &local) const
{
    return {.kind = kind,
            .place = m_table,
            .id = QString::fromLatin1(local.id),
            .key = QString::fromUtf8(local.key),
            .isWaiting = kind != Kind::Unreadable && local.isWaiting};
}

QList<VerifyDifference> RowMerge::compare(const QList<JsonRow> &cloud, const QByteArray &upTo)
{
    QList<VerifyDifference> differences;
    const auto isInside = [&] { return !m_local.empty() && (upTo.isEmpty() || m_local.front().id <= upTo); };
    const auto drop = [&] {
        m_local.pop_front();
        ++m_compared;
    };
    const auto missing = [&] {
        const LocalRow &local = m_local.front();
        VerifyDifference found = difference(local.problem.isEmpty() ? Kind::Missing : Kind::Unreadable, local);
        found.detail = local.problem;
        differences.append(found);
        drop();
    };
    for (const JsonRow &row : cloud) {
        const QByteArray id = jsonText(jsonValue(row, "id")).value_or(QByteArray());
        while (isInside() && m_local.front().id < id)
            missing();
        if (isInside() && m_local.front().id == id) {
            compareRow(m_local.front(), row, differences);
            drop();
        } else {
            differences.append({.kind = Kind::Extra, .place = m_table, .id = QString::fromLatin1(id)});
        }
    }
    while (isInside())
        missing();
    return differences;
}

void RowMerge::compareRow(const LocalRow &local, const JsonRow &cloud, QList<VerifyDifference> &differences) const
{
    if (!local.problem.isEmpty()) {
        VerifyDifference found = difference(Kind::Unreadable, local);
        found.detail = local.problem;
        differences.append(found);
        return;
    }
    const QByteArray array = '[' + local.json + ']';
    const auto rows = jsonRows(array);
    if (!rows || rows->size() != 1) {
        differences.append(difference(Kind::Unreadable, local));
        return;
    }
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        const auto &[name, kind] = m_columns[i];
        if (isSameValue(kind, jsonValue(rows->first(), name, i), jsonValue(cloud, name, i)))
            continue;
        VerifyDifference found = difference(Kind::Different, local);
        found.column = QString::fromUtf8(name);
        differences.append(found);
        return;
    }
}

} // namespace LumaSync
