// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "importworker.h"

#include "luma-library/lumalibrary.h"

using namespace Qt::StringLiterals;

namespace Luma {

ImportWorker::ImportWorker(QString folder)
    : m_folder(std::move(folder))
{
}

bool ImportWorker::report(int done, int total, const QString &what)
{
    Q_EMIT progressed(done, total, what);
    return !m_isCanceled;
}

void ImportWorker::importPaths(const QStringList &paths)
{
    m_isCanceled = false;
    auto library = LumaLibrary::openOrCreate(m_folder);
    if (!library) {
        Q_EMIT finished(library.error(), {});
        return;
    }
    ImportOptions options;
    options.stemSeconds = 10;
    const auto done = library->importPaths(
        paths, options, [this](int index, int total, const QString &what) { return report(index, total, what); });
    if (!done) {
        Q_EMIT finished(done.error(), {});
        return;
    }
    QStringList problems;
    for (const ImportReport::Unreadable &file : done->unreadable)
        problems.append(u"%1: %2"_s.arg(file.path, file.reason));
    if (done->found == 0)
        Q_EMIT finished(u"There is no audio in what you dropped."_s, problems);
    else if (done->imported == 1)
        Q_EMIT finished(u"1 track was imported."_s, problems);
    else if (done->imported == 0 && !done->duplicates.isEmpty())
        Q_EMIT finished(u"These tracks are in the library already."_s, problems);
    else
        Q_EMIT finished(u"%1 tracks were imported."_s.arg(done->imported), problems);
}

void ImportWorker::makeExamples(int tracks)
{
    m_isCanceled = false;
    auto library = LumaLibrary::openOrCreate(m_folder);
    if (!library) {
        Q_EMIT finished(library.error(), {});
        return;
    }
    GenerateOptions options;
    options.tracks = tracks;
    options.minAudioMb = 1;
    options.maxAudioMb = 3;
    const auto done = library->generate(
        options, [this](int index, int total, const QString &what) { return report(index, total, what); });
    Q_EMIT finished(done ? u"%1 example tracks were made."_s.arg(done->tracks) : done.error(), {});
}

} // namespace Luma
