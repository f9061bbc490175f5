// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>

#include <chrono>

namespace LumaSync::Cli {

/// The terminal, the pipe or the log that the program talks to. Results go to standard output, progress and errors to
/// standard error. With --json standard output carries one JSON object a line and nothing else.
class Console
{
public:
    Console(bool json, bool quiet);
    ~Console();
    Q_DISABLE_COPY_MOVE(Console)

    /// One thing that happened: as a line for people, or as an object with the member "event".
    void say(const QString &line, const QString &event, const QJsonObject &fields = {});
    /// For people only.
    void say(const QString &line);
    /// The last object of --json: always written, also with --quiet.
    void finish(const QJsonObject &fields);
    /// "lumasync: sentence", always.
    void complain(const QString &sentence);
    /// A line that the next one replaces; on a terminal only.
    void progress(const QString &line);
    [[nodiscard]] bool showsProgress() const { return m_showsProgress; }

private:
    void write(const QJsonObject &object);
    void clearProgress();

    bool m_json;
    bool m_quiet;
    bool m_showsProgress;
    qsizetype m_progressWidth = 0;
};

/// "rows   [########----------]  1234/5000", at most 79 columns. Pure.
[[nodiscard]] QString progressLine(const QString &label, double fraction, const QString &figures);
/// "12.3 MB", decimal units. Pure.
[[nodiscard]] QString bytesText(qint64 bytes);
/// "audio" for "track_audio", and so on. Pure.
[[nodiscard]] QString kindText(const QString &uploadType);
/// "1 row", "12 rows". Pure.
[[nodiscard]] QString counted(qint64 count, const QString &one, const QString &many);

/// "1 row and 3 files", without what there is none of; empty where there is nothing at all. Pure.
[[nodiscard]] QString countedBoth(qint64 rows, qint64 files);

/// LUMASYNC_PASSWORD, or what is typed at the terminal, unseen. Empty where there is neither.
[[nodiscard]] QString askPassword(const QString &email);

} // namespace LumaSync::Cli
