// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cloudobjects.h"

#include "core/contentdigest.h"
#include "core/mediareader.h"
#include "medialibrary.h"
#include "net/objectstore.h"

#include <QCryptographicHash>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr int downloadLimit = 120'000;
constexpr int manyTracks = 100'000;

QByteArray hashOf(const UploadKind &kind, const RowFiles &track, const MediaReader &reader)
{
    const FileCatalog &catalog = reader.catalog();
    DigestSource source{.form = catalog.file(kind)->form, .path = track.files[catalog.find(kind).file].path};
    if (source.form == FileForm::Package) {
        const auto package = reader.packageSource(kind, track);
        if (!package)
            return {};
        source.package = *package;
    }
    const auto digest = contentDigest(source, {});
    return digest ? digest->sha256 : QByteArray();
}

} // namespace

QHash<QString, QByteArray> expectedObjects(const MediaLibrary &library, const QString &uid)
{
    QHash<QString, QByteArray> expected;
    const MediaReader reader(&library.database(), FileCatalog::luma());
    const auto tracks = reader.rows(0, {}, manyTracks);
    for (const RowFiles &track : tracks ? *tracks : QList<RowFiles>()) {
        for (const UploadKind &kind : reader.catalog().kinds()) {
            if (const auto wanted = uploadRequest(kind, track, reader.catalog()))
                expected.insert(reader.catalog().bucket(kind) + u'/' + uid + u'/' + wanted->objectName,
                                hashOf(kind, track, reader));
        }
    }
    return expected;
}

QHash<QString, QByteArray> objectsInCloud(const Project &project, const AccessToken &token, const QStringList &names)
{
    QHash<QString, QByteArray> found;
    QNetworkAccessManager manager;
    ObjectStore store(&manager, project);
    store.setToken(token);
    for (const QString &name : names) {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        ObjectJob *job = store.download(name.section(u'/', 0, 0), name.section(u'/', 1), [&](const QByteArray &piece) {
            hash.addData(piece);
            return true;
        });
        QSignalSpy finished(job, &ObjectJob::finished);
        job->start();
        const bool ended = finished.wait(downloadLimit);
        const bool isWhole = ended && !finished.first().first().value<ObjectResult>().error;
        found.insert(name, isWhole ? hash.result().toHex() : QByteArray());
    }
    return found;
}

} // namespace LumaSync
