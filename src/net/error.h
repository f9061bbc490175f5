// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <LumaSync/net/export.h>

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include <chrono>
#include <utility>
#include <variant>

namespace LumaSync {

/// What went wrong, by what a caller does about it. A value: it is returned or sent by a signal, never thrown.
/// No token, key, password or signed URL is ever part of it.
struct Error
{
    /// What a caller does about it.
    enum class Kind {
        None,          ///< nothing went wrong
        Canceled,      ///< we ended it ourselves
        Offline,       ///< no connection could be made or it broke; the outcome of the request is unknown
        Timeout,       ///< no answer in time; the server may have done the work all the same
        Tls,           ///< certificate or handshake trouble; never retried blindly
        ForeignOrigin, ///< a redirect or Location to another origin; refused, nothing was sent there
        SignedOut,     ///< the session is missing, expired or revoked
        Credentials,   ///< sign-in refused: wrong e-mail or password, unconfirmed account
        Key,           ///< the project's publishable key is missing or wrong
        Forbidden,     ///< a policy or grant refuses (row-level security)
        Schema,        ///< table, column, bucket or unique index missing in the cloud
        Row,           ///< the server refuses a value or a row (22xxx, 23502, 23505, 23514)
        Parent,        ///< a foreign key has no parent in the cloud (23503)
        TooLarge,      ///< 413, or a statement time-out: send less at once
        Conflict,      ///< upload offset conflict, or the object exists
        Gone,          ///< unknown or expired upload, missing object
        Busy,          ///< 429, lock time-outs: later, after retryAfter
        Server,        ///< 5xx: later
        Protocol,      ///< an answer outside the contract
        File,          ///< a local file is missing, unreadable or changed while it was read
        DiskFull,      ///< no space left on the device
        Database,      ///< the local database: see code (busy, readonly, corrupt, full, cantopen, ...)
        Configuration, ///< the caller's input: URL, schema description, path
    };

    Kind kind = Kind::None;                  ///< None: no error
    int httpStatus = 0;                      ///< 0 where no HTTP answer came
    QString code;                            ///< the server's or SQLite's own code, for instance "23503", "InvalidKey"
    QString message;                         ///< one English sentence for logs and details; not translated
    std::chrono::milliseconds retryAfter{0}; ///< what the server asked for; 0 where it did not

    /// Something went wrong.
    [[nodiscard]] bool isError() const { return kind != Kind::None; }
    /// isError()
    explicit operator bool() const { return isError(); }
};

/// A value or the reason why there is none. `std::expected` of C++23 in the few lines that we need.
template <typename T>
class [[nodiscard]] Expected
{
public:
    /// A value.
    Expected(T value)
        : m_value(std::move(value))
    {
    }
    /// No value, and why. Precondition: `error` is one.
    Expected(Error error)
        : m_value(std::move(error))
    {
    }

    /// Whether there is a value.
    [[nodiscard]] bool hasValue() const { return std::holds_alternative<T>(m_value); }
    /// hasValue()
    explicit operator bool() const { return hasValue(); }
    /// Precondition: hasValue().
    [[nodiscard]] T &value() { return std::get<T>(m_value); }
    /// Precondition: hasValue().
    [[nodiscard]] const T &value() const { return std::get<T>(m_value); }
    /// Precondition: hasValue().
    T *operator->() { return &value(); }
    /// Precondition: hasValue().
    const T *operator->() const { return &value(); }
    /// Precondition: hasValue().
    T &operator*() { return value(); }
    /// Precondition: hasValue().
    const T &operator*() const { return value(); }
    /// Precondition: !hasValue().
    [[nodiscard]] const Error &error() const { return std::get<Error>(m_value); }

private:
    std::variant<T, Error> m_value;
};

/// The name of a kind, for logs and `--json`: "Offline", "Row", ...
[[nodiscard]] LUMASYNC_NET_EXPORT QLatin1StringView kindName(Error::Kind kind);

} // namespace LumaSync

Q_DECLARE_METATYPE(LumaSync::Error)
