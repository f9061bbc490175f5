// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// The completion scripts, loaded and used in the shells themselves.
#include "suite.h"

#include "cli/completion.h"
#include "cli/verbtable.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace LumaSync::Cli;

class TestCliCompletion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void offers_data();
    void offers();
    void knowsAllThatTheProgramKnows_data();
    void knowsAllThatTheProgramKnows();
    void isNothingForOtherShells() { QCOMPARE(completionScript(u"tcsh"_s), QString()); }

private:
    [[nodiscard]] QStringList offered(const QString &shell, const QString &line, QString &errors) const;

    QTemporaryDir m_folder;
};

namespace {

const QStringList shells{u"bash"_s, u"zsh"_s, u"fish"_s};

} // namespace

void TestCliCompletion::initTestCase()
{
    for (const QString &shell : shells) {
        QFile script(m_folder.filePath(shell));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(completionScript(shell).toUtf8());
    }
    QVERIFY(QDir(m_folder.path()).mkdir(u"a folder"_s));
    QFile library(m_folder.filePath(u"library one.sqlite"_s));
    QVERIFY(library.open(QIODevice::WriteOnly));
}

/// The words that the shell writes in answer to the tabulator.
QStringList TestCliCompletion::offered(const QString &shell, const QString &line, QString &errors) const
{
    QStringList arguments{QStringLiteral(LUMASYNC_SOURCE_DIR "/tests/completion/complete.") + shell,
                          m_folder.filePath(shell)};
    if (shell == "bash"_L1)
        arguments += line.split(u' ');
    else
        arguments += line;
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(shell, (shell == "zsh"_L1 ? QStringList{u"-f"_s} : QStringList()) + arguments);
    const bool ended = process.waitForFinished(60'000);
    errors = process.errorString() + QString::fromUtf8(process.readAllStandardError());
    if (!ended || process.exitCode() != 0)
        return {};
    errors.clear();
    return QString::fromUtf8(process.readAllStandardOutput()).simplified().split(u' ');
}

void TestCliCompletion::offers_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("unwanted");
    for (const QString &shell : shells) {
        const auto row = [&](const char *name, const QString &line, const QString &wanted, const QString &unwanted) {
            QTest::addRow("%s: %s", qPrintable(shell), name) << shell << line << wanted << unwanted;
        };
        row("a verb", u"lumasync s"_s, u"sync status"_s, u"watch"_s);
        row("all verbs", u"lumasync "_s, u"sync watch status verify queue pause resume completion"_s, u"bash"_s);
        row("an option", u"lumasync sync --t"_s, u"--timeout"_s, u"--interval"_s);
        row("of the verb alone", u"lumasync status --"_s, u"--database --json --quiet --help"_s, u"--url --timeout"_s);
        row("a word", u"lumasync queue re"_s, u"retry remove"_s, u"list"_s);
        row("a shell", u"lumasync completion "_s, u"bash zsh fish"_s, u"sync"_s);
        row("a file", u"lumasync sync --database li"_s, u"library"_s, u"folder"_s);
        row("a folder", u"lumasync watch --cache "_s, u"folder"_s, u"one.sqlite"_s);
    }
}

void TestCliCompletion::offers()
{
    QFETCH(QString, shell);
    QFETCH(QString, line);
    QFETCH(QString, wanted);
    QFETCH(QString, unwanted);
    QString errors;
    const QStringList words = offered(shell, line, errors);
    QVERIFY2(errors.isEmpty(), qPrintable(errors));
    const auto has = [&](const QString &word) {
        return std::ranges::any_of(words, [&](QString offer) {
            offer.remove(u'\\').remove(u'/').remove(u'\'').remove(u'=');
            return offer == word;
        });
    };
    for (const QString &word : wanted.split(u' '))
        QVERIFY2(has(word), qPrintable(word + u" in "_s + words.join(u' ')));
    for (const QString &word : unwanted.split(u' '))
        QVERIFY2(!has(word), qPrintable(word + u" in "_s + words.join(u' ')));
}

void TestCliCompletion::knowsAllThatTheProgramKnows_data()
{
    QTest::addColumn<QString>("shell");
    for (const QString &shell : shells)
        QTest::newRow(qPrintable(shell)) << shell;
}

void TestCliCompletion::knowsAllThatTheProgramKnows()
{
    QFETCH(QString, shell);
    const QString script = completionScript(shell);
    for (const VerbInfo &verb : verbs()) {
        QVERIFY2(script.contains(verb.name), qPrintable(verb.name));
        for (const OptionInfo &option : verb.options)
            QVERIFY2(script.contains((shell == "fish"_L1 ? u"-l "_s : u"--"_s) + option.name), qPrintable(option.name));
    }
}

LUMASYNC_SUITE(QCoreApplication, TestCliCompletion)
#include "tst_clicompletion.moc"
