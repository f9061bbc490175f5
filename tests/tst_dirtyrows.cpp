// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "lumadatabase.h"
#include "suite.h"

#include "core/trackingsql.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

// Reading dirty rows: what is looked at, in which portions, and what a row looks like on its way.
class TestDirtyRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readUsesThePartialIndex_data();
    void readUsesThePartialIndex();
    void nothingWithoutThePartialIndex();
    void millionRows();
    void portionsByRows_data();
    void portionsByRows();
    void portionsByBytes();
    void oneHugeRowGoesAlone();
    void noTransactionStaysOpen();
    void busyLibraryIsAnError();
    void everyColumnInEveryObject_data();
    void everyColumnInEveryObject();
    void foreignKeysCarryTheParentsCloudId();
    void remoteIdWins();
    void sameIdsInEveryRun();
    void clearByPart();
    void healParents();

private:
    static QList<OutgoingRow> readAll(TrackedLibrary &library, const QString &table, const BatchLimits &limits,
                                      QList<int> *sizes = nullptr);
    static QJsonObject object(const OutgoingRow &row) { return QJsonDocument::fromJson(row.json).object(); }
};

QList<OutgoingRow> TestDirtyRows::readAll(TrackedLibrary &library, const QString &table, const BatchLimits &limits,
                                          QList<int> *sizes)
{
    QList<OutgoingRow> rows;
    HeldRows held(library.schema().tables.size());
    QVariantList cursor;
    while (true) {
        const auto read = library.rows().read(library.index(table), cursor, false, held, limits);
        if (!read)
            return {};
        rows += read->rows;
        if (sizes)
            sizes->append(static_cast<int>(read->rows.size()));
        if (read->atEnd)
            return rows;
        cursor = read->cursor;
    }
}

void TestDirtyRows::readUsesThePartialIndex_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<bool>("withCursor");
    for (const QString &table : LumaDatabase::tableNames()) {
        QTest::addRow("%s, first", qPrintable(table)) << table << false;
        QTest::addRow("%s, behind a cursor", qPrintable(table)) << table << true;
    }
}

void TestDirtyRows::readUsesThePartialIndex()
{
    QFETCH(QString, table);
    QFETCH(bool, withCursor);
    LumaDatabase host(LumaDatabase::Content::Schema);
    TRACK(library);
    const RowQuery query(library.schema(), library.index(table));
    const QVariantList marks(withCursor ? query.keyCount() + 1 : 1, 1);
    auto plan =
        executed(library.database().connection(), u"EXPLAIN QUERY PLAN "_s + query.dirtyRows(withCursor), marks);
    QVERIFY2(plan.hasValue(), qPrintable(plan ? QString() : plan.error().message));
    QStringList steps;
    while (plan->next())
        steps.append(plan->value(3).toString());
    QVERIFY2(steps.first().contains(u"USING INDEX lumasync_%1_dirty"_s.arg(table)), qPrintable(steps.join(u'\n')));
    QCOMPARE(steps.first().startsWith(u"SEARCH"_s), withCursor); // a whole look at the partial index is called SCAN
    for (const QString &step : steps.sliced(1))
        QVERIFY2(step.startsWith(u"SEARCH"_s), qPrintable(step)); // parents by their key, and nothing is sorted
}

// INDEXED BY is a promise: no statement of the module falls back to a scan of the table.
void TestDirtyRows::nothingWithoutThePartialIndex()
{
    LumaDatabase host;
    TRACK(library);
    const auto read = library.read(u"venues"_s);
    QCOMPARE(read->rows.size(), 2);
    RUN(u"DROP INDEX lumasync_venues_dirty"_s);
    QVERIFY(!library.rows().any());
    QVERIFY(!library.rows().any(library.index(u"venues"_s)));
    QVERIFY(!library.rows().count());
    QVERIFY(!library.read(u"venues"_s));
    QVERIFY(library.rows().clear(library.index(u"venues"_s), read->rows));
}

void TestDirtyRows::millionRows()
{
    LumaDatabase host(LumaDatabase::Content::Nothing);
    RUN(u"CREATE TABLE items (id INTEGER PRIMARY KEY, value TEXT, needs_sync BOOLEAN DEFAULT 1, sync_rev INTEGER NOT NULL DEFAULT 0, remote_id TEXT)"_s);
    RUN(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)"
        " INSERT INTO items SELECT i, 'value', 0, 1, NULL FROM n"_s);
    TRACK(library, SchemaDescription{{{u"items"_s, {}, {}}}});
    QCOMPARE(library.rows().any().value(), false);
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(library.rows().any().value(), false);
    const auto look = clock.nsecsElapsed();
    QCOMPARE(library.rows().count().value(), 0);
    RUN(u"UPDATE items SET value = 'new' WHERE id % 100000 = 7"_s);
    clock.restart();
    const auto read = library.read(u"items"_s);
    const auto reading = clock.nsecsElapsed();
    QCOMPARE(read->rows.size(), 10);
    clock.restart();
    QCOMPARE(text(library.rows().clear(0, read->rows)), QString());
    qInfo("a look %lld us, ten rows read and stamped %lld us, cleared %lld us", look / 1000, reading / 1000,
          clock.nsecsElapsed() / 1000);
    QCOMPARE(library.rows().any().value(), false);
    QVERIFY(look + reading < 1'000'000'000); // generous: the machine may be busy
}

void TestDirtyRows::portionsByRows_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<QList<int>>("sizes");
    QTest::newRow("one by one") << 1 << QList<int>{1, 1, 1, 1};
    QTest::newRow("two") << 2 << QList<int>{2, 2};
    QTest::newRow("three") << 3 << QList<int>{3, 1};
    QTest::newRow("just so") << 4 << QList<int>{4};
    QTest::newRow("all") << 500 << QList<int>{4};
}

void TestDirtyRows::portionsByRows()
{
    QFETCH(int, limit);
    QFETCH(QList<int>, sizes);
    LumaDatabase host;
    TRACK(library);
    QCOMPARE(readAll(library, u"tracks"_s, {}).size(), 2);
    QList<int> found;
    const auto rows = readAll(library, u"track_stems"_s, {limit, 1 << 20}, &found); // a composite key
    QCOMPARE(found, sizes);
    QStringList keys;
    for (const OutgoingRow &row : rows)
        keys.append(QString::fromUtf8(row.keyText));
    QCOMPARE(keys, (QStringList{u"1,'bass'"_s, u"1,'drums'"_s, u"2,'bass'"_s, u"2,'drums'"_s}));
}

void TestDirtyRows::portionsByBytes()
{
    LumaDatabase host(LumaDatabase::Content::Schema);
    for (int i = 1; i <= 6; ++i)
        RUN(u"INSERT INTO venues (id, name) VALUES (%1, '%2')"_s.arg(i).arg(QString(1000, u'x')));
    TRACK(library);
    QList<int> sizes;
    QCOMPARE(readAll(library, u"venues"_s, {500, 2600}, &sizes).size(), 6);
    QCOMPARE(sizes, (QList<int>{2, 2, 2}));
}

void TestDirtyRows::oneHugeRowGoesAlone()
{
    LumaDatabase host(LumaDatabase::Content::Schema);
    for (int i = 1; i <= 3; ++i)
        RUN(u"INSERT INTO venues (id, name) VALUES (%1, '%2')"_s.arg(i).arg(QString(i == 2 ? 50000 : 10, u'x')));
    TRACK(library);
    QList<int> sizes;
    QCOMPARE(readAll(library, u"venues"_s, {500, 2600}, &sizes).size(), 3);
    QCOMPARE(sizes, (QList<int>{1, 1, 1}));
}

void TestDirtyRows::noTransactionStaysOpen()
{
    LumaDatabase host;
    TRACK(library);
    RUN(u"PRAGMA busy_timeout = 0"_s);
    const auto read = library.read(u"venues"_s);
    RUN(u"BEGIN EXCLUSIVE"_s); // nobody reads, nobody writes
    RUN(u"COMMIT"_s);
    QCOMPARE(text(library.rows().clear(library.index(u"venues"_s), read->rows)), QString());
    QVERIFY(library.tombstones().pending(0).hasValue());
    RUN(u"BEGIN EXCLUSIVE"_s);
    RUN(u"COMMIT"_s);
    QCOMPARE(host.value(u"PRAGMA wal_checkpoint(TRUNCATE)"_s).toInt(), 0); // no reader holds a snapshot
}

void TestDirtyRows::busyLibraryIsAnError()
{
    LumaDatabase host;
    TRACK(library);
    const auto read = library.read(u"venues"_s);
    QCOMPARE(text(library.database().run(u"PRAGMA busy_timeout = 20"_s)), QString());
    RUN(u"BEGIN IMMEDIATE"_s);
    QCOMPARE(library.rows().any().value(), true);
    QCOMPARE(library.read(u"tracks"_s).error().code, u"busy"_s);
    QCOMPARE(library.rows().clear(library.index(u"venues"_s), read->rows).code, u"busy"_s);
    RUN(u"COMMIT"_s);
    QCOMPARE(text(library.rows().clear(library.index(u"venues"_s), read->rows)), QString());
    QCOMPARE(host.value(u"SELECT sum(needs_sync) FROM venues"_s).toInt(), 0);
}

void TestDirtyRows::everyColumnInEveryObject_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QStringList>("columns");
    const auto add = [](const char *table, const char *columns) {
        QTest::newRow(table) << QString::fromLatin1(table)
                             << QString::fromLatin1(columns).split(u' ', Qt::SkipEmptyParts) +
                                    QStringList{u"created_at"_s, u"updated_at"_s, u"version"_s};
    };
    add("venues", "id uid name description");
    add("pattern_categories", "id uid name");
    add("tracks", "id uid track_hash title artist album track_number disc_number duration_seconds storage_path "
                  "album_art_mime album_art_storage_path");
    add("fixtures", "id uid venue_id universe address num_channels manufacturer model mode_name fixture_path label "
                    "pos_x pos_y pos_z rot_x rot_y rot_z");
    add("patterns", "id uid category_id default_implementation_id forked_from_id name description");
    add("scores", "id uid track_id name");
    add("track_beats", "id uid track_id beats_json downbeats_json bpm downbeat_offset beats_per_bar");
    add("track_roots", "id uid track_id sections_json logits_storage_path");
    add("track_waveforms", "id uid track_id preview_samples_json preview_colors_json preview_bands_json sample_rate");
    add("track_stems", "id uid track_id stem_name storage_path");
    add("implementations", "id uid pattern_id name graph_json");
    add("track_scores", "id uid score_id pattern_id start_time end_time z_index blend_mode args_json");
    add("venue_implementation_overrides", "id uid venue_id pattern_id implementation_id");
}

void TestDirtyRows::everyColumnInEveryObject()
{
    QFETCH(QString, table);
    QFETCH(QStringList, columns);
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    RUN(u"UPDATE %1 SET version = 7"_s.arg(table));
    const auto read = library.read(table, true);
    QVERIFY(!read->rows.isEmpty());
    columns.sort();
    QStringList sent = library.rows().sentColumns(library.index(table), false);
    sent.sort();
    QCOMPARE(sent, columns);
    for (const OutgoingRow &row : read->rows) {
        const QJsonObject json = object(row);
        QCOMPARE(json.keys(), columns);
        QCOMPARE(json[u"uid"_s].toString(), u"99999999-9999-4999-8999-999999999999"_s);
        QCOMPARE(json[u"id"_s].toString().size(), 36);
        QCOMPARE(json[u"version"_s].toInt(), 7);
        QVERIFY(json[u"created_at"_s].toString().endsWith(u'Z'));
    }
}

void TestDirtyRows::foreignKeysCarryTheParentsCloudId()
{
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    QHash<QString, QString> ids; // local key to cloud id, by "table/key"
    for (const QString &table : LumaDatabase::tableNames()) {
        RUN(u"UPDATE %1 SET version = 7"_s.arg(table));
        const auto read = library.read(table, true);
        for (const OutgoingRow &row : read->rows)
            ids.insert(table + u'/' + QString::fromUtf8(row.keyText), object(row)[u"id"_s].toString());
    }
    QCOMPARE(ids[u"fixtures/'11111111-1111-4111-8111-111111111111'"_s],
             u"11111111-1111-4111-8111-111111111111"_s); // a UUID stays
    for (const auto &[table, key, column, parent] : QList<std::array<QString, 4>>{
             {u"fixtures"_s, u"'11111111-1111-4111-8111-111111111111'"_s, u"venue_id"_s, u"venues/1"_s},
             {u"patterns"_s, u"3"_s, u"category_id"_s, u"pattern_categories/2"_s},
             {u"patterns"_s, u"3"_s, u"forked_from_id"_s, u"patterns/1"_s},
             {u"patterns"_s, u"2"_s, u"default_implementation_id"_s, u"implementations/2"_s},
             {u"implementations"_s, u"2"_s, u"pattern_id"_s, u"patterns/2"_s},
             {u"scores"_s, u"2"_s, u"track_id"_s, u"tracks/2"_s},
             {u"track_beats"_s, u"1"_s, u"track_id"_s, u"tracks/1"_s},
             {u"track_stems"_s, u"2,'bass'"_s, u"track_id"_s, u"tracks/2"_s},
             {u"track_scores"_s, u"3"_s, u"score_id"_s, u"scores/2"_s},
             {u"track_scores"_s, u"3"_s, u"pattern_id"_s, u"patterns/3"_s},
             {u"venue_implementation_overrides"_s, u"2,2"_s, u"implementation_id"_s, u"implementations/2"_s},
         }) {
        const QJsonObject row =
            QJsonDocument::fromJson(library.expectedCloud()->value(table + u'/' + ids[table + u'/' + key])).object();
        QVERIFY(!row.isEmpty());
        QCOMPARE(row[column].toString(), ids[parent]);
        QCOMPARE(row[column].toString().size(), 36);
    }
}

void TestDirtyRows::remoteIdWins()
{
    LumaDatabase host;
    TRACK(library);
    RUN(u"UPDATE venues SET remote_id = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa' WHERE id = 1"_s);
    RUN(u"UPDATE fixtures SET remote_id = 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb' WHERE label = 'left'"_s);
    SEND(library);
    const QJsonObject fixture =
        QJsonDocument::fromJson(library.cloud()[u"fixtures/bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb"_s]).object();
    QCOMPARE(fixture[u"venue_id"_s].toString(), u"aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"_s);
    RUN(u"DELETE FROM venues WHERE id = 1"_s);
    QCOMPARE(library.tombstones().pending(library.index(u"venues"_s))->cloudIds,
             QStringList{u"aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"_s});
    SEND(library);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
}

void TestDirtyRows::sameIdsInEveryRun()
{
    LumaDatabase host;
    QStringList first;
    {
        TRACK(library);
        SEND(library);
        first = library.cloud().keys();
    }
    for (const QString &table : LumaDatabase::tableNames())
        RUN(u"UPDATE %1 SET version = 9"_s.arg(table));
    TRACK(library);
    SEND(library);
    QCOMPARE(library.cloud().keys(), first);
}

// A batch that was split is cleared part by part; a part that was refused stays dirty.
void TestDirtyRows::clearByPart()
{
    LumaDatabase host;
    TRACK(library);
    QCOMPARE(readAll(library, u"tracks"_s, {}).size(), 2);
    const auto rows = readAll(library, u"track_stems"_s, {});
    const qsizetype stems = library.index(u"track_stems"_s);
    QCOMPARE(rows.size(), 4);
    QCOMPARE(text(library.rows().clear(stems, rows.sliced(0, 1))), QString());
    QCOMPARE(text(library.rows().clear(stems, rows.sliced(2, 2))), QString());
    QCOMPARE(host.rows(u"SELECT track_id, stem_name FROM track_stems WHERE needs_sync = 1"_s), u"1|drums"_s);
}

void TestDirtyRows::healParents()
{
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    RUN(u"UPDATE track_scores SET z_index = 5 WHERE id = 3"_s);
    const auto read = library.read(u"track_scores"_s);
    const auto heal = [&] {
        return library.rows().healParents(library.index(u"track_scores"_s), read->rows.first()).value();
    };
    QVERIFY(heal());
    QCOMPARE(host.rows(u"SELECT id, version FROM scores WHERE needs_sync = 1"_s), u"2|1"_s);
    QCOMPARE(host.rows(u"SELECT id, version FROM patterns WHERE needs_sync = 1"_s), u"3|1"_s);
    QVERIFY(heal());                                 // they wait
    RUN(u"INSERT INTO lumasync_guard VALUES (1)"_s); // as if they had been sent
    RUN(u"UPDATE scores SET needs_sync = 0"_s);
    RUN(u"UPDATE patterns SET needs_sync = 0"_s);
    RUN(u"DELETE FROM lumasync_guard"_s);
    QVERIFY(heal());
    RUN(u"INSERT INTO lumasync_guard VALUES (1)"_s);
    RUN(u"UPDATE scores SET needs_sync = 0"_s);
    RUN(u"UPDATE patterns SET needs_sync = 0"_s);
    RUN(u"DELETE FROM lumasync_guard"_s);
    QVERIFY(!heal()); // sent again, and the cloud says the same: not these parents are what it lacks
    QCOMPARE(host.rows(u"SELECT id FROM scores WHERE needs_sync = 1"_s), QString());
    SEND(library);
    QCOMPARE(library.rows().any().value(), false);
}

LUMASYNC_SUITE(QCoreApplication, TestDirtyRows)
#include "tst_dirtyrows.moc"
