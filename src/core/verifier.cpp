// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/verifier.h"

#include "core/database.h"
#include "core/libraryowner.h"
#include "core/objectverifier.h"
#include "core/rowverifier.h"

#include <QNetworkAccessManager>
#include <QPointer>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace LumaSync {

/// Everything that needs the database or the network; made when the job runs.
class Verifier::Private
{
public:
    Private(Database opened, Schema resolved, CloudIds cloudIds, const Project &project, QObject *parent)
        : database(std::move(opened))
        , schema(std::move(resolved))
        , ids(cloudIds)
        , rest(&manager, project)
        , store(&manager, project)
        , retry(parent)
    {
    }

    Database database;
    Schema schema;
    CloudIds ids;
    QNetworkAccessManager manager;
    RestClient rest;
    ObjectStore store;
    RequestRetry retry;
    qsizetype nextTable = 0;
    QPointer<Job> job; ///< the one under way; a child of the verifier
};

Verifier::Verifier(VerifyOptions options, QObject *parent)
    : Job(parent)
    , m_options(std::move(options))
{
}

Verifier::~Verifier()
{
    if (d)
        delete d->job; // it uses what the rest of *d owns
}

void Verifier::setToken(const AccessToken &token)
{
    if (!token.jwt.isEmpty() || !d)
        m_token = token;
    if (!d)
        return;
    if (!token.jwt.isEmpty())
        d->retry.setToken(token);
    else if (d->retry.waitsForToken()) // else the old one may do to the end
        end({.kind = Error::Kind::SignedOut, .code = {}, .message = u"The session is over. Sign in again."_s});
}

void Verifier::run()
{
    Error error = open();
    if (!error)
        error = checkOwner();
    if (!error)
        error = countAll();
    return error ? end(error) : nextTable();
}

Error Verifier::open()
{
    auto database = Database::open(m_options.databasePath);
    if (!database)
        return database.error();
    auto schema = Schema::resolve(m_options.schema, database->connection());
    if (!schema)
        return schema.error();
    const auto synced = database->value(u"SELECT 1 FROM sqlite_master WHERE name = 'lumasync_meta'"_s);
    if (!synced)
        return synced.error();
    if (!synced->isValid())
        return {.kind = Error::Kind::Configuration,
                .code = u"unsynced"_s,
                .message = u"This library was never synced. Sync it first."_s};
    const auto libraryId = database->value(u"SELECT value FROM lumasync_meta WHERE key = 'library_id'"_s);
    if (!libraryId)
        return libraryId.error();
    d = std::make_unique<Private>(std::move(*database), std::move(*schema), CloudIds(QUuid(libraryId->toString())),
                                  m_options.project, this);
    d->retry.setToken(m_token);
    connect(&d->retry, &RequestRetry::tokenNeeded, this, &Verifier::tokenNeeded);
    return {};
}

Error Verifier::checkOwner() const
{
    if (m_token.jwt.isEmpty())
        return {.kind = Error::Kind::SignedOut, .code = {}, .message = u"Nobody is signed in."_s};
    return LumaSync::checkOwner(d->database, m_token.uid);
}

Error Verifier::countAll()
{
    for (const Table &table : d->schema.tables) {
        const auto count = d->database.value(u"SELECT count(*) FROM "_s + quoted(table.name));
        if (!count)
            return count.error();
        m_progress.rowsTotal += count->toLongLong();
    }
    m_options.verifyFiles = m_options.verifyFiles && !d->schema.files.owners.isEmpty();
    if (!m_options.verifyFiles)
        return {};
    const auto count = d->database.value(u"SELECT count(*) FROM storage_sync_queue WHERE status = 'completed'"_s);
    if (!count)
        return count.error();
    m_progress.objectsTotal = count->toLongLong();
    return {};
}

void Verifier::nextTable()
{
    if (d->nextTable == d->schema.tables.size())
        return m_options.verifyFiles ? verifyObjects() : end({});
    const qsizetype index = d->nextTable++;
    const qint64 before = m_progress.rows;
    m_progress.place = d->schema.tables[index].name;
    Q_EMIT progressed(m_progress);
    auto *rows =
        new RowVerifier({d->database, d->schema, d->ids, d->rest, d->retry, m_token.uid.toUtf8()}, index, this);
    d->job = rows;
    connect(rows, &RowVerifier::differenceFound, this, &Verifier::note);
    connect(rows, &RowVerifier::progressed, this, [this, rows, before] {
        m_progress.rows = before + rows->compared();
        Q_EMIT progressed(m_progress);
    });
    connect(rows, &RowVerifier::finished, this, [this](const Error &error) {
        if (error)
            return end(error);
        ++m_report.tables;
        m_report.rows = m_progress.rows;
        nextTable();
    });
    rows->start();
}

void Verifier::verifyObjects()
{
    auto *objects = new ObjectVerifier({d->database, d->schema.files, d->store, d->retry}, this);
    d->job = objects;
    m_progress.place = u"files"_s;
    Q_EMIT progressed(m_progress);
    const auto take = [this, objects] {
        m_progress.objects = m_report.objects = objects->objects();
        m_progress.bytes = m_report.bytes = objects->bytes();
        m_report.excluded = objects->excluded();
    };
    connect(objects, &ObjectVerifier::differenceFound, this, &Verifier::note);
    connect(objects, &ObjectVerifier::progressed, this, [this, take] {
        take();
        Q_EMIT progressed(m_progress);
    });
    connect(objects, &ObjectVerifier::finished, this, [this, take](const Error &error) {
        take();
        end(error);
    });
    objects->start();
}

void Verifier::note(const VerifyDifference &difference)
{
    m_report.add(difference);
    Q_EMIT differenceFound(difference);
}

void Verifier::end(const Error &error)
{
    m_report.error = error;
    stop();
    finish();
}

void Verifier::stop()
{
    if (!d || !d->job)
        return;
    d->job->disconnect(this);
    d->job->cancel();
}

void Verifier::report(bool canceled)
{
    if (canceled)
        m_report.error = canceledError();
    Q_EMIT finished(m_report);
}

} // namespace LumaSync
