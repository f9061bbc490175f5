// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// Under a black high-contrast palette everything that can be clicked has an outline that can be seen; under any other
// palette nothing is touched.
#include "screenshots/palettes.h"
#include "stage.h"
#include "suite.h"
#include "ui/contraststyle.h"
#include "ui/signindialog.h"
#include "ui/syncmenu.h"
#include "ui/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSlider>
#include <QStyleOptionSlider>
#include <QToolButton>
#include <QTreeView>

using namespace LumaSync;
using namespace Qt::StringLiterals;

namespace {

/// The smallest share of a frame's four sides that stands out from the window as WCAG 2.1 asks (1.4.11), in a band of
/// three pixels at each side, so that it need not be the outermost one.
double outlinedShare(const QImage &image, const QRect &frame, const QColor &window)
{
    constexpr int band = 3;
    const auto standsOut = [&](int x, int y) { return Theme::contrast(image.pixelColor(x, y), window) >= 3; };
    int seen[4] = {};
    for (int x = frame.left(); x <= frame.right(); ++x) {
        bool top = false;
        bool bottom = false;
        for (int i = 0; i < band; ++i) {
            top = top || standsOut(x, frame.top() + i);
            bottom = bottom || standsOut(x, frame.bottom() - i);
        }
        seen[0] += top;
        seen[1] += bottom;
    }
    for (int y = frame.top(); y <= frame.bottom(); ++y) {
        bool left = false;
        bool right = false;
        for (int i = 0; i < band; ++i) {
            left = left || standsOut(frame.left() + i, y);
            right = right || standsOut(frame.right() - i, y);
        }
        seen[2] += left;
        seen[3] += right;
    }
    const double horizontal = static_cast<double>(qMin(seen[0], seen[1])) / frame.width();
    return qMin(horizontal, static_cast<double>(qMin(seen[2], seen[3])) / frame.height());
}

/// Of a widget as a whole, or the part of it that matters.
double outlinedShareOf(QWidget *widget, const QRect &part = {})
{
    const QImage image = widget->grab().toImage();
    return outlinedShare(image, part.isNull() ? image.rect() : part, widget->palette().color(QPalette::Window));
}

QRect grooveOf(const QSlider *slider)
{
    QStyleOptionSlider option;
    option.initFrom(slider);
    option.minimum = slider->minimum();
    option.maximum = slider->maximum();
    return slider->style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderGroove, slider);
}

/// What can be checked in a menu shows so.
bool hasMarkBefore(QMenu &menu, QAction *action)
{
    const QRect row = menu.actionGeometry(action);
    const QImage image = menu.grab({row.left() + 2, row.top(), 20, row.height()}).toImage();
    int bright = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            bright += Theme::contrast(image.pixelColor(x, y), Qt::black) >= 3;
    return bright > 20;
}

QList<QWidget *> framedIn(const QWidget &root)
{
    QList<QWidget *> found;
    for (QWidget *widget : root.findChildren<QWidget *>())
        if (widget->isVisible() && (qobject_cast<QPushButton *>(widget) || qobject_cast<QComboBox *>(widget) ||
                                    qobject_cast<QLineEdit *>(widget) || qobject_cast<QPlainTextEdit *>(widget)))
            found.append(widget);
    return found;
}

QString nameOf(const QWidget *widget)
{
    return QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
}

} // namespace

class TestContrastStyle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setStage(u"en_GB"_s, u"contrast"_s); }

    /// Without it the frames are not to be seen: this is what Fusion does on black, and how the test sees it.
    void fusionAloneLeavesNone()
    {
        QPushButton button(u"Plain"_s);
        button.show();
        QVERIFY(outlinedShareOf(&button) < 0.1);
    }

    void controlsHaveOutlines_data()
    {
        QTest::addColumn<QString>("scene");
        QTest::newRow("settings") << u"settings"_s;
        QTest::newRow("attention") << u"attention"_s;
        QTest::newRow("signed-out") << u"signed-out"_s;
    }
    void controlsHaveOutlines()
    {
        QFETCH(QString, scene);
        const StagedPanel staged(scene);
        for (QToolButton *toggle : staged.panel->findChildren<QToolButton *>(u"detailsToggle"_s))
            if (toggle->isVisible())
                toggle->click();
        const QList<QWidget *> framed = framedIn(*staged.panel);
        QVERIFY(!framed.isEmpty());
        for (QWidget *widget : framed)
            QVERIFY2(outlinedShareOf(widget) > 0.8, qPrintable(nameOf(widget)));
    }

    void sliderHasAGrooveAndAHandle()
    {
        const StagedPanel staged(u"settings"_s);
        auto *slider = staged.find<QSlider>(u"compression"_s);
        QVERIFY(outlinedShareOf(slider, grooveOf(slider)) > 0.8);
        const QImage low = slider->grab().toImage();
        slider->setValue(slider->maximum());
        QVERIFY(slider->grab().toImage().pixelColor(slider->width() - 6, slider->height() / 2) != Qt::black);
        QVERIFY(low.pixelColor(slider->width() - 6, slider->height() / 2) == Qt::black); // the handle moved there
    }

    /// The two long lines of an empty bar's outline, in each row.
    void progressBarsHaveOutlines()
    {
        const StagedPanel staged(u"uploading"_s);
        QApplication::processEvents(); // the layout
        int rowsSeen = 0;
        for (int number = 0; number < staged.view->model()->rowCount(); ++number) {
            const QRect row = staged.view->visualRect(staged.view->model()->index(number, 0));
            if (!staged.view->viewport()->rect().contains(row))
                continue;
            ++rowsSeen;
            const QImage image = staged.view->viewport()->grab(row).toImage();
            int lines = 0;
            for (int y = 0; y < image.height(); ++y) {
                int bright = 0;
                for (int x = 0; x < image.width(); ++x)
                    bright += Theme::contrast(image.pixelColor(x, y), Qt::black) >= 3;
                lines += bright > 0.6 * image.width();
            }
            QVERIFY2(lines >= 2, qPrintable(u"row %1: %2"_s.arg(number).arg(lines)));
        }
        QVERIFY(rowsSeen >= 2);
    }

    void scrollBarShowsWhereOneIs()
    {
        const StagedPanel staged(sceneOf(u"failed-uploads"_s), {420, 420});
        QScrollBar *bar = staged.view->verticalScrollBar();
        QApplication::processEvents(); // the layout
        QVERIFY(bar->isVisible());
        const QImage image = bar->grab().toImage();
        int bright = 0;
        for (int y = 0; y < image.height(); ++y)
            bright += Theme::contrast(image.pixelColor(image.width() / 2, y), Qt::black) >= 3;
        QVERIFY2(bright > 20 && bright < image.height(), qPrintable(QString::number(bright)));
    }

    void dialogsAndMenusToo()
    {
        FakeController controller;
        SignInDialog dialog(&controller);
        dialog.show();
        for (QWidget *widget : framedIn(dialog))
            QVERIFY2(outlinedShareOf(widget) > 0.8, qPrintable(nameOf(widget)));
        SyncMenu menu(&controller);
        menu.popup({});
        QVERIFY(outlinedShareOf(&menu) > 0.8);
        QVERIFY(hasMarkBefore(menu, menu.findChild<QAction *>(u"quitWhenDone"_s)));
        auto *limits = menu.findChild<QMenu *>(u"bandwidth"_s);
        limits->popup({});
        QVERIFY(hasMarkBefore(*limits, limits->actions().at(0)));
        menu.hide();
        const StagedPanel staged(u"uploading"_s);
        staged.view->setCurrentIndex(staged.view->model()->index(1, 0));
        QTest::keyClick(staged.view, Qt::Key_Delete);
        auto *box = staged.find<QMessageBox>();
        for (QWidget *widget : framedIn(*box))
            QVERIFY2(outlinedShareOf(widget) > 0.8, qPrintable(nameOf(widget)));
    }

    /// A person who switches it on or off need not start anew.
    void followsThePalette()
    {
        setStage();
        const StagedPanel staged(u"settings"_s);
        auto *bandwidth = staged.find<QComboBox>(u"bandwidth"_s);
        const QImage ordinary = staged.picture();
        const auto styledOnes = [&staged] {
            int count = 0;
            for (const QWidget *widget : staged.panel->findChildren<QWidget *>())
                count += qobject_cast<const ContrastStyle *>(widget->style()) != nullptr;
            return count;
        };
        QCOMPARE(styledOnes(), 0);
        QApplication::setPalette(paletteFor(u"contrast"_s));
        QApplication::processEvents(); // widgets are told later
        QVERIFY(styledOnes() > 0);
        QVERIFY(outlinedShareOf(bandwidth) > 0.8);
        QApplication::setPalette(paletteFor(u"light"_s));
        QApplication::processEvents(); // widgets are told later
        QCOMPARE(styledOnes(), 0);
        QCOMPARE(staged.picture(), ordinary);
    }

    /// Other styles know what to do.
    void leavesOtherStylesAlone()
    {
        QApplication::setStyle(u"Windows"_s);
        const StagedPanel staged(u"settings"_s);
        QVERIFY(!qobject_cast<const ContrastStyle *>(staged.find<QComboBox>(u"bandwidth"_s)->style()));
        setStage(u"en_GB"_s, u"contrast"_s); // Fusion again, and it comes back
        QVERIFY(qobject_cast<const ContrastStyle *>(staged.find<QComboBox>(u"bandwidth"_s)->style()));
    }
};

LUMASYNC_SUITE(QApplication, TestContrastStyle)
#include "tst_contraststyle.moc"
