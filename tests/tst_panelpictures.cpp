// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// The panel looks as it did when somebody last looked: pictures of it, a quarter of its size, so that the smoothing of
// letters and the time of day do not count. LUMASYNC_KEEP_REFERENCES names a folder that gets the new ones, to be
// looked at before they replace the old.
#include "stage.h"
#include "suite.h"

#include <QApplication>
#include <QDir>
#include <QFontInfo>
#include <QImage>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize panelSize{420, 600};
const QString fontKey = u"font"_s;

QImage smallPictureOf(const Scene &scene)
{
    return StagedPanel(scene, panelSize)
        .picture()
        .scaled(panelSize / 4, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

/// The share of pixels that differ by more than the smoothing of letters.
double difference(const QImage &a, const QImage &b)
{
    int different = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QColor one(a.pixel(x, y));
            const QColor other(b.pixel(x, y));
            different +=
                qAbs(one.red() - other.red()) + qAbs(one.green() - other.green()) + qAbs(one.blue() - other.blue()) >
                60;
        }
    }
    return static_cast<double>(different) / (a.width() * a.height());
}

} // namespace

class TestPanelPictures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void looksAsItDid_data()
    {
        QTest::addColumn<QString>("scene");
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QString>("language");
        const std::pair<QString, QString> looks[] = {
            {u"light"_s, u"en_GB"_s}, {u"dark"_s, u"en_GB"_s}, {u"contrast"_s, u"en_GB"_s}, {u"light"_s, u"ar"_s}};
        for (const auto &[theme, language] : looks)
            for (const QString &scene :
                 {u"up-to-date"_s, u"uploading"_s, u"attention"_s, u"failed-uploads"_s, u"settings"_s})
                QTest::addRow("%s %s %s", qPrintable(scene), qPrintable(theme), qPrintable(language))
                    << scene << theme << language;
    }
    void looksAsItDid()
    {
        QFETCH(QString, scene);
        QFETCH(QString, theme);
        QFETCH(QString, language);
        setStage(language, theme);
        QImage picture = smallPictureOf(sceneOf(scene));
        picture.setText(fontKey, QFontInfo(QApplication::font()).family());
        const QString name = u"panel-%1-%2-%3.png"_s.arg(scene, theme, language);
        if (const QString keep = qEnvironmentVariable("LUMASYNC_KEEP_REFERENCES"); !keep.isEmpty())
            QVERIFY(QDir().mkpath(keep) && picture.save(QDir(keep).filePath(name)));

        const QImage reference(QStringLiteral(LUMASYNC_REFERENCES "/") + name);
        QVERIFY2(!reference.isNull(), qPrintable(name));
        QCOMPARE(picture.size(), reference.size());
        if (reference.text(fontKey) != picture.text(fontKey))
            QSKIP("The references were made with another font.");
        const double share = difference(picture, reference);
        QVERIFY2(share < 0.01, qPrintable(u"%1: %2 % differ"_s.arg(name).arg(share * 100, 0, 'f', 2)));
    }

    /// The comparison itself: one number more in the panel is a difference.
    void seesAMissingRow()
    {
        setStage();
        Scene scene = sceneOf(u"failed-uploads"_s);
        const QImage whole = smallPictureOf(scene);
        QCOMPARE(difference(whole, smallPictureOf(scene)), 0.0);
        scene.uploads.removeLast();
        scene.uploads.removeLast();
        QVERIFY(difference(whole, smallPictureOf(scene)) > 0.01);
    }
};

LUMASYNC_SUITE(QApplication, TestPanelPictures)
#include "tst_panelpictures.moc"
