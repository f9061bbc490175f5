// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "traysheet.h"

#include "ui/statusicon.h"

#include <QApplication>
#include <QImage>
#include <QPainter>

using namespace Qt::StringLiterals;
using LumaSync::StatusIcon;
using LumaSync::StatusLook;

namespace {

struct Entry
{
    StatusLook look;
    QString name;
};

QList<Entry> entries()
{
    using Symbol = StatusLook::Symbol;
    return {{{Symbol::UpToDate, 0}, u"Everything is backed up"_s},
            {{Symbol::Waiting, 0}, u"Waiting for the next sync"_s},
            {{Symbol::Syncing, 0}, u"Syncing"_s},
            {{Symbol::Uploading, 3}, u"3 uploads left"_s},
            {{Symbol::Uploading, 42}, u"42 uploads left"_s},
            {{Symbol::Uploading, 250}, u"More than 99"_s},
            {{Symbol::Paused, 7}, u"Paused, 7 uploads left"_s},
            {{Symbol::Offline, 0}, u"Offline"_s},
            {{Symbol::NeedsAttention, 0}, u"Needs attention"_s},
            {{Symbol::SignedOut, 0}, u"Signed out"_s},
            {{Symbol::Stopped, 0}, u"Stopped"_s}};
}

} // namespace

bool saveTraySheet(const QString &path, bool dark, double ratio)
{
    constexpr int rowHeight = 76;
    const QList<int> sizes{16, 22, 24, 32, 48, 64};
    const QList<Entry> list = entries();
    const QSize size(540, static_cast<int>(list.size()) * rowHeight + 8);
    QImage image(size * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(dark ? QColor(0x1e2126) : QColor(0xf2f3f5));
    QPainter painter(&image);
    painter.setPen(dark ? QColor(0xe8eaed) : QColor(0x20242a));
    int y = 4;
    for (const Entry &entry : list) {
        int x = 16;
        const QIcon icon = StatusIcon::icon(entry.look, 0.04);
        for (const int side : sizes) {
            icon.paint(&painter, x, y + (rowHeight - side) / 2, side, side);
            x += side + 16;
        }
        painter.drawText(QRect(x + 8, y, size.width() - x - 16, rowHeight), Qt::AlignVCenter | Qt::TextWordWrap,
                         entry.name);
        y += rowHeight;
    }
    painter.end();
    return image.save(path);
}
