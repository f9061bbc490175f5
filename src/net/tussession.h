// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/backoff.h"
#include "net/error.h"
#include "net/httpjob.h"
#include "net/objectstore.h"
#include "net/project.h"

#include <LumaSync/net/export.h>

#include <QDateTime>
#include <QJsonObject>

namespace LumaSync {

/// One file to be stored by resumable upload, and what an earlier run left.
struct TusRequest
{
    QString filePath;
    qint64 size = 0;    ///< bytes; at least 1 (empty files go by ObjectStore)
    QDateTime modified; ///< where valid, the file must still have this modification time
    QString bucket;
    QString objectName;
    ObjectAttributes attributes;
    QUrl uploadUrl;          ///< empty: none was created yet
    QDateTime uploadExpires; ///< when `uploadUrl` dies, UTC by this device's clock; invalid: unknown
};

/// The code of the error that says that a file cannot go up within its URL's life.
inline constexpr QLatin1StringView urlLife("UrlLife");

/// Every decision of one resumable upload, without I/O: ask next(), do it, feed what happened, ask again.
/// Rules: tus 1.0.0 as Supabase Storage speaks it. The server's offset is the only truth, also when it is
/// lower than before; after every uncertainty it is asked (HEAD) before a byte is sent; an upload is stored
/// when the last PATCH was answered or the object's info proves it, not when the offset reaches the length. A
/// value; any thread.
class LUMASYNC_NET_EXPORT TusSession
{
public:
    struct Action
    {
        enum class Kind {
            Create,    ///< POST; feed(result)
            StoreUrl,  ///< commit url() and expires() to disk; then urlStored()
            ForgetUrl, ///< commit that there is no URL any more; then urlForgotten()
            Head,      ///< ask the offset; feed(result)
            Patch,     ///< send `length` bytes from `offset`; feed(result)
            CheckInfo, ///< ask for the object's info; feedInfo(result)
            Wait,      ///< `delay`, then waited()
            NeedToken, ///< the server refuses the token: get a fresh one, then tokenRenewed()
            Done,      ///< stored
            Fail,      ///< `error`; the URL stays valid for a later run if url() is not empty
        };
        Kind kind = Kind::Fail;
        qint64 offset = 0;
        qint64 length = 0;
        std::chrono::milliseconds delay{0};
        Error error{};
    };

    struct Options
    {
        qint64 chunkSize = 6 * 1024 * 1024; ///< Supabase's rule; the last chunk is what remains
        int maxCreations = 3;               ///< uploads begun anew before giving up
        int maxFaults = 6; ///< failures in a row without a byte acknowledged beyond the highest offset so far
        Backoff backoff;
        /// Bytes per second at best, 0: unknown. An upload that cannot be done at this rate before its URL dies is not
        /// begun: TooLarge with the code urlLife.
        double expectedRate = 0;
        std::function<QDateTime()> now = [] { return QDateTime::currentDateTimeUtc(); };
    };

    TusSession(Project project, TusRequest request, Options options);

    [[nodiscard]] Action next() const;

    /// The answer to Create, Head or Patch, whichever next() had asked for.
    void feed(const HttpResult &result);
    void feedInfo(const ObjectResult &result);
    void urlStored();
    void urlForgotten();
    void waited();
    void tokenRenewed();
    /// The local side failed (file gone or changed, no token to be had): ends with `error`.
    void fail(const Error &error);

    [[nodiscard]] QUrl url() const { return m_url; }
    [[nodiscard]] QDateTime expires() const { return m_expires; }
    /// Bytes that the server has acknowledged last.
    [[nodiscard]] qint64 acknowledged() const { return m_offset; }
    [[nodiscard]] const TusRequest &request() const { return m_request; }

    /// The value of `Upload-Metadata`: `key base64,key base64` without blanks around the commas.
    [[nodiscard]] static QByteArray uploadMetadata(const TusRequest &request);

private:
    enum class Step { Create, StoreUrl, ForgetUrl, Head, Patch, Info, Done, Failed };
    /// Why the object's info is asked for: it decides what a missing object means.
    enum class InfoReason { AllSent, UploadGone, NameTaken };

    void feedCreate(const HttpResult &result);
    void feedHead(const HttpResult &result);
    void feedPatch(const HttpResult &result);
    void acknowledge(qint64 offset);
    void takeExpiry(const HttpResult &result);
    void retry(const Error &error, Step then);
    void needToken(const Error &error, Step then);
    void startOver();
    [[nodiscard]] bool canFinish(qint64 bytes) const;
    [[nodiscard]] Error tooSlow() const;
    void askInfo(InfoReason reason);
    void go(Step step);
    [[nodiscard]] bool proves(const ObjectInfo &info) const;

    Project m_project;
    TusRequest m_request;
    Options m_options;
    QUrl m_url;
    QDateTime m_expires;
    Step m_step = Step::Create;
    InfoReason m_reason = InfoReason::AllSent;
    std::chrono::milliseconds m_wait{0};
    bool m_waiting = false;
    bool m_wantsToken = false;
    bool m_trustExpiry = true;
    bool m_emptyPatchTried = false;
    qint64 m_offset = 0;
    qint64 m_highest = 0;
    int m_faults = 0;
    int m_creations = 0;
    int m_tokens = 0;
    Error m_error;
};

} // namespace LumaSync
