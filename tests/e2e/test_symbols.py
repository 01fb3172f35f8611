"""Names in crash reports: only from the PDB that belongs to the image; what does not belong, or is none, is said in one line and names nothing."""
import glob, os, re, shutil, struct
from harness import *

NAME = "faulty_null_read"

def crash(w, *extra, env=None):
    """Runs the driver to its crash; returns (error line, report)."""
    for old in glob.glob(os.path.join(w.work, "crash", "*")):
        os.remove(old)
    r = w.flue("run", os.path.join(w.work, NAME + ".sys"), "--on-crash", "stop", *extra, env=env, expect=3)
    need(not glob.glob("/tmp/flue-symbols.*/" + NAME + ".sys"), "links to the symbols are left in /tmp")
    return r.err, open(glob.glob(os.path.join(w.work, "crash", "*.txt"))[0]).read()

def copy(w, pdb=True):
    shutil.copy(w.driver(NAME), w.work)
    if pdb:
        shutil.copy(w.driver(NAME)[:-4] + ".pdb", w.work)
    return os.path.join(w.work, NAME + ".pdb")

def has_names(text):
    return re.search(r"[A-Za-z_]\w+ \[\w+\.[ch]:\d+\]", text)

def unnamed(w, reason, *extra, env=None):
    err, report = crash(w, *extra, env=env)
    line = match(r"^symbols +(.*)$", report, "crash report").group(1)
    match(reason, line, "the symbols line")
    need(not has_names(report), f"names from a PDB that does not belong:\n{report}")
    match(NAME + r"(\.sys)?\+0x[0-9a-f]+", report, "module and RVA all the same")

def stream_offset(b, stream):
    """Byte offset of a stream's first block in an MSF file (LLVM's documentation of the format)."""
    block, = struct.unpack_from("<I", b, 32)
    directory_bytes, _, map_block = struct.unpack_from("<III", b, 44)
    words = b"".join(b[n * block:(n + 1) * block] for n in struct.unpack_from(f"<{(directory_bytes + block - 1) // block}I", b, map_block * block))
    count, = struct.unpack_from("<I", words, 0)
    sizes = struct.unpack_from(f"<{count}I", words, 4)
    at = 1 + count + sum((s + block - 1) // block for s in sizes[:stream] if s != 0xffffffff)
    return struct.unpack_from("<I", words, at * 4)[0] * block

@test
def matching_pdb_beside_the_driver_gives_function_and_line(w):
    copy(w)
    err, report = crash(w)
    need(not re.search(r"^symbols ", report, re.M), report)
    where = match(r"^where +(.*)$", report).group(1)
    match(r"\w+ \[\w+\.[ch]:\d+\]", where, "where")
    match(r"^    #0 .*\w+ \[\w+\.[ch]:\d+\]", report, "the first frame")
    name, line = re.search(r"\[(\w+\.[ch]):(\d+)\]", where).groups() # the line is one of the source's that this driver is made of
    sources = glob.glob(os.path.join(os.path.dirname(__file__), "../../drivers/**/" + name), recursive=True)
    need(sources and int(line) <= max(len(open(s).readlines()) for s in sources), f"{name}:{line} is no line of the driver")

@test
def pdb_from_a_directory_of_its_own(w):
    copy(w, pdb=False)
    symbols = os.path.join(w.dir, "symbols")
    os.mkdir(symbols)
    shutil.copy(w.driver(NAME)[:-4] + ".pdb", symbols)
    need(has_names(crash(w, "--symbols", symbols)[1]), "no names")

@test
def no_pdb(w):
    copy(w, pdb=False)
    unnamed(w, rf"no names: {NAME}\.pdb is not in .*--symbols")
    unnamed(w, rf"no names: {NAME}\.pdb is not in /nonexistent", "--symbols", "/nonexistent")

@test
def pdb_of_another_build(w):
    pdb = copy(w)
    good = open(pdb, "rb").read()
    shutil.copy(w.driver("faulty_divide")[:-4] + ".pdb", pdb) # another driver's
    unnamed(w, r"belongs to another build \(GUID differs, age: the image wants \d+, it has \d+\)")
    info = stream_offset(good, 1)
    one = bytearray(good) # one bit of the GUID
    one[info + 12] ^= 1
    open(pdb, "wb").write(one)
    unnamed(w, r"belongs to another build \(GUID differs")
    dbi = stream_offset(good, 3)
    one = bytearray(good) # the age
    for at in (info + 8, dbi + 8):
        struct.pack_into("<I", one, at, struct.unpack_from("<I", one, at)[0] + 7)
    open(pdb, "wb").write(one)
    unnamed(w, r"belongs to another build \(GUID agrees, age: the image wants \d+, it has \d+\)")
    open(pdb, "wb").write(good)
    need(has_names(crash(w)[1]), "the right one is not taken any more")

@test
def what_is_no_pdb(w):
    pdb = copy(w)
    good = open(pdb, "rb").read()
    for bad in (b"", b"not a PDB\n", good[:32], good[:100], good[:4096], b"\0" * 65536, good[:56] + b"\xff" * 8192,
                good[:44] + b"\xff" * 12 + good[56:], good[:32] + b"\x00\x00\x00\x00" + good[36:]):
        open(pdb, "wb").write(bad)
        unnamed(w, r"no names: .*\.pdb (is no PDB|belongs to another build)")
    os.remove(pdb)
    os.mkdir(pdb)
    unnamed(w, r"no names: .*\.pdb (is no PDB|is not in)")

@test
def no_symbolizer(w):
    copy(w)
    unnamed(w, r"no names: llvm-symbolizer is not installed \(apt install llvm\)", env={"PATH": "/nonexistent"})

main()
