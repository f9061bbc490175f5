// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/queuepopulator.h"

namespace LumaSync {

QueuePopulator::QueuePopulator(const MediaReader *reader, StorageQueue *queue)
    : m_reader(reader)
    , m_queue(queue)
{
}

Expected<int> QueuePopulator::enqueue(const UploadKind &kind, const RowFiles &row)
{
    const auto request = uploadRequest(kind, row, m_reader->catalog());
    if (!request)
        return 0;
    const auto result = m_queue->enqueue(*request);
    if (!result)
        return result.error();
    return *result == StorageQueue::Enqueued::Unchanged ? 0 : 1;
}

Expected<int> QueuePopulator::refresh(const UploadKind &kind, const QVariant &id)
{
    const auto row = m_reader->row(kind, id);
    if (!row)
        return row.error();
    return *row ? enqueue(kind, **row) : 0;
}

Expected<int> QueuePopulator::refreshRow(const QString &table, const QVariant &id)
{
    int queued = 0;
    for (const FileOwner &owner : m_reader->catalog().owners) {
        if (owner.table.compare(table, Qt::CaseInsensitive) != 0)
            continue;
        for (const FileDescription &file : owner.files) {
            const auto added = refresh(UploadKind(file.kind), id);
            if (!added)
                return added.error();
            queued += *added;
        }
    }
    return queued;
}

Expected<int> QueuePopulator::trackImported(const QVariant &id)
{
    return refresh(UploadKind::TrackAudio, id);
}

Expected<int> QueuePopulator::artworkExtracted(const QVariant &id)
{
    const auto thumbnail = refresh(UploadKind::ArtworkThumb, id);
    if (!thumbnail)
        return thumbnail.error();
    const auto package = refresh(UploadKind::AnalysisPackage, id); // it carries the full picture
    if (!package)
        return package.error();
    return *thumbnail + *package;
}

Expected<int> QueuePopulator::analysisFinished(const QVariant &id)
{
    return refresh(UploadKind::AnalysisPackage, id);
}

Expected<QueuePopulator::Sweep> QueuePopulator::sweep(const Place &after, int limit)
{
    const FileCatalog &catalog = m_reader->catalog();
    if (after.owner >= catalog.owners.size())
        return Sweep{.last = after, .done = true};
    const auto rows = m_reader->rows(after.owner, after.id, limit);
    if (!rows)
        return rows.error();
    QList<UploadRequest> requests; // the files are looked at before anything is locked
    for (const RowFiles &row : *rows) {
        for (const FileDescription &file : catalog.owners[after.owner].files) {
            if (auto request = uploadRequest(UploadKind(file.kind), row, catalog))
                requests.append(std::move(*request));
        }
    }
    const auto queued = m_queue->enqueueAll(requests);
    if (!queued)
        return queued.error();
    if (rows->size() == limit)
        return Sweep{.last = {after.owner, rows->last().id}, .queued = *queued};
    const qsizetype next = after.owner + 1;
    return Sweep{.last = {next, {}}, .queued = *queued, .done = next == catalog.owners.size()};
}

} // namespace LumaSync
