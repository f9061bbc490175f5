// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/packagebuilder.h"
#include "core/schemadescription.h"

#include <stop_token>

namespace LumaSync {

/// What an object's content is made from.
struct DigestSource
{
    FileForm form = FileForm::AsIs;
    QString path{};          ///< the audio file, or the full picture
    PackageSource package{}; ///< for AnalysisPackage
};

struct Digest
{
    QByteArray sha256; ///< lower-case hexadecimal
    qint64 size = 0;   ///< bytes
};

/// Makes the content of an object anew from the library's files, without keeping it, and gives its digest. Blocks; for
/// a helper thread. Memory stays flat. Errors: Canceled, File.
[[nodiscard]] Expected<Digest> contentDigest(const DigestSource &source, std::stop_token cancel);

} // namespace LumaSync
