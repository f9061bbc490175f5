// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "rigrows.h"

#include "names.h"
#include "patterngraph.h"
#include "rng.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Luma {

namespace {

void writeFixtures(RowWriter &writer, Rng &rng, const QList<qint64> &venues, int count)
{
    Inserter insert(writer, "fixtures"_L1,
                    {u"id"_s, u"venue_id"_s, u"universe"_s, u"address"_s, u"num_channels"_s, u"manufacturer"_s,
                     u"model"_s, u"mode_name"_s, u"fixture_path"_s, u"label"_s, u"pos_x"_s, u"pos_y"_s, u"pos_z"_s,
                     u"rot_x"_s, u"rot_y"_s, u"rot_z"_s});
    int universe = 1;
    int address = 1;
    qsizetype lastVenue = 0;
    for (int i = 0; i < count; ++i) {
        const qsizetype venue = i * venues.size() / count;
        const Names::FixtureModel &model = Names::fixture(rng);
        if (venue != lastVenue || address + model.channels > 513) {
            universe = venue != lastVenue ? 1 : universe + 1;
            address = 1;
            lastVenue = venue;
        }
        const auto metres = [&rng] { return rng.between(-12000, 12000) / 1000.0; };
        const auto degrees = [&rng] { return rng.between(0, 3599) / 10.0; };
        const QString path = u"%1/%2.json"_s.arg(model.manufacturer, model.model);
        insert({rng.uuid(), venues[venue], universe, address, model.channels, model.manufacturer, model.model,
                model.mode, path, u"%1 %2"_s.arg(model.model).arg(i + 1), metres(), metres(),
                rng.between(0, 9000) / 1000.0, degrees(), degrees(), degrees()});
        address += model.channels;
    }
}

qsizetype graphBytes(Rng &rng, Detail detail)
{
    const double where = rng.unit();
    return detail == Detail::Compact ? 300 : static_cast<qsizetype>(2100 * std::pow(28.0, where * where));
}

struct PatternRow
{
    qint64 id;
    QList<qint64> implementations;
};

QList<PatternRow> writePatterns(RowWriter &writer, Rng &rng, const RigSize &size, const QList<qint64> &categories)
{
    Inserter pattern(writer, "patterns"_L1, {u"category_id"_s, u"forked_from_id"_s, u"name"_s, u"description"_s});
    Inserter implementation(writer, "implementations"_L1, {u"pattern_id"_s, u"name"_s, u"graph_json"_s});
    QList<PatternRow> rows;
    for (int i = 0; i < size.patterns; ++i) {
        const bool forked = i > 3 && rng.chance(0.2);
        const QVariant parent = forked ? rows[rng.between(0, i - 1)].id : QVariant();
        const QVariant category = rng.chance(0.95) ? rng.pick(categories) : QVariant();
        const QString name = Names::pattern(rng);
        PatternRow row{pattern({category, parent, forked ? name + u" (fork)"_s : name,
                                rng.chance(0.5) ? u"A %1 for the whole rig."_s.arg(name.toLower()) : QVariant()}),
                       {}};
        // Pairs of patterns have 1 + 3 or 2 + 2 implementations; an odd last one has 2.
        const int odd = i / 2 % 2;
        const int count = i == size.patterns - 1 && i % 2 == 0 ? 2 : (i % 2 == 0 ? 1 + odd : 3 - odd);
        for (int j = 0; j < count; ++j) {
            const QString graph = QString::fromUtf8(patternGraph(rng, graphBytes(rng, size.detail)));
            row.implementations.append(implementation({row.id, u"Version %1"_s.arg(j + 1), graph}));
        }
        rows.append(row);
        if (!rng.chance(0.1)) { // the host sets its own columns here, as it does wherever it knows better
                                // than its trigger
            writer.run(
                u"UPDATE patterns SET default_implementation_id = ?, updated_at = ?, version = version + 1 WHERE id = ?"_s,
                {row.implementations.last(), writer.time(), row.id});
        }
    }
    return rows;
}

void writeOverrides(RowWriter &writer, Rng &rng, const QList<qint64> &venues, const QList<PatternRow> &patterns,
                    int count)
{
    Inserter insert(writer, "venue_implementation_overrides"_L1,
                    {u"venue_id"_s, u"pattern_id"_s, u"implementation_id"_s});
    for (int i = 0; i < count; ++i) {
        // Every eighth pattern and its neighbours: no pair twice.
        const PatternRow &pattern = patterns[(i / venues.size() * 8 + i % venues.size()) % patterns.size()];
        insert({venues[i % venues.size()], pattern.id, rng.pick(pattern.implementations)});
    }
}

} // namespace

Rig writeRig(RowWriter &writer, quint64 seed, const RigSize &size, qint64 time)
{
    Rng rng(seed, "rig");
    Rig rig;
    writer.setTime(time);
    Inserter venue(writer, "venues"_L1, {u"name"_s, u"description"_s});
    for (int i = 0; i < size.venues; ++i)
        rig.venues.append(
            venue({Names::venue(rng, i), rng.chance(0.6) ? u"Rig plan of %1"_s.arg(2020 + i % 6) : QVariant()}));
    writer.setTime(time + 60);
    writeFixtures(writer, rng, rig.venues, size.fixtures);
    Inserter category(writer, "pattern_categories"_L1, {u"name"_s});
    QList<qint64> categories;
    for (const QString &name : Names::categories())
        categories.append(category({name}));
    writer.setTime(time + 600);
    const QList<PatternRow> patterns = writePatterns(writer, rng, size, categories);
    writer.setTime(time + 1200);
    writeOverrides(writer, rng, rig.venues, patterns, size.overrides());
    for (const PatternRow &pattern : patterns)
        rig.patterns.append(pattern.id);
    const QList<std::pair<QString, QString>> settings{
        {u"theme"_s, u"dark"_s},
        {u"audio_device"_s, u"default"_s},
        {u"last_venue_id"_s, QString::number(rig.venues.value(0))},
        {u"window_geometry"_s, u"{\"x\":40,\"y\":60,\"w\":1440,\"h\":900}"_s},
        {u"artnet_universe_offset"_s, u"0"_s}};
    for (const auto &[key, value] : settings)
        writer.run(u"INSERT INTO settings (key, value) VALUES (?, ?)"_s, {key, value});
    return rig;
}

} // namespace Luma
