// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtTypes>

#include <chrono>

namespace LumaSync {

// The figures of auto-sync-architecture ("Configuration Constants").

inline constexpr std::chrono::seconds TABULAR_SYNC_INTERVAL{60}; ///< between two table cycles
inline constexpr std::chrono::seconds STORAGE_THROTTLE_DELAY{1}; ///< between two uploads
inline constexpr std::chrono::seconds CONNECTIVITY_TIMEOUT{5};   ///< for the online check
inline constexpr int MAX_UPLOAD_ATTEMPTS = 5;                    ///< retries before a job is marked failed
inline constexpr int PACKAGE_COMPRESSION_LEVEL = 3;              ///< zstd, 1 to 22

/// Supabase's rule: every resumable chunk but the last has this size, and smaller files go by plain upload.
inline constexpr qint64 UPLOAD_CHUNK_SIZE = 6 * 1024 * 1024;
/// Uploads of more than this wait on a metered network and while the battery saver is on.
inline constexpr qint64 HELD_UPLOAD_SIZE = 1024 * 1024;
inline constexpr std::chrono::seconds UPLOAD_STALL_LIMIT{60}; ///< without an acknowledged byte
inline constexpr int THUMBNAIL_LONG_SIDE = 512;               ///< pixels
inline constexpr int THUMBNAIL_QUALITY = 85;                  ///< JPEG, 0 to 100

} // namespace LumaSync
