// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/attentionmodel.h"

using namespace Qt::StringLiterals;

namespace LumaSync {

int AttentionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant AttentionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AttentionItem &item = m_items.at(index.row());
    switch (role) {
    case ItemRole:
        return QVariant::fromValue(item);
    case Qt::DisplayRole:
        return AttentionText::title(item);
    case AdviceRole:
        return AttentionText::advice(item);
    case DetailsRole:
        return item.details;
    case CountRole:
        return item.count;
    case Qt::AccessibleTextRole:
        return QString(AttentionText::title(item) % u'\n' % AttentionText::advice(item));
    default:
        return {};
    }
}

qint64 AttentionModel::total() const
{
    qint64 sum = 0;
    for (const AttentionItem &item : m_items)
        sum += item.count;
    return sum;
}

void AttentionModel::setStatus(const SyncStatus &status)
{
    const bool same = status.state == m_status.state && status.rowsRefused == m_status.rowsRefused &&
                      status.uploadsFailed == m_status.uploadsFailed && status.problem.kind == m_status.problem.kind &&
                      status.problem.code == m_status.problem.code &&
                      status.problem.message == m_status.problem.message;
    m_status = status;
    if (!same) // progress comes ten times a second, and the lists may be long
        update();
}

void AttentionModel::setItems(const QList<UploadItem> &uploads, const QList<RefusedRow> &refused)
{
    m_uploads.clear();
    for (const UploadItem &upload : uploads)
        if (upload.status == "failed"_L1)
            m_uploads.append(upload);
    m_refused = refused;
    update();
}

void AttentionModel::update()
{
    const QList<AttentionItem> items = attentionItems(m_status, m_uploads, m_refused);
    if (items == m_items)
        return;
    if (items.size() == m_items.size()) {
        m_items = items;
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_items = items;
    endResetModel();
}

} // namespace LumaSync
