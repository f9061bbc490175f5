// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/objectname.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr qsizetype maxNameBytes = 1024;
constexpr qsizetype maxSegmentBytes = 255;
constexpr qsizetype maxBucketLength = 100;
constexpr qsizetype maxPartLength = 180;
constexpr qsizetype digestLength = 16;

bool isAllowed(QChar c)
{
    const ushort u = c.unicode();
    return (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') || (u >= '0' && u <= '9') ||
           "_!.*'() &$=@;:+,?-"_L1.contains(c);
}

bool isGoodSegment(QStringView segment)
{
    return !segment.isEmpty() && segment != "."_L1 && segment != ".."_L1 && segment.size() <= maxSegmentBytes &&
           std::all_of(segment.begin(), segment.end(), isAllowed);
}

// As objectNamePart() writes what Storage does not take.
bool holdsEncodedByte(const QString &value)
{
    static const QRegularExpression encodedByte(u"=[0-9A-F]{2}"_s);
    return encodedByte.match(value).hasMatch();
}

} // namespace

bool isValidObjectName(const QString &name)
{
    if (name.isEmpty() || name.size() > maxNameBytes)
        return false;
    const QList<QStringView> segments = QStringView(name).split(u'/');
    return std::all_of(segments.begin(), segments.end(), isGoodSegment);
}

bool isValidBucketName(const QString &name)
{
    return name.size() <= maxBucketLength && isGoodSegment(name);
}

QString objectNamePart(const QString &value)
{
    const auto stays = [](QChar c) { return isAllowed(c) || c == u'/'; };
    if (std::ranges::all_of(value, stays) && !holdsEncodedByte(value))
        return value;
    QString name;
    for (const char32_t point : value.toStdU32String()) {
        const QString character = QString::fromUcs4(&point, 1);
        const bool isPlain = character.size() == 1 && stays(character[0]) && point != U'=';
        const QString part = isPlain ? character : u'=' + QString::fromLatin1(character.toUtf8().toHex('=').toUpper());
        if (name.size() + part.size() > maxPartLength) {
            const QByteArray digest = QCryptographicHash::hash(value.toUtf8(), QCryptographicHash::Sha256).toHex();
            return name + u'-' + QString::fromLatin1(digest.first(digestLength));
        }
        name += part;
    }
    return name;
}

Error checkObjectName(const QString &bucket, const QString &name)
{
    if (!isValidBucketName(bucket))
        return {Error::Kind::Configuration,
                0,
                {},
                u"'%1' cannot be the name of a bucket: ASCII letters, digits, '-' and '_' only."_s.arg(bucket),
                {}};
    if (!isValidObjectName(name))
        return {
            Error::Kind::Configuration,
            0,
            {},
            u"'%1' cannot be the name of an object: ASCII letters, digits and a few signs only, no empty, '.' or '..' part."_s
                .arg(name),
            {}};
    return {};
}

QString encodedObjectPath(const QString &bucket, const QString &name)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(bucket) + '/' + QUrl::toPercentEncoding(name, "/"));
}

} // namespace LumaSync
