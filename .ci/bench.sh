# SPDX-FileCopyrightText: 2026 LumaSync contributors
# SPDX-License-Identifier: MIT
# shellcheck shell=bash
#
# ./dev bench NAME [--json]; sourced by ./dev.

benches=$(cd "$top/tests/bench" && printf '%s ' *.mjs | sed 's/bench.mjs //; s/\.mjs//g')
name=${1:-}
[ -n "$name" ] && [ "$name" != bench ] && [ -e "$top/tests/bench/$name.mjs" ] || die "which benchmark? One of: $benches"
shift
build release
exec node "$top/tests/bench/$name.mjs" "$@"
