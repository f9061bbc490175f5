# SPDX-FileCopyrightText: 2026 LumaSync contributors
# SPDX-License-Identifier: MIT
# shellcheck shell=bash
#
# ./dev demo [FOLDER] [--tracks N] [--keep] [--database KIND]; sourced by ./dev.
#
# The main job from end to end: a library and its files go to a local cloud, are edited and sent again, the program is
# killed in the middle of an upload and goes on, and the cloud is compared with the library by a second implementation.

tracks=
keep=
database=pglite
folder=
most_files=200 # of the user's own, unless --tracks says more
while [ "$#" -gt 0 ]; do
    case "$1" in
        --tracks) tracks=${2:-}; shift ;;
        --database) database=${2:-}; shift ;;
        --keep) keep=1 ;;
        -*) die "demo knows --tracks N, --keep and --database pglite|postgres, not '$1'." ;;
        *) folder=${LUMASYNC_FOLDER:-$1} ;; # ./dev has made it absolute, and visible here
    esac
    shift || die "the last option of demo wants a value."
done
[[ $tracks =~ ^([1-9][0-9]*)?$ ]] || die "--tracks wants a number, not '$tracks'."
[ -z "$folder" ] || [ -d "$folder" ] || die "there is no folder '$folder'."

# shellcheck disable=SC2154
release=$top/build/release
lumasync=$release/src/cli/lumasync
luma_library=$release/examples/luma-library/luma-library
app=$release/examples/luma/luma
cloud_dir=$top/tests/cloud
work=$(mktemp -d "${TMPDIR:-/tmp}/lumasync-demo-XXXXXX")
chmod 711 "$work" # PostgreSQL runs as another user where this is root
library=$work/library
db=$library/luma.sqlite
email=demo@example.org
export LUMASYNC_PASSWORD=${LUMASYNC_PASSWORD:-$(od -An -tx1 -N12 /dev/urandom | tr -d ' \n')}
sync_pid=
cloud_pid=
app_pid=

clean_up() {
    local pid
    for pid in $sync_pid $app_pid; do kill "$pid" 2>/dev/null || true; done
    if [ -n "$cloud_pid" ]; then
        exec 8>&- # its stdin: it stops by itself
        wait "$cloud_pid" 2>/dev/null || true
    fi
    if [ -n "$keep" ]; then
        step "kept: $work ('./dev cloud --data $work/cloud --database $database --admin' starts its cloud again)"
    else
        rm -rf -- "$work"
    fi
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# --- small tools ----------------------------------------------------------------------------------------------------------

sql() { sqlite3 -batch -readonly -cmd '.timeout 10000' "$db" "$1"; }
field() { node -p 'String(JSON.parse(require("fs").readFileSync(0, "utf8"))[process.argv[1]] ?? "")' "$1"; }
now() { printf '%s' "${EPOCHREALTIME/[.,]/}"; } # microseconds
seconds() { awk -v us="$(($(now) - $1))" 'BEGIN { printf "%.1f", us / 1e6 }'; }
megabytes() { awk -v b="${1:-0}" 'BEGIN { printf "%.1f", b / 1e6 }'; }
counted() { [ "$1" = 1 ] && printf '%s %s' "$1" "$2" || printf '%s %ss' "$1" "$2"; }

tables="venues pattern_categories tracks fixtures patterns implementations scores track_beats track_roots track_waveforms
    track_stems track_scores venue_implementation_overrides"
rows() { # [condition]: over all tables
    local query='SELECT 0' name
    for name in $tables; do query+=" + (SELECT count(*) FROM $name${1:+ WHERE $1})"; done
    sql "$query"
}
uploads() { # what the queue says: jobs that are done, and bytes that have arrived
    sql "SELECT sum(status = 'completed') || ' ' || sum(bytes_uploaded) FROM storage_sync_queue"
}

figures=() # lines of the last table: name|rows|files|bytes|seconds
note_figures() { figures+=("$1|$2|$3|$4|$5"); }

begin_sync() {
    rows_before=$(rows needs_sync=1 2>/dev/null || rows) # a new library has no such column yet
    uploads_before=$(uploads 2>/dev/null || printf '0 0')
    sync_started=$(now)
}

end_sync() { # name
    local after count bytes time sent
    time=$(seconds "$sync_started")
    after=$(uploads)
    count=$((${after% *} - ${uploads_before% *})) bytes=$((${after#* } - ${uploads_before#* }))
    sent=$((rows_before - $(rows needs_sync=1)))
    note_figures "$1" "$sent" "$count" "$bytes" "$time"
    sync_figures="$(counted "$sent" row) and $(counted "$count" file) ($(megabytes "$bytes") MB) in $time s"
}

# --- the cloud, the library, the program ----------------------------------------------------------------------------------

start_cloud() {
    mkfifo "$work/guard"
    node "$cloud_dir/main.mjs" --admin --stdin-guard --data "$work/cloud" --database "$database" \
        <"$work/guard" >"$work/cloud.json" 2>"$work/cloud.log" &
    cloud_pid=$!
    exec 8>"$work/guard"
    local tries
    for ((tries = 0; tries < 1200; ++tries)); do
        [ ! -s "$work/cloud.json" ] || break
        kill -0 "$cloud_pid" 2>/dev/null || { cloud_pid=; die "the local cloud did not start: $(grep . "$work/cloud.log" | tail -n 1)"; }
        sleep 0.1
    done
    url=$(field url <"$work/cloud.json")
    key=$(field publishableKey <"$work/cloud.json")
    [ -n "$url" ] || die "the local cloud did not start within two minutes: $(grep . "$work/cloud.log" | tail -n 1)"
    project=(--url "$url" --key "$key" --email "$email")
    sync=("$lumasync" sync --database "$db" "${project[@]}" --cache "$work/cache")
    step "the local cloud runs at $url ($database)"
}

host() { # luma-library: the host app's own doing, which knows nothing of a backup
    "$luma_library" "$@" >"$work/host.log" 2>&1 || die "$(tail -n 1 "$work/host.log")"
}

choose_files() { # prints the folder to import: the user's, or links to its first files
    local limit=${tracks:-$most_files} files
    mapfile -d '' files < <(find "$folder" -type f -regextype posix-extended \
        -iregex '.*\.(mp3|flac|ogg|oga|opus|wav|m4a|aiff|aif)' -print0 | sort -z)
    if [ "${#files[@]}" -le "$limit" ]; then
        printf '%s' "$folder"
        return
    fi
    step "taking the first $limit of ${#files[@]} audio files (--tracks N takes more)"
    mkdir -p "$work/audio"
    local index
    for ((index = 0; index < limit; ++index)); do
        ln -s -- "${files[index]}" "$work/audio/$(printf '%04d' "$index") ${files[index]##*/}"
    done
    printf '%s' "$work/audio"
}

make_library() {
    if [ -z "$folder" ]; then
        host generate --tracks "${tracks:-12}" "$library"
        step "library: $(grep -m1 ' tracks, ' "$work/host.log")"
    else
        host import "$(choose_files)" "$library"
        local line
        while read -r line; do step "${line//"$folder/"/}"; done < <(grep '^not imported: ' "$work/host.log")
        step "library: $(grep -m1 ' files imported ' "$work/host.log")"
    fi
}

# name words...: one sync to the end, with its figures; a progress bar is on standard error where that is a terminal
sync_all() {
    local name=$1 log=$work/${1// /-}.log code=0
    shift
    begin_sync
    "${sync[@]}" "$@" 8>&- >"$log" || code=$?
    [ "$code" != 130 ] || exit 130 # Ctrl-C
    [ "$code" = 0 ] || die "'lumasync sync' ended with $code: $(tail -n 1 "$log")"
    end_sync "$name"
    step "$name: $sync_figures"
}

# --- kill and resume ------------------------------------------------------------------------------------------------------

add_track() { # megabytes seed: a song from elsewhere is imported, and its separated stems arrive at full length
    local studio=$work/studio-$2 song hash stem
    host generate --tracks 1 --seed "$2" --scale realistic --audio-mb "$1-$1" "$studio"
    song=$(printf '%s\n' "$studio"/media/audio/*.wav)
    mkdir -p "$work/new-$2"
    ln "$song" "$work/new-$2/"
    host import "$work/new-$2" "$library"
    hash=$(sha256sum "$song" | cut -c1-64)
    for stem in bass drums vocals other; do
        cp -- "$studio"/media/stems/*/"$stem.wav" "$library/media/stems/$hash/$stem.wav"
    done
}

half_sent="FROM storage_sync_queue WHERE upload_type = 'analysis_package' AND status = 'uploading'
    AND bytes_uploaded > 0 AND bytes_uploaded < file_size"

kill_in_package() { # starts a sync and kills it when the queue says that a part of a package has arrived; false: too late
    local answer=0 code=0 watch_pid from to
    begin_sync
    "${sync[@]}" 8>&- >"$work/killed.log" &
    sync_pid=$!
    coproc { exec sqlite3 -batch -readonly -cmd '.timeout 5000' "$db" 8>&-; }
    watch_pid=$COPROC_PID from=${COPROC[0]} to=${COPROC[1]}
    while kill -0 "$sync_pid" 2>/dev/null; do
        printf 'SELECT count(*) %s;\n' "${half_sent//$'\n'/ }" >&"$to"
        read -r -t 10 answer <&"$from" || die "the queue cannot be read while lumasync runs."
        if [ "$answer" != 0 ]; then
            kill -KILL "$sync_pid" || true
            break
        fi
        read -r -t 0.003 _ <&"$from" || true # waits 3 ms without a process of its own
    done
    exec {to}>&-
    wait "$watch_pid" 2>/dev/null || true
    { wait "$sync_pid" || code=$?; } 2>/dev/null
    sync_pid=
    [ "$answer" != 0 ] || [ "$code" = 0 ] || die "'lumasync sync' ended with $code: $(tail -n 1 "$work/killed.log")"
    end_sync "until the kill"
    [ "$code" = 137 ] && [ "$(sql "SELECT count(*) $half_sent")" = 1 ]
}

upload_state() { node "$cloud_dir/uploadstate.mjs" "${project[@]}" "$1"; }

kill_and_resume() {
    local size=24 attempt caught=
    for attempt in 1 2 3 4; do
        add_track "$size" "$((1000 + attempt))"
        step "a new track; 'lumasync sync' is to be killed in the middle of its package"
        if kill_in_package; then caught=1; break; fi
        step "the package was sent before the kill; once more with a larger one"
        size=$((size * 2))
    done
    [ -n "$caught" ] || die "four packages were sent too fast to be interrupted."

    local upload length queued before after offset
    IFS='|' read -r upload length queued < <(sql "SELECT upload_url, file_size, bytes_uploaded $half_sent")
    before=$(upload_state "$upload")
    offset=$(field offset <<<"$before")
    step "killed with SIGKILL: of $length bytes the queue knows $queued as arrived, the cloud has $offset"
    if [ "$offset" = 0 ] || [ "$offset" -ge "$length" ]; then
        die "the cloud has $offset of $length bytes: there is nothing to resume."
    fi

    sync_all "after the kill"
    after=$(upload_state "$upload")
    # shellcheck disable=SC2016
    node -e '
        const [before, after] = process.argv.slice(1).map((text) => JSON.parse(text));
        const next = after.patches[before.patches.length];
        const received = after.patches.reduce((sum, patch) => sum + patch.received, 0);
        const fail = (text) => { console.error(`dev: ${text}`); process.exit(1); };
        if (!next) fail("the upload was not gone on with: it was begun anew.");
        if (next.offset !== before.offset) fail(`it went on from ${next.offset}, but the cloud had ${before.offset}.`);
        if (after.offset !== after.length) fail(`the upload ends at ${after.offset} of ${after.length} bytes.`);
        console.error(`== it went on from ${next.offset}, not from 0: the cloud received ${received} bytes for a package of ${after.length}`);
    ' "$before" "$after"
}

# --- the end ----------------------------------------------------------------------------------------------------------------

show_app() { # the one place where a display is used
    [ -x "$app" ] || return 0
    step "the reference app with its tray icon and panel"
    "$app" --library "$library" "${project[@]}" 8>&- >"$work/app.log" 2>&1 &
    app_pid=$!
    if [ -t 0 ]; then
        read -r -p '   Press Enter to end it. ' _ || true
    else
        sleep 5
    fi
    kill -0 "$app_pid" 2>/dev/null || die "the reference app ended by itself: $(tail -n 1 "$work/app.log")"
    kill "$app_pid"
    { wait "$app_pid" || true; } 2>/dev/null
    app_pid=
}

print_figures() {
    local line name count files bytes time
    printf '\n  %-26s%9s%8s%11s%10s%9s\n' '' rows files MB seconds MB/s
    for line in "${figures[@]}"; do
        IFS='|' read -r name count files bytes time <<<"$line"
        awk -v n="$name" -v r="$count" -v f="$files" -v b="$bytes" -v s="$time" 'BEGIN {
            rate = s > 0 && b > 0 ? sprintf("%.1f", b / 1e6 / s) : "-"
            printf "  %-26s%9s%8s%11.1f%10.1f%9s\n", n, r, f, b / 1e6, s, rate }'
    done
}

mkdir -p "$top/build"
targets=(lumasync luma-library)
if [ -n "${DISPLAY:-}" ] && [ -d "$top/examples/luma" ]; then targets+=(luma); fi
build release --target "${targets[@]}" >"$top/build/demo.log" \
    || { grep -A12 -E 'error|FAILED' "$top/build/demo.log" | head -n 40 >&2; die "the build failed: see $top/build/demo.log."; }
started_demo=$(now)
start_cloud
make_library
sync_all "first sync" --sign-up
host edit "$library"
step "an evening's work in the host app: $(counted "$(wc -l <"$work/host.log")" change)"
sync_all "after the edits"
kill_and_resume

verify_started=$(now)
node "$cloud_dir/verify.mjs" --database "$db" "${project[@]}" --json >"$work/verify.json" || die "the cloud is not what the library is."
note_figures "verified from outside" "$(field rows <"$work/verify.json")" "$(field objects <"$work/verify.json")" \
    "$(field bytes <"$work/verify.json")" "$(seconds "$verify_started")"
step "verified from outside: every row of 13 tables, the SHA-256 of every object; another user sees nothing"
verify_started=$(now)
"$lumasync" verify --database "$db" "${project[@]}" >"$work/self.log" || die "'lumasync verify' found: $(head -n 1 "$work/self.log")"
note_figures "lumasync verify" "$(field rows <"$work/verify.json")" "$(field objects <"$work/verify.json")" \
    "$(field bytes <"$work/verify.json")" "$(seconds "$verify_started")"
step "lumasync verify says the same"
if [ -n "${DISPLAY:-}" ]; then show_app; fi
print_figures
step "done in $(seconds "$started_demo") s"
