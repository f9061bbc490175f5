// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

namespace LumaSync {

/// Sizes, rates and times in the words of QLocale() and of the installed translation.
class Format
{
    Q_DECLARE_TR_FUNCTIONS(LumaSync::Format)
public:
    /// "12.3 MB"
    [[nodiscard]] static QString bytes(qint64 count);
    /// "1.2 MB/s"
    [[nodiscard]] static QString rate(double bytesPerSecond);
    /// A rough length of time, rounded up: "less than a minute", "2 min", "1 h 20 min", "3 days".
    [[nodiscard]] static QString duration(qint64 seconds);
    /// "14:05", with the date where it is not today.
    [[nodiscard]] static QString moment(const QDateTime &time, const QDateTime &now);
    /// Plural forms take an int; a number beyond it reads the same in every language.
    [[nodiscard]] static int plural(qint64 count);
    /// A sentence: "Last sync 3 minutes ago." An invalid `time` means never.
    [[nodiscard]] static QString lastSync(const QDateTime &time, const QDateTime &now);
};

} // namespace LumaSync
