// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/signin.h"
#include "cli/verb.h"
#include "core/verifier.h"

#include <QPointer>

namespace LumaSync::Cli {

/// Reads everything back and compares it with the library.
class VerifyVerb : public Verb
{
    Q_OBJECT
public:
    VerifyVerb(const Options &options, Console &console);
    void start() override;
    void interrupt() override;

private:
    void verify();
    void showProgress(const VerifyProgress &progress);
    void showDifference(const VerifyDifference &difference);
    void end(const VerifyReport &report);

    SignIn m_signIn;
    QPointer<Verifier> m_verifier;
    qint64 m_shown = 0; ///< differences
    QString m_place;
};

} // namespace LumaSync::Cli
