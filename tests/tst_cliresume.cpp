// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// kill -9 in the middle of a package: the next start goes on from what the server has, not from 0. A server that says
// nothing any more: the run ends, and the next one goes on.
#include "chaosproxy.h"
#include "cliprogram.h"
#include "core/constants.h"
#include "suite.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace LumaSync;

namespace {

constexpr qint64 chunk = UPLOAD_CHUNK_SIZE;

/// A sound that no compression makes small: the package of its track takes several chunks.
void writeNoise(const QString &path, qint64 bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QByteArray noise(bytes, Qt::Uninitialized);
    quint32 state = 20'261;
    for (char &byte : noise) {
        state = state * 1'664'525 + 1'013'904'223;
        byte = static_cast<char>(state >> 24);
    }
    QCOMPARE(file.write(noise), bytes);
}

} // namespace

class TestCliResume : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void goesOnFromTheServersOffset_data();
    void goesOnFromTheServersOffset();
    void endsWhenNothingMoves_data();
    void endsWhenNothingMoves();

private:
    [[nodiscard]] QVariant package(const QString &column) const
    {
        return m_program.value(u"SELECT "_s + column +
                               u" FROM storage_sync_queue WHERE upload_type = 'analysis_package'"_s);
    }
    /// What came in for this upload, PATCH by PATCH.
    [[nodiscard]] QJsonArray patches(const QUrl &upload)
    {
        return m_program.cloud().uploads()[upload.path().section(u'/', -1)].toArray();
    }
    void growPackage();
    [[nodiscard]] qint64 serversOffset(const QUrl &upload);

    CliProgram m_program;
    ChaosProxy m_proxy;
    int m_round = 0;
};

void TestCliResume::initTestCase()
{
    const QString library = m_program.makeLibrary();
    QVERIFY2(library.isEmpty(), qPrintable(library));
    const QString cloud = m_program.backUp();
    QVERIFY2(cloud.isEmpty(), qPrintable(cloud));
    const QString proxy = m_proxy.start(m_program.cloud().project(), 1);
    QVERIFY2(proxy.isEmpty(), qPrintable(proxy));
}

/// The host replaces a stem by a longer one, so that the package, and nothing else, goes up again.
void TestCliResume::growPackage()
{
    const QString stem = m_program.value(u"SELECT file_path FROM track_stems ORDER BY stem_name LIMIT 1"_s).toString();
    QVERIFY(QFileInfo::exists(stem));
    writeNoise(stem, 3 * chunk + 1000 + ++m_round);
}

/// What the server says itself, as the next start will ask it.
qint64 TestCliResume::serversOffset(const QUrl &upload)
{
    QProcess state;
    state.setProcessEnvironment(m_program.environment());
    const Project &project = m_program.cloud().project();
    state.start(u"node"_s,
                {QStringLiteral(LUMASYNC_CLOUD) + u"/uploadstate.mjs"_s, u"--url"_s, project.url.toString(), u"--key"_s,
                 QString::fromLatin1(project.publishableKey), u"--email"_s, CliProgram::email, upload.toString()});
    if (!state.waitForFinished(60'000) || state.exitCode() != 0)
        qWarning("%s", state.readAllStandardError().constData());
    return QJsonDocument::fromJson(state.readAllStandardOutput()).object()["offset"_L1].toInteger(-1);
}

void TestCliResume::goesOnFromTheServersOffset_data()
{
    QTest::addColumn<QJsonObject>("stall");
    QTest::addColumn<qint64>("received"); // of the second chunk
    QTest::addColumn<bool>("answered");   // by the server; the program never learns it
    QTest::newRow("in the middle of a chunk")
        << QJsonObject{{u"at"_s, u"body"_s}, {u"after"_s, static_cast<double>(chunk / 2)}} << chunk / 2 << false;
    QTest::newRow("between a chunk and its answer") << QJsonObject{{u"at"_s, u"answer"_s}} << chunk << true;
}

void TestCliResume::goesOnFromTheServersOffset()
{
    QFETCH(QJsonObject, stall);
    QFETCH(qint64, received);
    QFETCH(bool, answered);
    growPackage();
    stall.insert(u"fault"_s, u"stall"_s);
    stall.insert(u"method"_s, u"PATCH"_s);
    stall.insert(u"nth"_s, 2);
    QCOMPARE(m_proxy.setRules(QJsonArray{stall}), QString());
    m_program.cloud().resetRequests();
    const QHash<QString, QString> throughProxy{{u"LUMASYNC_URL"_s, m_proxy.project().url.toString()}};

    QProcess process;
    m_program.begin(process, {u"sync"_s}, throughProxy);
    QUrl upload;
    const auto isStalled = [&] {
        upload = QUrl(package(u"upload_url"_s).toString());
        const QJsonObject second = patches(upload).at(1).toObject();
        return package(u"bytes_uploaded"_s).toLongLong() == chunk && second["received"_L1].toInteger() == received &&
               second["status"_L1].isDouble() == answered;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isStalled(), 120'000);
    process.kill();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    QCOMPARE(package(u"status"_s).toString(), u"uploading"_s);
    const qint64 length = package(u"file_size"_s).toLongLong();
    QVERIFY(length > 3 * chunk);

    QCOMPARE(m_proxy.setRules({}), QString());
    qint64 offset = -1;
    const auto isSettled = [&] { // the server has noticed that nobody sends any more
        const qint64 seen = serversOffset(upload);
        return std::exchange(offset, seen) == seen && seen >= chunk;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isSettled(), 60'000);
    QVERIFY(answered ? offset == 2 * chunk : offset <= chunk + received);
    const qsizetype before = patches(upload).size();
    const Ran again = m_program.run({u"sync"_s}, throughProxy);
    QVERIFY2(again.code == 0, qPrintable(again.all()));

    const QJsonArray sent = patches(upload);
    QVERIFY(sent.size() > before);
    QCOMPARE(sent.at(before)["offset"_L1].toInteger(), offset);
    qint64 rest = 0;
    for (qsizetype i = before; i < sent.size(); ++i)
        rest += sent.at(i)["received"_L1].toInteger();
    QCOMPARE(rest, length - offset);
    QCOMPARE(m_program.cloud().requests()["POST /storage/v1/upload/resumable"_L1].toInt(), 1);
    QCOMPARE(package(u"status"_s).toString(), u"completed"_s);
    const Ran verify = m_program.run({u"verify"_s});
    QVERIFY2(verify.code == 0, qPrintable(verify.all()));
}

void TestCliResume::endsWhenNothingMoves_data()
{
    QTest::addColumn<QJsonObject>("stall");
    QTest::newRow("rows") << QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, u"^/rest/v1/"_s}};
    QTest::newRow("a file") << QJsonObject{{u"method"_s, u"PATCH"_s}, {u"path"_s, u"^/storage/v1/"_s}};
}

void TestCliResume::endsWhenNothingMoves()
{
    QFETCH(QJsonObject, stall);
    growPackage();
    m_program.edit(u"UPDATE venues SET description = description || '!'"_s);
    stall.insert(u"fault"_s, u"stall"_s);
    QCOMPARE(m_proxy.setRules(QJsonArray{stall}), QString());
    const QHash<QString, QString> throughProxy{{u"LUMASYNC_URL"_s, m_proxy.project().url.toString()}};
    const Ran ran = m_program.run({u"sync"_s, u"--timeout"_s, u"2"_s, u"--json"_s}, throughProxy);
    QVERIFY2(ran.code == 8, qPrintable(ran.all()));
    QVERIFY2(ran.isOneSentence() && ran.err.contains("Nothing has moved for 2 s"_L1), qPrintable(ran.all()));
    QCOMPARE(ran.events(u"finished"_s).value(0)["exitCode"_L1].toInt(), 8);

    QCOMPARE(m_proxy.setRules({}), QString());
    const Ran again = m_program.run({u"sync"_s}, throughProxy);
    QVERIFY2(again.code == 0, qPrintable(again.all()));
}

LUMASYNC_SUITE(QCoreApplication, TestCliResume)
#include "tst_cliresume.moc"
