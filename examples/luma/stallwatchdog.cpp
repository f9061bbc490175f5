// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "stallwatchdog.h"

#include <QTimer>

#ifdef Q_OS_LINUX
#include <pthread.h>
#endif

#include <chrono>
#include <cmath>

using namespace std::chrono_literals;

namespace Luma {

StallWatchdog::StallWatchdog(QObject *parent)
    : QObject(parent)
    , m_timer(new QTimer)
{
#ifdef Q_OS_LINUX
    pthread_getcpuclockid(pthread_self(), &m_processorClock);
#endif
    m_clock.start();
    m_timer->setInterval(2ms);
    m_timer->setTimerType(Qt::PreciseTimer);
    m_timer->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, m_timer, qOverload<>(&QTimer::start));
    connect(&m_thread, &QThread::finished, m_timer, &QObject::deleteLater);
    connect(m_timer, &QTimer::timeout, m_timer, [this] {
        if (m_isAsked.exchange(true))
            return; // still waiting for the answer, which will say for how long
        QMetaObject::invokeMethod(
            this, [this, now = m_clock.nsecsElapsed(), busy = processorTime()] { answer(now, busy); },
            Qt::QueuedConnection);
    });
    m_thread.setObjectName(QStringLiteral("stall-watchdog"));
    m_thread.start(QThread::TimeCriticalPriority);
}

StallWatchdog::~StallWatchdog()
{
    m_thread.quit();
    m_thread.wait();
}

qint64 StallWatchdog::processorTime() const
{
#ifdef Q_OS_LINUX
    timespec time{};
    clock_gettime(m_processorClock, &time);
    return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
#else
    return 0;
#endif
}

void StallWatchdog::answer(qint64 askedAt, qint64 busyAt)
{
    m_longestBusy = qMax(m_longestBusy, static_cast<double>(processorTime() - busyAt) / 1e6);
    const double stall = static_cast<double>(m_clock.nsecsElapsed() - askedAt) / 1e6;
    m_longest = qMax(m_longest, stall);
    ++m_histogram[static_cast<size_t>(qBound(0, static_cast<int>(stall * 10), bins - 1))];
    ++m_answers;
    m_isAsked = false;
}

double StallWatchdog::quantileMs(double share) const
{
    const auto wanted = static_cast<qint64>(std::ceil(static_cast<double>(m_answers) * share));
    qint64 seen = 0;
    for (int bin = 0; bin < bins; ++bin) {
        seen += m_histogram[static_cast<size_t>(bin)];
        if (seen >= wanted)
            return (bin + 1) / 10.0;
    }
    return m_longest;
}

void StallWatchdog::reset()
{
    m_histogram.fill(0);
    m_answers = 0;
    m_longest = 0;
    m_longestBusy = 0;
}

} // namespace Luma
