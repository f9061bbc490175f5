// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/clioptions.h"
#include "cli/console.h"

#include <QObject>

#include <memory>

namespace LumaSync::Cli {

/// One thing that the program can do. Thread: main. Owner: main().
class Verb : public QObject
{
    Q_OBJECT
public:
    Verb(Options options, Console &console);

    /// Begins; called from the event loop. Ends with finished(), also from inside this call.
    virtual void start() = 0;
    /// The person wants it to end: finished() comes soon.
    virtual void interrupt() = 0;

Q_SIGNALS:
    /// Exactly once.
    void finished(const LumaSync::Cli::Outcome &outcome);

protected:
    [[nodiscard]] const Options &options() const { return m_options; }
    [[nodiscard]] Console &console() const { return m_console; }
    [[nodiscard]] Outcome outcomeFor(const Error &error) const;

private:
    Options m_options;
    Console &m_console;
};

/// Nothing where there is no such verb.
[[nodiscard]] std::unique_ptr<Verb> makeVerb(const Options &options, Console &console);

} // namespace LumaSync::Cli
