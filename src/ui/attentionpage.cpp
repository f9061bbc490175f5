// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/attentionpage.h"

#include "ui/attentioncard.h"
#include "ui/attentionmodel.h"
#include "ui/emptystate.h"
#include "ui/scrollcontent.h"
#include "ui/synccontroller.h"

#include <QDesktopServices>
#include <QEvent>
#include <QFileInfo>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr int maxCards = 30; // groups, not rows: more than a person reads

} // namespace

AttentionPage::AttentionPage(SyncController *controller, AttentionModel *model, QWidget *parent)
    : QScrollArea(parent)
    , m_controller(controller)
    , m_model(model)
    , m_layout(nullptr)
    , m_empty(new EmptyState(u"tick"_s))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // what is in it takes the focus, and scrolls
    auto *content = new ScrollContent;
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(0, 8, 0, 8);
    m_layout->setSpacing(8);
    m_empty->setObjectName(u"emptyAttention"_s);
    m_layout->addWidget(m_empty, 1);
    m_layout->addStretch(0);
    setWidget(content);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    connect(model, &AttentionModel::modelReset, this, &AttentionPage::showItems);
    connect(model, &AttentionModel::dataChanged, this, &AttentionPage::showItems);
    showItems();
}

void AttentionPage::showItems()
{
    setAccessibleName(tr("Needs attention"));
    m_empty->setText(tr("Nothing needs your attention."));
    const int wanted = qMin(maxCards, m_model->rowCount());
    while (m_cards.size() > wanted) {
        AttentionCard *card = m_cards.takeLast();
        card->hide();
        card->deleteLater(); // its own button may be what brought us here
    }
    while (m_cards.size() < wanted)
        m_cards.append(makeCard());
    for (int i = 0; i < wanted; ++i)
        m_cards.at(i)->setItem(m_model->item(i));
    m_empty->setVisible(wanted == 0);
}

AttentionCard *AttentionPage::makeCard()
{
    auto *card = new AttentionCard(widget());
    m_layout->insertWidget(static_cast<int>(m_cards.size()), card);
    connect(card, &AttentionCard::retryRequested, this, &AttentionPage::retry);
    connect(card, &AttentionCard::signInRequested, this, &AttentionPage::signInRequested);
    connect(card, &AttentionCard::adoptRequested, m_controller, &SyncController::adoptLibrary);
    connect(card, &AttentionCard::folderRequested, this, [](const QString &path) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
    });
    card->show();
    return card;
}

void AttentionPage::retry(const AttentionItem &item)
{
    if (item.type == AttentionItem::Type::FailedUploads && item.count == 1 && item.firstJob != 0)
        m_controller->retryUpload(item.firstJob);
    else
        m_controller->retryNow();
}

void AttentionPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showItems();
    QScrollArea::changeEvent(event);
}

} // namespace LumaSync
