// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/signindialog.h"

#include "ui/contraststyle.h"
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

class SignInDialog::Private
{
public:
    Private(SignInDialog *dialog, SyncController *syncController)
        : q(dialog)
        , controller(syncController)
        , intro(new WrappingLabel(dialog))
        , emailLabel(new QLabel(dialog))
        , email(new QLineEdit(dialog))
        , passwordLabel(new QLabel(dialog))
        , password(new QLineEdit(dialog))
        , problem(new WrappingLabel(dialog))
        , progress(new QProgressBar(dialog))
        , signIn(new PanelButton(dialog))
        , cancel(new PanelButton(dialog))
    {
    }

    void setUpLayout();
    void submit();
    void finish(const Error &answer);
    void setBusy(bool busy);
    void updateButton();
    void retranslate();
    void makeRoom();

    SignInDialog *q;
    SyncController *controller;
    Error error;
    bool isBusy = false;
    WrappingLabel *intro;
    QLabel *emailLabel;
    QLineEdit *email;
    QLabel *passwordLabel;
    QLineEdit *password;
    WrappingLabel *problem;
    QProgressBar *progress;
    PanelButton *signIn;
    PanelButton *cancel;
};

SignInDialog::SignInDialog(SyncController *controller, QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<Private>(this, controller))
{
    ensureTranslations();
    d->setUpLayout();
    for (QLineEdit *edit : {d->email, d->password})
        connect(edit, &QLineEdit::textChanged, this, [this] { d->updateButton(); });
    connect(d->signIn, &QPushButton::clicked, this, [this] { d->submit(); });
    connect(d->cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(controller, &SyncController::signInFinished, this, [this](const Error &error) { d->finish(error); });
    d->retranslate();
    d->setBusy(false);
    ContrastStyle::follow(this);
}

SignInDialog::~SignInDialog() = default;

void SignInDialog::open(SyncController *controller, QWidget *parent)
{
    auto *dialog = new SignInDialog(controller, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->QDialog::open();
}

void SignInDialog::setEmail(const QString &email)
{
    d->email->setText(email);
    d->password->setFocus();
}

void SignInDialog::Private::setUpLayout()
{
    email->setObjectName(u"email"_s);
    email->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase);
    emailLabel->setBuddy(email);
    password->setObjectName(u"password"_s);
    password->setEchoMode(QLineEdit::Password);
    passwordLabel->setBuddy(password);
    problem->setObjectName(u"problem"_s);
    progress->setRange(0, 0);
    progress->setTextVisible(false);
    progress->setMaximumHeight(6);
    signIn->setObjectName(u"signIn"_s);
    signIn->setDefault(true);
    cancel->setAutoDefault(false);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(signIn);
    auto *layout = new QVBoxLayout(q);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(6);
    layout->addWidget(intro);
    layout->addSpacing(6);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{emailLabel, email, passwordLabel, password, problem, progress})
        layout->addWidget(widget);
    layout->addStretch();
    layout->addSpacing(8);
    layout->addLayout(buttons);
    q->setMinimumWidth(360);
}

void SignInDialog::Private::submit()
{
    error = {};
    setBusy(true);
    controller->signIn(email->text().trimmed(), password->text());
}

void SignInDialog::Private::finish(const Error &answer)
{
    if (!isBusy)
        return;
    error = answer;
    setBusy(false);
    if (!answer.isError()) {
        password->clear();
        q->accept();
        return;
    }
    password->setFocus();
    password->selectAll();
}

void SignInDialog::Private::setBusy(bool busy)
{
    isBusy = busy;
    email->setEnabled(!busy);
    password->setEnabled(!busy);
    // Keeps its place: the dialog must not jump.
    QSizePolicy policy = progress->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    progress->setSizePolicy(policy);
    progress->setVisible(busy);
    updateButton();
    retranslate();
}

void SignInDialog::Private::updateButton()
{
    signIn->setEnabled(!isBusy && email->text().contains(u'@') && !password->text().isEmpty());
}

void SignInDialog::Private::retranslate()
{
    q->setWindowTitle(SignInDialog::tr("Sign in"));
    intro->setText(SignInDialog::tr("Sign in to back up your work. It stays on this computer, too."));
    emailLabel->setText(SignInDialog::tr("&E-mail address"));
    passwordLabel->setText(SignInDialog::tr("&Password"));
    signIn->setText(SignInDialog::tr("&Sign in"));
    cancel->setText(SignInDialog::tr("Cancel"));
    progress->setAccessibleName(SignInDialog::tr("Signing in"));
    const bool isWrong = error.isError() && error.kind != Error::Kind::Canceled;
    problem->setVisible(isWrong);
    if (!isWrong)
        return;
    problem->setText(ProblemText::title(error) % u'\n' % ProblemText::advice(error));
    QPalette colors = q->palette();
    colors.setColor(QPalette::WindowText, Theme::of(colors).warning);
    problem->setPalette(colors);
    makeRoom();
}

/// The layout does not: how high wrapped words are is not known to a window.
void SignInDialog::Private::makeRoom()
{
    const int needed = q->layout()->totalHeightForWidth(q->width());
    if (q->isVisible() && needed > q->height())
        q->resize(q->width(), needed);
}

void SignInDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        d->retranslate();
    QDialog::changeEvent(event);
}

} // namespace LumaSync
