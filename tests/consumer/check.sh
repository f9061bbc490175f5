#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 LumaSync contributors
# SPDX-License-Identifier: MIT
#
# check.sh PREFIX shared|static WORK [headers]: what an embedder does with an installed tree, through CMake and through pkg-config,
# and, where it is asked for, what its headers are like. Needs nothing of this project but this folder, so that it also runs where only the
# Debian packages are.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
prefix=$1 kind=$2 work=$3
mkdir -p "$work"
# Qt tells the platform's plugin by this name; a test has no display.
export QT_QPA_PLATFORM=offscreen
say() { printf '   %s\n' "$*"; }

# --- through CMake
cmake -S "$here" -B "$work/cmake" -DCMAKE_PREFIX_PATH="$prefix" >"$work/cmake.log" 2>&1 || { tail -n 30 "$work/cmake.log"; exit 1; }
cmake --build "$work/cmake" >>"$work/cmake.log" 2>&1 || { tail -n 30 "$work/cmake.log"; exit 1; }
libraries=$(dirname "$(find "$prefix" -name 'LumaSyncNet.pc' -print -quit)")/..
export LD_LIBRARY_PATH=$libraries # a tree that is not the system's
"$work/cmake/net_consumer" | grep -q 'https' || { echo "net_consumer does not say what is wrong with ftp"; exit 1; }
"$work/cmake/consumer" | grep -q 'library.sqlite' || { echo "the consumer built with CMake failed"; exit 1; }
say "$kind, found by CMake: built and run"

# --- through pkg-config
export PKG_CONFIG_PATH=$libraries/pkgconfig
words=(); [ "$kind" = static ] && words=(--static)
for module in LumaSyncNet LumaSyncUi; do pkg-config --exists --print-errors "$module >= 0.1"; done
read -ra flags <<<"$(pkg-config --cflags LumaSyncUi)" # no "< <(...)": a chroot without /proc has no /dev/fd
read -ra libs <<<"$(pkg-config "${words[@]}" --libs LumaSyncUi)"
g++ -std=c++20 -fPIC "$here/main.cpp" -o "$work/consumer-pkgconfig" "${flags[@]}" "${libs[@]}"
"$work/consumer-pkgconfig" | grep -q 'library.sqlite' || { echo "the consumer built with pkg-config failed"; exit 1; }
say "$kind, found by pkg-config: built and run"

# --- the binaries
needs() { readelf -d "$1" | grep NEEDED; }
if [ "$kind" = shared ]; then
    needs "$work/consumer-pkgconfig" | grep -q libLumaSyncCore || { echo "the shared library is not what was linked"; exit 1; }
    # Internals are hidden: a class that only the library itself uses.
    for library in Net Core Ui; do
        exported=$(nm -DC --defined-only "$libraries/libLumaSync$library.so")
        grep -q 'LumaSync::' <<<"$exported" || { echo "libLumaSync$library.so exports nothing"; exit 1; }
        if grep -E 'LumaSync::(HttpConnection|HttpResponseParser|Database|StorageQueue|TabularWorker|Theme|UploadModel)::' <<<"$exported"; then
            echo "libLumaSync$library.so exports internals"; exit 1
        fi
    done
    say "the shared libraries hide what is theirs"
elif needs "$work/consumer-pkgconfig" | grep libLumaSync; then
    echo "the static library is not what was linked"; exit 1
fi

[ "${4:-}" = headers ] || exit 0
# --- each public header alone: it compiles, and sees Qt, the standard library and this module only
include=$prefix/include/LumaSync
mkdir -p "$work/headers"
# The C library's own headers, which Qt's need.
dpkg -L libc6-dev linux-libc-dev | xargs realpath -q | sort -u >"$work/libc"
check_header() {
    local spelling=$1 deps=$work/headers/$1.d foreign
    printf '#include <LumaSync/%s>\n' "$spelling" >"$work/headers/$spelling.cpp"
    g++ -std=c++20 -fPIC -fsyntax-only -Wall -Wextra -Wpedantic -Werror -MD -MF "$deps" -MT x $flags_text "$work/headers/$spelling.cpp" || return 1
    foreign=$(tr -s ' \\' '\n\n' <"$deps" | grep '^/' | xargs realpath | grep -vFxf "$work/libc" \
        | grep -vE "^($(realpath "$work")/|$(realpath "$include")/|/usr/include/[^/]*/qt6/|/usr/include/c\+\+/|/usr/include/[^/]*/c\+\+/|/usr/lib/gcc/)" || true)
    [ -z "$foreign" ] || { echo "<LumaSync/$spelling> pulls in" $foreign; return 1; }
}
spellings=$(cd "$include" && find . -maxdepth 1 -type f -printf '%f\n' | sort)
[ "$(wc -w <<<"$spellings")" -ge 20 ] || { echo "only these public headers: $spellings"; exit 1; }
export -f check_header
export work include flags_text="${flags[*]}"
xargs -P2 -I{} bash -c 'check_header {} || exit 255' <<<"$spellings" || exit 1
# A header that no spelling leads to is not public.
for header in "$include"/*/*.h; do
    name=${header#"$include"/}
    case "$name" in */export.h) continue ;; esac
    grep -qrF "$name" --include='[A-Z]*' "$include" || { echo "$name is installed, but no <LumaSync/...> includes it"; exit 1; }
done
say "$(wc -w <<<"$spellings") public headers compile alone and see only Qt and LumaSync"
