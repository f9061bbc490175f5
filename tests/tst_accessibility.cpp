// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// For those who do without a mouse, without eyes, or without shades.
#include "stage.h"
#include "suite.h"
#include "ui/signindialog.h"
#include "ui/statustext.h"
#include "ui/syncmenu.h"
#include "ui/syncstatusbutton.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSlider>
#include <QTabBar>
#include <QToolButton>
#include <QTreeView>

using namespace LumaSync;
using namespace Qt::StringLiterals;

class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setStage(); }

    /// Once around with the tabulator, under each palette.
    void keyboardReachesEverything_data()
    {
        QTest::addColumn<QString>("scene");
        QTest::addColumn<QString>("theme");
        for (const char *theme : {"light", "dark", "contrast"})
            for (const char *scene : {"failed-uploads", "attention", "settings", "signed-out"})
                QTest::addRow("%s %s", scene, theme) << QString::fromLatin1(scene) << QString::fromLatin1(theme);
    }
    void keyboardReachesEverything()
    {
        QFETCH(QString, scene);
        QFETCH(QString, theme);
        setStage(u"en_GB"_s, theme);
        const StagedPanel staged(scene);
        for (QToolButton *toggle : staged.panel->findChildren<QToolButton *>(u"detailsToggle"_s))
            if (toggle->isVisible())
                toggle->click();
        walkThrough(*staged.panel);
    }

    void keyboardReachesTheDialog_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::newRow("light") << u"light"_s;
        QTest::newRow("contrast") << u"contrast"_s;
    }
    void keyboardReachesTheDialog()
    {
        QFETCH(QString, theme);
        setStage(u"en_GB"_s, theme);
        FakeController controller;
        SignInDialog dialog(&controller);
        QTest::keyClicks(dialog.findChild<QLineEdit *>(u"email"_s), u"mara@example.org"_s);
        QTest::keyClicks(dialog.findChild<QLineEdit *>(u"password"_s), u"secret"_s); // the button can be pressed
        dialog.show();
        walkThrough(dialog);
    }

    void everythingHasAName_data() { scenes(); }
    void everythingHasAName()
    {
        QFETCH(QString, scene);
        const StagedPanel staged(scene);
        verifyNames(*staged.panel);
        FakeController controller;
        controller.set(sceneOf(scene).status);
        SignInDialog dialog(&controller);
        dialog.show();
        verifyNames(dialog);
        SyncStatusButton button(&controller);
        button.show();
        const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&button);
        QCOMPARE(face->text(QAccessible::Name), StatusText(controller.current).tooltip());
        QCOMPARE(face->role(), QAccessible::ButtonMenu);
        for (const QAction *action : button.syncMenu()->actions())
            QVERIFY(action->isSeparator() || !action->text().isEmpty());
    }

    /// A row is read out as it is seen: title, what it is, how it stands.
    void uploadsAreReadOut()
    {
        const StagedPanel staged(u"uploading"_s);
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(staged.view);
        QVERIFY(table && table->tableInterface());
        QCOMPARE(table->tableInterface()->rowCount(), 8);
        const QString first = table->tableInterface()->cellAt(0, 0)->text(QAccessible::Name);
        for (const QString &part : {u"Northern Line"_s, u"Audio"_s, u"18.9 MB of 38.4 MB"_s})
            QVERIFY2(first.contains(part), qPrintable(first));
    }

    /// The sign is a picture; its words are those beside it.
    void theSignHasWords()
    {
        const StagedPanel staged(u"attention"_s);
        const QString name =
            QAccessible::queryAccessibleInterface(staged.find<QLabel>(u"sign"_s))->text(QAccessible::Name);
        QCOMPARE(name, StatusText(staged.controller.current).accessibleText());
    }

private:
    static void scenes()
    {
        QTest::addColumn<QString>("scene");
        for (const Scene &scene : allScenes())
            QTest::newRow(qPrintable(scene.name)) << scene.name;
    }

    static QString nameOf(const QWidget *widget)
    {
        return QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
    }

    static bool isControl(const QWidget *widget)
    {
        return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget) ||
               qobject_cast<const QSlider *>(widget) || qobject_cast<const QTreeView *>(widget) ||
               qobject_cast<const QTabBar *>(widget) || qobject_cast<const QLineEdit *>(widget) ||
               qobject_cast<const QPlainTextEdit *>(widget);
    }

    /// Presses Tab until it is around; what has the focus shows it.
    static void walkThrough(QWidget &window)
    {
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSet<QWidget *> reached;
        for (int i = 0; i < 40; ++i) {
            QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window, Qt::Key_Tab);
            QWidget *widget = QApplication::focusWidget();
            if (reached.contains(widget) || !window.isAncestorOf(widget))
                continue;
            reached.insert(widget);
            if (qobject_cast<QPlainTextEdit *>(widget))
                continue; // shows its cursor, which blinks
            const QImage focused = widget->grab().toImage();
            widget->clearFocus();
            QVERIFY2(widget->grab().toImage() != focused, qPrintable(nameOf(widget)));
            widget->setFocus(Qt::TabFocusReason);
        }
        for (QWidget *widget : window.findChildren<QWidget *>())
            if (isControl(widget) && widget->isVisible() && widget->isEnabled())
                QVERIFY2(reached.contains(widget), qPrintable(nameOf(widget)));
    }

    /// Name and role of each control, as a screen reader asks for them.
    static void verifyNames(const QWidget &root)
    {
        for (QWidget *widget : root.findChildren<QWidget *>()) {
            if (!widget->isVisible() || !isControl(widget))
                continue;
            const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
            QVERIFY(face);
            QVERIFY2(!face->text(QAccessible::Name).isEmpty(), qPrintable(nameOf(widget)));
            QVERIFY2(rolesOf(widget).contains(face->role()), qPrintable(nameOf(widget)));
        }
    }

    static QList<QAccessible::Role> rolesOf(const QWidget *widget)
    {
        if (qobject_cast<const QCheckBox *>(widget))
            return {QAccessible::CheckBox};
        if (qobject_cast<const QAbstractButton *>(widget))
            return {QAccessible::Button, QAccessible::CheckBox}; // a button that stays down is one that is checked
        if (qobject_cast<const QComboBox *>(widget))
            return {QAccessible::ComboBox};
        if (qobject_cast<const QSlider *>(widget))
            return {QAccessible::Slider};
        if (qobject_cast<const QTreeView *>(widget))
            return {QAccessible::Tree};
        if (qobject_cast<const QTabBar *>(widget))
            return {QAccessible::PageTabList};
        return {QAccessible::EditableText};
    }
};

LUMASYNC_SUITE(QApplication, TestAccessibility)
#include "tst_accessibility.moc"
