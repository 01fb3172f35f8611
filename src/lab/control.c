/*
 * The control socket: <run>/<name>.sock, where <run> is $XDG_RUNTIME_DIR/flue, else /tmp/flue-UID; directory 0700, socket 0600, peer's uid
 * must be ours (or root's).
 *
 * Newline-delimited JSON. Both sides first say {"proto":"flue","version":1,...}; then requests {"id":N,"verb":"...",...} and answers
 * {"id":N,"ok":{...}} or {"id":N,"error":"one line","class":"...","status":number}. Unknown members are ignored, an unknown verb is an
 * error.
 * {"verb":"watch","view":"boundary|offload|log|all"} is answered by {"id":N,"ok":{}} and then {"id":N,"line":"...","event":{...}} until the
 * client leaves.
 * {"verb":"space"} is answered with a pidfd of the lab's init, {"verb":"space","peer":1} with the peer's network namespace (flue host, flue
 * peer).
 * {"verb":"capture","sides":BITS,"snaplen":N} is answered with a descriptor of capture rings (trace/capture.h), which are filled until the
 * client leaves.
 * {"verb":"publish"} is answered with a descriptor (SCM_RIGHTS) of RAM, read-only, and where the published page is.
 * {"verb":"channel"} is answered with {"machine":pid,"proto":N,"adapter":"name"} and a guest channel (machine/protocol.h): OIDs go straight
 * to the machine and back, which saves the two turns through the lab. The client keeps it until it closes this connection. There are
 * MACHINE_GUESTS; who gets none, or whose channel ends, asks OIDs with the verb. {"verb":"lost","machine":pid}: a channel of that machine
 * ended under a request; always answered by an error: what became of the machine.
 *
 * A client that does not read is dropped when 1 MiB waits for it; one line may have 256 KiB. There is room for LAB_CLIENTS; when it is
 * full, one that never greeted gives way to a new one, else the new one is told so and sent away.
 */
#include "lab/lab_internal.h"
#include "lab/control.h"
#include "lab/netdev.h"
#include "trace/capture.h"
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#define OUT_MAX         (1u << 20)
#define CLIENT_REQUESTS 32 /* of one client under way at once */

struct lab_client {
	int fd;
	char *in, *out;
	size_t in_bytes, in_room, out_bytes, out_room;
	bool greeted, gone, watching;
	enum report_view view;
	json_int_t watch_id;
	struct capture *capture; /* NULL: none */
	unsigned waiting;        /* answers outstanding: callbacks hold a pointer to us */
	uint64_t t0;
};

int lab_listen(struct lab *l, struct err *e)
{
	struct sockaddr_un a = {.sun_family = AF_UNIX};
	int fd, r = lab_socket_path(l->name, l->socket_path, sizeof(l->socket_path), e);
	mode_t old;

	if (r)
		return r;
	snprintf(a.sun_path, sizeof(a.sun_path), "%.107s", l->socket_path);
	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd < 0)
		return err_set(e, errno, "no socket: %s", strerror(errno));
	old = umask(0177);
	r = bind(fd, (struct sockaddr *)&a, sizeof(a));
	if (r && errno == EADDRINUSE && control_remove_stale(l->socket_path)) {
		r = bind(fd, (struct sockaddr *)&a, sizeof(a));
	}
	umask(old);
	if (r || listen(fd, 16)) {
		int code = errno;

		close(fd);
		*l->socket_path = 0;
		if (code == EADDRINUSE)
			return err_set(e, EEXIST, "%s is running already: flue stop %s, or another --name", l->name, l->name);
		return err_set(e, code, "%s: %s", a.sun_path, strerror(code));
	}
	l->listen_fd = fd;
	return 0;
}

/* ---- sending */
static void flush(struct lab_client *c)
{
	while (c->out_bytes && !c->gone) {
		ssize_t n = send(c->fd, c->out, c->out_bytes, MSG_NOSIGNAL | MSG_DONTWAIT);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			if (errno != EAGAIN)
				c->gone = true;
			return;
		}
		c->out_bytes -= (size_t)n;
		memmove(c->out, c->out + n, c->out_bytes);
	}
}
static void send_json(struct lab_client *c, json_t *j)
{
	char *text = j ? json_dumps(j, JSON_COMPACT) : NULL;
	size_t n = text ? strlen(text) : 0;

	json_decref(j);
	if (!text || c->gone) {
		free(text);
		return;
	}
	if (c->out_bytes + n + 1 > OUT_MAX) {
		c->gone = true; /* it does not read */
		free(text);
		return;
	}
	if (c->out_bytes + n + 1 > c->out_room) {
		size_t room = (c->out_bytes + n + 1) * 2;
		char *more = realloc(c->out, room);

		if (!more) {
			free(text);
			c->gone = true;
			return;
		}
		c->out = more;
		c->out_room = room;
	}
	memcpy(c->out + c->out_bytes, text, n);
	c->out[c->out_bytes + n] = '\n';
	c->out_bytes += n + 1;
	free(text);
	flush(c);
}
static json_t *error_json(json_int_t id, const struct lab_error *e)
{
	json_t *j = json_pack("{s:I,s:s,s:s,s:i}", "id", id, "error", e->e.text, "class", e->klass, "errno", -e->e.code);

	if (!j)
		j = json_pack("{s:I,s:s}", "id", id, "error", "failed; the reason is not printable");
	if (e->has_status)
		json_object_set_new(j, "status", json_integer(e->status));
	if (*e->report)
		json_object_set_new(j, "report", json_string(e->report));
	return j;
}
static void refuse(struct lab_client *c, json_int_t id, int code, const char *klass, const char *text)
{
	struct lab_error e = {0};

	err_set(&e.e, code, "%s", text);
	snprintf(e.klass, sizeof(e.klass), "%s", klass);
	send_json(c, error_json(id, &e));
}

/* ---- requests */
struct request {
	struct lab_client *client;
	json_int_t id;
	json_t *args;
};
static void on_done(void *ctx, json_t *result, const struct lab_error *e)
{
	struct request *r = ctx;

	r->client->waiting--;
	if (!r->client->gone)
		send_json(r->client, e ? error_json(r->id, e) : json_pack("{s:I,s:O}", "id", r->id, "ok", result));
	json_decref(r->args);
	free(r);
}
/* One answer that carries a descriptor; `text` is the ok object. */
static void send_with(struct lab_client *c, json_int_t id, int fd, const char *text)
{
	char line[200], room[CMSG_SPACE(sizeof(int))] = {0};
	struct iovec io = {line, 0};
	struct msghdr m = {.msg_iov = &io, .msg_iovlen = 1, .msg_control = room, .msg_controllen = sizeof(room)};
	struct cmsghdr *h = CMSG_FIRSTHDR(&m);

	io.iov_len = (size_t)snprintf(line, sizeof(line), "{\"id\":%lld,\"ok\":%s}\n", (long long)id, text);
	h->cmsg_level = SOL_SOCKET;
	h->cmsg_type = SCM_RIGHTS;
	h->cmsg_len = CMSG_LEN(sizeof(int));
	memcpy(CMSG_DATA(h), &fd, sizeof(int));
	if (sendmsg(c->fd, &m, MSG_NOSIGNAL) < 0)
		c->gone = true;
}
static void send_publish(struct lab *l, struct lab_client *c, json_int_t id)
{
	uint64_t offset, bytes;
	int fd = l->machine && l->up ? machine_publish(l->machine, &offset, &bytes) : -ENODEV;
	char text[120];

	if (fd < 0 || c->out_bytes) {
		refuse(c, id, fd < 0 ? -fd : EAGAIN, "state", "nothing is published: the driver is not running");
		return;
	}
	snprintf(text, sizeof(text), "{\"offset\":%llu,\"bytes\":%llu,\"slot\":0}", (unsigned long long)offset, (unsigned long long)bytes);
	send_with(c, id, fd, text);
}
static void send_space(struct lab *l, struct lab_client *c, json_int_t id, const json_t *which)
{
	int fd = lab_netdev_space(l, json_integer_value(which) == 1);
	char text[160];

	if (fd < 0 || c->out_bytes) {
		snprintf(text, sizeof(text), "%.31s has no host and peer of its own: flue run DRIVER.sys --lab makes them", l->name);
		refuse(c, id, fd < 0 ? ENOENT : EAGAIN, "state", text);
		return;
	}
	send_with(c, id, fd, "{}");
}
/* ---- guest channels */
struct lending {
	struct lab *lab;
	struct lab_client *client;
	json_int_t id;
	int index;
};
static void on_served(void *ctx, json_t *ok, const struct machine_error *e)
{
	struct lending *g = ctx;
	struct lab_client *c = g->client;
	struct machine *m = g->lab->machine;
	char text[120];

	c->waiting--;
	if (ok && m && !c->gone && !c->out_bytes) {
		snprintf(text, sizeof(text), "{\"machine\":%d,\"proto\":%d,\"adapter\":\"%s\"}", (int)machine_pid(m), MACHINE_PROTO,
		         g->lab->name);
		send_with(c, g->id, machine_guest_fd(m, g->index), text);
	} else {
		if (m && !ok && !strcmp(e->klass, "channel"))
			machine_guest_drop(m, g->index);
		else if (m)
			machine_guest_return(m, c);
		refuse(c, g->id, EAGAIN, "channel", "that channel has ended: ask again, or use the verb oid");
	}
	free(g);
}
static void lend_channel(struct lab *l, struct lab_client *c, json_int_t id)
{
	int index = l->machine && l->up ? machine_guest_take(l->machine, c) : -ENODEV;
	struct lending *g = index < 0 ? NULL : malloc(sizeof(*g));

	if (!g) {
		refuse(c, id, index < 0 ? -index : ENOMEM, "channel",
		       index == -ENODEV  ? "the driver is not running"
		       : index == -EBUSY ? "every channel is lent: use the verb oid"
		                         : "there are no channels here: use the verb oid");
		return;
	}
	*g = (struct lending){l, c, id, index};
	c->waiting++;
	machine_send(l->machine, MM_CHANNEL, json_pack("{s:i}", "index", index), 2000, on_served, g);
}
struct loss {
	struct lab_client *client;
	json_int_t id;
};
static void on_end(void *ctx, json_t *ok, const struct machine_error *e)
{
	struct loss *w = ctx;

	(void)ok;
	w->client->waiting--;
	refuse(w->client, w->id, -e->e.code, e->klass, e->e.text);
	free(w);
}
/* The client may know of the machine's end before we do. */
static void tell_loss(struct lab *l, struct lab_client *c, json_int_t id, json_int_t machine)
{
	struct loss *w = l->machine && machine_pid(l->machine) == machine ? malloc(sizeof(*w)) : NULL;

	if (w) {
		*w = (struct loss){c, id};
		c->waiting++;
		machine_await_end(l->machine, 2000, on_end, w);
	} else if (l->last_crash.e.code) {
		refuse(c, id, -l->last_crash.e.code, "machine", l->last_crash.e.text);
	} else {
		refuse(c, id, EPIPE, "machine", "the machine has ended");
	}
}
static void start_capture(struct lab *l, struct lab_client *c, json_int_t id, const json_t *j)
{
	const json_int_t sides = json_integer_value(json_object_get(j, "sides")),
	                 snaplen = json_integer_value(json_object_get(j, "snaplen"));
	struct err e = {0};
	int fd;

	if (c->capture || c->out_bytes || snaplen < 0 || snaplen > CAPTURE_SNAPLEN) {
		refuse(c, id, EINVAL, "protocol", "one capture for each connection; a snaplen is 0 (everything) to 262144");
		return;
	}
	if (capture_open((unsigned)sides & (CAPTURE_HOST | CAPTURE_WIRE), (uint32_t)snaplen, &c->capture, &fd, &e)) {
		refuse(c, id, -e.code, "state", e.text);
		return;
	}
	list_each(p, &l->history) capture_record_to(c->capture, &base_container_of(p, struct history_record, link)->head);
	send_with(c, id, fd, "{}");
	close(fd);
}
static enum report_view view_of(const char *text)
{
	return !text                      ? RV_BOUNDARY
	       : !strcmp(text, "all")     ? RV_ALL
	       : !strcmp(text, "offload") ? RV_OFFLOAD
	       : !strcmp(text, "log")     ? RV_LOG
	                                  : RV_BOUNDARY;
}
static void handle(struct lab *l, struct lab_client *c, const char *line, size_t n)
{
	json_t *j = json_loadb(line, n, JSON_REJECT_DUPLICATES, NULL);
	const char *verb = json_string_value(json_object_get(j, "verb"));
	json_int_t id = json_integer_value(json_object_get(j, "id"));
	struct request *r;

	if (!json_is_object(j)) {
		refuse(c, 0, EINVAL, "protocol", "a request is one JSON object on one line");
	} else if (!c->greeted) {
		const char *proto = json_string_value(json_object_get(j, "proto"));

		if (!proto || strcmp(proto, "flue") || json_integer_value(json_object_get(j, "version")) != CONTROL_VERSION) {
			refuse(c, 0, EPROTO, "protocol", "first {\"proto\":\"flue\",\"version\":1}");
			c->gone = true;
		}
		c->greeted = true;
	} else if (!verb) {
		refuse(c, id, EINVAL, "protocol", "a request has a \"verb\"");
	} else if (!strcmp(verb, "watch")) {
		c->watching = true;
		c->watch_id = id;
		c->view = view_of(json_string_value(json_object_get(j, "view")));
		c->t0 = clock_mono_ns();
		send_json(c, json_pack("{s:I,s:{}}", "id", id, "ok"));
	} else if (!strcmp(verb, "capture")) {
		start_capture(l, c, id, j);
	} else if (!strcmp(verb, "publish")) {
		send_publish(l, c, id);
	} else if (!strcmp(verb, "channel")) {
		lend_channel(l, c, id);
	} else if (!strcmp(verb, "lost")) {
		tell_loss(l, c, id, json_integer_value(json_object_get(j, "machine")));
	} else if (!strcmp(verb, "space")) {
		send_space(l, c, id, json_object_get(j, "peer"));
	} else {
		r = malloc(sizeof(*r));
		if (!r) {
			refuse(c, id, ENOMEM, "lab", "out of memory");
		} else {
			*r = (struct request){c, id, json_incref(j)};
			c->waiting++;
			lab_verb(l, verb, j, on_done, r);
		}
	}
	json_decref(j);
}
/* The whole lines that are there, until CLIENT_REQUESTS of its requests are under way: the rest waits until some are answered. */
static void take_lines(struct lab *l, struct lab_client *c)
{
	char *end;

	while (!c->gone && c->waiting <= CLIENT_REQUESTS && c->in_bytes && (end = memchr(c->in, '\n', c->in_bytes))) {
		size_t line = (size_t)(end - c->in) + 1;
		char *copy = malloc(line);

		/* a copy: a verb may run the loop, which may come back here for this client */
		if (!copy) {
			c->gone = true;
			return;
		}
		memcpy(copy, c->in, line);
		c->in_bytes -= line;
		memmove(c->in, c->in + line, c->in_bytes);
		handle(l, c, copy, line - 1);
		free(copy);
	}
}
static void take_input(struct lab *l, struct lab_client *c)
{
	for (;;) {
		ssize_t n;
		bool all;

		if (c->in_room - c->in_bytes < 4096) {
			size_t room = c->in_room ? c->in_room * 2 : 8192;
			char *more = room > CONTROL_LINE_MAX * 2 ? NULL : realloc(c->in, room);

			if (!more) {
				c->gone = true;
				return;
			}
			c->in = more;
			c->in_room = room;
		}
		n = recv(c->fd, c->in + c->in_bytes, c->in_room - c->in_bytes, MSG_DONTWAIT);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0 && errno == EAGAIN)
			return;
		if (n <= 0) {
			c->gone = true;
			return;
		}
		all = (size_t)n < c->in_room - c->in_bytes;
		c->in_bytes += (size_t)n;
		take_lines(l, c);
		if (c->waiting > CLIENT_REQUESTS)
			return;
		if (c->in_bytes > CONTROL_LINE_MAX && !c->gone) {
			refuse(c, 0, EMSGSIZE, "protocol", "a request has at most 256 KiB");
			c->gone = true;
		}
		if (all) /* there was no more; poll tells when there is */
			return;
	}
}
static void turn_away(int fd, const char *why)
{
	char text[200];
	int n = snprintf(text, sizeof(text), "{\"id\":0,\"error\":\"%s\",\"class\":\"protocol\"}\n", why);

	if (send(fd, text, (size_t)n, MSG_NOSIGNAL | MSG_DONTWAIT) < 0)
		log_line(LOG_DEBUG, "a client that was turned away did not hear why");
	close(fd);
}
static void reap(struct lab *l, unsigned i);
static void accept_client(struct lab *l)
{
	int fd = accept4(l->listen_fd, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
	struct ucred peer;
	socklen_t n = sizeof(peer);
	struct lab_client *c;
	unsigned slot = 0;

	if (fd < 0)
		return;
	while (slot < LAB_CLIENTS && l->clients[slot])
		slot++;
	for (unsigned i = 0; i < LAB_CLIENTS && slot == LAB_CLIENTS; i++)
		if (!l->clients[i]->greeted && !l->clients[i]->waiting) {
			l->clients[i]->gone = true;
			reap(l, i);
			slot = i;
		}
	if (getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &n) || (peer.uid != getuid() && peer.uid != 0)) {
		turn_away(fd, "only the user who runs this NIC, and root, may ask it");
		return;
	}
	if (slot == LAB_CLIENTS || !(c = calloc(1, sizeof(*c)))) {
		turn_away(fd, "too many clients are connected already: end some (flue watch is one each)");
		return;
	}
	c->fd = fd;
	l->clients[slot] = c;
	send_json(c, json_pack("{s:s,s:i,s:s,s:s,s:i}", "proto", "flue", "version", CONTROL_VERSION, "name", l->name, "program",
	                       FLUE_VERSION, "pid", (int)getpid()));
}

/* ---- the loop's side */
void lab_clients_poll(struct lab *l, void *pollfds, unsigned *count, unsigned max)
{
	struct pollfd *p = pollfds;

	if (*count < max)
		p[(*count)++] = (struct pollfd){l->served ? l->listen_fd : -1, POLLIN, 0};
	for (unsigned i = 0; i < LAB_CLIENTS && *count < max; i++) {
		struct lab_client *c = l->clients[i];

		if (c && !c->gone)
			p[(*count)++] = (struct pollfd){
			        c->fd, (short)((c->waiting < CLIENT_REQUESTS ? POLLIN : 0) | (c->out_bytes ? POLLOUT : 0)), 0};
	}
}
static void reap(struct lab *l, unsigned i)
{
	struct lab_client *c = l->clients[i];

	if (!c || !c->gone || c->waiting)
		return;
	if (l->machine)
		machine_guest_return(l->machine, c);
	close(c->fd);
	capture_close(c->capture);
	free(c->in);
	free(c->out);
	free(c);
	l->clients[i] = NULL;
}
static struct lab_client *by_fd(struct lab *l, int fd)
{
	for (unsigned i = 0; i < LAB_CLIENTS; i++)
		if (l->clients[i] && l->clients[i]->fd == fd)
			return l->clients[i];
	return NULL;
}
void lab_clients_ready(struct lab *l, const void *pollfds, unsigned first, unsigned count)
{
	const struct pollfd *p = pollfds;

	for (unsigned i = first + 1; i < count; i++) {
		struct lab_client *c = p[i].revents ? by_fd(l, p[i].fd) : NULL;

		if (!c) /* a nested turn may have closed it meanwhile */
			continue;
		c->waiting++; /* not freed under us by a nested turn */
		if (p[i].revents & POLLOUT)
			flush(c);
		if (p[i].revents & (POLLIN | POLLHUP | POLLERR) && !c->gone)
			take_input(l, c);
		c->waiting--;
	}
	for (unsigned i = 0; i < LAB_CLIENTS; i++) {
		struct lab_client *c = l->clients[i];

		if (c && !c->gone) { /* what had to wait for answers */
			c->waiting++;
			take_lines(l, c);
			c->waiting--;
		}
		reap(l, i);
	}
	if (first < count && p[first].revents & POLLIN)
		accept_client(l);
}
void lab_clients_record(struct lab *l, const struct trace_head *h)
{
	capture_record(h);
	for (unsigned i = 0; i < LAB_CLIENTS; i++) {
		struct lab_client *c = l->clients[i];
		char line[1400];

		if (!c || !c->watching || c->gone || !report_trace_in(h, c->view))
			continue;
		report_trace_line(h, c->t0, line, sizeof(line));
		json_t *text = json_string(line);

		send_json(c, json_pack("{s:I,s:o,s:o}", "id", c->watch_id, "line", text ? text : json_string("(text that is not UTF-8)"),
		                       "event", report_trace_json(h, c->t0)));
	}
}
bool lab_clients_busy(const struct lab *l)
{
	for (unsigned i = 0; i < LAB_CLIENTS; i++)
		if (l->clients[i] && !l->clients[i]->gone && l->clients[i]->out_bytes)
			return true;
	return false;
}
void lab_clients_close(struct lab *l)
{
	for (unsigned i = 0; i < LAB_CLIENTS; i++)
		if (l->clients[i]) {
			l->clients[i]->gone = true;
			l->clients[i]->waiting = 0;
			reap(l, i);
		}
	if (l->listen_fd >= 0)
		close(l->listen_fd);
	l->listen_fd = -1;
	if (*l->socket_path)
		unlink(l->socket_path);
	*l->socket_path = 0;
}
