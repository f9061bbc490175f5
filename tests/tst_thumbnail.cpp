// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "core/thumbnail.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace LumaSync;
using namespace Qt::StringLiterals;

namespace {

QImage picture(int width, int height, QImage::Format format = QImage::Format_RGB32)
{
    QImage image(width, height, format);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            image.setPixelColor(x, y, QColor(x * 255 / width, y * 255 / height, 90));
    }
    return image;
}

} // namespace

class TestThumbnail : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString save(const QImage &image, const QString &name)
    {
        const QString path = m_dir.filePath(name);
        return image.save(path) ? path : u"not saved"_s;
    }

private Q_SLOTS:
    void sizes_data()
    {
        QTest::addColumn<QSize>("from");
        QTest::addColumn<QSize>("to");
        QTest::newRow("large") << QSize(1600, 1600) << QSize(512, 512);
        QTest::newRow("wide") << QSize(2000, 1000) << QSize(512, 256);
        QTest::newRow("tall") << QSize(300, 1200) << QSize(128, 512);
        QTest::newRow("small stays") << QSize(200, 100) << QSize(200, 100);
        QTest::newRow("just fits") << QSize(512, 512) << QSize(512, 512);
        QTest::newRow("a line") << QSize(4000, 2) << QSize(512, 1);
        QTest::newRow("one pixel") << QSize(1, 1) << QSize(1, 1);
    }
    void sizes()
    {
        QFETCH(QSize, from);
        QFETCH(QSize, to);
        for (const QString &format : {u"jpg"_s, u"png"_s}) {
            const auto bytes = makeThumbnail(save(picture(from.width(), from.height()), u"sizes."_s + format));
            QVERIFY(bytes.hasValue());
            QBuffer buffer;
            buffer.setData(*bytes);
            buffer.open(QIODevice::ReadOnly);
            QImageReader reader(&buffer);
            QCOMPARE(reader.format(), "jpeg");
            QCOMPARE(reader.read().size(), to);
        }
    }

    void sameBytes()
    {
        QImage image = picture(900, 700);
        const auto first = makeThumbnail(save(image, u"one.png"_s));
        image.setText(u"Author"_s, u"somebody"_s);
        image.setDotsPerMeterX(11811);
        const auto second = makeThumbnail(save(image, u"two.png"_s));
        QVERIFY(first.hasValue() && second.hasValue());
        QCOMPARE(*first, *second);
        QVERIFY(!second->contains("somebody"));
    }

    void transparencyIsWhite()
    {
        QImage image(100, 100, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        const auto bytes = makeThumbnail(save(image, u"glass.png"_s));
        QVERIFY(bytes.hasValue());
        QVERIFY(QImage::fromData(*bytes).pixelColor(50, 50).lightness() > 250);
    }

    void upright()
    {
        const QString path = m_dir.filePath(u"turned.jpg"_s);
        QImageWriter writer(path, "jpeg");
        writer.setTransformation(QImageIOHandler::TransformationRotate90);
        QVERIFY(writer.write(picture(1000, 500)));
        const auto bytes = makeThumbnail(path);
        QVERIFY(bytes.hasValue());
        QCOMPARE(QImage::fromData(*bytes).size(), QSize(256, 512));
    }

    void wrongSuffix()
    {
        const QString path = m_dir.filePath(u"really-a-png.jpg"_s);
        QVERIFY(picture(20, 20).save(path, "png"));
        QVERIFY(makeThumbnail(path).hasValue());
    }

    void bad_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("code");
        QByteArray jpeg;
        QBuffer buffer(&jpeg);
        buffer.open(QIODevice::WriteOnly);
        QVERIFY(picture(300, 300).save(&buffer, "jpeg"));
        QTest::newRow("missing") << QByteArray() << u"missing"_s;
        QTest::newRow("empty") << QByteArray("") << u"image"_s;
        QTest::newRow("text") << QByteArray("this is no picture") << u"image"_s;
        QTest::newRow("header only") << jpeg.first(60) << u"image"_s;
        // PNG header that promises 60000 x 60000 pixels.
        QTest::newRow("bomb") << QByteArray::fromHex(
                                     "89504e470d0a1a0a0000000d494844520000ea600000ea60080600000080d27542"
                                     "000000004944415435af061e")
                              << u"toolarge"_s;
    }
    void bad()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, code);
        const QString path = m_dir.filePath(u"bad-"_s + QString::fromLatin1(QTest::currentDataTag()));
        if (!content.isNull()) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
        }
        const auto bytes = makeThumbnail(path);
        QVERIFY(!bytes.hasValue());
        QCOMPARE(bytes.error().kind, Error::Kind::File);
        QCOMPARE(bytes.error().code, code);
    }

    void inAnotherThread()
    {
        const QString path = save(picture(1000, 1000), u"thread.png"_s);
        QByteArray bytes;
        std::thread worker([&] {
            if (auto made = makeThumbnail(path))
                bytes = *made;
        });
        worker.join();
        QCOMPARE(bytes, *makeThumbnail(path));
    }
};

LUMASYNC_SUITE(QCoreApplication, TestThumbnail)
#include "tst_thumbnail.moc"
