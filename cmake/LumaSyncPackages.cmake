# SPDX-FileCopyrightText: 2026 LumaSync contributors
# SPDX-License-Identifier: MIT
#
# Debian packages by "cpack": the library, its development files, the command line. What they depend on is read from the
# binaries by dpkg-shlibdeps.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR "LumaSync contributors")
set(CPACK_PACKAGE_CONTACT "LumaSync contributors <noreply@localhost>")
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_PACKAGING_INSTALL_PREFIX ${CMAKE_INSTALL_PREFIX})
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_COMPONENTS_ALL runtime development)
if(LUMASYNC_BUILD_CLI)
    list(APPEND CPACK_COMPONENTS_ALL program)
endif()

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS
    ${PROJECT_BINARY_DIR}/src/net ${PROJECT_BINARY_DIR}/src/core ${PROJECT_BINARY_DIR}/src/ui)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER ${CPACK_PACKAGE_CONTACT})

set(library liblumasync${LUMASYNC_SOVERSION})
set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME ${library})
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION libs)
set(CPACK_COMPONENT_RUNTIME_DESCRIPTION "Backup of a SQLite library and media files to Supabase
 Sends the rows and files of a Qt application to a Supabase project while it runs.")
# Qt loads its SQLite driver, and QtKeychain the desktop's keychain, by name: dpkg-shlibdeps does not see them.
set(CPACK_DEBIAN_RUNTIME_PACKAGE_DEPENDS "libqt6sql6-sqlite (>= 6.8)")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_RECOMMENDS "libsecret-1-0")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME liblumasync-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "Backup of a SQLite library and media files to Supabase, development files
 Headers, CMake package and pkg-config files of LumaSync, and the SQL for the Supabase project.")
set(development_depends "qt6-base-dev (>= 6.8)")
if(BUILD_SHARED_LIBS)
    list(PREPEND development_depends "${library} (= ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})")
else()
    list(APPEND development_depends libkf6archive-dev qtkeychain-qt6-dev libzstd-dev qt6-svg-dev libqt6sql6-sqlite)
    if(libcrypto_FOUND)
        list(APPEND development_depends libssl-dev)
    endif()
    list(REMOVE_ITEM CPACK_COMPONENTS_ALL runtime)
endif()
list(JOIN development_depends ", " CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS)

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME lumasync)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION utils)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "Backup of a SQLite library and media files to Supabase, command line
 Syncs, watches and verifies a library from a terminal.")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_DEPENDS "libqt6sql6-sqlite (>= 6.8)")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS "libsecret-1-0")

foreach(component IN LISTS CPACK_COMPONENTS_ALL)
    string(TOUPPER ${component} upper)
    install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${CPACK_DEBIAN_${upper}_PACKAGE_NAME} RENAME copyright
        COMPONENT ${component})
endforeach()
include(CPack)
