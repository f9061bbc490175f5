// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QStringList>

#include <atomic>

namespace Luma {

/// Long work on the library: imports audio, or makes an example library. With a connection of its own, so that the
/// table can be edited meanwhile. Thread: one of its own. Owner: MainWindow, by its thread.
class ImportWorker : public QObject
{
    Q_OBJECT
public:
    explicit ImportWorker(QString folder);

    /// From any thread: ends after the file under way.
    void cancel() { m_isCanceled = true; }

public Q_SLOTS:
    /// Files and folders.
    void importPaths(const QStringList &paths);
    void makeExamples(int tracks);

Q_SIGNALS:
    void progressed(int done, int total, const QString &what);
    /// One sentence that says what came of it.
    void finished(const QString &summary, const QStringList &problems);

private:
    [[nodiscard]] bool report(int done, int total, const QString &what);

    QString m_folder;
    std::atomic<bool> m_isCanceled = false;
};

} // namespace Luma
