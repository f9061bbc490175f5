// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

namespace LumaSync {

/// The thread that calls this, and those that it makes from now on, give way to whatever the person is doing. Cannot be
/// undone. Linux: nice 10, which the compressor's own threads inherit. Elsewhere nothing: the priority that QThreadPool
/// sets works there.
void enterBackground();

} // namespace LumaSync
