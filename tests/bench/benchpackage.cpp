// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "measure.h"

#include "core/packagebuilder.h"

#include <QCommandLineParser>

using namespace LumaSync;
using namespace Qt::StringLiterals;

/// The four stems in the folder --file as one package in the folder --object.
int benchPackage(const QCommandLineParser &parser)
{
    PackageSource source{u"bench"_s, {}};
    for (const QString &stem : {u"bass"_s, u"drums"_s, u"vocals"_s, u"other"_s})
        source.entries.append({u"stems/"_s + stem + u".wav"_s, parser.value(u"file"_s) + u'/' + stem + u".wav"_s});
    const PackageResult built = PackageBuilder({.folder = parser.value(u"object"_s)}).build(source);
    if (built.error)
        giveUp(built.error.message);
    printResult({{u"size"_s, built.size}, {u"peak_rss_mib"_s, peakRssMib()}});
    return 0;
}
