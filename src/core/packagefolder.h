// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/error.h"

#include <QSet>
#include <QString>

namespace LumaSync {

/// The module's private folder for packages on their way to the cloud: mode 0700, files 0600.
class PackageFolder
{
public:
    explicit PackageFolder(QString path);

    [[nodiscard]] const QString &path() const { return m_path; }
    /// Makes the folder and takes everybody else's rights away.
    [[nodiscard]] Error prepare() const;
    /// `{name}.tar.zst`: a complete package.
    [[nodiscard]] QString packagePath(const QString &name) const;
    /// A name for a package being written; different at each call.
    [[nodiscard]] QString temporaryPath(const QString &name) const;
    /// Removes what an earlier run left: unfinished packages, and complete ones that are not in `keep`.
    /// Touches nothing else. Returns how many files went.
    qsizetype sweep(const QSet<QString> &keep = {}) const;

private:
    QString m_path;
};

} // namespace LumaSync
