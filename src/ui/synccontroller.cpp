// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/synccontroller.h"

namespace LumaSync {

SyncController::SyncController(QObject *parent)
    : QObject(parent)
{
    connect(this, &SyncController::statusChanged, this, &SyncController::checkQuit);
}

void SyncController::setQuitsWhenDone(bool quits)
{
    if (quits == m_quitsWhenDone)
        return;
    m_quitsWhenDone = quits;
    Q_EMIT quitsWhenDoneChanged(quits);
    checkQuit();
}

void SyncController::checkQuit()
{
    if (!m_quitsWhenDone || !status().isEverythingBackedUp())
        return;
    m_quitsWhenDone = false; // once
    Q_EMIT quitsWhenDoneChanged(false);
    Q_EMIT quitReady();
}

} // namespace LumaSync
