// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/librarysweep.h"

#include "core/storagebench.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace LumaSync {

namespace {

constexpr int rowsPerStep = 100;
constexpr auto busyDelay = 1s;
constexpr auto quietTime = 2s; // after the host's write, and between two sweeps
constexpr int share = 20;      // the host's writes cause sweeps at most this fraction of the time

std::chrono::milliseconds longer(std::chrono::milliseconds a, std::chrono::nanoseconds b)
{
    return std::max(a, std::chrono::duration_cast<std::chrono::milliseconds>(b));
}

} // namespace

LibrarySweep::LibrarySweep(QObject *parent)
    : QObject(parent)
    , m_timer(this)
    , m_watch(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LibrarySweep::step);
    connect(&m_watch, &QTimer::timeout, this, &LibrarySweep::lookForWrites);
}

void LibrarySweep::start(StorageBench *bench, std::chrono::milliseconds watchInterval)
{
    m_bench = bench;
    m_dataVersion = bench->dataVersion();
    m_watch.start(watchInterval);
    request();
}

void LibrarySweep::request(std::chrono::milliseconds delay)
{
    if (!m_bench)
        return;
    m_reached.reset();
    m_timer.start(delay);
}

void LibrarySweep::stop()
{
    m_bench = nullptr;
    m_timer.stop();
    m_watch.stop();
}

void LibrarySweep::step()
{
    if (!m_reached)
        m_clock.start();
    const auto step = m_bench->populator.sweep(m_reached.value_or(QueuePopulator::Place{}), rowsPerStep);
    if (!step) {
        m_timer.start(busyDelay); // from where it was
        if (step.error().code != "busy"_L1)
            Q_EMIT failed(step.error());
        return;
    }
    m_reached = step->done ? std::nullopt : std::optional(step->last);
    if (step->done)
        m_notBefore.setRemainingTime(longer(quietTime, m_clock.durationElapsed() * share));
    else
        m_timer.start(0);
    if (step->queued > 0)
        Q_EMIT queued(step->queued);
    if (step->done) {
        m_complete = true;
        Q_EMIT completed();
    }
}

void LibrarySweep::lookForWrites()
{
    const qint64 version = m_bench->dataVersion();
    if (std::exchange(m_dataVersion, version) != version && !m_timer.isActive())
        m_timer.start(longer(quietTime, m_notBefore.remainingTimeAsDuration()));
}

} // namespace LumaSync
