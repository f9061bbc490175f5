// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cliprogram.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace LumaSync;

namespace {

constexpr int patience = 180'000;      // ms; generous, for machines under load
constexpr qsizetype shortestHint = 40; // characters of a sentence that also says what to do

} // namespace

QList<QJsonObject> Ran::events(const QString &event) const
{
    QList<QJsonObject> found;
    for (const QString &line : out.split(u'\n', Qt::SkipEmptyParts)) {
        const QJsonObject object = QJsonDocument::fromJson(line.toUtf8()).object();
        if (object["event"_L1].toString() == event)
            found.append(object);
    }
    return found;
}

bool Ran::isOneSentence() const
{
    return err.startsWith("lumasync: "_L1) && err.count(u'\n') == 1 && err.trimmed().endsWith(u'.') &&
           err.size() > shortestHint;
}

QString CliProgram::makeLibrary(const QStringList &options)
{
    QProcess generate;
    generate.start(QStringLiteral(LUMA_LIBRARY_PROGRAM),
                   QStringList{u"generate"_s, u"--seed"_s, u"7"_s} + options + QStringList{path(u"library"_s)});
    if (!generate.waitForFinished(patience) || generate.exitCode() != 0)
        return u"no library: "_s + QString::fromUtf8(generate.readAllStandardError()) + generate.errorString();
    return {};
}

QString CliProgram::startCloud()
{
    if (QString problem = m_cloud.start(); !problem.isEmpty())
        return problem;
    return m_cloud.signUp(email, password).token.isValid() ? QString() : u"no account"_s;
}

QString CliProgram::backUp()
{
    if (QString problem = startCloud(); !problem.isEmpty())
        return problem;
    const Ran ran = run({u"sync"_s});
    return ran.code == 0 ? QString() : ran.all();
}

QProcessEnvironment CliProgram::environment(const QHash<QString, QString> &changes) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LUMASYNC_DATABASE"_s, database());
    environment.insert(u"LUMASYNC_URL"_s, m_cloud.project().url.toString());
    environment.insert(u"LUMASYNC_KEY"_s, QString::fromLatin1(m_cloud.project().publishableKey));
    environment.insert(u"LUMASYNC_EMAIL"_s, email);
    environment.insert(u"LUMASYNC_PASSWORD"_s, password);
    environment.insert(u"XDG_CACHE_HOME"_s, path(u"cache"_s));
    for (const auto &[name, value] : changes.asKeyValueRange()) {
        if (value.isNull())
            environment.remove(name);
        else
            environment.insert(name, value);
    }
    return environment;
}

void CliProgram::begin(QProcess &process, const QStringList &arguments, const QHash<QString, QString> &changes) const
{
    process.setProcessEnvironment(environment(changes));
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral(LUMASYNC_PROGRAM), arguments);
}

Ran CliProgram::end(QProcess &process)
{
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(patience)) {
        process.kill();
        process.waitForFinished();
        return {-1, QString::fromUtf8(process.readAllStandardOutput()), u"it did not end"_s};
    }
    const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    return {code, QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

Ran CliProgram::run(const QStringList &arguments, const QHash<QString, QString> &changes) const
{
    QProcess process;
    begin(process, arguments, changes);
    return end(process);
}

void CliProgram::edit(const QString &sql) const
{
    const auto library = Database::open(database());
    QVERIFY(library);
    const Error error = library->run(sql);
    QVERIFY2(!error, qPrintable(error.message));
}

QVariant CliProgram::value(const QString &sql) const
{
    const auto library = Database::open(database());
    const auto found = library ? library->value(sql) : library.error();
    return found ? *found : QVariant();
}

QString CliProgram::copyOfLibrary(const QString &name) const
{
    const QString copy = path(name);
    QFile::remove(copy);
    QFile::copy(database(), copy);
    return copy;
}
