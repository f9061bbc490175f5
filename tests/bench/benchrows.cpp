// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "measure.h"

#include "core/library.h"
#include "core/tabularcycle.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QNetworkAccessManager>

using namespace LumaSync;
using namespace Qt::StringLiterals;

namespace {

SchemaDescription benchSchema()
{
    return {{{u"bench_rows"_s, {}, {{u"data"_s, ColumnKind::Json}, {u"updated_at"_s, ColumnKind::Timestamp}}}}};
}

std::unique_ptr<Library> openLibrary(const QCommandLineParser &parser)
{
    auto library = Library::open(parser.value(u"database"_s), benchSchema());
    if (!library)
        giveUp(library.error().message);
    return std::move(*library);
}

} // namespace

/// All dirty rows of the library through one cycle: reading, marking and clearing SQLite included.
int benchRows(const QCommandLineParser &parser)
{
    const std::shared_ptr<Library> library = openLibrary(parser);
    withToken(parser, [&parser, library](const AccessToken &token) {
        auto *manager = new QNetworkAccessManager(QCoreApplication::instance());
        auto *rest = new RestClient(manager, projectFrom(parser), manager);
        rest->setToken(token);
        library->rows().setOwner(token.uid);
        const auto measure = std::make_shared<Measure>();
        auto *cycle = new TabularCycle({library->schema(), library->rows(), library->tombstones(), *rest, {}}, manager);
        QObject::connect(cycle, &TabularCycle::finished, manager, [measure](const CycleReport &report) {
            if (report.error)
                giveUp(report.error.message);
            QJsonObject result = measure->result();
            result.insert(u"rows"_s, report.rowsSent);
            result.insert(u"requests"_s, report.requests);
            printResult(result);
            QCoreApplication::quit();
        });
        cycle->start();
    });
    return QCoreApplication::exec();
}

/// A library with nothing dirty: the looks at it; then, again and again, the host edits ten rows spread over it, which
/// are read for sending and cleared. --mode migrate only adds what the module needs.
int benchIdle(const QCommandLineParser &parser)
{
    const std::unique_ptr<Library> library = openLibrary(parser);
    if (parser.value(u"mode"_s) == "migrate"_L1)
        return 0;
    DirtyRows &rows = library->rows();
    rows.setOwner(u"00000000-0000-4000-8000-000000000000"_s);
    constexpr int looks = 1000;
    const Measure check;
    for (int i = 0; i < looks; ++i) {
        const auto any = rows.any();
        if (!any || *any)
            giveUp(any ? u"Something is dirty."_s : any.error().message);
    }
    const double checkSeconds = check.result().value("seconds"_L1).toDouble();
    const auto host = Database::open(parser.value(u"database"_s));
    if (!host)
        giveUp(host.error().message);
    QJsonArray reads;
    for (int i = 0; i < 20; ++i) {
        if (Error error =
                host->run(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10)"
                          " UPDATE bench_rows SET position = position + 1 WHERE id IN (SELECT i * 100000 FROM n)"_s))
            giveUp(error.message);
        HeldRows held(1);
        const Measure measure;
        const auto read = rows.read(0, {}, false, held, {});
        if (!read || read->rows.size() != 10)
            giveUp(read ? u"Not the ten rows that are dirty."_s : read.error().message);
        reads.append(measure.result().value("seconds"_L1).toDouble() * 1000);
        if (Error error = rows.clear(0, read->rows))
            giveUp(error.message);
    }
    printResult({{u"check_ms"_s, checkSeconds * 1000 / looks}, {u"read_ms"_s, reads}});
    return 0;
}
