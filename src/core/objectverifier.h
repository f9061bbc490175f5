// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/contentdigest.h"
#include "core/mediareader.h"
#include "core/queuepopulator.h"
#include "core/requestretry.h"
#include "core/storagequeue.h"
#include "core/verifyreport.h"
#include "net/job.h"
#include "net/objectstore.h"

#include <QPointer>
#include <QThreadPool>

#include <deque>

namespace LumaSync {

/// Reads back every object that the library should have in the cloud and compares its SHA-256 with the library's
/// content: audio as it is, thumbnails and packages made anew. Where a thumbnail or package made anew is not
/// byte-identical (another codec or compressor version, another compression level), the digest recorded at its upload
/// counts, as long as its source files have not changed since. An upload that is still to be made is a difference; one
/// left out by choice is not. Thread: the connection's; the library's content is read in a helper thread. Owner:
/// Verifier. See Job for the contract.
class ObjectVerifier : public Job
{
    Q_OBJECT
public:
    struct Parts
    {
        const Database &database;
        FileCatalog catalog;
        ObjectStore &store;
        RequestRetry &retry;
    };
    ObjectVerifier(Parts parts, QObject *parent);
    ~ObjectVerifier() override;

    [[nodiscard]] qint64 objects() const { return m_objects; }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] qint64 excluded() const { return m_excluded; }

Q_SIGNALS:
    void differenceFound(const LumaSync::VerifyDifference &difference);
    void progressed();
    void finished(const LumaSync::Error &error);

protected:
    void run() override;
    void stop() override;
    void report(bool canceled) override;

private:
    struct Check // the object at hand
    {
        UploadJob job;
        FileForm form = FileForm::AsIs;
        QString bucket;
        QString name;
        bool sourceChanged = false; ///< since the upload
        std::optional<Expected<Digest>> local;
        std::optional<Expected<Digest>> remote;
    };

    void proceed();
    [[nodiscard]] Error loadRows();
    [[nodiscard]] Expected<bool> begin(const RowFiles &row, const UploadKind &kind);
    void readLocal(DigestSource source);
    void download();
    void compare();
    void emitDifference(VerifyDifference::Kind kind, const QString &detail, bool isWaiting);
    void end(const Error &error);

    Parts m_parts;
    MediaReader m_reader;
    StorageQueue m_queue;
    std::deque<std::pair<RowFiles, UploadKind>> m_todo;
    QueuePopulator::Place m_cursor;
    bool m_atEnd = false;
    Check m_check;
    qint64 m_objects = 0;
    qint64 m_bytes = 0;
    qint64 m_excluded = 0;
    QPointer<ObjectJob> m_job;
    Error m_error;
    QThreadPool m_helper; ///< one thread
    std::stop_source m_cancel;
};

} // namespace LumaSync
