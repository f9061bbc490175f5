// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/tabularworker.h"
#include "lumadatabase.h"
#include "restscript.h"

/// A TabularWorker on a library, with a cloud in memory, all in the test's thread. The beats are quick, the jitter is
/// fixed.
class TableRig : public QObject
{
    Q_OBJECT
public:
    using State = LumaSync::TabularWorker::State;
    using Adjust = std::function<void(LumaSync::TabularWorker::Options &)>;

    /// `path`: an existing library.
    explicit TableRig(const QString &path, const Adjust &adjust = {});
    /// A further program on the same library and cloud.
    TableRig(TableRig &other, const Adjust &adjust);
    ~TableRig() override;

    /// Starts the worker and signs in.
    void start();
    /// Waits until nothing waits any more and the worker rests.
    [[nodiscard]] bool settle(int milliseconds = 60'000);
    /// Asks for a cycle and waits for its end.
    [[nodiscard]] bool cycle();
    [[nodiscard]] bool waitFor(State state, int milliseconds = 60'000);
    /// What keeps library and cloud from being equal; empty where nothing does.
    [[nodiscard]] QString difference() const;
    /// The same, by a connection that is open already.
    [[nodiscard]] QString difference(const TrackedLibrary &library) const;
    /// Waits until the worker rests, nothing waits any more, and library and cloud are equal. Asks the worker for
    /// nothing, and the library is only read.
    [[nodiscard]] bool converge(const TrackedLibrary &library);

    std::shared_ptr<RestScript> cloud;
    std::unique_ptr<LumaSync::TabularWorker> worker;
    /// Answers a request for a token; by default with the one that the cloud takes.
    std::function<void()> onTokenWanted;

    QList<State> states;
    LumaSync::Error error; ///< of the state
    QList<LumaSync::CycleReport> reports;
    LumaSync::RowCounts counts;
    QList<LumaSync::RefusedRow> refused; ///< after worker->listRefused()
    int tokensWanted = 0;
    int stopped = 0;
    int flushed = 0;
    [[nodiscard]] State state() const { return states.isEmpty() ? State::Starting : states.last(); }

private:
    void makeWorker(const Adjust &adjust);
    QString m_path;
};

/// Expected against found, by "table/id": the first difference as a sentence.
[[nodiscard]] QString firstDifference(const RestScript::Rows &expected, const RestScript::Rows &found);

/// Nothing is to happen: a few dozen beats pass.
void letBeatsPass();

/// Makes venues with consecutive ids and names.
[[nodiscard]] QString manyVenues(int count);
