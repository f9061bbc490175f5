// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "sqlitedisk.h"

#include <sqlite3.h>

namespace {

using Access = SqliteDisk::Access;

SqliteDisk *currentDisk = nullptr;

/// Ours, and right behind it the one of the real file system.
struct DiskFile
{
    sqlite3_file base;
    [[nodiscard]] sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

template <auto Method>
constexpr Access access = Access::Other;
template <>
constexpr Access access<&sqlite3_io_methods::xRead> = Access::Read;
template <>
constexpr Access access<&sqlite3_io_methods::xWrite> = Access::Write;
template <>
constexpr Access access<&sqlite3_io_methods::xSync> = Access::Sync;

/// A method that fails where it is to, and else does what the real one does.
template <auto Method>
struct Through;
template <typename Result, typename... Arguments, Result (*sqlite3_io_methods::*Method)(sqlite3_file *, Arguments...)>
struct Through<Method>
{
    static Result call(sqlite3_file *file, Arguments... arguments)
    {
        if constexpr (access<Method> != Access::Other) {
            if (const int code = SqliteDisk::failure(access<Method>))
                return code;
        }
        sqlite3_file *real = reinterpret_cast<DiskFile *>(file)->real();
        return (real->pMethods->*Method)(real, arguments...);
    }
};

// Of version 2: without mapped pages, which no method sees being read.
const sqlite3_io_methods methods{
    .iVersion = 2,
    .xClose = Through<&sqlite3_io_methods::xClose>::call,
    .xRead = Through<&sqlite3_io_methods::xRead>::call,
    .xWrite = Through<&sqlite3_io_methods::xWrite>::call,
    .xTruncate = Through<&sqlite3_io_methods::xTruncate>::call,
    .xSync = Through<&sqlite3_io_methods::xSync>::call,
    .xFileSize = Through<&sqlite3_io_methods::xFileSize>::call,
    .xLock = Through<&sqlite3_io_methods::xLock>::call,
    .xUnlock = Through<&sqlite3_io_methods::xUnlock>::call,
    .xCheckReservedLock = Through<&sqlite3_io_methods::xCheckReservedLock>::call,
    .xFileControl = Through<&sqlite3_io_methods::xFileControl>::call,
    .xSectorSize = Through<&sqlite3_io_methods::xSectorSize>::call,
    .xDeviceCharacteristics = Through<&sqlite3_io_methods::xDeviceCharacteristics>::call,
    .xShmMap = Through<&sqlite3_io_methods::xShmMap>::call,
    .xShmLock = Through<&sqlite3_io_methods::xShmLock>::call,
    .xShmBarrier = Through<&sqlite3_io_methods::xShmBarrier>::call,
    .xShmUnmap = Through<&sqlite3_io_methods::xShmUnmap>::call,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

sqlite3_vfs *realSystem = nullptr;

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *ours = reinterpret_cast<DiskFile *>(file);
    const int code = realSystem->xOpen(realSystem, name, ours->real(), flags, outFlags);
    ours->base.pMethods = ours->real()->pMethods ? &methods : nullptr;
    return code;
}

/// Lives as long as the program: connections may outlive the fault.
sqlite3_vfs *failingSystem()
{
    static sqlite3_vfs system = [] {
        realSystem = sqlite3_vfs_find(nullptr);
        sqlite3_vfs copy = *realSystem;
        copy.pNext = nullptr;
        copy.zName = "failing";
        copy.szOsFile += static_cast<int>(sizeof(DiskFile));
        copy.xOpen = &openFile;
        return copy;
    }();
    return &system;
}

} // namespace

SqliteDisk::SqliteDisk()
{
    currentDisk = this;
    sqlite3_vfs_register(failingSystem(), 1);
}

SqliteDisk::~SqliteDisk()
{
    sqlite3_vfs_register(realSystem, 1);
    currentDisk = nullptr;
}

void SqliteDisk::fail(int number, Kind kind)
{
    m_wanted = number;
    m_kind = kind;
    m_count = 0;
    m_failed = false;
}

int SqliteDisk::failure(Access access)
{
    static constexpr struct
    {
        Access access;
        int code;
    } failures[] = {{Access::Write, SQLITE_FULL},
                    {Access::Write, SQLITE_IOERR_WRITE},
                    {Access::Read, SQLITE_IOERR_READ},
                    {Access::Sync, SQLITE_IOERR_FSYNC}}; // in the order of Kind
    if (!currentDisk)
        return SQLITE_OK;
    const auto &failure = failures[static_cast<int>(currentDisk->m_kind)];
    if (access != failure.access || ++currentDisk->m_count != currentDisk->m_wanted)
        return SQLITE_OK;
    currentDisk->m_failed = true;
    return failure.code;
}
