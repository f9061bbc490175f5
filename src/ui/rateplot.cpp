// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/rateplot.h"

#include "ui/format.h"
#include "ui/theme.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QTimer>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace LumaSync {

namespace {

constexpr int minutesShown = 3;
constexpr int sampleCount = 60 * minutesShown;
constexpr int plotMargin = 10;

} // namespace

RatePlot::RatePlot(QWidget *parent)
    : QWidget(parent)
    , m_timer(new QTimer(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_timer, &QTimer::timeout, this, &RatePlot::takeSample);
    m_timer->setInterval(1s);
    retranslate();
}

void RatePlot::setRate(double bytesPerSecond)
{
    m_rate = qMax(0.0, bytesPerSecond);
    if (m_rate > 0 && !m_timer->isActive())
        m_timer->start();
}

bool RatePlot::isEmpty() const
{
    return std::ranges::all_of(m_samples, [](double sample) { return sample <= 0; });
}

void RatePlot::takeSample()
{
    if (m_rate <= 0 && isEmpty()) {
        m_samples.clear();
        m_timer->stop(); // idle costs nothing
    } else {
        m_samples.append(m_rate);
    }
    if (m_samples.size() > sampleCount)
        m_samples.removeFirst();
    retranslate();
    update();
    Q_EMIT sampleTaken();
}

QSize RatePlot::sizeHint() const
{
    return {240, fontMetrics().height() + 44};
}

QSize RatePlot::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void RatePlot::retranslate()
{
    setAccessibleName(tr("Upload rate"));
    setAccessibleDescription(tr("Now %1.").arg(Format::rate(m_rate)));
}

void RatePlot::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RatePlot::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);

    const QRect line(plotMargin, 6, width() - 2 * plotMargin, fontMetrics().height());
    const auto lead = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    const auto trail = QStyle::visualAlignment(layoutDirection(), Qt::AlignRight);
    painter.setPen(theme.text);
    const QString now = Format::rate(m_rate);
    painter.drawText(line, static_cast<int>(lead | Qt::AlignVCenter), now);
    painter.setPen(theme.muted);
    const QString span = tr("Last %Ln minute(s)", nullptr, minutesShown);
    const int room = line.width() - fontMetrics().horizontalAdvance(now) - plotMargin;
    painter.drawText(line, static_cast<int>(trail | Qt::AlignVCenter),
                     fontMetrics().elidedText(span, Qt::ElideRight, room));

    if (m_samples.size() < 2)
        return;
    const QRectF area(plotMargin, line.bottom() + 5, width() - 2.0 * plotMargin, height() - line.bottom() - 12.0);
    const double peak = qMax(1.0, *std::ranges::max_element(m_samples));
    const double step = area.width() / (sampleCount - 1);
    const auto point = [&](qsizetype i) {
        const double fromNow = static_cast<double>(m_samples.size() - 1 - i) * step;
        const double x = layoutDirection() == Qt::RightToLeft ? area.left() + fromNow : area.right() - fromNow;
        return QPointF(x, area.bottom() - m_samples.at(i) / peak * area.height());
    };
    QPainterPath curve(point(0));
    for (qsizetype i = 1; i < m_samples.size(); ++i)
        curve.lineTo(point(i));
    QPainterPath filled = curve;
    filled.lineTo(point(m_samples.size() - 1).x(), area.bottom());
    filled.lineTo(point(0).x(), area.bottom());
    filled.closeSubpath();
    QColor wash = theme.accent;
    wash.setAlphaF(0.18F);
    painter.fillPath(filled, wash);
    painter.strokePath(curve, QPen(theme.accent, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

} // namespace LumaSync
