// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/verb.h"
#include "core/database.h"
#include "core/storagequeue.h"

namespace LumaSync::Cli {

/// Lists the queue of uploads and changes what becomes of them, in the library alone: a program that backs it up at the
/// same time notices within seconds.
class QueueVerb : public Verb
{
    Q_OBJECT
public:
    using Verb::Verb;
    void start() override;
    void interrupt() override;

private:
    [[nodiscard]] Outcome run(const Database &database);
    [[nodiscard]] Outcome list(const Database &database, const FileCatalog &catalog, const StorageQueue &queue);
    [[nodiscard]] Outcome retryAll(const Database &database, StorageQueue &queue);
    [[nodiscard]] Outcome change(const QString &word, const UploadJob &job, StorageQueue &queue);
    void sayJob(const UploadJob &job, const QString &title);
};

} // namespace LumaSync::Cli
