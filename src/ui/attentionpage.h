// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QScrollArea>

QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace LumaSync {

class AttentionCard;
class AttentionModel;
class EmptyState;
struct AttentionItem;
class SyncController;

/// What needs a person: a card for each row of the AttentionModel. Thread: GUI. Owner: the panel.
class AttentionPage : public QScrollArea
{
    Q_OBJECT
public:
    AttentionPage(SyncController *controller, AttentionModel *model, QWidget *parent = nullptr);

Q_SIGNALS:
    void signInRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showItems();
    void retry(const AttentionItem &item);
    AttentionCard *makeCard();

    SyncController *m_controller;
    AttentionModel *m_model;
    QVBoxLayout *m_layout;
    EmptyState *m_empty;
    QList<AttentionCard *> m_cards;
};

} // namespace LumaSync
