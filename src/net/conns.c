/*
 * See conns.h. The thread, the table, who listens, what can be asked.
 *
 * One turn: what epoll has, what the machine's event ring has, then connections that may go down, in batches: each is taken and described,
 * and one CONN_END command closes the batch, so that the target gets one tree and one doorbell for many.
 */
#include "net/conns_internal.h"
#include "trace/trace.h"
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#define EVENTS     256
#define LOOK_MS    10 /* how often connections are looked at for the policy while some are in the host */
#define KIND_CONN  0u
#define KIND_OTHER 0x80u /* low byte of epoll data: | what */
enum { OTHER_WAKE = KIND_OTHER, OTHER_HELD, OTHER_RING, OTHER_NEIGH, OTHER_LISTENER };

static void lock(struct conns *c)
{
	atomic_fetch_add(&c->wanted, 1);
	pthread_mutex_lock(&c->lock);
	atomic_fetch_sub(&c->wanted, 1);
}
static void unlock(struct conns *c)
{
	pthread_mutex_unlock(&c->lock);
}
static void wake(struct conns *c)
{
	const uint64_t one = 1;
	if (write(c->wake, &one, sizeof one) < 0)
		return;
}
static void swallow(int fd)
{
	uint64_t v;
	while (read(fd, &v, sizeof v) == sizeof v)
		;
}
static void watch(struct conns *c, int fd, uint64_t data)
{
	struct epoll_event e = {.events = EPOLLIN, .data.u64 = data};
	epoll_ctl(c->epoll, EPOLL_CTL_ADD, fd, &e);
}

bool conns_command(struct conns *c, struct conn_cell *cell)
{
	if (!c->attached || c->broken || conn_lab_command(&c->lab, cell))
		return false;
	c->commanded = true;
	return true;
}

/* ---- one connection's begin and end */
static void text_of(const struct sockaddr_storage *a, char *out, size_t max, uint8_t *raw, uint16_t *port, uint8_t *family)
{
	char host[INET6_ADDRSTRLEN] = "?";
	if (a->ss_family == AF_INET6) {
		const struct sockaddr_in6 *s = (const void *)a;
		*port = s->sin6_port;
		if (!IN6_IS_ADDR_V4MAPPED(&s->sin6_addr)) {
			*family = 6;
			memcpy(raw, &s->sin6_addr, 16);
			inet_ntop(AF_INET6, raw, host, sizeof host);
			snprintf(out, max, "[%s]:%u", host, ntohs(*port));
			return;
		}
		memcpy(raw, s->sin6_addr.s6_addr + 12, 4);
	} else {
		const struct sockaddr_in *s = (const void *)a;
		*port = s->sin_port;
		memcpy(raw, &s->sin_addr, 4);
	}
	*family = 4;
	inet_ntop(AF_INET, raw, host, sizeof host);
	snprintf(out, max, "%s:%u", host, ntohs(*port));
}
static void accept_one(struct conns *c, struct listener *l)
{
	struct sockaddr_storage local, remote;
	socklen_t n = sizeof remote;
	struct err e = {0};
	uint32_t slot = 0;
	const int fd = accept4(l->fd, (struct sockaddr *)&remote, &n, SOCK_NONBLOCK | SOCK_CLOEXEC);
	if (fd < 0)
		return;
	while (slot < CONNS_MAX && c->conn[slot])
		slot++;
	struct conn *k = slot < CONNS_MAX ? calloc(1, sizeof *k) : NULL;
	n = sizeof local;
	if (!k || getsockname(fd, (struct sockaddr *)&local, &n)) {
		free(k);
		close(fd); /* too many: the peer sees it end */
		c->closed++;
		return;
	}
	*k = (struct conn){
	        .c = c, .slot = slot, .birth = ++c->births, .behind = l->behind, .wire = fd, .app = -1, .born_ns = clock_mono_ns()};
	text_of(&local, k->local, sizeof k->local, k->flow.local, &k->flow.local_port, &k->flow.family);
	text_of(&remote, k->foreign, sizeof k->foreign, k->flow.remote, &k->flow.remote_port, &k->flow.family);
	c->conn[slot] = k;
	c->count++;
	c->accepted++;
	/* the machine's default may be BBR, to which a delegated ssthresh means nothing */
	if (setsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, "cubic", 5))
		setsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, "reno", 4);
	const int window =
	        512
	        << 10; /* a card's receive window is smaller than Linux's, which grows: the buffer is fixed, the clamp alone is not kept */
	setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &window, sizeof window);
	setsockopt(fd, IPPROTO_TCP, TCP_WINDOW_CLAMP, &window, sizeof window);
	const int lowat = 256 << 10; /* little waits in the kernel, so little has to move */
	setsockopt(fd, IPPROTO_TCP, TCP_NOTSENT_LOWAT, &lowat, sizeof lowat);
	if (l->behind == BEHIND_FORWARD) {
		if (outer_connect(c->outer, l->target, &k->app, &e)) {
			conn_close(k, e.text, true);
			return;
		}
		k->connecting = true;
		const int one = 1;
		setsockopt(k->app, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
	}
	splice_in_host(k);
}
void conn_close(struct conn *k, const char *why, bool reset)
{
	struct conns *c = k->c;
	if (k->dead)
		return;
	if (why && why != k->why)
		snprintf(k->why, sizeof k->why, "%s", why);
	if (k->app >= 0) {
		struct linger l = {1, 0};
		if (reset && !k->connecting)
			setsockopt(k->app, SOL_SOCKET, SO_LINGER, &l, sizeof l);
		close(k->app);
		k->app = -1;
		k->app_events = 0;
	}
	k->reset |= reset;
	if (k->with_target) { /* it comes up first */
		if (k->where == OFFLOADED && reset) {
			struct conn_cell cell = {.what = CMD_DISCONNECT,
			                         .flags = 2 /* TCP_DISCONNECT_ABORTIVE_CLOSE */,
			                         .slot = k->slot,
			                         .generation = k->generation};
			conns_command(c, &cell);
			move_up(k, 0);
		}
		k->behind = BEHIND_DISCARD;
		k->app_eof = true;
		return;
	}
	if (k->hold) {
		net_unhold(c->net, k->hold, false);
		k->hold = NULL;
	}
	if (k->wire >= 0) {
		struct linger l = {1, 0};
		if (reset)
			setsockopt(k->wire, SOL_SOCKET, SO_LINGER, &l, sizeof l);
		close(k->wire);
		k->wire = -1;
	}
	if (reset) {
		c->resets++;
		snprintf(c->last_reset, sizeof c->last_reset, "%.60s %.60s: %.38s", k->local, k->foreign, why ? why : "?");
	}
	tcp_moved_free(&k->moved);
	k->dead = true;
	c->conn[k->slot] = NULL;
	c->count--;
	c->closed++;
	k->next_dead = c->graves;
	c->graves = k;
}
static void bury(struct conns *c)
{
	while (c->graves) {
		struct conn *k = c->graves;
		c->graves = k->next_dead;
		queue_free(&k->in);
		queue_free(&k->out);
		free(k->returns);
		free(k);
	}
}

/* ---- the thread */
static void on_socket(struct conns *c, uint64_t data, uint32_t events)
{
	const uint32_t slot = (uint32_t)(data >> 40), birth = (uint32_t)(data >> 8);
	struct conn *k = slot < CONNS_MAX ? c->conn[slot] : NULL;
	if (!k || k->birth != birth)
		return;
	if ((data & 0xff) == 2 && k->connecting && events & (EPOLLOUT | EPOLLERR | EPOLLHUP)) {
		int error = 0;
		socklen_t n = sizeof error;
		getsockopt(k->app, SOL_SOCKET, SO_ERROR, &error, &n);
		k->connecting = false;
		if (error) {
			char why[96];
			snprintf(why, sizeof why, "the target does not answer: %s", strerror(error));
			conn_close(k, why, true);
			return;
		}
	}
	if (k->where == IN_HOST)
		splice_in_host(k);
	else
		splice_offloaded(k);
}
static void events_of_machine(struct conns *c)
{
	struct conn_cell e;
	int r = 0;
	for (unsigned i = 0; i < CONN_CELLS && c->attached && (r = conn_lab_event(&c->lab, &e)) > 0; i++)
		move_event(c, &e);
	if (r < 0 && !c->broken) {
		c->broken = true;
		trace_textf(TRACE_FINDING, 0, "port", "%s", c->lab.why);
	}
}
/* What the machine says that the adapter takes. When it takes something else than before, what it refused is tried again at once. */
static void look(struct conns *c)
{
	if (!c->attached)
		return;
	const uint32_t can = atomic_load(&c->lab.shared->can);
	const struct conns_offload before = c->offload;
	c->offload = (struct conns_offload){.ipv4 = can & CONN_CAN_IP4,
	                                    .ipv6 = can & CONN_CAN_IP6,
	                                    .paused = can & CONN_CAN_PAUSED,
	                                    .capacity = atomic_load(&c->lab.shared->capacity)};
	if (before.ipv4 == c->offload.ipv4 && before.ipv6 == c->offload.ipv6 && before.paused == c->offload.paused &&
	    before.capacity == c->offload.capacity)
		return;
	for (uint32_t i = 0; i < CONNS_MAX; i++)
		if (c->conn[i])
			c->conn[i]->try_ns = 0;
}
static void go_down(struct conns *c)
{
	unsigned n = 0;
	look(c);
	const uint64_t start = clock_mono_ns();
	for (uint32_t i = 0; i < CONNS_MAX && c->attached && !c->offload.paused; i++)
		if (c->conn[i] && move_wanted(c->conn[i])) {
			move_down(c->conn[i]);
			n++;
		}
	if (n) {
		struct conn_cell end = {.what = CMD_OFFLOAD, .flags = CONN_END, .slot = CONNS_MAX};
		conns_command(c, &end);
		c->last_batch = n;
		c->last_batch_ns = clock_mono_ns() - start;
	}
}
static void *run(void *arg)
{
	struct conns *c = arg;
	struct epoll_event e[EVENTS];
	uint64_t looked = 0;
	prctl(PR_SET_NAME, "flue-conn");
	while (!atomic_load(&c->stop)) {
		int timeout = -1;
		lock(c);
		if (c->attached && c->count > c->offloaded && c->policy.mode != CONNS_DISABLED)
			timeout = LOOK_MS;
		bool sleep = !c->attached || conn_lab_idle(&c->lab);
		unlock(c);
		const int n = epoll_wait(c->epoll, e, EVENTS, sleep ? timeout : 0);
		while (atomic_load(&c->wanted) > 0)
			sched_yield();
		pthread_mutex_lock(&c->lock);
		if (c->attached)
			conn_lab_awake(&c->lab);
		c->now = clock_mono_ns();
		for (int i = 0; i < n; i++) {
			const uint64_t data = e[i].data.u64;
			if (data == OTHER_WAKE)
				swallow(c->wake);
			else if (data == OTHER_HELD)
				swallow(c->held);
			else if (data == OTHER_NEIGH)
				neigh_changes(c);
			else if (data == OTHER_RING)
				swallow(c->lab.wake_fd);
			else if ((data & 0xff) == OTHER_LISTENER)
				accept_one(c, &c->listener[data >> 8]);
			else
				on_socket(c, data, e[i].events);
		}
		events_of_machine(c);
		for (uint32_t i = 0; c->offloaded && i < CONNS_MAX; i++)
			if (c->conn[i] && c->conn[i]->where == OFFLOADED && c->conn[i]->hold)
				move_forward_held(c->conn[i]);
		if (c->now - looked >= LOOK_MS * 1000000ull) {
			looked = c->now;
			go_down(c);
		}
		if (c->commanded && c->attached)
			conn_lab_kick(&c->lab);
		c->commanded = false;
		bury(c);
		pthread_mutex_unlock(&c->lock);
	}
	return NULL;
}

/* ---- from outside */
int conns_open(struct net *n, struct outer *outer, struct conns **out, struct err *e)
{
	struct conns *c = calloc(1, sizeof *c);
	sigset_t all, old;
	int r;
	if (!c)
		return err_set(e, ENOMEM, "out of memory");
	c->net = n;
	c->outer = outer;
	c->policy = (struct conns_policy){.mode = CONNS_AUTOMATIC, .min_age_ms = 50, .min_bytes = 0, .ipv4 = true, .ipv6 = true};
	pthread_mutex_init(&c->lock, NULL);
	c->epoll = epoll_create1(EPOLL_CLOEXEC);
	c->wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	c->held = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	c->neigh = -1;
	if (c->epoll < 0 || c->wake < 0 || c->held < 0) {
		r = err_set(e, errno, "no descriptor: %s", strerror(errno));
		goto failed;
	}
	c->neigh = neigh_watch(e);
	if (c->neigh < 0) {
		r = c->neigh;
		goto failed;
	}
	watch(c, c->neigh, OTHER_NEIGH);
	watch(c, c->wake, OTHER_WAKE);
	watch(c, c->held, OTHER_HELD);
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &old);
	r = pthread_create(&c->thread, NULL, run, c);
	pthread_sigmask(SIG_SETMASK, &old, NULL);
	if (!r) {
		*out = c;
		return 0;
	}
	r = err_set(e, r, "no thread for connections: %s", strerror(r));
failed:
	close(c->epoll);
	close(c->wake);
	close(c->held);
	if (c->neigh >= 0)
		close(c->neigh);
	free(c);
	return r;
}
void conns_close(struct conns *c)
{
	if (!c)
		return;
	conns_detach(c);
	atomic_store(&c->stop, true);
	wake(c);
	pthread_join(c->thread, NULL);
	for (unsigned i = 0; i < CONNS_MAX; i++)
		if (c->conn[i])
			conn_close(c->conn[i], "the NIC goes", true);
	bury(c);
	for (unsigned i = 0; i < c->listeners; i++)
		close(c->listener[i].fd);
	close(c->epoll);
	close(c->wake);
	close(c->held);
	if (c->neigh >= 0)
		close(c->neigh);
	pthread_mutex_destroy(&c->lock);
	free(c);
}
int conns_serve(struct conns *c, const char *spec, struct err *e)
{
	static const char *const kinds[] = {"forward", "echo", "discard", "source"};
	struct listener l = {.fd = -1};
	const char *colon = strchr(spec, ':'), *equal = strchr(spec, '=');
	struct sockaddr_storage ignored;
	unsigned length, kind = 0;
	char *end;
	int one = 1, zero = 0, r;
	while (colon && kind < ARRAY_LEN(kinds) && (strncmp(spec, kinds[kind], (size_t)(colon - spec)) || kinds[kind][colon - spec]))
		kind++;
	const unsigned long port = colon ? strtoul(colon + 1, &end, 10) : 0;
	if (!colon || kind == ARRAY_LEN(kinds) || !port || port > 65535 || (kind == BEHIND_FORWARD ? !equal || end != equal : *end != 0))
		return err_set(e, EINVAL, "--serve %s: forward:PORT=ADDRESS:PORT, echo:PORT, discard:PORT or source:PORT is wanted", spec);
	l.behind = (enum behind)kind;
	l.port = (uint16_t)port;
	if (kind == BEHIND_FORWARD) {
		snprintf(l.target, sizeof l.target, "%s", equal + 1);
		r = outer_target(l.target, &ignored, &length, e);
		if (r)
			return r;
	}
	struct sockaddr_in6 a = {.sin6_family = AF_INET6, .sin6_port = htons(l.port)};
	l.fd = socket(AF_INET6, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	setsockopt(l.fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
	setsockopt(l.fd, IPPROTO_IPV6, IPV6_V6ONLY, &zero, sizeof zero);
	if (l.fd < 0 || bind(l.fd, (struct sockaddr *)&a, sizeof a) || listen(l.fd, 4096)) {
		r = err_set(e, errno, "--serve %s: port %u: %s", spec, l.port, strerror(errno));
		if (l.fd >= 0)
			close(l.fd);
		return r;
	}
	lock(c);
	if (c->listeners == LISTENERS) {
		unlock(c);
		close(l.fd);
		return err_set(e, E2BIG, "--serve: at most %u of them", LISTENERS);
	}
	c->listener[c->listeners] = l;
	watch(c, l.fd, (uint64_t)c->listeners++ << 8 | OTHER_LISTENER);
	unlock(c);
	return 0;
}
int conns_attach(struct conns *c, const struct conn_lab *l, struct err *e)
{
	(void)e;
	conns_detach(c);
	lock(c);
	c->lab = *l;
	c->attached = true;
	c->broken = false;
	watch(c, c->lab.wake_fd, OTHER_RING);
	unlock(c);
	wake(c);
	return 0;
}
void conns_detach(struct conns *c)
{
	if (!c)
		return;
	lock(c);
	if (c->attached) {
		c->attached = false;
		c->offload = (struct conns_offload){0};
		epoll_ctl(c->epoll, EPOLL_CTL_DEL, c->lab.wake_fd, NULL);
		for (unsigned i = 0; i < CONNS_MAX; i++)
			if (c->conn[i])
				move_lost(c->conn[i], "the driver was lost while the connection was offloaded");
		conn_lab_exit(&c->lab);
		bury(c);
	}
	unlock(c);
}
void conns_policy(struct conns *c, const struct conns_policy *p)
{
	lock(c);
	c->policy = *p;
	for (unsigned i = 0; i < CONNS_MAX; i++) {
		struct conn *k = c->conn[i];
		if (!k)
			continue;
		k->try_ns = 0;
		if (k->where == OFFLOADED && (p->mode == CONNS_DISABLED || !(k->flow.family == 4 ? p->ipv4 : p->ipv6)))
			move_up(k, 0);
	}
	if (c->attached && c->commanded)
		conn_lab_kick(&c->lab);
	c->commanded = false;
	unlock(c);
	wake(c);
}
void conns_policy_get(struct conns *c, struct conns_policy *p)
{
	lock(c);
	*p = c->policy;
	unlock(c);
}

/* ---- what can be asked */
static json_t *number(uint64_t v)
{
	return json_integer((json_int_t)v);
}
json_t *conns_list(struct conns *c)
{
	static const char *const wheres[] = {"InHost", "Offloading", "Offloaded", "Uploading"};
	json_t *list = json_array();
	lock(c);
	for (unsigned i = 0; i < CONNS_MAX; i++) {
		const struct conn *k = c->conn[i];
		if (!k)
			continue;
		const char *state = k->wire_eof && k->wire_shut  ? "TIME_WAIT"
		                    : k->wire_eof                ? "CLOSE_WAIT"
		                    : k->wire_shut || k->closing ? "FIN_WAIT"
		                                                 : "ESTABLISHED";
		json_array_append_new(list, json_pack("{s:s,s:s,s:s,s:s,s:s,s:o,s:o,s:i,s:s}", "proto", "TCP", "local", k->local, "foreign",
		                                      k->foreign, "state", state, "offload_state", wheres[k->where], "bytes_in",
		                                      number(k->bytes_in), "bytes_out", number(k->bytes_out), "moves", (int)k->moves, "why",
		                                      k->where == IN_HOST ? k->why : ""));
	}
	unlock(c);
	return list;
}
json_t *conns_show(struct conns *c)
{
	static const char *const modes[] = {"disabled", "enabled", "automatic", "default"};
	lock(c);
	look(c);
	json_t *j = json_pack("{s:i,s:i,s:o,s:o,s:o,s:o,s:o,s:o,s:o,s:o,s:o,s:o,s:o,s:i,s:o,s:s,s:s,s:b,s:b,s:b,s:i}", "connections",
	                      (int)c->count, "offloaded", (int)c->offloaded, "accepted", number(c->accepted), "closed", number(c->closed),
	                      "resets", number(c->resets), "offloads", number(c->offloads), "uploads", number(c->uploads), "refused",
	                      number(c->refused), "busy", number(c->busy), "forwarded", number(c->forwarded), "put_back_failed",
	                      number(c->put_back_failed), "offload_us", number(c->offloads ? c->offload_ns / c->offloads / 1000 : 0),
	                      "upload_us", number(c->uploads ? c->upload_ns / c->uploads / 1000 : 0), "last_batch", (int)c->last_batch,
	                      "last_batch_us", number(c->last_batch_ns / 1000), "last_reset", c->last_reset, "policy",
	                      modes[c->policy.mode], "ipv4", c->offload.ipv4, "ipv6", c->offload.ipv6, "paused", c->offload.paused,
	                      "capacity", (int)c->offload.capacity);
	unlock(c);
	return j;
}
