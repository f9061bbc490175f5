// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/packagebuilder.h"

#include "core/packagefolder.h"
#include "core/sha256.h"
#include "core/zstddevice.h"

#include <KTar>

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr qsizetype blockSize = 1024 * 1024;
constexpr qint64 tarBlock = 512;
constexpr qint64 largestEntry = (Q_INT64_C(1) << 33) - 1; // eleven octal digits, all that a ustar header holds

Error fileError(QLatin1StringView code, const QString &path, const QString &what)
{
    return {.kind = Error::Kind::File, .code = code, .message = u'\'' + path + u"' "_s + what};
}

/// Hashes what passes on its way to a file.
class HashingDevice final : public QIODevice
{
public:
    explicit HashingDevice(QFileDevice *target)
        : m_target(target)
    {
    }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] QByteArray sha256() const { return m_hash.hex(); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        m_hash.addData(QByteArrayView(data, size));
        // A disk that is about to be full takes a part without a word; only what comes after it is refused with a
        // reason.
        for (qint64 done = 0; done < size;) {
            const qint64 written = m_target->write(data + done, size - done);
            if (written <= 0)
                return -1;
            done += written;
        }
        return size;
    }

private:
    QFileDevice *m_target;
    Sha256 m_hash;
};

/// One archive in the making.
class Writer
{
public:
    Writer(QIODevice *target, const ZstdOptions &options, std::stop_token cancel)
        : m_compressor(target, options, std::move(cancel))
        , m_tar(&m_compressor)
        , m_block(blockSize, Qt::Uninitialized)
    {
    }

    Error run(const PackageSource &source)
    {
        if (!m_compressor.open(QIODevice::WriteOnly) || !m_tar.open(QIODevice::WriteOnly))
            return reason();
        for (const PackageEntry &entry : source.entries) {
            if (Error error = entry.path.isEmpty() ? addContent(entry) : addFile(entry))
                return error;
        }
        // KTar leaves out the two zero blocks that end an archive.
        const QByteArray end(2 * tarBlock, '\0');
        if (m_compressor.write(end) != end.size() || !m_compressor.finish())
            return reason();
        return {};
    }

private:
    Error reason() const
    {
        if (m_compressor.failure())
            return m_compressor.failure();
        return {.kind = Error::Kind::File,
                .code = u"write"_s,
                .message = u"The package could not be written: "_s + m_tar.errorString() + u'.'};
    }

    bool begin(const QString &name, qint64 size)
    {
        const QDateTime epoch = QDateTime::fromSecsSinceEpoch(0, QTimeZone::UTC);
        return m_tar.prepareWriting(name, u"root"_s, u"root"_s, size, 0100644, epoch, epoch, epoch);
    }

    Error addContent(const PackageEntry &entry)
    {
        if (!begin(entry.name, entry.content.size()) || !m_tar.writeData(entry.content) ||
            !m_tar.finishWriting(entry.content.size()))
            return reason();
        return {};
    }

    Error addFile(const PackageEntry &entry)
    {
        const QFileInfo before(entry.path);
        if (!before.isFile())
            return fileError("missing"_L1, entry.path, u"does not exist."_s);
        if (before.size() > largestEntry)
            return fileError("toolarge"_L1, entry.path, u"is larger than 8 GiB, the limit inside a package."_s);
        QFile file(entry.path);
        if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return fileError("unreadable"_L1, entry.path, u"cannot be read: "_s + file.errorString() + u'.');
        if (!begin(entry.name, before.size()))
            return reason();
        if (Error error = copy(file, before.size()))
            return error;
        if (!m_tar.finishWriting(before.size()))
            return reason();
        const QFileInfo after(entry.path);
        if (after.size() != before.size() || after.lastModified() != before.lastModified())
            return fileError("changed"_L1, entry.path, u"changed while it was read; it is tried again by itself."_s);
        return {};
    }

    Error copy(QFile &file, qint64 size)
    {
        while (size > 0) {
            const qint64 read = file.read(m_block.data(), qMin<qint64>(size, m_block.size()));
            if (read < 0)
                return fileError("unreadable"_L1, file.fileName(), u"cannot be read: "_s + file.errorString() + u'.');
            if (read == 0)
                return fileError("changed"_L1, file.fileName(),
                                 u"became shorter while it was read; it is tried again by itself."_s);
            if (!m_tar.writeData(m_block.constData(), read))
                return reason();
            size -= read;
        }
        return {};
    }

    ZstdDevice m_compressor;
    KTar m_tar;
    QByteArray m_block;
};

} // namespace

PackageBuilder::PackageBuilder(PackageSettings settings)
    : m_settings(std::move(settings))
{
}

Error PackageBuilder::write(const PackageSource &source, QIODevice *target, const PackageSettings &settings,
                            std::stop_token cancel)
{
    return Writer(target, {.level = settings.level, .workers = settings.workers}, std::move(cancel)).run(source);
}

// Sound that does not compress needs its own size and a little more (ZSTD_compressBound: 1/256).
Error PackageBuilder::checkSpace(const PackageSource &source) const
{
    qint64 needed = 64 * 1024;
    for (const PackageEntry &entry : source.entries) {
        const qint64 size = entry.path.isEmpty() ? entry.content.size() : QFileInfo(entry.path).size();
        needed += size + size / 256 + 2 * tarBlock;
    }
    const qint64 free = m_settings.freeBytes ? m_settings.freeBytes(m_settings.folder)
                                             : QStorageInfo(m_settings.folder).bytesAvailable();
    if (free >= 0 && free < needed)
        return {
            .kind = Error::Kind::DiskFull,
            .code = u"nospace"_s,
            .message =
                u"A package needs %1 MB in '%2', where %3 MB are free. Free some space; it is tried again by itself."_s
                    .arg(needed / 1000000 + 1)
                    .arg(m_settings.folder)
                    .arg(free / 1000000)};
    return {};
}

PackageResult PackageBuilder::build(const PackageSource &source, std::stop_token cancel) const
{
    const Error canceled{.kind = Error::Kind::Canceled, .code = {}, .message = u"The package was canceled."_s};
    if (cancel.stop_requested())
        return {.error = canceled};
    const PackageFolder folder(m_settings.folder);
    if (Error error = folder.prepare())
        return {.error = error};
    if (Error error = checkSpace(source))
        return {.error = error};

    const QString temporary = folder.temporaryPath(source.name);
    QFile file(temporary);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                   QFile::ReadOwner | QFile::WriteOwner))
        return {.error = writeError(file)};
    // In the thread that cancels: at high levels libzstd needs seconds to let go.
    const std::stop_callback vanish(cancel, [&temporary] { QFile::remove(temporary); });
    HashingDevice hashing(&file);
    hashing.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    Error error = write(source, &hashing, m_settings, cancel);
    // The compressor sees the hashing device only; the file knows best why it refused.
    if (file.error() != QFileDevice::NoError)
        error = writeError(file);
    const qint64 size = file.size();
    file.close();
    const QString path = folder.packagePath(source.name);
    if (!error && (QFile::exists(path) && !QFile::remove(path)))
        error = fileError("write"_L1, path, u"could not be replaced."_s);
    if (!error && !file.rename(path))
        error = writeError(file);
    if (cancel.stop_requested()) // nobody takes it any more
        error = canceled;
    if (error) {
        file.remove();
        return {.error = error};
    }
    return {.error = {}, .path = path, .size = size, .sha256 = hashing.sha256()};
}

} // namespace LumaSync
