// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "notebook.h"

#include <LumaSync/SyncEngine>

#include <QMainWindow>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QListWidget)
QT_FORWARD_DECLARE_CLASS(QPlainTextEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Notes {

/// A list of notes and the one that is open; the backup shows in the status bar and in the tray. Thread: GUI.
class NotesWindow : public QMainWindow
{
    Q_OBJECT
public:
    NotesWindow(const QString &databasePath, LumaSync::SyncOptions options);

    [[nodiscard]] LumaSync::SyncEngine *engine() const { return m_engine; }
    void attach(const QString &path);

private:
    void build();
    void addNote();
    void removeNote();
    void chooseAttachment();
    void open(int row);
    void save();
    void reload(const QString &selected);

    Notebook m_notebook;
    LumaSync::SyncEngine *m_engine;
    QList<Note> m_notes;
    int m_open = -1;
    QListWidget *m_list;
    QLineEdit *m_title;
    QPlainTextEdit *m_body;
    QCheckBox *m_pinned;
    QPushButton *m_attach;
};

} // namespace Notes
