"""flue run --lab: host and peer namespaces around a running NIC, commands in them, the netdev over the driver's life, and what is left (nothing)."""
import array, fcntl, glob, json, os, pwd, re, shutil, signal, socket, struct, subprocess, sys, time
from harness import *

ROOT = os.geteuid() == 0

def can():
    if not os.access("/dev/net/tun", os.R_OK | os.W_OK):
        raise Skip("/dev/net/tun can't be opened here")

def lab(w, *extra, name="toe0"):
    can()
    w.flue("run", w.driver("toe"), "--nic", "toe", "--name", name, "--lab", "--detach", *extra, expect=0)

def host(w, *args, side="host", name="toe0", **kw):
    return w.flue(side, name, "--", *args, **kw)

def peer(w, *args, **kw):
    return host(w, *args, side="peer", **kw)

def netdev(w, name="toe0"):
    return w.flue("show", name, "--json", expect=0).json["netdev"]

def running(w, name="toe0"):
    r = w.flue("show", name, "--json")  # refused while the machine ends
    return r.code == 0 and r.json["state"] == "Running"

def link(w, side="host", dev="toe0"):
    return json.loads(host(w, "ip", "-j", "-d", "link", "show", dev, side=side, expect=0).out)[0]

def features(w):
    return dict(re.findall(r"^\s*([a-z0-9-]+): (on|off)", host(w, "ethtool", "-k", "toe0", expect=0).out, re.M))

def net_inodes():
    """Network namespaces that some process is in."""
    found = set()
    for p in glob.glob("/proc/[0-9]*/ns/net"):
        try:
            found.add(os.readlink(p))
        except OSError:
            pass
    return found

def gone(pid):
    try:
        return open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()[0] == "Z"
    except OSError:
        return True

def marked(mark):
    """Processes with `mark` in their command line, apart from zombies."""
    found = []
    for d in os.listdir("/proc"):
        if d.isdigit() and int(d) != os.getpid():
            try:
                if mark.encode() in open(f"/proc/{d}/cmdline", "rb").read():
                    found.append(int(d))
            except OSError:
                pass
    return found

@test
def host_and_peer_have_networks_of_their_own(w):
    before = set(os.listdir("/sys/class/net"))
    lab(w)
    match(r"inet 10\.77\.0\.1/24", host(w, "ip", "addr", "show", "toe0", expect=0).out)
    match(r"inet6 fd77::1/64", host(w, "ip", "addr", "show", "toe0", expect=0).out)
    match(r"inet 10\.77\.0\.2/24", peer(w, "ip", "addr", expect=0).out)
    match(r"inet6 fd77::2/64", peer(w, "ip", "addr", expect=0).out)
    match(r"lo.*UP", peer(w, "ip", "link", "show", "lo", expect=0).out)
    need(set(os.listdir("/sys/class/net")) == before, "the lab's interfaces are in the caller's namespace")
    need(host(w, "readlink", "/proc/self/ns/net").out != peer(w, "readlink", "/proc/self/ns/net").out, "host and peer share a namespace")
    need("toe0" in host(w, "ls", "/sys/class/net").out.split() and "toe0" not in peer(w, "ls", "/sys/class/net").out.split(), "/sys is another network's")
    for side in (host, peer):
        side(w, "ping", "-c", "1", "-W", "2", "127.0.0.1", expect=0)
    w.flue("stop", "toe0", expect=0)

@test
def commands_are_run_as_if_typed_here(w):
    lab(w)
    for side in (host, peer):
        for code in (0, 1, 7, 42, 255):
            side(w, "sh", "-c", f"exit {code}", expect=code)
    r = host(w, "cat", stdin=b"through and through\n", expect=0)
    need(r.out == "through and through\n", f"{r}")
    need(host(w, "pwd").out.strip() == os.path.realpath(w.work), "another directory")
    need(host(w, "sh", "-c", "echo $MARK", env={"MARK": "kept"}).out == "kept\n", "another environment")
    need(host(w, "sh", "-c", "kill -TERM $$").code == -signal.SIGTERM, "a signal that ends the command does not end us")
    r = host(w, "no-such-command")
    need(r.code == 127, f"{r}")
    match(r"no-such-command: No such file", r.err)
    host(w, "/etc/passwd", expect=126)
    need(host(w, *["x"] * 0, stdin=b"echo from a shell\n", env={"SHELL": "/bin/sh"}).out == "from a shell\n", "no shell without a command")
    many = [str(i) for i in range(500)]
    need(host(w, "echo", *many).out.split() == many, "arguments are lost")
    need(host(w, "sh", "-c", "echo $$; ps -e | wc -l").out.split()[0] != str(os.getpid()), "")
    need(int(host(w, "sh", "-c", "ls -d /proc/[0-9]* | wc -l").out) < 10, "the caller's processes are seen in the lab")
    w.flue("stop", "toe0", expect=0)

@test
def signals_reach_the_command(w):
    lab(w)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGUSR1):
        p = w.start("host", "toe0", "--", "sh", "-c", f"trap 'echo got; exit 9' {number.name[3:]}; echo ready; while :; do sleep 0.02; done")
        p.stdout.readline()
        p.send_signal(number)
        out, _ = p.communicate(timeout=10)
        need(out == b"got\n" and p.returncode == 9, f"{number.name}: {p.returncode} {out}")
    p = w.start("peer", "toe0", "--", "sleep", "61803")
    wait_for(lambda: len(marked("61803")) == 2, 5, "the command")
    p.kill()
    wait_for(lambda: not marked("61803"), 5, "the end of a command whose flue was killed")
    w.flue("stop", "toe0", expect=0)

@test
def a_terminal_works(w):
    lab(w)
    r = subprocess.run(["script", "-qec", f"{FLUE} host toe0 -- sh -c 'tty; test -t 0 && echo interactive; stty size'", "/dev/null"], cwd=w.work, env=w.env,
                       capture_output=True, timeout=20, stdin=subprocess.DEVNULL) if shutil.which("script") else None
    if r is None:
        raise Skip("no script(1)")
    match("interactive", r.stdout.decode())
    w.flue("stop", "toe0", expect=0)

@test
def without_a_lab_there_is_nothing_to_enter_and_nothing_made(w):
    before = set(os.listdir("/sys/class/net"))
    w.flue("run", w.driver("toe"), "--nic", "toe", "--name", "toe0", "--detach", expect=0)
    r = host(w, "true")
    need(r.code == 3, f"{r}")
    match(r"--lab", r.err)
    need(set(os.listdir("/sys/class/net")) == before, "a netdev was made that nobody asked for")
    need("netdev" not in w.flue("show", "toe0", "--json", expect=0).json, "a netdev is shown")
    w.flue("stop", "toe0", expect=0)
    need(host(w, "true").code == 3, "a NIC that does not run")
    need(w.flue("host").code == 2, "no NIC named")

@test
def wrong_usage_is_one_line(w):
    can()
    for args, word in ((["--lab", "--netdev", "none"], "netdev"), (["--lab", "--address", "10.77.0.1"], "PREFIX"), (["--lab", "--address", "x/24"], "PREFIX"),
                       (["--wire", "string"], "string"), (["--lab", "--wire", "tap,loss=many"], "loss"), (["--tap-fd", "77"], "descriptor"),
                       (["--netdev", "a-name-that-is-too-long"], "15"), (["--lab", "--split", "x"], "--split")):
        r = w.flue("run", w.driver("toe"), "--nic", "toe", *args)
        need(r.code in (2, 3), f"{args}: {r}")
        need(len(r.err.strip().splitlines()) == 1 and word in r.err, f"{args}: {r}")

@test
def addresses_can_be_chosen(w):
    lab(w, "--address", "192.0.2.9/30", "--address", "2001:db8::ff/64", "--netdev", "nic7")
    match(r"inet 192\.0\.2\.9/30 .*nic7", host(w, "ip", "addr", "show", "nic7", expect=0).out)
    match(r"inet 192\.0\.2\.10/30", peer(w, "ip", "addr", expect=0).out)
    match(r"inet6 2001:db8::100/64", peer(w, "ip", "addr", expect=0).out)
    w.flue("stop", "toe0", expect=0)

@test
def kill_9_of_the_lab_leaves_nothing(w):
    lab(w)
    inodes = {host(w, "readlink", "/proc/self/ns/net").out.strip(), peer(w, "readlink", "/proc/self/ns/net").out.strip()}
    p = [w.start("host", "toe0", "--", "sleep", "31415"), w.start("peer", "toe0", "--", "sleep", "31415")]
    host(w, "sh", "-c", "setsid sleep 31415 >/dev/null 2>&1 </dev/null &")  # a daemon: nobody's child
    wait_for(lambda: len(marked("31415")) >= 5, 5, "the commands")
    need(inodes <= net_inodes(), "the namespaces are not there")
    pid = w.flue("show", "toe0", "--json", expect=0).json["pid"]
    os.kill(pid, signal.SIGKILL)
    wait_for(lambda: not marked("31415"), 5, "the end of the commands")
    for one in p:
        need(one.wait(5) == -signal.SIGKILL, "the command's end is not told")
    wait_for(lambda: not w.pids(), 5, "the end of machine and init")
    wait_for(lambda: not inodes & net_inodes(), 5, "the end of the namespaces")
    w.flue("ls")  # removes the socket of the dead
    need(host(w, "true").code == 3, "a dead lab was entered")
    lab(w)  # and the name is free again
    w.flue("stop", "toe0", expect=0)

@test
def an_ordinary_end_leaves_nothing_either(w):
    lab(w)
    inode = host(w, "readlink", "/proc/self/ns/net").out.strip()
    host(w, "sh", "-c", "setsid sleep 27182 >/dev/null 2>&1 </dev/null &")
    w.flue("stop", "toe0", expect=0)
    wait_for(lambda: not marked("27182") and not w.pids() and inode not in net_inodes(), 5, "the end of everything")

@test
def netdev_outlives_the_machine(w):
    lab(w)
    index = link(w)["ifindex"]
    for _ in range(2):
        pid = w.machine_pid()
        os.kill(pid, signal.SIGKILL)
        wait_for(lambda: gone(pid), 5, "the machine's end")
        need(link(w)["ifindex"] == index, "another netdev")
        wait_for(lambda: running(w), 20, "the driver's restart")
        need(netdev(w)["attached"], "the netdev is not served again")
    match(r"10\.77\.0\.1/24", host(w, "ip", "addr", "show", "toe0").out)
    for verb in ("restart", "reset"):
        w.flue(verb, "toe0", expect=0)
        need(link(w)["ifindex"] == index, f"another netdev after {verb}")
    w.flue("stop", "toe0")

@test
def on_crash_stop_ends_the_lab(w):
    lab(w, "--on-crash", "stop")
    os.kill(w.machine_pid(), signal.SIGKILL)
    wait_for(lambda: not w.pids(), 10, "the end of the lab")

@test
def ethtool_says_what_the_driver_reports(w):
    lab(w)
    wait_for(lambda: features(w)["tcp-segmentation-offload"] == "on", 5, "the driver's report in ethtool -k")
    f = features(w)
    need(f["tx-checksum-ip-generic"] == "on" and f["tx-tcp-segmentation"] == "on" and f["tx-tcp6-segmentation"] == "on", f"{f}")
    w.flue("offloads", "toe0", "LsoV2IPv4=off", expect=0)
    need(features(w)["tx-tcp-segmentation"] == "on", "LSOv1 is still reported, and Linux segments IPv4 itself")
    w.flue("offloads", "toe0", "LsoV1=off", expect=0)
    f = features(w)
    need(f["tx-tcp-segmentation"] == "off" and f["tx-tcp6-segmentation"] == "on", f"{f}")
    w.flue("offloads", "toe0", "LsoV2IPv4=on", "LsoV2IPv6=off", expect=0)
    f = features(w)
    need(f["tx-tcp-segmentation"] == "on" and f["tx-tcp6-segmentation"] == "off", f"{f}")
    w.flue("stop", "toe0", expect=0)
    lab(w, "--nic", "toe,lso=off,csum=off", name="toe1")
    f = dict(re.findall(r"^\s*([a-z0-9-]+): (on|off)", host(w, "ethtool", "-k", "toe1", name="toe1", expect=0).out, re.M))
    need(f["tx-checksum-ip-generic"] == "off" and f["tcp-segmentation-offload"] == "off", f"hardware without: {f}")
    w.flue("stop", "toe1", expect=0)

@test
def link_mac_mtu_and_speed_are_the_drivers(w):
    lab(w)
    wait_for(lambda: "LOWER_UP" in link(w)["flags"], 5, "carrier")
    l, show = link(w), w.flue("show", "toe0", "--json", expect=0).json
    mac = w.flue("oid", "get", "toe0", "OID_802_3_CURRENT_ADDRESS", "--json", expect=0)
    need(l["address"].replace(":", "").lower() in re.sub(r"[^0-9a-f]", "", mac.out.lower()), f"{l['address']} is not the driver's: {mac.out}")
    need(l["mtu"] == 1500, f"{l['mtu']}")
    match(r"Speed: \d+Mb/s", host(w, "ethtool", "toe0", expect=0).out)
    need(l["gso_max_size"] <= 65536, f"{l['gso_max_size']}")
    w.flue("stop", "toe0", expect=0)

@test
def mtu_and_mac_that_a_user_sets_reach_the_driver_or_are_put_back(w):
    lab(w)
    wait_for(lambda: "LOWER_UP" in link(w)["flags"], 5, "carrier")
    host(w, "ip", "link", "set", "toe0", "mtu", "9000", expect=0)  # more than the driver reported
    wait_for(lambda: link(w)["mtu"] == 1500 and any("MTU 9000" in t for t in netdev(w)["notes"]), 10, "MTU 9000 put back and said")
    host(w, "ip", "link", "set", "toe0", "mtu", "1300", expect=0)
    wait_for(lambda: any("1300" in t for t in netdev(w)["notes"]) or netdev(w)["mtu"] == 1300, 10, "MTU 1300 taken")
    time.sleep(0.2)
    need(link(w)["mtu"] == 1300, "MTU 1300 was put back")
    w.flue("keywords", "toe0", "*JumboPacket=9014", expect=0)  # the driver's own way
    host(w, "ip", "link", "set", "toe0", "mtu", "9000", expect=0)
    time.sleep(0.3)
    need(link(w)["mtu"] == 9000, f"MTU 9000 with jumbo frames: {link(w)['mtu']} {netdev(w)['notes']}")
    before = link(w)["address"]
    host(w, "ip", "link", "set", "toe0", "address", "02:aa:bb:cc:dd:ee", expect=0)
    wait_for(lambda: link(w)["address"] == before and any("MAC" in t for t in netdev(w)["notes"]), 10, "a MAC that the driver does not take put back and said")
    w.flue("keywords", "toe0", "NetworkAddress=02AABBCCDDEE", expect=0)
    wait_for(lambda: link(w)["address"] == "02:aa:bb:cc:dd:ee", 10, "the driver's new MAC")
    w.flue("stop", "toe0", expect=0)

@test
def filters_follow_linux(w):
    """Memberships and promiscuous mode become OID_802_3_MULTICAST_LIST and the packet filter."""
    lab(w)
    wait_for(lambda: "LOWER_UP" in link(w)["flags"], 5, "carrier")
    def asked(kind, oid):
        return w.flue("oid", "get", "toe0", oid, "--json", expect=0).out
    quiet = asked("query", "OID_802_3_MULTICAST_LIST").lower()
    p = w.start("host", "toe0", "--", sys.executable, "-c", "import socket,time; s=socket.socket(socket.AF_INET,socket.SOCK_DGRAM); "
                "s.setsockopt(0,35,socket.inet_aton('239.1.2.3')+socket.inet_aton('10.77.0.1')); print('in',flush=True); time.sleep(60)")
    p.stdout.readline()
    squeezed = lambda: re.sub(r"[^0-9a-f]", "", asked("query", "OID_802_3_MULTICAST_LIST").lower())
    wait_for(lambda: "01005e010203" in squeezed(), 5, f"the group in the driver's list (before: {quiet})")
    p.terminate()
    p.wait()
    wait_for(lambda: "01005e010203" not in squeezed(), 5, "the group gone from the driver's list")
    before = asked("query", "OID_GEN_CURRENT_PACKET_FILTER")
    host(w, "ip", "link", "set", "toe0", "promisc", "on", expect=0)
    wait_for(lambda: asked("query", "OID_GEN_CURRENT_PACKET_FILTER") != before, 5, "promiscuous mode in the packet filter")
    host(w, "ip", "link", "set", "toe0", "promisc", "off", expect=0)
    wait_for(lambda: asked("query", "OID_GEN_CURRENT_PACKET_FILTER") == before, 5, "the packet filter of before")
    w.flue("stop", "toe0", expect=0)

@test
def memory_of_an_idle_lab_is_small(w):
    if SANITIZED:
        raise Skip("the sanitizer's own memory is not ours")
    lab(w)
    time.sleep(0.3)
    kib = 0
    for pid in w.pids():
        text = open(f"/proc/{pid}/smaps_rollup").read()
        kib += int(re.search(r"^Pss:\s+(\d+)", text, re.M).group(1))
    need(kib <= 24 * 1024, f"{kib} KiB resident")
    w.flue("stop", "toe0", expect=0)

@test
def nobody_without_the_device_is_told_what_mends_it(w):
    if not ROOT:
        raise Skip("needs root to become nobody")
    if os.stat("/dev/net/tun").st_mode & 0o006 == 0o006:
        raise Skip("/dev/net/tun is open to all here")
    r = as_nobody(w, "flue_run", "")
    need(r.returncode == 3 and len(r.stderr.decode().strip().splitlines()) == 1, f"{r}")
    match(r"sudo chmod 0666 /dev/net/tun", r.stderr.decode())

@test
def nobody_with_the_device_needs_no_other_right(w):
    if not ROOT:
        raise Skip("needs root to become nobody")
    script = f"""
{FLUE} host toe0 -- sh -c 'id -u; ip -br addr show toe0' && {FLUE} peer toe0 -- ip -br addr && {FLUE} host toe0 -- sh -c 'exit 5'; echo code $?; {FLUE} stop toe0"""
    r = as_nobody(w, "flue_run", script, device=True)
    out = r.stdout.decode()
    need(r.returncode == 0, f"{r}")
    match(r"^0$", out)
    match(r"toe0 .*10\.77\.0\.1/24", out)
    match(r"10\.77\.0\.2/24", out)
    match(r"code 5", out)

def as_nobody(w, what, script, device=False):
    """In a mount namespace, with a device node that everybody may open if `device`."""
    place = os.path.join(w.dir, "nobody")
    os.makedirs(os.path.join(place, "run"), exist_ok=True)
    os.chmod(w.dir, 0o755)
    os.chmod(os.path.join(place, "run"), 0o700)
    for d in (place, os.path.join(place, "run")):
        os.chown(d, pwd.getpwnam("nobody").pw_uid, -1)
    open(os.path.join(place, "go"), "w").write(f"cd {place}; {FLUE} run {w.driver('toe')} --nic toe --lab --detach || exit\n{script}\n")
    node = os.path.join(place, "tun")
    prepare = f"mknod {node} c 10 200 && chmod 666 {node} && mount --bind {node} /dev/net/tun && " if device else ""
    env = {**w.env, "XDG_RUNTIME_DIR": os.path.join(place, "run"), "XDG_STATE_HOME": os.path.join(place, "state")}
    p = subprocess.run(["unshare", "-m", "sh", "-c", prepare + f"exec setpriv --reuid=nobody --regid=nogroup --clear-groups sh {place}/go"], env=env, capture_output=True,
                       timeout=60, stdin=subprocess.DEVNULL)
    if device and b"mknod" in p.stderr:
        raise Skip("device nodes can't be made here")
    return p

OPEN_TAP = """
import fcntl, os, struct, sys
fd = os.open("/dev/net/tun", os.O_RDWR)
fcntl.ioctl(fd, 0x400454ca, struct.pack("16sH22x", b"given0", int(sys.argv[1], 0)))
os.dup2(fd, 9, inheritable=True)
os.execv(sys.argv[2], sys.argv[2:])
"""

@test
def a_tap_can_be_handed_in(w):
    can()
    unshare = ["unshare", "-n"] if ROOT else ["unshare", "-rn"]
    def run(flags, *cmd):
        return subprocess.run([*unshare, sys.executable, "-c", OPEN_TAP, flags, *cmd], cwd=w.work, env=w.env, capture_output=True, timeout=30, stdin=subprocess.DEVNULL)
    args = [FLUE, "run", w.driver("toe"), "--nic", "toe", "--name", "toe0", "--tap-fd", "9", "--detach"]
    r = run("0x5002", "/bin/sh", "-c", " ".join(args) + f" && ip -br link show given0 && {FLUE} show toe0 --json")
    need(r.returncode == 0, f"{r}")
    match(r"given0", r.stdout.decode())
    n = netdev(w)
    need(n["name"] == "given0" and n["attached"], f"{n}")
    w.flue("stop", "toe0", expect=0)
    r = run("0x1002", *args)
    need(r.returncode == 3 and b"IFF_VNET_HDR" in r.stderr, f"{r}")

@test
def without_lab_the_netdev_appears_here(w):
    can()
    unshare = ["unshare", "-n"] if ROOT else ["unshare", "-rn"]
    script = f"{FLUE} run {w.driver('toe')} --nic toe --name toe0 --netdev nic0 --address 10.9.9.1/24 --detach && ip -br addr show nic0; {FLUE} stop toe0; sleep 0.2; ip link show nic0"
    r = subprocess.run([*unshare, "sh", "-c", script], cwd=w.work, env=w.env, capture_output=True, timeout=30, stdin=subprocess.DEVNULL)
    match(r"nic0 .*10\.9\.9\.1/24", r.stdout.decode(), f"{r}")
    need(r.returncode != 0 and b"nic0" in r.stderr.splitlines()[-1], f"the netdev stays: {r}")

@test
def old_kernels_are_told_apart(w):
    can()
    r = w.flue("run", w.driver("toe"), "--nic", "toe", "--name", "toe0", "--lab", "--detach", env={"FLUE_NO": "uso,gso-ipv4"}, expect=0)
    wait_for(lambda: netdev(w)["offloads"], 5, "a report")
    n = netdev(w)
    need(not any(o.startswith("uso") for o in n["offloads"]), f"{n}")
    need(n["gso_max_size"] and any("UDP segmentation" in t for t in n["notes"]), f"{n}")
    w.flue("stop", "toe0", expect=0)

main()
