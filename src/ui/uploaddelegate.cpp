// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/uploaddelegate.h"

#include "ui/glyphicon.h"
#include "ui/theme.h"
#include "ui/uploadmodel.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr int rowMargin = 8;
constexpr int kindSide = 32;
constexpr int buttonSide = 26;
constexpr int barHeight = 4;

QString glyphFor(const QString &kind)
{
    if (kind == "artwork_thumb"_L1)
        return u"cover"_s;
    return kind == "analysis_package"_L1 ? u"analysis"_s : u"audio"_s;
}

QRect visual(const QStyleOptionViewItem &option, const QRect &rect)
{
    return QStyle::visualRect(option.direction, option.rect, rect);
}

/// On the baseline of the row's font, whichever fonts the characters come from.
void drawLine(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect, const QString &text,
              Qt::Alignment side)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
    const QRect place = visual(option, rect);
    const bool atRight = QStyle::visualAlignment(option.direction, side) & Qt::AlignRight;
    const int left = atRight ? place.right() + 1 - metrics.horizontalAdvance(shown) : place.left();
    painter->drawText(QPoint(left, place.top() + option.fontMetrics.ascent()), shown);
}

} // namespace

QSize UploadDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int text = 2 * option.fontMetrics.height() + 2 + 6 + barHeight;
    return {200, qMax(text, kindSide) + 2 * rowMargin};
}

QRect UploadDelegate::textArea(const QStyleOptionViewItem &option)
{
    const QRect inner = option.rect.adjusted(rowMargin, rowMargin, -rowMargin, -rowMargin);
    return {inner.left() + kindSide + 10, inner.top(), inner.width() - kindSide - 10 - buttonSide - 4,
            2 * option.fontMetrics.height() + 2};
}

QRect UploadDelegate::menuRect(const QStyleOptionViewItem &option) const
{
    const QRect rect(option.rect.right() - rowMargin - buttonSide + 1, option.rect.top() + rowMargin, buttonSide,
                     buttonSide);
    return visual(option, rect);
}

QRect UploadDelegate::retryRect(const QStyleOptionViewItem &option, const UploadRow &row) const
{
    if (row.excluded || (!row.isFailed() && !row.isDelayed(QDateTime::currentDateTimeUtc())))
        return {};
    const QRect area = textArea(option);
    const int width = option.fontMetrics.horizontalAdvance(tr("Retry now")) + 2;
    return visual(option, {area.right() - width + 1, area.top(), width, option.fontMetrics.height()});
}

void UploadDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto row = index.data(UploadModel::RowRole).value<UploadRow>();
    QStyleOptionViewItem panel = option;
    initStyleOption(&panel, index);
    panel.text.clear();
    QApplication::style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &panel, painter, option.widget);

    Theme theme = Theme::of(option.palette);
    if (option.state & QStyle::State_Selected) {
        const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
        theme.text = theme.muted = theme.accent = theme.warning =
            option.palette.color(group, QPalette::HighlightedText);
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintKind(painter, option, row, theme);
    paintLines(painter, option, row, theme);
    paintProgress(painter, option, row, theme);
    GlyphIcon::paint(painter, QRectF(menuRect(option)).adjusted(3, 3, -3, -3), u"more"_s, theme.muted);
    painter->restore();
    if (option.state & QStyle::State_HasFocus) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(theme.accent, 2));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4);
        painter->restore();
    }
}

void UploadDelegate::paintKind(QPainter *painter, const QStyleOptionViewItem &option, const UploadRow &row,
                               const Theme &theme) const
{
    const QRect inner = option.rect.adjusted(rowMargin, rowMargin, -rowMargin, -rowMargin);
    const QRect tile = visual(option, {inner.left(), inner.top() + 1, kindSide, kindSide});
    if (!(option.state & QStyle::State_Selected)) {
        QColor wash = row.isFailed() ? theme.warning : row.isCurrent ? theme.accent : theme.muted;
        wash.setAlphaF(0.13F);
        painter->setPen(Qt::NoPen);
        painter->setBrush(wash);
        painter->drawRoundedRect(tile, 6, 6);
    }
    const QString glyph = row.isFailed() ? u"attention"_s : row.excluded ? u"leave-out"_s : glyphFor(row.kind);
    const QColor color = row.isFailed() ? theme.warning : row.isCurrent ? theme.accent : theme.muted;
    GlyphIcon::paint(painter, QRectF(tile).adjusted(6, 6, -6, -6), glyph, color);
}

void UploadDelegate::paintLines(QPainter *painter, const QStyleOptionViewItem &option, const UploadRow &row,
                                const Theme &theme) const
{
    const UploadText text(row);
    const QRect area = textArea(option);
    const int lineHeight = option.fontMetrics.height();

    // First line: title, and at the other end the way out or the time left.
    const bool canRetry = !retryRect(option, row).isEmpty();
    const QString extra = canRetry ? tr("Retry now") : text.remaining();
    painter->setFont(option.font);
    const int extraWidth = extra.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(extra) + 2;
    const QRect first(area.left(), area.top(), area.width(), lineHeight);
    if (extraWidth > 0) {
        QFont font = option.font;
        font.setUnderline(canRetry);
        painter->setFont(font);
        painter->setPen(canRetry ? theme.accent : theme.muted);
        drawLine(painter, option, first.adjusted(area.width() - extraWidth, 0, 0, 0), extra, Qt::AlignRight);
    }
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    painter->setFont(bold);
    painter->setPen(row.excluded ? theme.muted : theme.text);
    drawLine(painter, option, first.adjusted(0, 0, extraWidth > 0 ? -extraWidth - textGap : 0, 0), text.title(),
             Qt::AlignLeft);

    // Second line: what it is, and what it does.
    painter->setFont(option.font);
    const QRect second = first.translated(0, lineHeight + 2);
    const QString description = text.description();
    const QString state = text.state();
    const int widths = option.fontMetrics.horizontalAdvance(description) + option.fontMetrics.horizontalAdvance(state);
    if (widths + textGap <= second.width()) { // the sign says what kind it is, too
        painter->setPen(theme.muted);
        drawLine(painter, option, second, description, Qt::AlignLeft);
    }
    painter->setPen(row.isFailed() ? theme.warning : theme.muted);
    drawLine(painter, option, second, state, Qt::AlignRight);
}

void UploadDelegate::paintProgress(QPainter *painter, const QStyleOptionViewItem &option, const UploadRow &row,
                                   const Theme &theme) const
{
    const QRect area = textArea(option);
    const QRect bar(area.left(), area.bottom() + 6, area.width(), barHeight);
    const double fraction = row.fraction();
    if (theme.isHighContrast) {
        painter->setPen(theme.text);
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(visual(option, bar)).adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5);
    } else { // quiet as long as there is nothing to read off it: what moves is to be seen first
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        QColor track = isSelected ? theme.text : theme.line;
        track.setAlphaF(isSelected ? 0.3F : fraction > 0 ? 1.0F : 0.5F);
        painter->setPen(Qt::NoPen);
        painter->setBrush(track);
        painter->drawRoundedRect(visual(option, bar), 2, 2);
    }
    if (fraction <= 0)
        return;
    QRect done = bar;
    done.setWidth(qMax(barHeight, qRound(bar.width() * fraction)));
    painter->setPen(Qt::NoPen);
    painter->setBrush(row.isFailed() ? theme.warning : row.isCurrent ? theme.accent : theme.muted);
    painter->drawRoundedRect(visual(option, done), 2, 2);
}

bool UploadDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const auto row = index.data(UploadModel::RowRole).value<UploadRow>();
        if (mouse->button() == Qt::LeftButton && retryRect(option, row).contains(mouse->pos())) {
            Q_EMIT retryRequested(row.id);
            return true;
        }
        if (mouse->button() == Qt::LeftButton && menuRect(option).contains(mouse->pos())) {
            Q_EMIT menuRequested(index, menuRect(option).center());
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

} // namespace LumaSync
