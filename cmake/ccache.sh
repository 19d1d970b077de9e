#!/bin/sh
# The compiler behind its cache. Files of the build folder go by relative names, and a precompiled header counts by the
# checksum file beside it: nothing that is hashed names the checkout, so that checkouts share what any of them has compiled.
export CCACHE_PCH_EXTSUM=1
for argument; do
    shift
    case $argument in "$PWD"/*) argument=${argument#"$PWD"/} ;; esac
    set -- "$@" "$argument"
done
exec ccache "$@"
