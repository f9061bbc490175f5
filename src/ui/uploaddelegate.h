// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace LumaSync {

struct UploadRow;
struct Theme;

/// Draws one row of the upload list: kind, title, size, what it does now, progress, and the places to click on.
/// Mirrored for right-to-left languages. Thread: GUI. Owner: the upload page.
class UploadDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

    static constexpr int textGap = 10; ///< between the words at the two ends of a line
    /// The two lines of text, left to right, whatever the direction is.
    [[nodiscard]] static QRect textArea(const QStyleOptionViewItem &option);
    /// Where a click retries, in the view's coordinates; empty where there is nothing to retry.
    [[nodiscard]] QRect retryRect(const QStyleOptionViewItem &option, const UploadRow &row) const;
    /// Where a click opens the menu of the row.
    [[nodiscard]] QRect menuRect(const QStyleOptionViewItem &option) const;

Q_SIGNALS:
    void retryRequested(qint64 jobId);
    void menuRequested(const QModelIndex &index, const QPoint &position);

private:
    void paintKind(QPainter *painter, const QStyleOptionViewItem &option, const UploadRow &row,
                   const Theme &theme) const;
    void paintLines(QPainter *painter, const QStyleOptionViewItem &option, const UploadRow &row,
                    const Theme &theme) const;
    void paintProgress(QPainter *painter, const QStyleOptionViewItem &option, const UploadRow &row,
                       const Theme &theme) const;
};

} // namespace LumaSync
