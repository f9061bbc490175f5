// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/preparejob.h"

#include "core/background.h"
#include "core/sha256.h"
#include "core/thumbnail.h"

#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr qsizetype hashBlock = 1024 * 1024;

Error fileError(QLatin1StringView code, const QFile &file)
{
    return {.kind = Error::Kind::File,
            .code = code,
            .message = u"The file '"_s + file.fileName() + u"' cannot be read: "_s + file.errorString() + u'.'};
}

PreparedFile hashed(const QString &path, const std::stop_token &stop)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {.error = fileError(file.exists() ? "unreadable"_L1 : "missing"_L1, file)};
    Sha256 hash;
    QByteArray block(hashBlock, Qt::Uninitialized);
    qint64 size = 0;
    for (;;) {
        if (stop.stop_requested())
            return {};
        const qint64 read = file.read(block.data(), block.size());
        if (read < 0)
            return {.error = fileError("unreadable"_L1, file)};
        if (read == 0)
            break;
        hash.addData(QByteArrayView(block.constData(), read));
        size += read;
    }
    return {.error = {}, .path = path, .bytes = {}, .size = size, .sha256 = hash.hex()};
}

} // namespace

PrepareJob::PrepareJob(QThreadPool *pool, Work work, QObject *parent)
    : Job(parent)
    , m_pool(pool)
    , m_work(std::move(work))
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] { finish(); });
}

PrepareJob::~PrepareJob()
{
    m_stop.request_stop();
}

PrepareJob::Work PrepareJob::file(const QString &path, const QByteArray &knownSha256)
{
    return [=](const std::stop_token &stop) -> PreparedFile {
        if (knownSha256.isEmpty())
            return hashed(path, stop);
        return {.error = {}, .path = path, .bytes = {}, .size = QFileInfo(path).size(), .sha256 = knownSha256};
    };
}

PrepareJob::Work PrepareJob::thumbnail(const QString &path)
{
    return [=](const std::stop_token &) -> PreparedFile {
        const auto bytes = makeThumbnail(path);
        if (!bytes)
            return {.error = bytes.error()};
        return {.error = {}, .path = {}, .bytes = *bytes, .size = bytes->size(), .sha256 = Sha256::hex(*bytes)};
    };
}

PrepareJob::Work PrepareJob::package(const PackageSource &source, const PackageSettings &settings,
                                     const PreparedFile &known)
{
    return [=](const std::stop_token &stop) -> PreparedFile {
        // What an earlier run left may have been cut short by a power failure: its hash tells.
        if (!known.path.isEmpty() && !known.sha256.isEmpty() && QFileInfo(known.path).size() == known.size) {
            const PreparedFile found = hashed(known.path, stop);
            if (!found.error && found.sha256 == known.sha256)
                return found;
        }
        const PackageResult built = PackageBuilder(settings).build(source, stop);
        return {.error = built.error, .path = built.path, .bytes = {}, .size = built.size, .sha256 = built.sha256};
    };
}

void PrepareJob::run()
{
    auto promise = std::make_shared<QPromise<PreparedFile>>();
    m_watcher.setFuture(promise->future());
    promise->start();
    m_pool->start([promise, work = m_work, stop = m_stop.get_token()] {
        enterBackground();
        promise->addResult(work(stop));
        promise->finish();
    });
}

void PrepareJob::stop()
{
    m_stop.request_stop();
}

void PrepareJob::report(bool canceled)
{
    PreparedFile file;
    if (canceled)
        file.error = canceledError();
    else
        file = m_watcher.result();
    Q_EMIT finished(file);
}

} // namespace LumaSync
