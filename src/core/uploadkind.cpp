// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/uploadkind.h"

using namespace Qt::StringLiterals;

namespace LumaSync {

QString uploadType(UploadKind kind)
{
    switch (kind) {
    case UploadKind::TrackAudio:
        return u"track_audio"_s;
    case UploadKind::ArtworkThumb:
        return u"artwork_thumb"_s;
    case UploadKind::AnalysisPackage:
        return u"analysis_package"_s;
    }
    return {};
}

std::optional<UploadKind> uploadKindFrom(const QString &type)
{
    for (UploadKind kind : allUploadKinds) {
        if (uploadType(kind) == type)
            return kind;
    }
    return std::nullopt;
}

int uploadPriority(UploadKind kind)
{
    switch (kind) {
    case UploadKind::ArtworkThumb:
        return 1;
    case UploadKind::TrackAudio:
        return 2;
    case UploadKind::AnalysisPackage:
        return 3;
    }
    return 3;
}

QString statusText(UploadStatus status)
{
    switch (status) {
    case UploadStatus::Pending:
        return u"pending"_s;
    case UploadStatus::Uploading:
        return u"uploading"_s;
    case UploadStatus::Completed:
        return u"completed"_s;
    case UploadStatus::Failed:
        return u"failed"_s;
    }
    return {};
}

std::optional<UploadStatus> uploadStatusFrom(const QString &text)
{
    for (UploadStatus status :
         {UploadStatus::Pending, UploadStatus::Uploading, UploadStatus::Completed, UploadStatus::Failed}) {
        if (statusText(status) == text)
            return status;
    }
    return std::nullopt;
}

} // namespace LumaSync
