// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "syncface.h"

#include <LumaSync/StatusText>
#include <LumaSync/SyncMenu>

#include <QMetaEnum>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace Luma {

SyncFace::SyncFace(LumaSync::SyncOptions options, QWidget *window)
    : m_engine(std::move(options))
    , m_tray(&m_engine)
    , m_panel(new LumaSync::SyncStatusPanel(&m_engine, window))
    , m_button(new LumaSync::SyncStatusButton(&m_engine, window))
{
    m_tray.menu()->addSeparator();
    m_tray.menu()->addAction(tr("Quit"), this, &SyncFace::quitRequested);
    connect(&m_tray, &LumaSync::SyncTrayIcon::openRequested, this, &SyncFace::windowRequested);
    connect(m_button, &LumaSync::SyncStatusButton::openRequested, this, &SyncFace::windowRequested);
    m_tray.show();
    m_engine.start();
}

SyncFace::~SyncFace()
{
    // They look at the engine's controller, which goes with the engine.
    delete m_panel;
    delete m_button;
}

void SyncFace::printStatus()
{
    const auto print = [last = QString()](const LumaSync::SyncStatus &status) mutable {
        const char *state =
            QMetaEnum::fromType<LumaSync::SyncStatus::State>().valueToKey(static_cast<int>(status.state));
        const QString line =
            u"status %1 rows=%2 refused=%3 uploads=%4 failed=%5 excluded=%6 | %7"_s.arg(QLatin1StringView(state))
                .arg(status.rowsWaiting)
                .arg(status.rowsRefused)
                .arg(status.uploadsWaiting)
                .arg(status.uploadsFailed)
                .arg(status.uploadsExcluded)
                .arg(LumaSync::StatusText(status).tooltip());
        if (line != std::exchange(last, line))
            QTextStream(stdout) << line << Qt::endl;
    };
    connect(&m_engine, &LumaSync::SyncEngine::statusChanged, this, print);
}

} // namespace Luma
