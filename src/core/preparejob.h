// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/packagebuilder.h"
#include "net/job.h"

#include <QFutureWatcher>

#include <functional>
#include <stop_token>

QT_FORWARD_DECLARE_CLASS(QThreadPool)

namespace LumaSync {

/// What will be sent: a file, or bytes in memory where `path` is empty.
struct PreparedFile
{
    Error error{};
    QString path{};
    QByteArray bytes{};
    qint64 size = 0;
    QByteArray sha256{}; ///< lower-case hexadecimal
};

/// Makes the file of one upload in a helper thread, so that the worker's event loop goes on. See Job for the
/// contract; a canceled job reports at once, and its helper, which holds values only, ends by itself soon after.
/// Thread: any with an event loop. Owner: its parent.
class PrepareJob : public Job
{
    Q_OBJECT
public:
    using Work = std::function<PreparedFile(std::stop_token)>;

    PrepareJob(QThreadPool *pool, Work work, QObject *parent);
    ~PrepareJob() override;

    /// The file as it is, hashed. A hash that is known already is taken.
    [[nodiscard]] static Work file(const QString &path, const QByteArray &knownSha256);
    /// A JPEG in memory.
    [[nodiscard]] static Work thumbnail(const QString &path);
    /// A package: the one at `known.path` if its size and hash are those of `known`, else built.
    [[nodiscard]] static Work package(const PackageSource &source, const PackageSettings &settings,
                                      const PreparedFile &known);

Q_SIGNALS:
    void finished(const LumaSync::PreparedFile &file);

protected:
    void run() override;
    void stop() override;
    void report(bool canceled) override;

private:
    QThreadPool *m_pool;
    Work m_work;
    std::stop_source m_stop;
    QFutureWatcher<PreparedFile> m_watcher;
};

} // namespace LumaSync
