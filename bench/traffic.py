"""Traffic through the driver against the bare TAP-to-TAP forwarder and a veth pair (bench/forwarder.c), same run, interleaved, ratios per round.

Congestion control is cubic (reno where there is no cubic) on both ends of every connection: the machine's default may be BBR.
"""
import json, os, re, signal, subprocess, time

ROUNDS, SECONDS = 5, 3

class Pair:
    """Two namespaces, "host" (10.77.0.1) and "peer" (10.77.0.2), and a way to run commands in them."""
    def __init__(self, command, env, cwd, enter):
        self.env, self.cwd, self.enter = env, cwd, enter
        self.process = subprocess.Popen(command, env=env, cwd=cwd, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    def run(self, side, *command, timeout=120):
        p = subprocess.run(self.enter(side) + list(map(str, command)), env=self.env, cwd=self.cwd, capture_output=True, text=True, timeout=timeout, stdin=subprocess.DEVNULL)
        if p.returncode:
            raise RuntimeError(f"{side}: {' '.join(map(str, command))}: exit {p.returncode}: {p.stdout[-500:]}{p.stderr[-500:]}")
        return p.stdout
    def start(self, side, *command):
        return subprocess.Popen(self.enter(side) + list(map(str, command)), env=self.env, cwd=self.cwd, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    def close(self):
        self.process.stdin.close()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

class Forwarder(Pair):
    def __init__(self, build, env, cwd, kind, mtu=1500):
        super().__init__([os.path.join(build, "bench/forwarder"), kind, str(mtu)], env, cwd, lambda side: ["nsenter", "-t", self.pid[side], "-n"])
        line = self.process.stdout.readline().split()
        if len(line) != 3 or line[0] != "ready":
            raise RuntimeError("forwarder: " + " ".join(line) + self.process.stdout.read())
        self.pid = {"host": line[1], "peer": line[2]}

class Flue(Pair):
    def __init__(self, build, env, cwd, *options, name="bench0"):
        self.flue, self.name = os.path.join(build, "flue"), name
        p = subprocess.run([self.flue, "run", os.path.join(build, "drivers/toe.sys"), "--nic", "toe", "--lab", "--name", name, "--detach", *options], env=env, cwd=cwd,
                           capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60)
        if p.returncode:
            raise RuntimeError(f"flue run --lab: exit {p.returncode}: {p.stderr}")
        self.env, self.cwd = env, cwd
        self.enter = lambda side: [self.flue, side, name, "--"]
    def ask(self, *args, ok=(0, 1)):
        p = subprocess.run([self.flue, *args], env=self.env, cwd=self.cwd, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60)
        if p.returncode not in ok:
            raise RuntimeError(f"flue {' '.join(args)}: exit {p.returncode}: {p.stderr}")
        return p.stdout
    def close(self):
        self.ask("stop", self.name, ok=(0, 1, 3))

def congestion():
    return "cubic" if "cubic" in open("/proc/sys/net/ipv4/tcp_available_congestion_control").read() else "reno"

def bulk(pair, streams, seconds=SECONDS, port=5201):
    """Gbit/s from peer to host, by the receiver's count."""
    s = pair.start("host", "iperf3", "-s", "-1", "-p", port)
    try:
        for _ in range(50):
            if f":{port} " in pair.run("host", "ss", "-ltnH"):
                break
            time.sleep(0.05)
        j = json.loads(pair.run("peer", "iperf3", "-c", "10.77.0.1", "-p", port, "-t", seconds, "-P", streams, "-C", congestion(), "-J", "-O", 1, timeout=60 + seconds))
        return j["end"]["sum_received"]["bits_per_second"] / 1e9
    finally:
        s.kill()
        s.wait()

def round_trip(pair, build, seconds=2, port=5300):
    """Microseconds, median."""
    tool = os.path.join(build, "bench/pingpong")
    s = pair.start("host", tool, "server", port)
    try:
        return float(pair.run("peer", tool, "client", "10.77.0.1", port, seconds).split()[0])
    finally:
        s.kill()
        s.wait()

def packets_of(text):
    """Frames that went through the port, both ways."""
    path = json.loads(text)["describe"]["tcpip"]["path"]
    return path["sent"] + path["received"]

def numbers(text, name):
    return sum(int(x) for x in re.findall(rf'"{name}": (\d+)', text))

def compare(row, what, unit, ours, theirs, limit, lower=False):
    """Ratios round by round, so that what disturbs the machine disturbs both."""
    row(what + ": flue", ours, unit)
    row(what + ": forwarder", theirs, unit)
    row(what + ": ratio", [a / b for a, b in zip(ours, theirs)], "", limit, lower)

def measure(build, env, cwd, row):
    print(f"traffic: congestion control {congestion()} on both ends, {SECONDS} s after 1 s of warm-up, {ROUNDS} rounds, flue and yardstick in turn")
    pairs = {}
    try:
        pairs["flue"] = Flue(build, env, cwd)
        pairs["tap"] = Forwarder(build, env, cwd, "tap")
        pairs["veth"] = Forwarder(build, env, cwd, "veth")
        for streams in (1, 64):
            got = {k: [] for k in pairs}
            for _ in range(ROUNDS):
                for k, p in pairs.items():
                    got[k].append(bulk(p, streams))
            compare(row, f"bulk TCP, all offloads, {streams} stream{'s'[:streams > 1]}", "Gbit/s", got["flue"], got["tap"], 0.6)
            row(f"bulk TCP, {streams} stream{'s'[:streams > 1]}: veth", got["veth"], "Gbit/s")
        f = pairs["flue"]
        before = f.ask("show", f.name, "--json")
        bulk(f, 1)
        after = f.ask("show", f.name, "--json")
        packets = max(1, packets_of(after) - packets_of(before))
        row("bulk TCP: traps for each frame over the port", [(numbers(after, "traps") - numbers(before, "traps")) / packets], "", 0.02)
        row("bulk TCP: wake-ups for each frame over the port", [(numbers(after, "port_kicks") + numbers(after, "port_wakes") - numbers(before, "port_kicks") - numbers(before, "port_wakes")) / packets], "")
        ours, theirs = [], []
        for _ in range(ROUNDS):
            ours.append(round_trip(f, build))
            theirs.append(round_trip(pairs["tap"], build))
        compare(row, "round trip, 1 byte over TCP", "us", ours, theirs, 2.5, True)
        before = f.ask("show", f.name, "--json")
        tool = os.path.join(build, "bench/pingpong")
        s = f.start("host", tool, "server", 5301)
        trips = int(f.run("peer", tool, "client", "10.77.0.1", 5301, 2).split()[2])
        s.wait()
        after = f.ask("show", f.name, "--json")
        row("ping-pong: traps for each packet", [(numbers(after, "traps") - numbers(before, "traps")) / (2 * trips)], "", 1)
    finally:
        for p in pairs.values():
            p.close()
    pairs = {}
    try:
        pairs["flue"] = Flue(build, env, cwd, "--wire", "tap,cut")
        f = pairs["flue"]
        f.ask("offloads", f.name, "LsoV2IPv4=off", "LsoV2IPv6=off", "LsoV1=off", "IPv4Checksum=off", "TCPIPv4Checksum=off", "TCPIPv6Checksum=off", "UDPIPv4Checksum=off",
              "UDPIPv6Checksum=off", "RscIPv4=off", "RscIPv6=off")
        pairs["tap"] = Forwarder(build, env, cwd, "tap-plain")
        for streams in (1, 64):
            ours, theirs = [], []
            for _ in range(ROUNDS):
                ours.append(bulk(f, streams))
                theirs.append(bulk(pairs["tap"], streams))
            compare(row, f"bulk TCP, offloads off, {streams} stream{'s'[:streams > 1]}", "Gbit/s", ours, theirs, 0.6)
    finally:
        for p in pairs.values():
            p.close()
