# SPDX-FileCopyrightText: 2026 LumaSync contributors
# SPDX-License-Identifier: MIT
# shellcheck shell=bash
#
# The long runs, in full; sourced by ./dev. './dev test' runs a short form of each. Every run prints its seed, and
# LUMASYNC_SEED repeats it; LUMASYNC_CHAOS_RUNS and LUMASYNC_KILLS say how long it is.

soaks=(chaos kill hammer faults)
preset=${LUMASYNC_SOAK_PRESET:-asan}

soak_test() { # program suite: for as long as it takes
    build "$preset" --target "$1" >"$top/build/soak.log" || { grep -A12 -E 'error|FAILED' "$top/build/soak.log" | head -n 40; return 1; }
    QT_QPA_PLATFORM=offscreen QTEST_FUNCTION_TIMEOUT=86400000 LUMASYNC_CLOUD=$top/tests/cloud "$top/build/$preset/tests/$1" "$2"
}

soak_chaos() { # three uploads through a bad network, 200 times
    LUMASYNC_CHAOS_RUNS=${LUMASYNC_CHAOS_RUNS:-200} soak_test test_files tst_chaos
}

soak_kill() { # the program dies 100 times
    LUMASYNC_KILLS=${LUMASYNC_KILLS:-100} soak_test test_cli tst_kill
}

soak_hammer() { # eight writers for 30 s, against a pretended cloud and against a real one behind a bad network
    export LUMASYNC_SOAK=${LUMASYNC_SOAK:-30}
    soak_test test_tables tst_trackinghammer && soak_test test_tables tst_cloudhammer
}

soak_faults() { # every statement of SQLite, every row read, every access to the disk and every request fails once, one after the other
    LUMASYNC_SOAK=1 soak_test test_tables tst_tablefaults
}

if [ "${1:-}" = --list ]; then printf '%s\n' "${soaks[@]}"; exit 0; fi
[ "$#" -gt 0 ] || set -- "${soaks[@]}"
failed=()
for soak in "$@"; do
    declare -F "soak_$soak" >/dev/null || die "there is no long run '$soak'; './dev soak --list' shows them."
    step "soak $soak"
    started=$SECONDS
    if "soak_$soak"; then step "soak $soak passed ($((SECONDS - started)) s)"; else
        failed+=("$soak")
        step "soak $soak FAILED ($((SECONDS - started)) s)"
    fi
done
[ "${#failed[@]}" = 0 ] || die "failed: ${failed[*]}"
