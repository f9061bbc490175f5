// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "net/httpresponseparser.h"

#include <QTest>

using namespace LumaSync;

class TestHttpResponseParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whole_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("head");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("keeps");
        QTest::newRow("length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello") << false << 200
                                << QByteArray("hello") << true;
        QTest::newRow("empty reason") << QByteArray("HTTP/1.1 201 \r\nContent-Length: 0\r\n\r\n") << false << 201
                                      << QByteArray() << true;
        QTest::newRow("no reason at all")
            << QByteArray("HTTP/1.1 409\r\nContent-Length: 1\r\n\r\nx") << false << 409 << QByteArray("x") << true;
        QTest::newRow("no content") << QByteArray("HTTP/1.1 204 \r\nupload-offset: 6\r\n\r\n") << false << 204
                                    << QByteArray() << true;
        QTest::newRow("head") << QByteArray("HTTP/1.1 200 \r\nContent-Length: 50\r\n\r\n") << true << 200
                              << QByteArray() << true;
        QTest::newRow("close") << QByteArray("HTTP/1.1 413 \r\nConnection: Close\r\nContent-Length: 1\r\n\r\nx")
                               << false << 413 << QByteArray("x") << false;
        QTest::newRow("1.0") << QByteArray("HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\nx") << false << 200
                             << QByteArray("x") << false;
        QTest::newRow("chunked, empty") << QByteArray("HTTP/1.1 201 \r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                                        << false << 201 << QByteArray() << true;
        QTest::newRow("chunked") << QByteArray(
                                        "HTTP/1.1 200 \r\nTransfer-Encoding: "
                                        "chunked\r\n\r\n3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\nTrailer: t\r\n\r\n")
                                 << false << 200 << QByteArray("abc0123456789") << true;
        QTest::newRow("interim") << QByteArray("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 \r\nLink: "
                                               "x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
                                 << false << 200 << QByteArray("ok") << true;
        QTest::newRow("more than asked for") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200")
                                             << false << 200 << QByteArray("ok") << false;
    }
    void whole()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, head);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(bool, keeps);
        for (const qsizetype step : {bytes.size(), qsizetype(1), qsizetype(7)}) { // at once, byte by byte, in pieces
            HttpResponseParser parser(head);
            QByteArray got;
            for (qsizetype at = 0; at < bytes.size(); at += step) {
                QVERIFY(parser.feed(QByteArrayView(bytes).sliced(at, std::min(step, bytes.size() - at))));
                got += parser.takeBody();
            }
            QVERIFY(parser.isComplete());
            QCOMPARE(parser.status(), status);
            QCOMPARE(got, body);
            QCOMPARE(parser.keepsConnection(), keeps);
        }
    }

    void untilTheEnd()
    {
        HttpResponseParser parser;
        QVERIFY(parser.feed("HTTP/1.1 400 Bad\r\n\r\nsome text"));
        QVERIFY(!parser.isComplete());
        QVERIFY(parser.feedEnd());
        QCOMPARE(parser.takeBody(), "some text");
        QVERIFY(!parser.keepsConnection());
    }

    void cutOff_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("status line") << QByteArray("HTTP/1.1 200");
        QTest::newRow("headers") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
        QTest::newRow("body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell");
        QTest::newRow("chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel");
        QTest::newRow("last chunk") << QByteArray(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
    }
    void cutOff()
    {
        QFETCH(QByteArray, bytes);
        HttpResponseParser parser;
        QVERIFY(parser.feed(bytes));
        QVERIFY(!parser.feedEnd());
    }

    void broken_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("ssh") << QByteArray("SSH-2.0-OpenSSH\r\n\r\n");
        QTest::newRow("html") << QByteArray("<html>");
        QTest::newRow("http 2") << QByteArray("HTTP/2.0 200 OK\r\n\r\n");
        QTest::newRow("no number") << QByteArray("HTTP/1.1 abc\r\n\r\n");
        QTest::newRow("four digits") << QByteArray("HTTP/1.1 2000 OK\r\n\r\n");
        QTest::newRow("upgrade") << QByteArray("HTTP/1.1 101 Switching\r\n\r\n");
        QTest::newRow("negative length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n");
        QTest::newRow("strange coding") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n");
        QTest::newRow("chunk size") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n");
        QTest::newRow("chunk end") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n");
        QTest::newRow("endless headers") << QByteArray("HTTP/1.1 200 OK\r\n" + QByteArray("X: y\r\n").repeated(20'000));
        QTest::newRow("endless chunk line")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + QByteArray(10'000, '1'));
    }
    void broken()
    {
        QFETCH(QByteArray, bytes);
        HttpResponseParser parser;
        QVERIFY(!parser.feed(bytes));
        QVERIFY(!parser.feed("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        QVERIFY(!parser.isComplete());
    }
};

LUMASYNC_SUITE(QCoreApplication, TestHttpResponseParser)
#include "tst_httpresponseparser.moc"
