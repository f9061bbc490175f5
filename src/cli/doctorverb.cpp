// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cli/doctorverb.h"

#include "cli/migrationfolder.h"
#include "core/cloudmigration.h"
#include "core/database.h"

#ifdef LUMASYNC_HAS_DBUS
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#endif

using namespace Qt::StringLiterals;

namespace LumaSync::Cli {

namespace {

using State = Finding::State;

#ifdef LUMASYNC_HAS_DBUS
Finding busService(const QString &what, const QStringList &services, const QString &good, const QString &bad,
                   const QString &remedy)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return {what, State::Unknown, u"there is no session bus here"_s, u"look again from inside the desktop."_s};
    const QStringList running =
        bus.interface()->registeredServiceNames().value() + bus.interface()->activatableServiceNames().value();
    for (const QString &service : services) {
        if (running.contains(service))
            return {what, State::Good, good, {}};
    }
    return {what, State::Poor, bad, remedy};
}
#endif

} // namespace

DoctorVerb::DoctorVerb(const Options &options, Console &console)
    : Verb(options, console)
    , m_signIn(options)
    , m_rest(&m_manager, options.project)
    , m_stranger(&m_manager, options.project)
    , m_store(&m_manager, options.project)
{
    m_store.setStallLimit(std::chrono::seconds(10));
    connect(&m_signIn, &SignIn::finished, this, [this](const Error &error) {
        const Outcome outcome = outcomeFor(error);
        if (error) {
            say({u"account"_s, State::Bad, outcome.sentence, u"correct that; tables and buckets show only then."_s});
            m_outcome = outcome;
            return end();
        }
        say({u"account"_s, State::Good, this->options().email + u" can sign in"_s, {}});
        m_rest.setToken(m_signIn.session().token());
        m_store.setToken(m_signIn.session().token());
        next();
    });
}

void DoctorVerb::start()
{
    checkMachine();
    if (checkLibrary() && !options().project.url.isEmpty()) {
        m_steps.emplace_back([this] { checkProject(); });
        if (options().email.isEmpty())
            say({u"account"_s, State::Unknown, u"nobody to sign in as, so tables and buckets are not looked at"_s,
                 u"give --email, and LUMASYNC_PASSWORD or a terminal."_s});
        else
            m_steps.emplace_back([this] { signIn(); });
    } else if (options().project.url.isEmpty()) {
        say({u"project"_s, State::Unknown, u"not looked at"_s, u"give --url and --key."_s});
    }
    next();
}

void DoctorVerb::interrupt()
{
    m_outcome = outcomeFor({.kind = Error::Kind::Canceled, .code = {}, .message = {}});
    m_steps.clear();
    if (m_trial)
        m_trial->cancel(); // it removes what it made, then the end comes
    else
        end();
}

void DoctorVerb::checkMachine()
{
#ifdef LUMASYNC_HAS_DBUS
    say(busService(u"keychain"_s, {u"org.freedesktop.secrets"_s, u"org.kde.kwalletd6"_s, u"org.kde.kwalletd5"_s},
                   u"the sign-in can be kept between two runs"_s, u"there is none, so people sign in at each start"_s,
                   u"install one, for instance gnome-keyring or KWallet."_s));
    say(busService(
        u"tray"_s, {u"org.kde.StatusNotifierWatcher"_s}, u"the desktop shows tray icons"_s,
        u"this desktop shows no tray icons"_s,
        u"on GNOME install the extension AppIndicator; the app's own button shows the status all the same."_s));
#endif
}

bool DoctorVerb::checkLibrary()
{
    const auto database = Database::open(options().database);
    if (!database) {
        m_outcome = outcomeFor(database.error());
        say({u"library"_s, State::Bad, m_outcome.sentence, u"correct that first."_s});
        return false;
    }
    const SchemaDescription &description = options().description;
    const auto schema = Schema::resolve(description, database->connection());
    if (!schema) {
        m_outcome = outcomeFor(schema.error());
        say({u"description"_s, State::Bad, schema.error().message, u"correct that first."_s});
        return false;
    }
    m_cloud = CloudSchema::of(*schema, description);
    say({u"description"_s,
         State::Good,
         u"%1 fit the library"_s.arg(counted(m_cloud.tables.size(), u"table"_s, u"tables"_s)),
         {}});
    const MigrationFolder folder(options().migrations);
    if (const auto before = folder.state(); before && *before) {
        const bool current = CloudMigration(**before, m_cloud).isEmpty();
        say({u"migrations"_s, current ? State::Good : State::Bad,
             current ? u"say what the library needs"_s : u"the library has changed since the newest one"_s,
             current ? QString() : u"run 'lumasync diff', then apply what it writes."_s});
    }
    return true;
}

void DoctorVerb::checkProject()
{
    HttpRequest request;
    request.verb = "GET";
    request.url = options().project.auth(u"health"_s);
    request.headers.append("apikey", options().project.publishableKey);
    request.totalLimit = std::chrono::seconds(10);
    auto *job = new HttpJob(&m_manager, request, this);
    connect(job, &HttpJob::finished, this, [this](const HttpResult &result) {
        if (result.error) {
            m_outcome = outcomeFor(result.error);
            say({u"project"_s, State::Bad, m_outcome.sentence, u"correct that first."_s});
            return end();
        }
        if (result.status == 401) {
            m_outcome = outcomeFor({.kind = Error::Kind::Key, .code = {}, .message = {}});
            say({u"project"_s, State::Bad, m_outcome.sentence, u"correct that first."_s});
            return end();
        }
        say({u"project"_s, State::Good, options().project.url.host() + u" answers"_s, {}});
        say(clockFinding(result.headers, QDateTime::currentDateTimeUtc()));
        next();
    });
    job->start();
}

void DoctorVerb::signIn()
{
    for (const CloudTable &table : m_cloud.tables)
        m_steps.emplace_back([this, &table] { checkTable(table); });
    for (const BucketDescription &bucket : m_cloud.buckets)
        m_steps.emplace_back([this, &bucket] { checkBucket(bucket); });
    m_signIn.start();
}

void DoctorVerb::checkTable(const CloudTable &table)
{
    QStringList columns{u"id"_s, u"uid"_s};
    for (const CloudColumn &column : table.columns)
        columns.append(column.name);
    SelectQuery query{.columns = columns, .filters = {}, .order = {}, .limit = 1};
    query.filters.append({u"uid"_s, u"neq."_s + m_signIn.session().token().uid});
    RestJob *job = m_rest.select(table.name, query);
    connect(job, &RestJob::finished, this, [this, &table](const RestResult &result) {
        const Finding finding = tableFinding(table, result.error, !result.error && result.body.trimmed() != "[]");
        say(finding);
        if (finding.state == State::Good)
            checkStranger(table);
        else
            next();
    });
    job->start();
}

void DoctorVerb::checkStranger(const CloudTable &table)
{
    RestJob *job = m_stranger.select(table.name, {.columns = {u"id"_s}, .filters = {}, .order = {}, .limit = 1});
    connect(job, &RestJob::finished, this, [this, &table](const RestResult &result) {
        const Finding finding = strangerFinding(table, result.error, result.body);
        if (finding.state != State::Good)
            say(finding);
        checkWriting(table);
    });
    job->start();
}

void DoctorVerb::checkWriting(const CloudTable &table)
{
    RestJob *job = m_rest.upsert(table.name, {u"id"_s, u"uid"_s}, "[]");
    connect(job, &RestJob::finished, this, [this, &table](const RestResult &result) {
        const Finding finding = writeFinding(table, result.error);
        if (finding.state != State::Good)
            say(finding);
        next();
    });
    job->start();
}

void DoctorVerb::checkBucket(const BucketDescription &bucket)
{
    ObjectJob *job = m_store.info(bucket.name, m_signIn.session().token().uid + u"/lumasync-doctor"_s);
    connect(job, &ObjectJob::finished, this, [this, &bucket](const ObjectResult &result) {
        const Finding finding = bucketFinding(bucket, result.error);
        say(finding);
        if (finding.state == State::Good)
            tryBucket(bucket);
        else
            next();
    });
    job->start();
}

void DoctorVerb::tryBucket(const BucketDescription &bucket)
{
    m_trial = new BucketTrial(m_store, bucket, m_signIn.session().token().uid, this);
    connect(m_trial, &BucketTrial::finished, this, [this](const QList<Finding> &findings) {
        m_trial->deleteLater();
        m_trial = nullptr;
        for (const Finding &finding : findings)
            say(finding);
        next();
    });
    m_trial->start();
}

void DoctorVerb::say(const Finding &finding)
{
    m_problems += finding.state == State::Bad;
    m_warnings += finding.state == State::Poor;
    const QString line = QString(stateName(finding.state) + u':').leftJustified(9) + finding.what + u": "_s +
                         finding.message + (finding.remedy.isEmpty() ? QString() : u"; "_s + finding.remedy);
    console().say(line, u"check"_s,
                  {{u"what"_s, finding.what},
                   {u"state"_s, stateName(finding.state)},
                   {u"message"_s, finding.message},
                   {u"remedy"_s, finding.remedy}});
}

void DoctorVerb::next()
{
    if (m_steps.empty())
        return end();
    const auto step = std::move(m_steps.front());
    m_steps.pop_front();
    step();
}

void DoctorVerb::end()
{
    if (std::exchange(m_ended, true))
        return;
    m_steps.clear();
    if (m_outcome.code == ExitCode::Ok && m_problems > 0)
        m_outcome = {
            ExitCode::Left, counted(m_problems, u"problem"_s, u"problems"_s) + u": do what the lines above say."_s, {}};
    console().say(m_problems + m_warnings == 0 ? u"No problem was found."_s
                                               : counted(m_problems, u"problem"_s, u"problems"_s) + u", "_s +
                                                     counted(m_warnings, u"warning"_s, u"warnings"_s),
                  u"doctor"_s, {{u"problems"_s, m_problems}, {u"warnings"_s, m_warnings}});
    Q_EMIT finished(m_outcome);
}

} // namespace LumaSync::Cli
