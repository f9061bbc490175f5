// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/signin.h"
#include "cli/syncdisplay.h"
#include "cli/syncgoal.h"
#include "cli/verb.h"
#include "core/syncengine.h"

#include <QTimer>

#include <memory>

namespace LumaSync::Cli {

/// Backs up once, until nothing is left.
class SyncVerb : public Verb
{
    Q_OBJECT
public:
    SyncVerb(const Options &options, Console &console);
    void start() override;
    void interrupt() override;

private:
    void startEngine();
    void statusChanged(const SyncStatus &status);
    void follow(SyncGoal::Next next);
    void end(const Outcome &outcome);
    void engineStopped();
    [[nodiscard]] Outcome judge();

    SignIn m_signIn;
    SyncDisplay m_display;
    SyncGoal m_goal;
    QTimer m_patience; ///< runs out when nothing moves
    QString m_lastSign;
    Outcome m_outcome; ///< why it ends, where that is known already
    bool m_isEnding = false;
    std::unique_ptr<SyncEngine> m_engine;
};

/// The engine's options for what a person asked for.
[[nodiscard]] SyncOptions engineOptions(const Options &options);

} // namespace LumaSync::Cli
