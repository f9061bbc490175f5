// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// `lumasync doctor` tries each bucket as an upload would meet it, names the policy that is missing, and leaves nothing.
#include "chaosproxy.h"
#include "cliprogram.h"
#include "suite.h"

#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace LumaSync;

class TestCliDoctor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void findsNothingWrong();
    void namesThePolicyThatIsMissing_data();
    void namesThePolicyThatIsMissing();
    void namesTypesThatAreNotAllowed();
    void cleansUpWhenInterrupted();

private:
    /// Objects of the doctor's own that are in the project.
    [[nodiscard]] qsizetype leftOver()
    {
        return m_program.cloud().sql(u"SELECT name FROM storage.objects WHERE name LIKE '%lumasync-doctor%'"_s).size();
    }
    [[nodiscard]] QJsonArray objects()
    {
        return m_program.cloud().sql(u"SELECT bucket_id, name, version, metadata FROM storage.objects ORDER BY 1, 2"_s);
    }

    CliProgram m_program;
};

void TestCliDoctor::initTestCase()
{
    const QString library = m_program.makeLibrary();
    QVERIFY2(library.isEmpty(), qPrintable(library));
    const QString cloud = m_program.backUp();
    QVERIFY2(cloud.isEmpty(), qPrintable(cloud));
}

void TestCliDoctor::findsNothingWrong()
{
    const QJsonArray before = objects();
    QVERIFY(!before.isEmpty());
    const Ran ran = m_program.run({u"doctor"_s});
    QVERIFY2(ran.code == 0 && ran.err.isEmpty(), qPrintable(ran.all()));
    for (const QString &bucket : {u"tracks"_s, u"artwork"_s, u"packages"_s})
        QVERIFY2(ran.out.contains(u"bucket "_s + bucket +
                                  u", own folder: a small object was uploaded, replaced, read "
                                  u"back and removed"_s),
                 qPrintable(ran.all()));
    QCOMPARE(objects(), before);
}

void TestCliDoctor::namesThePolicyThatIsMissing_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("says");
    QTest::addColumn<qsizetype>("left");
    QTest::newRow("insert") << u"INSERT"_s << u"bucket tracks, upload: is refused: "_s << qsizetype(0);
    QTest::newRow("update") << u"UPDATE"_s << u"bucket tracks, replacement: is refused: "_s << qsizetype(0);
    QTest::newRow("delete") << u"DELETE"_s << u"bucket tracks, removal: is refused: "_s << qsizetype(1);
}

void TestCliDoctor::namesThePolicyThatIsMissing()
{
    QFETCH(QString, verb);
    QFETCH(QString, says);
    QFETCH(qsizetype, left);
    LocalCloud &cloud = m_program.cloud();
    const QJsonValue policy = cloud
                                  .sql(u"SELECT policyname, coalesce(qual, with_check) AS rule FROM pg_policies WHERE "
                                       u"tablename = 'objects' AND "
                                       "cmd = '%1' AND coalesce(qual, with_check) LIKE '%tracks%'"_s.arg(verb))
                                  .at(0);
    const QString name = policy["policyname"_L1].toString();
    QVERIFY(!name.isEmpty());
    const QString clause = verb == "INSERT"_L1 ? u"WITH CHECK"_s : u"USING"_s;
    const auto setRule = [&](const QString &rule) {
        (void)cloud.sql(u"ALTER POLICY \"%1\" ON storage.objects %2 (%3)"_s.arg(name, clause, rule));
    };
    const QJsonArray before = objects();
    setRule(u"false"_s);
    const Ran ran = m_program.run({u"doctor"_s});
    setRule(policy["rule"_L1].toString());
    QVERIFY2(ran.code == 1, qPrintable(ran.all()));
    QVERIFY2(ran.out.contains(u"problem: "_s + says), qPrintable(ran.all()));
    QVERIFY2(ran.out.contains("supabase db push"_L1), qPrintable(ran.all()));
    QVERIFY2(ran.out.contains("bucket artwork, own folder: "_L1), qPrintable(ran.all())); // the others are well
    QCOMPARE(leftOver(), left);
    QCOMPARE(ran.out.contains("is left over"_L1), left > 0);
    if (left > 0)
        (void)cloud.sql(u"DELETE FROM storage.objects WHERE name LIKE '%lumasync-doctor%'"_s);
    QCOMPARE(objects(), before);
    const Ran again = m_program.run({u"doctor"_s});
    QVERIFY2(again.code == 0, qPrintable(again.all()));
}

void TestCliDoctor::namesTypesThatAreNotAllowed()
{
    LocalCloud &cloud = m_program.cloud();
    (void)cloud.sql(u"UPDATE storage.buckets SET allowed_mime_types = ARRAY['text/plain'] WHERE id = 'artwork'"_s);
    const Ran ran = m_program.run({u"doctor"_s, u"--json"_s});
    (void)cloud.sql(u"UPDATE storage.buckets SET allowed_mime_types = ARRAY['image/*'] WHERE id = 'artwork'"_s);
    QCOMPARE(ran.code, 1);
    bool isNamed = false;
    for (const QJsonObject &check : ran.events(u"check"_s))
        isNamed = isNamed || (check["what"_L1] == "bucket artwork, upload"_L1 && check["state"_L1] == "problem"_L1 &&
                              check["remedy"_L1].toString().contains("allowed types"_L1));
    QVERIFY2(isNamed, qPrintable(ran.all()));
    QCOMPARE(leftOver(), 0);
}

void TestCliDoctor::cleansUpWhenInterrupted()
{
    ChaosProxy proxy;
    const QString problem = proxy.start(m_program.cloud().project(), 1);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    // The replacement of the first object is held up.
    const QJsonObject delay{{u"fault"_s, u"delay"_s},
                            {u"seconds"_s, 4},
                            {u"method"_s, u"POST"_s},
                            {u"path"_s, u"lumasync-doctor"_s},
                            {u"nth"_s, 2}};
    QCOMPARE(proxy.setRules(QJsonArray{delay}), QString());
    QProcess process;
    m_program.begin(process, {u"doctor"_s}, {{u"LUMASYNC_URL"_s, proxy.project().url.toString()}});
    QTRY_COMPARE_WITH_TIMEOUT(leftOver(), 1, 60'000);
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    const Ran ran = CliProgram::end(process);
    QVERIFY2(ran.code == 130, qPrintable(ran.all()));
    QCOMPARE(leftOver(), 0);
}

LUMASYNC_SUITE(QCoreApplication, TestCliDoctor)
#include "tst_clidoctor.moc"
