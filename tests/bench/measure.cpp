// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "measure.h"

#include "net/authclient.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkAccessManager>

#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace LumaSync;
using namespace Qt::StringLiterals;

namespace {

// Linux: /proc/self/status, in KiB.
qint64 statusValue(const QByteArray &name)
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(QByteArray(name + ':')))
            return line.mid(name.size() + 1).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

double cpuSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

} // namespace

Measure::Measure()
    : m_cpu(cpuSeconds())
    , m_rss(statusValue("VmRSS"))
{
    m_timer.start();
}

QJsonObject Measure::result() const
{
    return {{u"seconds"_s, static_cast<double>(m_timer.nsecsElapsed()) / 1e9},
            {u"cpu"_s, cpuSeconds() - m_cpu},
            {u"rss_growth_mib"_s, static_cast<double>(statusValue("VmHWM") - m_rss) / 1024}};
}

double peakRssMib()
{
    return static_cast<double>(statusValue("VmHWM")) / 1024;
}

void printResult(const QJsonObject &result)
{
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
}

void giveUp(const QString &sentence)
{
    std::fprintf(stderr, "lumasync-bench: %s\n", qPrintable(sentence));
    std::exit(1);
}

Project projectFrom(const QCommandLineParser &parser)
{
    const auto project = Project::make(parser.value(u"url"_s), parser.value(u"key"_s).toUtf8());
    if (!project)
        giveUp(project.error().message);
    return *project;
}

void withToken(const QCommandLineParser &parser, const std::function<void(const AccessToken &)> &then)
{
    auto *manager = new QNetworkAccessManager(QCoreApplication::instance());
    auto *client = new AuthClient(manager, projectFrom(parser), manager);
    AuthJob *job = client->signIn(parser.value(u"email"_s), qEnvironmentVariable("LUMASYNC_PASSWORD"));
    QObject::connect(job, &AuthJob::finished, manager, [then](const AuthResult &result) {
        if (result.error)
            giveUp(result.error.message);
        then(result.session.token);
    });
    job->start();
}
