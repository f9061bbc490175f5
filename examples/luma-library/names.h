// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "rng.h"

#include <QString>
#include <QStringList>

/// Invented names for a library that looks like a person's own; some of them beyond ASCII, as in life.
namespace Luma::Names {

QString track(Rng &rng);
QString artist(Rng &rng);
QString album(Rng &rng);
QString venue(Rng &rng, int index);
QString pattern(Rng &rng);
QString score(int index);
/// The twelve pattern categories.
const QStringList &categories();

struct FixtureModel
{
    QString manufacturer;
    QString model;
    QString mode;
    int channels;
};
const FixtureModel &fixture(Rng &rng);

} // namespace Luma::Names
