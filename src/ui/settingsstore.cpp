// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/settingsstore.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace LumaSync::SettingsStore {

namespace {

const QString bandwidthKey = u"LumaSync/bandwidthLimit"_s;
const QString meteredKey = u"LumaSync/uploadsOnMetered"_s;
const QString compressionKey = u"LumaSync/compressionLevel"_s;
const QString excludedKey = u"LumaSync/excludedKinds"_s;

} // namespace

SyncSettings load(const QSettings &store, const SyncSettings &defaults)
{
    SyncSettings settings = defaults;
    settings.bandwidthLimit = qMax<qint64>(0, store.value(bandwidthKey, defaults.bandwidthLimit).toLongLong());
    settings.uploadsOnMetered = store.value(meteredKey, defaults.uploadsOnMetered).toBool();
    const int level = store.value(compressionKey, defaults.compressionLevel).toInt();
    if (level >= 1 && level <= 22)
        settings.compressionLevel = level;
    if (store.contains(excludedKey)) {
        const QStringList kinds = store.value(excludedKey).toStringList();
        settings.excludedKinds = {kinds.begin(), kinds.end()};
    }
    return settings;
}

void save(QSettings &store, const SyncSettings &settings)
{
    store.setValue(bandwidthKey, settings.bandwidthLimit);
    store.setValue(meteredKey, settings.uploadsOnMetered);
    store.setValue(compressionKey, settings.compressionLevel);
    QStringList kinds = settings.excludedKinds.values();
    kinds.sort();
    store.setValue(excludedKey, kinds);
}

} // namespace LumaSync::SettingsStore
