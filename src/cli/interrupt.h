// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTimer>

namespace LumaSync::Cli {

/// Ctrl-C and SIGTERM as a signal of Qt. The first asks, a second one ends the program at once. A signal handler may do
/// next to nothing, so it leaves a mark that a timer looks at: the same on every system. One object at a time; main
/// thread.
class Interrupt : public QObject
{
    Q_OBJECT
public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

Q_SIGNALS:
    void requested();

private:
    QTimer m_timer;
};

} // namespace LumaSync::Cli
