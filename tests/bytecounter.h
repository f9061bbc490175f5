// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTcpServer>
#include <QUrl>

/// Passes TCP on to a server on loopback and counts what goes through, headers and all. Thread: the test's.
class ByteCounter : public QObject
{
    Q_OBJECT
public:
    explicit ByteCounter(const QUrl &target, QObject *parent = nullptr);

    [[nodiscard]] QUrl url() const;
    qint64 up = 0;
    qint64 down = 0;
    int connections = 0;
    void reset() { up = down = connections = 0; }

private:
    void accept();

    QTcpServer m_server;
    QUrl m_target;
};
