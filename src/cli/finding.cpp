// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cli/finding.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace LumaSync::Cli {

namespace {

const QString applyMigrations =
    u"apply the migrations ('supabase db push'); 'lumasync diff' writes one that is missing."_s;

QString place(const CloudTable &table)
{
    return u"table "_s + table.name;
}

QString text(const Error &error)
{
    return error.code.isEmpty() ? error.message : error.message + u" ["_s + error.code + u']';
}

} // namespace

QString stateName(Finding::State state)
{
    switch (state) {
    case Finding::State::Good:
        return u"ok"_s;
    case Finding::State::Unknown:
        return u"unknown"_s;
    case Finding::State::Poor:
        return u"warning"_s;
    case Finding::State::Bad:
        return u"problem"_s;
    }
    return {};
}

Finding clockFinding(const QHttpHeaders &headers, const QDateTime &here)
{
    constexpr qint64 allowed = 30; // seconds; PostgREST's leeway for a token's times
    Finding finding{.what = u"clock"_s};
    // RFC 9110, 5.6.7: always English, always GMT.
    QDateTime there = QLocale::c().toDateTime(QString::fromLatin1(headers.value(QHttpHeaders::WellKnownHeader::Date)),
                                              u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    there.setTimeZone(QTimeZone::UTC);
    if (!there.isValid()) {
        finding.state = Finding::State::Unknown;
        finding.message = u"the project does not say its time"_s;
        return finding;
    }
    const qint64 ahead = there.secsTo(here);
    finding.message = ahead == 0 ? u"this machine's clock agrees with the project's"_s
                                 : u"this machine's clock is %1 s %2"_s.arg(qAbs(ahead))
                                       .arg(ahead > 0 ? u"ahead of the project's"_s : u"behind the project's"_s);
    if (qAbs(ahead) > allowed) {
        finding.state = Finding::State::Poor;
        finding.remedy = u"switch on automatic time in the system's settings; sign-ins may be refused until then."_s;
    }
    return finding;
}

Finding tableFinding(const CloudTable &table, const Error &answer, bool other)
{
    Finding finding{.what = place(table)};
    switch (answer.kind) {
    case Error::Kind::None:
        finding.message = u"is there, with %1 columns"_s.arg(table.columns.size() + 2);
        if (other) {
            finding.state = Finding::State::Bad;
            finding.message = u"shows rows of other people"_s;
            finding.remedy = u"row-level security is off or too wide: "_s + applyMigrations;
        }
        return finding;
    case Error::Kind::Schema:
        finding.message = u"is missing, or lacks a column: "_s + text(answer);
        finding.remedy = applyMigrations;
        break;
    case Error::Kind::Forbidden:
        finding.message = u"may not be read: "_s + text(answer);
        finding.remedy = u"its grants are missing; projects since 2026 give none by themselves: "_s + applyMigrations;
        break;
    default:
        finding.message = u"could not be looked at: "_s + text(answer);
        finding.remedy =
            answer.kind == Error::Kind::SignedOut ? u"sign in again."_s : u"try again when the project answers."_s;
    }
    finding.state = Finding::State::Bad;
    return finding;
}

Finding strangerFinding(const CloudTable &table, const Error &answer, const QByteArray &rows)
{
    Finding finding{.what = place(table) + u", strangers"_s};
    finding.message = u"see nothing"_s;
    if (answer || QJsonDocument::fromJson(rows).array().isEmpty())
        return finding;
    finding.state = Finding::State::Bad;
    finding.message = u"see rows without signing in"_s;
    finding.remedy = u"row-level security is off: "_s + applyMigrations;
    return finding;
}

Finding writeFinding(const CloudTable &table, const Error &answer)
{
    Finding finding{.what = place(table) + u", writing"_s, .message = u"is allowed"_s};
    if (!answer)
        return finding;
    const bool refused = answer.kind == Error::Kind::Forbidden || answer.kind == Error::Kind::Schema;
    finding.state = refused ? Finding::State::Bad : Finding::State::Unknown;
    finding.message = (refused ? u"is refused: "_s : u"could not be looked at: "_s) + text(answer);
    finding.remedy = refused ? applyMigrations : u"a sync shows it."_s;
    return finding;
}

Finding bucketFinding(const BucketDescription &bucket, const Error &answer)
{
    Finding finding{.what = u"bucket "_s + bucket.name,
                    .message =
                        u"is there; its own limit is %1 MB, the project's (Storage, Settings) counts as well"_s.arg(
                            bucket.sizeLimit / 1'000'000)};
    if (!answer || answer.kind == Error::Kind::Gone)
        return finding;
    finding.state = Finding::State::Bad;
    finding.message =
        (answer.kind == Error::Kind::Schema ? u"is missing: "_s : u"could not be looked at: "_s) + text(answer);
    finding.remedy = answer.kind == Error::Kind::Schema ? applyMigrations : u"try again when the project answers."_s;
    return finding;
}

QString stepName(TrialStep step)
{
    switch (step) {
    case TrialStep::Create:
        return u"upload"_s;
    case TrialStep::Replace:
        return u"replacement"_s;
    case TrialStep::Read:
        return u"reading"_s;
    case TrialStep::Remove:
        return u"removal"_s;
    }
    return {};
}

Finding trialFinding(const BucketDescription &bucket, TrialStep step, const Error &answer, const QString &name)
{
    Finding finding{.what = u"bucket "_s + bucket.name + u", "_s + stepName(step)};
    if (!answer) {
        finding.what = u"bucket "_s + bucket.name + u", own folder"_s;
        finding.message = u"a small object was uploaded, replaced, read back and removed"_s;
        return finding;
    }
    switch (answer.kind) {
    case Error::Kind::Forbidden:
    case Error::Kind::Schema:
    case Error::Kind::Gone: // a policy that hides it
        finding.state = Finding::State::Bad;
        finding.message = u"is refused: "_s + text(answer);
        finding.remedy = u"the bucket's policies are missing or too narrow: "_s + applyMigrations;
        break;
    case Error::Kind::Row:
    case Error::Kind::TooLarge:
        finding.state = Finding::State::Bad;
        finding.message = u"is refused: "_s + text(answer);
        finding.remedy = u"the bucket's own settings (size limit, allowed types) are not what the migrations say: "_s +
                         applyMigrations;
        break;
    case Error::Kind::Protocol:
        finding.state = Finding::State::Bad;
        finding.message = u"gave something else: "_s + text(answer);
        finding.remedy = u"see whether something between this machine and the project changes what passes."_s;
        break;
    default:
        finding.state = Finding::State::Unknown;
        finding.message = u"could not be tried: "_s + text(answer);
        finding.remedy = u"try again when the project answers."_s;
    }
    if (step == TrialStep::Remove) {
        finding.state = Finding::State::Bad;
        finding.remedy += u" The object '"_s + name + u"' is left over: remove it in the dashboard (Storage)."_s;
    }
    return finding;
}

} // namespace LumaSync::Cli
