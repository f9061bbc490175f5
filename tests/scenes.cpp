// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "scenes.h"

using namespace Qt::StringLiterals;
using namespace LumaSync;

namespace {

UploadItem upload(qint64 id, const QString &kind, const QString &title, qint64 size)
{
    UploadItem item;
    item.id = id;
    item.kind = kind;
    item.title = title;
    item.localPath = u"/home/mara/Music/%1.flac"_s.arg(title);
    item.size = size;
    item.status = u"pending"_s;
    return item;
}

QList<UploadItem> someUploads()
{
    const QString audio = u"track_audio"_s;
    const QString cover = u"artwork_thumb"_s;
    const QString analysis = u"analysis_package"_s;
    QList<UploadItem> items{
        upload(1, audio, u"Northern Line"_s, 38'400'000),
        upload(2, audio, u"Glasshouse (Extended Mix)"_s, 51'200'000),
        upload(3, cover, u"Paper Lanterns"_s, 64'000),
        upload(4, audio, u"Paper Lanterns"_s, 29'900'000),
        upload(5, audio, u"Überfahrt nach Süden"_s, 44'100'000),
        upload(6, analysis, u"Northern Line"_s, 0),
        upload(7, analysis, u"Glasshouse (Extended Mix)"_s, 0),
        upload(8, analysis, u"Paper Lanterns"_s, 131'000'000),
    };
    items[0].status = u"uploading"_s;
    items[0].acknowledged = 18'874'368;
    items[3].nextAttempt = QDateTime::currentDateTimeUtc().addSecs(7 * 60);
    items[3].attempts = 2;
    items[3].acknowledged = 6'291'456;
    items[7].excluded = true;
    return items;
}

SyncStatus base(SyncStatus::State state)
{
    SyncStatus status;
    status.state = state;
    status.lastSync = QDateTime::currentDateTimeUtc().addSecs(-185);
    return status;
}

Scene uploading()
{
    Scene scene{u"uploading"_s, base(SyncStatus::State::Uploading), someUploads()};
    scene.status.uploadsWaiting = 7;
    scene.status.uploadsExcluded = 1;
    scene.status.bytesWaiting = 146'000'000;
    scene.status.isUploading = true;
    scene.status.upload.jobId = 1;
    scene.status.upload.kind = u"track_audio"_s;
    scene.status.upload.title = u"Northern Line"_s;
    scene.status.upload.size = 38'400'000;
    scene.status.upload.acknowledged = 18'874'368;
    scene.status.upload.bytesPerSecond = 1'240'000;
    return scene;
}

Scene attention()
{
    Scene scene{u"attention"_s, base(SyncStatus::State::NeedsAttention), someUploads()};
    scene.page = 1;
    scene.status.rowsWaiting = 14;
    scene.status.rowsRefused = 12;
    scene.status.uploadsWaiting = 6;
    scene.status.uploadsFailed = 2;
    for (int i : {1, 4}) {
        scene.uploads[i].status = u"failed"_s;
        scene.uploads[i].attempts = 1;
        scene.uploads[i].lastErrorKind = u"File"_s;
        scene.uploads[i].lastError = u"The file is gone."_s;
    }
    for (int i = 0; i < 12; ++i) {
        RefusedRow row;
        row.table = u"venues"_s;
        row.key = QByteArray::number(i + 1);
        row.code = u"22P05"_s;
        row.message = u"unsupported Unicode escape sequence"_s;
        row.attempts = 3;
        row.nextAttempt = QDateTime::currentDateTimeUtc().addSecs(240);
        scene.refused.append(row);
    }
    return scene;
}

} // namespace

QList<Scene> allScenes()
{
    using enum SyncStatus::State;
    QList<Scene> scenes;
    scenes.append({u"up-to-date"_s, base(UpToDate)});
    scenes.append(uploading());
    scenes.append(attention());
    Scene failed = attention();
    failed.name = u"failed-uploads"_s;
    failed.page = 0;
    scenes.append(failed);

    Scene selected = failed;
    selected.name = u"selected"_s;
    scenes.append(selected);
    Scene details = attention();
    details.name = u"details"_s;
    scenes.append(details);
    Scene calm{u"nothing-to-do"_s, base(UpToDate)};
    calm.page = 1;
    scenes.append(calm);

    Scene syncing{u"syncing"_s, base(Syncing)};
    syncing.status.rowsWaiting = 1'284;
    scenes.append(syncing);
    Scene waiting{u"waiting"_s, base(Waiting)};
    waiting.status.rowsWaiting = 3;
    scenes.append(waiting);
    Scene paused{u"paused"_s, base(Paused), someUploads()};
    paused.status.uploadsWaiting = 7;
    paused.status.uploadsExcluded = 1;
    paused.status.bytesWaiting = 146'000'000;
    scenes.append(paused);
    Scene offline = paused;
    offline.name = u"offline"_s;
    offline.status.state = Offline;
    offline.status.rowsWaiting = 21;
    offline.status.problem.kind = Error::Kind::Offline;
    scenes.append(offline);
    Scene problem{u"problem"_s, base(NeedsAttention)};
    problem.page = 1;
    problem.status.rowsWaiting = 4;
    problem.status.problem = {Error::Kind::Schema, 404, u"PGRST205"_s, u"The cloud has no table 'venues'."_s, {}};
    scenes.append(problem);
    Scene signedOut{u"signed-out"_s, base(SignedOut)};
    signedOut.status.rowsWaiting = 5'000;
    scenes.append(signedOut);
    Scene settings{u"settings"_s, base(UpToDate)};
    settings.page = 2;
    scenes.append(settings);
    Scene stopping{u"stopping"_s, base(Stopping)};
    stopping.status.rowsWaiting = 3;
    scenes.append(stopping);
    return scenes;
}

Scene sceneOf(const QString &name)
{
    for (const Scene &scene : allScenes())
        if (scene.name == name)
            return scene;
    qFatal("there is no scene '%s'", qPrintable(name));
}
