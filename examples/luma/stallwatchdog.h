// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QThread>

#include <array>
#include <atomic>

#ifdef Q_OS_LINUX
#include <ctime>
#endif

QT_FORWARD_DECLARE_CLASS(QTimer)

namespace Luma {

/// Measures how long the GUI thread keeps an event waiting: a thread of its own asks it every two milliseconds and
/// writes down when the answer came. Thread: GUI. Owner: main().
class StallWatchdog : public QObject
{
    Q_OBJECT
public:
    explicit StallWatchdog(QObject *parent = nullptr);
    ~StallWatchdog() override;

    [[nodiscard]] double longestMs() const { return m_longest; }
    /// The longest stall by the processor time that the GUI thread itself used during it: what the app is to blame for
    /// on a busy machine. 0 where the system cannot tell.
    [[nodiscard]] double longestBusyMs() const { return m_longestBusy; }
    /// The stall that `share` of all answers stay below, for instance 0.999.
    [[nodiscard]] double quantileMs(double share) const;
    /// Forgets what was measured, for instance the start of the application.
    void reset();

private:
    void answer(qint64 askedAt, qint64 busyAt);
    /// Of the GUI thread, in nanoseconds; from any thread.
    [[nodiscard]] qint64 processorTime() const;

    static constexpr int bins = 20'000; ///< of a tenth of a millisecond

    QThread m_thread;
    QTimer *m_timer;
    QElapsedTimer m_clock;
#ifdef Q_OS_LINUX
    clockid_t m_processorClock;
#endif
    std::atomic<bool> m_isAsked = false;
    std::array<qint64, bins> m_histogram{};
    qint64 m_answers = 0;
    double m_longest = 0;
    double m_longestBusy = 0;
};

} // namespace Luma
