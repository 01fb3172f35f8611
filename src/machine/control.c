#include "machine/control.h"
#include "machine/protocol.h"
#include "nt/nt.h"
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define WORKERS_MAX 32

struct request {
	struct list link;
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
static pthread_cond_t work = PTHREAD_COND_INITIALIZER, answered = PTHREAD_COND_INITIALIZER;
static pthread_mutex_t send_lock = PTHREAD_MUTEX_INITIALIZER;
static struct list queue, waiters;
static unsigned workers, idle;
static bool closing, serial;
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

static void carry_out(struct request *r)
{
	struct verb_error e = {0};
	json_t *ok = verb_run(ram, r->msg.verb, r->args, &e);

	if (ok) {
		send_json(MM_OK, r->msg.id, ok);
	} else {
		json_t *bad = json_pack("{s:s, s:s}", "error", e.e.text, "class", e.klass);
		if (!bad) /* text that is not UTF-8 */
			bad = json_pack("{s:s}", "error", "failed; the reason is not printable");
		if (e.has_status)
			json_object_set_new(bad, "status", json_integer(e.status));
		send_json(MM_ERROR, r->msg.id, bad);
	}
	json_decref(r->args);
	free(r);
}

static void worker(void *arg)
{
	(void)arg;
	pthread_mutex_lock(&lock);
	for (;;) {
		while (list_empty(&queue) && !closing) {
			idle++;
			pthread_cond_wait(&work, &lock);
			idle--;
		}
		if (closing)
			break;
		struct list *l = queue.next;
		list_del(l);
		pthread_mutex_unlock(&lock);
		carry_out(base_container_of(l, struct request, link));
		pthread_mutex_lock(&lock);
	}
	workers--;
	pthread_mutex_unlock(&lock);
}

static void serial_worker(void *arg)
{
	carry_out(arg);
}

static void dispatch(struct request *r)
{
	if (serial) {
		nt_thread_start("control", serial_worker, r);
		return;
	}
	pthread_mutex_lock(&lock);
	list_add(&queue, &r->link);
	bool start = !idle && workers < WORKERS_MAX;
	if (start)
		workers++;
	pthread_cond_signal(&work);
	pthread_mutex_unlock(&lock);
	if (start)
		nt_thread_start("control", worker, NULL);
}

static void answer(const struct machine_msg *m)
{
	pthread_mutex_lock(&lock);
	list_each(l, &waiters) {
		struct waiter *w = base_container_of(l, struct waiter, link);
		if (w->id == m->id) {
			w->result = m->verb == MM_OK ? 0 : -EIO;
			w->done = true;
		}
	}
	pthread_cond_broadcast(&answered);
	pthread_mutex_unlock(&lock);
}

int control_run(struct ram_header *header)
{
	static char packet[sizeof(struct machine_msg) + MACHINE_MSG_MAX];

	ram = header;
	serial = header->flags & RAM_SERIAL;
	list_init(&queue);
	list_init(&waiters);
	for (;;) {
		struct machine_msg m;
		ssize_t n = read(MACHINE_FD_CONTROL, packet, sizeof packet);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < (ssize_t)sizeof m) /* the lab is gone: so are we */
			break;
		memcpy(&m, packet, sizeof m);
		if (m.bytes != (size_t)n - sizeof m)
			break;
		if (m.verb == MM_OK || m.verb == MM_ERROR) {
			answer(&m);
			continue;
		}
		if (m.verb == MM_EXIT) {
			send_json(MM_OK, m.id, json_object());
			break;
		}
		struct request *r = calloc(1, sizeof *r);
		if (!r)
			break;
		r->msg = m;
		r->args = json_loadb(packet + sizeof m, m.bytes, 0, NULL);
		if (!r->args)
			r->args = json_object();
		dispatch(r);
	}
	pthread_mutex_lock(&lock);
	closing = true;
	pthread_cond_broadcast(&work);
	pthread_cond_broadcast(&answered);
	pthread_mutex_unlock(&lock);
	return 0;
}
