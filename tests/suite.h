// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTest>

/// A test class that shares a program with others, because a program each costs a link and a reading of all headers:
/// `LUMASYNC_SUITE(QCoreApplication, TestDirtyRows)` in tst_dirtyrows.cpp, then `test_tables tst_dirtyrows [words of Qt
/// Test]`. Each run is a process of its own, with one suite and the kind of application that it asks for.
class Suite
{
public:
    using Run = int (*)(int argc, char **argv);

    Suite(const char *file, Run start);

    template <typename Application, typename Test>
    static int run(int argc, char **argv)
    {
        Application application(argc, argv);
        if constexpr (requires { Application::setAttribute(Qt::AA_Use96Dpi); })
            Application::setAttribute(Qt::AA_Use96Dpi);
        Test test;
        return QTest::qExec(&test, argc, argv);
    }
};

#define LUMASYNC_SUITE(Application, Test) static const Suite suite##Test(__FILE__, &Suite::run<Application, Test>);
