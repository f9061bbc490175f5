# SPDX-FileCopyrightText: 2026 LumaSync contributors
# SPDX-License-Identifier: MIT
# The widgets' tests and the program that renders them for docs/images.
set(ui_tests_dir ${CMAKE_CURRENT_LIST_DIR})

add_executable(ui_screenshots EXCLUDE_FROM_ALL
    ${ui_tests_dir}/screenshots/main.cpp ${ui_tests_dir}/screenshots/traysheet.cpp
    ${ui_tests_dir}/scenes.cpp ${ui_tests_dir}/fakecontroller.h)
target_link_libraries(ui_screenshots PRIVATE LumaSync::Ui)
target_include_directories(ui_screenshots PRIVATE ${ui_tests_dir})
lumasync_target_options(ui_screenshots)
