// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFile>
#include <QIODevice>

#include <memory>

namespace LumaSync {

/// A read-only, random-access view of `length` bytes of an open file from `offset` on. Reads beyond what the
/// file really holds fail, so that a file that shrank is noticed instead of padded. Several windows may share
/// one file in one thread. Keeps no buffer of its own.
class FileWindow : public QIODevice
{
    Q_OBJECT
public:
    /// Precondition: `file` is open for reading. The window opens itself.
    FileWindow(std::shared_ptr<QFile> file, qint64 offset, qint64 length, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return false; }
    [[nodiscard]] qint64 size() const override { return m_length; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    std::shared_ptr<QFile> m_file;
    qint64 m_offset;
    qint64 m_length;
};

} // namespace LumaSync
