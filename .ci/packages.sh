# SPDX-FileCopyrightText: 2026 LumaSync contributors
# SPDX-License-Identifier: MIT
# shellcheck shell=bash
#
# What an embedder gets: the installed tree, the source tree as a part of another project, the Debian packages.
# Sourced by test.sh.

# shellcheck disable=SC2154
consumer_dir=$top/build/consumer

quietly() { # log command...: its output only where it fails
    local log=$1; shift
    mkdir -p "$(dirname "$log")"
    "$@" >"$log" 2>&1 || { tail -n 40 "$log"; return 1; }
}

embed() { # subdirectory|fetch [cmake words]: a project with our sources inside; libraries static, as it did not ask otherwise
    local from=$1 dir=$consumer_dir/$1; shift
    quietly "$dir.log" cmake -G Ninja -S "$top/tests/consumer" -B "$dir" -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG=-O0 \
        -DCMAKE_CXX_COMPILER_LAUNCHER=ccache -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=16 \
        -DLUMASYNC_FROM="$from" -DLUMASYNC_SOURCE_DIR="$top" "$@" || return 1
    quietly "$dir.log" cmake --build "$dir" || return 1
    QT_QPA_PLATFORM=offscreen "$dir/consumer" | grep -q 'library.sqlite' || { echo "the $from consumer failed"; return 1; }
    echo "   $from: built and run"
}

part_consumer() { # shared and static, through CMake and pkg-config; add_subdirectory and FetchContent
    build release || return 1
    rm -rf -- "$consumer_dir/"{shared,static,bare}*
    quietly "$consumer_dir/shared.log" cmake --install "$top/build/release" --prefix "$consumer_dir/shared-prefix" || return 1
    "$top/tests/consumer/check.sh" "$consumer_dir/shared-prefix" shared "$consumer_dir/shared" headers || return 1

    embed fetch -DLUMASYNC_INSTALL=OFF || return 1
    embed subdirectory -DLUMASYNC_INSTALL=OFF || return 1
    quietly "$consumer_dir/bare.log" cmake --install "$consumer_dir/subdirectory" --prefix "$consumer_dir/bare" || return 1
    local installed
    installed=$(cd "$consumer_dir/bare" && find . -type f)
    [ "$installed" = ./bin/consumer ] || { printf 'an embedder installs unasked:\n%s\n' "$installed"; return 1; }
    echo "   an embedder installs nothing of ours unasked"

    embed subdirectory -DLUMASYNC_INSTALL=ON || return 1
    quietly "$consumer_dir/static.log" cmake --install "$consumer_dir/subdirectory" --prefix "$consumer_dir/static-prefix" || return 1
    "$top/tests/consumer/check.sh" "$consumer_dir/static-prefix" static "$consumer_dir/static"
}

# --- the Debian packages, in a Debian 13 that has nothing of ours -----------------------------------------------------

make_packages() { # into build/release/packages
    build release || return 1
    rm -rf -- "$top/build/release/packages"
    PATH=$PATH:$top/cmake/tools quietly "$top/build/cpack.log" cpack --config "$top/build/release/CPackConfig.cmake" \
        -B "$top/build/release/packages"
}

part_deb() { # built by cpack, installed into a fresh root, used there
    make_packages || return 1
    local packages=$top/build/release/packages view code=0
    [ -d "${LUMASYNC_FRESH_ROOT:-}" ] || { echo "there is no fresh root: call './dev test deb' as root, outside of './dev shell'"; return 1; }
    # A copy of it, apart from the packages at hand, and chroot: nothing is mounted, so nothing can stay mounted.
    view=${LUMASYNC_FRESH_ROOT%/*}/fresh-view-$$
    as_root cp -a -- "$LUMASYNC_FRESH_ROOT" "$view" || return 1
    as_root mkdir "$view/given" || return 1
    as_root cp -r -- "$packages"/*.deb "$top/tests/consumer" "$view/given/" || return 1
    as_root chroot "$view" /usr/bin/env -i HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        bash /given/consumer/fresh.sh >"$top/build/deb.log" 2>&1 || code=$?
    grep '^   ' "$top/build/deb.log" || true
    [ "$code" = 0 ] || tail -n 40 "$top/build/deb.log"
    as_root rm -rf --one-file-system -- "$view"
    return "$code"
}
