#!/usr/bin/env python3
"""Runs the measurements and prints one table: what, median, min..max, runs, target. A figure that misses its target is marked and makes the exit status 1.

usage: bench.py BUILD [NAME...]      NAME picks rows by substring. VENDOR_DIR=... adds drivers that are not ours.
"""
import glob, json, os, platform, re, shutil, statistics, subprocess, sys, tempfile, time

build, only = os.path.abspath(sys.argv[1]), sys.argv[2:]
flue = os.path.join(build, "flue")
world = tempfile.mkdtemp(prefix="flue-bench-")
os.makedirs(os.path.join(world, "run"), mode=0o700)
env = {**{k: v for k, v in os.environ.items() if not k.startswith("FLUE_")}, "XDG_RUNTIME_DIR": os.path.join(world, "run"), "XDG_STATE_HOME": os.path.join(world, "state")}
missed = 0

def run(*args, ok=(0,)):
    p = subprocess.run([flue, *map(str, args)], cwd=world, env=env, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=300)
    if p.returncode not in ok:
        sys.exit(f"flue {' '.join(map(str, args))}: exit {p.returncode}: {p.stderr.strip()}")
    return p.stdout

def row(what, values, unit, limit=None, lower_is_better=True):
    global missed
    m = statistics.median(values)
    good = limit is None or (m <= limit if lower_is_better else m >= limit)
    missed += not good
    target = "" if limit is None else f"{'<=' if lower_is_better else '>='} {limit:g}"
    print(f"{what:<58} {m:>10.3f} {unit:<8} {min(values):>9.3f} .. {max(values):<9.3f} n={len(values):<4} {target:<10}{'' if good else ' MISSED'}", flush=True)

def wanted(name):
    return not only or any(o in name for o in only)

def machine():
    cpu = re.search(r"model name\s*: (.*)", open("/proc/cpuinfo").read())
    mem = int(re.search(r"MemTotal:\s+(\d+)", open("/proc/meminfo").read())[1]) // 1048576
    print(f"machine: {cpu[1] if cpu else '?'}, {os.cpu_count()} cpus, {mem} GiB, Linux {platform.release()}; {time.strftime('%Y-%m-%d')}")
    print(f"{'':<58} {'median':>10} {'unit':<8} {'min':>9} .. {'max':<9}")

def one_shot(label, *args):
    run("offloads", *args)
    v = []
    for _ in range(15):
        t = time.monotonic()
        run("offloads", *args)
        v.append((time.monotonic() - t) * 1e3)
    row(f"flue offloads {label}: exec to printed report", v, "ms", 100)

def pids_of(name):
    found = []
    for d in os.listdir("/proc"):
        if d.isdigit():
            try:
                if world.encode() in open(f"/proc/{d}/environ", "rb").read() and open(f"/proc/{d}/comm").read().startswith("flue"):
                    found.append(int(d))
                elif open(f"/proc/{d}/comm").read().strip() == "flue-machine":
                    ppid = int(open(f"/proc/{d}/stat").read().rsplit(")", 1)[1].split()[1])
                    if world.encode() in open(f"/proc/{ppid}/environ", "rb").read():
                        found.append(int(d))
            except (OSError, ValueError):
                pass
    return found

def pss(pid):
    return int(re.search(r"^Pss:\s+(\d+)", open(f"/proc/{pid}/smaps_rollup").read(), re.M)[1]) / 1024

def idle():
    run("run", os.path.join(build, "drivers/toe.sys"), "--nic", "toe", "--name", "idle0", "--detach")
    try:
        time.sleep(1)
        pids = pids_of("idle0")
        row("idle NIC, lab and machine: resident (PSS)", [sum(pss(p) for p in pids)], "MiB", 24)
        def traps():
            s = json.loads(run("show", "idle0", "--json"))
            return sum(int(x) for x in re.findall(r'"traps": (\d+)', json.dumps(s)))
        def switches():
            return sum(int(n) for p in pids for t in os.listdir(f"/proc/{p}/task")
                       for n in re.findall(r"ctxt_switches:\s+(\d+)", open(f"/proc/{p}/task/{t}/status").read()))
        a, s = traps(), switches()
        time.sleep(5)
        row("idle NIC: context switches, all threads", [(switches() - s) / 5], "per s")
        row("idle NIC: traps", [(traps() - a) / 5], "per s", 0)
    finally:
        run("stop", "idle0", ok=(0, 1))

def program(name, *args):
    """A C program of bench/ prints lines "what|unit|limit or -|value value value ..."."""
    p = subprocess.run([os.path.join(build, "bench", name), *args], cwd=world, env={**env, "PATH": build + ":" + os.environ["PATH"]}, capture_output=True, text=True, timeout=600)
    if p.returncode:
        sys.exit(f"{name}: exit {p.returncode}\n{p.stdout}{p.stderr}")
    for line in p.stdout.splitlines():
        if line.count("|") == 3:
            what, unit, limit, values = line.split("|")
            row(what, [float(v) for v in values.split()], unit, None if limit == "-" else float(limit))

machine()
try:
    if wanted("one-shot"):
        one_shot("toe.sys --nic toe", os.path.join(build, "drivers/toe.sys"), "--nic", "toe")
        vendor = os.environ.get("VENDOR_DIR")
        if vendor and os.path.exists(f"{vendor}/wintun.sys"):
            one_shot("wintun.sys", f"{vendor}/wintun.sys", "--inf", f"{vendor}/wintun.inf")
        else:
            print("flue offloads wintun.sys: not run (VENDOR_DIR has no wintun.sys)")
    if wanted("oid"):
        program("bench_oid", os.path.join(build, "drivers"))
    if wanted("libflue"):
        program("bench_libflue", os.path.join(build, "drivers/toe.sys"))
    if wanted("engine"):
        program("bench_engine")
    if wanted("idle"):
        idle()
    if wanted("traffic"):
        sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
        import traffic
        traffic.measure(build, env, world, row)
finally:
    shutil.rmtree(world, ignore_errors=True)
sys.exit(1 if missed else 0)
