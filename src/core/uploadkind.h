// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <LumaSync/core/export.h>

#include <QMetaType>
#include <QString>

#include <array>
#include <optional>

namespace LumaSync {

Q_NAMESPACE_EXPORT(LUMASYNC_CORE_EXPORT)

/// The three uploads of one track (auto-sync-architecture, "Three Uploads Per Track").
enum class UploadKind {
    TrackAudio,      ///< the audio file as it is
    ArtworkThumb,    ///< a JPEG thumbnail, made when its turn has come
    AnalysisPackage, ///< a .tar.zst of artwork, waveform, logits and stems, built when its turn has come
};
Q_ENUM_NS(UploadKind)

inline constexpr std::array allUploadKinds{UploadKind::TrackAudio, UploadKind::ArtworkThumb,
                                           UploadKind::AnalysisPackage};

/// The queue's `upload_type`: "track_audio", "artwork_thumb", "analysis_package".
[[nodiscard]] LUMASYNC_CORE_EXPORT QString uploadType(UploadKind kind);
[[nodiscard]] LUMASYNC_CORE_EXPORT std::optional<UploadKind> uploadKindFrom(const QString &type);
/// The queue's `priority`: lower goes first. Artwork 1, audio 2, packages 3.
[[nodiscard]] LUMASYNC_CORE_EXPORT int uploadPriority(UploadKind kind);

/// The queue's `status`.
enum class UploadStatus { Pending, Uploading, Completed, Failed };
Q_ENUM_NS(UploadStatus)

[[nodiscard]] LUMASYNC_CORE_EXPORT QString statusText(UploadStatus status);
[[nodiscard]] LUMASYNC_CORE_EXPORT std::optional<UploadStatus> uploadStatusFrom(const QString &text);

} // namespace LumaSync
