// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemadescription.h"
#include "core/verifyreport.h"
#include "net/accesstoken.h"
#include "net/job.h"
#include "net/project.h"

#include <memory>

namespace LumaSync {

/// What is verified.
struct VerifyOptions
{
    QString databasePath; ///< the host's existing SQLite library
    Project project;
    SchemaDescription schema = SchemaDescription::luma();
    bool verifyFiles = true; ///< false: tables only
};

/// Verifies a backup from outside: every row of every synced table, and the SHA-256 of every object, read back from the
/// cloud with the user's own token, against the library. Changes nothing here or there. Meant for quiet moments: a row
/// that the host edits meanwhile may be reported as different.
///
/// Thread: its maker's, with an event loop; database reads are short, files are read in a helper thread. Owner: its
/// parent. See Job for the contract.
class Verifier : public Job
{
    Q_OBJECT
public:
    explicit Verifier(VerifyOptions options, QObject *parent = nullptr);
    ~Verifier() override;

public Q_SLOTS:
    /// Before start(), and whenever it changes. Answers tokenNeeded(); without a JWT: there is none to be had, and a
    /// verification that needs one ends as signed out.
    void setToken(const LumaSync::AccessToken &token);

Q_SIGNALS:
    void progressed(const LumaSync::VerifyProgress &progress);
    void differenceFound(const LumaSync::VerifyDifference &difference);
    /// The server refuses this token; it waits for setToken().
    void tokenNeeded(const LumaSync::AccessToken &stale);
    /// Errors: Database, Configuration (with the code "unsynced" where the library was never synced), Forbidden (the
    /// library belongs to another account), and those of the network.
    void finished(const LumaSync::VerifyReport &report);

protected:
    void run() override;
    void stop() override;
    void report(bool canceled) override;

private:
    class Private;
    [[nodiscard]] Error open();
    [[nodiscard]] Error checkOwner() const;
    [[nodiscard]] Error countAll();
    void nextTable();
    void verifyObjects();
    void note(const VerifyDifference &difference);
    void end(const Error &error);

    VerifyOptions m_options;
    AccessToken m_token;
    VerifyReport m_report;
    VerifyProgress m_progress;
    std::unique_ptr<Private> d;
};

} // namespace LumaSync
