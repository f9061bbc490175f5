// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "cli/clioptions.h"
#include "cli/verbtable.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace LumaSync;
using namespace LumaSync::Cli;

namespace {

QProcessEnvironment completeEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(u"LUMASYNC_DATABASE"_s, u"/a/library.sqlite"_s);
    environment.insert(u"LUMASYNC_URL"_s, u"https://abc.supabase.co"_s);
    environment.insert(u"LUMASYNC_KEY"_s, u"sb_publishable_abc"_s);
    environment.insert(u"LUMASYNC_EMAIL"_s, u"ada@example.com"_s);
    environment.insert(u"LUMASYNC_PASSWORD"_s, u"very secret"_s);
    return environment;
}

} // namespace

class TestCliOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusesAWrongLine_data();
    void refusesAWrongLine();
    void shows_data();
    void shows();
    void readsOptions();
    void theEnvironmentStandsForOptions();
    void repeatsNoSecret();
    void everyVerbIsComplete();
    void theManualKnowsEveryOption();
};

void TestCliOptions::refusesAWrongLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QString &line, const QString &says) {
        QTest::newRow(name) << line.split(u' ') << says;
    };
    row("unknown verb", u"snyc"_s, u"There is no verb 'snyc': 'lumasync --help' lists them."_s);
    row("unknown option", u"sync --fast"_s, u"'lumasync sync --help' lists what there is."_s);
    row("option of another verb", u"status --url x"_s, u"'lumasync status --help'"_s);
    row("password on the line", u"sync --password x"_s, u"Unknown option 'password'"_s);
    row("a word too many", u"sync now"_s, u"'now' is one word too many"_s);
    row("a value is missing", u"sync --url"_s, u"Missing value after '--url'"_s);
    row("timeout", u"sync --timeout soon"_s, u"--timeout wants a number"_s);
    row("negative timeout", u"sync --timeout=-1"_s, u"--timeout wants a number"_s);
    row("interval", u"watch --interval 0"_s, u"--interval wants a number"_s);
    row("no URL", u"sync --url host"_s, u"The project URL must look like"_s);
    row("plain http", u"sync --url http://example.com"_s, u"https://"_s);
    row("secret key", u"sync --key sb_secret_abc"_s, u"publishable key instead"_s);
    QTest::newRow("no database") << QStringList{u"status"_s, u"--database"_s, QString()}
                                 << u"--database or set LUMASYNC_DATABASE"_s;
    row("queue: unknown word", u"queue purge"_s, u"'purge' is not known here"_s);
    row("queue: a word too many", u"queue list 3"_s, u"'3' is one word too many"_s);
    row("queue: a number is missing", u"queue remove"_s, u"Something is missing behind 'remove'"_s);
    row("no shell", u"completion"_s, u"A word is missing"_s);
    row("unknown shell", u"completion tcsh"_s, u"'tcsh' is not known here"_s);
}

void TestCliOptions::refusesAWrongLine()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const ParsedLine line = parseLine(arguments, completeEnvironment());
    QCOMPARE(line.outcome.code, ExitCode::Usage);
    QVERIFY2(line.outcome.sentence.contains(says), qPrintable(line.outcome.sentence));
    QVERIFY(line.outcome.sentence.endsWith(u'.'));
    QVERIFY(!line.outcome.sentence.contains(u'\n'));
}

void TestCliOptions::shows_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QStringList{} << u"usage: lumasync VERB"_s;
    QTest::newRow("help") << QStringList{u"--help"_s} << u"Exit codes"_s;
    QTest::newRow("version") << QStringList{u"--version"_s} << u"lumasync "_s;
    QTest::newRow("of a verb") << QStringList{u"sync"_s, u"--help"_s} << u"--sign-up"_s;
    QTest::newRow("of a verb with words") << QStringList{u"queue"_s, u"-h"_s} << u"retry [number...]"_s;
}

void TestCliOptions::shows()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const ParsedLine line = parseLine(arguments, {});
    QCOMPARE(line.outcome.code, ExitCode::Ok);
    QVERIFY2(line.text.contains(says), qPrintable(line.text));
}

void TestCliOptions::readsOptions()
{
    const Options options =
        parseLine(u"sync --database=b.sqlite --url https://x.supabase.co --key k --email e --json -q --no-files "
                  "--sign-up --timeout 7 --cache /c"_s.split(u' '),
                  completeEnvironment())
            .options;
    QCOMPARE(options.verb, u"sync"_s);
    QCOMPARE(options.database, u"b.sqlite"_s);
    QCOMPARE(options.project.url.host(), u"x.supabase.co"_s);
    QCOMPARE(options.project.publishableKey, "k");
    QCOMPARE(options.email, u"e"_s);
    QVERIFY(options.json && options.quiet && !options.files && options.signUp);
    QCOMPARE(options.timeout, std::chrono::seconds(7));
    QCOMPARE(options.cacheFolder, u"/c"_s);
    const Options queue = parseLine(u"queue retry 3 5 --all"_s.split(u' '), completeEnvironment()).options;
    QCOMPARE(queue.words, (QStringList{u"retry"_s, u"3"_s, u"5"_s}));
    QVERIFY(queue.all);
}

void TestCliOptions::theEnvironmentStandsForOptions()
{
    const Options options = parseLine({u"verify"_s}, completeEnvironment()).options;
    QCOMPARE(options.database, u"/a/library.sqlite"_s);
    QCOMPARE(options.project.publishableKey, "sb_publishable_abc");
    for (const QString &name : {u"DATABASE"_s, u"URL"_s, u"KEY"_s, u"EMAIL"_s}) {
        QProcessEnvironment environment = completeEnvironment();
        environment.remove(u"LUMASYNC_"_s + name);
        const ParsedLine line = parseLine({u"sync"_s}, environment);
        QCOMPARE(line.outcome.code, ExitCode::Usage);
        QVERIFY2(line.outcome.sentence.contains(u"LUMASYNC_"_s + name), qPrintable(line.outcome.sentence));
    }
}

void TestCliOptions::repeatsNoSecret()
{
    for (const QStringList &wrong :
         {QStringList{u"sync"_s, u"--password=hunter2"_s}, QStringList{u"sync"_s, u"--key"_s, u"sb_secret_hunter2"_s},
          QStringList{u"sync"_s, u"--url"_s, u"https://ada:hunter2@abc.supabase.co"_s},
          QStringList{u"sync"_s, u"--url"_s, u"https://abc.supabase.co/?apikey=hunter2"_s}}) {
        const ParsedLine line = parseLine(wrong, completeEnvironment());
        QCOMPARE(line.outcome.code, ExitCode::Usage);
        QVERIFY2(!line.outcome.sentence.contains("hunter2"_L1), qPrintable(line.outcome.sentence));
    }
    for (const VerbInfo &verb : verbs()) {
        QVERIFY(std::ranges::find(verb.options, u"password"_s, &OptionInfo::name) == verb.options.end());
        QVERIFY(!parseLine({verb.name, u"--help"_s}, completeEnvironment()).text.contains("very secret"_L1));
    }
}

void TestCliOptions::everyVerbIsComplete()
{
    const QString help = parseLine({u"--help"_s}, {}).text;
    for (const VerbInfo &verb : verbs()) {
        QVERIFY2(help.contains(u"  "_s + verb.name + u' '), qPrintable(verb.name));
        QVERIFY(!verb.summary.isEmpty());
        const QString text = parseLine({verb.name, u"--help"_s}, {}).text;
        for (const OptionInfo &option : verb.options) {
            QVERIFY2(text.contains(u"--"_s + option.name), qPrintable(verb.name + u' ' + option.name));
            QVERIFY2(option.help.endsWith(u'.'), qPrintable(option.name));
            QCOMPARE(option.value.isEmpty(), option.kind == OptionInfo::Kind::Switch);
        }
    }
}

// Both ways: what the program has is in the manual and in docs/command-line.md, and the manual names nothing else.
void TestCliOptions::theManualKnowsEveryOption()
{
    QFile manual(QStringLiteral(LUMASYNC_SOURCE_DIR "/docs/man/lumasync.1"));
    QVERIFY(manual.open(QIODevice::ReadOnly));
    const QString page = QString::fromUtf8(manual.readAll()).replace(u"\\-"_s, u"-"_s);
    QFile guide(QStringLiteral(LUMASYNC_SOURCE_DIR "/docs/command-line.md"));
    QVERIFY(guide.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(guide.readAll());
    QStringList known;
    for (const VerbInfo &verb : verbs()) {
        QVERIFY2(page.contains(u".It Cm "_s + verb.name), qPrintable(verb.name));
        QVERIFY2(text.contains(u"`"_s + verb.name), qPrintable(verb.name));
        for (const OptionInfo &option : verb.options) {
            known.append(option.name);
            QVERIFY2(page.contains(u"Fl -"_s + option.name), qPrintable(option.name));
            QVERIFY2(text.contains(u"`--"_s + option.name), qPrintable(option.name));
            if (!option.variable.isEmpty())
                QVERIFY2(page.contains(u".It Ev "_s + option.variable), qPrintable(option.variable));
        }
        for (const WordInfo &word : verb.words)
            QVERIFY2(page.contains(u"Cm "_s + word.name), qPrintable(word.name));
    }
    known.append(u"version"_s);
    const QRegularExpression flag(u"Fl -([a-z-]+)"_s);
    for (const auto &found : flag.globalMatch(page))
        QVERIFY2(known.contains(found.captured(1)), qPrintable(found.captured(1)));
}

LUMASYNC_SUITE(QCoreApplication, TestCliOptions)
#include "tst_clioptions.moc"
