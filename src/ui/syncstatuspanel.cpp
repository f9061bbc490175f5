// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/syncstatuspanel.h"

#include "ui/attentionmodel.h"
#include "ui/attentionpage.h"
#include "ui/contraststyle.h"
#include "ui/counttile.h"
#include "ui/format.h"
#include "ui/pagetabs.h"
#include "ui/settingspage.h"
#include "ui/signindialog.h"
#include "ui/statusheader.h"
#include "ui/statustext.h"
#include "ui/synccontroller.h"
#include "ui/translations_p.h"
#include "ui/uploadmodel.h"
#include "ui/uploadpage.h"

#include <QGridLayout>
#include <QMetaMethod>
#include <QShowEvent>
#include <QStackedWidget>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace LumaSync {

namespace {

/// Whether the lists behind the counts may differ.
bool mayListsDiffer(const SyncStatus &a, const SyncStatus &b)
{
    return a.uploadsWaiting != b.uploadsWaiting || a.uploadsFailed != b.uploadsFailed ||
           a.uploadsExcluded != b.uploadsExcluded || a.rowsRefused != b.rowsRefused || a.state != b.state ||
           a.isUploading != b.isUploading || a.upload.jobId != b.upload.jobId;
}

} // namespace

class SyncStatusPanel::Private
{
public:
    Private(SyncStatusPanel *panel, SyncController *syncController)
        : q(panel)
        , controller(syncController)
        , uploads(new UploadModel(panel))
        , attention(new AttentionModel(panel))
        , fetchTimer(new QTimer(panel))
    {
    }

    void setUpLayout();
    void setStatus(const SyncStatus &next);
    void setItems(const QList<UploadItem> &waiting, const QList<RefusedRow> &refused);
    void signIn();
    void retranslate();

    SyncStatusPanel *q;
    SyncController *controller;
    SyncStatus status;
    UploadModel *uploads;
    AttentionModel *attention;
    StatusHeader *header = nullptr;
    CountTile *rowsTile = nullptr;
    CountTile *uploadsTile = nullptr;
    CountTile *refusedTile = nullptr;
    CountTile *failedTile = nullptr;
    PageTabs *tabs = nullptr;
    QStackedWidget *pages = nullptr;
    UploadPage *uploadPage = nullptr;
    SettingsPage *settingsPage = nullptr;
    QTimer *fetchTimer;
};

SyncStatusPanel::SyncStatusPanel(SyncController *controller, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, controller))
{
    ensureTranslations();
    d->setUpLayout();
    d->fetchTimer->setSingleShot(true);
    d->fetchTimer->setInterval(1s); // however often the counts change
    connect(d->fetchTimer, &QTimer::timeout, controller, &SyncController::listItems);
    connect(controller, &SyncController::statusChanged, this,
            [this](const SyncStatus &status) { d->setStatus(status); });
    connect(
        controller, &SyncController::itemsListed, this,
        [this](const QList<UploadItem> &uploads, const QList<RefusedRow> &refused) { d->setItems(uploads, refused); });
    d->retranslate();
    d->setStatus(controller->status());
    ContrastStyle::follow(this);
}

SyncStatusPanel::~SyncStatusPanel() = default;

QSize SyncStatusPanel::sizeHint() const
{
    return {420, 600};
}

void SyncStatusPanel::showPage(Page page)
{
    d->tabs->setCurrentIndex(static_cast<int>(page));
}

void SyncStatusPanel::Private::setUpLayout()
{
    header = new StatusHeader(controller, q);
    rowsTile = new CountTile(q);
    uploadsTile = new CountTile(q);
    refusedTile = new CountTile(q);
    failedTile = new CountTile(q);
    tabs = new PageTabs(q);
    tabs->setObjectName(u"pages"_s);
    pages = new QStackedWidget(q);
    uploadPage = new UploadPage(controller, uploads, pages);
    auto *attentionPage = new AttentionPage(controller, attention, pages);
    settingsPage = new SettingsPage(controller, pages);
    for (QWidget *page : std::initializer_list<QWidget *>{uploadPage, attentionPage, settingsPage}) {
        tabs->addTab(QString());
        pages->addWidget(page);
    }
    QObject::connect(tabs, &QTabBar::currentChanged, pages, &QStackedWidget::setCurrentIndex);

    auto *tiles = new QGridLayout;
    tiles->setSpacing(8);
    tiles->addWidget(rowsTile, 0, 0);
    tiles->addWidget(uploadsTile, 0, 1);
    tiles->addWidget(refusedTile, 1, 0);
    tiles->addWidget(failedTile, 1, 1);
    tiles->setColumnStretch(0, 1);
    tiles->setColumnStretch(1, 1);
    auto *layout = new QVBoxLayout(q);
    layout->setContentsMargins(12, 12, 12, 8);
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addSpacing(12);
    layout->addLayout(tiles);
    layout->addSpacing(6);
    layout->addWidget(tabs);
    layout->addWidget(pages, 1);
    QObject::connect(header, &StatusHeader::signInRequested, q, [this] { signIn(); });
    QObject::connect(attentionPage, &AttentionPage::signInRequested, q, [this] { signIn(); });
}

void SyncStatusPanel::Private::setStatus(const SyncStatus &next)
{
    const bool fetch = mayListsDiffer(next, status);
    status = next;
    header->setStatus(status);
    uploads->setStatus(status);
    attention->setStatus(status);
    uploadPage->setStatus(status);
    settingsPage->setSignedIn(status.state != SyncStatus::State::SignedOut);
    rowsTile->setCount(status.rowsWaiting);
    uploadsTile->setCount(status.uploadsWaiting);
    refusedTile->setCount(status.rowsRefused, status.rowsRefused > 0);
    failedTile->setCount(status.uploadsFailed, status.uploadsFailed > 0);
    retranslate();
    if (fetch && q->isVisible() && !fetchTimer->isActive())
        fetchTimer->start();
}

void SyncStatusPanel::Private::setItems(const QList<UploadItem> &waiting, const QList<RefusedRow> &refused)
{
    uploads->setItems(waiting);
    attention->setItems(waiting, refused);
}

void SyncStatusPanel::Private::signIn()
{
    if (q->isSignalConnected(QMetaMethod::fromSignal(&SyncStatusPanel::signInRequested)))
        Q_EMIT q->signInRequested();
    else
        SignInDialog::open(controller, q->window());
}

void SyncStatusPanel::Private::retranslate()
{
    q->setWindowTitle(SyncStatusPanel::tr("Sync status"));
    tabs->setAccessibleName(SyncStatusPanel::tr("Pages"));
    // The number stands beside its caption.
    rowsTile->setCaption(SyncStatusPanel::tr("change(s) waiting", nullptr, Format::plural(status.rowsWaiting)));
    const int plural = Format::plural(status.uploadsWaiting);
    const QString bytes = Format::bytes(status.bytesWaiting).replace(u' ', QChar::Nbsp); // stays in one line
    uploadsTile->setCaption(status.bytesWaiting > 0
                                ? SyncStatusPanel::tr("upload(s) waiting, %1", nullptr, plural).arg(bytes)
                                : SyncStatusPanel::tr("upload(s) waiting", nullptr, plural));
    refusedTile->setCaption(SyncStatusPanel::tr("change(s) not accepted", nullptr, Format::plural(status.rowsRefused)));
    failedTile->setCaption(SyncStatusPanel::tr("upload(s) failed", nullptr, Format::plural(status.uploadsFailed)));
    tabs->setText(static_cast<int>(Page::Uploads), SyncStatusPanel::tr("Uploads"));
    const qint64 problems = StatusText::attentionCount(status);
    tabs->setText(static_cast<int>(Page::Attention),
                  problems > 0 ? SyncStatusPanel::tr("Attention (%1)").arg(QLocale().toString(problems))
                               : SyncStatusPanel::tr("Attention"));
    tabs->setText(static_cast<int>(Page::Settings), SyncStatusPanel::tr("Settings"));
}

void SyncStatusPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous())
        d->controller->listItems();
}

void SyncStatusPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        d->retranslate();
    QWidget::changeEvent(event);
}

} // namespace LumaSync
