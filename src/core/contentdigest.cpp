// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/contentdigest.h"

#include "core/sha256.h"
#include "core/thumbnail.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

/// Takes everything, keeps the digest.
class DigestDevice : public QIODevice
{
public:
    DigestDevice() { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] Digest digest() const { return {m_hash.hex(), m_size}; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        m_hash.addData(QByteArrayView(data, size));
        m_size += size;
        return size;
    }

private:
    Sha256 m_hash;
    qint64 m_size = 0;
};

Error unreadable(const QString &path)
{
    const bool exists = QFile::exists(path);
    return {.kind = Error::Kind::File,
            .code = exists ? u"unreadable"_s : u"missing"_s,
            .message =
                exists ? u"The file '"_s + path + u"' cannot be read."_s : u"The file '"_s + path + u"' is missing."_s};
}

Expected<Digest> fileDigest(const QString &path, const std::stop_token &cancel)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return unreadable(path);
    DigestDevice device;
    QByteArray buffer(1024 * 1024, Qt::Uninitialized);
    while (!cancel.stop_requested()) {
        const qint64 count = file.read(buffer.data(), buffer.size());
        if (count < 0)
            return unreadable(path);
        if (count == 0)
            return device.digest();
        device.write(buffer.constData(), count);
    }
    return Error{.kind = Error::Kind::Canceled, .code = {}, .message = u"It was canceled."_s};
}

} // namespace

Expected<Digest> contentDigest(const DigestSource &source, std::stop_token cancel)
{
    DigestDevice device;
    switch (source.form) {
    case FileForm::AsIs:
        return fileDigest(source.path, cancel);
    case FileForm::Thumbnail: {
        const auto thumbnail = makeThumbnail(source.path);
        if (!thumbnail)
            return thumbnail.error();
        device.write(*thumbnail);
        return device.digest();
    }
    case FileForm::Package:
        break;
    }
    if (Error error = PackageBuilder::write(source.package, &device, {}, cancel))
        return error;
    return device.digest();
}

} // namespace LumaSync
