// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/systemconditions.h"

#include <QObject>

namespace LumaSync {

/// Watches what the system says of network and battery. The network by QNetworkInformation, where Qt has a backend for
/// the system. The battery saver by the power-profiles service of Linux desktops (built with Qt D-Bus); Qt itself has
/// no API for it, so elsewhere only the host can say, by setPowerSaving(). Asks nothing of the network. Thread: the
/// application's main thread, else nothing is ever told. Owner: SyncEngine.
class SystemWatch : public QObject
{
    Q_OBJECT
public:
    explicit SystemWatch(QObject *parent = nullptr);

    /// Looks, tells what is not as it is by default, and goes on to watch.
    void start();
    /// The host's word counts from now on.
    void setPowerSaving(bool saving);
    [[nodiscard]] const SystemConditions &conditions() const { return m_conditions; }

Q_SIGNALS:
    void conditionsChanged(const LumaSync::SystemConditions &conditions);
    /// The system found out whether there is a network. A hint: a local project may be reached without one.
    void onlineChanged(bool online);
    /// Another way into the network: open connections are of no use.
    void networkChanged();

private:
    void watchNetwork();
    void watchPowerProfile();
    void setConditions(const SystemConditions &conditions);

private Q_SLOTS:
    void powerPropertiesChanged(const QString &interface, const QVariantMap &changed, const QStringList &invalidated);

private:
    SystemConditions m_conditions;
    bool m_hostDecides = false; ///< of the battery saver
};

} // namespace LumaSync
