// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/cloudschema.h"
#include "net/httpjob.h"

#include <QDateTime>

namespace LumaSync::Cli {

/// One thing that the doctor looked at.
struct Finding
{
    enum class State {
        Good,
        Unknown, ///< could not be looked at; `remedy` says how it can
        Poor,    ///< works, with a drawback
        Bad,     ///< a backup will fail
    };
    QString what; ///< "table notes"
    State state = State::Good;
    QString message{}; ///< what was seen
    QString remedy{};  ///< what to do
};

/// "ok", "unknown", "warning" or "problem".
[[nodiscard]] QString stateName(Finding::State state);

// What an answer of the project means. Pure.

/// `here`: this machine's time when the answer came; the service allows 30 s.
[[nodiscard]] Finding clockFinding(const QHttpHeaders &headers, const QDateTime &here);
/// The answer to a request for all columns of the table, as the signed-in user; `other`: rows of other people came.
[[nodiscard]] Finding tableFinding(const CloudTable &table, const Error &answer, bool other);
/// The answer to the same request without a token: it has to be refused, or to be empty.
[[nodiscard]] Finding strangerFinding(const CloudTable &table, const Error &answer, const QByteArray &rows);
/// The answer to a write of no rows: whether the user may write at all.
[[nodiscard]] Finding writeFinding(const CloudTable &table, const Error &answer);
/// The answer to a question for an object that is not there.
[[nodiscard]] Finding bucketFinding(const BucketDescription &bucket, const Error &answer);

/// What is tried in a bucket, in this order.
enum class TrialStep {
    Create,
    Replace,
    Read,
    Remove,
};
/// "upload", "replacement", "reading", "removal".
[[nodiscard]] QString stepName(TrialStep step);
/// The answer to a step with the object `name`; of the last one without an error: all of them went well.
[[nodiscard]] Finding trialFinding(const BucketDescription &bucket, TrialStep step, const Error &answer,
                                   const QString &name);

} // namespace LumaSync::Cli
