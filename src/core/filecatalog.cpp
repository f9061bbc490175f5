// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/filecatalog.h"

#include "core/schema.h"
#include "net/objectname.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr QLatin1StringView extension("ext");

// Calls `text` and `name` for the parts of a pattern, in order. False where the braces do not match.
template <typename Text, typename Name>
bool walk(const QString &pattern, Text text, Name name)
{
    qsizetype at = 0;
    while (at < pattern.size()) {
        const qsizetype open = pattern.indexOf(u'{', at);
        const QStringView before = QStringView(pattern).sliced(at, (open < 0 ? pattern.size() : open) - at);
        if (before.contains(u'}'))
            return false;
        text(before);
        if (open < 0)
            return true;
        const qsizetype close = pattern.indexOf(u'}', open);
        if (close < 0 || close == open + 1)
            return false;
        name(pattern.sliced(open + 1, close - open - 1));
        at = close + 1;
    }
    return true;
}

} // namespace

QString FileOwner::kindList() const
{
    QStringList names;
    for (const FileDescription &described : files)
        names.append(literal(described.kind));
    return names.join(u", "_s);
}

FileCatalog::Place FileCatalog::find(const UploadKind &kind) const
{
    for (qsizetype owner = 0; owner < owners.size(); ++owner) {
        const auto &files = owners[owner].files;
        const auto found = std::ranges::find(files, kind.name(), &FileDescription::kind);
        if (found != files.cend())
            return {owner, std::distance(files.cbegin(), found)};
    }
    return {};
}

const FileOwner *FileCatalog::ownerOf(const UploadKind &kind) const
{
    const Place place = find(kind);
    return place.owner < 0 ? nullptr : &owners[place.owner];
}

const FileDescription *FileCatalog::file(const UploadKind &kind) const
{
    const Place place = find(kind);
    return place.owner < 0 ? nullptr : &owners[place.owner].files[place.file];
}

QList<UploadKind> FileCatalog::kinds() const
{
    QList<UploadKind> kinds;
    for (const FileOwner &owner : owners) {
        for (const FileDescription &described : owner.files)
            kinds.append(UploadKind(described.kind));
    }
    return kinds;
}

QString FileCatalog::bucket(const UploadKind &kind) const
{
    const FileDescription *described = file(kind);
    return described ? described->bucket : QString();
}

FileCatalog FileCatalog::luma()
{
    const SchemaDescription description = SchemaDescription::luma();
    const TableDescription &tracks = *description.find(u"tracks"_s);
    return {{{tracks.name, u"id"_s, tracks.titleColumn, true, tracks.files}}};
}

std::optional<QStringList> patternColumns(const QString &pattern)
{
    QStringList columns;
    const bool good = walk(
        pattern, [](QStringView) {},
        [&](const QString &name) {
            if (name != extension)
                columns.append(name);
        });
    return good ? std::optional(columns) : std::nullopt;
}

QString filledPattern(const QString &pattern, const QStringList &values, const QString &path)
{
    QString result;
    qsizetype next = 0;
    walk(
        pattern, [&](QStringView text) { result += text; },
        [&](const QString &name) {
            result += name == extension ? plainSuffix(path) : objectNamePart(values.value(next++));
        });
    return result;
}

QString plainSuffix(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    const auto isPlain = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); };
    const bool plain = !suffix.isEmpty() && suffix.size() <= 8 && std::all_of(suffix.cbegin(), suffix.cend(), isPlain);
    return plain ? suffix : u"bin"_s;
}

} // namespace LumaSync
