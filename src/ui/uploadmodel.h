// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/syncstatus.h"
#include "ui/uploadtext.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>

namespace LumaSync {

/// The uploads that are not done yet, in the queue's order. A new list keeps rows that stay, so that selection and
/// scroll position stay too, at 10,000 rows as at ten. Thread: GUI. Owner: the panel.
class UploadModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        RowRole = Qt::UserRole, ///< UploadRow
        JobRole,                ///< qint64
        FractionRole,           ///< double, see UploadRow::fraction()
        DescriptionRole,
        StateRole,
    };
    using QAbstractListModel::QAbstractListModel;

    /// The list as itemsListed() brings it; what is completed is left out.
    void setItems(const QList<UploadItem> &items);
    /// Brings the upload under way up to date between two lists.
    void setStatus(const SyncStatus &status);
    [[nodiscard]] const UploadRow &row(int index) const { return m_rows.at(index); }
    [[nodiscard]] int indexOf(qint64 jobId) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    [[nodiscard]] UploadRow toRow(const UploadItem &item) const;
    void follow(const QList<UploadRow> &wanted);
    void updateUpload(int row);
    void removeMissing(const QSet<qint64> &wanted);
    [[nodiscard]] bool keepsOrder(const QList<UploadRow> &wanted) const;
    void insertNew(const QList<UploadRow> &wanted);
    void updateChanged(const QList<UploadRow> &wanted);
    void applyUpload(UploadRow &row) const;

    QList<UploadRow> m_rows;
    QHash<qint64, int> m_places; ///< in m_rows, by the job
    SyncStatus m_status;
};

} // namespace LumaSync
