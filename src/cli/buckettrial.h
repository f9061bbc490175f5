// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/finding.h"
#include "net/objectstore.h"

namespace LumaSync::Cli {

/// Tries the storage policies of one bucket as an upload would meet them: makes one tiny object of a name that nobody
/// else has, replaces it, reads it back and removes it. Overwrites nothing of anybody, and whatever happens in between,
/// the object is removed in the end. Thread: main. Owner: the doctor.
class BucketTrial : public QObject
{
    Q_OBJECT
public:
    BucketTrial(ObjectStore &store, const BucketDescription &bucket, const QString &uid, QObject *parent);

    void start();
    /// Ends after the removal of what was made.
    void cancel();

    /// What is made, below the user's folder.
    [[nodiscard]] const QString &objectName() const { return m_name; }

Q_SIGNALS:
    /// Exactly once, from the event loop: what went wrong first, and what could not be removed where that is something
    /// else; one good word where nothing did.
    void finished(const QList<LumaSync::Cli::Finding> &findings);

private:
    void create();
    void replace();
    void readBack();
    void remove();
    void follow(ObjectJob *job, TrialStep step, void (BucketTrial::*next)());
    void note(TrialStep step, const Error &error);

    ObjectStore &m_store;
    const BucketDescription &m_bucket;
    QString m_name;
    QByteArray m_read;
    QList<Finding> m_findings;
    bool m_isCanceled = false;
};

} // namespace LumaSync::Cli
