// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// `lumasync queue`, `pause` and `resume`, beside a sync and beside a watch that runs.
#include "cliprogram.h"
#include "suite.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace LumaSync;

class TestCliQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void lists();
    void refusesANumberThatIsNone_data();
    void refusesANumberThatIsNone();
    void retries();
    void removes();
    void excludesAndIncludes();
    void pausedMeansThatNothingIsSent();
    void aWatchHeedsThePause();

private:
    [[nodiscard]] QString number(const QString &kind) const
    {
        return m_program.value(u"SELECT id FROM storage_sync_queue WHERE upload_type = '"_s + kind + u'\'').toString();
    }
    [[nodiscard]] Ran queue(const QStringList &words) const { return m_program.run(QStringList{u"queue"_s} + words); }
    void failAudio() const;

    CliProgram m_program;
};

void TestCliQueue::initTestCase()
{
    const QString library = m_program.makeLibrary();
    QVERIFY2(library.isEmpty(), qPrintable(library));
    const QString cloud = m_program.backUp();
    QVERIFY2(cloud.isEmpty(), qPrintable(cloud));
}

void TestCliQueue::failAudio() const
{
    m_program.edit(u"UPDATE storage_sync_queue SET status = 'failed', attempts = 5, last_error_code = 'missing', "
                   "last_error = 'The file is gone.', upload_url = NULL, bytes_uploaded = 0 "
                   "WHERE upload_type = 'track_audio'"_s);
}

void TestCliQueue::lists()
{
    const Ran none = queue({});
    QVERIFY2(none.code == 0 && none.out == "0 uploads wait, 0 failed, 0 left out.\n"_L1, qPrintable(none.all()));
    const Ran all = queue({u"list"_s, u"--all"_s});
    QVERIFY2(all.code == 0 && all.out.count(u"uploaded"_s) == 3, qPrintable(all.all()));
    failAudio();
    const Ran failed = queue({});
    QVERIFY2(failed.code == 0 && failed.out.contains("1 failed"_L1), qPrintable(failed.all()));
    const QString title = m_program.value(u"SELECT title FROM tracks"_s).toString();
    QVERIFY2(failed.out.contains(u"failed    audio   "_s + title), qPrintable(failed.all()));
    QVERIFY2(failed.out.contains("The file is gone."_L1), qPrintable(failed.all()));
    const Ran json = queue({u"--json"_s});
    const QJsonObject job = json.events(u"job"_s).value(0);
    QCOMPARE(job["number"_L1].toInt(), number(u"track_audio"_s).toInt());
    QCOMPARE(job["state"_L1].toString(), u"failed"_s);
    QCOMPARE(job["kind"_L1].toString(), u"track_audio"_s);
    QCOMPARE(job["title"_L1].toString(), title);
    QCOMPARE(job["attempts"_L1].toInt(), 5);
    QCOMPARE(job["code"_L1].toString(), u"missing"_s);
    QVERIFY(job["size"_L1].toInteger() > 0);
    for (const char *member : {"trackId", "object", "uploaded", "message", "nextAttempt"})
        QVERIFY2(job.contains(QLatin1StringView(member)), member);
    const QJsonObject counts = json.events(u"queue"_s).value(0);
    QCOMPARE(counts["uploadsFailed"_L1].toInt(), 1);
    QCOMPARE(counts["uploadsWaiting"_L1].toInt(-1), 0);
}

void TestCliQueue::refusesANumberThatIsNone_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("says");
    QTest::newRow("no number") << u"remove all"_s << u"'all' is not the number of an upload"_s;
    QTest::newRow("unknown") << u"retry 999"_s << u"There is no upload 999 in the queue"_s;
    QTest::newRow("done") << u"retry %1"_s << u"is done already"_s;
    QTest::newRow("one of two") << u"remove %1 999"_s << u"There is no upload 999"_s;
}

void TestCliQueue::refusesANumberThatIsNone()
{
    QFETCH(QString, words);
    QFETCH(QString, says);
    const QString thumb = number(u"artwork_thumb"_s);
    const Ran ran = queue(words.replace(u"%1"_s, thumb).split(u' '));
    QVERIFY2(ran.code == 2 && ran.isOneSentence() && ran.err.contains(says), qPrintable(ran.all()));
    QCOMPARE(number(u"artwork_thumb"_s), thumb); // all or nothing
}

void TestCliQueue::retries()
{
    failAudio();
    const Ran sync = m_program.run({u"sync"_s});
    QVERIFY2(sync.code == 6, qPrintable(sync.all()));
    const Ran one = queue({u"retry"_s, number(u"track_audio"_s)});
    QVERIFY2(one.code == 0, qPrintable(one.all()));
    const Ran again = m_program.run({u"sync"_s});
    QVERIFY2(again.code == 0 && again.out.contains("uploaded audio"_L1), qPrintable(again.all()));
    failAudio();
    QCOMPARE(queue({u"retry"_s}).code, 0);
    QVERIFY(queue({}).out.contains("1 upload waits"_L1));
    QCOMPARE(m_program.run({u"sync"_s}).code, 0);
}

void TestCliQueue::removes()
{
    failAudio();
    QCOMPARE(queue({u"remove"_s, number(u"track_audio"_s)}).code, 0);
    QCOMPARE(number(u"track_audio"_s), QString());
    // The library still has the file: it goes up anew.
    const Ran sync = m_program.run({u"sync"_s});
    QVERIFY2(sync.code == 0 && sync.out.contains("uploaded audio"_L1), qPrintable(sync.all()));
}

void TestCliQueue::excludesAndIncludes()
{
    m_program.edit(u"UPDATE storage_sync_queue SET status = 'pending', bytes_uploaded = 0, upload_url = NULL"_s);
    QCOMPARE(queue({u"exclude"_s, number(u"track_audio"_s)}).code, 0);
    QVERIFY(queue({}).out.contains("3 left out"_L1));
    const Ran sync = m_program.run({u"sync"_s});
    QVERIFY2(sync.code == 0 && !sync.out.contains("uploaded "_L1), qPrintable(sync.all()));
    QCOMPARE(queue({u"include"_s, number(u"track_audio"_s)}).code, 0);
    const Ran again = m_program.run({u"sync"_s});
    QVERIFY2(again.code == 0 && again.out.count("uploaded "_L1) == 3, qPrintable(again.all()));
}

void TestCliQueue::pausedMeansThatNothingIsSent()
{
    m_program.edit(u"UPDATE venues SET description = 'while paused' WHERE id = (SELECT min(id) FROM venues)"_s);
    for (int twice = 0; twice < 2; ++twice) {
        const Ran pause = m_program.run({u"pause"_s, u"--json"_s});
        QVERIFY2(pause.code == 0 && pause.events(u"pause"_s).value(0)["paused"_L1].toBool(), qPrintable(pause.all()));
    }
    m_program.cloud().resetRequests();
    const Ran sync = m_program.run({u"sync"_s});
    QVERIFY2(sync.code == 1 && sync.isOneSentence() && sync.err.contains("'lumasync resume' first"_L1),
             qPrintable(sync.all()));
    QCOMPARE(m_program.cloud().requests(), QJsonObject());
    const Ran status = m_program.run({u"status"_s});
    QVERIFY2(status.code == 1 && status.out.contains("Paused: "_L1), qPrintable(status.all()));
    QVERIFY(m_program.run({u"status"_s, u"--json"_s}).events(u"status"_s).value(0)["paused"_L1].toBool());
    const Ran resume = m_program.run({u"resume"_s});
    QVERIFY2(resume.code == 0, qPrintable(resume.all()));
    const Ran again = m_program.run({u"sync"_s});
    QVERIFY2(again.code == 0 && again.out.contains("sent 1 row "_L1), qPrintable(again.all()));
}

void TestCliQueue::aWatchHeedsThePause()
{
    QCOMPARE(m_program.run({u"pause"_s}).code, 0);
    QProcess process;
    m_program.begin(process, {u"watch"_s, u"--interval"_s, u"1"_s});
    QByteArray out;
    const auto says = [&](const QByteArray &text) {
        process.waitForReadyRead(100);
        out += process.readAllStandardOutput();
        return out.contains(text);
    };
    m_program.edit(u"UPDATE venues SET description = 'watched' WHERE id = (SELECT min(id) FROM venues)"_s);
    QTRY_VERIFY_WITH_TIMEOUT(says("paused: 1 row to send"), 60'000);
    out.clear();
    QCOMPARE(m_program.run({u"resume"_s}).code, 0);
    QTRY_VERIFY_WITH_TIMEOUT(says("everything is backed up"), 60'000);
    out.clear();
    QCOMPARE(m_program.run({u"pause"_s}).code, 0); // while it runs
    QTRY_VERIFY_WITH_TIMEOUT(says("paused: nothing to send"), 60'000);
    m_program.cloud().resetRequests();
    m_program.edit(u"UPDATE storage_sync_queue SET status = 'pending', bytes_uploaded = 0, upload_url = NULL"_s);
    m_program.edit(u"UPDATE venues SET description = 'once more' WHERE id = (SELECT min(id) FROM venues)"_s);
    QTRY_VERIFY_WITH_TIMEOUT(says("paused: 1 row"), 60'000);
    QCOMPARE(m_program.cloud().requests(), QJsonObject());
    out.clear();
    QCOMPARE(m_program.run({u"resume"_s}).code, 0);
    QTRY_VERIFY_WITH_TIMEOUT(says("everything is backed up"), 60'000);
    process.terminate();
    const Ran ran = CliProgram::end(process);
    QVERIFY2(ran.code == 0, qPrintable(ran.all()));
    QVERIFY(!m_program.cloud().requests().isEmpty());
}

LUMASYNC_SUITE(QCoreApplication, TestCliQueue)
#include "tst_cliqueue.moc"
