// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"
#include "tusturns.h"

using namespace LumaSync;
using namespace LumaSync::TusTurns;
using namespace Qt::StringLiterals;

/// What of a file goes up in which pieces, and whether it can within the life of its URL.
class TestTusLimits : public QObject
{
    Q_OBJECT

private:
    QDateTime m_now = QDateTime::fromString(u"2026-11-23T10:00:00Z"_s, Qt::ISODate);

    TusSession session(const TusRequest &wanted) { return quickSession(wanted, m_now); }

private Q_SLOTS:
    void expiryByTheAnswersOwnDate()
    {
        // The server's clock is a day ahead: what counts is that the URL lives for one hour.
        TusSession upload = session(request(false));
        upload.feed(answer(201, {},
                           {{"Location", uploadUrl},
                            {"Date", "Tue, 24 Nov 2026 10:00:00 GMT"},
                            {"Upload-Expires", "Tue, 24 Nov 2026 11:00:00 GMT"}}));
        QCOMPARE(upload.expires(), m_now.addSecs(3600));
        upload.urlStored();
        upload.feed(answer(204, {}, {{"Upload-Offset", "6291456"}}));
        QCOMPARE(upload.next().kind, A::Patch);
        const QDateTime before = m_now;
        m_now = m_now.addSecs(3601);
        upload.feed(answer(204, {}, {{"Upload-Offset", "12582912"}}));
        QCOMPARE(upload.next().kind, A::Head); // not a chunk into a refusal
        upload.feed(headSays(12582912));
        QCOMPARE(upload.next().kind, A::Patch); // the server knows better than our clock
        m_now = before;
    }

    void whatCannotFinishIsNotBegun_data()
    {
        QTest::addColumn<double>("rate"); // bytes per second, of 15 MiB in an hour
        QTest::addColumn<bool>("begins");
        QTest::newRow("nothing known") << 0.0 << true;
        QTest::newRow("fast enough") << 5000.0 << true;
        QTest::newRow("too slow") << 4000.0 << false;
    }
    void whatCannotFinishIsNotBegun()
    {
        QFETCH(double, rate);
        QFETCH(bool, begins);
        TusSession::Options options;
        options.expectedRate = rate;
        options.now = [this] { return m_now; };
        TusSession upload({QUrl(u"https://h"_s), "k"}, request(false), options);
        upload.feed(answer(201, {},
                           {{"Location", uploadUrl},
                            {"Date", "Tue, 24 Nov 2026 10:00:00 GMT"},
                            {"Upload-Expires", "Tue, 24 Nov 2026 11:00:00 GMT"}}));
        QCOMPARE(upload.next().kind, begins ? A::StoreUrl : A::Fail);
        QCOMPARE(upload.next().error.code, begins ? QString() : QString(urlLife));
        QCOMPARE(upload.url().isEmpty(), !begins);
    }

    // A third is up after most of the hour: the rest needs a new URL, and fits into its life.
    void whatCannotFinishBeginsAnew()
    {
        TusSession::Options options;
        options.expectedRate = 5000;
        options.now = [this] { return m_now; };
        for (const int minutesLeft : {50, 10}) {
            TusRequest resumed = request(true);
            resumed.uploadExpires = m_now.addSecs(60 * minutesLeft);
            TusSession upload({QUrl(u"https://h"_s), "k"}, resumed, options);
            upload.feed(headSays(5 * MiB));
            QCOMPARE(upload.next().kind, minutesLeft == 50 ? A::Patch : A::ForgetUrl);
        }
    }

    void chunkSizes_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::addColumn<qint64>("chunkSize");
        QTest::addColumn<int>("patches");
        QTest::newRow("one byte") << qint64(1) << 6 * MiB << 1;
        QTest::newRow("one chunk") << 6 * MiB << 6 * MiB << 1;
        QTest::newRow("one chunk and a byte") << 6 * MiB + 1 << 6 * MiB << 2;
        QTest::newRow("10 GiB") << 10240 * MiB << 6 * MiB << 1707;
        QTest::newRow("beyond 10,000 parts") << 100 * 1024 * MiB << 6 * MiB << 10'000;
    }
    void chunkSizes()
    {
        QFETCH(qint64, size);
        QFETCH(qint64, chunkSize);
        QFETCH(int, patches);
        TusRequest file = request(false);
        file.size = size;
        TusSession::Options options;
        options.chunkSize = chunkSize;
        TusSession upload({QUrl(u"https://h"_s), "k"}, file, options);
        play(upload, {created()});
        upload.urlStored();
        int count = 0;
        qint64 sent = 0;
        while (upload.next().kind == A::Patch) {
            const TusSession::Action patch = upload.next();
            QCOMPARE(patch.offset, sent);
            sent += patch.length;
            ++count;
            upload.feed(answer(204, {}, {{"Upload-Offset", QByteArray::number(sent)}}));
        }
        QCOMPARE(upload.next().kind, A::Done);
        QVERIFY2(count <= patches, QByteArray::number(count).constData());
        QCOMPARE(sent, size);
    }

    void emptyFile()
    {
        TusRequest file = request(false);
        file.size = 0;
        QCOMPARE(session(file).next().error.kind, K::Configuration);
    }
};

LUMASYNC_SUITE(QCoreApplication, TestTusLimits)
#include "tst_tuslimits.moc"
