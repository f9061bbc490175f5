// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/constants.h"
#include "net/backoff.h"
#include "net/error.h"

namespace LumaSync {

/// What to do after an upload that did not succeed. Pure: attempts and times go in and out.
/// Conditions of the whole account (no network, no token, 429, ...) stop the worker and cost the job nothing;
/// refusals and faults that belong to the job or the server count against MAX_UPLOAD_ATTEMPTS.
struct RetryPolicy
{
    enum class Action {
        Leave,      ///< we ended it ourselves: nothing is counted
        RetryJob,   ///< this job again after `delay`; others go on
        FailJob,    ///< not again until the person or a changed file asks
        WaitOnline, ///< the network or the server's silence: ask whether the project can be reached, then
                    ///< afterProbe()
        WaitToken,  ///< stop until there is a fresh token
        PauseAll,   ///< stop for `delay`: the trouble is not this job's
    };

    struct Decision
    {
        Action action = Action::Leave;
        int attempts = 0; ///< to be stored with the job
        std::chrono::milliseconds delay{0};

        bool operator==(const Decision &) const = default;
    };

    int maxAttempts = MAX_UPLOAD_ATTEMPTS;
    Backoff jobBackoff{.first = std::chrono::seconds(5), .cap = std::chrono::hours(1)};
    Backoff workerBackoff{.first = std::chrono::seconds(2), .cap = std::chrono::minutes(5)};

    /// `attempts`: counted failures of this job before this one. `troubles`: ends in a row, of whatever job,
    /// without a byte of progress before this one.
    [[nodiscard]] Decision decide(const Error &error, int attempts, int troubles) const;
    /// After WaitOnline, when the project can be reached all the same: this job later, nothing is counted,
    /// others go on.
    [[nodiscard]] Decision afterProbe(const Error &error, int attempts, int troubles) const;
    /// How long to wait before the next upload, after `troubles` counted failures in a row.
    [[nodiscard]] std::chrono::milliseconds betweenUploads(int troubles, std::chrono::milliseconds throttle) const;

private:
    [[nodiscard]] Decision counted(const Error &error, int attempts) const;
};

} // namespace LumaSync
