// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/storagebench.h"

#include "core/schema.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

// A canceled helper may still be winding down, with all the memory of the highest levels: the next one waits for it.
constexpr int poolThreads = 1;

// One folder for each library, so that no sweep takes another one's packages.
QString folderFor(const QString &cacheFolder, const QString &databasePath)
{
    const QByteArray path = QFileInfo(databasePath).canonicalFilePath().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().first(16);
    return QDir(cacheFolder).filePath(u"packages-"_s + QString::fromLatin1(hash));
}

} // namespace

// Helpers hold values only. One that is winding down does so alone; the end of the program waits for it.
void StorageBench::EndPool::operator()(QThreadPool *ended) const
{
    ended->clear();
    if (ended->waitForDone(0)) {
        delete ended;
        return;
    }
    ended->moveToThread(nullptr);
    QThreadPool::globalInstance()->start([ended] {
        QThreadPool::globalInstance()->releaseThread(); // this one only waits
        delete ended;
        QThreadPool::globalInstance()->reserveThread();
    });
}

StorageBench::StorageBench(Database opened, const FileCatalog &catalog, const QString &packageFolder)
    : database(std::move(opened))
    , queue(&database, catalog)
    , reader(&database, catalog)
    , populator(&reader, &queue)
    , packages(packageFolder)
    , pool(new QThreadPool)
{
    pool->setMaxThreadCount(poolThreads);
    pool->setThreadPriority(QThread::LowestPriority);
}

Expected<std::unique_ptr<StorageBench>> StorageBench::open(const QString &databasePath, const SchemaDescription &schema,
                                                           const QString &cacheFolder)
{
    auto opened = Database::open(databasePath);
    if (!opened)
        return opened.error();
    const auto resolved = Schema::resolve(schema, opened->connection());
    if (!resolved)
        return resolved.error();
    auto bench =
        std::make_unique<StorageBench>(std::move(*opened), resolved->files, folderFor(cacheFolder, databasePath));
    const auto needed = bench->queue.packagePaths();
    if (!needed)
        return needed.error();
    bench->packages.sweep(*needed);
    return bench;
}

qint64 StorageBench::dataVersion() const
{
    const auto version = database.value(u"PRAGMA data_version"_s);
    return version ? version->toLongLong() : -1;
}

QString StorageBench::title(const UploadJob &job) const
{
    const FileOwner *owner = reader.catalog().ownerOf(job.kind);
    if (!owner || owner->titleColumn.isEmpty())
        return {};
    const auto title = database.value(
        u"SELECT %1 FROM %2 WHERE %3 = ?"_s.arg(quoted(owner->titleColumn), quoted(owner->table), quoted(owner->key)),
        {job.trackId});
    return title ? title->toString() : QString();
}

} // namespace LumaSync
