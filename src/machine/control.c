#include "machine/control.h"
#include "machine/protocol.h"
#include "nt/nt.h"
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define WORKERS_MAX 32

struct request {
	struct machine_msg msg;
	json_t *args;
};
struct waiter {
	struct list link;
	uint32_t id;
	bool done;
	int result;
};
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t work = PTHREAD_COND_INITIALIZER, answered = PTHREAD_COND_INITIALIZER, ended = PTHREAD_COND_INITIALIZER;
static pthread_mutex_t send_lock = PTHREAD_MUTEX_INITIALIZER;
static struct list waiters;
static unsigned workers, idle;
static bool closing, reading;
static uint32_t next_ask;
static struct ram_header *ram;

void control_send(uint32_t verb, uint32_t id, const void *body, size_t bytes)
{
	static char packet[sizeof(struct machine_msg) + MACHINE_MSG_MAX];
	struct machine_msg m = {.verb = verb, .id = id, .bytes = (uint32_t)bytes};

	if (bytes > MACHINE_MSG_MAX)
		return;
	pthread_mutex_lock(&send_lock);
	memcpy(packet, &m, sizeof m);
	memcpy(packet + sizeof m, body, bytes);
	ssize_t n;
	do
		n = write(MACHINE_FD_CONTROL, packet, sizeof m + bytes);
	while (n < 0 && errno == EINTR);
	pthread_mutex_unlock(&send_lock);
}

static void send_json(uint32_t verb, uint32_t id, json_t *body)
{
	char *text = json_dumps(body ? body : json_object(), JSON_COMPACT);
	if (text && strlen(text) <= MACHINE_MSG_MAX)
		control_send(verb, id, text, strlen(text));
	else
		control_send(MM_ERROR, id, "{\"error\":\"the answer is too large for one message\"}", 51);
	free(text);
	json_decref(body);
}

void control_tell(uint32_t verb, json_t *body)
{
	send_json(verb, 0, body);
}

int control_ask(uint32_t verb, json_t *body)
{
	struct waiter w = {0};

	pthread_mutex_lock(&lock);
	w.id = ++next_ask;
	list_add(&waiters, &w.link);
	pthread_mutex_unlock(&lock);
	send_json(verb, w.id, body);
	pthread_mutex_lock(&lock);
	while (!w.done && !closing)
		pthread_cond_wait(&answered, &lock);
	list_del(&w.link);
	pthread_mutex_unlock(&lock);
	return w.done ? w.result : -EPIPE;
}

static json_t *error_json(const struct verb_error *e)
{
	json_t *bad = json_pack("{s:s, s:s}", "error", e->e.text, "class", e->klass);

	if (!bad) /* text that is not UTF-8 */
		bad = json_pack("{s:s}", "error", "failed; the reason is not printable");
	if (e->has_status)
		json_object_set_new(bad, "status", json_integer(e->status));
	return bad;
}

/* ---- guest channels: see protocol.h. Whoever is at the other end may send anything, read nothing, or go: that keeps this thread waiting
 * and nobody else. */
struct guest {
	enum { GUEST_NEW, GUEST_SERVED, GUEST_ENDED } state; /* under `lock` */
	int fd;
	char packet[sizeof(struct machine_msg) + MACHINE_MSG_MAX]; /* the request, then its answer */
};
static struct guest *guests[MACHINE_GUESTS];

/* A request is one flat object: no nesting that a parser on this thread's stack would follow. */
static bool flat(const char *text, size_t bytes)
{
	return bytes && *text == '{' && !memchr(text + 1, '{', bytes - 1) && !memchr(text, '[', bytes);
}

static json_t *guest_carry_out(const struct guest *g, size_t n, struct machine_msg *m, struct verb_error *e)
{
	const char *body = g->packet + sizeof *m;
	json_t *args = NULL, *ok = NULL;

	memset(m, 0, sizeof *m);
	if (n >= sizeof *m)
		memcpy(m, g->packet, sizeof *m);
	if (n >= sizeof *m && m->bytes == n - sizeof *m && m->verb == MM_OID && flat(body, m->bytes))
		args = json_loadb(body, m->bytes, 0, NULL);
	if (args) {
		ok = verb_run(ram, MM_OID, args, e);
	} else {
		snprintf(e->klass, sizeof e->klass, "protocol");
		err_set(&e->e, EPROTO, "a guest channel takes OID requests only");
	}
	json_decref(args);
	return ok;
}

/* Zero bytes read are the end, or a packet of none. */
static bool hung_up(int fd)
{
	struct pollfd p = {fd, POLLIN | POLLRDHUP, 0};

	return poll(&p, 1, 0) != 0 && p.revents & (POLLHUP | POLLRDHUP | POLLERR);
}

static void serve_guest(void *arg)
{
	struct guest *g = arg;

	for (;;) {
		ssize_t n = read(g->fd, g->packet, sizeof g->packet);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0 || (n == 0 && hung_up(g->fd)))
			break;
		struct verb_error e = {0};
		struct machine_msg m;
		json_t *ok = guest_carry_out(g, (size_t)n, &m, &e), *body = ok ? ok : error_json(&e);
		size_t bytes = json_dumpb(body, g->packet + sizeof m, MACHINE_MSG_MAX, JSON_COMPACT);
		json_decref(body);
		m.verb = ok && bytes <= MACHINE_MSG_MAX ? MM_OK : MM_ERROR;
		m.bytes = bytes <= MACHINE_MSG_MAX ? (uint32_t)bytes : 0;
		memcpy(g->packet, &m, sizeof m);
		do
			n = write(g->fd, g->packet, sizeof m + m.bytes);
		while (n < 0 && errno == EINTR);
		if (n < 0)
			break;
	}
	pthread_mutex_lock(&lock);
	g->state = GUEST_ENDED;
	pthread_mutex_unlock(&lock);
}

/* Started when the lab lends the channel for the first time: what nobody uses costs no thread. */
static json_t *open_guest(const json_t *args, struct verb_error *e)
{
	json_int_t i = json_integer_value(json_object_get(args, "index"));
	bool start = false, serves = false;

	if (i >= 0 && i < MACHINE_GUESTS && !(ram->flags & RAM_SERIAL)) {
		pthread_mutex_lock(&lock);
		if (!guests[i])
			guests[i] = calloc(1, sizeof **guests);
		if (guests[i]) {
			start = guests[i]->state == GUEST_NEW;
			serves = guests[i]->state != GUEST_ENDED;
			guests[i]->fd = MACHINE_FD_GUEST + (int)i;
			guests[i]->state = serves ? GUEST_SERVED : GUEST_ENDED;
		}
		pthread_mutex_unlock(&lock);
	}
	if (start)
		nt_thread_detach(nt_thread_start("guest", serve_guest, guests[i]));
	if (serves)
		return json_object();
	snprintf(e->klass, sizeof e->klass, "channel");
	err_set(&e->e, EPIPE, "guest channel %lld is not served", (long long)i);
	return NULL;
}

static void carry_out(struct request *r)
{
	struct verb_error e = {0};
	json_t *ok = r->msg.verb == MM_CHANNEL ? open_guest(r->args, &e) : verb_run(ram, r->msg.verb, r->args, &e);

	if (ok)
		send_json(MM_OK, r->msg.id, ok);
	else
		send_json(MM_ERROR, r->msg.id, error_json(&e));
	json_decref(r->args);
	free(r);
}

static struct request *next_request(void);

/* Questions that NDIS answers itself from what the driver reported: no driver is called, so passing the reading on would only cost a
 * wake-up. */
static bool never_waits(const struct request *r)
{
	json_int_t oid = json_integer_value(json_object_get(r->args, "oid"));
	const char *type = json_string_value(json_object_get(r->args, "type"));

	return r->msg.verb == MM_OID && type && strcmp(type, "query") == 0 &&
	       (oid == 0xFC01020B || oid == 0xFC01020D || oid == 0xFC01020E || oid == 0xFC01020F);
}

/* Leader and followers: one thread reads the socket; with a request in hand it passes the reading on and carries the request out itself. So
 * a request costs one wake-up and no hand-over, and answers of the lab are still read while requests wait inside the driver. */
static void worker(void *arg)
{
	(void)arg;
	pthread_mutex_lock(&lock);
	for (;;) {
		while (reading && !closing) {
			idle++;
			pthread_cond_wait(&work, &lock);
			idle--;
		}
		if (closing)
			break;
		reading = true;
		pthread_mutex_unlock(&lock);
		struct request *r = next_request();
		pthread_mutex_lock(&lock);
		if (!r) {
			reading = false;
			closing = true;
			pthread_cond_broadcast(&work);
			pthread_cond_broadcast(&answered);
			break;
		}
		if (never_waits(r)) { /* still the leader */
			pthread_mutex_unlock(&lock);
			carry_out(r);
			pthread_mutex_lock(&lock);
			reading = false;
			continue;
		}
		reading = false;
		bool start = !idle && workers < WORKERS_MAX;
		if (start)
			workers++;
		else
			pthread_cond_signal(&work);
		pthread_mutex_unlock(&lock);
		if (start)
			nt_thread_start("control", worker, NULL);
		carry_out(r);
		pthread_mutex_lock(&lock);
	}
	workers--;
	pthread_cond_broadcast(&ended);
	pthread_mutex_unlock(&lock);
}

static void serial_worker(void *arg)
{
	carry_out(arg);
}

static void answer(const struct machine_msg *m)
{
	pthread_mutex_lock(&lock);
	list_each(l, &waiters)
	{
		struct waiter *w = base_container_of(l, struct waiter, link);
		if (w->id == m->id) {
			w->result = m->verb == MM_OK ? 0 : -EIO;
			w->done = true;
		}
	}
	pthread_cond_broadcast(&answered);
	pthread_mutex_unlock(&lock);
}

/* Reads until a request comes; answers of the lab are passed on to who waits for them. NULL: the lab is gone, or said MM_EXIT. One thread
 * at a time. */
static struct request *next_request(void)
{
	static char packet[sizeof(struct machine_msg) + MACHINE_MSG_MAX];

	for (;;) {
		struct machine_msg m;
		ssize_t n = read(MACHINE_FD_CONTROL, packet, sizeof packet);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < (ssize_t)sizeof m) /* the lab is gone: so are we */
			return NULL;
		memcpy(&m, packet, sizeof m);
		if (m.bytes != (size_t)n - sizeof m)
			return NULL;
		if (m.verb == MM_OK || m.verb == MM_ERROR) {
			answer(&m);
			continue;
		}
		if (m.verb == MM_EXIT) {
			send_json(MM_OK, m.id, json_object());
			return NULL;
		}
		struct request *r = calloc(1, sizeof *r);
		if (!r)
			return NULL;
		r->msg = m;
		r->args = json_loadb(packet + sizeof m, m.bytes, 0, NULL);
		if (!r->args)
			r->args = json_object();
		return r;
	}
}

int control_run(struct ram_header *header)
{
	struct request *r;

	ram = header;
	list_init(&waiters);
	signal(SIGPIPE, SIG_IGN);         /* a guest that shuts its end must not end us */
	if (header->flags & RAM_SERIAL) { /* each request on a thread of its own that the scheduler sees; this one only reads */
		while ((r = next_request()))
			nt_thread_detach(nt_thread_start("control", serial_worker, r)); /* one per request: nobody joins it */
	} else {
		pthread_mutex_lock(&lock);
		workers = 1;
		pthread_mutex_unlock(&lock);
		nt_thread_start("control", worker, NULL);
		pthread_mutex_lock(&lock);
		while (!closing)
			pthread_cond_wait(&ended, &lock);
		pthread_mutex_unlock(&lock);
	}
	pthread_mutex_lock(&lock);
	closing = true;
	pthread_cond_broadcast(&work);
	pthread_cond_broadcast(&answered);
	pthread_mutex_unlock(&lock);
	return 0;
}
