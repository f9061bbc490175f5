// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/account.h"
#include "core/statusfacts.h"
#include "core/syncengine.h"
#include "core/systemwatch.h"

namespace LumaSync {

/// The threads and what lives in them. The objects are deleted in their threads when these end.
class SyncEngine::Private
{
public:
    StatusFacts facts;
    SystemWatch system;
    QThread *tableThread = nullptr;
    QThread *fileThread = nullptr;
    TabularWorker *tables = nullptr;
    StorageWorker *files = nullptr;
    Account *account = nullptr;
    TokenProvider *provider = nullptr;
    QList<UploadItem> listed; ///< uploads, while the refused rows are asked for
    int running = 0;          ///< workers that have not stopped

    /// Runs `command(object, arguments...)` in the object's thread; does nothing before start() and after the end.
    template <typename Object, typename Method, typename... Arguments>
    static void post(Object *object, Method method, Arguments... arguments)
    {
        if (object)
            QMetaObject::invokeMethod(object, [=] { (object->*method)(arguments...); });
    }
};

} // namespace LumaSync
