// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/rowcompare.h"
#include "core/schemadescription.h"
#include "core/verifyreport.h"

#include <deque>

namespace LumaSync {

/// A row of the library as it would be sent.
struct LocalRow
{
    QByteArray id;   ///< cloud id
    QByteArray key;  ///< SQL literals
    QByteArray json; ///< one JSON object; empty where `problem` says why it cannot travel
    QString problem{};
    bool isWaiting = false; ///< it is dirty
};

/// Compares one table's rows, both sides in the order of their cloud ids, a piece at a time. Pure.
class RowMerge
{
public:
    struct NamedKind
    {
        QByteArray name;
        ColumnKind kind;
    };
    RowMerge(QString table, QList<NamedKind> columns);

    /// Precondition: ids grow from call to call.
    void add(LocalRow row) { m_local.push_back(std::move(row)); }
    [[nodiscard]] bool isEmpty() const { return m_local.empty(); }
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_local.size()); }
    [[nodiscard]] QByteArray lastId() const { return m_local.empty() ? QByteArray() : m_local.back().id; }
    void clear() { m_local.clear(); }

    /// Compares `cloud`, which is all that the cloud has up to the id `upTo`, with the local rows up to there, and
    /// drops those. An empty `upTo` means: to the end.
    [[nodiscard]] QList<VerifyDifference> compare(const QList<JsonRow> &cloud, const QByteArray &upTo);
    /// Rows of the library compared so far.
    [[nodiscard]] qint64 compared() const { return m_compared; }

private:
    void compareRow(const LocalRow &local, const JsonRow &cloud, QList<VerifyDifference> &differences) const;
    [[nodiscard]] VerifyDifference difference(VerifyDifference::Kind kind, const LocalRow &local) const;

    QString m_table;
    QList<NamedKind> m_columns;
    std::deque<LocalRow> m_local;
    qint64 m_compared = 0;
};

} // namespace LumaSync
