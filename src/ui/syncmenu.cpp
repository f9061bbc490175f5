// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/syncmenu.h"

#include "ui/bandwidth.h"
#include "ui/contraststyle.h"
#include "ui/glyphicon.h"
#include "ui/statustext.h"
#include "ui/synccontroller.h"

#include <QActionGroup>
#include <QApplication>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace LumaSync {

using State = SyncStatus::State;

class SyncMenu::Private
{
public:
    Private(SyncMenu *menu, SyncController *syncController)
        : q(menu)
        , controller(syncController)
        , limits(new QActionGroup(menu))
    {
    }

    void setUpActions();
    void retranslate();
    void showStatus(const SyncStatus &status);
    void fillBandwidth();

    SyncMenu *q;
    SyncController *controller;
    QAction *headline = nullptr;
    QAction *open = nullptr;
    QAction *signIn = nullptr;
    QAction *syncNow = nullptr;
    QAction *pause = nullptr;
    QAction *retry = nullptr;
    QMenu *bandwidth = nullptr;
    QActionGroup *limits;
    QAction *quitWhenDone = nullptr;
};

SyncMenu::SyncMenu(SyncController *controller, QWidget *parent)
    : QMenu(parent)
    , d(std::make_unique<Private>(this, controller))
{
    d->setUpActions();
    connect(controller, &SyncController::statusChanged, this,
            [this](const SyncStatus &status) { d->showStatus(status); });
    connect(controller, &SyncController::settingsChanged, this, [this] { d->fillBandwidth(); });
    connect(controller, &SyncController::quitsWhenDoneChanged, d->quitWhenDone, &QAction::setChecked);
    connect(controller, &SyncController::quitReady, qApp, &QApplication::quit);
    d->retranslate();
    ContrastStyle::follow(this);
}

SyncMenu::~SyncMenu() = default;

void SyncMenu::Private::setUpActions()
{
    headline = q->addAction(QString());
    headline->setObjectName(u"headline"_s);
    headline->setEnabled(false);
    q->addSeparator();
    open = q->addAction(GlyphIcon::icon(u"window"_s), QString(), q, &SyncMenu::openRequested);
    open->setObjectName(u"open"_s);
    q->setDefaultAction(open);
    signIn = q->addAction(GlyphIcon::icon(u"person"_s), QString(), q, &SyncMenu::signInRequested);
    signIn->setObjectName(u"signIn"_s);
    syncNow = q->addAction(GlyphIcon::icon(u"refresh"_s), QString(), controller, &SyncController::syncNow);
    syncNow->setObjectName(u"syncNow"_s);
    retry = q->addAction(QString(), controller, &SyncController::retryNow);
    retry->setObjectName(u"retry"_s);
    pause = q->addAction(QString(), q,
                         [this] { controller->setPaused(controller->status().state != SyncStatus::State::Paused); });
    pause->setObjectName(u"pause"_s);
    bandwidth = q->addMenu(GlyphIcon::icon(u"speed"_s), QString());
    bandwidth->setObjectName(u"bandwidth"_s);
    QObject::connect(limits, &QActionGroup::triggered, q, [this](const QAction *action) {
        SyncSettings settings = controller->settings();
        settings.bandwidthLimit = action->data().toLongLong();
        controller->setSettings(settings);
    });
    q->addSeparator();
    quitWhenDone = q->addAction(QString());
    quitWhenDone->setObjectName(u"quitWhenDone"_s);
    quitWhenDone->setCheckable(true);
    quitWhenDone->setChecked(controller->quitsWhenDone());
    QObject::connect(quitWhenDone, &QAction::triggered, controller, &SyncController::setQuitsWhenDone);
}

void SyncMenu::Private::fillBandwidth()
{
    const qint64 limit = controller->settings().bandwidthLimit;
    bandwidth->clear();
    for (const qint64 choice : Bandwidth::choices(limit)) {
        QAction *action = bandwidth->addAction(Bandwidth::label(choice));
        action->setData(choice);
        action->setCheckable(true);
        action->setChecked(choice == limit);
        limits->addAction(action);
    }
}

void SyncMenu::Private::showStatus(const SyncStatus &status)
{
    const bool isPaused = status.state == State::Paused;
    const bool isSignedOut = status.state == State::SignedOut;
    const bool isEnding = status.state == State::Stopping || status.state == State::Stopped;
    headline->setText(StatusText(status).headline());
    signIn->setVisible(isSignedOut && controller->canSignIn());
    retry->setVisible(StatusText::attentionCount(status) > 0);
    retry->setEnabled(!isSignedOut && !isEnding);
    syncNow->setEnabled(!isPaused && !isSignedOut && !isEnding);
    pause->setEnabled(!isSignedOut && !isEnding);
    const QString pauseText = isPaused ? SyncMenu::tr("&Resume sync") : SyncMenu::tr("&Pause sync");
    if (pauseText == pause->text())
        return;
    pause->setText(pauseText);
    pause->setIcon(GlyphIcon::icon(isPaused ? u"play"_s : u"pause"_s));
}

void SyncMenu::Private::retranslate()
{
    open->setText(SyncMenu::tr("&Open sync status"));
    signIn->setText(SyncMenu::tr("Sign &in…"));
    syncNow->setText(SyncMenu::tr("&Sync now"));
    retry->setText(SyncMenu::tr("Retry &what failed"));
    bandwidth->setTitle(SyncMenu::tr("&Limit upload speed"));
    quitWhenDone->setText(SyncMenu::tr("&Quit when everything is uploaded"));
    fillBandwidth();
    showStatus(controller->status());
    Q_EMIT q->retranslated();
}

void SyncMenu::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        d->retranslate();
    QMenu::changeEvent(event);
}

} // namespace LumaSync
