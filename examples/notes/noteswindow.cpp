// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "noteswindow.h"

#include <LumaSync/SyncStatusButton>
#include <LumaSync/SyncTrayIcon>

#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStatusBar>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace Notes {

NotesWindow::NotesWindow(const QString &databasePath, LumaSync::SyncOptions options)
    : m_notebook(databasePath)
    , m_list(new QListWidget)
    , m_title(new QLineEdit)
    , m_body(new QPlainTextEdit)
    , m_pinned(new QCheckBox(tr("Pinned")))
    , m_attach(new QPushButton)
{
    options.databasePath = databasePath;
    options.schema = Notebook::schema();
    m_engine = new LumaSync::SyncEngine(std::move(options), this);
    build();
    reload({});
    m_engine->start();
    (new LumaSync::SyncTrayIcon(m_engine, this))->show();
    statusBar()->addPermanentWidget(new LumaSync::SyncStatusButton(m_engine));
}

void NotesWindow::build()
{
    setWindowTitle(tr("Notes"));
    resize(720, 480);
    QToolBar *bar = addToolBar(tr("Notes"));
    bar->addAction(tr("New note"), QKeySequence::New, this, &NotesWindow::addNote)->setObjectName(u"new"_s);
    bar->addAction(tr("Delete note"), this, &NotesWindow::removeNote)->setObjectName(u"delete"_s);
    m_list->setObjectName(u"list"_s);
    m_title->setObjectName(u"title"_s);
    m_title->setPlaceholderText(tr("Title"));
    m_body->setObjectName(u"body"_s);
    m_attach->setObjectName(u"attach"_s);

    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    auto *row = new QHBoxLayout;
    row->addWidget(m_pinned);
    row->addStretch();
    row->addWidget(m_attach);
    column->addWidget(m_title);
    column->addWidget(m_body);
    column->addLayout(row);
    auto *splitter = new QSplitter;
    splitter->addWidget(m_list);
    splitter->addWidget(page);
    splitter->setStretchFactor(1, 1);
    setCentralWidget(splitter);

    connect(m_list, &QListWidget::currentRowChanged, this, &NotesWindow::open);
    connect(m_title, &QLineEdit::textEdited, this, &NotesWindow::save);
    connect(m_body, &QPlainTextEdit::textChanged, this, &NotesWindow::save);
    connect(m_pinned, &QCheckBox::clicked, this, &NotesWindow::save);
    connect(m_attach, &QPushButton::clicked, this, &NotesWindow::chooseAttachment);
}

void NotesWindow::addNote()
{
    reload(m_notebook.add().id);
    m_title->setFocus();
}

void NotesWindow::removeNote()
{
    if (m_open < 0)
        return;
    m_notebook.remove(m_notes[m_open].id);
    reload({});
}

void NotesWindow::chooseAttachment()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Attach a file"));
    if (!path.isEmpty())
        attach(path);
}

void NotesWindow::attach(const QString &path)
{
    if (m_open < 0)
        return;
    m_notes[m_open].attachment = path;
    save();
    m_engine->rowChanged(u"notes"_s, m_notes[m_open].id); // else it is found within seconds all the same
    open(m_open);
}

void NotesWindow::open(int row)
{
    m_open = -1; // what is shown now is no edit
    const Note note = row >= 0 ? m_notes[row] : Note{};
    m_title->setText(note.title);
    m_body->setPlainText(note.body);
    m_pinned->setChecked(note.isPinned);
    m_attach->setText(note.attachment.isEmpty() ? tr("Attach a file…") : QFileInfo(note.attachment).fileName());
    for (QWidget *field : std::initializer_list<QWidget *>{m_title, m_body, m_pinned, m_attach})
        field->setEnabled(row >= 0);
    m_open = row;
}

void NotesWindow::save()
{
    if (m_open < 0)
        return;
    Note &note = m_notes[m_open];
    note.title = m_title->text();
    note.body = m_body->toPlainText();
    note.isPinned = m_pinned->isChecked();
    m_list->item(m_open)->setText(note.title.isEmpty() ? tr("Untitled") : note.title);
    m_notebook.save(note);
}

void NotesWindow::reload(const QString &selected)
{
    m_open = -1;
    m_notes = m_notebook.notes();
    m_list->clear();
    for (const Note &note : std::as_const(m_notes))
        m_list->addItem(note.title.isEmpty() ? tr("Untitled") : note.title);
    int row = m_notes.isEmpty() ? -1 : 0;
    for (int i = 0; i < m_notes.size(); ++i) {
        if (m_notes[i].id == selected)
            row = i;
    }
    m_list->setCurrentRow(row);
    open(row);
}

} // namespace Notes
