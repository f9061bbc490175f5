// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QList>

namespace LumaSync {

/// The upload limits that menus and settings offer. Bytes per second; 0: no limit.
class Bandwidth
{
    Q_DECLARE_TR_FUNCTIONS(LumaSync::Bandwidth)
public:
    [[nodiscard]] static const QList<qint64> &presets();
    /// The presets, and `limit` in its place where it is none of them.
    [[nodiscard]] static QList<qint64> choices(qint64 limit);
    [[nodiscard]] static QString label(qint64 limit);
};

} // namespace LumaSync
