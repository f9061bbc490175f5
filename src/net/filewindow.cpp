// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/filewindow.h"

#include <algorithm>

namespace LumaSync {

FileWindow::FileWindow(std::shared_ptr<QFile> file, qint64 offset, qint64 length, QObject *parent)
    : QIODevice(parent)
    , m_file(std::move(file))
    , m_offset(offset)
    , m_length(length)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 FileWindow::readData(char *data, qint64 maxSize)
{
    const qint64 wanted = std::min(maxSize, m_length - pos());
    if (wanted <= 0)
        return 0;
    if (m_file->pos() != m_offset + pos() && !m_file->seek(m_offset + pos())) {
        setErrorString(m_file->errorString());
        return -1;
    }
    const qint64 got = m_file->read(data, wanted);
    if (got <= 0) {
        setErrorString(got < 0 ? m_file->errorString() : QStringLiteral("The file is shorter than it was."));
        return -1;
    }
    return got;
}

qint64 FileWindow::writeData(const char *, qint64)
{
    return -1;
}

} // namespace LumaSync
