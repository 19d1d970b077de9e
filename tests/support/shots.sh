#!/usr/bin/env bash
# Draws the pages of the tablet app into build/shots: every section while there is a network, then what lies above and between them
# without one (the piece pages.play), in both languages, light and dark, wide and tall, on a phone, and with large text; and every page
# while it loads, where it failed, and for somebody who has nothing yet. A warning of a page is an error. Called by ./dev shots; with
# arguments, only the sets of those names: 1280x800-en-dark, 1280x800-en-light-200 (text size), 1280x800-en-light-failing (or late, empty).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
bin=$root/build/bin
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT

sets=("$@")
if [ ${#sets[@]} -eq 0 ]; then
    for size in 1280x800 800x1280 390x844; do
        for language in zh_CN en; do
            sets+=("$size-$language-light" "$size-$language-dark")
        done
    done
    sets+=(1280x800-zh_CN-light-200 800x1280-en-light-200 390x844-zh_CN-light-130)
    for state in late failing empty; do
        sets+=("1280x800-zh_CN-light-$state" "390x844-en-dark-$state")
    done
fi

# serve FOLDER: sets server and url.
serve() {
    "$bin/fieldbookd" --data "$1" serve --port 0 >"$work/server.out" 2>"$work/server.log" &
    server=$!
    until grep -q 'listens on' "$work/server.out"; do
        kill -0 "$server" 2>/dev/null || { cat "$work/server.log" >&2; exit 1; }
        sleep 0.1
    done
    url=$(sed -n 's/.*listens on \(http[^ ]*\).*/\1/p' "$work/server.out" | head -n 1)
}
stop() {
    kill "$server"
    wait "$server" 2>/dev/null || true
    server=
}

# The pictures of the README serve as the photos on these tablets.
export XDG_CONFIG_HOME=$work/config FIELDBOOK_PASSWORD=fieldbook FIELDBOOK_PIN=482915 QT_QPA_PLATFORM=offscreen
mkdir "$work/config" "$work/photos"
cp "$root"/docs/pictures/*.png "$work/photos"
echo "XDG_PICTURES_DIR=\"$work/photos\"" >"$work/config/user-dirs.dirs"

# app SET FOLDER ARGUMENT...: the preferences of a tablet win over what it is started with, so each set has a tablet of its own.
app() {
    local size language theme more text=100
    IFS=- read -r size language theme more <<<"$1"
    case "$more" in [0-9]*) text=$more ;; esac
    "$bin/fieldbook" --folder "$work/$1" --server "$url" --login lin --lang "$language" --theme "$theme" --text "$text" \
        --size "$size" --pictures "$2" "${@:3}"
}

# piece SET: on a phone, and on a tall tablet with the largest text, a customer lies above the list, and the settings are among "more";
# on a phone or with that text the customer is too far down the list to be seen.
piece() {
    local mend=(-e '')
    case "$1" in
        390x* | 800x*-200) mend+=(-e 's/^# A lead,/tap "Back|返回"\n&/' -e 's/^tap "Settings|/tap "More|更多"\n&/') ;;
    esac
    case "$1" in
        390x* | *-200) mend+=(-e 's/^tap "南京恒通/tap "Find among 40 customers|在 40 位客户中查找"\nwrite "南京恒通"\n&/') ;;
    esac
    sed "${mend[@]}" "$root/tests/support/plays/pages.play" >"$work/piece.play"
    printf '%s' "$work/piece.play"
}

# look SET NAME WORDS: a picture of the tablet of SET-device once it says so.
look() {
    printf 'wait "%s"\npicture device-%s\n' "$3" "$2" >"$work/device.play"
    app "$1-device" "$root/build/shots/$1" --play "$work/device.play"
}

# device_states SET: how a tablet says that it waits for its approval, is locked, admitted no longer, and was wiped.
device_states() {
    local order code
    printf '%s\n' 'tap "Password|密码"' 'write "fieldbook"' 'tap "Sign in|登录"' \
        'wait "Waiting for approval|等待批准"' 'picture device-pending' >"$work/device.play"
    app "$1-device" "$root/build/shots/$1" --play "$work/device.play"
    code=$("$bin/fieldbookd" --data "$work/approving" device list --json | sed -n 's/.*"code": "\(.*\)".*/\1/p' | tail -n 1)
    for order in approve lock; do "$bin/fieldbookd" --data "$work/approving" device "$order" "$code" >/dev/null; done
    look "$1" locked "Locked by an administrator|已被管理员锁定"
    "$bin/fieldbookd" --data "$work/approving" device revoke "$code" >/dev/null
    look "$1" revoked "This tablet is no longer admitted|本机已被吊销"
    "$bin/fieldbookd" --data "$work/approving" device wipe "$code" >/dev/null
    look "$1" wiped "This tablet was wiped|本机已擦除"
}

# keeping FOLDER: the company takes customers back that nobody follows up, a colleague has let some go, and something lies in the bin.
keeping() {
    local id
    "$bin/fieldbookd" --data "$1" pool settings --set pool_after_days=31 --set claims_per_day=3 --set protect_days=30 >/dev/null
    tablet wang --server "$url" sign-in wang
    tablet wang sync
    for id in $(tablet wang --json list customer | grep -o '"id":"[^"]*"' | head -n 4 | cut -d '"' -f 4); do
        tablet wang act "$id" customer.release reason="Moved to another supplier 改用其他供应商"
    done
    tablet wang sync
    tablet lin --server "$url" sign-in lin
    tablet lin sync
    id=$(tablet lin --json add lead name="嘉兴南湖汽修" phone="0573-8205 1199" | grep -o '"id":"[^"]*"' | cut -d '"' -f 4)
    tablet lin remove "$id"
    tablet lin sync
}
# tablet NAME ARGUMENT...: a tablet on the command line.
tablet() { "$bin/fieldbook-tablet" --folder "$work/$1-book" "${@:2}" >"$work/tablet.out" && cat "$work/tablet.out"; }

full=()
empty=()
for set in "${sets[@]}"; do
    rm -rf "$root/build/shots/$set"
    case "$set" in *-empty) empty+=("$set") ;; *) full+=("$set") ;; esac
done

if [ ${#full[@]} -gt 0 ]; then
    "$bin/fieldbookd" --data "$work/company" demo >/dev/null
    serve "$work/company"
    keeping "$work/company" >/dev/null
    for set in "${full[@]}"; do
        case "$set" in
            *-late | *-failing)
                # The tablet has its data; from the next start on the store answers otherwise.
                app "$set" "$work/first" >/dev/null
                app "$set" "$root/build/shots/$set" --answers "${set##*-}" ;;
            *) app "$set" "$root/build/shots/$set" ;;
        esac
    done
    stop
    for set in "${full[@]}"; do
        case "$set" in
            *-late | *-failing) ;;
            *) app "$set" "$root/build/shots/$set" --play "$(piece "$set")" ;;
        esac
    done
fi

if [ ${#full[@]} -gt 0 ]; then
    "$bin/fieldbookd" --data "$work/approving" demo >/dev/null
    FIELDBOOK_DEVICES_APPROVAL=required FIELDBOOK_DEVICES_HELP="IT 0571-8888 1234" serve "$work/approving"
    for set in "${full[@]}"; do
        case "$set" in
            *-late | *-failing) ;;
            *) device_states "$set" ;;
        esac
    done
    stop
fi

if [ ${#empty[@]} -gt 0 ]; then
    # A company that is no demonstration has passwords that are none.
    export FIELDBOOK_PASSWORD="a field book on paper"
    "$bin/fieldbookd" --data "$work/new" init --company 博远汽配 >/dev/null
    "$bin/fieldbookd" --data "$work/new" user add lin --name 林晓雨 --role salesperson --password >/dev/null
    serve "$work/new"
    for set in "${empty[@]}"; do
        app "$set" "$work/first" >/dev/null
        app "$set" "$root/build/shots/$set" --answers real
    done
    stop
fi
