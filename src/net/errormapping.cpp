// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/errormapping.h"

#include "net/serveranswer.h"

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

using K = Error::Kind;

// SQLSTATE and PGRST codes; the first prefix that fits wins.
constexpr CodeMeaning postgrestCodes[] = {
    {"23503"_L1, K::Parent},
    {"23"_L1, K::Row},
    {"22"_L1, K::Row},
    {"21000"_L1, K::Row}, // one id twice in a batch: cut in halves, both go through
    {"P0"_L1, K::Row},
    {"42501"_L1, K::Forbidden},
    {"42P01"_L1, K::Schema},
    {"42P10"_L1, K::Schema},
    {"42703"_L1, K::Schema},
    {"42"_L1, K::Schema},
    {"PGRST204"_L1, K::Schema},
    {"PGRST205"_L1, K::Schema},
    {"PGRST106"_L1, K::Schema},
    {"PGRST000"_L1, K::Server},
    {"PGRST001"_L1, K::Server},
    {"PGRST002"_L1, K::Server},
    {"PGRST003"_L1, K::Server},
    {"PGRST301"_L1, K::SignedOut},
    {"PGRST302"_L1, K::SignedOut},
    {"PGRST303"_L1, K::SignedOut},
    {"PGRST300"_L1, K::Server},
    {"PGRST1"_L1, K::Protocol},
    {"57014"_L1, K::TooLarge},
    {"55P03"_L1, K::Busy},
    {"40"_L1, K::Busy},
    {"53"_L1, K::Server},
    {"08"_L1, K::Server},
    {"57P"_L1, K::Server},
    {"25006"_L1, K::Server},
    {"54"_L1, K::TooLarge},
};

// Codes of the object API.
constexpr CodeMeaning storageCodes[] = {
    {"NoSuchBucket"_L1, K::Schema},
    {"NoSuchKey"_L1, K::Gone},
    {"NoSuchUpload"_L1, K::Gone},
    {"KeyAlreadyExists"_L1, K::Conflict},
    {"ResourceAlreadyExists"_L1, K::Conflict},
    {"Duplicate"_L1, K::Conflict},
    {"InvalidMimeType"_L1, K::Row},
    {"InvalidKey"_L1, K::Row},
    {"InvalidBucketName"_L1, K::Row},
    {"EntityTooLarge"_L1, K::TooLarge},
    {"InvalidJWT"_L1, K::SignedOut},
    {"SlowDown"_L1, K::Busy},
    {"TooManyRequests"_L1, K::Busy},
    {"ResourceLocked"_L1, K::Busy},
    {"LockTimeout"_L1, K::Busy},
    {"DatabaseTimeout"_L1, K::Server},
    {"DatabaseError"_L1, K::Server},
    {"InternalError"_L1, K::Server},
    {"S3"_L1, K::Server},
};

// Plain text of the TUS layer, with the name that we give it.
struct TusText
{
    QLatin1StringView prefix;
    K kind;
    QLatin1StringView code;
};
constexpr TusText tusTexts[] = {
    {"Upload-Offset conflict"_L1, K::Conflict, "UploadOffsetConflict"_L1},
    {"The resource already exists"_L1, K::Conflict, "ResourceAlreadyExists"_L1},
    {"Bucket not found"_L1, K::Schema, "NoSuchBucket"_L1},
    {"Bucket name invalid"_L1, K::Row, "InvalidBucketName"_L1},
    {"The file for this url"_L1, K::Gone, "NoSuchUpload"_L1},
    {"Invalid upload id"_L1, K::Gone, "InvalidUploadId"_L1},
    {"Invalid key"_L1, K::Row, "InvalidKey"_L1},
    {"Maximum size exceeded"_L1, K::TooLarge, "EntityTooLarge"_L1},
    {"upload's size exceeded"_L1, K::TooLarge, "UploadSizeExceeded"_L1},
    {"mime type"_L1, K::Row, "InvalidMimeType"_L1},
    {"new row violates"_L1, K::Forbidden, "RowLevelSecurity"_L1},
    {"acquiring lock timeout"_L1, K::Busy, "LockTimeout"_L1},
    {"Upload-Offset header required"_L1, K::Protocol, {}},
    {"Content-Type header required"_L1, K::Protocol, {}},
    {"Tus-Resumable"_L1, K::Protocol, {}},
};

/// Whether a refusal of the JWT layer is about the token itself, not about a policy.
bool isAboutToken(const QString &message)
{
    for (const QLatin1StringView word :
         {"\"exp\""_L1, "claim"_L1, "jws"_L1, "jwt"_L1, "signature"_L1, "authorization"_L1}) {
        if (message.contains(word, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

Error storageJsonError(const HttpResult &result, ServerAnswer answer)
{
    // HTTP says 400 for nearly everything; the true status is a string in the body.
    const int trueStatus = answer.json["statusCode"_L1].toString().toInt();
    if (trueStatus >= 400)
        answer.status = trueStatus;
    if (answer.message.startsWith("Route "_L1))
        return answer.error(K::Schema, result);
    if (answer.message.contains("row-level security"_L1) || answer.message.startsWith("new row violates"_L1))
        return answer.error(K::Forbidden, result);
    if (const std::optional<K> kind = meaningOf(answer.code, storageCodes))
        return answer.error(*kind, result);
    if ((answer.status == 400 || answer.status == 401 || answer.status == 403) && isAboutToken(answer.message))
        return answer.error(K::SignedOut, result);
    return answer.error(kindOfStatus(answer.status), result);
}

} // namespace

Error postgrestError(const HttpResult &result)
{
    if (result.error || result.isOk())
        return result.error;
    ServerAnswer answer = ServerAnswer::of(result);
    if (answer.isAboutApiKey(result))
        return answer.error(K::Key, result);
    if (answer.code.isEmpty()) { // HEAD has no body, but the code is in a header too
        const QByteArray status = result.headers.value("Proxy-Status").toByteArray();
        if (const qsizetype at = status.indexOf("error="); at >= 0)
            answer.code = QString::fromLatin1(status.mid(at + 6)).section(u';', 0, 0).trimmed();
    }
    if (answer.code.startsWith("PGRST303"_L1) &&
        (answer.message.contains("issued at future"_L1) || answer.message.contains("not yet valid"_L1))) {
        Error error = answer.error(K::Busy, result);
        error.retryAfter = std::max<std::chrono::milliseconds>(error.retryAfter, std::chrono::seconds(10));
        return error;
    }
    if (answer.message.contains("MAX_PARAMETERS_EXCEEDED"_L1))
        return answer.error(K::TooLarge, result);
    const std::optional<K> byCode = meaningOf(answer.code, postgrestCodes);
    if (result.status == 401) // whatever the code: it is the token that lacks, also for 42501 and 22023
        return answer.error(K::SignedOut, result);
    if (byCode)
        return answer.error(*byCode, result);
    return answer.error(result.status == 404 ? K::Schema : kindOfStatus(result.status), result);
}

Error storageError(const HttpResult &result)
{
    if (result.error || result.isOk())
        return result.error;
    ServerAnswer answer = ServerAnswer::of(result);
    if (answer.isAboutApiKey(result))
        return answer.error(K::Key, result);
    if (!answer.json.isEmpty())
        return storageJsonError(result, answer);
    if (result.status == 400 && result.body.isEmpty())
        return answer.error(K::SignedOut, result);
    for (const TusText &text : tusTexts) {
        if (answer.message.startsWith(text.prefix)) {
            answer.code = text.code;
            return answer.error(text.kind, result);
        }
    }
    return answer.error(kindOfStatus(result.status), result);
}

Error goTrueError(const HttpResult &result, AuthRequest request)
{
    if (result.error || result.isOk())
        return result.error;
    ServerAnswer answer = ServerAnswer::of(result);
    if (answer.isAboutApiKey(result))
        return answer.error(K::Key, result);
    const QJsonObject &json = answer.json;
    if (answer.message.isEmpty())
        answer.message = json["msg"_L1].toString(json["error_description"_L1].toString());
    if (answer.code.isEmpty())
        answer.code = json["error_code"_L1].toString(json["error"_L1].toString());
    if (answer.code.isEmpty())
        answer.code = QString::fromLatin1(result.headers.value("x-sb-error-code"));

    if (result.status == 429)
        return answer.error(K::Busy, result);
    if (result.status == 409 || answer.code == "conflict"_L1) // a concurrent refresh
        return answer.error(K::Busy, result);
    if (result.status >= 500)
        return answer.error(K::Server, result);

    static const QStringList sessionIsGone{u"refresh_token_not_found"_s,
                                           u"refresh_token_already_used"_s,
                                           u"session_not_found"_s,
                                           u"session_expired"_s,
                                           u"user_banned"_s,
                                           u"user_not_found"_s,
                                           u"bad_jwt"_s,
                                           u"no_authorization"_s};
    if (request == AuthRequest::SignIn || request == AuthRequest::SignUp) {
        const bool isRefusal =
            result.status == 400 || result.status == 401 || result.status == 403 || result.status == 422;
        return answer.error(isRefusal ? K::Credentials : kindOfStatus(result.status), result);
    }
    const bool isMalformed =
        request == AuthRequest::Refresh && (answer.code == "validation_failed"_L1 || answer.code == "invalid_grant"_L1);
    if (isMalformed || sessionIsGone.contains(answer.code))
        return answer.error(K::SignedOut, result);
    // Anything else must not end the session: only the codes above say that it is gone.
    const K kind = kindOfStatus(result.status);
    return answer.error(kind == K::SignedOut || kind == K::Gone ? K::Protocol : kind, result);
}

} // namespace LumaSync
