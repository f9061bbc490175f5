// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/background.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace LumaSync {

void enterBackground()
{
#ifdef Q_OS_LINUX
    // Linux ignores thread priorities under its normal policy; a thread's nice value is its own there (setpriority(2)).
    constexpr int background = 10;
    const auto thread = id_t(::syscall(SYS_gettid));
    if (::getpriority(PRIO_PROCESS, thread) < background)
        ::setpriority(PRIO_PROCESS, thread, background);
#endif
}

} // namespace LumaSync
