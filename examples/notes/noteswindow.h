// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <LumaSync/SchemaDescription>
#include <LumaSync/SyncEngine>

#include <QtWidgets>

namespace Notes {

/// What is backed up: everything but paths of this machine, which the module replaces by files.
[[nodiscard]] LumaSync::SchemaDescription schema();

/// A list of notes and the one that is open; the backup shows in the status bar and in the tray. Thread: GUI.
class NotesWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// On the application's default database connection.
    NotesWindow(const QString &databasePath, LumaSync::SyncOptions options);

    [[nodiscard]] LumaSync::SyncEngine *engine() const { return m_engine; }
    void attach(const QString &path);

private:
    void build();
    void add();
    void remove();
    void list(const QString &selected = {});
    void open();
    void save();

    LumaSync::SyncEngine *m_engine;
    QString m_note; ///< the open one's key
    QString m_attachment;
    QListWidget *m_list = new QListWidget;
    QLineEdit *m_title = new QLineEdit;
    QPlainTextEdit *m_body = new QPlainTextEdit;
    QCheckBox *m_pinned = new QCheckBox(tr("Pinned"));
    QPushButton *m_attach = new QPushButton;
};

} // namespace Notes
