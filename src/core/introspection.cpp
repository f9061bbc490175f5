// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/database.h"
#include "core/schema.h"
#include "core/schemadescription.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr qsizetype longestIdentifier = 63; // bytes of an identifier, PostgreSQL's NAMEDATALEN - 1

// As long as PostgreSQL lets it be, without half a character at the end.
QString cutToFit(QString name, qsizetype bytes = longestIdentifier)
{
    while (name.toUtf8().size() > bytes)
        name.chop(name.back().isLowSurrogate() ? 2 : 1);
    return name;
}

// Letters that have no Latin spelling stay: "Заметки (2026)" -> "заметки_2026".
QString ownLetters(const QString &name)
{
    QString own;
    for (const char32_t point : name.normalized(QString::NormalizationForm_C).toLower().toStdU32String()) {
        if (QChar::isLetterOrNumber(point) || (QChar::isMark(point) && !own.isEmpty()))
            own += QString::fromUcs4(&point, 1);
        else if (!own.isEmpty() && !own.endsWith(u'_'))
            own += u'_';
    }
    while (own.endsWith(u'_'))
        own.chop(1);
    return own;
}

// "Bücher & mehr" -> "bucher_mehr", "AlbumId" -> "album_id": what PostgreSQL reads without quotes.
QString plainName(const QString &name)
{
    static constexpr std::pair<char16_t, QLatin1StringView> letters[] = {
        {u'ß', "ss"_L1}, {u'æ', "ae"_L1}, {u'œ', "oe"_L1}, {u'ø', "o"_L1}, {u'ł', "l"_L1}, {u'đ', "d"_L1}};
    QString spelled = name.normalized(QString::NormalizationForm_KD);
    for (const auto &[letter, latin] : letters)
        spelled.replace(QChar(letter), latin, Qt::CaseInsensitive);
    QString plain;
    QChar before;
    bool isForeign = false;
    for (const QChar c : std::as_const(spelled)) {
        if (c.category() == QChar::Mark_NonSpacing)
            continue;
        const QChar lower = c.toLower();
        const bool isWord = (lower >= u'a' && lower <= u'z') || (lower >= u'0' && lower <= u'9');
        isForeign = isForeign || (!isWord && (c.isLetter() || c.isSurrogate()));
        const bool begins = isWord && c.isUpper() && (before.isLower() || before.isDigit());
        if ((!isWord || begins) && !plain.isEmpty() && !plain.endsWith(u'_'))
            plain += u'_';
        if (isWord)
            plain += lower;
        before = c;
    }
    if (isForeign)
        plain = ownLetters(name);
    while (plain.endsWith(u'_'))
        plain.chop(1);
    if (plain.isEmpty())
        return u"unnamed"_s;
    if (plain[0].isDigit())
        plain.prepend("x_"_L1);
    return cutToFit(plain);
}

bool isPlain(const QString &name)
{
    const auto isWord = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_'; };
    return !name.isEmpty() && !name[0].isDigit() && name.size() <= longestIdentifier &&
           std::ranges::all_of(name, isWord);
}

/// Gives names that are not taken yet.
class Names
{
public:
    void take(const QString &name) { m_taken.insert(name); }
    QString unused(const QString &wanted)
    {
        QString name = wanted;
        for (int i = 2; m_taken.contains(name); ++i)
            name = cutToFit(wanted, longestIdentifier - 4) + u'_' + QString::number(i);
        m_taken.insert(name);
        return name;
    }

private:
    QSet<QString> m_taken;
};

struct RawColumn
{
    QString name;
    QString type;
    bool notNull = false;
    QString initial;
    bool inKey = false;
};

class Introspector
{
public:
    explicit Introspector(const QSqlDatabase &database)
        : m_database(database)
    {
    }

    Expected<Introspection> run()
    {
        auto query =
            executed(m_database, u"SELECT name, type FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE "
                                 "'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'lumasync\\_%' ESCAPE '\\' AND name <> "
                                 "'storage_sync_queue' ORDER BY name"_s);
        if (!query)
            return query.error();
        QStringList tables;
        while (query->next()) {
            const QString name = query->value(0).toString();
            const QString type = query->value(1).toString();
            if (type == "table"_L1)
                tables.append(name);
            else if (type != "shadow"_L1)
                remark(name, type == "view"_L1 ? u"is a view and is left out; its tables are backed up."_s
                                               : u"is a virtual table and is left out; it can be built again from the "
                                                 u"tables that it indexes."_s);
        }
        if (Error error = readError(*query))
            return error;
        for (const QString &name : std::as_const(tables)) {
            if (isPlain(name))
                m_tableNames.take(name);
        }
        for (const QString &name : std::as_const(tables)) {
            if (Error error = table(name))
                return error;
        }
        return m_result;
    }

private:
    void remark(const QString &table, const QString &text) { m_result.remarks.append(u'\'' + table + u"' "_s + text); }

    Error table(const QString &name)
    {
        auto query = executed(m_database,
                              u"SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_xinfo(?) WHERE "
                              "hidden <> 1 ORDER BY cid"_s,
                              {name});
        if (!query)
            return query.error();
        QList<RawColumn> columns;
        while (query->next()) {
            const RawColumn column{query->value(0).toString(), query->value(1).toString(), query->value(2).toBool(),
                                   query->value(3).toString().toUpper(), query->value(4).toInt() > 0};
            if (column.name.compare(needsSyncColumn, Qt::CaseInsensitive) != 0 &&
                column.name.compare(syncRevColumn, Qt::CaseInsensitive) != 0 &&
                column.name.compare(remoteIdColumn, Qt::CaseInsensitive) != 0)
                columns.append(column);
        }
        if (Error error = readError(*query))
            return error;
        query->finish();
        const auto keys = std::ranges::count_if(columns, &RawColumn::inKey);
        if (keys == 0) {
            remark(name, u"has no primary key and is left out: rows without one cannot be told apart. Add a key to "
                         u"back it up."_s);
            return {};
        }
        TableDescription table{.name = name};
        if (!isPlain(name)) {
            table.cloudName = m_tableNames.unused(plainName(name));
            remark(name, u"is called '"_s + table.cloudName + u"' in the cloud."_s);
        }
        for (const RawColumn &column : std::as_const(columns)) {
            const auto kind = kindOf(name, column);
            if (!kind)
                return kind.error();
            if (*kind != kindOfDeclared(column.type))
                table.kinds.insert(column.name, *kind);
        }
        nameColumns(table, columns, keys == 1);
        m_result.description.tables.append(table);
        return {};
    }

    static void nameColumns(TableDescription &table, const QList<RawColumn> &columns, bool hasSimpleKey)
    {
        Names names;
        names.take(u"id"_s);
        names.take(u"uid"_s);
        const auto isOwn = [&](const RawColumn &column) { // becomes the module's own column in the cloud
            return (column.name.compare("id"_L1, Qt::CaseInsensitive) == 0 && column.inKey && hasSimpleKey) ||
                   (column.name == uidColumn && !column.inKey && !column.notNull &&
                    kindOfDeclared(column.type) == ColumnKind::Text);
        };
        const auto keepsName = [&](const RawColumn &column) {
            return isPlain(column.name) && column.name != "id"_L1 && column.name != uidColumn;
        };
        for (const RawColumn &column : columns) {
            if (keepsName(column))
                names.take(column.name);
        }
        for (const RawColumn &column : columns) {
            if (isOwn(column) || keepsName(column))
                continue;
            const QString plain = plainName(column.name);
            const bool isTaken = plain == "id"_L1 || plain == uidColumn;
            table.cloudNames.insert(column.name, names.unused(isTaken ? u"local_"_s + plain : plain));
        }
    }

    // What the declaration promises, and names and defaults suggest; then the first kind that everything in it fits.
    Expected<ColumnKind> kindOf(const QString &table, const RawColumn &column)
    {
        const ColumnKind declared = kindOfDeclared(column.type);
        QList<ColumnKind> candidates{declared};
        if (declared == ColumnKind::Text && column.initial.contains("CURRENT_TIMESTAMP"_L1))
            candidates.prepend(ColumnKind::Timestamp);
        if (declared == ColumnKind::Text && column.name.endsWith("_json"_L1, Qt::CaseInsensitive))
            candidates.prepend(ColumnKind::Json);
        for (const ColumnKind kind : {ColumnKind::Integer, ColumnKind::Real, ColumnKind::Bytes}) {
            if (declared != ColumnKind::Text && !candidates.contains(kind))
                candidates.append(kind);
        }
        for (const ColumnKind kind : std::as_const(candidates)) {
            if (kind == ColumnKind::Text)
                break;
            auto misfit =
                executed(m_database, u"SELECT 1 FROM %1 WHERE %2 IS NOT NULL AND NOT (%3) LIMIT 1"_s.arg(
                                         quoted(table), quoted(column.name), fits(kind, quoted(column.name))));
            if (!misfit)
                return misfit.error();
            if (!misfit->next())
                return kind;
        }
        return ColumnKind::Text;
    }

    // docs/values.md, as an SQL condition.
    static QString fits(ColumnKind kind, const QString &column)
    {
        switch (kind) {
        case ColumnKind::Boolean:
            return u"typeof(%1) = 'integer' AND %1 IN (0, 1)"_s.arg(column);
        case ColumnKind::Integer:
            return u"typeof(%1) = 'integer'"_s.arg(column);
        case ColumnKind::Real:
            return u"typeof(%1) = 'real' OR (typeof(%1) = 'integer' AND abs(%1) <= 9007199254740992)"_s.arg(column);
        case ColumnKind::Timestamp:
            return u"typeof(%1) = 'text' AND %1 GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' AND "
                   u"datetime(%1) IS NOT NULL"_s.arg(column);
        case ColumnKind::Json:
            return u"typeof(%1) IN ('integer', 'real') OR (typeof(%1) = 'text' AND json_valid(%1))"_s.arg(column);
        case ColumnKind::Bytes:
            return u"typeof(%1) = 'blob'"_s.arg(column);
        case ColumnKind::Text:
            break;
        }
        return u"1"_s;
    }

    const QSqlDatabase &m_database;
    Introspection m_result;
    Names m_tableNames;
};

} // namespace

Expected<Introspection> introspect(const QSqlDatabase &database)
{
    return Introspector(database).run();
}

} // namespace LumaSync
