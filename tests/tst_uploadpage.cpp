// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// The list of uploads: what can be done with a row, and ten thousand of them.
#include "stage.h"
#include "suite.h"
#include "ui/uploaddelegate.h"
#include "ui/uploadmodel.h"
#include "ui/uploadpage.h"

#include <QApplication>
#include <QDesktopServices>
#include <QIdentityProxyModel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>

using namespace LumaSync;
using namespace Qt::StringLiterals;

namespace {

/// What the delegate is asked about a row.
QStyleOptionViewItem optionFor(const StagedPanel &staged, int row)
{
    QStyleOptionViewItem option;
    option.initFrom(staged.view->viewport());
    option.font = staged.view->font();
    option.fontMetrics = staged.view->fontMetrics();
    option.rect = staged.view->visualRect(staged.view->model()->index(row, 0));
    return option;
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

class TestUploadPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setStage(); }

    void retryByClick()
    {
        StagedPanel f(u"failed-uploads"_s);
        const auto *delegate = qobject_cast<UploadDelegate *>(f.view->itemDelegate());
        const UploadRow row = f.find<UploadModel>()->row(1);
        QVERIFY(row.isFailed());
        const QRect link = delegate->retryRect(optionFor(f, 1), row);
        QVERIFY(!link.isEmpty());
        QTest::mouseClick(f.view->viewport(), Qt::LeftButton, {}, link.center());
        QCOMPARE(f.controller.commands, QStringList{u"retryUpload %1"_s.arg(row.id)});
        QVERIFY(delegate->retryRect(optionFor(f, 2), f.find<UploadModel>()->row(2)).isEmpty()); // it only waits
    }

    void menuByClickAndByKey()
    {
        StagedPanel f(u"failed-uploads"_s);
        const auto *delegate = qobject_cast<UploadDelegate *>(f.view->itemDelegate());
        QTest::mouseClick(f.view->viewport(), Qt::LeftButton, {}, delegate->menuRect(optionFor(f, 0)).center());
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
        StagedPanel f(u"uploading"_s);
        auto *page = f.find<UploadPage>();
        const std::unique_ptr<QMenu> menu(page->makeMenu(1));
        QVERIFY(!menu->findChild<QAction *>(u"retry"_s)->isEnabled()); // it waits for its turn
        menu->findChild<QAction *>(u"exclude"_s)->trigger();
        const std::unique_ptr<QMenu> excluded(page->makeMenu(7));
        excluded->findChild<QAction *>(u"exclude"_s)->trigger();
        QCOMPARE(f.controller.commands, (QStringList{u"setUploadExcluded 2 1"_s, u"setUploadExcluded 8 0"_s}));
    }

    void removingAsksFirst()
    {
        StagedPanel f(u"uploading"_s);
        f.view->setFocus();
        f.view->setCurrentIndex(f.view->model()->index(1, 0));
        QTest::keyClick(f.view, Qt::Key_Delete);
        auto *box = f.find<QMessageBox>();
        QVERIFY(box);
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(!f.find<QMessageBox>());
        QVERIFY(f.controller.commands.isEmpty());
        QTest::keyClick(f.view, Qt::Key_Delete);
        box = f.find<QMessageBox>();
        QTest::mouseClick(box->findChild<QPushButton *>(u"confirmRemove"_s), Qt::LeftButton);
        QCOMPARE(f.controller.commands, QStringList{u"removeUpload 2"_s});
    }

    void showsTheFolder()
    {
        StagedPanel f(u"uploading"_s);
        m_opened.clear();
        QDesktopServices::setUrlHandler(u"file"_s, this, "open");
        const std::unique_ptr<QMenu> menu(f.find<UploadPage>()->makeMenu(1));
        menu->findChild<QAction *>(u"show"_s)->trigger();
        QDesktopServices::unsetUrlHandler(u"file"_s);
        QCOMPARE(m_opened, QUrl::fromLocalFile(u"/home/mara/Music"_s));
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

LUMASYNC_SUITE(QApplication, TestUploadPage)
#include "tst_uploadpage.moc"
