// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/mediadescription.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace LumaSync {

const ObjectPattern &MediaDescription::object(UploadKind kind) const
{
    switch (kind) {
    case UploadKind::TrackAudio:
        return audio.object;
    case UploadKind::ArtworkThumb:
        return artwork.object;
    case UploadKind::AnalysisPackage:
        break;
    }
    return package.object;
}

QString MediaDescription::objectName(UploadKind kind, const QString &name, const QString &path) const
{
    QString result = object(kind).pattern;
    result.replace("{ext}"_L1, plainSuffix(path));
    return result.replace("{name}"_L1, name); // last: a name is data
}

MediaDescription MediaDescription::luma()
{
    return {
        .table = u"tracks"_s,
        .key = u"id"_s,
        .nameColumn = u"track_hash"_s,
        .titleColumn = u"title"_s,
        .audio = {.pathColumn = u"file_path"_s,
                  .storageColumn = u"storage_path"_s,
                  .object = {u"tracks"_s, u"{name}.{ext}"_s}},
        .artwork = {.pathColumn = u"album_art_path"_s,
                    .storageColumn = u"album_art_storage_path"_s,
                    .object = {u"artwork"_s, u"{name}_thumb.jpg"_s}},
        .package = {.object = {u"packages"_s, u"{name}_analysis.tar.zst"_s},
                    .ownerKey = u"track_id"_s,
                    .logitsTable = u"track_roots"_s,
                    .logitsPathColumn = u"logits_path"_s,
                    .logitsStorageColumn = u"logits_storage_path"_s,
                    .stemsTable = u"track_stems"_s,
                    .stemNameColumn = u"stem_name"_s,
                    .stemPathColumn = u"file_path"_s,
                    .stemStorageColumn = u"storage_path"_s,
                    .stems = {u"bass"_s, u"drums"_s, u"vocals"_s, u"other"_s},
                    .waveformTable = u"track_waveforms"_s,
                    .samplesColumn = u"full_samples_json"_s,
                    .colorsColumn = u"colors_json"_s,
                    .bandsColumn = u"bands_json"_s,
                    .sampleRateColumn = u"sample_rate"_s,
                    .waveformRevision = {u"version"_s, u"updated_at"_s}},
    };
}

QString plainSuffix(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    const auto isPlain = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); };
    const bool plain = !suffix.isEmpty() && suffix.size() <= 8 && std::all_of(suffix.cbegin(), suffix.cend(), isPlain);
    return plain ? suffix : u"bin"_s;
}

} // namespace LumaSync
