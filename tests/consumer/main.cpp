// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include <LumaSync/StatusIcon>
#include <LumaSync/StatusText>
#include <LumaSync/SyncEngine>
#include <LumaSync/SyncStatusPanel>
#include <LumaSync/Translations>

#include <QApplication>
#include <QFile>

#include <cstdio>

namespace {

int failed(const char *what)
{
    std::fputs(what, stderr);
    std::fputc('\n', stderr);
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const auto project = LumaSync::Project::make(QStringLiteral("http://127.0.0.1:9"), "sb_publishable_x");
    if (!project)
        return failed("a project on this machine was refused");

    // Translations and icons are inside the library, a static one included.
    LumaSync::loadTranslations(QLocale(QLocale::English));
    const QString english = LumaSync::StatusText::everythingBackedUp();
    LumaSync::loadTranslations(QLocale(QLocale::German));
    if (english.isEmpty() || LumaSync::StatusText::everythingBackedUp() == english)
        return failed("there is no German translation in the library");
    if (!QFile::exists(QStringLiteral(":/lumasync/icons/tick.svg")))
        return failed("there are no icons in the library");
    const QIcon icon = LumaSync::StatusIcon::icon(LumaSync::StatusLook{});
    if (icon.pixmap(32).toImage().isNull())
        return failed("the status icon is empty");
    LumaSync::loadTranslations(QLocale(QLocale::English));

    LumaSync::SyncOptions options;
    options.databasePath = QStringLiteral("/nonexistent/library.sqlite");
    options.project = *project;
    LumaSync::SyncEngine engine(options);
    LumaSync::SyncStatusPanel panel(&engine);
    panel.show();
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
