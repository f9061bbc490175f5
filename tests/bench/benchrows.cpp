// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "measure.h"

#include "core/library.h"
#include "core/tabularcycle.h"

#include <QCommandLineParser>
#include <QCoreApplication>
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
    auto library = Library::open(parser.value(u"database"_s), benchSchema(), {});
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

/// The look at a library with nothing dirty, and the read of the few rows that are.
int benchIdle(const QCommandLineParser &parser)
{
    const std::unique_ptr<Library> library = openLibrary(parser);
    library->rows().setOwner(u"00000000-0000-4000-8000-000000000000"_s);
    constexpr int looks = 1000;
    const Measure check;
    for (int i = 0; i < looks; ++i) {
        const auto any = library->rows().any();
        if (!any)
            giveUp(any.error().message);
    }
    QJsonObject result{{u"check_ms"_s, check.result().value("seconds"_L1).toDouble() * 1000 / looks}};
    const Measure read;
    HeldRows held(library->schema().tables.size());
    const auto rows = library->rows().read(0, {}, false, held, {});
    if (!rows)
        giveUp(rows.error().message);
    result.insert(u"read_ms"_s, read.result().value("seconds"_L1).toDouble() * 1000);
    result.insert(u"rows"_s, rows->rows.size());
    printResult(result);
    return 0;
}
