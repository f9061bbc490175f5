// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/systemwatch.h"

#include <QCoreApplication>
#include <QNetworkInformation>
#include <QThread>

#ifdef LUMASYNC_USE_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#endif

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

const QString profileProperty = u"ActiveProfile"_s;

} // namespace

SystemWatch::SystemWatch(QObject *parent)
    : QObject(parent)
{
}

void SystemWatch::start()
{
    if (QThread::currentThread() != QCoreApplication::instance()->thread())
        return;
    watchNetwork();
    watchPowerProfile();
}

void SystemWatch::watchNetwork()
{
    using Information = QNetworkInformation;
    if (!Information::loadBackendByFeatures(Information::Feature::Metered | Information::Feature::Reachability) &&
        !Information::loadDefaultBackend())
        return;
    const Information *information = Information::instance();
    const auto setMetered = [this](bool metered) {
        SystemConditions conditions = m_conditions;
        conditions.isMetered = metered;
        setConditions(conditions);
    };
    connect(information, &Information::isMeteredChanged, this, setMetered);
    connect(information, &Information::reachabilityChanged, this, [this](Information::Reachability reachability) {
        if (reachability != Information::Reachability::Unknown)
            Q_EMIT onlineChanged(reachability != Information::Reachability::Disconnected);
    });
    connect(information, &Information::transportMediumChanged, this, &SystemWatch::networkChanged);
    setMetered(information->isMetered());
}

void SystemWatch::watchPowerProfile()
{
#ifdef LUMASYNC_USE_DBUS
    const QString path = u"/org/freedesktop/UPower/PowerProfiles"_s;
    const QString service = u"org.freedesktop.UPower.PowerProfiles"_s;
    const QString properties = u"org.freedesktop.DBus.Properties"_s;
    QDBusConnection bus = QDBusConnection::systemBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, properties, u"PropertiesChanged"_s, this,
                SLOT(powerPropertiesChanged(QString, QVariantMap, QStringList)));
    QDBusMessage get = QDBusMessage::createMethodCall(service, path, properties, u"Get"_s);
    get << service << profileProperty;
    auto *call = new QDBusPendingCallWatcher(bus.asyncCall(get), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [this, service](QDBusPendingCallWatcher *finished) {
        finished->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *finished;
        if (reply.isValid()) // no such service: nobody tells
            powerPropertiesChanged(service, {{profileProperty, reply.value().variant()}}, {});
    });
#endif
}

void SystemWatch::powerPropertiesChanged(const QString &, const QVariantMap &changed, const QStringList &)
{
    const auto profile = changed.find(profileProperty);
    if (profile == changed.end() || m_hostDecides)
        return;
    SystemConditions conditions = m_conditions;
    conditions.isPowerSaving = profile->toString() == "power-saver"_L1;
    setConditions(conditions);
}

void SystemWatch::setPowerSaving(bool saving)
{
    m_hostDecides = true;
    SystemConditions conditions = m_conditions;
    conditions.isPowerSaving = saving;
    setConditions(conditions);
}

void SystemWatch::setConditions(const SystemConditions &conditions)
{
    if (std::exchange(m_conditions, conditions) != conditions)
        Q_EMIT conditionsChanged(conditions);
}

} // namespace LumaSync
