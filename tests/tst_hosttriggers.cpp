// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "lumadatabase.h"
#include "suite.h"

#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

// Triggers of the host that would fire on the module's bookkeeping: none may see it, and none may be changed by it.
class TestHostTriggers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bookkeepingIsInvisible_data();
    void bookkeepingIsInvisible();
    void aTriggerMadeWhileWeRun();
    void aTriggerThatRefuses();
    void fullTextIndex();
    void plainTriggersOfTheArchitecture();
};

void TestHostTriggers::bookkeepingIsInvisible_data()
{
    QTest::addColumn<QString>("trigger");
    const auto add = [](const char *name, const QString &body) {
        QTest::newRow(name) << u"CREATE TRIGGER "_s + body.arg(u"venues_host"_s);
    };
    const QString log = u"INSERT INTO log (id) VALUES (NEW.id); END"_s;
    const QString count = u"UPDATE venues SET description = coalesce(description, 0) + 1 WHERE id = NEW.id; END"_s;
    add("after, writes a log", u"%1 AFTER UPDATE ON venues BEGIN "_s + log);
    add("after, counts in the row", u"%1 AFTER UPDATE ON venues BEGIN "_s + count);
    add("before, writes a log", u"%1 BEFORE UPDATE ON venues BEGIN "_s + log);
    add("before, counts in the row", u"%1 BEFORE UPDATE ON venues BEGIN "_s + count);
    add("before, by default", u"%1 UPDATE ON venues BEGIN "_s + log);
    add("before, some rows only", u"%1 BEFORE UPDATE ON venues WHEN NEW.id > 1 BEGIN "_s + log);
    add("before, of named columns", u"%1 BEFORE UPDATE OF name ON venues BEGIN "_s + log);
    add("comment and odd name", u"\"%1 \"\" ; x\" /* ; */ BEFORE UPDATE ON \"venues\" BEGIN "_s + log);
    add("if not exists", u"IF NOT EXISTS main.%1 BEFORE UPDATE ON venues BEGIN "_s + log);
}

void TestHostTriggers::bookkeepingIsInvisible()
{
    QFETCH(QString, trigger);
    LumaDatabase host;
    RUN(u"CREATE TABLE log (id INTEGER)"_s);
    RUN(trigger);
    TRACK(library);
    const QString seen =
        u"SELECT (SELECT count(*) FROM log), (SELECT group_concat(coalesce(description, 'null') || version || updated_at) FROM venues)"_s;
    const QString triggers =
        u"SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name NOT LIKE 'lumasync%' ORDER BY name"_s;
    const QString before = host.rows(seen);
    const QString triggersBefore = host.rows(triggers);
    SEND(library);
    QCOMPARE(host.rows(seen), before);
    QCOMPARE(host.rows(triggers), triggersBefore);
    QCOMPARE(library.rows().any().value(), false);
    RUN(u"UPDATE venues SET name = 'x'"_s);
    QCOMPARE(host.rows(u"SELECT needs_sync, version FROM venues"_s), u"1|2\n1|2"_s);
    const QString after = host.rows(seen);
    SEND(library);
    QCOMPARE(host.rows(seen), after);
    QCOMPARE(host.rows(triggers), triggersBefore);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
    QCOMPARE(library.rows().any().value(), false);
}

// Younger than ours, so it runs first: until the next start the module works around it.
void TestHostTriggers::aTriggerMadeWhileWeRun()
{
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    RUN(u"DROP TRIGGER venues_updated_at"_s);
    RUN(u"CREATE TRIGGER venues_updated_at AFTER UPDATE ON venues WHEN OLD.version = NEW.version BEGIN"
        " UPDATE venues SET updated_at = CURRENT_TIMESTAMP, version = OLD.version + 1 WHERE id = NEW.id; END"_s);
    RUN(u"UPDATE venues SET name = 'x' WHERE id = 1"_s);
    QCOMPARE(host.rows(u"SELECT needs_sync, version FROM venues"_s), u"1|2\n0|1"_s);
    SEND(library);
    QCOMPARE(host.rows(u"SELECT needs_sync, version FROM venues"_s), u"0|2\n0|1"_s);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
    RUN(u"UPDATE venues SET name = 'y'"_s);
    QCOMPARE(host.rows(u"SELECT needs_sync, version FROM venues"_s), u"1|3\n1|2"_s);
    SEND(library);
    QCOMPARE(host.rows(u"SELECT needs_sync, version FROM venues"_s), u"0|3\n0|2"_s);
}

// Rows from before a rule exist; that they break it is the host's matter and no reason not to back them up.
void TestHostTriggers::aTriggerThatRefuses()
{
    for (const QString &how : {u"ABORT"_s, u"FAIL"_s, u"ROLLBACK"_s}) {
        LumaDatabase host;
        RUN(u"CREATE TRIGGER venues_rule BEFORE UPDATE ON venues WHEN length(NEW.name) < 10 BEGIN SELECT RAISE(%1, 'too short'); END"_s
                .arg(how));
        TRACK(library);
        SEND(library);
        QCOMPARE(library.rows().any().value(), false);
        QVERIFY(!host.run(u"UPDATE venues SET name = 'short'"_s).isEmpty());
        QCOMPARE(library.rows().any().value(), false);
        RUN(u"UPDATE venues SET name = 'a long name'"_s);
        SEND(library);
        QCOMPARE(library.cloud(), library.expectedCloud().value());
    }
}

// An external-content index, kept by a pair of triggers as SQLite's documentation has it.
void TestHostTriggers::fullTextIndex()
{
    LumaDatabase host;
    RUN(u"CREATE VIRTUAL TABLE names USING fts5(name, content='venues', content_rowid='id')"_s);
    RUN(u"INSERT INTO names (names) VALUES ('rebuild')"_s);
    RUN(u"CREATE TRIGGER names_update AFTER UPDATE ON venues BEGIN INSERT INTO names (names, rowid, name) VALUES "
        u"('delete', OLD.id, OLD.name);"
        " INSERT INTO names (rowid, name) VALUES (NEW.id, NEW.name); END"_s);
    TRACK(library);
    SEND(library);
    for (const QString &name : {u"alpha"_s, u"beta"_s}) {
        RUN(u"UPDATE venues SET name = '%1' WHERE id = 1"_s.arg(name));
        SEND(library);
        QCOMPARE(host.rows(u"SELECT rowid FROM names WHERE names MATCH '%1'"_s.arg(name)), u"1"_s);
        RUN(u"INSERT INTO names (names, rank) VALUES ('integrity-check', 1)"_s);
    }
    QCOMPARE(host.rows(u"SELECT rowid FROM names WHERE names MATCH 'alpha'"_s), QString());
}

// A library that already has the columns and triggers of the plain design.
void TestHostTriggers::plainTriggersOfTheArchitecture()
{
    LumaDatabase host;
    for (const QString &table : {u"venues"_s, u"tracks"_s}) {
        RUN(u"ALTER TABLE %1 ADD COLUMN needs_sync BOOLEAN DEFAULT 1"_s.arg(table));
        RUN(u"CREATE TRIGGER %1_set_needs_sync_insert AFTER INSERT ON %1 BEGIN UPDATE %1 SET needs_sync = 1 WHERE id = NEW.id; END"_s
                .arg(table));
        RUN(u"CREATE TRIGGER %1_set_needs_sync_update AFTER UPDATE ON %1 WHEN OLD.needs_sync = 0 BEGIN"
            " UPDATE %1 SET needs_sync = 1 WHERE id = NEW.id; END"_s.arg(table));
    }
    TRACK(library);
    SEND(library);
    QCOMPARE(library.rows().any().value(), false);
    RUN(u"UPDATE venues SET name = 'x' WHERE id = 1"_s);
    RUN(u"INSERT INTO tracks (track_hash, file_path) VALUES ('cc', '/c')"_s);
    QCOMPARE(library.rows().count().value(), 2);
    SEND(library);
    QCOMPARE(library.rows().any().value(), false);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
}

LUMASYNC_SUITE(QCoreApplication, TestHostTriggers)
#include "tst_hosttriggers.moc"
