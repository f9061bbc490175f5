// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cli/clioptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace LumaSync::Cli {

namespace {

enum class Network { None, Wanted, Needed };

struct VerbInfo
{
    QString name;
    QString summary;
    Network network;
};

const QList<VerbInfo> &verbs()
{
    static const QList<VerbInfo> list{
        {u"init"_s, u"look at a database, write its description and the project's SQL"_s, Network::None},
        {u"diff"_s, u"write the project's next SQL after the database has changed"_s, Network::None},
        {u"doctor"_s, u"see whether library, project and this machine fit together"_s, Network::Wanted},
        {u"sync"_s, u"back up once, until nothing is left: rows and files"_s, Network::Needed},
        {u"watch"_s, u"stay and back up what changes, until Ctrl-C"_s, Network::Needed},
        {u"status"_s, u"say what waits, was refused or failed, without the network"_s, Network::None},
        {u"verify"_s, u"read everything back and compare it with the library"_s, Network::Needed},
    };
    return list;
}

QString helpText()
{
    QString text = u"lumasync backs up an SQLite library and its media files to a Supabase project.\n\n"
                   "usage: lumasync VERB [options]\n\n"_s;
    for (const VerbInfo &verb : verbs())
        text += u"  "_s + verb.name.leftJustified(8) + verb.summary + u'\n';
    return text +
           u"\n'lumasync VERB --help' lists the options of a verb.\n\n"
           "Environment: LUMASYNC_DATABASE, LUMASYNC_SCHEMA, LUMASYNC_URL, LUMASYNC_KEY and LUMASYNC_EMAIL stand for "
           "the options of the "
           "same\n"
           "names; LUMASYNC_PASSWORD is the password, which is asked for on a terminal where it is not set.\n\n"
           "Exit codes: 0 all well; 1 something is left or differs; 2 wrong usage; 3 the library cannot be used;\n"
           "4 the project cannot be reached; 5 key, account or session refused; 6 rows or files refused or failed;\n"
           "7 disk full or a file unreadable; 8 nothing moved for --timeout; 130 interrupted.\n"_s;
}

ParsedLine usageError(const QString &sentence)
{
    return {.outcome = {ExitCode::Usage,
                        sentence,
                        {.kind = Error::Kind::Configuration, .code = u"usage"_s, .message = sentence}}};
}

bool usesMigrations(const VerbInfo &verb)
{
    return verb.name == "init"_L1 || verb.name == "diff"_L1 || verb.name == "doctor"_L1;
}

void addOptions(QCommandLineParser &parser, const VerbInfo &verb)
{
    parser.setApplicationDescription(u"lumasync "_s + verb.name + u": "_s + verb.summary + u'.');
    parser.addOptions({
        {{u"h"_s, u"help"_s}, u"Show this help."_s},
        {u"database"_s, u"The library: an SQLite file. LUMASYNC_DATABASE."_s, u"file"_s},
        {u"schema"_s, u"Which tables and files are backed up. Default: lumasync.json beside the library."_s, u"file"_s},
        {u"json"_s, u"One JSON object on each line of the output."_s},
        {{u"q"_s, u"quiet"_s}, u"Say nothing but what went wrong."_s},
    });
    if (usesMigrations(verb))
        parser.addOption(
            {u"migrations"_s, u"The project's migrations. Default: supabase/migrations here."_s, u"folder"_s});
    if (verb.name == "init"_L1)
        parser.addOption({u"file"_s,
                          u"A column that holds paths of files to back up, like notes.attachment_path or "
                          u"notes.attachment_path=bucket. May be given several times."_s,
                          u"table.column"_s});
    if (verb.network == Network::None)
        return;
    parser.addOptions({
        {u"url"_s, u"The project's URL, like https://abcdefgh.supabase.co. LUMASYNC_URL."_s, u"url"_s},
        {u"key"_s, u"The project's publishable key. LUMASYNC_KEY."_s, u"key"_s},
        {u"email"_s, u"The account. Its password comes from LUMASYNC_PASSWORD or is asked for. LUMASYNC_EMAIL."_s,
         u"address"_s},
        {u"sign-up"_s, u"Make the account first."_s},
    });
    if (verb.network == Network::Needed)
        parser.addOption({u"no-files"_s, u"Tables only."_s});
    if (verb.name == "sync"_L1 || verb.name == "watch"_L1)
        parser.addOption({u"cache"_s, u"Where packages are built."_s, u"folder"_s});
    if (verb.name == "sync"_L1)
        parser.addOption({u"timeout"_s, u"Give up when nothing moves for this many seconds; 0: never. Default 300."_s,
                          u"seconds"_s});
    if (verb.name == "watch"_L1)
        parser.addOption({u"interval"_s, u"Look for changed rows this often. Default 60."_s, u"seconds"_s});
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

ParsedLine readOptions(const QCommandLineParser &parser, const VerbInfo &verb, const QProcessEnvironment &environment)
{
    const Values values(parser, environment);
    ParsedLine line;
    Options &options = line.options;
    options.verb = verb.name;
    options.json = parser.isSet(u"json"_s);
    options.quiet = parser.isSet(u"quiet"_s);
    options.database = values.text(u"database"_s);
    if (options.database.isEmpty())
        return usageError(missing(u"The library"_s, u"database"_s));
    options.schemaFile = values.text(u"schema"_s);
    if (usesMigrations(verb))
        options.migrations = parser.isSet(u"migrations"_s) ? parser.value(u"migrations"_s) : u"supabase/migrations"_s;
    if (verb.name == "init"_L1)
        options.attachments = parser.values(u"file"_s);
    if (verb.network == Network::None)
        return line;
    const QString url = values.text(u"url"_s);
    const QString key = values.text(u"key"_s);
    options.email = values.text(u"email"_s);
    if (verb.network == Network::Wanted && url.isEmpty())
        return line;
    if (url.isEmpty())
        return usageError(missing(u"The project's URL"_s, u"url"_s));
    if (key.isEmpty())
        return usageError(missing(u"The project's publishable key"_s, u"key"_s));
    if (options.email.isEmpty() && verb.network == Network::Needed)
        return usageError(missing(u"The account's e-mail address"_s, u"email"_s));
    const auto project = Project::make(url, key.toUtf8());
    if (!project)
        return usageError(project.error().message);
    options.project = *project;
    options.signUp = parser.isSet(u"sign-up"_s);
    if (verb.network == Network::Needed)
        options.files = !parser.isSet(u"no-files"_s);
    if (verb.name == "sync"_L1 || verb.name == "watch"_L1)
        options.cacheFolder = parser.value(u"cache"_s);
    if (verb.name == "sync"_L1 && parser.isSet(u"timeout"_s)) {
        const auto timeout = seconds(parser.value(u"timeout"_s), 0);
        if (!timeout)
            return usageError(u"--timeout wants a number of seconds, for instance 300."_s);
        options.timeout = *timeout;
    }
    if (verb.name == "watch"_L1 && parser.isSet(u"interval"_s)) {
        const auto interval = seconds(parser.value(u"interval"_s), 1);
        if (!interval)
            return usageError(u"--interval wants a number of seconds, for instance 60."_s);
        options.interval = *interval;
    }
    return line;
}

} // namespace

ParsedLine parseLine(const QStringList &arguments, const QProcessEnvironment &environment)
{
    const QString word = arguments.value(0);
    if (word.isEmpty() || word == "help"_L1 || word == "--help"_L1 || word == "-h"_L1)
        return {.text = helpText()};
    if (word == "--version"_L1 || word == "-v"_L1)
        return {.text = u"lumasync "_s + QCoreApplication::applicationVersion() + u'\n'};
    const auto verb = std::ranges::find(verbs(), word, &VerbInfo::name);
    if (verb == verbs().end())
        return usageError(u"There is no verb '"_s + word + u"': 'lumasync --help' lists them."_s);

    QCommandLineParser parser;
    addOptions(parser, *verb);
    const QString hint = u": 'lumasync "_s + verb->name + u" --help' lists the options."_s;
    if (!parser.parse(QStringList{u"lumasync "_s + verb->name} + arguments.sliced(1))) {
        QString reason = parser.errorText();
        while (reason.endsWith(u'.'))
            reason.chop(1);
        return usageError(reason + hint);
    }
    if (parser.isSet(u"help"_s))
        return {.text = parser.helpText()};
    if (!parser.positionalArguments().isEmpty())
        return usageError(u"'"_s + parser.positionalArguments().first() + u"' is one word too many"_s + hint);
    return readOptions(parser, *verb, environment);
}

} // namespace LumaSync::Cli
