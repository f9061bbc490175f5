// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cli/clioptions.h"

#include "cli/completion.h"
#include "cli/verbtable.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace LumaSync::Cli {

namespace {

QString helpText()
{
    QString text = u"lumasync backs up an SQLite library and its media files to a Supabase project.\n\n"
                   "usage: lumasync VERB [options]\n\n"_s;
    for (const VerbInfo &verb : verbs())
        text += u"  "_s + verb.name.leftJustified(12) + verb.summary + u'\n';
    return text +
           u"\n'lumasync VERB --help' lists the options of a verb.\n\n"
           "Environment: LUMASYNC_DATABASE, LUMASYNC_SCHEMA, LUMASYNC_URL, LUMASYNC_KEY and LUMASYNC_EMAIL stand for "
           "the options of the "
           "same\n"
           "names; LUMASYNC_PASSWORD is the password, which is asked for on a terminal where it is not set.\n\n"
           "Exit codes: 0 all well; 1 something is left, differs or is paused; 2 wrong usage; 3 the library cannot be "
           "used;\n"
           "4 the project cannot be reached; 5 key, account or session refused; 6 rows or files refused or failed;\n"
           "7 disk full or a file unreadable; 8 nothing moved for --timeout; 130 interrupted.\n"_s;
}

ParsedLine usageError(const QString &sentence)
{
    return {.outcome = {ExitCode::Usage,
                        sentence,
                        {.kind = Error::Kind::Configuration, .code = u"usage"_s, .message = sentence}}};
}

void addOptions(QCommandLineParser &parser, const VerbInfo &verb)
{
    QString description = u"lumasync "_s + verb.name + u": "_s + verb.summary + u'.';
    if (!verb.words.isEmpty()) {
        QStringList names;
        for (const WordInfo &word : verb.words) {
            names.append(word.name);
            if (!word.help.isEmpty())
                description += u"\n  "_s + QString(word.name + u' ' + word.rest).leftJustified(21) + word.help;
        }
        parser.addPositionalArgument(u"word"_s, names.join(u", "_s) + u'.',
                                     (verb.needsWord ? u"%1"_s : u"[%1]"_s).arg(names.join(u" | "_s)));
    }
    parser.setApplicationDescription(description);
    for (const OptionInfo &option : verb.options) {
        const QStringList names =
            option.letter.isEmpty() ? QStringList{option.name} : QStringList{option.letter, option.name};
        const QString text = option.variable.isEmpty() ? option.help : option.help + u' ' + option.variable + u'.';
        parser.addOption({names, text, option.value});
    }
}

/// An option's value, or the variable's that stands for it.
class Values
{
public:
    Values(const QCommandLineParser &parser, const QProcessEnvironment &environment)
        : m_parser(parser)
        , m_environment(environment)
    {
    }
    [[nodiscard]] QString text(const QString &name) const
    {
        return m_parser.isSet(name) ? m_parser.value(name) : m_environment.value(u"LUMASYNC_"_s + name.toUpper());
    }

private:
    const QCommandLineParser &m_parser;
    const QProcessEnvironment &m_environment;
};

QString missing(const QString &what, const QString &name)
{
    return what + u" is missing: give --"_s + name + u" or set LUMASYNC_"_s + name.toUpper() + u'.';
}

/// The number of an option that is set; nothing where it is none of at least `least`.
std::optional<std::chrono::seconds> seconds(const QString &text, int least)
{
    bool good = false;
    const int number = text.toInt(&good);
    return good && number >= least && number <= 1'000'000 ? std::optional(std::chrono::seconds(number)) : std::nullopt;
}

bool has(const VerbInfo &verb, const QString &option)
{
    return std::ranges::find(verb.options, option, &OptionInfo::name) != verb.options.end();
}

ParsedLine readProject(const QCommandLineParser &parser, const VerbInfo &verb, const Values &values, ParsedLine line)
{
    Options &options = line.options;
    const QString url = values.text(u"url"_s);
    const QString key = values.text(u"key"_s);
    options.email = values.text(u"email"_s);
    if (verb.project == VerbInfo::Project::Wanted && url.isEmpty())
        return line;
    if (url.isEmpty())
        return usageError(missing(u"The project's URL"_s, u"url"_s));
    if (key.isEmpty())
        return usageError(missing(u"The project's publishable key"_s, u"key"_s));
    if (options.email.isEmpty() && verb.project == VerbInfo::Project::Needed)
        return usageError(missing(u"The account's e-mail address"_s, u"email"_s));
    const auto project = Project::make(url, key.toUtf8());
    if (!project)
        return usageError(project.error().message);
    options.project = *project;
    options.signUp = parser.isSet(u"sign-up"_s);
    if (has(verb, u"no-files"_s))
        options.files = !parser.isSet(u"no-files"_s);
    options.cacheFolder = has(verb, u"cache"_s) ? parser.value(u"cache"_s) : QString();
    if (has(verb, u"timeout"_s) && parser.isSet(u"timeout"_s)) {
        const auto timeout = seconds(parser.value(u"timeout"_s), 0);
        if (!timeout)
            return usageError(u"--timeout wants a number of seconds, for instance 300."_s);
        options.timeout = *timeout;
    }
    if (has(verb, u"interval"_s) && parser.isSet(u"interval"_s)) {
        const auto interval = seconds(parser.value(u"interval"_s), 1);
        if (!interval)
            return usageError(u"--interval wants a number of seconds, for instance 60."_s);
        options.interval = *interval;
    }
    return line;
}

ParsedLine readOptions(const QCommandLineParser &parser, const VerbInfo &verb, const QProcessEnvironment &environment)
{
    const Values values(parser, environment);
    ParsedLine line;
    Options &options = line.options;
    options.verb = verb.name;
    options.words = parser.positionalArguments();
    options.json = parser.isSet(u"json"_s);
    options.quiet = parser.isSet(u"quiet"_s);
    options.all = has(verb, u"all"_s) && parser.isSet(u"all"_s);
    options.database = values.text(u"database"_s);
    if (verb.usesLibrary && options.database.isEmpty())
        return usageError(missing(u"The library"_s, u"database"_s));
    options.schemaFile = values.text(u"schema"_s);
    if (has(verb, u"migrations"_s))
        options.migrations = parser.isSet(u"migrations"_s) ? parser.value(u"migrations"_s) : u"supabase/migrations"_s;
    if (has(verb, u"file"_s))
        options.attachments = parser.values(u"file"_s);
    return verb.project == VerbInfo::Project::None ? line : readProject(parser, verb, values, line);
}

/// What is wrong with the words behind the verb; empty where nothing is.
QString wrongWords(const VerbInfo &verb, const QStringList &words)
{
    if (words.isEmpty())
        return verb.needsWord ? u"A word is missing"_s : QString();
    if (verb.words.isEmpty())
        return u"'"_s + words.first() + u"' is one word too many"_s;
    const auto word = std::ranges::find(verb.words, words.first(), &WordInfo::name);
    if (word == verb.words.end())
        return u"'"_s + words.first() + u"' is not known here"_s;
    if (word->rest.isEmpty() && words.size() > 1)
        return u"'"_s + words[1] + u"' is one word too many"_s;
    if (word->isNeeded && words.size() == 1)
        return u"Something is missing behind '"_s + word->name + u"'"_s;
    return {};
}

} // namespace

ParsedLine parseLine(const QStringList &arguments, const QProcessEnvironment &environment)
{
    const QString word = arguments.value(0);
    if (word.isEmpty() || word == "help"_L1 || word == "--help"_L1 || word == "-h"_L1)
        return {.text = helpText()};
    if (word == "--version"_L1 || word == "-v"_L1)
        return {.text = u"lumasync "_s + QCoreApplication::applicationVersion() + u'\n'};
    const VerbInfo *verb = findVerb(word);
    if (!verb)
        return usageError(u"There is no verb '"_s + word + u"': 'lumasync --help' lists them."_s);

    QCommandLineParser parser;
    addOptions(parser, *verb);
    const QString hint = u": 'lumasync "_s + verb->name + u" --help' lists what there is."_s;
    if (!parser.parse(QStringList{u"lumasync "_s + verb->name} + arguments.sliced(1))) {
        QString reason = parser.errorText();
        while (reason.endsWith(u'.'))
            reason.chop(1);
        return usageError(reason + hint);
    }
    if (parser.isSet(u"help"_s))
        return {.text = parser.helpText()};
    const QStringList words = parser.positionalArguments();
    if (const QString wrong = wrongWords(*verb, words); !wrong.isEmpty())
        return usageError(wrong + hint);
    if (verb->name == "completion"_L1)
        return {.text = completionScript(words.first())};
    return readOptions(parser, *verb, environment);
}

} // namespace LumaSync::Cli
