// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "trackview.h"

#include "trackmodel.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QHeaderView>
#include <QMimeData>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace Luma {

namespace {

constexpr int cellPadding = 8;

/// Rows with air around the cover and a line below; an editor that is as high as a line.
class RowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem cell = option;
        QApplication::style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, option.widget);
        QColor line = option.palette.color(QPalette::Text);
        line.setAlphaF(0.08F);
        painter->fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, line);
        cell.rect.adjust(cellPadding, 0, -cellPadding, -1);
        QStyledItemDelegate::paint(painter, cell, index);
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width() + 2 * cellPadding, 60};
    }
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override
    {
        QStyledItemDelegate::updateEditorGeometry(editor, option, index);
        QRect line = editor->geometry();
        const int height = editor->sizeHint().height();
        line.setTop(line.top() + (line.height() - height) / 2);
        line.setHeight(height);
        editor->setGeometry(line);
    }
};

class TrackProxy : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        const auto *tracks = static_cast<const TrackModel *>(sourceModel());
        return tracks->isLess(left.row(), right.row(), left.column());
    }
};

QStringList audioPaths(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls())
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    return paths;
}

} // namespace

TrackView::TrackView(TrackModel *model, QWidget *parent)
    : QTreeView(parent)
    , m_proxy(new TrackProxy(this))
{
    m_proxy->setSourceModel(model);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setFilterKeyColumn(-1);
    setModel(m_proxy);
    setItemDelegate(new RowDelegate(this));
    setObjectName(u"tracks"_s);
    setAccessibleName(tr("Tracks"));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setIconSize({48, 48});
    setSelectionMode(ExtendedSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed);
    setSortingEnabled(true);
    sortByColumn(TrackModel::Artist, Qt::AscendingOrder);
    setVerticalScrollMode(ScrollPerPixel);
    setFrameShape(NoFrame);
    setAcceptDrops(true);
    viewport()->setAcceptDrops(true);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->setHighlightSections(false);
    header()->setStyleSheet(u"QHeaderView::section { background: palette(base); border: none; padding: 8px;"
                            "border-bottom: 1px solid palette(midlight); }"_s);
}

void TrackView::setFilter(const QString &text)
{
    m_proxy->setFilterFixedString(text);
}

QList<qint64> TrackView::selectedIds() const
{
    QList<qint64> ids;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        ids.append(index.data(TrackModel::IdRole).toLongLong());
    return ids;
}

void TrackView::editSelected()
{
    if (currentIndex().isValid())
        edit(currentIndex().siblingAtColumn(qMin<int>(currentIndex().column(), TrackModel::Album)));
}

void TrackView::shareColumns()
{
    const int time = fontMetrics().horizontalAdvance(u"0:00:00"_s) + 32;
    const int backup = fontMetrics().horizontalAdvance(u"in the cloud"_s) + 32;
    const int rest = viewport()->width() - time - backup;
    setColumnWidth(TrackModel::Title, rest * 44 / 100);
    setColumnWidth(TrackModel::Artist, rest * 28 / 100);
    setColumnWidth(TrackModel::Album, rest - rest * 44 / 100 - rest * 28 / 100);
    setColumnWidth(TrackModel::Duration, time);
    setColumnWidth(TrackModel::Backup, backup);
}

void TrackView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    shareColumns();
}

void TrackView::paintEvent(QPaintEvent *event)
{
    QTreeView::paintEvent(event);
    if (m_isDropping)
        paintInvitation(tr("Drop to import"), tr("Your files stay where they are."));
    else if (m_proxy->sourceModel()->rowCount() == 0)
        paintInvitation(tr("Drop music here"), tr("Files or folders, or choose Import."));
}

void TrackView::paintInvitation(const QString &headline, const QString &hint)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = palette().color(QPalette::Base);
    veil.setAlphaF(m_isDropping ? 0.92F : 0.0F);
    painter.fillRect(viewport()->rect(), veil);
    const QRectF frame = QRectF(viewport()->rect()).adjusted(24, 24, -24, -24);
    QPen pen(palette().color(m_isDropping ? QPalette::Highlight : QPalette::Mid), 2, Qt::DashLine);
    painter.setPen(pen);
    painter.drawRoundedRect(frame, 14, 14);
    QFont font = this->font();
    font.setPointSizeF(font.pointSizeF() * 1.7);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(palette().color(QPalette::Text));
    const int middle = static_cast<int>(frame.center().y());
    painter.drawText(QRect(viewport()->rect().left(), middle - 40, viewport()->width(), 40), Qt::AlignCenter, headline);
    painter.setFont(this->font());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(QRect(viewport()->rect().left(), middle, viewport()->width(), 30), Qt::AlignCenter, hint);
}

void TrackView::dragEnterEvent(QDragEnterEvent *event)
{
    if (audioPaths(event->mimeData()).isEmpty())
        return;
    m_isDropping = true;
    viewport()->update();
    event->acceptProposedAction();
}

void TrackView::dragMoveEvent(QDragMoveEvent *event)
{
    event->acceptProposedAction();
}

void TrackView::dragLeaveEvent(QDragLeaveEvent *)
{
    m_isDropping = false;
    viewport()->update();
}

void TrackView::dropEvent(QDropEvent *event)
{
    m_isDropping = false;
    viewport()->update();
    event->acceptProposedAction();
    Q_EMIT dropped(audioPaths(event->mimeData()));
}

} // namespace Luma
