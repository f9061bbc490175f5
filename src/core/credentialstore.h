// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/session.h"

#include <QObject>

namespace LumaSync {

/// Keeps the refresh token in the system's keychain (QtKeychain: Secret Service, KWallet, macOS Keychain, Windows
/// Credential Manager). Where there is none, the session lasts as long as the process, and unavailable() says so;
/// nothing is ever written to a plain file. Thread: the one that made it, with an event loop. Owner: Account.
class CredentialStore : public QObject
{
    Q_OBJECT
public:
    /// `service`: the name under which the keychain lists the entry; empty: memory only. `origin`: one entry for each
    /// project.
    CredentialStore(QString service, const QUrl &origin, QObject *parent = nullptr);

    /// Ends with loaded().
    void load();
    /// Begins to store; a session without a refresh token is removed. Calls are carried out in order.
    void save(const StoredSession &session);

    [[nodiscard]] static QByteArray toJson(const StoredSession &session);
    /// An entry that is not ours gives an empty session.
    [[nodiscard]] static StoredSession fromJson(const QByteArray &json);

Q_SIGNALS:
    /// Without a refresh token: nothing stored.
    void loaded(const LumaSync::StoredSession &session);
    /// The keychain cannot be used: the person signs in again after the next start.
    void unavailable(const LumaSync::Error &error);

private:
    void writeNext();

    QString m_service;
    QString m_key;
    QList<StoredSession> m_queue;
    bool m_writing = false;
};

} // namespace LumaSync
