// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/statusicon.h"
#include "ui/theme.h"

#include <QImage>
#include <QMetaEnum>
#include <QPainter>
#include <QTest>

#include <cmath>

using namespace LumaSync;
using Symbol = StatusLook::Symbol;

namespace {

const QColor lightPanel(0xf2f3f5);
const QColor darkPanel(0x1e2126);

QList<StatusLook> allLooks()
{
    QList<StatusLook> looks;
    const auto symbols = QMetaEnum::fromType<Symbol>();
    for (int i = 0; i < symbols.keyCount(); ++i)
        looks.append({static_cast<Symbol>(symbols.value(i)), 0});
    return looks;
}

QImage render(const StatusLook &look, int side, const QColor &background = Qt::transparent, qreal phase = 0)
{
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(background);
    QPainter painter(&image);
    painter.drawPixmap(0, 0, StatusIcon::icon(look, phase).pixmap(QSize(side, side), 1.0));
    return image;
}

/// The share of pixels that a person without colour vision tells apart.
double greyDifference(const QImage &a, const QImage &b)
{
    int different = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            different += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 60;
    return static_cast<double>(different) / (a.width() * a.height());
}

} // namespace

class TestStatusIcon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizes_data()
    {
        QTest::addColumn<int>("side");
        QTest::addColumn<double>("ratio");
        for (const int side : {16, 22, 24, 32, 48, 64})
            for (const double ratio : {1.0, 1.5, 2.0})
                QTest::addRow("%d at %.1f", side, ratio) << side << ratio;
    }
    void sizes()
    {
        QFETCH(int, side);
        QFETCH(double, ratio);
        for (StatusLook look : allLooks()) {
            look.badge = 42;
            const QPixmap pixmap = StatusIcon::icon(look).pixmap(QSize(side, side), ratio);
            QCOMPARE(pixmap.size(), QSize(qRound(side * ratio), qRound(side * ratio))); // never scaled up
            const QImage image = pixmap.toImage();
            // Something is drawn, nothing is cut off at the top, and the corner is free.
            QCOMPARE(qAlpha(image.pixel(0, 0)), 0);
            QVERIFY(qAlpha(image.pixel(image.width() / 4, image.height() / 2)) > 0 ||
                    qAlpha(image.pixel(image.width() / 2, image.height() / 4)) > 0 || look.symbol == Symbol::Offline);
        }
    }

    void isLegibleOnLightAndDark()
    {
        for (const StatusLook &look : allLooks()) {
            const QColor color = StatusIcon::color(look.symbol);
            for (const QColor &panel : {lightPanel, darkPanel})
                QVERIFY2(Theme::contrast(color, panel) >= 3, qPrintable(color.name())); // WCAG 2.1, 1.4.11
            if (color.name() != StatusIcon::color(Symbol::Offline).name())
                QVERIFY2(Theme::contrast(color, Qt::white) >= 3, qPrintable(color.name())); // the sign within
        }
    }

    void isDistinguishableWithoutColour()
    {
        for (const QColor &panel : {lightPanel, darkPanel}) {
            for (const int side : {16, 22, 32}) {
                const QList<StatusLook> looks = allLooks();
                for (int i = 0; i < looks.size(); ++i)
                    for (int j = i + 1; j < looks.size(); ++j) {
                        const double difference =
                            greyDifference(render(looks[i], side, panel), render(looks[j], side, panel));
                        QVERIFY2(difference > 0.025,
                                 qPrintable(
                                     QStringLiteral("%1 and %2 at %3 px: %4").arg(i).arg(j).arg(side).arg(difference)));
                    }
            }
        }
    }

    void badgesDiffer()
    {
        for (const int side : {16, 22, 24, 32, 64}) {
            QList<QImage> images;
            for (const qint64 count : {0, 1, 2, 7, 8, 10, 42, 99, 100})
                images.append(render({Symbol::Uploading, count}, side));
            for (int i = 0; i < images.size(); ++i)
                for (int j = i + 1; j < images.size(); ++j)
                    QVERIFY(images[i] != images[j]);
            QCOMPARE(render({Symbol::Uploading, 100}, side), render({Symbol::Uploading, 7000}, side));
        }
    }

    void smallDigitsAreSharp()
    {
        // Every pixel of a digit at 16 px is white or the pill, nothing in between.
        const QImage image = render({Symbol::Uploading, 42}, 16);
        const QColor pill = StatusIcon::color(Symbol::Uploading).darker(160);
        int white = 0;
        for (int y = 10; y < 15; ++y) {
            for (int x = 8; x < 15; ++x) {
                const QColor pixel = image.pixelColor(x, y);
                white += pixel == QColor(Qt::white);
                QVERIFY(pixel == QColor(Qt::white) || pixel == pill);
            }
        }
        QCOMPARE(white, 10 + 11); // the pixels of "4" and "2", 3 by 5
    }

    void turns()
    {
        QVERIFY(render({Symbol::Syncing, 0}, 22, Qt::transparent, 0) !=
                render({Symbol::Syncing, 0}, 22, Qt::transparent, 0.2));
        QCOMPARE(render({Symbol::Uploading, 3}, 22, Qt::transparent, 0),
                 render({Symbol::Uploading, 3}, 22, Qt::transparent, 0.2));
    }

    void offersTheSizesOfTrays()
    {
        // The D-Bus tray asks for these instead of drawing.
        QVERIFY(StatusIcon::icon({}).availableSizes().contains(QSize(22, 22)));
        QVERIFY(StatusIcon::icon({}).availableSizes().contains(QSize(16, 16)));
    }
};

QTEST_MAIN(TestStatusIcon)
#include "tst_statusicon.moc"
