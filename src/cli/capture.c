/*
 * `flue capture`, and `flue watch --read`: captures.
 *
 * The lab gives a descriptor of rings (trace/capture.h); this process drains them every TICK_MS and writes the file, so a slow disk costs
 * the NIC nothing but frames that are dropped here and counted. The three rings are merged by time: what has come is held for HOLD_NS,
 * sorted and written; a record that takes longer than that from its writer to here (never seen) would stand later in the file, with its
 * right time.
 *
 * It ends on ^C, SIGTERM, after --seconds, or with the NIC, the lab killed included: the rings are ours as well. In each case the file is
 * whole. A full disk ends it with one line.
 */
#include "cli/cli.h"
#include "report/trace_text.h"
#include "trace/capture.h"
#include "trace/pcapng.h"
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define TICK_MS 10
#define HOLD_NS 30000000ull

struct waiting {
	uint64_t time_ns, order;
	struct trace_head head; /* and the rest */
};
struct session {
	struct capture_view *view;
	struct pcapng_writer *out;
	struct waiting **list;
	size_t count, room;
	int64_t offset; /* wall clock minus monotonic */
	int interface_of[CAPTURE_SIDES];
	uint64_t t0, order, frames[CAPTURE_SIDES], records, broken, lost_here;
	int error;
};
static volatile sig_atomic_t ended;

static void on_end(int s)
{
	(void)s;
	ended = 1;
}
static uint64_t wall(const struct session *s, uint64_t mono)
{
	return (uint64_t)((int64_t)mono + s->offset);
}
/* ---- rings to list */
static void take(struct session *s, uint8_t *buf)
{
	int n;

	while ((n = capture_read(s->view, buf)) != 0) {
		const struct trace_head *h = (const struct trace_head *)(void *)buf;
		struct waiting *w;

		if (n < 0) {
			s->broken++;
			continue;
		}
		if (s->count == s->room) {
			const size_t room = s->room ? s->room * 2 : 1024;
			struct waiting **more = realloc(s->list, room * sizeof(struct waiting *));

			if (!more) {
				s->lost_here++;
				continue;
			}
			s->list = more;
			s->room = room;
		}
		w = malloc(offsetof(struct waiting, head) + (size_t)n);
		if (!w) {
			s->lost_here++;
			continue;
		}
		w->time_ns = h->time_ns;
		w->order = s->order++;
		memcpy(&w->head, buf, (size_t)n);
		s->list[s->count++] = w;
	}
}
static int by_time(const void *a, const void *b)
{
	const struct waiting *x = *(struct waiting *const *)a, *y = *(struct waiting *const *)b;

	if (x->time_ns != y->time_ns)
		return x->time_ns < y->time_ns ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}
/* ---- list to file */
static int put_frame(struct session *s, const struct trace_head *h)
{
	const uint8_t *data = (const uint8_t *)trace_payload(h) + sizeof(struct capture_head);
	struct capture_head c;
	struct pcapng_frame f;
	char comment[200];

	if (h->payload < sizeof(c))
		return 0;
	memcpy(&c, trace_payload(h), sizeof(c));
	if (c.side >= CAPTURE_SIDES || s->interface_of[c.side] < 0)
		return 0;
	f = (struct pcapng_frame){.interface = (unsigned)s->interface_of[c.side],
	                          .wall_ns = wall(s, h->time_ns),
	                          .data = data,
	                          .kept = h->payload - (uint32_t)sizeof(c),
	                          .bytes = c.bytes,
	                          .direction = c.side == CAPTURE_WIRE_OUT || c.side == CAPTURE_HOST_OUT ? 2 : 1,
	                          .has_hash = c.info.hash_type != 0,
	                          .hash = c.info.hash,
	                          .comment = comment};
	capture_text(&c, data, f.kept, comment, sizeof(comment));
	s->frames[c.side]++;
	return pcapng_put_frame(s->out, &f);
}
static int put_record(struct session *s, const struct trace_head *h)
{
	char line[1400], *text = line;
	int r = pcapng_put_record(s->out, h);

	s->records++;
	if (r || !report_trace_in(h, RV_BOUNDARY))
		return r;
	report_trace_line(h, h->time_ns, line, sizeof(line));
	text += strspn(text, " "); /* the time stands in Wireshark's column: without ours */
	text += strspn(text, ".0123456789");
	return pcapng_put_text(s->out, wall(s, h->time_ns), text + strspn(text, " "));
}
static void write_until(struct session *s, uint64_t until)
{
	size_t done = 0;

	if (s->count)
		qsort(s->list, s->count, sizeof(struct waiting *), by_time);
	while (done < s->count && s->list[done]->time_ns <= until) {
		struct waiting *w = s->list[done++];

		if (!s->error)
			s->error = w->head.type == TRACE_FRAME ? put_frame(s, &w->head) : put_record(s, &w->head);
		free(w);
	}
	s->count -= done;
	if (done && s->count)
		memmove(s->list, s->list + done, s->count * sizeof(struct waiting *));
	if (done && !s->error)
		s->error = pcapng_flush(s->out);
}
/* ---- the command */
static int open_file(struct session *s, const char *path, const char *nic, unsigned sides, uint32_t snaplen, struct err *e)
{
	struct pcapng_interface list[2];
	char text[2][100];
	unsigned n = 0;
	int fd;

	for (unsigned i = 0; i < CAPTURE_SIDES; i++)
		s->interface_of[i] = -1;
	if (sides & CAPTURE_HOST) {
		s->interface_of[CAPTURE_HOST_OUT] = s->interface_of[CAPTURE_HOST_IN] = (int)n;
		snprintf(text[n], sizeof(text[n]), "%s, between Linux and the driver", nic);
		list[n] = (struct pcapng_interface){"host", text[n], snaplen};
		n++;
	}
	if (sides & CAPTURE_WIRE) {
		s->interface_of[CAPTURE_WIRE_OUT] = s->interface_of[CAPTURE_WIRE_IN] = (int)n;
		snprintf(text[n], sizeof(text[n]), "%s, between NIC and cable", nic);
		list[n] = (struct pcapng_interface){"wire", text[n], snaplen};
		n++;
	}
	if (!strcmp(path, "-"))
		fd = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
	else
		fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
	if (fd < 0)
		return err_set(e, errno, "%s: %s", path, strerror(errno));
	return pcapng_create(fd, !strcmp(path, "-") ? "standard output" : path, list, n, s->offset, &s->out, e);
}
static int whole_number(struct cli *c, const char *option, unsigned long most, unsigned long *out)
{
	const char *v = cli_value(c, option);
	char *end;

	*out = 0;
	if (!v)
		return CLI_OK;
	errno = 0;
	*out = strtoul(v, &end, 10);
	if (*v < '0' || *v > '9' || *end || errno || !*out || *out > most)
		return cli_error(CLI_USAGE, "%s %s: a whole number from 1 to %lu is wanted", option, v, most);
	return CLI_OK;
}
static void loop(struct session *s, struct control *k, uint64_t until, uint8_t *buf)
{
	bool gone = false;

	while (!ended && !gone && !s->error && clock_mono_ns() < until) {
		struct pollfd p = {control_fd(k), POLLIN, 0};
		const uint64_t now = clock_mono_ns();

		take(s, buf);
		write_until(s, now > HOLD_NS ? now - HOLD_NS : 0);
		poll(&p, 1, TICK_MS);
		gone = p.revents != 0; /* nothing is said over it any more: the lab has ended */
	}
	take(s, buf);
	write_until(s, UINT64_MAX);
}
static int summary(struct cli *c, struct session *s, const char *path)
{
	const uint64_t host = s->frames[CAPTURE_HOST_OUT] + s->frames[CAPTURE_HOST_IN],
	               wired = s->frames[CAPTURE_WIRE_OUT] + s->frames[CAPTURE_WIRE_IN],
	               dropped = capture_dropped(s->view, true) + capture_dropped(s->view, false) + s->broken + s->lost_here;
	FILE *to = !strcmp(path, "-") ? stderr : stdout;

	if (c->json && to == stdout)
		cli_print_json(json_pack("{s:s,s:I,s:I,s:I,s:I}", "file", path, "host_frames", (json_int_t)host, "wire_frames",
		                         (json_int_t)wired, "records", (json_int_t)s->records, "dropped", (json_int_t)dropped));
	else
		fprintf(to, "%s: %llu frames (%llu host, %llu wire), %llu records of the NDIS boundary%s", path,
		        (unsigned long long)(host + wired), (unsigned long long)host, (unsigned long long)wired,
		        (unsigned long long)s->records, dropped ? "" : "\n");
	if (dropped && !(c->json && to == stdout))
		fprintf(to, ", %llu dropped (a smaller --snaplen takes more)\n", (unsigned long long)dropped);
	return CLI_OK;
}
static int capture(struct cli *c, struct session *s, struct control *k, const char *path, unsigned sides, unsigned long snaplen,
                   unsigned long seconds)
{
	struct sigaction sa = {.sa_handler = on_end};
	uint8_t *buf = malloc(CAPTURE_RECORD_MAX);
	struct lab_error e = {0};
	int fd = -1, r = CLI_OK;
	json_t *j;

	if (!buf)
		return cli_error(CLI_FAILED, "out of memory");
	sigaction(SIGINT, &sa, NULL);
	sigaction(SIGTERM, &sa, NULL);
	sigaction(SIGHUP, &sa, NULL);
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	if (open_file(s, path, c->args[0], sides, (uint32_t)snaplen, &e.e)) { /* before the lab is asked: nothing is captured for nothing */
		free(buf);
		return cli_error(CLI_FAILED, "%s", e.e.text);
	}
	j = control_call(k, "capture", json_pack("{s:I,s:I}", "sides", (json_int_t)sides, "snaplen", (json_int_t)snaplen), 0, &fd, &e);
	if (j && fd < 0)
		err_set(&e.e, EPROTO, "the lab gave no capture rings");
	if (fd >= 0)
		capture_map(fd, &s->view, &e.e);
	if (fd >= 0)
		close(fd);
	json_decref(j);
	if (s->view) {
		fprintf(stderr, "flue: capturing %s into %s%s\n", c->args[0], path, seconds ? "" : ", ^C ends it");
		loop(s, k, seconds ? clock_mono_ns() + seconds * 1000000000ull : UINT64_MAX, buf);
		for (unsigned side = 0; side < CAPTURE_SIDES; side += 2)
			if (s->interface_of[side] >= 0 && !s->error)
				pcapng_put_statistics(s->out, (unsigned)s->interface_of[side], wall(s, clock_mono_ns()),
				                      s->frames[side] + s->frames[side + 1],
				                      capture_dropped_side(s->view, (enum capture_side)side));
	} else {
		r = cli_lab_error(&e);
	}
	free(buf);
	if (pcapng_finish(s->out, &e.e) && r == CLI_OK)
		r = !strcmp(path, "-") && e.e.code == -EPIPE ? CLI_OK
		                                             : cli_error(CLI_FAILED, "%s", e.e.text); /* the reader has had enough */
	if (s->view && r == CLI_OK)
		r = summary(c, s, path);
	return r;
}
int cli_capture(struct cli *c)
{
	const char *path = cli_value(c, "-w");
	const bool host = cli_has(c, "--host") && !cli_has(c, "--both"), wired = cli_has(c, "--wire") && !cli_has(c, "--both");
	const unsigned sides = host && !wired ? CAPTURE_HOST : wired && !host ? CAPTURE_WIRE : CAPTURE_HOST | CAPTURE_WIRE;
	struct session s = {.t0 = clock_mono_ns()};
	unsigned long snaplen, seconds;
	struct lab_error e = {0};
	struct control *k;
	struct timespec now;
	int r;

	if (!path || !*path)
		return cli_error(CLI_USAGE, "flue capture %s: where to? -w FILE, or -w - for standard output", c->args[0]);
	r = whole_number(c, "--snaplen", CAPTURE_SNAPLEN, &snaplen);
	r = r ? r : whole_number(c, "--seconds", 1000000, &seconds);
	if (r)
		return r;
	if (!strcmp(path, "-") && isatty(STDOUT_FILENO))
		return cli_error(CLI_USAGE, "a capture is nothing for a terminal: flue capture %s -w - | tshark -r -", c->args[0]);
	clock_gettime(CLOCK_REALTIME, &now);
	s.offset = now.tv_sec * 1000000000ll + now.tv_nsec - (int64_t)clock_mono_ns();
	if (control_open(c->args[0], &k, &e.e))
		return cli_lab_error(&e);
	r = capture(c, &s, k, path, sides, snaplen ? snaplen : CAPTURE_SNAPLEN, seconds);
	while (s.count)
		free(s.list[--s.count]);
	free(s.list);
	capture_unmap(s.view);
	control_close(k);
	return r;
}

/* ---- flue watch --read */
static bool view_named(const char *name, enum report_view *out)
{
	static const struct {
		const char *name;
		enum report_view view;
	} views[] = {{"boundary", RV_BOUNDARY}, {"offload", RV_OFFLOAD}, {"log", RV_LOG}, {"all", RV_ALL}};

	for (size_t i = 0; i < ARRAY_LEN(views); i++)
		if (!strcmp(name, views[i].name)) {
			*out = views[i].view;
			return true;
		}
	return false;
}
static void print_frame(const struct cli *c, const struct pcapng_item *i, uint64_t first)
{
	const uint64_t us = (i->wall_ns - first) / 1000;
	const char *way = i->direction == 1 ? "in" : i->direction == 2 ? "out" : "";

	if (c->json) {
		json_t *j = json_pack("{s:s,s:s,s:s,s:I,s:s,s:f}", "type", "frame", "interface", i->interface_name, "direction", way,
		                      "bytes", (json_int_t)i->bytes, "comment", i->comment, "time", (double)us / 1e6);
		char *text = j ? json_dumps(j, JSON_COMPACT) : NULL;

		puts(text ? text : "{}");
		free(text);
		json_decref(j);
	} else {
		printf("%3llu.%06llu  %s %s %u bytes%s%s\n", (unsigned long long)(us / 1000000), (unsigned long long)(us % 1000000),
		       i->interface_name, way, i->bytes, *i->comment ? "  " : "", i->comment);
	}
}
static void print_record(const struct cli *c, const struct trace_head *h, uint64_t t0)
{
	char line[1400];

	if (c->json) {
		json_t *j = report_trace_json(h, t0);
		char *text = j ? json_dumps(j, JSON_COMPACT) : NULL;

		puts(text ? text : "{}");
		free(text);
		json_decref(j);
	} else {
		report_trace_line(h, t0, line, sizeof(line));
		puts(line);
	}
}
int cli_watch_file(struct cli *c, const char *path)
{
	const char *name = cli_value(c, "--view");
	enum report_view view = RV_BOUNDARY;
	struct pcapng_reader *in;
	struct pcapng_item i;
	unsigned long left, count;
	uint64_t first = 0, t0 = 0;
	struct err e = {0};
	int r;

	if (name && !view_named(name, &view))
		return cli_error(CLI_USAGE, "--view %s: boundary, offload, log or all", name);
	r = whole_number(c, "--count", 1000000000, &left);
	if (r)
		return r;
	if (pcapng_open(path, &in, &e))
		return cli_error(CLI_FAILED, "%s", e.text);
	for (count = 0; (r = pcapng_next(in, &i, &e)) > 0 && (!left || count < left);) {
		first = first ? first : i.wall_ns;
		if (i.kind == PCAPNG_RECORD && report_trace_in(i.record, view)) {
			t0 = i.record->time_ns - (i.wall_ns - first); /* the file's first time, as records count it */
			print_record(c, i.record, t0);
			count++;
		} else if (i.kind == PCAPNG_FRAME && view == RV_ALL) {
			print_frame(c, &i, first);
			count++;
		}
	}
	pcapng_close(in);
	return r < 0 ? cli_error(CLI_FAILED, "%s", e.text) : CLI_OK;
}
