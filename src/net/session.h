// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/authclient.h"
#include "net/backoff.h"
#include "net/tokenprovider.h"

#include <LumaSync/net/export.h>

#include <QTimer>

namespace LumaSync {

/// What a credential store keeps between runs.
struct StoredSession
{
    QString uid;
    QString email;
    QByteArray refreshToken;
};

/// The user's session with the project: signs in, keeps the token fresh (one refresh in flight, ahead of
/// expiry on a monotonic clock), and signs out locally only when the server says that the session is gone.
/// Thread: its manager's; give it a thread that never blocks. Owner: the engine or the command line.
class LUMASYNC_NET_EXPORT Session : public TokenProvider
{
    Q_OBJECT
public:
    enum class State { SignedOut, SigningIn, SignedIn, Refreshing };
    Q_ENUM(State)

    struct Options
    {
        /// Refresh this long before expiry, or at half-life if that is later.
        std::chrono::milliseconds margin{90'000};
        Backoff backoff{std::chrono::seconds(2), std::chrono::minutes(5)};
    };

    Session(QNetworkAccessManager *manager, const Project &project, Options options, QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] AccessToken token() const override { return m_session.token; }
    [[nodiscard]] QString email() const { return m_session.email; }

    /// When to refresh a token that lives this long. Pure.
    [[nodiscard]] static std::chrono::milliseconds refreshDelay(std::chrono::seconds expiresIn,
                                                                std::chrono::milliseconds margin);

public Q_SLOTS:
    /// Ends with signInFinished(). A sign-in under way is replaced; whoever is signed in stays so if it fails.
    void signIn(const QString &email, const QString &password);
    /// Goes on from a stored refresh token; ends with signInFinished().
    void restore(const QByteArray &refreshToken);
    void requestRefresh(const LumaSync::AccessToken &stale) override;
    /// Forgets the session at once, and tells the server as far as it listens.
    void signOut();

Q_SIGNALS:
    void stateChanged(LumaSync::Session::State state);
    /// No error: tokenChanged() came just before. Offline and the like leave a restored session waiting: it
    /// is tried again.
    void signInFinished(const LumaSync::Error &error);
    /// A new refresh token, the old one is worth nothing. Emitted before the new token is used or announced:
    /// whoever stores it connects directly and stores it now. Without a refresh token after a sign-out.
    void sessionRotated(const LumaSync::StoredSession &stored);

private:
    void startRefresh();
    void refreshed(const AuthResult &result);
    void adopt(const AuthSession &session);
    void dropJob();
    void endSession(const Error &error);
    void setState(State state);

    AuthClient m_client;
    Options m_options;
    AuthSession m_session;
    State m_state = State::SignedOut;
    QPointer<AuthJob> m_job;
    QTimer m_timer;
    int m_failures = 0;
    bool m_restoring = false;
    bool m_asked = false; ///< for a token while a sign-in was under way
};

} // namespace LumaSync

Q_DECLARE_METATYPE(LumaSync::StoredSession)
