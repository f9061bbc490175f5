// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include <LumaSync/Project>

#include <cstdio>

int main()
{
    const auto project = LumaSync::Project::make(QStringLiteral("ftp://example.org"), "sb_publishable_x");
    std::puts(project ? "accepted" : qPrintable(project.error().message));
    return project ? 1 : 0;
}
