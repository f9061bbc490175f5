// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "stage.h"

#include "pseudotranslator.h"
#include "screenshots/palettes.h"
#include "ui/translations.h"

#include <QApplication>
#include <QStyle>
#include <QTreeView>

using namespace LumaSync;
using namespace Qt::StringLiterals;

void setStage(const QString &language, const QString &theme)
{
    static PseudoTranslator pseudo;
    const bool isPseudo = language == "pseudo"_L1;
    QLocale::setDefault(QLocale(isPseudo ? u"en_GB"_s : language));
    QApplication::setLayoutDirection(QLocale().textDirection());
    if (QApplication::style()->name() != "fusion"_L1)
        QApplication::setStyle(u"Fusion"_s);
    QFont font = QApplication::font();
    font.setPointSizeF(10);
    QApplication::setFont(font);
    QApplication::setPalette(paletteFor(theme));
    QCoreApplication::removeTranslator(&pseudo);
    loadTranslations(QLocale());
    if (isPseudo)
        QCoreApplication::installTranslator(&pseudo);
}

StagedPanel::StagedPanel(const Scene &scene, const QSize &size)
{
    controller.current = scene.status;
    controller.uploads = scene.uploads;
    controller.refused = scene.refused;
    panel = std::make_unique<SyncStatusPanel>(&controller);
    panel->showPage(static_cast<SyncStatusPanel::Page>(scene.page));
    panel->resize(size);
    panel->show();
    view = find<QTreeView>(u"uploadView"_s);
}

QImage StagedPanel::pictureOf(QWidget &widget, qreal ratio)
{
    QApplication::processEvents();
    QImage picture(widget.size() * ratio, QImage::Format_RGB32);
    picture.setDevicePixelRatio(ratio);
    picture.fill(widget.palette().color(QPalette::Window));
    widget.render(&picture);
    return picture;
}
