// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/libraryowner.h"

#include "core/database.h"

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

Expected<QString> readOwner(const Database &database)
{
    const auto owner = database.value(u"SELECT value FROM lumasync_meta WHERE key = 'uid'"_s);
    return owner ? Expected<QString>(owner->toString()) : owner.error();
}

Error otherAccount()
{
    return {
        .kind = Error::Kind::Forbidden,
        .code = u"other-account"_s,
        .message =
            u"This library is backed up to another account. Sign in with that account; nothing is sent until then."_s};
}

} // namespace

Error checkOwner(const Database &database, const QString &uid)
{
    const auto owner = readOwner(database);
    if (!owner)
        return owner.error();
    return owner->isEmpty() || *owner == uid ? Error{} : otherAccount();
}

Error claimLibrary(const Database &database, const QString &uid)
{
    auto owner = readOwner(database);
    if (owner && owner->isEmpty()) {
        if (Error error = database.run(
                u"INSERT INTO lumasync_meta (key, value) VALUES ('uid', ?) ON CONFLICT (key) DO UPDATE SET "
                "value = excluded.value WHERE coalesce(lumasync_meta.value, '') = ''"_s,
                {uid}))
            return error;
        owner = readOwner(database);
    }
    if (!owner)
        return owner.error();
    return *owner == uid ? Error{} : otherAccount();
}

} // namespace LumaSync
