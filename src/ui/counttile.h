// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace LumaSync {

/// A number with its name, for instance 3 and "uploads waiting". Thread: GUI.
class CountTile : public QFrame
{
    Q_OBJECT
public:
    explicit CountTile(QWidget *parent = nullptr);

    /// `isWarning` sets the number off from the others, by weight and colour.
    void setCount(qint64 count, bool isWarning = false);
    void setCaption(const QString &caption);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    QLabel *m_number;
    QLabel *m_caption;
    qint64 m_count = 0;
    bool m_isWarning = false;
};

} // namespace LumaSync
