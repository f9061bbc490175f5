// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "audiotags.h"

#include <QFile>

#include <fileref.h>
#include <tag.h>
#include <tpropertymap.h>
#include <tvariant.h>

using namespace Qt::StringLiterals;

namespace Luma {

namespace {

QString toQString(const TagLib::String &text)
{
    return QString::fromStdString(text.to8Bit(true)).trimmed();
}

TagLib::FileRef openFile(const QString &path)
{
#ifdef Q_OS_WIN
    return TagLib::FileRef(path.toStdWString().c_str());
#else
    return TagLib::FileRef(QFile::encodeName(path).constData());
#endif
}

/// MPEG APIC frames, FLAC pictures, Vorbis METADATA_BLOCK_PICTURE and MP4 covr all arrive as the same list.
QByteArray coverOf(const TagLib::FileRef &file)
{
    QByteArray cover;
    for (const TagLib::VariantMap &picture : file.complexProperties("PICTURE")) {
        const auto data = picture.value("data").value<TagLib::ByteVector>();
        const bool front = picture.value("pictureType").value<TagLib::String>() == "Front Cover";
        if (!data.isEmpty() && (cover.isEmpty() || front))
            cover = QByteArray(data.data(), static_cast<qsizetype>(data.size()));
        if (front && !cover.isEmpty())
            break;
    }
    return cover;
}

int discNumberOf(const TagLib::FileRef &file)
{
    const TagLib::StringList values = file.properties()["DISCNUMBER"];
    return values.isEmpty() ? 0 : toQString(values.front()).section(u'/', 0, 0).toInt(); // "1/2"
}

} // namespace

Result<AudioTags> readAudioTags(const QString &path)
{
    const TagLib::FileRef file = openFile(path);
    const TagLib::AudioProperties *audio = file.isNull() ? nullptr : file.audioProperties();
    if (!audio || audio->sampleRate() <= 0 || audio->channels() <= 0)
        return Failure{u"no audio was found in it"_s};
    AudioTags tags;
    tags.seconds = audio->lengthInMilliseconds() / 1000.0;
    if (const TagLib::Tag *tag = file.tag()) {
        tags.title = toQString(tag->title());
        tags.artist = toQString(tag->artist());
        tags.album = toQString(tag->album());
        tags.trackNumber = static_cast<int>(tag->track());
    }
    tags.discNumber = discNumberOf(file);
    tags.cover = coverOf(file);
    return tags;
}

} // namespace Luma
