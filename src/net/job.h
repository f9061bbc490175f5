// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/error.h"

#include <LumaSync/net/export.h>

#include <QObject>

namespace LumaSync {

/// The contract that everything asynchronous here keeps. Purpose: one request, or one chain of them.
///
///  - A job is made with a parent, connected, then started once. start() does nothing but queue run().
///  - The subclass's `finished(result)` comes exactly once, always from the event loop: never from inside
///    start() or cancel(), never from a destructor.
///  - cancel() may be called at any time, any number of times; the result is then Canceled. After
///    `finished` it does nothing.
///  - Destroying a job ends it silently. A job deletes itself (deleteLater) after `finished`, so hold it by
///    QPointer.
///
/// Thread: the one that made it, which is the one of its QNetworkAccessManager. Owner: its parent.
class LUMASYNC_NET_EXPORT Job : public QObject
{
    Q_OBJECT
public:
    /// Precondition: not started before.
    void start();
    void cancel();
    /// Started, and `finished` has not been emitted.
    [[nodiscard]] bool isRunning() const { return m_state == State::Running || m_state == State::Canceled; }

protected:
    explicit Job(QObject *parent);

    /// Begins the work; called from the event loop. May call finish().
    virtual void run() = 0;
    /// Ends whatever is under way, without a signal.
    virtual void stop() = 0;
    /// Emits the subclass's `finished`; `canceled` is true when cancel() came first, whatever the subclass
    /// has in hand.
    virtual void report(bool canceled) = 0;

    /// The work is over: reports now. Precondition: called from the event loop. Later calls do nothing.
    void finish();
    /// What a canceled job reports.
    [[nodiscard]] static Error canceledError();

private:
    enum class State { Ready, Running, Canceled, Finished };
    void emitOnce(bool canceled);

    State m_state = State::Ready;
};

} // namespace LumaSync
