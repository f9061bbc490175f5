// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cli/clioptions.h"
#include "cli/console.h"
#include "cli/interrupt.h"
#include "cli/schemachoice.h"
#include "cli/verb.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace LumaSync;
using namespace LumaSync::Cli;

namespace {

void tell(Console &console, const Outcome &outcome)
{
    QJsonObject fields{{u"exitCode"_s, static_cast<int>(outcome.code)}};
    if (!outcome.sentence.isEmpty()) {
        fields.insert(u"message"_s, outcome.sentence);
        fields.insert(u"kind"_s, QString(kindName(outcome.error.kind)));
        fields.insert(u"code"_s, outcome.error.code);
        console.complain(outcome.sentence);
    }
    console.finish(fields);
}

int run(QCoreApplication &app, const Options &options)
{
    Console console(options.json, options.quiet);
    const auto verb = makeVerb(options, console);
    ExitCode code = ExitCode::Ok;
    QObject::connect(
        verb.get(), &Verb::finished, &app,
        [&](const Outcome &outcome) {
            code = outcome.code;
            tell(console, outcome);
            app.quit();
        },
        Qt::QueuedConnection);
    // Only now: until the password is typed, Ctrl-C ends the program at once.
    std::unique_ptr<Interrupt> interrupt;
    QTimer::singleShot(0, verb.get(), [&] {
        verb->start();
        interrupt = std::make_unique<Interrupt>();
        QObject::connect(interrupt.get(), &Interrupt::requested, verb.get(), &Verb::interrupt);
    });
    app.exec();
    return static_cast<int>(code);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    app.setApplicationName(u"lumasync"_s);
    app.setApplicationVersion(QStringLiteral(LUMASYNC_VERSION));
    const ParsedLine line = parseLine(app.arguments().sliced(1), QProcessEnvironment::systemEnvironment());
    if (!line.text.isEmpty()) {
        std::fputs(qUtf8Printable(line.text), stdout);
        return 0;
    }
    if (line.outcome.code != ExitCode::Ok) {
        Console console(app.arguments().contains(u"--json"_s), false);
        tell(console, line.outcome);
        return static_cast<int>(line.outcome.code);
    }
    Options options = line.options;
    if (options.verb != "init"_L1) { // which makes the description
        const auto description = chooseSchema(options.schemaFile, options.database);
        if (!description) {
            Console console(options.json, options.quiet);
            const Outcome outcome = outcomeOf(description.error(), options.project.url.host());
            tell(console, outcome);
            return static_cast<int>(outcome.code);
        }
        options.description = *description;
    }
    return run(app, options);
}
