// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/queuepopulator.h"
#include "net/error.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QTimer>
#include <QVariant>

namespace LumaSync {

class StorageBench;

/// Goes through the library in small steps and puts into the queue what was missed: at the start, when asked,
/// and after the host has written (hosts that give no hints write rows all the same). The event loop runs
/// between the steps. Thread: the storage worker's. Owner: StorageWorker.
class LibrarySweep : public QObject
{
    Q_OBJECT
public:
    explicit LibrarySweep(QObject *parent);

    /// Begins. `bench` outlives the sweep or its stop().
    void start(StorageBench *bench, std::chrono::milliseconds watchInterval);
    /// From the first row on, now or after `delay`.
    void request(std::chrono::milliseconds delay = {});
    void stop();
    /// The library was seen once from the first row to the last.
    [[nodiscard]] bool isComplete() const { return m_complete; }

Q_SIGNALS:
    /// So many jobs were added or began anew; comes after each step that found some.
    void queued(int jobs);
    void completed();
    void failed(const LumaSync::Error &error);

private:
    void step();
    void lookForWrites();

    StorageBench *m_bench = nullptr;
    QTimer m_timer;
    QTimer m_watch;
    std::optional<QueuePopulator::Place> m_reached;
    QElapsedTimer m_clock;
    QDeadlineTimer m_notBefore;
    qint64 m_dataVersion = -1;
    bool m_complete = false;
};

} // namespace LumaSync
