// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cli/completion.h"

#include "cli/verbtable.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace LumaSync::Cli {

namespace {

using Kind = OptionInfo::Kind;

/// In single quotes, for any of the three shells. No text of the table has a backslash.
QString shellQuoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

QStringList names(const QList<WordInfo> &words)
{
    QStringList list;
    for (const WordInfo &word : words)
        list.append(word.name);
    return list;
}

QStringList verbNames()
{
    QStringList list;
    for (const VerbInfo &verb : verbs())
        list.append(verb.name);
    return list;
}

QStringList dashed(const QList<OptionInfo> &options)
{
    QStringList list;
    for (const OptionInfo &option : options) {
        if (!option.letter.isEmpty())
            list.append(u'-' + option.letter);
        list.append(u"--"_s + option.name);
    }
    return list;
}

// --- bash: its words are split at "=", so that "--database=x" arrives in three pieces --------------------------------

QString bashVerb(const VerbInfo &verb)
{
    QString values;
    for (const OptionInfo &option : verb.options) {
        if (option.kind == Kind::Switch)
            continue;
        const QString offer = option.kind == Kind::File     ? u"compgen -f -- \"$cur\""_s
                              : option.kind == Kind::Folder ? u"compgen -d -- \"$cur\""_s
                                                            : u":"_s;
        values +=
            u"                --"_s + option.name + u") mapfile -t COMPREPLY < <("_s + offer + u"); return ;;\n"_s;
    }
    QString text = u"        "_s + verb.name + u")\n"_s;
    if (!values.isEmpty())
        text += u"            case $prev in\n"_s + values + u"            esac\n"_s;
    text += u"            words="_s + shellQuoted(dashed(verb.options).join(u' ')) + u'\n';
    if (!verb.words.isEmpty())
        text += u"            [ \"$COMP_CWORD\" = 2 ] && words+="_s + shellQuoted(u' ' + names(verb.words).join(u' ')) +
                u'\n';
    return text + u"            ;;\n"_s;
}

QString bashScript()
{
    QString text = u"# Completion of lumasync for bash 4 and later: source <(lumasync completion bash)\n"
                   "_lumasync() {\n"
                   "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} words=\n"
                   "    if [ \"$cur\" = = ]; then\n"
                   "        cur=\n"
                   "    elif [ \"$prev\" = = ] && [ \"$COMP_CWORD\" -gt 2 ]; then\n"
                   "        prev=${COMP_WORDS[COMP_CWORD - 2]}\n"
                   "    fi\n"
                   "    COMPREPLY=()\n"
                   "    if [ \"$COMP_CWORD\" = 1 ]; then\n"
                   "        mapfile -t COMPREPLY < <(compgen -W "_s +
                   shellQuoted(verbNames().join(u' ') + u" --help --version"_s) +
                   u" -- \"$cur\")\n"
                   "        return\n"
                   "    fi\n"
                   "    case ${COMP_WORDS[1]} in\n"_s;
    for (const VerbInfo &verb : verbs())
        text += bashVerb(verb);
    return text + u"    esac\n"
                  "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\")\n"
                  "}\n"
                  "complete -o filenames -F _lumasync lumasync\n"_s;
}

// --- zsh: ":" separates, "[" and "]" enclose
// --------------------------------------------------------------------------

QString zshText(QString text)
{
    return text.replace(u"["_s, u"\\["_s).replace(u"]"_s, u"\\]"_s).replace(u":"_s, u"\\:"_s);
}

QString zshOption(const OptionInfo &option)
{
    QString spec = u"--"_s + option.name;
    QString prefix;
    if (!option.letter.isEmpty()) {
        prefix = shellQuoted(u"(-%1 --%2)"_s.arg(option.letter, option.name)) +
                 u"{-%1,--%2}"_s.arg(option.letter, option.name);
        spec.clear();
    }
    if (option.kind != Kind::Switch)
        spec += u'=';
    spec += u'[' + zshText(option.help) + u']';
    if (option.kind != Kind::Switch)
        spec += u':' + option.value + u':' +
                (option.kind == Kind::File     ? u"_files"_s
                 : option.kind == Kind::Folder ? u"_files -/"_s
                                               : u" "_s);
    return prefix + shellQuoted(spec);
}

QString zshVerb(const VerbInfo &verb)
{
    QStringList specs;
    for (const OptionInfo &option : verb.options)
        specs.append(zshOption(option));
    if (!verb.words.isEmpty()) {
        QString words;
        for (const WordInfo &word : verb.words)
            words += u' ' + word.name + (word.help.isEmpty() ? QString() : u"\\:\""_s + zshText(word.help) + u'"');
        const bool described = !verb.words.first().help.isEmpty();
        specs.append(shellQuoted(u"1:word:"_s + (described ? u"(("_s : u"("_s) + words.trimmed() +
                                 (described ? u"))"_s : u")"_s)));
    }
    return u"        "_s + verb.name + u")\n            _arguments \\\n                "_s +
           specs.join(u" \\\n                "_s) + u"\n            ;;\n"_s;
}

QString zshScript()
{
    QString text =
        u"#compdef lumasync\n"
        "# Completion of lumasync for zsh: a file _lumasync in $fpath, or source <(lumasync completion zsh)\n"
        "_lumasync() {\n"
        "    local -a verbs\n"
        "    verbs=(\n"_s;
    for (const VerbInfo &verb : verbs())
        text += u"        "_s + shellQuoted(verb.name + u':' + verb.summary) + u'\n';
    text += u"    )\n"
            "    if (( CURRENT == 2 )); then\n"
            "        _describe verb verbs\n"
            "        return\n"
            "    fi\n"
            "    local verb=$words[2]\n"
            "    shift words\n"
            "    (( CURRENT-- ))\n"
            "    case $verb in\n"_s;
    for (const VerbInfo &verb : verbs())
        text += zshVerb(verb);
    return text + u"    esac\n"
                  "}\n"
                  "if [ \"$funcstack[1]\" = _lumasync ]; then\n"
                  "    _lumasync \"$@\"\n"
                  "else\n"
                  "    compdef _lumasync lumasync\n"
                  "fi\n"_s;
}

// --- fish
// ---------------------------------------------------------------------------------------------------------------

QString fishVerb(const VerbInfo &verb)
{
    const QString begin =
        u"complete -c lumasync -n "_s + shellQuoted(u"__fish_seen_subcommand_from "_s + verb.name) + u' ';
    QString text;
    for (const OptionInfo &option : verb.options) {
        text += begin + u"-l "_s + option.name;
        if (!option.letter.isEmpty())
            text += u" -s "_s + option.letter;
        if (option.kind == Kind::File)
            text += u" -r -F"_s;
        else if (option.kind == Kind::Folder)
            text += u" -x -a '(__fish_complete_directories)'"_s;
        else if (option.kind == Kind::Text)
            text += u" -x"_s;
        text += u" -d "_s + shellQuoted(option.help) + u'\n';
    }
    const QString first = u"complete -c lumasync -n "_s +
                          shellQuoted(u"__fish_seen_subcommand_from "_s + verb.name +
                                      u"; and not __fish_seen_subcommand_from "_s + names(verb.words).join(u' '));
    for (const WordInfo &word : verb.words)
        text += first + u" -a "_s + word.name + (word.help.isEmpty() ? QString() : u" -d "_s + shellQuoted(word.help)) +
                u'\n';
    return text;
}

QString fishScript()
{
    QString text = u"# Completion of lumasync for fish: lumasync completion fish | source\n"
                   "complete -c lumasync -f\n"_s;
    const QString none =
        u"complete -c lumasync -n "_s + shellQuoted(u"not __fish_seen_subcommand_from "_s + verbNames().join(u' '));
    for (const VerbInfo &verb : verbs())
        text += none + u" -a "_s + verb.name + u" -d "_s + shellQuoted(verb.summary) + u'\n';
    text += none + u" -l version -d 'Print the version.'\n"_s + none + u" -l help -d 'Show the help.'\n"_s;
    for (const VerbInfo &verb : verbs())
        text += fishVerb(verb);
    return text;
}

} // namespace

QString completionScript(const QString &shell)
{
    if (shell == "bash"_L1)
        return bashScript();
    if (shell == "zsh"_L1)
        return zshScript();
    return shell == "fish"_L1 ? fishScript() : QString();
}

} // namespace LumaSync::Cli
