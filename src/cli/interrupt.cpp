// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cli/interrupt.h"

#include <csignal>
#include <cstdlib>

namespace LumaSync::Cli {

namespace {

constexpr std::chrono::milliseconds lookEvery{100};
constexpr int interruptedExit = 130;

volatile std::sig_atomic_t signalCount = 0;

extern "C" void noteSignal(int number)
{
    if (signalCount > 0)
        std::_Exit(interruptedExit);
    signalCount = 1;
    std::signal(number, noteSignal); // some systems forget it when it was used
}

} // namespace

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
    , m_timer(this)
{
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (signalCount == 0)
            return;
        m_timer.stop();
        Q_EMIT requested();
    });
    std::signal(SIGINT, noteSignal);
    std::signal(SIGTERM, noteSignal);
    m_timer.start(lookEvery);
}

Interrupt::~Interrupt()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

} // namespace LumaSync::Cli
