# SPDX-FileCopyrightText: 2026 LumaSync contributors
# SPDX-License-Identifier: MIT
# complete.fish SCRIPT LINE: what fish offers for the end of the line, a line each.
source $argv[1]; or exit
complete -C $argv[2] | string replace -r '\t.*' ''
true # "replace" says 1 where there was nothing to replace
