// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "database.h"
#include "folderimport.h"
#include "generator.h"
#include "hostedits.h"

#include <QMap>

#include <memory>

namespace Luma {

/// The reference app's library: a folder with luma.sqlite and media/. This is the host's side: it writes
/// through its own SQL with foreign keys on, and knows nothing of a backup. Thread: the one that created or
/// opened it (one connection).
class LumaLibrary
{
public:
    /// A new, empty library; the folder is made when it is missing. Fails when it holds a library already.
    static Result<LumaLibrary> create(const QString &folder);
    static Result<LumaLibrary> open(const QString &folder);
    static Result<LumaLibrary> openOrCreate(const QString &folder);
    static QString databasePath(const QString &folder);

    QString folder() const { return m_folder; }
    QString databasePath() const { return databasePath(m_folder); }
    QString mediaFolder() const;
    /// For statements of one's own, as the app would run them.
    Database &database() { return *m_database; }

    /// Precondition: the library is empty.
    Result<GenerateSummary> generate(const GenerateOptions &options, const Progress &progress = {});
    Result<ImportReport> importFolder(const QString &audioFolder, const ImportOptions &options = {},
                                      const Progress &progress = {});
    Result<ImportReport> importPaths(const QStringList &paths, const ImportOptions &options = {},
                                     const Progress &progress = {});
    Result<EditReport> editSomeRows(quint64 seed, const EditOptions &options = {});

    /// Rows of the thirteen synced tables and of settings.
    Result<QMap<QString, qint64>> rowCounts();
    /// All rows as text in the order of the keys, with this folder's path written as "{library}", so that two
    /// libraries in different folders compare equal when their content is.
    Result<QByteArray> dump();

private:
    LumaLibrary(QString folder, std::unique_ptr<Database> database);
    static Result<LumaLibrary> make(const QString &folder, Database::Mode mode);

    QString m_folder;
    std::unique_ptr<Database> m_database;
};

} // namespace Luma
