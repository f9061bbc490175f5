// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/uploadtext.h"

#include "ui/format.h"
#include "ui/problemtext.h"

#include <QFileInfo>

#include <cmath>

using namespace Qt::StringLiterals;

namespace LumaSync {

bool UploadRow::isFailed() const
{
    return status == "failed"_L1;
}

bool UploadRow::isDelayed(const QDateTime &now) const
{
    return !isFailed() && !isCurrent && nextAttempt.isValid() && nextAttempt > now;
}

double UploadRow::fraction() const
{
    if (size <= 0)
        return -1;
    return qBound(0.0, static_cast<double>(acknowledged) / static_cast<double>(size), 1.0);
}

UploadText::UploadText(const UploadRow &row, const QDateTime &now)
    : m_row(row)
    , m_now(now)
{
}

QString UploadText::title() const
{
    if (!m_row.title.isEmpty())
        return m_row.title;
    const QString file = QFileInfo(m_row.localPath).fileName();
    return file.isEmpty() ? tr("Track %1").arg(m_row.trackId) : file;
}

QString UploadText::description() const
{
    const QString size = Format::bytes(m_row.size);
    const bool known = m_row.size > 0 && !saysSize();
    if (m_row.kind == "artwork_thumb"_L1)
        return known ? tr("Cover, %1").arg(size) : tr("Cover");
    if (m_row.kind == "analysis_package"_L1)
        return known ? tr("Analysis, %1").arg(size) : tr("Analysis");
    if (m_row.kind != "track_audio"_L1)
        //: %1 is a kind of file, such as "Note attachment"; %2 is a size
        return known ? tr("%1, %2").arg(kindName(m_row.kind), size) : kindName(m_row.kind);
    return known ? tr("Audio, %1").arg(size) : tr("Audio");
}

bool UploadText::saysSize() const
{
    if (m_row.excluded || m_row.isFailed() || m_row.size <= 0)
        return false;
    return m_row.isCurrent ? !m_row.isPreparing : !m_row.isDelayed(m_now) && m_row.acknowledged > 0;
}

QString UploadText::kindName(const QString &kind)
{
    if (kind == "artwork_thumb"_L1)
        return tr("Covers");
    if (kind == "analysis_package"_L1)
        return tr("Analysis: stems, waveforms and harmonies");
    if (kind == "track_audio"_L1)
        return tr("Audio files");
    // The host's own word, "note_attachment" as "Note attachment".
    QString name = kind;
    name.replace(u'_', u' ');
    return name.left(1).toUpper() + name.mid(1);
}

QString UploadText::state() const
{
    if (m_row.excluded)
        return tr("Left out");
    if (m_row.isFailed())
        return ProblemText::title({ProblemText::kindFrom(m_row.lastErrorKind), 0, {}, {}});
    if (m_row.isCurrent && m_row.isPreparing)
        return tr("Preparing…");
    if (m_row.isCurrent && saysSize()) {
        const QString sent = Format::bytes(m_row.acknowledged);
        if (m_row.bytesPerSecond >= 1)
            //: %1 and %2 are sizes, %3 is a rate
            return tr("%1 of %2 at %3").arg(sent, Format::bytes(m_row.size), Format::rate(m_row.bytesPerSecond));
        return tr("%1 of %2").arg(sent, Format::bytes(m_row.size));
    }
    if (m_row.isDelayed(m_now))
        return tr("Next try at %1").arg(Format::moment(m_row.nextAttempt, m_now));
    if (saysSize())
        return tr("Goes on at %1 of %2").arg(Format::bytes(m_row.acknowledged), Format::bytes(m_row.size));
    return tr("Waiting");
}

QString UploadText::remaining() const
{
    if (!m_row.isCurrent || m_row.isPreparing || m_row.size <= 0 || m_row.bytesPerSecond < 1)
        return {};
    const double bytes = static_cast<double>(qMax<qint64>(0, m_row.size - m_row.acknowledged));
    return tr("%1 left").arg(Format::duration(static_cast<qint64>(std::ceil(bytes / m_row.bytesPerSecond))));
}

QString UploadText::accessibleText() const
{
    const QString rest = remaining();
    QStringList lines{title(), description(), state()};
    if (!rest.isEmpty())
        lines.append(rest);
    return lines.join(u'\n');
}

} // namespace LumaSync
