#!/usr/bin/env bash
# Draws the pages of the tablet app in both languages, light and dark, wide and tall, into build/shots: every section while there is a
# network, then what lies above and between them without one (the piece pages.play). A warning of a page is an error. Called by ./dev
# shots; with arguments, only the sets of those names (1280x800-en-dark).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
bin=$root/build/bin
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT

sets=("$@")
if [ ${#sets[@]} -eq 0 ]; then
    for size in 1280x800 800x1280; do
        for language in zh_CN en; do
            sets+=("$size-$language-light" "$size-$language-dark")
        done
    done
fi

"$bin/fieldbookd" --data "$work/company" demo >/dev/null
"$bin/fieldbookd" --data "$work/company" serve --port 0 >"$work/server.out" 2>"$work/server.log" &
server=$!
until grep -q 'listens on' "$work/server.out"; do
    kill -0 "$server" 2>/dev/null || { cat "$work/server.log" >&2; exit 1; }
    sleep 0.1
done
url=$(sed -n 's/.*listens on \(http[^ ]*\).*/\1/p' "$work/server.out" | head -n 1)

# The pictures of the README serve as the photos on these tablets.
export XDG_CONFIG_HOME=$work/config FIELDBOOK_PASSWORD=fieldbook QT_QPA_PLATFORM=offscreen
mkdir "$work/config" "$work/photos"
cp "$root"/docs/pictures/*.png "$work/photos"
echo "XDG_PICTURES_DIR=\"$work/photos\"" >"$work/config/user-dirs.dirs"

# app SET ARGUMENT...: the preferences of a tablet win over what it is started with, so each set has a tablet of its own.
app() {
    local size language theme
    IFS=- read -r size language theme <<<"$1"
    "$bin/fieldbook" --folder "$work/$1" --server "$url" --login lin --lang "$language" --theme "$theme" --size "$size" \
        --pictures "$root/build/shots/$1" "${@:2}"
}

for set in "${sets[@]}"; do
    rm -rf "$root/build/shots/$set"
    app "$set"
done
kill "$server"
wait "$server" 2>/dev/null || true
server=
for set in "${sets[@]}"; do
    app "$set" --play "$root/tests/support/plays/pages.play"
done
