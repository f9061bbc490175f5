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

QByteArray hashOf(UploadKind kind, const TrackMedia &track, const MediaReader &reader)
{
    DigestSource source{.kind = kind, .path = kind == UploadKind::TrackAudio ? track.audioPath : track.artworkPath};
    if (kind == UploadKind::AnalysisPackage) {
        const auto package = reader.packageSource(track);
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
    const MediaReader reader(&library.database(), MediaDescription::luma());
    const auto tracks = reader.tracks({}, manyTracks);
    for (const TrackMedia &track : tracks ? *tracks : QList<TrackMedia>()) {
        for (UploadKind kind : allUploadKinds) {
            if (const auto wanted = uploadRequest(kind, track, reader.media()))
                expected.insert(reader.media().object(kind).bucket + u'/' + uid + u'/' + wanted->objectName,
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
