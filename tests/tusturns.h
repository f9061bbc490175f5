// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/tussession.h"

#include <QTest>

/// What the tests of TusSession are written in: one thing that happens, and what the session must want
/// afterwards.
namespace LumaSync::TusTurns {

using namespace Qt::StringLiterals;
using A = TusSession::Action::Kind;
using K = Error::Kind;
using Headers = QList<std::pair<QByteArray, QByteArray>>;

constexpr qint64 MiB = 1024 * 1024;
const char uploadUrl[] = "https://h/storage/v1/upload/resumable/dHJhY2tzL3UvYS53YXYvdjE"; // "tracks/u/a.wav/v1"
const QByteArray expired =
    R"({"statusCode":"403","code":"AccessDenied","error":"Unauthorized","message":"exp claim timestamp check failed"})";

inline HttpResult answer(int status, const QByteArray &body, const Headers &headers = {})
{
    HttpResult result;
    result.status = status;
    result.body = body;
    for (const auto &[name, value] : headers)
        result.headers.append(name, value);
    return result;
}

inline HttpResult broken(K kind)
{
    HttpResult result;
    result.error = {kind, 0, {}, u"broken"_s, {}};
    return result;
}

inline ObjectResult infoOf(qint64 size, const QString &version, const QJsonObject &metadata = {})
{
    ObjectResult result;
    result.status = 200;
    result.info.size = size;
    result.info.version = version;
    result.info.metadata = metadata;
    return result;
}

inline ObjectResult infoError(K kind)
{
    ObjectResult result;
    result.status = 400;
    result.error = {kind, 400, {}, u"info"_s, {}};
    return result;
}

/// One thing that happens, and what the session must want afterwards.
struct Turn
{
    std::function<void(TusSession &)> event;
    A then;
    qint64 offset = -1; ///< of a Patch
    qint64 length = -1;
    K error = K::None; ///< of a Fail
};
using Turns = QList<Turn>;

inline Turn feed(const HttpResult &result, A then, qint64 offset = -1, qint64 length = -1, K error = K::None)
{
    return {[result](TusSession &session) { session.feed(result); }, then, offset, length, error};
}
inline Turn fails(const HttpResult &result, K error)
{
    return feed(result, A::Fail, -1, -1, error);
}
inline Turn info(const ObjectResult &result, A then, K error = K::None)
{
    return {[result](TusSession &session) { session.feedInfo(result); }, then, -1, -1, error};
}
inline Turn stored(qint64 offset, qint64 length)
{
    return {[](TusSession &session) { session.urlStored(); }, A::Patch, offset, length};
}
inline Turn forgotten()
{
    return {[](TusSession &session) { session.urlForgotten(); }, A::Create};
}
inline Turn waited(A then, qint64 offset = -1)
{
    return {[](TusSession &session) { session.waited(); }, then, offset};
}
inline Turn renewed(A then)
{
    return {[](TusSession &session) { session.tokenRenewed(); }, then};
}
inline Turn created()
{
    return feed(answer(201, {}, {{"Location", uploadUrl}}), A::StoreUrl);
}
inline Turn took(qint64 offset, A then, qint64 nextOffset = -1, qint64 length = -1)
{
    return feed(answer(204, {}, {{"Upload-Offset", QByteArray::number(offset)}}), then, nextOffset, length);
}
inline HttpResult headSays(qint64 offset)
{
    return answer(200, {},
                  {{"Upload-Offset", QByteArray::number(offset)}, {"Upload-Length", QByteArray::number(15 * MiB)}});
}

/// 15 MiB from "/a.wav" to "tracks/u/a.wav", from the start or from an upload that was begun.
inline TusRequest request(bool resumes)
{
    TusRequest request;
    request.filePath = u"/a.wav"_s;
    request.size = 15 * MiB;
    request.bucket = u"tracks"_s;
    request.objectName = u"u/a.wav"_s;
    request.attributes.contentType = u"audio/wav"_s;
    if (resumes)
        request.uploadUrl = QUrl(QString::fromLatin1(uploadUrl));
    return request;
}

/// Gives up after three faults, waits seconds, and takes `now` for the time.
inline TusSession quickSession(const TusRequest &request, const QDateTime &now)
{
    TusSession::Options options;
    options.backoff = Backoff{std::chrono::seconds(1), std::chrono::seconds(8), [] { return 1.0; }};
    options.now = [&now] { return now; };
    options.maxFaults = 3;
    return TusSession({QUrl(u"https://h"_s), "k"}, request, options);
}

/// Plays the turns; fails the test at the first that goes otherwise.
inline void play(TusSession &session, const Turns &turns)
{
    int number = 0;
    for (const Turn &turn : turns) {
        ++number;
        turn.event(session);
        const TusSession::Action action = session.next();
        const QByteArray place = "turn " + QByteArray::number(number) + " wants " +
                                 QByteArray::number(int(action.kind)) + ' ' + action.error.message.toUtf8();
        QVERIFY2(action.kind == turn.then, place.constData());
        if (turn.offset >= 0)
            QCOMPARE(action.offset, turn.offset);
        if (turn.length >= 0)
            QCOMPARE(action.length, turn.length);
        if (turn.then == A::Fail)
            QCOMPARE(action.error.kind, turn.error);
    }
}

} // namespace LumaSync::TusTurns

Q_DECLARE_METATYPE(LumaSync::TusTurns::Turns)
