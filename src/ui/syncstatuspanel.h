// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "../core/syncitems.h"
#include "../core/syncstatus.h"

#include <LumaSync/ui/export.h>

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QStackedWidget)
QT_FORWARD_DECLARE_CLASS(QTimer)

namespace LumaSync {

class AttentionModel;
class CountTile;
class PageTabs;
class SettingsPage;
class StatusHeader;
class SyncController;
class SyncEngine;
class UploadModel;
class UploadPage;

/// Answers three questions: is my work safe, what is it doing now, what do I have to do? To be embedded anywhere, or
/// shown as a window. Fetches the lists behind the counts only while it is visible. Thread: GUI. Owner: the host.
class LUMASYNC_UI_EXPORT SyncStatusPanel : public QWidget
{
    Q_OBJECT
public:
    /// The three pages.
    enum class Page { Uploads, Attention, Settings };
    Q_ENUM(Page)

    /// Shows `engine`, which outlives it.
    explicit SyncStatusPanel(SyncEngine *engine, QWidget *parent = nullptr);
    /// Shows what `controller` says, which outlives it.
    explicit SyncStatusPanel(SyncController *controller, QWidget *parent = nullptr);

    /// Turns to a page.
    void showPage(Page page);

    /// As a window of its own.
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// Where nobody is connected, the panel shows a SignInDialog.
    void signInRequested();

protected:
    /// Fetches the lists.
    void showEvent(QShowEvent *event) override;
    /// Follows the language.
    void changeEvent(QEvent *event) override;

private:
    void setUpLayout();
    void setStatus(const SyncStatus &status);
    void setItems(const QList<UploadItem> &uploads, const QList<RefusedRow> &refused);
    void fetchItems();
    void signIn();
    void retranslate();

    SyncController *m_controller;
    SyncStatus m_status;
    UploadModel *m_uploads;
    AttentionModel *m_attention;
    StatusHeader *m_header;
    CountTile *m_rowsTile;
    CountTile *m_uploadsTile;
    CountTile *m_refusedTile;
    CountTile *m_failedTile;
    PageTabs *m_tabs;
    QStackedWidget *m_pages;
    UploadPage *m_uploadPage;
    SettingsPage *m_settingsPage;
    QTimer *m_fetchTimer;
};

} // namespace LumaSync
