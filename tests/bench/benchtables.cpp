// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "measure.h"

#include "core/library.h"

#include <QCommandLineParser>

using namespace LumaSync;
using namespace Qt::StringLiterals;

namespace {

const QString table = u"tracked"_s;

void run(const Database &database, const QString &sql)
{
    if (Error error = database.run(sql))
        giveUp(error.message);
}

// The triggers of auto-sync-architecture, "Migrations Required", as they stand there.
void addPlainTriggers(const Database &database)
{
    run(database, u"ALTER TABLE tracked ADD COLUMN needs_sync BOOLEAN DEFAULT 1"_s);
    run(database, u"CREATE TRIGGER tracked_set_needs_sync_insert AFTER INSERT ON tracked BEGIN"
                  " UPDATE tracked SET needs_sync = 1 WHERE id = NEW.id; END"_s);
    run(database, u"CREATE TRIGGER tracked_set_needs_sync_update AFTER UPDATE ON tracked WHEN OLD.needs_sync = 0 BEGIN"
                  " UPDATE tracked SET needs_sync = 1 WHERE id = NEW.id; END"_s);
}

// Of CPU: what the host pays, whatever else the machine does.
double seconds(const Database &database, const QStringList &statements)
{
    const Measure measure;
    run(database, u"BEGIN"_s);
    for (const QString &statement : statements)
        run(database, statement);
    run(database, u"COMMIT"_s);
    return measure.result().value("cpu"_L1).toDouble();
}

} // namespace

/// The host's own inserts and updates on a fresh table with its `updated_at` trigger: --mode untracked, plain or ours.
/// The updates meet rows that the cloud has: needs_sync = 0, as after a cycle.
int benchTracking(const QCommandLineParser &parser)
{
    const QString mode = parser.value(u"mode"_s);
    auto opened = Database::open(parser.value(u"database"_s));
    if (!opened)
        giveUp(opened.error().message);
    std::unique_ptr<Library> library;
    if (mode == "ours"_L1) {
        auto ours = Library::open(parser.value(u"database"_s), {{{table, {}, {}}}});
        if (!ours)
            giveUp(ours.error().message);
        library = std::move(*ours);
    } else if (mode == "plain"_L1) {
        addPlainTriggers(*opened);
    }
    const QString rows = parser.value(u"rows"_s);
    const QString insert =
        u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "_s + rows +
        u") INSERT INTO tracked (name, note, position) SELECT 'row ' || i, printf('%0200d', i), i / 7.0 FROM n"_s;
    QJsonObject result{{u"insert"_s, seconds(*opened, {insert})}};
    if (library) {
        HeldRows held(1);
        QVariantList cursor;
        for (bool atEnd = false; !atEnd;) {
            const auto read = library->rows().read(0, cursor, false, held, {5000, 64 * 1024 * 1024});
            if (!read)
                giveUp(read.error().message);
            if (Error error = library->rows().clear(0, read->rows))
                giveUp(error.message);
            cursor = read->cursor;
            atEnd = read->atEnd;
        }
    } else if (mode == "plain"_L1) {
        // The plain design never gets a row clean while the host's trigger is there (it fires on the clear and dirties
        // the row again), so its update is measured on rows that were made clean with that trigger set aside.
        run(*opened, u"DROP TRIGGER tracked_updated_at"_s);
        run(*opened, u"DROP TRIGGER tracked_set_needs_sync_update"_s);
        run(*opened, u"UPDATE tracked SET needs_sync = 0"_s);
        run(*opened, u"CREATE TRIGGER tracked_updated_at AFTER UPDATE ON tracked WHEN OLD.version = NEW.version BEGIN "
                     u"UPDATE tracked SET"
                     " updated_at = CURRENT_TIMESTAMP, version = OLD.version + 1 WHERE id = NEW.id; END"_s);
        run(*opened,
            u"CREATE TRIGGER tracked_set_needs_sync_update AFTER UPDATE ON tracked WHEN OLD.needs_sync = 0 BEGIN"
            " UPDATE tracked SET needs_sync = 1 WHERE id = NEW.id; END"_s);
    }
    result.insert(u"update"_s, seconds(*opened, {u"UPDATE tracked SET position = position + 1"_s}));
    printResult(result);
    return 0;
}
