// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "core/batchplan.h"

#include <QSet>
#include <QTest>

#include <cmath>

using namespace LumaSync;
using namespace Qt::StringLiterals;

class TestBatchPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void poison_data();
    void poison();
    void requestsPerPoisonRow();
    void tooLarge();
    void verdicts_data();
    void verdicts();
    void nothing();
};

// A server that refuses every request with one of the poison rows in it.
struct Outcome
{
    QList<qsizetype> cleared;
    QList<qsizetype> refused;
    int requests = 0;
};

static Outcome play(qsizetype rows, const QSet<qsizetype> &poison, Error::Kind kind = Error::Kind::Row)
{
    Outcome outcome;
    BatchPlan plan(rows);
    while (const auto part = plan.next()) {
        ++outcome.requests;
        QList<qsizetype> members;
        bool bad = false;
        for (qsizetype i = part->first; i < part->first + part->count; ++i) {
            members.append(i);
            bad = bad || poison.contains(i);
        }
        switch (plan.resolve(bad ? Error{.kind = kind, .code = {}, .message = {}} : Error{})) {
        case BatchPlan::Verdict::Clear:
            outcome.cleared += members;
            break;
        case BatchPlan::Verdict::Refuse:
        case BatchPlan::Verdict::Orphan:
            outcome.refused += members;
            break;
        case BatchPlan::Verdict::Split:
            break;
        case BatchPlan::Verdict::Stop:
            return outcome;
        }
    }
    return outcome;
}

void TestBatchPlan::poison_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<QSet<qsizetype>>("poison");
    QTest::addColumn<int>("requests");
    QTest::newRow("none") << 500 << QSet<qsizetype>{} << 1;
    QTest::newRow("one row, good") << 1 << QSet<qsizetype>{} << 1;
    QTest::newRow("one row, bad") << 1 << QSet<qsizetype>{0} << 1;
    QTest::newRow("two rows, first bad") << 2 << QSet<qsizetype>{0} << 3;
    QTest::newRow("two rows, both bad") << 2 << QSet<qsizetype>{0, 1} << 3;
    QTest::newRow("eight rows, last bad") << 8 << QSet<qsizetype>{7} << 7;
    QTest::newRow("seven rows, all bad") << 7 << QSet<qsizetype>{0, 1, 2, 3, 4, 5, 6} << 13;
    QTest::newRow("neighbours") << 8 << QSet<qsizetype>{2, 3} << 7;
}

void TestBatchPlan::poison()
{
    QFETCH(int, rows);
    QFETCH(QSet<qsizetype>, poison);
    QFETCH(int, requests);
    const Outcome outcome = play(rows, poison);
    QCOMPARE(outcome.requests, requests);
    QCOMPARE(QSet<qsizetype>(outcome.refused.cbegin(), outcome.refused.cend()), poison);
    QCOMPARE(outcome.refused.size(), poison.size());
    QCOMPARE(outcome.cleared.size() + outcome.refused.size(), rows);
    for (qsizetype row : outcome.cleared)
        QVERIFY(!poison.contains(row));
    QVERIFY(std::is_sorted(outcome.cleared.cbegin(), outcome.cleared.cend())); // in the order of the keys
}

void TestBatchPlan::requestsPerPoisonRow()
{
    for (int rows : {2, 3, 10, 100, 499, 500, 512}) {
        const int allowed = 1 + 2 * int(std::ceil(std::log2(rows))) + 1;
        for (int bad = 0; bad < rows; ++bad) {
            const int requests = play(rows, {bad}).requests;
            QVERIFY2(requests <= allowed, qPrintable(u"%1 of %2: %3"_s.arg(bad).arg(rows).arg(requests)));
        }
    }
}

// A server that takes at most three rows at once.
void TestBatchPlan::tooLarge()
{
    BatchPlan plan(20);
    qsizetype sent = 0;
    while (const auto part = plan.next()) {
        const bool fits = part->count <= 3;
        QCOMPARE(plan.resolve(fits ? Error{} : Error{.kind = Error::Kind::TooLarge, .code = {}, .message = {}}),
                 fits ? BatchPlan::Verdict::Clear : BatchPlan::Verdict::Split);
        QCOMPARE(part->first, fits ? sent : part->first);
        sent += fits ? part->count : 0;
    }
    QCOMPARE(sent, 20);
}

void TestBatchPlan::verdicts_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("ofMany");
    QTest::addColumn<int>("ofOne");
    using V = BatchPlan::Verdict;
    using K = Error::Kind;
    const auto add = [](const char *name, K kind, V many, V one) {
        QTest::newRow(name) << int(kind) << int(many) << int(one);
    };
    add("none", K::None, V::Clear, V::Clear);
    add("row", K::Row, V::Split, V::Refuse);
    add("parent", K::Parent, V::Split, V::Orphan);
    add("too large", K::TooLarge, V::Split, V::Refuse);
    for (const auto &[name, kind] : {std::pair("offline", K::Offline),
                                     {"time-out", K::Timeout},
                                     {"canceled", K::Canceled},
                                     {"signed out", K::SignedOut},
                                     {"forbidden", K::Forbidden},
                                     {"schema", K::Schema},
                                     {"busy", K::Busy},
                                     {"server", K::Server},
                                     {"protocol", K::Protocol},
                                     {"tls", K::Tls},
                                     {"key", K::Key}})
        add(name, kind, V::Stop, V::Stop);
}

void TestBatchPlan::verdicts()
{
    QFETCH(int, kind);
    QFETCH(int, ofMany);
    QFETCH(int, ofOne);
    const Error error{.kind = Error::Kind(kind), .code = {}, .message = {}};
    BatchPlan many(4);
    QCOMPARE(int(many.resolve(error)), ofMany);
    QCOMPARE(many.next().has_value(), ofMany == int(BatchPlan::Verdict::Split));
    BatchPlan one(1);
    QCOMPARE(int(one.resolve(error)), ofOne);
    QVERIFY(!one.next());
}

void TestBatchPlan::nothing()
{
    QVERIFY(!BatchPlan(0).next());
}

LUMASYNC_SUITE(QCoreApplication, TestBatchPlan)
#include "tst_batchplan.moc"
