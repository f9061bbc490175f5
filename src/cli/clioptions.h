// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/outcome.h"
#include "core/schemadescription.h"
#include "net/project.h"

#include <QProcessEnvironment>
#include <QStringList>

#include <chrono>

namespace LumaSync::Cli {

/// What a person asked for, checked.
struct Options
{
    QString verb;
    QStringList words; ///< behind the verb
    QString database;
    Project project; ///< of verbs that use the network
    QString email;
    QString cacheFolder;
    QString schemaFile;            ///< --schema; empty: see chooseSchema()
    SchemaDescription description; ///< what was chosen; of verbs that need one
    QString migrations;            ///< folder of the project's migrations
    QStringList attachments;       ///< of init: "TABLE.COLUMN" or "TABLE.COLUMN=BUCKET"
    bool json = false;
    bool quiet = false;
    bool all = false; ///< of queue: what was uploaded, too
    bool files = true;
    bool signUp = false;
    std::chrono::seconds timeout{300}; ///< 0: none
    std::chrono::seconds interval{60}; ///< of watch, between two table cycles
};

/// What came of the command line: options to run with, a text to show, or a usage error.
struct ParsedLine
{
    Options options{};
    QString text{};    ///< for --help and --version
    Outcome outcome{}; ///< of a wrong line
};

/// Reads `arguments` (without the program's name) and, where an option is missing, the environment: LUMASYNC_DATABASE,
/// LUMASYNC_URL, LUMASYNC_KEY, LUMASYNC_EMAIL. The password is never part of a command line, see askPassword(). Pure.
[[nodiscard]] ParsedLine parseLine(const QStringList &arguments, const QProcessEnvironment &environment);

} // namespace LumaSync::Cli
