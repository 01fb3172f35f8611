/* Client of the control socket: blocking, with a time limit. */
#include "lab/control.h"
#include <dirent.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#define ANSWER_MAX (8u << 20)
#define SPIN_NS    150000

struct control {
	int fd, passed;
	char *in;
	size_t bytes, room;
	json_int_t id;
	bool quick; /* an OID: answered sooner than a sleep and a wake-up take. We keep our processor, so that lab and machine follow each
	               other on another one */
};
int control_fd(const struct control *c)
{
	return c->fd;
}
static int more(struct control *c, int timeout_ms)
{
	char room[CMSG_SPACE(sizeof(int))];
	struct pollfd p = {c->fd, POLLIN, 0};
	uint64_t spin = c->quick ? clock_mono_ns() + SPIN_NS : 0;
	struct iovec io;
	struct msghdr m = {.msg_iov = &io, .msg_iovlen = 1, .msg_control = room, .msg_controllen = sizeof(room)};
	ssize_t n;
	int r;

	if (c->room - c->bytes < 65536) {
		size_t want = c->room ? c->room * 2 : 131072;
		char *bigger = want > ANSWER_MAX ? NULL : realloc(c->in, want);

		if (!bigger)
			return -ENOMEM;
		c->in = bigger;
		c->room = want;
	}
	while (spin && recv(c->fd, c->in + c->bytes, 1, MSG_PEEK | MSG_DONTWAIT) < 0 && errno == EAGAIN && clock_mono_ns() < spin)
		for (int i = 0; i < 10; i++)
			__builtin_ia32_pause();
	if (timeout_ms >= 0) {
		do
			r = poll(&p, 1, timeout_ms);
		while (r < 0 && errno == EINTR);
		if (r <= 0)
			return r ? -errno : -ETIMEDOUT;
	}
	io.iov_base = c->in + c->bytes;
	io.iov_len = c->room - c->bytes;
	do
		n = recvmsg(c->fd, &m, MSG_CMSG_CLOEXEC);
	while (n < 0 && errno == EINTR);
	if (n <= 0)
		return n ? -errno : -ECONNRESET;
	for (struct cmsghdr *h = CMSG_FIRSTHDR(&m); h; h = CMSG_NXTHDR(&m, h))
		if (h->cmsg_level == SOL_SOCKET && h->cmsg_type == SCM_RIGHTS) {
			if (c->passed >= 0)
				close(c->passed);
			memcpy(&c->passed, CMSG_DATA(h), sizeof(int));
		}
	c->bytes += (size_t)n;
	return 0;
}
static json_t *line(struct control *c, uint64_t deadline, struct err *e)
{
	for (;;) {
		char *end = c->in ? memchr(c->in, '\n', c->bytes) : NULL;
		uint64_t now;
		int r;

		if (end) {
			size_t n = (size_t)(end - c->in);
			json_t *j = json_loadb(c->in, n, 0, NULL);

			c->bytes -= n + 1;
			memmove(c->in, end + 1, c->bytes);
			if (!j)
				err_set(e, EPROTO, "the lab answered something that is no JSON");
			return j;
		}
		now = clock_mono_ns();
		if (deadline && now >= deadline)
			r = -ETIMEDOUT;
		else
			r = more(c, deadline ? (int)((deadline - now) / 1000000) + 1 : -1);
		if (r) {
			err_set(e, -r, r == -ETIMEDOUT ? "the lab does not answer" : "the lab has gone");
			return NULL;
		}
	}
}
static int send_line(struct control *c, json_t *j, struct err *e)
{
	char *text = j ? json_dumps(j, JSON_COMPACT) : NULL, *at;
	size_t n;
	int r = 0;

	json_decref(j);
	if (!text || !(at = realloc(text, strlen(text) + 2))) {
		free(text);
		return err_set(e, ENOMEM, "out of memory");
	}
	text = at;
	strcat(text, "\n");
	n = strlen(text);
	while (n) {
		ssize_t did = send(c->fd, at, n, MSG_NOSIGNAL);

		if (did < 0 && errno == EINTR)
			continue;
		if (did < 0) {
			r = err_set(e, errno, "the lab has gone");
			break;
		}
		at += did;
		n -= (size_t)did;
	}
	free(text);
	return r;
}
int control_open(const char *name, struct control **out, struct err *e)
{
	struct sockaddr_un a = {.sun_family = AF_UNIX};
	struct control *c;
	char path[256];
	json_t *hello;
	int r;

	*out = NULL;
	if (!lab_name_valid(name))
		return err_set(e, EINVAL, "'%s' is no name of a NIC", name);
	r = lab_socket_path(name, path, sizeof(path), e);
	if (r)
		return r;
	c = calloc(1, sizeof(*c));
	if (!c)
		return err_set(e, ENOMEM, "out of memory");
	c->passed = -1;
	snprintf(a.sun_path, sizeof(a.sun_path), "%.107s", path);
	c->fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (c->fd < 0 || connect(c->fd, (struct sockaddr *)&a, sizeof(a))) {
		r = errno;
		if (r == ECONNREFUSED)
			control_remove_stale(path);
		control_close(c);
		if (r == ENOENT || r == ECONNREFUSED)
			return err_set(e, ENOENT, "no NIC '%s' is running (flue ls lists them)", name);
		return err_set(e, r, "%s: %s", path, strerror(r));
	}
	hello = line(c, clock_mono_ns() + 10000000000ull, e);
	if (hello && json_integer_value(json_object_get(hello, "version")) != CONTROL_VERSION) {
		const char *said = json_string_value(json_object_get(hello, "error"));

		if (said)
			err_set(e, EBUSY, "%s: %s", name, said);
		else
			err_set(e, EPROTO, "%s is run by another version of flue", name);
		json_decref(hello);
		hello = NULL;
	}
	r = hello ? send_line(c, json_pack("{s:s,s:i}", "proto", "flue", "version", CONTROL_VERSION), e) : (e && e->code ? e->code : -EIO);
	json_decref(hello);
	if (r) {
		control_close(c);
		return r;
	}
	*out = c;
	return 0;
}
void control_close(struct control *c)
{
	if (!c)
		return;
	if (c->fd >= 0)
		close(c->fd);
	if (c->passed >= 0)
		close(c->passed);
	free(c->in);
	free(c);
}
static void take_error(const json_t *j, struct lab_error *e)
{
	const char *text = json_string_value(json_object_get(j, "error"));
	json_t *status = json_object_get(j, "status");

	err_set(&e->e, EIO, "%s", text ? text : "refused");
	if (json_integer_value(json_object_get(j, "errno")) > 0)
		e->e.code = -(int)json_integer_value(json_object_get(j, "errno"));
	text = json_string_value(json_object_get(j, "class"));
	snprintf(e->klass, sizeof(e->klass), "%s", text ? text : "");
	text = json_string_value(json_object_get(j, "report"));
	snprintf(e->report, sizeof(e->report), "%s", text ? text : "");
	e->has_status = json_is_integer(status);
	e->status = (uint32_t)json_integer_value(status);
}
json_t *control_call(struct control *c, const char *verb, json_t *args, unsigned timeout_ms, int *fd, struct lab_error *e)
{
	uint64_t deadline = clock_mono_ns() + (timeout_ms ? timeout_ms : 120000) * 1000000ull;
	json_t *j = args ? args : json_object(), *ok;
	json_int_t id = ++c->id;

	memset(e, 0, sizeof(*e));
	c->quick = !strcmp(verb, "oid");
	json_object_set_new(j, "verb", json_string(verb));
	json_object_set_new(j, "id", json_integer(id));
	if (send_line(c, j, &e->e))
		return NULL;
	for (;;) {
		j = line(c, deadline, &e->e);
		if (!j)
			return NULL;
		if (json_integer_value(json_object_get(j, "id")) == id || !json_object_get(j, "id"))
			break;
		json_decref(j);
	}
	ok = json_incref(json_object_get(j, "ok"));
	if (!ok)
		take_error(j, e);
	if (fd) {
		*fd = c->passed;
		c->passed = -1;
	}
	json_decref(j);
	return ok;
}
json_t *control_next(struct control *c, struct lab_error *e)
{
	memset(e, 0, sizeof(*e));
	c->quick = false;
	return line(c, 0, &e->e);
}
static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}
int control_each(void (*fn)(void *ctx, const char *name), void *ctx)
{
	char dir[200], path[512], *names[1000];
	int count = 0;
	struct dirent *d;
	DIR *list;

	if (lab_runtime_directory(dir, sizeof(dir), false, NULL) || !(list = opendir(dir)))
		return 0;
	while ((d = readdir(list)) && count < (int)ARRAY_LEN(names)) {
		size_t n = strlen(d->d_name);

		if (n < 6 || strcmp(d->d_name + n - 5, ".sock"))
			continue;
		snprintf(path, sizeof(path), "%s/%s", dir, d->d_name);
		if (control_remove_stale(path))
			continue;
		names[count] = strndup(d->d_name, n - 5);
		count += names[count] != NULL;
	}
	closedir(list);
	qsort(names, (size_t)count, sizeof(*names), by_name);
	for (int i = 0; i < count; i++) {
		fn(ctx, names[i]);
		free(names[i]);
	}
	return count;
}
