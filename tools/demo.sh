#!/usr/bin/env bash
# make run: the main job on the in-tree driver. A world of its own (run-time directory, state), nothing left behind, exit 0 when all went well.
#
# First the report: what the driver says its NIC can offload, and how that changes live. Then, where this user may open /dev/net/tun, traffic: curl downloads a
# file through the driver with its offloads on and off, both checksummed. Then connection offload: a download goes down the driver's chimney into the NIC, and
# comes up each time the report changes under it, by the administrator, by the NIC itself and by a keyword.
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

if ! [ -r /dev/net/tun ] || ! [ -w /dev/net/tun ]; then
	printf '\nNo traffic here: this user may not open /dev/net/tun. To see it: sudo chmod 666 /dev/net/tun, or sudo make run\n'
	exit 0
fi
mkdir www
head -c $((64 << 20)) /dev/urandom > www/big
want=$(sha256sum < www/big)
cat > nginx.conf <<END
daemon off; master_process off; pid $world/nginx.pid; error_log $world/nginx.log warn;
events { }
http {
	access_log off;
	client_body_temp_path $world/b; proxy_temp_path $world/p; fastcgi_temp_path $world/f; uwsgi_temp_path $world/u; scgi_temp_path $world/s;
	server { listen 8080; listen [::]:8080; root $world/www; }
}
END
chmod 755 "$world"
rm -rf "$XDG_STATE_HOME"
show flue run "$build/drivers/toe.sys" --nic toe --lab --detach
flue host toe0 -- nginx -e "$world/nginx.log" -p "$world" -c "$world/nginx.conf" &
disown
for _ in $(seq 100); do
	flue host toe0 -- ss -ltnH | grep -q ':8080 ' && break
	sleep 0.05
done
fetch() {
	show flue peer toe0 -- curl -gsS -o got -w '%{size_download} bytes in %{time_total} s from %{remote_ip}\n' "$1"
	[ "$(sha256sum < got)" = "$want" ] || { echo "damaged: $1" >&2; exit 1; }
	echo "every byte is right (sha256)"
}
fetch http://10.77.0.1:8080/big
fetch 'http://[fd77::1]:8080/big'
show flue host toe0 -- ethtool -k toe0 | grep -E '^(\$|$)|tx-checksumming|segmentation|udp-seg' || true
show flue offloads toe0 LsoV1=off LsoV2IPv4=off LsoV2IPv6=off
show flue host toe0 -- ethtool -k toe0 | grep -E '^(\$|$)|tx-tcp' || true
fetch http://10.77.0.1:8080/big
show flue offloads toe0 TCPIPv4Checksum=off TCPIPv6Checksum=off IPv4Checksum=off
fetch http://10.77.0.1:8080/big
printf '\nWhat each offload did:\n'
flue show toe0 --json | python3 -c '
import json, sys
def find(j, name):
    if isinstance(j, dict):
        if name in j:
            return j[name]
        j = list(j.values())
    if isinstance(j, list):
        for v in j:
            r = find(v, name)
            if r is not None:
                return r
    return None
s = json.load(sys.stdin)
for text, names in (("frames to the driver", ("sent",)), ("  large sends (LSO)", ("lso",)), ("  checksums left to the NIC", ("checksums",)),
                    ("  cut in software", ("cut",)), ("frames from the driver", ("received",)), ("  coalesced by the NIC (RSC)", ("coalesced",)), ("  checksum verified by the NIC", ("valid",))):
    v = find(find(s, "path") or {}, names[0])
    if v is not None:
        print(f"    {text:<34} {v}")
'
show flue stop toe0

# Connection offload. nginx stays out here; what goes down the chimney is the connection that faces the wire.
port=$((20000 + $$ % 12000))
sed "s|$world/nginx|$world/outer|; s|listen 8080; listen \[::\]:8080|listen 127.0.0.1:$port|" nginx.conf > outer.conf
nginx -e "$world/outer.log" -p "$world" -c "$world/outer.conf" &
outer=$!
disown
trap 'kill $outer 2> /dev/null || true; flue stop toe0 > /dev/null 2>&1 || true; rm -rf "$world"' EXIT
show flue run "$build/drivers/toe.sys" --nic toe --lab --serve "forward:80=127.0.0.1:$port" --chimney enabled --detach
printf '\n$ flue peer toe0 -- curl -o got http://10.77.0.1/big &\n'
flue peer toe0 -- curl -gsS --limit-rate 16M -o got http://10.77.0.1/big &
download=$!
offloaded() {
	for _ in $(seq 100); do
		flue connections toe0 | grep -q ' Offloaded ' && return
		sleep 0.05
	done
	echo "the connection was not offloaded" >&2
	exit 1
}
offloaded
show flue connections toe0
show flue offloads toe0 TcpConnectionIPv4=off
show flue connections toe0
show flue offloads toe0 TcpConnectionIPv4=on
offloaded
show flue nic toe0 capacity=8
offloaded
show flue keywords toe0 '*TCPConnectionOffloadIPv4=0'
show flue connections toe0
wait $download
[ "$(sha256sum < got)" = "$want" ] || { echo "damaged under offload" >&2; exit 1; }
printf '\ncurl never noticed: every byte is right (sha256)\n'
show flue stop toe0
