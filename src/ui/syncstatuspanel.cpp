// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/syncstatuspanel.h"

#include "ui/attentionmodel.h"
#include "ui/attentionpage.h"
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

SyncStatusPanel::SyncStatusPanel(SyncController *controller, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_uploads(new UploadModel(this))
    , m_attention(new AttentionModel(this))
    , m_fetchTimer(new QTimer(this))
{
    ensureTranslations();
    setUpLayout();
    m_fetchTimer->setSingleShot(true);
    m_fetchTimer->setInterval(1s); // however often the counts change
    connect(m_fetchTimer, &QTimer::timeout, this, &SyncStatusPanel::fetchItems);
    connect(controller, &SyncController::statusChanged, this, &SyncStatusPanel::setStatus);
    connect(controller, &SyncController::itemsListed, this, &SyncStatusPanel::setItems);
    retranslate();
    setStatus(controller->status());
}

void SyncStatusPanel::setUpLayout()
{
    m_header = new StatusHeader(m_controller, this);
    m_rowsTile = new CountTile(this);
    m_uploadsTile = new CountTile(this);
    m_refusedTile = new CountTile(this);
    m_failedTile = new CountTile(this);
    m_tabs = new PageTabs(this);
    m_tabs->setObjectName(u"pages"_s);
    m_pages = new QStackedWidget(this);
    m_uploadPage = new UploadPage(m_controller, m_uploads, m_pages);
    auto *attentionPage = new AttentionPage(m_controller, m_attention, m_pages);
    m_settingsPage = new SettingsPage(m_controller, m_pages);
    for (QWidget *page : std::initializer_list<QWidget *>{m_uploadPage, attentionPage, m_settingsPage}) {
        m_tabs->addTab(QString());
        m_pages->addWidget(page);
    }
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);

    auto *tiles = new QGridLayout;
    tiles->setSpacing(8);
    tiles->addWidget(m_rowsTile, 0, 0);
    tiles->addWidget(m_uploadsTile, 0, 1);
    tiles->addWidget(m_refusedTile, 1, 0);
    tiles->addWidget(m_failedTile, 1, 1);
    tiles->setColumnStretch(0, 1);
    tiles->setColumnStretch(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 8);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addSpacing(12);
    layout->addLayout(tiles);
    layout->addSpacing(6);
    layout->addWidget(m_tabs);
    layout->addWidget(m_pages, 1);
    connect(m_header, &StatusHeader::signInRequested, this, &SyncStatusPanel::signIn);
    connect(attentionPage, &AttentionPage::signInRequested, this, &SyncStatusPanel::signIn);
}

QSize SyncStatusPanel::sizeHint() const
{
    return {420, 600};
}

void SyncStatusPanel::setStatus(const SyncStatus &status)
{
    const bool fetch = mayListsDiffer(status, m_status);
    m_status = status;
    m_header->setStatus(status);
    m_uploads->setStatus(status);
    m_attention->setStatus(status);
    m_uploadPage->setStatus(status);
    m_settingsPage->setSignedIn(status.state != SyncStatus::State::SignedOut);
    m_rowsTile->setCount(status.rowsWaiting);
    m_uploadsTile->setCount(status.uploadsWaiting);
    m_refusedTile->setCount(status.rowsRefused, status.rowsRefused > 0);
    m_failedTile->setCount(status.uploadsFailed, status.uploadsFailed > 0);
    retranslate();
    if (fetch && isVisible() && !m_fetchTimer->isActive())
        m_fetchTimer->start();
}

void SyncStatusPanel::setItems(const QList<UploadItem> &uploads, const QList<RefusedRow> &refused)
{
    m_uploads->setItems(uploads);
    m_attention->setItems(uploads, refused);
}

void SyncStatusPanel::fetchItems()
{
    m_controller->listItems();
}

void SyncStatusPanel::showPage(Page page)
{
    m_tabs->setCurrentIndex(static_cast<int>(page));
}

void SyncStatusPanel::signIn()
{
    if (isSignalConnected(QMetaMethod::fromSignal(&SyncStatusPanel::signInRequested)))
        Q_EMIT signInRequested();
    else
        SignInDialog::open(m_controller, window());
}

void SyncStatusPanel::retranslate()
{
    setWindowTitle(tr("Sync status"));
    m_tabs->setAccessibleName(tr("Pages"));
    // The number stands beside its caption.
    m_rowsTile->setCaption(tr("change(s) waiting", nullptr, Format::plural(m_status.rowsWaiting)));
    const int uploads = Format::plural(m_status.uploadsWaiting);
    const QString bytes = Format::bytes(m_status.bytesWaiting).replace(u' ', QChar::Nbsp); // stays in one line
    m_uploadsTile->setCaption(m_status.bytesWaiting > 0 ? tr("upload(s) waiting, %1", nullptr, uploads).arg(bytes)
                                                        : tr("upload(s) waiting", nullptr, uploads));
    m_refusedTile->setCaption(tr("change(s) not accepted", nullptr, Format::plural(m_status.rowsRefused)));
    m_failedTile->setCaption(tr("upload(s) failed", nullptr, Format::plural(m_status.uploadsFailed)));
    m_tabs->setText(static_cast<int>(Page::Uploads), tr("Uploads"));
    const qint64 attention = StatusText::attentionCount(m_status);
    m_tabs->setText(static_cast<int>(Page::Attention),
                    attention > 0 ? tr("Attention (%1)").arg(QLocale().toString(attention)) : tr("Attention"));
    m_tabs->setText(static_cast<int>(Page::Settings), tr("Settings"));
}

void SyncStatusPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous())
        fetchItems();
}

void SyncStatusPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace LumaSync
