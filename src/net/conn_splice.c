/*
 * What goes on between a connection's wire-facing end and what is behind it. InHost both ends are sockets; offloaded, the wire's end is the
 * chimney: `out` goes into RAM buffers and CMD_SEND, received data comes by events.
 *
 * Half-closes travel through: the application's FIN becomes the wire's when `out` is empty, and the other way round. A connection is over
 * when both have.
 */
#include "net/conns_internal.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>

/* ---- queues */
size_t queue_room(struct queue *q, size_t least, uint8_t **at)
{
	if (q->head && (q->head == q->length || q->room - q->length < least)) {
		memmove(q->data, q->data + q->head, q->length - q->head);
		q->length -= q->head;
		q->head = 0;
	}
	if (q->room - q->length < least) {
		const size_t room = q->length + least > 65536 ? (q->length + least) * 3 / 2 : 65536;
		uint8_t *p = realloc(q->data, room);
		if (!p)
			return 0;
		q->data = p;
		q->room = room;
	}
	*at = q->data + q->length;
	return q->room - q->length;
}
bool queue_put(struct queue *q, const void *data, size_t bytes)
{
	uint8_t *at;
	if (!bytes)
		return true;
	if (!queue_room(q, bytes, &at))
		return false;
	memcpy(at, data, bytes);
	q->length += bytes;
	return true;
}
void queue_front(struct queue *q, const void *data, size_t bytes)
{
	uint8_t *at;
	const size_t had = q->length - q->head;
	if (!bytes)
		return;
	if (q->head >= bytes) {
		q->head -= bytes;
		memcpy(q->data + q->head, data, bytes);
		return;
	}
	if (!queue_room(q, bytes + q->head, &at))
		abort(); /* bytes of the stream would be lost: better the end of all connections than of one's truth */
	memmove(q->data + bytes, q->data + q->head, had);
	memcpy(q->data, data, bytes);
	q->head = 0;
	q->length = had + bytes;
}
void queue_take(struct queue *q, size_t bytes)
{
	q->head += bytes;
	if (q->head == q->length)
		q->head = q->length = 0;
}
void queue_free(struct queue *q)
{
	free(q->data);
	memset(q, 0, sizeof *q);
}
static size_t waiting(const struct queue *q)
{
	return q->length - q->head;
}

/* ---- the application's side */
static uint8_t source_byte(uint64_t at)
{
	return (uint8_t)(at * 131 + (at >> 8) * 7 + (at >> 16));
}
/* Fills `out`. True: something came. */
static bool from_app(struct conn *k)
{
	bool did = false;
	if (k->app_eof || k->reset)
		return false;
	if (k->behind == BEHIND_ECHO) {
		if (waiting(&k->out) < QUEUE_LIMIT && waiting(&k->in)) {
			if (!queue_put(&k->out, k->in.data + k->in.head, waiting(&k->in)))
				return false;
			queue_take(&k->in, waiting(&k->in));
			did = true;
		}
		if (k->wire_eof && !waiting(&k->in))
			k->app_eof = true;
		return did;
	}
	if (k->behind == BEHIND_DISCARD) {
		k->app_eof = k->wire_eof;
		return false;
	}
	if (k->behind == BEHIND_SOURCE) {
		uint8_t *at;
		if (k->wire_eof)
			k->app_eof = true;
		while (!k->app_eof && waiting(&k->out) < QUEUE_LIMIT / 2 && queue_room(&k->out, 16384, &at)) {
			for (unsigned i = 0; i < 16384; i++)
				at[i] = source_byte(k->source_at + i);
			k->source_at += 16384;
			k->out.length += 16384;
			did = true;
		}
		return did;
	}
	while (!k->connecting && waiting(&k->out) < QUEUE_LIMIT) {
		uint8_t *at;
		const size_t room = queue_room(&k->out, 32768, &at);
		const ssize_t n = room ? recv(k->app, at, room < 65536 ? room : 65536, MSG_DONTWAIT) : -1;
		if (n > 0) {
			k->out.length += (size_t)n;
			did = true;
			continue;
		}
		if (n == 0)
			k->app_eof = true;
		else if (room && errno != EAGAIN && errno != EINTR) {
			conn_close(k, "the application's end was reset", true);
			return false;
		}
		break;
	}
	return did;
}
/* Empties `in`. */
static bool to_app(struct conn *k)
{
	bool did = false;
	if (k->behind == BEHIND_DISCARD || k->behind == BEHIND_SOURCE) {
		did = waiting(&k->in) > 0;
		queue_take(&k->in, waiting(&k->in));
	} else if (k->behind == BEHIND_FORWARD) {
		while (!k->connecting && waiting(&k->in)) {
			const ssize_t n = send(k->app, k->in.data + k->in.head, waiting(&k->in), MSG_DONTWAIT | MSG_NOSIGNAL);
			if (n <= 0) {
				if (n < 0 && errno != EAGAIN && errno != EINTR) {
					conn_close(k, "the application's end was reset", true);
					return false;
				}
				break;
			}
			queue_take(&k->in, (size_t)n);
			did = true;
		}
		if (k->wire_eof && !waiting(&k->in) && !k->app_shut && !k->connecting) {
			shutdown(k->app, SHUT_WR);
			k->app_shut = true;
		}
	}
	if (k->behind != BEHIND_FORWARD && k->wire_eof && !waiting(&k->in))
		k->app_shut = true;
	return did;
}
bool splice_deliver(struct conn *k, const void *data, size_t bytes)
{
	k->bytes_in += bytes;
	if (k->behind == BEHIND_FORWARD && !k->connecting && !waiting(&k->in)) {
		const ssize_t n = send(k->app, data, bytes, MSG_DONTWAIT | MSG_NOSIGNAL);
		if (n > 0) {
			data = (const uint8_t *)data + n;
			bytes -= (size_t)n;
		}
	}
	return queue_put(&k->in, data, bytes);
}

/* ---- the wire's side, in the host */
static bool from_wire(struct conn *k)
{
	bool did = false;
	while (!k->wire_eof && waiting(&k->in) < QUEUE_LIMIT) {
		uint8_t *at;
		const size_t room = queue_room(&k->in, 32768, &at);
		const ssize_t n = room ? recv(k->wire, at, room < 65536 ? room : 65536, MSG_DONTWAIT) : -1;
		if (n > 0) {
			k->in.length += (size_t)n;
			k->bytes_in += (uint64_t)n;
			did = true;
			continue;
		}
		if (n == 0)
			k->wire_eof = true;
		else if (room && errno != EAGAIN && errno != EINTR)
			conn_close(k, strerror(errno), true);
		break;
	}
	return did;
}
static bool to_wire(struct conn *k)
{
	bool did = false;
	while (waiting(&k->out)) {
		const ssize_t n = send(k->wire, k->out.data + k->out.head, waiting(&k->out), MSG_DONTWAIT | MSG_NOSIGNAL);
		if (n <= 0) {
			if (n < 0 && errno != EAGAIN && errno != EINTR)
				conn_close(k, strerror(errno), true);
			break;
		}
		queue_take(&k->out, (size_t)n);
		k->bytes_out += (uint64_t)n;
		did = true;
	}
	if (!k->dead && k->app_eof && !waiting(&k->out) && !k->wire_shut) {
		shutdown(k->wire, SHUT_WR);
		k->wire_shut = true;
	}
	return did;
}
static bool over(const struct conn *k)
{
	return k->wire_eof && k->app_eof && k->wire_shut && !waiting(&k->in) && !waiting(&k->out);
}
void splice_in_host(struct conn *k)
{
	for (int i = 0; i < 4 && !k->dead; i++) {
		bool did = from_wire(k);
		if (!k->dead)
			did |= to_app(k);
		if (!k->dead)
			did |= from_app(k);
		if (!k->dead)
			did |= to_wire(k);
		if (!did)
			break;
	}
	if (!k->dead && over(k))
		conn_close(k, NULL, false);
	if (!k->dead)
		splice_interest(k);
}

/* ---- the wire's side, offloaded */
static bool to_chimney(struct conn *k)
{
	struct conns *c = k->c;
	bool did = false;
	while (waiting(&k->out) && k->outstanding < SEND_LIMIT && k->ledger_count < LEDGER_MAX && !k->upload_asked) {
		uint32_t index;
		uint64_t offset;
		uint8_t *memory = conn_lab_buffer(&c->lab, &index, &offset);
		if (!memory)
			break;
		const uint32_t n = waiting(&k->out) < CONN_BUFFER_BYTES ? (uint32_t)waiting(&k->out) : CONN_BUFFER_BYTES;
		memcpy(memory, k->out.data + k->out.head, n);
		struct conn_cell cell = {
		        .what = CMD_SEND, .slot = k->slot, .generation = k->generation, .cookie = index, .bytes = n, .offset = offset};
		if (!conns_command(c, &cell)) {
			conn_lab_unbuffer(&c->lab, index);
			break;
		}
		k->ledger[(k->ledger_first + k->ledger_count++) % LEDGER_MAX] = (struct sent){.buffer = index, .bytes = n};
		k->outstanding += n;
		k->bytes_out += n;
		queue_take(&k->out, n);
		did = true;
	}
	if (k->app_eof && !waiting(&k->out) && !k->wire_shut && !k->closing && !k->upload_asked) {
		struct conn_cell cell = {.what = CMD_DISCONNECT,
		                         .flags = 1 /* TCP_DISCONNECT_GRACEFUL_CLOSE */,
		                         .slot = k->slot,
		                         .generation = k->generation};
		k->closing = conns_command(c, &cell);
	}
	return did;
}
void splice_offloaded(struct conn *k)
{
	for (int i = 0; i < 4 && !k->dead; i++) {
		bool did = to_app(k);
		if (!k->dead)
			did |= from_app(k);
		if (!k->dead && k->where == OFFLOADED)
			did |= to_chimney(k);
		if (!did)
			break;
	}
	if (!k->dead && k->where == OFFLOADED && over(k) && !k->outstanding)
		move_up(k, 0); /* both have closed: what is left is the target's to give back */
	if (!k->dead && !k->with_target && over(k)) {
		conn_close(k, NULL, false);
		return;
	}
	if (!k->dead)
		splice_interest(k);
}

static void follow(struct conn *k, int fd, uint32_t *had, uint32_t want, unsigned which)
{
	struct epoll_event e = {.events = want, .data.u64 = (uint64_t)k->slot << 40 | (uint64_t)k->birth << 8 | which};
	if (fd < 0 || *had == want)
		return;
	/* an fd without interest is taken out: a hang-up would be told for ever otherwise */
	epoll_ctl(k->c->epoll, !want ? EPOLL_CTL_DEL : *had ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, fd, &e);
	*had = want;
}
void splice_interest(struct conn *k)
{
	uint32_t wire = 0, app = 0;
	if (k->where == IN_HOST)
		wire = (!k->wire_eof && waiting(&k->in) < QUEUE_LIMIT ? EPOLLIN : 0u) | (waiting(&k->out) ? EPOLLOUT : 0u);
	if (k->app >= 0)
		app = (!k->app_eof && !k->connecting && waiting(&k->out) < QUEUE_LIMIT ? EPOLLIN : 0u) |
		      (waiting(&k->in) || k->connecting ? EPOLLOUT : 0u);
	follow(k, k->wire, &k->wire_events, wire, 1);
	follow(k, k->app, &k->app_events, app, 2);
}
