// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/project.h"
#include "net/session.h"

#include <memory>

QT_FORWARD_DECLARE_CLASS(QNetworkAccessManager)

namespace LumaSync {

/// The module's own sign-in, for hosts that have none: a Session with its network manager, in the tabular worker's thread.
/// Owner: SyncEngine.
class Account : public QObject
{
    Q_OBJECT
public:
    explicit Account(Project project);
    ~Account() override;

public Q_SLOTS:
    /// To be called in the thread where it lives, before anything else.
    void start();
    void signIn(const QString &email, const QString &password);
    void signOut();
    void requestRefresh(const LumaSync::AccessToken &stale);
    /// Ends whatever is under way, silently.
    void stop();

Q_SIGNALS:
    void signInFinished(const LumaSync::Error &error);
    void tokenChanged(const LumaSync::AccessToken &token);
    void refreshFailed(const LumaSync::Error &error);
    void signedOut(const LumaSync::Error &error);

private:
    Project m_project;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    std::unique_ptr<Session> m_session;
};

} // namespace LumaSync
