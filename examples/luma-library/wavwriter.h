// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "result.h"

#include <QCryptographicHash>
#include <QFile>

namespace Luma {

/// Writes a RIFF WAVE file of 16-bit PCM block by block and hashes what it writes. The number of frames is
/// known before, so that the header is right from the first byte and the file is written once, front to back.
class WavWriter
{
public:
    WavWriter(const QString &path, int channels, int sampleRate, qint64 frames);

    Result<void> open();
    /// Interleaved samples, host byte order.
    void write(const qint16 *samples, qsizetype count);
    /// Closes the file. The hex SHA-256 of the whole file, or the first error.
    Result<QByteArray> finish();

    int channels() const { return m_channels; }
    int sampleRate() const { return m_sampleRate; }

    static constexpr qint64 headerBytes = 44;
    static QByteArray header(int channels, int sampleRate, qint64 frames);

private:
    void put(const char *data, qint64 size);

    QFile m_file;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    int m_channels;
    int m_sampleRate;
    qint64 m_frames;
};

} // namespace Luma
