// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/retrypolicy.h"

#include "net/tussession.h"

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr std::chrono::minutes diskFullDelay{5};
constexpr std::chrono::minutes tooSlowDelay{30}; // a faster network or another limit ends it early

// Nothing that waiting could heal.
bool isFinalFileError(const QString &code)
{
    return code == "missing"_L1 || code == "image"_L1 || code == "toolarge"_L1;
}

} // namespace

RetryPolicy::Decision RetryPolicy::counted(const Error &error, int attempts) const
{
    const int now = attempts + 1;
    if (now > maxAttempts)
        return {Action::FailJob, now, {}};
    return {Action::RetryJob, now, jobBackoff.delay(now, error.retryAfter)};
}

RetryPolicy::Decision RetryPolicy::decide(const Error &error, int attempts, int troubles) const
{
    using K = Error::Kind;
    switch (error.kind) {
    case K::None:
    case K::Canceled:
        return {Action::Leave, attempts, {}};
    case K::Offline:
    case K::Timeout:
        return {Action::WaitOnline, attempts, {}};
    case K::SignedOut:
        return {Action::WaitToken, attempts, {}};
    case K::Tls:
    case K::ForeignOrigin:
    case K::Credentials:
    case K::Key:
    case K::Busy:
    case K::Database:
        return {Action::PauseAll, attempts, workerBackoff.delay(troubles + 1, error.retryAfter)};
    case K::DiskFull:
        return {Action::RetryJob, attempts, diskFullDelay};
    case K::TooLarge:
        if (error.code == urlLife)
            return {Action::RetryJob, attempts, tooSlowDelay};
        return {Action::FailJob, attempts + 1, {}};
    case K::Configuration:
        return {Action::FailJob, attempts + 1, {}};
    case K::File:
        return isFinalFileError(error.code) ? Decision{Action::FailJob, attempts + 1, {}} : counted(error, attempts);
    case K::Forbidden:
    case K::Schema:
    case K::Row:
    case K::Parent:
    case K::Conflict:
    case K::Gone:
    case K::Server:
    case K::Protocol:
        break;
    }
    return counted(error, attempts);
}

RetryPolicy::Decision RetryPolicy::afterProbe(const Error &error, int attempts, int troubles) const
{
    return {Action::RetryJob, attempts, jobBackoff.delay(troubles + 1, error.retryAfter)};
}

// A cloud that refuses every job must not be asked once a second for 100,000 jobs.
std::chrono::milliseconds RetryPolicy::betweenUploads(int troubles, std::chrono::milliseconds throttle) const
{
    return troubles == 0 ? throttle : std::max(throttle, workerBackoff.delay(troubles));
}

} // namespace LumaSync
