// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "lumadatabase.h"
#include "suite.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

// Which rows go, which go without a foreign key for now, and which wait for a parent.
class TestRowFates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void heldParentHoldsItsChildren();
    void heldGrandparent();
    void parkedTableHoldsChildrenOfDirtyRowsOnly();
    void parentThatCameLater();
    void parentInFlightMayHaveChildren();
    void deferredEdges();
    void deferredEdgesToCleanRowsAreSentAtOnce();
    void chainInOneTable();
    void rowThatRefersToItself();
    void refusedImplementationDoesNotRepeatItsPattern();
    void editOfAPostponedRow();
    void danglingReference();
    void restartInBetween();

private:
    QStringList sent(const Expected<RowsRead> &read) const;
    Expected<RowsRead> read(const QString &table, bool lastPass = false)
    {
        return m_library->rows().read(m_library->index(table), {}, lastPass, m_held, {});
    }
    QString clear(const QString &table, const Expected<RowsRead> &read);

    std::unique_ptr<LumaDatabase> m_host;
    std::unique_ptr<TrackedLibrary> m_library;
    HeldRows m_held;
};

void TestRowFates::init()
{
    m_host = std::make_unique<LumaDatabase>();
    m_library = std::make_unique<TrackedLibrary>(m_host->path());
    QCOMPARE(m_library->failure(), QString());
    m_held = HeldRows(m_library->schema().tables.size());
}

void TestRowFates::cleanup()
{
    m_library.reset();
    m_host.reset();
}

// Keys of the rows to send; those without their deferred foreign keys in brackets.
QStringList TestRowFates::sent(const Expected<RowsRead> &read) const
{
    QStringList keys;
    for (const OutgoingRow &row : read->rows)
        keys.append(row.deferred ? u"("_s + QString::fromUtf8(row.keyText) + u')' : QString::fromUtf8(row.keyText));
    return keys;
}

// As the cycle does it: whole rows and those without deferred foreign keys are separate requests.
QString TestRowFates::clear(const QString &table, const Expected<RowsRead> &read)
{
    QList<OutgoingRow> whole;
    QList<OutgoingRow> deferred;
    for (const OutgoingRow &row : read->rows)
        (row.deferred ? deferred : whole).append(row);
    const Error error = m_library->rows().clear(m_library->index(table), whole);
    return text(error ? error : m_library->rows().clear(m_library->index(table), deferred));
}

void TestRowFates::heldParentHoldsItsChildren()
{
    QCOMPARE(sent(read(u"venues"_s)), (QStringList{u"1"_s, u"2"_s}));
    m_held.hold(m_library->index(u"venues"_s), "1"); // refused by the cloud
    const auto fixtures = read(u"fixtures"_s);
    QCOMPARE(sent(fixtures), QStringList{u"'33333333-3333-4333-8333-333333333333'"_s});
    QCOMPARE(fixtures->held, 2);
    QVERIFY(m_held.isHeld(m_library->index(u"fixtures"_s), "'11111111-1111-4111-8111-111111111111'"));
}

void TestRowFates::heldGrandparent()
{
    QCOMPARE(sent(read(u"tracks"_s)).size(), 2);
    m_held.hold(m_library->index(u"tracks"_s), "1");
    QCOMPARE(sent(read(u"scores"_s)), QStringList{u"2"_s});
    QCOMPARE(sent(read(u"pattern_categories"_s)).size(), 2);
    QCOMPARE(sent(read(u"patterns"_s)).size(), 3);
    QCOMPARE(sent(read(u"track_scores"_s)), QStringList{u"3"_s}); // 1 and 2 belong to score 1 of track 1
}

void TestRowFates::parkedTableHoldsChildrenOfDirtyRowsOnly()
{
    SEND((*m_library));
    RUN_ON(*m_host, u"UPDATE venues SET name = 'x' WHERE id = 1"_s);
    RUN_ON(*m_host, u"UPDATE fixtures SET label = 'x'"_s);
    m_held.park(m_library->index(u"venues"_s));
    QCOMPARE(sent(read(u"fixtures"_s)), QStringList{u"'33333333-3333-4333-8333-333333333333'"_s});
    m_held.park(m_library->index(u"fixtures"_s));
    QCOMPARE(sent(read(u"fixtures"_s)), QStringList());
}

// Written by the host after the parents' table had its turn: the next cycle takes both.
void TestRowFates::parentThatCameLater()
{
    SEND((*m_library));
    QCOMPARE(sent(read(u"venues"_s)), QStringList());
    RUN_ON(*m_host, u"INSERT INTO venues (id, name) VALUES (3, 'late')"_s);
    RUN_ON(*m_host, u"INSERT INTO fixtures (id, venue_id) VALUES ('f', 3)"_s);
    const auto fixtures = read(u"fixtures"_s);
    QCOMPARE(sent(fixtures), QStringList());
    QCOMPARE(fixtures->held, 1);
    SEND((*m_library));
    QCOMPARE(m_library->rows().any().value(), false);
}

void TestRowFates::parentInFlightMayHaveChildren()
{
    QCOMPARE(sent(read(u"venues"_s)).size(), 2);
    RUN_ON(*m_host, u"UPDATE venues SET name = 'edited'"_s); // in flight and dirty again: the cloud has a version of it
    QCOMPARE(sent(read(u"fixtures"_s)).size(), 3);
}

void TestRowFates::deferredEdges()
{
    QCOMPARE(clear(u"pattern_categories"_s, read(u"pattern_categories"_s)), QString());
    const auto first = read(u"patterns"_s);
    QCOMPARE(sent(first), (QStringList{u"(1)"_s, u"(2)"_s, u"(3)"_s}));
    for (const OutgoingRow &row : first->rows) {
        const QJsonObject json = QJsonDocument::fromJson(row.json).object();
        QVERIFY(!json.contains(u"default_implementation_id"_s));
        QVERIFY(!json.contains(u"forked_from_id"_s));
        QVERIFY(json.contains(u"category_id"_s));
        QStringList columns = m_library->rows().sentColumns(m_library->index(u"patterns"_s), true);
        columns.sort();
        QCOMPARE(json.keys(), columns);
    }
    QCOMPARE(clear(u"patterns"_s, first), QString());
    QCOMPARE(m_host->value(u"SELECT sum(needs_sync) FROM patterns"_s).toInt(), 3); // not complete, so not clean
    QCOMPARE(clear(u"implementations"_s, read(u"implementations"_s)), QString());
    const auto last = read(u"patterns"_s, true);
    QCOMPARE(sent(last), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
    QVERIFY(QJsonDocument::fromJson(last->rows[2].json).object()[u"forked_from_id"_s].isString());
    QCOMPARE(clear(u"patterns"_s, last), QString());
    QCOMPARE(m_host->value(u"SELECT sum(needs_sync) FROM patterns"_s).toInt(), 0);
}

void TestRowFates::deferredEdgesToCleanRowsAreSentAtOnce()
{
    SEND((*m_library));
    RUN_ON(*m_host, u"UPDATE patterns SET name = 'x' WHERE id = 3"_s);
    QCOMPARE(sent(read(u"patterns"_s)), QStringList{u"3"_s});
}

void TestRowFates::chainInOneTable()
{
    SEND((*m_library));
    RUN_ON(
        *m_host,
        u"INSERT INTO patterns (id, name, forked_from_id) VALUES (10, 'a', NULL), (11, 'b', 10), (12, 'c', 11), (9, 'd', 12)"_s);
    const auto first = read(u"patterns"_s);
    QCOMPARE(sent(first), (QStringList{u"(9)"_s, u"10"_s, u"(11)"_s, u"(12)"_s}));
    QCOMPARE(clear(u"patterns"_s, first), QString());
    const auto last = read(u"patterns"_s, true);
    QCOMPARE(sent(last), (QStringList{u"9"_s, u"11"_s, u"12"_s}));
    QCOMPARE(clear(u"patterns"_s, last), QString());
    QCOMPARE(m_library->rows().any().value(), false);
}

void TestRowFates::rowThatRefersToItself()
{
    SEND((*m_library));
    RUN_ON(*m_host, u"UPDATE patterns SET forked_from_id = 2 WHERE id = 2"_s);
    QCOMPARE(sent(read(u"patterns"_s)), QStringList{u"2"_s});
}

// What the cloud already has of the pattern is not sent again and again while its implementation is refused.
void TestRowFates::refusedImplementationDoesNotRepeatItsPattern()
{
    RUN_ON(*m_host, u"UPDATE implementations SET graph_json = 'not json' WHERE id = 1"_s);
    SEND((*m_library));
    QCOMPARE(m_host->rows(u"SELECT id FROM patterns WHERE needs_sync = 1"_s), u"1"_s);
    for (int cycle = 0; cycle < 3; ++cycle) {
        m_held = HeldRows(m_library->schema().tables.size());
        const auto first = read(u"patterns"_s);
        QCOMPARE(sent(first), QStringList());
        QCOMPARE(first->postponed, 1);
        QVERIFY(first->atEnd);
        QVERIFY(!m_held.isHeld(m_library->index(u"patterns"_s), "1")); // its other children may go
        QCOMPARE(sent(read(u"implementations"_s)), QStringList());
        QCOMPARE(sent(read(u"patterns"_s, true)), QStringList());
    }
    RUN_ON(*m_host, u"UPDATE implementations SET graph_json = '[]' WHERE id = 1"_s);
    SEND((*m_library));
    QCOMPARE(m_library->rows().any().value(), false);
    QCOMPARE(m_library->cloud(), m_library->expectedCloud().value());
}

void TestRowFates::editOfAPostponedRow()
{
    RUN_ON(*m_host, u"UPDATE implementations SET graph_json = 'not json' WHERE id = 1"_s);
    SEND((*m_library));
    RUN_ON(*m_host, u"UPDATE patterns SET name = 'edited' WHERE id = 1"_s);
    QCOMPARE(sent(read(u"patterns"_s)), QStringList{u"(1)"_s}); // its name is news
}

void TestRowFates::danglingReference()
{
    SEND((*m_library));
    RUN_ON(*m_host, u"PRAGMA foreign_keys = OFF"_s);
    RUN_ON(*m_host, u"UPDATE fixtures SET venue_id = 99 WHERE label = 'left'"_s);
    RUN_ON(*m_host, u"UPDATE patterns SET default_implementation_id = 99 WHERE id = 3"_s);
    SEND((*m_library));
    QCOMPARE(m_library->refused().list()->size(), 2);
    QCOMPARE(m_library->refused().list()->first().code, u"LUMA_PARENT"_s);
    RUN_ON(*m_host, u"UPDATE fixtures SET venue_id = 1 WHERE label = 'left'"_s);
    RUN_ON(*m_host, u"UPDATE patterns SET default_implementation_id = NULL WHERE id = 3"_s);
    SEND((*m_library));
    QCOMPARE(m_library->rows().any().value(), false);
    QCOMPARE(m_library->refused().count(), 0);
}

// Stamped rows of a run that ended: everything is read again, parents first.
void TestRowFates::restartInBetween()
{
    for (const Table &table : m_library->schema().tables)
        QVERIFY(read(table.name).hasValue());
    m_library = std::make_unique<TrackedLibrary>(m_host->path());
    m_held = HeldRows(m_library->schema().tables.size());
    QCOMPARE(sent(read(u"patterns"_s)).size(), 3);
    SEND((*m_library));
    QCOMPARE(m_library->rows().any().value(), false);
    QCOMPARE(m_library->cloud(), m_library->expectedCloud().value());
}

LUMASYNC_SUITE(QCoreApplication, TestRowFates)
#include "tst_rowfates.moc"
