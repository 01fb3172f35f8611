"""The control socket and clients that do not play by its rules: whatever they send, they are told in one line, and the lab lives on for the others."""
import json, os, socket, struct, time
from harness import *

HELLO = b'{"proto":"flue","version":1}\n'

class Client:
    def __init__(self, w, name="toe0", hello=True):
        self.s = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.s.settimeout(10)
        self.s.connect(os.path.join(w.run, "flue", name + ".sock"))
        self.buffer = b""
        self.greeting = self.line()
        if hello:
            self.send(HELLO)
    def send(self, data):
        try:
            self.s.sendall(data)
        except (BrokenPipeError, ConnectionResetError):
            pass
    def line(self):
        while b"\n" not in self.buffer:
            try:
                data = self.s.recv(65536)
            except ConnectionResetError:
                data = b""
            if not data:
                return None
            self.buffer += data
        text, self.buffer = self.buffer.split(b"\n", 1)
        return json.loads(text)
    def ask(self, **request):
        self.send(json.dumps(request).encode() + b"\n")
        return self.line()
    def gone(self):
        return self.line() is None
    def close(self):
        self.s.close()

def up(w):
    w.flue("run", w.driver("toe"), "--nic", "toe", "--name", "toe0", "--detach", expect=0)
    return next(p for p, c in w.pids().items() if c == "flue")

def alive(w, lab):
    r = w.flue("offloads", "toe0", expect=0)
    match(r"TCP connections over IPv4\s+Yes\s+Yes", r.out)
    need(lab in w.pids(), "another lab answers")
    match(r"Crashes\s+0", w.flue("show", "toe0", expect=0).out)

def down(w, lab):
    alive(w, lab)
    r = w.flue("stop", "toe0", expect=0)
    need("finding" not in r.out + r.err, f"a client's misbehaviour became a finding of the driver's\n{r}")

def refused(answer, words):
    need(answer is not None and words in answer.get("error", "") and "\n" not in answer["error"], f"expected a refusal with '{words}': {answer}")

@test
def greeting(w):
    lab = up(w)
    c = Client(w, hello=False)
    need(c.greeting["proto"] == "flue" and c.greeting["version"] == 1 and c.greeting["name"] == "toe0" and c.greeting["pid"] == lab, c.greeting)
    for wrong in (b'{"proto":"flue","version":2}\n', b'{"proto":"http","version":1}\n', b'{"version":1}\n', b'{"verb":"show","id":1}\n', b'{"proto":1,"version":"1"}\n'):
        c = Client(w, hello=False)
        c.send(wrong)
        refused(c.line(), '"version":1')
        need(c.gone(), f"still connected after {wrong}")
    down(w, lab)

@test
def what_is_no_request_is_refused_and_the_connection_lives(w):
    lab = up(w)
    c = Client(w)
    for wrong in (b"\n", b"GET / HTTP/1.1\n", b"[]\n", b"17\n", b'"show"\n', b"null\n", b"{\n", b'{"verb":\n', b"\x00\xff\xfe\n", b'{"verb":"show","verb":"stop"}\n',
                  b"[" * 5000 + b"\n"):
        c.send(wrong)
        refused(c.line(), "JSON object")
    for wrong in ({"id": 5}, {"id": 5, "verb": 3}, {"id": 5, "verb": None}, {"id": 5, "verb": ["show"]}):
        answer = c.ask(**wrong)
        refused(answer, "verb")
        need(answer["id"] == 5, answer)
    for verb in ("dance", "", "SHOW", "show ", "x" * 10000, "%n%s%n"):
        answer = c.ask(id=6, verb=verb)
        refused(answer, "verb" if verb == "" else "")
        need(answer["id"] == 6, answer)
    # what it does not know inside a good request is not its business
    answer = c.ask(id=7, verb="show", colour="green", deep={"a": [1, {"b": None}]})
    need(answer["id"] == 7 and answer["ok"]["name"] == "toe0", answer)
    c.close()
    down(w, lab)

@test
def known_verbs_with_wrong_arguments(w):
    lab = up(w)
    c = Client(w)
    wrong = [dict(verb="oid"), dict(verb="oid", type="query"), dict(verb="oid", type="fetch", oid=0x10106), dict(verb="oid", type="query", oid="x"),
             dict(verb="oid", type="query", oid=0x10106, out=-1), dict(verb="oid", type="query", oid=0x10106, out=2**40),
             dict(verb="oid", type="set", oid=0x1010e, **{"in": "xyz"}), dict(verb="oid", type="set", oid=0x1010e, **{"in": "0"}),
             dict(verb="oid", type="set", oid=0x1010e, **{"in": {"a": 1}}), dict(verb="parameters"), dict(verb="parameters", set="x"),
             dict(verb="parameters", set=[1]), dict(verb="parameters", set=["=on"]), dict(verb="keywords", set=[]), dict(verb="keywords", set={"*NoSuch": "1"}),
             dict(verb="keywords", set={"": ""}), dict(verb="nic", set=[1]), dict(verb="nic", set={"capacity": {}}), dict(verb="nic", set={"capacity": "many"}),
             dict(verb="policy", on_pause="dance"), dict(verb="ioctl"), dict(verb="ioctl", device=3, code="x"), dict(verb="log", view=3, tail="x"),
             dict(verb="log", tail=-5)]
    for i, request in enumerate(wrong):
        answer = c.ask(id=i, **request)
        need(answer is not None, f"the lab hung up on {request}")
        need(answer["id"] == i and ("error" in answer or "ok" in answer), f"{request}: {answer}")
        if "error" in answer:
            need(answer["error"] and "\n" not in answer["error"], f"{request}: {answer}")
        elif request["verb"] == "oid":
            need(answer["ok"]["status"] != 0, f"{request} was carried out: {answer}")
    c.close()
    down(w, lab)

@test
def lines_without_end(w):
    lab = up(w)
    c = Client(w)
    c.send(b'{"verb":"show","pad":"' + b"x" * (1 << 20))
    refused(c.line(), "256 KiB")
    need(c.gone(), "still connected")
    c = Client(w, hello=False) # before the greeting too
    c.send(b"x" * (1 << 20))
    refused(c.line(), "256 KiB")
    need(c.gone(), "still connected")
    c = Client(w) # just below the limit is fine
    answer = c.ask(id=1, verb="show", pad="x" * 250000)
    need(answer["ok"]["name"] == "toe0", answer)
    rss = int(open(f"/proc/{lab}/statm").read().split()[1]) * 4096
    need(SANITIZED or rss < 64 << 20, f"the lab has grown to {rss >> 20} MiB")
    down(w, lab)

@test
def half_a_message_then_gone(w):
    lab = up(w)
    for part in (b"", b"{", HELLO[:-1], HELLO + b'{"id":1,"verb":"sh', HELLO + b'{"id":1,"verb":"show"}'):
        for reset in (False, True):
            c = Client(w, hello=False)
            c.send(part)
            if reset:
                c.s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            c.close()
    for verb in ("show", "restart", "reset", "oid"): # asked, and gone before the answer
        c = Client(w)
        c.send(json.dumps(dict(id=1, verb=verb, type="query", oid=0x10106, out=4)).encode() + b"\n")
        c.close()
    wait_for(lambda: "Running" in w.flue("ls").out, 10, "the restart that was asked for")
    down(w, lab)

@test
def a_request_in_single_bytes_and_many_in_one_write(w):
    lab = up(w)
    c = Client(w, hello=False)
    for b in HELLO + b'{"id":1,"verb":"show"}\n':
        c.send(bytes([b]))
    need(c.line()["ok"]["name"] == "toe0", "no answer")
    c.send(b"".join(json.dumps(dict(id=i, verb="oid", type="query", oid=0x10106, out=4)).encode() + b"\n" for i in range(100)))
    ids = [c.line()["id"] for _ in range(100)]
    need(sorted(ids) == list(range(100)), f"answers: {ids}")
    c.close()
    down(w, lab)

@test
def a_hundred_connections(w):
    lab = up(w)
    silent = [Client(w, hello=False) for _ in range(100)] # they say nothing: each gives way to the next
    alive(w, lab)
    for c in silent:
        c.close()
    good, turned = [], 0
    for _ in range(100):
        c = Client(w)
        if "error" in c.greeting:
            refused(c.greeting, "too many clients")
            turned += 1
        else:
            need(c.ask(id=1, verb="show")["ok"]["name"] == "toe0", "no answer")
            good.append(c)
    need(len(good) >= 16 and turned == 100 - len(good), f"{len(good)} served, {turned} turned away")
    r = w.flue("show", "toe0", expect=3) # the command says why
    match(r"^flue: toe0: too many clients", r.err)
    for c in good:
        need(c.ask(id=2, verb="show")["ok"]["name"] == "toe0", "an old client is forgotten")
        c.close()
    wait_for(lambda: w.flue("show", "toe0").code == 0, 5, "room")
    down(w, lab)

@test
def a_client_that_does_not_read_is_dropped_and_nobody_waits_for_it(w):
    lab = up(w)
    c = Client(w)
    request = b'{"id":1,"verb":"show"}\n' * 100
    c.s.settimeout(0.5)
    try:
        for _ in range(200):
            c.s.sendall(request)
    except (socket.timeout, BrokenPipeError, ConnectionResetError):
        pass
    start = time.monotonic()
    alive(w, lab)
    need(time.monotonic() - start < (20 if SANITIZED else 8), "the others waited for one that does not read")
    c.close()
    down(w, lab)

@test
def another_user_is_turned_away(w):
    if os.getuid() != 0:
        raise Skip("needs root to become another user")
    import pwd
    nobody = pwd.getpwnam("nobody").pw_uid
    lab = up(w)
    # The directory (0700) keeps others out; with a descriptor for it in hand (or a lab in a lax directory) the uid is what decides.
    path = os.path.join(w.run, "flue", "toe0.sock")
    need(os.stat(path).st_mode & 0o777 == 0o600 and os.stat(os.path.dirname(path)).st_mode & 0o777 == 0o700, "modes of socket and directory")
    for d in (w.dir, w.run, os.path.dirname(path)):
        os.chmod(d, 0o755)
    os.chmod(path, 0o666)
    r, t = os.pipe()
    pid = os.fork()
    if pid == 0:
        said = b""
        try:
            os.setgroups([])
            os.setgid(nobody)
            os.setuid(nobody)
            s = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            s.settimeout(5)
            s.connect(path)
            try:
                s.sendall(HELLO + b'{"id":1,"verb":"stop"}\n')
            except BrokenPipeError: # turned away before
                pass
            while True:
                data = s.recv(4096)
                if not data:
                    break
                said += data
        except ConnectionResetError:
            pass
        except Exception as e:
            said = repr(e).encode()
        os.write(t, said)
        os._exit(0)
    os.close(t)
    said = b""
    while True:
        data = os.read(r, 4096)
        if not data:
            break
        said += data
    os.waitpid(pid, 0)
    os.close(r)
    need(b"only the user who runs this NIC" in said and b'"ok"' not in said and b'"proto"' not in said, f"another user got {said}")
    for d in (os.path.dirname(path), w.run):
        os.chmod(d, 0o700)
    down(w, lab)

main()
