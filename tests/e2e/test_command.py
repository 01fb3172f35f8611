"""The command as a user types it: report, live changes, keywords, OIDs, hardware changes, restarts, removal; and what stays behind (nothing)."""
import glob, json, os, re, signal, subprocess, time
from harness import *

def up(w, *extra, name="toe0"):
    w.flue("run", w.driver("toe"), "--nic", "toe", "--name", name, "--detach", *extra, expect=0)

@test
def one_shot_report_follows_the_hardware(w):
    r = w.flue("offloads", w.driver("toe"), "--nic", "toe,capacity=777,ipv6=off", expect=0)
    match(r"CONNECTION OFFLOAD", r.out)
    match(r"TCP connections over IPv4\s+Yes\s+Yes", r.out)
    match(r"TCP connections over IPv6\s+No\s+No", r.out)
    match(r"Capacity\s+0n777\s+0n777", r.out)
    match(r"TASK OFFLOADS", r.out)
    match(r"Large Send Offload v2 \(LSOv2\) with TCP/IPv4", r.out)
    r = w.flue("offloads", w.driver("toe"), "--nic", "toe,lso=off,csum=off", expect=0)
    need(not re.search(r"Large Send Offload v2.*\n?.*Yes", r.out), "LSO is reported without hardware for it\n" + r.out)
    need(not w.sockets(), "a one-shot leaves a socket")

@test
def report_by_ndis_version(w):
    for v in ("6.30", "6.50", "6.84"):
        r = w.flue("offloads", w.driver("toe"), "--nic", "toe", "--ndis", v, expect=0)
        match(r"NDIS " + re.escape(v), r.out)
        match(r"Capacity\s+0n\d+", r.out)

@test
def the_reference_driver_satisfies_every_mode(w):
    plain = w.flue("offloads", w.driver("toe"), "--nic", "toe", expect=0).out
    for mode in (["--strict"], ["--verify"], ["--serial", "--seed", "3"], ["--cpus", "1"]):
        need(w.flue("offloads", w.driver("toe"), "--nic", "toe", *mode, expect=0).out == plain, f"another report with {mode}")

@test
def administrator_turns_ipv6_connections_off_live(w):
    up(w)
    r = w.flue("offloads", "toe0", "TcpConnectionIPv6=off", expect=0)
    pause = match(r"<- NDIS_STATUS_OFFLOAD_PAUSE", r.out)
    resume = match(r"<- NDIS_STATUS_OFFLOAD_RESUME", r.out)
    query = match(r"-> OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG", r.out)
    need(pause.start() < resume.start() < query.start(), "out of order:\n" + r.out)
    r = w.flue("offloads", "toe0", expect=0)
    match(r"TCP connections over IPv6\s+No\s+Yes", r.out)
    match(r"TCP connections over IPv4\s+Yes\s+Yes", r.out)
    # persisted before the set, read back after a restart
    r = w.flue("keywords", "toe0", "--json", expect=0)
    match(r'TCPConnectionOffloadIPv6', r.out)
    w.flue("restart", "toe0", expect=0)
    match(r"TCP connections over IPv6\s+No\s+Yes", w.flue("offloads", "toe0", expect=0).out)
    w.flue("offloads", "toe0", "TcpConnectionIPv6=on", expect=0)
    match(r"TCP connections over IPv6\s+Yes\s+Yes", w.flue("offloads", "toe0", expect=0).out)
    w.flue("stop", "toe0", expect=0)

@test
def keyword_restarts_the_adapter_and_survives_a_new_run(w):
    up(w)
    w.flue("keywords", "toe0", "*LsoV2IPv4=0", expect=0)
    def lso(r):
        return match(r"LSOv2\) with TCP/IPv4\s+(\S+)", r.out).group(1)
    before = w.flue("offloads", "toe0", "--all", expect=0)
    w.flue("stop", "toe0", expect=0)
    up(w)
    after = w.flue("offloads", "toe0", "--all", expect=0)
    need(lso(before) == lso(after) == "No", f"LsoV2IPv4 after the keyword: {lso(before)}, after a new run: {lso(after)}")
    w.flue("stop", "toe0", expect=0)

@test
def the_nic_itself_shrinks(w):
    up(w)
    r = w.flue("nic", "toe0", "capacity=8", expect=0)
    match(r"NDIS_STATUS_OFFLOAD_PAUSE", r.out)
    match(r"NDIS_STATUS_OFFLOAD_RESUME", r.out)
    wait_for(lambda: re.search(r"Capacity\s+8\s", w.flue("offloads", "toe0").out), 5, "a capacity of 8 in the report")
    w.flue("stop", "toe0", expect=0)

@test
def oids_by_name_and_number(w):
    up(w)
    a = w.flue("oid", "get", "toe0", "OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG", "--json", expect=0)
    b = w.flue("oid", "get", "toe0", "0xFC01020E", "--json", expect=0)
    need(a.json == b.json, f"{a.out}\n{b.out}")
    w.flue("oid", "list", "toe0", expect=0)
    r = w.flue("oid", "get", "toe0", "OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG", "--size", "19")
    match(r"NDIS_STATUS_BUFFER_TOO_SHORT", r.out + r.err)
    match(r"\b20\b", r.out + r.err)
    r = w.flue("oid", "set", "toe0", "OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG", "hex:8001140000000000000000000000000000000000")
    match(r"NDIS_STATUS_NOT_SUPPORTED", r.out + r.err)
    r = w.flue("oid", "get", "toe0", "OID_NO_SUCH_THING")
    need(r.code == 2, f"unknown OID: {r}")
    w.flue("stop", "toe0", expect=0)

@test
def json_everywhere(w):
    up(w)
    for args in (["ls"], ["show", "toe0"], ["offloads", "toe0"], ["keywords", "toe0"], ["oid", "list", "toe0"], ["log", "toe0"], ["nic", "toe0"], ["doctor"], ["version"],
                 ["imports", w.driver("toe")], ["stats", "toe0"], ["restart", "toe0"], ["reset", "toe0"]):
        r = w.flue(*args, "--json")
        need(r.code == 0, f"{args}: {r}")
        json.loads(r.out)
    w.flue("stop", "toe0", expect=0)

@test
def pause_resume_reset_remove(w):
    up(w)
    w.flue("pause", "toe0", expect=0)
    match("Paused", w.flue("ls").out)
    w.flue("resume", "toe0", expect=0)
    match("Running", w.flue("ls").out)
    before = w.flue("offloads", "toe0", "--json", expect=0).json
    w.flue("reset", "toe0", expect=0)
    need(before == w.flue("offloads", "toe0", "--json", expect=0).json, "the report changed over a reset")
    w.flue("remove", "toe0", expect=0)
    need("Running" not in w.flue("ls").out, "still Running after surprise removal")
    w.flue("restart", "toe0", expect=0)
    match("Running", w.flue("ls").out)
    w.flue("stop", "toe0", expect=0)

@test
def several_nics_at_once(w):
    up(w, name="a0")
    up(w, name="b0")
    out = w.flue("ls", expect=0).out
    match("a0", out), match("b0", out)
    w.flue("offloads", "a0", "TcpConnectionIPv4=off", expect=0)
    match(r"TCP connections over IPv4\s+Yes\s+Yes", w.flue("offloads", "b0", expect=0).out)
    r = w.flue("run", w.driver("toe"), "--nic", "toe", "--name", "a0", "--detach")
    need(r.code != 0 and "a0" in r.err, f"a second a0: {r}")
    w.flue("stop", "a0", expect=0), w.flue("stop", "b0", expect=0)

@test
def watch_shows_both_directions(w):
    up(w)
    p = subprocess.Popen([FLUE, "watch", "toe0", "--count", "6"], env=w.env, cwd=w.work, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    time.sleep(0.5)
    w.flue("offloads", "toe0", "TcpConnectionIPv4=off", expect=0)
    out = p.communicate(timeout=20)[0].decode()
    match("<- |-> ", out)
    need(p.returncode == 0, out)
    w.flue("stop", "toe0", expect=0)

@test
def foreground_ends_in_order_at_sigint(w):
    p = w.start("run", w.driver("toe"), "--nic", "toe", "--name", "fg0")
    wait_for(lambda: "Running" in w.flue("ls").out, 15, "fg0 Running")
    p.send_signal(signal.SIGINT)
    out, err = p.communicate(timeout=15)
    need(p.returncode == 0, f"exit {p.returncode}\n{out.decode()}{err.decode()}")

@test
def kill_9_of_the_lab_leaves_nothing_running(w):
    up(w)
    pids = w.pids()
    lab = [p for p, c in pids.items() if c == "flue"]
    need(len(lab) == 1, str(pids))
    os.kill(lab[0], signal.SIGKILL)
    wait_for(lambda: not w.pids(), 5, "the machine to end with its lab")
    r = w.flue("ls", expect=0)  # and cleans the dead lab's socket
    need("toe0" not in r.out, r.out)
    up(w)  # the name is free again
    w.flue("stop", "toe0", expect=0)

@test
def kill_9_of_the_machine_brings_the_driver_back_with_its_keywords(w):
    up(w, "--on-crash", "restart")
    w.flue("offloads", "toe0", "TcpConnectionIPv6=off", expect=0)
    first = w.machine_pid()
    os.kill(first, signal.SIGKILL)
    wait_for(lambda: [p for p, c in w.pids().items() if c == "flue-machine" and p != first] and "Running" in w.flue("ls").out, 20, "Running again")
    match(r"TCP connections over IPv6\s+No\s+Yes", w.flue("offloads", "toe0", expect=0).out)
    w.flue("stop", "toe0")

@test
def keyword_store_is_whole_after_kill_9_at_any_moment(w):
    for i in range(12):
        up(w)
        pids = [p for p, c in w.pids().items()]
        p = subprocess.Popen([FLUE, "keywords", "toe0", f"*LsoV2IPv4={i % 2}"], env=w.env, cwd=w.work, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.003 * i)
        for pid in pids:
            try:
                os.kill(pid, signal.SIGKILL)
            except OSError:
                pass
        p.wait(20)
        for f in glob.glob(os.path.join(w.dir, "state", "flue", "**", "*.json"), recursive=True):
            json.load(open(f))
    up(w)
    w.flue("offloads", "toe0", expect=0)
    w.flue("stop", "toe0", expect=0)

@test
def a_full_disk_loses_no_setting(w):
    up(w)
    w.flue("keywords", "toe0", "*LsoV2IPv4=0", expect=0)
    state = glob.glob(os.path.join(w.dir, "state", "flue", "**", "*.json"), recursive=True)[0]
    before = open(state).read()
    w.flue("stop", "toe0", expect=0)
    # A state directory that cannot be written (quota, read-only): say so, keep the old.
    r = w.flue("run", w.driver("toe"), "--nic", "toe", "--name", "x0", "--detach", env={"FLUE_STATE": "/proc/nowhere"})
    if r.code == 0:
        r = w.flue("keywords", "x0", "*LsoV2IPv4=0")
        w.flue("stop", "x0")
    need(r.code == 3 or r.code == 1, f"{r}")
    need(open(state).read() == before, "the old state changed")

main()
