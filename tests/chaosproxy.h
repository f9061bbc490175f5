// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/project.h"

#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QProcess>

namespace LumaSync {

/// The chaos proxy of tests/cloud in front of a project, as a child process that ends with the object. The same seed
/// does the same to the same requests.
class ChaosProxy
{
public:
    ~ChaosProxy();

    /// Empty when it is ready, else what went wrong.
    /// Without a profile only the rules count.
    [[nodiscard]] QString start(const Project &target, quint32 seed, const QString &profile = {});
    /// Replaces the rules (tests/cloud/chaos/rules.mjs). Gives what is wrong with them, empty on success.
    [[nodiscard]] QString setRules(const QJsonArray &rules);
    /// The project as seen through it.
    [[nodiscard]] const Project &project() const { return m_project; }
    /// From now on everything passes. False where the proxy did not answer.
    [[nodiscard]] bool calm();

private:
    QProcess m_process;
    QNetworkAccessManager m_manager;
    Project m_project;
    QUrl m_control;
};

} // namespace LumaSync
