// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// For those who do without a mouse, without eyes, or without shades.
#include "stage.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QSlider>
#include <QTabBar>
#include <QTreeView>

using namespace LumaSync;
using namespace Qt::StringLiterals;

class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setStage(); }

    void keyboardReachesEverything()
    {
        for (const QString &name : {u"failed-uploads"_s, u"attention"_s, u"settings"_s}) {
            StagedPanel f(name);
            f.panel->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(f.panel.get()));
            QSet<QWidget *> reached;
            for (int i = 0; i < 60; ++i) {
                QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : f.panel.get(), Qt::Key_Tab);
                QWidget *widget = QApplication::focusWidget();
                if (reached.contains(widget) || !f.panel->isAncestorOf(widget))
                    continue;
                reached.insert(widget);
                if (qobject_cast<QPlainTextEdit *>(widget))
                    continue; // shows its cursor, which blinks
                // It can be seen where the focus is.
                const QImage focused = widget->grab().toImage();
                widget->clearFocus();
                QVERIFY2(widget->grab().toImage() != focused,
                         qPrintable(name + u' ' + QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                                    widget->objectName()));
                widget->setFocus(Qt::TabFocusReason);
            }
            for (QWidget *widget : f.panel->findChildren<QWidget *>()) {
                const bool isControl = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) ||
                                       qobject_cast<QSlider *>(widget) || qobject_cast<QTreeView *>(widget) ||
                                       qobject_cast<QTabBar *>(widget);
                if (isControl && widget->isVisible() && widget->isEnabled())
                    QVERIFY2(reached.contains(widget), qPrintable(name + u' ' + widget->objectName()));
            }
        }
    }

    void everythingHasAName()
    {
        for (const Scene &situation : allScenes()) {
            StagedPanel f(situation);
            for (QWidget *widget : f.panel->findChildren<QWidget *>()) {
                if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                    continue;
                QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
                QVERIFY(face);
                QVERIFY(face->role() != QAccessible::NoRole);
                const bool isContainer =
                    qobject_cast<QAbstractScrollArea *>(widget) && !widget->objectName().startsWith(u"upload"_s);
                QVERIFY2(isContainer || !face->text(QAccessible::Name).isEmpty(),
                         qPrintable(situation.name + u": "_s + QString::fromLatin1(widget->metaObject()->className()) +
                                    u' ' + widget->objectName()));
            }
        }
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
