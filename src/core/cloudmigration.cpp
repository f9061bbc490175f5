// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/cloudmigration.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr QLatin1StringView stateMark("-- lumasync-state: ");
constexpr qsizetype longestObjectName = 63;

// PostgreSQL 17, appendix C: reserved, and reserved except as names of functions and types.
const QSet<QString> &reservedWords()
{
    static const QStringList words =
        u"all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate "
        u"collation column concurrently constraint create cross current_catalog current_date current_role "
        u"current_schema current_time current_timestamp current_user default deferrable desc distinct do else end "
        u"except false fetch for foreign freeze from full grant group having ilike in initially inner intersect into "
        u"is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on "
        u"only or order outer overlaps placing primary references returning right select session_user similar some "
        u"symmetric system_user table tablesample then to trailing true union unique user using variadic verbose when "
        u"where window with"_s.split(u' ');
    static const QSet<QString> set(words.cbegin(), words.cend());
    return set;
}

QString placed(const QString &table)
{
    return u"public."_s + cloudIdentifier(table);
}

// "table_column_fkey", cut with a hash where PostgreSQL would cut it and could meet another one of that beginning.
QString objectName(const QStringList &parts)
{
    const QString name = parts.join(u'_');
    if (name.toUtf8().size() <= longestObjectName)
        return cloudIdentifier(name);
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex().first(8);
    QString begin = name;
    while (begin.toUtf8().size() > longestObjectName - 9)
        begin.chop(1);
    return cloudIdentifier(begin + u'_' + QString::fromLatin1(hash));
}

QString definition(const CloudColumn &column)
{
    return cloudIdentifier(column.name) + u' ' + column.type + (column.notNull ? u" not null"_s : QString()) +
           (column.defaultValue.isEmpty() ? QString() : u" default "_s + column.defaultValue);
}

// Every value of the old type has a text form that stays what it is.
bool isLossless(const QString &before, const QString &after)
{
    return after == "text"_L1 && before != "bytea"_L1;
}

} // namespace

QString cloudIdentifier(const QString &name)
{
    const bool plain = !name.isEmpty() && !name[0].isDigit() && std::ranges::all_of(name, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_';
    });
    return plain && !reservedWords().contains(name) ? name : quoted(name);
}

CloudMigration::CloudMigration(CloudSchema from, CloudSchema to)
    : m_from(std::move(from))
    , m_to(std::move(to))
{
    for (CloudTable &table : m_to.tables) {
        if (const CloudTable *before = m_from.table(table.name))
            changeTable(*before, table);
        else
            addTable(table);
    }
    for (const CloudTable &table : m_from.tables) {
        if (!m_to.table(table.name))
            leave(u"The table '"_s + table.name + u"' is not backed up any more. Its rows stay until you drop it:"_s,
                  u"drop table "_s + placed(table.name) + u';');
    }
    for (const BucketDescription &bucket : m_to.buckets) {
        if (!m_from.buckets.contains(bucket))
            addBucket(bucket);
    }
    for (const BucketDescription &bucket : m_from.buckets) {
        if (std::ranges::find(m_to.buckets, bucket.name, &BucketDescription::name) == m_to.buckets.cend())
            leave(u"No file goes to the bucket '"_s + bucket.name +
                      u"' any more. Its objects stay until you empty and delete it in the dashboard, under Storage."_s,
                  {});
    }
}

void CloudMigration::leave(const QString &remark, const QString &statement)
{
    m_remarks.append(remark);
    m_statements.append(u"-- "_s + remark + (statement.isEmpty() ? QString() : u"\n-- "_s + statement) + u'\n');
}

void CloudMigration::addTable(const CloudTable &table)
{
    QStringList columns{u"id uuid primary key"_s, u"uid uuid not null"_s};
    for (const CloudColumn &column : table.columns)
        columns.append(definition(column));
    m_statements.append(u"create table if not exists "_s + placed(table.name) + u" (\n    "_s +
                        columns.join(u",\n    "_s) + u"\n);"_s);
    secure(table.name);
    for (const CloudReference &reference : table.references)
        addReference(table.name, reference);
}

// The signed-in user sees and changes rows with the own uid, nobody else anything. `(select auth.uid())` is evaluated
// once for a statement, not once for a row. An upsert needs insert, update and select.
void CloudMigration::secure(const QString &table)
{
    const QString place = placed(table);
    const QString mine = u"((select auth.uid()) = uid)"_s;
    QString text = u"create index if not exists "_s + objectName({table, u"uid"_s, u"idx"_s}) + u" on "_s + place +
                   u" (uid);\n"_s + u"alter table "_s + place + u" enable row level security;\n"_s +
                   u"revoke all on "_s + place + u" from anon, authenticated;\n"_s +
                   u"grant select, insert, update, delete on "_s + place + u" to authenticated;\n"_s +
                   u"grant all on "_s + place + u" to service_role;\n"_s;
    const std::pair<QString, QString> rules[] = {
        {u"select"_s, u"using "_s + mine},
        {u"insert"_s, u"with check "_s + mine},
        {u"update"_s, u"using "_s + mine + u" with check "_s + mine},
        {u"delete"_s, u"using "_s + mine},
    };
    for (const auto &[verb, rule] : rules) {
        const QString name = objectName({table, verb, u"own"_s});
        text += u"drop policy if exists "_s + name + u" on "_s + place + u";\n"_s + u"create policy "_s + name +
                u" on "_s + place + u" for "_s + verb + u" to authenticated "_s + rule + u";\n"_s;
    }
    m_statements.append(text);
}

void CloudMigration::addReference(const QString &table, const CloudReference &reference)
{
    const QString name = objectName({table, reference.column, u"fkey"_s});
    const QString column = cloudIdentifier(reference.column);
    m_constraints.append(u"alter table "_s + placed(table) + u" drop constraint if exists "_s + name + u";\n"_s +
                         u"alter table "_s + placed(table) + u" add constraint "_s + name + u" foreign key ("_s +
                         column + u") references "_s + placed(reference.parent) + u" (id)"_s +
                         (reference.letsGo ? u" on delete set null"_s : QString()) + u";\n"_s +
                         u"create index if not exists "_s + objectName({table, reference.column, u"idx"_s}) +
                         u" on "_s + placed(table) + u" ("_s + column + u");"_s);
}

void CloudMigration::dropReference(const QString &table, const QString &column)
{
    m_statements.append(u"alter table "_s + placed(table) + u" drop constraint if exists "_s +
                        objectName({table, column, u"fkey"_s}) + u";\n"_s);
}

void CloudMigration::changeTable(const CloudTable &before, CloudTable &after)
{
    const QString place = placed(after.name);
    for (const CloudReference &reference : before.references) {
        if (!after.references.contains(reference))
            dropReference(after.name, reference.column);
    }
    for (CloudColumn &column : after.columns) {
        if (const CloudColumn *known = before.column(column.name)) {
            changeColumn(after.name, *known, column);
            continue;
        }
        if (column.notNull &&
            column.defaultValue.isEmpty()) // rows that are there have nothing in it until they are sent
            column.notNull = false;
        m_statements.append(u"alter table "_s + place + u" add column if not exists "_s + definition(column) +
                            u";\n"_s);
    }
    for (const CloudColumn &column : before.columns) {
        if (after.column(column.name))
            continue;
        const QString name = cloudIdentifier(column.name);
        if (column.notNull)
            m_statements.append(u"alter table "_s + place + u" alter column "_s + name + u" drop not null;\n"_s);
        leave(u"The column '"_s + column.name + u"' of '"_s + after.name +
                  u"' is not sent any more. Its values stay until you drop it:"_s,
              u"alter table "_s + place + u" drop column "_s + name + u';');
    }
    for (const CloudReference &reference : std::as_const(after.references)) {
        const CloudColumn *known = before.column(reference.column);
        if (!before.references.contains(reference) && (!known || known->type == "uuid"_L1))
            addReference(after.name, reference);
    }
}

void CloudMigration::changeColumn(const QString &table, const CloudColumn &before, CloudColumn &after)
{
    const QString alter = u"alter table "_s + placed(table) + u" alter column "_s + cloudIdentifier(after.name);
    if (before.type != after.type) {
        const QString statement =
            alter + u" type "_s + after.type + u" using "_s + cloudIdentifier(after.name) + u"::"_s + after.type + u';';
        if (isLossless(before.type, after.type)) {
            if (!before.defaultValue.isEmpty())
                m_statements.append(alter + u" drop default;\n"_s);
            m_statements.append(statement + u'\n');
        } else {
            leave(u"The column '"_s + after.name + u"' of '"_s + table + u"' was "_s + before.type + u" and is "_s +
                      after.type + u" now. Look whether every value can be converted, then run:"_s,
                  statement);
        }
    }
    if (before.notNull && !after.notNull)
        m_statements.append(alter + u" drop not null;\n"_s);
    else if (!before.notNull)
        after.notNull = false; // never tightened: rows from before may have nothing in it
}

void CloudMigration::addBucket(const BucketDescription &bucket)
{
    QStringList types;
    for (const QString &type : bucket.mimeTypes)
        types.append(literal(type));
    const QString name = literal(bucket.name);
    QString text =
        u"insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)\n"
        u"    values (%1, %1, false, %2, %3)\n"
        u"    on conflict (id) do update set public = excluded.public, file_size_limit = excluded.file_size_limit,\n"
        u"        allowed_mime_types = excluded.allowed_mime_types;\n"_s.arg(
            name, QString::number(bucket.sizeLimit),
            types.isEmpty() ? u"null"_s : u"array["_s + types.join(u", "_s) + u']');
    const QString mine =
        u"(bucket_id = "_s + name + u" and (storage.foldername(name))[1] = (select auth.uid())::text)"_s;
    const std::pair<QString, QString> rules[] = {
        {u"select"_s, u"using "_s + mine},
        {u"insert"_s, u"with check "_s + mine},
        {u"update"_s, u"using "_s + mine + u"\n    with check "_s + mine},
        {u"delete"_s, u"using "_s + mine},
    };
    for (const auto &[verb, rule] : rules) {
        const QString policy = objectName({u"lumasync"_s, bucket.name, verb, u"own"_s});
        text += u"drop policy if exists "_s + policy + u" on storage.objects;\n"_s + u"create policy "_s + policy +
                u" on storage.objects for "_s + verb + u" to authenticated\n    "_s + rule + u";\n"_s;
    }
    m_statements.append(text);
}

bool CloudMigration::isEmpty() const
{
    return m_statements.isEmpty() && m_constraints.isEmpty();
}

QString CloudMigration::sql() const
{
    QString text = u"-- The cloud side of a library that LumaSync backs up. Generated from the app's schema: 'lumasync "
                   u"diff' writes\n"
                   u"-- the next migration when that changes.\n"
                   u"--\n"
                   u"-- `id` is the row's cloud id, made by the client, and the one key that an upsert conflicts on. "
                   u"`uid` is the\n"
                   u"-- owner. Foreign keys hold the parent's `id` and do not cascade: the client deletes children "
                   u"first. Nothing\n"
                   u"-- but `id` is unique: the local library is the truth, and two rows that swap their names must "
                   u"not be refused\n"
                   u"-- half-way. An object's first folder is its owner's uid. The project's own upload limit "
                   u"(Storage, Settings)\n"
                   u"-- counts beside the buckets'.\n"
                   u"--\n"
                   u"-- Safe to run again.\n\n"_s;
    text += m_statements.join(u'\n');
    if (!m_constraints.isEmpty())
        text += u"\n-- Foreign keys, now that all tables exist.\n"_s + m_constraints.join(u'\n') + u'\n';
    text += u"\nnotify pgrst, 'reload schema';\n"_s;
    return text + stateMark + QString::fromUtf8(QJsonDocument(m_to.toJson()).toJson(QJsonDocument::Compact)) + u'\n';
}

std::optional<CloudSchema> CloudMigration::stateIn(const QString &sql)
{
    const qsizetype at = sql.lastIndexOf(stateMark);
    if (at < 0)
        return std::nullopt;
    const QString line = sql.sliced(at + stateMark.size()).section(u'\n', 0, 0);
    const QJsonDocument document = QJsonDocument::fromJson(line.toUtf8());
    return document.isObject() ? std::optional(CloudSchema::fromJson(document.object())) : std::nullopt;
}

} // namespace LumaSync
