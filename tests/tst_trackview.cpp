// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"
#include "trackmodel.h"
#include "trackview.h"

#include <QApplication>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace Luma;
using namespace Qt::StringLiterals;

/// The demo app's table: music that is dropped on it, editing by keys, search.
class TestTrackView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void dropsFilesAndFolders();
    void refusesWhatIsNoFile_data();
    void refusesWhatIsNoFile();
    void editsInPlace();
    void finds();

private:
    /// Whether the table would take it.
    bool drag(const QMimeData &data);

    std::unique_ptr<TrackModel> m_model;
    std::unique_ptr<TrackView> m_view;
};

void TestTrackView::init()
{
    m_view.reset();
    m_model = std::make_unique<TrackModel>();
    m_model->setTracks(
        {{7, u"Blue"_s, u"Anna"_s, u"One"_s, 60, {}, false}, {9, u"Red"_s, u"Zoe"_s, u"Two"_s, 90, {}, true}});
    m_view = std::make_unique<TrackView>(m_model.get());
    m_view->resize(800, 400);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

bool TestTrackView::drag(const QMimeData &data)
{
    QDragEnterEvent enter(m_view->viewport()->rect().center(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QCoreApplication::sendEvent(m_view->viewport(), &enter);
    return enter.isAccepted();
}

void TestTrackView::dropsFilesAndFolders()
{
    QSignalSpy dropped(m_view.get(), &TrackView::dropped);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(u"/music/Süd & West.flac"_s), QUrl(u"https://example.org/a.mp3"_s),
                  QUrl::fromLocalFile(u"/music/albums"_s)});
    const QImage before = m_view->grab().toImage();
    QVERIFY(drag(data));
    QVERIFY(m_view->grab().toImage() != before); // it says that it may be dropped here
    QDropEvent drop(m_view->viewport()->rect().center(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_view->viewport(), &drop);
    QVERIFY(drop.isAccepted());
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(dropped[0][0].toStringList(), QStringList({u"/music/Süd & West.flac"_s, u"/music/albums"_s}));
    QCOMPARE(m_view->grab().toImage(), before);
}

void TestTrackView::refusesWhatIsNoFile_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::newRow("text") << QUrl();
    QTest::newRow("a page") << QUrl(u"https://example.org/a.mp3"_s);
}

void TestTrackView::refusesWhatIsNoFile()
{
    QFETCH(QUrl, url);
    QMimeData data;
    data.setText(u"words"_s);
    if (!url.isEmpty())
        data.setUrls({url});
    QVERIFY(!drag(data));
}

void TestTrackView::editsInPlace()
{
    QSignalSpy edited(m_model.get(), &TrackModel::edited);
    m_view->setFocus();
    m_view->setCurrentIndex(m_view->model()->index(0, TrackModel::Title));
    QTest::keyClick(m_view.get(), Qt::Key_F2);
    auto *editor = m_view->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, u"Green"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(edited.size(), 1);
    QCOMPARE(edited[0], QVariantList({qint64(7), u"title"_s, u"Green"_s}));
}

void TestTrackView::finds()
{
    m_view->setFilter(u"zo"_s);
    QCOMPARE(m_view->model()->rowCount(), 1);
    m_view->selectAll();
    QCOMPARE(m_view->selectedIds(), QList<qint64>{9});
}

LUMASYNC_SUITE(QApplication, TestTrackView)
#include "tst_trackview.moc"
