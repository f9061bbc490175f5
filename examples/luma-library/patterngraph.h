// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "rng.h"

#include <QByteArray>

namespace Luma {

/// A light pattern's node graph as JSON: nodes with typed parameters and the edges between them, until about
/// targetBytes.
QByteArray patternGraph(Rng &rng, qsizetype targetBytes);

/// The arguments that a score passes to a pattern: colours, speed, group, easing.
QByteArray patternArguments(Rng &rng);

} // namespace Luma
