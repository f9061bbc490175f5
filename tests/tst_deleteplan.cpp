// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "core/deleteplan.h"

#include <QSet>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using Verdict = DeletePlan::Verdict;

namespace {

QString rowId(int number)
{
    return u"00000000-0000-4000-8000-"_s + QString::number(number).rightJustified(12, u'0');
}

QStringList rowIds(int count)
{
    QStringList ids;
    for (int i = 0; i < count; ++i)
        ids.append(rowId(i));
    return ids;
}

Error refusal(Error::Kind kind)
{
    return {.kind = kind, .code = {}, .message = {}};
}

/// A table in which each row may refer to another one of it; a request is one transaction.
struct PretendedTable
{
    QSet<QString> rows;
    QHash<QString, QString> refersTo;
    QSet<QString> kept; ///< something outside refers to them
    int requests = 0;

    Error remove(const QStringList &ids)
    {
        ++requests;
        QSet<QString> left = rows;
        for (const QString &id : ids) {
            if (kept.contains(id))
                return refusal(Error::Kind::Parent);
            left.remove(id);
        }
        for (const QString &id : std::as_const(left)) {
            if (refersTo.contains(id) && !left.contains(refersTo.value(id)))
                return refusal(Error::Kind::Parent);
        }
        rows = left;
        return {};
    }
    void carryOut(DeletePlan &plan)
    {
        for (QStringList ids = plan.next(); !ids.isEmpty(); ids = plan.next())
            (void)plan.resolve(remove(ids));
    }
};

PretendedTable tableOf(const QStringList &ids)
{
    return {.rows = QSet<QString>(ids.cbegin(), ids.cend()), .refersTo = {}, .kept = {}};
}

} // namespace

class TestDeletePlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing()
    {
        QVERIFY(DeletePlan().next().isEmpty());
        QVERIFY(DeletePlan(QStringList()).next().isEmpty());
    }

    void allAtOnce()
    {
        const QStringList ids = rowIds(1000);
        PretendedTable table = tableOf(ids);
        DeletePlan plan(ids);
        table.carryOut(plan);
        QCOMPARE(plan.deleted(), ids);
        QVERIFY(plan.refused().isEmpty() && table.rows.isEmpty());
        QVERIFY2(table.requests < 15, qPrintable(QString::number(table.requests)));
    }

    void theOneThatIsKept()
    {
        const QStringList ids = rowIds(1000);
        PretendedTable table = tableOf(ids);
        table.kept = {rowId(0), rowId(500), rowId(999)};
        DeletePlan plan(ids);
        table.carryOut(plan);
        QCOMPARE(table.rows, table.kept);
        QCOMPARE(QSet<QString>(plan.refused().keyBegin(), plan.refused().keyEnd()), table.kept);
        QCOMPARE(plan.deleted().size(), 997);
        QVERIFY(!plan.isCutShort());
    }

    void whatRefersGoesFirst_data()
    {
        QTest::addColumn<int>("step"); // from a row to the one that it refers to
        QTest::newRow("to the one before") << -1;
        QTest::newRow("to the one behind") << 1;
        QTest::newRow("far away") << 170;
    }
    void whatRefersGoesFirst()
    {
        QFETCH(int, step);
        constexpr int count = 400;
        const QStringList ids = rowIds(count);
        PretendedTable table = tableOf(ids);
        for (int i = 0; i < count; ++i) {
            if (i + step >= 0 && i + step < count)
                table.refersTo.insert(rowId(i), rowId(i + step));
        }
        DeletePlan plan(ids);
        table.carryOut(plan);
        QCOMPARE(table.rows.size(), 0);
        QCOMPARE(plan.deleted().size(), count);
        QVERIFY(plan.refused().isEmpty() && !plan.isCutShort());
        QVERIFY2(table.requests < 30, qPrintable(QString::number(table.requests)));
    }

    void aRowOfTheOtherKind()
    {
        DeletePlan plan({rowId(1)});
        QCOMPARE(plan.resolve(refusal(Error::Kind::Row)), Verdict::GoOn);
        QVERIFY(plan.next().isEmpty());
        QCOMPARE(plan.refused().value(rowId(1)).kind, Error::Kind::Row);
    }

    void tooMuchAtOnce()
    {
        const QStringList ids = rowIds(8);
        DeletePlan plan(ids);
        QCOMPARE(plan.resolve(refusal(Error::Kind::TooLarge)), Verdict::GoOn);
        QCOMPARE(plan.next(), ids.first(4));
        QCOMPARE(plan.resolve({}), Verdict::Deleted);
        QCOMPARE(plan.next(), ids.last(4));
        QCOMPARE(plan.resolve({}), Verdict::Deleted);
        QVERIFY(plan.next().isEmpty() && plan.refused().isEmpty());
    }

    void floodIsCutShort()
    {
        const QStringList ids = rowIds(1000);
        PretendedTable table = tableOf(ids);
        table.kept = table.rows;
        DeletePlan plan(ids);
        table.carryOut(plan);
        QVERIFY(plan.isCutShort());
        QCOMPARE(plan.refused().size(), 50);
        QVERIFY2(table.requests < 150, qPrintable(QString::number(table.requests)));
    }

    void stops()
    {
        DeletePlan plan(rowIds(1000));
        QCOMPARE(plan.resolve({}), Verdict::Deleted);
        const QStringList gone = plan.deleted();
        QCOMPARE(plan.resolve(refusal(Error::Kind::Forbidden)), Verdict::Stop);
        QVERIFY(plan.next().isEmpty());
        QCOMPARE(plan.deleted(), gone);
    }
};

LUMASYNC_SUITE(QCoreApplication, TestDeletePlan)
#include "tst_deleteplan.moc"
