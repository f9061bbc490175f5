// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/signin.h"
#include "cli/syncdisplay.h"
#include "cli/verb.h"
#include "core/syncengine.h"

#include <QTimer>

#include <memory>

namespace LumaSync::Cli {

/// Stays and backs up what changes. Being offline or a busy library is waited out.
class WatchVerb : public Verb
{
    Q_OBJECT
public:
    WatchVerb(const Options &options, Console &console);
    void start() override;
    void interrupt() override;

private:
    void signedIn(const Error &error);
    void startEngine();
    void statusChanged(const SyncStatus &status);
    void end(const Outcome &outcome);

    SignIn m_signIn;
    SyncDisplay m_display;
    QTimer m_again; ///< the next try to sign in
    Backoff m_backoff{std::chrono::seconds(5), std::chrono::minutes(5)};
    int m_failures = 0;
    Outcome m_outcome;
    bool m_isEnding = false;
    std::unique_ptr<SyncEngine> m_engine;
};

} // namespace LumaSync::Cli
