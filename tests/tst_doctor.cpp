// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "files.h"
#include "suite.h"

#include "cli/finding.h"
#include "cli/initverb.h"
#include "cli/migrationfolder.h"
#include "cli/schemachoice.h"
#include "core/cloudmigration.h"
#include "core/database.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace LumaSync;
using namespace LumaSync::Cli;
using namespace Qt::StringLiterals;

namespace {

Error problem(Error::Kind kind, const QString &code = {})
{
    return {.kind = kind, .code = code, .message = u"It says no."_s};
}

} // namespace

/// What the doctor makes of an answer, and where migrations go.
class TestDoctor : public QObject
{
    Q_OBJECT
    using State = Finding::State;

private Q_SLOTS:
    void clock_data()
    {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QByteArray &date, State state, const QString &says) {
            QTest::newRow(name) << date << int(state) << says;
        };
        row("same", "Fri, 01 May 2026 12:00:00 GMT", State::Good, u"agrees"_s);
        row("a little", "Fri, 01 May 2026 12:00:20 GMT", State::Good, u"20 s behind"_s);
        row("at the limit", "Fri, 01 May 2026 11:59:30 GMT", State::Good, u"30 s ahead"_s);
        row("beyond", "Fri, 01 May 2026 11:59:29 GMT", State::Poor, u"31 s ahead"_s);
        row("an hour", "Fri, 01 May 2026 13:00:00 GMT", State::Poor, u"3600 s behind"_s);
        row("none", "", State::Unknown, u"does not say"_s);
        row("nonsense", "noon", State::Unknown, u"does not say"_s);
    }
    void clock()
    {
        QFETCH(QByteArray, date);
        QFETCH(QString, says);
        QHttpHeaders headers;
        if (!date.isEmpty())
            headers.append(QHttpHeaders::WellKnownHeader::Date, date);
        const Finding finding = clockFinding(headers, QDateTime(QDate(2026, 5, 1), QTime(12, 0), QTimeZone::UTC));
        QTEST(int(finding.state), "state");
        QVERIFY2(finding.message.contains(says), qPrintable(finding.message));
        QCOMPARE(finding.remedy.isEmpty(), finding.state != State::Poor);
    }

    void tables_data()
    {
        QTest::addColumn<Error>("answer");
        QTest::addColumn<bool>("other");
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("remedy");
        using K = Error::Kind;
        const auto row = [](const char *name, const Error &answer, bool other, State state, const QString &remedy) {
            QTest::newRow(name) << answer << other << int(state) << remedy;
        };
        row("there", {}, false, State::Good, {});
        row("rows of others", {}, true, State::Bad, u"row-level security"_s);
        row("missing", problem(K::Schema, u"PGRST205"_s), false, State::Bad, u"supabase db push"_s);
        row("no grant", problem(K::Forbidden, u"42501"_s), false, State::Bad, u"grants"_s);
        row("signed out", problem(K::SignedOut), false, State::Bad, u"sign in"_s);
        row("offline", problem(K::Offline), false, State::Bad, u"try again"_s);
    }
    void tables()
    {
        QFETCH(Error, answer);
        QFETCH(bool, other);
        QFETCH(QString, remedy);
        const Finding finding = tableFinding({.name = u"notes"_s, .columns = {}, .references = {}}, answer, other);
        QTEST(int(finding.state), "state");
        QCOMPARE(finding.what, u"table notes"_s);
        QVERIFY2(finding.remedy.contains(remedy), qPrintable(finding.remedy));
        QCOMPARE(finding.remedy.isEmpty(), finding.state == State::Good);
    }

    void strangersAndWriters()
    {
        const CloudTable notes{.name = u"notes"_s, .columns = {}, .references = {}};
        QCOMPARE(strangerFinding(notes, problem(Error::Kind::Forbidden), {}).state, State::Good);
        QCOMPARE(strangerFinding(notes, {}, "[]").state, State::Good);
        QCOMPARE(strangerFinding(notes, {}, R"([{"id":1}])").state, State::Bad);
        QCOMPARE(writeFinding(notes, {}).state, State::Good);
        QCOMPARE(writeFinding(notes, problem(Error::Kind::Forbidden)).state, State::Bad);
        QCOMPARE(writeFinding(notes, problem(Error::Kind::Server)).state, State::Unknown);
        const BucketDescription bucket{.name = u"b"_s};
        QCOMPARE(bucketFinding(bucket, problem(Error::Kind::Gone)).state, State::Good); // nobody put that object there
        QCOMPARE(bucketFinding(bucket, problem(Error::Kind::Schema)).state, State::Bad);
        QVERIFY(bucketFinding(bucket, problem(Error::Kind::Schema)).message.contains(u"is missing"_s));
        QCOMPARE(bucketFinding(bucket, problem(Error::Kind::Offline)).state, State::Bad);
    }

    void trials_data()
    {
        QTest::addColumn<int>("step");
        QTest::addColumn<Error>("answer");
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("remedy");
        using K = Error::Kind;
        const auto row = [](const char *name, TrialStep step, const Error &answer, State state, const QString &what,
                            const QString &remedy) {
            QTest::newRow(name) << int(step) << answer << int(state) << what << remedy;
        };
        row("all went well", TrialStep::Remove, {}, State::Good, u"bucket b, own folder"_s, {});
        row("no insert", TrialStep::Create, problem(K::Forbidden), State::Bad, u"bucket b, upload"_s,
            u"supabase db push"_s);
        row("no update", TrialStep::Replace, problem(K::Forbidden), State::Bad, u"bucket b, replacement"_s,
            u"policies"_s);
        row("no select", TrialStep::Read, problem(K::Gone), State::Bad, u"bucket b, reading"_s, u"policies"_s);
        row("no delete", TrialStep::Remove, problem(K::Gone), State::Bad, u"bucket b, removal"_s,
            u"The object 'u/x' is left over"_s);
        row("other type", TrialStep::Create, problem(K::Row, u"InvalidMimeType"_s), State::Bad, u"bucket b, upload"_s,
            u"allowed types"_s);
        row("changed on its way", TrialStep::Read, problem(K::Protocol), State::Bad, u"bucket b, reading"_s,
            u"between this machine and the project"_s);
        row("offline", TrialStep::Create, problem(K::Offline), State::Unknown, u"bucket b, upload"_s, u"try again"_s);
        row("offline in the end", TrialStep::Remove, problem(K::Offline), State::Bad, u"bucket b, removal"_s,
            u"is left over"_s);
    }
    void trials()
    {
        QFETCH(int, step);
        QFETCH(Error, answer);
        QFETCH(QString, what);
        QFETCH(QString, remedy);
        const Finding finding = trialFinding({.name = u"b"_s}, static_cast<TrialStep>(step), answer, u"u/x"_s);
        QTEST(int(finding.state), "state");
        QCOMPARE(finding.what, what);
        QVERIFY2(finding.remedy.contains(remedy), qPrintable(finding.remedy));
        QCOMPARE(finding.remedy.isEmpty(), finding.state == State::Good);
    }

    void migrationsComeInOrder()
    {
        const QTemporaryDir dir;
        const MigrationFolder folder(dir.filePath(u"supabase/migrations"_s));
        QVERIFY(!folder.state()->has_value());
        const QDateTime now(QDate(2026, 5, 1), QTime(12, 0), QTimeZone::UTC);
        const CloudSchema first{{{.name = u"a"_s, .columns = {}, .references = {}}}, {}};
        const CloudSchema second{{{.name = u"b"_s, .columns = {}, .references = {}}}, {}};
        const auto one = folder.add(u"lumasync_init"_s, CloudMigration({}, first).sql(), now);
        QVERIFY(one);
        QCOMPARE(QFileInfo(*one).fileName(), u"20260501120000_lumasync_init.sql"_s);
        QVERIFY(**folder.state() == first);
        const auto two = folder.add(u"a_change"_s, CloudMigration(first, second).sql(), now); // in the same second
        QCOMPARE(QFileInfo(*two).fileName(), u"20260501120001_a_change.sql"_s);
        QVERIFY(**folder.state() == second);
        QVERIFY(folder.add(u"own"_s, u"select 1;"_s, now.addDays(1))); // not ours
        QVERIFY(**folder.state() == second);
        const auto late = folder.add(u"late"_s, {}, now); // by a clock that was set back
        QCOMPARE(QFileInfo(*late).fileName(), u"20260502120001_late.sql"_s);
    }

    void filesOfTablesWithoutLatinLetters()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"notes.sqlite"_s);
        QVERIFY(!writeFile(path, {}));
        const auto database = Database::open(path);
        QVERIFY(database);
        for (const QString &table : {u"日記"_s, u"手紙"_s})
            QVERIFY(!database->run(u"CREATE TABLE "_s + table + u" (id INTEGER PRIMARY KEY, scan_path TEXT)"_s));
        const auto seen = introspect(database->connection());
        QVERIFY(seen);
        const auto described =
            withFiles(seen->description, {u"日記.scan_path"_s, u"手紙.scan_path=letters"_s}, *database);
        QVERIFY2(described, described ? "" : qPrintable(described.error().message));
        const FileDescription diary = described->find(u"日記"_s)->files.value(0);
        const FileDescription letter = described->find(u"手紙"_s)->files.value(0);
        QCOMPARE(diary.kind, u"___scan"_s);
        QCOMPARE(letter.kind, u"___scan_2"_s);
        QCOMPARE(letter.bucket, u"letters"_s);
        QVERIFY(diary.bucket != letter.bucket);
    }

    void choosesADescription()
    {
        const QTemporaryDir dir;
        const QString database = dir.filePath(u"notes.sqlite"_s);
        QVERIFY(*chooseSchema({}, database) == SchemaDescription::luma()); // not there: said by whoever opens it
        QVERIFY(!writeFile(database, {}));
        QCOMPARE(chooseSchema({}, database).error().code, u"notable"_s); // empty
        QCOMPARE(Database::open(database)->run(u"CREATE TABLE notes (id INTEGER PRIMARY KEY)"_s).code, QString());
        QCOMPARE(chooseSchema({}, database).error().code, u"noschema"_s);
        QVERIFY(chooseSchema({}, database).error().message.contains(u"lumasync init"_s));
        QVERIFY(!writeFile(dir.filePath(u"lumasync.json"_s), R"({"tables":{"notes":{}}})"));
        QCOMPARE(chooseSchema({}, database)->tables[0].name, u"notes"_s);
        QVERIFY(!writeFile(dir.filePath(u"other.json"_s), R"({"tables":{"other":{}}})"));
        QCOMPARE(chooseSchema(dir.filePath(u"other.json"_s), database)->tables[0].name, u"other"_s);
        const auto broken = chooseSchema(dir.filePath(u"none.json"_s), database);
        QVERIFY(!broken && broken.error().message.contains(u"none.json"_s));
        QVERIFY(!writeFile(dir.filePath(u"lumasync.json"_s), "{"));
        QVERIFY(chooseSchema({}, database).error().message.contains(u"lumasync.json: Line 1"_s));
        QCOMPARE(contentOf(dir.filePath(u"lumasync.json"_s)), QByteArray("{"));
        QVERIFY(writeFile(dir.filePath(u"no/folder"_s), {}));
    }
};

LUMASYNC_SUITE(QCoreApplication, TestDoctor)
#include "tst_doctor.moc"
