// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "hostedits.h"

#include "names.h"
#include "patterngraph.h"
#include "rng.h"
#include "trackrows.h"

using namespace Qt::StringLiterals;

namespace Luma {

namespace {

class Evening
{
public:
    Evening(Database &database, RowWriter &writer, quint64 seed)
        : m_database(database)
        , m_writer(writer)
        , m_rng(seed, "edits")
    {
    }

    Result<void> load();
    void renameTracks();
    void addScore();
    void analyseAgain();
    void moveFixtures();
    void forkPattern();
    void deletePattern();
    void deleteVenue();
    void changeSetting();

    EditReport report;

private:
    Database &m_database;
    RowWriter &m_writer;
    Rng m_rng;
    QVariantList m_tracks, m_patterns, m_venues;
};

Result<void> Evening::load()
{
    const std::pair<QString, QVariantList *> lists[]{
        {u"tracks"_s, &m_tracks}, {u"patterns"_s, &m_patterns}, {u"venues"_s, &m_venues}};
    for (const auto &[table, list] : lists) {
        auto ids = m_database.column(u"SELECT id FROM %1 ORDER BY id"_s.arg(table));
        if (!ids)
            return ids.failure();
        if (ids->isEmpty())
            return Failure{u"The library has no %1 to edit; generate or import one first."_s.arg(table)};
        *list = *ids;
    }
    return {};
}

void Evening::renameTracks()
{
    for (int i = 0; i < 3; ++i) {
        const QString title = Names::track(m_rng);
        m_writer.run(u"UPDATE tracks SET title = ? WHERE id = ?"_s, {title, m_rng.pick(m_tracks)});
        report.changes.append(u"Renamed a track to \"%1\"."_s.arg(title));
    }
}

void Evening::addScore()
{
    const qint64 track = m_rng.pick(m_tracks).toLongLong();
    QList<qint64> patterns;
    for (const QVariant &pattern : m_patterns)
        patterns.append(pattern.toLongLong());
    const int calls = m_rng.between(5, 15);
    TrackWriter(m_writer).writeScore(track, SongPlan::make(m_rng.next(), 60), u"Encore"_s, patterns, calls, m_rng);
    report.changes.append(u"Added the score \"Encore\" with %1 pattern calls to track %2."_s.arg(calls).arg(track));
}

void Evening::analyseAgain()
{
    const QVariant track = m_rng.pick(m_tracks);
    const SongPlan plan = SongPlan::make(m_rng.next(), 60);
    const Analysis analysis(plan, Detail::Compact);
    m_writer.run(u"INSERT OR REPLACE INTO track_beats (track_id, beats_json, downbeats_json, bpm, downbeat_offset, "
                 "beats_per_bar) VALUES (?, ?, ?, ?, ?, ?)"_s,
                 {track, QString::fromLatin1(analysis.beatsJson), QString::fromLatin1(analysis.downbeatsJson), plan.bpm,
                  plan.downbeatOffset, plan.beatsPerBar});
    report.changes.append(u"Analysed the beats of track %1 again (INSERT OR REPLACE)."_s.arg(track.toLongLong()));
}

void Evening::moveFixtures()
{
    const QVariant venue = m_rng.pick(m_venues);
    m_writer.run(u"UPDATE fixtures SET pos_x = pos_x + 0.25, pos_y = pos_y - 0.5 WHERE venue_id = ?"_s, {venue});
    report.changes.append(u"Moved all fixtures of venue %1."_s.arg(venue.toLongLong()));
}

void Evening::forkPattern()
{
    const QVariant parent = m_rng.pick(m_patterns);
    Inserter pattern(m_writer, "patterns"_L1, {u"forked_from_id"_s, u"name"_s});
    Inserter implementation(m_writer, "implementations"_L1, {u"pattern_id"_s, u"name"_s, u"graph_json"_s});
    const QString name = Names::pattern(m_rng) + u" (fork)"_s;
    const qint64 id = pattern({parent, name});
    const qint64 graph = implementation({id, u"Version 1"_s, QString::fromUtf8(patternGraph(m_rng, 4000))});
    m_writer.run(u"UPDATE patterns SET default_implementation_id = ? WHERE id = ?"_s, {graph, id});
    report.changes.append(u"Forked pattern %1 as \"%2\"."_s.arg(parent.toLongLong()).arg(name));
}

void Evening::deletePattern()
{
    if (m_patterns.size() < 3)
        return;
    const QVariant pattern = m_rng.pick(m_patterns);
    m_writer.run(u"DELETE FROM patterns WHERE id = ?"_s, {pattern});
    report.changes.append(u"Deleted pattern %1 with its implementations and calls."_s.arg(pattern.toLongLong()));
}

void Evening::deleteVenue()
{
    if (m_venues.size() < 2)
        return;
    const QVariant venue = m_rng.pick(m_venues);
    m_writer.run(u"DELETE FROM venues WHERE id = ?"_s, {venue});
    report.changes.append(u"Deleted venue %1 with its fixtures and overrides."_s.arg(venue.toLongLong()));
}

void Evening::changeSetting()
{
    m_writer.run(u"INSERT OR REPLACE INTO settings (key, value) VALUES ('theme', ?)"_s,
                 {m_rng.chance(0.5) ? u"light"_s : u"dark"_s});
    report.changes.append(u"Changed the setting \"theme\"."_s);
}

} // namespace

Result<EditReport> editSomeRows(Database &database, quint64 seed, const EditOptions &options)
{
    RowWriter writer(database);
    Evening evening(database, writer, seed);
    if (const auto loaded = evening.load(); !loaded)
        return loaded.failure();
    evening.renameTracks();
    evening.addScore();
    evening.analyseAgain();
    evening.moveFixtures();
    evening.forkPattern();
    if (options.deletes) {
        evening.deletePattern();
        evening.deleteVenue();
    }
    evening.changeSetting();
    if (const auto done = writer.commit(); !done)
        return done.failure();
    return evening.report;
}

} // namespace Luma
