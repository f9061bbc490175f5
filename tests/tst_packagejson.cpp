// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "core/packagejson.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

class TestPackageJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void document_data()
    {
        QTest::addColumn<QVariant>("samples");
        QTest::addColumn<QVariant>("colors");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const QVariant &samples, const QVariant &colors,
                            const QByteArray &expected) { QTest::newRow(name) << samples << colors << expected; };
        const QByteArray head = R"({"format":1,"sample_rate":44100,"full_samples":)";
        const QByteArray tail = ",\"bands\":null}\n";
        row("as it is", u"[0.10, -1e-3]"_s, u"[[1,2,3]]"_s, head + "[0.10, -1e-3],\"colors\":[[1,2,3]]" + tail);
        row("big numbers keep their digits", u"[12345678901234567890]"_s, QVariant(),
            head + "[12345678901234567890],\"colors\":null" + tail);
        row("an object", u"{\"b\":1,\"a\":2}"_s, QVariant(), head + "{\"b\":1,\"a\":2},\"colors\":null" + tail);
        row("text as a blob", QByteArray("[1]"), QVariant(), head + "[1],\"colors\":null" + tail);
        row("not JSON", u"[1,"_s, QVariant(), head + "\"[1,\",\"colors\":null" + tail);
        row("two values", u"1],[2"_s, u"1,2"_s, head + "\"1],[2\",\"colors\":\"1,2\"" + tail);
        row("empty", u""_s, QVariant(), head + "\"\",\"colors\":null" + tail);
        row("quotes", u"say \"hi\"\n"_s, QVariant(), head + "\"say \\\"hi\\\"\\n\",\"colors\":null" + tail);
    }
    void document()
    {
        QFETCH(QVariant, samples);
        QFETCH(QVariant, colors);
        QFETCH(QByteArray, expected);
        const QByteArray json = packageJson(
            {{u"sample_rate"_s, 44100}, {u"full_samples"_s, samples}, {u"colors"_s, colors}, {u"bands"_s, {}}});
        QCOMPARE(json, expected);
        QVERIFY(QJsonDocument::fromJson(json).isObject());
    }
};

LUMASYNC_SUITE(QCoreApplication, TestPackageJson)
#include "tst_packagejson.moc"
