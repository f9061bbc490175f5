// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/syncsettings.h"

#include <QScrollArea>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QSlider)

namespace LumaSync {

class SyncController;

/// Bandwidth, metered networks, compression, and what to back up. Every change counts at once. Thread: GUI. Owner: the
/// panel.
class SettingsPage : public QScrollArea
{
    Q_OBJECT
public:
    explicit SettingsPage(SyncController *controller, QWidget *parent = nullptr);

    void setSignedIn(bool signedIn);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpLayout();
    void connectInputs();
    void retranslate();
    void showSettings();
    void fillBandwidth(qint64 limit);
    void store();
    void restyle();

    SyncController *m_controller;
    QLabel *m_bandwidthLabel;
    QComboBox *m_bandwidth;
    QCheckBox *m_metered;
    QLabel *m_compressionLabel;
    QSlider *m_compression;
    QLabel *m_compressionHint;
    QLabel *m_kindsLabel;
    QList<QCheckBox *> m_kinds;
    QLabel *m_kindsHint;
    QPushButton *m_signOut;
};

} // namespace LumaSync
