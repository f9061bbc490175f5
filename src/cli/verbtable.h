// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

namespace LumaSync::Cli {

/// One option of a verb, as the command line, --help and the completion of the shells know it.
struct OptionInfo
{
    enum class Kind {
        Switch, ///< has no value
        Text,
        File,
        Folder,
    };
    QString name;     ///< without its dashes
    QString letter{}; ///< its short form; empty: it has none
    Kind kind = Kind::Switch;
    QString value{};    ///< what stands for the value in the help
    QString help{};     ///< one sentence
    QString variable{}; ///< of the environment, that stands for it; empty: none does
};

/// A word that may follow a verb.
struct WordInfo
{
    QString name;
    QString rest{}; ///< what may follow it, for the help
    QString help{};
    bool isNeeded = false; ///< at least one of `rest`
};

/// One thing that the program can do.
struct VerbInfo
{
    enum class Project { None, Wanted, Needed };
    QString name;
    QString summary;
    QList<OptionInfo> options{};
    QList<WordInfo> words{};         ///< the first word behind the verb is one of these
    bool needsWord = false;          ///< and must not be left out
    bool usesLibrary = true;         ///< wants --database
    Project project = Project::None; ///< whether --url, --key and --email are read, and must be there
};

/// The one table from which the command line is read, the help written and the completion made.
[[nodiscard]] const QList<VerbInfo> &verbs();

/// Nothing where there is no such verb.
[[nodiscard]] const VerbInfo *findVerb(const QString &name);

} // namespace LumaSync::Cli
