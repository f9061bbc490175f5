// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/error.h"

#include <QByteArray>
#include <QIODevice>

#include <memory>
#include <stop_token>

struct ZSTD_CCtx_s;

namespace LumaSync {

/// How a ZstdDevice compresses. The output depends on the level alone, never on the number of workers.
struct ZstdOptions
{
    int level = 3;   ///< 1 to 22
    int workers = 0; ///< compression threads, at least 1; 0: as many as the machine has, at most 4
};

/// A sequential, write-only device that compresses what is written with zstd (checksum on, no content size)
/// and passes it on to `target`. Memory is bounded by the level and the workers, whatever the length. Thread:
/// any one thread at a time; libzstd's own threads do the work. Owner: the caller, who keeps `target` open
/// and alive.
class ZstdDevice : public QIODevice
{
    Q_OBJECT

public:
    explicit ZstdDevice(QIODevice *target, ZstdOptions options = {}, std::stop_token cancel = {},
                        QObject *parent = nullptr);
    ~ZstdDevice() override;

    [[nodiscard]] bool isSequential() const override { return true; }
    /// WriteOnly, else false.
    bool open(OpenMode mode) override;
    /// Ends the frame and hands the rest to the target. Without it close() leaves an unfinished frame behind.
    [[nodiscard]] bool finish();
    void close() override;
    /// Why a write or finish() failed: Canceled, DiskFull, File (the target refused), Protocol (libzstd
    /// refused).
    [[nodiscard]] const Error &failure() const { return m_failure; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    /// One call to libzstd and its output to the target. Returns libzstd's hint (0: nothing left), or -1.
    qint64 step(void *input, int directive);
    bool fail(Error error);

    struct ContextDeleter
    {
        void operator()(ZSTD_CCtx_s *context) const;
    };

    QIODevice *m_target;
    ZstdOptions m_options;
    std::stop_token m_cancel;
    std::unique_ptr<ZSTD_CCtx_s, ContextDeleter> m_context;
    QByteArray m_output;
    Error m_failure;
};

/// Why `device` refused a write: DiskFull where the system says so, File otherwise.
[[nodiscard]] Error writeError(const QIODevice &device);

} // namespace LumaSync
