#!/bin/sh
# Writes assets/link-order.txt anew: the functions of a start, of a few keys, in the order they are
# first called. Needs valgrind, python3 and util-linux's script. Run it in the project's root:
#   build/order.sh CASE-FILE        (a copy of a full one: the keys type into a draft)
set -eu
file=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Names hold a hash of the profile, so the profile stays as it is.
cargo rustc --release --bin redress -- -C strip=none
program=$(cargo metadata --format-version 1 --no-deps | python3 -c 'import json,sys; print(json.load(sys.stdin)["target_directory"])')/release/redress
seen() {
    ls -tr "$work"/calls* | xargs sed -nE "s/^c?fn=\([0-9]+\) ([^ ']+).*/\1/p"
}
{
    sleep 20
    for key in '\033[B' '\033[B' '\r' x y '\033' '\t' '\033[5~'; do
        printf "$key"
        sleep 2
    done
    pkill -TERM -f "callgrind-out-file=$work/calls"
    sleep 5
} | script -qec "stty rows 50 cols 160; valgrind --tool=callgrind --separate-threads=yes --demangle=no \
    --callgrind-out-file=$work/calls '$program' --lang zh '$file'" /dev/null >/dev/null
seen | awk '!known[$0]++' >"$work/called"
nm --defined-only "$program" | awk '$2 ~ /[tTwW]/ { print $3 }' >"$work/defined"
awk 'NR == FNR { defined[$0]; next } $0 in defined' "$work/defined" "$work/called" >assets/link-order.txt
wc -l assets/link-order.txt
