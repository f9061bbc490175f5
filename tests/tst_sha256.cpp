// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "core/sha256.h"

#include <QCryptographicHash>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

/// Against the examples of FIPS 180-4 and against Qt's own, whole and in pieces.
class TestSha256 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownValues_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("nothing") << QByteArray()
                                 << "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"_ba;
        QTest::newRow("one block") << "abc"_ba << "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_ba;
        QTest::newRow("two blocks") << "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"_ba
                                    << "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"_ba;
        QTest::newRow("a million") << QByteArray(1'000'000, 'a')
                                   << "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"_ba;
    }

    void knownValues()
    {
        QFETCH(QByteArray, data);
        Sha256 hash;
        hash.addData(data);
        QTEST(hash.hex(), "expected");
        QTEST(Sha256::hex(data), "expected");
    }

    // Every length around the block's borders, and every cut.
    void everyLength()
    {
        QByteArray data;
        for (int i = 0; i < 200; ++i)
            data.append(char(i * 37 + 11));
        for (qsizetype length = 0; length <= data.size(); ++length) {
            const QByteArray part = data.first(length);
            const QByteArray expected = QCryptographicHash::hash(part, QCryptographicHash::Sha256).toHex();
            for (qsizetype cut = 0; cut <= length; ++cut) {
                Sha256 hash;
                hash.addData(part.first(cut));
                hash.addData(part.sliced(cut));
                QCOMPARE(hash.hex(), expected);
            }
        }
    }

    void goesOnAfterAResult()
    {
        Sha256 hash;
        hash.addData("ab");
        QCOMPARE(hash.hex(), Sha256::hex("ab"));
        hash.addData("c");
        QCOMPARE(hash.hex(), Sha256::hex("abc"));
    }
};

LUMASYNC_SUITE(QCoreApplication, TestSha256)
#include "tst_sha256.moc"
