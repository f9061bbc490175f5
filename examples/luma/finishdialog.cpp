// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "finishdialog.h"

#include <LumaSync/StatusIcon>
#include <LumaSync/StatusText>
#include <LumaSync/SyncEngine>

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Luma {

FinishDialog::FinishDialog(LumaSync::SyncEngine *engine, QWidget *parent)
    : QDialog(parent)
    , m_headline(new QLabel(this))
    , m_icon(new QLabel(this))
{
    setWindowTitle(tr("Quit Luma"));
    setModal(true);
    QFont font = m_headline->font();
    font.setPointSizeF(font.pointSizeF() * 1.2);
    font.setWeight(QFont::DemiBold);
    m_headline->setFont(font);
    auto *hint = new QLabel(tr("Files go on uploading where they stopped when you start Luma again."), this);
    hint->setWordWrap(true);
    auto *progress = new QProgressBar(this);
    progress->setRange(0, 0);
    progress->setTextVisible(false);
    progress->setMaximumHeight(6);
    progress->setAccessibleName(tr("Saving"));
    auto *leave = new QPushButton(tr("Quit now"), this);
    leave->setObjectName(u"quitNow"_s);
    leave->setAutoDefault(false);

    auto *words = new QVBoxLayout;
    words->addWidget(m_headline);
    words->addWidget(hint);
    words->addWidget(progress);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(leave);
    words->addLayout(buttons);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(16);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    setMinimumWidth(420);

    connect(leave, &QPushButton::clicked, this, &FinishDialog::ended);
    connect(this, &QDialog::rejected, this, &FinishDialog::ended);
    connect(engine, &LumaSync::SyncEngine::stopped, this, &FinishDialog::ended);
    connect(engine, &LumaSync::SyncEngine::statusChanged, this, &FinishDialog::showStatus);
    showStatus(engine->status());
}

void FinishDialog::showStatus(const LumaSync::SyncStatus &status)
{
    m_headline->setText(LumaSync::StatusText(status).headline());
    m_icon->setPixmap(
        LumaSync::StatusIcon::icon(LumaSync::StatusLook::of(status)).pixmap({48, 48}, devicePixelRatio()));
}

} // namespace Luma
