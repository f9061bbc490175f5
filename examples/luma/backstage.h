// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "coverloader.h"
#include "importworker.h"
#include "libraryworker.h"

#include <QThread>

#include <array>

namespace Luma {

/// The app's workers and their threads. Call them by queued signals or invokeMethod(). Thread: GUI. Owner: MainWindow.
class Backstage : public QObject
{
    Q_OBJECT
public:
    explicit Backstage(const QString &folder);
    /// Waits for what is under way: one file of an import at most.
    ~Backstage() override;

    [[nodiscard]] LibraryWorker *library() const { return m_library; }
    [[nodiscard]] ImportWorker *importer() const { return m_importer; }
    [[nodiscard]] CoverLoader *covers() const { return m_covers; }

private:
    LibraryWorker *m_library;
    ImportWorker *m_importer;
    CoverLoader *m_covers;
    std::array<QThread, 3> m_threads;
};

} // namespace Luma
