// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "fakecontroller.h"
#include "scenes.h"
#include "ui/syncstatuspanel.h"

#include <QTest>

#include <memory>

QT_FORWARD_DECLARE_CLASS(QTreeView)

/// What the look of widgets depends on is the same for all who test or render them: Fusion, ten points, a palette
/// ("light", "dark", "contrast") and a language ("pseudo" is one, too).
void setStage(const QString &language = QStringLiteral("en_GB"), const QString &theme = QStringLiteral("light"));

/// A scene on the stage: the panel, and the controller that it shows.
class StagedPanel
{
public:
    explicit StagedPanel(const Scene &scene, const QSize &size = {420, 640});
    explicit StagedPanel(const QString &scene)
        : StagedPanel(sceneOf(scene))
    {
    }

    template <typename T>
    [[nodiscard]] T *find(const QString &name = {}) const
    {
        return panel->findChild<T *>(name);
    }
    void click(const QString &name) const { QTest::mouseClick(find<QWidget>(name), Qt::LeftButton); }
    [[nodiscard]] QImage picture(qreal ratio = 1) const { return pictureOf(*panel, ratio); }
    /// On the window's colour. Lays everything out first.
    [[nodiscard]] static QImage pictureOf(QWidget &widget, qreal ratio = 1);

    FakeController controller;
    std::unique_ptr<LumaSync::SyncStatusPanel> panel;
    QTreeView *view; ///< the list of uploads
};
