"""What every end-to-end test uses: a world of its own (run-time directory, state, working directory), the command, and the check that nothing stays behind.

    @test
    def report_follows_hardware(w):
        r = w.flue("offloads", w.driver("toe"), "--nic", "toe,capacity=77", "--json")
        ...
    main()

A test fails by an exception. After each, World.close() stops what the test started and demands that no process, socket or crash of the lab itself is left.
"""
import json, os, re, shutil, signal, subprocess, sys, tempfile, time, traceback

BUILD = os.environ.get("FLUE_BUILD") or os.path.abspath("build")
FLUE = os.path.join(BUILD, "flue")
SANITIZED = os.environ.get("FLUE_SANITIZED") == "1"
tests = []

class Skip(Exception):
    """Raised by a test that cannot judge here; counted as skipped, never as passed."""

def test(f):
    tests.append(f)
    return f

class Result:
    def __init__(self, p, secs):
        self.code, self.out, self.err, self.secs = p.returncode, p.stdout.decode(errors="replace"), p.stderr.decode(errors="replace"), secs
    @property
    def json(self):
        return json.loads(self.out)
    def __repr__(self):
        return f"exit {self.code}\n--- stdout\n{self.out}\n--- stderr\n{self.err}"

class World:
    def __init__(self):
        self.dir = tempfile.mkdtemp(prefix="flue-e2e-")
        self.run = os.path.join(self.dir, "run")
        os.mkdir(self.run, 0o700)
        self.work = os.path.join(self.dir, "work")
        os.mkdir(self.work)
        self.env = {k: v for k, v in os.environ.items() if not k.startswith("FLUE_") and k not in ("XDG_RUNTIME_DIR", "XDG_STATE_HOME")}
        self.env.update(XDG_RUNTIME_DIR=self.run, XDG_STATE_HOME=os.path.join(self.dir, "state"), FLUE_E2E=self.dir)
        self.background = []
    def driver(self, name):
        return os.path.join(BUILD, "drivers", name + ".sys")
    def flue(self, *args, timeout=60, env=None, expect=None, stdin=None):
        start = time.monotonic()
        p = subprocess.run([FLUE, *map(str, args)], cwd=self.work, env={**self.env, **(env or {})}, capture_output=True, timeout=timeout,
                           input=stdin, stdin=None if stdin is not None else subprocess.DEVNULL)
        r = Result(p, time.monotonic() - start)
        if expect is not None and r.code != expect:
            raise AssertionError(f"flue {' '.join(map(str, args))}: exit {r.code}, expected {expect}\n{r}")
        return r
    def start(self, *args, env=None):
        p = subprocess.Popen([FLUE, *map(str, args)], cwd=self.work, env={**self.env, **(env or {})}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE)
        self.background.append(p)
        return p
    def pids(self):
        """flue processes of this world (by their environment's mark, or their machine's parent)."""
        found, parents = {}, {}
        for d in os.listdir("/proc"):
            if not d.isdigit():
                continue
            try:
                comm = open(f"/proc/{d}/comm").read().strip()
                stat = open(f"/proc/{d}/stat").read().rsplit(")", 1)[1].split()
                environ = open(f"/proc/{d}/environ", "rb").read()
            except OSError:
                continue
            if stat[0] == "Z" or not comm.startswith("flue"):
                continue
            parents[int(d)] = (int(stat[1]), comm)
            if self.dir.encode() in environ:
                found[int(d)] = comm
        for pid, (ppid, comm) in parents.items():
            if ppid in found:
                found[pid] = comm
        return found
    def machine_pid(self, timeout=10):
        return wait_for(lambda: next((p for p, c in self.pids().items() if c == "flue-machine"), None), timeout, "a machine process")
    def sockets(self):
        return [os.path.join(r, f) for r, _, fs in os.walk(self.run) for f in fs]
    def close(self):
        left = []
        for p in self.background:
            if p.poll() is None:
                p.send_signal(signal.SIGTERM)
                try:
                    p.wait(15)
                except subprocess.TimeoutExpired:
                    left.append(f"pid {p.pid} did not stop within 15 s of SIGTERM")
                    p.kill()
                    p.wait()
            p.stdout.close(); p.stderr.close()
        deadline = time.monotonic() + 3
        while self.pids() and time.monotonic() < deadline:
            time.sleep(0.02)
        for pid, comm in self.pids().items():
            left.append(f"process {pid} ({comm}) is left")
            try:
                os.kill(pid, signal.SIGKILL)
            except OSError:
                pass
        left += [f"{s} is left" for s in self.sockets()]
        shutil.rmtree(self.dir, ignore_errors=True)
        return left

def wait_for(fn, timeout, what):
    deadline = time.monotonic() + timeout
    while True:
        v = fn()
        if v:
            return v
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {timeout} s in vain for {what}")
        time.sleep(0.02)

def need(condition, text):
    if not condition:
        raise AssertionError(text)

def match(pattern, text, what=""):
    m = re.search(pattern, text, re.M)
    if not m:
        raise AssertionError(f"{what or 'text'} does not match /{pattern}/:\n{text}")
    return m

def main():
    only = sys.argv[1:]
    passed = failed = skipped = 0
    for f in tests:
        if only and not any(o in f.__name__ for o in only):
            continue
        w, problem, why = World(), None, None
        try:
            f(w)
        except Skip as e:
            why = str(e)
        except Exception:
            problem = traceback.format_exc()
        left = w.close()
        if left:
            problem = (problem or "") + "left behind: " + "; ".join(left)
        if problem:
            failed += 1
            print(f"not ok {f.__name__}\n" + "\n".join("    " + l for l in problem.splitlines()), flush=True)
        elif why:
            skipped += 1
            print(f"skipped {f.__name__}: {why}", flush=True)
        else:
            passed += 1
            print(f"ok {f.__name__}", flush=True)
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    sys.exit(1 if failed or not passed else 0)
