// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include <cstdio>
#include <map>
#include <string>

namespace {

auto &suites()
{
    static std::map<std::string, Suite::Run, std::less<>> all;
    return all;
}

} // namespace

Suite::Suite(const char *file, Run start)
{
    std::string name(file);
    name.erase(0, name.find_last_of('/') + 1);
    name.erase(name.find_last_of('.'));
    suites().emplace(name, start);
}

int main(int argc, char **argv)
{
    if (argc > 1) {
        if (const auto suite = suites().find(argv[1]); suite != suites().end())
            return suite->second(argc - 1, argv + 1);
    }
    std::fprintf(stderr, "usage: %s SUITE [words of Qt Test]\n", argv[0]);
    for (const auto &[name, start] : suites())
        std::fprintf(stderr, "  %s\n", name.c_str());
    return 2;
}
