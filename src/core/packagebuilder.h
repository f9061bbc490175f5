// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/constants.h"
#include "net/error.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <stop_token>

QT_FORWARD_DECLARE_CLASS(QIODevice)

namespace LumaSync {

/// One file of a package: from the disk, or from memory where `path` is empty.
struct PackageEntry
{
    QString name; ///< its path inside the archive, ASCII
    QString path{};
    QByteArray content{};
};

/// What a package is made of, in the order in which it is written. A pure value.
struct PackageSource
{
    QString name; ///< of the package file without its suffix, for instance "abc_analysis"
    QList<PackageEntry> entries;
};

struct PackageResult
{
    Error error{};
    QString path{}; ///< of the finished package; empty where there is an error
    qint64 size = 0;
    QByteArray sha256{}; ///< lower-case hexadecimal
};

struct PackageSettings
{
    QString folder{}; ///< private to the module, see PackageFolder
    int level = PACKAGE_COMPRESSION_LEVEL;
    int workers = 0;                                    ///< compression threads; 0: by the machine
    std::function<qint64(const QString &)> freeBytes{}; ///< space left in a folder; empty: ask the system
};

/// Builds `{name}.tar.zst` from its sources without a copied tree: files -> tar -> zstd -> one temporary
/// file, renamed when complete. Blocks; call it from a helper thread. Memory stays flat whatever the sizes.
/// The same contents give the same bytes: order, owner, mode and times are fixed, and so are the compressor's
/// settings (a different release of libzstd may give different bytes). After an error, a cancel included,
/// nothing is left behind; a cancel takes the temporary file away before it returns, build() itself goes on
/// until libzstd lets go, at the highest levels for seconds. Errors: Canceled, File (codes "missing", "unreadable",
/// "changed", "toolarge", "write", "folder"), DiskFull, Configuration.
class PackageBuilder
{
public:
    explicit PackageBuilder(PackageSettings settings);

    [[nodiscard]] PackageResult build(const PackageSource &source, std::stop_token cancel = {}) const;

    /// The archive alone, to any device that is open for writing.
    [[nodiscard]] static Error write(const PackageSource &source, QIODevice *target, const PackageSettings &settings,
                                     std::stop_token cancel = {});

private:
    [[nodiscard]] Error checkSpace(const PackageSource &source) const;

    PackageSettings m_settings;
};

} // namespace LumaSync
