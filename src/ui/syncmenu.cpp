// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/syncmenu.h"

#include "ui/bandwidth.h"
#include "ui/glyphicon.h"
#include "ui/statustext.h"
#include "ui/synccontroller.h"

#include <QActionGroup>
#include <QApplication>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace LumaSync {

using State = SyncStatus::State;

SyncMenu::SyncMenu(SyncController *controller, QWidget *parent)
    : QMenu(parent)
    , m_controller(controller)
    , m_limits(new QActionGroup(this))
{
    setUpActions();
    connect(controller, &SyncController::statusChanged, this, &SyncMenu::showStatus);
    connect(controller, &SyncController::settingsChanged, this, &SyncMenu::fillBandwidth);
    connect(controller, &SyncController::quitsWhenDoneChanged, m_quitWhenDone, &QAction::setChecked);
    connect(controller, &SyncController::quitReady, qApp, &QApplication::quit);
    retranslate();
}

void SyncMenu::setUpActions()
{
    m_headline = addAction(QString());
    m_headline->setObjectName(u"headline"_s);
    m_headline->setEnabled(false);
    addSeparator();
    m_open = addAction(GlyphIcon::icon(u"window"_s), QString(), this, &SyncMenu::openRequested);
    m_open->setObjectName(u"open"_s);
    setDefaultAction(m_open);
    m_signIn = addAction(GlyphIcon::icon(u"person"_s), QString(), this, &SyncMenu::signInRequested);
    m_signIn->setObjectName(u"signIn"_s);
    m_syncNow = addAction(GlyphIcon::icon(u"refresh"_s), QString(), m_controller, &SyncController::syncNow);
    m_syncNow->setObjectName(u"syncNow"_s);
    m_retry = addAction(QString(), m_controller, &SyncController::retryNow);
    m_retry->setObjectName(u"retry"_s);
    m_pause = addAction(QString(), this,
                        [this] { m_controller->setPaused(m_controller->status().state != SyncStatus::State::Paused); });
    m_pause->setObjectName(u"pause"_s);
    m_bandwidth = addMenu(GlyphIcon::icon(u"speed"_s), QString());
    m_bandwidth->setObjectName(u"bandwidth"_s);
    connect(m_limits, &QActionGroup::triggered, this, [this](const QAction *action) {
        SyncSettings settings = m_controller->settings();
        settings.bandwidthLimit = action->data().toLongLong();
        m_controller->setSettings(settings);
    });
    addSeparator();
    m_quitWhenDone = addAction(QString());
    m_quitWhenDone->setObjectName(u"quitWhenDone"_s);
    m_quitWhenDone->setCheckable(true);
    m_quitWhenDone->setChecked(m_controller->quitsWhenDone());
    connect(m_quitWhenDone, &QAction::triggered, m_controller, &SyncController::setQuitsWhenDone);
}

void SyncMenu::fillBandwidth()
{
    const qint64 limit = m_controller->settings().bandwidthLimit;
    m_bandwidth->clear();
    for (const qint64 choice : Bandwidth::choices(limit)) {
        QAction *action = m_bandwidth->addAction(Bandwidth::label(choice));
        action->setData(choice);
        action->setCheckable(true);
        action->setChecked(choice == limit);
        m_limits->addAction(action);
    }
}

void SyncMenu::showStatus(const SyncStatus &status)
{
    const bool isPaused = status.state == State::Paused;
    const bool isSignedOut = status.state == State::SignedOut;
    const bool isEnding = status.state == State::Stopping || status.state == State::Stopped;
    m_headline->setText(StatusText(status).headline());
    m_signIn->setVisible(isSignedOut && m_controller->canSignIn());
    m_retry->setVisible(StatusText::attentionCount(status) > 0);
    m_retry->setEnabled(!isSignedOut && !isEnding);
    m_syncNow->setEnabled(!isPaused && !isSignedOut && !isEnding);
    m_pause->setEnabled(!isSignedOut && !isEnding);
    const QString pauseText = isPaused ? tr("&Resume sync") : tr("&Pause sync");
    if (pauseText == m_pause->text())
        return;
    m_pause->setText(pauseText);
    m_pause->setIcon(GlyphIcon::icon(isPaused ? u"play"_s : u"pause"_s));
}

void SyncMenu::retranslate()
{
    m_open->setText(tr("&Open sync status"));
    m_signIn->setText(tr("Sign &in…"));
    m_syncNow->setText(tr("&Sync now"));
    m_retry->setText(tr("Retry &what failed"));
    m_bandwidth->setTitle(tr("&Limit upload speed"));
    m_quitWhenDone->setText(tr("&Quit when everything is uploaded"));
    fillBandwidth();
    showStatus(m_controller->status());
    Q_EMIT retranslated();
}

void SyncMenu::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMenu::changeEvent(event);
}

} // namespace LumaSync
