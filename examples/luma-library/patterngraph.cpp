// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "patterngraph.h"

#include <array>

namespace Luma {

namespace {

QByteArray thousandths(Rng &rng, int highest)
{
    const int value = rng.between(0, highest);
    QByteArray text = QByteArray::number(value / 1000) + '.';
    text += QByteArray::number(value % 1000).rightJustified(3, '0');
    return text;
}

QByteArray colour(Rng &rng)
{
    return "\"#" + QByteArray::number(rng.between(0, 0xffffff), 16).rightJustified(6, '0') + '"';
}

QByteArray node(Rng &rng, int number)
{
    static constexpr std::array types{"fixture_select", "beat_envelope", "sine_wave",    "colour_gradient",
                                      "harmony_colour", "random_dimmer", "mirror_x",     "mix",
                                      "threshold",      "delay",         "apply_dimmer", "apply_colour",
                                      "apply_strobe",   "apply_position"};
    QByteArray json = R"({"id":"n)" + QByteArray::number(number) + R"(","type":")" + rng.pick(types) +
                      R"(","position":{"x":)" + QByteArray::number(rng.between(0, 2400)) + R"(,"y":)" +
                      QByteArray::number(rng.between(0, 1600)) + R"(},"params":{"amount":)" + thousandths(rng, 1000) +
                      R"(,"rate":)" + thousandths(rng, 8000);
    if (rng.chance(0.3))
        json += R"(,"from":)" + colour(rng) + R"(,"to":)" + colour(rng);
    if (rng.chance(0.2))
        json += R"(,"quantise":")" + QByteArray(rng.chance(0.5) ? "beat" : "bar") + '"';
    if (rng.chance(0.1))
        json += R"(,"label":"Bühne links → rechts")";
    return json + "}}";
}

QByteArray edge(Rng &rng, int to)
{
    return R"({"source":"n)" + QByteArray::number(rng.between(0, to - 1)) + R"(","port":"out","target":"n)" +
           QByteArray::number(to) + R"(","input":"in)" + QByteArray::number(rng.between(0, 2)) + "\"}";
}

} // namespace

QByteArray patternGraph(Rng &rng, qsizetype targetBytes)
{
    QByteArray nodes = node(rng, 0);
    QByteArray edges;
    for (int number = 1; nodes.size() + edges.size() < targetBytes - 60 || number < 2; ++number) {
        nodes += ',' + node(rng, number);
        edges += (edges.isEmpty() ? "" : ",") + edge(rng, number);
    }
    return R"({"version":3,"nodes":[)" + nodes + R"(],"edges":[)" + edges + "]}";
}

QByteArray patternArguments(Rng &rng)
{
    static constexpr std::array groups{"front", "back", "floor", "movers", "audience", "all"};
    static constexpr std::array easings{"linear", "ease_in", "ease_out", "snap"};
    QByteArray json = R"({"group":")" + QByteArray(rng.pick(groups)) + R"(","intensity":)" + thousandths(rng, 1000) +
                      R"(,"speed":)" + thousandths(rng, 4000) + R"(,"easing":")" + rng.pick(easings) +
                      R"(","colours":[)";
    for (int i = rng.between(1, 4); i > 0; --i)
        json += colour(rng) + (i > 1 ? "," : "");
    return json + "]}";
}

} // namespace Luma
