// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "backstage.h"

namespace Luma {

Backstage::Backstage(const QString &folder)
    : m_library(new LibraryWorker(folder))
    , m_importer(new ImportWorker(folder))
    , m_covers(new CoverLoader)
{
    QObject *workers[] = {m_library, m_importer, m_covers};
    const QStringList names{QStringLiteral("luma-library"), QStringLiteral("luma-import"),
                            QStringLiteral("luma-covers")};
    for (size_t i = 0; i < m_threads.size(); ++i) {
        workers[i]->moveToThread(&m_threads[i]);
        connect(&m_threads[i], &QThread::finished, workers[i], &QObject::deleteLater);
        m_threads[i].setObjectName(names.at(static_cast<qsizetype>(i)));
        m_threads[i].start(QThread::LowPriority);
    }
}

Backstage::~Backstage()
{
    m_importer->cancel();
    for (QThread &thread : m_threads)
        thread.quit();
    for (QThread &thread : m_threads)
        thread.wait();
}

} // namespace Luma
