// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cli/verifyverb.h"

#include "cli/librarystate.h"

#include <QMetaEnum>

using namespace Qt::StringLiterals;

namespace LumaSync::Cli {

namespace {

QString kindText(VerifyDifference::Kind kind)
{
    switch (kind) {
    case VerifyDifference::Kind::Missing:
        return u"missing in the cloud"_s;
    case VerifyDifference::Kind::Extra:
        return u"not in the library"_s;
    case VerifyDifference::Kind::Different:
        return u"different"_s;
    case VerifyDifference::Kind::Unreadable:
        return u"cannot be compared"_s;
    }
    return {};
}

QString differenceText(const VerifyDifference &difference)
{
    QString text = difference.place + u' ' + difference.id +
                   (difference.key.isEmpty() ? QString() : u" (key "_s + difference.key + u')') + u": "_s +
                   kindText(difference.kind);
    if (!difference.column.isEmpty())
        text += u" in column "_s + difference.column;
    if (difference.isWaiting)
        text += u", waits for the next sync"_s;
    return difference.detail.isEmpty() ? text : text + u": "_s + difference.detail;
}

} // namespace

VerifyVerb::VerifyVerb(const Options &options, Console &console)
    : Verb(options, console)
    , m_signIn(options)
{
}

void VerifyVerb::start()
{
    // What can be said without the network comes first.
    const auto state = LibraryState::read(options().database, options().description);
    if (!state || !state->isPrepared) {
        Q_EMIT finished(outcomeFor(
            state ? Error{.kind = Error::Kind::Configuration, .code = u"unsynced"_s, .message = {}} : state.error()));
        return;
    }
    connect(&m_signIn, &SignIn::finished, this, [this](const Error &error) {
        if (error)
            Q_EMIT finished(outcomeFor(error));
        else
            verify();
    });
    m_signIn.start();
}

void VerifyVerb::verify()
{
    VerifyOptions wanted;
    wanted.databasePath = options().database;
    wanted.project = options().project;
    wanted.schema = options().description;
    wanted.verifyFiles = options().files;
    m_verifier = new Verifier(wanted, this);
    Session &session = m_signIn.session();
    connect(m_verifier, &Verifier::tokenNeeded, &session, &Session::requestRefresh);
    connect(&session, &Session::tokenChanged, m_verifier, &Verifier::setToken);
    connect(&session, &Session::refreshFailed, m_verifier, [this] { m_verifier->setToken({}); });
    connect(&session, &Session::signedOut, m_verifier, [this] { m_verifier->setToken({}); });
    connect(m_verifier, &Verifier::progressed, this, &VerifyVerb::showProgress);
    connect(m_verifier, &Verifier::differenceFound, this, &VerifyVerb::showDifference);
    connect(m_verifier, &Verifier::finished, this, &VerifyVerb::end);
    m_verifier->setToken(session.token());
    m_verifier->start();
}

void VerifyVerb::showProgress(const VerifyProgress &progress)
{
    if (std::exchange(m_place, progress.place) != progress.place && !console().showsProgress())
        console().say(u"comparing "_s + progress.place, u"comparing"_s, {{u"place"_s, progress.place}});
    const bool rows = progress.place != "files"_L1;
    const qint64 done = rows ? progress.rows : progress.objects;
    const qint64 total = std::max<qint64>(1, rows ? progress.rowsTotal : progress.objectsTotal);
    console().progress(
        progressLine(rows ? u"rows"_s : u"files"_s, static_cast<double>(done) / static_cast<double>(total),
                     u"%1/%2 %3"_s.arg(done).arg(total).arg(rows ? progress.place : bytesText(progress.bytes))));
}

void VerifyVerb::showDifference(const VerifyDifference &difference)
{
    if (++m_shown > VerifyReport::shownDifferences)
        return;
    console().say(differenceText(difference), u"difference"_s,
                  {{u"kind"_s, QString::fromLatin1(QMetaEnum::fromType<VerifyDifference::Kind>().valueToKey(
                                   static_cast<int>(difference.kind)))},
                   {u"place"_s, difference.place},
                   {u"id"_s, difference.id},
                   {u"key"_s, difference.key},
                   {u"column"_s, difference.column},
                   {u"waiting"_s, difference.isWaiting},
                   {u"detail"_s, difference.detail}});
}

void VerifyVerb::end(const VerifyReport &report)
{
    const QString figures = u"%1 of %2 and %3 (%4)"_s.arg(
        counted(report.rows, u"row"_s, u"rows"_s), counted(report.tables, u"table"_s, u"tables"_s),
        counted(report.objects, u"object"_s, u"objects"_s), bytesText(report.bytes));
    const QJsonObject fields{{u"tables"_s, report.tables},     {u"rows"_s, report.rows},
                             {u"objects"_s, report.objects},   {u"bytes"_s, report.bytes},
                             {u"excluded"_s, report.excluded}, {u"differences"_s, report.differences},
                             {u"waiting"_s, report.waiting}};
    if (report.error) {
        Q_EMIT finished(outcomeFor(report.error));
        return;
    }
    console().say(u"compared "_s + figures, u"verified"_s, fields);
    if (report.differences > 0) {
        QString sentence =
            counted(report.differences, u"difference"_s, u"differences"_s) + u" between the cloud and the library"_s;
        if (report.waiting == report.differences)
            sentence += u": run 'lumasync sync', then verify again."_s;
        else
            sentence += u", the first: "_s + differenceText(report.first.first()) +
                        (report.first.first().detail.isEmpty() ? u"."_s : QString());
        Q_EMIT finished({ExitCode::Left, sentence, {}});
    } else {
        console().say(u"The cloud holds everything that the library does."_s);
        Q_EMIT finished({});
    }
}

void VerifyVerb::interrupt()
{
    if (m_verifier)
        m_verifier->cancel();
    else
        Q_EMIT finished(outcomeFor({.kind = Error::Kind::Canceled, .code = {}, .message = {}}));
}

} // namespace LumaSync::Cli
