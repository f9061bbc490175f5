// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/bandwidthlimit.h"

#include <QIODevice>
#include <QPointer>
#include <QTimer>

#include <memory>

namespace LumaSync {

/// A body that gives no more bytes than a limit allows: read() returns 0 where none may go now, and readyRead() follows
/// when some may. Thread: the manager's. Owner: whoever sends it.
class ThrottledBody : public QIODevice
{
    Q_OBJECT
public:
    /// `source` is open for reading and random-access.
    ThrottledBody(std::unique_ptr<QIODevice> source, BandwidthLimit *limit);

    [[nodiscard]] qint64 size() const override { return m_source->size(); }
    bool seek(qint64 position) override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    void wake();

    std::unique_ptr<QIODevice> m_source;
    QPointer<BandwidthLimit> m_limit;
    QTimer m_timer;
};

} // namespace LumaSync
