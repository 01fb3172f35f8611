/* What both fuzz targets of the TCP engine stand on: an engine with small pools, a world that answers its calls and keeps the books. */
#pragma once
#include "base/base.h"
#include "hw/toe/tcp/tcp.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CONNS 3u
#define ISS   0xfffff000u
#define IRS   0x80000000u

struct world {
	struct tcp_engine *e;
	uint64_t now;
	long held, sends, posts, disconnects; /* outstanding */
	uint32_t mood;                        /* decides what indications take and whether the ring has room */
	const uint8_t *p, *end;
};
static inline uint32_t take(struct world *w, unsigned n)
{
	uint32_t v = 0;
	while (n-- && w->p < w->end)
		v = v << 8 | *w->p++;
	return v;
}
static inline void broken(const char *what)
{
	fprintf(stderr, "broken: %s\n", what);
	abort();
}
static inline uint32_t mood(struct world *w)
{
	w->mood = w->mood * 1664525 + 1013904223;
	return w->mood >> 16;
}
static inline bool w_emit(void *ctx, uint32_t conn, const struct tcp_out *o)
{
	uint64_t n = 0;
	if (conn >= CONNS || o->range_count > TCP_OUT_RANGES || o->header_length < 20 || o->header_length > 60 || o->header_length & 3)
		broken("a segment without form");
	for (unsigned i = 0; i < o->range_count; i++)
		n += o->ranges[i].length;
	if (n != o->length || !o->mss)
		broken("ranges and length");
	return mood(ctx) % 8 != 0;
}
static inline void w_place(void *ctx, uint32_t conn, uint64_t cookie, uint32_t at, const struct tcp_range *from)
{
	(void)ctx;
	(void)conn;
	if (cookie < at || cookie - at < from->length) /* the cookie is the request's length */
		broken("placed beyond the request");
}
static inline uint32_t w_indicate(void *ctx, uint32_t conn, const struct tcp_range *from, bool push)
{
	(void)conn;
	(void)push;
	switch (mood(ctx) % 4) {
	case 0:
		return 0;
	case 1:
		return from->length / 2;
	default:
		return from->length;
	}
}
static inline void w_release(void *ctx, uint32_t conn, uint64_t handle)
{
	(void)conn;
	if (handle != 4711 || --((struct world *)ctx)->held < 0)
		broken("released twice");
}
static inline void w_sent(void *ctx, uint32_t conn, uint64_t cookie, uint32_t bytes, enum tcp_done how)
{
	(void)conn;
	if (bytes > cookie || (how == TCP_DONE_OK && bytes != cookie) || --((struct world *)ctx)->sends < 0)
		broken("a send's completion");
}
static inline void w_received(void *ctx, uint32_t conn, uint64_t cookie, uint32_t bytes, enum tcp_done how)
{
	(void)conn;
	(void)how;
	if (bytes > cookie || --((struct world *)ctx)->posts < 0)
		broken("a receive's completion");
}
static inline void w_disconnected(void *ctx, uint32_t conn, uint64_t cookie, enum tcp_done how)
{
	(void)conn;
	(void)cookie;
	(void)how;
	if (--((struct world *)ctx)->disconnects < 0)
		broken("a disconnect's completion");
}
static inline void w_event(void *ctx, uint32_t conn, enum tcp_event what, uint32_t info)
{
	(void)ctx;
	(void)conn;
	(void)what;
	(void)info;
}
static inline void world_open(struct world *w, const uint8_t *data, size_t size)
{
	static const struct tcp_ops ops = {w_emit, w_place, w_indicate, w_release, w_sent, w_received, w_disconnected, w_event};
	struct tcp_config cfg = {.connections = CONNS};
	*w = (struct world){.p = data, .end = data + size, .now = 5000000};
	w->mood = take(w, 1);
	cfg.cc = w->mood & 1 ? TCP_CC_RENO : TCP_CC_CUBIC;
	cfg.burst = w->mood & 2 ? 1 : 0;
	cfg.flight = w->mood & 4 ? 2 : 64;
	cfg.held = w->mood & 8 ? 2 : 64;
	cfg.sends = cfg.posts = w->mood & 16 ? 3 : 64;
	w->e = tcp_create(&cfg, &ops, w);
}
static inline void world_check(struct world *w)
{
	const char *why;
	for (uint32_t i = 0; i < CONNS; i++)
		if (!tcp_check(w->e, i, &why))
			broken(why);
}
static inline void world_turn(struct world *w, uint32_t ms)
{
	w->now += (uint64_t)ms * 1000;
	world_check(w);
	tcp_timers(w->e, w->now);
	world_check(w);
	tcp_pump(w->e, w->now, 20);
	world_check(w);
	if (tcp_deadline(w->e) < w->now / 1000 * 1000)
		broken("a deadline that has passed");
}
static inline void world_state(struct world *w, uint32_t conn, struct tcp_state *s)
{
	uint32_t bits = take(w, 1);
	*s = (struct tcp_state){.c = {.local = {10, 0, 0, 1},
	                              .remote = {10, 0, 0, 2},
	                              .local_port = (uint16_t)(80 + conn),
	                              .remote_port = 80,
	                              .flags = (uint8_t)(bits & 7),
	                              .snd_scale = (uint8_t)(bits >> 4),
	                              .rcv_scale = (uint8_t)(bits >> 4),
	                              .ipv6 = bits & 8,
	                              .remote_mss = (uint16_t)(bits & 16 ? 536 : 1460)},
	                        .u = {.rcv_wnd = 20000, .path_mtu = 1500, .flags = (uint16_t)(bits >> 6)},
	                        .d = {.state = TCP_ESTABLISHED,
	                              .rcv_nxt = IRS,
	                              .rcv_wnd = 20000,
	                              .snd_una = ISS,
	                              .snd_nxt = ISS,
	                              .snd_max = ISS,
	                              .snd_wnd = 20000,
	                              .snd_wl1 = IRS - 1,
	                              .srtt_us = 10000,
	                              .rttvar_us = 3000,
	                              .ts_recent = 1,
	                              .keepalive = TCP_OFF,
	                              .retransmit = TCP_OFF}};
}
static inline bool world_send(struct world *w, uint32_t conn, uint32_t n)
{
	struct tcp_range r[3] = {{1, 0, n / 3}, {2, 0, n / 3}, {3, 0, n - n / 3 * 2}};
	w->sends++; /* before: one of no bytes completes at once */
	if (!tcp_send(w->e, conn, r, 3, n, w->now))
		return true;
	w->sends--;
	return false;
}
/* A segment: seq and ack are 18-bit offsets from the first ones, unless the first byte says they are to be taken as they are. */
static inline void world_segment(struct world *w, uint32_t conn)
{
	uint32_t mode = take(w, 1), n = 20 + (mode & 15) * 4, length = 0, seq, ack;
	uint8_t h[84] = {0};
	struct tcp_range payload;

	n = n > 60 ? 60 : n;
	if (mode & 16)
		length = take(w, 2) % (mode & 32 ? 65536 : 3000);
	seq = take(w, mode & 64 ? 4 : 2);
	ack = take(w, mode & 64 ? 4 : 2);
	seq += mode & 128 ? 0 : IRS;
	ack += mode & 128 ? 0 : ISS;
	for (unsigned i = 0; i < 4; i++) {
		h[4 + i] = (uint8_t)(seq >> (24 - 8 * i));
		h[8 + i] = (uint8_t)(ack >> (24 - 8 * i));
	}
	h[12] = (uint8_t)(n / 4 << 4);
	h[13] = (uint8_t)(take(w, 1) ^ 0x10);
	h[14] = (uint8_t)take(w, 1);
	for (uint32_t i = 20; i < n; i++)
		h[i] = (uint8_t)take(w, 1);
	payload = (struct tcp_range){4711, 0, length};
	w->held++;
	if (tcp_input(w->e, conn, h, n, &payload, w->now) != TCP_IN_HELD)
		w->held--;
}
static inline void world_close(struct world *w)
{
	struct tcp_state s;
	for (uint32_t i = 0; i < CONNS; i++)
		while (tcp_unload(w->e, i, &s, w->now) == -EAGAIN)
			;
	if (w->held || w->sends || w->posts || w->disconnects)
		broken("something was never given back");
	tcp_destroy(w->e);
}
