# SPDX-FileCopyrightText: 2026 LumaSync contributors
# SPDX-License-Identifier: MIT
include_guard()
include(GenerateExportHeader)

find_program(LUMASYNC_CCACHE ccache)
if(LUMASYNC_DEVELOPER AND LUMASYNC_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${LUMASYNC_CCACHE})
endif()
find_program(LUMASYNC_MOLD mold)
if(LUMASYNC_DEVELOPER AND LUMASYNC_MOLD AND NOT CMAKE_LINKER_TYPE)
    set(CMAKE_LINKER_TYPE MOLD) # heeded by CMake 3.29 and later
endif()

# Warnings, sanitizers and strict Qt rules: for every target of this project, never for those who link to it. FEWER_CHECKS is for
# tests and examples: two checks that make up a third of a sanitized build are left to the product; the address sanitizer sees a null
# pointer, too.
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
    if("FEWER_CHECKS" IN_LIST ARGN AND LUMASYNC_SANITIZE MATCHES undefined)
        target_compile_options(${target} PRIVATE -fno-sanitize=null,alignment)
    endif()
endfunction()

# lumasync_library(Core PUBLIC_CLASSES SyncEngine ALSO SyncOptions=SyncEngine SOURCES a.cpp b.cpp b.h PUBLIC Qt6::Core PRIVATE ...)
# makes LumaSync::Core, what embedders link to, and LumaSync::CoreInternal, the same with its internals in reach, for the
# program, the tests and the benchmarks of this project.
#
# PUBLIC_CLASSES are the installed headers, by their class: SyncEngine is syncengine.h, and users write
# #include <LumaSync/SyncEngine>. ALSO gives further names to such a header. PRIVATE is linked but not seen by embedders.
function(lumasync_library name)
    cmake_parse_arguments(arg "" "" "PUBLIC_CLASSES;ALSO;SOURCES;PUBLIC;PRIVATE" ${ARGN})
    set(target LumaSync${name})
    string(TOLOWER ${name} folder)
    string(TOUPPER ${name} upper)

    set(forwards "")
    foreach(class IN LISTS arg_PUBLIC_CLASSES)
        list(APPEND forwards "${class}=${class}")
    endforeach()
    set(headers "")
    foreach(forward IN LISTS forwards arg_ALSO)
        string(REGEX MATCH "^(.+)=(.+)$" _ "${forward}")
        set(spelling ${CMAKE_MATCH_1})
        string(TOLOWER ${CMAKE_MATCH_2} header)
        list(APPEND headers ${header}.h)
        file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/include/LumaSync/${spelling}
            CONTENT "#include \"${CMAKE_CURRENT_SOURCE_DIR}/${header}.h\"\n" @ONLY)
        file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/forward/${spelling} CONTENT "#include \"${folder}/${header}.h\"\n" @ONLY)
        lumasync_install(FILES ${PROJECT_BINARY_DIR}/forward/${spelling}
            DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/LumaSync COMPONENT development)
    endforeach()
    list(REMOVE_DUPLICATES headers)
    lumasync_install(FILES ${headers} ${PROJECT_BINARY_DIR}/include/LumaSync/${folder}/export.h
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/LumaSync/${folder} COMPONENT development)

    add_library(${target} ${headers} ${arg_SOURCES})
    add_library(LumaSync::${name} ALIAS ${target})
    target_link_libraries(${target} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
    target_include_directories(${target}
        PRIVATE ${PROJECT_SOURCE_DIR}/src
        PUBLIC $<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
    target_compile_features(${target} PUBLIC cxx_std_20)
    set_target_properties(${target} PROPERTIES EXPORT_NAME ${name} VERSION ${PROJECT_VERSION}
        SOVERSION ${LUMASYNC_SOVERSION} POSITION_INDEPENDENT_CODE ON
        CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
    lumasync_target_options(${target})
    generate_export_header(${target} BASE_NAME LUMASYNC_${upper} STATIC_DEFINE LUMASYNC_${upper}_STATIC
        EXPORT_FILE_NAME ${PROJECT_BINARY_DIR}/include/LumaSync/${folder}/export.h)
    if(NOT BUILD_SHARED_LIBS)
        target_compile_definitions(${target} PUBLIC LUMASYNC_${upper}_STATIC)
    elseif(CMAKE_SYSTEM_NAME STREQUAL Linux AND NOT LUMASYNC_SANITIZE)
        target_link_options(${target} PRIVATE LINKER:--no-undefined) # what another part must export fails here
    endif()

    # What a shared library hides is still in its object files.
    set(internals ${arg_PUBLIC})
    list(TRANSFORM internals REPLACE "^(LumaSync::.*)$" "\\1Internal")
    if(BUILD_SHARED_LIBS)
        add_library(${target}Internal STATIC EXCLUDE_FROM_ALL $<TARGET_OBJECTS:${target}>)
        set_target_properties(${target}Internal PROPERTIES LINKER_LANGUAGE CXX AUTOMOC OFF AUTORCC OFF)
        target_link_libraries(${target}Internal PUBLIC ${internals} PRIVATE ${arg_PRIVATE})
        target_include_directories(${target}Internal INTERFACE ${PROJECT_SOURCE_DIR}/src ${PROJECT_BINARY_DIR}/include)
        target_compile_definitions(${target}Internal INTERFACE LUMASYNC_${upper}_STATIC)
    else()
        add_library(${target}Internal INTERFACE)
        target_link_libraries(${target}Internal INTERFACE ${target} ${internals})
        target_include_directories(${target}Internal INTERFACE ${PROJECT_SOURCE_DIR}/src)
    endif()
    add_library(LumaSync::${name}Internal ALIAS ${target}Internal)

    lumasync_install(TARGETS ${target} EXPORT LumaSync${name}Targets
        RUNTIME COMPONENT runtime
        LIBRARY COMPONENT runtime NAMELINK_COMPONENT development
        ARCHIVE COMPONENT development)
    lumasync_install(EXPORT LumaSync${name}Targets NAMESPACE LumaSync:: DESTINATION ${LUMASYNC_CMAKE_DIR}
        COMPONENT development)
    set_property(GLOBAL APPEND PROPERTY LUMASYNC_COMPONENTS ${name})
    set_property(GLOBAL PROPERTY LUMASYNC_${name}_CLASSES ${arg_PUBLIC_CLASSES})
endfunction()

# install(), where installing is asked for: an app that takes this project in with add_subdirectory() does not want to
# install its headers.
function(lumasync_install)
    if(LUMASYNC_INSTALL)
        install(${ARGV})
    endif()
endfunction()
