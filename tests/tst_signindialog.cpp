// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "stage.h"
#include "suite.h"
#include "ui/signindialog.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace LumaSync;
using namespace Qt::StringLiterals;

class TestSignInDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setStage(); }

    void signIn()
    {
        StagedPanel f(u"signed-out"_s);
        f.click(u"signInButton"_s);
        auto *dialog = f.find<SignInDialog>();
        QVERIFY(dialog);
        auto *button = dialog->findChild<QPushButton *>(u"signIn"_s);
        QVERIFY(!button->isEnabled());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"email"_s), u"mara@example.org"_s);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"password"_s), u"wrong"_s);
        QTest::keyClick(dialog->findChild<QLineEdit *>(u"password"_s), Qt::Key_Return);
        QCOMPARE(f.controller.commands, QStringList{u"signIn mara@example.org wrong"_s});
        QVERIFY(!button->isEnabled()); // one at a time
        Q_EMIT f.controller.signInFinished({Error::Kind::Credentials, 400, {}, {}, {}});
        auto *problem = dialog->findChild<QLabel *>(u"problem"_s);
        QVERIFY(problem->isVisible());
        QVERIFY(problem->text().startsWith(u"E-mail address or password is wrong"_s));
        QTest::mouseClick(button, Qt::LeftButton);
        QSignalSpy accepted(dialog, &QDialog::accepted);
        Q_EMIT f.controller.signInFinished({});
        QCOMPARE(accepted.size(), 1);
    }

    void theHostMayAskItself()
    {
        StagedPanel f(u"signed-out"_s);
        QSignalSpy requested(f.panel.get(), &SyncStatusPanel::signInRequested);
        f.click(u"signInButton"_s);
        QCOMPARE(requested.size(), 1);
        QVERIFY(!f.find<SignInDialog>());
    }
};

LUMASYNC_SUITE(QApplication, TestSignInDialog)
#include "tst_signindialog.moc"
