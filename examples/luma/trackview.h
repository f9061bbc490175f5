// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTreeView>

QT_FORWARD_DECLARE_CLASS(QSortFilterProxyModel)

namespace Luma {

class TrackModel;

/// The table of tracks: search, edit in place, delete, and music that is dropped on it. Thread: GUI. Owner: MainWindow.
class TrackView : public QTreeView
{
    Q_OBJECT
public:
    explicit TrackView(TrackModel *model, QWidget *parent = nullptr);

    void setFilter(const QString &text);
    [[nodiscard]] QList<qint64> selectedIds() const;
    void editSelected();

Q_SIGNALS:
    void dropped(const QStringList &paths);

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void shareColumns();
    void paintInvitation(const QString &headline, const QString &hint);

    QSortFilterProxyModel *m_proxy;
    bool m_isDropping = false;
};

} // namespace Luma
