// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/uploadkind.h"

using namespace Qt::StringLiterals;

namespace LumaSync {

QString uploadType(const UploadKind &kind)
{
    return kind.name();
}

std::optional<UploadKind> uploadKindFrom(const QString &type)
{
    return type.isEmpty() ? std::nullopt : std::optional(UploadKind(type));
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
