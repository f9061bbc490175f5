// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <LumaSync/core/export.h>

#include <QHash>
#include <QMetaType>
#include <QString>

#include <optional>

namespace LumaSync {

Q_NAMESPACE_EXPORT(LUMASYNC_CORE_EXPORT)

/// Which of a row's uploads: the name of a file in the schema description (FileDescription::kind), and the queue's
/// `upload_type`. A plain value.
class UploadKind
{
public:
    /// No upload at all.
    UploadKind() = default;
    /// The upload of this name.
    explicit UploadKind(QString name)
        : m_name(std::move(name))
    {
    }

    /// As the queue and the description have it.
    [[nodiscard]] const QString &name() const { return m_name; }
    /// By name.
    bool operator==(const UploadKind &) const = default;
    /// For QSet and QHash.
    friend size_t qHash(const UploadKind &kind, size_t seed = 0) { return qHash(kind.m_name, seed); }

    // The reference application's (auto-sync-architecture, "Three Uploads Per Track").
    static const UploadKind TrackAudio;      ///< "track_audio": the audio file as it is
    static const UploadKind ArtworkThumb;    ///< "artwork_thumb": a JPEG thumbnail
    static const UploadKind AnalysisPackage; ///< "analysis_package": a .tar.zst of artwork, waveform, logits and stems

private:
    QString m_name;
};

inline const UploadKind UploadKind::TrackAudio{QStringLiteral("track_audio")};
inline const UploadKind UploadKind::ArtworkThumb{QStringLiteral("artwork_thumb")};
inline const UploadKind UploadKind::AnalysisPackage{QStringLiteral("analysis_package")};

/// The queue's `upload_type`.
[[nodiscard]] LUMASYNC_CORE_EXPORT QString uploadType(const UploadKind &kind);
/// Nothing where the text is empty.
[[nodiscard]] LUMASYNC_CORE_EXPORT std::optional<UploadKind> uploadKindFrom(const QString &type);

/// The queue's `status`.
enum class UploadStatus { Pending, Uploading, Completed, Failed };
Q_ENUM_NS(UploadStatus)

[[nodiscard]] LUMASYNC_CORE_EXPORT QString statusText(UploadStatus status);
[[nodiscard]] LUMASYNC_CORE_EXPORT std::optional<UploadStatus> uploadStatusFrom(const QString &text);

} // namespace LumaSync

Q_DECLARE_METATYPE(LumaSync::UploadKind)
