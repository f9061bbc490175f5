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
    for (int i = 0; i < m_rows.size(); ++i)
        if (m_rows.at(i).id == jobId)
            return i;
    return -1;
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
    m_status = status;
    for (int i = 0; i < m_rows.size(); ++i) {
        const UploadRow &row = m_rows.at(i);
        if (!row.isCurrent && row.id != status.upload.jobId)
            continue;
        UploadRow updated = row;
        applyUpload(updated);
        if (isSame(updated, row))
            continue;
        m_rows[i] = updated;
        Q_EMIT dataChanged(index(i), index(i));
    }
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
    removeMissing(wanted);
    if (!keepsOrder(wanted)) {
        beginResetModel();
        m_rows = wanted;
        endResetModel();
        return;
    }
    insertNew(wanted);
    updateChanged(wanted);
}

void UploadModel::removeMissing(const QList<UploadRow> &wanted)
{
    QSet<qint64> ids;
    ids.reserve(wanted.size());
    for (const UploadRow &row : wanted)
        ids.insert(row.id);
    for (int last = static_cast<int>(m_rows.size()) - 1; last >= 0; --last) {
        if (ids.contains(m_rows.at(last).id))
            continue;
        int first = last;
        while (first > 0 && !ids.contains(m_rows.at(first - 1).id))
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
