// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cli/queueverb.h"

#include "cli/librarystate.h"
#include "core/refusedrows.h"
#include "core/schema.h"

using namespace Qt::StringLiterals;

namespace LumaSync::Cli {

namespace {

constexpr int page = 500; // jobs read at once

QString stateName(const UploadJob &job)
{
    if (job.status == UploadStatus::Completed)
        return u"uploaded"_s;
    if (job.excluded)
        return u"excluded"_s;
    if (job.status == UploadStatus::Failed)
        return u"failed"_s;
    return job.status == UploadStatus::Uploading ? u"uploading"_s : u"waiting"_s;
}

QString sizeText(const UploadJob &job)
{
    if (job.fileSize <= 0)
        return {};
    const bool half = job.bytesUploaded > 0 && job.bytesUploaded < job.fileSize;
    return u" ("_s + (half ? bytesText(job.bytesUploaded) + u" of "_s : QString()) + bytesText(job.fileSize) + u')';
}

QString titleOf(const Database &database, const FileCatalog &catalog, const UploadJob &job)
{
    const FileOwner *owner = catalog.ownerOf(job.kind);
    if (!owner || owner->titleColumn.isEmpty())
        return {};
    const auto title = database.value(
        u"SELECT %1 FROM %2 WHERE %3 = ?"_s.arg(quoted(owner->titleColumn), quoted(owner->table), quoted(owner->key)),
        {job.trackId});
    return title ? title->toString() : QString();
}

Outcome wrong(const QString &sentence)
{
    return {ExitCode::Usage, sentence, {.kind = Error::Kind::Configuration, .code = u"usage"_s, .message = sentence}};
}

} // namespace

void QueueVerb::start()
{
    const auto database = openPrepared(options().database);
    Q_EMIT finished(database ? run(*database) : outcomeFor(database.error()));
}

Outcome QueueVerb::run(const Database &database)
{
    const auto schema = Schema::resolve(options().description, database.connection());
    if (!schema)
        return outcomeFor(schema.error());
    StorageQueue queue(&database, schema->files);
    const QString word = options().words.value(0, u"list"_s);
    const QStringList numbers = options().words.mid(1);
    if (word == "list"_L1)
        return list(database, schema->files, queue);
    if (numbers.isEmpty())
        return retryAll(database, queue);
    QList<UploadJob> jobs; // all of them are looked at before any is changed
    for (const QString &number : numbers) {
        bool good = false;
        const auto job = queue.job(number.toLongLong(&good));
        if (!good)
            return wrong(u"'"_s + number + u"' is not the number of an upload: 'lumasync queue' lists them."_s);
        if (!job)
            return outcomeFor(job.error());
        if (!*job)
            return wrong(u"There is no upload "_s + number + u" in the queue: 'lumasync queue' lists them."_s);
        if (word == "retry"_L1 && (*job)->status == UploadStatus::Completed)
            return wrong(u"Upload "_s + number + u" is done already: 'lumasync queue' lists what is not."_s);
        jobs.append(**job);
    }
    for (const UploadJob &job : std::as_const(jobs)) {
        if (const Outcome outcome = change(word, job, queue); outcome.code != ExitCode::Ok)
            return outcome;
    }
    return {};
}

Outcome QueueVerb::list(const Database &database, const FileCatalog &catalog, const StorageQueue &queue)
{
    for (int offset = 0;; offset += page) {
        const auto jobs = queue.jobs(offset, page);
        if (!jobs)
            return outcomeFor(jobs.error());
        for (const UploadJob &job : *jobs) {
            if (options().all || job.status != UploadStatus::Completed)
                sayJob(job, titleOf(database, catalog, job));
        }
        if (jobs->size() < page || (!options().all && jobs->last().status == UploadStatus::Completed))
            break;
    }
    const auto counts = queue.counts();
    if (!counts)
        return outcomeFor(counts.error());
    QString line = counted(counts->waiting(), u"upload waits"_s, u"uploads wait"_s);
    if (counts->waiting() > 0)
        line += u" ("_s + bytesText(counts->bytesLeft()) + u')';
    line += u", "_s + QString::number(counts->failed.jobs) + u" failed, "_s + QString::number(counts->excluded.jobs) +
            u" left out."_s;
    console().say(line, u"queue"_s,
                  {{u"uploadsWaiting"_s, counts->waiting()},
                   {u"bytesWaiting"_s, counts->bytesLeft()},
                   {u"uploadsFailed"_s, counts->failed.jobs},
                   {u"uploadsExcluded"_s, counts->excluded.jobs}});
    return {};
}

void QueueVerb::sayJob(const UploadJob &job, const QString &title)
{
    const QString state = stateName(job);
    const QString kind = uploadType(job.kind);
    QString line = QString::number(job.id).rightJustified(6) + u"  "_s + state.leftJustified(10) +
                   kindText(kind).leftJustified(8) + (title.isEmpty() ? u"track "_s + job.trackId.toString() : title) +
                   sizeText(job);
    if (!job.lastError.isEmpty() && job.status != UploadStatus::Completed)
        line += u": "_s + job.lastError;
    console().say(line, u"job"_s,
                  {{u"number"_s, job.id},
                   {u"kind"_s, kind},
                   {u"trackId"_s, job.trackId.toString()},
                   {u"title"_s, title},
                   {u"object"_s, job.objectName},
                   {u"state"_s, state},
                   {u"size"_s, job.fileSize},
                   {u"uploaded"_s, job.bytesUploaded},
                   {u"attempts"_s, job.attempts},
                   {u"code"_s, job.lastErrorCode},
                   {u"message"_s, job.lastError},
                   {u"nextAttempt"_s, job.nextAttempt.toString(Qt::ISODate)}});
}

Outcome QueueVerb::retryAll(const Database &database, StorageQueue &queue)
{
    Error error = queue.retryAllFailed();
    if (!error)
        error = queue.endWaits();
    if (!error)
        error = RefusedRows(database).retryAll();
    if (error)
        return outcomeFor(error);
    console().say(u"Failed uploads and refused rows are tried again at the next sync."_s, u"queueChanged"_s,
                  {{u"word"_s, u"retry"_s}});
    return {};
}

Outcome QueueVerb::change(const QString &word, const UploadJob &job, StorageQueue &queue)
{
    Error error;
    QString done;
    if (word == "retry"_L1) {
        error = queue.retry(job.id);
        done = u"is tried again at the next sync"_s;
    } else if (word == "remove"_L1) {
        error = queue.remove(job.id);
        done = u"is forgotten"_s;
    } else {
        error = queue.setRowExcluded(job, word == "exclude"_L1);
        done = word == "exclude"_L1 ? u"and the others of its track are left out"_s
                                    : u"and the others of its track are taken in again"_s;
    }
    if (error)
        return outcomeFor(error);
    console().say(u"Upload "_s + QString::number(job.id) + u' ' + done + u'.', u"queueChanged"_s,
                  {{u"word"_s, word}, {u"number"_s, job.id}});
    return {};
}

void QueueVerb::interrupt()
{
    // it has ended before anybody could ask
}

} // namespace LumaSync::Cli
