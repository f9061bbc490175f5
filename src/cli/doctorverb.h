// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/buckettrial.h"
#include "cli/signin.h"
#include "cli/verb.h"
#include "net/objectstore.h"
#include "net/restclient.h"

#include <deque>
#include <functional>
#include <optional>

namespace LumaSync::Cli {

/// Looks whether library, description, project and this machine fit together, and says line by line what to do. Leaves
/// everything as it was: what it uploads to try a bucket is removed again.
class DoctorVerb : public Verb
{
    Q_OBJECT
public:
    DoctorVerb(const Options &options, Console &console);
    void start() override;
    void interrupt() override;

private:
    void checkMachine();
    [[nodiscard]] bool checkLibrary();
    void checkProject();
    void signIn();
    void checkTable(const CloudTable &table);
    void checkStranger(const CloudTable &table);
    void checkWriting(const CloudTable &table);
    void checkBucket(const BucketDescription &bucket);
    void tryBucket(const BucketDescription &bucket);
    void say(const Finding &finding);
    void next();
    void end();

    SignIn m_signIn;
    QNetworkAccessManager m_manager;
    RestClient m_rest;
    RestClient m_stranger; ///< without a token
    ObjectStore m_store;
    CloudSchema m_cloud;
    QPointer<BucketTrial> m_trial;
    std::deque<std::function<void()>> m_steps;
    int m_problems = 0;
    int m_warnings = 0;
    bool m_ended = false;
    Outcome m_outcome;
};

} // namespace LumaSync::Cli
