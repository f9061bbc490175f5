// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/attentionitem.h"

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPlainTextEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QToolButton)

namespace LumaSync {

/// One AttentionItem: what is wrong, what to do, a button that does it, and the technical detail one click away.
/// Thread: GUI.
class AttentionCard : public QFrame
{
    Q_OBJECT
public:
    explicit AttentionCard(QWidget *parent = nullptr);

    void setItem(const AttentionItem &item);

Q_SIGNALS:
    void retryRequested(const LumaSync::AttentionItem &item);
    void signInRequested();
    void adoptRequested();
    void folderRequested(const QString &path);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setUpLayout();
    void setUpButtons();
    void retranslate();
    void restyle();

    AttentionItem m_item;
    QLabel *m_title;
    QLabel *m_advice;
    QLabel *m_nextTry;
    QPushButton *m_remedy;
    QPushButton *m_show;
    QToolButton *m_detailsToggle;
    QPushButton *m_copy;
    QPlainTextEdit *m_details;
};

} // namespace LumaSync
