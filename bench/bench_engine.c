/*
 * The TCP engine alone: two engines on one core, no wire, no bytes moved; what a data segment costs end to end (sent, received, its share
 * of an ACK sent and received), in single segments and in super-segments; moving connections in and out; bytes of state. Prints bench.py's
 * lines.
 */
#include "base/base.h"
#include "hw/toe/tcp/tcp.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define RUNS  9
#define RING  4096
#define CONNS 10000u

struct side {
	struct tcp_engine *e;
	struct {
		uint32_t conn, length;
		uint8_t header_length, header[60];
	} ring[RING];
	unsigned count;
	uint32_t repost[RING];
	unsigned reposts, reposted;
	uint64_t bytes, descriptors, sent_done;
};
static struct side a, b;
static uint64_t now = 1000000;

/* Of this process: "per core" must not depend on who else runs. */
static uint64_t cpu_ns(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (uint64_t)t.tv_sec * 1000000000 + (uint64_t)t.tv_nsec;
}
static bool emit(void *ctx, uint32_t conn, const struct tcp_out *o)
{
	struct side *s = ctx;
	if (s->count == RING)
		return false;
	s->ring[s->count].conn = conn;
	s->ring[s->count].length = o->length;
	s->ring[s->count].header_length = o->header_length;
	memcpy(s->ring[s->count++].header, o->header, sizeof(o->header));
	s->descriptors += o->length != 0;
	return true;
}
static void place(void *ctx, uint32_t conn, uint64_t cookie, uint32_t at, const struct tcp_range *from)
{
	(void)conn;
	(void)cookie;
	(void)at;
	((struct side *)ctx)->bytes += from->length;
}
static uint32_t indicate(void *ctx, uint32_t conn, const struct tcp_range *from, bool push)
{
	(void)push;
	(void)ctx;
	(void)conn;
	(void)from;
	return 0;
}
static void release(void *ctx, uint32_t conn, uint64_t handle)
{
	(void)ctx;
	(void)conn;
	(void)handle;
}
static void sent(void *ctx, uint32_t conn, uint64_t cookie, uint32_t bytes, enum tcp_done how)
{
	(void)conn;
	(void)cookie;
	(void)bytes;
	(void)how;
	((struct side *)ctx)->sent_done++;
}
static void received(void *ctx, uint32_t conn, uint64_t cookie, uint32_t bytes, enum tcp_done how)
{
	struct side *s = ctx;
	(void)bytes;
	(void)cookie;
	(void)how;
	s->repost[s->reposts++ % RING] = conn;
}
static void disconnected(void *ctx, uint32_t conn, uint64_t cookie, enum tcp_done how)
{
	(void)ctx;
	(void)conn;
	(void)cookie;
	(void)how;
}
static void event(void *ctx, uint32_t conn, enum tcp_event what, uint32_t info)
{
	(void)ctx;
	fprintf(stderr, "bench_engine: connection %u: event %d, %u\n", conn, what, info);
	exit(3);
}
static const struct tcp_ops ops = {emit, place, indicate, release, sent, received, disconnected, event};

static struct tcp_state state(uint32_t conn, bool other, uint32_t cwnd)
{
	struct tcp_state s = {.c = {.local = {10, 0, 0, 1},
	                            .remote = {10, 0, 0, 2},
	                            .local_port = (uint16_t)(1 + conn),
	                            .remote_port = (uint16_t)(conn >> 15),
	                            .flags = TCP_C_SACK | TCP_C_TIMESTAMPS | TCP_C_SCALING,
	                            .snd_scale = 7,
	                            .rcv_scale = 7,
	                            .remote_mss = 1460},
	                      .u = {.rcv_wnd = 1 << 20, .path_mtu = 1500, .ttl = 64},
	                      .d = {.state = TCP_ESTABLISHED,
	                            .rcv_wnd = 1 << 20,
	                            .snd_wnd = 1 << 20,
	                            .snd_wl1 = UINT32_MAX,
	                            .cwnd = cwnd,
	                            .srtt_us = 100,
	                            .rttvar_us = 20,
	                            .keepalive = TCP_OFF,
	                            .retransmit = TCP_OFF}};
	(void)other;
	return s;
}
static void load(struct side *s, uint32_t conn, uint32_t cwnd)
{
	struct tcp_state st = state(conn, s == &b, cwnd);
	if (tcp_load(s->e, conn, &st, now) || tcp_start(s->e, conn, &st, now)) {
		fprintf(stderr, "bench_engine: connection %u was not taken\n", conn);
		exit(3);
	}
}
static void open_engines(uint32_t conns, uint32_t burst, uint32_t cwnd)
{
	struct tcp_config cfg = {.connections = conns, .burst = burst};
	memset(&a, 0, sizeof(a));
	memset(&b, 0, sizeof(b));
	a.e = tcp_create(&cfg, &ops, &a);
	b.e = tcp_create(&cfg, &ops, &b);
	for (uint32_t i = 0; i < conns; i++) {
		load(&a, i, cwnd);
		load(&b, i, cwnd);
	}
}
static void close_engines(void)
{
	tcp_destroy(a.e);
	tcp_destroy(b.e);
}
static void cross(struct side *from, struct side *to)
{
	for (unsigned i = 0; i < from->count; i++) {
		struct tcp_range r = {1, 0, from->ring[i].length};
		tcp_input(to->e, from->ring[i].conn, from->ring[i].header, from->ring[i].header_length, &r, now);
	}
	from->count = 0;
}
/* Segments of 1448 bytes per second, both engines on this core. */
static double bulk(uint32_t conns, uint32_t burst, uint64_t segments)
{
	uint64_t target = segments * 1448, t;
	open_engines(conns, burst, 256 * 1024);
	for (uint32_t i = 0; i < conns; i++)
		for (int k = 0; k < 4; k++)
			tcp_post(b.e, i, 0, 1u << 30, 0, true, now);
	t = cpu_ns();
	for (uint64_t queued = 0; b.bytes < target;) {
		for (uint32_t i = 0; i < conns; i++) {
			struct tcp_range r = {1, 0, 65536};
			if (queued < b.bytes + (uint64_t)conns * 256 * 1024) {
				if (!tcp_send(a.e, i, &r, 1, 0, now))
					queued += r.length;
			}
		}
		tcp_pump(a.e, now, RING / 2);
		cross(&a, &b);
		tcp_pump(b.e, now, RING / 2);
		cross(&b, &a);
		while (b.reposted != b.reposts)
			tcp_post(b.e, b.repost[b.reposted++ % RING], 0, 1u << 30, 0, true, now);
		now += 20;
		tcp_timers(a.e, now);
		tcp_timers(b.e, now);
	}
	t = cpu_ns() - t;
	segments = b.bytes / 1448;
	close_engines();
	return (double)segments / ((double)t / 1e9);
}
static void state_bytes(unsigned in_flight, uint32_t burst)
{
	open_engines(2, burst, 10u << 20);
	for (unsigned i = 0; i < in_flight; i++) {
		struct tcp_range r = {1, 0, 1448};
		tcp_send(a.e, 0, &r, 1, 0, now += 20);
		if (burst == 1)
			tcp_pump(a.e, now, 16);
	}
	while (tcp_pump(a.e, now, 16))
		;
	printf("engine: state per connection, %u segments in flight%s|bytes|%s|%zu\n", in_flight, burst == 1 ? "" : ", sent at once",
	       in_flight ? "-" : "512", tcp_fixed_bytes() + tcp_pool_bytes(a.e, 0));
	close_engines();
}
int main(void)
{
	static const struct {
		const char *what;
		uint32_t conns, burst;
		uint64_t segments;
	} rows[] = {
	        {"1 connection, single segments", 1, 1, 500000},
	        {"1 connection, super-segments", 1, 0, 10000000},
	        {"1,000 connections, single segments", 1000, 1, 500000},
	        {"1,000 connections, super-segments", 1000, 0, 5000000},
	};
	double v[ARRAY_LEN(rows)][RUNS];
	uint64_t t;

	for (unsigned i = 0; i < ARRAY_LEN(rows); i++) {
		printf("engine: %s|Mseg/s|-|", rows[i].what);
		for (int n = 0; n < RUNS; n++) {
			v[i][n] = bulk(rows[i].conns, rows[i].burst, rows[i].segments);
			printf("%.3f ", v[i][n] / 1e6);
		}
		printf("\nengine: %s|GB/s|-|", rows[i].what);
		for (int n = 0; n < RUNS; n++)
			printf("%.3f ", v[i][n] * 1448 / 1e9);
		printf("\n");
	}
	double up[RUNS], down[RUNS];
	for (int n = 0; n < RUNS; n++) {
		struct tcp_config cfg = {.connections = CONNS};
		struct tcp_state s;
		a.e = tcp_create(&cfg, &ops, &a);
		t = cpu_ns();
		for (uint32_t i = 0; i < CONNS; i++)
			load(&a, i, 0);
		down[n] = CONNS / ((double)(cpu_ns() - t) / 1e9) / 1e6;
		t = cpu_ns();
		for (uint32_t i = 0; i < CONNS; i++)
			tcp_unload(a.e, i, &s, now);
		up[n] = CONNS / ((double)(cpu_ns() - t) / 1e9) / 1e6;
		tcp_destroy(a.e);
	}
	printf("engine: connections loaded and started|M/s|-|");
	for (int n = 0; n < RUNS; n++)
		printf("%.3f ", down[n]);
	printf("\nengine: connections unloaded|M/s|-|");
	for (int n = 0; n < RUNS; n++)
		printf("%.3f ", up[n]);
	printf("\n");
	state_bytes(0, 1);
	state_bytes(1, 1);
	state_bytes(10, 1);
	state_bytes(100, 1);
	state_bytes(100, 0);
	return 0;
}
