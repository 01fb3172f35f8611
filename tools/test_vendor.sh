#!/usr/bin/env bash
# make test-vendor VENDOR_DIR=...: every .sys in a folder (its INF beside it) through its whole life: imports, run, report, OIDs, reset, restart, stop. Prints a table;
# exit 1 when a driver did not get through, 2 when there is no folder. NIC_<driver>=SPEC in the environment plugs in hardware, e.g. NIC_netkvm=virtio-net,pairs=4.
set -u
build=$(cd "$1" && pwd) dir=${2:-}
[ -n "$dir" ] || { echo "vendor: not run (make test-vendor VENDOR_DIR=folder with .sys and .inf)"; exit 2; }
dir=$(cd "$dir" && pwd) || exit 2
world=$(mktemp -d /tmp/flue-vendor.XXXXXX)
export XDG_RUNTIME_DIR=$world/run XDG_STATE_HOME=$world/state
mkdir -m 700 "$XDG_RUNTIME_DIR"
trap 'rm -rf "$world"' EXIT
cd "$world" || exit 3
flue=$build/flue bad=0
printf '%-20s %-10s %-10s %-8s %-8s %-8s %-8s %s\n' driver imports run oids reset restart stop remark
for sys in "$dir"/*.sys; do
	n=$(basename "$sys" .sys) run=- oids=- reset=- restart=- stop=- remark=
	"$flue" imports "$sys" > /dev/null 2>&1 && imports=all || imports=missing
	nic=NIC_${n//[^A-Za-z0-9]/_}
	if "$flue" run "$sys" ${!nic:+--nic "${!nic}"} --name v0 --detach > out 2> err; then
		run=Running
		"$flue" oid list v0 > /dev/null 2>&1 && oids=ok || oids=FAIL
		"$flue" reset v0 > /dev/null 2> err2 && reset=ok || { grep -q MiniportResetEx err2 && reset=none || reset=FAIL; }
		"$flue" restart v0 > /dev/null 2>&1 && restart=ok || restart=FAIL
		"$flue" stop v0 > /dev/null 2> err && stop=ok || stop=findings
		remark=$(head -2 err | tr '\n' ' ')
	else
		run=FAIL remark=$(head -1 err)
	fi
	case "$run$oids$reset$restart$stop" in *FAIL* | *findings*) bad=1 ;; esac
	printf '%-20s %-10s %-10s %-8s %-8s %-8s %-8s %s\n' "$n" $imports $run $oids $reset $restart $stop "$remark"
done
exit $bad
