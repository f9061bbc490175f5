// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// What a block of the documentation that is only a piece of a program may take for granted.
#include <LumaSync/EngineController>
#include <LumaSync/SignInDialog>
#include <LumaSync/SyncEngine>
#include <LumaSync/SyncStatusButton>
#include <LumaSync/SyncStatusPanel>
#include <LumaSync/SyncTrayIcon>

#include <QDockWidget>
#include <QMainWindow>
#include <QStatusBar>

using namespace Qt::StringLiterals;

using MainWindow = QMainWindow;

extern const QString libraryPath;
extern const QString email;
extern const QString password;
