# SPDX-FileCopyrightText: 2026 LumaSync contributors
# SPDX-License-Identifier: MIT
# complete.bash SCRIPT WORD...: what bash would offer for the last word, a line each.
source "$1" || exit
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_lumasync
printf '%s\n' "${COMPREPLY[@]}"
