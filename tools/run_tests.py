#!/usr/bin/env python3
"""Runs every test of the given build directories (as ctest lists them) and closes with one line the reader can trust: "N passed, N failed[, N skipped]".

A test program that prints cmocka's or our own summary counts with its single tests, any other as one. A program that exits non-zero, dies or runs
into its time limit is a failure whatever it printed before. Skipped tests are counted apart, never as passed.
usage: run_tests.py BUILD [BUILD...] [-k SUBSTRING]
"""
import json, os, re, subprocess, sys, time, concurrent.futures as cf

def tests_of(build):
    out = subprocess.run(["ctest", "--show-only=json-v1"], cwd=build, capture_output=True, text=True, check=True).stdout
    for t in json.loads(out)["tests"]:
        props = {p["name"]: p["value"] for p in t.get("properties", [])}
        yield dict(name=t["name"], cmd=t.get("command") or ["/bin/sh", "-c", "echo '*** not built'; exit 1"], build=build, cwd=props.get("WORKING_DIRECTORY", build), limit=float(props.get("TIMEOUT", 120)),
                   env=dict(e.split("=", 1) for e in props.get("ENVIRONMENT", [])), alone=bool(props.get("RUN_SERIAL")))

def count(text):
    passed = sum(int(n) for n in re.findall(r"\[  PASSED  \] (\d+) test", text))
    failed = sum(int(n) for n in re.findall(r"\[  FAILED  \] (\d+) test", text))
    skipped = sum(int(n) for n in re.findall(r"\[  SKIPPED \] (\d+) test", text))
    for m in re.finditer(r"^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$", text, re.M):
        passed, failed, skipped = passed + int(m[1]), failed + int(m[2]), skipped + int(m[3] or 0)
    return passed, failed, skipped

def run(t):
    start = time.monotonic()
    try:
        p = subprocess.run(t["cmd"], cwd=t["cwd"], env={**os.environ, **t["env"]}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                           timeout=t["limit"])
        text, code = p.stdout.decode(errors="replace"), p.returncode
    except subprocess.TimeoutExpired as e:
        text, code = (e.stdout or b"").decode(errors="replace") + f"\n*** time limit of {t['limit']:.0f} s exceeded", "time-out"
    p, f, s = count(text)
    if code == 0 and p + f + s == 0:
        p = 1
    if code != 0 and f == 0:
        f = 1
    if code == 0 and f:
        text += "\n*** failures printed, but exit status 0"
    return t, p, f, s, code, text, time.monotonic() - start

def main():
    args, only = sys.argv[1:], None
    if "-k" in args:
        i = args.index("-k")
        only = args[i + 1]
        del args[i:i + 2]
    tests = [t for b in args for t in tests_of(os.path.abspath(b)) if not only or only in t["name"]]
    shared, alone = [t for t in tests if not t["alone"]], [t for t in tests if t["alone"]]
    total = [0, 0, 0]
    def take(r):
        t, p, f, s, code, text, secs = r
        total[0] += p; total[1] += f; total[2] += s
        label = f"{os.path.basename(t['build'])}: {t['name']}"
        if f:
            lines = text.splitlines()
            why = [l for l in lines[:-60] if re.search(r"\[  ERROR   \]|\[   LINE   \]|^ERROR|ERROR: |: error: ", l)][:20] # what a long leak report pushed out of sight
            print(f"FAIL {label} (status {code}, {secs:.1f} s)\n" + "\n".join("    " + l for l in why + lines[-60:]), flush=True)
        else:
            print(f"ok   {label}: {p} passed" + (f", {s} skipped" if s else "") + f" ({secs:.1f} s)", flush=True)
    with cf.ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        for r in pool.map(run, shared):
            take(r)
    for t in alone:
        take(run(t))
    if not tests:
        print("no test was found: that is a failure")
        total[1] += 1
    print(f"{total[0]} passed, {total[1]} failed" + (f", {total[2]} skipped" if total[2] else ""))
    return 1 if total[1] else 0

sys.exit(main())
