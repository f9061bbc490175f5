// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/syncitems.h"
#include "core/syncstatus.h"

/// A situation that a person can meet, as the engine would describe it: for screenshots and for tests of the layout.
struct Scene
{
    QString name;
    LumaSync::SyncStatus status;
    QList<LumaSync::UploadItem> uploads{};
    QList<LumaSync::RefusedRow> refused{};
    int page = 0; ///< of the panel
};

[[nodiscard]] QList<Scene> allScenes();
/// The one with that name; ends the program where there is none.
[[nodiscard]] Scene sceneOf(const QString &name);
