// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "wavwriter.h"

#include <QtEndian>

#include <vector>

using namespace Qt::StringLiterals;

namespace Luma {

WavWriter::WavWriter(const QString &path, int channels, int sampleRate, qint64 frames)
    : m_file(path)
    , m_channels(channels)
    , m_sampleRate(sampleRate)
    , m_frames(frames)
{
}

QByteArray WavWriter::header(int channels, int sampleRate, qint64 frames)
{
    const auto blockAlign = static_cast<quint16>(channels * 2);
    const auto dataBytes = static_cast<quint32>(frames * blockAlign);
    QByteArray bytes;
    const auto put32 = [&bytes](quint32 value) {
        value = qToLittleEndian(value);
        bytes.append(reinterpret_cast<const char *>(&value), 4);
    };
    const auto put16 = [&bytes](quint16 value) {
        value = qToLittleEndian(value);
        bytes.append(reinterpret_cast<const char *>(&value), 2);
    };
    bytes += "RIFF";
    put32(dataBytes + headerBytes - 8);
    bytes += "WAVEfmt ";
    put32(16);
    put16(1); // PCM
    put16(static_cast<quint16>(channels));
    put32(static_cast<quint32>(sampleRate));
    put32(static_cast<quint32>(sampleRate) * blockAlign);
    put16(blockAlign);
    put16(16);
    bytes += "data";
    put32(dataBytes);
    return bytes;
}

Result<void> WavWriter::open()
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return Failure{u"'%1' cannot be written: %2"_s.arg(m_file.fileName(), m_file.errorString())};
    const QByteArray bytes = header(m_channels, m_sampleRate, m_frames);
    put(bytes.constData(), bytes.size());
    return {};
}

void WavWriter::write(const qint16 *samples, qsizetype count)
{
#if Q_BYTE_ORDER == Q_LITTLE_ENDIAN
    put(reinterpret_cast<const char *>(samples), count * 2);
#else
    std::vector<qint16> swapped(samples, samples + count);
    for (qint16 &sample : swapped)
        sample = qToLittleEndian(sample);
    put(reinterpret_cast<const char *>(swapped.data()), count * 2);
#endif
}

void WavWriter::put(const char *data, qint64 size)
{
    if (m_file.error() != QFileDevice::NoError)
        return;
    m_file.write(data, size);
    m_hash.addData(QByteArrayView(data, size));
}

Result<QByteArray> WavWriter::finish()
{
    m_file.flush();
    if (m_file.error() != QFileDevice::NoError)
        return Failure{u"'%1' cannot be written: %2"_s.arg(m_file.fileName(), m_file.errorString())};
    m_file.close();
    return m_hash.result().toHex();
}

} // namespace Luma
