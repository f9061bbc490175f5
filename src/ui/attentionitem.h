// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/syncitems.h"
#include "core/syncstatus.h"

#include <QCoreApplication>
#include <QList>

namespace LumaSync {

/// One thing that needs a person, however many rows or files it is about. A value.
struct AttentionItem
{
    enum class Type { Problem, RefusedRows, FailedUploads };
    enum class Remedy { Retry, SignIn, Adopt };

    Type type = Type::Problem;
    Error::Kind kind = Error::Kind::None;
    QString table{};         ///< of refused rows; empty where they are not known yet
    qint64 count = 1;        ///< rows or files
    QString details{};       ///< technical, English, without secrets; a line for each row or file, the first hundred
    QDateTime nextAttempt{}; ///< UTC; the earliest; invalid: none is planned
    Error problem{};         ///< for Problem
    qint64 firstJob = 0;     ///< for FailedUploads
    QString firstPath{};

    bool operator==(const AttentionItem &other) const;
};

/// Sorts what needs attention into few items: by table and code, or by the kind of failure. The sum of their counts is
/// what `status` counts, whatever the lists (which may be older, or cut) say.
[[nodiscard]] QList<AttentionItem> attentionItems(const SyncStatus &status, const QList<UploadItem> &uploads,
                                                  const QList<RefusedRow> &refused);

/// The words for an AttentionItem. GUI thread.
class AttentionText
{
    Q_DECLARE_TR_FUNCTIONS(LumaSync::AttentionText)
public:
    [[nodiscard]] static QString title(const AttentionItem &item);
    [[nodiscard]] static QString advice(const AttentionItem &item);
    /// "Next try at 14:05.", or empty.
    [[nodiscard]] static QString nextTry(const AttentionItem &item, const QDateTime &now);
    [[nodiscard]] static AttentionItem::Remedy remedy(const AttentionItem &item);
    [[nodiscard]] static QString remedyText(const AttentionItem &item);

private:
    [[nodiscard]] static QString failedTitle(Error::Kind kind, int count);
};

} // namespace LumaSync

Q_DECLARE_METATYPE(LumaSync::AttentionItem)
