// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include <core/syncengine.h>

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto project = LumaSync::Project::make(QStringLiteral("http://127.0.0.1:9"), "sb_publishable_x");
    if (!project)
        return 1;
    LumaSync::SyncOptions options;
    options.databasePath = QStringLiteral("/nonexistent/library.sqlite");
    options.project = *project;
    LumaSync::SyncEngine engine(options);
    // A library that does not exist is one clear state, and the end is clean.
    QObject::connect(&engine, &LumaSync::SyncEngine::statusChanged, &app, [&](const LumaSync::SyncStatus &status) {
        if (status.state == LumaSync::SyncStatus::State::NeedsAttention) {
            std::puts(qPrintable(status.problem.message));
            app.exit(status.problem.kind == LumaSync::Error::Kind::Configuration ? 0 : 2);
        }
    });
    engine.start();
    return app.exec();
}
