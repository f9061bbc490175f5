// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "luma-library/lumalibrary.h"

#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace Luma;

/// The reference app's schema: its keys, its cascades, its own triggers, and what a person's edits do to
/// them.
class TestLumaSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void databaseIsSound();
    void hostTriggerCountsOnce_data();
    void hostTriggerCountsOnce();
    void hostTriggerLeavesOwnVersionsAlone();
    void deletesCascade();
    void editsKeepTheLibrarySound();

private:
    QVariantList column(const QString &sql);
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    std::optional<LumaLibrary> m_library;
};

namespace {

GenerateOptions rowsOnly()
{
    GenerateOptions options;
    options.seed = 5;
    options.tracks = 3;
    options.media = false;
    return options;
}

} // namespace

QVariantList TestLumaSchema::column(const QString &sql)
{
    const auto values = m_library->database().column(sql);
    return values ? *values : QVariantList{values.error()};
}

void TestLumaSchema::initTestCase()
{
    auto library = LumaLibrary::create(path(u"shared"_s));
    QVERIFY2(library, qPrintable(library.error()));
    m_library = std::move(*library);
    QVERIFY(m_library->generate(rowsOnly()));
}

void TestLumaSchema::databaseIsSound()
{
    QCOMPARE(column(u"PRAGMA integrity_check"_s), QVariantList{u"ok"_s});
    QCOMPARE(column(u"PRAGMA foreign_key_check"_s), QVariantList());
    QCOMPARE(column(u"PRAGMA foreign_keys"_s), QVariantList{1});
    QCOMPARE(column(u"PRAGMA user_version"_s), QVariantList{1});
}

void TestLumaSchema::hostTriggerCountsOnce_data()
{
    QTest::addColumn<QString>("table");
    for (const QString &table : Database::libraryTables())
        QTest::newRow(qPrintable(table)) << table;
}

void TestLumaSchema::hostTriggerCountsOnce()
{
    QFETCH(QString, table);
    const QString row = u" WHERE rowid = (SELECT min(rowid) FROM %1)"_s.arg(table);
    const int before = column(u"SELECT version FROM "_s + table + row).first().toInt();
    const int all = column(u"SELECT sum(version) FROM "_s + table).first().toInt();
    QVERIFY(m_library->database().run(u"UPDATE %1 SET uid = uid"_s.arg(table) + row));
    QCOMPARE(column(u"SELECT version FROM "_s + table + row).first().toInt(), before + 1);
    QCOMPARE(column(u"SELECT sum(version) FROM "_s + table).first().toInt(), all + 1);
    QCOMPARE(column(u"SELECT updated_at > '2025' AND created_at < '2025' FROM "_s + table + row), QVariantList{1});
}

void TestLumaSchema::hostTriggerLeavesOwnVersionsAlone()
{
    Database &database = m_library->database();
    QVERIFY(database.run(u"UPDATE tracks SET version = 41, updated_at = '2024-05-05 05:05:05' WHERE id = 2"_s));
    QCOMPARE(column(u"SELECT version || updated_at FROM tracks WHERE id = 2"_s),
             QVariantList{u"412024-05-05 05:05:05"_s});
}

void TestLumaSchema::deletesCascade()
{
    auto library = LumaLibrary::create(path(u"cascade"_s));
    GenerateOptions options;
    options.rows = 1000;
    QVERIFY(library && library->generate(options));
    Database &database = library->database();
    const auto first = [&database](const QString &sql) { return database.value(sql)->toInt(); };

    QVERIFY(first(u"SELECT count(*) FROM venue_implementation_overrides WHERE venue_id = 1"_s) > 0);
    QVERIFY(database.run(u"DELETE FROM venues WHERE id = 1"_s));
    QCOMPARE(first(u"SELECT (SELECT count(*) FROM fixtures WHERE venue_id = 1) + "
                   "(SELECT count(*) FROM venue_implementation_overrides WHERE venue_id = 1)"_s),
             0);

    const int parent = first(u"SELECT forked_from_id FROM patterns WHERE forked_from_id IS NOT NULL"_s);
    const int child = first(u"SELECT id FROM patterns WHERE forked_from_id = %1"_s.arg(parent));
    QVERIFY(database.run(u"DELETE FROM patterns WHERE id = ?"_s, {parent}));
    QVERIFY(database.value(u"SELECT forked_from_id FROM patterns WHERE id = ?"_s, {child})->isNull());
    QCOMPARE(first(u"SELECT count(*) FROM implementations WHERE pattern_id = %1"_s.arg(parent)), 0);
    QCOMPARE(first(u"SELECT count(*) FROM track_scores WHERE pattern_id = %1"_s.arg(parent)), 0);

    QVERIFY(database.run(u"DELETE FROM implementations"_s));
    QCOMPARE(first(u"SELECT count(*) FROM patterns WHERE default_implementation_id IS NOT NULL"_s), 0);
    QVERIFY(database.run(u"DELETE FROM tracks"_s));
    for (const QString &table : {u"scores"_s, u"track_scores"_s, u"track_beats"_s, u"track_stems"_s})
        QCOMPARE(first(u"SELECT count(*) FROM "_s + table), 0);
}

void TestLumaSchema::editsKeepTheLibrarySound()
{
    auto library = LumaLibrary::create(path(u"edits"_s));
    QVERIFY(library && library->generate(rowsOnly()));
    const auto before = *library->rowCounts();
    const auto report = library->editSomeRows(1);
    QVERIFY2(report, qPrintable(report.error()));
    QCOMPARE(report->changes.size(), 10);
    const auto after = *library->rowCounts();
    QCOMPARE(after[u"venues"_s], before[u"venues"_s] - 1);
    QVERIFY(after[u"fixtures"_s] < before[u"fixtures"_s]);
    QCOMPARE(after[u"patterns"_s], before[u"patterns"_s]); // one forked, one deleted
    QCOMPARE(after[u"scores"_s], before[u"scores"_s] + 1);
    QCOMPARE(after[u"settings"_s], before[u"settings"_s]);
    QVERIFY(library->database().value(u"SELECT count(*) FROM tracks WHERE version > 1"_s)->toInt() > 0);
    for (quint64 seed = 2; seed < 60; ++seed) // one venue and two patterns stay, whatever a person does
        QVERIFY(library->editSomeRows(seed));
    QCOMPARE(library->rowCounts()->value(u"venues"_s), 1);
    QVERIFY(library->rowCounts()->value(u"patterns"_s) >= 2);
    QVERIFY(library->database().column(u"PRAGMA foreign_key_check"_s)->isEmpty());

    const auto unchanged = *library->rowCounts();
    QVERIFY(library->editSomeRows(99, {.deletes = false}));
    QVERIFY(library->rowCounts()->value(u"patterns"_s) == unchanged[u"patterns"_s] + 1);
}

LUMASYNC_SUITE(QCoreApplication, TestLumaSchema)
#include "tst_lumaschema.moc"
