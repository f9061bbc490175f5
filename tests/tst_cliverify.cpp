// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// `lumasync verify` finds what somebody has done to the cloud behind its back.
#include "cliprogram.h"
#include "suite.h"

#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace LumaSync;

class TestCliVerify : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void findsNothing();
    void findsWhatDiffers_data();
    void findsWhatDiffers();
    void findsAChangedObject();

private:
    CliProgram m_program;
};

void TestCliVerify::initTestCase()
{
    const QString library = m_program.makeLibrary();
    QVERIFY2(library.isEmpty(), qPrintable(library));
    const QString cloud = m_program.backUp();
    QVERIFY2(cloud.isEmpty(), qPrintable(cloud));
}

void TestCliVerify::findsNothing()
{
    const Ran ran = m_program.run({u"verify"_s});
    QVERIFY2(ran.code == 0, qPrintable(ran.all()));
    QVERIFY2(ran.out.contains("The cloud holds everything that the library does."_L1), qPrintable(ran.all()));
    QVERIFY2(ran.out.contains("of 13 tables and 3 objects"_L1), qPrintable(ran.all()));
    const Ran quiet = m_program.run({u"verify"_s, u"--quiet"_s, u"--no-files"_s});
    QVERIFY2(quiet.code == 0 && quiet.out.isEmpty() && quiet.err.isEmpty(), qPrintable(quiet.all()));
    const Ran rows = m_program.run({u"verify"_s, u"--no-files"_s});
    QVERIFY2(rows.code == 0 && rows.out.contains("and 0 objects"_L1), qPrintable(rows.all()));
}

void TestCliVerify::findsWhatDiffers_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("says");
    QTest::newRow("changed text")
        << u"UPDATE tracks SET title = 'x' WHERE id = (SELECT min(id::text)::uuid FROM tracks)"_s << u"tracks"_s
        << u"different in column title"_s;
    QTest::newRow("changed number")
        << u"UPDATE track_scores SET start_time = start_time + 0.0000001 WHERE id = (SELECT min(id::text)::uuid FROM track_scores)"_s
        << u"track_scores"_s << u"different in column start_time"_s;
    QTest::newRow("changed JSON")
        << u"UPDATE implementations SET graph_json = graph_json || '{\"x\": 1}' WHERE id = (SELECT min(id::text)::uuid FROM implementations)"_s
        << u"implementations"_s << u"different in column graph_json"_s;
    QTest::newRow("changed time")
        << u"UPDATE venues SET created_at = created_at + interval '1 microsecond' WHERE id = (SELECT min(id::text)::uuid FROM venues)"_s
        << u"venues"_s << u"different in column created_at"_s;
    QTest::newRow("deleted row")
        << u"DELETE FROM track_stems WHERE id = (SELECT max(id::text)::uuid FROM track_stems)"_s << u"track_stems"_s
        << u"missing in the cloud"_s;
    QTest::newRow("extra row")
        << u"INSERT INTO venues (id, uid, name) SELECT 'ffffffff-ffff-4fff-bfff-ffffffffffff', uid, 'x' FROM venues LIMIT 1"_s
        << u"venues"_s << u"venues ffffffff-ffff-4fff-bfff-ffffffffffff: not in the library"_s;
}

void TestCliVerify::findsWhatDiffers()
{
    QFETCH(QString, damage);
    QFETCH(QString, table);
    QFETCH(QString, says);
    (void)m_program.cloud().sql(damage);
    const Ran ran = m_program.run({u"verify"_s, u"--no-files"_s});
    QVERIFY2(ran.code == 1 && ran.out.contains(says), qPrintable(ran.all()));
    QVERIFY2(ran.err.contains("1 difference between"_L1), qPrintable(ran.all()));
    // The table goes up again, the extra row goes away.
    (void)m_program.cloud().sql(u"DELETE FROM venues WHERE id = 'ffffffff-ffff-4fff-bfff-ffffffffffff'"_s);
    m_program.edit(u"UPDATE "_s + table + u" SET version = version + 1"_s);
    const Ran sync = m_program.run({u"sync"_s, u"--no-files"_s});
    QVERIFY2(sync.code == 0, qPrintable(sync.all()));
    const Ran verify = m_program.run({u"verify"_s, u"--no-files"_s});
    QVERIFY2(verify.code == 0, qPrintable(verify.all()));
}

void TestCliVerify::findsAChangedObject()
{
    // The local cloud names an object's file by its version.
    const QString version = m_program.cloud()
                                .sql(u"SELECT version FROM storage.objects WHERE bucket_id = 'artwork'"_s)
                                .at(0)["version"_L1]
                                .toString();
    QVERIFY(!version.isEmpty());
    const QString path = m_program.cloud().dataFolder() + u"/objects/"_s + version;
    QVERIFY2(QFileInfo(path).size() > 1000, qPrintable(path));
    const auto flip = [&path] {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(500));
        char byte = 0;
        QVERIFY(file.getChar(&byte));
        QVERIFY(file.seek(500));
        QVERIFY(file.putChar(static_cast<char>(~byte)));
    };
    flip();
    const Ran ran = m_program.run({u"verify"_s});
    flip();
    QVERIFY2(ran.code == 1, qPrintable(ran.all()));
    QVERIFY2(ran.out.contains("artwork "_L1) && ran.out.contains("different: SHA-256"_L1), qPrintable(ran.all()));
    const Ran again = m_program.run({u"verify"_s});
    QVERIFY2(again.code == 0, qPrintable(again.all()));
}

LUMASYNC_SUITE(QCoreApplication, TestCliVerify)
#include "tst_cliverify.moc"
