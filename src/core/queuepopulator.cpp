// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/queuepopulator.h"

namespace LumaSync {

QueuePopulator::QueuePopulator(const MediaReader *reader, StorageQueue *queue)
    : m_reader(reader)
    , m_queue(queue)
{
}

Expected<int> QueuePopulator::enqueue(UploadKind kind, const TrackMedia &track)
{
    const auto request = uploadRequest(kind, track, m_reader->media());
    if (!request)
        return 0;
    const auto result = m_queue->enqueue(*request);
    if (!result)
        return result.error();
    return *result == StorageQueue::Enqueued::Unchanged ? 0 : 1;
}

Expected<int> QueuePopulator::refresh(UploadKind kind, const QVariant &id)
{
    const auto track = m_reader->track(id);
    if (!track)
        return track.error();
    return *track ? enqueue(kind, **track) : 0;
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

Expected<QueuePopulator::Sweep> QueuePopulator::sweep(const QVariant &after, int limit)
{
    const auto tracks = m_reader->tracks(after, limit);
    if (!tracks)
        return tracks.error();
    QList<UploadRequest> requests; // the files are looked at before anything is locked
    for (const TrackMedia &track : *tracks) {
        for (UploadKind kind : allUploadKinds) {
            if (auto request = uploadRequest(kind, track, m_reader->media()))
                requests.append(std::move(*request));
        }
    }
    const auto queued = m_queue->enqueueAll(requests);
    if (!queued)
        return queued.error();
    Sweep result{.last = after, .queued = *queued, .done = tracks->size() < limit};
    if (!tracks->isEmpty())
        result.last = tracks->last().id;
    return result;
}

} // namespace LumaSync
