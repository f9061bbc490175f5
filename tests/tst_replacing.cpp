// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "lumadatabase.h"
#include "suite.h"

#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

// INSERT OR REPLACE and its relatives: they remove rows without a delete trigger and use keys again. Whatever the host
// does, the cloud must end as the library, and nothing may be left to do.
class TestReplacing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsEqual_data();
    void endsEqual();
    void endsEqualWhenItHappensInFlight_data() { endsEqual_data(); }
    void endsEqualWhenItHappensInFlight();
    void replaceInFlightStaysDirty();
    void replacedByTheSameNumber();
    void replaceBetweenSendAndDelete();
    void replaceThenDelete();
    void replaceOfANeverSentRow();
    void harmlessUpsertsLeaveNothing();
    void tombstonesOfUpsertsDoNotPileUp();
    void replacedRowKeepsItsRemoteId();
    void uniqueIndexWithAnotherCollation();
    void partialUniqueIndex();
};

void TestReplacing::endsEqual_data()
{
    QTest::addColumn<QStringList>("statements");
    const auto add = [](const char *name, const QStringList &statements) { QTest::newRow(name) << statements; };
    add("primary key", {u"INSERT OR REPLACE INTO venues (id, name) VALUES (2, 'new')"_s});
    add("primary key, text",
        {u"REPLACE INTO fixtures (id, venue_id) VALUES ('11111111-1111-4111-8111-111111111111', 2)"_s});
    add("primary key, composite",
        {u"REPLACE INTO track_stems (track_id, stem_name, file_path) VALUES (1, 'bass', '/n')"_s});
    add("unique column, another key", {u"REPLACE INTO tracks (id, track_hash, file_path) VALUES (77, 'aa', '/n')"_s});
    add("unique column, key by itself", {u"REPLACE INTO tracks (track_hash, file_path) VALUES ('aa', '/n')"_s});
    add("two rows at once", {u"REPLACE INTO tracks (id, track_hash, file_path) VALUES (1, 'bb', '/n')"_s});
    add("cascade to children", {u"REPLACE INTO tracks (id, track_hash, file_path) VALUES (1, 'aa', '/n')"_s});
    add("set null in children", {u"REPLACE INTO pattern_categories (id, name) VALUES (2, 'x')"_s});
    add("update or replace, primary key", {u"DELETE FROM fixtures"_s, u"DELETE FROM venue_implementation_overrides"_s,
                                           u"UPDATE OR REPLACE venues SET id = 2 WHERE id = 1"_s});
    add("update or replace, unique column", {u"UPDATE OR REPLACE tracks SET track_hash = 'aa' WHERE id = 2"_s});
    add("update or replace, composite",
        {u"UPDATE OR REPLACE track_stems SET stem_name = 'drums' WHERE stem_name = 'bass'"_s});
    add("update or replace, all columns named",
        {u"UPDATE OR REPLACE tracks SET id = id, track_hash = 'aa', title = 't' WHERE id = 2"_s});
    add("on conflict do update",
        {u"INSERT INTO tracks (track_hash, file_path) VALUES ('aa', '/n') ON CONFLICT (track_hash) DO UPDATE SET title = 'u'"_s});
    add("on conflict do nothing",
        {u"INSERT INTO tracks (track_hash, file_path) VALUES ('aa', '/n') ON CONFLICT DO NOTHING"_s});
    add("insert or ignore", {u"INSERT OR IGNORE INTO tracks (id, track_hash, file_path) VALUES (1, 'bb', '/n')"_s});
    add("delete and insert",
        {u"DELETE FROM scores WHERE id = 1"_s, u"INSERT INTO scores (id, track_id, name) VALUES (1, 2, 'n')"_s});
    add("delete, insert, delete",
        {u"DELETE FROM scores WHERE id = 1"_s, u"INSERT INTO scores (id, track_id) VALUES (1, 2)"_s,
         u"DELETE FROM scores WHERE id = 1"_s});
    add("replace, delete",
        {u"REPLACE INTO scores (id, track_id) VALUES (1, 2)"_s, u"DELETE FROM scores WHERE id = 1"_s});
    add("replace, edit, replace",
        {u"REPLACE INTO scores (id, track_id) VALUES (1, 2)"_s, u"UPDATE scores SET name = 'z'"_s,
         u"REPLACE INTO scores (id, track_id) VALUES (1, 1)"_s});
    add("swap of unique values",
        {u"UPDATE tracks SET track_hash = 'tmp' WHERE id = 1"_s, u"UPDATE tracks SET track_hash = 'aa' WHERE id = 2"_s,
         u"UPDATE tracks SET track_hash = 'bb' WHERE id = 1"_s});
    add("swap of keys", {u"UPDATE track_stems SET stem_name = 't' WHERE stem_name = 'bass'"_s,
                         u"UPDATE track_stems SET stem_name = 'bass' WHERE stem_name = 'drums'"_s,
                         u"UPDATE track_stems SET stem_name = 'drums' WHERE stem_name = 't'"_s});
    add("many rows", {u"REPLACE INTO track_scores (id, score_id, pattern_id) SELECT id, 2, 1 FROM track_scores"_s});
    add("replace from select, new keys",
        {u"REPLACE INTO tracks (track_hash, file_path) SELECT track_hash, '/r' FROM tracks"_s});
    add("everything goes", {u"DELETE FROM venues"_s, u"DELETE FROM tracks"_s, u"DELETE FROM patterns"_s,
                            u"DELETE FROM pattern_categories"_s});
}

void TestReplacing::endsEqual()
{
    QFETCH(QStringList, statements);
    for (const bool recursive : {false, true}) {
        LumaDatabase host;
        RUN(u"PRAGMA recursive_triggers = %1"_s.arg(recursive));
        TRACK(library);
        SEND(library);
        QCOMPARE(host.runAll(statements), QString());
        SEND(library);
        QCOMPARE(library.cloud(), library.expectedCloud().value());
        QCOMPARE(library.rows().any().value(), false);
        QCOMPARE(library.rows().count().value(), 0);
    }
}

// The same while every row is dirty and on its way: read, stamped, not yet cleared.
void TestReplacing::endsEqualWhenItHappensInFlight()
{
    QFETCH(QStringList, statements);
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    for (const QString &table : LumaDatabase::tableNames())
        RUN(u"UPDATE %1 SET version = 9"_s.arg(table));
    QList<RowsRead> inFlight;
    for (const Table &table : library.schema().tables)
        inFlight.append(library.read(table.name, true).value());
    QCOMPARE(host.runAll(statements), QString());
    for (qsizetype i = 0; i < inFlight.size(); ++i)
        QCOMPARE(text(library.rows().clear(i, inFlight[i].rows)), QString());
    SEND(library);
    for (const Table &table : library.schema().tables)
        RUN(u"UPDATE %1 SET version = 10"_s.arg(
            quoted(table.name))); // what was cleared above was never in our pretended cloud
    SEND(library);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
    QCOMPARE(library.rows().any().value(), false);
}

void TestReplacing::replaceInFlightStaysDirty()
{
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    RUN(u"UPDATE scores SET name = 'sent' WHERE id = 1"_s);
    const auto read = library.read(u"scores"_s);
    QCOMPARE(read->rows.size(), 1);
    RUN(u"REPLACE INTO scores (id, track_id, name) VALUES (1, 1, 'newer')"_s);
    QCOMPARE(text(library.rows().clear(library.index(u"scores"_s), read->rows)), QString());
    QCOMPARE(host.value(u"SELECT needs_sync FROM scores WHERE id = 1"_s).toInt(), 1);
}

// Known to the cloud by its number alone.
void TestReplacing::replacedByTheSameNumber()
{
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    QCOMPARE(
        host.value(u"SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name = 'lumasync_venues_replaced'"_s)
            .toInt(),
        0);
    RUN(u"INSERT INTO venues (id, name) VALUES (3, 'new'), (7, 'new')"_s);
    RUN(u"DELETE FROM venues WHERE id > 2"_s); // never sent
    QCOMPARE(library.rows().any().value(), false);
    RUN(u"DELETE FROM fixtures"_s);
    RUN(u"DELETE FROM venue_implementation_overrides"_s);
    RUN(u"REPLACE INTO venues (id, name) VALUES (1, 'again'), (2, 'again')"_s);
    QCOMPARE(host.value(u"SELECT count(*) FROM lumasync_tombstones WHERE table_name = 'venues'"_s).toInt(), 0);
    RUN(u"DELETE FROM venues WHERE id = 1"_s);
    RUN(u"UPDATE venues SET id = 9 WHERE id = 2"_s);
    QCOMPARE(host.value(u"SELECT count(*) FROM lumasync_tombstones WHERE table_name = 'venues'"_s).toInt(), 2);
    SEND(library);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
    QCOMPARE(library.rows().any().value(), false);
}

// The row lives again when the deletions are looked at, unread, and is then deleted: that deletion must not be lost.
void TestReplacing::replaceBetweenSendAndDelete()
{
    for (const QString &again : {u"REPLACE INTO tracks (id, track_hash, file_path) VALUES (1, 'aa', '/n')"_s,
                                 u"UPDATE OR REPLACE tracks SET id = 1 WHERE id = 50"_s}) {
        LumaDatabase host;
        TRACK(library);
        SEND(library);
        RUN(u"INSERT INTO tracks (id, track_hash, file_path) VALUES (50, 'fifty', '/f')"_s);
        RUN(again);
        QCOMPARE(library.tombstones().pending(library.index(u"tracks"_s))->cloudIds, QStringList());
        RUN(u"DELETE FROM tracks WHERE id = 1"_s);
        SEND(library);
        QCOMPARE(library.cloud(), library.expectedCloud().value());
        QCOMPARE(library.rows().any().value(), false);
    }
}

void TestReplacing::replaceThenDelete()
{
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    RUN(u"REPLACE INTO scores (id, track_id) VALUES (1, 2)"_s);
    RUN(u"DELETE FROM scores WHERE id = 1"_s);
    QCOMPARE(library.tombstones().pending(library.index(u"scores"_s))->cloudIds.size(), 1);
}

void TestReplacing::replaceOfANeverSentRow()
{
    LumaDatabase host;
    TRACK(library);
    RUN(u"REPLACE INTO scores (id, track_id) VALUES (1, 2)"_s);
    RUN(u"REPLACE INTO tracks (id, track_hash, file_path) VALUES (9, 'aa', '/n')"_s);
    QCOMPARE(host.value(u"SELECT count(*) FROM lumasync_tombstones"_s).toInt(), 0);
}

// A host that says INSERT OR IGNORE at every start must not keep the module busy.
void TestReplacing::harmlessUpsertsLeaveNothing()
{
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    RUN(u"INSERT OR IGNORE INTO pattern_categories (id, name) VALUES (1, 'Ambient'), (2, 'Strobe')"_s);
    QCOMPARE(library.rows().any().value(), false);
    QCOMPARE(host.value(u"SELECT count(*) FROM lumasync_tombstones"_s).toInt(), 0);
    QCOMPARE(host.value(u"SELECT sum(needs_sync) FROM pattern_categories"_s).toInt(), 0);
}

void TestReplacing::tombstonesOfUpsertsDoNotPileUp()
{
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    for (int i = 0; i < 20; ++i)
        RUN(u"INSERT INTO tracks (track_hash, file_path) VALUES ('aa', '/n') ON CONFLICT (track_hash) DO UPDATE SET title = title || 'x'"_s);
    QCOMPARE(host.value(u"SELECT count(*) FROM lumasync_tombstones"_s).toInt(), 1);
    SEND(library);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
}

// With foreign keys off (SQLite's default) children outlive a REPLACE of their parent, and stay clean.
void TestReplacing::replacedRowKeepsItsRemoteId()
{
    LumaDatabase host;
    {
        TRACK(before);
        RUN(u"UPDATE venues SET remote_id = '66666666-6666-4666-8666-666666666666' WHERE id = 1"_s);
    }
    RUN(u"PRAGMA foreign_keys = OFF"_s);
    TRACK(library); // as after a restore: now there is something that a REPLACE could lose
    SEND(library);
    const auto before = library.cloud();
    QVERIFY(before.contains(u"venues/66666666-6666-4666-8666-666666666666"_s));
    RUN(u"REPLACE INTO venues (id, name) VALUES (1, 'again')"_s);
    QCOMPARE(host.rows(u"SELECT needs_sync, version, name FROM venues WHERE id = 1"_s), u"1|1|again"_s);
    RUN(u"DELETE FROM venues WHERE id = 2"_s);
    RUN(u"INSERT INTO venues (id, name) VALUES (2, 'back')"_s);
    SEND(library);
    QCOMPARE(library.cloud().keys(), before.keys());
    QCOMPARE(library.cloud(), library.expectedCloud().value());
    QCOMPARE(library.rows().any().value(), false);
}

void TestReplacing::uniqueIndexWithAnotherCollation()
{
    LumaDatabase host(LumaDatabase::Content::Nothing);
    RUN(u"CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT)"_s);
    RUN(u"CREATE UNIQUE INDEX tags_name ON tags (name COLLATE NOCASE)"_s);
    RUN(u"INSERT INTO tags VALUES (1, 'abc')"_s);
    TRACK(library, SchemaDescription{{{u"tags"_s, {}, {}}}});
    SEND(library);
    RUN(u"REPLACE INTO tags (id, name) VALUES (2, 'ABC')"_s);
    SEND(library);
    QCOMPARE(library.cloud().size(), 1);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
}

void TestReplacing::partialUniqueIndex()
{
    LumaDatabase host(LumaDatabase::Content::Nothing);
    RUN(u"CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT, gone INTEGER NOT NULL DEFAULT 0)"_s);
    RUN(u"CREATE UNIQUE INDEX tags_name ON tags (name) WHERE gone = 0"_s);
    RUN(u"INSERT INTO tags VALUES (1, 'abc', 1), (2, 'abc', 0)"_s);
    TRACK(library, SchemaDescription{{{u"tags"_s, {}, {}}}});
    SEND(library);
    RUN(u"REPLACE INTO tags (id, name) VALUES (3, 'abc')"_s); // removes 2, not 1
    SEND(library);
    QCOMPARE(library.cloud().size(), 2);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
    QCOMPARE(library.rows().any().value(), false);
}

LUMASYNC_SUITE(QCoreApplication, TestReplacing)
#include "tst_replacing.moc"
