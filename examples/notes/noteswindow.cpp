// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "noteswindow.h"

#include <LumaSync/SyncStatusButton>
#include <LumaSync/SyncTrayIcon>
#include <LumaSync/TableBuilder>

#include <QtSql>

using namespace Qt::StringLiterals;

namespace Notes {

namespace {

// The app's own database knows nothing of any backup.
QSqlQuery run(const QString &sql, const QVariantList &values = {})
{
    QSqlQuery query;
    query.prepare(sql);
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        qWarning("notes: %s", qPrintable(query.lastError().text()));
    return query;
}

} // namespace

LumaSync::SchemaDescription schema()
{
    using namespace LumaSync;
    return SchemaDescription::of({TableBuilder(u"notes"_s)
                                      .title(u"title"_s)
                                      .timestamp({u"changed_at"_s})
                                      .localOnly(u"attachment_path"_s)
                                      .file(FileBuilder::asIs(u"attachment"_s)
                                                .path(u"attachment_path"_s)
                                                .to(u"attachments"_s, u"{id}.{ext}"_s)
                                                .storedIn(u"attachment_object"_s))});
}

NotesWindow::NotesWindow(const QString &databasePath, LumaSync::SyncOptions options)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s);
    database.setDatabaseName(databasePath);
    if (!database.open())
        qFatal("notes: %s", qPrintable(database.lastError().text()));
    run(u"PRAGMA journal_mode = WAL"_s);
    run(u"CREATE TABLE IF NOT EXISTS notes (id TEXT PRIMARY KEY, title TEXT NOT NULL DEFAULT '', "
        "body TEXT NOT NULL DEFAULT '', pinned BOOLEAN NOT NULL DEFAULT 0, "
        "changed_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP, attachment_path TEXT, attachment_object TEXT)"_s);
    build();
    list();

    options.databasePath = databasePath;
    options.schema = schema();
    m_engine = new LumaSync::SyncEngine(std::move(options), this);
    m_engine->start();
    (new LumaSync::SyncTrayIcon(m_engine, this))->show();
    statusBar()->addPermanentWidget(new LumaSync::SyncStatusButton(m_engine));
}

void NotesWindow::build()
{
    setWindowTitle(tr("Notes"));
    resize(720, 480);
    QToolBar *bar = addToolBar(tr("Notes"));
    bar->addAction(tr("New note"), QKeySequence::New, this, &NotesWindow::add)->setObjectName(u"new"_s);
    bar->addAction(tr("Delete note"), this, &NotesWindow::remove)->setObjectName(u"delete"_s);
    m_list->setObjectName(u"list"_s);
    m_title->setObjectName(u"title"_s);
    m_title->setPlaceholderText(tr("Title"));
    m_body->setObjectName(u"body"_s);
    auto *splitter = new QSplitter;
    setCentralWidget(splitter);
    splitter->addWidget(m_list);
    auto *page = new QWidget(splitter);
    splitter->setStretchFactor(1, 1);
    auto *grid = new QGridLayout(page);
    grid->addWidget(m_title, 0, 0, 1, 2);
    grid->addWidget(m_body, 1, 0, 1, 2);
    grid->addWidget(m_pinned, 2, 0);
    grid->addWidget(m_attach, 2, 1, Qt::AlignRight);

    connect(m_list, &QListWidget::currentRowChanged, this, &NotesWindow::open);
    connect(m_title, &QLineEdit::textEdited, this, &NotesWindow::save);
    connect(m_body, &QPlainTextEdit::textChanged, this, &NotesWindow::save);
    connect(m_pinned, &QCheckBox::clicked, this, &NotesWindow::save);
    connect(m_attach, &QPushButton::clicked, this, [this] {
        if (const QString path = QFileDialog::getOpenFileName(this, tr("Attach a file")); !path.isEmpty())
            attach(path);
    });
}

void NotesWindow::add()
{
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    run(u"INSERT INTO notes (id) VALUES (?)"_s, {id});
    list(id);
    m_title->setFocus();
}

void NotesWindow::remove()
{
    run(u"DELETE FROM notes WHERE id = ?"_s, {m_note});
    list();
}

void NotesWindow::attach(const QString &path)
{
    m_attachment = path;
    save();
    m_engine->rowChanged(u"notes"_s, m_note); // else it is found within seconds all the same
    open();
}

// Pinned ones first, then the latest.
void NotesWindow::list(const QString &selected)
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    QSqlQuery query = run(u"SELECT id, title FROM notes ORDER BY pinned DESC, changed_at DESC, rowid DESC"_s);
    while (query.next()) {
        const QString title = query.value(1).toString();
        auto *item = new QListWidgetItem(title.isEmpty() ? tr("Untitled") : title, m_list);
        item->setData(Qt::UserRole, query.value(0));
        if (m_list->count() == 1 || query.value(0) == selected)
            m_list->setCurrentItem(item);
    }
    open();
}

void NotesWindow::open()
{
    m_note.clear(); // what is shown now is no edit
    const QListWidgetItem *item = m_list->currentItem();
    const QString id = item ? item->data(Qt::UserRole).toString() : QString();
    QSqlQuery query = run(u"SELECT title, body, pinned, attachment_path FROM notes WHERE id = ?"_s, {id});
    m_title->parentWidget()->setEnabled(query.next());
    const QSqlRecord note = query.record();
    m_title->setText(note.value(0).toString());
    m_body->setPlainText(note.value(1).toString());
    m_pinned->setChecked(note.value(2).toBool());
    m_attachment = note.value(3).toString();
    m_attach->setText(m_attachment.isEmpty() ? tr("Attach a file…") : QFileInfo(m_attachment).fileName());
    m_note = id;
}

void NotesWindow::save()
{
    if (m_note.isEmpty())
        return;
    m_list->currentItem()->setText(m_title->text().isEmpty() ? tr("Untitled") : m_title->text());
    run(u"UPDATE notes SET title = ?, body = ?, pinned = ?, attachment_path = nullif(?, ''), "
        "changed_at = CURRENT_TIMESTAMP WHERE id = ?"_s,
        {m_title->text(), m_body->toPlainText(), m_pinned->isChecked(), m_attachment, m_note});
}

} // namespace Notes
