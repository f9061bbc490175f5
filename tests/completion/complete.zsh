# SPDX-FileCopyrightText: 2026 LumaSync contributors
# SPDX-License-Identifier: MIT
# complete.zsh SCRIPT LINE: types the line into a zsh of its own and presses the tabulator; prints what zsh lists, or the
# line as zsh completed it, without the terminal's control sequences.
zmodload zsh/zpty || exit
zpty shell "TERM=dumb zsh -f -i"
typed() { zpty -w shell "$1"; }
typed "PS1= PROMPT_EOL_MARK=; unset zle_bracketed_paste; stty columns 200; autoload -Uz compinit; compinit -u -D"
typed "setopt no_beep; zstyle ':completion:*' list-prompt ''; LISTMAX=1000"
typed "source $1; print rea''dy"
zpty -r -m shell text '*ready*'
zpty -w -n shell "$2"$'\t'
# The line that is shown when all is said: a command of our own behind it.
zpty -w -n shell $'\C-a\C-k'
zpty -w shell "print do''ne"
zpty -r -m shell text '*done*'
print -r -- "${text//[^[:print:]$'\n']/ }"
