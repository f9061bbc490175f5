// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/statuslook.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QToolButton)

namespace LumaSync {

class StatusAnimation;
class SyncController;

/// The top of the panel: the answer in one line, what is left or when the last sync was, and the commands that fit now.
/// Thread: GUI. Owner: the panel.
class StatusHeader : public QWidget
{
    Q_OBJECT
public:
    explicit StatusHeader(SyncController *controller, QWidget *parent = nullptr);

    void setStatus(const SyncStatus &status);

Q_SIGNALS:
    void signInRequested();

protected:
    void changeEvent(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void setUpButtons();
    void retranslate();
    void restyle();
    void showIcon();

    SyncController *m_controller;
    SyncStatus m_status;
    StatusAnimation *m_animation;
    QLabel *m_icon;
    QLabel *m_headline;
    QLabel *m_detail;
    QToolButton *m_syncButton;
    QToolButton *m_pauseButton;
    QPushButton *m_signInButton;
};

} // namespace LumaSync
