// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cli/statusverb.h"

#include "cli/librarystate.h"

using namespace Qt::StringLiterals;

namespace LumaSync::Cli {

void StatusVerb::start()
{
    const auto state = LibraryState::read(options().database, options().description);
    if (!state) {
        Q_EMIT finished(outcomeFor(state.error()));
        return;
    }
    const QueueCounts &uploads = state->uploads;
    const auto line = [this](const QString &label, const QString &figures) {
        console().say(QString(label + u':').leftJustified(18) + figures);
    };
    line(u"rows waiting"_s, QString::number(state->rowsWaiting));
    line(u"rows refused"_s, QString::number(state->rowsRefused));
    line(u"uploads waiting"_s,
         QString::number(uploads.waiting()) +
             (uploads.waiting() > 0 ? u" ("_s + bytesText(uploads.bytesLeft()) + u')' : QString()));
    line(u"uploads failed"_s, QString::number(uploads.failed.jobs));
    line(u"uploads left out"_s, QString::number(uploads.excluded.jobs));
    state->sayItems(console());
    if (state->isPaused)
        console().say(u"Paused: nothing is sent until 'lumasync resume'."_s);

    Outcome outcome;
    QString verdict = u"Everything is backed up."_s;
    if (!state->isPrepared) {
        outcome.code = ExitCode::Left;
        verdict = u"This library was never synced."_s;
    } else if (state->rowsRefused > 0 || uploads.failed.jobs > 0) {
        outcome.code = ExitCode::Refused;
        verdict = u"Something was refused or failed; it is tried again by itself where that can help."_s;
    } else if (!state->isEverythingBackedUp()) {
        outcome.code = ExitCode::Left;
        verdict = u"Something waits for the next sync."_s;
    }
    console().say(verdict, u"status"_s, state->counts());
    Q_EMIT finished(outcome);
}

void StatusVerb::interrupt()
{
    // it has ended before anybody could ask
}

} // namespace LumaSync::Cli
