// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/mediareader.h"

#include "core/database.h"
#include "core/packagejson.h"
#include "core/schema.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr qint64 thumbnailEstimate = 64 * 1024; // bytes, until it is made
constexpr QLatin1StringView archiveSuffix(".tar.zst");

/// Gathers the parts of a package into one state.
class Fingerprint
{
public:
    void addFile(const QString &name, const QString &path)
    {
        const SourceState state = fileState(path);
        m_missing = m_missing || state.size < 0;
        m_size += qMax<qint64>(0, state.size);
        addText(name + u'\n' + QString::number(state.size) + u'\n' + QString::number(state.modified));
    }
    void addText(const QString &text)
    {
        m_hash.addData(text.toUtf8());
        m_hash.addData(QByteArrayView("\0", 1));
    }
    [[nodiscard]] SourceState state() const
    {
        if (m_missing)
            return {};
        const auto number = qFromBigEndian<quint64>(m_hash.resultView().data());
        return {.size = m_size, .modified = qint64(number >> 1)};
    }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_size = 0;
    bool m_missing = false;
};

QString column(const QString &alias, const QString &name)
{
    return alias + u'.' + quoted(name);
}

// The columns of one member: path, whether it is filled, revision. Never the text of a document: only whether it is
// there.
QString memberColumns(const PackageMember &member, const QString &alias)
{
    QStringList filled;
    QStringList revision;
    for (const PackageField &field : member.fields) {
        const QString isNull = column(alias, field.column) + u" IS NULL"_s;
        if (field.required)
            filled.append(u"NOT "_s + isNull);
        else
            revision.append(u"("_s + isNull + u")"_s);
    }
    for (const QString &name : member.revisionColumns)
        revision.append(u"coalesce("_s + column(alias, name) + u", '')"_s);
    return QStringList{member.pathColumn.isEmpty() ? u"NULL"_s : column(alias, member.pathColumn),
                       filled.isEmpty() ? u"1"_s : filled.join(u" AND "_s),
                       revision.isEmpty() ? u"''"_s : revision.join(u" || '/' || "_s)}
        .join(u", "_s);
}

// The columns in the order in which MediaReader::read() takes them, and the tables that they come from.
QString selection(const FileOwner &owner)
{
    const QString t = u"t"_s;
    QStringList columns{column(t, owner.key), owner.titleColumn.isEmpty() ? u"NULL"_s : column(t, owner.titleColumn)};
    QString joins;
    QHash<QString, QString> aliases; // one join for all that comes from the same row
    for (const FileDescription &file : owner.files) {
        columns.append(file.pathColumn.isEmpty() ? u"NULL"_s : column(t, file.pathColumn));
        for (const QString &name : patternColumns(file.object).value_or(QStringList()))
            columns.append(column(t, name));
        for (const PackageMember &member : file.members) {
            QString alias = t;
            if (!member.table.isEmpty()) {
                const auto on = [&](const QString &name) {
                    const QString same = column(name, member.ownerColumn) + u" = "_s + column(t, owner.key);
                    return member.whereColumn.isEmpty() ? same
                                                        : same + u" AND "_s + column(name, member.whereColumn) +
                                                              u" = "_s + literal(member.whereValue);
                };
                QString &known = aliases[quoted(member.table) + on({})];
                if (known.isEmpty()) {
                    known = u'm' + QString::number(aliases.size());
                    joins += u" LEFT JOIN "_s + quoted(member.table) + u" AS "_s + known + u" ON "_s + on(known);
                }
                alias = known;
            }
            columns.append(memberColumns(member, alias));
        }
    }
    return u"SELECT "_s + columns.join(u", "_s) + u" FROM "_s + quoted(owner.table) + u" AS t"_s + joins;
}

} // namespace

MediaReader::MediaReader(const Database *database, FileCatalog catalog)
    : m_database(database)
    , m_catalog(std::move(catalog))
{
    for (const FileOwner &owner : std::as_const(m_catalog.owners))
        m_selections.append(selection(owner));
}

Expected<QList<RowFiles>> MediaReader::read(qsizetype owner, const QString &where, const QVariantList &values) const
{
    auto query = executed(m_database->connection(), m_selections[owner] + where, values);
    if (!query)
        return query.error();
    QList<RowFiles> result;
    while (query->next()) {
        int at = 0;
        const auto next = [&] { return query->value(at++); };
        RowFiles row{.owner = owner};
        row.id = next();
        row.title = next().toString();
        for (const FileDescription &described : m_catalog.owners[owner].files) {
            RowFiles::File file;
            file.path = next().toString();
            QStringList names = patternColumns(described.object).value_or(QStringList());
            for (QString &value : names)
                value = next().toString();
            file.objectName = filledPattern(described.object, names, file.path);
            for (const PackageMember &member : described.members) {
                RowFiles::Part part;
                part.path = next().toString();
                const bool hasFields = next().toBool();
                part.isFilled = member.pathColumn.isEmpty() ? hasFields : !part.path.isEmpty();
                part.revision = next().toString();
                file.parts.append(std::move(part));
            }
            row.files.append(std::move(file));
        }
        result.append(std::move(row));
    }
    if (Error error = readError(*query))
        return error;
    return result;
}

Expected<std::optional<RowFiles>> MediaReader::row(qsizetype owner, const QVariant &id) const
{
    auto rows = read(owner, u" WHERE t."_s + quoted(m_catalog.owners[owner].key) + u" = ? LIMIT 1"_s, {id});
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? std::optional<RowFiles>() : std::optional(rows->first());
}

Expected<std::optional<RowFiles>> MediaReader::row(const UploadKind &kind, const QVariant &id) const
{
    const FileCatalog::Place place = m_catalog.find(kind);
    return place.owner < 0 ? std::optional<RowFiles>() : row(place.owner, id);
}

Expected<QList<RowFiles>> MediaReader::rows(qsizetype owner, const QVariant &after, int limit) const
{
    const QString key = u"t."_s + quoted(m_catalog.owners[owner].key);
    const QString order = u" ORDER BY "_s + key + u" LIMIT ?"_s;
    if (!after.isValid())
        return read(owner, order, {limit});
    return read(owner, u" WHERE "_s + key + u" > ?"_s + order, {after, limit});
}

Expected<QByteArray> MediaReader::document(const FileOwner &owner, const PackageMember &member,
                                           const QVariant &id) const
{
    QStringList columns;
    for (const PackageField &field : member.fields)
        columns.append(quoted(field.column));
    QString where = quoted(member.table.isEmpty() ? owner.key : member.ownerColumn) + u" = ?"_s;
    if (!member.whereColumn.isEmpty())
        where += u" AND "_s + quoted(member.whereColumn) + u" = "_s + literal(member.whereValue);
    auto query = executed(m_database->connection(),
                          u"SELECT "_s + columns.join(u", "_s) + u" FROM "_s +
                              quoted(member.table.isEmpty() ? owner.table : member.table) + u" WHERE "_s + where,
                          {id});
    if (!query)
        return query.error();
    bool isThere = query->next();
    QList<std::pair<QString, QVariant>> values;
    for (qsizetype i = 0; isThere && i < member.fields.size(); ++i) {
        values.append({member.fields[i].name, query->value(static_cast<int>(i))});
        isThere = !(member.fields[i].required && values.last().second.isNull());
    }
    if (!isThere)
        return Error{.kind = Error::Kind::File,
                     .code = u"missing"_s,
                     .message = u"What '"_s + member.name + u"' is made of is not in the library any more."_s};
    return packageJson(values);
}

Expected<PackageSource> MediaReader::packageSource(const UploadKind &kind, const RowFiles &row) const
{
    const FileCatalog::Place place = m_catalog.find(kind);
    if (place.owner < 0 || place.owner != row.owner)
        return Error{.kind = Error::Kind::Configuration,
                     .code = u"nokind"_s,
                     .message = u"The schema description has no package '"_s + kind.name() + u"'."_s};
    const FileOwner &owner = m_catalog.owners[place.owner];
    const RowFiles::File &file = row.files[place.file];
    const QList<PackageMember> &members = owner.files[place.file].members;
    PackageSource source{file.objectName.chopped(archiveSuffix.size()), {}};
    for (qsizetype i = 0; i < members.size(); ++i) {
        const QString &path = file.parts[i].path;
        if (members[i].pathColumn.isEmpty()) {
            auto json = document(owner, members[i], row.id);
            if (!json)
                return json.error();
            source.entries.append({members[i].name, {}, std::move(*json)});
        } else if (!path.isEmpty() || !members[i].optional) {
            source.entries.append({filledPattern(members[i].name, {}, path), path});
        }
    }
    return source;
}

SourceState fileState(const QString &path)
{
    const QFileInfo info(path);
    if (path.isEmpty() || !info.isFile())
        return {};
    return {.size = info.size(), .modified = info.lastModified().toMSecsSinceEpoch()};
}

std::optional<UploadRequest> uploadRequest(const UploadKind &kind, const RowFiles &row, const FileCatalog &catalog)
{
    const FileCatalog::Place place = catalog.find(kind);
    if (place.owner < 0 || place.owner != row.owner)
        return std::nullopt;
    const FileDescription &described = catalog.owners[place.owner].files[place.file];
    const RowFiles::File &file = row.files[place.file];
    UploadRequest request{.kind = kind, .form = described.form, .trackId = row.id};
    request.priority = described.priority;
    request.objectName = file.objectName;
    if (described.form == FileForm::Package) {
        Fingerprint parts;
        for (qsizetype i = 0; i < file.parts.size(); ++i) {
            const PackageMember &member = described.members[i];
            const RowFiles::Part &part = file.parts[i];
            if (!part.isFilled && !member.optional)
                return std::nullopt;
            if (member.pathColumn.isEmpty())
                parts.addText(part.revision);
            else if (part.isFilled)
                parts.addFile(member.name, part.path);
        }
        request.source = parts.state();
        request.fileSize = qMax<qint64>(0, request.source.size);
        return request;
    }
    if (file.path.isEmpty())
        return std::nullopt;
    request.localPath = file.path;
    request.source = fileState(file.path);
    request.fileSize = qMax<qint64>(0, request.source.size);
    if (described.form == FileForm::Thumbnail)
        request.fileSize = qMin(request.fileSize, thumbnailEstimate);
    return request;
}

} // namespace LumaSync
