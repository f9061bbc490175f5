// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// The note-taking example, driven by keys and clicks, on a project that knows nothing of Luma's tables: its own
// migration is applied first.
#include "core/cloudmigration.h"
#include "core/schemafile.h"
#include "localcloud.h"
#include "noteswindow.h"
#include "suite.h"
#include "ui/syncstatusbutton.h"

#include <QAction>
#include <QApplication>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace LumaSync;
using namespace Notes;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestNotes : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    LocalCloud m_cloud;

private Q_SLOTS:
    void initTestCase()
    {
        const QString problem = m_cloud.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    void fileAndCodeSayTheSame()
    {
        const auto read = SchemaFile::load(QFINDTESTDATA("../examples/notes/lumasync.json"));
        QVERIFY2(read.hasValue(), read ? "" : qPrintable(read.error().message));
        QVERIFY(*read == Notes::schema());
    }

    void notesAreBackedUp()
    {
        const QString path = m_folder.filePath(u"notes.sqlite"_s);
        SyncOptions options;
        options.project = m_cloud.project();
        options.keychainService.clear();
        options.cacheFolder = m_folder.filePath(u"cache"_s);
        options.interval = 200ms;
        options.uploadPause = 0ms;
        NotesWindow window(path, options);
        window.show();
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"look"_s);
            database.setDatabaseName(path);
            QVERIFY(database.open());
            const SchemaDescription description = Notes::schema();
            const auto schema = Schema::resolve(description, database);
            QVERIFY2(schema.hasValue(), schema ? "" : qPrintable(schema.error().message));
            (void)m_cloud.sql(CloudMigration({}, CloudSchema::of(*schema, description)).sql());
        }
        QSqlDatabase::removeDatabase(u"look"_s);
        (void)m_cloud.signUp(u"ada@example.com"_s);

        const auto trigger = [&](const QString &name) { window.findChild<QAction *>(name)->trigger(); };
        auto *list = window.findChild<QListWidget *>(u"list"_s);
        auto *title = window.findChild<QWidget *>(u"title"_s);
        auto *body = window.findChild<QPlainTextEdit *>(u"body"_s);
        trigger(u"new"_s);
        QTest::keyClicks(title, u"Shopping"_s);
        QTest::keyClicks(body, u"bread, tea"_s);
        QFile file(m_folder.filePath(u"list.PDF"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("%PDF nothing");
        file.close();
        window.attach(file.fileName());
        trigger(u"new"_s);
        QTest::keyClicks(title, u"Other"_s);
        QCOMPARE(list->count(), 2);
        QVERIFY(window.findChild<SyncStatusButton *>());

        window.engine()->signIn(u"ada@example.com"_s, u"correct horse battery"_s);
        const auto titles = [&] {
            QStringList found;
            for (const QJsonValue &row : m_cloud.sql(u"select title from public.notes order by title"_s))
                found.append(row["title"_L1].toString());
            return found.join(u' ');
        };
        QTRY_COMPARE_WITH_TIMEOUT(titles(), u"Other Shopping"_s, 60s);
        const auto attachment = [&] {
            return m_cloud
                .sql(u"select attachment_object as path, pinned, body from public.notes where title = 'Shopping'"_s)
                .first()["path"_L1]
                .toString();
        };
        QTRY_VERIFY_WITH_TIMEOUT(!attachment().isEmpty(), 60s);
        const QJsonArray objects = m_cloud.sql(
            u"select o.name, o.metadata->>'mimetype' as type from storage.objects o, public.notes n where n.title = "
            "'Shopping' and bucket_id = 'attachments' and o.name = n.uid || '/' || n.id || '.pdf'"_s);
        QCOMPARE(objects.size(), 1); // the key was a UUID already, so it is the row's id in the cloud, too
        QCOMPARE(attachment(), u"attachments/"_s + objects[0]["name"_L1].toString());
        const QJsonValue row =
            m_cloud.sql(u"select body, pinned, to_jsonb(notes) ? 'attachment_path' as leaked from public.notes where "
                        "title = 'Shopping'"_s)[0];
        QCOMPARE(row["body"_L1].toString(), u"bread, tea"_s);
        QCOMPARE(row["pinned"_L1], QJsonValue(false));
        QCOMPARE(row["leaked"_L1], QJsonValue(false)); // a path of this machine stays here

        // A deletion goes up, too.
        list->setCurrentRow(list->findItems(u"Other"_s, Qt::MatchExactly).isEmpty()
                                ? 0
                                : list->row(list->findItems(u"Other"_s, Qt::MatchExactly).first()));
        trigger(u"delete"_s);
        QTRY_COMPARE_WITH_TIMEOUT(titles(), u"Shopping"_s, 60s);
        QTRY_COMPARE_WITH_TIMEOUT(window.engine()->status().state, SyncStatus::State::UpToDate, 60s);
    }
};

LUMASYNC_SUITE(QApplication, TestNotes)
#include "tst_notes.moc"
