// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/signindialog.h"

#include "ui/panelbutton.h"
#include "ui/problemtext.h"
#include "ui/synccontroller.h"
#include "ui/theme.h"
#include "ui/translations_p.h"
#include "ui/wrappinglabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace LumaSync {

SignInDialog::SignInDialog(SyncController *controller, QWidget *parent)
    : QDialog(parent)
    , m_controller(controller)
    , m_intro(new WrappingLabel(this))
    , m_emailLabel(new QLabel(this))
    , m_email(new QLineEdit(this))
    , m_passwordLabel(new QLabel(this))
    , m_password(new QLineEdit(this))
    , m_problem(new WrappingLabel(this))
    , m_progress(new QProgressBar(this))
    , m_signIn(new PanelButton(this))
    , m_cancel(new PanelButton(this))
{
    ensureTranslations();
    setUpLayout();
    for (QLineEdit *edit : {m_email, m_password})
        connect(edit, &QLineEdit::textChanged, this, &SignInDialog::updateButton);
    connect(m_signIn, &QPushButton::clicked, this, &SignInDialog::submit);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(controller, &SyncController::signInFinished, this, &SignInDialog::finish);
    retranslate();
    setBusy(false);
}

void SignInDialog::open(SyncController *controller, QWidget *parent)
{
    auto *dialog = new SignInDialog(controller, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->QDialog::open();
}

void SignInDialog::setUpLayout()
{
    m_email->setObjectName(u"email"_s);
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase);
    m_emailLabel->setBuddy(m_email);
    m_password->setObjectName(u"password"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_passwordLabel->setBuddy(m_password);
    m_problem->setObjectName(u"problem"_s);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(6);
    m_signIn->setObjectName(u"signIn"_s);
    m_signIn->setDefault(true);
    m_cancel->setAutoDefault(false);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_signIn);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(6);
    layout->addWidget(m_intro);
    layout->addSpacing(6);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_emailLabel, m_email, m_passwordLabel, m_password, m_problem, m_progress})
        layout->addWidget(widget);
    layout->addStretch();
    layout->addSpacing(8);
    layout->addLayout(buttons);
    setMinimumWidth(360);
}

void SignInDialog::setEmail(const QString &email)
{
    m_email->setText(email);
    m_password->setFocus();
}

void SignInDialog::submit()
{
    m_error = {};
    setBusy(true);
    m_controller->signIn(m_email->text().trimmed(), m_password->text());
}

void SignInDialog::finish(const Error &error)
{
    if (!m_isBusy)
        return;
    m_error = error;
    setBusy(false);
    if (!error.isError()) {
        m_password->clear();
        accept();
        return;
    }
    m_password->setFocus();
    m_password->selectAll();
}

void SignInDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    m_email->setEnabled(!busy);
    m_password->setEnabled(!busy);
    // Keeps its place: the dialog must not jump.
    QSizePolicy policy = m_progress->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(policy);
    m_progress->setVisible(busy);
    updateButton();
    retranslate();
}

void SignInDialog::updateButton()
{
    m_signIn->setEnabled(!m_isBusy && m_email->text().contains(u'@') && !m_password->text().isEmpty());
}

void SignInDialog::retranslate()
{
    setWindowTitle(tr("Sign in"));
    m_intro->setText(tr("Sign in to back up your work. It stays on this computer, too."));
    m_emailLabel->setText(tr("&E-mail address"));
    m_passwordLabel->setText(tr("&Password"));
    m_signIn->setText(tr("&Sign in"));
    m_cancel->setText(tr("Cancel"));
    m_progress->setAccessibleName(tr("Signing in"));
    const bool isWrong = m_error.isError() && m_error.kind != Error::Kind::Canceled;
    m_problem->setVisible(isWrong);
    if (!isWrong)
        return;
    m_problem->setText(ProblemText::title(m_error) % u'\n' % ProblemText::advice(m_error));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, Theme::of(colors).warning);
    m_problem->setPalette(colors);
}

void SignInDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace LumaSync
