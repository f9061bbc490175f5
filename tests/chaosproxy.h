// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/project.h"

#include <QProcess>

namespace LumaSync {

/// The chaos proxy of tests/cloud in front of a project, as a child process that ends with the object. The same seed
/// does the same to the same requests.
class ChaosProxy
{
public:
    ~ChaosProxy();

    /// Empty when it is ready, else what went wrong.
    [[nodiscard]] QString start(const Project &target, quint32 seed, const QString &profile);
    /// The project as seen through it.
    [[nodiscard]] const Project &project() const { return m_project; }
    /// From now on everything passes. False where the proxy did not answer.
    [[nodiscard]] bool calm();

private:
    QProcess m_process;
    Project m_project;
    QUrl m_control;
};

} // namespace LumaSync
