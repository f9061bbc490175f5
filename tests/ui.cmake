# SPDX-FileCopyrightText: 2026 LumaSync contributors
# SPDX-License-Identifier: MIT
# The widgets' tests and the program that renders them for docs/images.
find_package(Qt6 6.8 REQUIRED COMPONENTS LinguistTools)
set(ui_tests_dir ${CMAKE_CURRENT_LIST_DIR})

# What all who render or test the widgets share: the look, the scenes, the panel with a controller to play with.
lumasync_rig(uistage PUBLIC LumaSync::UiInternal SOURCES
    fakecontroller.h pseudotranslator.h scenes.cpp scenes.h screenshots/palettes.cpp screenshots/palettes.h stage.cpp stage.h)
add_executable(ui_screenshots EXCLUDE_FROM_ALL ${ui_tests_dir}/screenshots/main.cpp ${ui_tests_dir}/screenshots/traysheet.cpp)
target_link_libraries(ui_screenshots PRIVATE uistage)
lumasync_target_options(ui_screenshots)

lumasync_tests(test_ui LIBRARIES uistage
    SUITES
        tst_accessibility tst_attentionmodel tst_contraststyle tst_enginecontroller tst_layout tst_noticepolicy tst_onetruth
        tst_panelpictures tst_rateplot tst_redaction tst_signindialog tst_statusicon tst_statuslook tst_statustext tst_syncstatuspanel tst_theme
        tst_translations tst_trayfaces tst_uploadmodel tst_uploadpage
    DEFINITIONS
        LUMASYNC_LUPDATE="$<TARGET_FILE:Qt6::lupdate>" LUMASYNC_REFERENCES="${ui_tests_dir}/references"
        LUMASYNC_SOURCE_DIR="${PROJECT_SOURCE_DIR}")

# The programs of examples/, and what they are made of.
if(LUMASYNC_BUILD_EXAMPLES)
    set(luma_dir ${PROJECT_SOURCE_DIR}/examples/luma)
    lumasync_tests(test_examples LIBRARIES luma_library notes_app netrig LumaSync::Ui
        SOURCES audiosamples.cpp audiosamples.h desktop.cpp desktop.h lumaapp.cpp lumaapp.h
            ${luma_dir}/trackmodel.cpp ${luma_dir}/trackmodel.h ${luma_dir}/trackview.cpp ${luma_dir}/trackview.h
        SUITES tst_lumaimport tst_lumalibrary tst_lumaschema tst_trackview
        CLOUD_SUITES tst_lumademo tst_notes
        DEFINITIONS LUMA_PROGRAM="$<TARGET_FILE:luma>")
    target_include_directories(test_examples PRIVATE ${luma_dir})
    add_dependencies(test_examples luma)
endif()
