// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/console.h"
#include "core/syncstatus.h"

#include <QElapsedTimer>

namespace LumaSync::Cli {

/// Shows what the engine does: a bar on a terminal, a line for each step elsewhere, events with --json. Counts what was
/// done.
class SyncDisplay
{
public:
    /// `withStates`: a line for each change of state as well.
    SyncDisplay(Console &console, bool withStates);

    void statusChanged(const SyncStatus &status);
    void cycleFinished(const Error &error, qint64 rowsSent, qint64 rowsDeleted, qint64 bytesSent);
    void uploadFinished(const UploadProgress &upload, const Error &error);

    [[nodiscard]] bool hasDoneSomething() const { return m_rowsSent + m_rowsDeleted + m_files > 0; }
    /// "12 rows and 3 files (45.6 MB) in 7.8 s".
    [[nodiscard]] QString figures() const;
    /// "rowsSent", "rowsDeleted", "rowBytes", "files", "fileBytes", "seconds".
    [[nodiscard]] QJsonObject totals() const;

    /// "waiting: 3 rows and 2 files to send". Pure.
    [[nodiscard]] static QString stateText(const SyncStatus &status);
    /// Members of the event "status". Pure.
    [[nodiscard]] static QJsonObject fields(const SyncStatus &status);

private:
    void showBar(const SyncStatus &status);

    Console &m_console;
    bool m_withStates;
    QElapsedTimer m_clock;
    QString m_lastState;
    qint64 m_rowsPeak = 0;    ///< most rows that waited at once
    qint64 m_uploadsPeak = 0; ///< likewise
    qint64 m_rowsSent = 0;
    qint64 m_rowsDeleted = 0;
    qint64 m_rowBytes = 0;
    qint64 m_files = 0;
    qint64 m_fileBytes = 0;
};

} // namespace LumaSync::Cli
