// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/error.h"

#include <QList>
#include <QObject>

namespace LumaSync {

/// One thing that is not in the cloud as it is in the library. Names, never contents.
struct VerifyDifference
{
    Q_GADGET
public:
    enum class Kind {
        Missing,    ///< in the library, not in the cloud
        Extra,      ///< in the cloud, not in the library
        Different,  ///< in both, not the same
        Unreadable, ///< the library's side cannot be read or cannot travel; `detail` says why
    };
    Q_ENUM(Kind)

    Kind kind = Kind::Missing;
    QString place{};        ///< the table, or the bucket
    QString id{};           ///< the row's cloud id, or the object's name
    QString key{};          ///< the row's local key as SQL literals; for people
    QString column{};       ///< the first column that differs
    QString detail{};       ///< one sentence more, where there is something to say
    bool isWaiting = false; ///< it waits for the next sync: what differs was changed since, or was never sent

    bool operator==(const VerifyDifference &) const = default;
};

/// How far a verification is. A value that crosses threads.
struct VerifyProgress
{
    QString place; ///< the table being looked at, or "files"
    qint64 rows = 0;
    qint64 rowsTotal = 0;
    qint64 objects = 0;
    qint64 objectsTotal = 0;
    qint64 bytes = 0; ///< of objects, read back
};

/// What a verification found.
struct VerifyReport
{
    static constexpr qsizetype shownDifferences = 20;

    Error error;                   ///< why it could not be carried through
    qint64 tables = 0;             ///< compared to the end
    qint64 rows = 0;               ///< rows compared, those that differ included
    qint64 objects = 0;            ///< objects read back and compared
    qint64 bytes = 0;              ///< of these objects
    qint64 excluded = 0;           ///< uploads left out by choice; they are no difference
    qint64 differences = 0;        ///< all of them
    qint64 waiting = 0;            ///< those of them that the next sync sends
    QList<VerifyDifference> first; ///< the first `shownDifferences`

    [[nodiscard]] bool isSame() const { return !error && differences == 0; }
    void add(const VerifyDifference &difference)
    {
        waiting += difference.isWaiting ? 1 : 0;
        if (++differences <= shownDifferences)
            first.append(difference);
    }
};

} // namespace LumaSync

Q_DECLARE_METATYPE(LumaSync::VerifyDifference)
Q_DECLARE_METATYPE(LumaSync::VerifyProgress)
Q_DECLARE_METATYPE(LumaSync::VerifyReport)
