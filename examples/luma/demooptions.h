// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

QT_FORWARD_DECLARE_CLASS(QCoreApplication)

namespace Luma {

/// What the command line and the environment say. A value.
struct DemoOptions
{
    QString library; ///< folder
    QString url;     ///< of the project; empty: the local cloud
    QString key;
    QString email;
    QString password;    ///< from LUMASYNC_PASSWORD, never from the command line
    QString cloudScript; ///< tests/cloud/main.mjs
    QString language;    ///< empty: the system's
    QString theme;       ///< "light", "dark" or empty: the system's
    int examples = 0;    ///< tracks to make in an empty library
    bool printStatus = false;
    bool quitWhenDone = false;

    /// Ends the process where the options are wrong or --help was asked for.
    [[nodiscard]] static DemoOptions parse(const QCoreApplication &app);
};

} // namespace Luma
