// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/error.h"

#include <QList>

namespace LumaSync {

/// A table that the cloud does not take, with the one reason for all its rows.
struct ParkedTable
{
    QString table;
    Error reason;
};

/// What one table cycle did. A value that crosses threads.
struct CycleReport
{
    Error error;            ///< why it ended early; none when it went through
    qint64 rowsSent = 0;    ///< rows acknowledged by the cloud
    qint64 rowsDeleted = 0; ///< deletions acknowledged
    qint64 bytesSent = 0;   ///< JSON bytes of the acknowledged requests
    int requests = 0;
    int refused = 0;       ///< rows newly held back, each with its reason in the library
    int held = 0;          ///< rows that wait: refused ones and those that depend on them
    bool moreToDo = false; ///< another cycle soon would get further
    QList<ParkedTable> parked;
};

} // namespace LumaSync

Q_DECLARE_METATYPE(LumaSync::CycleReport)
