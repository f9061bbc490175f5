// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "ui/statusbadge.h"
#include "ui/statusicon.h"
#include "ui/statussymbol.h"
#include "ui/theme.h"

#include <QApplication>
#include <QImage>
#include <QMetaEnum>
#include <QPainter>
#include <QTest>

#include <cmath>

using namespace LumaSync;
using namespace Qt::StringLiterals;
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

/// The smallest rectangle around all that is not transparent. Premultiplied.
QRect drawnPart(const QImage &image)
{
    QRect part;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x)
            if (qAlpha(line[x]) > 0)
                part |= QRect(x, y, 1, 1);
    }
    return part;
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

int distance(QRgb a, QRgb b)
{
    return std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b));
}

/// What stands in the badge of a 16 px icon, from column `left`: "#" is white, " " is the pill, "?" is neither.
QStringList smallDigits(qint64 count, int left)
{
    const QImage image = render({Symbol::Uploading, count}, 16);
    const QRgb pill = StatusIcon::color(Symbol::Uploading).darker(160).rgb();
    QStringList rows;
    for (int y = 10; y < 15; ++y) {
        QString row;
        for (int x = left; x < 15; ++x)
            row += image.pixel(x, y) == qRgb(255, 255, 255) ? u'#' : image.pixel(x, y) == pill ? u' ' : u'?';
        rows.append(row);
    }
    return rows;
}

/// All looks, each in all sizes; with numbers where they are made of pixels.
QImage referenceSheet(const QColor &panel)
{
    constexpr int cell = 72;
    const QList<int> sizes{16, 22, 24, 32, 48, 64};
    QImage sheet(cell * static_cast<int>(sizes.size()), cell * static_cast<int>(allLooks().size()),
                 QImage::Format_RGB32);
    sheet.fill(panel);
    QPainter painter(&sheet);
    for (int row = 0; StatusLook look : allLooks()) {
        for (int column = 0; column < sizes.size(); ++column) {
            const int side = sizes.at(column);
            look.badge = side < 32 && look.symbol == Symbol::Uploading ? 42 : 0;
            painter.drawImage(column * cell + (cell - side) / 2, row * cell + (cell - side) / 2,
                              render(look, side, Qt::transparent, 0.04));
        }
        ++row;
    }
    return sheet;
}

} // namespace

class TestStatusIcon : public QObject
{
    Q_OBJECT

    /// Those with digits of their own.
    static void languages()
    {
        QTest::addColumn<QString>("language");
        for (const char *language : {"en_GB", "ar", "fa"})
            QTest::newRow(language) << QString::fromLatin1(language);
    }

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

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
            // It fills its place in both directions.
            const QRect drawn = drawnPart(pixmap.toImage().convertToFormat(QImage::Format_ARGB32_Premultiplied));
            QVERIFY2(drawn.width() * 100 >= pixmap.width() * 85, qPrintable(QString::number(drawn.width())));
            QVERIFY2(drawn.height() * 100 >= pixmap.height() * 85, qPrintable(QString::number(drawn.height())));
        }
    }

    void nothingIsCutOff_data() { languages(); }
    void nothingIsCutOff()
    {
        QFETCH(QString, language);
        QLocale::setDefault(QLocale(language));
        // Drawn into the middle of a larger picture, where nothing would be cut off, all stays within the icon's place.
        const QList<StatusLook> looks = // the digits of other scripts are the same beside each shape
            language == "en_GB"_L1 ? allLooks() : QList<StatusLook>{{Symbol::Uploading, 0}};
        QList<int> sides{72, 96, 128};
        for (int side = 16; side <= 64; ++side)
            sides.append(side);
        for (const int side : std::as_const(sides)) {
            for (StatusLook look : looks) {
                for (const qint64 badge : {0, 3, 7, 33, 42, 100}) {
                    look.badge = badge;
                    const QRect place(side, side, side, side);
                    QImage image(3 * side, 3 * side, QImage::Format_ARGB32_Premultiplied);
                    image.fill(Qt::transparent);
                    QPainter painter(&image);
                    painter.setRenderHint(QPainter::Antialiasing);
                    painter.translate(place.topLeft());
                    const StatusBadge number(look.badgeText(), side);
                    StatusSymbol(look.symbol, side, 0.1).paint(&painter, number.bounds());
                    number.paint(&painter, Qt::black);
                    painter.end();
                    QVERIFY2(place.contains(drawnPart(image)), qPrintable(QStringLiteral("look %1 with %2 at %3 px")
                                                                              .arg(static_cast<int>(look.symbol))
                                                                              .arg(badge)
                                                                              .arg(side)));
                }
            }
        }
    }

    void whatIsBelowShinesThrough()
    {
        for (const StatusLook &look : allLooks()) {
            QImage image(32, 32, QImage::Format_RGB32); // no transparency to fall back to
            image.fill(lightPanel);
            QPainter painter(&image);
            StatusIcon::paint(&painter, image.rect(), look);
            painter.end();
            QCOMPARE(image, render(look, 32, lightPanel).convertToFormat(QImage::Format_RGB32));
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

    void badgesDiffer_data() { languages(); }
    void badgesDiffer()
    {
        QFETCH(QString, language);
        QLocale::setDefault(QLocale(language));
        for (const int side : {16, 22, 24, 32, 64}) {
            QList<QImage> images;
            const QList<qint64> counts{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 24, 42, 66, 69, 78, 87, 99, 100};
            for (const qint64 count : counts)
                images.append(render({Symbol::Uploading, count}, side));
            for (int i = 0; i < images.size(); ++i)
                for (int j = i + 1; j < images.size(); ++j)
                    QVERIFY2(images[i] != images[j],
                             qPrintable(u"%1 and %2 at %3 px"_s.arg(counts[i]).arg(counts[j]).arg(side)));
            QCOMPARE(render({Symbol::Uploading, 100}, side), render({Symbol::Uploading, 7000}, side));
        }
    }

    /// Every pixel of a digit at 16 px is white or the pill, nothing in between.
    void smallDigitsAreSharp_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<qint64>("count");
        QTest::addColumn<int>("left");
        QTest::addColumn<QStringList>("rows");
        QTest::newRow("English") << u"en_GB"_s << 42LL << 7
                                 << QStringList{u"# # ### "_s, u"# #   # "_s, u"### ### "_s, u"  # #   "_s,
                                                u"  # ### "_s};
        QTest::newRow("Arabic") << u"ar"_s << 42LL << 6
                                << QStringList{u" ## #  # "_s, u"#   #### "_s, u" #  #    "_s, u"#   #    "_s,
                                               u"### #    "_s};
        // The plus is on the left, where Arabic ends.
        QTest::newRow("Arabic, many") << u"ar"_s << 100LL << 3
                                      << QStringList{u"    ### ### "_s, u" #  # # # # "_s, u"### ### ### "_s,
                                                     u" #    #   # "_s, u"      #   # "_s};
        QTest::newRow("Persian") << u"fa"_s << 56LL << 5
                                 << QStringList{u"  #    ## "_s, u" # #  #   "_s, u"#   #  ## "_s, u"# # #  #  "_s,
                                                u" # #  #   "_s};
    }
    void smallDigitsAreSharp()
    {
        QFETCH(QString, language);
        QFETCH(qint64, count);
        QFETCH(int, left);
        QLocale::setDefault(QLocale(language));
        QTEST(smallDigits(count, left), "rows");
    }

    /// Compared with kept pictures where no font has a say: below 32 px digits are pixels, too. Call it with
    /// LUMASYNC_KEEP_REFERENCES=1 to keep new ones, and look at them.
    void matchesTheKeptPictures_data()
    {
        QTest::addColumn<QColor>("panel");
        QTest::newRow("light") << lightPanel;
        QTest::newRow("dark") << darkPanel;
    }
    void matchesTheKeptPictures()
    {
        QFETCH(QColor, panel);
        const QImage sheet = referenceSheet(panel);
        const QString path =
            QStringLiteral(LUMASYNC_REFERENCES "/tray-%1.png").arg(QString::fromLatin1(QTest::currentDataTag()));
        if (qEnvironmentVariableIsSet("LUMASYNC_KEEP_REFERENCES"))
            QVERIFY(sheet.save(path));
        const QImage kept = QImage(path).convertToFormat(sheet.format());
        QCOMPARE(kept.size(), sheet.size());
        int different = 0;
        for (int y = 0; y < sheet.height(); ++y)
            for (int x = 0; x < sheet.width(); ++x)
                different += distance(sheet.pixel(x, y), kept.pixel(x, y)) > 40;
        // Rasterizers differ at edges; a sign that is another one differs in hundreds of pixels.
        QVERIFY2(different < 60, qPrintable(QString::number(different)));
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

LUMASYNC_SUITE(QApplication, TestStatusIcon)
#include "tst_statusicon.moc"
