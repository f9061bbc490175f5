// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/attentionitem.h"

#include "ui/format.h"
#include "ui/problemtext.h"
#include "ui/redaction.h"
#include "ui/statustext.h"

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr int detailLines = 100;

QString describe(const RefusedRow &row)
{
    return u"%1 %2: %3 %4 (%5 attempts)"_s.arg(row.table, QString::fromUtf8(row.key), row.code, row.message)
        .arg(row.attempts);
}

QString describe(const UploadItem &upload)
{
    return u"%1 %2: %3 (%4 attempts)"_s.arg(upload.kind, upload.localPath, upload.lastError).arg(upload.attempts);
}

template <typename Entry>
void addEntry(AttentionItem &item, const Entry &entry)
{
    ++item.count;
    if (item.count <= detailLines)
        item.details += withoutSecrets(describe(entry)) % u'\n';
    else if (item.count == detailLines + 1)
        item.details += u"...\n"_s;
    if (entry.nextAttempt.isValid() && (!item.nextAttempt.isValid() || entry.nextAttempt < item.nextAttempt))
        item.nextAttempt = entry.nextAttempt;
}

/// Makes the counts of the items from `begin` on add up to `total`.
void fit(QList<AttentionItem> &items, qsizetype begin, qint64 total, const AttentionItem &rest)
{
    qint64 left = total;
    for (qsizetype i = begin; i < items.size(); ++i) {
        items[i].count = qMin(items[i].count, left);
        left -= items[i].count;
    }
    items.removeIf([](const AttentionItem &item) { return item.count == 0; });
    if (left == 0)
        return;
    if (items.size() == begin + 1) {
        items[begin].count += left;
        return;
    }
    items.append(rest);
    items.last().count = left;
}

void addRefused(QList<AttentionItem> &items, const SyncStatus &status, const QList<RefusedRow> &refused)
{
    const qsizetype begin = items.size();
    QHash<QString, qsizetype> groups;
    for (const RefusedRow &row : refused) {
        const QString group = row.table % u'\n' % row.code;
        if (!groups.contains(group)) {
            groups.insert(group, items.size());
            items.append(
                {.type = AttentionItem::Type::RefusedRows, .kind = Error::Kind::Row, .table = row.table, .count = 0});
        }
        addEntry(items[groups.value(group)], row);
    }
    fit(items, begin, status.rowsRefused, {.type = AttentionItem::Type::RefusedRows, .kind = Error::Kind::Row});
}

void addFailed(QList<AttentionItem> &items, const SyncStatus &status, const QList<UploadItem> &uploads)
{
    const qsizetype begin = items.size();
    QHash<QString, qsizetype> groups;
    for (const UploadItem &upload : uploads) {
        if (upload.status != "failed"_L1 || upload.excluded)
            continue;
        if (!groups.contains(upload.lastErrorKind)) {
            groups.insert(upload.lastErrorKind, items.size());
            items.append({.type = AttentionItem::Type::FailedUploads,
                          .kind = ProblemText::kindFrom(upload.lastErrorKind),
                          .count = 0,
                          .firstJob = upload.id,
                          .firstPath = upload.localPath});
        }
        addEntry(items[groups.value(upload.lastErrorKind)], upload);
    }
    fit(items, begin, status.uploadsFailed, {.type = AttentionItem::Type::FailedUploads, .kind = Error::Kind::Server});
}

} // namespace

bool AttentionItem::operator==(const AttentionItem &other) const
{
    return type == other.type && kind == other.kind && table == other.table && count == other.count &&
           details == other.details && nextAttempt == other.nextAttempt && problem.kind == other.problem.kind &&
           problem.code == other.problem.code && firstJob == other.firstJob && firstPath == other.firstPath;
}

QList<AttentionItem> attentionItems(const SyncStatus &status, const QList<UploadItem> &uploads,
                                    const QList<RefusedRow> &refused)
{
    QList<AttentionItem> items;
    if (StatusText::hasProblem(status)) {
        AttentionItem item{.kind = status.problem.kind, .problem = status.problem};
        item.details = withoutSecrets(
            u"%1 %2 %3"_s.arg(kindName(status.problem.kind), status.problem.code, status.problem.message));
        items.append(item);
    }
    addRefused(items, status, refused);
    addFailed(items, status, uploads);
    return items;
}

QString AttentionText::title(const AttentionItem &item)
{
    const int count = Format::plural(item.count);
    switch (item.type) {
    case AttentionItem::Type::Problem:
        return ProblemText::title(item.problem);
    case AttentionItem::Type::RefusedRows:
        if (item.table.isEmpty())
            return tr("The cloud does not accept %Ln change(s)", nullptr, count);
        //: %1 is the name of a list in the person's library, such as "venues"
        return tr("The cloud does not accept %Ln change(s) in “%1”", nullptr, count)
            .arg(QString(item.table).replace(u'_', u' '));
    case AttentionItem::Type::FailedUploads:
        return failedTitle(item.kind, count);
    }
    return {};
}

QString AttentionText::failedTitle(Error::Kind kind, int count)
{
    switch (kind) {
    case Error::Kind::File:
        return tr("%Ln file(s) cannot be read", nullptr, count);
    case Error::Kind::TooLarge:
        return tr("%Ln file(s) are too large for the cloud", nullptr, count);
    case Error::Kind::DiskFull:
        return tr("%Ln file(s) wait for space on the disk", nullptr, count);
    case Error::Kind::Forbidden:
        return tr("The cloud does not let %Ln file(s) in", nullptr, count);
    default:
        return tr("%Ln upload(s) did not succeed", nullptr, count);
    }
}

QString AttentionText::advice(const AttentionItem &item)
{
    switch (item.type) {
    case AttentionItem::Type::Problem:
        return ProblemText::advice(item.problem);
    case AttentionItem::Type::RefusedRows:
        return ProblemText::advice({Error::Kind::Row, 0, {}, {}});
    case AttentionItem::Type::FailedUploads:
        break;
    }
    switch (item.kind) {
    case Error::Kind::File:
    case Error::Kind::TooLarge:
    case Error::Kind::DiskFull:
    case Error::Kind::Forbidden:
        return ProblemText::advice({item.kind, 0, {}, {}});
    default:
        return tr("It was tried several times. Try again now, or later when the connection is better.");
    }
}

QString AttentionText::nextTry(const AttentionItem &item, const QDateTime &now)
{
    return StatusText::nextTry(item.nextAttempt, now);
}

AttentionItem::Remedy AttentionText::remedy(const AttentionItem &item)
{
    if (item.type == AttentionItem::Type::Problem &&
        (item.kind == Error::Kind::SignedOut || item.kind == Error::Kind::Credentials))
        return AttentionItem::Remedy::SignIn;
    if (item.type == AttentionItem::Type::Problem && ProblemText::isOtherAccount(item.problem))
        return AttentionItem::Remedy::Adopt;
    return AttentionItem::Remedy::Retry;
}

QString AttentionText::remedyText(const AttentionItem &item)
{
    switch (remedy(item)) {
    case AttentionItem::Remedy::SignIn:
        return tr("Sign in…");
    case AttentionItem::Remedy::Adopt:
        return tr("Copy all of it to this account");
    case AttentionItem::Remedy::Retry:
        break;
    }
    return tr("Retry now");
}

} // namespace LumaSync
