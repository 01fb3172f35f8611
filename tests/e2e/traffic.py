"""Real peers for the traffic tests: a driver under --lab, nginx and files, iperf3, tshark's judgement of what was on the wire."""
import hashlib, json, os, re, signal, subprocess, threading, time
from harness import *

HOST4, PEER4, HOST6, PEER6 = "10.77.0.1", "10.77.0.2", "fd77::1", "fd77::2"

def lab_or_skip():
    """Root, or a /dev/net/tun that this user may open."""
    if not os.access("/dev/net/tun", os.R_OK | os.W_OK):
        raise Skip("/dev/net/tun can't be opened here")

class Lab:
    """`flue run DRIVER --lab`, with commands in both namespaces."""
    def __init__(self, w, *options, driver="toe", nic="toe", name="toe0"):
        lab_or_skip()
        self.w, self.name, self.children = w, name, []
        w.flue("run", w.driver(driver), *(["--nic", nic] if nic else []), "--name", name, "--lab", "--detach", *options, expect=0)
    def on(self, side, *command, timeout=60, expect=0):
        return self.w.flue(side, self.name, "--", *command, timeout=timeout, expect=expect)
    def start(self, side, *command):
        p = subprocess.Popen([FLUE, side, self.name, "--", *map(str, command)], cwd=self.w.work, env=self.w.env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.children.append(p)
        return p
    def listening(self, side, port):
        wait_for(lambda: f":{port} " in self.on(side, "ss", "-ltnH").out, 15, f"a listener on port {port} in {side}")
    def show(self):
        return self.w.flue("show", self.name, "--json").json
    def stop(self):
        for p in self.children:
            if p.poll() is None:
                p.terminate()
                try:
                    p.wait(10)
                except subprocess.TimeoutExpired:
                    p.kill()
                    p.wait()
            p.stdout.close()
        r = self.w.flue("stop", self.name)
        need(r.code == 0, f"flue stop: {r}")
    # ---- peers
    def nginx(self, side, directory, port=8080):
        run = os.path.join(self.w.dir, f"nginx-{side}")
        os.makedirs(run, exist_ok=True)
        conf = os.path.join(run, "nginx.conf")
        with open(conf, "w") as f:
            f.write(f"daemon off; master_process off; worker_processes 1; pid {run}/pid; error_log {run}/error.log warn;\n"
                    "events { worker_connections 512; }\nhttp { access_log off; keepalive_requests 100000; "
                    + "".join(f"{k}_temp_path {run}/{k}; " for k in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
                    + f"server {{ listen {port}; listen [::]:{port}; root {directory}; }} }}\n")
        p = self.start(side, "nginx", "-p", run, "-e", f"{run}/error.log", "-c", conf)
        self.listening(side, port)
        return p
    def iperf3(self, client, *options, server_port=5201, seconds=2, v6=False, timeout=60):
        server = "host" if client == "peer" else "peer"
        address = {"host": (HOST4, HOST6), "peer": (PEER4, PEER6)}[server][v6]
        s = self.start(server, "iperf3", "-s", "-1", "-p", server_port)
        self.listening(server, server_port)
        r = self.on(client, "iperf3", "-c", address, "-p", server_port, "-t", seconds, "-J", *options, timeout=timeout + seconds, expect=None)
        need(r.code == 0, f"iperf3: {r.out[-800:]}{r.err[-400:]}")
        s.wait(20)
        return r.json["end"]

def random_file(path, megabytes):
    h = hashlib.sha256()
    with open(path, "wb") as f:
        for _ in range(megabytes):
            block = os.urandom(1 << 20)
            h.update(block)
            f.write(block)
    return h.hexdigest()

def sha256(path):
    h = hashlib.sha256()
    with open(path, "rb") as f:
        for block in iter(lambda: f.read(1 << 20), b""):
            h.update(block)
    return h.hexdigest()

def download(lab, client, v6, name, want, limit=120):
    """curl NAME from the other side's nginx; every byte compared."""
    server = {"peer": (HOST4, f"[{HOST6}]"), "host": (PEER4, f"[{PEER6}]")}[client][v6]
    out = os.path.join(lab.w.work, f"got-{client}-{'6' if v6 else '4'}-{name}")
    r = lab.on(client, "curl", "-gsS", "--max-time", limit, "-o", out, f"http://{server}:8080/{name}", timeout=limit + 10, expect=None)
    need(r.code == 0, f"curl in {client}: exit {r.code}: {r.err}")
    need(sha256(out) == want, f"{name} came over damaged (to {client}, IPv{'6' if v6 else '4'})")
    os.unlink(out)

class Meanwhile:
    """Runs `what` again and again beside the traffic; its first exception fails the test."""
    def __init__(self, what, pause=0.1):
        self.what, self.pause, self.count, self.error, self.ended = what, pause, 0, None, threading.Event()
        self.thread = threading.Thread(target=self.loop)
    def loop(self):
        while not self.ended.is_set():
            try:
                self.what(self.count)
            except Exception as e:
                self.error = e
                return
            self.count += 1
            self.ended.wait(self.pause)
    def __enter__(self):
        self.thread.start()
        return self
    def __exit__(self, kind, value, trace):
        self.ended.set()
        self.thread.join()
        if self.error and not kind:
            raise self.error

def frames(lab, pcap, fields, condition=None):
    command = ["tshark", "-n", "-r", pcap, "-o", "tcp.check_checksum:TRUE", "-o", "udp.check_checksum:TRUE", "-o", "ip.check_checksum:TRUE", "-T", "fields"]
    for f in fields:
        command += ["-e", f]
    if condition:
        command += ["-Y", condition]
    p = subprocess.run(command, capture_output=True, text=True, timeout=120, env={**lab.w.env, "HOME": lab.w.dir})
    need(p.returncode == 0, f"tshark: {p.stderr}")
    return [line.split("\t") for line in p.stdout.splitlines()]
