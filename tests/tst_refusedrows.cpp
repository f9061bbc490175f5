// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "lumadatabase.h"
#include "suite.h"

#include <QTest>
#include <QTimeZone>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestRefusedRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pauses_data();
    void pauses();
    void waitsUntilDue();
    void pauseGrowsAndIsKept();
    void editMakesItDue();
    void clockSetBack();
    void clockSetForward();
    void retryAll();
    void sweep();
    void forgottenWhenSent();
    void rollbackKeepsMemoryAndTableTogether();
    void listIsOrderedAndBounded();
};

static const QDateTime noon(QDate(2024, 5, 1), QTime(12, 0), QTimeZone::UTC);
static const Error reason{
    .kind = Error::Kind::Row, .httpStatus = 400, .code = u"23514"_s, .message = u"A check refused it."_s};

void TestRefusedRows::pauses_data()
{
    QTest::addColumn<int>("attempts");
    QTest::addColumn<int>("minutes");
    int minutes[] = {1, 1, 2, 4, 8, 16, 32, 60, 60};
    for (int attempts = 0; attempts < 9; ++attempts)
        QTest::addRow("%d", attempts) << attempts << minutes[attempts];
    QTest::addRow("many") << 1000000 << 60;
    QTest::addRow("nonsense") << -5 << 1;
}

void TestRefusedRows::pauses()
{
    QFETCH(int, attempts);
    QFETCH(int, minutes);
    QCOMPARE(RefusedRows::pauseAfter(attempts), std::chrono::minutes(minutes));
}

void TestRefusedRows::waitsUntilDue()
{
    LumaDatabase host;
    TRACK(library);
    RefusedRows &refused = library.refused();
    QVERIFY(!refused.isWaiting(u"venues"_s, "1", 7, noon));
    QCOMPARE(text(refused.add(u"venues"_s, "1", 7, reason, noon)), QString());
    QVERIFY(refused.isWaiting(u"venues"_s, "1", 7, noon));
    QVERIFY(refused.isWaiting(u"venues"_s, "1", 7, noon.addSecs(59)));
    QVERIFY(!refused.isWaiting(u"venues"_s, "1", 7, noon.addSecs(60)));
    QVERIFY(!refused.isWaiting(u"venues"_s, "2", 7, noon));
    QVERIFY(!refused.isWaiting(u"tracks"_s, "1", 7, noon));
    const auto list = refused.list();
    QCOMPARE(list->size(), 1);
    QCOMPARE(list->first().code, u"23514"_s);
    QCOMPARE(list->first().message, u"A check refused it."_s);
    QCOMPARE(list->first().nextAttempt, noon.addSecs(60));
}

void TestRefusedRows::pauseGrowsAndIsKept()
{
    LumaDatabase host;
    QDateTime now = noon;
    for (int attempt = 1; attempt <= 9; ++attempt) {
        TRACK(library); // a new start each time
        QCOMPARE(text(library.refused().add(u"venues"_s, "1", attempt, reason, now)), QString());
        const RefusedRow row = library.refused().list()->first();
        QCOMPARE(row.attempts, attempt);
        QCOMPARE(now.secsTo(row.nextAttempt), RefusedRows::pauseAfter(attempt).count());
        now = row.nextAttempt;
        QVERIFY(library.refused().isWaiting(u"venues"_s, "1", attempt, now.addSecs(-1)));
        QVERIFY(!library.refused().isWaiting(u"venues"_s, "1", attempt, now));
    }
}

void TestRefusedRows::editMakesItDue()
{
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    RUN(u"UPDATE venues SET name = 'x'"_s);
    const auto read = library.read(u"venues"_s);
    QCOMPARE(read->rows.size(), 2);
    QCOMPARE(text(library.rows().refuse(library.index(u"venues"_s), read->rows.first(), reason)), QString());
    QCOMPARE(library.read(u"venues"_s)->rows.size(), 1); // the other one
    RUN(u"UPDATE venues SET name = 'y' WHERE id = 1"_s);
    const auto again = library.read(u"venues"_s);
    QCOMPARE(again->rows.size(), 2);
    QCOMPARE(text(library.rows().refuse(library.index(u"venues"_s), again->rows.first(), reason)), QString());
    QCOMPARE(library.refused().list()->first().attempts, 2);
    QCOMPARE(library.read(u"venues"_s)->rows.size(), 1);
}

// A clock that was an hour fast when the row was refused must not hold it for longer than its pause.
void TestRefusedRows::clockSetBack()
{
    LumaDatabase host;
    TRACK(library);
    QCOMPARE(text(library.refused().add(u"venues"_s, "1", 7, reason, noon.addDays(400))), QString());
    QVERIFY(!library.refused().isWaiting(u"venues"_s, "1", 7, noon));
}

void TestRefusedRows::clockSetForward()
{
    LumaDatabase host;
    TRACK(library);
    QCOMPARE(text(library.refused().add(u"venues"_s, "1", 7, reason, noon)), QString());
    QVERIFY(!library.refused().isWaiting(u"venues"_s, "1", 7, noon.addDays(400)));
}

void TestRefusedRows::retryAll()
{
    LumaDatabase host;
    TRACK(library);
    QCOMPARE(text(library.refused().add(u"venues"_s, "1", 7, reason, noon)), QString());
    QCOMPARE(text(library.refused().add(u"venues"_s, "2", 7, reason, noon)), QString());
    QCOMPARE(text(library.refused().retryAll()), QString());
    QVERIFY(!library.refused().isWaiting(u"venues"_s, "1", 7, noon));
    QVERIFY(!library.refused().isWaiting(u"venues"_s, "2", 7, noon));
    QCOMPARE(library.refused().list()->size(), 2); // still refused, until they are taken
    QCOMPARE(text(library.refused().add(u"venues"_s, "1", 8, reason, noon)), QString());
    QCOMPARE(library.refused().list()->last().attempts, 2);
}

void TestRefusedRows::sweep()
{
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    RUN(u"UPDATE track_stems SET storage_path = 'x' WHERE track_id = 1"_s);
    RUN(u"UPDATE venues SET name = 'x' WHERE id = 1"_s);
    for (const auto &[table, key] : {std::pair(u"track_stems"_s, "1,'bass'"),
                                     {u"track_stems"_s, "1,'drums'"},
                                     {u"track_stems"_s, "2,'bass'"},
                                     {u"track_stems"_s, "9,'gone'"},
                                     {u"venues"_s, "1"},
                                     {u"venues"_s, "2"},
                                     {u"not_ours"_s, "1"}})
        QCOMPARE(text(library.refused().add(table, key, 7, reason, noon)), QString());
    RUN(u"DELETE FROM track_stems WHERE track_id = 1 AND stem_name = 'drums'"_s);
    QCOMPARE(text(library.refused().sweep(library.schema())), QString());
    QCOMPARE(host.rows(u"SELECT table_name, row_key FROM lumasync_refused_rows ORDER BY 1, 2"_s),
             u"track_stems|1,'bass'\nvenues|1"_s);
    QCOMPARE(library.refused().count(), 2);
}

void TestRefusedRows::forgottenWhenSent()
{
    LumaDatabase host;
    TRACK(library);
    const auto read = library.read(u"venues"_s);
    const qsizetype venues = library.index(u"venues"_s);
    QCOMPARE(text(library.rows().refuse(venues, read->rows[0], reason)), QString());
    QCOMPARE(text(library.rows().refuse(venues, read->rows[1], reason)), QString());
    QCOMPARE(text(library.refused().retryAll()), QString());
    const auto again = library.read(u"venues"_s);
    QCOMPARE(text(library.rows().clear(venues, again->rows)), QString());
    QCOMPARE(library.refused().count(), 0);
    QCOMPARE(host.value(u"SELECT count(*) FROM lumasync_refused_rows"_s).toInt(), 0);
}

void TestRefusedRows::rollbackKeepsMemoryAndTableTogether()
{
    LumaDatabase host;
    TRACK(library);
    const auto read = library.read(u"venues"_s);
    const qsizetype venues = library.index(u"venues"_s);
    QCOMPARE(text(library.rows().refuse(venues, read->rows[0], reason)), QString());
    RUN(u"DROP INDEX lumasync_venues_dirty"_s); // makes clear() fail
    QVERIFY(library.rows().clear(venues, read->rows));
    QCOMPARE(library.refused().count(), 1);
    QCOMPARE(library.refused().list()->size(), 1);
}

void TestRefusedRows::listIsOrderedAndBounded()
{
    LumaDatabase host;
    TRACK(library);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(text(library.refused().add(u"venues"_s, QByteArray::number(i), 7,
                                            {.kind = Error::Kind::Row, .code = {}, .message = {}}, noon.addSecs(-i))),
                 QString());
    const auto list = library.refused().list(3);
    QCOMPARE(list->size(), 3);
    QCOMPARE(list->first().key, QByteArray("4"));
    QCOMPARE(list->first().code, QString());
}

LUMASYNC_SUITE(QCoreApplication, TestRefusedRows)
#include "tst_refusedrows.moc"
