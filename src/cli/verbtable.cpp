// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cli/verbtable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace LumaSync::Cli {

namespace {

using Kind = OptionInfo::Kind;

const OptionInfo help{
    .name = u"help"_s, .letter = u"h"_s, .kind = Kind::Switch, .value = {}, .help = u"Show this help."_s};

QList<OptionInfo> plainOptions(const QList<OptionInfo> &more = {})
{
    return QList<OptionInfo>{
               {.name = u"database"_s,
                .kind = Kind::File,
                .value = u"file"_s,
                .help = u"The library: an SQLite file."_s,
                .variable = u"LUMASYNC_DATABASE"_s},
               {.name = u"schema"_s,
                .kind = Kind::File,
                .value = u"file"_s,
                .help = u"Which tables and files are backed up. Default: lumasync.json beside the library."_s,
                .variable = u"LUMASYNC_SCHEMA"_s},
               {.name = u"json"_s, .help = u"One JSON object on each line of the output."_s},
               {.name = u"quiet"_s, .letter = u"q"_s, .help = u"Say nothing but what went wrong."_s},
           } +
           more + QList{help};
}

QList<OptionInfo> projectOptions(const QList<OptionInfo> &more)
{
    return plainOptions(QList<OptionInfo>{
                            {.name = u"url"_s,
                             .kind = Kind::Text,
                             .value = u"url"_s,
                             .help = u"The project's URL, like https://abcdefgh.supabase.co."_s,
                             .variable = u"LUMASYNC_URL"_s},
                            {.name = u"key"_s,
                             .kind = Kind::Text,
                             .value = u"key"_s,
                             .help = u"The project's publishable key."_s,
                             .variable = u"LUMASYNC_KEY"_s},
                            {.name = u"email"_s,
                             .kind = Kind::Text,
                             .value = u"address"_s,
                             .help = u"The account. Its password comes from LUMASYNC_PASSWORD or is asked for."_s,
                             .variable = u"LUMASYNC_EMAIL"_s},
                            {.name = u"sign-up"_s, .help = u"Make the account first."_s},
                        } +
                        more);
}

const OptionInfo noFiles{.name = u"no-files"_s, .help = u"Tables only."_s};

const OptionInfo migrations{.name = u"migrations"_s,
                            .kind = Kind::Folder,
                            .value = u"folder"_s,
                            .help = u"The project's migrations. Default: supabase/migrations here."_s};

const OptionInfo attachment{.name = u"file"_s,
                            .kind = Kind::Text,
                            .value = u"table.column"_s,
                            .help = u"A column that holds paths of files to back up, like notes.attachment_path or "
                                    "notes.attachment_path=bucket. May be given several times."_s};

const OptionInfo cache{
    .name = u"cache"_s, .kind = Kind::Folder, .value = u"folder"_s, .help = u"Where packages are built."_s};

const OptionInfo timeout{.name = u"timeout"_s,
                         .kind = Kind::Text,
                         .value = u"seconds"_s,
                         .help = u"Give up when nothing moves for this many seconds; 0: never. Default 300."_s};

const OptionInfo interval{.name = u"interval"_s,
                          .kind = Kind::Text,
                          .value = u"seconds"_s,
                          .help = u"Look for changed rows this often. Default 60."_s};

QList<WordInfo> queueWords()
{
    return {
        {.name = u"list"_s, .help = u"Say what waits, is under way or failed, with its number (the default)."_s},
        {.name = u"retry"_s,
         .rest = u"[number...]"_s,
         .help = u"Try failed uploads again at once; without a number all of them, and refused rows."_s},
        {.name = u"remove"_s,
         .rest = u"number..."_s,
         .help = u"Forget an upload and what was sent of it; a file that the library still has begins anew."_s,
         .isNeeded = true},
        {.name = u"exclude"_s,
         .rest = u"number..."_s,
         .help = u"Leave all files of that upload's track out."_s,
         .isNeeded = true},
        {.name = u"include"_s, .rest = u"number..."_s, .help = u"Take them in again."_s, .isNeeded = true},
    };
}

QList<VerbInfo> makeVerbs()
{
    return {
        {.name = u"init"_s,
         .summary = u"look at a database, write its description and the project's SQL"_s,
         .options = plainOptions({migrations, attachment})},
        {.name = u"diff"_s,
         .summary = u"write the project's next SQL after the database has changed"_s,
         .options = plainOptions({migrations})},
        {.name = u"doctor"_s,
         .summary = u"see whether library, project and this machine fit together"_s,
         .options = projectOptions({migrations}),
         .project = VerbInfo::Project::Wanted},
        {.name = u"sync"_s,
         .summary = u"back up once, until nothing is left: rows and files"_s,
         .options = projectOptions({noFiles, cache, timeout}),
         .project = VerbInfo::Project::Needed},
        {.name = u"watch"_s,
         .summary = u"stay and back up what changes, until Ctrl-C"_s,
         .options = projectOptions({noFiles, cache, interval}),
         .project = VerbInfo::Project::Needed},
        {.name = u"status"_s,
         .summary = u"say what waits, was refused or failed, without the network"_s,
         .options = plainOptions()},
        {.name = u"verify"_s,
         .summary = u"read everything back and compare it with the library"_s,
         .options = projectOptions({noFiles}),
         .project = VerbInfo::Project::Needed},
        {.name = u"queue"_s,
         .summary = u"list the files that are to be uploaded, or change what becomes of them"_s,
         .options = plainOptions({{.name = u"all"_s, .help = u"List what was uploaded, too."_s}}),
         .words = queueWords()},
        {.name = u"pause"_s,
         .summary = u"send nothing of this library until 'resume', whichever program runs"_s,
         .options = plainOptions()},
        {.name = u"resume"_s, .summary = u"end the pause"_s, .options = plainOptions()},
        {.name = u"completion"_s,
         .summary = u"print the completion script of a shell"_s,
         .options = {help},
         .words = {{.name = u"bash"_s}, {.name = u"zsh"_s}, {.name = u"fish"_s}},
         .needsWord = true,
         .usesLibrary = false},
    };
}

} // namespace

const QList<VerbInfo> &verbs()
{
    static const QList<VerbInfo> list = makeVerbs();
    return list;
}

const VerbInfo *findVerb(const QString &name)
{
    const auto found = std::ranges::find(verbs(), name, &VerbInfo::name);
    return found == verbs().end() ? nullptr : &*found;
}

} // namespace LumaSync::Cli
