// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "lumadatabase.h"
#include "suite.h"

#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

class TestTombstones : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsOfDeletedRows();
    void perTable();
    void spuriousOnesAreDropped();
    void duplicatesOnce();
    void remoteIds();
    void paging();
    void deletedWhileTheRequestIsOnItsWay();
    void returnedWhileTheRequestIsOnItsWay();
    void doneKeepsLaterOnes();
    void doneKeepsWhatHasTheNumberOfAnother();
    void nothingWritesNothing();
    void manyInOneGo();
};

void TestTombstones::idsOfDeletedRows()
{
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    RUN(u"DELETE FROM venues WHERE id = 1"_s);
    const auto fixtures = library.tombstones().pending(library.index(u"fixtures"_s));
    QCOMPARE(fixtures->cloudIds,
             (QStringList{u"11111111-1111-4111-8111-111111111111"_s, u"22222222-2222-4222-8222-222222222222"_s}));
    const auto venues = library.tombstones().pending(library.index(u"venues"_s));
    QCOMPARE(venues->cloudIds, QStringList{QString::fromLatin1(library.ids().id(u"venues"_s, "1"))});
    const auto overrides = library.tombstones().pending(library.index(u"venue_implementation_overrides"_s));
    QCOMPARE(overrides->cloudIds,
             QStringList{QString::fromLatin1(library.ids().id(u"venue_implementation_overrides"_s, "1,1"))});
}

void TestTombstones::perTable()
{
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    RUN(u"DELETE FROM venues"_s);
    const qsizetype fixtures = library.index(u"fixtures"_s);
    const auto pending = library.tombstones().pending(fixtures);
    QCOMPARE(pending->cloudIds.size(), 3);
    QCOMPARE(text(library.tombstones().done(*pending)), QString());
    QCOMPARE(library.tombstones().pending(fixtures)->cloudIds, QStringList());
    QCOMPARE(library.tombstones().pending(library.index(u"venues"_s))->cloudIds.size(), 2);
    QCOMPARE(library.tombstones().pending(library.index(u"tracks"_s))->cloudIds, QStringList());
    QCOMPARE(library.tombstones().any().value(), true);
}

void TestTombstones::spuriousOnesAreDropped()
{
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    RUN(u"INSERT OR IGNORE INTO tracks (id, track_hash, file_path) VALUES (1, 'aa', '/x'), (2, 'bb', '/x')"_s);
    QCOMPARE(host.value(u"SELECT count(*) FROM lumasync_tombstones"_s).toInt(), 2);
    QCOMPARE(library.tombstones().pending(library.index(u"tracks"_s))->cloudIds, QStringList());
    QCOMPARE(host.value(u"SELECT count(*) FROM lumasync_tombstones"_s).toInt(), 0);
    QCOMPARE(host.rows(u"SELECT DISTINCT needs_sync, version FROM tracks"_s), u"0|1"_s);
}

void TestTombstones::duplicatesOnce()
{
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    RUN(u"PRAGMA recursive_triggers = ON"_s); // REPLACE fires the delete trigger as well
    RUN(u"REPLACE INTO tracks (id, track_hash, file_path) VALUES (5, 'aa', '/x')"_s);
    const auto pending = library.tombstones().pending(library.index(u"tracks"_s));
    QCOMPARE(pending->cloudIds, QStringList{QString::fromLatin1(library.ids().id(u"tracks"_s, "1"))});
    QCOMPARE(text(library.tombstones().done(*pending)), QString());
    QCOMPARE(host.value(u"SELECT count(*) FROM lumasync_tombstones WHERE table_name = 'tracks'"_s).toInt(), 0);
}

void TestTombstones::remoteIds()
{
    const QString remote = u"77777777-7777-4777-8777-777777777777"_s;
    LumaDatabase host;
    {
        TRACK(before);
        RUN(u"UPDATE scores SET remote_id = '%1' WHERE id = 1"_s.arg(remote));
    }
    TRACK(library);
    SEND(library);
    RUN(u"DELETE FROM scores WHERE id = 1"_s);
    QCOMPARE(library.tombstones().pending(library.index(u"scores"_s))->cloudIds, QStringList{remote});
    RUN(u"INSERT INTO scores (id, track_id) VALUES (1, 1)"_s); // the key lives again, and takes over what the cloud has
    QCOMPARE(library.tombstones().pending(library.index(u"scores"_s))->cloudIds, QStringList());
    QCOMPARE(host.value(u"SELECT remote_id FROM scores WHERE id = 1"_s).toString(), remote);
    SEND(library);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
}

void TestTombstones::paging()
{
    LumaDatabase host(LumaDatabase::Content::Schema);
    RUN(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) INSERT INTO venues (id, name) SELECT i, 'v' FROM n"_s);
    TRACK(library);
    SEND(library);
    RUN(u"INSERT OR IGNORE INTO venues (id, name) SELECT id, 'x' FROM venues WHERE id < 300"_s); // spurious ones first
    RUN(u"DELETE FROM venues WHERE id >= 300"_s);
    const qsizetype venues = library.index(u"venues"_s);
    QSet<QString> ids;
    int pages = 0;
    for (; pages < 100; ++pages) {
        const auto pending = library.tombstones().pending(venues, Tombstones::Which::All, 100);
        if (pending->cloudIds.isEmpty())
            break;
        QVERIFY(pending->cloudIds.size() <= 100);
        for (const QString &id : pending->cloudIds)
            ids.insert(id);
        QCOMPARE(text(library.tombstones().done(*pending)), QString());
    }
    QCOMPARE(ids.size(), 701);
    QVERIFY(pages >= 7 && pages < 20);
    QCOMPARE(library.rows().any().value(), false);
}

void TestTombstones::deletedWhileTheRequestIsOnItsWay()
{
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    const qsizetype tracks = library.index(u"tracks"_s);
    RUN(u"DELETE FROM tracks WHERE id = 2"_s);
    const auto pending = library.tombstones().pending(tracks);
    QCOMPARE(pending->cloudIds.size(), 1);
    RUN(u"DELETE FROM tracks WHERE id = 1"_s);
    QCOMPARE(text(library.tombstones().done(*pending)), QString());
    QCOMPARE(library.tombstones().pending(tracks)->cloudIds,
             QStringList{QString::fromLatin1(library.ids().id(u"tracks"_s, "1"))});
}

void TestTombstones::returnedWhileTheRequestIsOnItsWay()
{
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    const qsizetype scores = library.index(u"scores"_s);
    RUN(u"DELETE FROM scores WHERE id = 2"_s);
    const auto pending = library.tombstones().pending(scores);
    RUN(u"INSERT INTO scores (id, track_id) VALUES (2, 1)"_s);
    QCOMPARE(text(library.tombstones().done(*pending)), QString());
    QCOMPARE(library.rows().any().value(), true); // it goes up again, after its deletion
    RUN(u"DELETE FROM scores WHERE id = 2"_s);
    RUN(u"INSERT INTO scores (id, track_id) VALUES (2, 1)"_s);
    RUN(u"DELETE FROM scores WHERE id = 2"_s);
    SEND(library);
    QCOMPARE(library.rows().any().value(), false);
    QVERIFY(!library.cloud().contains(u"scores/"_s + pending->cloudIds.first()));
}

// A spurious tombstone behind the last real one is dropped at once.
void TestTombstones::doneKeepsLaterOnes()
{
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    const qsizetype venues = library.index(u"venues"_s);
    RUN(u"DELETE FROM fixtures"_s);
    RUN(u"DELETE FROM venues WHERE id = 2"_s);
    RUN(u"INSERT OR IGNORE INTO venues (id, name) VALUES (1, 'x')"_s);
    const auto pending = library.tombstones().pending(venues);
    QCOMPARE(pending->cloudIds.size(), 1);
    RUN(u"DELETE FROM venues WHERE id = 1"_s);
    QCOMPARE(text(library.tombstones().done(*pending)), QString());
    QCOMPARE(library.tombstones().pending(venues)->cloudIds,
             QStringList{QString::fromLatin1(library.ids().id(u"venues"_s, "1"))});
}

// SQLite gives the number of a tombstone that is gone to the next one.
void TestTombstones::doneKeepsWhatHasTheNumberOfAnother()
{
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    const qsizetype stems = library.index(u"track_stems"_s);
    RUN(u"DELETE FROM track_stems WHERE track_id = 1 AND stem_name = 'bass'"_s);
    const auto pending = library.tombstones().pending(stems);
    QCOMPARE(pending->cloudIds.size(), 1);
    RUN(u"INSERT INTO track_stems (track_id, stem_name, file_path) VALUES (1, 'bass', '/b')"_s);
    RUN(u"DELETE FROM track_stems WHERE track_id = 2 AND stem_name = 'bass'"_s);
    QCOMPARE(text(library.tombstones().done(*pending)), QString());
    QCOMPARE(library.tombstones().pending(stems)->cloudIds,
             QStringList{QString::fromLatin1(library.ids().id(u"track_stems"_s, "2,'bass'"))});
}

void TestTombstones::nothingWritesNothing()
{
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    const QString version = host.value(u"PRAGMA data_version"_s).toString();
    RUN(u"BEGIN IMMEDIATE"_s);
    for (qsizetype i = 0; i < library.schema().tables.size(); ++i)
        QVERIFY(library.tombstones().pending(i).hasValue()); // not even a lock is needed
    QCOMPARE(library.tombstones().any().value(), false);
    RUN(u"COMMIT"_s);
    QCOMPARE(host.value(u"PRAGMA data_version"_s).toString(), version);
}

void TestTombstones::manyInOneGo()
{
    LumaDatabase host(LumaDatabase::Content::Schema);
    RUN(u"INSERT INTO venues (id, name) VALUES (1, 'v')"_s);
    RUN(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)"
        " INSERT INTO fixtures (id, venue_id) SELECT 'f' || i, 1 FROM n"_s);
    TRACK(library);
    SEND(library);
    RUN(u"DELETE FROM venues"_s);
    QCOMPARE(library.rows().count().value(), 10001);
    SEND(library);
    QCOMPARE(library.cloud().size(), 0);
    QCOMPARE(library.rows().any().value(), false);
}

LUMASYNC_SUITE(QCoreApplication, TestTombstones)
#include "tst_tombstones.moc"
