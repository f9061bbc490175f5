// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/accesstoken.h"
#include "net/tussession.h"

#include <LumaSync/net/export.h>

#include <QElapsedTimer>
#include <QFile>

namespace LumaSync {

struct UploadResult
{
    Error error;
    qint64 acknowledged = 0; ///< bytes that the server has
};

/// Carries out a TusSession: one resumable upload of one file, read through a window, a chunk at a time.
/// Never holds a chunk in memory. Cancel keeps the upload's URL: a new job with it goes on from the server's
/// offset, so pausing is cancel() and a new job. Thread: the manager's. Owner: its parent. See Job for the
/// contract.
class LUMASYNC_NET_EXPORT TusUpload : public Job
{
    Q_OBJECT
public:
    TusUpload(QNetworkAccessManager *manager, Project project, TusRequest request, AccessToken token,
              TusSession::Options options, QObject *parent);
    ~TusUpload() override;

    /// No byte moved, or none acknowledged once all were sent, for this long ends the request and goes back to HEAD.
    /// Default 60 s.
    void setStallLimit(std::chrono::milliseconds limit) { m_stallLimit = limit; }
    /// Under which the chunks go. Default: none.
    void setBandwidthLimit(BandwidthLimit *limit) { m_limit = limit; }
    /// How long the answer to the last chunk may take: minutes, because the server hashes the whole file. Default 15
    /// min.
    void setLastAnswerLimit(std::chrono::milliseconds limit) { m_lastAnswerLimit = limit; }

public Q_SLOTS:
    /// The URL of urlCreated() is on disk: bytes may flow.
    void confirmUrl();
    /// A fresh token: answers tokenNeeded(), and is used from the next request on in any case.
    void setToken(const LumaSync::AccessToken &token);

Q_SIGNALS:
    /// An upload was created. Nothing is sent to it before confirmUrl(). `expires` is UTC, invalid where the
    /// server does not say.
    void urlCreated(const QUrl &url, const QDateTime &expires);
    /// The stored URL is dead: forget it. Comes before the next urlCreated().
    void urlForgotten();
    /// `sent` counts bytes handed to the socket too, about ten times a second; `acknowledged` may fall when the
    /// server lost some, and is told at once.
    void progressed(qint64 acknowledged, qint64 sent, qint64 total);
    /// The server refuses this token; the job waits for setToken().
    void tokenNeeded(const LumaSync::AccessToken &stale);
    void finished(const LumaSync::UploadResult &result);

protected:
    void run() override;
    void stop() override;
    void report(bool canceled) override;

private:
    void proceed();
    void proceedLater();
    void create();
    void patch(qint64 offset, qint64 length);
    void checkInfo();
    void launch(HttpRequest request, qint64 base);
    [[nodiscard]] HttpRequest request(const QByteArray &verb, const QUrl &url) const;
    /// The file is there, unchanged and open.
    [[nodiscard]] Error checkFile();

    QNetworkAccessManager *m_manager;
    Project m_project;
    AccessToken m_token;
    TusSession m_session;
    ObjectStore m_store;
    std::shared_ptr<QFile> m_file;
    QPointer<Job> m_job;
    QTimer m_wait;
    QElapsedTimer m_sinceProgress;
    QPointer<BandwidthLimit> m_limit;
    std::chrono::milliseconds m_stallLimit{60'000};
    std::chrono::milliseconds m_lastAnswerLimit{15 * 60'000};
};

} // namespace LumaSync

Q_DECLARE_METATYPE(LumaSync::UploadResult)
