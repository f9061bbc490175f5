// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cli/outcome.h"

using namespace Qt::StringLiterals;

namespace LumaSync::Cli {

namespace {

/// " (message)" without its full stop, or nothing.
QString aside(const Error &error)
{
    QString message = error.message.trimmed();
    while (message.endsWith(u'.'))
        message.chop(1);
    return message.isEmpty() ? QString() : u" ("_s + message + u')';
}

Outcome configuration(const Error &error)
{
    if (error.code == "unsynced"_L1)
        return {ExitCode::Left, u"This library was never synced: run 'lumasync sync' first."_s, error};
    if (error.code == "paused"_L1)
        return {ExitCode::Left, u"The backup of this library is paused: run 'lumasync resume' first."_s, error};
    return {error.code.isEmpty() ? ExitCode::Usage : ExitCode::Library, error.message, error};
}

// The library's own sentences say that it is tried again by itself; a program that runs once does not.
Outcome database(const Error &error)
{
    if (error.code == "busy"_L1)
        return {ExitCode::Library,
                u"The library is locked by another program: close what is using it, then run this again."_s, error};
    if (error.code == "full"_L1)
        return {ExitCode::Files, u"The disk that holds the library is full: free some space, then run this again."_s,
                error};
    return {ExitCode::Library, error.message, error};
}

QString credentials(const Error &error, const QString &host)
{
    if (error.code == "invalid_credentials"_L1 || error.code == "invalid_grant"_L1)
        return u"The e-mail address or the password is wrong: check both, or make a new account with --sign-up."_s;
    if (error.code == "user_already_exists"_L1 || error.code == "email_exists"_L1)
        return u"There is an account with this e-mail address already: leave out --sign-up."_s;
    if (error.code == "email_not_confirmed"_L1)
        return u"The account is not confirmed yet: follow the link in the mail that was sent, then run this again."_s;
    if (error.code == "no-password"_L1)
        return u"There is no password: set LUMASYNC_PASSWORD, or run this on a terminal to be asked."_s;
    return host + u" refuses the account"_s + aside(error) + u": check the e-mail address and the password."_s;
}

} // namespace

Outcome outcomeOf(const Error &error, const QString &host)
{
    using K = Error::Kind;
    switch (error.kind) {
    case K::None:
        return {};
    case K::Canceled:
        return {ExitCode::Interrupted, u"Interrupted: what was done is kept, run this again to go on."_s, error};
    case K::Configuration:
        return configuration(error);
    case K::Database:
        return database(error);
    case K::Offline:
    case K::Timeout:
        return {ExitCode::Network,
                u"No connection to "_s + host + aside(error) +
                    u": check the network and the project URL, then run this again."_s,
                error};
    case K::Tls:
        return {ExitCode::Network,
                u"No secure connection to "_s + host + aside(error) +
                    u": check this machine's clock and the project URL."_s,
                error};
    case K::ForeignOrigin:
        return {ExitCode::Network,
                host + u" sends us elsewhere"_s + aside(error) +
                    u": check the project URL, and whether the network wants a sign-in first."_s,
                error};
    case K::Key:
        return {ExitCode::SignIn,
                host + u" refuses the publishable key: copy it again from the project's API settings."_s, error};
    case K::Credentials:
        return {ExitCode::SignIn, credentials(error, host), error};
    case K::SignedOut:
        return {ExitCode::SignIn, u"The session is over"_s + aside(error) + u": run this again to sign in anew."_s,
                error};
    case K::Forbidden:
        if (error.code == "other-account"_L1)
            return {ExitCode::SignIn, error.message, error};
        return {ExitCode::Refused,
                host + u" does not let this account store its data"_s + aside(error) +
                    u": apply the SQL files that come with LumaSync to the project."_s,
                error};
    case K::Schema:
        return {ExitCode::Refused,
                u"The project lacks something that the library needs"_s + aside(error) +
                    u": apply the SQL files that come with LumaSync to the project."_s,
                error};
    case K::Row:
    case K::Parent:
    case K::TooLarge:
    case K::Conflict:
        return {ExitCode::Refused,
                host + u" refuses something"_s + aside(error) + u": 'lumasync status' lists what is left."_s, error};
    case K::Gone:
    case K::Protocol:
        return {ExitCode::Network,
                host + u" does not answer like a Supabase project"_s + aside(error) + u": check the project URL."_s,
                error};
    case K::Busy:
    case K::Server:
        return {ExitCode::Network, host + u" cannot serve now"_s + aside(error) + u": try again later."_s, error};
    case K::File:
        return {ExitCode::Files, error.message, error};
    case K::DiskFull:
        return {ExitCode::Files, u"A disk is full"_s + aside(error) + u": free some space, then run this again."_s,
                error};
    }
    return {ExitCode::Left, error.message, error};
}

} // namespace LumaSync::Cli
