// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "ui/statuslook.h"

#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using State = SyncStatus::State;
using Symbol = StatusLook::Symbol;

class TestStatusLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void symbol_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<qint64>("rows");
        QTest::addColumn<qint64>("refused");
        QTest::addColumn<qint64>("uploads");
        QTest::addColumn<qint64>("failed");
        QTest::addColumn<Symbol>("symbol");
        QTest::addColumn<qint64>("badge");
        const auto row = [](const char *name, State state, qint64 rows, qint64 refused, qint64 uploads, qint64 failed,
                            Symbol symbol, qint64 badge) {
            QTest::newRow(name) << state << rows << refused << uploads << failed << symbol << badge;
        };
        row("clean", State::UpToDate, 0, 0, 0, 0, Symbol::UpToDate, 0);
        row("up to date with a dirty row", State::UpToDate, 1, 0, 0, 0, Symbol::Waiting, 0);
        row("up to date with an upload", State::UpToDate, 0, 0, 1, 0, Symbol::Waiting, 1);
        row("up to date with a refusal", State::UpToDate, 1, 1, 0, 0, Symbol::NeedsAttention, 0);
        row("up to date with a failure", State::UpToDate, 0, 0, 0, 1, Symbol::NeedsAttention, 0);
        row("waiting", State::Waiting, 4, 0, 0, 0, Symbol::Waiting, 0);
        row("syncing", State::Syncing, 4, 0, 0, 0, Symbol::Syncing, 0);
        row("syncing with uploads", State::Syncing, 4, 0, 9, 0, Symbol::Syncing, 9);
        row("syncing with a refusal", State::Syncing, 4, 1, 9, 0, Symbol::NeedsAttention, 0);
        row("uploading", State::Uploading, 0, 0, 3, 0, Symbol::Uploading, 3);
        row("uploading with a failure", State::Uploading, 0, 0, 3, 1, Symbol::NeedsAttention, 0);
        row("paused", State::Paused, 5, 0, 2, 1, Symbol::Paused, 2);
        row("offline", State::Offline, 5, 0, 2, 0, Symbol::Offline, 2);
        row("signed out", State::SignedOut, 5, 0, 2, 0, Symbol::SignedOut, 0);
        row("starting", State::Starting, 0, 0, 0, 0, Symbol::Waiting, 0);
        row("stopping", State::Stopping, 3, 0, 0, 0, Symbol::Syncing, 0);
        row("stopped", State::Stopped, 0, 0, 0, 0, Symbol::Stopped, 0);
    }
    void symbol()
    {
        QFETCH(State, state);
        QFETCH(qint64, rows);
        QFETCH(qint64, refused);
        QFETCH(qint64, uploads);
        QFETCH(qint64, failed);
        SyncStatus status;
        status.state = state;
        status.rowsWaiting = rows;
        status.rowsRefused = refused;
        status.uploadsWaiting = uploads;
        status.uploadsFailed = failed;
        const StatusLook look = StatusLook::of(status);
        QTEST(look.symbol, "symbol");
        QTEST(look.badge, "badge");
    }

    /// The number on the icon is written as the one in the words beside it.
    void badgeText_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("texts"); // of 0, 1, 42, 99, 100 and five thousand million
        const QStringList western{u""_s, u"1"_s, u"42"_s, u"99"_s, u"99+"_s, u"99+"_s};
        QTest::newRow("English") << u"en_GB"_s << western;
        QTest::newRow("Arabic") << u"ar"_s << QStringList{u""_s, u"١"_s, u"٤٢"_s, u"٩٩"_s, u"٩٩+"_s, u"٩٩+"_s};
        QTest::newRow("Arabic in Morocco") << u"ar_MA"_s << western;
        QTest::newRow("Persian") << u"fa"_s << QStringList{u""_s, u"۱"_s, u"۴۲"_s, u"۹۹"_s, u"۹۹+"_s, u"۹۹+"_s};
        QTest::newRow("Marathi, which has no pixel digits") << u"mr"_s << western;
    }
    void badgeText()
    {
        QFETCH(QString, language);
        QLocale::setDefault(QLocale(language));
        QStringList found;
        for (const qint64 count : {0LL, 1LL, 42LL, 99LL, 100LL, 5'000'000'000LL})
            found.append(StatusLook{Symbol::Uploading, count}.badgeText());
        QTEST(found, "texts");
    }

    void onlyWorkTurns()
    {
        QVERIFY((StatusLook{Symbol::Syncing, 0}.isAnimated()));
        QVERIFY(!(StatusLook{Symbol::UpToDate, 0}.isAnimated()));
    }
};

LUMASYNC_SUITE(QCoreApplication, TestStatusLook)
#include "tst_statuslook.moc"
