"""flue capture and flue watch --read: frames at the netdev and on the wire, the NDIS boundary between them; every way it can end leaves a file that tshark reads."""
import os, shutil, signal, subprocess, time
from harness import *

def lab_or_skip():
    if not os.access("/dev/net/tun", os.R_OK | os.W_OK):
        raise Skip("/dev/net/tun can't be opened here")

class Lab:
    def __init__(self, w):
        self.w = w
        w.flue("run", w.driver("toe"), "--nic", "toe", "--name", "toe0", "--lab", "--detach", expect=0)
    def on(self, side, *command):
        return self.w.flue(side, "toe0", "--", *command, expect=0)
    def stop(self):
        self.w.flue("stop", "toe0", expect=0)

def tshark(path, *options):
    p = subprocess.run(["tshark", "-r", path, *options], capture_output=True, text=True)
    assert p.returncode == 0 and "cut short" not in p.stderr and "appears" not in p.stderr, p.stderr
    return p.stdout

def capturing(w, name, *options):
    """A capture that has begun."""
    path = os.path.join(w.work, name)
    p = w.start("capture", "toe0", "-w", path, *options)
    assert b"capturing" in p.stderr.readline()
    return p, path

def ended(p, code=0, seconds=10):
    p.wait(seconds)
    assert p.returncode == code, (p.returncode, p.stderr.read())
    return p.stdout.read().decode()

@test
def frames_and_calls_beside_each_other(w):
    lab_or_skip()
    if not shutil.which("tshark"):
        raise Skip("no tshark")
    lab = Lab(w)
    p, path = capturing(w, "a.pcapng")
    lab.on("peer", "ping", "-c", "3", "-i", "0.2", "10.77.0.1")
    w.flue("offloads", "toe0", "LsoV2IPv4=off", expect=0)
    time.sleep(0.3)
    p.send_signal(signal.SIGINT)
    said = ended(p)
    assert "frames" in said and "dropped" not in said, said
    both = tshark(path, "-Y", "icmp", "-T", "fields", "-e", "frame.interface_name", "-e", "icmp.type", "-e", "icmp.seq")
    rows = [l.split("\t") for l in both.splitlines()]
    for side in "host", "wire":
        for kind in "8", "0":
            assert sum(r[0] == side and r[1] == kind for r in rows) == 3, both
    lines = tshark(path)
    assert "NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG" in lines and "systemd Journal" in lines
    read = w.flue("watch", "--read", path, "--view", "offload", expect=0).out
    assert "OID_TCP_OFFLOAD_PARAMETERS" in read and "LsoV2IPv4 off" in read, read
    everything = w.flue("watch", "--read", path, "--view", "all", expect=0).out
    assert " wire in 98 bytes" in everything and " host out 98 bytes" in everything, everything
    assert len(w.flue("watch", "--read", path, "--count", "3", expect=0).out.splitlines()) == 3
    lab.stop()

@test
def one_side_and_short(w):
    lab_or_skip()
    lab = Lab(w)
    p, path = capturing(w, "a.pcapng", "--wire", "--snaplen", "60", "--seconds", "2")
    lab.on("peer", "ping", "-c", "2", "-i", "0.2", "10.77.0.1")
    ended(p)
    if shutil.which("tshark"):
        rows = [l.split("\t") for l in tshark(path, "-Y", "frame.interface_name", "-T", "fields", "-e", "frame.interface_name", "-e", "frame.cap_len", "-e", "frame.len").splitlines()]
        assert rows and all(r[0] == "wire" and int(r[1]) <= 60 for r in rows), rows
        assert any(r[2] == "98" for r in rows), rows
    lab.stop()

@test
def it_ends_with_the_nic_and_with_a_killed_lab(w):
    lab_or_skip()
    for how in "stop", "kill":
        lab = Lab(w)
        p, path = capturing(w, how + ".pcapng")
        lab.on("peer", "ping", "-c", "1", "10.77.0.1")
        if how == "stop":
            lab.stop()
        else:
            pid = w.flue("show", "toe0", "--json", expect=0).json["pid"]
            os.kill(pid, signal.SIGKILL)
        assert "frames" in ended(p)
        out = w.flue("watch", "--read", path, "--view", "all", expect=0).out
        assert "98 bytes" in out, out
    w.flue("ls", expect=0) # takes the killed lab's socket away

@test
def bad_input(w):
    lab_or_skip()
    lab = Lab(w)
    for args, code, says in (
            (["capture", "toe0"], 2, "-w FILE"),
            (["capture", "toe0", "-w", "/nowhere/x"], 3, "/nowhere/x: No such file"),
            (["capture", "toe0", "-w", "/dev/full"], 3, "No space left"),
            (["capture", "toe0", "-w", "x", "--snaplen", "0"], 2, "whole number"),
            (["capture", "toe0", "-w", "x", "--seconds", "soon"], 2, "whole number"),
            (["capture", "nobody0", "-w", "x"], 3, "no NIC 'nobody0'"),
            (["watch"], 2, "which NIC"),
            (["watch", "toe0", "--read", "x"], 2, "a NIC, or --read"),
            (["watch", "--read", "/nowhere/x"], 3, "/nowhere/x: No such file"),
            (["watch", "--read", "/etc/passwd"], 3, "is no pcapng file"),
            (["watch", "--read", "/etc/passwd", "--view", "pink"], 2, "boundary, offload, log or all")):
        r = w.flue(*args)
        assert r.code == code and says in r.err and len(r.err.strip().splitlines()) == 1, (args, r)
    running = [capturing(w, f"{i}.pcapng") for i in range(4)]
    r = w.flue("capture", "toe0", "-w", "fifth.pcapng")
    assert r.code == 3 and "4 captures of it are under way" in r.err, r
    for p, _ in running:
        p.terminate()
        ended(p)
    lab.stop()

main()
