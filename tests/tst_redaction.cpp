// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "ui/redaction.h"

#include <QDir>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

class TestRedaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hides_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("secret");
        const auto row = [](const char *name, const QString &text, const QString &secret) {
            QTest::newRow(name) << text << secret;
        };
        row("JWT", u"token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-_123 refused"_s, u"eyJzdWIiOiIxIn0"_s);
        row("JWT without a signature", u"eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0"_s, u"eyJzdWIiOiIxIn0"_s);
        row("publishable key", u"apikey sb_publishable_AbC-123_x"_s, u"AbC-123_x"_s);
        row("secret key", u"sb_secret_AbC-123_x"_s, u"AbC-123_x"_s);
        row("bearer", u"Authorization: Bearer a.b/c+d=="_s, u"a.b/c+d"_s);
        row("bearer in small letters", u"authorization: bearer opaque123"_s, u"opaque123"_s);
        row("signed URL", u"GET https://x.test/object/sign/a.wav?token=abc.def failed"_s, u"abc.def"_s);
        row("fragment", u"https://x.test/cb#access_token=abcdef"_s, u"abcdef"_s);
        row("user in URL", u"https://mara:hunter2@x.test/a"_s, u"hunter2"_s);
        row("password", u"password=hunter2&x=1"_s, u"hunter2"_s);
        row("JSON", u"{\"refresh_token\": \"v1.Mr5\"}"_s, u"v1.Mr5"_s);
        row("e-mail", u"user mara.k+test@example.org unknown"_s, u"mara.k"_s);
        row("home", QDir::homePath() + u"/Music/a.flac"_s, QDir::homePath());
    }
    void hides()
    {
        QFETCH(QString, text);
        QFETCH(QString, secret);
        QVERIFY(text.contains(secret));
        QVERIFY2(!withoutSecrets(text).contains(secret), qPrintable(withoutSecrets(text)));
    }

    void keepsTheRest_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("PostgREST") << u"venues 12: 23505 duplicate key value violates unique constraint (3 attempts)"_s;
        QTest::newRow("URL") << u"https://x.test/rest/v1/venues answered 503"_s;
        QTest::newRow("path") << u"/media/disk/Song – Ü.flac: No such file or directory"_s;
    }
    void keepsTheRest()
    {
        QFETCH(QString, text);
        QCOMPARE(withoutSecrets(text), text);
    }
};

LUMASYNC_SUITE(QCoreApplication, TestRedaction)
#include "tst_redaction.moc"
