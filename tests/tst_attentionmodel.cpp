// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "ui/attentionmodel.h"
#include "ui/statustext.h"
#include "ui/translations.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using State = SyncStatus::State;

namespace {

RefusedRow refusal(const QString &table, const QString &code, int key)
{
    RefusedRow row;
    row.table = table;
    row.code = code;
    row.key = QByteArray::number(key);
    row.message = u"refused with token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc"_s;
    row.attempts = 2;
    return row;
}

UploadItem failure(qint64 id, const QString &kind)
{
    UploadItem item;
    item.id = id;
    item.status = u"failed"_s;
    item.lastErrorKind = kind;
    item.localPath = u"/music/%1.flac"_s.arg(id);
    return item;
}

SyncStatus counts(qint64 refused, qint64 failed)
{
    SyncStatus status;
    status.state = State::NeedsAttention;
    status.rowsRefused = refused;
    status.uploadsFailed = failed;
    return status;
}

} // namespace

class TestAttentionModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
        loadTranslations(QLocale());
    }

    void thousandsAreOneItem()
    {
        AttentionModel model;
        QAbstractItemModelTester tester(&model);
        QList<RefusedRow> refused;
        for (int i = 0; i < 5'000; ++i)
            refused.append(refusal(u"fixtures"_s, u"22P05"_s, i));
        model.setItems({}, refused);
        model.setStatus(counts(5'000, 0));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0).data().toString(), u"The cloud does not accept 5,000 changes in “fixtures”"_s);
        QVERIFY(model.item(0).details.count(u'\n') <= 101);
    }

    void groups()
    {
        AttentionModel model;
        model.setStatus(counts(3, 3));
        model.setItems(
            {failure(1, u"File"_s), failure(2, u"TooLarge"_s), failure(3, u"File"_s)},
            {refusal(u"venues"_s, u"1"_s, 1), refusal(u"track_beats"_s, u"1"_s, 2), refusal(u"venues"_s, u"2"_s, 3)});
        QStringList titles;
        for (int i = 0; i < model.rowCount(); ++i)
            titles.append(model.index(i).data().toString());
        QCOMPARE(titles, (QStringList{u"The cloud does not accept 1 change in “venues”"_s,
                                      u"The cloud does not accept 1 change in “track beats”"_s,
                                      u"The cloud does not accept 1 change in “venues”"_s, u"2 files cannot be read"_s,
                                      u"1 file is too large for the cloud"_s}));
    }

    /// The lists come later than the counts, or are cut: the sum is what the status says.
    void sumsAreTheStatus_data()
    {
        QTest::addColumn<int>("listedRows");
        QTest::addColumn<int>("listedFiles");
        QTest::addColumn<qint64>("rows");
        QTest::addColumn<qint64>("files");
        QTest::newRow("no lists yet") << 0 << 0 << 7LL << 9LL;
        QTest::newRow("cut lists") << 10 << 10 << 70LL << 90LL;
        QTest::newRow("old lists") << 10 << 10 << 3LL << 2LL;
        QTest::newRow("all solved") << 10 << 10 << 0LL << 0LL;
        QTest::newRow("equal") << 4 << 5 << 4LL << 5LL;
    }
    void sumsAreTheStatus()
    {
        QFETCH(int, listedRows);
        QFETCH(int, listedFiles);
        QFETCH(qint64, rows);
        QFETCH(qint64, files);
        QList<RefusedRow> refused;
        for (int i = 0; i < listedRows; ++i)
            refused.append(refusal(i % 2 ? u"venues"_s : u"tracks"_s, u"1"_s, i));
        QList<UploadItem> uploads;
        for (int i = 0; i < listedFiles; ++i)
            uploads.append(failure(i + 1, i % 2 ? u"File"_s : u"Server"_s));
        AttentionModel model;
        model.setItems(uploads, refused);
        SyncStatus status = counts(rows, files);
        model.setStatus(status);
        QCOMPARE(model.total(), StatusText::attentionCount(status));
        status.problem.kind = Error::Kind::Schema;
        model.setStatus(status);
        QCOMPARE(model.total(), rows + files + 1);
    }

    void holdsNoSecret()
    {
        AttentionModel model;
        model.setStatus(counts(1, 0));
        model.setItems({}, {refusal(u"venues"_s, u"23505"_s, 7)});
        const QString details = model.item(0).details;
        QVERIFY(details.contains(u"venues 7: 23505"_s));
        QVERIFY(!details.contains(u"eyJ"_s));
    }

    void remedies()
    {
        AttentionItem item;
        item.kind = Error::Kind::SignedOut;
        QCOMPARE(AttentionText::remedy(item), AttentionItem::Remedy::SignIn);
        item.kind = Error::Kind::Server;
        QCOMPARE(AttentionText::remedy(item), AttentionItem::Remedy::Retry);
        item.problem.kind = item.kind = Error::Kind::Forbidden;
        item.problem.code = u"other-account"_s;
        QCOMPARE(AttentionText::remedy(item), AttentionItem::Remedy::Adopt);
    }

    void everyKindHasWords()
    {
        for (int kind = 2; kind <= static_cast<int>(Error::Kind::Configuration); ++kind) {
            SyncStatus status;
            status.state = State::NeedsAttention;
            status.problem.kind = static_cast<Error::Kind>(kind);
            AttentionModel model;
            model.setStatus(status);
            QCOMPARE(model.rowCount(), 1);
            QVERIFY(!model.index(0).data().toString().isEmpty());
            QVERIFY(model.index(0).data(AttentionModel::AdviceRole).toString().endsWith(u'.'));
        }
    }
};

LUMASYNC_SUITE(QCoreApplication, TestAttentionModel)
#include "tst_attentionmodel.moc"
