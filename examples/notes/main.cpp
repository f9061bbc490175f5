// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "noteswindow.h"

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"notes"_s);
    QCoreApplication::setOrganizationName(u"LumaSync"_s);
    const auto project = LumaSync::Project::make(qEnvironmentVariable("LUMASYNC_URL"), qgetenv("LUMASYNC_KEY"));
    if (!project) {
        qCritical("notes: %s Set LUMASYNC_URL and LUMASYNC_KEY, for instance to what ./dev cloud prints.",
                  qPrintable(project.error().message));
        return 2;
    }
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    QDir().mkpath(folder);
    LumaSync::SyncOptions options;
    options.project = *project;
    options.keychainService = u"LumaSync Notes"_s;
    Notes::NotesWindow window(app.arguments().value(1, folder + u"/notes.sqlite"_s), options);
    window.show();
    return app.exec();
}
