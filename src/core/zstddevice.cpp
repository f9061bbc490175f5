// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/zstddevice.h"

#include <QFileDevice>
#include <QThread>

#include <zstd.h>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr qsizetype stepSize = 128 * 1024; // input between two looks at the cancel flag
constexpr int mostWorkers = 4;             // each costs memory
constexpr int longestWindow = 23;          // 8 MiB; beyond it levels 20 to 22 would need gigabytes
constexpr int overlap = 6;                 // an eighth of the window, for all levels

// Fixed, so that the same bytes come out on every machine. Smaller where the levels are slow, to be able to
// stop.
int jobSize(int level)
{
    return level <= 12 ? 2 * 1024 * 1024 : 1024 * 1024;
}

bool configure(ZSTD_CCtx *context, const ZstdOptions &options)
{
    const int workers = options.workers > 0 ? options.workers : qBound(1, QThread::idealThreadCount(), mostWorkers);
    const std::pair<ZSTD_cParameter, int> parameters[] = {
        {ZSTD_c_compressionLevel, options.level},
        {ZSTD_c_checksumFlag, 1},
        {ZSTD_c_contentSizeFlag, 0},
        // Never 0: without workers libzstd cuts its blocks elsewhere and the bytes differ.
        {ZSTD_c_nbWorkers, workers},
        {ZSTD_c_jobSize, jobSize(options.level)},
        {ZSTD_c_overlapLog, overlap},
    };
    for (const auto &[parameter, value] : parameters) {
        if (ZSTD_isError(ZSTD_CCtx_setParameter(context, parameter, value)))
            return false;
    }
    return options.level < 20 || !ZSTD_isError(ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, longestWindow));
}

} // namespace

void ZstdDevice::ContextDeleter::operator()(ZSTD_CCtx_s *context) const
{
    ZSTD_freeCCtx(context);
}

ZstdDevice::ZstdDevice(QIODevice *target, ZstdOptions options, std::stop_token cancel, QObject *parent)
    : QIODevice(parent)
    , m_target(target)
    , m_options(options)
    , m_cancel(std::move(cancel))
{
}

ZstdDevice::~ZstdDevice() = default;

bool ZstdDevice::open(OpenMode mode)
{
    if (mode != WriteOnly || isOpen())
        return false;
    if (m_options.level < 1 || m_options.level > 22)
        return fail({.kind = Error::Kind::Configuration,
                     .code = u"level"_s,
                     .message = u"The compression level must be 1 to 22."_s});
    m_context.reset(ZSTD_createCCtx());
    if (!m_context || !configure(m_context.get(), m_options))
        return fail({.kind = Error::Kind::Configuration,
                     .code = u"zstd"_s,
                     .message = u"This libzstd cannot compress with several threads."_s});
    m_output.resize(qsizetype(ZSTD_CStreamOutSize()));
    m_failure = {};
    return QIODevice::open(mode | Unbuffered);
}

bool ZstdDevice::finish()
{
    if (!isOpen() || m_failure)
        return false;
    ZSTD_inBuffer nothing{nullptr, 0, 0};
    qint64 rest = 1;
    while (rest > 0)
        rest = step(&nothing, ZSTD_e_end);
    return rest == 0;
}

void ZstdDevice::close()
{
    m_context.reset(); // joins libzstd's threads
    if (isOpen())
        QIODevice::close();
}

qint64 ZstdDevice::readData(char *, qint64)
{
    return -1;
}

qint64 ZstdDevice::writeData(const char *data, qint64 size)
{
    if (m_failure)
        return -1;
    for (qint64 done = 0; done < size; done += stepSize) {
        ZSTD_inBuffer input{data + done, size_t(qMin<qint64>(stepSize, size - done)), 0};
        while (input.pos < input.size) {
            if (step(&input, ZSTD_e_continue) < 0)
                return -1;
        }
    }
    return size;
}

qint64 ZstdDevice::step(void *input, int directive)
{
    if (m_cancel.stop_requested()) {
        fail({.kind = Error::Kind::Canceled, .code = {}, .message = u"Compression was canceled."_s});
        return -1;
    }
    ZSTD_outBuffer output{m_output.data(), size_t(m_output.size()), 0};
    const size_t rest = ZSTD_compressStream2(m_context.get(), &output, static_cast<ZSTD_inBuffer *>(input),
                                             ZSTD_EndDirective(directive));
    if (ZSTD_isError(rest)) {
        fail({.kind = Error::Kind::Protocol,
              .code = u"zstd"_s,
              .message = u"Compression failed: "_s + QString::fromLatin1(ZSTD_getErrorName(rest)) + u'.'});
        return -1;
    }
    if (output.pos > 0 && m_target->write(m_output.constData(), qint64(output.pos)) != qint64(output.pos)) {
        fail(writeError(*m_target));
        return -1;
    }
    return qint64(rest);
}

bool ZstdDevice::fail(Error error)
{
    setErrorString(error.message);
    m_failure = std::move(error);
    return false;
}

Error writeError(const QIODevice &device)
{
    const auto *file = qobject_cast<const QFileDevice *>(&device);
    if (file && file->error() == QFileDevice::ResourceError)
        return {.kind = Error::Kind::DiskFull,
                .code = u"nospace"_s,
                .message = u"There is no space left on the disk. Free some space; it is tried again by itself."_s};
    return {.kind = Error::Kind::File,
            .code = u"write"_s,
            .message = u"A temporary file could not be written: "_s + device.errorString() + u'.'};
}

} // namespace LumaSync
