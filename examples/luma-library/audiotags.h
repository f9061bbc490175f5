// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "result.h"

#include <QByteArray>
#include <QString>

namespace Luma {

/// What an audio file says of itself. Text is empty and numbers are 0 where the file does not say.
struct AudioTags
{
    QString title;
    QString artist;
    QString album;
    int trackNumber = 0;
    int discNumber = 0;
    double seconds = 0;
    QByteArray cover; ///< the embedded front cover, else the first picture, as stored
};

/// Reads tags, duration and cover of an mp3, flac, ogg, opus, wav, m4a or aiff file. Fails when it holds no
/// audio that can be understood.
Result<AudioTags> readAudioTags(const QString &path);

} // namespace Luma
