// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/accesstoken.h"
#include "net/httpjob.h"
#include "net/project.h"

#include <LumaSync/net/export.h>

#include <QPointer>
#include <QStringList>

namespace LumaSync {

struct RestResult
{
    Error error;     ///< mapped by postgrestError()
    QByteArray body; ///< a JSON array for select(), else empty
    int status = 0;
};

/// One REST request. See Job for the contract.
class LUMASYNC_NET_EXPORT RestJob : public Job
{
    Q_OBJECT
public:
    RestJob(QNetworkAccessManager *manager, HttpRequest request, QObject *parent);

Q_SIGNALS:
    /// The request has left; only its answer is awaited. Not for requests without a body.
    void sent();
    void finished(const LumaSync::RestResult &result);

protected:
    void run() override;
    void stop() override;
    void report(bool canceled) override;

private:
    QNetworkAccessManager *m_manager;
    HttpRequest m_request;
    QPointer<HttpJob> m_http;
    RestResult m_result;
};

/// What to read: an ordered page of a table.
struct SelectQuery
{
    QStringList columns;                        ///< empty: all
    QList<std::pair<QString, QString>> filters; ///< column, operator and value: {"id", "gt.0b7e..."}; ANDed
    QString order;                              ///< "id.asc"
    qint64 offset = 0;
    qint64 limit = 1000; ///< hosted projects cap a page at 1,000 rows
};

/// Rows of the cloud's tables. Jobs come unstarted: connect, then start(). The token in force when a job is
/// made is used. Thread: the manager's. Owner: a worker.
class LUMASYNC_NET_EXPORT RestClient : public QObject
{
    Q_OBJECT
public:
    /// `manager` outlives the client.
    RestClient(QNetworkAccessManager *manager, Project project, QObject *parent = nullptr);

    void setToken(const AccessToken &token) { m_token = token; }
    [[nodiscard]] const AccessToken &token() const { return m_token; }
    /// Time limit of one request; the server ends a statement after 8 s itself. Default: 60 s without a byte,
    /// 60 s for an answer.
    void setAnswerLimit(std::chrono::milliseconds limit) { m_answerLimit = limit; }

    /// INSERT ... ON CONFLICT (id) DO UPDATE of all rows in one transaction: all or none. Preconditions:
    /// `rows` is a UTF-8 JSON array of objects, each with every one of `columns` ("id" among them); no id
    /// twice. 200 and 201 are success.
    RestJob *upsert(const QString &table, const QStringList &columns, QByteArray rows);
    /// DELETE by id; rows that are not there are no error. Precondition: `ids` from splitForUrl(), not empty.
    RestJob *remove(const QString &table, const QStringList &ids);
    /// GET one page as a JSON array.
    RestJob *select(const QString &table, const SelectQuery &query);

    /// Cuts `ids` into lists whose encoded form is at most `maxBytes` (one id at least): gateways allow about
    /// 8 KB of URL.
    [[nodiscard]] static QList<QStringList> splitForUrl(const QStringList &ids, qsizetype maxBytes = 6000);

    /// The URLs, pure.
    [[nodiscard]] static QUrl upsertUrl(const Project &project, const QString &table, const QStringList &columns);
    [[nodiscard]] static QUrl removeUrl(const Project &project, const QString &table, const QStringList &ids);
    [[nodiscard]] static QUrl selectUrl(const Project &project, const QString &table, const SelectQuery &query);

private:
    [[nodiscard]] HttpRequest request(const QByteArray &verb, const QUrl &url) const;

    QNetworkAccessManager *m_manager;
    Project m_project;
    AccessToken m_token;
    std::chrono::milliseconds m_answerLimit{60'000};
};

} // namespace LumaSync

Q_DECLARE_METATYPE(LumaSync::RestResult)
