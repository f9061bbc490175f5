// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// Renders the widgets in all their states into a folder of PNG files. See docs/make-screenshots.
#include "stage.h"
#include "traysheet.h"
#include "ui/rateplot.h"
#include "ui/signindialog.h"
#include "ui/syncmenu.h"
#include "ui/syncstatusbutton.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

/// A curve as a home connection draws it.
void fillPlot(LumaSync::RatePlot *plot, double rate)
{
    for (int i = 0; i < 110; ++i) {
        plot->setRate(rate * (0.75 + 0.2 * std::sin(i / 9.0) + 0.05 * std::sin(i * i * 0.37)) * qMin(1.0, i / 8.0));
        plot->takeSample();
    }
    plot->setRate(rate);
    plot->takeSample();
}

/// Writes pictures of widgets.
struct Camera
{
    QDir folder;
    double ratio = 1;
    QString suffix;

    [[nodiscard]] bool take(QWidget &widget, const QString &name) const
    {
        return StagedPanel::pictureOf(widget, ratio).save(folder.filePath(name % suffix));
    }
};

bool takePanel(const Camera &camera, const Scene &scene, int width)
{
    const StagedPanel staged(scene, {width, 600});
    LumaSync::SyncStatusPanel &panel = *staged.panel;
    if (scene.status.isUploading)
        fillPlot(staged.find<LumaSync::RatePlot>(), scene.status.upload.bytesPerSecond);
    if (scene.name == "details"_L1)
        for (auto *toggle : panel.findChildren<QToolButton *>(u"detailsToggle"_s))
            toggle->click();
    if (scene.name == "selected"_L1) {
        panel.activateWindow();
        staged.view->setFocus(Qt::TabFocusReason);
        staged.view->setCurrentIndex(staged.view->model()->index(1, 0));
    }
    return camera.take(panel, u"panel-"_s % scene.name);
}

/// What else there is: the menu, the buttons for status bars in all states, the dialog.
bool takeOthers(const Camera &camera)
{
    FakeController controller;
    const QList<Scene> scenes = allScenes();
    controller.current = scenes.at(1).status;
    LumaSync::SyncMenu menu(&controller);
    menu.popup({});
    menu.resize(menu.sizeHint());
    LumaSync::SignInDialog dialog(&controller);
    dialog.setEmail(u"mara@example.org"_s);
    dialog.show();
    QWidget bar;
    auto *layout = new QVBoxLayout(&bar);
    QList<FakeController *> controllers;
    for (const Scene &scene : scenes) {
        if (scene.page != 0)
            continue;
        auto *state = new FakeController(&bar);
        state->current = scene.status;
        layout->addWidget(new LumaSync::SyncStatusButton(state, &bar), 0, Qt::AlignLeading);
    }
    bar.show();
    const bool taken =
        camera.take(menu, u"menu"_s) && camera.take(dialog, u"sign-in"_s) && camera.take(bar, u"buttons"_s);
    menu.hide();
    return taken;
}

} // namespace

int main(int argc, char **argv)
{
    // The screen itself has that scale, so that icons are drawn for it; it must be known before the application is.
    for (int i = 1; i + 1 < argc; ++i)
        if (qstrcmp(argv[i], "--scale") == 0)
            qputenv("QT_SCALE_FACTOR", argv[i + 1]);
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"locale"_s, u"Language, for instance de; or pseudo."_s, u"name"_s, u"en_GB"_s},
                       {u"scale"_s, u"Device pixel ratio."_s, u"ratio"_s, u"1"_s},
                       {u"width"_s, u"Of the panel."_s, u"pixels"_s, u"420"_s},
                       {u"only"_s, u"One scene."_s, u"name"_s},
                       {u"theme"_s, u"light, dark or contrast."_s, u"name"_s, u"light"_s}});
    parser.addPositionalArgument(u"folder"_s, u"Where the pictures go."_s);
    parser.process(app);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);
    const QString theme = parser.value(u"theme"_s);
    const QString only = parser.value(u"only"_s);
    const Camera camera{QDir(parser.positionalArguments().constFirst()), parser.value(u"scale"_s).toDouble(),
                        theme == "light"_L1 ? u".png"_s : u"-%1.png"_s.arg(theme)};
    camera.folder.mkpath(u"."_s);

    setStage(parser.value(u"locale"_s), theme);
    if (only.isEmpty() &&
        !(saveTraySheet(camera.folder.filePath(u"tray"_s % camera.suffix), theme != "light"_L1, camera.ratio) &&
          takeOthers(camera)))
        return 1;
    for (const Scene &scene : allScenes())
        if ((only.isEmpty() || scene.name == only) && !takePanel(camera, scene, parser.value(u"width"_s).toInt()))
            return 1;
    return 0;
}
