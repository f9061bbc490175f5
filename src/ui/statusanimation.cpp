// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/statusanimation.h"

#include "ui/statusicon.h"

#include <QApplication>
#include <QStyle>
#include <QTimer>

#include <chrono>

using namespace std::chrono_literals;

namespace LumaSync {

namespace {

constexpr int turnFrames = 24;

bool isAnimationWanted()
{
    return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0;
}

} // namespace

StatusAnimation::StatusAnimation(QObject *parent)
    : QObject(parent)
    , m_timer(new QTimer(this))
{
    m_timer->setInterval(125ms);
    connect(m_timer, &QTimer::timeout, this, &StatusAnimation::advance);
}

void StatusAnimation::setLook(const StatusLook &look)
{
    if (look == m_look)
        return;
    m_look = look;
    if (!look.isAnimated()) {
        m_timer->stop();
        m_frame = 0;
    } else if (!m_timer->isActive() && isAnimationWanted()) {
        m_timer->start();
    }
    Q_EMIT iconChanged();
}

bool StatusAnimation::isRunning() const
{
    return m_timer->isActive();
}

QIcon StatusAnimation::icon() const
{
    return StatusIcon::icon(m_look, static_cast<qreal>(m_frame) / turnFrames);
}

void StatusAnimation::advance()
{
    m_frame = (m_frame + 1) % turnFrames;
    Q_EMIT iconChanged();
}

} // namespace LumaSync
