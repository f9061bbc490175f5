// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// Renders the widgets in all their states into a folder of PNG files. See docs/make-screenshots.
#include "fakecontroller.h"
#include "scenes.h"
#include "traysheet.h"
#include "ui/rateplot.h"
#include "ui/syncstatuspanel.h"
#include "ui/translations.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QStyleFactory>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

QPalette darkPalette()
{
    QPalette palette;
    const QColor window(0x24272c);
    const QColor text(0xe8eaed);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::Base, QColor(0x1b1d21));
    palette.setColor(QPalette::AlternateBase, window);
    palette.setColor(QPalette::Button, QColor(0x34383f));
    palette.setColor(QPalette::ToolTipBase, window);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, text);
    palette.setColor(QPalette::Highlight, QColor(0x2f6fc4));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::PlaceholderText, QColor(0x9aa0a8));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x7d838b));
    return palette;
}

QPalette lightPalette()
{
    QPalette palette(QColor(0xeff1f4));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Highlight, QColor(0x2f7de1));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    return palette;
}

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

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"locale"_s, u"Language, for instance de."_s, u"name"_s, u"en_GB"_s},
                       {u"scale"_s, u"Device pixel ratio."_s, u"ratio"_s, u"1"_s},
                       {u"width"_s, u"Of the panel."_s, u"pixels"_s, u"420"_s},
                       {u"only"_s, u"One scene."_s, u"name"_s},
                       {u"dark"_s, u"Dark instead of light."_s}});
    parser.addPositionalArgument(u"folder"_s, u"Where the pictures go."_s);
    parser.process(app);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);
    const QDir folder(parser.positionalArguments().constFirst());
    folder.mkpath(u"."_s);

    QLocale::setDefault(QLocale(parser.value(u"locale"_s)));
    QApplication::setLayoutDirection(QLocale().textDirection());
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QFont font = QApplication::font();
    font.setPointSizeF(10);
    QApplication::setFont(font);
    const bool dark = parser.isSet(u"dark"_s);
    QApplication::setPalette(dark ? darkPalette() : lightPalette());
    const QString suffix = dark ? u"-dark.png"_s : u".png"_s;
    const double ratio = parser.value(u"scale"_s).toDouble();
    if (!parser.isSet(u"only"_s) && !saveTraySheet(folder.filePath(u"tray"_s % suffix), dark, ratio))
        return 1;

    for (const Scene &scene : allScenes()) {
        if (parser.isSet(u"only"_s) && scene.name != parser.value(u"only"_s))
            continue;
        FakeController controller;
        controller.current = scene.status;
        controller.uploads = scene.uploads;
        controller.refused = scene.refused;
        LumaSync::SyncStatusPanel panel(&controller);
        panel.resize(parser.value(u"width"_s).toInt(), 600);
        panel.showPage(static_cast<LumaSync::SyncStatusPanel::Page>(scene.page));
        panel.show();
        if (scene.status.isUploading)
            fillPlot(panel.findChild<LumaSync::RatePlot *>(), scene.status.upload.bytesPerSecond);
        QApplication::processEvents();
        QImage image(panel.size() * ratio, QImage::Format_RGB32);
        image.setDevicePixelRatio(ratio);
        panel.render(&image);
        if (!image.save(folder.filePath(u"panel-"_s % scene.name % suffix)))
            return 1;
    }
    return 0;
}
