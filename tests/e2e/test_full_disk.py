"""The state directory on a disk that is full: a keyword that can't be kept is not set; one line, exit 3, the old value before and after a restart."""
import os, subprocess
from harness import *

def in_small_disk(w, script):
    """Runs a shell script in a user and mount namespace with a tmpfs of 64 KiB on $S."""
    state = os.path.join(w.dir, "small")
    os.makedirs(state, exist_ok=True)
    p = subprocess.run(["unshare", "-Urm", "true"], capture_output=True)
    if p.returncode:
        raise Skip("no user and mount namespaces here: " + p.stderr.decode().strip())
    text = f"mount -t tmpfs -o size=64k tmpfs '{state}' || exit 77\nS='{state}'; export FLUE_STATE=$S; F='{FLUE}'\n" + script
    p = subprocess.run(["unshare", "-Urm", "bash", "-c", text], cwd=w.work, env=w.env, stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
    need(p.returncode != 77, "no tmpfs in the namespace: " + p.stderr.decode())
    return p.returncode, p.stdout.decode(), p.stderr.decode()

def section(out, name):
    return out.split(f"=={name}\n", 1)[1].split("\n==", 1)[0]

LIFE = r'''
run() { "$F" run "$1" --nic toe --name toe0 --detach; }
value() { "$F" keywords toe0 | grep -i "LsoV2IPv4"; }
fill() { dd if=/dev/zero of=$S/ballast bs=1k count=64 2>/dev/null; dd if=/dev/zero of=$S/ballast2 bs=1 count=4096 2>/dev/null; true; }
'''

@test
def a_keyword_that_can_not_be_kept_is_not_set(w):
    code, out, err = in_small_disk(w, LIFE + f'''
run '{w.driver("toe")}' > /dev/null || exit 1
"$F" keywords toe0 '*LsoV2IPv4=0' > /dev/null || exit 2
echo ==first; value; cat $S/toe0.json | md5sum
fill
echo ==set; "$F" keywords toe0 '*LsoV2IPv4=1' 2>&1; echo "exit $?"
echo ==after; value; cat $S/toe0.json | md5sum; ls $S
echo ==live; "$F" offloads toe0 TcpConnectionIPv6=off 2>&1; echo "exit $?"
echo ==offloads; "$F" offloads toe0 2>&1
echo ==restart; "$F" restart toe0 2>&1; echo "exit $?"; value; cat $S/toe0.json | md5sum
echo ==stop; "$F" stop toe0 2>&1; echo "exit $?"
run '{w.driver("toe")}' > /dev/null || exit 3
echo ==again; value
rm $S/ballast*
echo ==room; "$F" keywords toe0 '*LsoV2IPv4=1' > /dev/null 2>&1; echo "exit $?"; value; ls $S
"$F" stop toe0 > /dev/null
''')
    need(code == 0, f"exit {code}\n{out}\n{err}")
    first, after = section(out, "first"), section(out, "after")
    failed = section(out, "set")
    match(r"^flue: .*No space left on device", failed)
    match(r"^exit 3$", failed)
    need(len(failed.strip().splitlines()) == 2, f"not one line:\n{failed}")
    need(first.splitlines()[0] == after.splitlines()[0], f"the keyword's value changed:\n{first}\n{after}")
    need(first.splitlines()[1] == after.splitlines()[1], "the file changed")
    need(".new" not in after, f"half a file is left: {after}")
    live = section(out, "live") # persisted before the set, so no set either
    match(r"^flue: not set, because its keyword can't be kept", live)
    match(r"-- keyword +.*can't be kept.*: not set", live)
    need("PAUSE" not in live and "RP-" not in live, f"the set reached the driver, or is blamed on it:\n{live}")
    match(r"^exit 3$", live)
    match(r"TCP connections over IPv6\s+Yes\s+Yes", section(out, "offloads"))
    restart = section(out, "restart")
    match(r"^exit 0$", restart)
    need(first.splitlines()[0] in restart and first.splitlines()[1] in restart, f"after the restart:\n{restart}\nbefore:\n{first}")
    match(r"^exit 0$", section(out, "stop"))
    need(section(out, "again").strip() == first.splitlines()[0].strip(), "a new run has another value:\n" + out)
    match(r"^exit 0$", section(out, "room"))
    need(section(out, "room").splitlines()[1] != first.splitlines()[0], "with room again it is not set:\n" + out)

@test
def a_disk_full_from_the_start_runs_the_driver_all_the_same(w):
    code, out, err = in_small_disk(w, LIFE + f'''
fill
echo ==run; run '{w.driver("toe")}' 2>&1; echo "exit $?"
echo ==set; "$F" keywords toe0 '*LsoV2IPv4=0' 2>&1; echo "exit $?"
ls $S
"$F" stop toe0 > /dev/null; echo ==stop; echo "exit $?"
''')
    need(code == 0, f"exit {code}\n{out}\n{err}")
    match(r"Running\n(.*\n)*exit 0$", section(out, "run"))
    match(r"^flue: .*No space left on device", section(out, "set"))
    match(r"^exit 3$", section(out, "set"))
    need("toe0.json" not in section(out, "set").replace("toe0.json:", ""), out)
    match(r"^exit 0$", section(out, "stop"))

main()
