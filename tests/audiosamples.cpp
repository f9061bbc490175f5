// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "audiosamples.h"

#include <QList>
#include <QString>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace AudioSamples {

namespace {

QByteArray big32(qsizetype value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(static_cast<quint32>(value), bytes.data());
    return bytes;
}

QByteArray little32(qsizetype value)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(static_cast<quint32>(value), bytes.data());
    return bytes;
}

QByteArray padded(const QByteArray &bytes)
{
    return bytes + QByteArray(bytes.size() % 2, '\0');
}

QByteArray atom(const QByteArray &name, const QByteArray &body)
{
    return big32(body.size() + 8) + name + body;
}

/// An iTunes item. type: 0 binary, 1 UTF-8, 14 PNG.
QByteArray item(const QByteArray &name, int type, const QByteArray &value)
{
    return atom(name, atom("data", big32(type) + big32(0) + value));
}

QByteArray id3Frame(const QByteArray &id, const QByteArray &body)
{
    return id + big32(body.size()) + QByteArray(2, '\0') + body;
}

} // namespace

QByteArray silentMp3()
{
    const QByteArray frame = QByteArray("\xff\xfb\x90\x64", 4) + QByteArray(413, '\0');
    return frame.repeated(38);
}

QByteArray id3(const QByteArray &png)
{
    const QList<std::pair<QByteArray, QString>> texts{
        {"TIT2", u"Déjà Vu"_s}, {"TPE1", u"灯台"_s}, {"TALB", u"Été"_s}, {"TRCK", u"7/9"_s}, {"TPOS", u"2/3"_s}};
    QByteArray frames;
    for (const auto &[id, text] : texts) {
        QByteArray body("\x01\xff\xfe", 3); // UTF-16, little-endian
        for (const QChar c : text)
            body += QByteArray(1, static_cast<char>(c.unicode() & 0xff)) + static_cast<char>(c.unicode() >> 8);
        frames += id3Frame(id, body);
    }
    frames += id3Frame("APIC", QByteArray("\0image/png\0\3\0", 13) + png);
    QByteArray header("ID3\3\0\0", 6);
    for (int shift = 21; shift >= 0; shift -= 7)
        header += static_cast<char>(frames.size() >> shift & 0x7f);
    return header + frames;
}

QByteArray taggedWav(const QByteArray &wav, const QByteArray &png)
{
    const QByteArray tag = id3(png);
    QByteArray bytes = wav + "id3 " + little32(tag.size()) + padded(tag);
    return bytes.replace(4, 4, little32(bytes.size() - 8));
}

QByteArray aiff(const QByteArray &png)
{
    const QByteArray rate = QByteArray::fromHex("400eac44000000000000"); // 44100 as an 80-bit float
    const QByteArray common = QByteArray::fromHex("0002") + big32(44100) + QByteArray::fromHex("0010") + rate;
    const QByteArray sound(8 + 44100 * 4, '\0');
    const QByteArray tag = id3(png);
    const QByteArray body = "AIFFCOMM" + big32(common.size()) + common + "SSND" + big32(sound.size()) + sound + "ID3 " +
                            big32(tag.size()) + padded(tag);
    return "FORM" + big32(body.size()) + body;
}

QByteArray m4a(const QByteArray &png)
{
    const QByteArray entry = QByteArray(6, '\0') + QByteArray::fromHex("0001") + QByteArray(8, '\0') +
                             QByteArray::fromHex("0002001000000000ac440000");
    const QByteArray description = atom("stsd", big32(0) + big32(1) + atom("mp4a", entry));
    const QByteArray header = atom("mdhd", big32(0).repeated(3) + big32(44100) + big32(44100) + big32(0));
    const QByteArray handler = atom("hdlr", big32(0) + big32(0) + "soun" + QByteArray(13, '\0'));
    const QByteArray media = header + handler + atom("minf", atom("stbl", description));
    const QByteArray tags = item("\251nam", 1, "Déjà Vu") + item("\251ART", 1, "灯台") + item("\251alb", 1, "Été") +
                            item("trkn", 0, QByteArray::fromHex("0000000700090000")) +
                            item("disk", 0, QByteArray::fromHex("000000020003")) + item("covr", 14, png);
    const QByteArray meta =
        big32(0) + atom("hdlr", big32(0) + big32(0) + "mdirappl" + QByteArray(9, '\0')) + atom("ilst", tags);
    return atom("ftyp", "M4A " + big32(0) + "M4A mp42isom") +
           atom("moov", atom("trak", atom("mdia", media)) + atom("udta", atom("meta", meta)));
}

QByteArray pictureBlock(const QByteArray &png)
{
    const QByteArray mime("image/png");
    return big32(3) + big32(mime.size()) + mime + big32(0) + big32(24) + big32(24) + big32(24) + big32(0) +
           big32(png.size()) + png;
}

} // namespace AudioSamples
