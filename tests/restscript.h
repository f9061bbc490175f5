// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schema.h"
#include "httpscript.h"
#include "net/accesstoken.h"
#include "net/project.h"

#include <QJsonObject>
#include <QMap>

/// PostgREST in a few lines, for tests that need the cloud to fail at an exact place: the tables of a schema in
/// memory, one transaction a request, foreign keys, row-level security by `uid`, and the health of the auth server.
/// Thread: the test's.
class RestScript
{
public:
    using Step = LumaSync::HttpScript::Step;
    using Rows = QMap<QString, QJsonObject>; ///< by id

    /// What happens to a request on its way.
    enum class Fault {
        None,
        ResetBefore, ///< the server never sees it
        ResetInBody, ///< half of the body arrives
        ResetAfter,  ///< the server has committed, the client does not learn it
    };

    /// An error of PostgREST.
    struct Refusal
    {
        int status = 400;
        QByteArray code;
        QByteArray message = "refused";
        QList<QByteArray> headers = {};
    };

    /// A request to a table, before it is carried out.
    struct Request
    {
        QByteArray verb;
        QString table;
        qsizetype rows = 0; ///< that it sends or deletes
    };

    explicit RestScript(LumaSync::Schema schema);

    /// Says what happens to the n-th request, counted from 1, repetitions included.
    std::function<Fault(int number)> fault;
    /// Refuses a whole request to a table.
    std::function<std::optional<Refusal>(const Request &)> refuse;
    /// Refuses the request that brings this row.
    std::function<std::optional<Refusal>(const QString &table, const QJsonObject &row)> refuseRow;
    /// Refuses the request that deletes this row.
    std::function<std::optional<Refusal>(const QString &table, const QString &id)> refuseDelete;
    /// Answers the probe instead of 200.
    std::function<Step()> health;
    /// Answers every request to a table, which is not carried out.
    std::function<Step()> instead;

    /// Whether a deferred edge to a deleted row is set to null, as the module's own migrations say, or refuses.
    bool setsNull = true;

    QMap<QString, Rows> tables;
    QByteArray token = "one"; ///< the one that is taken; another gets 401
    QList<QByteArray> log;    ///< "HEAD health", "POST venues 3", "DELETE venues 2", "-" before where refused
    QStringList violations;   ///< what no client may do: an id twice, a column missing in an object, a long URL

    static inline const QString uid = QStringLiteral("99999999-9999-4999-8999-999999999999");
    [[nodiscard]] LumaSync::AccessToken accessToken() const { return {token, uid, QDeadlineTimer::Forever}; }
    [[nodiscard]] LumaSync::Project project() const { return {m_http.url(), "sb_publishable_k"}; }
    [[nodiscard]] int count(const QByteArray &prefix) const;
    /// Requests that have come in, repetitions included.
    [[nodiscard]] int requests() const { return m_requests; }
    /// All rows by "table/id".
    [[nodiscard]] Rows all() const;
    [[nodiscard]] const LumaSync::HttpScript &http() const { return m_http; }

    static Step answer(const Refusal &refusal);

private:
    Step handle(const LumaSync::HttpScript::Seen &seen);
    Step upsert(const QString &table, const LumaSync::HttpScript::Seen &seen);
    Step remove(const QString &table, const LumaSync::HttpScript::Seen &seen);
    void setNullWhereParentsAreGone();
    [[nodiscard]] std::optional<Refusal> brokenReference() const;

    LumaSync::Schema m_schema;
    LumaSync::HttpScript m_http;
    int m_requests = 0;
    bool m_loseAnswer = false;
};
