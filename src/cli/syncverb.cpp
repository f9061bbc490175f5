// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cli/syncverb.h"

#include "cli/librarystate.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace LumaSync::Cli {

namespace {

constexpr auto lastCycle = 60s;   // the rows of the last upload
constexpr auto interrupted = 10s; // somebody is waiting for the end

/// Whatever shows that something moved since the last look.
QString signOfLife(const SyncStatus &status)
{
    return u"%1/%2/%3/%4/%5/%6/%7"_s.arg(status.rowsWaiting)
        .arg(status.rowsRefused)
        .arg(status.uploadsWaiting)
        .arg(status.uploadsFailed)
        .arg(status.upload.jobId)
        .arg(status.upload.acknowledged)
        .arg(status.upload.bytesPerSecond);
}

} // namespace

SyncOptions engineOptions(const Options &options)
{
    SyncOptions engine;
    engine.databasePath = options.database;
    engine.project = options.project;
    engine.schema = options.description;
    engine.keychainService.clear(); // the sign-in is the program's own
    engine.cacheFolder = options.cacheFolder;
    engine.uploadFiles = options.files;
    engine.interval = options.interval;
    return engine;
}

SyncVerb::SyncVerb(const Options &options, Console &console)
    : Verb(options, console)
    , m_signIn(options)
    , m_display(console, false)
    , m_goal(options.files)
    , m_patience(this)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        const Error &problem = m_engine->status().problem;
        Outcome outcome = problem ? outcomeFor(problem) : Outcome{};
        const QString reason = problem ? u": "_s + outcome.sentence : u": 'lumasync status' says what is left."_s;
        end({ExitCode::TimedOut,
             u"Nothing has moved for "_s + QString::number(this->options().timeout.count()) + u" s"_s + reason,
             problem});
    });
}

void SyncVerb::start()
{
    // What can be said without the network comes first.
    const auto state = LibraryState::read(options().database, options().description);
    if (!state || state->isPaused) {
        Q_EMIT finished(outcomeFor(state ? SyncGoal::paused() : state.error()));
        return;
    }
    if (const Error error = endWaits(options().database)) {
        Q_EMIT finished(outcomeFor(error));
        return;
    }
    connect(&m_signIn, &SignIn::finished, this, [this](const Error &error) {
        if (error)
            Q_EMIT finished(outcomeFor(error));
        else
            startEngine();
    });
    m_signIn.start();
}

void SyncVerb::startEngine()
{
    SyncOptions wanted = engineOptions(options());
    wanted.uploadPause = 0ms; // somebody is waiting
    wanted.quitLimit = lastCycle;
    wanted.uploadsOnMetered = wanted.uploadsOnPowerSaving = true; // it was asked for
    m_engine = std::make_unique<SyncEngine>(wanted, &m_signIn.session());
    connect(&m_signIn.session(), &Session::signedOut, this, [this](const Error &error) { end(outcomeFor(error)); });
    connect(m_engine.get(), &SyncEngine::statusChanged, this, &SyncVerb::statusChanged);
    connect(m_engine.get(), &SyncEngine::cycleFinished, this,
            [this](const Error &error, qint64 sent, qint64 deleted, qint64 bytes) {
                m_display.cycleFinished(error, sent, deleted, bytes);
                follow(m_goal.cycleFinished(error, sent, deleted));
            });
    connect(m_engine.get(), &SyncEngine::uploadFinished, this,
            [this](const UploadProgress &upload, const Error &error) {
                m_display.uploadFinished(upload, error);
                follow(m_goal.uploadFinished(error));
            });
    connect(m_engine.get(), &SyncEngine::stopped, this, &SyncVerb::engineStopped, Qt::QueuedConnection);
    m_engine->start();
}

void SyncVerb::statusChanged(const SyncStatus &status)
{
    m_display.statusChanged(status);
    const QString sign = signOfLife(status);
    if (std::exchange(m_lastSign, sign) != sign && options().timeout > 0s && !m_isEnding)
        m_patience.start(options().timeout);
    follow(m_goal.statusChanged(status));
}

void SyncVerb::follow(SyncGoal::Next next)
{
    if (m_isEnding || next == SyncGoal::Next::Wait)
        return;
    if (next == SyncGoal::Next::Sync)
        m_engine->syncNow();
    else
        end(m_goal.error() ? outcomeFor(m_goal.error()) : Outcome{});
}

void SyncVerb::end(const Outcome &outcome)
{
    if (std::exchange(m_isEnding, true))
        return;
    m_patience.stop();
    m_outcome = outcome;
    m_engine->finishWithin(outcome.code == ExitCode::TimedOut ? 0ms
                           : outcome.code == ExitCode::Ok     ? lastCycle
                                                              : interrupted);
}

void SyncVerb::engineStopped()
{
    const Outcome outcome = m_outcome.code == ExitCode::Ok ? judge() : m_outcome;
    if (outcome.code == ExitCode::Ok || m_display.hasDoneSomething())
        console().say(u"backed up "_s + m_display.figures(), u"synced"_s, m_display.totals());
    Q_EMIT finished(outcome);
}

// The library has the last word, not what was seen on the way.
Outcome SyncVerb::judge()
{
    auto state = LibraryState::read(options().database, options().description);
    if (!state)
        return outcomeFor(state.error());
    if (!options().files)
        state->uploads = {};
    const qint64 failed = state->uploads.failed.jobs;
    const QString waiting = countedBoth(state->rowsWaiting - state->rowsRefused, state->uploads.waiting());
    if (state->rowsRefused > 0 || failed > 0) {
        state->sayItems(console());
        const QString rest = waiting.isEmpty() ? u"all else is backed up"_s : waiting + u" more to send"_s;
        return {ExitCode::Refused,
                countedBoth(state->rowsRefused, failed) + u" refused or failed, "_s + rest +
                    u": correct them in the library, or run this again later."_s,
                {}};
    }
    if (!state->isEverythingBackedUp())
        return {ExitCode::Left, waiting + u" still to send: run this again."_s, {}};
    console().say(options().files ? u"Everything is backed up."_s : u"All rows are backed up."_s);
    return {};
}

void SyncVerb::interrupt()
{
    const Outcome outcome = outcomeFor({.kind = Error::Kind::Canceled, .code = {}, .message = {}});
    if (m_engine)
        end(outcome);
    else
        Q_EMIT finished(outcome);
}

} // namespace LumaSync::Cli
