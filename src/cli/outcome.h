// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/error.h"

#include <QString>

namespace LumaSync::Cli {

/// What the program ends with. Documented in docs/command-line.md and in --help; the numbers are stable.
enum class ExitCode {
    Ok = 0,            ///< everything is backed up, or the same
    Left = 1,          ///< something is left to be synced, or differs
    Usage = 2,         ///< the command line is wrong
    Library = 3,       ///< the library cannot be used
    Network = 4,       ///< the project cannot be reached, or cannot serve
    SignIn = 5,        ///< the key, the account or the session is refused
    Refused = 6,       ///< rows or files were refused or failed
    Files = 7,         ///< a disk is full, or a file cannot be read or written
    TimedOut = 8,      ///< nothing moved for --timeout
    Interrupted = 130, ///< by Ctrl-C or SIGTERM
};

/// How a verb ended.
struct Outcome
{
    ExitCode code = ExitCode::Ok;
    QString sentence{}; ///< what is wrong and what to do; empty where nothing is
    Error error{};      ///< the reason, for --json
};

/// The exit code and the sentence for an error. `host`: the project's host, for people. Pure.
[[nodiscard]] Outcome outcomeOf(const Error &error, const QString &host);

} // namespace LumaSync::Cli
