// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/bandwidth.h"

#include "ui/format.h"

#include <algorithm>

namespace LumaSync {

const QList<qint64> &Bandwidth::presets()
{
    static const QList<qint64> limits{0, 250'000, 500'000, 1'000'000, 2'000'000, 5'000'000, 10'000'000};
    return limits;
}

QList<qint64> Bandwidth::choices(qint64 limit)
{
    QList<qint64> limits = presets();
    if (!limits.contains(limit)) {
        limits.append(limit);
        std::ranges::sort(limits);
    }
    return limits;
}

QString Bandwidth::label(qint64 limit)
{
    return limit == 0 ? tr("No limit") : Format::rate(static_cast<double>(limit));
}

} // namespace LumaSync
