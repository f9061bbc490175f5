# SPDX-FileCopyrightText: 2026 LumaSync contributors
# SPDX-License-Identifier: MIT
# The widgets' tests and the program that renders them for docs/images.
find_package(Qt6 6.8 REQUIRED COMPONENTS LinguistTools)
set(ui_tests_dir ${CMAKE_CURRENT_LIST_DIR})

add_executable(ui_screenshots EXCLUDE_FROM_ALL
    ${ui_tests_dir}/screenshots/main.cpp ${ui_tests_dir}/screenshots/palettes.cpp ${ui_tests_dir}/screenshots/traysheet.cpp
    ${ui_tests_dir}/scenes.cpp ${ui_tests_dir}/fakecontroller.h ${ui_tests_dir}/pseudotranslator.h)
target_link_libraries(ui_screenshots PRIVATE LumaSync::UiInternal)
target_include_directories(ui_screenshots PRIVATE ${ui_tests_dir})
lumasync_target_options(ui_screenshots)

lumasync_test(tst_attentionmodel LIBRARIES LumaSync::Ui)
lumasync_test(tst_layout LIBRARIES LumaSync::Ui SOURCES scenes.cpp fakecontroller.h pseudotranslator.h)
lumasync_test(tst_noticepolicy LIBRARIES LumaSync::Ui)
lumasync_test(tst_onetruth LIBRARIES LumaSync::Ui SOURCES fakecontroller.h)
lumasync_test(tst_panelpictures LIBRARIES LumaSync::Ui SOURCES scenes.cpp fakecontroller.h screenshots/palettes.cpp)
target_compile_definitions(tst_panelpictures PRIVATE LUMASYNC_REFERENCES="${ui_tests_dir}/references")
lumasync_test(tst_redaction LIBRARIES LumaSync::Ui)
lumasync_test(tst_statusicon LIBRARIES LumaSync::Ui)
target_compile_definitions(tst_statusicon PRIVATE LUMASYNC_REFERENCES="${ui_tests_dir}/references")
lumasync_test(tst_statuslook LIBRARIES LumaSync::Ui)
lumasync_test(tst_statustext LIBRARIES LumaSync::Ui)
lumasync_test(tst_syncstatuspanel LIBRARIES LumaSync::Ui SOURCES scenes.cpp fakecontroller.h)
lumasync_test(tst_theme LIBRARIES LumaSync::Ui SOURCES screenshots/palettes.cpp)
lumasync_test(tst_translations LIBRARIES LumaSync::Ui)
target_compile_definitions(tst_translations PRIVATE
    LUMASYNC_LUPDATE="$<TARGET_FILE:Qt6::lupdate>" LUMASYNC_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
lumasync_test(tst_trayfaces LIBRARIES LumaSync::Ui SOURCES fakecontroller.h)
lumasync_test(tst_uploadmodel LIBRARIES LumaSync::Ui)
if(TARGET luma AND TARGET LumaSyncNet)
    lumasync_test(tst_lumademo LIBRARIES LumaSync::Ui netrig SOURCES desktop.cpp LABELS cloud TIMEOUT 600)
    target_compile_definitions(tst_lumademo PRIVATE LUMA_PROGRAM="$<TARGET_FILE:luma>")
    add_dependencies(tst_lumademo luma)
    set(luma_dir ${PROJECT_SOURCE_DIR}/examples/luma)
    lumasync_test(tst_trackview LIBRARIES Qt6::Widgets
        SOURCES ${luma_dir}/trackview.cpp ${luma_dir}/trackview.h ${luma_dir}/trackmodel.cpp ${luma_dir}/trackmodel.h)
    target_include_directories(tst_trackview PRIVATE ${luma_dir})
endif()
