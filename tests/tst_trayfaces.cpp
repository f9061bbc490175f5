// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// The tray icon, its menu, and the button that takes its place where there is no tray.
#include "fakecontroller.h"
#include "suite.h"
#include "ui/bandwidth.h"
#include "ui/statusanimation.h"
#include "ui/syncmenu.h"
#include "ui/syncstatusbutton.h"
#include "ui/syncstatuspanel.h"
#include "ui/synctrayicon.h"
#include "ui/translations.h"

#include <QApplication>
#include <QLabel>
#include <QProxyStyle>
#include <QSignalSpy>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using State = SyncStatus::State;
using Symbol = StatusLook::Symbol;

namespace {

SyncStatus statusOf(State state, qint64 uploads = 0)
{
    SyncStatus status;
    status.state = state;
    status.uploadsWaiting = uploads;
    return status;
}

/// A desktop whose user asked for no animations.
class StillStyle : public QProxyStyle
{
public:
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        return hint == SH_Widget_Animation_Duration ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
    }
};

} // namespace

class TestTrayFaces : public QObject
{
    Q_OBJECT

    static QAction *action(const QObject &menu, const QString &name) { return menu.findChild<QAction *>(name); }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
        loadTranslations(QLocale());
    }

    void menuCommands()
    {
        FakeController controller;
        controller.set(statusOf(State::Uploading, 3));
        SyncMenu menu(&controller);
        QSignalSpy opened(&menu, &SyncMenu::openRequested);
        action(menu, u"open"_s)->trigger();
        QCOMPARE(opened.size(), 1);
        action(menu, u"syncNow"_s)->trigger();
        action(menu, u"pause"_s)->trigger();
        QCOMPARE(controller.commands, (QStringList{u"syncNow"_s, u"setPaused 1"_s}));
        QVERIFY(!action(menu, u"retry"_s)->isVisible()); // nothing failed

        SyncStatus failed = statusOf(State::NeedsAttention, 3);
        failed.uploadsFailed = 2;
        controller.set(failed);
        QVERIFY(action(menu, u"retry"_s)->isVisible());
        action(menu, u"retry"_s)->trigger();
        QCOMPARE(controller.commands.last(), u"retryNow"_s);

        controller.set(statusOf(State::Paused, 3));
        QCOMPARE(action(menu, u"pause"_s)->text(), u"&Resume sync"_s);
        QVERIFY(!action(menu, u"syncNow"_s)->isEnabled());
        action(menu, u"pause"_s)->trigger();
        QCOMPARE(controller.commands.last(), u"setPaused 0"_s);

        controller.set(statusOf(State::SignedOut));
        QSignalSpy signIn(&menu, &SyncMenu::signInRequested);
        QVERIFY(action(menu, u"signIn"_s)->isVisible());
        QVERIFY(!action(menu, u"pause"_s)->isEnabled());
        action(menu, u"signIn"_s)->trigger();
        QCOMPARE(signIn.size(), 1);
    }

    void menuOffersLimits()
    {
        FakeController controller;
        controller.currentSettings.bandwidthLimit = 333'000; // none of the presets
        SyncMenu menu(&controller);
        const auto *limits = menu.findChild<QMenu *>(u"bandwidth"_s);
        QCOMPARE(limits->actions().size(), Bandwidth::presets().size() + 1);
        const auto checked = [limits] {
            QStringList texts;
            for (const QAction *limit : limits->actions())
                if (limit->isChecked())
                    texts.append(limit->text());
            return texts;
        };
        QCOMPARE(checked(), QStringList{u"333 kB/s"_s});
        for (QAction *limit : limits->actions())
            if (limit->data().toLongLong() == 1'000'000) {
                limit->trigger();
                break;
            }
        QCOMPARE(controller.currentSettings.bandwidthLimit, 1'000'000);
        QCOMPARE(checked(), QStringList{u"1.0 MB/s"_s});
        limits->actions().constFirst()->trigger();
        QCOMPARE(controller.currentSettings.bandwidthLimit, 0);
        QCOMPARE(checked(), QStringList{u"No limit"_s});
    }

    /// With the button alone, too: a host without a tray has no other menu.
    void quitsWhenEverythingIsUploaded()
    {
        FakeController controller;
        controller.set(statusOf(State::Uploading, 1));
        SyncStatusButton button(&controller);
        action(*button.syncMenu(), u"quitWhenDone"_s)->trigger();
        QVERIFY(controller.quitsWhenDone());
        controller.set(statusOf(State::Waiting)); // not yet: rows may be on their way
        QVERIFY(controller.quitsWhenDone());
        QMetaObject::invokeMethod(
            &controller, [&] { controller.set(statusOf(State::UpToDate)); }, Qt::QueuedConnection);
        QCOMPARE(QApplication::exec(), 0); // returns by the menu's doing
        QVERIFY(!controller.quitsWhenDone());
        QVERIFY(!action(*button.syncMenu(), u"quitWhenDone"_s)->isChecked());
    }

    void quitCanBeTakenBack()
    {
        FakeController controller;
        controller.set(statusOf(State::Uploading, 1));
        SyncMenu menu(&controller);
        QSignalSpy ready(&controller, &SyncController::quitReady);
        action(menu, u"quitWhenDone"_s)->trigger();
        action(menu, u"quitWhenDone"_s)->trigger();
        controller.set(statusOf(State::UpToDate));
        QCOMPARE(ready.size(), 0);
    }

    void trayOpensAPanelOfItsOwn()
    {
        FakeController controller;
        SyncTrayIcon tray(&controller);
        Q_EMIT tray.activated(QSystemTrayIcon::Trigger);
        const auto windows = QApplication::topLevelWidgets();
        QVERIFY(std::ranges::any_of(
            windows, [](QWidget *window) { return qobject_cast<SyncStatusPanel *>(window) && window->isVisible(); }));
    }

    void theHostMayOpenItself()
    {
        FakeController controller;
        SyncTrayIcon tray(&controller);
        QSignalSpy opened(&tray, &SyncTrayIcon::openRequested);
        Q_EMIT tray.activated(QSystemTrayIcon::Trigger);
        Q_EMIT tray.messageClicked();
        QCOMPARE(opened.size(), 2);
        for (QWidget *window : QApplication::topLevelWidgets())
            QVERIFY(!qobject_cast<SyncStatusPanel *>(window));
    }

    void buttonOpensTheSameMenu()
    {
        FakeController controller;
        controller.set(statusOf(State::Uploading, 2));
        SyncStatusButton button(&controller);
        button.show();
        QCOMPARE(button.accessibleName(), u"2 uploads left"_s);
        QMetaObject::invokeMethod(
            &button,
            [&] {
                QCOMPARE(QApplication::activePopupWidget(), button.syncMenu());
                QTest::keyClick(button.syncMenu(), Qt::Key_S); // the mnemonic of "Sync now"
            },
            Qt::QueuedConnection);
        QTest::keyClick(&button, Qt::Key_Space);
        QTRY_COMPARE(controller.commands, QStringList{u"syncNow"_s});
    }

    /// The number on the icon changes with the words.
    void followsTheLanguage()
    {
        FakeController controller;
        controller.set(statusOf(State::Uploading, 3));
        SyncTrayIcon tray(&controller);
        SyncStatusButton button(&controller);
        SyncStatusPanel panel(&controller);
        panel.show();
        const auto pictures = [&] {
            const QSize size(22, 22);
            const auto *sign = panel.findChild<QLabel *>(u"sign"_s);
            return QList<QImage>{tray.icon().pixmap(size).toImage(), button.icon().pixmap(size).toImage(),
                                 sign->pixmap().toImage()};
        };
        const QList<QImage> english = pictures();
        const qint64 trayIcon = tray.icon().cacheKey(); // a tray draws anew only if it is told to
        const qint64 buttonIcon = button.icon().cacheKey();
        QVERIFY(tray.toolTip().startsWith(u"3 "_s));
        QLocale::setDefault(QLocale(u"ar"_s));
        loadTranslations(QLocale());
        QTRY_VERIFY(tray.toolTip().contains(u'٣'));
        QTRY_VERIFY(button.text().contains(u'٣'));
        for (int i = 0; i < english.size(); ++i)
            QTRY_VERIFY2(pictures().at(i) != english.at(i), qPrintable(QString::number(i)));
        QVERIFY(tray.icon().cacheKey() != trayIcon);
        QVERIFY(button.icon().cacheKey() != buttonIcon);
        QLocale::setDefault(QLocale(u"en_GB"_s));
        loadTranslations(QLocale());
        QTRY_COMPARE(pictures(), english);
    }

    void turnsCalmly()
    {
        StatusAnimation animation(nullptr);
        QSignalSpy changed(&animation, &StatusAnimation::iconChanged);
        animation.setLook({Symbol::Uploading, 3});
        animation.setLook({Symbol::Uploading, 3}); // nothing new to draw
        QCOMPARE(changed.size(), 1);
        QVERIFY(!animation.isRunning()); // the number is what changes
        animation.setLook({Symbol::Syncing, 0});
        QVERIFY(animation.isRunning());
        QVERIFY(changed.wait());
        animation.setLook({Symbol::UpToDate, 0});
        QVERIFY(!animation.isRunning()); // idle costs nothing
    }

    void standsStillWhereThatIsWanted()
    {
        QApplication::setStyle(new StillStyle);
        StatusAnimation animation(nullptr);
        animation.setLook({Symbol::Syncing, 0});
        QVERIFY(!animation.isRunning());
    }
};

LUMASYNC_SUITE(QApplication, TestTrayFaces)
#include "tst_trayfaces.moc"
