// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "httpfixture.h"

using namespace Qt::StringLiterals;

namespace LumaSync {

HttpRequest request(const HttpScript &server, const QByteArray &verb, const QByteArray &body)
{
    HttpRequest request;
    request.verb = verb;
    request.url = server.url().resolved(QUrl(u"/thing"_s));
    request.body = body;
    if (!body.isEmpty())
        request.headers.append(QHttpHeaders::WellKnownHeader::ContentType, "application/octet-stream");
    return request;
}

std::shared_ptr<QFile> fileOf(QTemporaryFile &source, const QByteArray &bytes)
{
    if (!source.open() || source.write(bytes) != bytes.size() || !source.flush())
        qFatal("no temporary file");
    auto file = std::make_shared<QFile>(source.fileName());
    if (!file->open(QIODevice::ReadOnly))
        qFatal("cannot read it back");
    return file;
}

QByteArray pattern(int size)
{
    QByteArray bytes;
    for (int i = 0; bytes.size() < size; ++i)
        bytes += QByteArray::number(i).rightJustified(64, '.');
    bytes.truncate(size);
    return bytes;
}

} // namespace LumaSync
