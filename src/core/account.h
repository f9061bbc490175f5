// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/credentialstore.h"
#include "net/project.h"
#include "net/session.h"

#include <memory>

QT_FORWARD_DECLARE_CLASS(QNetworkAccessManager)

namespace LumaSync {

/// The module's own sign-in, for hosts that have none: a Session with its network manager, in the tabular worker's
/// thread. A session that the keychain holds is taken up again at start. Owner: SyncEngine.
class Account : public QObject
{
    Q_OBJECT
public:
    /// `keychainService`: where the session is kept between runs; empty: nowhere.
    Account(Project project, QString keychainService);
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
    /// The session will not outlive the process.
    void sessionNotKept(const LumaSync::Error &error);

private:
    void takeUp(const StoredSession &stored);

    Project m_project;
    QString m_keychainService;
    std::unique_ptr<CredentialStore> m_store;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    std::unique_ptr<Session> m_session;
};

} // namespace LumaSync
