// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/uploadkind.h"

#include <QString>
#include <QStringList>

namespace LumaSync {

/// Where an upload goes: a bucket and a name pattern with "{name}" (the owner's content hash) and "{ext}".
struct ObjectPattern
{
    QString bucket;
    QString pattern; ///< below the user's own folder, for instance "{name}.{ext}"
};

/// Which columns of the host's schema say what files a row has. A plain value; luma() is the shipped preset.
struct MediaDescription
{
    QString table;       ///< owner of the files, for instance "tracks"
    QString key;         ///< its key column
    QString nameColumn;  ///< content hash, the name of the objects
    QString titleColumn; ///< for people

    struct File
    {
        QString pathColumn;
        QString storageColumn; ///< gets the storage path after the upload
        ObjectPattern object;
    };
    File audio;
    File artwork; ///< uploaded as a thumbnail; the full picture travels in the package

    /// Side tables of the package; each refers to the owner by its column `ownerKey`.
    struct Package
    {
        ObjectPattern object;
        QString ownerKey;

        QString logitsTable;
        QString logitsPathColumn;
        QString logitsStorageColumn;

        QString stemsTable;
        QString stemNameColumn;
        QString stemPathColumn;
        QString stemStorageColumn;
        QStringList stems; ///< all of them must be there

        QString waveformTable;
        QString samplesColumn; ///< must be filled
        QString colorsColumn;
        QString bandsColumn;
        QString sampleRateColumn;
        QStringList waveformRevision; ///< columns that change whenever the waveform does
    };
    Package package;

    [[nodiscard]] const ObjectPattern &object(UploadKind kind) const;
    /// The object's name below the user's folder, for instance "abc.mp3". `path` gives the extension.
    [[nodiscard]] QString objectName(UploadKind kind, const QString &name, const QString &path) const;

    [[nodiscard]] static MediaDescription luma();
};

/// The suffix of `path` in lower case where it is 1 to 8 ASCII letters or digits, else "bin".
[[nodiscard]] QString plainSuffix(const QString &path);

} // namespace LumaSync
