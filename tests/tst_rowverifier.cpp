// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/libraryowner.h"
#include "core/verifier.h"
#include "httpscript.h"
#include "lumadatabase.h"
#include "sqlitefaults.h"
#include "suite.h"

#include <QSignalSpy>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

/// A reading of the library that breaks off is an error of the verification. Taken for the end of the table, all rows
/// behind it would be told as "in the cloud only".
class TestRowVerifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingDiffers();
    void cutBehindEachRow();
    void eachStatementBroken();

private:
    struct Verified
    {
        VerifyReport report;
        qsizetype differences = 0;
    };
    [[nodiscard]] Verified verify();

    std::unique_ptr<LumaDatabase> m_host;
    std::unique_ptr<HttpScript> m_server;
    QMap<QString, QByteArray> m_cloud; ///< by "table/id"
};

namespace {

const QString owner = u"99999999-9999-4999-8999-999999999999"_s;

// Three tables of Luma's: everything is read as often as there are rows.
SchemaDescription threeTables()
{
    const SchemaDescription luma = SchemaDescription::luma();
    SchemaDescription few;
    for (const QString &name : {u"venues"_s, u"pattern_categories"_s, u"fixtures"_s})
        few.tables.append(*luma.find(name));
    return few;
}

} // namespace

// A cloud that has exactly what the library has.
void TestRowVerifier::init()
{
    m_host = std::make_unique<LumaDatabase>();
    TrackedLibrary library(m_host->path(), threeTables());
    QCOMPARE(library.failure(), QString());
    QCOMPARE(text(claimLibrary(library.database(), owner)), QString());
    library.rows().setOwner(owner);
    const auto cloud = library.expectedCloud();
    QVERIFY(cloud);
    m_cloud = *cloud;
    QVERIFY(m_cloud.size() > 5);
    m_server = std::make_unique<HttpScript>();
    m_server->setHandler([this](const HttpScript::Seen &seen) {
        const QString table = QString::fromUtf8(seen.target).section(u'?', 0, 0).section(u'/', -1);
        QByteArrayList rows; // in the order of their ids, as asked
        for (auto row = m_cloud.lowerBound(table + u'/'); row != m_cloud.cend() && row.key().startsWith(table + u'/');
             ++row)
            rows.append(*row);
        return HttpScript::answer(200, '[' + rows.join(',') + ']', {"Content-Type: application/json"});
    });
}

void TestRowVerifier::cleanup()
{
    m_server.reset();
    m_host.reset();
}

TestRowVerifier::Verified TestRowVerifier::verify()
{
    Verifier verifier({.databasePath = m_host->path(),
                       .project = {m_server->url(), "sb_publishable_k"},
                       .schema = threeTables(),
                       .verifyFiles = false});
    verifier.setToken({"jwt", owner, QDeadlineTimer::Forever});
    QSignalSpy differences(&verifier, &Verifier::differenceFound);
    QSignalSpy finished(&verifier, &Verifier::finished);
    verifier.start();
    if (finished.isEmpty() && !finished.wait(60'000))
        return {};
    return {finished[0][0].value<VerifyReport>(), differences.size()};
}

void TestRowVerifier::nothingDiffers()
{
    const Verified verified = verify();
    QCOMPARE(text(verified.report.error), QString());
    QCOMPARE(verified.differences, 0);
    QCOMPARE(verified.report.rows, m_cloud.size());
    m_cloud.remove(m_cloud.firstKey());
    QCOMPARE(verify().differences, 1);
}

// Either the verification says that it could not read, or what it read was whole: the one row of a count, say.
void TestRowVerifier::cutBehindEachRow()
{
    SqliteFaults faults;
    qsizetype errors = 0;
    for (int row = 1; row == 1 || faults.hasFailed(); ++row) {
        faults.fail(row, SqliteFaults::Kind::Cut);
        const Verified verified = verify();
        QCOMPARE(verified.differences, 0);
        if (verified.report.error) {
            QCOMPARE(verified.report.error.kind, Error::Kind::Database);
            ++errors;
        } else {
            QCOMPARE(verified.report.rows, m_cloud.size());
        }
    }
    QVERIFY2(errors >= 2 * m_cloud.size(), qPrintable(QString::number(errors))); // all keys, then all rows
}

void TestRowVerifier::eachStatementBroken()
{
    SqliteFaults faults;
    qsizetype errors = 0;
    for (int statement = 1; statement == 1 || faults.hasFailed(); ++statement) {
        faults.fail(statement);
        const Verified verified = verify();
        QCOMPARE(verified.differences, 0);
        if (verified.report.error)
            ++errors;
        else
            QCOMPARE(verified.report.rows, m_cloud.size());
    }
    QVERIFY2(errors > 20, qPrintable(QString::number(errors)));
}

LUMASYNC_SUITE(QCoreApplication, TestRowVerifier)
#include "tst_rowverifier.moc"
