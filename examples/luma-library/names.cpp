// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "names.h"

#include <QList>

using namespace Qt::StringLiterals;

namespace Luma::Names {

QString track(Rng &rng)
{
    static const QStringList adjectives{u"Silver"_s, u"Midnight"_s, u"Electric"_s,   u"Paper"_s,
                                        u"Hollow"_s, u"Crimson"_s,  u"Weightless"_s, u"Northern"_s,
                                        u"Violet"_s, u"Endless"_s,  u"Frozen"_s,     u"Analogue"_s,
                                        u"Golden"_s, u"Quiet"_s,    u"Distant"_s,    u"Neon"_s};
    static const QStringList nouns{u"Harbour"_s,   u"Tides"_s,   u"Machines"_s, u"Gardens"_s,
                                   u"Signals"_s,   u"Mirrors"_s, u"Avenues"_s,  u"Lanterns"_s,
                                   u"Satellite"_s, u"Rivers"_s,  u"Static"_s,   u"Horizon"_s,
                                   u"Cathedral"_s, u"Embers"_s,  u"Orbit"_s,    u"Winter"_s};
    static const QStringList whole{u"Déjà Vu à Minuit"_s, u"夜の光"_s,          u"Über den Wolken"_s,
                                   u"Ночной поезд"_s,     u"Don’t Look Down"_s, u"¿Dónde Está El Sol?"_s,
                                   u"Señales 🎛️"_s,       u"Łódź 4 A.M."_s};
    static const QStringList suffixes{u" (Extended Mix)"_s, u" (Live)"_s, u" (feat. Ada Vale)"_s, u" – Reprise"_s};
    if (rng.chance(0.15))
        return rng.pick(whole);
    QString title = rng.pick(adjectives) + u' ' + rng.pick(nouns);
    if (rng.chance(0.2))
        title += rng.pick(suffixes);
    return title;
}

QString artist(Rng &rng)
{
    static const QStringList names{
        u"Ada Vale"_s,          u"The Paper Lanterns"_s, u"Kilowatt Choir"_s, u"Björn & the Tides"_s, u"Mira Okonjo"_s,
        u"Slow Transit"_s,      u"DJ Halogen"_s,         u"Café Noir"_s,      u"Sundial Union"_s,     u"灯台"_s,
        u"Velvet Oscillator"_s, u"N. O'Hara"_s};
    return rng.pick(names);
}

QString album(Rng &rng)
{
    static const QStringList names{
        u"Rooms Without Corners"_s, u"Low Light"_s,      u"Maps of Rain"_s, u"Phase Garden"_s,
        u"The Long Exposure"_s,     u"Half a Mile Up"_s, u"Été"_s,          u"Singles 2019–2024"_s};
    return rng.pick(names);
}

QString venue(Rng &rng, int index)
{
    static const QStringList places{u"Harbour Hall"_s,   u"The Foundry"_s,    u"Kulturhaus Süd"_s,  u"Club Parallax"_s,
                                    u"Open Air Stage"_s, u"Old Tram Depot"_s, u"Théâtre du Quai"_s, u"Studio B"_s};
    const QString name = rng.pick(places);
    return index == 0 ? name : u"%1 %2"_s.arg(name).arg(index + 1);
}

QString pattern(Rng &rng)
{
    static const QStringList motions{u"Slow"_s, u"Rising"_s, u"Broken"_s,   u"Mirror"_s,  u"Random"_s,
                                     u"Deep"_s, u"Split"_s,  u"Circular"_s, u"Reverse"_s, u"Soft"_s};
    static const QStringList effects{u"Chase"_s, u"Wash"_s,    u"Strobe"_s, u"Sweep"_s,    u"Pulse"_s, u"Sparkle"_s,
                                     u"Fan"_s,   u"Blinder"_s, u"Wave"_s,   u"Gradient"_s, u"Hit"_s,   u"Ripple"_s};
    return rng.pick(motions) + u' ' + rng.pick(effects);
}

QString score(int index)
{
    static const QStringList names{u"Main show"_s, u"Small rig"_s, u"Rehearsal"_s};
    return index < names.size() ? names[index] : u"Version %1"_s.arg(index + 1);
}

const QStringList &categories()
{
    static const QStringList names{u"Chases"_s,  u"Washes"_s,   u"Strobes"_s,  u"Movement"_s,
                                   u"Colour"_s,  u"Beat"_s,     u"Build-up"_s, u"Drop"_s,
                                   u"Ambient"_s, u"Audience"_s, u"Blackout"_s, u"Specials"_s};
    return names;
}

const FixtureModel &fixture(Rng &rng)
{
    static const QList<FixtureModel> models{
        {u"Northlight"_s, u"Par 64 RGBW"_s, u"8 channel"_s, 8}, {u"Northlight"_s, u"Strip 12"_s, u"Pixel 36"_s, 36},
        {u"Aurum Stage"_s, u"Spot 250"_s, u"Extended"_s, 22},   {u"Aurum Stage"_s, u"Wash 19"_s, u"Standard"_s, 16},
        {u"Lumen Werke"_s, u"Blinder 4"_s, u"4 channel"_s, 4},  {u"Lumen Werke"_s, u"Strobe 3000"_s, u"6 channel"_s, 6},
        {u"Parallax"_s, u"Beam 7R"_s, u"16-bit"_s, 20},         {u"Parallax"_s, u"Haze One"_s, u"2 channel"_s, 2}};
    return rng.pick(models);
}

} // namespace Luma::Names
