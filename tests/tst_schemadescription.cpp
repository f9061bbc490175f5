// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/schema.h"
#include "core/schemabuilder.h"
#include "core/schemafile.h"

#include "lumadatabase.h"
#include "suite.h"

#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

namespace {

FileBuilder attachment()
{
    return FileBuilder::asIs(u"attachment"_s).path(u"path"_s).to(u"attachments"_s, u"{id}.{ext}"_s);
}

TableBuilder notes()
{
    return TableBuilder(u"notes"_s).localOnly(u"path"_s);
}

} // namespace

class TestSchemaDescription : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lumaInThreeWays();
    void jsonAndBack_data();
    void jsonAndBack();
    void jsonMistakes_data();
    void jsonMistakes();
    void mistakes_data();
    void mistakes();
    void mistakesSeenWithTheDatabase_data();
    void mistakesSeenWithTheDatabase();
    void orderHasNoMeaning();
    void oddDatabase();
    void whatColumnsHoldDecides_data();
    void whatColumnsHoldDecides();
    void namesInTheCloud();
    void namesWithoutLatinLetters_data();
    void namesWithoutLatinLetters();
};

// C++, the file and the database give one value. What no database says is added to what it does say.
void TestSchemaDescription::lumaInThreeWays()
{
    const SchemaDescription built = SchemaDescription::luma();
    const auto read = SchemaFile::load(QFINDTESTDATA("../examples/luma-library/lumasync.json"));
    QVERIFY2(read.hasValue(), read ? "" : qPrintable(read.error().message));
    QVERIFY(*read == built);

    LumaDatabase host;
    const auto seen = introspect(host.host());
    QVERIFY(seen.hasValue());
    QCOMPARE(seen->remarks, QStringList());
    SchemaDescription described = seen->description.without(u"settings"_s);
    QCOMPARE(described.tables.size(), 13);
    const auto add = [&](const QString &table, const QStringList &localOnly) {
        described = described.with(TableBuilder(*described.find(table)).localOnly(localOnly));
    };
    add(u"track_roots"_s, {u"logits_path"_s});
    add(u"track_stems"_s, {u"file_path"_s});
    add(u"track_waveforms"_s, {u"full_samples_json"_s, u"colors_json"_s, u"bands_json"_s});
    TableBuilder tracks(*described.find(u"tracks"_s));
    tracks.title(u"title"_s).localOnly({u"file_path"_s, u"album_art_path"_s});
    for (const FileDescription &file : built.find(u"tracks"_s)->files)
        tracks.file(file);
    described = described.with(tracks);
    described.buckets = built.buckets;
    for (const TableDescription &table : built.tables) {
        const auto one = [&](const SchemaDescription &from) {
            return SchemaFile::toJson(SchemaDescription::of({*from.find(table.name)}));
        };
        QCOMPARE(one(described), one(built)); // says where they differ
    }
    QVERIFY(described == built);
}

void TestSchemaDescription::jsonAndBack_data()
{
    QTest::addColumn<SchemaDescription>("description");
    QTest::newRow("Luma") << SchemaDescription::luma();
    QTest::newRow("least") << SchemaDescription::of({TableBuilder(u"t"_s)});
    QTest::newRow("everything") << SchemaDescription::of(
        {TableBuilder(u"Bücher & \"mehr\""_s)
             .inCloudAs(u"books"_s)
             .inCloudAs(u"Straße"_s, u"street"_s)
             .boolean({u"read"_s})
             .bytes({u"cover"_s})
             .kind(u"n"_s, ColumnKind::Integer)
             .kind(u"r"_s, ColumnKind::Real)
             .kind(u"t"_s, ColumnKind::Text)
             .title(u"name"_s)
             .file(attachment().priority(7).storedIn(u"where"_s))},
        {{.name = u"attachments"_s, .sizeLimit = 5, .mimeTypes = {u"image/png"_s}}, {.name = u"empty"_s}});
}

void TestSchemaDescription::jsonAndBack()
{
    QFETCH(SchemaDescription, description);
    const QByteArray json = SchemaFile::toJson(description);
    const auto again = SchemaFile::fromJson(json);
    QVERIFY2(again.hasValue(), again ? "" : qPrintable(again.error().message));
    QCOMPARE(SchemaFile::toJson(*again), json);
    QVERIFY(again->tables.size() == description.tables.size());
    QVERIFY(description.buckets.size() > 1 || *again == description); // a bucket that nothing names is not written
}

void TestSchemaDescription::jsonMistakes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("remedy");
    const auto row = [](const char *name, const QByteArray &json, const QString &place, const QString &remedy) {
        QTest::newRow(name) << json << place << remedy;
    };
    row("not JSON", "{\n\"tables\":\n{,}}", u"Line 3"_s, u"Correct it there"_s);
    row("nothing", "", u"Line 1"_s, u"Correct it"_s);
    row("a list", "[]", u"The document"_s, u"\"tables\" is wanted"_s);
    row("no tables", "{}", u"The document"_s, u"\"tables\" is wanted"_s);
    row("no table", R"({"tables":{}})", u"The schema description"_s, u"at least one"_s);
    row("newer", R"({"version":2,"tables":{"a":{}}})", u"The document"_s, u"Update"_s);
    row("unknown word", R"({"tables":{"a":{"colums":{}}}})", u"tables.a"_s, u"'colums'"_s);
    row("unknown kind", R"({"tables":{"a":{"columns":{"c":{"kind":"date"}}}}})", u"tables.a.columns.c.kind"_s,
        u"timestamp"_s);
    row("no object", R"({"tables":{"a":1}})", u"tables.a"_s, u"braces"_s);
    row("no text", R"({"tables":{"a":{"cloud":1}}})", u"tables.a.cloud"_s, u"text"_s);
    row("no flag", R"({"tables":{"a":{"columns":{"c":{"local":"yes"}}}}})", u"tables.a.columns.c.local"_s, u"true"_s);
    row("unknown form", R"({"tables":{"a":{"files":{"f":{"form":"zip"}}}}})", u"tables.a.files.f.form"_s,
        u"thumbnail"_s);
    row("no list", R"({"tables":{"a":{"files":{"f":{"members":{}}}}}})", u"tables.a.files.f.members"_s, u"list"_s);
    row("member", R"({"tables":{"a":{"files":{"f":{"members":[{"nam":"x"}]}}}}})", u"tables.a.files.f.members.0"_s,
        u"'nam'"_s);
    row("no number", R"({"tables":{"a":{}},"buckets":{"b":{"sizeLimit":-1}}})", u"buckets.b.sizeLimit"_s,
        u"whole number"_s);
}

void TestSchemaDescription::jsonMistakes()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, place);
    QFETCH(QString, remedy);
    const auto read = SchemaFile::fromJson(json);
    QVERIFY(!read.hasValue());
    QCOMPARE(read.error().kind, Error::Kind::Configuration);
    QVERIFY2(read.error().message.contains(place), qPrintable(read.error().message));
    QVERIFY2(read.error().message.contains(remedy), qPrintable(read.error().message));
}

void TestSchemaDescription::mistakes_data()
{
    QTest::addColumn<SchemaDescription>("description");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const QList<TableDescription> &tables, const QString &code,
                        const QString &place) {
        QTest::newRow(name) << SchemaDescription::of(tables) << code << place;
    };
    const auto withFile = [&](const char *name, const FileDescription &file, const QString &code) {
        row(name, {notes().file(file)}, code, u"Table 'notes', file '"_s + file.kind + u'\'');
    };
    const auto withMember = [&](const char *name, const PackageMember &member) {
        const FileDescription file = FileBuilder::package(u"p"_s, {member}).to(u"packages"_s, u"{id}.tar.zst"_s);
        row(name, {notes().file(file)}, u"member"_s, u"member '"_s + member.name + u'\'');
    };
    row("good", {notes().file(attachment())}, {}, {});
    row("no table", {}, u"empty"_s, u"schema description"_s);
    row("described twice", {notes(), TableBuilder(u"NOTES"_s)}, u"twice"_s, u"'NOTES'"_s);
    row("one name in the cloud", {notes(), TableBuilder(u"b"_s).inCloudAs(u"notes"_s)}, u"cloudname"_s, u"'b'"_s);
    row("long name", {TableBuilder(u"ä"_s.repeated(40))}, u"cloudname"_s, u"63 bytes"_s);
    row("column named id", {notes().inCloudAs(u"a"_s, u"id"_s)}, u"cloudname"_s, u"column 'a'"_s);
    row("local and named", {notes().inCloudAs(u"path"_s, u"p"_s)}, u"localonly"_s, u"column 'path'"_s);
    row("files of one name", {notes().file(attachment()), TableBuilder(u"b"_s).file(attachment())}, u"kind"_s,
        u"'b'"_s);
    withFile("bad kind", FileBuilder::asIs(u"My File"_s).path(u"path"_s).to(u"b"_s, u"{id}"_s), u"kind"_s);
    withFile("bad bucket", attachment().to(u"a/b"_s, u"{id}"_s), u"bucket"_s);
    withFile("no bucket", attachment().to({}, u"{id}"_s), u"bucket"_s);
    withFile("pattern without a column", attachment().to(u"b"_s, u"file.{ext}"_s), u"pattern"_s);
    withFile("open brace", attachment().to(u"b"_s, u"{id"_s), u"pattern"_s);
    withFile("close brace", attachment().to(u"b"_s, u"id}"_s), u"pattern"_s);
    withFile("empty braces", attachment().to(u"b"_s, u"{}{id}"_s), u"pattern"_s);
    withFile("pattern climbs", attachment().to(u"b"_s, u"../{id}"_s), u"pattern"_s);
    withFile("pattern not ASCII", attachment().to(u"b"_s, u"ü{id}"_s), u"pattern"_s);
    withFile("no path", FileBuilder::asIs(u"f"_s).to(u"b"_s, u"{id}"_s), u"path"_s);
    withFile("storage path over path", attachment().storedIn(u"PATH"_s), u"storagepath"_s);
    withFile("empty package", FileBuilder::package(u"p"_s, {}).to(u"b"_s, u"{id}.tar.zst"_s), u"members"_s);
    withFile("package of another name",
             FileBuilder::package(u"p"_s, {MemberBuilder::file(u"a"_s).path(u"path"_s)}).to(u"b"_s, u"{id}.zip"_s),
             u"pattern"_s);
    withMember("neither path nor fields", MemberBuilder::file(u"a"_s));
    withMember("bad name", MemberBuilder::file(u"../a"_s).path(u"path"_s));
    withMember("column in the name", MemberBuilder::file(u"{id}"_s).path(u"path"_s));
    withMember("where without a table", MemberBuilder::file(u"a"_s).path(u"path"_s).where(u"x"_s, u"y"_s));
    withMember("table without owner", MemberBuilder::file(u"a"_s).path(u"path"_s).from(u"t"_s, {}));
}

void TestSchemaDescription::mistakes()
{
    QFETCH(SchemaDescription, description);
    QFETCH(QString, code);
    QFETCH(QString, place);
    const Error error = description.check();
    QCOMPARE(error.code, code);
    QCOMPARE(error.isError(), !code.isEmpty());
    QVERIFY2(error.message.contains(place), qPrintable(error.message));
}

void TestSchemaDescription::mistakesSeenWithTheDatabase_data()
{
    QTest::addColumn<SchemaDescription>("description");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const TableDescription &table, const QString &code, const QString &named) {
        QTest::newRow(name) << SchemaDescription::of({table}) << code << named;
    };
    row("good", notes().file(attachment()), {}, {});
    row("no such path column", TableBuilder(u"notes"_s).file(attachment().path(u"nowhere"_s)), u"nocolumn"_s,
        u"nowhere"_s);
    row("no such storage column", notes().file(attachment().storedIn(u"nowhere"_s)), u"nocolumn"_s, u"nowhere"_s);
    row("no such column in the pattern", notes().file(attachment().to(u"b"_s, u"{hash}"_s)), u"nocolumn"_s, u"hash"_s);
    row("no such title", notes().title(u"nowhere"_s), u"nocolumn"_s, u"nowhere"_s);
    row("no such column with a name", notes().inCloudAs(u"nowhere"_s, u"x"_s), u"nocolumn"_s, u"nowhere"_s);
    row("two columns of one name", notes().inCloudAs(u"body"_s, u"title"_s), u"cloudname"_s, u"'title'"_s);
    row("files of a composite key", TableBuilder(u"pairs"_s).file(attachment().to(u"b"_s, u"{a}"_s)), u"filekey"_s,
        u"pairs"_s);
    row("member of no table",
        notes().file(FileBuilder::package(u"p"_s, {MemberBuilder::file(u"m"_s).from(u"gone"_s, u"x"_s).path(u"y"_s)})
                         .to(u"b"_s, u"{id}.tar.zst"_s)),
        u"nocolumn"_s, u"no table 'gone"_s);
}

void TestSchemaDescription::mistakesSeenWithTheDatabase()
{
    QFETCH(SchemaDescription, description);
    QFETCH(QString, code);
    QFETCH(QString, named);
    LumaDatabase host(LumaDatabase::Content::Nothing);
    RUN(u"CREATE TABLE notes (id TEXT PRIMARY KEY, title TEXT, body TEXT, path TEXT)"_s);
    RUN(u"CREATE TABLE pairs (a, b, path TEXT, PRIMARY KEY (a, b))"_s);
    const auto schema = Schema::resolve(description, host.host());
    QCOMPARE(schema.hasValue(), code.isEmpty());
    if (schema) {
        QCOMPARE(schema->files.owners.size(), 1);
        QCOMPARE(schema->files.owners[0].key, u"id"_s);
        QVERIFY(!schema->files.owners[0].hasIntegerKey);
        return;
    }
    QCOMPARE(schema.error().code, code);
    QVERIFY2(schema.error().message.contains(named), qPrintable(schema.error().message));
}

void TestSchemaDescription::orderHasNoMeaning()
{
    const SchemaDescription one =
        SchemaDescription::of({TableBuilder(u"a"_s).localOnly({u"x"_s, u"y"_s}), TableBuilder(u"b"_s)});
    const SchemaDescription other =
        SchemaDescription::of({TableBuilder(u"b"_s), TableBuilder(u"a"_s).localOnly({u"y"_s, u"x"_s})});
    QVERIFY(one == other);
    QVERIFY(!(one == one.without(u"b"_s)));
    QVERIFY(!(one == one.with(TableBuilder(u"a"_s))));
}

void TestSchemaDescription::oddDatabase()
{
    LumaDatabase host(LumaDatabase::Content::Nothing);
    RUN(u"CREATE TABLE \"Kunden und Straßen\" (\"Kunden-Nr\" INTEGER PRIMARY KEY, \"Größe (cm)\" REAL, \"order\" TEXT)"_s);
    RUN(u"CREATE TABLE AlbumTracks (AlbumId INTEGER, id INTEGER, uid INTEGER NOT NULL, PRIMARY KEY (AlbumId, id)) "
        u"WITHOUT ROWID"_s);
    RUN(u"CREATE TABLE keyless (a)"_s);
    RUN(u"CREATE VIEW everything AS SELECT 1"_s);
    RUN(u"CREATE VIRTUAL TABLE search USING fts5(text)"_s);
    RUN(u"CREATE TABLE owned (id INTEGER PRIMARY KEY, uid TEXT)"_s);
    const auto seen = introspect(host.host());
    QVERIFY(seen.hasValue());
    QCOMPARE(seen->description.tables.size(), 3);
    const TableDescription customers = *seen->description.find(u"Kunden und Straßen"_s);
    QCOMPARE(customers.cloudName, u"kunden_und_strassen"_s);
    QCOMPARE(customers.cloudNames,
             (QHash<QString, QString>{{u"Kunden-Nr"_s, u"kunden_nr"_s}, {u"Größe (cm)"_s, u"grosse_cm"_s}}));
    const TableDescription tracks = *seen->description.find(u"AlbumTracks"_s);
    QCOMPARE(tracks.cloudName, u"album_tracks"_s);
    QCOMPARE(
        tracks.cloudNames,
        (QHash<QString, QString>{{u"AlbumId"_s, u"album_id"_s}, {u"id"_s, u"local_id"_s}, {u"uid"_s, u"local_uid"_s}}));
    QVERIFY(seen->description.find(u"owned"_s)->cloudNames.isEmpty());
    const QString remarks = seen->remarks.join(u'\n');
    for (const QString &name : {u"keyless"_s, u"everything"_s, u"search"_s})
        QVERIFY2(remarks.contains(u'\'' + name + u"' "_s), qPrintable(remarks));
    QVERIFY(!remarks.contains(u"search_data"_s)); // nobody asked for its inner tables
    const auto schema = Schema::resolve(seen->description, host.host());
    QVERIFY2(schema.hasValue(), schema ? "" : qPrintable(schema.error().message));
}

void TestSchemaDescription::whatColumnsHoldDecides_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const QString &type, const QStringList &values, ColumnKind kind) {
        QTest::newRow(name) << type << values << int(kind);
    };
    using K = ColumnKind;
    row("empty", u"DATETIME"_s, {}, K::Timestamp);
    row("times", u"DATETIME"_s, {u"'2024-01-31 10:00:00'"_s, u"NULL"_s}, K::Timestamp);
    row("unix times", u"DATETIME"_s, {u"1700000000"_s}, K::Integer);
    row("julian days", u"DATETIME"_s, {u"2460000.5"_s}, K::Real);
    row("words for times", u"DATETIME"_s, {u"'soon'"_s}, K::Text);
    row("truths", u"BOOLEAN"_s, {u"0"_s, u"1"_s}, K::Boolean);
    row("counts", u"BOOLEAN"_s, {u"2"_s}, K::Integer);
    row("yes and no", u"BOOL"_s, {u"'yes'"_s}, K::Text);
    row("integers", u"INT"_s, {u"1"_s}, K::Integer);
    row("halves", u"INT"_s, {u"1.5"_s}, K::Real);
    row("words for numbers", u"INTEGER"_s, {u"'many'"_s}, K::Text);
    row("large numbers", u"REAL"_s, {u"1.5"_s, u"2"_s}, K::Real);
    row("default of now", u"TEXT DEFAULT CURRENT_TIMESTAMP"_s, {u"'2024-01-31 10:00:00'"_s}, K::Timestamp);
    row("default of now, words", u"TEXT DEFAULT CURRENT_TIMESTAMP"_s, {u"'never'"_s}, K::Text);
    row("bytes", u"BLOB"_s, {u"x'00ff'"_s}, K::Bytes);
    row("words in a BLOB column", u"BLOB"_s, {u"'text'"_s}, K::Text);
    row("JSON", u"JSON"_s, {u"'[1]'"_s}, K::Json);
    row("no JSON", u"JSON"_s, {u"'{'"_s}, K::Text);
}

void TestSchemaDescription::whatColumnsHoldDecides()
{
    QFETCH(QString, type);
    QFETCH(QStringList, values);
    QFETCH(int, kind);
    LumaDatabase host(LumaDatabase::Content::Nothing);
    RUN(u"CREATE TABLE t (k INTEGER PRIMARY KEY, v "_s + type + u')');
    for (const QString &value : std::as_const(values))
        RUN(u"INSERT INTO t (v) VALUES ("_s + value + u')');
    const auto seen = introspect(host.host());
    QVERIFY(seen.hasValue());
    const ColumnKind declared = kindOfDeclared(type.section(u' ', 0, 0));
    QCOMPARE(int(seen->description.tables[0].kinds.value(u"v"_s, declared)), kind);
}

void TestSchemaDescription::namesInTheCloud()
{
    LumaDatabase host(LumaDatabase::Content::Nothing);
    RUN(u"CREATE TABLE \"a b\" (id INTEGER PRIMARY KEY, \"x y\" TEXT, \"x-y\" TEXT, x_y TEXT)"_s);
    RUN(u"CREATE TABLE a_b (id INTEGER PRIMARY KEY)"_s);
    const auto seen = introspect(host.host());
    QVERIFY(seen.hasValue());
    QCOMPARE(seen->description.find(u"a b"_s)->cloudName, u"a_b_2"_s);
    QStringList names = seen->description.find(u"a b"_s)->cloudNames.values();
    names.sort();
    QCOMPARE(names, (QStringList{u"x_y_2"_s, u"x_y_3"_s}));
}

void TestSchemaDescription::namesWithoutLatinLetters_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("cloud");
    QTest::newRow("Japanese") << u"日記"_s << u"日記"_s;
    QTest::newRow("voiced") << u"ガイド 1"_s << u"ガイド_1"_s;
    QTest::newRow("Russian") << u"Мои заметки (2026)"_s << u"мои_заметки_2026"_s;
    QTest::newRow("Greek") << u"ΑΡΧΕΊΟ"_s << u"αρχείο"_s;
    QTest::newRow("Hindi") << u"टिप्पणी"_s << u"टिप्पणी"_s;
    QTest::newRow("mixed") << u"Blog 日記"_s << u"blog_日記"_s;
    QTest::newRow("accents") << u"Cliché Žena"_s << u"cliche_zena"_s;
    QTest::newRow("signs") << u"!?"_s << u"unnamed"_s;
    QTest::newRow("long") << u"記"_s.repeated(30) << u"記"_s.repeated(21);
    QTest::newRow("long, beyond 16 bits") << u"a\U00020BB7"_s.repeated(20) << u"a\U00020BB7"_s.repeated(12) + u'a';
}

void TestSchemaDescription::namesWithoutLatinLetters()
{
    QFETCH(QString, name);
    QFETCH(QString, cloud);
    LumaDatabase host(LumaDatabase::Content::Nothing);
    RUN(u"CREATE TABLE \""_s + name + u"\" (id INTEGER PRIMARY KEY)"_s);
    RUN(u"CREATE TABLE \""_s + name + u"!\" (id INTEGER PRIMARY KEY)"_s);
    const auto seen = introspect(host.host());
    QVERIFY(seen.hasValue());
    QCOMPARE(seen->description.find(name)->cloudName, cloud);
    const QString other = seen->description.find(name + u'!')->cloudName;
    QVERIFY2(other != cloud && other.endsWith(u"_2"_s), qPrintable(other));
    QVERIFY(!seen->description.check());
}

LUMASYNC_SUITE(QCoreApplication, TestSchemaDescription)
#include "tst_schemadescription.moc"
