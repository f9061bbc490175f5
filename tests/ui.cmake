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

lumasync_test(tst_accessibility LIBRARIES uistage)
lumasync_test(tst_attentionmodel LIBRARIES LumaSync::Ui)
lumasync_test(tst_contraststyle LIBRARIES uistage)
lumasync_test(tst_enginecontroller LIBRARIES LumaSync::Ui)
lumasync_test(tst_layout LIBRARIES uistage)
lumasync_test(tst_noticepolicy LIBRARIES LumaSync::Ui)
lumasync_test(tst_onetruth LIBRARIES uistage)
lumasync_test(tst_panelpictures LIBRARIES uistage)
target_compile_definitions(tst_panelpictures PRIVATE LUMASYNC_REFERENCES="${ui_tests_dir}/references")
lumasync_test(tst_rateplot LIBRARIES uistage)
lumasync_test(tst_redaction LIBRARIES LumaSync::Ui)
lumasync_test(tst_signindialog LIBRARIES uistage)
lumasync_test(tst_statusicon LIBRARIES LumaSync::Ui)
target_compile_definitions(tst_statusicon PRIVATE LUMASYNC_REFERENCES="${ui_tests_dir}/references")
lumasync_test(tst_statuslook LIBRARIES LumaSync::Ui)
lumasync_test(tst_statustext LIBRARIES LumaSync::Ui)
lumasync_test(tst_syncstatuspanel LIBRARIES uistage)
lumasync_test(tst_theme LIBRARIES uistage)
lumasync_test(tst_translations LIBRARIES LumaSync::Ui)
target_compile_definitions(tst_translations PRIVATE
    LUMASYNC_LUPDATE="$<TARGET_FILE:Qt6::lupdate>" LUMASYNC_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
lumasync_test(tst_trayfaces LIBRARIES uistage)
lumasync_test(tst_uploadmodel LIBRARIES LumaSync::Ui)
lumasync_test(tst_uploadpage LIBRARIES uistage)
if(TARGET luma AND TARGET LumaSyncNet)
    lumasync_test(tst_lumademo LIBRARIES LumaSync::Ui netrig SOURCES desktop.cpp desktop.h lumaapp.cpp lumaapp.h LABELS cloud TIMEOUT 600)
    target_compile_definitions(tst_lumademo PRIVATE LUMA_PROGRAM="$<TARGET_FILE:luma>")
    add_dependencies(tst_lumademo luma)
    set(luma_dir ${PROJECT_SOURCE_DIR}/examples/luma)
    lumasync_test(tst_trackview LIBRARIES Qt6::Widgets
        SOURCES ${luma_dir}/trackview.cpp ${luma_dir}/trackview.h ${luma_dir}/trackmodel.cpp ${luma_dir}/trackmodel.h)
    target_include_directories(tst_trackview PRIVATE ${luma_dir})
endif()
