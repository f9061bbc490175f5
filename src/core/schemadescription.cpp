// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/schemadescription.h"

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

TableDescription table(const QString &name, const QStringList &localOnly = {}, const QStringList &json = {})
{
    TableDescription description{name, localOnly, {}};
    description.kinds = {{u"created_at"_s, ColumnKind::Timestamp}, {u"updated_at"_s, ColumnKind::Timestamp}};
    for (const QString &column : json)
        description.kinds.insert(column, ColumnKind::Json);
    return description;
}

} // namespace

SchemaDescription SchemaDescription::luma()
{
    return {{
        table(u"venues"_s),
        table(u"pattern_categories"_s),
        table(u"tracks"_s, {u"file_path"_s, u"album_art_path"_s}),
        table(u"fixtures"_s),
        table(u"patterns"_s),
        table(u"scores"_s),
        table(u"track_beats"_s, {}, {u"beats_json"_s, u"downbeats_json"_s}),
        table(u"track_roots"_s, {u"logits_path"_s}, {u"sections_json"_s}),
        table(u"track_waveforms"_s, {u"full_samples_json"_s, u"colors_json"_s, u"bands_json"_s},
              {u"preview_samples_json"_s, u"preview_colors_json"_s, u"preview_bands_json"_s}),
        table(u"track_stems"_s, {u"file_path"_s}),
        table(u"implementations"_s, {}, {u"graph_json"_s}),
        table(u"track_scores"_s, {}, {u"args_json"_s}),
        table(u"venue_implementation_overrides"_s),
    }};
}

} // namespace LumaSync
