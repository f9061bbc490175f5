// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>
#include <QObject>

namespace Luma {

/// Reads covers at the size of the table. Thread: one of its own. Owner: MainWindow, by its thread.
class CoverLoader : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    static constexpr int side = 96; ///< pixels; 48 at twice the resolution

public Q_SLOTS:
    void load(const QString &path);

Q_SIGNALS:
    /// A null image where there is none.
    void loaded(const QString &path, const QImage &image);
};

} // namespace Luma
