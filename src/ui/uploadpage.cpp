// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/uploadpage.h"

#include "ui/contraststyle.h"
#include "ui/emptystate.h"
#include "ui/glyphicon.h"
#include "ui/rateplot.h"
#include "ui/synccontroller.h"
#include "ui/uploaddelegate.h"
#include "ui/uploadmodel.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QTreeView>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace LumaSync {

UploadPage::UploadPage(SyncController *controller, UploadModel *model, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_model(model)
    , m_plot(new RatePlot(this))
    , m_view(new QTreeView(this))
    , m_empty(new EmptyState(u"audio"_s, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_plot);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_view, 1);
    m_plot->hide();
    m_empty->setObjectName(u"emptyUploads"_s);
    setUpView();
    connect(m_plot, &RatePlot::sampleTaken, this, [this] { m_plot->setVisible(!m_plot->isEmpty()); });
    for (auto signal : {&UploadModel::rowsInserted, &UploadModel::rowsRemoved})
        connect(model, signal, this, &UploadPage::updateEmptyText);
    connect(model, &UploadModel::modelReset, this, &UploadPage::updateEmptyText);
    setStatus(controller->status());
}

void UploadPage::setUpView()
{
    auto *delegate = new UploadDelegate(m_view);
    m_view->setObjectName(u"uploadView"_s);
    m_view->setModel(m_model);
    m_view->setItemDelegate(delegate);
    m_view->setHeaderHidden(true);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setItemsExpandable(false);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->header()->setStretchLastSection(true);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->viewport()->installEventFilter(this);
    m_view->installEventFilter(this);
    keepPlace();
    connect(delegate, &UploadDelegate::retryRequested, m_controller, &SyncController::retryUpload);
    connect(delegate, &UploadDelegate::menuRequested, this,
            [this](const QModelIndex &index, const QPoint &position) { openMenu(index.row(), position); });
    connect(m_view, &QTreeView::customContextMenuRequested, this, [this](const QPoint &position) {
        if (const QModelIndex index = m_view->indexAt(position); index.isValid())
            openMenu(index.row(), position);
    });
}

/// Uploads that are done leave the list above what a person looks at; what they look at stays where it is.
void UploadPage::keepPlace()
{
    connect(m_model, &UploadModel::rowsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int last) {
        const QModelIndex top = m_view->indexAt({1, 1});
        const int above = qMin(last + 1, top.row()) - first;
        m_pixelsAbove = top.isValid() && above > 0 ? above * m_view->visualRect(top).height() : 0;
    });
    connect(m_model, &UploadModel::rowsRemoved, m_view, [this] {
        if (m_pixelsAbove > 0)
            m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->value() - m_pixelsAbove);
    });
}

void UploadPage::setStatus(const SyncStatus &status)
{
    m_status = status;
    m_plot->setRate(status.isUploading && !status.upload.isPreparing ? status.upload.bytesPerSecond : 0);
    updateEmptyText();
}

void UploadPage::updateEmptyText()
{
    m_view->setAccessibleName(tr("Uploads"));
    const bool isEmpty = m_model->rowCount() == 0;
    m_view->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    if (m_status.uploadsWaiting + m_status.uploadsFailed + m_status.uploadsExcluded > 0)
        m_empty->setText(tr("Fetching the list…"));
    else if (m_status.state == SyncStatus::State::Starting)
        m_empty->setText(tr("The list appears when the library is open."));
    else
        m_empty->setText(tr("No uploads are waiting."));
}

QMenu *UploadPage::makeMenu(int row)
{
    const UploadRow upload = m_model->row(row);
    auto *menu = new QMenu(this);
    const qint64 id = upload.id;
    const bool isWaiting = upload.isFailed() || upload.isDelayed(QDateTime::currentDateTimeUtc());
    auto *retry = menu->addAction(GlyphIcon::icon(u"refresh"_s), tr("&Retry now"), this,
                                  [this, id] { m_controller->retryUpload(id); });
    retry->setObjectName(u"retry"_s);
    retry->setEnabled(isWaiting && !upload.excluded);
    const bool exclude = !upload.excluded;
    menu->addAction(GlyphIcon::icon(exclude ? u"leave-out"_s : u"include"_s),
                    exclude ? tr("&Leave this track out of the backup") : tr("&Include this track in the backup"), this,
                    [this, id, exclude] { m_controller->setUploadExcluded(id, exclude); })
        ->setObjectName(u"exclude"_s);
    auto *show = menu->addAction(GlyphIcon::icon(u"folder"_s), tr("Show in &file manager"), this,
                                 [this, path = upload.localPath] { showFolder(path); });
    show->setObjectName(u"show"_s);
    show->setEnabled(!upload.localPath.isEmpty());
    menu->addSeparator();
    menu->addAction(GlyphIcon::icon(u"remove"_s), tr("Re&move from the list…"), this,
                    [this, id, title = UploadText(upload).title()] { confirmRemove(id, title); })
        ->setObjectName(u"remove"_s);
    ContrastStyle::follow(menu);
    return menu;
}

void UploadPage::openMenu(int row, const QPoint &position)
{
    QMenu *menu = makeMenu(row);
    connect(menu, &QMenu::aboutToHide, menu, &QObject::deleteLater);
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void UploadPage::confirmRemove(qint64 jobId, const QString &title)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Remove upload"), tr("Remove “%1” from the list?").arg(title),
                                QMessageBox::Cancel, this);
    box->setInformativeText(tr("The file stays on this computer, but it will not be in the backup."));
    box->addButton(tr("&Remove"), QMessageBox::AcceptRole)->setObjectName(u"confirmRemove"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::accepted, m_controller, [this, jobId] { m_controller->removeUpload(jobId); });
    ContrastStyle::follow(box);
    box->open();
}

void UploadPage::showFolder(const QString &path)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
}

bool UploadPage::eventFilter(QObject *watched, QEvent *event)
{
    const int row = m_view->currentIndex().row();
    if (watched == m_view && event->type() == QEvent::KeyPress && row >= 0) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_Menu) {
            openMenu(row, m_view->visualRect(m_view->currentIndex()).center());
            return true;
        }
        if (key->key() == Qt::Key_Delete) {
            confirmRemove(m_model->row(row).id, UploadText(m_model->row(row)).title());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void UploadPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        updateEmptyText();
    QWidget::changeEvent(event);
}

} // namespace LumaSync
