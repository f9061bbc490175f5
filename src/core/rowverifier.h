// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/requestretry.h"
#include "core/rowmerge.h"
#include "core/rowreader.h"
#include "net/job.h"
#include "net/restclient.h"

#include <QPointer>

namespace LumaSync {

class Database;

/// Compares every row of one table with the cloud, both ways.
///
/// The cloud gives its rows in the order of their ids, so the library's must come in that order too: their ids are
/// computed first and kept in a temporary table (SQLite's own file, so memory stays flat for any number of rows). Then
/// both sides are read in step, at most 1,000 rows or 4 MiB at a time. No transaction is open while a request is on its
/// way. Thread: the connection's. Owner: Verifier. See Job for the contract.
class RowVerifier : public Job
{
    Q_OBJECT
public:
    struct Parts
    {
        const Database &database;
        const Schema &schema;
        const CloudIds &ids;
        RestClient &rest;
        RequestRetry &retry;
        QByteArray uid;
    };
    RowVerifier(Parts parts, qsizetype table, QObject *parent);

    /// Rows compared, those that differ included.
    [[nodiscard]] qint64 compared() const { return m_merge.compared(); }

Q_SIGNALS:
    void differenceFound(const LumaSync::VerifyDifference &difference);
    void progressed();
    void finished(const LumaSync::Error &error);

protected:
    void run() override;
    void stop() override;
    void report(bool canceled) override;

private:
    void prepare();
    void listSome();
    [[nodiscard]] Error listPage(int &count);
    void proceed();
    [[nodiscard]] Error readLocal();
    void fetch();
    void fetched(const RestResult &result);
    void end(const Error &error);

    Parts m_parts;
    qsizetype m_tableIndex;
    const Table &m_table;
    RowReader m_reader;
    RowMerge m_merge;
    QVariantList m_keyCursor;
    QByteArray m_localCursor; ///< cloud id of the last row read from the library
    QByteArray m_cloudCursor; ///< up to here both sides are compared
    bool m_localAtEnd = false;
    bool m_stopped = false;
    qint64 m_limit;
    QPointer<RestJob> m_job;
    Error m_error;
};

} // namespace LumaSync
