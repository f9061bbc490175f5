# SPDX-FileCopyrightText: 2026 LumaSync contributors
# SPDX-License-Identifier: MIT
# shellcheck shell=bash
#
# Everything that must pass; sourced by ./dev. Each part prints its steps, and its output where it fails.

parts=(style cloud asan release consumer snippets deb demo)
# shellcheck source=/dev/null
source "$top/.ci/docs.sh"
# shellcheck source=/dev/null
source "$top/.ci/packages.sh"

part_style() { # licence headers, sizes of files, layout, and what must never be in a commit
    local failed=0 file
    while read -r file; do
        head -n 6 "$file" | grep -q 'SPDX-License-Identifier: MIT' || { printf '%s: no SPDX line\n' "$file"; failed=1; }
    done < <(git ls-files '*.cpp' '*.h' '*.mjs' '*.sql' '*.sh' '*.cmake' '*CMakeLists.txt' '*.md' dev .ci/run)
    while read -r file; do
        [ "$(wc -l <"$file")" -le 400 ] || { printf '%s: more than 400 lines; split it\n' "$file"; failed=1; }
    done < <(git ls-files 'src/*.cpp' 'src/*.h' 'examples/*.cpp' 'examples/*.h' '*.mjs')
    git ls-files -z '*.cpp' '*.h' | xargs -0 clang-format --dry-run --Werror || failed=1
    [ -z "$(mandoc -Tlint docs/man/*.1 | tee /dev/stderr)" ] || failed=1
    if grep -n '"resolved"' tests/cloud/package-lock.json; then failed=1; fi
    part_docs || failed=1
    return "$failed"
}

part_cloud() { (cd "$top/tests/cloud" && npm test --silent); }

run_ctest() { # preset ctest-words...
    local preset=$1; shift
    step "testing $preset"
    ctest --test-dir "$top/build/$preset" --output-on-failure --no-tests=error "$@"
}

part_asan() { build asan && run_ctest asan -j3 -LE soak; }
# By name only, too: a build of its own.
thread_suites=(tst_syncengine tst_storageworker tst_sessionend tst_tabularworker tst_tabularrefusals tst_tabularpauses
    tst_tabulardeletes tst_tabulartrouble tst_jobcontract tst_session tst_tusupload tst_httpjob tst_trackinghammer
    tst_storageresume tst_storagemanners tst_packagebuilder tst_packagecancel tst_tsansees)
thread_programs=(test_net test_tables test_files tst_tsansees)
part_tsan() { # the suites where threads meet; tests/tsanhooks.cpp has the sanitizer's options
    build tsan --target "${thread_programs[@]}" >"$top/build/tsan.log" || { tail -n 30 "$top/build/tsan.log"; return 1; }
    run_ctest tsan -j2 -R "^($(IFS='|'; printf '%s' "${thread_suites[*]}"))(_|\$)"
}
# By name only, too: each source by itself and by GCC, the tests as well. An include that a neighbour in the unity build brought is
# missing here.
part_alone() { build dev; }
part_release() { build release; }

part_demo() { "$top/dev" demo --tracks 3; }

if [ "${1:-}" = --list ]; then printf '%s\n' "${parts[@]}"; exit 0; fi
[ "$#" -gt 0 ] || set -- "${parts[@]}"
git config --global --get-all safe.directory 2>/dev/null | grep -qxF "$top" || git config --global --add safe.directory "$top"
cd "$top"
passed=0
failed=()
for part in "$@"; do
    declare -F "part_$part" >/dev/null || die "there is no part '$part'; './dev test --list' shows them."
    step "part $part"
    started=$SECONDS
    if "part_$part"; then
        passed=$((passed + 1))
        step "part $part passed ($((SECONDS - started)) s)"
    else
        failed+=("$part")
        step "part $part FAILED ($((SECONDS - started)) s)"
    fi
done
printf '\nparts: %s\n' "$*"
[ "${#failed[@]}" = 0 ] || printf 'failed: %s\n' "${failed[*]}"
printf '%d passed, %d failed\n' "$passed" "${#failed[@]}"
[ "${#failed[@]}" = 0 ]
