// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QNetworkAccessManager>
#include <QProcess>

namespace Luma {

/// The local cloud as a child process, and an account on it: so that the app can be tried without a project. It ends
/// with this process, whatever becomes of it. Thread: GUI; nothing blocks. Owner: main().
class CloudProcess : public QObject
{
    Q_OBJECT
public:
    explicit CloudProcess(QObject *parent = nullptr);
    ~CloudProcess() override;

    /// `folder`: where the cloud keeps its data. Ends with ready() or failed().
    void start(const QString &script, const QString &folder);

    [[nodiscard]] static QString email() { return QStringLiteral("mara@luma.example"); }
    /// Of an account that exists only in the cloud on this computer.
    [[nodiscard]] static QString password() { return QStringLiteral("a night at the opera"); }

Q_SIGNALS:
    /// The account exists; sign in with email() and password().
    void ready(const QString &url, const QByteArray &key);
    void failed(const QString &sentence);

private:
    void readOutput();
    void signUp(const QString &url, const QByteArray &key);

    QProcess m_process;
    QNetworkAccessManager m_manager;
    bool m_isStopping = false;
};

} // namespace Luma
