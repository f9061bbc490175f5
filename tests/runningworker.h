// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/storageworker.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

namespace LumaSync {

inline constexpr int patience = 60000; ///< milliseconds; the machine may be busy

/// A token of user `uid` for an hour.
inline AccessToken tokenOf(const QByteArray &jwt, const QString &uid)
{
    return {.jwt = jwt, .uid = uid, .expiry = QDeadlineTimer(std::chrono::hours(1))};
}

/// A storage worker in its own thread, as the engine keeps it.
class RunningWorker
{
public:
    explicit RunningWorker(const StorageWorker::Options &options)
        : worker(new StorageWorker(options))
        , states(worker, &StorageWorker::stateChanged)
        , finished(worker, &StorageWorker::uploadFinished)
        , progressed(worker, &StorageWorker::progressed)
        , drained(worker, &StorageWorker::queueDrained)
        , refreshes(worker, &StorageWorker::tokenRefreshRequested)
        , stopped(worker, &StorageWorker::stopped)
    {
        worker->moveToThread(&thread);
        QObject::connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
        thread.start();
    }
    ~RunningWorker()
    {
        stop();
        thread.quit();
        thread.wait();
    }

    template <typename Method, typename... Arguments>
    void call(Method method, Arguments... arguments)
    {
        QMetaObject::invokeMethod(worker, [=, this] { (worker->*method)(arguments...); });
    }
    void begin(const AccessToken &token = tokenOf("one", QStringLiteral("me")))
    {
        call(&StorageWorker::setToken, token);
        call(&StorageWorker::start);
    }
    void stop()
    {
        if (!stopped.isEmpty())
            return;
        call(&StorageWorker::stop);
        QTRY_VERIFY_WITH_TIMEOUT(!stopped.isEmpty(), patience);
    }
    [[nodiscard]] StorageWorker::State state() const
    {
        return states.isEmpty() ? StorageWorker::State::Starting : states.last().first().value<StorageWorker::State>();
    }
    [[nodiscard]] Error lastError() const
    {
        return finished.isEmpty() ? Error() : finished.last().at(1).value<Error>();
    }

    QThread thread;
    StorageWorker *worker;
    QSignalSpy states;
    QSignalSpy finished;
    QSignalSpy progressed;
    QSignalSpy drained;
    QSignalSpy refreshes;
    QSignalSpy stopped;
};

} // namespace LumaSync
