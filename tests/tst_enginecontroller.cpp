// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// What a person sets reaches the engine at once, and is there again the next time.
#include "suite.h"

#include "core/syncengine.h"
#include "ui/enginecontroller.h"
#include "ui/syncstatuspanel.h"
#include "ui/translations.h"

#include <QApplication>
#include <QCheckBox>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

class TestEngineController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        QLocale::setDefault(QLocale(u"en_GB"_s));
        loadTranslations(QLocale());
    }
    void init()
    {
        QCoreApplication::setOrganizationName(u"LumaSync tests"_s);
        QCoreApplication::setApplicationName(u"tst_enginecontroller"_s);
        QSettings().clear();
    }

    void thereIsOneForAnEngine()
    {
        SyncEngine engine(options());
        auto *controller = EngineController::of(&engine);
        QCOMPARE(EngineController::of(&engine), controller);
        SyncEngine other(options());
        QVERIFY(EngineController::of(&other) != controller);
    }

    void beginsWithWhatTheHostSaid()
    {
        SyncOptions given = options();
        given.bandwidthLimit = 250'000;
        given.uploadsOnMetered = true;
        given.compressionLevel = 9;
        given.excludedKinds = {UploadKind::AnalysisPackage};
        SyncEngine engine(given);
        const SyncSettings settings = EngineController::of(&engine)->settings();
        QCOMPARE(settings, (SyncSettings{250'000, true, 9, {u"analysis_package"_s}}));
    }

    void reachesTheEngineAndStays()
    {
        const SyncSettings wanted{1'000'000, true, 12, {u"track_audio"_s}};
        {
            SyncEngine engine(options());
            auto *controller = EngineController::of(&engine);
            QSignalSpy changed(controller, &SyncController::settingsChanged);
            controller->setSettings(wanted);
            controller->setSettings(wanted);
            QCOMPARE(changed.size(), 1);
            verifyApplied(engine);
        }
        SyncEngine next(options()); // the next start
        QCOMPARE(EngineController::of(&next)->settings(), wanted);
        verifyApplied(next);
    }

    /// All the way: the person's click in the panel.
    void clickReachesTheEngine()
    {
        SyncEngine engine(options());
        SyncStatusPanel panel(&engine);
        panel.showPage(SyncStatusPanel::Page::Settings);
        panel.show();
        QTest::mouseClick(panel.findChild<QCheckBox *>(u"metered"_s), Qt::LeftButton);
        QVERIFY(engine.options().uploadsOnMetered);
        QTest::mouseClick(panel.findChild<QCheckBox *>(u"artwork_thumb"_s), Qt::LeftButton);
        QCOMPARE(engine.options().excludedKinds, QSet<UploadKind>{UploadKind::ArtworkThumb});
    }

    void aDamagedStoreIsNoHarm()
    {
        QSettings store;
        store.setValue(u"LumaSync/bandwidthLimit"_s, -5);
        store.setValue(u"LumaSync/compressionLevel"_s, 99);
        store.sync();
        SyncEngine engine(options());
        const SyncSettings settings = EngineController::of(&engine)->settings();
        QCOMPARE(settings.bandwidthLimit, 0);
        QCOMPARE(settings.compressionLevel, 3);
    }

    /// Without a name there is no place for them; they count until the end.
    void anApplicationWithoutANameKeepsNothing()
    {
        QCoreApplication::setOrganizationName({});
        {
            SyncEngine engine(options());
            EngineController::of(&engine)->setSettings({1'000'000, true, 12, {}});
            QCOMPARE(engine.options().bandwidthLimit, 1'000'000);
        }
        SyncEngine next(options());
        QCOMPARE(next.options().bandwidthLimit, 0);
        QCOMPARE(EngineController::of(&next)->settings().bandwidthLimit, 0);
    }

    void saysWhatTheEngineSays()
    {
        SyncEngine engine(options());
        auto *controller = EngineController::of(&engine);
        QSignalSpy told(controller, &SyncController::statusChanged);
        SyncStatus status;
        status.uploadsWaiting = 3;
        Q_EMIT engine.statusChanged(status);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().first().value<SyncStatus>().uploadsWaiting, 3);
        QCOMPARE(controller->status().state, engine.status().state);
        QCOMPARE(controller->uploadKinds(), (QStringList{u"track_audio"_s, u"artwork_thumb"_s, u"analysis_package"_s}));
    }

private:
    [[nodiscard]] SyncOptions options() const
    {
        SyncOptions options;
        options.databasePath = m_folder.filePath(u"library.sqlite"_s);
        options.keychainService.clear();
        options.cacheFolder = m_folder.path();
        return options;
    }
    static void verifyApplied(const SyncEngine &engine)
    {
        QCOMPARE(engine.options().bandwidthLimit, 1'000'000);
        QVERIFY(engine.options().uploadsOnMetered);
        QCOMPARE(engine.options().compressionLevel, 12);
        QCOMPARE(engine.options().excludedKinds, QSet<UploadKind>{UploadKind::TrackAudio});
    }

    QTemporaryDir m_folder;
};

LUMASYNC_SUITE(QApplication, TestEngineController)
#include "tst_enginecontroller.moc"
