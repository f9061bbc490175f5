// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/attentionitem.h"

#include <QAbstractListModel>

namespace LumaSync {

/// What needs a person, one row for each AttentionItem. Thread: GUI. Owner: the panel.
class AttentionModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        ItemRole = Qt::UserRole, ///< AttentionItem
        AdviceRole,
        DetailsRole,
        CountRole,
    };
    using QAbstractListModel::QAbstractListModel;

    void setStatus(const SyncStatus &status);
    void setItems(const QList<UploadItem> &uploads, const QList<RefusedRow> &refused);
    /// Rows and files behind all items; equal to what the status counts.
    [[nodiscard]] qint64 total() const;
    [[nodiscard]] const AttentionItem &item(int row) const { return m_items.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void update();

    SyncStatus m_status;
    QList<UploadItem> m_uploads; ///< the failed ones
    QList<RefusedRow> m_refused;
    QList<AttentionItem> m_items;
};

} // namespace LumaSync
