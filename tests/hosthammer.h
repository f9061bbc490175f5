// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <atomic>
#include <memory>

class QSqlDatabase;
class QThread;

/// A host that writes at full speed on a connection and a thread of its own: inserts, updates, deletes, REPLACE and
/// upserts in all thirteen tables, in transactions now and then, some of them rolled back. On few enough keys that
/// writers meet each other and the rows in flight.
class HostHammer
{
public:
    /// Begins at once. `number` gives the seed.
    HostHammer(QString path, int number, bool recursiveTriggers = false);
    ~HostHammer();
    Q_DISABLE_COPY_MOVE(HostHammer)

    void stop();
    /// Statements so far; may be asked from any thread.
    [[nodiscard]] int statements() const { return m_statements; }
    /// What was no constraint's refusal; empty where all went well. After stop().
    [[nodiscard]] QString failure() const { return m_failure; }

private:
    void write(const QString &path, int number, bool recursiveTriggers);
    void run(const QSqlDatabase &connection, const QString &sql);

    std::atomic<bool> m_stop = false;
    std::atomic<int> m_statements = 0;
    QString m_failure;
    std::unique_ptr<QThread> m_thread;
};
