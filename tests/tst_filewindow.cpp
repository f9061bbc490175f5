// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "net/filewindow.h"

#include <QTemporaryFile>
#include <QTest>

using namespace LumaSync;

class TestFileWindow : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<QFile> reopened()
    {
        auto file = std::make_shared<QFile>(m_source.fileName());
        if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            qFatal("cannot open the temporary file");
        return file;
    }

    QTemporaryFile m_source;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_source.open());
        QCOMPARE(m_source.write("0123456789"), 10);
        QVERIFY(m_source.flush());
    }

    void reads_data()
    {
        QTest::addColumn<int>("offset");
        QTest::addColumn<int>("length");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("all") << 0 << 10 << QByteArray("0123456789");
        QTest::newRow("middle") << 3 << 4 << QByteArray("3456");
        QTest::newRow("end") << 8 << 2 << QByteArray("89");
        QTest::newRow("nothing") << 10 << 0 << QByteArray();
    }
    void reads()
    {
        QFETCH(int, offset);
        QFETCH(int, length);
        QFETCH(QByteArray, bytes);
        FileWindow window(reopened(), offset, length);
        QVERIFY(!window.isSequential());
        QCOMPARE(window.size(), length);
        QCOMPARE(window.readAll(), bytes);
        QVERIFY(window.atEnd());
        QVERIFY(window.seek(0)); // a repetition reads it again
        QCOMPARE(window.readAll(), bytes);
    }

    void twoWindowsShareAFile()
    {
        const std::shared_ptr<QFile> file = reopened();
        FileWindow first(file, 0, 5);
        FileWindow second(file, 5, 5);
        QCOMPARE(first.read(2), "01");
        QCOMPARE(second.read(2), "56");
        QCOMPARE(first.read(10), "234");
        QCOMPARE(second.read(10), "789");
    }

    void shrunkFileFails()
    {
        FileWindow window(reopened(), 6, 10);
        QCOMPARE(window.read(4), "6789");
        char byte = 0;
        QCOMPARE(window.read(&byte, 1), -1);
        QVERIFY(!window.errorString().isEmpty());
    }

    void cannotBeWritten()
    {
        FileWindow window(reopened(), 0, 10);
        QVERIFY(!window.isWritable());
    }
};

LUMASYNC_SUITE(QCoreApplication, TestFileWindow)
#include "tst_filewindow.moc"
