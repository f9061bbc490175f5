// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/schemabuilder.h"

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

TableBuilder table(const QString &name)
{
    return TableBuilder(name).timestamp({u"created_at"_s, u"updated_at"_s});
}

QList<PackageMember> analysis()
{
    const QString trackId = u"track_id"_s;
    QList<PackageMember> members{
        MemberBuilder::file(u"artwork.{ext}"_s).path(u"album_art_path"_s).optional(),
        MemberBuilder::json(u"waveform.json"_s)
            .from(u"track_waveforms"_s, trackId)
            .field(u"sample_rate"_s, u"sample_rate"_s)
            .requiredField(u"full_samples"_s, u"full_samples_json"_s)
            .field(u"colors"_s, u"colors_json"_s)
            .field(u"bands"_s, u"bands_json"_s)
            .revision({u"version"_s, u"updated_at"_s}),
        MemberBuilder::file(u"logits.bin"_s)
            .from(u"track_roots"_s, trackId)
            .path(u"logits_path"_s)
            .storedIn(u"logits_storage_path"_s),
    };
    for (const QString &stem : {u"bass"_s, u"drums"_s, u"vocals"_s, u"other"_s}) {
        members.append(MemberBuilder::file(u"stems/"_s + stem + u".wav"_s)
                           .from(u"track_stems"_s, trackId)
                           .where(u"stem_name"_s, stem)
                           .path(u"file_path"_s)
                           .storedIn(u"storage_path"_s));
    }
    return members;
}

} // namespace

SchemaDescription SchemaDescription::luma()
{
    return of(
        {
            table(u"venues"_s),
            table(u"pattern_categories"_s),
            table(u"tracks"_s)
                .title(u"title"_s)
                .localOnly({u"file_path"_s, u"album_art_path"_s})
                .file(FileBuilder::asIs(u"track_audio"_s)
                          .path(u"file_path"_s)
                          .to(u"tracks"_s, u"{track_hash}.{ext}"_s)
                          .storedIn(u"storage_path"_s))
                .file(FileBuilder::thumbnail(u"artwork_thumb"_s)
                          .path(u"album_art_path"_s)
                          .to(u"artwork"_s, u"{track_hash}_thumb.jpg"_s)
                          .storedIn(u"album_art_storage_path"_s))
                .file(FileBuilder::package(u"analysis_package"_s, analysis())
                          .to(u"packages"_s, u"{track_hash}_analysis.tar.zst"_s)),
            table(u"fixtures"_s),
            table(u"patterns"_s),
            table(u"scores"_s),
            table(u"track_beats"_s).json({u"beats_json"_s, u"downbeats_json"_s}),
            table(u"track_roots"_s).localOnly(u"logits_path"_s).json({u"sections_json"_s}),
            table(u"track_waveforms"_s)
                .localOnly({u"full_samples_json"_s, u"colors_json"_s, u"bands_json"_s})
                .json({u"preview_samples_json"_s, u"preview_colors_json"_s, u"preview_bands_json"_s}),
            table(u"track_stems"_s).localOnly(u"file_path"_s),
            table(u"implementations"_s).json({u"graph_json"_s}),
            table(u"track_scores"_s).json({u"args_json"_s}),
            table(u"venue_implementation_overrides"_s),
        },
        {{.name = u"artwork"_s, .sizeLimit = 20971520, .mimeTypes = {u"image/*"_s}}});
}

} // namespace LumaSync
