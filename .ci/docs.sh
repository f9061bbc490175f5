# SPDX-FileCopyrightText: 2026 LumaSync contributors
# SPDX-License-Identifier: MIT
# shellcheck shell=bash
#
# ./dev docs: the API reference, from the public headers alone; a warning is an error. Sourced by ./dev.

public_headers() { # as src/*/CMakeLists.txt name them
    local part name
    for part in net core ui; do
        for name in $(sed -n '/^    PUBLIC_CLASSES/,/^    \(ALSO\|SOURCES\)/p' "src/$part/CMakeLists.txt" | grep -o '^        [A-Z][A-Za-z]*$'); do
            printf 'src/%s/%s.h\n' "$part" "${name,,}"
        done
    done
}

make_reference() {
    local out=$top/build/docs
    rm -rf -- "$out"
    mkdir -p "$out"
    (
        cd "$top" || exit
        cat docs/api/Doxyfile
        printf 'INPUT = docs/api/mainpage.md'
        printf ' %s' $(public_headers)
        printf '\nOUTPUT_DIRECTORY = %s\nPROJECT_NUMBER = %s\n' "$out" \
            "$(sed -n 's/^project(LumaSync VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)"
    ) >"$out/Doxyfile"
    (cd "$top" && doxygen "$out/Doxyfile") || return 1
    [ -s "$out/html/classLumaSync_1_1SyncEngine.html" ] || { echo "the reference has no SyncEngine"; return 1; }
    step "the API reference is in build/docs/html/index.html"
}

# What can be said of the documentation without a build.
part_docs() {
    # shellcheck disable=SC2046
    node tests/docs/headers.mjs $(public_headers) && make_reference && node tests/docs/fast.mjs && node tests/docs/messages.mjs
}

part_snippets() { # every code block, compiled, configured or run; after the consumer part, which installs the tree
    local prefix=$top/build/consumer/shared-prefix
    build release || return 1
    mkdir -p "$top/build/consumer"
    cmake --install "$top/build/release" --prefix "$prefix" >"$top/build/consumer/install.log" || return 1
    node "$top/tests/docs/snippets.mjs" "$prefix" "$top/build/snippets"
}
