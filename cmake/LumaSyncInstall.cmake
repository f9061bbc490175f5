# SPDX-FileCopyrightText: 2026 LumaSync contributors
# SPDX-License-Identifier: MIT
#
# For those who install the module: find_package(LumaSync), pkg-config, the cloud's SQL.
include(CMakePackageConfigHelpers)
get_property(LUMASYNC_COMPONENTS GLOBAL PROPERTY LUMASYNC_COMPONENTS)
if(BUILD_SHARED_LIBS)
    set(LUMASYNC_STATIC FALSE)
else()
    set(LUMASYNC_STATIC TRUE)
endif()
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/LumaSyncConfig.cmake.in
    ${PROJECT_BINARY_DIR}/LumaSyncConfig.cmake INSTALL_DESTINATION ${LUMASYNC_CMAKE_DIR})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/LumaSyncConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/LumaSyncConfig.cmake ${PROJECT_BINARY_DIR}/LumaSyncConfigVersion.cmake
    DESTINATION ${LUMASYNC_CMAKE_DIR} COMPONENT development)

# lumasync_pkgconfig(Core "What it is" REQUIRES a b STATIC_REQUIRES c STATIC_LIBS -ld): what only static linking needs is
# named by a static library alone, so that users of the shared one need not have it.
function(lumasync_pkgconfig pc_name pc_description)
    cmake_parse_arguments(arg "" "" "REQUIRES;STATIC_REQUIRES;STATIC_LIBS" ${ARGN})
    string(TOUPPER ${pc_name} upper)
    list(JOIN arg_REQUIRES ", " pc_requires)
    set(pc_requires_private "")
    set(pc_libs_private "")
    set(pc_definitions "")
    if(LUMASYNC_STATIC)
        list(JOIN arg_STATIC_REQUIRES ", " pc_requires_private)
        list(JOIN arg_STATIC_LIBS " " pc_libs_private)
        set(pc_definitions " -DLUMASYNC_${upper}_STATIC")
    endif()
    # The way from the folder of the .pc file to the prefix, so that the installed tree can be moved.
    file(RELATIVE_PATH pc_prefix /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
    string(REGEX REPLACE "/$" "" pc_prefix "${pc_prefix}")
    configure_file(${PROJECT_SOURCE_DIR}/cmake/LumaSync.pc.in ${PROJECT_BINARY_DIR}/LumaSync${pc_name}.pc @ONLY)
    install(FILES ${PROJECT_BINARY_DIR}/LumaSync${pc_name}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig
        COMPONENT development)
endfunction()

lumasync_pkgconfig(Net "LumaSync: what the other parts have in common" REQUIRES "Qt6Core >= 6.8" "Qt6Network >= 6.8")
set(optional_requires "")
if(libcrypto_FOUND)
    set(optional_requires "libcrypto >= 3")
endif()
if(LUMASYNC_USE_DBUS)
    list(APPEND optional_requires "Qt6DBus >= 6.8")
endif()
lumasync_pkgconfig(Core "LumaSync: backs up a SQLite library and its media files to Supabase"
    REQUIRES "LumaSyncNet = ${PROJECT_VERSION}" "Qt6Core >= 6.8"
    STATIC_REQUIRES "Qt6Sql >= 6.8" "Qt6Gui >= 6.8" "libzstd >= 1.4" ${optional_requires} STATIC_LIBS -lKF6Archive -lqt6keychain)
if(LUMASYNC_BUILD_UI)
    lumasync_pkgconfig(Ui "LumaSync: tray icon and status panel"
        REQUIRES "LumaSyncCore = ${PROJECT_VERSION}" "Qt6Widgets >= 6.8" STATIC_REQUIRES "Qt6Svg >= 6.8")
endif()

install(DIRECTORY resources/supabase DESTINATION ${CMAKE_INSTALL_DATADIR}/lumasync COMPONENT development)
