# SPDX-FileCopyrightText: 2026 LumaSync contributors
# SPDX-License-Identifier: MIT
include_guard()

find_program(LUMASYNC_CCACHE ccache)
if(LUMASYNC_DEVELOPER AND LUMASYNC_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${LUMASYNC_CCACHE})
endif()
find_program(LUMASYNC_MOLD mold)
if(LUMASYNC_DEVELOPER AND LUMASYNC_MOLD AND NOT CMAKE_LINKER_TYPE)
    set(CMAKE_LINKER_TYPE MOLD) # heeded by CMake 3.29 and later
endif()

# Warnings, sanitizers and strict Qt rules: for every target of this project, never for those who link to it.
function(lumasync_target_options target)
    target_compile_definitions(${target} PRIVATE
        QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
        QT_NO_FOREACH QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_UP_TO=0x060800)
    if(NOT MSVC)
        target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual)
        if(LUMASYNC_DEVELOPER)
            target_compile_options(${target} PRIVATE -Werror)
        endif()
    endif()
    if(LUMASYNC_SANITIZE)
        target_compile_options(${target} PRIVATE -fsanitize=${LUMASYNC_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
        target_link_options(${target} PRIVATE -fsanitize=${LUMASYNC_SANITIZE})
    endif()
endfunction()

# lumasync_library(Core PUBLIC_HEADERS a.h SOURCES a.cpp b.cpp b.h PUBLIC Qt6::Core PRIVATE ...)
# makes the target LumaSyncCore with the alias LumaSync::Core, and remembers its headers for the installation.
function(lumasync_library name)
    cmake_parse_arguments(arg "" "" "PUBLIC_HEADERS;SOURCES;PUBLIC;PRIVATE" ${ARGN})
    set(target LumaSync${name})
    string(TOLOWER ${name} folder)
    add_library(${target} ${arg_PUBLIC_HEADERS} ${arg_SOURCES})
    add_library(LumaSync::${name} ALIAS ${target})
    target_link_libraries(${target} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
    target_include_directories(${target} PUBLIC
        $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/src> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/LumaSync>)
    set_target_properties(${target} PROPERTIES EXPORT_NAME ${name} VERSION ${PROJECT_VERSION}
        SOVERSION ${PROJECT_VERSION_MAJOR} POSITION_INDEPENDENT_CODE ON)
    lumasync_target_options(${target})
    foreach(header IN LISTS arg_PUBLIC_HEADERS)
        install(FILES ${header} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/LumaSync/${folder})
    endforeach()
    install(TARGETS ${target} EXPORT LumaSyncTargets)
endfunction()
