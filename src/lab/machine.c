/*
 * RAM layout, starting and ending of the machine process.
 *
 * The child is exec'd with exactly the descriptors of bus/abi.h, an empty environment, no way to outlive us (PDEATHSIG), its stderr on a
 * pipe of ours. Between fork and exec only async-signal-safe calls are made: the lab has threads.
 */
#include "lab/machine_internal.h"
#include "base/feature.h"
#include "net/conns.h"
#include "net/net.h"
#include "trace/ring.h"
#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/close_range.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define TRACE_CONTROL_BYTES (512u << 10) /* about 3,500 calls over the boundary */
#define TRACE_DATA_BYTES    (128u << 10)
#define CONN_SLOTS          CONNS_MAX
#define CONN_BUFFERS        512u       /* of 64 KiB: what is on its way out of all offloaded connections; touched as they are used */
#define PUBLISH_BYTES       (8u << 10) /* FLUE_NICS slots of struct ndis_publish_slot */
#define HELLO_TIMEOUT_MS    10000
#define FD_PARK             (MACHINE_FD_GUEST + 32) /* where descriptors wait between fork and exec */

const char *machine_program(char *out, size_t max, struct err *e)
{
	static const char *const beside[] = {"flue-machine", "../libexec/flue/flue-machine", "../lib/flue/flue-machine"};
	const char *given = getenv("FLUE_MACHINE"), *slash;
	char self[PATH_MAX];
	ssize_t n;

	if (given && *given) {
		snprintf(out, max, "%s", given);
		if (!access(out, X_OK))
			return out;
		err_set(e, ENOENT, "FLUE_MACHINE=%s: %s", given, strerror(errno));
		return NULL;
	}
	n = readlink("/proc/self/exe", self, sizeof(self) - 1);
	if (n > 0) {
		self[n] = 0;
		slash = strrchr(self, '/');
		for (size_t i = 0; i < ARRAY_LEN(beside); i++) {
			snprintf(out, max, "%.*s/%s", (int)(slash - self), self, beside[i]);
			if (!access(out, X_OK))
				return out;
		}
	}
	for (const char *p = getenv("PATH"); p && *p;
	     p += strcspn(p, ":"), p += *p == ':') { /* a test program that uses libflue lies elsewhere */
		snprintf(out, max, "%.*s/flue-machine", (int)strcspn(p, ":"), p);
		if (!access(out, X_OK))
			return out;
	}
	err_set(e, ENOENT, "flue-machine is not beside flue (%.*s): install both, or set FLUE_MACHINE", n > 0 ? (int)n : 1,
	        n > 0 ? self : "?");
	return NULL;
}

/* ---- RAM */
static uint64_t page_up(uint64_t v)
{
	return ALIGN_UP_TO(v, (uint64_t)RAM_PAGE);
}
static int lay_out(struct machine *m, const struct machine_config *c, struct err *e)
{
	struct ram_header h = {.magic = RAM_MAGIC,
	                       .header_size = sizeof(h),
	                       .cpus = c->cpus ? c->cpus : 4,
	                       .flags = c->flags,
	                       .seed = c->seed,
	                       .ndis_version = c->ndis_version ? c->ndis_version : 0x00060054,
	                       .nics = c->nic ? 1 : 0};
	uint64_t at = page_up(sizeof(h));

	for (unsigned f = 0; f < FEATURE_COUNT; f++)
		h.features_off |= (uint32_t)base_feature_off(f) << f;
	if (base_feature_off(FEATURE_SEALS))
		return err_set(e, ENOTSUP, "RAM is not shared with a driver's machine that could shrink it: take seals out of FLUE_NO");
	memcpy(h.build_id, base_build_id(), sizeof(h.build_id));
	h.trace_ctl = at;
	h.trace_ctl_size = page_up(TRACE_CONTROL_BYTES + sizeof(struct trace_ring));
	at += h.trace_ctl_size;
	h.trace_data = at;
	h.trace_data_size = page_up(TRACE_DATA_BYTES + sizeof(struct trace_ring));
	at += h.trace_data_size;
	if (c->nic) {
		h.bus[0] = at;
		at += page_up(nic_layout_bytes(c->nic));
	}
	h.publish = at;
	h.publish_size = PUBLISH_BYTES;
	at += h.publish_size + RAM_PAGE; /* the page behind is the lab's word to the same readers: 1 = it is over */
	h.crash = at;
	h.crash_size = page_up(sizeof(struct crash_record));
	at += h.crash_size;
	/* From here on a NIC may DMA: frames and streams go down where they lie. */
	if (c->net) {
		h.port[0] = at;
		at += PORT_BYTES;
	}
	if (c->conns) {
		h.conn[0] = at;
		at += page_up(conn_bytes(CONN_SLOTS, CONN_BUFFERS));
	}
	h.image = at;
	h.image_size = c->image_size;
	at += page_up(c->image_size);
	h.pool_start = ALIGN_UP_TO(at, (uint64_t)65536);
	/* the driver is mapped a second time (relocated); leave it and its pool room */
	m->ram_size = c->ram ? c->ram : c->net ? MACHINE_RAM_NETDEV : MACHINE_RAM_DEFAULT;
	if (m->ram_size < h.pool_start + 2 * page_up(c->image_size) + (8u << 20)) {
		if (c->ram)
			return err_set(e, EINVAL, "--ram %lluM is too little for this driver: it needs at least %lluM",
			               (unsigned long long)(c->ram >> 20),
			               (unsigned long long)((h.pool_start + 2 * page_up(c->image_size) + (9u << 20)) >> 20));
		m->ram_size = page_up(h.pool_start + 4 * c->image_size + (32u << 20));
	}
	h.ram_size = m->ram_size;
	m->ram_fd = memfd_create("flue-ram", MFD_CLOEXEC | MFD_ALLOW_SEALING);
	if (m->ram_fd < 0)
		return err_set(e, errno, "no memory file for RAM: %s", strerror(errno));
	if (ftruncate(m->ram_fd, (off_t)m->ram_size))
		return err_set(e, errno, "RAM of %llu MiB: %s; try a smaller --ram", (unsigned long long)(m->ram_size >> 20),
		               strerror(errno));
	if (fcntl(m->ram_fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL))
		return err_set(e, errno, "RAM can't be sealed: %s", strerror(errno));
	m->ram = mmap(NULL, m->ram_size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_NORESERVE, m->ram_fd, 0);
	if (m->ram == MAP_FAILED) {
		m->ram = NULL;
		return err_set(e, errno, "RAM of %llu MiB can't be mapped: %s", (unsigned long long)(m->ram_size >> 20), strerror(errno));
	}
	m->layout = h;
	memcpy(m->ram + h.image, c->image, c->image_size);
	trace_ring_format(m->ram + h.trace_ctl, h.trace_ctl_size);
	trace_ring_format(m->ram + h.trace_data, h.trace_data_size);
	trace_ring_set_blocking((struct trace_ring *)(void *)(m->ram + h.trace_data), false);
	memcpy(m->ram, &h, sizeof(h));
	return 0;
}
static int plug_in(struct machine *m, const struct machine_config *c, struct err *e)
{
	struct nic_attach a;

	if (!c->nic)
		return 0;
	m->vectors = nic_vectors(c->nic);
	m->kick_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	for (unsigned i = 0; i < m->vectors && i < BUS_VECTORS; i++) {
		m->irq_fd[i] = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
		if (m->irq_fd[i] < 0)
			return err_set(e, errno, "no descriptor for interrupt %u: %s", i, strerror(errno));
	}
	if (m->kick_fd < 0)
		return err_set(e, errno, "no descriptor for the bus: %s", strerror(errno));
	memset(&a, 0, sizeof(a));
	a.ram = m->ram;
	a.ram_size = m->ram_size;
	a.index = 0;
	a.bus_offset = m->layout.bus[0];
	a.kick_fd = m->kick_fd;
	a.irq_fd = m->irq_fd;
	a.serial = c->flags & RAM_SERIAL;
	a.finding = NULL;
	if (nic_attach(c->nic, &a, e))
		return e ? e->code : -EIO;
	m->nic = c->nic;
	return 0;
}

/* The other seam: Linux's side of the NIC. Its thread runs from now on. */
static int join_net(struct machine *m, const struct machine_config *c, struct err *e)
{
	struct port_lab port;
	int r;

	if (!c->net)
		return 0;
	m->port_kick_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	m->port_wake_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	if (m->port_kick_fd < 0 || m->port_wake_fd < 0)
		return err_set(e, errno, "no descriptor for the port: %s", strerror(errno));
	port_lab_init(&port, m->ram, m->ram_size, m->layout.port[0], PORT_QUEUES, m->port_kick_fd, m->port_wake_fd);
	port.shared->split = c->split;
	r = net_attach(c->net, &port, e);
	if (!r)
		m->net = c->net;
	return r;
}
/* And the connections that may go down the driver's chimney. */
static int join_conns(struct machine *m, const struct machine_config *c, struct err *e)
{
	struct conn_lab lab;
	int r;

	if (!c->conns)
		return 0;
	m->conn_kick_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	m->conn_wake_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	if (m->conn_kick_fd < 0 || m->conn_wake_fd < 0)
		return err_set(e, errno, "no descriptor for connections: %s", strerror(errno));
	r = conn_lab_init(&lab, m->ram, m->ram_size, m->layout.conn[0], CONN_SLOTS, CONN_BUFFERS, m->conn_kick_fd, m->conn_wake_fd);
	if (r)
		return err_set(e, -r, "connections: %s", strerror(-r));
	r = conns_attach(c->conns, &lab, e);
	if (!r)
		m->conns = c->conns;
	return r;
}

/* ---- the process */
struct placed {
	int from, to;
};
/* Everything above `last`, between fork and exec. Without close_range (Linux 5.9) /proc says what is open; without that, every number is
 * tried. */
static void close_above(int last, bool range)
{
	struct {
		uint64_t inode;
		int64_t next;
		uint16_t size;
		uint8_t type;
		char name[];
	} const *d;
	_Alignas(8) char list[2048];
	struct rlimit most = {1024, 1024};
	int dir;

	if (range && !syscall(SYS_close_range, (unsigned)last + 1, ~0u, 0))
		return;
	dir = open("/proc/self/fd", O_RDONLY | O_DIRECTORY);
	if (dir < 0) {
		getrlimit(RLIMIT_NOFILE, &most);
		for (rlim_t fd = (rlim_t)last + 1; fd < most.rlim_cur && fd < 1u << 20; fd++)
			close((int)fd);
		return;
	}
	for (bool closed = true; closed;) { /* closing moves the directory's entries: from the start until there is nothing to close */
		closed = false;
		lseek(dir, 0, SEEK_SET);
		for (long n; (n = syscall(SYS_getdents64, dir, list, sizeof(list))) > 0;)
			for (long at = 0; at < n; at += d->size) {
				int fd = 0;

				d = (const void *)(list + at);
				for (const char *c = d->name; *c >= '0' && *c <= '9'; c++)
					fd = fd * 10 + *c - '0';
				if (fd > last && fd != dir)
					closed |= !close(fd);
			}
	}
	close(dir);
}
static void child(const struct placed *fds, unsigned count, const char *program, int error_fd, int life_fd, bool range, pid_t parent)
        __attribute__((noreturn));
static void child(const struct placed *fds, unsigned count, const char *program, int error_fd, int life_fd, bool range, pid_t parent)
{
	char *argv[] = {(char *)"flue-machine", NULL}, *envp[] = {NULL, NULL};
	struct rlimit files = {FD_PARK * 2 + 64, FD_PARK * 2 + 64}, now;
	sigset_t none;
	int parked[FLUE_NICS * BUS_VECTORS + 16], report, life, last = 2, nul;

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	for (int s = 1; s < 32; s++)
		signal(s, SIG_DFL);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(3);
	if (!getrlimit(RLIMIT_NOFILE, &now) && now.rlim_cur < files.rlim_cur) {
		now.rlim_cur = files.rlim_cur < now.rlim_max ? files.rlim_cur : now.rlim_max;
		setrlimit(RLIMIT_NOFILE, &now);
	}
	setpgid(0, 0); /* ^C at the terminal is the lab's to handle */
	report = fcntl(error_fd, F_DUPFD, FD_PARK);
	life = life_fd < 0 ? -1 : fcntl(life_fd, F_DUPFD, FD_PARK);
	for (unsigned i = 0; i < count; i++) {
		parked[i] = fcntl(fds[i].from, F_DUPFD, FD_PARK);
		if (parked[i] < 0)
			goto failed;
	}
	nul = open("/dev/null", O_RDWR);
	if (nul < 0 || dup2(nul, 0) < 0 || dup2(life < 0 ? nul : life, 1) < 0 || dup2(report, 2) < 0)
		goto failed;
	for (unsigned i = 0; i < count; i++) { /* sorted by target: everything between two targets is closed */
		for (int fd = last + 1; fd < fds[i].to; fd++)
			close(fd);
		if (dup2(parked[i], fds[i].to) < 0)
			goto failed;
		last = fds[i].to;
	}
	close_above(last, range);
	if (BASE_SANITIZED)
		envp[0] = (char *)"ASAN_OPTIONS=detect_leaks=0:handle_segv=0:handle_sigbus=0:handle_sigill=0:handle_sigfpe=0:handle_"
		                  "sigtrap=0:use_sigaltstack=0:allow_user_segv_handler=1";
	execve(program, argv, envp);
failed:
	if (write(2, "can't be started: ", 18) < 0)
		_exit(3);
	const char *why = strerrordesc_np(errno);

	if (why && write(2, why, strlen(why)) < 0)
		_exit(3);
	_exit(3);
}
static void shut(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}
static void make_room(const int pair[2])
{
	int want = (int)(sizeof(struct machine_msg) + MACHINE_MSG_MAX) * 2;

	for (int side = 0; side < 2; side++)
		setsockopt(pair[side], SOL_SOCKET, SO_SNDBUF, &want, sizeof(want));
}
/* What can't be made is not there: clients then ask through the control socket. */
static void guests_make(struct machine *m, int theirs[MACHINE_GUESTS])
{
	for (int i = 0; i < MACHINE_GUESTS; i++) {
		int pair[2] = {-1, -1};

		if (!(m->config.flags & RAM_SERIAL) && !socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair))
			make_room(pair);
		m->guest_fd[i] = pair[0];
		theirs[i] = pair[1];
	}
}
static int start(struct machine *m, struct err *e)
{
	struct placed fds[FLUE_NICS * BUS_VECTORS + 16];
	char program[PATH_MAX + 64];
	unsigned count = 0;
	int pair[2], errors[2], theirs[MACHINE_GUESTS];
	int life[2] = {-1, -1};
	pid_t parent = getpid(), pid;
	bool range = base_feature(FEATURE_CLOSE_RANGE);

	if (!machine_program(program, sizeof(program), e))
		return -ENOENT;
	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair))
		return err_set(e, errno, "no socket for the machine: %s", strerror(errno));
	m->socket = pair[0];
	if (pipe2(errors, O_CLOEXEC | O_NONBLOCK)) {
		close(pair[1]);
		return err_set(e, errno, "no pipe for the machine: %s", strerror(errno));
	}
	m->stderr_fd = errors[0];
	m->trace_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	make_room(pair);
	fcntl(m->socket, F_SETFL, O_NONBLOCK);
	fds[count++] = (struct placed){pair[1], MACHINE_FD_CONTROL};
	fds[count++] = (struct placed){m->ram_fd, MACHINE_FD_RAM};
	if (m->nic) {
		fds[count++] = (struct placed){m->kick_fd, MACHINE_FD_BUS_KICK};
		for (unsigned i = 0; i < m->vectors; i++)
			fds[count++] = (struct placed){m->irq_fd[i], MACHINE_FD_IRQ0 + (int)i};
	}
	fds[count++] = (struct placed){m->trace_fd, MACHINE_FD_TRACE};
	if (m->net) {
		fds[count++] = (struct placed){m->port_kick_fd, MACHINE_FD_PORT};
		fds[count++] = (struct placed){m->port_wake_fd, MACHINE_FD_PORT_LAB};
	}
	if (m->conns) {
		fds[count++] = (struct placed){m->conn_kick_fd, MACHINE_FD_CONN};
		fds[count++] = (struct placed){m->conn_wake_fd, MACHINE_FD_CONN_LAB};
	}
	guests_make(m, theirs);
	for (int i = 0; i < MACHINE_GUESTS; i++)
		if (theirs[i] >= 0)
			fds[count++] = (struct placed){theirs[i], MACHINE_FD_GUEST + i};
	/* Without a descriptor for the process (Linux 5.3) a pipe whose other end only the machine has, as its standard output, hangs up at
	 * its end. */
	if (!base_feature(FEATURE_PIDFD) && pipe2(life, O_CLOEXEC | O_NONBLOCK)) {
		close(pair[1]);
		close(errors[1]);
		return err_set(e, errno, "no pipe for the machine: %s", strerror(errno));
	}
	pid = fork();
	if (pid == 0)
		child(fds, count, program, errors[1], life[1], range, parent);
	if (life[1] >= 0)
		close(life[1]);
	m->pid_fd = life[0];
	for (int i = 0; i < MACHINE_GUESTS; i++)
		shut(&theirs[i]);
	close(pair[1]);
	close(errors[1]);
	if (pid < 0)
		return err_set(e, errno, "the machine can't be started: %s", strerror(errno));
	m->pid = pid;
	if (m->pid_fd < 0)
		m->pid_fd = (int)syscall(SYS_pidfd_open, pid, 0);
	if (m->pid_fd < 0)
		return err_set(e, errno, "pidfd_open: %s; FLUE_NO=pidfd does without", strerror(errno));
	fcntl(m->pid_fd, F_SETFD, FD_CLOEXEC);
	return 0;
}
static int await_hello(struct machine *m, struct err *e)
{
	uint64_t limit = clock_mono_ns() + HELLO_TIMEOUT_MS * 1000000ull;
	int status;

	while (!m->hello_seen) {
		struct pollfd p[3] = {{m->socket, POLLIN, 0}, {m->pid_fd, POLLIN, 0}, {m->stderr_fd, POLLIN, 0}};
		int64_t left = (int64_t)(limit - clock_mono_ns()) / 1000000;

		if (left <= 0)
			return err_set(e, ETIMEDOUT, "the machine did not come up within %d s", HELLO_TIMEOUT_MS / 1000);
		if (poll(p, 3, (int)left) < 0 && errno != EINTR)
			return err_set(e, errno, "poll: %s", strerror(errno));
		machine_read_stderr(m);
		machine_pump(m);
		if (!m->hello_seen && machine_over(m, &status)) {
			machine_read_stderr(m);
			if (*m->said)
				return err_set(e, EIO, "the machine did not come up: %s", m->said);
			return err_set(e, EIO, "the machine did not come up: %s %d",
			               WIFSIGNALED(status) ? "killed by signal" : "exit status",
			               WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
		}
	}
	if (m->hello.proto != MACHINE_PROTO || memcmp(m->hello.build_id, base_build_id(), sizeof(m->hello.build_id)))
		return err_set(e, EPROTO, "flue and flue-machine are not of the same build: install both together");
	return 0;
}
int machine_create(const struct machine_config *c, struct machine **out, struct err *e)
{
	struct machine *m = calloc(1, sizeof(*m));
	int r;

	*out = NULL;
	if (!m)
		return err_set(e, ENOMEM, "out of memory");
	m->config = *c;
	m->ram_fd = m->socket = m->pid_fd = m->stderr_fd = m->trace_fd = m->kick_fd = m->publish_fd = m->port_kick_fd = m->port_wake_fd =
	        m->conn_kick_fd = m->conn_wake_fd = -1;
	for (unsigned i = 0; i < BUS_VECTORS; i++)
		m->irq_fd[i] = -1;
	for (unsigned i = 0; i < MACHINE_GUESTS; i++)
		m->guest_fd[i] = -1;
	list_init(&m->pending);
	r = lay_out(m, c, e);
	if (!r)
		r = plug_in(m, c, e);
	if (!r)
		r = join_net(m, c, e);
	if (!r)
		r = join_conns(m, c, e);
	if (!r)
		r = start(m, e);
	if (!r)
		r = await_hello(m, e);
	if (r) {
		machine_destroy(m);
		return r;
	}
	*out = m;
	return 0;
}
void machine_kill(struct machine *m)
{
	if (m->pid > 0 && !m->reaped)
		kill(m->pid, SIGKILL);
}
bool machine_over(struct machine *m, int *wait_status)
{
	if (!m->reaped && m->pid > 0) {
		pid_t r = waitpid(m->pid, &m->wait_status, WNOHANG);

		if (r == m->pid) {
			m->reaped = true;
			machine_read_stderr(m);
		}
	}
	if (wait_status)
		*wait_status = m->wait_status;
	return m->reaped;
}
void machine_destroy(struct machine *m)
{
	if (!m)
		return;
	shut(&m->socket); /* it leaves by itself when the socket is gone; a driver may keep it from that */
	if (m->pid > 0 && !m->reaped) {
		struct pollfd p = {m->pid_fd, POLLIN, 0};

		if (m->pid_fd < 0 || poll(&p, 1, 200) != 1)
			kill(m->pid, SIGKILL);
		while (waitpid(m->pid, &m->wait_status, 0) < 0 && errno == EINTR)
			;
		m->reaped = true;
	}
	machine_fail_pending(m, EPIPE, "the machine has ended");
	if (m->ram) /* readers of the published page (libflue) see that it is history */
		*(volatile uint64_t *)(void *)(m->ram + m->layout.publish + m->layout.publish_size) = 1;
	if (m->conns)
		conns_detach(m->conns);
	if (m->net)
		net_detach(m->net);
	if (m->nic)
		nic_detach(m->nic);
	for (unsigned i = 0; i < BUS_VECTORS; i++)
		shut(&m->irq_fd[i]);
	for (unsigned i = 0; i < MACHINE_GUESTS; i++)
		shut(&m->guest_fd[i]);
	shut(&m->kick_fd);
	shut(&m->port_kick_fd);
	shut(&m->port_wake_fd);
	shut(&m->conn_kick_fd);
	shut(&m->conn_wake_fd);
	shut(&m->pid_fd);
	shut(&m->stderr_fd);
	shut(&m->trace_fd);
	shut(&m->publish_fd);
	if (m->ram)
		munmap(m->ram, m->ram_size);
	shut(&m->ram_fd);
	free(m);
}
int machine_fd(const struct machine *m)
{
	return m->socket;
}
int machine_pid_fd(const struct machine *m)
{
	return m->pid_fd;
}
int machine_stderr_fd(const struct machine *m)
{
	return m->stderr_fd;
}
int machine_trace_fd(const struct machine *m)
{
	return m->trace_fd;
}
pid_t machine_pid(const struct machine *m)
{
	return m->pid;
}
uint32_t machine_sandbox(const struct machine *m)
{
	return m->hello.sandbox;
}

/* ---- guest channels */
int machine_guest_take(struct machine *m, const void *holder)
{
	bool any = false;
	char byte;

	for (int i = 0; i < MACHINE_GUESTS; i++)
		if (m->guest_fd[i] >= 0 && m->guest_holder[i] == holder)
			return i;
	for (int i = 0; i < MACHINE_GUESTS; i++) {
		any |= m->guest_fd[i] >= 0;
		if (m->guest_fd[i] < 0 || m->guest_holder[i])
			continue;
		while (recv(m->guest_fd[i], &byte, 1, MSG_DONTWAIT) > 0) /* answers that a client left behind */
			;
		m->guest_holder[i] = holder;
		return i;
	}
	return any ? -EBUSY : -EOPNOTSUPP;
}
int machine_guest_fd(const struct machine *m, int index)
{
	return m->guest_fd[index];
}
void machine_guest_drop(struct machine *m, int index)
{
	shut(&m->guest_fd[index]);
	m->guest_holder[index] = NULL;
}
void machine_guest_return(struct machine *m, const void *holder)
{
	for (int i = 0; i < MACHINE_GUESTS; i++)
		if (m->guest_holder[i] == holder)
			m->guest_holder[i] = NULL;
}
