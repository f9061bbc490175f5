// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cli/syncdisplay.h"

#include <QMetaEnum>

using namespace Qt::StringLiterals;

namespace LumaSync::Cli {

namespace {

QString stateName(SyncStatus::State state)
{
    return QString::fromLatin1(QMetaEnum::fromType<SyncStatus::State>().valueToKey(static_cast<int>(state)));
}

QString uploadText(const UploadProgress &upload)
{
    return kindText(upload.kind) + u" of "_s + (upload.title.isEmpty() ? u"track "_s + upload.trackId : upload.title);
}

double share(qint64 part, qint64 whole)
{
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

} // namespace

SyncDisplay::SyncDisplay(Console &console, bool withStates)
    : m_console(console)
    , m_withStates(withStates)
{
    m_clock.start();
}

QString SyncDisplay::stateText(const SyncStatus &status)
{
    using State = SyncStatus::State;
    const QString some = countedBoth(status.rowsWaiting, status.uploadsWaiting);
    const QString waiting = some.isEmpty() ? u"nothing to send"_s : some + u" to send"_s;
    switch (status.state) {
    case State::Starting:
        return u"opening the library"_s;
    case State::UpToDate:
        return u"everything is backed up"_s;
    case State::Waiting:
        return u"waiting: "_s + waiting;
    case State::Syncing:
        return u"sending rows"_s;
    case State::Uploading:
        return u"uploading files"_s;
    case State::Paused:
        return u"paused: "_s + waiting;
    case State::Offline:
        return u"offline: "_s + waiting;
    case State::SignedOut:
        return u"signed out: "_s + waiting;
    case State::NeedsAttention:
        if (status.problem)
            return u"needs attention: "_s + status.problem.message;
        return u"needs attention: "_s + countedBoth(status.rowsRefused, status.uploadsFailed) + u" refused or failed"_s;
    case State::Stopping:
        return u"stopping"_s;
    case State::Stopped:
        return u"stopped"_s;
    }
    return {};
}

QJsonObject SyncDisplay::fields(const SyncStatus &status)
{
    QJsonObject fields{{u"state"_s, stateName(status.state)},         {u"rowsWaiting"_s, status.rowsWaiting},
                       {u"rowsRefused"_s, status.rowsRefused},        {u"uploadsWaiting"_s, status.uploadsWaiting},
                       {u"bytesWaiting"_s, status.bytesWaiting},      {u"uploadsFailed"_s, status.uploadsFailed},
                       {u"uploadsExcluded"_s, status.uploadsExcluded}};
    if (status.problem)
        fields.insert(u"problem"_s, QJsonObject{{u"kind"_s, QString(kindName(status.problem.kind))},
                                                {u"code"_s, status.problem.code},
                                                {u"message"_s, status.problem.message}});
    return fields;
}

void SyncDisplay::statusChanged(const SyncStatus &status)
{
    m_rowsPeak = status.rowsWaiting == 0 ? 0 : std::max(m_rowsPeak, status.rowsWaiting);
    m_uploadsPeak = status.uploadsWaiting == 0 ? 0 : std::max(m_uploadsPeak, status.uploadsWaiting);
    const QString text = stateText(status);
    if (m_withStates && std::exchange(m_lastState, text) != text)
        m_console.say(text, u"status"_s, fields(status));
    showBar(status);
}

void SyncDisplay::showBar(const SyncStatus &status)
{
    if (!m_console.showsProgress())
        return;
    if (status.isUploading) {
        const UploadProgress &upload = status.upload;
        const double within = share(upload.acknowledged, upload.size);
        const qint64 done = m_uploadsPeak - status.uploadsWaiting;
        QString speed;
        if (upload.isPreparing)
            speed = u"preparing"_s;
        else if (upload.bytesPerSecond >= 1)
            speed = bytesText(static_cast<qint64>(upload.bytesPerSecond)) + u"/s"_s;
        m_console.progress(progressLine(
            u"files"_s, (static_cast<double>(done) + within) / static_cast<double>(std::max<qint64>(1, m_uploadsPeak)),
            u"%1/%2 %3 %4"_s.arg(done).arg(m_uploadsPeak).arg(speed, uploadText(upload)).simplified()));
    } else if (status.state == SyncStatus::State::Syncing) {
        const qint64 done = m_rowsPeak - status.rowsWaiting;
        m_console.progress(progressLine(u"rows"_s, share(done, m_rowsPeak), u"%1/%2"_s.arg(done).arg(m_rowsPeak)));
    } else {
        m_console.progress(stateText(status));
    }
}

void SyncDisplay::cycleFinished(const Error &error, qint64 rowsSent, qint64 rowsDeleted, qint64 bytesSent)
{
    m_rowsSent += rowsSent;
    m_rowsDeleted += rowsDeleted;
    m_rowBytes += bytesSent;
    if (rowsSent == 0 && rowsDeleted == 0)
        return;
    QString line = u"sent "_s + counted(rowsSent, u"row"_s, u"rows"_s) + u" ("_s + bytesText(bytesSent) + u')';
    if (rowsDeleted > 0)
        line += u", deleted "_s + QString::number(rowsDeleted);
    if (error)
        line += u", then: "_s + error.message;
    m_console.say(line, u"rows"_s, {{u"sent"_s, rowsSent}, {u"deleted"_s, rowsDeleted}, {u"bytes"_s, bytesSent}});
}

void SyncDisplay::uploadFinished(const UploadProgress &upload, const Error &error)
{
    if (!error) {
        ++m_files;
        m_fileBytes += upload.size;
    } else if (error.kind == Error::Kind::Canceled) {
        return;
    }
    QJsonObject fields{{u"kind"_s, upload.kind},
                       {u"trackId"_s, upload.trackId},
                       {u"title"_s, upload.title},
                       {u"bytes"_s, upload.size}};
    if (error)
        fields.insert(u"problem"_s, QJsonObject{{u"kind"_s, QString(kindName(error.kind))},
                                                {u"code"_s, error.code},
                                                {u"message"_s, error.message}});
    QString line = u"uploaded "_s + uploadText(upload) + u" ("_s + bytesText(upload.size) + u')';
    if (error)
        line = u"not uploaded: "_s + uploadText(upload) + u": "_s + error.message;
    m_console.say(line, u"upload"_s, fields);
}

QString SyncDisplay::figures() const
{
    QString text = counted(m_rowsSent, u"row"_s, u"rows"_s);
    if (m_rowsDeleted > 0)
        text += u", "_s + counted(m_rowsDeleted, u"deletion"_s, u"deletions"_s);
    return text + u" and "_s + counted(m_files, u"file"_s, u"files"_s) + u" ("_s + bytesText(m_rowBytes + m_fileBytes) +
           u") in "_s + QString::number(static_cast<double>(m_clock.elapsed()) / 1000, 'f', 1) + u" s"_s;
}

QJsonObject SyncDisplay::totals() const
{
    return {{u"rowsSent"_s, m_rowsSent},   {u"rowsDeleted"_s, m_rowsDeleted},
            {u"rowBytes"_s, m_rowBytes},   {u"files"_s, m_files},
            {u"fileBytes"_s, m_fileBytes}, {u"seconds"_s, static_cast<double>(m_clock.elapsed()) / 1000}};
}

} // namespace LumaSync::Cli
