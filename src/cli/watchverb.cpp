// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cli/watchverb.h"

#include "cli/librarystate.h"
#include "cli/syncverb.h"

using namespace Qt::StringLiterals;

namespace LumaSync::Cli {

namespace {

/// Conditions that pass by themselves or by somebody's doing, while we stay.
bool mayPass(const Error &error)
{
    using K = Error::Kind;
    switch (error.kind) {
    case K::Offline:
    case K::Timeout:
    case K::Busy:
    case K::Server:
    case K::Schema:
    case K::DiskFull:
    case K::File:
    case K::ForeignOrigin: // a captive portal
    case K::Row:
    case K::Parent:
        return true;
    case K::Database:
        return error.code != "notadb"_L1 && error.code != "corrupt"_L1;
    default:
        return false;
    }
}

} // namespace

WatchVerb::WatchVerb(const Options &options, Console &console)
    : Verb(options, console)
    , m_signIn(options)
    , m_display(console, true)
    , m_again(this)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, &m_signIn, &SignIn::start);
    connect(&m_signIn, &SignIn::finished, this, &WatchVerb::signedIn);
}

void WatchVerb::start()
{
    if (const auto state = LibraryState::read(options().database, options().description);
        !state && !mayPass(state.error())) {
        Q_EMIT finished(outcomeFor(state.error()));
        return;
    }
    m_signIn.start();
}

void WatchVerb::signedIn(const Error &error)
{
    if (!error)
        return startEngine();
    const Outcome outcome = outcomeFor(error);
    if (!mayPass(error)) {
        Q_EMIT finished(outcome);
        return;
    }
    console().say(u"not signed in yet: "_s + outcome.sentence, u"signIn"_s,
                  {{u"problem"_s, QJsonObject{{u"kind"_s, QString(kindName(error.kind))},
                                              {u"code"_s, error.code},
                                              {u"message"_s, error.message}}}});
    m_again.start(m_backoff.delay(++m_failures, error.retryAfter));
}

void WatchVerb::startEngine()
{
    m_engine = std::make_unique<SyncEngine>(engineOptions(options()), &m_signIn.session());
    connect(&m_signIn.session(), &Session::signedOut, this, [this](const Error &error) { end(outcomeFor(error)); });
    connect(m_engine.get(), &SyncEngine::statusChanged, this, &WatchVerb::statusChanged);
    connect(m_engine.get(), &SyncEngine::cycleFinished, this,
            [this](const Error &error, qint64 sent, qint64 deleted, qint64 bytes) {
                m_display.cycleFinished(error, sent, deleted, bytes);
            });
    connect(m_engine.get(), &SyncEngine::uploadFinished, this,
            [this](const UploadProgress &upload, const Error &error) { m_display.uploadFinished(upload, error); });
    connect(m_engine.get(), &SyncEngine::stopped, this, [this] { Q_EMIT finished(m_outcome); }, Qt::QueuedConnection);
    m_engine->start();
}

void WatchVerb::statusChanged(const SyncStatus &status)
{
    m_display.statusChanged(status);
    if (status.state == SyncStatus::State::NeedsAttention && status.problem && !mayPass(status.problem))
        end(outcomeFor(status.problem));
}

void WatchVerb::end(const Outcome &outcome)
{
    if (std::exchange(m_isEnding, true))
        return;
    m_outcome = outcome;
    m_engine->finish();
}

// Being stopped is the normal end of a watch.
void WatchVerb::interrupt()
{
    m_again.stop();
    if (m_engine)
        end({});
    else
        Q_EMIT finished({});
}

} // namespace LumaSync::Cli
