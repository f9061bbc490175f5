// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "restscript.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

#include <algorithm>

using namespace LumaSync;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTarget = 6 * 1024;
const QByteArray restPath = "/rest/v1/";

QString tableOf(const QByteArray &target)
{
    return QString::fromUtf8(target.mid(restPath.size()).split('?')[0]);
}

QStringList listOf(const QByteArray &target, const QString &item)
{
    const QUrlQuery query(QString::fromUtf8(target.mid(target.indexOf('?') + 1)));
    QString list = query.queryItemValue(item, QUrl::FullyDecoded);
    if (list.startsWith("in.("_L1))
        list = list.mid(4).chopped(1);
    return list.split(u',', Qt::SkipEmptyParts);
}

} // namespace

RestScript::RestScript(Schema schema)
    : m_schema(std::move(schema))
{
    m_http.setHeaderHandler([this](const HttpScript::Seen &seen) -> std::optional<Step> {
        m_loseAnswer = false;
        switch (fault ? fault(++m_requests) : (++m_requests, Fault::None)) {
        case Fault::None:
            return std::nullopt;
        case Fault::ResetBefore:
            log << "-reset";
            return HttpScript::reset(0);
        case Fault::ResetInBody:
            log << "-cut";
            return HttpScript::reset(seen.headers.value("content-length").toLongLong() / 2);
        case Fault::ResetAfter:
            m_loseAnswer = true;
        }
        return std::nullopt;
    });
    m_http.setHandler([this](const HttpScript::Seen &seen) {
        Step step = handle(seen);
        return m_loseAnswer ? HttpScript::reset() : step;
    });
}

RestScript::Step RestScript::answer(const Refusal &refusal)
{
    return HttpScript::answer(refusal.status,
                              "{\"code\":\"" + refusal.code + "\",\"message\":\"" + refusal.message +
                                  "\",\"details\":null,\"hint\":null}",
                              refusal.headers);
}

int RestScript::count(const QByteArray &prefix) const
{
    return int(std::ranges::count_if(log, [&](const QByteArray &entry) { return entry.startsWith(prefix); }));
}

RestScript::Rows RestScript::all() const
{
    Rows all;
    for (const auto &[table, rows] : tables.asKeyValueRange()) {
        for (const auto &[id, row] : rows.asKeyValueRange())
            all.insert(table + u'/' + id, row);
    }
    return all;
}

RestScript::Step RestScript::handle(const HttpScript::Seen &seen)
{
    if (seen.target.startsWith("/auth/v1/health")) {
        log << "HEAD health";
        return health ? health() : HttpScript::answer(200);
    }
    if (seen.target.size() > longestTarget)
        violations << u"a URL of %1 bytes"_s.arg(seen.target.size());
    if (instead)
        return instead();
    const QString table = tableOf(seen.target);
    if (m_schema.indexOf(table) < 0)
        return answer({404, "PGRST205"});
    if (seen.headers.value("authorization") != "Bearer " + token) {
        log << "-token";
        return answer({401, "PGRST303", "JWT expired"});
    }
    return seen.verb == "DELETE" ? remove(table, seen) : upsert(table, seen);
}

RestScript::Step RestScript::upsert(const QString &table, const HttpScript::Seen &seen)
{
    const QJsonArray rows = QJsonDocument::fromJson(seen.body).array();
    const QByteArray entry = "POST " + table.toUtf8() + ' ' + QByteArray::number(rows.size());
    const QStringList columns = listOf(seen.target, u"columns"_s);
    const auto before = tables;
    const auto refused = [&](const Refusal &refusal) {
        tables = before;
        log << '-' + entry;
        return answer(refusal);
    };
    if (const auto refusal = refuse ? refuse({"POST", table, rows.size()}) : std::nullopt)
        return refused(*refusal);
    QSet<QString> ids;
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        const QString id = row["id"_L1].toString();
        if (ids.contains(id))
            violations << u"%1/%2 twice in one request"_s.arg(table, id);
        ids.insert(id);
        if (row["uid"_L1].toString() != uid)
            return refused({403, "42501", "new row violates row-level security policy"});
        if (const auto refusal = refuseRow ? refuseRow(table, row) : std::nullopt)
            return refused(*refusal);
        for (const QString &column : columns) {
            if (!row.contains(column))
                violations << u"%1/%2 lacks %3"_s.arg(table, id, column);
            tables[table][id].insert(column, row[column]);
        }
    }
    if (const auto refusal = brokenReference())
        return refused(*refusal);
    log << entry;
    return HttpScript::answer(201);
}

RestScript::Step RestScript::remove(const QString &table, const HttpScript::Seen &seen)
{
    const QStringList ids = listOf(seen.target, u"id"_s);
    const QByteArray entry = "DELETE " + table.toUtf8() + ' ' + QByteArray::number(ids.size());
    const auto before = tables;
    auto refusal = refuse ? refuse({"DELETE", table, ids.size()}) : std::nullopt;
    for (qsizetype i = 0; i < ids.size() && refuseDelete && !refusal; ++i)
        refusal = refuseDelete(table, ids[i]);
    if (!refusal) {
        for (const QString &id : ids)
            tables[table].remove(id);
        if (setsNull)
            setNullWhereParentsAreGone();
        refusal = brokenReference();
    }
    if (refusal) {
        tables = before;
        log << '-' + entry;
        return answer(*refusal);
    }
    log << entry;
    return HttpScript::answer(204);
}

// What "on delete set null" does for the edges that close a cycle (resources/supabase/migrations).
void RestScript::setNullWhereParentsAreGone()
{
    for (const Table &table : m_schema.tables) {
        for (const ForeignKey &edge : table.foreignKeys) {
            const Rows parents = tables[m_schema.tables[edge.parent].name];
            for (QJsonObject &row : tables[table.name]) {
                if (edge.deferred && row[edge.column].isString() && !parents.contains(row[edge.column].toString()))
                    row[edge.column] = QJsonValue::Null;
            }
        }
    }
}

std::optional<RestScript::Refusal> RestScript::brokenReference() const
{
    for (const Table &table : m_schema.tables) {
        for (const QJsonObject &row : tables[table.name]) {
            for (const ForeignKey &edge : table.foreignKeys) {
                const QJsonValue parent = row[edge.column];
                if (parent.isString() && !tables[m_schema.tables[edge.parent].name].contains(parent.toString()))
                    return Refusal{409, "23503", "violates foreign key constraint"};
            }
        }
    }
    return std::nullopt;
}
