// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/schema.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace LumaSync {

QString quoted(const QString &name)
{
    return u'"' + QString(name).replace(u'"', u"\"\""_s) + u'"';
}

QString literal(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', u"''"_s) + u'\'';
}

bool Table::hasDeferred() const
{
    return std::ranges::any_of(foreignKeys, &ForeignKey::deferred);
}

qsizetype Schema::indexOf(const QString &table) const
{
    const auto it = std::ranges::find(tables, table, &Table::name);
    return it == tables.cend() ? -1 : std::distance(tables.cbegin(), it);
}

namespace {

bool isReady(const Table &table, qsizetype self, const QList<bool> &placed)
{
    return std::ranges::all_of(table.foreignKeys, [&](const ForeignKey &edge) {
        return edge.deferred || edge.parent == self || placed[edge.parent];
    });
}

/// Cuts nullable edges of the first table that can be freed by that. False where none can.
bool cutNullableEdges(QList<Table> &tables, const QList<QStringList> &nullable, const QList<bool> &placed)
{
    for (qsizetype i = 0; i < tables.size(); ++i) {
        if (placed[i])
            continue;
        const auto blocks = [&](const ForeignKey &edge) {
            return !edge.deferred && edge.parent != i && !placed[edge.parent];
        };
        auto &edges = tables[i].foreignKeys;
        if (!std::ranges::all_of(
                edges, [&](const ForeignKey &edge) { return !blocks(edge) || nullable[i].contains(edge.column); }))
            continue;
        for (ForeignKey &edge : edges)
            edge.deferred = edge.deferred || blocks(edge);
        return true;
    }
    return false;
}

} // namespace

Expected<Schema> inDependencyOrder(QList<Table> tables, const QList<QStringList> &nullableColumns)
{
    for (qsizetype i = 0; i < tables.size(); ++i) {
        for (ForeignKey &edge : tables[i].foreignKeys)
            edge.deferred = edge.parent == i && nullableColumns[i].contains(edge.column);
    }
    QList<bool> placed(tables.size(), false);
    QList<qsizetype> order;
    while (order.size() < tables.size()) {
        qsizetype next = 0;
        while (next < tables.size() && (placed[next] || !isReady(tables[next], next, placed)))
            ++next;
        if (next < tables.size()) {
            placed[next] = true;
            order.append(next);
        } else if (!cutNullableEdges(tables, nullableColumns, placed)) {
            QStringList names;
            for (qsizetype i = 0; i < tables.size(); ++i) {
                if (!placed[i])
                    names.append(tables[i].name);
            }
            return Error{.kind = Error::Kind::Configuration,
                         .code = u"cycle"_s,
                         .message = u"The tables "_s + names.join(u", "_s) +
                                    u" refer to each other in a circle. Make one of these foreign keys nullable."_s};
        }
    }
    QList<qsizetype> position(tables.size());
    for (qsizetype i = 0; i < order.size(); ++i)
        position[order[i]] = i;
    Schema schema;
    for (qsizetype old : std::as_const(order)) {
        for (ForeignKey &edge : tables[old].foreignKeys)
            edge.parent = position[edge.parent];
        schema.tables.append(tables[old]);
    }
    return schema;
}

} // namespace LumaSync
