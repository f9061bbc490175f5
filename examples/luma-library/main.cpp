// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "lumalibrary.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace Luma;

namespace {

// Exit codes: 0 done, 1 failed (one sentence on standard error), 2 wrong usage.
constexpr int failed = 1;
constexpr int wrongUsage = 2;

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

QTextStream &err()
{
    static QTextStream stream(stderr);
    return stream;
}

int fail(const QString &sentence)
{
    err() << "luma-library: " << sentence << Qt::endl;
    return failed;
}

QString usage()
{
    return u"luma-library makes and edits the reference app's library: a folder with luma.sqlite and "
           u"media/.\n\n"
           "  luma-library generate [--tracks N] [--seed S] [--scale small|realistic] [--audio-mb MIN-MAX]\n"
           "                        [--no-media] [--rows N] FOLDER\n"
           "  luma-library import AUDIO_FOLDER FOLDER\n"
           "  luma-library edit [--seed S] [--no-deletes] FOLDER\n"
           "  luma-library dump FOLDER"_s;
}

bool showProgress(int done, int total, const QString &what)
{
    out() << u"[%1/%2] %3"_s.arg(done + 1).arg(total).arg(what) << Qt::endl;
    return true;
}

int showCounts(LumaLibrary &library)
{
    const auto counts = library.rowCounts();
    if (!counts)
        return fail(counts.error());
    for (const auto &[table, count] : counts->asKeyValueRange())
        out() << table.leftJustified(32) << QString::number(count).rightJustified(9) << '\n';
    return 0;
}

QString megabytes(qint64 bytes)
{
    return QString::number(static_cast<double>(bytes) / 1e6, 'f', 1) + u" MB"_s;
}

int generate(const QCommandLineParser &parser, const QString &folder)
{
    GenerateOptions options;
    bool good = true;
    const auto number = [&parser, &good](const QString &name, qint64 fallback) {
        bool valid = true;
        const qint64 value = parser.isSet(name) ? parser.value(name).toLongLong(&valid) : fallback;
        good = good && valid && value >= 0 && value <= 100'000'000;
        return value;
    };
    options.seed = static_cast<quint64>(number(u"seed"_s, 1));
    options.tracks = static_cast<int>(number(u"tracks"_s, 12));
    options.rows = number(u"rows"_s, 0);
    options.media = !parser.isSet(u"no-media"_s);
    if (parser.isSet(u"audio-mb"_s)) {
        const QStringList range = parser.value(u"audio-mb"_s).split(u'-');
        options.minAudioMb = range.first().toInt();
        options.maxAudioMb = range.last().toInt();
        good = good && options.minAudioMb > 0 && options.maxAudioMb >= options.minAudioMb && options.maxAudioMb <= 4000;
    }
    const QString scale = parser.value(u"scale"_s);
    options.scale = scale == "realistic"_L1 ? GenerateOptions::Scale::Realistic : GenerateOptions::Scale::Small;
    if (!good || (scale != "realistic"_L1 && scale != "small"_L1)) {
        err() << usage() << Qt::endl;
        return wrongUsage;
    }

    QElapsedTimer timer;
    timer.start();
    auto library = LumaLibrary::create(folder);
    if (!library)
        return fail(library.error());
    const auto summary = library->generate(options, showProgress);
    if (!summary)
        return fail(summary.error());
    out() << u"%1 tracks, %2 rows, %3 media files, %4, %5 s"_s.arg(summary->tracks)
                 .arg(summary->rows)
                 .arg(summary->mediaFiles)
                 .arg(megabytes(summary->mediaBytes))
                 .arg(static_cast<double>(timer.elapsed()) / 1000, 0, 'f', 1)
          << Qt::endl;
    return showCounts(*library);
}

int importAudio(const QString &audioFolder, const QString &folder)
{
    auto library = LumaLibrary::openOrCreate(folder);
    if (!library)
        return fail(library.error());
    const auto report = library->importFolder(audioFolder, {}, showProgress);
    if (!report)
        return fail(report.error());
    for (const QString &path : report->duplicates)
        out() << "already there: " << path << '\n';
    for (const ImportReport::Unreadable &file : report->unreadable)
        out() << "not imported:  " << file.path << ": " << file.reason << '\n';
    out() << u"%1 of %2 files imported (%3), %4 covers, %5 duplicates, %6 not readable; the analysis is simulated"_s
                 .arg(report->imported)
                 .arg(report->found)
                 .arg(megabytes(report->audioBytes))
                 .arg(report->covers)
                 .arg(report->duplicates.size())
                 .arg(report->unreadable.size())
          << Qt::endl;
    if (report->imported == 0 && report->duplicates.isEmpty())
        return fail(
            u"No audio was found in '%1'; name a folder with mp3, flac, ogg, opus, wav, m4a or aiff files."_s.arg(
                audioFolder));
    return showCounts(*library);
}

int edit(const QCommandLineParser &parser, const QString &folder)
{
    auto library = LumaLibrary::open(folder);
    if (!library)
        return fail(library.error());
    const auto report = library->editSomeRows(parser.value(u"seed"_s).toULongLong(), {!parser.isSet(u"no-deletes"_s)});
    if (!report)
        return fail(report.error());
    for (const QString &change : report->changes)
        out() << change << '\n';
    out().flush();
    return 0;
}

int dump(const QString &folder)
{
    auto library = LumaLibrary::open(folder);
    if (!library)
        return fail(library.error());
    const auto text = library->dump();
    if (!text)
        return fail(text.error());
    out() << QString::fromUtf8(*text);
    out().flush();
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(usage());
    parser.addHelpOption();
    parser.addOptions({
        {u"tracks"_s, u"Number of tracks."_s, u"n"_s, u"12"_s},
        {u"seed"_s, u"The same seed makes the same library."_s, u"s"_s, u"1"_s},
        {u"scale"_s, u"small: about 150 MB for 12 tracks; realistic: audio of 5 to 50 MB and full stems."_s, u"scale"_s,
         u"small"_s},
        {u"audio-mb"_s, u"Size of a track's audio, for instance 10-20."_s, u"min-max"_s},
        {u"no-media"_s, u"Rows only."_s},
        {u"rows"_s, u"Exactly this many synced rows, compact JSON, no media."_s, u"n"_s},
        {u"no-deletes"_s, u"Edit without deleting anything."_s},
    });
    parser.process(app);
    const QStringList words = parser.positionalArguments();
    const QString verb = words.value(0);
    if (verb == "generate"_L1 && words.size() == 2)
        return generate(parser, words[1]);
    if (verb == "import"_L1 && words.size() == 3)
        return importAudio(words[1], words[2]);
    if (verb == "edit"_L1 && words.size() == 2)
        return edit(parser, words[1]);
    if (verb == "dump"_L1 && words.size() == 2)
        return dump(words[1]);
    err() << usage() << Qt::endl;
    return wrongUsage;
}
