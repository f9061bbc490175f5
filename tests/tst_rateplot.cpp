// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// The plot of the last minutes: what it keeps, when it stops, and that the newest is where reading ends.
#include "stage.h"
#include "suite.h"
#include "ui/rateplot.h"
#include "ui/theme.h"

#include <QApplication>
#include <QTimer>

using namespace LumaSync;
using namespace Qt::StringLiterals;

namespace {

void feed(RatePlot &plot, double rate, int seconds)
{
    plot.setRate(rate);
    for (int i = 0; i < seconds; ++i)
        plot.takeSample();
}

/// How much of the accent's colour is in this column of a picture.
int accentIn(const QImage &image, int x)
{
    const QColor accent = Theme::of(QApplication::palette()).accent;
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        const QColor pixel = image.pixelColor(x, y);
        count += pixel.blue() - pixel.red() > (accent.blue() - accent.red()) / 8;
    }
    return count;
}

} // namespace

class TestRatePlot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setStage(); }

    void keepsThreeMinutes()
    {
        RatePlot plot;
        QVERIFY(plot.isEmpty());
        feed(plot, 1'000'000, 100);
        feed(plot, 2'000'000, 100);
        QCOMPARE(plot.samples().size(), 180);
        QCOMPARE(plot.samples().first(), 1'000'000.0);
        QCOMPARE(plot.samples().last(), 2'000'000.0);
    }

    void stopsWhenThereIsNothingToShow()
    {
        RatePlot plot;
        const auto *timer = plot.findChild<QTimer *>();
        QVERIFY(!timer->isActive());
        feed(plot, 500'000, 3);
        QVERIFY(timer->isActive());
        feed(plot, 0, 179);
        QVERIFY(!plot.isEmpty()); // the last of it is still to be seen
        feed(plot, 0, 2);
        QVERIFY(plot.isEmpty());
        feed(plot, 0, 1);
        QVERIFY(!timer->isActive());
    }

    void saysTheRate()
    {
        RatePlot plot;
        feed(plot, 1'240'000, 1);
        QCOMPARE(plot.accessibleName(), u"Upload rate"_s);
        QCOMPARE(plot.accessibleDescription(), u"Now 1.2 MB/s."_s);
    }

    void newestIsWhereReadingEnds_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("to the right") << u"en_GB"_s;
        QTest::newRow("to the left") << u"ar"_s;
    }
    void newestIsWhereReadingEnds()
    {
        QFETCH(QString, language);
        setStage(language);
        RatePlot plot;
        plot.resize(400, plot.sizeHint().height());
        feed(plot, 2'000'000, 60); // a third of the width
        const QImage image = StagedPanel::pictureOf(plot);
        const int left = accentIn(image, 40);
        const int right = accentIn(image, 360);
        QVERIFY2((language == "ar"_L1 ? left : right) > 20, qPrintable(u"%1 %2"_s.arg(left).arg(right)));
        QCOMPARE(language == "ar"_L1 ? right : left, 0);
    }

    void highIsFast()
    {
        RatePlot plot;
        plot.resize(400, plot.sizeHint().height());
        feed(plot, 500'000, 90);
        feed(plot, 2'000'000, 90);
        const QImage image = StagedPanel::pictureOf(plot);
        QVERIFY(accentIn(image, 360) > 2 * accentIn(image, 60));
        QVERIFY(accentIn(image, 60) > 0);
    }

    /// In the panel it is there while something is to be seen, and what waits has no rate.
    void isShownInThePanel()
    {
        StagedPanel staged(u"up-to-date"_s);
        auto *plot = staged.find<RatePlot>();
        QVERIFY(!plot->isVisible());
        Scene uploading = sceneOf(u"uploading"_s);
        staged.controller.set(uploading.status);
        plot->takeSample();
        QVERIFY(plot->isVisible());
        QCOMPARE(plot->samples().last(), uploading.status.upload.bytesPerSecond);
        uploading.status.upload.isPreparing = true;
        staged.controller.set(uploading.status);
        plot->takeSample();
        QCOMPARE(plot->samples().last(), 0.0);
    }
};

LUMASYNC_SUITE(QApplication, TestRatePlot)
#include "tst_rateplot.moc"
