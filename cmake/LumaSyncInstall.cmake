# SPDX-FileCopyrightText: 2026 LumaSync contributors
# SPDX-License-Identifier: MIT
# find_package(LumaSync) for those who install the module.
include(CMakePackageConfigHelpers)
set(LUMASYNC_CMAKE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/LumaSync)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/LumaSyncConfig.cmake.in
    ${PROJECT_BINARY_DIR}/LumaSyncConfig.cmake INSTALL_DESTINATION ${LUMASYNC_CMAKE_DIR})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/LumaSyncConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/LumaSyncConfig.cmake ${PROJECT_BINARY_DIR}/LumaSyncConfigVersion.cmake
    DESTINATION ${LUMASYNC_CMAKE_DIR})
install(EXPORT LumaSyncTargets NAMESPACE LumaSync:: DESTINATION ${LUMASYNC_CMAKE_DIR})
install(DIRECTORY resources/supabase DESTINATION ${CMAKE_INSTALL_DATADIR}/lumasync)
