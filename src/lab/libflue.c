/*
 * libflue: see include/flue/flue.h. A client of the control socket, a guest channel for OIDs (guest.c), and a read-only mapping of the page
 * that NDIS publishes. flue_run()
 * starts the command itself, as a child that cannot outlive us: the lab then is the same program that users run by hand.
 */
#include "flue/flue.h"
#include "lab/control.h"
#include "lab/guest.h"
#include "lab/publish_read.h"
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define START_MS  120000
#define OID_MS    15000 /* when the driver's own limit (5 s) did not help */
#define OVER_PAGE 4096  /* behind the slots: the lab says there that it is over (machine.c) */

struct flue_nic {
	struct control *control;
	char name[32];
	pid_t child; /* of flue_run; 0 */
	const uint8_t *page;
	size_t page_bytes;
	unsigned slot;
	struct guest guest;
};

static int give(struct flue_error *e, const struct lab_error *from)
{
	if (e) {
		memset(e, 0, sizeof(*e));
		e->code = from->e.code ? from->e.code : -EIO;
		e->status = from->has_status ? from->status : 0;
		snprintf(e->text, sizeof(e->text), "%s", from->e.text);
		snprintf(e->report, sizeof(e->report), "%s", from->report);
	}
	return from->e.code ? from->e.code : -EIO;
}
static int fail(struct flue_error *e, int code, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
static int fail(struct flue_error *e, int code, const char *fmt, ...)
{
	va_list ap;

	if (e) {
		memset(e, 0, sizeof(*e));
		e->code = -code;
		va_start(ap, fmt);
		vsnprintf(e->text, sizeof(e->text), fmt, ap);
		va_end(ap);
	}
	return -code;
}
const char *flue_version(void)
{
	return FLUE_VERSION;
}
const char *flue_name(const struct flue_nic *nic)
{
	return nic->name;
}
static void unmap(struct flue_nic *n)
{
	if (n->page)
		munmap((void *)(uintptr_t)n->page, n->page_bytes);
	n->page = NULL;
}
int flue_refresh(struct flue_nic *n, struct flue_error *e)
{
	struct lab_error le;
	uint64_t offset, bytes;
	int fd = -1;
	json_t *j = control_call(n->control, "publish", NULL, 10000, &fd, &le);
	void *p;

	if (!j)
		return give(e, &le);
	offset = (uint64_t)json_integer_value(json_object_get(j, "offset"));
	bytes = (uint64_t)json_integer_value(json_object_get(j, "bytes"));
	n->slot = (unsigned)json_integer_value(json_object_get(j, "slot"));
	json_decref(j);
	if (fd < 0 || bytes < (n->slot + 1) * publish_slot_bytes() + OVER_PAGE)
		return fail(e, EPROTO, "%s: the lab gave no published page", n->name);
	p = mmap(NULL, bytes, PROT_READ, MAP_SHARED, fd, (off_t)offset);
	close(fd);
	if (p == MAP_FAILED)
		return fail(e, errno, "%s: the published page can't be mapped: %s", n->name, strerror(errno));
	unmap(n);
	n->page = p;
	n->page_bytes = bytes;
	guest_renew(&n->guest);
	return 0;
}
static void discard(struct flue_nic *n)
{
	unmap(n);
	guest_close(&n->guest);
	control_close(n->control);
	if (n->child > 0) {
		kill(n->child, SIGTERM);
		waitpid(n->child, NULL, 0);
	}
	free(n);
}
static int attach(struct flue_nic *n, const char *name, struct flue_error *e)
{
	struct lab_error le = {0};
	int r = control_open(name, &n->control, &le.e);

	if (r)
		return give(e, &le);
	snprintf(n->name, sizeof(n->name), "%s", name);
	return flue_refresh(n, e);
}
int flue_open(const char *name, struct flue_nic **out, struct flue_error *e)
{
	struct flue_nic *n = calloc(1, sizeof(*n));
	int r = n ? attach(n, name, e) : fail(e, ENOMEM, "out of memory");

	*out = NULL;
	if (r) {
		if (n)
			discard(n);
		return r;
	}
	*out = n;
	return 0;
}

/* ---- running the command */
static const char *find_command(char *out, size_t max)
{
	const char *dir = getenv("FLUE_BIN");

	if (dir && *dir) {
		snprintf(out, max, "%s/flue", dir);
		return access(out, X_OK) ? NULL : out;
	}
	for (const char *p = getenv("PATH"); p && *p; p += strcspn(p, ":"), p += *p == ':') {
		snprintf(out, max, "%.*s/flue", (int)strcspn(p, ":"), p);
		if (!access(out, X_OK))
			return out;
	}
	return NULL;
}
/* The child prints its report as JSON when the NIC is up, or one line on stderr. Both end up in `text`. */
static int await(pid_t child, int out, int err, char *text, size_t max, bool *up)
{
	uint64_t deadline = clock_mono_ns() + START_MS * 1000000ull;
	size_t used[2] = {0, 0};
	char said[600] = "";
	int fds[2] = {out, err};

	(void)child;
	*text = 0;
	while (!strstr(text, "\n}\n") && (fds[0] >= 0 || fds[1] >= 0)) {
		struct pollfd p[2] = {{fds[0], POLLIN, 0}, {fds[1], POLLIN, 0}};
		int64_t left = (int64_t)(deadline - clock_mono_ns()) / 1000000;

		if (left <= 0)
			return -ETIMEDOUT;
		if (poll(p, 2, (int)left) < 0 && errno != EINTR)
			return -errno;
		for (int i = 0; i < 2; i++) {
			char *to = i ? said : text;
			size_t room = i ? sizeof(said) : max;
			ssize_t n;

			if (!p[i].revents)
				continue;
			n = read(fds[i], to + used[i], room - 1 - used[i]);
			if (n <= 0) {
				fds[i] = -1;
				continue;
			}
			used[i] += (size_t)n;
			to[used[i]] = 0;
		}
	}
	*up = strstr(text, "\n}\n") != NULL;
	if (!*up)
		snprintf(text, max, "%s", !strncmp(said, "flue: ", 6) ? said + 6 : *said ? said : "flue ended without a word");
	if (!*up)
		text[strcspn(text, "\n")] = 0;
	return 0;
}
int flue_run(const struct flue_options *o, struct flue_nic **out, struct flue_error *e)
{
	char program[PATH_MAX], *text = NULL;
	const char *argv[64] = {"flue", "run", "--json"};
	unsigned n = 3;
	struct flue_nic *nic;
	int to[2] = {-1, -1}, err[2] = {-1, -1}, r;
	pid_t parent = getpid();
	json_t *j;
	bool up = false;

	*out = NULL;
	if (o->size < offsetof(struct flue_options, arguments) || !o->driver)
		return fail(e, EINVAL, "struct flue_options: size is not set, or no driver is named");
	if (!find_command(program, sizeof(program)))
		return fail(e, ENOENT, "the flue command is not on PATH: install it, or set FLUE_BIN to its directory");
	argv[n++] = o->driver;
	if (o->inf)
		argv[n++] = "--inf", argv[n++] = o->inf;
	if (o->nic)
		argv[n++] = "--nic", argv[n++] = o->nic;
	if (o->name)
		argv[n++] = "--name", argv[n++] = o->name;
	for (unsigned i = 0; o->size >= sizeof(*o) && o->arguments && o->arguments[i] && n < ARRAY_LEN(argv) - 1; i++)
		argv[n++] = o->arguments[i];
	nic = calloc(1, sizeof(*nic));
	text = malloc(65536);
	if (!nic || !text || pipe2(to, O_CLOEXEC) || pipe2(err, O_CLOEXEC)) {
		free(nic);
		free(text);
		return fail(e, ENOMEM, "no memory or descriptor to start flue");
	}
	nic->child = fork();
	if (nic->child == 0) {
		sigset_t none;
		int nul = open("/dev/null", O_RDONLY);

		sigemptyset(&none);
		sigprocmask(SIG_SETMASK, &none, NULL);
		prctl(PR_SET_PDEATHSIG, SIGTERM);
		if (getppid() != parent)
			_exit(3);
		dup2(nul, 0);
		dup2(to[1], 1);
		dup2(err[1], 2);
		execv(program, (char *const *)(uintptr_t)argv);
		_exit(127);
	}
	close(to[1]);
	close(err[1]);
	r = nic->child < 0 ? -errno : await(nic->child, to[0], err[0], text, 65536, &up);
	j = up ? json_loads(text, JSON_DISABLE_EOF_CHECK, NULL) : NULL;
	if (r)
		r = fail(e, -r, "flue run %s: %s", o->driver, strerror(-r));
	else if (!up)
		r = fail(e, EIO, "%s", text);
	else if (!json_string_value(json_object_get(j, "name")))
		r = fail(e, EPROTO, "flue answered something that is no report");
	else
		r = attach(nic, json_string_value(json_object_get(j, "name")), e);
	json_decref(j);
	free(text);
	close(to[0]);
	close(err[0]);
	if (r) {
		discard(nic);
		return r;
	}
	*out = nic;
	return 0;
}
int flue_close(struct flue_nic *n, struct flue_error *e)
{
	struct lab_error le = {0};
	int r = 0, status;
	json_t *j;

	if (!n)
		return 0;
	if (n->child > 0) {
		j = control_call(n->control, "stop", NULL, 0, NULL, &le);
		if (j)
			r = (int)json_integer_value(json_object_get(j, "finding_count"));
		else
			r = give(e, &le);
		if (!j)
			kill(n->child, SIGTERM);
		json_decref(j);
		waitpid(n->child, &status, 0);
		n->child = 0;
	}
	discard(n);
	return r;
}

/* ---- asking */
static int nibble(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}
int flue_oid(struct flue_nic *n, struct flue_oid *o, struct flue_error *e)
{
	static const char *const types[] = {"query", "set", "method"};
	unsigned limit = o->timeout_ms > 0 && o->timeout_ms < 600000 ? o->timeout_ms + 2000 : OID_MS; /* as the lab's */
	struct lab_error le;
	const char *data;
	char *in;
	json_t *j, *args;
	int r;

	if (o->size < sizeof(*o) || o->type < FLUE_QUERY || o->type > FLUE_METHOD || o->in_length > 65536 || o->out_length > 65536)
		return fail(e, EINVAL, "struct flue_oid: size, type or a length is wrong");
	in = malloc(o->in_length * 2 + 1);
	if (!in)
		return fail(e, ENOMEM, "out of memory");
	for (uint32_t i = 0; i < o->in_length; i++)
		sprintf(in + i * 2, "%02x", ((const uint8_t *)o->buffer)[i]);
	in[o->in_length * 2] = 0;
	args = json_pack("{s:s,s:I,s:s,s:I,s:I,s:I,s:I}", "type", types[o->type], "oid", (json_int_t)o->oid, "in", in, "out",
	                 (json_int_t)o->out_length, "method_id", (json_int_t)o->method_id, "port", (json_int_t)o->port, "timeout_ms",
	                 (json_int_t)o->timeout_ms);
	free(in);
	if (!args)
		return fail(e, ENOMEM, "out of memory");
	r = guest_oid(&n->guest, n->control, args, limit, &j, &le);
	if (r == -EAGAIN)
		j = control_call(n->control, "oid", json_incref(args), limit + 3000, NULL, &le);
	json_decref(args);
	if (!j)
		return give(e, &le);
	o->status = (uint32_t)json_integer_value(json_object_get(j, "status"));
	o->written = (uint32_t)json_integer_value(json_object_get(j, "written"));
	o->read = (uint32_t)json_integer_value(json_object_get(j, "read"));
	o->needed = (uint32_t)json_integer_value(json_object_get(j, "needed"));
	o->supported_revision = (uint32_t)json_integer_value(json_object_get(j, "supported_revision"));
	data = json_string_value(json_object_get(j, "data"));
	for (uint32_t i = 0; data && i < o->out_length && data[i * 2]; i++) {
		int high = nibble(data[i * 2]), low = high < 0 ? -1 : nibble(data[i * 2 + 1]);

		if (low < 0) {
			json_decref(j);
			return fail(e, EPROTO, "the machine answered something that is no answer");
		}
		((uint8_t *)o->buffer)[i] = (uint8_t)(high << 4 | low);
	}
	json_decref(j);
	return 0;
}
int flue_published(struct flue_nic *n, uint32_t oid, void *out, size_t max)
{
	enum publish_part part;

	switch (oid) {
	case 0xFC01020B:
		part = PUBLISH_TASK_CUR;
		break;
	case 0xFC01020D:
		part = PUBLISH_TASK_HW;
		break;
	case 0xFC01020E:
		part = PUBLISH_CONN_CUR;
		break;
	case 0xFC01020F:
		part = PUBLISH_CONN_HW;
		break;
	default:
		return -EINVAL;
	}
	if (!n->page || *(const volatile uint64_t *)(const void *)(n->page + n->page_bytes - OVER_PAGE))
		return -ESTALE;
	return publish_read(n->page, n->slot, part, out, max, NULL, NULL);
}
static void connection(struct flue_connection_offload *to, const uint8_t *b, int n)
{
	uint32_t word;

	memset(to, 0, sizeof(*to));
	if (n < 20)
		return;
	to->reported = 1;
	memcpy(&to->encapsulation, b + 4, 4);
	memcpy(&word, b + 8, 4);
	to->ipv4 = word & 3;
	to->ipv6 = word >> 2 & 3;
	to->ipv6_extension_headers = word >> 4 & 3;
	to->sack = word >> 6 & 3;
	memcpy(&to->capacity, b + 12, 4);
	memcpy(&to->flags, b + 16, 4);
}
int flue_capabilities(struct flue_nic *n, struct flue_capabilities *c, struct flue_error *e)
{
	uint8_t current[32], hardware[32];
	uint64_t before, after = 0;
	uint32_t state = 0;
	int r[4];

	if (c->size < sizeof(*c))
		return fail(e, EINVAL, "struct flue_capabilities: size is not set");
	if (!n->page || *(const volatile uint64_t *)(const void *)(n->page + n->page_bytes - OVER_PAGE))
		return fail(e, ESTALE, "%s: the driver was started anew or has ended: flue_refresh()", n->name);
	for (int i = 0; i < 100; i++) { /* the four structures of one moment */
		r[0] = publish_read(n->page, n->slot, PUBLISH_TASK_CUR, c->task_current, sizeof(c->task_current), &before, NULL);
		r[1] = publish_read(n->page, n->slot, PUBLISH_TASK_HW, c->task_hardware, sizeof(c->task_hardware), NULL, NULL);
		r[2] = publish_read(n->page, n->slot, PUBLISH_CONN_CUR, current, sizeof(current), NULL, NULL);
		r[3] = publish_read(n->page, n->slot, PUBLISH_CONN_HW, hardware, sizeof(hardware), &after, &state);
		if (r[0] < 0 || r[1] < 0 || r[2] < 0 || r[3] < 0)
			return fail(e, EIO, "%s: the published page can't be read", n->name);
		if (before == after)
			break;
	}
	c->changes = after;
	c->running = state == publish_running();
	c->task_current_bytes = (uint32_t)r[0];
	c->task_hardware_bytes = (uint32_t)r[1];
	connection(&c->connection_current, current, r[2]);
	connection(&c->connection_hardware, hardware, r[3]);
	return 0;
}
int flue_ask(struct flue_nic *n, const char *verb, const char *json_in, char **json_out, struct flue_error *e)
{
	json_t *in = json_in ? json_loads(json_in, 0, NULL) : NULL, *j;
	struct lab_error le;

	if (json_out)
		*json_out = NULL;
	if (json_in && !json_is_object(in)) {
		json_decref(in);
		return fail(e, EINVAL, "the arguments of '%s' are no JSON object", verb);
	}
	if (!strcmp(verb, "watch") || !strcmp(verb, "publish") || !strcmp(verb, "channel")) {
		json_decref(in);
		return fail(e, ENOTSUP, "'%s' can't be asked this way", verb);
	}
	j = control_call(n->control, verb, in, 0, NULL, &le);
	if (!j)
		return give(e, &le);
	if (json_out)
		*json_out = json_dumps(j, JSON_COMPACT);
	json_decref(j);
	return 0;
}
static char *joined(const json_t *lines)
{
	size_t n = 1, i;
	char *out;
	json_t *v;

	json_array_foreach((json_t *)lines, i, v) n += json_string_length(v) + 1;
	out = calloc(1, n);
	json_array_foreach((json_t *)lines, i, v) if (out)
	{
		strcat(out, json_string_value(v));
		strcat(out, "\n");
	}
	return out;
}
static int change(struct flue_nic *n, const char *verb, json_t *args, char **lines, struct flue_error *e)
{
	struct lab_error le;
	json_t *j = control_call(n->control, verb, args, 0, NULL, &le);

	if (lines)
		*lines = NULL;
	if (!j)
		return give(e, &le);
	if (e) {
		memset(e, 0, sizeof(*e));
		e->status = (uint32_t)json_integer_value(json_object_get(j, "status"));
	}
	if (lines)
		*lines = joined(json_object_get(j, "lines"));
	json_decref(j);
	return 0;
}
int flue_set_parameter(struct flue_nic *n, const char *name_value, char **lines, struct flue_error *e)
{
	return change(n, "parameters", json_pack("{s:[s]}", "set", name_value), lines, e);
}
int flue_set_hardware(struct flue_nic *n, const char *name, const char *value, char **lines, struct flue_error *e)
{
	return change(n, "nic", json_pack("{s:{s:s}}", "set", name, value), lines, e);
}
