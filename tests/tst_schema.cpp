// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "lumadatabase.h"
#include "suite.h"

#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

class TestSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void luma();
    void lumaForeignKeys();
    void afterTheMigrationToo();
    void order_data();
    void order();
    void cycleWithoutANullableEdge();
    void kinds_data();
    void kinds();
    void uniqueKeys();
    void watched_data();
    void watched();
    void foreignKeysThatAreNoEdges();
    void namesInAnotherCase();
    void mistakes_data();
    void mistakes();
    void quoting();

private:
    static Expected<Schema> resolve(const LumaDatabase &host, const SchemaDescription &description)
    {
        return Schema::resolve(description, host.host());
    }
};

void TestSchema::luma()
{
    LumaDatabase host(LumaDatabase::Content::Schema);
    const auto schema = resolve(host, SchemaDescription::luma());
    QVERIFY2(schema.hasValue(), qPrintable(schema ? QString() : text(schema.error())));
    QCOMPARE(schema->tables.size(), 13);
    QCOMPARE(schema->indexOf(u"settings"_s), -1);
    for (qsizetype i = 0; i < schema->tables.size(); ++i) {
        QCOMPARE(schema->indexOf(schema->tables[i].name), i);
        for (const ForeignKey &edge : schema->tables[i].foreignKeys) {
            QVERIFY2(edge.parent < i || edge.deferred, qPrintable(schema->tables[i].name));
            QCOMPARE(edge.deferred,
                     edge.column == "default_implementation_id"_L1 || edge.column == "forked_from_id"_L1);
        }
    }
    const auto columns = [&](const QString &table) {
        QStringList names;
        for (const Column &column : schema->tables[schema->indexOf(table)].columns)
            names.append(column.name);
        return names;
    };
    QVERIFY(!columns(u"tracks"_s).contains(u"file_path"_s));
    QVERIFY(!columns(u"tracks"_s).contains(u"album_art_path"_s));
    QVERIFY(!columns(u"track_roots"_s).contains(u"logits_path"_s));
    QVERIFY(!columns(u"track_stems"_s).contains(u"file_path"_s));
    for (const QString &name : {u"full_samples_json"_s, u"colors_json"_s, u"bands_json"_s})
        QVERIFY(!columns(u"track_waveforms"_s).contains(name));
    for (const QString &table : LumaDatabase::tableNames()) {
        QVERIFY(!columns(table).contains(u"id"_s));
        QVERIFY(!columns(table).contains(u"uid"_s));
    }
    QCOMPARE(schema->tables[schema->indexOf(u"track_stems"_s)].key, (QStringList{u"track_id"_s, u"stem_name"_s}));
    QVERIFY(columns(u"track_stems"_s).contains(u"stem_name"_s));
}

void TestSchema::lumaForeignKeys()
{
    LumaDatabase host(LumaDatabase::Content::Schema);
    const auto schema = resolve(host, SchemaDescription::luma());
    QStringList edges;
    for (const Table &table : schema->tables) {
        for (const ForeignKey &edge : table.foreignKeys)
            edges.append(
                u"%1.%2>%3.%4"_s.arg(table.name, edge.column, schema->tables[edge.parent].name, edge.parentColumn));
    }
    edges.sort();
    QCOMPARE(edges, (QStringList{
                        u"fixtures.venue_id>venues.id"_s,
                        u"implementations.pattern_id>patterns.id"_s,
                        u"patterns.category_id>pattern_categories.id"_s,
                        u"patterns.default_implementation_id>implementations.id"_s,
                        u"patterns.forked_from_id>patterns.id"_s,
                        u"scores.track_id>tracks.id"_s,
                        u"track_beats.track_id>tracks.id"_s,
                        u"track_roots.track_id>tracks.id"_s,
                        u"track_scores.pattern_id>patterns.id"_s,
                        u"track_scores.score_id>scores.id"_s,
                        u"track_stems.track_id>tracks.id"_s,
                        u"track_waveforms.track_id>tracks.id"_s,
                        u"venue_implementation_overrides.implementation_id>implementations.id"_s,
                        u"venue_implementation_overrides.pattern_id>patterns.id"_s,
                        u"venue_implementation_overrides.venue_id>venues.id"_s,
                    }));
}

void TestSchema::afterTheMigrationToo()
{
    LumaDatabase host(LumaDatabase::Content::Schema);
    const auto columns = [&] {
        QStringList names;
        const auto schema = resolve(host, SchemaDescription::luma());
        for (const Table &table : schema->tables) {
            for (const Column &column : table.columns)
                names.append(table.name + u'.' + column.name);
        }
        return names;
    };
    const QStringList before = columns();
    TrackedLibrary library(host.path());
    QCOMPARE(library.failure(), QString());
    QCOMPARE(columns(), before);
}

// "child>parent" edges, "?" behind those that may be NULL; tables a, b, c, ... in the order of the description.
void TestSchema::order_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("edges");
    QTest::addColumn<QString>("order");
    QTest::addColumn<QString>("deferred");
    QTest::newRow("no edges") << 3 << u""_s << u"abc"_s << u""_s;
    QTest::newRow("children first") << 3 << u"a>b b>c"_s << u"cba"_s << u""_s;
    QTest::newRow("diamond") << 4 << u"a>b a>c b>d c>d"_s << u"dbca"_s << u""_s;
    QTest::newRow("itself, nullable") << 1 << u"a>a?"_s << u"a"_s << u"a>a"_s;
    QTest::newRow("itself, not nullable") << 1 << u"a>a"_s << u"a"_s << u""_s;
    QTest::newRow("pair, one way nullable") << 2 << u"a>b? b>a"_s << u"ab"_s << u"a>b"_s;
    QTest::newRow("pair, other way nullable") << 2 << u"a>b b>a?"_s << u"ba"_s << u"b>a"_s;
    QTest::newRow("pair, both nullable") << 2 << u"a>b? b>a?"_s << u"ab"_s << u"a>b"_s;
    QTest::newRow("ring of three") << 3 << u"a>b b>c? c>a"_s << u"bac"_s << u"b>c"_s;
    QTest::newRow("two rings") << 4 << u"a>b? b>a c>d d>c?"_s << u"abdc"_s << u"a>b d>c"_s;
    QTest::newRow("nullable outside of the ring stays") << 3 << u"c>a? a>b b>a?"_s << u"bac"_s << u"b>a"_s;
    QTest::newRow("two edges to one parent") << 2 << u"a>b a>b?"_s << u"ba"_s << u""_s;
}

static Expected<Schema> ordered(int count, const QString &edges)
{
    QList<Table> tables(count);
    QList<QStringList> nullable(count);
    for (int i = 0; i < count; ++i)
        tables[i].name = QChar(u'a' + i);
    int number = 0;
    for (const QString &edge : edges.split(u' ', Qt::SkipEmptyParts)) {
        const int child = edge[0].unicode() - u'a';
        const QString column = edge.left(3) + QString::number(number++);
        tables[child].foreignKeys.append({column, edge[2].unicode() - u'a', u"id"_s, false});
        if (edge.endsWith(u'?'))
            nullable[child].append(column);
    }
    return inDependencyOrder(tables, nullable);
}

void TestSchema::order()
{
    QFETCH(int, count);
    QFETCH(QString, edges);
    QFETCH(QString, order);
    QFETCH(QString, deferred);
    const auto schema = ordered(count, edges);
    QVERIFY2(schema.hasValue(), qPrintable(schema ? QString() : schema.error().message));
    QString names;
    QStringList cut;
    for (const Table &table : schema->tables) {
        names += table.name;
        QCOMPARE(table.hasDeferred(), std::ranges::any_of(table.foreignKeys, &ForeignKey::deferred));
        for (const ForeignKey &edge : table.foreignKeys) {
            QCOMPARE(schema->tables[edge.parent].name, edge.column.mid(2, 1)); // still the same parent
            if (edge.deferred)
                cut.append(edge.column.left(3));
        }
    }
    cut.sort();
    QCOMPARE(names, order);
    QCOMPARE(cut.join(u' '), deferred);
}

void TestSchema::cycleWithoutANullableEdge()
{
    const auto schema = ordered(4, u"b>c c>d d>b"_s);
    QVERIFY(!schema);
    QCOMPARE(
        text(schema.error()),
        u"Configuration: cycle: The tables b, c, d refer to each other in a circle. Make one of these foreign keys nullable."_s);
}

void TestSchema::kinds_data()
{
    QTest::addColumn<QString>("declared");
    QTest::addColumn<ColumnKind>("kind");
    using enum ColumnKind;
    for (const auto &[declared, kind] : {std::pair("INTEGER", Integer),
                                         {"int", Integer},
                                         {"BIGINT", Integer},
                                         {"INT UNSIGNED", Integer},
                                         {"REAL", Real},
                                         {"DOUBLE PRECISION", Real},
                                         {"float", Real},
                                         {"NUMERIC", Real},
                                         {"DECIMAL(10,2)", Real},
                                         {"TEXT", Text},
                                         {"VARCHAR(20)", Text},
                                         {"", Text},
                                         {"DATE", Text},
                                         {"BOOLEAN", Boolean},
                                         {"bool", Boolean},
                                         {"DATETIME", Timestamp},
                                         {"TIMESTAMP", Timestamp},
                                         {"timestamptz", Timestamp},
                                         {"JSON", Json},
                                         {"BLOB", Bytes}})
        QTest::newRow(declared) << QString::fromLatin1(declared) << kind;
}

void TestSchema::kinds()
{
    QFETCH(QString, declared);
    QFETCH(ColumnKind, kind);
    LumaDatabase host(LumaDatabase::Content::Nothing);
    RUN(u"CREATE TABLE t (id INTEGER PRIMARY KEY, v %1)"_s.arg(declared));
    const auto schema = resolve(host, {{{u"t"_s, {}, {}}}});
    QCOMPARE(schema->tables[0].columns[0].kind, kind);
    const auto told = resolve(host, {{{u"t"_s, {}, {{u"v"_s, ColumnKind::Json}}}}});
    QCOMPARE(told->tables[0].columns[0].kind, ColumnKind::Json); // the description wins
}

void TestSchema::uniqueKeys()
{
    LumaDatabase host(LumaDatabase::Content::Nothing);
    RUN(u"CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT UNIQUE, b TEXT, c TEXT, UNIQUE (b, c))"_s);
    RUN(u"CREATE UNIQUE INDEX t_c ON t (c COLLATE NOCASE)"_s);
    RUN(u"CREATE UNIQUE INDEX t_expression ON t (lower(a))"_s);
    RUN(u"CREATE INDEX t_plain ON t (b)"_s);
    const auto schema = resolve(host, {{{u"t"_s, {}, {}}}});
    QStringList keys;
    for (const UniqueKey &key : schema->tables[0].uniqueKeys)
        keys.append(key.columns.join(u',') + u':' + key.collations.join(u','));
    keys.sort();
    QCOMPARE(keys, (QStringList{u"a:BINARY"_s, u"b,c:BINARY,BINARY"_s, u"c:NOCASE"_s}));
}

void TestSchema::watched_data()
{
    QTest::addColumn<QString>("columns");
    QTest::addColumn<bool>("watched");
    QTest::newRow("integer key") << u"(id INTEGER PRIMARY KEY, a)"_s << false;
    QTest::newRow("autoincrement") << u"(id INTEGER PRIMARY KEY AUTOINCREMENT, a)"_s << false;
    QTest::newRow("int is no rowid") << u"(id INT PRIMARY KEY, a)"_s << true;
    QTest::newRow("descending is no rowid") << u"(id INTEGER PRIMARY KEY DESC, a)"_s << true;
    QTest::newRow("text key") << u"(id TEXT PRIMARY KEY, a)"_s << true;
    QTest::newRow("two columns") << u"(b INTEGER, c INTEGER, a, PRIMARY KEY (b, c))"_s << true;
    QTest::newRow("without rowid") << u"(id INTEGER PRIMARY KEY, a) WITHOUT ROWID"_s << true;
    QTest::newRow("unique column") << u"(id INTEGER PRIMARY KEY, a UNIQUE)"_s << true;
    QTest::newRow("remote id column, empty") << u"(id INTEGER PRIMARY KEY, a, remote_id TEXT)"_s << false;
}

void TestSchema::watched()
{
    QFETCH(QString, columns);
    QFETCH(bool, watched);
    LumaDatabase host(LumaDatabase::Content::Nothing);
    RUN(u"CREATE TABLE t "_s + columns);
    RUN(u"INSERT INTO t VALUES (1%1)"_s.arg(
        QString(u", NULL"_s)
            .repeated(host.value(u"SELECT count(*) - 1 FROM pragma_table_info('t')"_s).toInt())
            .replace(u"NULL"_s, u"2"_s)));
    if (columns.contains(u"remote_id"_s))
        RUN(u"UPDATE t SET remote_id = NULL"_s);
    QCOMPARE(resolve(host, {{{u"t"_s, {}, {}}}})->tables[0].watched, watched);
    if (columns.contains(u"remote_id"_s))
        RUN(u"UPDATE t SET remote_id = 'r'"_s);
    else
        RUN(u"CREATE UNIQUE INDEX t_a ON t (lower(a))"_s);
    QCOMPARE(resolve(host, {{{u"t"_s, {}, {}}}})->tables[0].watched, true);
}

// To a table that stays here, to more than one column, to a column that names no single row: sent as plain values.
void TestSchema::foreignKeysThatAreNoEdges()
{
    LumaDatabase host(LumaDatabase::Content::Nothing);
    RUN(u"CREATE TABLE here (id INTEGER PRIMARY KEY)"_s);
    RUN(u"CREATE TABLE pairs (a INTEGER, b INTEGER, label TEXT, PRIMARY KEY (a, b))"_s);
    RUN(u"CREATE TABLE single (key INTEGER PRIMARY KEY, label TEXT, code TEXT UNIQUE)"_s);
    RUN(u"CREATE TABLE t (id INTEGER PRIMARY KEY, h REFERENCES here, a INTEGER, b INTEGER, l TEXT REFERENCES single "
        u"(label),"
        " c TEXT REFERENCES single (code), s INTEGER REFERENCES single, FOREIGN KEY (a, b) REFERENCES pairs)"_s);
    const auto schema = resolve(host, {{{u"t"_s, {}, {}}, {u"pairs"_s, {}, {}}, {u"single"_s, {}, {}}}});
    const Table &table = schema->tables[schema->indexOf(u"t"_s)];
    QStringList edges;
    for (const ForeignKey &edge : table.foreignKeys)
        edges.append(edge.column + u'>' + edge.parentColumn);
    edges.sort();
    QCOMPARE(edges, (QStringList{u"c>code"_s, u"s>key"_s}));
    QCOMPARE(table.columns.size(), 6);
}

void TestSchema::namesInAnotherCase()
{
    LumaDatabase host(LumaDatabase::Content::Nothing);
    RUN(u"CREATE TABLE Parents (ID INTEGER PRIMARY KEY, Uid TEXT, Name TEXT)"_s);
    RUN(u"CREATE TABLE children (id INTEGER PRIMARY KEY, parent REFERENCES PARENTS (Id))"_s);
    const auto schema = resolve(host, {{{u"children"_s, {}, {}}, {u"Parents"_s, {}, {}}}});
    QVERIFY(schema.hasValue());
    QCOMPARE(schema->tables[0].name, u"Parents"_s);
    QCOMPARE(schema->tables[0].columns.size(), 1); // neither the key nor the owner
    QCOMPARE(schema->tables[1].foreignKeys.size(), 1);
}

void TestSchema::mistakes_data()
{
    QTest::addColumn<SchemaDescription>("description");
    QTest::addColumn<QString>("code");
    const auto one = [](const QString &name, const QStringList &localOnly = {},
                        const QHash<QString, ColumnKind> &kinds = {}) {
        return SchemaDescription{{{name, localOnly, kinds}}};
    };
    QTest::newRow("no such table") << one(u"nowhere"_s) << u"notable"_s;
    QTest::newRow("no such local column") << one(u"good"_s, {u"nothing"_s}) << u"nocolumn"_s;
    QTest::newRow("no such typed column") << one(u"good"_s, {}, {{u"nothing"_s, ColumnKind::Json}}) << u"nocolumn"_s;
    QTest::newRow("no primary key") << one(u"keyless"_s) << u"nokey"_s;
    QTest::newRow("a view") << one(u"a_view"_s) << u"nokey"_s;
    QTest::newRow("id is not the key") << one(u"id_beside"_s) << u"idcolumn"_s;
    QTest::newRow("id is part of the key") << one(u"id_in_pair"_s) << u"idcolumn"_s;
    QTest::newRow("id stays here") << one(u"id_beside"_s, {u"id"_s}) << QString();
    QTest::newRow("good") << one(u"good"_s) << QString();
}

void TestSchema::mistakes()
{
    QFETCH(SchemaDescription, description);
    QFETCH(QString, code);
    LumaDatabase host(LumaDatabase::Content::Nothing);
    RUN(u"CREATE TABLE good (id INTEGER PRIMARY KEY, name TEXT)"_s);
    RUN(u"CREATE TABLE keyless (name TEXT)"_s);
    RUN(u"CREATE TABLE id_beside (key TEXT PRIMARY KEY, id TEXT)"_s);
    RUN(u"CREATE TABLE id_in_pair (id INTEGER, language TEXT, PRIMARY KEY (id, language))"_s);
    RUN(u"CREATE VIEW a_view AS SELECT * FROM good"_s);
    const auto schema = resolve(host, description);
    QCOMPARE(schema.hasValue(), code.isEmpty());
    if (!schema) {
        QCOMPARE(schema.error().kind, Error::Kind::Configuration);
        QCOMPARE(schema.error().code, code);
        QVERIFY(schema.error().message.contains(description.tables[0].name));
    }
}

void TestSchema::quoting()
{
    QCOMPARE(quoted(u"a \"b\""_s), u"\"a \"\"b\"\"\""_s);
    QCOMPARE(literal(u"it's"_s), u"'it''s'"_s);
}

LUMASYNC_SUITE(QCoreApplication, TestSchema)
#include "tst_schema.moc"
