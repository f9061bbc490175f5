// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/enginecontroller.h"

#include "core/syncengine.h"
#include "ui/settingsstore.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSettings>

namespace LumaSync {

namespace {

/// QSettings has no place to write to where the application has no name.
bool canPersist()
{
    return !QCoreApplication::organizationName().isEmpty() || !QCoreApplication::organizationDomain().isEmpty();
}

} // namespace

class EngineController::Private
{
public:
    void apply() const;

    QPointer<SyncEngine> engine; ///< gone while our parent is being destroyed
    SyncSettings settings;
};

EngineController *EngineController::of(SyncEngine *engine)
{
    if (auto *existing = engine->findChild<EngineController *>(Qt::FindDirectChildrenOnly))
        return existing;
    return new EngineController(engine);
}

EngineController::EngineController(SyncEngine *engine)
    : SyncController(engine)
    , d(std::make_unique<Private>())
{
    d->engine = engine;
    const SyncOptions &options = engine->options();
    d->settings.compressionLevel = options.compressionLevel;
    d->settings.bandwidthLimit = options.bandwidthLimit;
    d->settings.uploadsOnMetered = options.uploadsOnMetered;
    for (const UploadKind &kind : options.excludedKinds)
        d->settings.excludedKinds.insert(uploadType(kind));
    if (canPersist())
        d->settings = SettingsStore::load(QSettings(), d->settings);
    connect(engine, &SyncEngine::statusChanged, this, &SyncController::statusChanged);
    connect(engine, &SyncEngine::signInFinished, this, &SyncController::signInFinished);
    connect(engine, &SyncEngine::itemsListed, this, &SyncController::itemsListed);
    d->apply();
}

EngineController::~EngineController() = default;

SyncStatus EngineController::status() const
{
    return d->engine ? d->engine->status() : SyncStatus{};
}

QStringList EngineController::uploadKinds() const
{
    QStringList kinds;
    if (d->engine) {
        for (const TableDescription &table : d->engine->options().schema.tables) {
            for (const FileDescription &file : table.files)
                kinds.append(file.kind);
        }
    }
    return kinds;
}

SyncSettings EngineController::settings() const
{
    return d->settings;
}

void EngineController::syncNow()
{
    d->engine->syncNow();
}

void EngineController::setPaused(bool paused)
{
    d->engine->setPaused(paused);
}

void EngineController::retryNow()
{
    d->engine->retryNow();
}

void EngineController::signIn(const QString &email, const QString &password)
{
    d->engine->signIn(email, password);
}

void EngineController::signOut()
{
    d->engine->signOut();
}

void EngineController::adoptLibrary()
{
    d->engine->adoptLibrary();
}

void EngineController::listItems()
{
    d->engine->listItems();
}

void EngineController::retryUpload(qint64 jobId)
{
    d->engine->retryUpload(jobId);
}

void EngineController::removeUpload(qint64 jobId)
{
    d->engine->removeUpload(jobId);
}

void EngineController::setUploadExcluded(qint64 jobId, bool excluded)
{
    d->engine->setUploadExcluded(jobId, excluded);
}

void EngineController::setSettings(const SyncSettings &settings)
{
    if (settings == d->settings)
        return;
    d->settings = settings;
    d->apply();
    if (canPersist()) {
        QSettings store;
        SettingsStore::save(store, settings);
    }
    Q_EMIT settingsChanged(d->settings);
}

void EngineController::Private::apply() const
{
    engine->setBandwidthLimit(settings.bandwidthLimit);
    engine->setUploadsOnMetered(settings.uploadsOnMetered);
    engine->setCompressionLevel(settings.compressionLevel);
    QSet<UploadKind> kinds;
    for (const QString &type : settings.excludedKinds)
        if (const auto kind = uploadKindFrom(type))
            kinds.insert(*kind);
    engine->setExcludedKinds(kinds);
}

} // namespace LumaSync
