// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/error.h"
#include "net/httpjob.h"
#include "net/httptext.h"

namespace LumaSync {

/// One function per dialect turns an answer into an Error; no error for a 2xx. Transport errors pass through.
/// Pure; the tables are those of the PostgREST, Storage and GoTrue documentation and sources. Messages are
/// cleaned (cleaned()).

/// PostgREST: branches on `code` of the JSON body, never on the status alone. 401 with PGRST301..303 is
/// SignedOut, except "issued at future" and "not yet valid", which are Busy: the clocks of the server's parts
/// differ, waiting heals it.
[[nodiscard]] Error postgrestError(const HttpResult &result);
/// Storage, both its faces: text/plain with the true status (TUS), and JSON whose `statusCode` is the true
/// status while HTTP says 400 (object API, and the JWT check in front of TUS). `code` is Storage's own
/// ("NoSuchKey"), else a name for the text ("UploadOffsetConflict"). A bad or expired JWT is SignedOut; so is
/// a HEAD's 400, which has no body to tell.
[[nodiscard]] Error storageError(const HttpResult &result);

enum class AuthRequest { SignIn, SignUp, Refresh, SignOut };
/// GoTrue. SignedOut only for the codes that say the session is gone; the session survives 409, 429, 5xx and
/// a broken network.
[[nodiscard]] Error goTrueError(const HttpResult &result, AuthRequest request);

} // namespace LumaSync
