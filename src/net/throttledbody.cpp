// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/throttledbody.h"

namespace LumaSync {

ThrottledBody::ThrottledBody(std::unique_ptr<QIODevice> source, BandwidthLimit *limit)
    : m_source(std::move(source))
    , m_limit(limit)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &QIODevice::readyRead);
    connect(limit, &BandwidthLimit::changed, this, &ThrottledBody::wake);
    connect(limit, &QObject::destroyed, this, &ThrottledBody::wake);
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool ThrottledBody::seek(qint64 position)
{
    return QIODevice::seek(position) && m_source->seek(position);
}

qint64 ThrottledBody::readData(char *data, qint64 maxSize)
{
    const qint64 wanted = std::min(maxSize, m_source->size() - m_source->pos());
    const qint64 allowed = m_limit ? m_limit->take(wanted) : wanted;
    if (wanted > 0 && allowed == 0) {
        m_timer.start(m_limit->untilNext());
        return 0;
    }
    const qint64 got = m_source->read(data, allowed);
    if (got < 0)
        setErrorString(m_source->errorString());
    return got;
}

qint64 ThrottledBody::writeData(const char *, qint64)
{
    return -1;
}

void ThrottledBody::wake()
{
    if (m_timer.isActive()) {
        m_timer.stop();
        Q_EMIT readyRead();
    }
}

} // namespace LumaSync
