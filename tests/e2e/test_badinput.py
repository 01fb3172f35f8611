"""Files that are no driver, commands that make no sense: one clear line, exit status 2 or 3, nothing left."""
import os, struct
from harness import *

def patched(w, name, edit):
    data = bytearray(open(w.driver("toe"), "rb").read())
    pe = struct.unpack_from("<I", data, 0x3c)[0]
    data = edit(data, pe) or data
    path = os.path.join(w.work, name)
    open(path, "wb").write(data)
    return path

def refuses(w, path, pattern, *extra):
    r = w.flue("run", path, "--nic", "toe", *extra)
    need(r.code == 3, f"exit {r.code}, expected 3\n{r}")
    lines = [l for l in r.err.splitlines() if l.strip()]
    need(len(lines) == 1, f"one line was promised:\n{r.err}")
    match(pattern, r.err)

def put(fmt, where, value):
    def edit(data, pe):
        struct.pack_into(fmt, data, pe + where, value)
    return edit

@test
def not_there(w):
    refuses(w, "nowhere.sys", r"nowhere\.sys.*(No such file|not found|there)")

@test
def empty(w):
    refuses(w, patched(w, "empty.sys", lambda d, pe: bytearray(1)[:0] or b"\0"), r"empty\.sys")

@test
def text(w):
    refuses(w, patched(w, "text.sys", lambda d, pe: b"hello, world\n" * 100), r"not a (Windows|PE)|no PE|MZ")

@test
def truncated(w):
    refuses(w, patched(w, "cut.sys", lambda d, pe: d[:len(d) // 2]), r"(?i)truncated|ends|beyond")

@test
def x86(w):
    refuses(w, patched(w, "x86.sys", put("<H", 4, 0x14c)), r"(?i)x86|32-bit")

@test
def arm64(w):
    refuses(w, patched(w, "arm64.sys", put("<H", 4, 0xaa64)), r"(?i)arm64")

@test
def dot_net(w):
    def edit(d, pe):
        struct.pack_into("<II", d, pe + 24 + 112 + 14 * 8, 0x1000, 72)
    refuses(w, patched(w, "net.sys", edit), r"\.NET")

@test
def every_truncation_is_refused_in_one_line(w):
    size = os.path.getsize(w.driver("toe"))
    for n in sorted({1, 2, 63, 64, 65, 128, 200, 256, 400, 512, 1024, size // 4, size // 2, size * 3 // 4}):
        r = w.flue("imports", patched(w, "cut.sys", lambda d, pe: d[:n]))
        need(r.code == 3 and len(r.err.strip().splitlines()) == 1, f"{n} bytes: {r}")

@test
def no_model_for_the_hardware(w):
    inf = os.path.join(w.work, "odd.inf")
    open(inf, "w").write(open(w.driver("toe")[:-4] + ".inf", encoding="utf-8", errors="replace").read().replace("VEN_F1E0&DEV_7031", "VEN_ABCD&DEV_1234").replace(
        "ven_f1e0&dev_7031", "VEN_ABCD&DEV_1234"))
    r = w.flue("run", w.driver("toe"), "--inf", inf)
    need(r.code == 3, f"{r}")
    match(r"VEN_ABCD&DEV_1234", r.err)
    match(r"toe", r.err)
    match(r"--nic stub,id=abcd:1234", r.err)

@test
def bad_inf(w):
    for text in ("", "[Version\n", "[Version]\nSignature=\"$Chicago$\"\n[Manufacturer]\n%x%=y\n", "\xff\xfe[\0", "[Version]\nClass=Display\n"):
        inf = os.path.join(w.work, "bad.inf")
        open(inf, "wb").write(text.encode("latin-1"))
        r = w.flue("run", w.driver("toe"), "--inf", inf, "--nic", "toe")
        need(r.code == 3, f"{text!r}: {r}")
        match(r"bad\.inf", r.err)

@test
def wrong_usage(w):
    for args in (["frobnicate"], ["run"], ["offloads"], ["run", w.driver("toe"), "--nic", "nosuch"], ["run", w.driver("toe"), "--nic", "toe,capacity=potato"],
                 ["run", w.driver("toe"), "--cpus", "999"], ["run", w.driver("toe"), "--ndis", "5.1"], ["run", w.driver("toe"), "--no-such-option"],
                 ["run", w.driver("toe"), "--ram", "1K"]):
        r = w.flue(*args)
        need(r.code == 2, f"{args}: {r}")
        need(r.err.strip(), f"{args}: silent")
    r = w.flue("show", "nobody0")
    need(r.code == 3 and "nobody0" in r.err, f"{r}")

@test
def help_needs_no_other_page(w):
    r = w.flue("--help", expect=0)
    for c in ("run", "offloads", "keywords", "oid", "watch", "log", "nic", "restart", "reset", "remove", "stop", "imports", "doctor"):
        match(r"^\s+flue %s\b" % c, r.out)
        need(w.flue(c, "--help").code == 0, c)

main()
