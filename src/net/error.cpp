// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/error.h"

using namespace Qt::StringLiterals;

namespace LumaSync {

QLatin1StringView kindName(Error::Kind kind)
{
    using K = Error::Kind;
    switch (kind) {
    case K::None:
        return "None"_L1;
    case K::Canceled:
        return "Canceled"_L1;
    case K::Offline:
        return "Offline"_L1;
    case K::Timeout:
        return "Timeout"_L1;
    case K::Tls:
        return "Tls"_L1;
    case K::ForeignOrigin:
        return "ForeignOrigin"_L1;
    case K::SignedOut:
        return "SignedOut"_L1;
    case K::Credentials:
        return "Credentials"_L1;
    case K::Key:
        return "Key"_L1;
    case K::Forbidden:
        return "Forbidden"_L1;
    case K::Schema:
        return "Schema"_L1;
    case K::Row:
        return "Row"_L1;
    case K::Parent:
        return "Parent"_L1;
    case K::TooLarge:
        return "TooLarge"_L1;
    case K::Conflict:
        return "Conflict"_L1;
    case K::Gone:
        return "Gone"_L1;
    case K::Busy:
        return "Busy"_L1;
    case K::Server:
        return "Server"_L1;
    case K::Protocol:
        return "Protocol"_L1;
    case K::File:
        return "File"_L1;
    case K::DiskFull:
        return "DiskFull"_L1;
    case K::Database:
        return "Database"_L1;
    case K::Configuration:
        return "Configuration"_L1;
    }
    return "Unknown"_L1;
}

} // namespace LumaSync
