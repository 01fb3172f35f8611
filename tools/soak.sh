#!/usr/bin/env bash
# make soak: what takes minutes. The race tests of NDIS, tcpip and toe.sys over SEEDS seeds (default 2,000) in serial mode, then 5,000 pause/resume cycles through
# the whole chain with the pool's size judged; SCHEDULES (default 200,000) random schedules of the TCP engine from seed FIRST on.
set -euo pipefail
build=$(cd "$1" && pwd)
export FLUE_SEEDS=${SEEDS:-2000} PATH=$build:$PATH
for t in t_ndis_test_races t_tcpip_test_races t_machine_test_toe_races t_nt_test_core_stress; do
	echo "$t, $FLUE_SEEDS seeds"
	"$build/tests/$t" 2>&1 | tail -1
done
echo "the TCP engine, ${SCHEDULES:-200000} schedules"
FLUE_SIM=${SCHEDULES:-200000}:${FIRST:-1000000} "$build/tests/t_hw_toe_tcp_test_sim" 2>&1 | grep -E "seed|schedules,"
world=$(mktemp -d /tmp/flue-soak.XXXXXX)
trap 'rm -rf "$world"' EXIT
mkdir -m 700 "$world/run"
cd "$world"
XDG_RUNTIME_DIR=$world/run XDG_STATE_HOME=$world/state "$build/bench/bench_libflue" "$build/drivers/toe.sys"
