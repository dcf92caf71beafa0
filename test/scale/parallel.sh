#!/usr/bin/env bash
# Runs jianbao under GNU parallel in three ways and holds each result against that of one run, byte for byte.
# Installs the Debian packages parallel and openssh-server where they are not there.
#
#   test/scale/parallel.sh             260 dumps
#   PAGES=50000 test/scale/parallel.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
daemon=
finish() {
  [ -z "$daemon" ] || kill "$daemon" 2> /dev/null || true
  rm -rf "$work"
}
trap finish EXIT

install parallel parallel
install sshd openssh-server openssh-client
prepare
mkdir -p "$work/home"
export PARALLEL_HOME=$work/home
touch "$work/home/will-cite"

# 1. Shards into one folder, as many at a time as there are cores.
shard() { may_fail node "$1/bin/jianbao.js" "$2/scans" -o "$2/json" --shard "$3/$4" -j 1 --quiet 2> /dev/null; }
export -f shard may_fail
parallel shard "$root" "$work" {} "$shards" ::: $(seq "$shards")
may_fail jianbao merge "$work/json"
same "shards in one folder" "$work/whole" "$work/json"

# 2. Pages as lines through --pipe; -k keeps the order.
SECONDS=0
(cd "$work/scans" && find . -name '*.txt' | sed 's|^\./||' | LC_ALL=C sort | sed 's|.*|{"id":"&","path":"&"}|') > "$work/lines"
(cd "$work/scans" && jianbao stream < "$work/lines") > "$work/one.ndjson"
(cd "$work/scans" && parallel --pipe -k --block 8k node "$root/bin/jianbao.js" stream -j 1 < "$work/lines") > "$work/piped.ndjson"
same "lines through --pipe ($(wc -l < "$work/piped.ndjson") answers)" "$work/one.ndjson" "$work/piped.ndjson"

# 3. Hosts with ssh, each with a folder of its own. Here they are one machine with two addresses and a sshd of this script.
SECONDS=0
ssh-keygen -q -t ed25519 -N '' -f "$work/host-key"
ssh-keygen -q -t ed25519 -N '' -f "$work/key"
chmod 700 "$work"
port=$((20000 + RANDOM % 20000))
mkdir -p /run/sshd
/usr/sbin/sshd -D -e -f /dev/null -p "$port" -h "$work/host-key" -o ListenAddress=127.0.0.1 -o ListenAddress=127.0.0.2 \
  -o AuthorizedKeysFile="$work/key.pub" -o StrictModes=no -o UsePAM=no -o PermitRootLogin=yes -o PidFile=none 2> "$work/sshd.log" &
daemon=$!
ssh="ssh -p $port -i $work/key -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR"
for _ in $(seq 50); do $ssh 127.0.0.1 true 2> /dev/null && break; sleep 0.2; done
node=$(command -v node)
# A page that fails ends a shard with 2, which is no failure of the host.
parallel -S "2/$ssh 127.0.0.1,2/$ssh 127.0.0.2" \
  "$node $root/bin/jianbao.js $work/scans -o $work/host-{}-of-$shards --shard {}/$shards -j 1 --quiet 2> /dev/null || [ \$? -eq 2 ]" ::: $(seq "$shards")
may_fail jianbao merge "$work"/host-*-of-"$shards" -o "$work/joined"
same "shards by ssh" "$work/whole" "$work/joined"
