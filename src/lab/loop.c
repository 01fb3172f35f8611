/*
 * The lab's loop: machine's messages, its end, traces, clients, signals, one poll().
 *
 * Traces: while records flow the lab looks every POLL_MS; after QUIET_POLLS looks in vain it asks to be woken by the next record and sleeps
 * for good, so an idle NIC costs nothing and a busy one at most one wake-up per POLL_MS.
 *
 * lab_call() waits for an answer of the machine by running the loop; `busy` keeps a second state-changing verb from entering meanwhile.
 */
#include "lab/lab_internal.h"
#include "lab/netdev.h"
#include "lab/machine_internal.h"
#include "trace/ring.h"
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#define POLL_MS       25
#define QUIET_POLLS   4
#define RECORD_MAX    8192
#define HARDWARE_RING (64u << 10)
#define BACKOFF_MS    200
#define MAX_RESTARTS  5
#define STABLE_NS     60000000000ull /* a minute up: earlier crashes are forgiven */

static struct trace_sink hardware_sink;
static void *hardware_ring;
static int hardware_wake_fd = -1;

/* ---- traces */
static void wake_loop(void)
{
	uint64_t one = 1;

	trace_ring_reader_sleeps(hardware_sink.control, false);
	if (write(hardware_wake_fd, &one, sizeof(one)) < 0)
		return;
}
int lab_trace_init(struct lab *l, struct err *e)
{
	hardware_ring = calloc(1, HARDWARE_RING + sizeof(struct trace_ring));
	if (!hardware_ring)
		return err_set(e, ENOMEM, "out of memory");
	l->hardware_wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	hardware_wake_fd = l->hardware_wake;
	trace_ring_format(hardware_ring, HARDWARE_RING + sizeof(struct trace_ring));
	memset(&hardware_sink, 0, sizeof(hardware_sink));
	hardware_sink.control = trace_ring_at(hardware_ring, HARDWARE_RING + sizeof(struct trace_ring));
	trace_ring_set_blocking(hardware_sink.control, false);
	hardware_sink.writer = TRACE_HARDWARE;
	hardware_sink.wake = wake_loop;
	trace_sink = &hardware_sink;
	return 0;
}
void lab_trace_exit(struct lab *l)
{
	trace_sink = NULL;
	free(hardware_ring);
	hardware_ring = NULL;
	while (!list_empty(&l->history)) {
		struct history_record *r = base_container_of(l->history.next, struct history_record, link);

		list_del(&r->link);
		free(r);
	}
	if (l->hardware_wake >= 0)
		close(l->hardware_wake);
	l->hardware_wake = hardware_wake_fd = -1;
}
void lab_note_finding(struct lab *l, const char *rule, const char *text)
{
	char line[700];

	snprintf(line, sizeof(line), "%s: %s", rule, text);
	if (l->findings < ARRAY_LEN(l->finding))
		l->finding[l->findings] = strdup(line);
	l->findings++;
}
static void remember(struct lab *l, const struct trace_head *h)
{
	struct history_record *r = malloc(sizeof(*r) - sizeof(r->head) + h->size);

	if (!r)
		return;
	memcpy(&r->head, h, h->size);
	list_add(&l->history, &r->link);
	l->history_bytes += h->size + sizeof(*r);
	while (l->history_bytes > HISTORY_BYTES) {
		struct history_record *old = base_container_of(l->history.next, struct history_record, link);

		l->history_bytes -= old->head.size + sizeof(*old);
		list_del(&old->link);
		free(old);
	}
}
static void take_record(struct lab *l, const struct trace_head *h)
{
	if (h->type == TRACE_FINDING) {
		char name[64], text[560];
		size_t n = h->payload < sizeof(text) - 1 ? h->payload : sizeof(text) - 1;

		trace_head_name(h, name, sizeof(name));
		memcpy(text, trace_payload(h), n);
		text[n] = 0;
		for (char *c = text; *c; c++)
			if ((unsigned char)*c < 0x20)
				*c = ' ';
		lab_note_finding(l, name, text);
	}
	if (h->type == TRACE_STATUS && h->payload >= 4) {
		uint32_t code;

		memcpy(&code, trace_payload(h), 4);
		l->pauses += code == 0x40020001;
		l->resumes += code == 0x40020003;
	}
	if (report_trace_in(h, RV_OFFLOAD))
		l->last_record_ns = clock_mono_ns();
	remember(l, h);
	lab_clients_record(l, h);
}
int lab_drain(struct lab *l)
{
	static _Alignas(8) uint8_t buf[RECORD_MAX];
	int taken = 0;

	for (int i = 0; i < 20000; i++) {
		int n = l->machine ? machine_trace_read(l->machine, buf, sizeof(buf)) : 0;

		if (n == -EBADMSG) {
			lab_note_finding(l, "trace", "the machine wrote a trace record that is none: its memory is not to be trusted");
			taken++;
			continue;
		}
		if (n == 0 && hardware_sink.control)
			n = trace_ring_read(hardware_sink.control, HARDWARE_RING + sizeof(struct trace_ring), buf, sizeof(buf));
		if (n <= 0)
			break;
		take_record(l, (struct trace_head *)(void *)buf);
		taken++;
	}
	if (l->machine) {
		uint64_t dropped = machine_trace_dropped(l->machine);

		if (dropped > l->dropped_seen) {
			char text[96];

			snprintf(text, sizeof(text), "%llu trace records were dropped: the log has a gap",
			         (unsigned long long)(dropped - l->dropped_seen));
			log_line(LOG_WARN, "%s: %s", l->name, text);
			l->dropped_seen = dropped;
		}
	}
	return taken;
}
static void watch_traces(struct lab *l)
{
	if (lab_drain(l)) {
		l->quiet_polls = 0;
		l->hot = true;
		return;
	}
	if (l->hot && ++l->quiet_polls >= QUIET_POLLS) {
		if (l->machine)
			machine_trace_sleep(l->machine, true);
		if (hardware_sink.control)
			trace_ring_reader_sleeps(hardware_sink.control, true);
		l->hot = lab_drain(l) > 0; /* one may have come between the look and the request */
		l->quiet_polls = 0;
	}
}

/* ---- the end of a machine */
void lab_handle_end(struct lab *l, struct lab_error *e)
{
	struct nt_crash *crash = calloc(1, sizeof(*crash));
	uint64_t when = 0;
	int status = 0;

	if (!crash)
		return;
	machine_over(l->machine, &status);
	lab_drain(l);
	memset(e, 0, sizeof(*e));
	if (machine_crash(l->machine, crash, &when)) {
		lab_crash_report(l, crash, when, e);
	} else if (WIFSIGNALED(status)) {
		snprintf(e->klass, sizeof(e->klass), "killed");
		err_set(&e->e, EIO, "%s: its machine was killed by signal %d (%s)", l->driver_file, WTERMSIG(status),
		        sigabbrev_np(WTERMSIG(status)) ? sigabbrev_np(WTERMSIG(status)) : "?");
	} else {
		snprintf(e->klass, sizeof(e->klass), "machine");
		err_set(&e->e, EIO, "%s: its machine ended with exit status %d", l->driver_file, WEXITSTATUS(status));
	}
	free(crash);
	lab_netdev_gone(l);
	machine_fail_pending(l->machine, EIO, e->e.text);
	machine_destroy(l->machine);
	l->machine = NULL;
	l->dropped_seen = 0;
	if (!l->stopping)
		l->crashes++;
	l->up = false;
	l->last_crash = *e;
	lab_adapter_state(l, "Crashed");
}
static void plan_restart(struct lab *l, const struct lab_error *e)
{
	unsigned most = l->o.max_restarts ? l->o.max_restarts : MAX_RESTARTS;

	if (clock_mono_ns() - l->started_ns > STABLE_NS)
		l->restarts = 0;
	if (l->o.on_crash == LAB_STOP || l->restarts >= most) {
		log_line(LOG_ERROR, "%s%s%s%s", e->e.text, *e->report ? "; report: " : "", e->report,
		         l->o.on_crash == LAB_STOP ? "" : "; not started again: it crashed too often");
		l->quit = l->o.on_crash == LAB_STOP;
		l->exit_code = 3;
		return;
	}
	l->restart_at = clock_mono_ns() + ((uint64_t)BACKOFF_MS << l->restarts) * 1000000ull;
	l->restarts++;
	log_line(LOG_ERROR, "%s%s%s; starting it again (%u of %u)", e->e.text, *e->report ? "; report: " : "", e->report, l->restarts,
	         most);
}
static void restart_now(struct lab *l)
{
	struct lab_error e = {0};

	l->restart_at = 0;
	if (l->busy || l->machine)
		return;
	l->busy = true;
	if (lab_bring_up(l, &e)) {
		if (l->machine) {
			machine_destroy(l->machine);
			l->machine = NULL;
		}
		if (l->last_crash.e.code == 0)
			l->last_crash = e;
		plan_restart(l, &e);
	} else {
		l->started_ns = clock_mono_ns();
		log_line(LOG_INFO, "%s: %s again", l->name, l->state);
	}
	l->busy = false;
}

/* ---- one turn */
static int sooner(int a, int b)
{
	return a < 0 ? b : b < 0 ? a : a < b ? a : b;
}
static void take_signals(struct lab *l)
{
	struct signalfd_siginfo info;

	while (read(l->signal_fd, &info, sizeof(info)) == sizeof(info)) {
		l->quit = true;
		l->stopping = true;
	}
}
static void swallow(int fd)
{
	uint64_t v;

	if (read(fd, &v, sizeof(v)) < 0)
		return;
}
void lab_step(struct lab *l, int timeout_ms)
{
	struct pollfd p[10 + LAB_CLIENTS];
	unsigned n = 0, first_client;
	int status;

	if (l->hot)
		timeout_ms = sooner(timeout_ms, POLL_MS);
	if (l->machine)
		timeout_ms = sooner(timeout_ms, machine_next_timeout(l->machine));
	if (l->restart_at && !l->busy) {
		uint64_t now = clock_mono_ns();

		timeout_ms = sooner(timeout_ms, l->restart_at <= now ? 0 : (int)((l->restart_at - now) / 1000000) + 1);
	}
	p[n++] = (struct pollfd){l->machine ? machine_fd(l->machine) : -1, POLLIN, 0};
	p[n++] = (struct pollfd){l->machine ? machine_pid_fd(l->machine) : -1, POLLIN, 0};
	p[n++] = (struct pollfd){l->machine ? machine_stderr_fd(l->machine) : -1, POLLIN, 0};
	p[n++] = (struct pollfd){l->machine ? machine_trace_fd(l->machine) : -1, POLLIN, 0};
	p[n++] = (struct pollfd){l->hardware_wake, POLLIN, 0};
	p[n++] = (struct pollfd){l->signal_fd, POLLIN, 0};
	p[n++] = (struct pollfd){lab_netdev_fd(l), POLLIN, 0};
	p[n++] = (struct pollfd){lab_netdev_end(l), POLLIN, 0};
	first_client = n;
	lab_clients_poll(l, p, &n, ARRAY_LEN(p));
	if (poll(p, n, timeout_ms) < 0 && errno != EINTR)
		return;
	if (l->machine) {
		if (p[0].revents)
			machine_pump(l->machine);
		if (l->machine && p[2].revents & POLLIN)
			machine_read_stderr(l->machine);
		if (l->machine && p[3].revents)
			swallow(p[3].fd);
		if (l->machine)
			machine_expire(l->machine);
	}
	if (p[4].revents)
		swallow(p[4].fd);
	if (p[5].revents)
		take_signals(l);
	if (p[6].revents)
		lab_netdev_changed(l);
	if (p[7].revents && !l->quit) {
		log_line(LOG_ERROR, "%s: the init of its lab was ended from outside: nothing can run there any more", l->name);
		l->quit = true;
		l->exit_code = 3;
	}
	if (p[3].revents || p[4].revents)
		l->hot = true;
	watch_traces(l);
	if (l->machine && p[1].revents && machine_over(l->machine, &status)) {
		machine_pump(l->machine); /* what it still said */
		if (!l->busy && !l->stopping) {
			struct lab_error e = {0};

			lab_handle_end(l, &e);
			plan_restart(l, &e);
		} else {
			machine_fail_pending(l->machine, EPIPE, "the machine has ended");
		}
	}
	lab_clients_ready(l, p, first_client, n);
	if (l->restart_at && !l->busy && !l->quit && clock_mono_ns() >= l->restart_at)
		restart_now(l);
}

/* ---- waiting for the machine */
struct wait {
	bool done;
	json_t *ok;
	struct machine_error e;
};
static void answered(void *ctx, json_t *ok, const struct machine_error *e)
{
	struct wait *w = ctx;

	w->done = true;
	w->ok = json_incref(ok);
	if (e)
		w->e = *e;
}
json_t *lab_call(struct lab *l, uint32_t verb, json_t *args, unsigned timeout_ms, struct lab_error *e)
{
	struct wait w = {0};

	if (!l->machine) {
		json_decref(args);
		err_set(&e->e, ENODEV, "%s: the driver is not running (%s)", l->name, l->state);
		return NULL;
	}
	machine_send(l->machine, verb, args, timeout_ms, answered, &w);
	while (!w.done) {
		lab_step(l, -1);
		if (l->quit && !l->served && l->machine) /* ^C while the driver comes up: it may never answer */
			machine_fail_pending(l->machine, EINTR, "interrupted");
	}
	if (w.ok)
		return w.ok;
	e->e = w.e.e;
	e->has_status = w.e.has_status;
	e->status = w.e.status;
	snprintf(e->klass, sizeof(e->klass), "%s", w.e.klass);
	return NULL;
}
/* After a change: until nothing of interest was seen for `least_ms` and every pause has its resume, at most `most_ms`. */
void lab_settle(struct lab *l, unsigned least_ms, unsigned most_ms)
{
	uint64_t start = clock_mono_ns();

	l->last_record_ns = start;
	while (l->machine && !l->quit) {
		uint64_t now = clock_mono_ns();

		if (now - start > most_ms * 1000000ull)
			break;
		if (now - l->last_record_ns > least_ms * 1000000ull && l->resumes >= l->pauses)
			break;
		lab_step(l, (int)(least_ms + 3) / 4);
		lab_drain(l);
	}
}
/* The end comes as a descriptor: in the loop, and while the driver is being started. */
void lab_catch_signals(struct lab *l)
{
	sigset_t set;

	signal(SIGPIPE, SIG_IGN);
	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGHUP);
	sigprocmask(SIG_BLOCK, &set, NULL);
	l->signal_fd = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}
int lab_loop(struct lab *l)
{
	struct lab_error e = {0};

	while (!l->quit)
		lab_step(l, -1);
	lab_take_down(l, false, &e);
	for (int i = 0; i < 20 && lab_clients_busy(l); i++) /* answers on their way to clients */
		lab_step(l, 10);
	return l->exit_code ? l->exit_code : l->findings ? 1 : 0;
}
