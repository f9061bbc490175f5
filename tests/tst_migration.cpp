// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "files.h"
#include "lumadatabase.h"
#include "suite.h"

#include "core/migration.h"
#include "core/trackingsql.h"

#include <QFile>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

class TestMigration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fresh();
    void existingRowsBecomeDirty();
    void secondRunWritesNothing();
    void emptyLibrary();
    void libraryIdIsKept();
    void hostsUserVersionIsLeftAlone();
    void extraStatements();
    void youngerTriggerOfTheHost();
    void repairs_data();
    void repairs();
    void tableRebuiltByTheHost();
    void tableAddedToTheDescription();
    void newerVersionIsRefused();
    void columnsThatAreTaken_data();
    void columnsThatAreTaken();
    void wholeOrNotAtAll();
    void busy();

private:
    // resolves and migrates on a connection of its own
    static QString migrate(const LumaDatabase &host, const SchemaDescription &description = SchemaDescription::luma(),
                           const QStringList &extra = {});
};

QString TestMigration::migrate(const LumaDatabase &host, const SchemaDescription &description, const QStringList &extra)
{
    const auto database = Database::open(host.path(), std::chrono::milliseconds(50));
    if (!database)
        return text(database.error());
    const auto schema = Schema::resolve(description, database->connection());
    return schema ? text(Migration(*database, *schema, extra).run()) : text(schema.error());
}

void TestMigration::fresh()
{
    // Those where a REPLACE can remove a row of another key, or of a key that is no number.
    const QStringList watched{u"pattern_categories"_s, u"tracks"_s, u"fixtures"_s, u"track_stems"_s,
                              u"venue_implementation_overrides"_s};
    LumaDatabase host(LumaDatabase::Content::Schema);
    QCOMPARE(migrate(host), QString());
    for (const QString &table : LumaDatabase::tableNames()) {
        QCOMPARE(
            host.rows(
                u"SELECT name, type, \"notnull\", dflt_value FROM pragma_table_info('%1') WHERE name IN ('needs_sync', 'sync_rev', 'remote_id')"_s
                    .arg(table)),
            u"needs_sync|BOOLEAN|0|1\nsync_rev|INTEGER|1|0\nremote_id|TEXT|0|"_s);
        QCOMPARE(
            host.value(
                    u"SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '%1' AND name LIKE 'lumasync%'"_s
                        .arg(table))
                .toInt(),
            watched.contains(table) ? 7 : 5);
        QCOMPARE(
            host.value(u"SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name = '%1_updated_at'"_s.arg(
                           table))
                .toInt(),
            1);
    }
    QCOMPARE(host.value(u"SELECT count(*) FROM pragma_table_info('settings')"_s).toInt(), 2); // not ours, not touched
    QCOMPARE(host.value(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
}

void TestMigration::existingRowsBecomeDirty()
{
    LumaDatabase host;
    QCOMPARE(migrate(host), QString());
    for (const QString &table : LumaDatabase::tableNames()) {
        QCOMPARE(host.value(u"SELECT count(*) > 0 AND count(*) = sum(needs_sync) AND sum(sync_rev) = 0 FROM "_s + table)
                     .toInt(),
                 1);
        QCOMPARE(host.value(u"SELECT max(version) FROM "_s + table).toInt(),
                 table == "patterns"_L1 ? 2 : 1); // as the host made it
    }
}

void TestMigration::secondRunWritesNothing()
{
    LumaDatabase host;
    QCOMPARE(migrate(host), QString());
    RUN(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    const QByteArray before = contentOf(host.path());
    const QString version = host.value(u"PRAGMA data_version"_s).toString();
    QCOMPARE(migrate(host), QString());
    QCOMPARE(host.value(u"PRAGMA data_version"_s).toString(), version);
    QCOMPARE(QFile(host.path() + u"-wal"_s).size(), 0);
    QCOMPARE(contentOf(host.path()), before);
    QVERIFY(!before.isEmpty());
}

void TestMigration::emptyLibrary()
{
    LumaDatabase host(LumaDatabase::Content::Schema);
    TrackedLibrary library(host.path());
    QCOMPARE(library.failure(), QString());
    QCOMPARE(library.rows().any().value(), false);
    QCOMPARE(library.sendAll(), QString());
    RUN(u"INSERT INTO venues (name) VALUES ('first')"_s);
    QCOMPARE(library.rows().any().value(), true);
}

void TestMigration::libraryIdIsKept()
{
    LumaDatabase host;
    LumaDatabase other;
    QCOMPARE(migrate(host), QString());
    QCOMPARE(migrate(other), QString());
    const QString sql = u"SELECT value FROM lumasync_meta WHERE key = 'library_id'"_s;
    const QString id = host.value(sql).toString();
    QCOMPARE(id.size(), 36);
    QVERIFY(id != other.value(sql).toString());
    RUN(u"DROP TRIGGER lumasync_venues_changed"_s); // forces a repair
    QCOMPARE(migrate(host), QString());
    QCOMPARE(host.value(sql).toString(), id);
}

void TestMigration::hostsUserVersionIsLeftAlone()
{
    LumaDatabase host;
    RUN(u"PRAGMA user_version = 4711"_s);
    RUN(u"PRAGMA application_id = 815"_s);
    QCOMPARE(migrate(host), QString());
    QCOMPARE(host.value(u"PRAGMA user_version"_s).toInt(), 4711);
    QCOMPARE(host.value(u"PRAGMA application_id"_s).toInt(), 815);
}

void TestMigration::extraStatements()
{
    LumaDatabase host;
    QCOMPARE(migrate(host, SchemaDescription::luma(), {u"CREATE TABLE IF NOT EXISTS further (a)"_s}), QString());
    QCOMPARE(host.value(u"SELECT count(*) FROM pragma_table_info('further')"_s).toInt(), 1);
    QCOMPARE(migrate(host, SchemaDescription::luma(),
                     {u"CREATE TABLE IF NOT EXISTS further (a)"_s, u"CREATE TABLE IF NOT EXISTS more (a)"_s}),
             QString());
    QCOMPARE(host.value(u"SELECT count(*) FROM pragma_table_info('more')"_s).toInt(), 1);
}

void TestMigration::youngerTriggerOfTheHost()
{
    LumaDatabase host;
    QCOMPARE(migrate(host), QString());
    RUN(u"DROP TRIGGER venues_updated_at"_s);
    RUN(u"CREATE TRIGGER venues_touched AFTER UPDATE ON Venues WHEN OLD.version = NEW.version BEGIN"
        " UPDATE venues SET version = OLD.version + 1 WHERE id = NEW.id; END"_s);
    const QString youngest =
        u"SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'venues' COLLATE NOCASE ORDER BY rowid DESC LIMIT 1"_s;
    QCOMPARE(host.value(youngest).toString(), u"venues_touched"_s);
    QCOMPARE(migrate(host), QString());
    QCOMPARE(host.value(youngest).toString(), u"lumasync_venues_bookkeeping"_s);
}

void TestMigration::repairs_data()
{
    QTest::addColumn<QString>("damage");
    for (const char *role : {"deleted", "rekeyed", "replaced", "overwritten", "returned", "changed", "bookkeeping"})
        QTest::newRow(role) << u"DROP TRIGGER lumasync_track_stems_%1"_s.arg(QLatin1StringView(role));
    QTest::newRow("index") << u"DROP INDEX lumasync_track_stems_dirty"_s;
    QTest::newRow("tombstones") << u"DROP TABLE lumasync_tombstones"_s;
    QTest::newRow("guard") << u"DROP TABLE lumasync_guard"_s;
    QTest::newRow("refused rows") << u"DROP TABLE lumasync_refused_rows"_s;
}

void TestMigration::repairs()
{
    QFETCH(QString, damage);
    LumaDatabase host;
    QCOMPARE(migrate(host), QString());
    const QString objects =
        u"SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name LIKE 'lumasync%' ORDER BY 1, 2"_s;
    const QString before = host.rows(objects);
    RUN(damage);
    QVERIFY(host.rows(objects) != before);
    QCOMPARE(migrate(host), QString());
    QCOMPARE(host.rows(objects), before);
}

// SQLite's own recipe for changes that ALTER TABLE cannot make. It takes the module's columns and triggers along.
void TestMigration::tableRebuiltByTheHost()
{
    LumaDatabase host;
    {
        TrackedLibrary library(host.path());
        QCOMPARE(library.sendAll(), QString());
    }
    RUN(u"PRAGMA foreign_keys = OFF"_s);
    RUN(u"CREATE TABLE rebuilt (id INTEGER PRIMARY KEY, name TEXT NOT NULL, capacity INTEGER, uid TEXT,"
        " created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP, updated_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP, version INTEGER NOT NULL DEFAULT 1)"_s);
    RUN(u"INSERT INTO rebuilt (id, name, uid, created_at, updated_at, version) SELECT id, name, uid, created_at, updated_at, version FROM venues"_s);
    RUN(u"DROP TABLE venues"_s);
    RUN(u"ALTER TABLE rebuilt RENAME TO venues"_s);
    TrackedLibrary library(host.path());
    QCOMPARE(library.failure(), QString());
    QCOMPARE(host.value(u"SELECT sum(needs_sync) FROM venues"_s).toInt(), 2);
    QCOMPARE(library.sendAll(), QString());
    RUN(u"UPDATE venues SET capacity = 300 WHERE id = 1"_s);
    QCOMPARE(library.rows().count().value(), 1);
}

void TestMigration::tableAddedToTheDescription()
{
    LumaDatabase host;
    SchemaDescription fewer = SchemaDescription::luma();
    fewer.tables.removeIf([](const TableDescription &table) { return table.name == "scores"_L1; });
    QCOMPARE(migrate(host, fewer), QString());
    QCOMPARE(host.value(u"SELECT count(*) FROM pragma_table_info('scores') WHERE name = 'needs_sync'"_s).toInt(), 0);
    QCOMPARE(migrate(host), QString());
    QCOMPARE(host.value(u"SELECT count(*) FROM pragma_table_info('scores') WHERE name = 'needs_sync'"_s).toInt(), 1);
}

void TestMigration::newerVersionIsRefused()
{
    LumaDatabase host;
    QCOMPARE(migrate(host), QString());
    RUN(u"UPDATE lumasync_meta SET value = %1 WHERE key = 'schema_version'"_s.arg(Migration::version + 1));
    QCOMPARE(migrate(host),
             u"Configuration: newer: A newer version of LumaSync has used this library. Update this program."_s);
}

void TestMigration::columnsThatAreTaken_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<bool>("fits");
    QTest::newRow("as the architecture has it") << u"needs_sync BOOLEAN DEFAULT 1"_s << true;
    QTest::newRow("true") << u"needs_sync INTEGER DEFAULT TRUE"_s << true;
    QTest::newRow("in capitals") << u"NEEDS_SYNC BOOLEAN DEFAULT 1"_s << true;
    QTest::newRow("default 0") << u"needs_sync BOOLEAN DEFAULT 0"_s << false;
    QTest::newRow("no default") << u"needs_sync BOOLEAN"_s << false;
    QTest::newRow("another sync_rev") << u"sync_rev INTEGER DEFAULT 7"_s << false;
}

void TestMigration::columnsThatAreTaken()
{
    QFETCH(QString, column);
    QFETCH(bool, fits);
    LumaDatabase host;
    RUN(u"ALTER TABLE venues ADD COLUMN "_s + column);
    const QString error = migrate(host);
    QCOMPARE(error.isEmpty(), fits);
    QCOMPARE(error.startsWith(u"Configuration: column: "_s), !fits);
    QCOMPARE(host.value(u"SELECT count(*) FROM sqlite_master WHERE name LIKE 'lumasync%'"_s).toInt() > 0, fits);
}

void TestMigration::wholeOrNotAtAll()
{
    LumaDatabase host;
    RUN(u"CREATE VIEW lumasync_track_scores_dirty AS SELECT 1"_s); // in the way of an index, late in the work
    const QString objects = u"SELECT type, name, sql FROM sqlite_master ORDER BY rowid"_s;
    const QString before = host.rows(objects);
    QVERIFY(!migrate(host).isEmpty());
    QCOMPARE(host.rows(objects), before);
    RUN(u"DROP VIEW lumasync_track_scores_dirty"_s);
    QCOMPARE(migrate(host), QString());
}

void TestMigration::busy()
{
    LumaDatabase host;
    RUN(u"BEGIN IMMEDIATE"_s);
    QVERIFY(migrate(host).startsWith(u"Database: busy: "_s));
    RUN(u"COMMIT"_s);
    QCOMPARE(migrate(host), QString());
    RUN(u"BEGIN IMMEDIATE"_s);
    QCOMPARE(migrate(host), QString()); // nothing to write, so nothing to wait for
    RUN(u"COMMIT"_s);
}

LUMASYNC_SUITE(QCoreApplication, TestMigration)
#include "tst_migration.moc"
