"""FLUE_NO: each kernel feature that Flue probes, forced off. The main job still runs, or is refused in one line; and what is missing is said."""
import os, signal
from harness import *

FALLBACKS = ["landlock", "user-dispatch", "close-range", "pidfd"]
WALLS = {"landlock": "landlock", "user-dispatch": "user dispatch"}

def machine_descriptors(pid):
    fds = {}
    for fd in os.listdir(f"/proc/{pid}/fd"):
        fds[int(fd)] = os.readlink(f"/proc/{pid}/fd/{fd}").split(":")[0]
    return fds

def whole_job(w, off):
    env = {"FLUE_NO": off}
    up = w.flue("run", w.driver("toe"), "--nic", "toe", "--name", "toe0", "--detach", env=env, expect=0)
    r = w.flue("offloads", "toe0", "TcpConnectionIPv6=off", env=env, expect=0)
    match(r"NDIS_STATUS_OFFLOAD_PAUSE", r.out)
    match(r"TCP connections over IPv6\s+No\s+Yes", w.flue("offloads", "toe0", env=env, expect=0).out)
    show = w.flue("show", "toe0", env=env, expect=0).out
    line = match(r"^    Sandbox\s+(.*)$", show).group(1)
    for name, words in WALLS.items():
        if name in off.split(","):
            match(rf"without .*{words} \(FLUE_NO\)", line)
            match(rf"sandbox: .*without .*{words} \(FLUE_NO\)", up.out)
        elif not SANITIZED:
            match(rf"^[^;]*{words}", line)
    return env

def make(off):
    def f(w):
        whole_job(w, off)
        w.flue("stop", "toe0", expect=0)
    f.__name__ = "the_main_job_without_" + off.replace(",", "_and_").replace("-", "_")
    return test(f)

for name in FALLBACKS:
    make(name)
make(",".join(FALLBACKS))

@test
def without_pid_descriptors_the_machines_end_is_seen_all_the_same(w):
    env = whole_job(w, "pidfd")
    first = w.machine_pid()
    os.kill(first, signal.SIGKILL)
    second = wait_for(lambda: next((p for p, c in w.pids().items() if c == "flue-machine" and p != first), None), 10, "a second machine")
    need(second != first, "the same machine")
    wait_for(lambda: "Running" in w.flue("ls", env=env).out, 10, "the driver to run again")
    match(r"Crashes\s+1", w.flue("show", "toe0", env=env, expect=0).out)
    w.flue("stop", "toe0", env=env, expect=0)

@test
def without_close_range_the_machine_inherits_the_same(w):
    """A descriptor without close-on-exec, high up, must not get into the machine either way."""
    seen = []
    for off in ("", "close-range"):
        high = os.open("/dev/null", os.O_RDONLY)
        os.set_inheritable(high, True)
        os.dup2(high, 700, inheritable=True)
        try:
            p = subprocess.run([FLUE, "run", w.driver("toe"), "--nic", "toe", "--name", "toe0", "--detach"], cwd=w.work, env={**w.env, "FLUE_NO": off},
                               capture_output=True, close_fds=False, timeout=60, stdin=subprocess.DEVNULL)
        finally:
            os.close(700)
            os.close(high)
        need(p.returncode == 0, f"run: exit {p.returncode}: {p.stderr}")
        fds = machine_descriptors(w.machine_pid())
        need(700 not in fds, f"the machine has its starter's descriptor 700: {fds}")
        seen.append(fds)
        w.flue("stop", "toe0", expect=0)
    need(seen[0] == seen[1] and len(seen[0]) > 5, f"with close_range {seen[0]}, without {seen[1]}")

@test
def without_user_dispatch_a_system_call_of_the_driver_ends_in_seccomp(w):
    if SANITIZED:
        raise Skip("ASan's run-time makes system calls of its own: the filter is wider in this build")
    r = w.flue("run", w.driver("faulty_syscall_socket"), "--on-crash", "stop", env={"FLUE_NO": "user-dispatch"}, expect=3)
    match(r"faulty_syscall_socket\.sys: .*system call", r.err)
    report = match(r"report: (\S+)", r.err).group(1)
    match(r"^sandbox .*without user dispatch \(FLUE_NO\)", open(os.path.join(w.work, report)).read())

@test
def what_nothing_runs_without_is_refused_in_one_line(w):
    for off in ("seccomp", "seals"):
        for args in (["run", w.driver("toe"), "--nic", "toe", "--name", "toe0", "--detach"], ["offloads", w.driver("toe"), "--nic", "toe"]):
            r = w.flue(*args, env={"FLUE_NO": off}, expect=3)
            need(len(r.err.splitlines()) == 1 and off in r.err and "FLUE_NO" in r.err, f"not one line that names FLUE_NO and {off}:\n{r}")
        need(not w.pids(), "something runs")

@test
def an_unknown_feature_is_wrong_usage(w):
    r = w.flue("doctor", env={"FLUE_NO": "landlock,warp"}, expect=2)
    match(r'FLUE_NO: there is no feature "warp"; there are .*landlock', r.err)
    need(len(r.err.splitlines()) == 1 and not r.out, f"more than one line\n{r}")

@test
def doctor_tells_what_is_off(w):
    for name in FALLBACKS:
        r = w.flue("doctor", env={"FLUE_NO": name}, expect=0)
        match(rf"\boff\b.*\n.*switched off: FLUE_NO={name}; without:", r.out)
    r = w.flue("doctor", env={"FLUE_NO": "seals"}, expect=3)
    match(r"1 of what Flue needs is missing", r.err)
    rows = {f["name"]: f for f in w.flue("doctor", "--json", env={"FLUE_NO": "pidfd"}, expect=0).json["features"]}
    need(not rows["pid descriptors"]["ok"] and rows["close_range"]["ok"], rows)

main()
