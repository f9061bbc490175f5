// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/syncitems.h"

#include <QCoreApplication>
#include <QDateTime>

namespace LumaSync {

/// One line of the upload list: what the queue says, and, for the upload under way, how fast it goes.
struct UploadRow : UploadItem
{
    bool isCurrent = false;
    bool isPreparing = false;
    double bytesPerSecond = 0;

    [[nodiscard]] bool isFailed() const;
    /// Waiting for a time, not for its turn.
    [[nodiscard]] bool isDelayed(const QDateTime &now) const;
    /// 0 to 1; less than 0 where the size is not known.
    [[nodiscard]] double fraction() const;
};

/// The words for one upload. A value; GUI thread.
class UploadText
{
    Q_DECLARE_TR_FUNCTIONS(LumaSync::UploadText)
public:
    explicit UploadText(const UploadRow &row, const QDateTime &now = QDateTime::currentDateTimeUtc());

    /// The track's title, else the file's name.
    [[nodiscard]] QString title() const;
    /// "Audio, 32.1 MB"; "Audio" where state() says the size.
    [[nodiscard]] QString description() const;
    /// "12.0 MB of 32.1 MB at 1.2 MB/s", "Next try at 14:05", ...
    [[nodiscard]] QString state() const;
    /// The rest of the time, for the upload under way; empty where it is not known.
    [[nodiscard]] QString remaining() const;
    /// All of it, for screen readers.
    [[nodiscard]] QString accessibleText() const;

    /// "Audio files", for lists of kinds.
    [[nodiscard]] static QString kindName(const QString &kind);

private:
    [[nodiscard]] bool saysSize() const; ///< whether state() does

    UploadRow m_row;
    QDateTime m_now;
};

} // namespace LumaSync

Q_DECLARE_METATYPE(LumaSync::UploadRow)
