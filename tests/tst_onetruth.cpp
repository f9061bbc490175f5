// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// Whatever happens in whatever order: icon, tooltip, button, panel and API say the same, and none of them says that
// everything is backed up unless it is.
#include "fakecontroller.h"
#include "suite.h"
#include "ui/attentionmodel.h"
#include "ui/counttile.h"
#include "ui/statusanimation.h"
#include "ui/statustext.h"
#include "ui/syncmenu.h"
#include "ui/syncstatusbutton.h"
#include "ui/syncstatuspanel.h"
#include "ui/synctrayicon.h"
#include "ui/translations.h"
#include "ui/uploadmodel.h"

#include <QApplication>
#include <QLabel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using State = SyncStatus::State;
using Symbol = StatusLook::Symbol;

namespace {

/// A random life of a library: edits, imports, refusals, failures, pauses. It keeps sets of rows and files, not counts.
class World
{
public:
    explicit World(quint32 seed)
        : m_random(seed)
    {
    }

    void step()
    {
        switch (m_random.bounded(14)) {
        case 0:
            m_dirty.insert(m_next++);
            break;
        case 1:
            m_waiting.insert(m_next++);
            break;
        case 2:
            m_dirty.clear();
            m_refused.clear();
            break;
        case 3:
            refuse();
            break;
        case 4:
            failUpload();
            break;
        case 5:
            m_failed.clear();
            break;
        case 6:
            finishUpload();
            break;
        case 7:
            m_isPaused = !m_isPaused;
            break;
        case 8:
            m_isOnline = !m_isOnline;
            break;
        case 9:
            m_isSignedIn = m_random.bounded(4) != 0;
            break;
        case 10:
            m_isUploading = !m_waiting.empty() && !m_isUploading;
            break;
        case 11:
            m_isSyncing = !m_isSyncing;
            break;
        case 12:
            m_problem = m_random.bounded(3) == 0 ? Error::Kind::Database : Error::Kind::None;
            break;
        case 13: // a long night: everything is done
            *this = World(m_random.generate());
            break;
        }
        m_isUploading = m_isUploading && !m_waiting.empty();
    }

    [[nodiscard]] bool isSafe() const
    {
        return m_dirty.empty() && m_refused.empty() && m_waiting.empty() && m_failed.empty();
    }

    [[nodiscard]] SyncStatus status() const
    {
        SyncStatus status;
        status.rowsWaiting = static_cast<qint64>(m_dirty.size());
        status.rowsRefused = static_cast<qint64>(m_refused.size());
        status.uploadsWaiting = static_cast<qint64>(m_waiting.size());
        status.uploadsFailed = static_cast<qint64>(m_failed.size());
        status.bytesWaiting = status.uploadsWaiting * 1'000'000;
        status.isUploading = m_isUploading;
        if (m_isUploading)
            status.upload.jobId = *m_waiting.begin();
        status.problem.kind = m_problem;
        status.state = m_problem != Error::Kind::None            ? State::NeedsAttention
                       : !m_isSignedIn                           ? State::SignedOut
                       : m_isPaused                              ? State::Paused
                       : !m_isOnline                             ? State::Offline
                       : m_isUploading                           ? State::Uploading
                       : m_isSyncing                             ? State::Syncing
                       : !m_refused.empty() || !m_failed.empty() ? State::NeedsAttention
                       : isSafe()                                ? State::UpToDate
                                                                 : State::Waiting;
        return status;
    }

    void fill(FakeController &controller) const
    {
        controller.uploads.clear();
        controller.refused.clear();
        for (const auto *set : {&m_waiting, &m_failed}) {
            for (const qint64 id : *set) {
                UploadItem item;
                item.id = id;
                item.status = set == &m_failed ? u"failed"_s : u"pending"_s;
                item.lastErrorKind = set == &m_failed ? u"File"_s : QString();
                controller.uploads.append(item);
            }
        }
        for (const qint64 id : m_refused) {
            RefusedRow row;
            row.table = id % 2 ? u"venues"_s : u"tracks"_s;
            row.key = QByteArray::number(id);
            controller.refused.append(row);
        }
    }

private:
    void refuse()
    {
        if (!m_dirty.empty())
            m_refused.insert(*m_dirty.begin());
    }
    void failUpload()
    {
        if (m_waiting.empty())
            return;
        m_failed.insert(*m_waiting.begin());
        m_waiting.erase(m_waiting.begin());
    }
    void finishUpload()
    {
        if (!m_waiting.empty())
            m_waiting.erase(m_waiting.begin());
    }

    QRandomGenerator m_random;
    std::set<qint64> m_dirty, m_refused, m_waiting, m_failed;
    qint64 m_next = 1;
    bool m_isPaused = false, m_isOnline = true, m_isSignedIn = true, m_isUploading = false, m_isSyncing = false;
    Error::Kind m_problem = Error::Kind::None;
};

Symbol shownBy(const QObject &face)
{
    return face.findChild<StatusAnimation *>()->look().symbol;
}

qint64 badgeOf(const QObject &face)
{
    return face.findChild<StatusAnimation *>()->look().badge;
}

} // namespace

class TestOneTruth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
        loadTranslations(QLocale());
    }

    void randomLives_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed : {1u, 2u, 3u, QRandomGenerator::global()->generate()})
            QTest::addRow("seed %u", seed) << seed;
    }
    void randomLives()
    {
        QFETCH(quint32, seed);
        FakeController controller;
        SyncTrayIcon tray(&controller);
        SyncStatusButton button(&controller);
        SyncStatusPanel panel(&controller);
        panel.show();
        World world(seed);
        int safe = 0;
        for (int i = 0; i < 1500; ++i) {
            world.step();
            SyncStatus status = world.status();
            if (i % 5 == 0) // whatever the workers say, the counts decide
                status.state = State::UpToDate;
            if (i % 3 != 0) // the lists lag behind
                world.fill(controller);
            controller.set(status);
            if (i % 2)
                controller.listItems();
            check(status, world.isSafe(), tray, button, panel);
            if (QTest::currentTestFailed()) {
                qWarning("step %d", i);
                return;
            }
            safe += status.isEverythingBackedUp();
        }
        QVERIFY(safe > 20); // the good news is not simply withheld
    }

    void noticesAreFew()
    {
        FakeController controller;
        SyncTrayIcon tray(&controller);
        QSignalSpy notices(&tray, &SyncTrayIcon::noticeShown);
        SyncStatus status;
        status.state = State::NeedsAttention;
        for (int i = 1; i <= 5'000; ++i) {
            status.uploadsFailed = i;
            controller.set(status);
        }
        QTRY_COMPARE_WITH_TIMEOUT(notices.size(), 1, 10'000);
        QCOMPARE(notices.first().at(0).toString(), u"5,000 items need your attention"_s);
        controller.set(status);
        QCOMPARE(notices.size(), 1);
    }

private:
    void check(const SyncStatus &status, bool isSafe, const SyncTrayIcon &tray, const SyncStatusButton &button,
               const SyncStatusPanel &panel)
    {
        const QString good = StatusText::everythingBackedUp();
        const auto *headline = panel.findChild<QLabel *>(u"headline"_s);
        const auto *menuHeadline = tray.menu()->findChild<QAction *>(u"headline"_s);
        // All say the same.
        const StatusText text(status);
        QCOMPARE(tray.toolTip(), text.tooltip());
        QCOMPARE(button.text(), text.tooltip());
        QCOMPARE(headline->text(), text.headline());
        QCOMPARE(menuHeadline->text(), text.headline());
        QCOMPARE(shownBy(tray), StatusLook::of(status).symbol);
        QCOMPARE(shownBy(button), shownBy(tray));
        QCOMPARE(shownBy(panel), shownBy(tray));
        QCOMPARE(badgeOf(button), badgeOf(tray));
        // The good news only where it is true; and never beside anything that waits.
        const bool claimed = status.isEverythingBackedUp();
        QVERIFY(!claimed || isSafe);
        QCOMPARE(tray.toolTip() == good, claimed);
        QCOMPARE(headline->text() == good, claimed);
        QCOMPARE(shownBy(tray) == Symbol::UpToDate, claimed);
        // The numbers.
        if (badgeOf(tray) != 0)
            QCOMPARE(badgeOf(tray), status.uploadsWaiting);
        QCOMPARE(panel.findChild<AttentionModel *>()->total(), StatusText::attentionCount(status));
        const auto tiles = panel.findChildren<CountTile *>();
        const QList<qint64> counts{status.rowsWaiting, status.uploadsWaiting, status.rowsRefused, status.uploadsFailed};
        QCOMPARE(tiles.size(), counts.size());
        for (int i = 0; i < tiles.size(); ++i)
            QCOMPARE(tiles[i]->findChild<QLabel *>()->text(), QLocale().toString(counts[i]));
    }
};

LUMASYNC_SUITE(QApplication, TestOneTruth)
#include "tst_onetruth.moc"
