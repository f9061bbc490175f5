// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace Luma {

/// One sentence for a person: what went wrong and, where it helps, what to do.
struct Failure
{
    QString message;
};

/// A value, or the reason why there is none.
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::move(value))
    {
    }
    Result(Failure failure)
        : m_state(std::move(failure))
    {
    }

    explicit operator bool() const { return std::holds_alternative<T>(m_state); }
    /// Precondition: there is a value.
    T &operator*() & { return std::get<T>(m_state); }
    const T &operator*() const & { return std::get<T>(m_state); }
    T operator*() && { return std::get<T>(std::move(m_state)); }
    T *operator->() { return &std::get<T>(m_state); }
    const T *operator->() const { return &std::get<T>(m_state); }
    /// Precondition: there is no value.
    const Failure &failure() const { return std::get<Failure>(m_state); }
    /// The sentence, empty when there is a value.
    QString error() const { return *this ? QString() : failure().message; }

private:
    std::variant<T, Failure> m_state;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Failure failure)
        : m_failure(std::move(failure))
    {
    }

    explicit operator bool() const { return !m_failure; }
    const Failure &failure() const { return *m_failure; }
    QString error() const { return m_failure ? m_failure->message : QString(); }

private:
    std::optional<Failure> m_failure;
};

} // namespace Luma
