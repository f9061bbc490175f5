// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/enginecontroller.h"

#include "core/syncengine.h"
#include "ui/settingsstore.h"

#include <QCoreApplication>
#include <QSettings>

namespace LumaSync {

namespace {

/// QSettings has no place to write to where the application has no name.
bool canPersist()
{
    return !QCoreApplication::organizationName().isEmpty() || !QCoreApplication::organizationDomain().isEmpty();
}

} // namespace

EngineController *EngineController::of(SyncEngine *engine)
{
    if (auto *existing = engine->findChild<EngineController *>(Qt::FindDirectChildrenOnly))
        return existing;
    return new EngineController(engine);
}

EngineController::EngineController(SyncEngine *engine)
    : SyncController(engine)
    , m_engine(engine)
{
    const SyncOptions &options = engine->options();
    m_settings.compressionLevel = options.compressionLevel;
    m_settings.bandwidthLimit = options.bandwidthLimit;
    m_settings.uploadsOnMetered = options.uploadsOnMetered;
    for (const UploadKind &kind : options.excludedKinds)
        m_settings.excludedKinds.insert(uploadType(kind));
    if (canPersist())
        m_settings = SettingsStore::load(QSettings(), m_settings);
    connect(engine, &SyncEngine::statusChanged, this, &SyncController::statusChanged);
    connect(engine, &SyncEngine::signInFinished, this, &SyncController::signInFinished);
    connect(engine, &SyncEngine::itemsListed, this, &SyncController::itemsListed);
    apply(m_settings);
}

SyncStatus EngineController::status() const
{
    return m_engine ? m_engine->status() : SyncStatus{};
}

QStringList EngineController::uploadKinds() const
{
    QStringList kinds;
    if (m_engine) {
        for (const TableDescription &table : m_engine->options().schema.tables) {
            for (const FileDescription &file : table.files)
                kinds.append(file.kind);
        }
    }
    return kinds;
}

void EngineController::syncNow()
{
    m_engine->syncNow();
}

void EngineController::setPaused(bool paused)
{
    m_engine->setPaused(paused);
}

void EngineController::retryNow()
{
    m_engine->retryNow();
}

void EngineController::signIn(const QString &email, const QString &password)
{
    m_engine->signIn(email, password);
}

void EngineController::signOut()
{
    m_engine->signOut();
}

void EngineController::adoptLibrary()
{
    m_engine->adoptLibrary();
}

void EngineController::listItems()
{
    m_engine->listItems();
}

void EngineController::retryUpload(qint64 jobId)
{
    m_engine->retryUpload(jobId);
}

void EngineController::removeUpload(qint64 jobId)
{
    m_engine->removeUpload(jobId);
}

void EngineController::setUploadExcluded(qint64 jobId, bool excluded)
{
    m_engine->setUploadExcluded(jobId, excluded);
}

void EngineController::setSettings(const SyncSettings &settings)
{
    if (settings == m_settings)
        return;
    m_settings = settings;
    apply(settings);
    if (canPersist()) {
        QSettings store;
        SettingsStore::save(store, settings);
    }
    Q_EMIT settingsChanged(m_settings);
}

void EngineController::apply(const SyncSettings &settings)
{
    m_engine->setBandwidthLimit(settings.bandwidthLimit);
    m_engine->setUploadsOnMetered(settings.uploadsOnMetered);
    m_engine->setCompressionLevel(settings.compressionLevel);
    QSet<UploadKind> kinds;
    for (const QString &type : settings.excludedKinds)
        if (const auto kind = uploadKindFrom(type))
            kinds.insert(*kind);
    m_engine->setExcludedKinds(kinds);
}

} // namespace LumaSync
