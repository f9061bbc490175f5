// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <LumaSync/SchemaDescription>

#include <QSqlDatabase>

namespace Notes {

struct Note
{
    QString id{};
    QString title{};
    QString body{};
    bool isPinned = false;
    QString attachment{}; ///< path of a file on this machine; may be empty
};

/// The app's own database. Knows nothing of any backup. Thread: GUI. Owner: the window.
class Notebook
{
public:
    explicit Notebook(const QString &path);
    ~Notebook();
    Q_DISABLE_COPY_MOVE(Notebook)

    [[nodiscard]] QList<Note> notes() const; ///< pinned ones first, then the latest
    [[nodiscard]] Note add() const;
    void save(const Note &note) const;
    void remove(const QString &id) const;

    /// What of it is backed up: everything but paths of this machine, which the module replaces by files.
    [[nodiscard]] static LumaSync::SchemaDescription schema();

private:
    QSqlDatabase m_database;
};

} // namespace Notes
