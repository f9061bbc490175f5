// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "demooptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Luma {

DemoOptions DemoOptions::parse(const QCoreApplication &app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Luma is a small music library with a backup. Without --url it starts a cloud on "
                                     u"this computer and signs in by itself. "
                                     "The password of --email is read from LUMASYNC_PASSWORD."_s);
    parser.addHelpOption();
    parser.addOptions({
        {u"library"_s, u"Folder of the library; it is made when it is missing."_s, u"folder"_s},
        {u"url"_s, u"URL of a Supabase project."_s, u"url"_s},
        {u"key"_s, u"Publishable key of the project."_s, u"key"_s},
        {u"email"_s, u"Account to sign in with."_s, u"address"_s},
        {u"examples"_s, u"Make this many tracks in an empty library."_s, u"number"_s, u"0"_s},
        {u"language"_s, u"For instance de or ar; the system's by default."_s, u"name"_s},
        {u"theme"_s, u"light or dark; the system's by default."_s, u"name"_s},
        {u"print-status"_s, u"Print a line for each change of the backup's status."_s},
        {u"quit-when-done"_s, u"Quit as soon as everything is backed up."_s},
        {u"cloud-script"_s, u"The local cloud's main.mjs."_s, u"file"_s,
         qEnvironmentVariable("LUMASYNC_CLOUD_SCRIPT", QStringLiteral(LUMA_CLOUD_SCRIPT))},
    });
    parser.process(app);

    DemoOptions options;
    options.library = parser.value(u"library"_s);
    if (options.library.isEmpty())
        options.library = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/library"_s;
    options.library = QDir(options.library).absolutePath();
    options.url = parser.value(u"url"_s);
    options.key = parser.value(u"key"_s);
    options.email = parser.value(u"email"_s);
    options.password = qEnvironmentVariable("LUMASYNC_PASSWORD");
    options.language = parser.value(u"language"_s);
    options.theme = parser.value(u"theme"_s);
    options.examples = parser.value(u"examples"_s).toInt();
    options.printStatus = parser.isSet(u"print-status"_s);
    options.quitWhenDone = parser.isSet(u"quit-when-done"_s);
    options.cloudScript = parser.value(u"cloud-script"_s);
    if (options.url.isEmpty() != options.key.isEmpty()) {
        fputs("luma: --url and --key belong together; give both or none.\n", stderr);
        ::exit(2);
    }
    return options;
}

} // namespace Luma
