#!/usr/bin/env bash
# Runs jianbao as an array job of 8 shards on Slurm, joins the shards and holds the result against that of one run, byte
# for byte. Installs the Debian packages slurm-wlm and munge where they are not there, and starts a cluster of one node of
# its own, beside any other: its configuration, state, ports and keys lie in a temporary folder. Needs root.
#
#   test/scale/slurm.sh                260 dumps
#   PAGES=50000 test/scale/slurm.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
daemons=()
finish() {
  for pid in "${daemons[@]}"; do kill "$pid" 2> /dev/null || true; done
  rm -rf "$work"
}
trap finish EXIT
[ "$(id -u)" -eq 0 ] || { echo "slurm.sh starts slurmctld and slurmd, which need root"; exit 2; }
PATH=$PATH:/usr/sbin

install slurmctld slurm-wlm munge
prepare

# A cluster of this machine alone.
chmod 755 "$work"
mkdir -p "$work/munge" "$work/state" "$work/spool"
chmod 711 "$work/munge"
(umask 077 && head -c 128 /dev/urandom > "$work/munge/key")
port=$((20000 + RANDOM % 20000))
host=$(hostname -s)
cores=$(nproc)
cat > "$work/slurm.conf" <<CONF
ClusterName=jianbao
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$port
SlurmdPort=$((port + 1))
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge/socket
CredType=cred/munge
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
SchedulerParameters=sched_interval=1,batch_sched_delay=0
NodeName=$host NodeAddr=127.0.0.1 CPUs=$cores State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF=$work/slurm.conf
munged --foreground --force --key-file="$work/munge/key" --socket="$work/munge/socket" --pid-file="$work/munge/pid" \
  --log-file="$work/munge/log" --seed-file="$work/munge/seed" 2> /dev/null &
daemons+=($!)
for _ in $(seq 50); do [ -S "$work/munge/socket" ] && break; sleep 0.1; done
slurmctld -D > "$work/slurmctld.log" 2>&1 &
daemons+=($!)
slurmd -D > "$work/slurmd.log" 2>&1 &
daemons+=($!)
for _ in $(seq 100); do sinfo -h -o %t 2> /dev/null | grep -qE '^(idle|mix)' && break; sleep 0.3; done
sinfo -h -o "cluster: node %n, %c cores, %t" || { tail -20 "$work"/slurm*.log; exit 1; }

# The array job: what a user of a real cluster would submit.
cat > "$work/job.sh" <<JOB
#!/bin/sh
#SBATCH --array=1-$shards
#SBATCH --cpus-per-task=1
#SBATCH --output=$work/job-%a.log
"$(command -v node)" "$root/bin/jianbao.js" "$work/scans" -o "$work/json" --shard "\$SLURM_ARRAY_TASK_ID/$shards" -j 1
[ \$? -le 2 ]
JOB
SECONDS=0
sbatch --wait "$work/job.sh" || { tail -5 "$work"/job-*.log "$work"/slurm*.log; exit 1; }
may_fail jianbao merge "$work/json"
same "an array job of $shards shards" "$work/whole" "$work/json"
