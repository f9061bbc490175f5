// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/cloudmigration.h"
#include "core/schemabuilder.h"

#include "lumadatabase.h"
#include "suite.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

namespace {

CloudSchema one(const QList<CloudColumn> &columns, const QList<CloudReference> &references = {})
{
    return {{{.name = u"t"_s, .columns = columns, .references = references}}, {}};
}

/// Statements without the head and the state line.
QString body(const CloudMigration &migration)
{
    const QString sql = migration.sql();
    const qsizetype begin = sql.indexOf(u"-- Safe to run again.\n\n"_s) + 23;
    return sql.sliced(begin, sql.indexOf(u"\nnotify pgrst"_s) - begin);
}

} // namespace

class TestCloudMigration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lumasSqlIsGenerated();
    void changes_data();
    void changes();
    void onlyAdds_data();
    void onlyAdds();
    void stateIsRead();
    void identifiers_data();
    void identifiers();
    void longNames();
    void buckets();
};

// Byte for byte what resources/supabase holds, behind its licence lines.
void TestCloudMigration::lumasSqlIsGenerated()
{
    LumaDatabase host(LumaDatabase::Content::Schema);
    const SchemaDescription luma = SchemaDescription::luma();
    const auto schema = Schema::resolve(luma, host.host());
    QVERIFY(schema.hasValue());
    const QByteArray expected =
        "-- SPDX-FileCopyrightText: 2026 LumaSync contributors\n-- SPDX-License-Identifier: MIT\n\n" +
        CloudMigration({}, CloudSchema::of(*schema, luma)).sql().toUtf8();
    QFile made(u"luma.sql"_s); // beside the test program, to be copied where the difference is meant
    QVERIFY(made.open(QIODevice::WriteOnly));
    made.write(expected);
    QFile file(QFINDTESTDATA("../resources/supabase/migrations/20260101000000_luma.sql"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), QString::fromUtf8(expected));
}

void TestCloudMigration::changes_data()
{
    QTest::addColumn<CloudSchema>("before");
    QTest::addColumn<CloudSchema>("after");
    QTest::addColumn<QString>("sql");
    const CloudColumn a{u"a"_s, u"text"_s, false, {}};
    const auto row = [](const char *name, const CloudSchema &before, const CloudSchema &after, const QString &sql) {
        QTest::newRow(name) << before << after << sql;
    };
    row("nothing", one({a}), one({a}), {});
    row("column added", one({a}), one({a, {u"b"_s, u"bigint"_s, false, {}}}),
        u"alter table public.t add column if not exists b bigint;\n"_s);
    row("column added, not null with a default", one({a}), one({a, {u"b"_s, u"bigint"_s, true, u"1"_s}}),
        u"alter table public.t add column if not exists b bigint not null default 1;\n"_s);
    row("column added, not null without one", one({a}), one({a, {u"b"_s, u"bigint"_s, true, {}}}),
        u"alter table public.t add column if not exists b bigint;\n"_s);
    row("column gone", one({a}), one({}),
        u"-- The column 'a' of 't' is not sent any more. Its values stay until you drop it:\n"
        u"-- alter table public.t drop column a;\n"_s);
    row("column gone that was not null", one({{u"a"_s, u"text"_s, true, {}}}), one({}),
        u"alter table public.t alter column a drop not null;\n\n"
        u"-- The column 'a' of 't' is not sent any more. Its values stay until you drop it:\n"
        u"-- alter table public.t drop column a;\n"_s);
    row("may be null now", one({{u"a"_s, u"text"_s, true, {}}}), one({a}),
        u"alter table public.t alter column a drop not null;\n"_s);
    row("may not be null any more", one({a}), one({{u"a"_s, u"text"_s, true, {}}}), {});
    row("to text", one({{u"a"_s, u"bigint"_s, false, u"1"_s}}), one({a}),
        u"alter table public.t alter column a drop default;\n\n"
        u"alter table public.t alter column a type text using a::text;\n"_s);
    row("to another type", one({a}), one({{u"a"_s, u"bigint"_s, false, {}}}),
        u"-- The column 'a' of 't' was text and is bigint now. Look whether every value can be converted, then run:\n"
        u"-- alter table public.t alter column a type bigint using a::bigint;\n"_s);
    row("table gone", one({a}), {},
        u"-- The table 't' is not backed up any more. Its rows stay until you drop it:\n-- drop table public.t;\n"_s);
    const CloudColumn p{u"p"_s, u"uuid"_s, false, {}};
    row("reference added", one({p}), one({p}, {{u"p"_s, u"t"_s, true}}),
        u"\n-- Foreign keys, now that all tables exist.\n"
        u"alter table public.t drop constraint if exists t_p_fkey;\n"
        u"alter table public.t add constraint t_p_fkey foreign key (p) references public.t (id) on delete set null;\n"
        u"create index if not exists t_p_idx on public.t (p);\n"_s);
    row("reference gone", one({p}, {{u"p"_s, u"t"_s, false}}), one({p}),
        u"alter table public.t drop constraint if exists t_p_fkey;\n"_s);
}

void TestCloudMigration::changes()
{
    QFETCH(CloudSchema, before);
    QFETCH(CloudSchema, after);
    QFETCH(QString, sql);
    const CloudMigration migration(before, after);
    QCOMPARE(migration.isEmpty(), sql.isEmpty());
    if (!sql.isEmpty())
        QCOMPARE(body(migration), sql);
    const auto state = CloudMigration::stateIn(migration.sql());
    QVERIFY(state);
    QVERIFY(CloudMigration(*state, after).isEmpty()); // once is enough
}

void TestCloudMigration::onlyAdds_data()
{
    changes_data();
}

// Whatever changes: nothing that is not a comment takes a table, a column or a row away.
void TestCloudMigration::onlyAdds()
{
    QFETCH(CloudSchema, before);
    QFETCH(CloudSchema, after);
    for (const QString &line : CloudMigration(before, after).sql().split(u'\n')) {
        if (line.startsWith(u"--"_s))
            continue;
        for (const QString &word : {u"drop table"_s, u"drop column"_s, u"delete from"_s, u"truncate"_s})
            QVERIFY2(!line.contains(word), qPrintable(line));
    }
}

void TestCloudMigration::stateIsRead()
{
    LumaDatabase host(LumaDatabase::Content::Schema);
    const SchemaDescription luma = SchemaDescription::luma();
    const CloudSchema cloud = CloudSchema::of(*Schema::resolve(luma, host.host()), luma);
    QVERIFY(CloudSchema::fromJson(cloud.toJson()) == cloud);
    const auto state = CloudMigration::stateIn(CloudMigration({}, cloud).sql());
    QVERIFY(state && *state == cloud);
    QVERIFY(!CloudMigration::stateIn(u"create table x ();"_s));
    QVERIFY(!CloudMigration::stateIn(u"-- lumasync-state: nonsense"_s));
}

void TestCloudMigration::identifiers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("written");
    QTest::newRow("plain") << u"notes_2"_s << u"notes_2"_s;
    QTest::newRow("reserved") << u"order"_s << u"\"order\""_s;
    QTest::newRow("reserved as a function") << u"left"_s << u"\"left\""_s;
    QTest::newRow("capitals") << u"Notes"_s << u"\"Notes\""_s;
    QTest::newRow("digit first") << u"2nd"_s << u"\"2nd\""_s;
    QTest::newRow("quote") << u"a\"b"_s << u"\"a\"\"b\""_s;
    QTest::newRow("not ASCII") << u"straße"_s << u"\"straße\""_s;
}

void TestCloudMigration::identifiers()
{
    QFETCH(QString, name);
    QTEST(cloudIdentifier(name), "written");
}

// PostgreSQL cuts names at 63 bytes: two that begin alike would meet.
void TestCloudMigration::longNames()
{
    const QString table = u"a_table_with_a_name_that_goes_on_for_quite_a_while_and_then_some"_s.left(60);
    const CloudSchema schema{
        {{.name = table,
          .columns = {{u"first_parent"_s, u"uuid"_s, false, {}}, {u"second_parent"_s, u"uuid"_s, false, {}}},
          .references = {{u"first_parent"_s, table, false}, {u"second_parent"_s, table, false}}}},
        {}};
    const QString sql = CloudMigration({}, schema).sql();
    static const QRegularExpression constraint(u"add constraint (\\S+)"_s);
    QSet<QString> names;
    for (auto matches = constraint.globalMatch(sql); matches.hasNext();) {
        const QString name = matches.next().captured(1);
        QVERIFY(name.toUtf8().size() <= 63);
        names.insert(name);
    }
    QCOMPARE(names.size(), 2);
}

void TestCloudMigration::buckets()
{
    const CloudSchema before{{}, {{.name = u"a"_s}, {.name = u"b"_s}}};
    const CloudSchema after{{}, {{.name = u"a"_s, .sizeLimit = 5, .mimeTypes = {u"image/*"_s}}, {.name = u"c"_s}}};
    const QString sql = body(CloudMigration(before, after));
    QVERIFY(sql.contains(u"values ('a', 'a', false, 5, array['image/*'])"_s));
    QVERIFY(sql.contains(u"values ('c', 'c', false, 10737418240, null)"_s));
    QVERIFY(sql.contains(u"create policy lumasync_c_update_own on storage.objects for update to authenticated"_s));
    QVERIFY(sql.contains(u"-- No file goes to the bucket 'b' any more."_s));
    QVERIFY(!sql.contains(u"lumasync_b_"_s));
}

LUMASYNC_SUITE(QCoreApplication, TestCloudMigration)
#include "tst_cloudmigration.moc"
