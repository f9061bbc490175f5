// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

/// Small tagged audio files, built byte by byte: title "Déjà Vu", artist "灯台", album "Été", track 7 of 9,
/// disc 2 of 3, and the given PNG as front cover.
namespace AudioSamples {

/// One second of silence as MPEG 1 layer III, 128 kbit/s, 44.1 kHz stereo, without any tag.
QByteArray silentMp3();
/// The tags as ID3v2.3.
QByteArray id3(const QByteArray &png);
/// A WAV file with the tags in an "id3 " chunk at its end.
QByteArray taggedWav(const QByteArray &wav, const QByteArray &png);
/// One second of silence as AIFF, with an "ID3 " chunk.
QByteArray aiff(const QByteArray &png);
/// An MPEG-4 file that describes one second of AAC (without the sound itself), with iTunes tags.
QByteArray m4a(const QByteArray &png);
/// METADATA_BLOCK_PICTURE of Vorbis comments, before base64.
QByteArray pictureBlock(const QByteArray &png);

} // namespace AudioSamples
