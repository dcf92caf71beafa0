#!/usr/bin/env bash
# Peak memory of a folder run with two workers, at 1,000 and at 50,000 dumps of the same sizes: it must be flat.
#
#   test/scale/memory.sh                   about a quarter of an hour on two cores
#   MANY=5000 test/scale/memory.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
trap 'rm -rf "$work"' EXIT
install /usr/bin/time time

for count in 1000 "${MANY:-50000}"; do
  node "$root/test/scale/make-pages.mjs" "$work/$count" "$count"
  may_fail /usr/bin/time -o "$work/time" -f '%M %e %U' node "$root/bin/jianbao.js" "$work/$count" -o "$work/out" -j 2 --quiet 2> /dev/null
  # GNU time says first that the command ended with 2.
  read -r peak wall cpu < <(tail -1 "$work/time")
  bytes=$(find "$work/$count" -name '*.txt' -printf '%s\n' | awk '{ sum += $1 } END { print sum }')
  echo "$count dumps, $((bytes / 1000000)) MB: peak $((peak / 1000)) MB, ${wall} s, ${cpu} s of user time"
  rm -rf "$work/out"
done
