// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/statuslook.h"

#include <QIcon>
#include <QObject>

QT_FORWARD_DECLARE_CLASS(QTimer)

namespace LumaSync {

/// The icon of a StatusLook, turning calmly where the look is animated: one turn in three seconds, eight pictures a
/// second, and none where the desktop asks for no animations. Thread: GUI. Owner: the widget that shows it.
class StatusAnimation : public QObject
{
    Q_OBJECT
public:
    explicit StatusAnimation(QObject *parent);

    void setLook(const StatusLook &look);
    [[nodiscard]] const StatusLook &look() const { return m_look; }
    [[nodiscard]] QIcon icon() const;
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    void iconChanged();

private:
    void advance();

    StatusLook m_look;
    QTimer *m_timer;
    int m_frame = 0;
};

} // namespace LumaSync
