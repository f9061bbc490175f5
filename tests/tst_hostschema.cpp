// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// What the host does to its database while the module is installed: each is seen when the library is opened next, and
// nothing counts as backed up that is not.
#include "core/library.h"
#include "core/librarywitness.h"
#include "core/schemabuilder.h"

#include "lumadatabase.h"
#include "suite.h"

#include <QFile>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

namespace {

const QString createItems = u"CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT, price REAL, path TEXT)"_s;

SchemaDescription items()
{
    return SchemaDescription::of({TableBuilder(u"items"_s).localOnly(u"path"_s)});
}

} // namespace

class TestHostSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void columnAdded_data();
    void columnAdded();
    void columnTravelsInAnotherWay_data();
    void columnTravelsInAnotherWay();
    void rebuiltWithoutOurColumns();
    void rebuiltWithOurColumnsAndEdited();
    void deletionAfterARebuildIsSeen();
    void repairSurvivesACrash();
    void hostTriggersDoNotSeeARepair();
    void tableDropped();
    void tableDroppedAndMadeAgain();
    void tableThatWasNeverThere();
    void schemaChangeWhileOpen();
    void olderCopy();
    void olderCopyNeedsNoLaterOne();
    void otherLibraryInItsPlace();
    void deletionsOfATableThatIsNotDescribed();

private:
    /// Opens the library as the engine does, sends everything, and notes how far that came.
    QString sendAll(const SchemaDescription &description = items())
    {
        TrackedLibrary library(m_host->path(), description);
        if (!library.failure().isEmpty())
            return library.failure();
        const QString problem = library.sendAll();
        const auto opened = Library::open(m_host->path(), description);
        if (opened)
            (*opened)->remember();
        return problem.isEmpty() && !opened ? opened.error().message : problem;
    }
    /// Names of the rows that wait, after the library was opened.
    QString waiting(const SchemaDescription &description = items())
    {
        const auto library = Library::open(m_host->path(), description);
        if (!library)
            return library.error().message;
        return m_host
            ->value(u"SELECT group_concat(name, ' ') FROM (SELECT name FROM items WHERE needs_sync = 1 ORDER BY id)"_s)
            .toString();
    }

    std::unique_ptr<LumaDatabase> m_host;
};

void TestHostSchema::init()
{
    m_host = std::make_unique<LumaDatabase>(LumaDatabase::Content::Nothing);
    RUN_ON(*m_host, createItems);
    RUN_ON(*m_host,
           u"INSERT INTO items (name, price, path) VALUES ('a', 1, '/a'), ('b', 2, '/b'), ('c', NULL, NULL)"_s);
}

void TestHostSchema::columnAdded_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("waits");
    QTest::newRow("empty") << u"ALTER TABLE items ADD COLUMN note TEXT"_s << QString();
    QTest::newRow("with a default") << u"ALTER TABLE items ADD COLUMN note TEXT DEFAULT 'x'"_s << u"a b c"_s;
    QTest::newRow("generated") << u"ALTER TABLE items ADD COLUMN note AS (price * 2)"_s << u"a b"_s;
}

void TestHostSchema::columnAdded()
{
    QFETCH(QString, change);
    QCOMPARE(sendAll(), QString());
    QCOMPARE(waiting(), QString());
    RUN_ON(*m_host, change);
    QTEST(waiting(), "waits");
    QCOMPARE(sendAll(), QString());
    QCOMPARE(waiting(), QString());
}

void TestHostSchema::columnTravelsInAnotherWay_data()
{
    QTest::addColumn<SchemaDescription>("now");
    QTest::addColumn<QString>("waits");
    QTest::newRow("the same") << items() << QString();
    QTest::newRow("not local any more") << SchemaDescription::of({TableBuilder(u"items"_s)}) << u"a b"_s;
    QTest::newRow("another kind")
        << items().with(TableBuilder(u"items"_s).localOnly(u"path"_s).kind(u"price"_s, ColumnKind::Text)) << u"a b"_s;
    QTest::newRow("another name in the cloud")
        << items().with(TableBuilder(u"items"_s).localOnly(u"path"_s).inCloudAs(u"price"_s, u"cost"_s)) << u"a b"_s;
    QTest::newRow("another table in the cloud")
        << items().with(TableBuilder(u"items"_s).localOnly(u"path"_s).inCloudAs(u"things"_s)) << u"a b c"_s;
    QTest::newRow("local now") << items().with(TableBuilder(u"items"_s).localOnly({u"path"_s, u"price"_s}))
                               << QString();
}

void TestHostSchema::columnTravelsInAnotherWay()
{
    QFETCH(SchemaDescription, now);
    QCOMPARE(sendAll(), QString());
    QTEST(waiting(now), "waits");
}

// SQLite's own recipe for what ALTER TABLE cannot do: triggers and our columns go with the old table.
void TestHostSchema::rebuiltWithoutOurColumns()
{
    QCOMPARE(sendAll(), QString());
    RUN_ON(*m_host, u"CREATE TABLE new_items (id INTEGER PRIMARY KEY, name TEXT NOT NULL, price REAL, path TEXT)"_s);
    RUN_ON(*m_host, u"INSERT INTO new_items SELECT id, name, price, path FROM items"_s);
    RUN_ON(*m_host, u"DROP TABLE items"_s);
    RUN_ON(*m_host, u"ALTER TABLE new_items RENAME TO items"_s);
    RUN_ON(*m_host, u"UPDATE items SET price = 9 WHERE name = 'a'"_s);
    QCOMPARE(waiting(), u"a b c"_s);
    QCOMPARE(sendAll(), QString());
    RUN_ON(*m_host, u"UPDATE items SET price = 10 WHERE name = 'b'"_s);
    QCOMPARE(waiting(), u"b"_s);
}

// A migration tool that copies what it finds, our columns too: rows look backed up, and no trigger sees the edits.
void TestHostSchema::rebuiltWithOurColumnsAndEdited()
{
    QCOMPARE(sendAll(), QString());
    RUN_ON(*m_host,
           u"CREATE TABLE new_items (id INTEGER PRIMARY KEY, name TEXT NOT NULL, price REAL, path TEXT, needs_sync "
           u"BOOLEAN "
           "DEFAULT 1, sync_rev INTEGER NOT NULL DEFAULT 0, remote_id TEXT)"_s);
    RUN_ON(*m_host, u"INSERT INTO new_items SELECT * FROM items"_s);
    RUN_ON(*m_host, u"DROP TABLE items"_s);
    RUN_ON(*m_host, u"ALTER TABLE new_items RENAME TO items"_s);
    RUN_ON(*m_host, u"UPDATE items SET price = 9 WHERE name = 'a'"_s);
    QCOMPARE(m_host->value(u"SELECT sum(needs_sync) FROM items"_s).toInt(), 0); // the trap
    QCOMPARE(waiting(), u"a b c"_s);
    QCOMPARE(sendAll(), QString());
    QCOMPARE(waiting(), QString());
}

// Before the rows are sent again nothing but their mark says that the cloud may know them.
void TestHostSchema::deletionAfterARebuildIsSeen()
{
    RUN_ON(*m_host,
           u"CREATE UNIQUE INDEX items_by_name ON items (name)"_s); // so that keys below the last one sent say nothing
    QCOMPARE(sendAll(), QString());
    RUN_ON(*m_host, u"CREATE TABLE new_items (id INTEGER PRIMARY KEY, name TEXT UNIQUE, price REAL, path TEXT)"_s);
    RUN_ON(*m_host, u"INSERT INTO new_items SELECT id, name, price, path FROM items"_s);
    RUN_ON(*m_host, u"DROP TABLE items"_s);
    RUN_ON(*m_host, u"ALTER TABLE new_items RENAME TO items"_s);
    QCOMPARE(waiting(), u"a b c"_s);
    RUN_ON(*m_host, u"DELETE FROM items WHERE name = 'c'"_s);
    QCOMPARE(m_host->value(u"SELECT count(*) FROM lumasync_tombstones"_s).toInt(), 1);
}

void TestHostSchema::repairSurvivesACrash()
{
    QCOMPARE(sendAll(), QString());
    QCOMPARE(m_host->value(u"SELECT sum(needs_sync) FROM items"_s).toInt(), 0);
    RUN_ON(*m_host, u"INSERT INTO lumasync_meta VALUES ('repair/items', '*')"_s); // noted, and then the power failed
    QCOMPARE(waiting(), u"a b c"_s);
    QCOMPARE(m_host->value(u"SELECT count(*) FROM lumasync_meta WHERE key LIKE 'repair%'"_s).toInt(), 0);
}

void TestHostSchema::hostTriggersDoNotSeeARepair()
{
    RUN_ON(*m_host, u"ALTER TABLE items ADD COLUMN version INTEGER NOT NULL DEFAULT 1"_s);
    RUN_ON(*m_host, u"CREATE TRIGGER bump AFTER UPDATE ON items WHEN OLD.version = NEW.version BEGIN "
                    "UPDATE items SET version = OLD.version + 1 WHERE id = NEW.id; END"_s);
    QCOMPARE(sendAll(), QString());
    RUN_ON(*m_host, u"DROP TRIGGER lumasync_items_changed"_s);
    QCOMPARE(waiting(), u"a b c"_s);
    QCOMPARE(m_host->value(u"SELECT max(version) FROM items"_s).toInt(), 1);
}

// The rest goes on, and what was noted of the table does not count any more.
void TestHostSchema::tableDropped()
{
    RUN_ON(*m_host, u"CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT)"_s);
    RUN_ON(*m_host, u"INSERT INTO tags (name) VALUES ('x'), ('y')"_s);
    const SchemaDescription both = items().with(TableBuilder(u"tags"_s));
    QCOMPARE(sendAll(both), QString());
    RUN_ON(*m_host, u"DELETE FROM tags WHERE name = 'x'"_s);
    RUN_ON(*m_host, u"DROP TABLE tags"_s);
    RUN_ON(*m_host, u"UPDATE items SET price = 3 WHERE name = 'b'"_s);
    QCOMPARE(waiting(both), u"b"_s);
    const auto library = Library::open(m_host->path(), both);
    QVERIFY(library);
    QCOMPARE((*library)->schema().tables.size(), 1);
    QCOMPARE((*library)->rows().count().value(), 1);
}

void TestHostSchema::tableDroppedAndMadeAgain()
{
    QCOMPARE(sendAll(), QString());
    RUN_ON(*m_host, u"DROP TABLE items"_s);
    RUN_ON(*m_host, createItems);
    RUN_ON(*m_host, u"INSERT INTO items (name) VALUES ('n')"_s);
    QCOMPARE(waiting(), u"n"_s);
    RUN_ON(*m_host, u"DELETE FROM items"_s); // the cloud may have a row of that key
    QCOMPARE(m_host->value(u"SELECT count(*) FROM lumasync_tombstones"_s).toInt(), 1);
}

void TestHostSchema::tableThatWasNeverThere()
{
    QCOMPARE(sendAll(), QString());
    const auto library = Library::open(m_host->path(), items().with(TableBuilder(u"tags"_s)));
    QVERIFY(!library);
    QCOMPARE(library.error().code, u"notable"_s);
    RUN_ON(*m_host, u"DROP TABLE items"_s);
    QCOMPARE(Library::open(m_host->path(), items()).error().code, u"notable"_s); // nothing would be left
}

void TestHostSchema::schemaChangeWhileOpen()
{
    const auto library = Library::open(m_host->path(), items());
    QVERIFY(library);
    QVERIFY(!(*library)->isOutdated());
    RUN_ON(*m_host, u"UPDATE items SET price = 3"_s);
    QVERIFY(!(*library)->isOutdated());
    RUN_ON(*m_host, u"ALTER TABLE items ADD COLUMN note TEXT"_s);
    QVERIFY((*library)->isOutdated());
}

// A copy that was made when everything was backed up comes back after more was sent: its rows look backed up, but the
// cloud has later ones.
void TestHostSchema::olderCopy()
{
    QCOMPARE(sendAll(), QString());
    RUN_ON(*m_host, u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    const QString copy = m_host->path() + u".copy"_s;
    QVERIFY(QFile::copy(m_host->path(), copy));
    RUN_ON(*m_host, u"UPDATE items SET price = 100 WHERE name = 'a'"_s);
    QCOMPARE(sendAll(), QString());
    const QString libraryId = m_host->value(u"SELECT value FROM lumasync_meta WHERE key = 'library_id'"_s).toString();
    const qint64 stamp = m_host->value(u"SELECT value FROM lumasync_meta WHERE key = 'next_stamp'"_s).toLongLong();

    m_host->host().close();
    for (const QString &ending : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(m_host->path() + ending);
    QVERIFY(QFile::rename(copy, m_host->path()));
    QVERIFY(m_host->host().open());
    QCOMPARE(m_host->value(u"SELECT sum(needs_sync) FROM items"_s).toInt(), 0); // the trap
    QCOMPARE(waiting(), u"a b c"_s);
    QCOMPARE(m_host->value(u"SELECT value FROM lumasync_meta WHERE key = 'library_id'"_s).toString(), libraryId);
    QVERIFY(m_host->value(u"SELECT value FROM lumasync_meta WHERE key = 'next_stamp'"_s).toLongLong() > stamp);
    QCOMPARE(sendAll(), QString());
    QCOMPARE(waiting(), QString());
}

void TestHostSchema::olderCopyNeedsNoLaterOne()
{
    QCOMPARE(sendAll(), QString());
    QCOMPARE(waiting(), QString()); // the same library again
    QVERIFY(QFile::remove(LibraryWitness(m_host->path()).path()));
    QCOMPARE(waiting(), QString()); // no witness, no suspicion
}

void TestHostSchema::otherLibraryInItsPlace()
{
    QCOMPARE(sendAll(), QString());
    const LibraryWitness witness(m_host->path());
    witness.write({u"another"_s, 1'000'000});
    QCOMPARE(waiting(), QString());
    QFile file(witness.path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("nonsense");
    file.close();
    QCOMPARE(waiting(), QString());
}

void TestHostSchema::deletionsOfATableThatIsNotDescribed()
{
    RUN_ON(*m_host, u"CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT)"_s);
    RUN_ON(*m_host, u"INSERT INTO tags (name) VALUES ('x')"_s);
    const SchemaDescription both = items().with(TableBuilder(u"tags"_s));
    QCOMPARE(sendAll(both), QString());
    RUN_ON(*m_host, u"DELETE FROM tags"_s);
    const auto fewer = Library::open(m_host->path(), items());
    QCOMPARE((*fewer)->rows().count().value(), 0);
    const auto again = Library::open(m_host->path(), both);
    QCOMPARE((*again)->rows().count().value(), 1); // it was not forgotten
}

LUMASYNC_SUITE(QCoreApplication, TestHostSchema)
#include "tst_hostschema.moc"
