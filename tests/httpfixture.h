// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "httpscript.h"
#include "net/httpjob.h"

#include <QFile>
#include <QTemporaryFile>

#include <memory>

// What the tests of a single request begin with.
namespace LumaSync {

constexpr int bigBody = 6 * 1024 * 1024;

HttpRequest request(const HttpScript &server, const QByteArray &verb, const QByteArray &body = {});

/// `source` with `bytes` in it, open for reading.
std::shared_ptr<QFile> fileOf(QTemporaryFile &source, const QByteArray &bytes);

/// Bytes that differ from place to place.
QByteArray pattern(int size);

} // namespace LumaSync
