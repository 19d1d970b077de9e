#!/usr/bin/env bash
# Draws every section of the tablet app in both languages, light and dark, wide and tall, into build/shots. Called by ./dev shots.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
bin=$root/build/bin
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT

"$bin/fieldbookd" --data "$work/company" demo >/dev/null
"$bin/fieldbookd" --data "$work/company" serve --port 0 >"$work/server.out" 2>"$work/server.log" &
server=$!
until grep -q 'listens on' "$work/server.out"; do
    kill -0 "$server" 2>/dev/null || { cat "$work/server.log" >&2; exit 1; }
    sleep 0.1
done
url=$(sed -n 's/.*listens on \(http[^ ]*\).*/\1/p' "$work/server.out" | head -n 1)

export FIELDBOOK_PASSWORD=fieldbook QT_QPA_PLATFORM=offscreen
for size in 1280x800 800x1280; do
    for language in zh_CN en; do
        for theme in light dark; do
            # The preferences of a tablet win over what it is started with, so each picture set has a tablet of its own.
            "$bin/fieldbook" --folder "$work/$size-$language-$theme" --server "$url" --login lin --lang "$language" \
                --theme "$theme" --size "$size" --pictures "$root/build/shots/$size-$language-$theme"
        done
    done
done
