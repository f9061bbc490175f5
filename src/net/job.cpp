// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/job.h"

namespace LumaSync {

Job::Job(QObject *parent)
    : QObject(parent)
{
}

void Job::start()
{
    if (m_state != State::Ready)
        return;
    m_state = State::Running;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_state == State::Running)
                run();
        },
        Qt::QueuedConnection);
}

void Job::cancel()
{
    if (m_state != State::Ready && m_state != State::Running)
        return;
    m_state = State::Canceled;
    stop();
    QMetaObject::invokeMethod(this, [this] { emitOnce(true); }, Qt::QueuedConnection);
}

void Job::finish()
{
    if (m_state == State::Running)
        emitOnce(false);
}

void Job::emitOnce(bool canceled)
{
    m_state = State::Finished;
    deleteLater(); // before the signal: its receiver may delete this job
    report(canceled);
}

Error Job::canceledError()
{
    return {Error::Kind::Canceled, 0, {}, QStringLiteral("Canceled."), {}};
}

} // namespace LumaSync
