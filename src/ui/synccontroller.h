// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/syncitems.h"
#include "core/syncstatus.h"
#include "ui/syncsettings.h"

#include <QObject>

namespace LumaSync {

/// All that the widgets know of an engine: one status value, the lists behind its counts, and commands.
/// EngineController is the one for a SyncEngine; tests bring their own. Thread: GUI. Owner: the host; it outlives the
/// widgets.
class SyncController : public QObject
{
    Q_OBJECT
public:
    explicit SyncController(QObject *parent = nullptr);

    [[nodiscard]] virtual SyncStatus status() const = 0;
    [[nodiscard]] virtual SyncSettings settings() const = 0;
    /// Whether signIn() and signOut() mean anything: a host with a sign-in of its own says no.
    [[nodiscard]] virtual bool canSignIn() const { return true; }
    [[nodiscard]] bool quitsWhenDone() const { return m_quitsWhenDone; }

public Q_SLOTS:
    virtual void syncNow() = 0;
    virtual void setPaused(bool paused) = 0;
    virtual void retryNow() = 0;
    virtual void signIn(const QString &email, const QString &password) = 0;
    virtual void signOut() = 0;
    virtual void adoptLibrary() = 0;

    /// Answered by itemsListed().
    virtual void listItems() = 0;
    virtual void retryUpload(qint64 jobId) = 0;
    virtual void removeUpload(qint64 jobId) = 0;
    virtual void setUploadExcluded(qint64 jobId, bool excluded) = 0;

    virtual void setSettings(const LumaSync::SyncSettings &settings) = 0;

    /// Asks for quitReady() as soon as everything is backed up, which may be at once.
    void setQuitsWhenDone(bool quits);

Q_SIGNALS:
    void statusChanged(const LumaSync::SyncStatus &status);
    void settingsChanged(const LumaSync::SyncSettings &settings);
    void signInFinished(const LumaSync::Error &error);
    void itemsListed(const QList<LumaSync::UploadItem> &uploads, const QList<LumaSync::RefusedRow> &refused);
    void quitsWhenDoneChanged(bool quits);
    /// The person wanted to quit when everything is uploaded, and it is. A tray icon quits the application then.
    void quitReady();

private:
    void checkQuit();

    bool m_quitsWhenDone = false;
};

} // namespace LumaSync
