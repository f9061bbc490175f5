// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "ui/format.h"
#include "ui/statustext.h"
#include "ui/translations.h"

#include <QTest>
#include <QTimeZone>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using State = SyncStatus::State;

namespace {

SyncStatus uploading(qint64 count, qint64 bytes, double rate)
{
    SyncStatus status;
    status.state = State::Uploading;
    status.uploadsWaiting = count;
    status.bytesWaiting = bytes;
    status.isUploading = true;
    status.upload.bytesPerSecond = rate;
    return status;
}

} // namespace

class TestStatusText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
        loadTranslations(QLocale());
    }

    void tooltip()
    {
        QCOMPARE(StatusText(uploading(3, 120'000'000, 1'000'000)).tooltip(), u"3 uploads left, 2 min"_s);
        QCOMPARE(StatusText(uploading(1, 5'000'000, 1'000'000)).tooltip(), u"1 upload left, less than a minute"_s);
        QCOMPARE(StatusText(uploading(1'284, 0, 0)).tooltip(), u"1,284 uploads left"_s);
        SyncStatus status;
        status.state = State::UpToDate;
        QCOMPARE(StatusText(status).tooltip(), u"Everything is backed up"_s);
        status.state = State::Paused;
        status.uploadsWaiting = 2;
        QCOMPARE(StatusText(status).tooltip(), u"Paused, 2 uploads left"_s);
        status.state = State::Offline;
        status.uploadsWaiting = 1;
        QCOMPARE(StatusText(status).tooltip(), u"Offline, 1 upload left"_s);
        QVERIFY(!StatusText(status).tooltip().contains(u'\n'));
    }

    void headline_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<qint64>("rows");
        QTest::addColumn<qint64>("uploads");
        QTest::addColumn<qint64>("failed");
        QTest::addColumn<QString>("text");
        QTest::newRow("clean") << State::UpToDate << 0LL << 0LL << 0LL << u"Everything is backed up"_s;
        QTest::newRow("not quite") << State::UpToDate << 1LL << 0LL << 0LL << u"1 change waiting"_s;
        QTest::newRow("upload waits") << State::UpToDate << 0LL << 2LL << 0LL << u"2 uploads waiting"_s;
        QTest::newRow("failed") << State::UpToDate << 0LL << 0LL << 1LL << u"1 item needs your attention"_s;
        QTest::newRow("5000 failed") << State::NeedsAttention << 0LL << 0LL << 5000LL
                                     << u"5,000 items need your attention"_s;
        QTest::newRow("syncing") << State::Syncing << 1LL << 0LL << 0LL << u"Syncing 1 change…"_s;
        QTest::newRow("uploading") << State::Uploading << 0LL << 12LL << 0LL << u"Uploading 12 files…"_s;
        QTest::newRow("stopping") << State::Stopping << 3LL << 0LL << 0LL << u"Saving the last 3 changes…"_s;
        QTest::newRow("starting") << State::Starting << 0LL << 0LL << 0LL << u"Opening the library…"_s;
        QTest::newRow("beyond an int") << State::Syncing << 5'000'000'000LL << 0LL << 0LL
                                       << u"Syncing 2,000,000,000 changes…"_s;
    }
    void headline()
    {
        QFETCH(State, state);
        SyncStatus status;
        status.state = state;
        QFETCH(qint64, rows);
        QFETCH(qint64, uploads);
        QFETCH(qint64, failed);
        status.rowsWaiting = rows;
        status.uploadsWaiting = uploads;
        status.uploadsFailed = failed;
        QTEST(StatusText(status).headline(), "text");
    }

    void aProblemIsTheHeadline()
    {
        SyncStatus status;
        status.state = State::NeedsAttention;
        status.problem = {Error::Kind::Database, 0, u"full"_s, {}, {}};
        QCOMPARE(StatusText(status).headline(), u"The disk with your library is full"_s);
        QCOMPARE(StatusText::attentionCount(status), 1);
        status.rowsRefused = 2;
        QCOMPARE(StatusText::attentionCount(status), 3);
        status.problem.kind = Error::Kind::Row; // one of the two
        QCOMPARE(StatusText::attentionCount(status), 2);
        QCOMPARE(StatusText(status).headline(), u"2 items need your attention"_s);
    }

    void whatHoldsLargeFilesIsSaid()
    {
        SyncStatus status;
        status.state = State::Waiting;
        status.uploadsWaiting = 2;
        status.hold = SyncStatus::Hold::Metered;
        QCOMPARE(StatusText(status).detail(), u"Large files wait for a network that does not charge by volume."_s);
        status.hold = SyncStatus::Hold::PowerSaving;
        QCOMPARE(StatusText(status).detail(), u"Large files wait until the battery saver is off."_s);
    }

    void estimatesStayBetweenTwoFiles()
    {
        SyncStatus status = uploading(3, 120'000'000, 1'000'000);
        status.isUploading = false;
        QCOMPARE(StatusText(status).tooltip(), u"3 uploads left, 2 min"_s);
    }

    void whatIsLeftOutIsSaid()
    {
        SyncStatus status;
        status.state = State::UpToDate;
        status.uploadsExcluded = 3;
        QCOMPARE(StatusText(status).detail(), u"3 files left out, as you chose."_s);
    }

    void lastSync_data()
    {
        QTest::addColumn<qint64>("secondsAgo");
        QTest::addColumn<QString>("text");
        QTest::newRow("now") << 5LL << u"Last sync just now."_s;
        QTest::newRow("future") << -500LL << u"Last sync just now."_s;
        QTest::newRow("one") << 90LL << u"Last sync 1 minute ago."_s;
        QTest::newRow("some") << 3LL * 60 << u"Last sync 3 minutes ago."_s;
        QTest::newRow("today") << 3LL * 3600 << u"Last sync today at 09:00."_s;
        QTest::newRow("yesterday") << 20LL * 3600 << u"Last sync yesterday at 16:00."_s;
        QTest::newRow("earlier") << 100LL * 3600 << u"Last sync on Friday, 1 May 2026."_s;
    }
    void lastSync()
    {
        QFETCH(qint64, secondsAgo);
        const QDateTime now(QDate(2026, 5, 5), QTime(12, 0)); // local
        QTEST(Format::lastSync(now.addSecs(-secondsAgo).toUTC(), now), "text");
        QCOMPARE(Format::lastSync({}, now), u"Nothing has been synced yet."_s);
    }

    void durations()
    {
        QCOMPARE(Format::duration(0), u"less than a minute"_s);
        QCOMPARE(Format::duration(61), u"2 min"_s);
        QCOMPARE(Format::duration(3600), u"1 h 0 min"_s);
        QCOMPARE(Format::duration(4801), u"1 h 21 min"_s);
        QCOMPARE(Format::duration(40 * 3600), u"2 days"_s);
    }

    void sizes()
    {
        QCOMPARE(Format::bytes(0), u"0 bytes"_s);
        QCOMPARE(Format::bytes(64'200), u"64 kB"_s);
        QCOMPARE(Format::bytes(12'345'678), u"12.3 MB"_s);
        QCOMPARE(Format::bytes(146'400'000), u"146 MB"_s);
        QCOMPARE(Format::bytes(3'200'000'000), u"3.2 GB"_s);
    }

    /// Sizes, times and numbers are written as the locale writes them.
    void byTheLocale_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("size");
        QTest::addColumn<QString>("time");
        QTest::newRow("German") << u"de_DE"_s << u"12,3 MB"_s << u"14:05"_s;
        QTest::newRow("French") << u"fr_FR"_s << u"12,3 Mo"_s << u"14:05"_s;
        QTest::newRow("American") << u"en_US"_s << u"12.3 MB"_s << u"2:05\u202FPM"_s;
        QTest::newRow("Arabic") << u"ar_EG"_s << u"١٢٫٣ م.ب"_s << u"٢:٠٥ م"_s;
    }
    void byTheLocale()
    {
        QFETCH(QString, language);
        QLocale::setDefault(QLocale(language));
        const QDateTime time(QDate(2026, 3, 4), QTime(14, 5));
        QTEST(Format::bytes(12'345'678), "size");
        QTEST(Format::moment(time, time.addSecs(-600)), "time");
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }
};

LUMASYNC_SUITE(QCoreApplication, TestStatusText)
#include "tst_statustext.moc"
