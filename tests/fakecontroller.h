// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/synccontroller.h"

#include <QStringList>

/// A controller whose status and lists a test sets, and which writes down the commands that come in.
class FakeController : public LumaSync::SyncController
{
    Q_OBJECT
public:
    using SyncController::SyncController;

    LumaSync::SyncStatus current;
    LumaSync::SyncSettings currentSettings;
    QList<LumaSync::UploadItem> uploads;
    QList<LumaSync::RefusedRow> refused;
    QStringList commands;
    int listings = 0;

    void set(const LumaSync::SyncStatus &status)
    {
        current = status;
        Q_EMIT statusChanged(current);
    }

    LumaSync::SyncStatus status() const override { return current; }
    LumaSync::SyncSettings settings() const override { return currentSettings; }
    void syncNow() override { commands.append(QStringLiteral("syncNow")); }
    void setPaused(bool paused) override { commands.append(QStringLiteral("setPaused %1").arg(paused)); }
    void retryNow() override { commands.append(QStringLiteral("retryNow")); }
    void signIn(const QString &email, const QString &password) override
    {
        commands.append(QStringLiteral("signIn %1 %2").arg(email, password));
    }
    void signOut() override { commands.append(QStringLiteral("signOut")); }
    void adoptLibrary() override { commands.append(QStringLiteral("adoptLibrary")); }
    void listItems() override
    {
        ++listings;
        Q_EMIT itemsListed(uploads, refused);
    }
    void retryUpload(qint64 jobId) override { commands.append(QStringLiteral("retryUpload %1").arg(jobId)); }
    void removeUpload(qint64 jobId) override { commands.append(QStringLiteral("removeUpload %1").arg(jobId)); }
    void setUploadExcluded(qint64 jobId, bool excluded) override
    {
        commands.append(QStringLiteral("setUploadExcluded %1 %2").arg(jobId).arg(excluded));
    }
    void setSettings(const LumaSync::SyncSettings &settings) override
    {
        currentSettings = settings;
        Q_EMIT settingsChanged(settings);
    }
};
