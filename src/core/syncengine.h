// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "../net/project.h"
#include "schemadescription.h"
#include "syncitems.h"
#include "syncstatus.h"
#include "uploadkind.h"

#include <LumaSync/core/export.h>

#include <QObject>
#include <QSet>

#include <chrono>
#include <memory>

namespace LumaSync {

class TokenProvider;

/// What a host says once.
struct SyncOptions
{
    QString databasePath;                                 ///< the host's existing SQLite library
    Project project;                                      ///< see Project::make()
    SchemaDescription schema = SchemaDescription::luma(); ///< which tables and files, see docs/describe-your-schema.md
    QString keychainService = QStringLiteral("LumaSync"); ///< where the sign-in is kept between runs; empty: nowhere
    QString cacheFolder; ///< for packages under way; empty: QStandardPaths::CacheLocation
    std::chrono::milliseconds interval = std::chrono::seconds(60);   ///< between two table cycles
    std::chrono::milliseconds uploadPause = std::chrono::seconds(1); ///< between two uploads
    std::chrono::milliseconds quitLimit = std::chrono::seconds(10);  ///< of the last cycle
    /// Without an acknowledged byte for so long a request ends; the offset is asked for and the upload goes on.
    std::chrono::milliseconds stallLimit = std::chrono::seconds(60);
    int compressionLevel = 3;          ///< of analysis packages, 1 to 22
    qint64 bandwidthLimit = 0;         ///< of uploads, bytes per second; 0: none
    bool uploadsOnMetered = false;     ///< whether uploads of more than 1 MiB go over a metered network
    bool uploadsOnPowerSaving = false; ///< likewise while the battery saver is on
    bool uploadFiles = true;           ///< false: tables only
    QSet<UploadKind> excludedKinds{};  ///< uploads that wait until they are included again
};

/// Backs a library up while the host goes on. Construct, connect, start(); the rest is signals.
///
/// Runs two workers, each in a thread of its own. No call blocks, except stop() and the destructor, which are bounded
/// by SyncOptions::quitLimit and a little. `QCoreApplication::aboutToQuit` stops it by itself, and the end of the
/// desktop session (`QGuiApplication::commitDataRequest`) sends what is left: whoever logs out may still call it off.
/// Thread: the one that made it, normally the GUI thread. Owner: the host.
class LUMASYNC_CORE_EXPORT SyncEngine : public QObject
{
    Q_OBJECT
    Q_PROPERTY(LumaSync::SyncStatus status READ status NOTIFY statusChanged)
public:
    /// The engine signs in by itself, see signIn(), and keeps the session in the keychain. Nothing happens before
    /// start().
    explicit SyncEngine(SyncOptions options, QObject *parent = nullptr);
    /// A host with a sign-in of its own gives the tokens. `provider` outlives the engine.
    SyncEngine(SyncOptions options, TokenProvider *provider, QObject *parent = nullptr);
    ~SyncEngine() override;

    /// How it stands; statusChanged() says when it changes.
    [[nodiscard]] const SyncStatus &status() const { return m_status; }
    /// What the host said.
    [[nodiscard]] const SyncOptions &options() const { return m_options; }

public Q_SLOTS:
    /// Opens and prepares the library in the background and begins to sync as soon as somebody is signed in.
    void start();
    /// Signs in with the project. Ends with signInFinished(). Not with a TokenProvider.
    void signIn(const QString &email, const QString &password);
    /// Ends the session here and on the server; rows and files stay marked and wait. Not with a TokenProvider.
    void signOut();
    /// The library belongs to another account (status: NeedsAttention, problem code "other-account"): makes all of it
    /// new rows and files of the account that is signed in. Not calling it keeps them apart: nothing is sent.
    void adoptLibrary();
    /// A table cycle at once instead of at the end of the interval.
    void syncNow();
    /// Nothing is sent while it is paused; changes go on being marked. Kept in the library: it outlives the program,
    /// and every program that backs this library up honours it.
    void setPaused(bool paused);
    /// Tries refused rows and failed uploads again at once.
    void retryNow();

    /// Asks for the list behind the counts; answered by itemsListed(). The lists are read in the workers' threads.
    void listItems();
    /// Tries a failed upload again at once. `jobId`: UploadItem::id; an unknown one is ignored.
    void retryUpload(qint64 jobId);
    /// Takes an upload out of the queue; the file on this machine stays. `jobId`: UploadItem::id.
    void removeUpload(qint64 jobId);
    /// An excluded upload waits until it is included again; it is not lost.
    void setUploadExcluded(qint64 jobId, bool excluded);
    /// Likewise for all uploads of a track, those to come included.
    void setTrackExcluded(qint64 trackId, bool excluded);
    /// Likewise for all uploads of these kinds.
    void setExcludedKinds(const QSet<LumaSync::UploadKind> &kinds);

    /// Bytes per second for uploads; 0: no limit.
    void setBandwidthLimit(qint64 bytesPerSecond);
    /// Whether uploads of more than 1 MiB go on over a metered network. Default: no; SyncStatus::hold tells while one
    /// waits.
    void setUploadsOnMetered(bool allowed);
    /// Likewise while the battery saver is on.
    void setUploadsOnPowerSaving(bool allowed);
    /// The host knows whether the battery saver is on; its word counts from now on.
    void setPowerSaving(bool saving);
    /// Compression level of analysis packages, 1 to 22.
    void setCompressionLevel(int level);

    /// The host's hints; what was missed is found at the next start all the same.
    /// `trackId`: the key of the row that a file belongs to.
    void trackImported(qint64 trackId);
    /// Artwork was found in it.
    void artworkExtracted(qint64 trackId);
    /// A part of the package is there; it is queued when all are.
    void analysisFinished(qint64 trackId);
    /// The same for any schema: files of this row are new or changed.
    void rowChanged(const QString &table, const QVariant &key);

    /// Ends without blocking: no new work, the upload is interrupted (its offset is kept), one last table cycle of at
    /// most SyncOptions::quitLimit, then stopped(). For a host that shows something meanwhile.
    void finish();
    /// finish() with another limit, for instance none at all for a server that says nothing any more.
    void finishWithin(std::chrono::milliseconds limit);
    /// finish() and wait, bounded.
    void stop();
    /// The last table cycle of finish(), and wait for it, bounded; but it goes on afterwards.
    void flush();

Q_SIGNALS:
    /// At most ten times a second while bytes flow.
    void statusChanged(const LumaSync::SyncStatus &status);
    /// A sign-in ended; no error: somebody is signed in.
    void signInFinished(const LumaSync::Error &error);
    /// A table cycle went through, or ended early with an error.
    void cycleFinished(const LumaSync::Error &error, qint64 rowsSent, qint64 rowsDeleted, qint64 bytesSent);
    /// An upload was stored, or ended with an error; whether it is tried again is in the lists, see listItems().
    void uploadFinished(const LumaSync::UploadProgress &upload, const LumaSync::Error &error);
    /// The answer to listItems(): all uploads that are not completed, all rows that were refused.
    void itemsListed(const QList<LumaSync::UploadItem> &uploads, const QList<LumaSync::RefusedRow> &refused);
    /// Both workers have ended; the library is closed.
    void stopped();

private:
    class Private;
    void startTables();
    void startFiles();
    void startTokens();
    void workerStopped();
    void endThreads(std::chrono::milliseconds limit);
    void refreshStatus();

    SyncOptions m_options;
    SyncStatus m_status;
    std::unique_ptr<Private> d;
};

} // namespace LumaSync
