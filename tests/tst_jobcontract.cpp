// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "httpfixture.h"
#include "net/filewindow.h"
#include "net/reachability.h"
#include "suite.h"

#include <QNetworkAccessManager>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The contract of Job, shown on the one that does the work: HttpJob.
class TestJobContract : public QObject
{
    Q_OBJECT

private:
    QNetworkAccessManager m_manager;

private Q_SLOTS:
    /// cancel() and destruction at every step of a request's life.
    void contract_data()
    {
        QTest::addColumn<QString>("moment");
        QTest::addColumn<bool>("destroy");
        for (const bool destroy : {false, true}) {
            for (const char *moment : {"before start", "after start", "seen by the server", "while sending",
                                       "headers received", "in the answer", "in uploadProgressed", "in finished"})
                QTest::addRow("%s %s", destroy ? "destroy" : "cancel", moment)
                    << QString::fromLatin1(moment) << destroy;
        }
    }
    void contract()
    {
        QFETCH(QString, moment);
        QFETCH(bool, destroy);
        HttpScript server;
        HttpScript::Step step = HttpScript::stall();
        if (moment == u"while sending"_s)
            step = HttpScript::stall(1000);
        if (moment == u"headers received"_s)
            step.reply = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n";
        if (moment == u"in the answer"_s)
            step.reply = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf";
        if (moment == u"in finished"_s)
            step = HttpScript::answer(200, "ok");
        server.script({step});

        QTemporaryFile source;
        const std::shared_ptr<QFile> file = fileOf(source, pattern(bigBody));
        HttpRequest patch = request(server, "PATCH");
        patch.headers.append(QHttpHeaders::WellKnownHeader::ContentType, "application/octet-stream");
        patch.device = [file] { return std::make_unique<FileWindow>(file, 0, bigBody); };
        QPointer<HttpJob> job = new HttpJob(&m_manager, patch, this);
        int ends = 0;
        Error::Kind kind = Error::Kind::None;
        bool acted = false;
        const auto act = [&] {
            if (std::exchange(acted, true) || !job)
                return;
            if (destroy) {
                delete job.data();
            } else {
                const int before = ends;
                job->cancel();
                if (job)
                    job->cancel();
                if (ends != before)
                    QTest::qFail("finished came from inside cancel()", __FILE__, __LINE__);
            }
        };
        connect(job, &HttpJob::finished, this, [&](const HttpResult &result) {
            ++ends;
            kind = result.error.kind;
            if (moment == u"in finished"_s)
                act();
        });
        connect(job, &HttpJob::uploadProgressed, this, [&] {
            if (moment == u"in uploadProgressed"_s)
                act();
        });
        if (moment == u"before start"_s)
            act();
        if (job)
            job->start();
        if (moment == u"after start"_s)
            act();
        if (moment == u"seen by the server"_s || moment == u"while sending"_s) {
            QTRY_COMPARE(server.seen().size(), 1);
            act();
        }
        if (moment == u"headers received"_s || moment == u"in the answer"_s) {
            QTRY_COMPARE(server.seen().size(), 1);
            QTest::qWait(30); // let the first bytes of the answer arrive; whichever state it is in must do
            act();
        }
        QTRY_VERIFY(acted);
        if (!destroy && moment != u"in finished"_s) {
            QTRY_COMPARE(ends, 1);
            QCOMPARE(kind, Error::Kind::Canceled);
        }
        QTRY_VERIFY(job.isNull());
        QTest::qWait(20); // nothing may come late
        QCOMPARE(ends, destroy && moment != u"in finished"_s ? 0 : 1);
    }

    /// The worker's thread ends while a request is under way.
    void threadStops()
    {
        HttpScript server;
        server.script({HttpScript::stall(1000)});
        HttpRequest patch = request(server, "PATCH", pattern(bigBody));
        QThread thread;
        auto *worker = new QObject;
        worker->moveToThread(&thread);
        connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
        thread.start();
        QMetaObject::invokeMethod(worker, [worker, patch] {
            auto *manager = new QNetworkAccessManager(worker);
            (new HttpJob(manager, patch, worker))->start();
        });
        QTRY_COMPARE(server.seen().size(), 1);
        thread.quit();
        QVERIFY(thread.wait(5000));
    }

    /// The manager goes before the job: a stray order, but never a hang or a crash.
    void managerGoesFirst_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("without a body") << "GET"_ba << QByteArray();
        QTest::newRow("with a body") << "POST"_ba
                                     << "x"_ba;
    }
    void managerGoesFirst()
    {
        QFETCH(QByteArray, verb);
        QFETCH(QByteArray, body);
        HttpScript server;
        server.script({HttpScript::stall()});
        auto manager = std::make_unique<QNetworkAccessManager>();
        HttpRequest request;
        request.verb = verb;
        request.url = server.url();
        request.body = body;
        request.headers.append(QHttpHeaders::WellKnownHeader::ContentType, "text/plain");
        auto *job = new HttpJob(manager.get(), request, this);
        QSignalSpy finished(job, &HttpJob::finished);
        job->start();
        QTRY_COMPARE(server.seen().size(), 1);
        manager.reset();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.at(0).at(0).value<HttpResult>().error.kind, Error::Kind::Offline);
    }

    void probe_data()
    {
        QTest::addColumn<HttpScript::Step>("step");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("healthy") << HttpScript::answer(200) << Error::Kind::None;
        QTest::newRow("wrong key") << HttpScript::answer(401) << Error::Kind::None;
        QTest::newRow("ill") << HttpScript::answer(503) << Error::Kind::None;
        QTest::newRow("captive portal") << HttpScript::answer(302, {}, {"Location: http://portal.example/"})
                                        << Error::Kind::ForeignOrigin;
        QTest::newRow("silent") << HttpScript::stall() << Error::Kind::Timeout;
    }
    void probe()
    {
        QFETCH(HttpScript::Step, step);
        QFETCH(Error::Kind, kind);
        HttpScript server;
        server.script({step});
        auto *probe = new ReachabilityProbe(&m_manager, Project{server.url(), "sb_publishable_x"}, this, 300ms);
        QSignalSpy finished(probe, &ReachabilityProbe::finished);
        probe->start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.at(0).at(0).value<Error>().kind, kind);
        QCOMPARE(server.seen().first().verb, "HEAD");
        QCOMPARE(server.seen().first().target, "/auth/v1/health");
        QCOMPARE(server.seen().first().headers.value("apikey"), "sb_publishable_x");
    }
};

LUMASYNC_SUITE(QCoreApplication, TestJobContract)
#include "tst_jobcontract.moc"
