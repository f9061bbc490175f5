// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "screenshots/palettes.h"
#include "ui/theme.h"

#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canBeRead_data()
    {
        QTest::addColumn<QPalette>("palette");
        for (const char *name : {"light", "dark", "contrast"})
            QTest::newRow(name) << paletteFor(QString::fromLatin1(name));
        QTest::newRow("grey on grey") << QPalette(QColor(0x9a9a9a));
        QTest::newRow("Solarized") << QPalette(QColor(0xeee8d5), QColor(0xfdf6e3));
    }
    void canBeRead()
    {
        QFETCH(QPalette, palette);
        const Theme theme = Theme::of(palette);
        for (const QColor &surface : {palette.color(QPalette::Window), palette.color(QPalette::Base), theme.card}) {
            // Where the palette's own text is worse than that, nothing can be better than it.
            const double wanted = qMin(4.5, Theme::contrast(theme.text, surface));
            for (const QColor &color : {theme.muted, theme.accent, theme.warning})
                QVERIFY2(Theme::contrast(color, surface) >= wanted, qPrintable(color.name() + surface.name()));
        }
        if (theme.isHighContrast)
            return;
        // What is done of a progress bar is told from what is to come; in high contrast by its being filled.
        for (const QColor &done : {theme.accent, theme.muted})
            QVERIFY2(Theme::contrast(done, theme.line) >= 1.8, qPrintable(done.name() + theme.line.name()));
    }

    void highContrastHasNoShades()
    {
        const Theme theme = Theme::of(paletteFor(u"contrast"_s));
        QCOMPARE(theme.muted, theme.text);
        QCOMPARE(theme.line, theme.text);
        QVERIFY(theme.isDark);
    }
};

LUMASYNC_SUITE(QCoreApplication, TestTheme)
#include "tst_theme.moc"
