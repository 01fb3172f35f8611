#!/usr/bin/env bash
# make run: the main job on the in-tree driver. A world of its own (run-time directory, state), nothing left behind, exit 0 when all went well.
set -euo pipefail
build=$(cd "$1" && pwd)
world=$(mktemp -d /tmp/flue-demo.XXXXXX)
export XDG_RUNTIME_DIR=$world/run XDG_STATE_HOME=$world/state PATH=$build:$PATH
mkdir -m 700 "$XDG_RUNTIME_DIR"
trap 'flue stop toe0 > /dev/null 2>&1 || true; rm -rf "$world"' EXIT
cd "$world"
show() {
	printf '\n$ %s\n' "${*//$build\/drivers\//}"
	"$@"
}
show flue run "$build/drivers/toe.sys" --nic toe --detach
show flue offloads toe0
show flue offloads toe0 TcpConnectionIPv6=off
show flue nic toe0 capacity=8
show flue keywords toe0 '*LsoV2IPv4=0'
show flue offloads toe0
show flue stop toe0
