// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/restclient.h"

#include "net/errormapping.h"

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

/// A name in a URL of PostgREST: as it is where it is a plain identifier, else in double quotes;
/// percent-encoded.
QString quoted(const QString &name)
{
    const bool isPlain = std::all_of(name.begin(), name.end(), [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'_' || c == u'-');
    });
    if (isPlain && !name.isEmpty())
        return name;
    QString escaped = name;
    escaped.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1);
    return QString::fromLatin1(QUrl::toPercentEncoding(u'"' + escaped + u'"'));
}

QString quotedList(const QStringList &names)
{
    QStringList result;
    result.reserve(names.size());
    for (const QString &name : names)
        result << quoted(name);
    return result.join(u',');
}

/// Gateways refuse longer lines, from 8 KB on.
constexpr qsizetype longestList = 6000;

QUrl withQuery(QUrl url, const QString &encodedQuery)
{
    url.setQuery(encodedQuery, QUrl::StrictMode);
    return url;
}

} // namespace

RestJob::RestJob(QNetworkAccessManager *manager, HttpRequest request, QObject *parent)
    : Job(parent)
    , m_manager(manager)
    , m_request(std::move(request))
{
}

void RestJob::run()
{
    m_http = new HttpJob(m_manager, std::move(m_request), this);
    connect(m_http, &HttpJob::bodySent, this, &RestJob::sent);
    connect(m_http, &HttpJob::finished, this, [this](const HttpResult &result) {
        m_result = {postgrestError(result), result.isOk() ? result.body : QByteArray(), result.status};
        finish();
    });
    m_http->start();
}

void RestJob::stop()
{
    if (m_http)
        m_http->cancel();
}

void RestJob::report(bool canceled)
{
    if (canceled)
        m_result = {canceledError(), {}, 0};
    Q_EMIT finished(m_result);
}

RestClient::RestClient(QNetworkAccessManager *manager, Project project, QObject *parent)
    : QObject(parent)
    , m_manager(manager)
    , m_project(std::move(project))
{
}

HttpRequest RestClient::request(const QByteArray &verb, const QUrl &url) const
{
    HttpRequest request;
    request.verb = verb;
    request.url = url;
    request.answerLimit = m_answerLimit;
    request.headers.append("apikey", m_project.publishableKey);
    if (!m_token.jwt.isEmpty())
        request.headers.append(QHttpHeaders::WellKnownHeader::Authorization, "Bearer " + m_token.jwt);
    request.headers.append(QHttpHeaders::WellKnownHeader::Accept, "application/json");
    return request;
}

RestJob *RestClient::upsert(const QString &table, const QStringList &columns, QByteArray rows)
{
    HttpRequest upsert = request("POST", upsertUrl(m_project, table, columns));
    upsert.headers.append(QHttpHeaders::WellKnownHeader::ContentType, "application/json");
    upsert.headers.append("Prefer", "resolution=merge-duplicates,return=minimal");
    upsert.body = std::move(rows);
    return new RestJob(m_manager, std::move(upsert), this);
}

RestJob *RestClient::remove(const QString &table, const QStringList &ids)
{
    HttpRequest remove = request("DELETE", removeUrl(m_project, table, ids));
    remove.headers.append("Prefer", "return=minimal");
    return new RestJob(m_manager, std::move(remove), this);
}

RestJob *RestClient::select(const QString &table, const SelectQuery &query)
{
    return new RestJob(m_manager, request("GET", selectUrl(m_project, table, query)), this);
}

QList<QStringList> RestClient::splitForUrl(const QStringList &ids, qsizetype maxBytes)
{
    QList<QStringList> lists;
    qsizetype bytes = 0;
    for (const QString &id : ids) {
        const qsizetype cost = quoted(id).size() + 1;
        if (lists.isEmpty() || bytes + cost > maxBytes) {
            lists << QStringList();
            bytes = 0;
        }
        lists.last() << id;
        bytes += cost;
    }
    return lists;
}

QUrl RestClient::upsertUrl(const Project &project, const QString &table, const QStringList &columns)
{
    // Without `columns` the names of the first object count; all objects of a request have the same.
    const QString list = quotedList(columns);
    return withQuery(project.rest(table), list.size() > longestList ? QString(u"on_conflict=id"_s)
                                                                    : QString("on_conflict=id&columns="_L1 + list));
}

QUrl RestClient::removeUrl(const Project &project, const QString &table, const QStringList &ids)
{
    return withQuery(project.rest(table), "id=in.("_L1 + quotedList(ids) + u')');
}

QUrl RestClient::selectUrl(const Project &project, const QString &table, const SelectQuery &query)
{
    const QString list = quotedList(query.columns);
    QStringList parts{"select="_L1 + (list.isEmpty() || list.size() > longestList ? u"*"_s : list)};
    for (const auto &[column, condition] : query.filters)
        parts << quoted(column) + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(condition, "(),:*"));
    if (!query.order.isEmpty())
        parts << "order="_L1 + QString::fromLatin1(QUrl::toPercentEncoding(query.order, ",\""));
    if (query.offset > 0)
        parts << "offset="_L1 + QString::number(query.offset);
    parts << "limit="_L1 + QString::number(query.limit);
    return withQuery(project.rest(table), parts.join(u'&'));
}

} // namespace LumaSync
