// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "synccontroller.h"

#include <LumaSync/ui/export.h>

#include <memory>

namespace LumaSync {

class SyncEngine;

/// Connects the widgets to a SyncEngine. Keeps the person's settings in QSettings (group "LumaSync") where the
/// application has a name, and applies them at once. Thread: GUI. Owner: the engine; there is one for each, made when
/// the first widget asks.
class LUMASYNC_UI_EXPORT EngineController : public SyncController
{
    Q_OBJECT
public:
    /// Precondition: called in the GUI thread with an engine that lives there.
    [[nodiscard]] static EngineController *of(SyncEngine *engine);
    ~EngineController() override;

    [[nodiscard]] SyncStatus status() const override;
    [[nodiscard]] QStringList uploadKinds() const override;
    [[nodiscard]] SyncSettings settings() const override;

    void syncNow() override;
    void setPaused(bool paused) override;
    void retryNow() override;
    void signIn(const QString &email, const QString &password) override;
    void signOut() override;
    void adoptLibrary() override;
    void listItems() override;
    void retryUpload(qint64 jobId) override;
    void removeUpload(qint64 jobId) override;
    void setUploadExcluded(qint64 jobId, bool excluded) override;
    void setSettings(const LumaSync::SyncSettings &settings) override;

private:
    class Private;
    explicit EngineController(SyncEngine *engine);

    std::unique_ptr<Private> d;
};

} // namespace LumaSync
