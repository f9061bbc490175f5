// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "database.h"
#include "generator.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Luma {

struct ImportOptions
{
    /// An empty library gets venues, categories and patterns first, as an app brings with it.
    bool starterRig = true;
    /// Rows and files that the app's analysis would make: beats, sections, waveforms, four stems, logits and
    /// a first score. They are simulated, made up from the file's hash: no audio is decoded.
    bool simulateAnalysis = true;
    double stemSeconds = 30; ///< the simulated stems end here
};

struct ImportReport
{
    struct Unreadable
    {
        QString path;
        QString reason;
    };
    int found = 0; ///< audio files by their suffix
    int imported = 0;
    int covers = 0;
    qint64 audioBytes = 0;
    qint64 rows = 0;
    QStringList duplicates; ///< files whose content the library has already
    QList<Unreadable> unreadable;
};

/// Imports all audio files under a folder. The audio stays where it is; covers and analysis files go to
/// mediaFolder. A file that cannot be read is listed and the import goes on. A track whose recorded file is
/// gone and whose content is found again gets the new path.
Result<ImportReport> importFolder(Database &database, const QString &mediaFolder, const QString &audioFolder,
                                  const ImportOptions &options, const Progress &progress = {});

/// Likewise for files and folders, as a person drops them on a window. What is no audio by its suffix is not counted.
Result<ImportReport> importPaths(Database &database, const QString &mediaFolder, const QStringList &paths,
                                 const ImportOptions &options, const Progress &progress = {});

} // namespace Luma
