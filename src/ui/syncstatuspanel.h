// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <LumaSync/ui/export.h>

#include <QWidget>

#include <memory>

namespace LumaSync {

class SyncController;
class SyncEngine;

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
    ~SyncStatusPanel() override;

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
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace LumaSync
