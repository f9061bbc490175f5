// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/problemtext.h"

using namespace Qt::StringLiterals;

namespace LumaSync {

using Kind = Error::Kind;

QString ProblemText::title(const Error &error)
{
    switch (error.kind) {
    case Kind::None:
    case Kind::Canceled:
        return {};
    case Kind::Offline:
        return tr("The cloud cannot be reached");
    case Kind::Timeout:
        return tr("The cloud did not answer in time");
    case Kind::Tls:
        return tr("The connection to the cloud is not secure");
    case Kind::ForeignOrigin:
        return tr("Something else answered in place of the cloud");
    case Kind::SignedOut:
        return tr("Your sign-in has ended");
    case Kind::Credentials:
        return tr("E-mail address or password is wrong");
    case Kind::Key:
        return tr("The cloud does not know this app");
    case Kind::Forbidden:
        return isOtherAccount(error) ? tr("This library belongs to another account")
                                     : tr("The cloud does not let this account save here");
    case Kind::Schema:
        return tr("The cloud is not prepared for this version of the app");
    case Kind::Row:
        return tr("The cloud does not accept some of your changes");
    case Kind::Parent:
        return tr("Some changes wait for another one");
    case Kind::TooLarge:
        return tr("Something is too large for the cloud");
    case Kind::Conflict:
        return tr("The cloud and this computer disagree about an upload");
    case Kind::Gone:
        return tr("An upload has to start over");
    case Kind::Busy:
        return tr("The cloud is busy");
    case Kind::Server:
        return tr("The cloud has a problem of its own");
    case Kind::Protocol:
        return tr("The cloud gave an answer that cannot be understood");
    case Kind::File:
        return tr("A file cannot be read");
    case Kind::DiskFull:
        return tr("The disk of this computer is full");
    case Kind::Database:
        return databaseTitle(error.code);
    case Kind::Configuration:
        return tr("Sync is not set up correctly");
    }
    return {};
}

QString ProblemText::advice(const Error &error)
{
    switch (error.kind) {
    case Kind::None:
    case Kind::Canceled:
        return {};
    case Kind::Offline:
        return tr("Check your internet connection. Your work waits safely on this computer and goes up by itself.");
    case Kind::Timeout:
    case Kind::Busy:
    case Kind::Server:
        return tr("There is nothing to do: it is tried again by itself.");
    case Kind::Tls:
        return tr("Check the date and time of this computer, and whether a proxy looks into its connections.");
    case Kind::ForeignOrigin:
        return tr("Nothing was sent there. In the network of a hotel or café, open a web page first and sign in to "
                  "that network.");
    case Kind::SignedOut:
        return tr("Sign in again to go on. Nothing is lost.");
    case Kind::Credentials:
        return tr("Check both, and whether you have confirmed your account by the e-mail that was sent to you.");
    case Kind::Key:
        return tr("Install the latest version of this app. If that does not help, write to its makers.");
    case Kind::Forbidden:
        return isOtherAccount(error)
                   ? tr("Nothing is sent until you decide: sign in with the account that you began with, or copy all "
                        "of it to this one.")
                   : tr("Sign in with the account that you began with, or write to the makers of this app.");
    case Kind::Schema:
        return tr("Your work waits safely on this computer. Write to the makers of this app.");
    case Kind::Row:
        return tr("Change the entry, and it is tried again at once. The rest of your work is not held up.");
    case Kind::Parent:
        return tr("There is nothing to do: they go up as soon as the other change was accepted.");
    case Kind::TooLarge:
        return tr("Leave it out of the backup, or make it smaller.");
    case Kind::Conflict:
    case Kind::Gone:
    case Kind::Protocol:
        return tr("It is tried again by itself. If this stays, write to the makers of this app.");
    case Kind::File:
        return tr("Put the file back to where it was, or remove it from the list.");
    case Kind::DiskFull:
        return tr("Free some space, and sync goes on by itself.");
    case Kind::Database:
        return databaseAdvice(error.code);
    case Kind::Configuration:
        return tr("Write to the makers of this app, and send them the details.");
    }
    return {};
}

bool ProblemText::isOtherAccount(const Error &error)
{
    return error.kind == Kind::Forbidden && error.code == "other-account"_L1;
}

QString ProblemText::databaseTitle(const QString &code)
{
    if (code == "busy"_L1)
        return tr("Another program is using your library");
    if (code == "readonly"_L1)
        return tr("Your library is write-protected");
    if (code == "full"_L1)
        return tr("The disk with your library is full");
    if (code == "cantopen"_L1)
        return tr("Your library cannot be opened");
    if (code == "corrupt"_L1)
        return tr("Your library file is damaged");
    return tr("Your library cannot be read");
}

QString ProblemText::databaseAdvice(const QString &code)
{
    if (code == "busy"_L1)
        return tr("Close the other program, and sync goes on by itself.");
    if (code == "readonly"_L1)
        return tr("Allow this app to write to the folder of your library.");
    if (code == "full"_L1)
        return tr("Free some space, and sync goes on by itself.");
    if (code == "cantopen"_L1)
        return tr("Check that the disk with your library is connected.");
    if (code == "corrupt"_L1)
        return tr(
            "Nothing was deleted. What is in the cloud stays there. Restore the file from a backup of this computer.");
    return tr("Nothing was deleted. Restart the app, and if this stays, write to its makers.");
}

Error::Kind ProblemText::kindFrom(const QString &name)
{
    for (int kind = 0; kind <= static_cast<int>(Kind::Configuration); ++kind)
        if (name == kindName(static_cast<Kind>(kind)))
            return static_cast<Kind>(kind);
    return Kind::Server;
}

} // namespace LumaSync
