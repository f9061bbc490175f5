// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QTimer)

namespace LumaSync {

/// The transfer rate of the last three minutes as a small curve. Takes a sample a second of what setRate() last said,
/// as long as there is something to see. Thread: GUI.
class RatePlot : public QWidget
{
    Q_OBJECT
public:
    explicit RatePlot(QWidget *parent = nullptr);

    /// Bytes per second; 0 while nothing is sent.
    void setRate(double bytesPerSecond);
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] const QList<double> &samples() const { return m_samples; }
    /// What the timer does each second.
    void takeSample();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void sampleTaken();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QTimer *m_timer;
    QList<double> m_samples;
    double m_rate = 0;
};

} // namespace LumaSync
