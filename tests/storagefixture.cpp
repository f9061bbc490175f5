// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "storagefixture.h"
#include "files.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace LumaSync {

void StorageFixture::renew()
{
    m_library.emplace();
    m_cloud.emplace();
    m_queue.emplace(&m_library->database());
}

StorageWorker::Options StorageFixture::options()
{
    StorageWorker::Options options;
    options.databasePath = m_library->databasePath();
    options.project = m_cloud->project();
    options.cacheFolder = m_library->path(u"cache"_s);
    options.pause = 0ms;
    options.watchInterval = 20ms;
    const auto jitter = [] { return 0.0; };
    options.retry.jobBackoff = {.first = 20ms, .cap = 40ms, .jitter = jitter};
    options.retry.workerBackoff = {.first = 20ms, .cap = 40ms, .jitter = jitter};
    return options;
}

UploadJob StorageFixture::job(UploadKind kind, qint64 track)
{
    const auto found = m_queue->job(kind, track);
    return found && *found ? **found : UploadJob();
}

qint64 StorageFixture::addLargeTrack(const QString &hash, int chunks)
{
    return m_library->addTrack(hash, false, noiseBytes(chunks * chunk + 1234, 11));
}

QByteArray StorageFixture::audioOf(const QString &hash)
{
    return contentOf(m_library->path(u"audio/"_s + hash + u".wav"_s));
}

QStringList StorageFixture::leftovers()
{
    QStringList result;
    const QDir cache(m_library->path(u"cache"_s));
    for (const QString &folder : cache.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        result += QDir(cache.filePath(folder)).entryList(QDir::Files | QDir::Hidden);
    return result;
}

void StorageFixture::failRequests(const QByteArray &prefix, int times, const HttpScript::Step &step)
{
    auto left = std::make_shared<int>(times);
    m_cloud->fault = [=, this](const HttpScript::Seen &) -> std::optional<HttpScript::Step> {
        if (!m_cloud->log.last().startsWith(prefix) || *left == 0)
            return std::nullopt;
        --*left;
        return step;
    };
}

} // namespace LumaSync
