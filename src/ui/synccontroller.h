// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "../core/syncitems.h"
#include "../core/syncstatus.h"
#include "syncsettings.h"

#include <LumaSync/ui/export.h>

#include <QObject>

#include <memory>

namespace LumaSync {

/// All that the widgets know of an engine: one status value, the lists behind its counts, and commands.
/// EngineController is the one for a SyncEngine; tests bring their own. Thread: GUI. Owner: the host; it outlives the
/// widgets.
class LUMASYNC_UI_EXPORT SyncController : public QObject
{
    Q_OBJECT
public:
    /// For subclasses.
    explicit SyncController(QObject *parent = nullptr);
    ~SyncController() override;

    /// How it stands; statusChanged() says when it changes.
    [[nodiscard]] virtual SyncStatus status() const = 0;
    /// What the person has set.
    [[nodiscard]] virtual SyncSettings settings() const = 0;
    /// Whether signIn() and signOut() mean anything: a host with a sign-in of its own says no.
    [[nodiscard]] virtual bool canSignIn() const { return true; }
    /// The files that rows have, by the names of the schema description: what can be left out.
    [[nodiscard]] virtual QStringList uploadKinds() const
    {
        return {QStringLiteral("track_audio"), QStringLiteral("artwork_thumb"), QStringLiteral("analysis_package")};
    }
    /// Whether quitReady() was asked for.
    [[nodiscard]] bool quitsWhenDone() const;

public Q_SLOTS:
    /// See SyncEngine::syncNow().
    virtual void syncNow() = 0;
    /// See SyncEngine::setPaused().
    virtual void setPaused(bool paused) = 0;
    /// See SyncEngine::retryNow().
    virtual void retryNow() = 0;
    /// Ends with signInFinished().
    virtual void signIn(const QString &email, const QString &password) = 0;
    /// See SyncEngine::signOut().
    virtual void signOut() = 0;
    /// See SyncEngine::adoptLibrary().
    virtual void adoptLibrary() = 0;

    /// Answered by itemsListed().
    virtual void listItems() = 0;
    /// `jobId`: UploadItem::id, here and below.
    virtual void retryUpload(qint64 jobId) = 0;
    /// See SyncEngine::removeUpload().
    virtual void removeUpload(qint64 jobId) = 0;
    /// See SyncEngine::setUploadExcluded().
    virtual void setUploadExcluded(qint64 jobId, bool excluded) = 0;

    /// Applies and keeps them; ends with settingsChanged() where they differ.
    virtual void setSettings(const LumaSync::SyncSettings &settings) = 0;

    /// Asks for quitReady() as soon as everything is backed up, which may be at once.
    void setQuitsWhenDone(bool quits);

Q_SIGNALS:
    /// status() is another one.
    void statusChanged(const LumaSync::SyncStatus &status);
    /// settings() are others.
    void settingsChanged(const LumaSync::SyncSettings &settings);
    /// No error: somebody is signed in.
    void signInFinished(const LumaSync::Error &error);
    /// The answer to listItems().
    void itemsListed(const QList<LumaSync::UploadItem> &uploads, const QList<LumaSync::RefusedRow> &refused);
    /// quitsWhenDone() is another one.
    void quitsWhenDoneChanged(bool quits);
    /// The person wanted to quit when everything is uploaded, and it is. A SyncMenu quits the application then.
    void quitReady();

private:
    class Private;
    void checkQuit();

    std::unique_ptr<Private> d;
};

} // namespace LumaSync
