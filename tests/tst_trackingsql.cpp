// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "lumadatabase.h"
#include "suite.h"

#include "core/trackingsql.h"

#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

// What the triggers make of everything that a host does to its rows, with the host's own updated_at triggers in place.
class TestTrackingSql : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstEdits_data() { tables(); }
    void firstEdits();
    void bookkeepingLeavesTheHostsColumns_data() { tables(); }
    void bookkeepingLeavesTheHostsColumns();
    void editInFlight_data() { tables(); }
    void editInFlight();
    void insertAndDelete_data() { tables(); }
    void insertAndDelete();
    void deleteLeavesATombstone_data() { tables(); }
    void deleteLeavesATombstone();
    void manyRowsAtOnce();
    void cascades();
    void setNull();
    void keyChange();
    void keyChangeKeepsRemoteId();
    void keyChangeInCaseOnly();
    void recursiveTriggers();
    void withoutRowId();
    void strictTable();
    void shadowedRowId();
    void oddNames();
    void rollback();

private:
    static void tables();
};

// table, a row of it, an edit, and a statement that adds a row
void TestTrackingSql::tables()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("edit");
    QTest::addColumn<QString>("add");
    QTest::addColumn<QString>("added");
    const auto add = [](const char *table, const char *row, const char *edit, const char *insert, const char *added) {
        QTest::newRow(table) << QString::fromLatin1(table) << QString::fromLatin1(row) << QString::fromLatin1(edit)
                             << QString::fromLatin1(insert) << QString::fromLatin1(added);
    };
    add("venues", "id = 1", "name = 'x'", "INSERT INTO venues (id, name) VALUES (9, 'n')", "id = 9");
    add("pattern_categories", "id = 1", "name = 'x'", "INSERT INTO pattern_categories (id, name) VALUES (9, 'n')",
        "id = 9");
    add("tracks", "id = 1", "title = 'x'", "INSERT INTO tracks (id, track_hash, file_path) VALUES (9, 'zz', '/z')",
        "id = 9");
    add("fixtures", "id LIKE '1111%'", "label = 'x'", "INSERT INTO fixtures (id, venue_id) VALUES ('f9', 1)",
        "id = 'f9'");
    add("patterns", "id = 1", "name = 'x'", "INSERT INTO patterns (id, name) VALUES (9, 'n')", "id = 9");
    add("scores", "id = 1", "name = 'x'", "INSERT INTO scores (id, track_id) VALUES (9, 1)", "id = 9");
    add("track_beats", "track_id = 1", "bpm = 99",
        "REPLACE INTO track_beats (track_id, beats_json, downbeats_json) SELECT 9, '[]', '[]' FROM tracks WHERE id = 9",
        "track_id = 9");
    add("track_roots", "track_id = 1", "sections_json = '[9]'",
        "REPLACE INTO track_roots (track_id, sections_json) SELECT 9, '[]' FROM tracks WHERE id = 9", "track_id = 9");
    add("track_waveforms", "track_id = 1", "sample_rate = 9",
        "REPLACE INTO track_waveforms (track_id, preview_samples_json, sample_rate) SELECT 9, '[]', 1 FROM tracks "
        "WHERE id = 9",
        "track_id = 9");
    add("track_stems", "track_id = 1 AND stem_name = 'bass'", "storage_path = 'x'",
        "INSERT INTO track_stems (track_id, stem_name, file_path) VALUES (1, 'other', '/o')", "stem_name = 'other'");
    add("implementations", "id = 1", "graph_json = '{}'",
        "INSERT INTO implementations (id, pattern_id, graph_json) VALUES (9, 1, '{}')", "id = 9");
    add("track_scores", "id = 1", "z_index = 9", "INSERT INTO track_scores (id, score_id, pattern_id) VALUES (9, 1, 1)",
        "id = 9");
    add("venue_implementation_overrides", "venue_id = 1 AND pattern_id = 1", "implementation_id = 2",
        "INSERT INTO venue_implementation_overrides (venue_id, pattern_id, implementation_id) VALUES (1, 2, 1)",
        "venue_id = 1 AND pattern_id = 2");
}

#define FETCH_ROW                                                                                                      \
    QFETCH(QString, table);                                                                                            \
    QFETCH(QString, row);                                                                                              \
    QFETCH(QString, edit)

void TestTrackingSql::firstEdits()
{
    FETCH_ROW;
    LumaDatabase host;
    const QString was = host.value(u"SELECT version FROM %1 WHERE %2"_s.arg(table, row)).toString();
    TRACK(library);
    const QString state = u"SELECT needs_sync, sync_rev <> 0, version - %3 FROM %1 WHERE %2"_s.arg(table, row, was);
    QCOMPARE(host.rows(state), u"1|0|0"_s); // a row that was there before the module is dirty
    RUN(u"UPDATE %1 SET %3 WHERE %2"_s.arg(table, row, edit));
    QCOMPARE(host.rows(state), u"1|0|1"_s);
    SEND(library);
    QCOMPARE(host.rows(state), u"0|1|1"_s);
    QCOMPARE(library.rows().any().value(), false);
    RUN(u"UPDATE %1 SET %3 WHERE %2"_s.arg(table, row, edit));
    QCOMPARE(host.rows(state), u"1|1|2"_s); // the host's version went up once
    QCOMPARE(host.value(u"SELECT count(*) FROM %1 WHERE needs_sync = 1"_s.arg(table)).toInt(), 1);
    RUN(u"UPDATE %1 SET %3 WHERE %2"_s.arg(table, row, edit));
    QCOMPARE(host.rows(state), u"1|1|3"_s);
    SEND(library);
    QCOMPARE(host.rows(state), u"0|1|3"_s);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
}

void TestTrackingSql::bookkeepingLeavesTheHostsColumns()
{
    QFETCH(QString, table);
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    RUN(u"UPDATE %1 SET version = 41, updated_at = '2001-02-03 04:05:06'"_s.arg(table));
    const QString columns = u"SELECT DISTINCT version, updated_at FROM "_s + table;
    QCOMPARE(library.read(table)->rows.isEmpty(), false);
    QCOMPARE(host.rows(columns), u"41|2001-02-03 04:05:06"_s);
    SEND(library);
    QCOMPARE(host.rows(columns), u"41|2001-02-03 04:05:06"_s);
    QCOMPARE(host.value(u"SELECT count(*) FROM %1 WHERE needs_sync = 1"_s.arg(table)).toInt(), 0);
}

void TestTrackingSql::editInFlight()
{
    FETCH_ROW;
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    RUN(u"UPDATE %1 SET %3 WHERE %2"_s.arg(table, row, edit));
    const auto read = library.read(table, true);
    QCOMPARE(read->rows.size(), 1);
    RUN(u"UPDATE %1 SET %3 WHERE %2"_s.arg(table, row, edit)); // while the request is on its way
    QCOMPARE(text(library.rows().clear(library.index(table), read->rows)), QString());
    QCOMPARE(host.value(u"SELECT needs_sync FROM %1 WHERE %2"_s.arg(table, row)).toInt(), 1);
    SEND(library);
    QCOMPARE(host.value(u"SELECT needs_sync FROM %1 WHERE %2"_s.arg(table, row)).toInt(), 0);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
}

void TestTrackingSql::insertAndDelete()
{
    QFETCH(QString, table);
    QFETCH(QString, add);
    QFETCH(QString, added);
    LumaDatabase host;
    RUN(u"INSERT INTO tracks (id, track_hash, file_path) VALUES (9, 'z9', '/z')"_s);
    TRACK(library);
    SEND(library);
    if (table == "tracks"_L1)
        RUN(u"DELETE FROM tracks WHERE id = 9"_s);
    SEND(library);
    RUN(add);
    QCOMPARE(host.rows(u"SELECT needs_sync, version FROM %1 WHERE %2"_s.arg(table, added)), u"1|1"_s);
    QCOMPARE(library.rows().any().value(), true);
    RUN(u"DELETE FROM %1 WHERE %2"_s.arg(table, added)); // never sent: nothing to do at all
    QCOMPARE(host.value(u"SELECT count(*) FROM lumasync_tombstones"_s).toInt(), 0);
    QCOMPARE(library.rows().any().value(), false);
    RUN(add);
    SEND(library);
    QCOMPARE(library.rows().any().value(), false);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
}

void TestTrackingSql::deleteLeavesATombstone()
{
    QFETCH(QString, table);
    QFETCH(QString, row);
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    RUN(u"DELETE FROM %1 WHERE %2"_s.arg(table, row));
    QCOMPARE(host.value(u"SELECT count(*) FROM lumasync_tombstones WHERE table_name = '%1'"_s.arg(table)).toInt(), 1);
    QCOMPARE(library.rows().any().value(), true);
    SEND(library);
    QCOMPARE(library.rows().any().value(), false);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
}

// The module's triggers say RAISE(IGNORE): for a statement over many rows that must end one row's triggers, not the
// statement.
void TestTrackingSql::manyRowsAtOnce()
{
    LumaDatabase host(LumaDatabase::Content::Schema);
    RUN(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) INSERT INTO venues (id, name) SELECT i, 'v' FROM n"_s);
    TRACK(library);
    SEND(library);
    RUN(u"UPDATE venues SET name = 'w' WHERE id % 2 = 0"_s);
    QCOMPARE(host.rows(u"SELECT count(*), sum(version), sum(needs_sync) FROM venues WHERE name = 'w'"_s),
             u"500|1000|500"_s);
    QCOMPARE(host.rows(u"SELECT count(*), sum(version), sum(needs_sync) FROM venues WHERE name = 'v'"_s),
             u"500|500|0"_s);
    SEND(library);
    QCOMPARE(host.rows(u"SELECT sum(version), sum(needs_sync) FROM venues"_s), u"1500|0"_s);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
}

void TestTrackingSql::cascades()
{
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    RUN(u"DELETE FROM venues WHERE id = 1"_s);
    QCOMPARE(host.rows(u"SELECT table_name, count(*) FROM lumasync_tombstones GROUP BY 1 ORDER BY 1"_s),
             u"fixtures|2\nvenue_implementation_overrides|1\nvenues|1"_s);
    RUN(u"DELETE FROM tracks"_s);
    SEND(library);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
    RUN(u"DELETE FROM patterns"_s); // the cycle with implementations included
    SEND(library);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
    QCOMPARE(library.rows().any().value(), false);
}

void TestTrackingSql::setNull()
{
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    RUN(u"DELETE FROM pattern_categories WHERE id = 2"_s);
    QCOMPARE(host.rows(u"SELECT id, needs_sync FROM patterns WHERE needs_sync = 1"_s), u"2|1\n3|1"_s);
    SEND(library);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
}

void TestTrackingSql::keyChange()
{
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    RUN(u"PRAGMA defer_foreign_keys = ON"_s);
    RUN(u"UPDATE track_stems SET stem_name = 'vocals' WHERE track_id = 1 AND stem_name = 'bass'"_s);
    RUN(u"UPDATE fixtures SET id = '44444444-4444-4444-8444-444444444444' WHERE label = 'left'"_s);
    QCOMPARE(host.value(u"SELECT count(*) FROM lumasync_tombstones"_s).toInt(), 2);
    SEND(library);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
    RUN(u"UPDATE track_stems SET stem_name = 'bass' WHERE track_id = 1 AND stem_name = 'vocals'"_s); // and back
    SEND(library);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
    QCOMPARE(library.rows().any().value(), false);
}

void TestTrackingSql::keyChangeKeepsRemoteId()
{
    LumaDatabase host;
    TRACK(library);
    RUN(u"UPDATE fixtures SET remote_id = '55555555-5555-4555-8555-555555555555' WHERE label = 'left'"_s);
    SEND(library);
    RUN(u"UPDATE fixtures SET id = 'other' WHERE label = 'left'"_s);
    SEND(library);
    QVERIFY(library.cloud().contains(u"fixtures/55555555-5555-4555-8555-555555555555"_s));
    QCOMPARE(library.cloud(), library.expectedCloud().value());
    QCOMPARE(library.rows().any().value(), false);
}

// Equal for the column's collation, but another key text and so another cloud id.
void TestTrackingSql::keyChangeInCaseOnly()
{
    LumaDatabase host(LumaDatabase::Content::Nothing);
    RUN(u"CREATE TABLE tags (name TEXT PRIMARY KEY COLLATE NOCASE, value TEXT)"_s);
    RUN(u"INSERT INTO tags VALUES ('abc', '1'), ('def', '2')"_s);
    TRACK(library, SchemaDescription{{{u"tags"_s, {}, {}}}});
    SEND(library);
    RUN(u"UPDATE tags SET name = 'ABC' WHERE name = 'abc'"_s);
    RUN(u"INSERT OR REPLACE INTO tags (name, value) VALUES ('DEF', '3')"_s);
    SEND(library);
    QCOMPARE(library.cloud().size(), 2);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
}

void TestTrackingSql::recursiveTriggers()
{
    LumaDatabase host;
    RUN(u"PRAGMA recursive_triggers = ON"_s);
    TRACK(library);
    SEND(library);
    RUN(u"UPDATE venues SET name = 'x' WHERE id = 1"_s);
    QCOMPARE(host.rows(u"SELECT needs_sync, version FROM venues WHERE id = 1"_s), u"1|2"_s);
    RUN(u"REPLACE INTO tracks (id, track_hash, file_path) VALUES (7, 'aa', '/new')"_s);
    RUN(u"REPLACE INTO venues (id, name) VALUES (2, 'again')"_s);
    SEND(library);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
    QCOMPARE(library.rows().any().value(), false);
}

void TestTrackingSql::withoutRowId()
{
    LumaDatabase host(LumaDatabase::Content::Nothing);
    RUN(u"CREATE TABLE pairs (a INTEGER, b TEXT, value TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID"_s);
    RUN(u"INSERT INTO pairs VALUES (1, 'x', 'one'), (1, 'y', 'two'), (2, 'x', 'three')"_s);
    TRACK(library, SchemaDescription{{{u"pairs"_s, {}, {}}}});
    SEND(library);
    RUN(u"UPDATE pairs SET value = 'new' WHERE a = 1"_s);
    RUN(u"UPDATE pairs SET b = 'z' WHERE a = 2"_s);
    QCOMPARE(host.value(u"SELECT sum(needs_sync) FROM pairs"_s).toInt(), 3);
    SEND(library);
    RUN(u"REPLACE INTO pairs (a, b, value) VALUES (1, 'x', 'last')"_s);
    RUN(u"DELETE FROM pairs WHERE b = 'y'"_s);
    SEND(library);
    QCOMPARE(library.cloud().size(), 2);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
    QCOMPARE(library.rows().any().value(), false);
}

void TestTrackingSql::strictTable()
{
    LumaDatabase host(LumaDatabase::Content::Nothing);
    RUN(u"CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT) STRICT"_s);
    RUN(u"INSERT INTO notes (body) VALUES ('a'), ('b')"_s);
    TRACK(library, SchemaDescription{{{u"notes"_s, {}, {}}}});
    SEND(library);
    RUN(u"UPDATE notes SET body = 'c' WHERE id = 1"_s);
    SEND(library);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
}

void TestTrackingSql::shadowedRowId()
{
    LumaDatabase host(LumaDatabase::Content::Nothing);
    RUN(u"CREATE TABLE odd (name TEXT NOT NULL PRIMARY KEY, rowid TEXT, _rowid_ TEXT)"_s);
    RUN(u"CREATE TABLE odder (name TEXT NOT NULL PRIMARY KEY, rowid TEXT, _rowid_ TEXT, oid TEXT)"_s);
    RUN(u"INSERT INTO odd VALUES ('a', 'same', 'same'), ('b', 'same', 'same')"_s);
    RUN(u"INSERT INTO odder VALUES ('a', 'same', 'same', 'same'), ('b', 'same', 'same', 'same')"_s);
    TRACK(library, SchemaDescription{{{u"odd"_s, {}, {}}, {u"odder"_s, {}, {}}}});
    SEND(library);
    RUN(u"UPDATE odd SET rowid = 'new' WHERE name = 'a'"_s);
    RUN(u"UPDATE odder SET rowid = 'new' WHERE name = 'a'"_s);
    QCOMPARE(host.value(u"SELECT sum(needs_sync) FROM odd"_s).toInt(), 1);
    QCOMPARE(host.value(u"SELECT sum(needs_sync) FROM odder"_s).toInt(), 1);
    SEND(library);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
}

void TestTrackingSql::oddNames()
{
    LumaDatabase host(LumaDatabase::Content::Nothing);
    RUN(u"CREATE TABLE \"größe \"\" 'x'?\" (\"schlüssel :a?\" TEXT NOT NULL PRIMARY KEY, \"wert \"\"q\"\"\" TEXT UNIQUE, \"select\" INTEGER)"_s);
    const QString name = u"größe \" 'x'?"_s;
    RUN(u"INSERT INTO %1 VALUES ('it''s', 'a', 1), ('日本 ?', 'b', 2), ('c,d', 'c', 3)"_s.arg(quoted(name)));
    TRACK(library, SchemaDescription{{{name, {}, {}}}});
    SEND(library);
    QCOMPARE(library.cloud().size(), 3);
    RUN(u"UPDATE %1 SET \"select\" = 9 WHERE \"select\" = 2"_s.arg(quoted(name)));
    RUN(u"REPLACE INTO %1 (\"schlüssel :a?\", \"wert \"\"q\"\"\") VALUES ('new', 'a')"_s.arg(quoted(name)));
    RUN(u"DELETE FROM %1 WHERE \"select\" = 3"_s.arg(quoted(name)));
    SEND(library);
    QCOMPARE(library.cloud().size(), 2);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
    QCOMPARE(library.rows().any().value(), false);
}

void TestTrackingSql::rollback()
{
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    RUN(u"BEGIN"_s);
    RUN(u"UPDATE venues SET name = 'x'"_s);
    RUN(u"DELETE FROM tracks"_s);
    RUN(u"ROLLBACK"_s);
    QCOMPARE(library.rows().any().value(), false);
    QCOMPARE(library.rows().count().value(), 0);
}

LUMASYNC_SUITE(QCoreApplication, TestTrackingSql)
#include "tst_trackingsql.moc"
