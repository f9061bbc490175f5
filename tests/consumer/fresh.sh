#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 LumaSync contributors
# SPDX-License-Identifier: MIT
#
# Runs as root in a fresh Debian 13, with our packages and this folder in /given: installs, uses and removes them.
set -euo pipefail
say() { printf '   %s\n' "$*"; }
install() { apt-get install -y -qq --no-install-recommends "$@" >/tmp/apt.log 2>&1 || { tail -n 30 /tmp/apt.log; exit 1; }; }
mine=$(dpkg --print-architecture)

# --- who only uses the program
install /given/lumasync_*_"$mine".deb
lumasync --help | grep -q 'sync' || { echo "lumasync --help says nothing of sync"; exit 1; }
lumasync --version
# The SQLite driver is there too. (To SQLite an empty file is an empty database.)
: >/tmp/empty.sqlite
if lumasync status --database /tmp/empty.sqlite >/tmp/status 2>&1; then echo "an empty database is backed up"; exit 1; fi
if grep -i driver /tmp/status; then exit 1; fi
[ -s /usr/share/bash-completion/completions/lumasync ] || { echo "the package has no completion"; exit 1; }
if dpkg -s liblumasync-dev >/dev/null 2>&1 || command -v g++ >/dev/null; then echo "the program needs a compiler"; exit 1; fi
[ -s /usr/share/doc/lumasync/copyright ] || { echo "the package has no licence"; exit 1; }
say "lumasync: installed with $(dpkg-query -W -f '.' | wc -c) packages in all, and runs"

# --- who develops with it
install /given/liblumasync-dev_*_"$mine".deb /given/liblumasync[0-9]*_"$mine".deb
if command -v cmake >/dev/null; then echo "the root is not fresh"; exit 1; fi
install g++ cmake make pkgconf
/given/consumer/check.sh /usr shared /tmp/work
if ldd /tmp/work/consumer-pkgconfig | grep "not found"; then echo "a library is missing"; exit 1; fi
say "liblumasync-dev: the consumer is built with it and runs"

# --- and who has enough of it
apt-get remove -y -qq lumasync 'liblumasync*' >/tmp/apt.log 2>&1 || { cat /tmp/apt.log; exit 1; }
left=$(find /usr /etc -ipath '*lumasync*' 2>/dev/null | head -n 5)
[ -z "$left" ] || { printf 'left behind: %s\n' "$left"; exit 1; }
say "removed without a trace"
