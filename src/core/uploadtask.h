// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/mediareader.h"
#include "core/preparejob.h"
#include "core/storagequeue.h"
#include "core/syncstatus.h"
#include "core/transfer.h"
#include "core/transferrate.h"

#include <QElapsedTimer>

namespace LumaSync {

/// What an upload works with. Everything outlives the task and belongs to its thread.
struct UploadContext
{
    StorageQueue *queue = nullptr;
    const MediaReader *reader = nullptr;
    QNetworkAccessManager *manager = nullptr;
    QThreadPool *pool = nullptr;
    Project project{};
    PackageSettings package{};
    TransferSettings transfer{};
    TransferRate *rate = nullptr; ///< of the worker: it goes on from file to file
};

struct UploadOutcome
{
    enum class Kind {
        Uploaded,
        Moot,   ///< the track is gone, or its media changed and the job begins anew; `error` is Canceled
        Failed, ///< `error`, Canceled included
    };
    Kind kind = Kind::Failed;
    UploadJob job{};
    UploadProgress progress{};
    Error error{};
    bool progressed = false; ///< the server acknowledged something
    qint64 bytesSent = 0;    ///< acknowledged since the task began
    std::chrono::milliseconds sendTime{0};
};

/// One job of the queue from its turn to its end: makes the file, sends it, and writes what happened to the
/// queue as it happens. Cancel keeps what was reached. Failures are reported, not recorded: that is the
/// worker's decision. See Job for the contract. Thread: the storage worker's. Owner: StorageWorker.
class UploadTask : public Job
{
    Q_OBJECT
public:
    UploadTask(UploadContext context, UploadJob job, AccessToken token, QObject *parent);

    void setToken(const AccessToken &token);
    [[nodiscard]] const UploadProgress &progress() const { return m_progress; }

Q_SIGNALS:
    void progressed(const LumaSync::UploadProgress &progress);
    void tokenNeeded(const LumaSync::AccessToken &stale);
    void finished(const LumaSync::UploadOutcome &outcome);

protected:
    void run() override;
    void stop() override;
    void report(bool canceled) override;

private:
    [[nodiscard]] Expected<std::optional<UploadRequest>> wanted();
    void prepare();
    void prepared(const PreparedFile &file);
    void send(const PreparedFile &file);
    void noteProgress(qint64 acknowledged, qint64 sent, qint64 total);
    void sent(const UploadResult &result);
    void startOver(const UploadRequest &request);
    /// True: go on. Otherwise the task ends: the job is another one by now, or the database is in trouble.
    bool check(const Expected<bool> &stored);
    void end(UploadOutcome::Kind kind, const Error &error = {});

    UploadContext m_context;
    AccessToken m_token;
    UploadOutcome m_outcome;
    UploadProgress m_progress;
    RowFiles m_row;
    FileForm m_form = FileForm::AsIs;
    QPointer<Job> m_step;
    QPointer<Transfer> m_transfer;
    QElapsedTimer m_sending;
    bool m_ending = false;
};

} // namespace LumaSync
