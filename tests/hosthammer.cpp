// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "hosthammer.h"

#include "lumadatabase.h"

#include <QRandomGenerator>
#include <QThread>

using namespace LumaSync;
using namespace Qt::StringLiterals;

namespace {

// One thing that a host may do, on few enough keys that writers meet.
QString randomStatement(QRandomGenerator &random)
{
    const int a = random.bounded(1, 13);
    const int b = random.bounded(1, 13);
    const int c = random.bounded(1000000);
    switch (random.bounded(33)) {
    case 0:
        return u"INSERT OR REPLACE INTO venues (id, name) VALUES (%1, 'v%2')"_s.arg(a).arg(c);
    case 1:
        return u"UPDATE venues SET name = 'w%2' WHERE id = %1"_s.arg(a).arg(c);
    case 2:
        return u"DELETE FROM venues WHERE id = %1"_s.arg(a);
    case 3:
        return u"INSERT INTO fixtures (id, venue_id, label) VALUES ('f%1', %2, '%3')"_s.arg(a).arg(b).arg(c);
    case 4:
        return u"REPLACE INTO fixtures (id, venue_id, label) VALUES ('f%1', %2, '%3')"_s.arg(a).arg(b).arg(c);
    case 5:
        return u"UPDATE fixtures SET label = '%2', venue_id = %3 WHERE id = 'f%1'"_s.arg(a).arg(c).arg(b);
    case 6:
        return u"UPDATE fixtures SET id = 'f%1' WHERE id = 'f%2'"_s.arg(a).arg(b);
    case 7:
        return u"DELETE FROM fixtures WHERE id = 'f%1'"_s.arg(a);
    case 8:
        return u"REPLACE INTO tracks (id, track_hash, file_path, title) VALUES (%1, 'h%2', '/p', '%3')"_s.arg(a)
            .arg(b)
            .arg(c);
    case 9:
        return u"REPLACE INTO tracks (track_hash, file_path) VALUES ('h%1', '/p')"_s.arg(b);
    case 10:
        return u"UPDATE OR REPLACE tracks SET track_hash = 'h%2' WHERE id = %1"_s.arg(a).arg(b);
    case 11:
        return u"INSERT INTO tracks (track_hash, file_path) VALUES ('h%1', '/p') ON CONFLICT (track_hash) DO UPDATE SET title = '%2'"_s
            .arg(b)
            .arg(c);
    case 12:
        return u"DELETE FROM tracks WHERE id = %1"_s.arg(a);
    case 13:
        return u"INSERT OR IGNORE INTO track_stems (track_id, stem_name, file_path) VALUES (%1, 's%2', '/s')"_s.arg(a)
            .arg(b % 3);
    case 14:
        return u"UPDATE OR REPLACE track_stems SET stem_name = 's%1', storage_path = '%2' WHERE stem_name = 's%3'"_s
            .arg(a % 3)
            .arg(c)
            .arg(b % 3);
    case 15:
        return u"DELETE FROM track_stems WHERE track_id = %1"_s.arg(a);
    case 16:
        return u"REPLACE INTO patterns (id, name, forked_from_id) VALUES (%1, 'p%2', (SELECT id FROM patterns WHERE id = %3))"_s
            .arg(a)
            .arg(c)
            .arg(b);
    case 17:
        return u"UPDATE patterns SET name = 'q%2', default_implementation_id = (SELECT id FROM implementations WHERE id = %3) WHERE id = %1"_s
            .arg(a)
            .arg(c)
            .arg(b);
    case 18:
        return u"DELETE FROM patterns WHERE id = %1"_s.arg(a);
    case 19:
        return u"REPLACE INTO implementations (id, pattern_id, graph_json) VALUES (%1, %2, '[%3]')"_s.arg(a).arg(b).arg(
            c);
    case 20:
        return u"DELETE FROM implementations WHERE id = %1"_s.arg(a);
    case 21:
        return u"REPLACE INTO scores (id, track_id, name) SELECT %1, id, '%2' FROM tracks WHERE id = %3"_s.arg(a)
            .arg(c)
            .arg(b);
    case 22:
        return u"INSERT OR REPLACE INTO track_scores (id, score_id, pattern_id, z_index) VALUES (%1, %2, %3, %4)"_s
            .arg(a)
            .arg(b)
            .arg(a)
            .arg(c);
    case 23:
        return u"UPDATE track_scores SET z_index = %1"_s.arg(c);
    case 24:
        return u"REPLACE INTO pattern_categories (id, name) VALUES (%1, 'c%2')"_s.arg(a).arg(b);
    case 25:
        return u"UPDATE OR REPLACE pattern_categories SET name = 'c%2' WHERE id = %1"_s.arg(a).arg(b);
    case 26:
        return u"DELETE FROM pattern_categories WHERE id = %1"_s.arg(a);
    case 27:
        return u"UPDATE patterns SET category_id = (SELECT id FROM pattern_categories WHERE id = %2) WHERE id = %1"_s
            .arg(a)
            .arg(b);
    case 28:
        return u"REPLACE INTO track_beats (track_id, beats_json, downbeats_json, bpm) VALUES (%1, '[%2]', '[]', %2)"_s
            .arg(a)
            .arg(c);
    case 29:
        return u"INSERT INTO track_roots (track_id, sections_json) VALUES (%1, '[%2]') ON CONFLICT (track_id) DO UPDATE"
               " SET sections_json = excluded.sections_json"_s.arg(a)
                   .arg(c);
    case 30:
        return u"REPLACE INTO track_waveforms (track_id, preview_samples_json, sample_rate) VALUES (%1, '[%2]', 44100)"_s
            .arg(a)
            .arg(c);
    case 31:
        return u"DELETE FROM track_waveforms WHERE track_id = %1"_s.arg(a);
    default:
        return u"REPLACE INTO venue_implementation_overrides (venue_id, pattern_id, implementation_id) VALUES (%1, %2, %3)"_s
            .arg(a)
            .arg(b)
            .arg(a);
    }
}

} // namespace

HostHammer::HostHammer(QString path, int number, bool recursiveTriggers)
    : m_thread(QThread::create(
          [this, path = std::move(path), number, recursiveTriggers] { write(path, number, recursiveTriggers); }))
{
    m_thread->start();
}

HostHammer::~HostHammer()
{
    stop();
}

void HostHammer::stop()
{
    m_stop = true;
    m_thread->wait();
}

void HostHammer::write(const QString &path, int number, bool recursiveTriggers)
{
    const QString name = u"hammer-%1"_s.arg(number);
    {
        const QSqlDatabase connection = LumaDatabase::openConnection(name, path);
        QRandomGenerator random(quint32(4711 + number));
        run(connection, u"PRAGMA recursive_triggers = %1"_s.arg(recursiveTriggers));
        while (!m_stop && m_failure.isEmpty()) {
            const int size = random.bounded(4) == 0 ? random.bounded(1, 6) : 0; // a transaction now and then
            if (size > 0)
                run(connection, u"BEGIN IMMEDIATE"_s);
            for (int i = 0; i < std::max(1, size); ++i)
                run(connection, randomStatement(random));
            if (size > 0)
                run(connection, random.bounded(4) == 0 ? u"ROLLBACK"_s : u"COMMIT"_s);
        }
    }
    LumaDatabase::closeConnection(name);
}

void HostHammer::run(const QSqlDatabase &connection, const QString &sql)
{
    const auto query = executed(connection, sql);
    ++m_statements;
    if (!query && query.error().code != "constraint"_L1)
        m_failure = text(query.error()) + sql;
}
