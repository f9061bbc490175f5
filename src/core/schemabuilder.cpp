// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/schemabuilder.h"

namespace LumaSync {

MemberBuilder MemberBuilder::file(const QString &name)
{
    MemberBuilder builder;
    builder.m_member.name = name;
    return builder;
}

MemberBuilder MemberBuilder::json(const QString &name)
{
    return file(name);
}

MemberBuilder &MemberBuilder::from(const QString &table, const QString &ownerColumn)
{
    m_member.table = table;
    m_member.ownerColumn = ownerColumn;
    return *this;
}

MemberBuilder &MemberBuilder::where(const QString &column, const QString &value)
{
    m_member.whereColumn = column;
    m_member.whereValue = value;
    return *this;
}

MemberBuilder &MemberBuilder::path(const QString &column)
{
    m_member.pathColumn = column;
    return *this;
}

MemberBuilder &MemberBuilder::field(const QString &name, const QString &column)
{
    m_member.fields.append({name, column, false});
    return *this;
}

MemberBuilder &MemberBuilder::requiredField(const QString &name, const QString &column)
{
    m_member.fields.append({name, column, true});
    return *this;
}

MemberBuilder &MemberBuilder::revision(const QStringList &columns)
{
    m_member.revisionColumns = columns;
    return *this;
}

MemberBuilder &MemberBuilder::storedIn(const QString &column)
{
    m_member.storageColumn = column;
    return *this;
}

MemberBuilder &MemberBuilder::optional()
{
    m_member.optional = true;
    return *this;
}

FileBuilder FileBuilder::asIs(const QString &kind)
{
    FileBuilder builder;
    builder.m_file.kind = kind;
    return builder;
}

FileBuilder FileBuilder::thumbnail(const QString &kind)
{
    FileBuilder builder = asIs(kind);
    builder.m_file.form = FileForm::Thumbnail;
    builder.m_file.priority = 1;
    return builder;
}

FileBuilder FileBuilder::package(const QString &kind, const QList<PackageMember> &members)
{
    FileBuilder builder = asIs(kind);
    builder.m_file.form = FileForm::Package;
    builder.m_file.priority = 3;
    builder.m_file.members = members;
    return builder;
}

FileBuilder &FileBuilder::path(const QString &column)
{
    m_file.pathColumn = column;
    return *this;
}

FileBuilder &FileBuilder::to(const QString &bucket, const QString &object)
{
    m_file.bucket = bucket;
    m_file.object = object;
    return *this;
}

FileBuilder &FileBuilder::storedIn(const QString &column)
{
    m_file.storageColumn = column;
    return *this;
}

FileBuilder &FileBuilder::priority(int priority)
{
    m_file.priority = priority;
    return *this;
}

TableBuilder::TableBuilder(const QString &name)
{
    m_table.name = name;
}

TableBuilder::TableBuilder(TableDescription table)
    : m_table(std::move(table))
{
}

// A column that stays here needs neither a kind nor a name in the cloud.
TableBuilder &TableBuilder::localOnly(const QStringList &columns)
{
    for (const QString &column : columns) {
        if (!m_table.localOnly.contains(column))
            m_table.localOnly.append(column);
        m_table.kinds.remove(column);
        m_table.cloudNames.remove(column);
    }
    return *this;
}

TableBuilder &TableBuilder::localOnly(const QString &column)
{
    return localOnly(QStringList{column});
}

TableBuilder &TableBuilder::boolean(const QStringList &columns)
{
    for (const QString &column : columns)
        kind(column, ColumnKind::Boolean);
    return *this;
}

TableBuilder &TableBuilder::timestamp(const QStringList &columns)
{
    for (const QString &column : columns)
        kind(column, ColumnKind::Timestamp);
    return *this;
}

TableBuilder &TableBuilder::json(const QStringList &columns)
{
    for (const QString &column : columns)
        kind(column, ColumnKind::Json);
    return *this;
}

TableBuilder &TableBuilder::bytes(const QStringList &columns)
{
    for (const QString &column : columns)
        kind(column, ColumnKind::Bytes);
    return *this;
}

TableBuilder &TableBuilder::kind(const QString &column, ColumnKind kind)
{
    m_table.kinds.insert(column, kind);
    return *this;
}

TableBuilder &TableBuilder::inCloudAs(const QString &name)
{
    m_table.cloudName = name;
    return *this;
}

TableBuilder &TableBuilder::inCloudAs(const QString &column, const QString &name)
{
    m_table.cloudNames.insert(column, name);
    return *this;
}

TableBuilder &TableBuilder::title(const QString &column)
{
    m_table.titleColumn = column;
    return *this;
}

TableBuilder &TableBuilder::file(const FileDescription &file)
{
    m_table.files.append(file);
    return *this;
}

} // namespace LumaSync
