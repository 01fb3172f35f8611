/* Messages, traces and the crash record: everything the machine says. None of it is believed before it was checked. */
#include "lab/machine_internal.h"
#include "trace/ring.h"
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct pending {
	struct list link;
	uint32_t id;
	uint64_t deadline;
	unsigned timeout_ms;
	machine_done done;
	void *ctx;
};

static int send_packet(struct machine *m, uint32_t verb, uint32_t id, const char *body, size_t bytes)
{
	struct machine_msg h = {.verb = verb, .id = id, .bytes = (uint32_t)bytes};
	struct iovec io[2] = {{&h, sizeof(h)}, {(void *)body, bytes}};
	struct msghdr msg = {.msg_iov = io, .msg_iovlen = 2};

	for (int tries = 0; tries < 50; tries++) {
		struct pollfd p = {m->socket, POLLOUT, 0};

		if (sendmsg(m->socket, &msg, MSG_NOSIGNAL) >= 0)
			return 0;
		if (errno != EAGAIN && errno != EINTR)
			return -errno;
		poll(&p, 1, 100);
	}
	return -ETIMEDOUT;
}
static void expect(struct machine *m, struct pending *p, unsigned timeout_ms, machine_done done, void *ctx)
{
	p->timeout_ms = timeout_ms ? timeout_ms : 30000;
	p->deadline = clock_mono_ns() + p->timeout_ms * 1000000ull;
	p->done = done;
	p->ctx = ctx;
	list_add(&m->pending, &p->link);
}
int machine_send(struct machine *m, uint32_t verb, json_t *args, unsigned timeout_ms, machine_done done, void *ctx)
{
	struct pending *p = calloc(1, sizeof(*p));
	char *text = json_dumps(args ? args : json_object(), JSON_COMPACT);
	int r = p && text ? 0 : -ENOMEM;

	json_decref(args);
	if (!r && strlen(text) > MACHINE_MSG_MAX)
		r = -EMSGSIZE;
	if (!r) {
		p->id = ++m->next_id;
		r = send_packet(m, verb, p->id, text, strlen(text));
	}
	free(text);
	if (r) {
		struct machine_error e = {.klass = "machine"};

		free(p);
		err_set(&e.e, -r, "the machine does not take requests: %s", strerror(-r));
		done(ctx, NULL, &e);
		return r;
	}
	expect(m, p, timeout_ms, done, ctx);
	return 0;
}
int machine_await_end(struct machine *m, unsigned timeout_ms, machine_done done, void *ctx)
{
	struct pending *p = calloc(1, sizeof(*p));

	if (!p) {
		struct machine_error e = {.klass = "lab"};

		err_set(&e.e, ENOMEM, "out of memory");
		done(ctx, NULL, &e);
		return -ENOMEM;
	}
	p->id = ++m->next_id; /* never sent: nothing answers it */
	expect(m, p, timeout_ms, done, ctx);
	return 0;
}
static void finish(struct pending *p, json_t *ok, const struct machine_error *e)
{
	list_del(&p->link);
	p->done(p->ctx, ok, e);
	free(p);
}
void machine_fail_pending(struct machine *m, int code, const char *why)
{
	while (!list_empty(&m->pending)) {
		struct machine_error e = {.klass = "machine"};

		err_set(&e.e, code, "%s", why);
		/* the analyzer does not see that finish() took the one before out of the list */
		/* NOLINTNEXTLINE(clang-analyzer-unix.Malloc) */
		finish(base_container_of(m->pending.next, struct pending, link), NULL, &e);
	}
}
/* One line for a terminal: control characters of the driver's making are not ours to print. */
static void clean(char *text)
{
	for (; *text; text++)
		if ((unsigned char)*text < 0x20 || *text == 0x7f)
			*text = ' ';
}
static void on_answer(struct machine *m, const struct machine_msg *h, json_t *body)
{
	list_each(l, &m->pending)
	{
		struct pending *p = base_container_of(l, struct pending, link);
		struct machine_error e = {0};
		json_t *status;
		const char *text;

		if (p->id != h->id)
			continue;
		if (h->verb == MM_OK) {
			finish(p, body, NULL);
			return;
		}
		text = json_string_value(json_object_get(body, "error"));
		err_set(&e.e, EIO, "%s", text ? text : "the machine refused and did not say why");
		clean(e.e.text);
		text = json_string_value(json_object_get(body, "class"));
		snprintf(e.klass, sizeof(e.klass), "%s", text ? text : "");
		status = json_object_get(body, "status");
		e.has_status = json_is_integer(status);
		e.status = (uint32_t)json_integer_value(status);
		finish(p, NULL, &e);
		return;
	}
}
static void on_reg_write(struct machine *m, const struct machine_msg *h, json_t *body)
{
	struct err e = {0};
	int r = m->config.reg_write && body ? m->config.reg_write(m->config.ctx, body, &e) : 0;

	if (r) {
		json_t *j = json_pack("{s:s,s:s}", "error", e.text, "class", "store");
		char *text = j ? json_dumps(j, JSON_COMPACT) : NULL;

		send_packet(m, MM_ERROR, h->id, text ? text : "{}", text ? strlen(text) : 2);
		free(text);
		json_decref(j);
	} else {
		send_packet(m, MM_OK, h->id, "{}", 2);
	}
}
static void on_packet(struct machine *m, const char *packet, size_t n)
{
	struct machine_msg h;
	json_t *body;

	memcpy(&h, packet, sizeof(h));
	if (h.bytes != n - sizeof(h)) {
		m->broken = true;
		return;
	}
	if (h.verb == MM_HELLO) {
		if (h.bytes == sizeof(m->hello)) {
			memcpy(&m->hello, packet + sizeof(h), sizeof(m->hello));
			m->hello_seen = true;
		}
		return;
	}
	body = json_loadb(packet + sizeof(h), h.bytes, JSON_DECODE_ANY, NULL);
	if (h.verb == MM_OK || h.verb == MM_ERROR)
		on_answer(m, &h, body);
	else if (h.verb == MM_REG_WRITE)
		on_reg_write(m, &h, body);
	else if (h.verb == MM_STATE && m->config.state && body)
		m->config.state(m->config.ctx, json_string_value(json_object_get(body, "adapter")),
		                json_string_value(json_object_get(body, "state")));
	else if (h.verb == MM_NET && m->config.net_config && json_is_object(body))
		m->config.net_config(m->config.ctx, body);
	json_decref(body);
}
void machine_pump(struct machine *m)
{
	static char packet[sizeof(struct machine_msg) +
	                   MACHINE_MSG_MAX]; /* not on the stack: callbacks may come back here, after we are done with it */

	while (m->socket >= 0 && !m->broken) {
		ssize_t n = recv(m->socket, packet, sizeof(packet), 0);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			break;
		if (n == 0) /* the end; machine_over() says why */
			break;
		if ((size_t)n < sizeof(struct machine_msg)) {
			m->broken = true;
			break;
		}
		on_packet(m, packet, (size_t)n);
		if (list_empty(&m->pending)) /* nothing is expected; what comes unasked poll() tells */
			break;
	}
	if (m->broken)
		machine_kill(m);
}
void machine_read_stderr(struct machine *m)
{
	char buf[512];
	ssize_t n;

	while (m->stderr_fd >= 0 && (n = read(m->stderr_fd, buf, sizeof(buf))) > 0)
		for (ssize_t i = 0; i < n; i++) {
			if (buf[i] != '\n' && m->line_length < sizeof(m->line) - 1) {
				m->line[m->line_length++] = buf[i];
				if (i + 1 < n || n == sizeof(buf))
					continue;
			}
			if (buf[i] != '\n' && i + 1 < n)
				continue;
			m->line[m->line_length] = 0;
			m->line_length = 0;
			clean(m->line);
			if (!*m->line)
				continue;
			snprintf(m->said, sizeof(m->said), "%s", strncmp(m->line, "flue-machine: ", 14) ? m->line : m->line + 14);
			if (m->config.log)
				m->config.log(m->config.ctx, m->line);
		}
}
int machine_next_timeout(const struct machine *m)
{
	uint64_t now = clock_mono_ns(), least = UINT64_MAX;

	for (const struct list *l = m->pending.next; l != &m->pending; l = l->next) {
		const struct pending *p = base_container_of(l, const struct pending, link);

		if (p->deadline < least)
			least = p->deadline;
	}
	return least == UINT64_MAX ? -1 : least <= now ? 0 : (int)((least - now) / 1000000) + 1;
}
void machine_expire(struct machine *m)
{
	uint64_t now = clock_mono_ns();

	list_each(l, &m->pending)
	{
		struct pending *p = base_container_of(l, struct pending, link);
		struct machine_error e = {.klass = "hang"};

		if (p->deadline > now)
			continue;
		err_set(&e.e, ETIMEDOUT, "no answer within %u s", p->timeout_ms / 1000);
		finish(p, NULL, &e);
		return; /* the list may have changed under us; the caller comes again */
	}
}

/* ---- the crash record */
#define TERMINATE(a) ((a)[sizeof(a) - 1] = 0, clean(a))
bool machine_crash(struct machine *m, struct nt_crash *out, uint64_t *time_wall)
{
	struct crash_record *r = (void *)(m->ram + m->layout.crash);

	if (atomic_load(&r->state) != CRASH_MAGIC || r->size != sizeof(*r))
		return false;
	*time_wall = r->time_wall;
	memcpy(out, &r->crash, sizeof(*out));
	TERMINATE(out->klass);
	TERMINATE(out->line);
	TERMINATE(out->callback);
	TERMINATE(out->thread);
	TERMINATE(out->fault.instruction);
	TERMINATE(out->fault.where.module);
	TERMINATE(out->fault.where.symbol);
	out->fault.where.image = NULL;
	if (out->fault.depth > ARRAY_LEN(out->fault.stack))
		out->fault.depth = ARRAY_LEN(out->fault.stack);
	for (unsigned i = 0; i < out->fault.depth; i++) {
		TERMINATE(out->fault.stack[i].module);
		TERMINATE(out->fault.stack[i].symbol);
		out->fault.stack[i].image = NULL;
	}
	for (unsigned i = 0; i < ARRAY_LEN(out->last_calls); i++)
		TERMINATE(out->last_calls[i]);
	for (unsigned i = 0; i < ARRAY_LEN(out->log_tail); i++)
		TERMINATE(out->log_tail[i]);
	return true;
}

/* ---- traces */
static struct trace_ring *ring(struct machine *m, uint64_t offset)
{
	return (struct trace_ring *)(void *)(m->ram + offset);
}
int machine_trace_read(struct machine *m, void *buf, size_t max)
{
	int n = trace_ring_read(ring(m, m->layout.trace_ctl), m->layout.trace_ctl_size, buf, max);

	return n ? n : trace_ring_read(ring(m, m->layout.trace_data), m->layout.trace_data_size, buf, max);
}
uint64_t machine_trace_dropped(const struct machine *m)
{
	struct machine *mm = (struct machine *)m;

	return trace_ring_dropped(ring(mm, m->layout.trace_ctl)) + trace_ring_dropped(ring(mm, m->layout.trace_data));
}
void machine_trace_sleep(struct machine *m, bool sleeps)
{
	trace_ring_reader_sleeps(ring(m, m->layout.trace_ctl), sleeps);
	trace_ring_reader_sleeps(ring(m, m->layout.trace_data), sleeps);
}
int machine_publish(struct machine *m, uint64_t *offset, uint64_t *bytes)
{
	if (m->publish_fd < 0) {
		char path[64];

		snprintf(path, sizeof(path), "/proc/self/fd/%d", m->ram_fd); /* a second open file that can't be written */
		m->publish_fd = open(path, O_RDONLY | O_CLOEXEC);
	}
	*offset = m->layout.publish;
	*bytes = m->layout.publish_size + RAM_PAGE;
	return m->publish_fd < 0 ? -errno : m->publish_fd;
}
