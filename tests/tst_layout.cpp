// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// No word is cut off: every scene in every language, in a longer one that does not exist, and from right to left.
#include "stage.h"
#include "suite.h"
#include "ui/pagetabs.h"
#include "ui/signindialog.h"
#include "ui/syncmenu.h"
#include "ui/syncstatusbutton.h"
#include "ui/uploaddelegate.h"
#include "ui/uploadmodel.h"
#include "ui/wrappingcheckbox.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QTextBoundaryFinder>
#include <QToolButton>
#include <QTreeView>

using namespace LumaSync;
using namespace Qt::StringLiterals;

namespace {

/// The pieces between which a line may end.
QStringList pieces(const QString &text)
{
    QStringList list;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    for (qsizetype begin = 0, end = finder.toNextBoundary(); end >= 0; begin = end, end = finder.toNextBoundary())
        list.append(text.mid(begin, end - begin).trimmed());
    return list;
}

/// What is cut off in `root`, in words; empty where all is well.
QString cutOff(const QWidget &root)
{
    for (const QWidget *widget : root.findChildren<const QWidget *>()) {
        if (!widget->isVisible())
            continue;
        QString text;
        QSize needed;
        if (const auto *label = qobject_cast<const QLabel *>(widget); label && !label->text().isEmpty()) {
            text = label->text();
            needed = label->wordWrap() ? QSize(0, label->heightForWidth(label->width())) : label->sizeHint();
            // One word that is wider than the label cannot wrap.
            for (const QString &word : pieces(text))
                needed.setWidth(qMax(needed.width(), label->fontMetrics().horizontalAdvance(word)));
        } else if (const auto *box = qobject_cast<const WrappingCheckBox *>(widget)) {
            text = box->text();
            needed = {0, box->heightForWidth(box->width())};
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget);
                   button && !button->text().isEmpty()) {
            text = button->text();
            needed = button->sizeHint();
        } else if (const auto *combo = qobject_cast<const QComboBox *>(widget)) {
            text = combo->currentText();
            needed = combo->minimumSizeHint();
        } else if (const auto *tabs = qobject_cast<const PageTabs *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                if (tabs->fontMetrics().horizontalAdvance(tabs->tabText(i)) > tabs->tabRect(i).width() - 16 ||
                    tabs->tabRect(i).right() > tabs->width() || tabs->tabRect(i).left() < 0)
                    return u"tab '%1'"_s.arg(tabs->tabText(i));
        }
        if (needed.width() > widget->width() || needed.height() > widget->height())
            return u"'%1' needs %2x%3 and has %4x%5"_s.arg(text)
                .arg(needed.width())
                .arg(needed.height())
                .arg(widget->width())
                .arg(widget->height());
        const QRect place(widget->mapTo(&root, QPoint(0, 0)), widget->size());
        if (!text.isEmpty() && (place.left() < 0 || place.right() > root.width()))
            return u"'%1' is outside"_s.arg(text);
    }
    return {};
}

/// A page that has room for everything, even beside its scroll bar, and scrolls all the same; null where there is none.
const QScrollArea *scrollsForNothing(const QWidget &root)
{
    for (const QScrollArea *area : root.findChildren<const QScrollArea *>())
        if (area->isVisible() && area->verticalScrollBar()->maximum() > 0 &&
            area->widget()->heightForWidth(area->viewport()->width()) <= area->contentsRect().height())
            return area;
    return nullptr;
}

} // namespace

class TestLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QFETCH(QString, language);
        setStage(language);
    }
    void cleanup() { setStage(); }

    void panel_data() { languages(); }
    void panel()
    {
        for (const Scene &scene : allScenes()) {
            const StagedPanel staged(scene);
            SyncStatusPanel &panel = *staged.panel;
            for (int page = 0; page < 3; ++page) {
                panel.showPage(static_cast<SyncStatusPanel::Page>(page));
                for (QToolButton *toggle : panel.findChildren<QToolButton *>(u"detailsToggle"_s))
                    if (toggle->isVisible() && !toggle->isChecked())
                        toggle->click();
                for (const int width : {360, 420, 700}) {
                    panel.resize(width, 640);
                    QCoreApplication::processEvents();
                    QCOMPARE(panel.width(), width); // nothing forces it wider
                    QVERIFY2(!scrollsForNothing(panel), qPrintable(u"%1 at %2"_s.arg(scene.name).arg(width)));
                    const QString problem = cutOff(panel);
                    QVERIFY2(problem.isEmpty(),
                             qPrintable(u"%1 at %2, page %3: %4"_s.arg(scene.name).arg(width).arg(page).arg(problem)));
                }
            }
        }
    }

    /// The words in the list are painted, not widgets: they must fit beside each other in a dock of the usual width.
    void uploads_data() { languages(); }
    void uploads()
    {
        for (const Scene &scene : allScenes()) {
            const StagedPanel staged(scene);
            staged.panel->showPage(SyncStatusPanel::Page::Uploads);
            const QTreeView *view = staged.view;
            const auto *delegate = qobject_cast<UploadDelegate *>(view->itemDelegate());
            for (int i = 0; i < staged.find<UploadModel>()->rowCount(); ++i) {
                const UploadRow &row = staged.find<UploadModel>()->row(i);
                const UploadText text(row);
                QStyleOptionViewItem option;
                option.initFrom(view->viewport());
                option.fontMetrics = view->fontMetrics();
                option.rect = view->visualRect(view->model()->index(i, 0));
                const auto width = [&option](const QString &words) {
                    return option.fontMetrics.horizontalAdvance(words);
                };
                const int room = UploadDelegate::textArea(option).width() - UploadDelegate::textGap - 2;
                const bool isPseudo =
                    QTest::currentDataTag() == "pseudo"_ba; // longer than any: the state alone will do
                const int second = (isPseudo ? 0 : width(text.description())) + width(text.state());
                QVERIFY2(second <= room, qPrintable(u"%1: '%2' '%3' needs %4 of %5"_s.arg(scene.name)
                                                        .arg(text.description(), text.state())
                                                        .arg(second)
                                                        .arg(room)));
                const QRect retry = delegate->retryRect(option, row);
                QVERIFY(retry.isEmpty() || retry.width() * 2 < room); // half of the line is left to the title
            }
        }
    }

    void dialogAndButton_data() { languages(); }
    void dialogAndButton()
    {
        FakeController controller;
        SignInDialog dialog(&controller);
        dialog.show();
        QVERIFY2(cutOff(dialog).isEmpty(), qPrintable(cutOff(dialog)));
        dialog.setEmail(u"mara@example.org"_s);
        for (const auto kind : {Error::Kind::Credentials, Error::Kind::Offline, Error::Kind::Server}) {
            QTest::keyClicks(dialog.findChild<QLineEdit *>(u"password"_s), u"x"_s);
            QTest::mouseClick(dialog.findChild<QPushButton *>(u"signIn"_s), Qt::LeftButton);
            Q_EMIT controller.signInFinished({kind, 0, {}, {}, {}});
            QCoreApplication::processEvents();
            QVERIFY(dialog.findChild<QLabel *>(u"problem"_s)->isVisible());
            QVERIFY2(cutOff(dialog).isEmpty(), qPrintable(cutOff(dialog)));
        }
        for (const Scene &scene : allScenes()) {
            controller.set(scene.status);
            SyncStatusButton button(&controller);
            button.show();
            QVERIFY(button.width() >= button.sizeHint().width());
            QVERIFY(!button.toolTip().contains(u'%')); // every placeholder is filled
            QVERIFY(!button.text().contains(u'%'));
        }
    }

    void mirrors_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("ar") << u"ar"_s;
    }
    void mirrors()
    {
        FakeController controller;
        SyncStatusPanel panel(&controller);
        panel.resize(420, 600);
        panel.show();
        const auto *sync = panel.findChild<QToolButton *>(u"syncButton"_s);
        const auto *headline = panel.findChild<QLabel *>(u"headline"_s);
        QVERIFY(sync->mapTo(&panel, QPoint()).x() < headline->mapTo(&panel, QPoint()).x());
    }

private:
    static void languages()
    {
        QTest::addColumn<QString>("language");
        for (const char *language : {"en_GB", "de", "fr", "es", "ja", "ar", "pseudo"})
            QTest::newRow(language) << QString::fromLatin1(language);
    }
};

LUMASYNC_SUITE(QApplication, TestLayout)
#include "tst_layout.moc"
