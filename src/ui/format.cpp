// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/format.h"

#include <QLocale>

#include <algorithm>

namespace LumaSync {

QString Format::bytes(qint64 count)
{
    const int digits = count < 1'000'000 || (count >= 100'000'000 && count < 1'000'000'000) ? 0 : 1;
    return QLocale().formattedDataSize(count, digits, QLocale::DataSizeSIFormat);
}

QString Format::rate(double bytesPerSecond)
{
    //: A transfer rate; %1 is a size such as "1.2 MB"
    return tr("%1/s").arg(bytes(qRound64(bytesPerSecond)));
}

QString Format::duration(qint64 seconds)
{
    if (seconds < 60)
        return tr("less than a minute");
    const qint64 minutes = (seconds + 59) / 60;
    if (minutes < 60)
        return tr("%Ln min", nullptr, static_cast<int>(minutes));
    const qint64 hours = minutes / 60;
    if (hours < 24)
        //: Hours and minutes
        return tr("%1 h %2 min").arg(QLocale().toString(hours), QLocale().toString(minutes % 60));
    return tr("%Ln day(s)", nullptr, static_cast<int>(qMin<qint64>(9999, (hours + 12) / 24)));
}

QString Format::moment(const QDateTime &time, const QDateTime &now)
{
    const QDateTime local = time.toLocalTime();
    const QString clock = QLocale().toString(local.time(), QLocale::ShortFormat);
    if (local.date() == now.toLocalTime().date())
        return clock;
    return QLocale().toString(local, QLocale::ShortFormat);
}

int Format::plural(qint64 count)
{
    return static_cast<int>(std::clamp<qint64>(count, 0, 2'000'000'000));
}

QString Format::lastSync(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return tr("Nothing has been synced yet.");
    const qint64 minutes = time.secsTo(now) / 60;
    if (minutes < 1) // a clock that was set back included
        return tr("Last sync just now.");
    if (minutes < 60)
        return tr("Last sync %Ln minute(s) ago.", nullptr, static_cast<int>(minutes));
    const QDateTime local = time.toLocalTime();
    const QString clock = QLocale().toString(local.time(), QLocale::ShortFormat);
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return tr("Last sync today at %1.").arg(clock);
    if (days == 1)
        return tr("Last sync yesterday at %1.").arg(clock);
    return tr("Last sync on %1.").arg(QLocale().toString(local.date(), QLocale::LongFormat));
}

} // namespace LumaSync
