// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/objectstore.h"
#include "net/tusupload.h"

#include <optional>

namespace LumaSync {

/// How files travel.
struct TransferSettings
{
    BandwidthLimit *limit = nullptr;              ///< outlives the transfer
    std::chrono::milliseconds stallLimit{60'000}; ///< no byte acknowledged or moved for so long ends a request
    double expectedRate = 0;                      ///< bytes per second; 0: unknown
};

/// Sends one file or one piece of memory: up to 6 MiB in one request, more by a resumable upload. Both ways
/// look the same from outside; a refused token is asked for anew. See Job for the contract. Thread: the
/// manager's. Owner: its parent.
class Transfer : public Job
{
    Q_OBJECT
public:
    /// `bytes` go instead of the file where they are set; `request.size` is their size then.
    Transfer(QNetworkAccessManager *manager, const Project &project, TusRequest request,
             std::optional<QByteArray> bytes, AccessToken token, const TransferSettings &settings, QObject *parent);

public Q_SLOTS:
    void confirmUrl();
    void setToken(const LumaSync::AccessToken &token);

Q_SIGNALS:
    void urlCreated(const QUrl &url, const QDateTime &expires);
    void urlForgotten();
    void progressed(qint64 acknowledged, qint64 sent, qint64 total);
    void tokenNeeded(const LumaSync::AccessToken &stale);
    void finished(const LumaSync::UploadResult &result);

protected:
    void run() override;
    void stop() override;
    void report(bool canceled) override;

private:
    void put();
    void putFinished(const ObjectResult &result);
    void uploadFile();

    QNetworkAccessManager *m_manager;
    Project m_project;
    TusRequest m_request;
    std::optional<QByteArray> m_bytes;
    AccessToken m_token;
    TransferSettings m_settings;
    ObjectStore m_store;
    QPointer<Job> m_job;
    QPointer<TusUpload> m_upload;
    UploadResult m_result;
    int m_freshTokens = 0;
    bool m_wantsToken = false;
};

} // namespace LumaSync
