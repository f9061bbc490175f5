# SPDX-FileCopyrightText: 2026 LumaSync contributors
# SPDX-License-Identifier: MIT

# The sanitizer's options and what Qt orders, in every test.
add_library(tsanhooks OBJECT tsanhooks.cpp)
target_link_libraries(tsanhooks PRIVATE Qt6::CorePrivate)
target_compile_definitions(tsanhooks PRIVATE LUMASYNC_SUPPRESSIONS="${PROJECT_SOURCE_DIR}/cmake/tsan.supp")
lumasync_target_options(tsanhooks)

# Each deliberate race is reported, beside the hooks and the suppressions, and the same without the race is not.
add_executable(tst_tsansees tst_tsansees.cpp)
target_link_libraries(tst_tsansees PRIVATE Qt6::Core tsanhooks)
lumasync_target_options(tst_tsansees)
foreach(name threads call blocking signal argument event deletion pool future semaphore wait)
    add_test(NAME tst_tsansees_${name}_raced COMMAND tst_tsansees ${name} raced)
    set_tests_properties(tst_tsansees_${name}_raced PROPERTIES TIMEOUT 60
        PASS_REGULAR_EXPRESSION "WARNING: ThreadSanitizer: data race[^\n]*\n *(Read|Write) of size 4")
    add_test(NAME tst_tsansees_${name}_ordered COMMAND tst_tsansees ${name} ordered)
    set_tests_properties(tst_tsansees_${name}_ordered PROPERTIES TIMEOUT 60)
endforeach()
