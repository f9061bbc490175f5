// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "lumadatabase.h"

#include "core/migration.h"
#include "core/storagequeue.h"
#include "core/trackingsql.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlError>
#include <QSqlRecord>
#include <QUuid>

#include <algorithm>

using namespace LumaSync;
using namespace Qt::StringLiterals;

namespace {

// A small life: enough that every table has rows, every foreign key is used, and the cycle and the self-reference are
// closed.
const QStringList &rowStatements()
{
    static const QStringList statements{
        u"INSERT INTO venues (id, name) VALUES (1, 'Club'), (2, 'Hall')"_s,
        u"INSERT INTO pattern_categories (id, name) VALUES (1, 'Ambient'), (2, 'Strobe')"_s,
        u"INSERT INTO tracks (id, track_hash, title, file_path, duration_seconds) VALUES"
        " (1, 'aa', 'One', '/music/one.wav', 181.25), (2, 'bb', 'Two', '/music/two.wav', 240.5)"_s,
        u"INSERT INTO fixtures (id, venue_id, universe, label, pos_x) VALUES"
        " ('11111111-1111-4111-8111-111111111111', 1, 1, 'left', 0.5), ('22222222-2222-4222-8222-222222222222', 1, 1, "
        "'right', 1.5),"
        " ('33333333-3333-4333-8333-333333333333', 2, 2, NULL, -2.0)"_s,
        u"INSERT INTO patterns (id, category_id, name) VALUES (1, 1, 'Wash'), (2, 2, 'Flash')"_s,
        u"INSERT INTO patterns (id, category_id, forked_from_id, name) VALUES (3, 2, 1, 'Wash too')"_s,
        u"INSERT INTO implementations (id, pattern_id, name, graph_json) VALUES"
        " (1, 1, 'a', '{\"nodes\":[]}'), (2, 2, 'b', '{\"nodes\":[1,2]}')"_s,
        u"UPDATE patterns SET default_implementation_id = id WHERE id < 3"_s,
        u"INSERT INTO scores (id, track_id, name) VALUES (1, 1, 'first'), (2, 2, NULL)"_s,
        u"INSERT INTO track_beats (track_id, beats_json, downbeats_json, bpm, beats_per_bar) VALUES"
        " (1, '[0.5,1.0]', '[0.5]', 120.0, 4), (2, '[]', '[]', NULL, 4)"_s,
        u"INSERT INTO track_roots (track_id, sections_json, logits_path) VALUES (1, '[]', '/a'), (2, '[{\"root\":3}]', '/b')"_s,
        u"INSERT INTO track_waveforms (track_id, preview_samples_json, sample_rate) VALUES (1, '[1]', 44100), (2, '[2]', 48000)"_s,
        u"INSERT INTO track_stems (track_id, stem_name, file_path) VALUES"
        " (1, 'bass', '/b'), (1, 'drums', '/d'), (2, 'bass', '/b'), (2, 'drums', '/d')"_s,
        u"INSERT INTO track_scores (id, score_id, pattern_id, start_time, end_time, z_index, args_json) VALUES"
        " (1, 1, 1, 0.0, 4.0, 0, '{\"color\":\"#ff0000\"}'), (2, 1, 2, 4.0, 8.0, 1, NULL), (3, 2, 3, 0.0, 2.5, 0, '{}')"_s,
        u"INSERT INTO venue_implementation_overrides (venue_id, pattern_id, implementation_id) VALUES (1, 1, 1), (2, 2, 2)"_s,
    };
    return statements;
}

} // namespace

LumaDatabase::LumaDatabase(Content content)
    : m_name(QUuid::createUuid().toString())
{
    if (!openConnection(m_name, path()).isOpen())
        qFatal("no test database");
    QStringList statements;
    if (content != Content::Nothing)
        statements += schemaStatements();
    if (content == Content::Rows)
        statements += rowStatements();
    if (const QString error = runAll(statements); !error.isEmpty())
        qFatal("%ls", qUtf16Printable(error));
}

LumaDatabase::~LumaDatabase()
{
    closeConnection(m_name);
}

QSqlDatabase LumaDatabase::host() const
{
    return QSqlDatabase::database(m_name, false);
}

QString LumaDatabase::run(const QString &sql, const QVariantList &values) const
{
    const auto query = executed(host(), sql, values);
    return query ? QString() : query.error().message + u" <- "_s + sql;
}

QString LumaDatabase::runAll(const QStringList &statements) const
{
    for (const QString &sql : statements) {
        if (const QString error = run(sql); !error.isEmpty())
            return error;
    }
    return {};
}

QVariant LumaDatabase::value(const QString &sql, const QVariantList &values) const
{
    auto query = executed(host(), sql, values);
    if (!query)
        return query.error().message;
    return query->next() ? query->value(0) : QVariant();
}

QString LumaDatabase::rows(const QString &sql) const
{
    auto query = executed(host(), sql);
    if (!query)
        return query.error().message;
    QStringList lines;
    while (query->next()) {
        QStringList cells;
        for (int i = 0; i < query->record().count(); ++i)
            cells.append(query->value(i).toString());
        lines.append(cells.join(u'|'));
    }
    return lines.join(u'\n');
}

QSqlDatabase LumaDatabase::openConnection(const QString &name, const QString &path)
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
    connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=20000"_s);
    connection.setDatabaseName(path);
    if (connection.open()) {
        QSqlQuery query(connection);
        for (const QString &pragma : {u"journal_mode = WAL"_s, u"synchronous = OFF"_s, u"foreign_keys = ON"_s}) {
            if (!query.exec(u"PRAGMA "_s + pragma))
                connection.close();
        }
    }
    return connection;
}

void LumaDatabase::closeConnection(const QString &name)
{
    QSqlDatabase::removeDatabase(name);
}

QStringList LumaDatabase::schemaStatements()
{
    QFile file(QStringLiteral(LUMA_SCHEMA));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList statements = QString::fromUtf8(file.readAll()).split(u"\n;;"_s);
    for (QString &statement : statements)
        statement = statement.trimmed();
    statements.removeAll(QString());
    return statements;
}

QStringList LumaDatabase::tableNames()
{
    QStringList names;
    for (const TableDescription &table : SchemaDescription::luma().tables)
        names.append(table.name);
    return names;
}

TrackedLibrary::TrackedLibrary(const QString &path, const SchemaDescription &description)
{
    auto database = Database::open(path, std::chrono::seconds(20));
    if (!database) {
        m_failure = text(database.error());
        return;
    }
    m_database.emplace(std::move(*database));
    if (const Error error = m_database->run(u"PRAGMA synchronous = OFF"_s)) { // the tests do not pull the plug
        m_failure = text(error);
        return;
    }
    auto schema = Schema::resolve(description, m_database->connection());
    if (!schema) {
        m_failure = text(schema.error());
        return;
    }
    m_schema = *schema;
    // All that Library::open() asks for, or each of the two would find the other's work incomplete and do it anew.
    if (const Error error = Migration(*m_database, *m_schema, StorageQueue::createStatements(m_schema->files)).run()) {
        m_failure = text(error);
        return;
    }
    m_ids =
        CloudIds(QUuid(m_database->value(u"SELECT value FROM lumasync_meta WHERE key = 'library_id'"_s)->toString()));
    m_refused.emplace(*m_database);
    m_failure = text(m_refused->load());
    m_rows = std::make_unique<DirtyRows>(*m_database, *m_schema, *m_ids, *m_refused);
    m_rows->setOwner(u"99999999-9999-4999-8999-999999999999"_s);
    m_tombstones.emplace(*m_database, *m_schema, *m_ids, *m_refused);
}

TrackedLibrary::~TrackedLibrary() = default;

qsizetype TrackedLibrary::index(const QString &table) const
{
    return m_schema->indexOf(table);
}

Expected<RowsRead> TrackedLibrary::read(const QString &table, bool lastPass)
{
    HeldRows held(m_schema->tables.size());
    return m_rows->read(index(table), {}, lastPass, held, {100000, 1 << 30});
}

Error TrackedLibrary::sendTable(qsizetype table, bool lastPass, HeldRows &held)
{
    QVariantList cursor;
    while (true) {
        const auto read = m_rows->read(table, cursor, lastPass, held, {});
        if (!read)
            return read.error();
        // The cycle's way: rows with and without deferred foreign keys are separate requests, what is refused splits
        // them.
        for (const bool deferred : {false, true}) {
            QList<OutgoingRow> run;
            for (const OutgoingRow &row : read->rows) {
                if (row.deferred != deferred)
                    continue;
                if (hasParents(table, row.json)) {
                    const QString id = QJsonDocument::fromJson(row.json).object().value("id"_L1).toString();
                    m_cloud.insert(m_schema->tables[table].name + u'/' + id, row.json);
                    run.append(row);
                    continue;
                }
                ++m_orphans;
                held.hold(table, row.keyText);
                if (const auto healed = m_rows->healParents(table, row); !healed)
                    return healed.error();
                if (Error error = clear(table, std::exchange(run, {})))
                    return error;
            }
            if (Error error = clear(table, run))
                return error;
        }
        if (read->atEnd)
            return {};
        cursor = read->cursor;
    }
}

Error TrackedLibrary::clear(qsizetype table, const QList<OutgoingRow> &rows)
{
    if (inFlight && !rows.isEmpty())
        inFlight();
    if (rows.isEmpty() || rows.first().deferred)
        return m_rows->clear(table, rows);
    const QString name = quoted(m_schema->tables[table].name);
    const QString stamped = u"SELECT count(*) FROM "_s + name + u" WHERE needs_sync = 1 AND sync_rev = ?"_s;
    const auto still = m_database->value(stamped, {rows.first().rev});
    if (!still)
        return still.error();
    m_editedInFlight += static_cast<int>(rows.size() - std::min<qint64>(rows.size(), still->toLongLong()));
    return m_rows->clear(table, rows);
}

bool TrackedLibrary::hasParents(qsizetype table, const QByteArray &json) const
{
    const QJsonObject row = QJsonDocument::fromJson(json).object();
    return std::ranges::all_of(m_schema->tables[table].foreignKeys, [&](const ForeignKey &edge) {
        const QJsonValue parent = row.value(edge.column);
        return !parent.isString() || (edge.parent == table && parent == row.value("id"_L1)) ||
               m_cloud.contains(m_schema->tables[edge.parent].name + u'/' + parent.toString());
    });
}

Error TrackedLibrary::sendDeletes(qsizetype table)
{
    while (true) {
        const auto pending = m_tombstones->pending(table);
        if (!pending)
            return pending.error();
        if (pending->cloudIds.isEmpty())
            return {};
        for (const QString &id : pending->cloudIds)
            m_cloud.remove(m_schema->tables[table].name + u'/' + id);
        if (Error error = m_tombstones->done(*pending))
            return error;
    }
}

QString TrackedLibrary::sendAll()
{
    HeldRows held(m_schema->tables.size());
    const qsizetype count = m_schema->tables.size();
    for (bool lastPass : {false, true}) {
        for (qsizetype i = 0; i < count; ++i) {
            if (lastPass && !m_schema->tables[i].hasDeferred())
                continue;
            if (Error error = sendTable(i, lastPass, held))
                return text(error);
        }
    }
    for (qsizetype i = count - 1; i >= 0; --i) {
        if (Error error = sendDeletes(i))
            return text(error);
    }
    return {};
}

// Through the module's own query, but for all rows, so that only what was (not) sent can make a difference.
Expected<QMap<QString, QByteArray>> TrackedLibrary::expectedCloud() const
{
    QMap<QString, QByteArray> cloud;
    for (qsizetype i = 0; i < m_schema->tables.size(); ++i) {
        const Table &table = m_schema->tables[i];
        const RowReader reader(*m_schema, i, *m_ids);
        const QString sql = reader.query()
                                .dirtyRows({})
                                .replace(u" INDEXED BY "_s + quoted(TrackingSql(table).indexName()), QString())
                                .replace(u" WHERE t.needs_sync = 1"_s, QString());
        auto query = executed(m_database->connection(), sql, {-1});
        if (!query)
            return query.error();
        while (query->next()) {
            OutgoingRow row = reader.row(*query);
            if (const auto problem = reader.encode(row, *query, reader.parents(*query), m_rows->owner()))
                return Error{.kind = Error::Kind::Row, .code = problem->code, .message = problem->message};
            const QString id = QJsonDocument::fromJson(row.json).object().value("id"_L1).toString();
            cloud.insert(table.name + u'/' + id, row.json);
        }
    }
    return cloud;
}

QString text(const Error &error)
{
    return error ? kindName(error.kind) + u": "_s + error.code + u": "_s + error.message : QString();
}
