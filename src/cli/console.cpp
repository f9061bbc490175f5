// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cli/console.h"

#include <QJsonDocument>

#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace LumaSync::Cli {

namespace {

constexpr qsizetype lineWidth = 79;
constexpr int barWidth = 24;

bool isTerminal(FILE *stream)
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stream)) != 0;
#else
    return isatty(fileno(stream)) != 0;
#endif
}

void put(FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fflush(stream);
}

/// What a file's title may hold must not steer the terminal.
QString harmless(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control)
            c = u'?';
    }
    return text;
}

} // namespace

Console::Console(bool json, bool quiet)
    : m_json(json)
    , m_quiet(quiet)
    , m_showsProgress(!json && !quiet && isTerminal(stderr))
{
}

Console::~Console()
{
    clearProgress();
}

void Console::say(const QString &line, const QString &event, const QJsonObject &fields)
{
    if (!m_json)
        return say(line);
    if (m_quiet)
        return;
    QJsonObject object = fields;
    object.insert("event"_L1, event);
    write(object);
}

void Console::say(const QString &line)
{
    if (m_json || m_quiet)
        return;
    clearProgress();
    put(stdout, harmless(line) + u'\n');
}

void Console::finish(const QJsonObject &fields)
{
    if (!m_json)
        return;
    QJsonObject object = fields;
    object.insert("event"_L1, "finished"_L1);
    write(object);
}

void Console::complain(const QString &sentence)
{
    clearProgress();
    put(stderr, u"lumasync: "_s + harmless(sentence) + u'\n');
}

void Console::write(const QJsonObject &object)
{
    put(stdout, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) + u'\n');
}

void Console::progress(const QString &line)
{
    if (!m_showsProgress)
        return;
    const QString text = harmless(line).left(lineWidth);
    put(stderr, u'\r' + text.leftJustified(m_progressWidth));
    m_progressWidth = text.size();
}

void Console::clearProgress()
{
    if (m_progressWidth > 0)
        put(stderr, u'\r' + QString(m_progressWidth, u' ') + u'\r');
    m_progressWidth = 0;
}

QString progressLine(const QString &label, double fraction, const QString &figures)
{
    const int filled = qBound(0, qRound(fraction * barWidth), barWidth);
    return label.leftJustified(6) + u" ["_s + QString(filled, u'#') + QString(barWidth - filled, u'-') + u"] "_s +
           figures;
}

QString bytesText(qint64 bytes)
{
    constexpr double step = 1000;
    double value = static_cast<double>(bytes);
    if (value < step)
        return QString::number(bytes) + u" B"_s;
    QString unit;
    for (const QString &larger : {u"kB"_s, u"MB"_s, u"GB"_s, u"TB"_s}) {
        unit = larger;
        value /= step;
        if (value < step)
            break;
    }
    return QString::number(value, 'f', 1) + u' ' + unit;
}

QString kindText(const QString &uploadType)
{
    if (uploadType == "track_audio"_L1)
        return u"audio"_s;
    if (uploadType == "artwork_thumb"_L1)
        return u"artwork"_s;
    return uploadType == "analysis_package"_L1 ? u"package"_s : uploadType;
}

QString counted(qint64 count, const QString &one, const QString &many)
{
    return QString::number(count) + u' ' + (count == 1 ? one : many);
}

QString countedBoth(qint64 rows, qint64 files)
{
    QStringList parts;
    if (rows > 0)
        parts.append(counted(rows, u"row"_s, u"rows"_s));
    if (files > 0)
        parts.append(counted(files, u"file"_s, u"files"_s));
    return parts.join(u" and "_s);
}

} // namespace LumaSync::Cli
