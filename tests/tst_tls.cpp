// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "net/httpjob.h"
#include "net/reachability.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

/// Requests with and without a body over TLS: to a server that we trust, and to one that we do not.
class TestTls : public QObject
{
    Q_OBJECT

private:
    /// Answers every request with 201 and the length of the body that it read.
    void serve(QSslSocket *socket)
    {
        connect(socket, &QSslSocket::readyRead, socket, [this, socket, bytes = QByteArray()]() mutable {
            bytes += socket->readAll();
            const qsizetype end = bytes.indexOf("\r\n\r\n");
            const QByteArray head = bytes.first(std::max<qsizetype>(end, 0)).toLower();
            const qsizetype at = head.indexOf("content-length: ");
            const qint64 length = at < 0 ? 0 : head.mid(at + 16).split('\r').first().toLongLong();
            if (end < 0 || bytes.size() < end + 4 + length)
                return;
            const QByteArray text = QByteArray::number(length);
            socket->write("HTTP/1.1 201 \r\nContent-Length: " + QByteArray::number(text.size()) + "\r\n\r\n" + text);
            bytes.clear();
            ++m_answered;
        });
    }

    HttpResult ended(const QByteArray &verb, const QByteArray &body)
    {
        HttpRequest request;
        request.verb = verb;
        request.url = QUrl(u"https://localhost:%1/x"_s.arg(m_server.serverPort()));
        request.body = body;
        request.headers.append(QHttpHeaders::WellKnownHeader::ContentType, "application/octet-stream");
        auto *job = new HttpJob(&m_manager, request, this);
        QSignalSpy finished(job, &HttpJob::finished);
        job->start();
        return finished.wait(10'000) ? finished.at(0).at(0).value<HttpResult>() : HttpResult();
    }

    QTemporaryDir m_folder;
    QSslServer m_server;
    QSslCertificate m_certificate;
    QNetworkAccessManager m_manager;
    int m_answered = 0;
    int m_connections = 0;

private Q_SLOTS:
    void initTestCase()
    {
        const QString key = m_folder.filePath(u"key.pem"_s);
        const QString certificate = m_folder.filePath(u"certificate.pem"_s);
        QProcess openssl;
        openssl.start(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"2"_s,
                                     u"-subj"_s, u"/CN=localhost"_s, u"-addext"_s, u"subjectAltName=DNS:localhost"_s,
                                     u"-keyout"_s, key, u"-out"_s, certificate});
        QVERIFY2(openssl.waitForFinished() && openssl.exitCode() == 0, "openssl is needed to make a certificate");
        QFile keyFile(key);
        QVERIFY(keyFile.open(QIODevice::ReadOnly));
        m_certificate = QSslCertificate::fromPath(certificate).value(0);
        QVERIFY(!m_certificate.isNull());
        QSslConfiguration configuration;
        configuration.setLocalCertificate(m_certificate);
        configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Rsa));
        m_server.setSslConfiguration(configuration);
        QVERIFY(m_server.listen(QHostAddress::LocalHost));
        connect(&m_server, &QSslServer::pendingConnectionAvailable, this, [this] {
            while (auto *socket = qobject_cast<QSslSocket *>(m_server.nextPendingConnection())) {
                ++m_connections;
                serve(socket);
            }
        });
    }

    void untrusted_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("without a body") << "GET"_ba << QByteArray();
        QTest::newRow("with a body") << "PATCH"_ba << QByteArray(100'000, 'x');
    }
    void untrusted()
    {
        QFETCH(QByteArray, verb);
        QFETCH(QByteArray, body);
        const HttpResult result = ended(verb, body);
        QCOMPARE(result.error.kind, Error::Kind::Tls);
        QCOMPARE(result.status, 0);
        QCOMPARE(m_answered, 0); // nothing was sent
    }

    void trusted()
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.addCaCertificate(m_certificate);
        QSslConfiguration::setDefaultConfiguration(configuration);
        m_connections = 0;
        for (const int size : {1, 3'000'000, 20}) {
            const HttpResult result = ended("PATCH", QByteArray(size, 'x'));
            QVERIFY2(!result.error, qPrintable(result.error.message));
            QCOMPARE(result.status, 201);
            QCOMPARE(result.body.toInt(), size);
        }
        QCOMPARE(m_connections, 1);       // one handshake for all of them
        m_manager.clearConnectionCache(); // it remembers the certificates of its first try
        const HttpResult result = ended("GET", {});
        QVERIFY2(!result.error, qPrintable(result.error.message));
        QCOMPARE(result.status, 201);
    }
};

LUMASYNC_SUITE(QCoreApplication, TestTls)
#include "tst_tls.moc"
