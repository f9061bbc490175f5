// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "../core/syncstatus.h"

#include <LumaSync/ui/export.h>

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

#include <optional>

namespace LumaSync {

/// The words for a SyncStatus, for everything that shows or reads one out. Complete sentences, translated, none of them
/// put together from pieces. A value; GUI thread (translations).
class LUMASYNC_UI_EXPORT StatusText
{
    Q_DECLARE_TR_FUNCTIONS(LumaSync::StatusText)
public:
    /// `now` is UTC, for "two minutes ago".
    explicit StatusText(const SyncStatus &status, const QDateTime &now = QDateTime::currentDateTimeUtc());

    /// "Everything is backed up" only if SyncStatus::isEverythingBackedUp().
    [[nodiscard]] QString headline() const;
    /// The line below: what is left and how long it takes, or when the last sync was.
    [[nodiscard]] QString detail() const;
    /// One line for a tray icon: "3 uploads left, 2 min".
    [[nodiscard]] QString tooltip() const;
    /// For screen readers: headline and detail.
    [[nodiscard]] QString accessibleText() const;

    /// Until all uploads are done at the rate of now, or of the last upload in the moment between two; nothing where
    /// that is not known.
    [[nodiscard]] std::optional<qint64> secondsLeft() const;
    /// Things that may need a person: refused rows, failed uploads, and the problem that stands in the way of all.
    [[nodiscard]] static qint64 attentionCount(const SyncStatus &status);
    /// Whether SyncStatus::problem says more than the counts do.
    [[nodiscard]] static bool hasProblem(const SyncStatus &status);
    /// "Next try at 14:05."; empty where `time` is invalid or over.
    [[nodiscard]] static QString nextTry(const QDateTime &time, const QDateTime &now);
    /// The sentence that headline() says only then.
    [[nodiscard]] static QString everythingBackedUp();

private:
    [[nodiscard]] QString waitingHeadline() const;
    [[nodiscard]] QString attentionHeadline() const;
    [[nodiscard]] QString uploadDetail() const;
    [[nodiscard]] QString holdDetail() const;
    [[nodiscard]] QString waitingDetail() const;

    SyncStatus m_status;
    QDateTime m_now;
};

} // namespace LumaSync
