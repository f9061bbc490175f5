// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/storageworker.h"

#include <QCoreApplication>
#include <QTest>
#include <QThread>

namespace LumaSync {

inline constexpr int patience = 60000; ///< milliseconds; the machine may be busy

/// A token of user `uid` for an hour.
inline AccessToken tokenOf(const QByteArray &jwt, const QString &uid)
{
    return {.jwt = jwt, .uid = uid, .expiry = QDeadlineTimer(std::chrono::hours(1))};
}

/// What an object in another thread emits, recorded in the thread of the test. (QSignalSpy records in the emitting
/// thread, while the test reads.)
class QueuedSpy : public QList<QVariantList>
{
public:
    template <typename Object, typename... Arguments>
    QueuedSpy(const Object *sender, void (Object::*signal)(Arguments...))
    {
        QObject::connect(
            sender, signal, &m_here,
            [this](const std::decay_t<Arguments> &...arguments) {
                append(QVariantList{QVariant::fromValue(arguments)...});
            },
            Qt::QueuedConnection);
    }

private:
    QObject m_here;
};

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
    /// What the worker has emitted so far is recorded, and what it was in the middle of is done.
    void settle()
    {
        QMetaObject::invokeMethod(worker, [] {}, Qt::BlockingQueuedConnection);
        QCoreApplication::sendPostedEvents();
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
    QueuedSpy states;
    QueuedSpy finished;
    QueuedSpy progressed;
    QueuedSpy drained;
    QueuedSpy refreshes;
    QueuedSpy stopped;
};

} // namespace LumaSync
