// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/database.h"
#include "localcloud.h"

#include <QJsonObject>
#include <QProcessEnvironment>
#include <QTemporaryDir>

/// What a run of the program left behind.
struct Ran
{
    int code = -1; ///< -2: it crashed
    QString out;
    QString err;

    /// Objects of --json with this event.
    [[nodiscard]] QList<QJsonObject> events(const QString &event) const;
    /// Everything that was said, for a test's message.
    [[nodiscard]] QString all() const { return QString::number(code) + QStringLiteral(": ") + out + err; }
    /// One sentence for people on standard error: who speaks, what is wrong, what to do.
    [[nodiscard]] bool isOneSentence() const;
};

/// The program `lumasync` with a small generated library of its own and, where a test starts it, a local cloud. The
/// account exists once signUp() was called. Thread: the test's. Owner: the test.
class CliProgram
{
public:
    static inline const QString email = QStringLiteral("ada@example.com");
    static inline const QString password = QStringLiteral("correct horse battery");

    /// Generates the library; empty, or what went wrong. `options`: of "luma-library generate".
    [[nodiscard]] QString makeLibrary(const QStringList &options = {QStringLiteral("--tracks"), QStringLiteral("1")});
    /// Starts the cloud and makes the account.
    [[nodiscard]] QString startCloud();
    /// Likewise, and backs everything up once.
    [[nodiscard]] QString backUp();

    [[nodiscard]] LumaSync::LocalCloud &cloud() { return m_cloud; }
    [[nodiscard]] QString database() const { return path(QStringLiteral("library/luma.sqlite")); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    /// Everything that the program needs to know. `changes` replace variables, null ones remove them.
    [[nodiscard]] QProcessEnvironment environment(const QHash<QString, QString> &changes = {}) const;
    [[nodiscard]] Ran run(const QStringList &arguments, const QHash<QString, QString> &changes = {}) const;
    /// Starts it and lets it run.
    void begin(QProcess &process, const QStringList &arguments, const QHash<QString, QString> &changes = {}) const;
    /// Waits until it ends.
    [[nodiscard]] static Ran end(QProcess &process);

    /// One statement of the host.
    void edit(const QString &sql) const;
    [[nodiscard]] QVariant value(const QString &sql) const;
    /// A copy of the library's database, for damage.
    [[nodiscard]] QString copyOfLibrary(const QString &name) const;

private:
    QTemporaryDir m_folder;
    LumaSync::LocalCloud m_cloud;
};
