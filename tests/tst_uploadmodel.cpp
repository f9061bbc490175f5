// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "ui/uploadmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace LumaSync;
using namespace Qt::StringLiterals;

namespace {

UploadItem item(qint64 id, const QString &status = u"pending"_s)
{
    UploadItem item;
    item.id = id;
    item.kind = u"track_audio"_s;
    item.title = u"Track %1"_s.arg(id);
    item.size = 1'000'000;
    item.status = status;
    return item;
}

QList<UploadItem> items(const QList<qint64> &ids)
{
    QList<UploadItem> list;
    for (const qint64 id : ids)
        list.append(item(id));
    return list;
}

QList<qint64> ids(const UploadModel &model)
{
    QList<qint64> list;
    for (int i = 0; i < model.rowCount(); ++i)
        list.append(model.row(i).id);
    return list;
}

} // namespace

class TestUploadModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesOutWhatIsDone()
    {
        UploadModel model;
        model.setItems({item(1, u"uploading"_s), item(2, u"completed"_s), item(3, u"failed"_s)});
        QCOMPARE(ids(model), (QList<qint64>{1, 3}));
    }

    void keepsRowsThatStay()
    {
        UploadModel model;
        QAbstractItemModelTester tester(&model);
        model.setItems(items({1, 2, 3, 4, 5}));
        const QPersistentModelIndex third = model.index(2);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setItems(items({3, 4, 6, 5, 7}));
        QCOMPARE(ids(model), (QList<qint64>{3, 4, 6, 5, 7}));
        QCOMPARE(third.row(), 0);
        QCOMPARE(resets.size(), 0);
    }

    void anyListFollowsAnyOther()
    {
        auto *random = QRandomGenerator::global();
        const quint32 seed = random->generate();
        QRandomGenerator generator(seed);
        UploadModel model;
        QAbstractItemModelTester tester(&model);
        for (int round = 0; round < 300; ++round) {
            QList<qint64> wanted;
            for (qint64 id = 1; id <= 20; ++id)
                if (generator.bounded(3) != 0)
                    wanted.append(id);
            if (generator.bounded(5) == 0)
                std::shuffle(wanted.begin(), wanted.end(), generator);
            model.setItems(items(wanted));
            QVERIFY2(ids(model) == wanted, qPrintable(u"seed %1, round %2"_s.arg(seed).arg(round)));
        }
    }

    void progressTouchesOneRow()
    {
        UploadModel model;
        model.setItems(items({1, 2, 3}));
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        SyncStatus status;
        status.state = SyncStatus::State::Uploading;
        status.isUploading = true;
        status.upload.jobId = 2;
        status.upload.size = 1'000'000;
        status.upload.acknowledged = 250'000;
        model.setStatus(status);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.first().at(0).toModelIndex().row(), 1);
        QCOMPARE(model.index(1).data(UploadModel::FractionRole).toDouble(), 0.25);
        QVERIFY(model.row(1).isCurrent);
        model.setStatus(status);
        QCOMPARE(changes.size(), 1); // nothing new
        status.upload.jobId = 3;
        status.upload.acknowledged = 0;
        model.setStatus(status);
        QVERIFY(!model.row(1).isCurrent);
        QVERIFY(model.row(2).isCurrent);
    }

    void words()
    {
        UploadModel model;
        UploadItem failed = item(1, u"failed"_s);
        failed.lastErrorKind = u"File"_s;
        UploadItem delayed = item(2);
        delayed.nextAttempt = QDateTime::currentDateTimeUtc().addDays(3);
        UploadItem excluded = item(3);
        excluded.excluded = true;
        UploadItem untitled = item(4);
        untitled.title.clear();
        untitled.localPath = u"/music/Übung.flac"_s;
        model.setItems({failed, delayed, excluded, untitled});
        const auto state = [&model](int row) { return model.index(row).data(UploadModel::StateRole).toString(); };
        QCOMPARE(state(0), u"A file cannot be read"_s);
        QVERIFY(state(1).startsWith(u"Next try at"_s));
        QCOMPARE(state(2), u"Left out"_s);
        QCOMPARE(state(3), u"Waiting"_s);
        QCOMPARE(model.index(3).data().toString(), u"Übung.flac"_s);
        QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().contains(u"A file cannot be read"_s));
    }

    /// What a list of ten thousand costs is the number of signals: views do their work for each.
    void tenThousandRowsAreCheap()
    {
        QList<qint64> many;
        for (qint64 id = 1; id <= 10'000; ++id)
            many.append(id);
        UploadModel model;
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy insertions(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setItems(items(many));
        QCOMPARE(insertions.size(), 1);
        // One that is done.
        model.setItems(items(many.sliced(1)));
        QCOMPARE(removals.size(), 1);
        QCOMPARE(model.rowCount(), 9'999);
        // The upload under way goes on, and then the next one: only these rows.
        SyncStatus status;
        status.isUploading = true;
        status.upload.size = 1'000'000;
        for (const qint64 job : {2LL, 9'999LL, 17LL}) {
            status.upload.jobId = job;
            for (int tick = 1; tick <= 10; ++tick) {
                status.upload.acknowledged = tick * 1'000;
                model.setStatus(status);
            }
        }
        QCOMPARE(changes.size(), 32); // ten for each of three, and two that are no longer the one
        for (const auto &change : std::as_const(changes))
            QCOMPARE(change.at(0), change.at(1));
        // Every other one is gone: thousands of moves would be slower than all anew.
        QList<qint64> odd;
        for (qint64 id = 3; id <= 10'000; id += 2)
            odd.append(id);
        model.setItems(items(odd));
        QCOMPARE(ids(model), odd);
        QCOMPARE(resets.size(), 1);
        QCOMPARE(removals.size(), 1);
        QCOMPARE(model.indexOf(9'999), odd.size() - 1);
        QCOMPARE(model.indexOf(2), -1);
    }
};

LUMASYNC_SUITE(QCoreApplication, TestUploadModel)
#include "tst_uploadmodel.moc"
