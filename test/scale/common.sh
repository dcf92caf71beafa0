# shellcheck shell=bash
# For the scripts beside this one: what they install, the pages they share out, and how results are compared.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
pages=${PAGES:-260}
shards=8
work=$(mktemp -d)

jianbao() { node "$root/bin/jianbao.js" "$@"; }

# install COMMAND PACKAGE...: by apt-get, where the command is not there.
install() {
  local command=$1
  shift
  if PATH=$PATH:/usr/sbin command -v "$command" > /dev/null; then return; fi
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "$@" > /dev/null
}

# may_fail COMMAND...: exit code 2 is right, because one page in 250 cannot be read.
may_fail() {
  local code=0
  "$@" || code=$?
  [ "$code" -eq 0 ] || [ "$code" -eq 2 ] || { echo "$* ended with $code"; return 1; }
}

# same NAME ONE OTHER: byte for byte, hidden files too.
same() {
  diff -r "$2" "$3" > "$work/difference" || { echo "FAILED: $1 differs from one run:"; head -20 "$work/difference"; exit 1; }
  echo "ok: $1: byte for byte what one run makes (${SECONDS}s)"
}

# The pages, and what one run makes of them, in $work/whole.
prepare() {
  [ -e "$root/dist/cli.cjs" ] || (cd "$root" && npm run -s build)
  node "$root/test/scale/make-pages.mjs" "$work/scans" "$pages"
  SECONDS=0
  may_fail jianbao "$work/scans" -o "$work/whole" --quiet 2> /dev/null
  echo "one run: $pages dumps, $(find "$work/whole" -name '*.json' | wc -l) pages (${SECONDS}s)"
  SECONDS=0
}
