// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/synccontroller.h"

namespace LumaSync {

class SyncController::Private
{
public:
    bool quitsWhenDone = false;
};

SyncController::SyncController(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    connect(this, &SyncController::statusChanged, this, &SyncController::checkQuit);
}

SyncController::~SyncController() = default;

bool SyncController::quitsWhenDone() const
{
    return d->quitsWhenDone;
}

void SyncController::setQuitsWhenDone(bool quits)
{
    if (quits == d->quitsWhenDone)
        return;
    d->quitsWhenDone = quits;
    Q_EMIT quitsWhenDoneChanged(quits);
    checkQuit();
}

void SyncController::checkQuit()
{
    if (!d->quitsWhenDone || !status().isEverythingBackedUp())
        return;
    d->quitsWhenDone = false; // once
    Q_EMIT quitsWhenDoneChanged(false);
    Q_EMIT quitReady();
}

} // namespace LumaSync
