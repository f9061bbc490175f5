// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/errormapping.h"

#include "net/httptext.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <optional>
#include <span>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

using K = Error::Kind;

/// What an answer says, whichever server said it.
struct Answer
{
    int status = 0;
    QString code;
    QString message;
    bool isJson = false;
    QJsonObject json;
};

Answer read(const HttpResult &result)
{
    Answer answer;
    answer.status = result.status;
    const QJsonDocument document = QJsonDocument::fromJson(result.body);
    answer.isJson = document.isObject();
    answer.json = document.object();
    if (answer.isJson) {
        const QJsonValue code = answer.json["code"_L1];
        answer.code = code.isString() ? code.toString() : QString();
        answer.message = answer.json["message"_L1].toString();
    } else {
        answer.message = QString::fromUtf8(result.body.first(std::min<qsizetype>(result.body.size(), 2000)));
    }
    return answer;
}

Error make(K kind, const HttpResult &result, const Answer &answer)
{
    Error error;
    error.kind = kind;
    error.httpStatus = result.status;
    error.code = cleaned(answer.code);
    error.message = cleaned(answer.message);
    if (error.message.isEmpty())
        error.message = u"The server answered with status %1."_s.arg(result.status);
    error.retryAfter = retryAfter(result.headers);
    return error;
}

/// What a status means where nothing else was said.
K kindOfStatus(int status)
{
    switch (status) {
    case 401:
        return K::SignedOut;
    case 403:
        return K::Forbidden;
    case 404:
        return K::Gone;
    case 408:
        return K::Timeout;
    case 409:
        return K::Conflict;
    case 410:
        return K::Gone;
    case 413:
    case 414:
    case 431:
        return K::TooLarge;
    case 415:
        return K::Row;
    case 423:
    case 425:
    case 429:
        return K::Busy;
    default:
        return status >= 500 ? K::Server : K::Protocol;
    }
}

/// The gateway in front of all services, about `apikey`.
bool isAboutApiKey(const HttpResult &result, const Answer &answer)
{
    if (result.status != 401 && result.status != 403)
        return false;
    return answer.message.startsWith("No API key"_L1) || answer.message.startsWith("Invalid API key"_L1) ||
           answer.message.contains("apikey"_L1) || result.headers.value("sb-error-code").contains("API_KEY");
}

/// A prefix of a code or of a text, and what it means.
struct Meaning
{
    QLatin1StringView prefix;
    K kind;
};

std::optional<K> lookUp(std::span<const Meaning> table, const QString &text)
{
    for (const Meaning &row : table) {
        if (text.startsWith(row.prefix, Qt::CaseInsensitive))
            return row.kind;
    }
    return std::nullopt;
}

// SQLSTATE and PGRST codes; the first prefix that fits wins.
constexpr Meaning postgrestCodes[] = {
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
constexpr Meaning storageCodes[] = {
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

Error storageJsonError(const HttpResult &result, Answer answer)
{
    // HTTP says 400 for nearly everything; the true status is a string in the body.
    const int trueStatus = answer.json["statusCode"_L1].toString().toInt();
    if (trueStatus >= 400)
        answer.status = trueStatus;
    if (answer.message.startsWith("Route "_L1))
        return make(K::Schema, result, answer);
    if (answer.message.contains("row-level security"_L1) || answer.message.startsWith("new row violates"_L1))
        return make(K::Forbidden, result, answer);
    if (const std::optional<K> kind = lookUp(storageCodes, answer.code))
        return make(*kind, result, answer);
    if ((answer.status == 400 || answer.status == 401 || answer.status == 403) &&
        isAboutToken(answer.message))
        return make(K::SignedOut, result, answer);
    return make(kindOfStatus(answer.status), result, answer);
}

} // namespace

Error postgrestError(const HttpResult &result)
{
    if (result.error || result.isOk())
        return result.error;
    Answer answer = read(result);
    if (isAboutApiKey(result, answer))
        return make(K::Key, result, answer);
    if (answer.code.isEmpty()) { // HEAD has no body, but the code is in a header too
        const QByteArray status = result.headers.value("Proxy-Status").toByteArray();
        if (const qsizetype at = status.indexOf("error="); at >= 0)
            answer.code = QString::fromLatin1(status.mid(at + 6)).section(u';', 0, 0).trimmed();
    }
    if (answer.code.startsWith("PGRST303"_L1) &&
        (answer.message.contains("issued at future"_L1) || answer.message.contains("not yet valid"_L1))) {
        Error error = make(K::Busy, result, answer);
        error.retryAfter = std::max<std::chrono::milliseconds>(error.retryAfter, std::chrono::seconds(10));
        return error;
    }
    if (answer.message.contains("MAX_PARAMETERS_EXCEEDED"_L1))
        return make(K::TooLarge, result, answer);
    const std::optional<K> byCode = lookUp(postgrestCodes, answer.code);
    if (result.status == 401) // whatever the code: it is the token that lacks, also for 42501 and 22023
        return make(K::SignedOut, result, answer);
    if (byCode)
        return make(*byCode, result, answer);
    return make(result.status == 404 ? K::Schema : kindOfStatus(result.status), result, answer);
}

Error storageError(const HttpResult &result)
{
    if (result.error || result.isOk())
        return result.error;
    Answer answer = read(result);
    if (isAboutApiKey(result, answer))
        return make(K::Key, result, answer);
    if (answer.isJson)
        return storageJsonError(result, answer);
    if (result.status == 400 && result.body.isEmpty())
        return make(K::SignedOut, result, answer);
    for (const TusText &text : tusTexts) {
        if (answer.message.startsWith(text.prefix)) {
            answer.code = text.code;
            return make(text.kind, result, answer);
        }
    }
    return make(kindOfStatus(result.status), result, answer);
}

Error goTrueError(const HttpResult &result, AuthRequest request)
{
    if (result.error || result.isOk())
        return result.error;
    Answer answer = read(result);
    if (isAboutApiKey(result, answer))
        return make(K::Key, result, answer);
    const QJsonObject &json = answer.json;
    if (answer.message.isEmpty())
        answer.message = json["msg"_L1].toString(json["error_description"_L1].toString());
    if (answer.code.isEmpty())
        answer.code = json["error_code"_L1].toString(json["error"_L1].toString());
    if (answer.code.isEmpty())
        answer.code = QString::fromLatin1(result.headers.value("x-sb-error-code"));

    if (result.status == 429)
        return make(K::Busy, result, answer);
    if (result.status == 409 || answer.code == "conflict"_L1) // a concurrent refresh
        return make(K::Busy, result, answer);
    if (result.status >= 500)
        return make(K::Server, result, answer);

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
        return make(isRefusal ? K::Credentials : kindOfStatus(result.status), result, answer);
    }
    const bool isMalformed = request == AuthRequest::Refresh &&
                             (answer.code == "validation_failed"_L1 || answer.code == "invalid_grant"_L1);
    if (isMalformed || sessionIsGone.contains(answer.code))
        return make(K::SignedOut, result, answer);
    // Anything else must not end the session: only the codes above say that it is gone.
    const K kind = kindOfStatus(result.status);
    return make(kind == K::SignedOut || kind == K::Gone ? K::Protocol : kind, result, answer);
}

} // namespace LumaSync
