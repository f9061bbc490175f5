// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace LumaSync {

/// A quiet sign and a sentence where a list has nothing to show. Thread: GUI.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    /// `glyph` of a file in resources/icons.
    explicit EmptyState(const QString &glyph, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    QString m_glyphName;
    QLabel *m_glyph;
    QLabel *m_text;
};

} // namespace LumaSync
