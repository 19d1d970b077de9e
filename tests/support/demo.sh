#!/usr/bin/env bash
# Shows Fieldbook with a demonstration company: starts a server and the tablet app signed in to it. Without a display the app plays a
# day in the field offscreen, with pictures in build/screens, and the manager's view goes to the terminal. Called by ./dev run.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
bin=$root/build/bin
home=$root/build/demo
company=$home/company
tablet=$home/tablet

mkdir -p "$home"
# The company's "today" is the day it was made; the day that is played needs its visits still to come.
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(cat "$home/made" 2>/dev/null)" != "$(date +%F)" ]; then
    rm -rf "$company" "$tablet"
    "$bin/fieldbookd" --data "$company" demo
    date +%F >"$home/made"
fi

server=
url=
# serve PORT; 0: any. Sets server and url.
serve() {
    "$bin/fieldbookd" --data "$company" serve --port "$1" >"$home/server.out" 2>"$home/server.log" &
    server=$!
    for _ in $(seq 100); do
        grep -q 'listens on' "$home/server.out" && break
        kill -0 "$server" 2>/dev/null || { cat "$home/server.log" >&2; exit 1; }
        sleep 0.1
    done
    url=$(sed -n 's/.*listens on \(http[^ ]*\).*/\1/p' "$home/server.out" | head -n 1)
    [ -n "$url" ] || { echo "The server did not start; see $home/server.log" >&2; exit 1; }
}
stop() {
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
}
trap stop EXIT

# The PIN of the demonstration's tablet, for who starts the app again and again; whoever tries it by hand is asked to choose one.
pin=482915

# The app plays a written piece on its window, drawn offscreen.
play() {
    QT_QPA_PLATFORM=offscreen FIELDBOOK_PIN=$pin "$bin/fieldbook" --folder "$tablet" --server "$url" --login lin --lang zh_CN \
        --play "$root/tests/support/plays/$1.play" --pictures "$root/build/screens"
}

serve 0
echo "Server: $url   sign-in names: lin, zhou, fang (password: fieldbook)"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    "$bin/fieldbook" --folder "$tablet" --server "$url" --login lin
else
    # A day in the field: signed in in the morning, without a network on the road, in reach again in the evening.
    rm -rf "$root/build/screens" "$tablet"
    play morning
    stop
    play visit
    play order
    play lead
    serve "${url##*:}"
    play evening
    stop
    "$bin/fieldbookd" --data "$company" review
fi
