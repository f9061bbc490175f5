// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "measure.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QMap>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(u"bench"_s, u"upload, package, rows, idle or tracking"_s);
    for (const QString &name :
         {u"url"_s, u"key"_s, u"email"_s, u"file"_s, u"database"_s, u"mode"_s, u"rows"_s, u"object"_s})
        parser.addOption({name, name, name});
    parser.process(app);
    const QMap<QString, int (*)(const QCommandLineParser &)> benches{{u"upload"_s, benchUpload},
                                                                     {u"package"_s, benchPackage},
                                                                     {u"rows"_s, benchRows},
                                                                     {u"idle"_s, benchIdle},
                                                                     {u"tracking"_s, benchTracking}};
    const auto bench = benches.value(parser.positionalArguments().value(0));
    if (!bench)
        parser.showHelp(2);
    return bench(parser);
}
