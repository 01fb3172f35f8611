"""Live TCP connections of real programs go down toe.sys's chimney into the NIC and come up again when the driver pauses: no byte is lost, nobody notices."""
import os, random, re, socket, threading, time
from traffic import *

class Chimney(Lab):
    def __init__(self, w, *options, **more):
        super().__init__(w, "--chimney", "enabled", *options, **more)
    def connections(self):
        return self.w.flue("connections", self.name, "--json", expect=0).json
    def offloaded(self, n, limit=8):
        wait_for(lambda: sum(c["offload_state"] == "Offloaded" for c in self.connections()["connections"]) >= n, limit, f"{n} offloaded connections")
    def chimney(self):
        return self.connections()["chimney"]

def echo_client(address, port, total, seed, until=""):
    """A program for the peer: sends random bytes, wants each back; in pieces of random size, with pauses. At least `total` of them, and until the file
    `until` is there: however fast the machine is, the stream outlasts what is done to it."""
    return f"""
import hashlib, os, random, socket, sys, threading, time
r = random.Random({seed})
s = socket.create_connection(("{address}", {port}), 10)
s.settimeout(20)
sent, got, bytes_sent, bytes_got, end = hashlib.sha256(), hashlib.sha256(), 0, 0, time.monotonic() + 60
def send():
    global bytes_sent
    while bytes_sent < {total} or ({until!r} and not os.path.exists({until!r}) and time.monotonic() < end):
        b = r.randbytes(r.randint(1, 200000))
        s.sendall(b)
        sent.update(b)
        bytes_sent += len(b)
        time.sleep(r.random() / 200)
    s.shutdown(socket.SHUT_WR)
t = threading.Thread(target=send)
t.start()
longest, last = 0, time.monotonic()
while True:
    b = s.recv(65536)
    now = time.monotonic()
    longest, last = max(longest, now - last), now
    if not b:
        break
    got.update(b)
    bytes_got += len(b)
t.join()
print("longest wait", longest)
sys.exit(0 if bytes_got == bytes_sent and got.digest() == sent.digest() else 9)
"""

@test
def a_connection_goes_down_and_ends_there(w):
    lab = Chimney(w, "--serve", "echo:7")
    over = os.path.join(w.work, "over")
    p = lab.start("peer", "python3", "-c", echo_client(HOST4, 7, 3000000, 1, over))
    lab.offloaded(1)
    open(over, "w").close()
    need(p.wait(30) == 0, f"the echo is not what was sent (exit {p.returncode}): {p.stdout.read()}")
    wait_for(lambda: lab.chimney()["connections"] == 0, 10, "the connection's end")
    c = lab.chimney()
    need(c["resets"] == 0 and c["offloads"] == 1, f"{c}")
    lab.stop()

def interrupted(w, what, v6, cycles):
    lab = Chimney(w, "--serve", "echo:7")
    over = os.path.join(w.work, "over")
    p = lab.start("peer", "python3", "-c", echo_client(HOST6 if v6 else HOST4, 7, 3000000, 2, over))
    lab.offloaded(1)
    for i in range(cycles):
        what(lab, i)
        need(p.poll() is None, f"the client ended in cycle {i} (exit {p.returncode}): {p.stdout.read() if p.returncode is not None else ''}")
    open(over, "w").close()
    p.wait(60)
    said = p.stdout.read().decode()
    need(p.returncode == 0, f"the echo is not what was sent (exit {p.returncode}): {said}")
    # nothing is lost on this wire: whoever waited for a retransmission waited for what a move lost (1 s, without an RTT)
    waited = float(match(r"longest wait ([\d.]+)", said).group(1))
    need(waited < 1, f"the stream stood still for {waited:.3f} s")
    c = lab.chimney()
    need(c["resets"] == 0, f"{c}")
    need(c["uploads"] >= cycles // 4, f"only {c['uploads']} uploads in {cycles} cycles: {c}")
    lab.stop()

@test
def administrator_turns_it_off_and_on_under_the_stream(w):
    def what(lab, i):
        w.flue("offloads", lab.name, "TcpConnectionIPv4=off", expect=0)
        w.flue("offloads", lab.name, "TcpConnectionIPv4=on", expect=0)
        time.sleep(0.05)
    interrupted(w, what, False, 20)

@test
def the_same_over_ipv6(w):
    def what(lab, i):
        w.flue("offloads", lab.name, "TcpConnectionIPv6=off", expect=0)
        w.flue("offloads", lab.name, "TcpConnectionIPv6=on", expect=0)
        time.sleep(0.05)
    interrupted(w, what, True, 20)

@test
def policy_and_the_nics_own_capacity(w):
    def what(lab, i):
        if i % 2:
            w.flue("connections", lab.name, "chimney=disabled", expect=0)
            time.sleep(0.03)
            w.flue("connections", lab.name, "chimney=enabled", expect=0)
        else:
            w.flue("nic", lab.name, f"capacity={8 if i % 4 else 16}", expect=0)
        time.sleep(0.05)
    interrupted(w, what, False, 20)

@test
def the_peer_gets_another_ethernet_address(w):
    """The card would send to the old one for ever: Linux hears of the new one, and the connection goes up and down again with it."""
    lab = Chimney(w, "--serve", "echo:7")
    over = os.path.join(w.work, "over")
    lab.on("peer", "sh", "-c", "echo 1 > /proc/sys/net/ipv4/conf/eth0/arp_notify")
    p = lab.start("peer", "python3", "-c", echo_client(HOST4, 7, 3000000, 3, over))
    lab.offloaded(1)
    for i in range(3):
        before = lab.chimney()
        lab.on("peer", "ip", "link", "set", "eth0", "address", f"02:00:00:00:00:0{i + 1}")
        wait_for(lambda: lab.chimney()["offloads"] > before["offloads"], 20, "the connection to go down to the new address")
        time.sleep(1.2) # Linux takes no second change of a neighbor within a second
    at = lab.connections()["connections"][0]["bytes_in"]
    wait_for(lambda: lab.connections()["connections"][0]["bytes_in"] > at + 1000000, 20, "the stream to go on")
    open(over, "w").close()
    p.wait(60)
    said = p.stdout.read().decode()
    need(p.returncode == 0, f"the echo is not what was sent (exit {p.returncode}): {said}")
    need(lab.chimney()["resets"] == 0, f"{lab.chimney()}")
    lab.stop()

@test
def a_download_by_curl_through_a_forwarder(w):
    lab_or_skip()
    www = os.path.join(w.dir, "www")
    os.makedirs(www)
    os.chmod(w.dir, 0o755)
    want = random_file(os.path.join(www, "big"), 32)
    server = subprocess.Popen(["python3", "-m", "http.server", "18088", "--bind", "127.0.0.1", "--directory", www], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        def answers():
            try:
                socket.create_connection(("127.0.0.1", 18088), 1).close()
                return True
            except OSError:
                return False
        wait_for(answers, 20, "the server")
        lab = Chimney(w, "--serve", "forward:80=127.0.0.1:18088")
        out = os.path.join(w.work, "got")
        c = lab.start("peer", "curl", "-sS", "--max-time", 60, "--limit-rate", "15M", "-o", out, f"http://{HOST4}/big")
        lab.offloaded(1)
        r = w.flue("offloads", lab.name, "TcpConnectionIPv4=off", expect=0)
        pause = match(r"NDIS_STATUS_OFFLOAD_PAUSE\s+host stack: no new offloads; upload 1 connections", r.out)
        resume = match(r"NDIS_STATUS_OFFLOAD_RESUME", r.out)
        need(pause.start() < resume.start(), r.out)
        need(all(k["offload_state"] == "InHost" for k in lab.connections()["connections"]), "still offloaded after the resume")
        need(c.wait(70) == 0, f"curl: {c.stdout.read()}")
        need(sha256(out) == want, "the file came over damaged")
        lab.stop()
    finally:
        server.kill()
        server.wait()

@test
def many_connections_go_down_in_batches(w):
    lab = Chimney(w, "--serve", "echo:7")
    n = 100
    code = f"""
import socket, sys
cs = [socket.create_connection(("{HOST4}", 7), 10) for _ in range({n})]
for round in range(3):
    for i, c in enumerate(cs):
        c.sendall(b"%d-%d" % (i, round))
    for i, c in enumerate(cs):
        c.settimeout(10)
        if c.recv(100) != b"%d-%d" % (i, round):
            sys.exit(9)
    print("round", flush=True)
    sys.stdin.readline()
"""
    p = subprocess.Popen([FLUE, "peer", lab.name, "--", "python3", "-c", code], cwd=w.work, env=w.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        for i in range(3):
            need(p.stdout.readline().startswith("round"), "an echo was wrong")
            lab.offloaded(n, 20)
            if i == 1:
                w.flue("connections", lab.name, "chimney=disabled", expect=0)
                wait_for(lambda: lab.chimney()["offloaded"] == 0, 15, "all connections in the host")
                w.flue("connections", lab.name, "chimney=enabled", expect=0)
                lab.offloaded(n, 20)
            p.stdin.write("\n")
            p.stdin.flush()
        need(p.wait(20) == 0, f"exit {p.returncode}")
    finally:
        p.kill()
        p.wait()
        p.stdin.close()
        p.stdout.close()
    need(lab.chimney()["resets"] == 0, str(lab.chimney()))
    lab.stop()

@test
def a_serial_schedule_has_a_lab_too(w):
    """Its virtual clock must not run past what the lab and the port's threads do in real time."""
    for seed in range(1, 4):
        lab = Chimney(w, "--serve", "echo:7", "--serial", "--seed", seed)
        p = lab.start("peer", "python3", "-c", echo_client(HOST4, 7, 300000, seed))
        need(p.wait(60) == 0, f"seed {seed}: the echo is not what was sent (exit {p.returncode})")
        lab.stop()

main()
