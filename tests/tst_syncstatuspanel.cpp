// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "stage.h"
#include "suite.h"
#include "ui/attentioncard.h"
#include "ui/uploadmodel.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSlider>
#include <QTabBar>
#include <QToolButton>

using namespace LumaSync;
using namespace Qt::StringLiterals;

namespace {

/// Everything that `root` says, to eyes and to screen readers.
QStringList wordsOf(const QWidget &root)
{
    QStringList words{root.windowTitle()};
    for (const QWidget *widget : root.findChildren<const QWidget *>()) {
        QString text = widget->accessibleName() + u'|' + widget->toolTip();
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            text += u'|' + label->text();
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            text += u'|' + button->text();
        else if (const auto *combo = qobject_cast<const QComboBox *>(widget))
            text += u'|' + combo->currentText();
        else if (const auto *tabs = qobject_cast<const QTabBar *>(widget))
            for (int i = 0; i < tabs->count(); ++i)
                text += u'|' + tabs->tabText(i);
        if (text != "|"_L1)
            words.append(text);
    }
    return words;
}

} // namespace

class TestSyncStatusPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setStage(); }

    void headerCommands()
    {
        StagedPanel f(u"uploading"_s);
        f.click(u"syncButton"_s);
        f.click(u"pauseButton"_s);
        QCOMPARE(f.controller.commands, (QStringList{u"syncNow"_s, u"setPaused 1"_s}));
        SyncStatus status = f.controller.current;
        status.state = SyncStatus::State::Paused;
        f.controller.set(status);
        QCOMPARE(f.find<QToolButton>(u"pauseButton"_s)->accessibleName(), u"Resume sync"_s);
        QVERIFY(!f.find<QToolButton>(u"syncButton"_s)->isEnabled());
        f.click(u"pauseButton"_s);
        QCOMPARE(f.controller.commands.last(), u"setPaused 0"_s);
    }

    void listIsFetchedWhileVisible()
    {
        FakeController controller;
        controller.uploads = sceneOf(u"uploading"_s).uploads;
        SyncStatusPanel panel(&controller);
        controller.set(sceneOf(u"uploading"_s).status);
        QCOMPARE(controller.listings, 0); // nobody looks
        panel.show();
        QCOMPARE(controller.listings, 1);
        QCOMPARE(panel.findChild<UploadModel *>()->rowCount(), 8);
        for (int i = 0; i < 50; ++i) {
            controller.current.uploadsWaiting = i;
            controller.set(controller.current);
        }
        QTRY_COMPARE_WITH_TIMEOUT(controller.listings, 2, 3'000); // however often the counts change
    }

    void attentionCards()
    {
        StagedPanel f(u"attention"_s);
        const auto cards = f.panel->findChildren<AttentionCard *>();
        QCOMPARE(cards.size(), 2);
        QTest::mouseClick(cards[0]->findChild<QPushButton *>(u"remedy"_s), Qt::LeftButton);
        QCOMPARE(f.controller.commands, QStringList{u"retryNow"_s});
        auto *details = cards[0]->findChild<QPlainTextEdit *>(u"details"_s);
        QVERIFY(!details->isVisible());
        QTest::mouseClick(cards[0]->findChild<QToolButton *>(u"detailsToggle"_s), Qt::LeftButton);
        QVERIFY(details->isVisible());
        QVERIFY(details->toPlainText().contains(u"22P05"_s));
        QGuiApplication::clipboard()->clear();
        QTest::mouseClick(cards[0]->findChild<QPushButton *>(u"copyDetails"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), details->toPlainText());
        // Solved: the cards go.
        SyncStatus status = f.controller.current;
        status.state = SyncStatus::State::UpToDate;
        status.rowsWaiting = status.rowsRefused = status.uploadsFailed = 0;
        f.controller.set(status);
        QTRY_COMPARE(f.panel->findChildren<AttentionCard *>().size(), 0);
    }

    /// A panel whose language changed while it was shown says what a new one would say.
    void followsTheLanguage()
    {
        for (const Scene &scene : allScenes()) {
            setStage();
            const StagedPanel changed(scene);
            QApplication::processEvents();
            const QStringList before = wordsOf(*changed.panel);
            setStage(u"de"_s);
            QApplication::processEvents();
            const StagedPanel made(scene);
            QApplication::processEvents();
            QVERIFY(wordsOf(*changed.panel) != before);
            QCOMPARE(wordsOf(*changed.panel), wordsOf(*made.panel));
        }
        setStage();
    }

    /// Wherever a secret comes from: a person pastes these details into a forum.
    void copiedDetailsHoldNoSecret()
    {
        const QStringList secrets{u"eyJzdWIiOiIxIn0"_s, u"AbC-123_x"_s,          u"opaque-bearer"_s,
                                  u"hunter2"_s,         u"mara.k@example.org"_s, QDir::homePath()};
        const QString leaky = u"token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc, apikey sb_secret_AbC-123_x, "
                              "Authorization: Bearer opaque-bearer, password=hunter2, user mara.k@example.org, "_s +
                              QDir::homePath() + u"/Music/a.flac"_s;
        Scene scene = sceneOf(u"attention"_s);
        scene.status.problem = {Error::Kind::Schema, 404, leaky, leaky, {}};
        for (RefusedRow &row : scene.refused) {
            row.message = row.code = leaky;
            row.key = leaky.toUtf8();
        }
        for (UploadItem &upload : scene.uploads)
            upload.lastError = upload.localPath = leaky;
        StagedPanel f(scene);
        const auto cards = f.panel->findChildren<AttentionCard *>();
        QCOMPARE(cards.size(), 3); // the problem, the changes, the files
        for (const AttentionCard *card : cards) {
            QTest::mouseClick(card->findChild<QToolButton *>(u"detailsToggle"_s), Qt::LeftButton);
            QApplication::processEvents();
            QGuiApplication::clipboard()->clear();
            QTest::mouseClick(card->findChild<QPushButton *>(u"copyDetails"_s), Qt::LeftButton);
            const QString copied = QGuiApplication::clipboard()->text();
            QVERIFY(copied.contains(u"[token]"_s)); // it was there
            for (const QString &secret : secrets)
                QVERIFY2(!copied.contains(secret), qPrintable(copied));
        }
    }

    void settingsCountAtOnce()
    {
        StagedPanel f(u"settings"_s);
        auto *bandwidth = f.find<QComboBox>(u"bandwidth"_s);
        bandwidth->setFocus();
        QTest::keyClick(bandwidth, Qt::Key_Down);
        QCOMPARE(f.controller.currentSettings.bandwidthLimit, 250'000);
        QTest::keyClick(f.find<QCheckBox>(u"metered"_s), Qt::Key_Space);
        QVERIFY(f.controller.currentSettings.uploadsOnMetered);
        QTest::keyClick(f.find<QSlider>(u"compression"_s), Qt::Key_Right);
        QCOMPARE(f.controller.currentSettings.compressionLevel, 4);
        QTest::mouseClick(f.find<QCheckBox>(u"analysis_package"_s), Qt::LeftButton);
        QCOMPARE(f.controller.currentSettings.excludedKinds, QSet<QString>{u"analysis_package"_s});
        QTest::mouseClick(f.find<QCheckBox>(u"analysis_package"_s), Qt::LeftButton);
        QVERIFY(f.controller.currentSettings.excludedKinds.isEmpty());
        // And from elsewhere, a value that is no preset.
        SyncSettings settings = f.controller.currentSettings;
        settings.bandwidthLimit = 333'000;
        f.controller.setSettings(settings);
        QCOMPARE(bandwidth->currentText(), u"333 kB/s"_s);
        f.click(u"signOut"_s);
        QCOMPARE(f.controller.commands, QStringList{u"signOut"_s});
    }
};

LUMASYNC_SUITE(QApplication, TestSyncStatusPanel)
#include "tst_syncstatuspanel.moc"
