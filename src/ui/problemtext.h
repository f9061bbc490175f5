// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/error.h"

#include <QCoreApplication>
#include <QString>

namespace LumaSync {

/// An Error in words that a musician understands: what is wrong, and what to do. The technical detail stays in the
/// Error.
class ProblemText
{
    Q_DECLARE_TR_FUNCTIONS(LumaSync::ProblemText)
public:
    /// A headline without a full stop; empty for no error.
    [[nodiscard]] static QString title(const Error &error);
    /// One or two sentences.
    [[nodiscard]] static QString advice(const Error &error);
    /// The kind that kindName() writes; Server for an unknown one.
    [[nodiscard]] static Error::Kind kindFrom(const QString &name);
    /// See SyncEngine::adoptLibrary().
    [[nodiscard]] static bool isOtherAccount(const Error &error);

private:
    [[nodiscard]] static QString databaseTitle(const QString &code);
    [[nodiscard]] static QString databaseAdvice(const QString &code);
};

} // namespace LumaSync
