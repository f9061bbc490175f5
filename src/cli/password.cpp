// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cli/console.h"

#include <QTextStream>

#include <csignal>
#include <cstdio>
#include <cstdlib>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace LumaSync::Cli {

namespace {

constexpr int interruptedAsking = 130;

#ifdef Q_OS_WIN

/// Turns the terminal's echo off as long as it lives.
class WithoutEcho
{
public:
    WithoutEcho()
        : m_input(GetStdHandle(STD_INPUT_HANDLE))
    {
        m_isTerminal = GetConsoleMode(m_input, &m_mode) != 0;
        if (m_isTerminal)
            SetConsoleMode(m_input, m_mode & ~DWORD(ENABLE_ECHO_INPUT));
    }
    ~WithoutEcho()
    {
        if (m_isTerminal)
            SetConsoleMode(m_input, m_mode);
    }
    Q_DISABLE_COPY_MOVE(WithoutEcho)
    [[nodiscard]] bool isTerminal() const { return m_isTerminal; }

private:
    HANDLE m_input;
    DWORD m_mode = 0;
    bool m_isTerminal = false;
};

#else

termios savedTerminal;

void restoreAndEnd(int)
{
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &savedTerminal); // both calls are safe in a signal handler
    std::_Exit(interruptedAsking);
}

/// Turns the terminal's echo off as long as it lives, and on again when the program is interrupted meanwhile.
class WithoutEcho
{
public:
    WithoutEcho()
        : m_isTerminal(tcgetattr(STDIN_FILENO, &savedTerminal) == 0)
    {
        if (!m_isTerminal)
            return;
        std::signal(SIGINT, restoreAndEnd);
        std::signal(SIGTERM, restoreAndEnd);
        termios silent = savedTerminal;
        silent.c_lflag &= ~tcflag_t(ECHO);
        silent.c_lflag |= ECHONL;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~WithoutEcho()
    {
        if (!m_isTerminal)
            return;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &savedTerminal);
        std::signal(SIGINT, SIG_DFL);
        std::signal(SIGTERM, SIG_DFL);
    }
    Q_DISABLE_COPY_MOVE(WithoutEcho)
    [[nodiscard]] bool isTerminal() const { return m_isTerminal; }

private:
    bool m_isTerminal;
};

#endif

} // namespace

QString askPassword(const QString &email)
{
    const QString known = qEnvironmentVariable("LUMASYNC_PASSWORD");
    if (!known.isEmpty())
        return known;
    const WithoutEcho terminal;
    if (!terminal.isTerminal())
        return {};
    std::fprintf(stderr, "Password of %s: ", qUtf8Printable(email));
    std::fflush(stderr);
    return QTextStream(stdin).readLine();
}

} // namespace LumaSync::Cli
