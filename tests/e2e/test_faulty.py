"""Every driver under drivers/faulty that must not come up: the one-line error, the exit code, the crash report, nothing left behind (harness), and a
lab that lives on where it was running before."""
import csv, glob, os, re, signal, time
from harness import *

ROWS = list(csv.DictReader(open(os.path.join(os.path.dirname(__file__), "faulty.tsv")), delimiter="\t"))

def check_report(w, row):
    reports = glob.glob(os.path.join(w.work, "crash", "*.txt"))
    if row["report"] != "yes":
        need(not reports, f"a crash report for a driver that merely failed: {reports}")
        return
    need(reports, "no crash report under crash/")
    text = open(sorted(reports)[-1]).read()
    if row["class"] != ".":
        match(row["class"], text, "crash report, class")
    for word in ("IRQL", "callback", "stack", "last calls", "log"):
        match("(?i)" + word, text, "crash report")
    match(r"faulty_%s(\.sys)?\+0x[0-9a-f]+|faulty_%s\.sys!|\w+\.c:\d+|mini\.h:\d+" % (row["driver"], row["driver"]), text, "crash report, where")
    match("mini: initializing|NdisMRegisterMiniportDriver", text, "crash report, last calls or log")

def make(row):
    def f(w):
        if SANITIZED and row["class"] == "syscall":
            raise Skip("ASan's run-time makes system calls of its own: user dispatch is off in this build")
        r = w.flue("run", w.driver("faulty_" + row["driver"]), "--on-crash", "stop", timeout=60)
        need(r.code == int(row["exit"]), f"exit {r.code}, expected {row['exit']}\n{r}")
        match(row["line"], r.err, "error line")
        need(len([l for l in r.err.splitlines() if l.startswith("flue:") or "faulty_" in l]) <= 4, f"more than a few error lines:\n{r.err}")
        check_report(w, row)
    f.__name__ = "faulty_" + row["driver"]
    return test(f)

for row in ROWS:
    make(row)

# Drivers that come up and break a rule of the data path: `run` options, an offload that the administrator sets, what Flue says.
DATA = list(csv.DictReader(open(os.path.join(os.path.dirname(__file__), "faulty_data.tsv")), delimiter="\t"))

def make_data(row):
    def f(w):
        if not os.access("/dev/net/tun", os.R_OK | os.W_OK):
            raise Skip("/dev/net/tun can't be opened here")
        options = [] if row["options"] == "-" else row["options"].split()
        w.flue("run", w.driver("faulty_" + row["driver"]), "--name", "f0", "--lab", "--detach", "--on-crash", "stop", *options, expect=0)
        if row["set"] != "-":
            w.flue("offloads", "f0", row["set"], expect=0)
            time.sleep(0.3)
        w.flue("host", "f0", "--", "ping", "-c", "2", "-i", "0.2", "-W", "1", "10.77.0.2", expect=None) # nobody answers
        log = w.flue("log", "f0", expect=0)
        r = w.flue("stop", "f0", expect=1)
        lines = [l for l in (log.out + r.out + r.err).splitlines() if re.search(row["line"], l)]
        need(lines, f"no line matches {row['line']}:\n{log.out[-3000:]}{r}")
    f.__name__ = "faulty_" + row["driver"]
    return test(f)

for row in DATA:
    make_data(row)

@test
def every_faulty_driver_has_a_test(w):
    have = {r["driver"] for r in ROWS + DATA} | {"none", "attributes_stack", "wrong_irql", "irql_left_raised", "leak", "oid_never", "status_short"}
    built = {os.path.basename(p)[len("faulty_"):-4] for p in glob.glob(os.path.join(BUILD, "drivers", "faulty_*.sys"))}
    need(built - have == set(), f"drivers without a test: {built - have}")
    need(built, "no faulty driver was built")

@test
def control_runs_clean(w):
    w.flue("run", w.driver("faulty_none"), "--name", "good0", "--detach", expect=0)
    r = w.flue("stop", "good0", expect=0)
    need("finding" not in r.out + r.err, f"a driver without fault has findings:\n{r}")

@test
def attributes_from_a_reused_stack_buffer_are_copied(w):
    r = w.flue("offloads", w.driver("faulty_attributes_stack"), "--json", expect=0)
    need('77' in r.out and 'cccc' not in r.out.lower(), r.out)

def finding_is_shown(w, name, pattern, stop_code=1):
    w.flue("run", w.driver(name), "--name", "f0", "--detach", expect=0)
    log = w.flue("log", "f0", expect=0)
    r = w.flue("stop", "f0")
    need(r.code == stop_code, f"stop: exit {r.code}, expected {stop_code} (findings)\n{r}")
    match(pattern, log.out + r.out + r.err, "finding")

@test
def wrong_irql_is_a_finding(w):
    finding_is_shown(w, "faulty_wrong_irql", r"ZwClose.*(DISPATCH_LEVEL|IRQL 2)")

@test
def irql_left_raised_is_a_finding(w):
    finding_is_shown(w, "faulty_irql_left_raised", r"MiniportRestart.*(DISPATCH_LEVEL|IRQL 2)")

@test
def leak_is_a_finding(w):
    finding_is_shown(w, "faulty_leak", r"4,?242 bytes.*Leak|Leak.*4,?242")

@test
def damaged_resume_status_is_a_finding(w):
    finding_is_shown(w, "faulty_status_short", r"RP-170")

@test
def oid_that_never_completes_ends_the_driver_by_its_name(w):
    r = w.flue("run", w.driver("faulty_oid_never"), "--name", "f0", "--on-crash", "stop", timeout=60)
    need(r.code == 3, f"{r}")
    match(r"faulty_oid_never\.sys: .*MiniportOidRequest pended OID_GEN_CURRENT_LOOKAHEAD.*NdisMOidRequestComplete", r.err)
    check_report(w, dict(driver="oid_never", report="yes", **{"class": "hang"}))

@test
def lab_lives_on_and_starts_the_driver_again(w):
    w.flue("run", w.driver("faulty_none"), "--name", "n0", "--detach", "--on-crash", "restart", expect=0)
    first = w.machine_pid()
    os.kill(first, signal.SIGKILL)
    def again():
        p = [p for p, c in w.pids().items() if c == "flue-machine" and p != first]
        return p and "Running" in w.flue("ls").out
    wait_for(again, 20, "the driver to run again")
    w.flue("stop", "n0", expect=0)

main()
