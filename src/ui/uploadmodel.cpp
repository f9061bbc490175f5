// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/uploadmodel.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

bool isSame(const UploadRow &a, const UploadRow &b)
{
    return a.id == b.id && a.status == b.status && a.acknowledged == b.acknowledged && a.size == b.size &&
           a.excluded == b.excluded && a.attempts == b.attempts && a.nextAttempt == b.nextAttempt &&
           a.isCurrent == b.isCurrent && a.isPreparing == b.isPreparing && a.bytesPerSecond == b.bytesPerSecond &&
           a.title == b.title && a.localPath == b.localPath && a.lastError == b.lastError &&
           a.lastErrorKind == b.lastErrorKind && a.kind == b.kind;
}

constexpr int maxRuns = 64; // each moves all rows behind it

QSet<qint64> idsOf(const QList<UploadRow> &rows)
{
    QSet<qint64> ids;
    ids.reserve(rows.size());
    for (const UploadRow &row : rows)
        ids.insert(row.id);
    return ids;
}

/// How many times neighbours in `rows` are not among `ids`.
int runsOutside(const QList<UploadRow> &rows, const QSet<qint64> &ids)
{
    int runs = 0;
    bool isOutside = false;
    for (const UploadRow &row : rows) {
        const bool wasOutside = isOutside;
        isOutside = !ids.contains(row.id);
        runs += isOutside && !wasOutside;
    }
    return runs;
}

} // namespace

int UploadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QHash<int, QByteArray> UploadModel::roleNames() const
{
    auto names = QAbstractListModel::roleNames();
    names.insert({{RowRole, "row"},
                  {JobRole, "job"},
                  {FractionRole, "fraction"},
                  {DescriptionRole, "description"},
                  {StateRole, "state"}});
    return names;
}

QVariant UploadModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const UploadRow &row = m_rows.at(index.row());
    switch (role) {
    case RowRole:
        return QVariant::fromValue(row);
    case JobRole:
        return row.id;
    case FractionRole:
        return row.fraction();
    case Qt::DisplayRole:
        return UploadText(row).title();
    case DescriptionRole:
        return UploadText(row).description();
    case StateRole:
        return UploadText(row).state();
    case Qt::AccessibleTextRole:
        return UploadText(row).accessibleText();
    case Qt::ToolTipRole:
        return row.lastError.isEmpty() ? UploadText(row).title() : UploadText(row).title() % u'\n' % row.lastError;
    default:
        return {};
    }
}

int UploadModel::indexOf(qint64 jobId) const
{
    return m_places.value(jobId, -1);
}

void UploadModel::applyUpload(UploadRow &row) const
{
    row.isCurrent = m_status.isUploading && row.id == m_status.upload.jobId && !row.excluded;
    row.isPreparing = row.isCurrent && m_status.upload.isPreparing;
    row.bytesPerSecond = row.isCurrent ? m_status.upload.bytesPerSecond : 0;
    if (!row.isCurrent)
        return;
    if (m_status.upload.size > 0)
        row.size = m_status.upload.size;
    row.acknowledged = m_status.upload.acknowledged;
}

void UploadModel::setStatus(const SyncStatus &status)
{
    const int before = indexOf(m_status.upload.jobId);
    m_status = status;
    const int now = indexOf(status.upload.jobId);
    if (before != now)
        updateUpload(before);
    updateUpload(now);
}

void UploadModel::updateUpload(int row)
{
    if (row < 0)
        return;
    UploadRow updated = m_rows.at(row);
    applyUpload(updated);
    if (isSame(updated, m_rows.at(row)))
        return;
    m_rows[row] = updated;
    Q_EMIT dataChanged(index(row), index(row));
}

UploadRow UploadModel::toRow(const UploadItem &item) const
{
    UploadRow row;
    static_cast<UploadItem &>(row) = item;
    applyUpload(row);
    return row;
}

void UploadModel::setItems(const QList<UploadItem> &items)
{
    QList<UploadRow> wanted;
    wanted.reserve(items.size());
    for (const UploadItem &item : items)
        if (item.status != "completed"_L1)
            wanted.append(toRow(item));
    follow(wanted);
    m_places.clear();
    for (int i = 0; i < m_rows.size(); ++i)
        m_places.insert(m_rows.at(i).id, i);
}

/// Row by row, so that a view keeps its place; all anew where that were too many moves, or another order.
void UploadModel::follow(const QList<UploadRow> &wanted)
{
    const QSet<qint64> wantedIds = idsOf(wanted);
    if (runsOutside(m_rows, wantedIds) + runsOutside(wanted, idsOf(m_rows)) <= maxRuns) {
        removeMissing(wantedIds);
        if (keepsOrder(wanted)) {
            insertNew(wanted);
            updateChanged(wanted);
            return;
        }
    }
    beginResetModel();
    m_rows = wanted;
    endResetModel();
}

void UploadModel::removeMissing(const QSet<qint64> &wanted)
{
    for (int last = static_cast<int>(m_rows.size()) - 1; last >= 0; --last) {
        if (wanted.contains(m_rows.at(last).id))
            continue;
        int first = last;
        while (first > 0 && !wanted.contains(m_rows.at(first - 1).id))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

/// After removeMissing(): whether our rows come in the same order in `wanted`.
bool UploadModel::keepsOrder(const QList<UploadRow> &wanted) const
{
    qsizetype next = 0;
    for (const UploadRow &row : wanted)
        if (next < m_rows.size() && m_rows.at(next).id == row.id)
            ++next;
    return next == m_rows.size();
}

void UploadModel::insertNew(const QList<UploadRow> &wanted)
{
    int i = 0;
    while (i < wanted.size()) {
        if (i < m_rows.size() && m_rows.at(i).id == wanted.at(i).id) {
            ++i;
            continue;
        }
        const qint64 nextKept = i < m_rows.size() ? m_rows.at(i).id : -1;
        int end = i;
        while (end < wanted.size() && (i >= m_rows.size() || wanted.at(end).id != nextKept))
            ++end;
        beginInsertRows({}, i, end - 1);
        m_rows = m_rows.first(i) + wanted.sliced(i, end - i) + m_rows.sliced(i);
        endInsertRows();
        i = end;
    }
}

void UploadModel::updateChanged(const QList<UploadRow> &wanted)
{
    for (int i = 0; i < wanted.size(); ++i) {
        if (isSame(m_rows.at(i), wanted.at(i)))
            continue;
        int last = i;
        m_rows[i] = wanted.at(i);
        while (last + 1 < wanted.size() && !isSame(m_rows.at(last + 1), wanted.at(last + 1))) {
            ++last;
            m_rows[last] = wanted.at(last);
        }
        Q_EMIT dataChanged(index(i), index(last));
        i = last;
    }
}

} // namespace LumaSync
