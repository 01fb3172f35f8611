/*
 * Scripts: what arrives, what must leave, how much time passes, in sequence numbers that start at 0 on both sides.
 *
 *     struct script *t = script_start((struct setup){.sack = true});
 *     arrives(t, .len = 100);                 100 bytes at the next sequence number we expect from nobody but the script: .seq says which
 *     leaves(t, .ack = 100);                  the next segment, field by field
 *     quiet(t);                               nothing has left
 *     after(t, 40);                           milliseconds, timers run
 *
 * The engine's own first sequence number is ISS (near the wrap), the peer's IRS; all arguments are relative to them.
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

#define ISS 0xfffffe00u
#define IRS 0x7ffffff0u

struct setup {
	bool sack, ts, nagle, ipv6, keepalive;
	uint32_t scale, mss, mtu, cwnd, ssthresh, wnd, rcv_wnd, srtt_us, burst,
	        state; /* 0: 0, 1460, 1500, 10 MSS, large, 65535, 65535, 100 ms, one MSS */
	uint32_t ka_timeout, ka_interval, ka_probes, max_rt, held, sends, flight, posts, freq;
	enum tcp_cc cc; /* CUBIC where it is not said */
	bool reno;
};
struct seen {
	struct tcp_out o;
	uint32_t seq, ack, wnd, ts_val, ts_ecr, sack[4][2];
	unsigned sacks;
	uint8_t flags;
	bool has_ts;
};
struct completed {
	char what; /* s sent, r received, d disconnect */
	uint64_t cookie;
	uint32_t bytes;
	enum tcp_done how;
};
struct script {
	struct tcp_engine *e;
	uint64_t now; /* us */
	struct seen out[512];
	unsigned out_head, out_tail;
	struct completed done[128];
	unsigned done_head, done_tail;
	uint32_t events[64], event_head, event_tail; /* what << 16 | info */
	uint32_t refuse_bytes;                       /* indications take nothing while this is set */
	uint32_t indicated, placed, released;
	uint64_t last_handle;
	uint32_t place_at, place_offset;
	uint32_t peer_ts, peer_wnd, in_handle;
	bool ring_full, has_ts;
	unsigned shift;
	struct tcp_state state;
};
struct arrival {
	uint32_t seq, ack, len, wnd, ts, ecr;
	const char *flags; /* of "FSRPU"; ACK is set unless .no_ack */
	uint32_t sack[4][2];
	bool no_ack, zero_wnd, no_ts;
};
struct leaving {
	uint32_t seq, ack, len, wnd;
	const char *flags; /* of "FSRP"; NULL: not looked at */
	uint32_t sack[4][2];
	bool zero_wnd, retransmit, any_seq, any_ack, no_sack;
};

static inline uint32_t be32(const uint8_t *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}
static inline void to32(uint8_t *p, uint32_t v)
{
	for (int i = 0; i < 4; i++)
		p[i] = (uint8_t)(v >> (24 - 8 * i));
}
static inline bool script_emit(void *ctx, uint32_t conn, const struct tcp_out *o)
{
	struct script *t = ctx;
	struct seen *s;
	(void)conn;
	if (t->ring_full)
		return false;
	assert_true(t->out_tail - t->out_head < ARRAY_LEN(t->out));
	s = &t->out[t->out_tail++ % ARRAY_LEN(t->out)];
	*s = (struct seen){.o = *o, .seq = be32(o->header + 4) - ISS, .ack = be32(o->header + 8) - IRS, .flags = o->header[13]};
	s->wnd = (uint32_t)(o->header[14] << 8 | o->header[15]) << t->shift;
	assert_int_equal(o->header[12] >> 4, o->header_length / 4);
	for (unsigned i = 20; i + 1 < o->header_length;) {
		uint8_t kind = o->header[i], n = o->header[i + 1];
		if (kind == 1) {
			i++;
			continue;
		}
		if (kind == 8) {
			s->has_ts = true;
			s->ts_val = be32(o->header + i + 2);
			s->ts_ecr = be32(o->header + i + 6);
		} else if (kind == 5) {
			for (unsigned k = 2; k < n; k += 8, s->sacks++) {
				s->sack[s->sacks][0] = be32(o->header + i + k) - IRS;
				s->sack[s->sacks][1] = be32(o->header + i + k + 4) - IRS;
			}
		} else {
			fail_msg("option %u", kind);
		}
		i += n;
	}
	return true;
}
static inline void script_place(void *ctx, uint32_t conn, uint64_t cookie, uint32_t at, const struct tcp_range *from)
{
	struct script *t = ctx;
	(void)conn;
	(void)cookie;
	t->placed += from->length;
	t->place_at = at;
	t->place_offset = from->offset;
	t->last_handle = from->handle;
}
static inline uint32_t script_indicate(void *ctx, uint32_t conn, const struct tcp_range *from, bool push)
{
	struct script *t = ctx;
	(void)conn;
	(void)push;
	if (t->refuse_bytes)
		return 0;
	t->indicated += from->length;
	t->last_handle = from->handle;
	return from->length;
}
static inline void script_release(void *ctx, uint32_t conn, uint64_t handle)
{
	(void)conn;
	(void)handle;
	((struct script *)ctx)->released++;
}
static inline void script_done(struct script *t, char what, uint64_t cookie, uint32_t bytes, enum tcp_done how)
{
	assert_true(t->done_tail - t->done_head < ARRAY_LEN(t->done));
	t->done[t->done_tail++ % ARRAY_LEN(t->done)] = (struct completed){what, cookie, bytes, how};
}
static inline void script_sent(void *ctx, uint32_t conn, uint64_t cookie, uint32_t bytes, enum tcp_done how)
{
	(void)conn;
	script_done(ctx, 's', cookie, bytes, how);
}
static inline void script_received(void *ctx, uint32_t conn, uint64_t cookie, uint32_t bytes, enum tcp_done how)
{
	(void)conn;
	script_done(ctx, 'r', cookie, bytes, how);
}
static inline void script_disconnected(void *ctx, uint32_t conn, uint64_t cookie, enum tcp_done how)
{
	(void)conn;
	script_done(ctx, 'd', cookie, 0, how);
}
static inline void script_event(void *ctx, uint32_t conn, enum tcp_event what, uint32_t info)
{
	struct script *t = ctx;
	(void)conn;
	t->events[t->event_tail++ % ARRAY_LEN(t->events)] = (uint32_t)what << 16 | info;
}
static const struct tcp_ops script_ops = {script_emit, script_place,    script_indicate,     script_release,
                                          script_sent, script_received, script_disconnected, script_event};

static inline void script_check(struct script *t)
{
	const char *why;
	if (!tcp_check(t->e, 0, &why))
		fail_msg("invariant: %s", why);
}
static inline void script_pump(struct script *t)
{
	script_check(t);
	for (int i = 0; i < 100 && tcp_pump(t->e, t->now, 64) && !t->ring_full; i++)
		;
	script_check(t);
}
static inline struct tcp_state script_state(struct setup s)
{
	struct tcp_state st = {.c = {.local = {10, 0, 0, 1},
	                             .remote = {10, 0, 0, 2},
	                             .local_port = 80,
	                             .remote_port = 4000,
	                             .ipv6 = s.ipv6,
	                             .remote_mss = (uint16_t)(s.mss ? s.mss : 1460)},
	                       .u = {.ttl = 64,
	                             .rcv_wnd = s.rcv_wnd ? s.rcv_wnd : 65535,
	                             .path_mtu = s.mtu ? s.mtu : 1500,
	                             .ka_timeout = s.ka_timeout,
	                             .ka_interval = s.ka_interval,
	                             .ka_probes = (uint8_t)s.ka_probes,
	                             .max_rt = s.max_rt},
	                       .d = {.state = s.state ? (uint8_t)s.state : TCP_ESTABLISHED,
	                             .rcv_nxt = IRS,
	                             .rcv_wnd = s.rcv_wnd ? s.rcv_wnd : 65535,
	                             .snd_una = ISS,
	                             .snd_nxt = ISS,
	                             .snd_max = ISS,
	                             .snd_wnd = s.wnd ? s.wnd : 65535,
	                             .snd_wl1 = IRS - 1,
	                             .cwnd = s.cwnd,
	                             .ssthresh = s.ssthresh,
	                             .srtt_us = s.srtt_us ? s.srtt_us : 100000,
	                             .rttvar_us = 25000,
	                             .ts_recent = 5000,
	                             .ts_time = 777,
	                             .keepalive = TCP_OFF,
	                             .retransmit = TCP_OFF}};
	st.c.flags = (uint8_t)((s.ts ? TCP_C_TIMESTAMPS : 0) | (s.sack ? TCP_C_SACK : 0) | (s.scale ? TCP_C_SCALING : 0));
	st.c.snd_scale = st.c.rcv_scale = (uint8_t)s.scale;
	st.u.flags = (uint16_t)((s.nagle ? TCP_U_NAGLE : 0) | (s.keepalive ? TCP_U_KEEPALIVE : 0));
	return st;
}
static inline struct script *script_create(struct setup s)
{
	struct script *t = calloc(1, sizeof(*t));
	struct tcp_config cfg = {.connections = 4,
	                         .burst = s.burst ? s.burst : 1,
	                         .held = s.held,
	                         .sends = s.sends,
	                         .flight = s.flight,
	                         .posts = s.posts,
	                         .ack_frequency = s.freq,
	                         .max_retransmits = 5,
	                         .cc = s.reno ? TCP_CC_RENO : s.cc};
	t->now = 1000000000;
	t->peer_ts = 5000;
	t->peer_wnd = s.wnd ? s.wnd : 65535;
	t->shift = s.scale;
	t->has_ts = s.ts;
	t->e = tcp_create(&cfg, &script_ops, t);
	assert_non_null(t->e);
	t->state = script_state(s);
	return t;
}
static inline struct script *script_start(struct setup s)
{
	struct script *t = script_create(s);
	assert_int_equal(tcp_load(t->e, 0, &t->state, t->now), 0);
	assert_int_equal(tcp_start(t->e, 0, &t->state, t->now), 0);
	script_pump(t);
	return t;
}
static inline void script_end(struct script *t)
{
	tcp_destroy(t->e);
	free(t);
}

static inline enum tcp_in script_arrives(struct script *t, struct arrival a)
{
	uint8_t h[60] = {0};
	uint32_t n = 20, flags = a.no_ack ? 0 : 0x10, wnd = a.zero_wnd ? 0 : (a.wnd ? a.wnd : t->peer_wnd) >> t->shift;
	struct tcp_range r = {++t->in_handle, 0, a.len};
	enum tcp_in v;

	h[0] = 4000 >> 8;
	h[1] = 4000 & 255;
	h[3] = 80;
	to32(h + 4, a.seq + IRS);
	to32(h + 8, a.ack + ISS);
	for (const char *p = a.flags ? a.flags : ""; *p; p++)
		flags |= *p == 'F' ? 1 : *p == 'S' ? 2 : *p == 'R' ? 4 : *p == 'P' ? 8 : 0x20;
	h[13] = (uint8_t)flags;
	h[14] = (uint8_t)(wnd >> 8);
	h[15] = (uint8_t)wnd;
	if (t->has_ts && !a.no_ts) {
		h[n] = h[n + 1] = 1;
		h[n + 2] = 8;
		h[n + 3] = 10;
		to32(h + n + 4, a.ts ? a.ts : t->peer_ts);
		to32(h + n + 8, a.ecr);
		n += 12;
	}
	if (a.sack[0][1]) {
		unsigned k = 0;
		while (k < 4 && a.sack[k][1])
			k++;
		h[n] = h[n + 1] = 1;
		h[n + 2] = 5;
		h[n + 3] = (uint8_t)(2 + 8 * k);
		n += 4;
		for (unsigned i = 0; i < k; i++, n += 8) {
			to32(h + n, a.sack[i][0] + ISS);
			to32(h + n + 4, a.sack[i][1] + ISS);
		}
	}
	h[12] = (uint8_t)(n / 4 << 4);
	v = tcp_input(t->e, 0, h, n, &r, t->now);
	script_pump(t);
	return v;
}
#define arrives(t, ...) script_arrives(t, (struct arrival){__VA_ARGS__})

static inline const char *flag_text(uint8_t f)
{
	static char s[8];
	unsigned n = 0;
	for (unsigned i = 0; i < 4; i++)
		if (f & 1u << i)
			s[n++] = "FSRP"[i];
	s[n] = 0;
	return s;
}
static inline void script_leaves(struct script *t, struct leaving w, int line)
{
	struct seen *s;
	if (t->out_head == t->out_tail)
		fail_msg("line %d: nothing left, expected seq %u ack %u len %u", line, w.seq, w.ack, w.len);
	s = &t->out[t->out_head++ % ARRAY_LEN(t->out)];
	if ((!w.any_seq && s->seq != w.seq) || (!w.any_ack && s->ack != w.ack) || s->o.length != w.len || (w.wnd && s->wnd != w.wnd) ||
	    (w.zero_wnd && s->wnd) || (w.flags && strcmp(w.flags, flag_text(s->flags))) || (w.retransmit && !s->o.retransmit))
		fail_msg("line %d: left seq %u ack %u len %u flags %s wnd %u%s, expected seq %u ack %u len %u flags %s wnd %u", line,
		         s->seq, s->ack, s->o.length, flag_text(s->flags), s->wnd, s->o.retransmit ? " again" : "", w.seq, w.ack, w.len,
		         w.flags ? w.flags : "any", w.wnd);
	for (unsigned i = 0; i < 4 && w.sack[i][1]; i++)
		if (i >= s->sacks || s->sack[i][0] != w.sack[i][0] || s->sack[i][1] != w.sack[i][1])
			fail_msg("line %d: SACK block %u of %u is %u-%u, expected %u-%u", line, i, s->sacks, s->sack[i][0], s->sack[i][1],
			         w.sack[i][0], w.sack[i][1]);
	if (w.no_sack)
		assert_int_equal(s->sacks, 0);
}
#define leaves(t, ...) script_leaves(t, (struct leaving){__VA_ARGS__}, __LINE__)
#define quiet(t)                                                                                                                           \
	do {                                                                                                                               \
		if ((t)->out_head != (t)->out_tail) {                                                                                      \
			struct seen *s_ = &(t)->out[(t)->out_head % ARRAY_LEN((t)->out)];                                                  \
			fail_msg("line %d: seq %u ack %u len %u flags %s left", __LINE__, s_->seq, s_->ack, s_->o.length,                  \
			         flag_text(s_->flags));                                                                                    \
		}                                                                                                                          \
	} while (0)
static inline struct seen *last_out(struct script *t)
{
	assert_true(t->out_tail > 0);
	return &t->out[(t->out_tail - 1) % ARRAY_LEN(t->out)];
}
static inline unsigned drop_outs(struct script *t)
{
	unsigned n = t->out_tail - t->out_head;
	t->out_head = t->out_tail;
	return n;
}
static inline void after(struct script *t, uint64_t ms)
{
	uint64_t end = t->now + ms * 1000;
	while (t->now < end) {
		uint64_t d = tcp_deadline(t->e);
		t->now = d > t->now && d < end ? d : d <= t->now ? t->now : end;
		t->peer_ts = 5000 + (uint32_t)((t->now - 1000000000) / 1000);
		tcp_timers(t->e, t->now);
		script_pump(t);
		if (d <= t->now && tcp_deadline(t->e) <= t->now)
			fail_msg("the deadline does not move");
	}
}
static inline void send_bytes(struct script *t, uint32_t n, uint64_t cookie)
{
	struct tcp_range r = {cookie, 0, n};
	assert_int_equal(tcp_send(t->e, 0, &r, 1, cookie, t->now), 0);
	script_pump(t);
}
static inline void script_completed(struct script *t, char what, uint64_t cookie, uint32_t bytes, enum tcp_done how, int line)
{
	struct completed *d;
	if (t->done_head == t->done_tail)
		fail_msg("line %d: nothing was completed", line);
	d = &t->done[t->done_head++ % ARRAY_LEN(t->done)];
	if (d->what != what || d->cookie != cookie || d->bytes != bytes || d->how != how)
		fail_msg("line %d: completed %c %lu bytes %u how %d", line, d->what, (unsigned long)d->cookie, d->bytes, d->how);
}
#define completed(t, what, cookie, bytes, how) script_completed(t, what, cookie, bytes, how, __LINE__)
#define nothing_completed(t)                   assert_int_equal((t)->done_head, (t)->done_tail)
#define event(t, what, info)                                                                                                               \
	do {                                                                                                                               \
		assert_true((t)->event_head < (t)->event_tail);                                                                            \
		assert_int_equal((t)->events[(t)->event_head++ % 64], (uint32_t)(what) << 16 | (info));                                    \
	} while (0)
#define no_event(t) assert_int_equal((t)->event_head, (t)->event_tail)
