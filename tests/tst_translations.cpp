// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "ui/statustext.h"
#include "ui/translations.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace LumaSync;
using namespace Qt::StringLiterals;

namespace {

QString uploadsLeft(qint64 count)
{
    SyncStatus status;
    status.state = SyncStatus::State::Uploading;
    status.uploadsWaiting = count;
    return StatusText(status).tooltip();
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pluralForms_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<qint64>("count");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *language, qint64 count, const QString &text) {
            QTest::addRow("%s %lld", language, count) << QString::fromLatin1(language) << count << text;
        };
        row("en_GB", 1, u"1 upload left"_s);
        row("en_GB", 2, u"2 uploads left"_s);
        row("de", 1, u"Noch 1 Upload"_s);
        row("de", 1'000, u"Noch 1.000 Uploads"_s);
        row("fr", 1, u"1 envoi restant"_s);
        row("fr", 2, u"2 envois restants"_s);
        row("es", 1, u"Queda 1 subida"_s);
        row("es", 2, u"Quedan 2 subidas"_s);
        row("ja", 1, u"残り 1 件のアップロード"_s);
        row("ar", 1, u"بقيت عملية رفع واحدة"_s);
        row("ar", 2, u"بقيت عمليتا رفع"_s);
        row("ar", 3, u"بقيت %1 عمليات رفع"_s.arg(QLocale(u"ar"_s).toString(3)));
        row("ar", 11, u"بقيت %1 عملية رفع"_s.arg(QLocale(u"ar"_s).toString(11)));
        row("pt", 2, u"2 uploads left"_s); // none of ours: English
    }
    void pluralForms()
    {
        QFETCH(QString, language);
        QFETCH(qint64, count);
        QLocale::setDefault(QLocale(language));
        loadTranslations(QLocale());
        QTEST(uploadsLeft(count), "text");
    }

    /// An underlined letter is drawn apart from the one before it: where these two join, it tears the word.
    void underlinesKeepArabicWordsWhole()
    {
        QFile file(QStringLiteral(LUMASYNC_SOURCE_DIR "/translations/lumasync_ar.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        const QString mark = u"&amp;"_s;
        int found = 0;
        for (qsizetype at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
            const QChar before = text[at - 1];
            const QChar after = text[at + mark.size()];
            if (after.script() != QChar::Script_Arabic)
                continue;
            ++found;
            QVERIFY2(before.joiningType() != QChar::Joining_Dual, qPrintable(text.sliced(at - 10, 30)));
        }
        QVERIFY(found > 10);
    }

    /// lupdate finds nothing new, nothing obsolete, and nothing is unfinished.
    void areComplete()
    {
        QTemporaryDir folder;
        const QDir source(QStringLiteral(LUMASYNC_SOURCE_DIR "/translations"));
        const QStringList names = source.entryList({u"*.ts"_s});
        QCOMPARE(names.size(), 6);
        for (const QString &name : names) {
            const QString copy = folder.filePath(name);
            QVERIFY(QFile::copy(source.filePath(name), copy));
            QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));
            QStringList arguments{u"-I"_s,
                                  QStringLiteral(LUMASYNC_SOURCE_DIR "/src"),
                                  QStringLiteral(LUMASYNC_SOURCE_DIR "/src/ui"),
                                  u"-locations"_s,
                                  u"none"_s,
                                  u"-ts"_s,
                                  copy};
            if (name.contains(u"_en"_s))
                arguments.prepend(u"-pluralonly"_s);
            QProcess lupdate;
            lupdate.start(QStringLiteral(LUMASYNC_LUPDATE), arguments);
            QVERIFY(lupdate.waitForFinished(60'000));
            QCOMPARE(lupdate.exitCode(), 0);
            QFile file(copy);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QXmlStreamReader xml(&file);
            QString text;
            int messages = 0;
            bool hasForms = false;
            while (!xml.atEnd()) {
                xml.readNext();
                if (xml.isStartElement() && xml.name() == "message"_L1)
                    hasForms = xml.attributes().hasAttribute(u"numerus"_s);
                else if (xml.isStartElement() && xml.name() == "source"_L1)
                    text = xml.readElementText();
                else if (xml.isStartElement() && (xml.name() == "translation"_L1 || xml.name() == "numerusform"_L1)) {
                    ++messages;
                    QVERIFY2(!xml.attributes().hasAttribute(u"type"_s), qPrintable(name + u": "_s + text));
                    if (xml.name() == "numerusform"_L1 || !hasForms)
                        QVERIFY2(!xml.readElementText().trimmed().isEmpty(), qPrintable(name + u": "_s + text));
                }
            }
            QVERIFY(!xml.hasError());
            QVERIFY2(messages > 40, qPrintable(name));
        }
    }

    /// Every placeholder of the source is in the translation, and no other.
    void placeholders()
    {
        for (const char *language : {"de", "fr", "es", "ja", "ar"}) {
            QFile file(
                QStringLiteral(LUMASYNC_SOURCE_DIR "/translations/lumasync_%1.ts").arg(QLatin1StringView(language)));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QXmlStreamReader xml(&file);
            QString source;
            while (!xml.atEnd()) {
                xml.readNext();
                if (!xml.isStartElement())
                    continue;
                if (xml.name() == "source"_L1) {
                    source = xml.readElementText();
                } else if (xml.name() == "translation"_L1) {
                    const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
                    for (const auto &placeholder : {u"%1"_s, u"%2"_s, u"%3"_s})
                        QVERIFY2(source.contains(placeholder) == text.contains(placeholder),
                                 qPrintable(source + u'\n' + text));
                }
            }
        }
    }
};

LUMASYNC_SUITE(QCoreApplication, TestTranslations)
#include "tst_translations.moc"
