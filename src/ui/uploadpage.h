// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/syncstatus.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QMenu)
QT_FORWARD_DECLARE_CLASS(QTreeView)

namespace LumaSync {

class EmptyState;
class RatePlot;
class SyncController;
class UploadModel;

/// The list of uploads with its commands, below the curve of the transfer rate. Thread: GUI. Owner: the panel.
class UploadPage : public QWidget
{
    Q_OBJECT
public:
    UploadPage(SyncController *controller, UploadModel *model, QWidget *parent = nullptr);

    void setStatus(const SyncStatus &status);
    /// The commands for one upload. Owner: the caller.
    [[nodiscard]] QMenu *makeMenu(int row);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setUpView();
    void keepPlace();
    void openMenu(int row, const QPoint &position);
    void confirmRemove(qint64 jobId, const QString &title);
    void showFolder(const QString &path);
    void updateEmptyText();

    SyncController *m_controller;
    UploadModel *m_model;
    SyncStatus m_status;
    RatePlot *m_plot;
    QTreeView *m_view;
    EmptyState *m_empty;
    int m_pixelsAbove = 0; ///< of rows that are being removed above those that can be seen
};

} // namespace LumaSync
