/*
 * Two engines, one wire, a virtual clock. Everything a schedule does comes from its seed: sizes, loss, reordering, duplication, delay, who
 * reads how slowly, when connections move from engine to engine. Payload is not bytes but positions of the sender's stream: what leaves
 * must be contiguous, what arrives must be the next position; so every byte is compared and none is copied.
 */
#pragma once
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "base/base.h"
#include "hw/toe/tcp/tcp.h"

#define SIM_QUEUE 4096u
#define SIM_SENDS 256u

struct packet {
	uint8_t header[60];
	uint32_t header_length, length, refs;
	uint64_t pos, at;
	unsigned to, order;
};
struct request {
	uint64_t pos;
	uint32_t length;
};
struct host {
	struct sim *sim;
	unsigned self;
	struct tcp_engine *e[2];
	unsigned engine; /* which of the two has the connection */
	uint32_t conn;
	bool away; /* moving: what arrives waits */
	uint64_t back_at;
	struct tcp_state moving;
	struct tcp_range moving_data[TCP_HELD_MAX * 64];
	unsigned moving_count;
	/* The application: sends. Requests first..next-1 are outstanding, by cookie. */
	struct request sends[SIM_SENDS];
	uint64_t first, next, written, total;
	bool closing, closed; /* disconnect asked for, completed */
	/* ... and receives. */
	uint64_t read; /* positions taken, in order */
	uint32_t unconsumed, posted;
	bool peer_done, over;
	uint32_t edge; /* furthest right edge the peer's segments that arrived have offered */
	uint32_t iss, shift;
	uint32_t adv_edge; /* what we have offered, as the peer reads it */
	uint64_t act_at;
};
struct sim {
	uint64_t seed, now;
	struct host h[2];
	struct packet *queue[SIM_QUEUE]; /* a heap by time */
	unsigned queued, order;
	struct packet *waiting[2][SIM_QUEUE];
	unsigned waiting_count[2];
	uint64_t wire_free[2];
	long packets;                                           /* alive */
	unsigned loss, dup, reorder, moves, slow, refuse, ring; /* per 1000 */
	uint32_t delay, jitter, rate;                           /* us, us, bytes per ms */
	unsigned attacks, updates, loss_100000;
	uint32_t queue_us, forged;
	bool timestamps;
	bool whole, verbose, scarce; /* scarce: a receiver may have to drop */
	uint64_t progress_at, lost, sent, moved;
	const char *failed;
	char why[200];
};

static inline uint32_t sim_rnd(struct sim *s)
{
	s->seed ^= s->seed << 13;
	s->seed ^= s->seed >> 7;
	s->seed ^= s->seed << 17;
	return (uint32_t)(s->seed >> 20);
}
/* A limit that is random too is drawn first: the same in every build. */
static inline uint32_t sim_below(struct sim *s, uint32_t limit)
{
	return sim_rnd(s) % limit;
}
static inline bool sim_chance(struct sim *s, unsigned per_mille)
{
	return sim_rnd(s) % 1000 < per_mille;
}
#define sim_fail(s, ...)                                                                                                                   \
	do {                                                                                                                               \
		if (!(s)->failed) {                                                                                                        \
			snprintf((s)->why, sizeof((s)->why), __VA_ARGS__);                                                                 \
			(s)->failed = (s)->why;                                                                                            \
		}                                                                                                                          \
	} while (0)

static inline uint32_t sim_be32(const uint8_t *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}
static inline void packet_drop(struct sim *s, struct packet *p)
{
	if (--p->refs)
		return;
	free(p);
	s->packets--;
}
static inline bool packet_before(const struct packet *a, const struct packet *b)
{
	return a->at != b->at ? a->at < b->at : a->order < b->order;
}
static inline void queue_put(struct sim *s, struct packet *p)
{
	unsigned i = s->queued++;
	while (i && packet_before(p, s->queue[(i - 1) / 2])) {
		s->queue[i] = s->queue[(i - 1) / 2];
		i = (i - 1) / 2;
	}
	s->queue[i] = p;
}
static inline struct packet *queue_get(struct sim *s)
{
	struct packet *top = s->queue[0], *last = s->queue[--s->queued];
	unsigned i = 0, k;
	while ((k = 2 * i + 1) < s->queued) {
		if (k + 1 < s->queued && packet_before(s->queue[k + 1], s->queue[k]))
			k++;
		if (!packet_before(s->queue[k], last))
			break;
		s->queue[i] = s->queue[k];
		i = k;
	}
	s->queue[i] = last;
	return top;
}
static inline void wire_send(struct sim *s, unsigned from, const struct tcp_out *o, uint32_t at, uint32_t length, bool last, uint64_t pos)
{
	struct packet *p;
	uint64_t start, leaves;
	uint32_t seq = sim_be32(o->header + 4) + at;
	unsigned copies = sim_chance(s, s->dup) ? 2 : 1;

	s->sent++;
	if (sim_chance(s, s->loss) || (s->loss_100000 && sim_rnd(s) % 100000 < s->loss_100000)) {
		s->lost++;
		return;
	}
	while (copies--) {
		/* A router's queue: at most 30 ms deep, then it drops. */
		start = s->wire_free[from] > s->now ? s->wire_free[from] : s->now;
		if (s->rate && start - s->now > 30000) {
			s->lost++;
			return;
		}
		if (s->queued == SIM_QUEUE)
			return;
		leaves = start + (s->rate ? (uint64_t)(length + 60) * 1000 / s->rate : 0);
		s->wire_free[from] = leaves;
		p = malloc(sizeof(*p));
		*p = (struct packet){
		        .header_length = o->header_length, .length = length, .refs = 1, .pos = pos, .to = !from, .order = s->order++};
		memcpy(p->header, o->header, o->header_length);
		for (int i = 0; i < 4; i++)
			p->header[4 + i] = (uint8_t)(seq >> (24 - 8 * i));
		if (!last)
			p->header[13] &= (uint8_t)~9; /* FIN and PSH are the last one's */
		p->at = leaves + s->delay;
		if (s->jitter)
			p->at += sim_rnd(s) % s->jitter;
		if (sim_chance(s, s->reorder))
			p->at += sim_below(s, s->delay * 2 + 1000);
		queue_put(s, p);
		s->packets++;
	}
}

/* ---- what the engine calls ---- */

static inline bool sim_emit(void *ctx, uint32_t conn, const struct tcp_out *o)
{
	struct host *h = ctx;
	struct sim *s = h->sim;
	uint32_t seq = sim_be32(o->header + 4), ack = sim_be32(o->header + 8), total = 0, edge;
	uint64_t pos = 0;

	(void)conn;
	if (sim_chance(s, s->ring))
		return false;
	for (unsigned i = 0; i < o->range_count; i++) {
		uint64_t at = o->ranges[i].handle + o->ranges[i].offset;
		if (!i)
			pos = at;
		else if (at != pos + total)
			sim_fail(s, "host %u: ranges of a segment are not contiguous", h->self);
		if (!o->ranges[i].length)
			sim_fail(s, "host %u: an empty range", h->self);
		total += o->ranges[i].length;
	}
	if (total != o->length)
		sim_fail(s, "host %u: ranges hold %u bytes, the segment %u", h->self, total, o->length);
	if (total && (uint32_t)(h->iss + (uint32_t)pos) != seq)
		sim_fail(s, "host %u: sequence number %u does not belong to stream position %lu", h->self, seq - h->iss,
		         (unsigned long)pos);
	if (total && pos + total > h->written)
		sim_fail(s, "host %u: sends what was not written", h->self);
	/* One octet may be a probe. */
	if (total && (int32_t)(seq + total - h->edge) > 1)
		sim_fail(s, "host %u: %u bytes beyond the window", h->self, seq + total - h->edge);
	edge = ack + ((uint32_t)(o->header[14] << 8 | o->header[15]) << h->shift);
	if (!(o->header[13] & 4)) {
		if ((int32_t)(edge - h->adv_edge) <= -(int32_t)(1u << h->shift))
			sim_fail(s, "host %u: window shrinks by %u", h->self, h->adv_edge - edge);
		if ((int32_t)(edge - h->adv_edge) > 0)
			h->adv_edge = edge;
	}
	if (s->verbose)
		printf("%9lu %u> seq %u len %u ack %u wnd %u flags %02x\n", (unsigned long)s->now, h->self, seq - h->iss, o->length,
		       ack - s->h[!h->self].iss, edge - ack, o->header[13]);
	if (s->whole || o->length <= o->mss) {
		wire_send(s, h->self, o, 0, o->length, true, pos);
		return true;
	}
	for (uint32_t at = 0; at < o->length; at += o->mss)
		wire_send(s, h->self, o, at, at + o->mss < o->length ? o->mss : o->length - at, at + o->mss >= o->length, pos + at);
	return true;
}
static inline void sim_take(struct host *h, const struct tcp_range *from)
{
	struct packet *p = (struct packet *)(uintptr_t)from->handle;
	if (from->offset + from->length > p->length)
		sim_fail(h->sim, "host %u: range beyond its packet", h->self);
	if (p->pos + from->offset != h->read)
		sim_fail(h->sim, "host %u: got stream position %lu, expected %lu", h->self, (unsigned long)(p->pos + from->offset),
		         (unsigned long)h->read);
	h->read += from->length;
	h->sim->progress_at = h->sim->now;
}
static inline void sim_place(void *ctx, uint32_t conn, uint64_t cookie, uint32_t at, const struct tcp_range *from)
{
	(void)conn;
	(void)cookie;
	(void)at;
	sim_take(ctx, from);
}
static inline uint32_t sim_indicate(void *ctx, uint32_t conn, const struct tcp_range *from, bool push)
{
	struct host *h = ctx;
	struct tcp_range r = *from;
	(void)conn;
	(void)push;
	if (sim_chance(h->sim, h->sim->refuse))
		r.length = sim_rnd(h->sim) % 3 ? 0 : sim_rnd(h->sim) % r.length;
	if (r.length)
		sim_take(h, &r);
	h->unconsumed += r.length;
	return r.length;
}
static inline void sim_release(void *ctx, uint32_t conn, uint64_t handle)
{
	(void)conn;
	packet_drop(((struct host *)ctx)->sim, (struct packet *)(uintptr_t)handle);
}
static inline void sim_sent(void *ctx, uint32_t conn, uint64_t cookie, uint32_t bytes, enum tcp_done how)
{
	struct host *h = ctx;
	struct request *r = &h->sends[cookie % SIM_SENDS];
	(void)conn;
	if (how == TCP_DONE_OK) {
		if (cookie != h->first || bytes != r->length)
			sim_fail(h->sim, "host %u: request %lu of %u completed with %u", h->self, (unsigned long)cookie, r->length, bytes);
		h->first++;
		h->sim->progress_at = h->sim->now;
	} else if (how == TCP_DONE_UPLOAD) {
		if (bytes > r->length || (bytes && cookie != h->first))
			sim_fail(h->sim, "host %u: %u bytes of request %lu acknowledged at upload", h->self, bytes, (unsigned long)cookie);
		r->pos += bytes;
		r->length -= bytes;
	} else {
		sim_fail(h->sim, "host %u: a send was aborted", h->self);
	}
}
static inline void sim_received(void *ctx, uint32_t conn, uint64_t cookie, uint32_t bytes, enum tcp_done how)
{
	struct host *h = ctx;
	(void)conn;
	(void)cookie;
	(void)bytes;
	(void)how;
	h->posted--;
}
static inline void sim_disconnected(void *ctx, uint32_t conn, uint64_t cookie, enum tcp_done how)
{
	struct host *h = ctx;
	(void)conn;
	(void)cookie;
	if (how == TCP_DONE_OK)
		h->closed = true;
	else if (how != TCP_DONE_UPLOAD)
		sim_fail(h->sim, "host %u: the disconnect was aborted", h->self);
}
static inline void sim_event(void *ctx, uint32_t conn, enum tcp_event what, uint32_t info)
{
	struct host *h = ctx;
	(void)conn;
	if (what == TCP_EV_DISCONNECT) {
		h->peer_done = true;
		if (h->read != h->sim->h[!h->self].total)
			sim_fail(h->sim, "host %u: end of stream at %lu", h->self, (unsigned long)h->read);
	} else if (what == TCP_EV_UPLOAD && info == TCP_WHY_REQUESTED) {
		h->over = true;
	} else {
		sim_fail(h->sim, "host %u: event %d, %u", h->self, what, info);
	}
}
static const struct tcp_ops sim_ops = {sim_emit, sim_place, sim_indicate, sim_release, sim_sent, sim_received, sim_disconnected, sim_event};
