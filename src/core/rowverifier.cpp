// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/rowverifier.h"

#include "core/database.h"

#include <QSqlError>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr qint64 pageRows = 1000; // a hosted project gives no more at once
constexpr qsizetype pageBytes = 4 * 1024 * 1024;
constexpr int listRows = 5000; // ids computed in one turn of the event loop

const QString list = u"temp.lumasync_verify"_s;

QList<RowMerge::NamedKind> namedKinds(const Table &table)
{
    QList<RowMerge::NamedKind> kinds{{"id", ColumnKind::Text}, {"uid", ColumnKind::Text}};
    for (const Column &column : table.columns) {
        const bool refers =
            std::ranges::any_of(table.foreignKeys, [&](const ForeignKey &edge) { return edge.column == column.name; });
        kinds.append({column.cloud().toUtf8(), refers ? ColumnKind::Text : column.kind});
    }
    return kinds;
}

} // namespace

RowVerifier::RowVerifier(Parts parts, qsizetype table, QObject *parent)
    : Job(parent)
    , m_parts(std::move(parts))
    , m_tableIndex(table)
    , m_table(m_parts.schema.tables[table])
    , m_reader(m_parts.schema, table, m_parts.ids)
    , m_merge(m_table.name, namedKinds(m_table))
    , m_limit(pageRows)
{
}

void RowVerifier::run()
{
    prepare();
}

void RowVerifier::prepare()
{
    QStringList columns{u"id TEXT"_s};
    for (qsizetype i = 0; i < m_table.key.size(); ++i)
        columns.append(u'k' + QString::number(i));
    Error error = m_parts.database.run(u"DROP TABLE IF EXISTS "_s + list);
    if (!error)
        error = m_parts.database.run(u"CREATE TEMP TABLE lumasync_verify ("_s + columns.join(u", "_s) + u')');
    return error ? end(error) : listSome();
}

void RowVerifier::listSome()
{
    int count = 0;
    // A plain BEGIN: nothing but the temporary table is written, so the host may go on writing.
    Error error = m_parts.database.run(u"BEGIN"_s);
    if (!error)
        error = listPage(count);
    if (!error)
        error = m_parts.database.run(u"COMMIT"_s);
    if (error) {
        (void)m_parts.database.run(u"ROLLBACK"_s);
        return end(error);
    }
    if (count == listRows) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (!m_stopped)
                    listSome();
            },
            Qt::QueuedConnection);
        return;
    }
    error = m_parts.database.run(u"CREATE INDEX temp.lumasync_verify_id ON lumasync_verify (id)"_s);
    return error ? end(error) : proceed();
}

Error RowVerifier::listPage(int &count)
{
    const RowQuery &query = m_reader.query();
    const auto keys = static_cast<int>(m_table.key.size());
    auto rows = executed(m_parts.database.connection(), query.allKeys(!m_keyCursor.isEmpty()),
                         m_keyCursor + QVariantList{listRows});
    if (!rows)
        return rows.error();
    QSqlQuery insert(m_parts.database.connection());
    if (!insert.prepare(u"INSERT INTO "_s + list + u" VALUES (?"_s + u", ?"_s.repeated(keys) + u')'))
        return databaseError(insert.lastError());
    for (; rows->next(); ++count) {
        m_keyCursor.clear();
        for (int i = 0; i < keys; ++i)
            m_keyCursor.append(rows->value(i));
        const QByteArray id =
            m_parts.ids.id(m_table.name, rows->value(keys).toByteArray(), rows->value(keys + 1).toByteArray());
        insert.addBindValue(QString::fromLatin1(id));
        for (const QVariant &value : std::as_const(m_keyCursor))
            insert.addBindValue(value);
        if (!insert.exec())
            return databaseError(insert.lastError());
    }
    return readError(*rows);
}

// One step: the next rows of the library, then what the cloud has between the same ids.
void RowVerifier::proceed()
{
    if (m_merge.isEmpty() && !m_localAtEnd) {
        if (Error error = readLocal())
            return end(error);
    }
    fetch();
}

Error RowVerifier::readLocal()
{
    const RowQuery &query = m_reader.query();
    // An empty text, not a null one: nothing is greater than NULL.
    const QString cursor = m_localCursor.isEmpty() ? u""_s : QString::fromLatin1(m_localCursor);
    auto rows = executed(m_parts.database.connection(), query.listedRows(list), {cursor, pageRows});
    if (!rows)
        return rows.error();
    qsizetype bytes = 0;
    bool whole = true;
    while (bytes < pageBytes && (whole = rows->next(), whole)) {
        OutgoingRow row = m_reader.row(*rows);
        const auto problem = m_reader.encode(row, *rows, m_reader.parents(*rows), m_parts.uid);
        m_localCursor = rows->value(query.idColumn()).toString().toLatin1();
        bytes += row.json.size();
        m_merge.add({.id = m_localCursor,
                     .key = row.keyText,
                     .json = problem ? QByteArray() : row.json,
                     .problem = problem ? problem->message : QString(),
                     .isWaiting = rows->value(query.idColumn() + 1).toBool()});
    }
    if (!whole) {
        if (Error error = readError(*rows))
            return error;
    }
    m_localAtEnd = !whole && m_merge.size() < pageRows;
    return {};
}

void RowVerifier::fetch()
{
    SelectQuery query{.columns = m_reader.sentColumns(false), .filters = {}, .order = u"id.asc"_s, .limit = m_limit};
    if (!m_cloudCursor.isEmpty())
        query.filters.append({u"id"_s, u"gt."_s + QString::fromLatin1(m_cloudCursor)});
    if (!m_localAtEnd)
        query.filters.append({u"id"_s, u"lte."_s + QString::fromLatin1(m_merge.lastId())});
    m_parts.rest.setToken(m_parts.retry.token());
    m_job = m_parts.rest.select(m_table.cloud(), query);
    connect(m_job, &RestJob::finished, this, &RowVerifier::fetched);
    m_job->start();
}

void RowVerifier::fetched(const RestResult &result)
{
    m_job = nullptr;
    // An answer that is too large to be held: fewer rows.
    const bool isTooMuch = result.error.kind == Error::Kind::TooLarge ||
                           (result.error.kind == Error::Kind::Protocol && result.status == 200);
    if (isTooMuch && m_limit > 1) {
        m_limit /= 2;
        return fetch();
    }
    if (m_parts.retry.takes(result.error, [this] { fetch(); }))
        return;
    if (result.error)
        return end(result.error);
    const auto rows = jsonRows(result.body);
    if (!rows)
        return end({.kind = Error::Kind::Protocol,
                    .code = {},
                    .message = u"The cloud's answer for the table '"_s + m_table.name + u"' is not a list of rows."_s});
    const bool isWhole = rows->size() < m_limit;
    const QByteArray lastId =
        rows->isEmpty() ? QByteArray() : jsonText(jsonValue(rows->last(), "id")).value_or(QByteArray());
    if (!isWhole && (lastId.isEmpty() || lastId <= m_cloudCursor))
        return end({.kind = Error::Kind::Protocol,
                    .code = {},
                    .message = u"The cloud gives the rows of '"_s + m_table.name + u"' out of order."_s});
    const QByteArray upTo = !isWhole ? lastId : m_localAtEnd ? QByteArray() : m_merge.lastId();
    for (const VerifyDifference &difference : m_merge.compare(*rows, upTo))
        Q_EMIT differenceFound(difference);
    Q_EMIT progressed();
    if (m_stopped) // whoever listens may have canceled
        return;
    if (isWhole && m_localAtEnd)
        return end({});
    m_cloudCursor = upTo;
    proceed();
}

void RowVerifier::end(const Error &error)
{
    m_error = error;
    (void)m_parts.database.run(u"DROP TABLE IF EXISTS "_s + list); // else it goes with the connection
    finish();
}

void RowVerifier::stop()
{
    m_stopped = true;
    m_parts.retry.cancel();
    if (m_job) {
        m_job->disconnect(this);
        m_job->cancel();
    }
}

void RowVerifier::report(bool canceled)
{
    Q_EMIT finished(canceled ? canceledError() : m_error);
}

} // namespace LumaSync
