// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "fakecontroller.h"
#include "scenes.h"
#include "ui/attentioncard.h"
#include "ui/signindialog.h"
#include "ui/syncstatuspanel.h"
#include "ui/translations.h"
#include "ui/uploaddelegate.h"
#include "ui/uploadmodel.h"
#include "ui/uploadpage.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QIdentityProxyModel>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace LumaSync;
using namespace Qt::StringLiterals;

namespace {

Scene scene(const QString &name)
{
    for (const Scene &scene : allScenes())
        if (scene.name == name)
            return scene;
    return {};
}

/// The model as the view sees it; counts what is read of it.
class CountingModel : public QIdentityProxyModel
{
    Q_OBJECT
public:
    QVariant data(const QModelIndex &index, int role) const override
    {
        ++reads;
        return QIdentityProxyModel::data(index, role);
    }
    mutable int reads = 0;
};

} // namespace

class TestSyncStatusPanel : public QObject
{
    Q_OBJECT

    /// The widgets with the controller that they show; made anew for each test.
    struct Fixture
    {
        explicit Fixture(const QString &name)
        {
            const Scene situation = scene(name);
            controller.current = situation.status;
            controller.uploads = situation.uploads;
            controller.refused = situation.refused;
            panel = std::make_unique<SyncStatusPanel>(&controller);
            panel->showPage(static_cast<SyncStatusPanel::Page>(situation.page));
            panel->resize(420, 640);
            panel->show();
            view = panel->findChild<QTreeView *>(u"uploadView"_s);
        }
        template <typename T>
        T *find(const QString &name) const
        {
            return panel->findChild<T *>(name);
        }
        void click(const QString &name) const { QTest::mouseClick(panel->findChild<QWidget *>(name), Qt::LeftButton); }
        QStyleOptionViewItem optionFor(int row) const
        {
            QStyleOptionViewItem option;
            option.initFrom(view->viewport());
            option.font = view->font();
            option.fontMetrics = view->fontMetrics();
            option.rect = view->visualRect(view->model()->index(row, 0));
            return option;
        }

        FakeController controller;
        std::unique_ptr<SyncStatusPanel> panel;
        QTreeView *view = nullptr;
    };

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
        loadTranslations(QLocale());
    }

    void headerCommands()
    {
        Fixture f(u"uploading"_s);
        f.click(u"syncButton"_s);
        f.click(u"pauseButton"_s);
        QCOMPARE(f.controller.commands, (QStringList{u"syncNow"_s, u"setPaused 1"_s}));
        SyncStatus status = f.controller.current;
        status.state = SyncStatus::State::Paused;
        f.controller.set(status);
        QCOMPARE(f.find<QToolButton>(u"pauseButton"_s)->accessibleName(), u"Resume sync"_s);
        QVERIFY(!f.find<QToolButton>(u"syncButton"_s)->isEnabled());
        f.click(u"pauseButton"_s);
        QCOMPARE(f.controller.commands.last(), u"setPaused 0"_s);
    }

    void listIsFetchedWhileVisible()
    {
        FakeController controller;
        controller.uploads = scene(u"uploading"_s).uploads;
        SyncStatusPanel panel(&controller);
        controller.set(scene(u"uploading"_s).status);
        QCOMPARE(controller.listings, 0); // nobody looks
        panel.show();
        QCOMPARE(controller.listings, 1);
        QCOMPARE(panel.findChild<UploadModel *>()->rowCount(), 8);
        for (int i = 0; i < 50; ++i) {
            controller.current.uploadsWaiting = i;
            controller.set(controller.current);
        }
        QTRY_COMPARE_WITH_TIMEOUT(controller.listings, 2, 3'000); // however often the counts change
    }

    void retryByClick()
    {
        Fixture f(u"failed-uploads"_s);
        const auto *delegate = qobject_cast<UploadDelegate *>(f.view->itemDelegate());
        const UploadRow row = f.panel->findChild<UploadModel *>()->row(1);
        QVERIFY(row.isFailed());
        const QRect link = delegate->retryRect(f.optionFor(1), row);
        QVERIFY(!link.isEmpty());
        QTest::mouseClick(f.view->viewport(), Qt::LeftButton, {}, link.center());
        QCOMPARE(f.controller.commands, QStringList{u"retryUpload %1"_s.arg(row.id)});
        QVERIFY(delegate->retryRect(f.optionFor(2), f.panel->findChild<UploadModel *>()->row(2))
                    .isEmpty()); // it only waits
    }

    void menuByClickAndByKey()
    {
        Fixture f(u"failed-uploads"_s);
        const auto *delegate = qobject_cast<UploadDelegate *>(f.view->itemDelegate());
        QTest::mouseClick(f.view->viewport(), Qt::LeftButton, {}, delegate->menuRect(f.optionFor(0)).center());
        QVERIFY(qobject_cast<QMenu *>(QApplication::activePopupWidget()));
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activePopupWidget());

        f.view->setFocus();
        f.view->setCurrentIndex(f.view->model()->index(1, 0));
        QTest::keyClick(f.view, Qt::Key_Return);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        menu->findChild<QAction *>(u"retry"_s)->trigger();
        menu->close();
        QCOMPARE(f.controller.commands, QStringList{u"retryUpload 2"_s});
    }

    void commandsOfARow()
    {
        Fixture f(u"uploading"_s);
        auto *page = f.panel->findChild<UploadPage *>();
        const std::unique_ptr<QMenu> menu(page->makeMenu(1));
        QVERIFY(!menu->findChild<QAction *>(u"retry"_s)->isEnabled()); // it waits for its turn
        menu->findChild<QAction *>(u"exclude"_s)->trigger();
        const std::unique_ptr<QMenu> excluded(page->makeMenu(7));
        excluded->findChild<QAction *>(u"exclude"_s)->trigger();
        QCOMPARE(f.controller.commands, (QStringList{u"setUploadExcluded 2 1"_s, u"setUploadExcluded 8 0"_s}));
    }

    void removingAsksFirst()
    {
        Fixture f(u"uploading"_s);
        f.view->setFocus();
        f.view->setCurrentIndex(f.view->model()->index(1, 0));
        QTest::keyClick(f.view, Qt::Key_Delete);
        auto *box = f.panel->findChild<QMessageBox *>();
        QVERIFY(box);
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(!f.panel->findChild<QMessageBox *>());
        QVERIFY(f.controller.commands.isEmpty());
        QTest::keyClick(f.view, Qt::Key_Delete);
        box = f.panel->findChild<QMessageBox *>();
        QTest::mouseClick(box->findChild<QPushButton *>(u"confirmRemove"_s), Qt::LeftButton);
        QCOMPARE(f.controller.commands, QStringList{u"removeUpload 2"_s});
    }

    void showsTheFolder()
    {
        Fixture f(u"uploading"_s);
        m_opened.clear();
        QDesktopServices::setUrlHandler(u"file"_s, this, "open");
        const std::unique_ptr<QMenu> menu(f.panel->findChild<UploadPage *>()->makeMenu(1));
        menu->findChild<QAction *>(u"show"_s)->trigger();
        QDesktopServices::unsetUrlHandler(u"file"_s);
        QCOMPARE(m_opened, QUrl::fromLocalFile(u"/home/mara/Music"_s));
    }

    void attentionCards()
    {
        Fixture f(u"attention"_s);
        const auto cards = f.panel->findChildren<AttentionCard *>();
        QCOMPARE(cards.size(), 2);
        QTest::mouseClick(cards[0]->findChild<QPushButton *>(u"remedy"_s), Qt::LeftButton);
        QCOMPARE(f.controller.commands, QStringList{u"retryNow"_s});
        auto *details = cards[0]->findChild<QPlainTextEdit *>(u"details"_s);
        QVERIFY(!details->isVisible());
        QTest::mouseClick(cards[0]->findChild<QToolButton *>(u"detailsToggle"_s), Qt::LeftButton);
        QVERIFY(details->isVisible());
        QVERIFY(details->toPlainText().contains(u"22P05"_s));
        QGuiApplication::clipboard()->clear();
        QTest::mouseClick(cards[0]->findChild<QPushButton *>(u"copyDetails"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), details->toPlainText());
        // Solved: the cards go.
        SyncStatus status = f.controller.current;
        status.state = SyncStatus::State::UpToDate;
        status.rowsWaiting = status.rowsRefused = status.uploadsFailed = 0;
        f.controller.set(status);
        QTRY_COMPARE(f.panel->findChildren<AttentionCard *>().size(), 0);
    }

    void settingsCountAtOnce()
    {
        Fixture f(u"settings"_s);
        auto *bandwidth = f.find<QComboBox>(u"bandwidth"_s);
        bandwidth->setFocus();
        QTest::keyClick(bandwidth, Qt::Key_Down);
        QCOMPARE(f.controller.currentSettings.bandwidthLimit, 250'000);
        QTest::keyClick(f.find<QCheckBox>(u"metered"_s), Qt::Key_Space);
        QVERIFY(f.controller.currentSettings.uploadsOnMetered);
        QTest::keyClick(f.find<QSlider>(u"compression"_s), Qt::Key_Right);
        QCOMPARE(f.controller.currentSettings.compressionLevel, 4);
        QTest::mouseClick(f.find<QCheckBox>(u"analysis_package"_s), Qt::LeftButton);
        QCOMPARE(f.controller.currentSettings.excludedKinds, QSet<QString>{u"analysis_package"_s});
        QTest::mouseClick(f.find<QCheckBox>(u"analysis_package"_s), Qt::LeftButton);
        QVERIFY(f.controller.currentSettings.excludedKinds.isEmpty());
        // And from elsewhere, a value that is no preset.
        SyncSettings settings = f.controller.currentSettings;
        settings.bandwidthLimit = 333'000;
        f.controller.setSettings(settings);
        QCOMPARE(bandwidth->currentText(), u"333 kB/s"_s);
        f.click(u"signOut"_s);
        QCOMPARE(f.controller.commands, QStringList{u"signOut"_s});
    }

    void signIn()
    {
        Fixture f(u"signed-out"_s);
        f.click(u"signInButton"_s);
        auto *dialog = f.panel->findChild<SignInDialog *>();
        QVERIFY(dialog);
        auto *button = dialog->findChild<QPushButton *>(u"signIn"_s);
        QVERIFY(!button->isEnabled());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"email"_s), u"mara@example.org"_s);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"password"_s), u"wrong"_s);
        QTest::keyClick(dialog->findChild<QLineEdit *>(u"password"_s), Qt::Key_Return);
        QCOMPARE(f.controller.commands, QStringList{u"signIn mara@example.org wrong"_s});
        QVERIFY(!button->isEnabled()); // one at a time
        Q_EMIT f.controller.signInFinished({Error::Kind::Credentials, 400, {}, {}, {}});
        auto *problem = dialog->findChild<QLabel *>(u"problem"_s);
        QVERIFY(problem->isVisible());
        QVERIFY(problem->text().startsWith(u"E-mail address or password is wrong"_s));
        QTest::mouseClick(button, Qt::LeftButton);
        QSignalSpy accepted(dialog, &QDialog::accepted);
        Q_EMIT f.controller.signInFinished({});
        QCOMPARE(accepted.size(), 1);
    }

    void theHostMayAskItself()
    {
        Fixture f(u"signed-out"_s);
        QSignalSpy requested(f.panel.get(), &SyncStatusPanel::signInRequested);
        f.click(u"signInButton"_s);
        QCOMPARE(requested.size(), 1);
        QVERIFY(!f.panel->findChild<SignInDialog *>());
    }

    void keyboardReachesEverything()
    {
        for (const QString &name : {u"failed-uploads"_s, u"attention"_s, u"settings"_s}) {
            Fixture f(name);
            f.panel->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(f.panel.get()));
            QSet<QWidget *> reached;
            for (int i = 0; i < 60; ++i) {
                QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : f.panel.get(), Qt::Key_Tab);
                QWidget *widget = QApplication::focusWidget();
                if (reached.contains(widget) || !f.panel->isAncestorOf(widget))
                    continue;
                reached.insert(widget);
                if (qobject_cast<QPlainTextEdit *>(widget))
                    continue; // shows its cursor, which blinks
                // It can be seen where the focus is.
                const QImage focused = widget->grab().toImage();
                widget->clearFocus();
                QVERIFY2(widget->grab().toImage() != focused,
                         qPrintable(name + u' ' + QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                                    widget->objectName()));
                widget->setFocus(Qt::TabFocusReason);
            }
            for (QWidget *widget : f.panel->findChildren<QWidget *>()) {
                const bool isControl = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) ||
                                       qobject_cast<QSlider *>(widget) || qobject_cast<QTreeView *>(widget) ||
                                       qobject_cast<QTabBar *>(widget);
                if (isControl && widget->isVisible() && widget->isEnabled())
                    QVERIFY2(reached.contains(widget), qPrintable(name + u' ' + widget->objectName()));
            }
        }
    }

    void everythingHasAName()
    {
        for (const Scene &situation : allScenes()) {
            Fixture f(situation.name);
            for (QWidget *widget : f.panel->findChildren<QWidget *>()) {
                if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                    continue;
                QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
                QVERIFY(face);
                QVERIFY(face->role() != QAccessible::NoRole);
                const bool isContainer =
                    qobject_cast<QAbstractScrollArea *>(widget) && !widget->objectName().startsWith(u"upload"_s);
                QVERIFY2(isContainer || !face->text(QAccessible::Name).isEmpty(),
                         qPrintable(situation.name + u": "_s + QString::fromLatin1(widget->metaObject()->className()) +
                                    u' ' + widget->objectName()));
            }
        }
    }

    void tenThousandRowsScroll()
    {
        FakeController controller;
        for (int i = 1; i <= 10'000; ++i) {
            UploadItem item;
            item.id = i;
            item.kind = u"track_audio"_s;
            item.title = u"Track %1"_s.arg(i);
            item.size = 1'000'000;
            item.status = u"pending"_s;
            controller.uploads.append(item);
        }
        controller.current.state = SyncStatus::State::Uploading;
        controller.current.uploadsWaiting = 10'000;
        SyncStatusPanel panel(&controller);
        panel.resize(420, 640);
        panel.show();
        auto *view = panel.findChild<QTreeView *>(u"uploadView"_s);
        CountingModel counted;
        counted.setSourceModel(panel.findChild<UploadModel *>());
        view->setModel(&counted);
        view->scrollToBottom();
        (void)panel.grab(); // caches
        const int visible = view->viewport()->height() / view->visualRect(view->model()->index(0, 0)).height() + 2;
        QVERIFY(visible < 15);
        constexpr int readsPerRow = 12;
        for (int row = 0; row < 10'000; row += 100) {
            counted.reads = 0;
            view->scrollTo(view->model()->index(row, 0), QAbstractItemView::PositionAtTop);
            (void)view->viewport()->grab();
            QVERIFY2(counted.reads <= visible * readsPerRow, qPrintable(QString::number(counted.reads)));
        }
        QVERIFY(view->viewport()->findChildren<QWidget *>().isEmpty()); // no widget for any row
        // An upload moves on: one row is read again.
        view->scrollToTop();
        (void)view->viewport()->grab();
        controller.current.isUploading = true;
        controller.current.upload.jobId = 1;
        controller.current.upload.size = 1'000'000;
        controller.current.upload.acknowledged = 500'000;
        controller.set(controller.current);
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QCoreApplication::processEvents(); // the words above the list were others before
        controller.current.upload.acknowledged = 600'000;
        QSignalSpy changed(panel.findChild<UploadModel *>(), &UploadModel::dataChanged);
        counted.reads = 0;
        controller.set(controller.current);
        QCOMPARE(changed.size(), 1);
        QTRY_VERIFY(counted.reads > 0);
        QVERIFY2(counted.reads <= readsPerRow, qPrintable(QString::number(counted.reads)));
        // A new list in which one of them is gone: rows stay, and so does the place in the list.
        view->scrollTo(view->model()->index(5'000, 0), QAbstractItemView::PositionAtTop);
        controller.uploads.removeFirst();
        QSignalSpy reset(panel.findChild<UploadModel *>(), &UploadModel::modelReset);
        QSignalSpy removed(panel.findChild<UploadModel *>(), &UploadModel::rowsRemoved);
        controller.listItems();
        QCOMPARE(reset.size(), 0);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(view->indexAt({20, 20}).row(), 4'999);
    }

public Q_SLOTS:
    void open(const QUrl &url) { m_opened = url; }

private:
    QUrl m_opened;
};

QTEST_MAIN(TestSyncStatusPanel)
#include "tst_syncstatuspanel.moc"
