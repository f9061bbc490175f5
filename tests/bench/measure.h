// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/accesstoken.h"
#include "net/project.h"

#include <QElapsedTimer>
#include <QJsonObject>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QCommandLineParser)

/// Wall time, CPU time of this process and growth of its peak memory between start and now.
class Measure
{
public:
    Measure();
    /// {"seconds", "cpu", "rss_growth_mib"}
    [[nodiscard]] QJsonObject result() const;

private:
    QElapsedTimer m_timer;
    double m_cpu;
    qint64 m_rss;
};

/// Peak memory of this process since its start.
[[nodiscard]] double peakRssMib();

/// Prints one JSON object, the run's result, as the last line.
void printResult(const QJsonObject &result);

/// Ends the program with a sentence.
[[noreturn]] void giveUp(const QString &sentence);

/// The project and a signed-in user from --url, --key, --email and LUMASYNC_PASSWORD.
LumaSync::Project projectFrom(const QCommandLineParser &parser);
void withToken(const QCommandLineParser &parser, const std::function<void(const LumaSync::AccessToken &)> &then);

int benchUpload(const QCommandLineParser &parser);
int benchRows(const QCommandLineParser &parser);
int benchPackage(const QCommandLineParser &parser);
int benchIdle(const QCommandLineParser &parser);
int benchTracking(const QCommandLineParser &parser);
