// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "demostyle.h"
#include "mainwindow.h"
#include "stallwatchdog.h"

#include <QApplication>
#include <QIcon>
#include <QLocale>
#include <QTextStream>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"luma"_s);
    QCoreApplication::setOrganizationName(u"LumaSync"_s);
    QApplication::setQuitOnLastWindowClosed(false); // the last changes are saved first
    QApplication::setWindowIcon(QIcon(u":/luma/luma.svg"_s));
    const auto options = Luma::DemoOptions::parse(app);
    if (!options.language.isEmpty()) {
        QLocale::setDefault(QLocale(options.language));
        QApplication::setLayoutDirection(QLocale().textDirection());
    }
    Luma::applyStyle(options.theme);

    Luma::StallWatchdog watchdog;
    Luma::MainWindow window(options);
    QObject::connect(&window, &Luma::MainWindow::finished, &app, &QApplication::quit, Qt::QueuedConnection);
    // What counts is how it feels while the backup works, not how long a window takes to appear.
    QObject::connect(&window, &Luma::MainWindow::opened, &watchdog, &Luma::StallWatchdog::reset, Qt::QueuedConnection);
    window.show();
    const int code = app.exec();
    QTextStream(stdout) << u"Longest GUI stall: %1 ms, %3 ms of it the app's own work; 99.9 % stayed below %2 ms."_s
                               .arg(watchdog.longestMs(), 0, 'f', 1)
                               .arg(watchdog.quantileMs(0.999), 0, 'f', 1)
                               .arg(watchdog.longestBusyMs(), 0, 'f', 1)
                        << Qt::endl;
    return code;
}
