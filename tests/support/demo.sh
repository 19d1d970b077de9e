#!/usr/bin/env bash
# Shows Fieldbook with a demonstration company: starts a server and the tablet app signed in to it. Without a display the app draws
# its pages into build/screens, and the manager's view goes to the terminal. Called by ./dev run.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
bin=$root/build/bin
home=$root/build/demo
company=$home/company
tablet=$home/tablet

mkdir -p "$home"
if [ ! -f "$home/made" ]; then
    rm -rf "$company" "$tablet"
    "$bin/fieldbookd" --data "$company" demo
    touch "$home/made"
fi

"$bin/fieldbookd" --data "$company" serve --port 0 >"$home/server.out" 2>"$home/server.log" &
server=$!
trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null || true' EXIT
for _ in $(seq 100); do
    grep -q 'listens on' "$home/server.out" && break
    kill -0 "$server" 2>/dev/null || { cat "$home/server.log" >&2; exit 1; }
    sleep 0.1
done
url=$(sed -n 's/.*listens on \(http[^ ]*\).*/\1/p' "$home/server.out" | head -n 1)
[ -n "$url" ] || { echo "The server did not start; see $home/server.log" >&2; exit 1; }
echo "Server: $url   sign-in names: lin, zhou, fang (password: fieldbook)"

export FIELDBOOK_PASSWORD=fieldbook
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    "$bin/fieldbook" --folder "$tablet" --server "$url" --login lin
else
    mkdir -p "$root/build/screens"
    QT_QPA_PLATFORM=offscreen "$bin/fieldbook" --folder "$tablet" --server "$url" --login lin --lang zh_CN --pictures "$root/build/screens"
    kill "$server"
    wait "$server" 2>/dev/null || true
    "$bin/fieldbookd" --data "$company" review
fi
