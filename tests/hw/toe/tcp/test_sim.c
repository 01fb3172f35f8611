/*
 * Random schedules over two engines and a bad wire (sim.h): equal streams, nothing beyond the window, progress, and every invariant of
 * tcp_check() after every step. `make test` runs a few thousand; FLUE_SIM=COUNT[:SEED] runs more (make soak), FLUE_SIM=1:SEED prints one.
 */
#include "sim.h"

#define STALL_US 900000000ull

static void seq_put(uint8_t *p, uint32_t v)
{
	for (int i = 0; i < 4; i++)
		p[i] = (uint8_t)(v >> (24 - 8 * i));
}
static struct tcp_engine *engine_of(struct host *h)
{
	return h->e[h->engine];
}
static void deliver_packet(struct sim *s, struct packet *p)
{
	struct host *h = &s->h[p->to];
	struct tcp_range r = {(uintptr_t)p, 0, p->length};
	uint32_t edge = sim_be32(p->header + 8) + ((uint32_t)(p->header[14] << 8 | p->header[15]) << h->shift);

	if (s->verbose)
		printf("%9lu >%u seq %u len %u ack %u\n", (unsigned long)s->now, h->self, sim_be32(p->header + 4) - s->h[!h->self].iss,
		       p->length, sim_be32(p->header + 8) - h->iss);
	if ((int32_t)(edge - h->edge) > 0)
		h->edge = edge;
	if (tcp_input(engine_of(h), h->conn, p->header, p->header_length, &r, s->now) != TCP_IN_HELD)
		packet_drop(s, p);
}
static void load(struct sim *s, struct host *h)
{
	struct tcp_engine *e;
	int rc;

	h->engine = sim_rnd(s) & 1;
	h->conn = sim_rnd(s) % 3;
	e = engine_of(h);
	rc = tcp_load(e, h->conn, &h->moving, s->now);
	if (rc)
		sim_fail(s, "host %u: load %d", h->self, rc);
	for (uint64_t i = h->first; i < h->next && !rc; i++) {
		const struct request *q = &h->sends[i % SIM_SENDS];
		uint32_t half = q->length / 2;
		struct tcp_range r[2] = {{q->pos, 0, half}, {q->pos, half, q->length - half}};
		rc = tcp_send(e, h->conn, r, 2, i, s->now);
	}
	for (unsigned i = 0; i < h->moving_count && !rc; i++)
		rc = tcp_load_received(e, h->conn, &h->moving_data[i], false);
	if (!rc)
		rc = tcp_start(e, h->conn, &h->moving, s->now);
	if (rc)
		sim_fail(s, "host %u: start %d", h->self, rc);
	if (h->moving.d.state >= TCP_CLOSE_WAIT && !h->moving_count)
		h->peer_done = true;
	if (h->closing && !h->closed)
		tcp_disconnect(e, h->conn, 1, s->now);
	h->away = false;
	for (unsigned i = 0; i < s->waiting_count[h->self]; i++)
		deliver_packet(s, s->waiting[h->self][i]);
	s->waiting_count[h->self] = 0;
}
static void unload(struct sim *s, struct host *h)
{
	struct tcp_engine *e = engine_of(h);
	struct tcp_range sends[SIM_SENDS * 2];
	struct tcp_state q;
	unsigned n = tcp_list_sends(e, h->conn, sends, NULL, ARRAY_LEN(sends));
	uint64_t bytes = 0, want = 0;

	tcp_query(e, h->conn, &q, s->now);
	if (q.d.state < TCP_ESTABLISHED || q.d.state > TCP_LAST_ACK)
		return;
	for (unsigned i = 0; i < n; i++)
		bytes += sends[i].length;
	h->moving_count = tcp_list_received(e, h->conn, h->moving_data, ARRAY_LEN(h->moving_data));
	for (unsigned i = 0; i < h->moving_count; i++)
		((struct packet *)(uintptr_t)h->moving_data[i].handle)->refs++;
	if (tcp_unload(e, h->conn, &h->moving, s->now)) {
		for (unsigned i = 0; i < h->moving_count; i++)
			((struct packet *)(uintptr_t)h->moving_data[i].handle)->refs--;
		return; /* the ring was full: its ACK could not leave */
	}
	for (uint64_t i = h->first; i < h->next; i++)
		want += h->sends[i % SIM_SENDS].length;
	if (bytes != want)
		sim_fail(s, "host %u: listed %lu bytes to send, handed back %lu", h->self, (unsigned long)bytes, (unsigned long)want);
	h->unconsumed = 0;
	h->away = true;
	h->back_at = s->now + sim_below(s, sim_rnd(s) % 4 ? 3000 : 80000);
	if (s->verbose)
		printf("%9lu %u moves, state %u\n", (unsigned long)s->now, h->self, h->moving.d.state);
	/* Time goes on while it is away, for its timers and its timestamp clock too. */
	uint32_t ms = (uint32_t)((h->back_at - s->now) / 1000);
	h->moving.d.ts_time += ms;
	if (h->moving.d.retransmit != TCP_OFF)
		h->moving.d.retransmit -= h->moving.d.retransmit < ms ? h->moving.d.retransmit : ms;
	s->moved++;
}
/* Somebody off the path who knows the addresses, the window and even, to a few bytes, the sequence numbers; but never hits them. */
static void attack(struct sim *s, struct host *h)
{
	struct tcp_engine *e = engine_of(h);
	struct tcp_range payload = {(uintptr_t)&s->forged, 0, 0};
	struct tcp_state st;
	uint32_t seq, ack, n = 20, kind = sim_rnd(s) % 4;
	uint8_t p[32] = {0};

	if (tcp_query(e, h->conn, &st, s->now) || st.d.state == TCP_CLOSED || st.d.state == TCP_TIME_WAIT)
		return;
	payload.length = sim_rnd(s) % 1000;
	seq = st.d.rcv_nxt + 1 + sim_rnd(s) % 60000; /* not rcv_nxt itself */
	ack = sim_rnd(s);
	p[13] = kind == 0 ? 4 : kind == 1 ? 2 : 0x10;
	p[13] |= (uint8_t)(sim_rnd(s) % 2 ? 0x10 : 0);
	if (kind == 2) {
		seq = st.d.rcv_nxt - sim_rnd(s) % 100;
		ack = sim_rnd(s) % 2 ? st.d.snd_max + 1 + sim_rnd(s) % 100000 : st.d.snd_una - st.d.max_snd_wnd - 1 - sim_rnd(s) % 100000;
		p[13] |= (uint8_t)(sim_rnd(s) & 9);
	} else if (kind == 3) {
		seq = st.d.rcv_nxt - 2000 - sim_rnd(s) % 1000000000;
		payload.length = 0;
		p[13] = (uint8_t)sim_rnd(s);
	}
	if (s->timestamps) {
		n = 32;
		p[20] = p[21] = 1;
		p[22] = 8;
		p[23] = 10;
		seq_put(p + 24, st.d.ts_recent + sim_rnd(s) % 1000000);
	}
	p[12] = (uint8_t)(n / 4 << 4);
	seq_put(p + 4, seq);
	seq_put(p + 8, ack);
	p[14] = (uint8_t)sim_rnd(s);
	if (s->verbose)
		printf("%9lu !%u seq %u ack %u flags %02x len %u\n", (unsigned long)s->now, h->self, seq - s->h[!h->self].iss, ack - h->iss,
		       p[13], payload.length);
	if (tcp_input(e, h->conn, p, n, &payload, s->now) == TCP_IN_HELD)
		sim_fail(s, "host %u: forged data was taken", h->self);
}
/* The application does something, now and then. */
static void act(struct sim *s, struct host *h)
{
	struct tcp_engine *e = engine_of(h);
	struct tcp_cached u = h->moving.u;

	h->act_at = s->now + 1 + sim_below(s, s->slow ? 20000 : 2000);
	while (h->written < h->total && h->next - h->first < SIM_SENDS - 1 && sim_chance(s, 800)) {
		uint32_t n = 1 + sim_below(s, sim_rnd(s) % 3 ? 3000 : 60000), k = 0, left;
		struct tcp_range r[4];
		if (n > h->total - h->written)
			n = (uint32_t)(h->total - h->written);
		for (left = n; left && k < 4; k++) {
			uint32_t part = k == 3 ? left : 1 + sim_rnd(s) % left;
			r[k] = (struct tcp_range){h->written, n - left, part};
			left -= part;
		}
		h->sends[h->next % SIM_SENDS] = (struct request){h->written, n};
		h->written += n;
		if (tcp_send(e, h->conn, r, k, h->next, s->now)) {
			h->written -= n; /* pool: later */
			break;
		}
		h->next++;
	}
	if (h->written == h->total && !h->closing && sim_chance(s, 300)) {
		h->closing = true;
		tcp_disconnect(e, h->conn, 1, s->now);
	}
	if (h->unconsumed && sim_chance(s, s->slow ? 300 : 900)) {
		uint32_t n = sim_rnd(s) % 2 ? h->unconsumed : 1 + sim_rnd(s) % h->unconsumed;
		h->unconsumed -= n;
		if (tcp_consumed(e, h->conn, n, s->now))
			sim_fail(s, "host %u: consumed more than was indicated", h->self);
	}
	if (h->posted < 3 && sim_chance(s, 200)) {
		uint32_t length = sim_rnd(s) % 20000;
		bool no_push = sim_chance(s, 100);
		h->posted++;
		if (tcp_post(e, h->conn, 0, length, 0, no_push, s->now))
			h->posted--;
	}
	if (sim_chance(s, 300))
		tcp_offer(e, h->conn, s->now);
	if (sim_chance(s, s->updates)) {
		u.flags = (uint16_t)(sim_rnd(s) & (TCP_U_NAGLE | TCP_U_RCV_WND));
		u.path_mtu = 600 + sim_rnd(s) % 900;
		u.rcv_wnd = 4000 + sim_rnd(s) % 200000;
		tcp_update(e, h->conn, &u, s->now);
	}
	if (sim_chance(s, s->attacks))
		attack(s, h);
	if (sim_chance(s, s->moves))
		unload(s, h);
}
static bool finished(const struct sim *s)
{
	for (unsigned i = 0; i < 2; i++)
		if (!s->h[i].closed || !s->h[i].peer_done || s->h[i].away)
			return false;
	return true;
}
static void step(struct sim *s)
{
	uint64_t next = UINT64_MAX;
	const char *why;

	for (unsigned i = 0; i < 2; i++) {
		struct host *h = &s->h[i];
		uint64_t at = h->away ? h->back_at : h->act_at;
		next = at < next ? at : next;
		for (unsigned k = 0; k < 2; k++) {
			at = tcp_deadline(h->e[k]);
			next = at < next ? at : next;
		}
	}
	if (s->queued && s->queue[0]->at < next)
		next = s->queue[0]->at;
	if (next > s->now)
		s->now = next;
	/* Everything of this instant and, as a NIC does, of the next 50 us is one batch. */
	while (s->queued && s->queue[0]->at <= s->now + 50) {
		struct packet *p = queue_get(s);
		struct host *h = &s->h[p->to];
		if (!h->away)
			deliver_packet(s, p);
		else if (s->waiting_count[p->to] < SIM_QUEUE)
			s->waiting[p->to][s->waiting_count[p->to]++] = p;
		else
			packet_drop(s, p);
	}
	for (unsigned i = 0; i < 2; i++) {
		struct host *h = &s->h[i];
		if (h->away && h->back_at <= s->now)
			load(s, h);
		else if (!h->away && h->act_at <= s->now)
			act(s, h);
		for (unsigned k = 0; k < 2; k++) {
			tcp_timers(h->e[k], s->now);
			for (int n = 0; n < 50 && tcp_pump(h->e[k], s->now, 16); n++)
				;
		}
		if (!h->away && !tcp_check(engine_of(h), h->conn, &why))
			sim_fail(s, "host %u: %s", i, why);
	}
	if (s->now - s->progress_at > STALL_US)
		sim_fail(s, "no progress for %llu s: read %lu of %lu and %lu of %lu", STALL_US / 1000000, (unsigned long)s->h[0].read,
		         (unsigned long)s->h[1].total, (unsigned long)s->h[1].read, (unsigned long)s->h[0].total);
}
static void start(struct sim *s, uint64_t seed, bool verbose)
{
	uint32_t flags, scale, mss[2], wnd[2];
	struct tcp_config cfg = {.connections = 3};

	memset(s, 0, sizeof(*s));
	s->seed = seed * 0x9e3779b97f4a7c15ull | 1;
	s->verbose = verbose;
	for (int i = 0; i < 8; i++)
		sim_rnd(s);
	s->now = s->progress_at = 1000000 + sim_rnd(s);
	s->loss = sim_rnd(s) % 2 ? 0 : sim_rnd(s) % 80;
	s->dup = sim_rnd(s) % 3 ? 0 : sim_rnd(s) % 50;
	s->reorder = sim_rnd(s) % 3 ? 0 : sim_rnd(s) % 200;
	s->moves = sim_rnd(s) % 2 ? 0 : 1 + sim_rnd(s) % 30;
	s->slow = sim_rnd(s) % 4 == 0;
	s->refuse = sim_rnd(s) % 3 ? 0 : sim_rnd(s) % 300;
	s->ring = sim_rnd(s) % 4 ? 0 : sim_rnd(s) % 200;
	s->delay = 10 + sim_below(s, sim_rnd(s) % 2 ? 500 : 60000);
	s->jitter = sim_rnd(s) % 4 ? 0 : sim_rnd(s) % 3000;
	s->rate = sim_rnd(s) % 2 ? 0 : 500 + sim_rnd(s) % 100000;
	s->whole = sim_rnd(s) % 3 == 0;
	s->updates = 5;
	s->attacks = sim_rnd(s) % 3 ? 0 : sim_rnd(s) % 300;
	flags = (sim_rnd(s) % 4 ? TCP_C_SACK : 0) | (sim_rnd(s) % 2 ? TCP_C_TIMESTAMPS : 0);
	s->timestamps = flags & TCP_C_TIMESTAMPS;
	scale = sim_rnd(s) % 2 ? 0 : 1 + sim_rnd(s) % 10;
	if (scale)
		flags |= TCP_C_SCALING;
	for (unsigned i = 0; i < 2; i++) {
		struct host *h = &s->h[i];
		h->sim = s;
		h->self = i;
		cfg.burst = sim_rnd(s) % 2 ? 1 : 61440;
		cfg.cc = sim_rnd(s) % 2 ? TCP_CC_CUBIC : TCP_CC_RENO;
		/* A third has pools that run out. */
		cfg.flight = sim_rnd(s) % 3 ? 0 : 1 + sim_rnd(s) % 8;
		cfg.held = sim_rnd(s) % 3 ? 0 : 1 + sim_rnd(s) % 8;
		s->scarce |= cfg.held != 0;
		cfg.sends = 0;
		for (unsigned k = 0; k < 2; k++)
			h->e[k] = tcp_create(&cfg, &sim_ops, h);
		h->total = sim_below(s, sim_rnd(s) % 4 ? 60000 : 600000);
		h->iss = sim_rnd(s) % 3 ? sim_rnd(s) : 0xffffff00u;
		h->shift = scale;
		h->act_at = s->now;
		mss[i] = sim_rnd(s) % 4 ? 1460 : 64 + sim_rnd(s) % 1400;
		wnd[i] = (sim_rnd(s) % 3 ? 65535 : 3000 + sim_rnd(s) % 60000) & ~((1u << scale) - 1);
	}
	for (unsigned i = 0; i < 2; i++) {
		struct host *h = &s->h[i];
		uint32_t nagle = sim_rnd(s) % 2 ? TCP_U_NAGLE : 0, ts_time = sim_rnd(s);
		h->moving = (struct tcp_state){.c = {.local = {10, 0, 0, (uint8_t)(1 + i)},
		                                     .remote = {10, 0, 0, (uint8_t)(2 - i)},
		                                     .local_port = 80,
		                                     .remote_port = 80,
		                                     .flags = (uint8_t)flags,
		                                     .snd_scale = (uint8_t)scale,
		                                     .rcv_scale = (uint8_t)scale,
		                                     .remote_mss = (uint16_t)mss[i]},
		                               .u = {.rcv_wnd = wnd[i], .path_mtu = 1500, .flags = (uint16_t)nagle},
		                               .d = {.state = TCP_ESTABLISHED,
		                                     .rcv_nxt = s->h[!i].iss,
		                                     .rcv_wnd = wnd[i],
		                                     .snd_una = h->iss,
		                                     .snd_nxt = h->iss,
		                                     .snd_max = h->iss,
		                                     .snd_wnd = wnd[!i],
		                                     .snd_wl1 = s->h[!i].iss - 1,
		                                     .keepalive = TCP_OFF,
		                                     .retransmit = TCP_OFF,
		                                     .ts_time = ts_time}};
		h->adv_edge = s->h[!i].iss + wnd[i];
		h->edge = h->iss + wnd[!i];
	}
	s->h[0].moving.d.ts_recent = s->h[1].moving.d.ts_time;
	s->h[1].moving.d.ts_recent = s->h[0].moving.d.ts_time;
	for (unsigned i = 0; i < 2; i++)
		load(s, &s->h[i]);
}
static void end(struct sim *s)
{
	struct tcp_state st;
	for (unsigned i = 0; i < 2; i++)
		for (unsigned k = 0; k < 2; k++)
			for (uint32_t c = 0; c < 3; c++)
				while (tcp_unload(s->h[i].e[k], c, &st, s->now) == -EAGAIN)
					;
	while (s->queued)
		packet_drop(s, queue_get(s));
	for (unsigned i = 0; i < 2; i++)
		for (unsigned k = 0; k < s->waiting_count[i]; k++)
			packet_drop(s, s->waiting[i][k]);
	if (s->packets && !s->failed)
		sim_fail(s, "%ld packets were never released", s->packets);
	for (unsigned i = 0; i < 2; i++)
		for (unsigned k = 0; k < 2; k++)
			tcp_destroy(s->h[i].e[k]);
}
static struct sim sim;
static bool one(uint64_t seed, bool verbose)
{
	unsigned steps = 0;
	start(&sim, seed, verbose);
	while (!sim.failed && !finished(&sim)) {
		step(&sim);
		if (++steps > 3000000)
			sim_fail(&sim, "does not end");
	}
	for (unsigned i = 0; i < 2 && !sim.failed; i++)
		if (sim.h[i].read != sim.h[!i].total || sim.h[i].first != sim.h[i].next)
			sim_fail(&sim, "host %u: read %lu of %lu", i, (unsigned long)sim.h[i].read, (unsigned long)sim.h[!i].total);
	/* On a clean wire nothing times out, moves or not: frames are held while a connection is away; nor is anything taken for lost. */
	bool clean = !sim.loss && !sim.dup && !sim.reorder && !sim.jitter && !sim.rate && !sim.scarce && !sim.attacks;
	for (unsigned i = 0; i < 4 && clean; i++) {
		struct tcp_statistics st;
		tcp_statistics(sim.h[i / 2].e[i % 2], false, &st);
		if (st.timeouts || (st.fast_recoveries && !sim.moves))
			sim_fail(&sim, "host %u: %lu timeouts, %lu recoveries on a clean wire", i / 2, (unsigned long)st.timeouts,
			         (unsigned long)st.fast_recoveries);
	}
	end(&sim);
	if (sim.failed)
		printf("seed %lu: %s\n", (unsigned long)seed, sim.failed);
	return !sim.failed;
}
static void test_schedules(void **state)
{
	const char *arg = getenv("FLUE_SIM");
	unsigned long count = 1500, seed = 1, bad = 0;
	uint64_t sent = 0, lost = 0, moved = 0;
	(void)state;
	if (arg)
		sscanf(arg, "%lu:%lu", &count, &seed);
	for (unsigned long i = 0; i < count; i++) {
		bad += !one(seed + i, arg && count == 1);
		sent += sim.sent;
		lost += sim.lost;
		moved += sim.moved;
	}
	printf("%lu schedules, %lu segments, %lu lost, %lu moves\n", count, (unsigned long)sent, (unsigned long)lost, (unsigned long)moved);
	assert_int_equal(bad, 0);
	assert_true(count == 1 || (lost && moved)); /* else the schedules have lost their point */
}
/* How much of a bottleneck of 100 Mb/s, 20 ms, with 30 ms of queue a transfer of 20 MB uses, in percent; per_100000: random loss. */
static unsigned utilization(bool sack, enum tcp_cc cc, unsigned per_100000)
{
	struct sim *s = &sim;
	uint64_t began;
	struct tcp_config cfg = {.connections = 3, .cc = cc};

	start(s, 1, false);
	for (unsigned i = 0; i < 2; i++) {
		struct host *h = &s->h[i];
		while (s->queued)
			packet_drop(s, queue_get(s));
		for (unsigned k = 0; k < 2; k++) {
			tcp_destroy(h->e[k]);
			h->e[k] = tcp_create(&cfg, &sim_ops, h);
		}
		h->moving.c.flags = (uint8_t)(TCP_C_SCALING | (sack ? TCP_C_SACK | TCP_C_TIMESTAMPS : 0));
		h->moving.c.snd_scale = h->moving.c.rcv_scale = 7;
		h->moving.c.remote_mss = 1460;
		h->shift = 7;
		h->moving.u.rcv_wnd = h->moving.d.rcv_wnd = h->moving.d.snd_wnd = 4 << 20;
		h->moving.u.flags = 0;
		h->moving.d.srtt_us = 20000;
		h->moving.d.rttvar_us = 5000;
		h->edge = h->iss + (4 << 20);
		h->adv_edge = s->h[!i].iss + (4 << 20);
		h->first = h->next = h->written = 0;
		h->total = i ? 0 : 20000000;
		h->closing = false;
	}
	s->loss = s->dup = s->reorder = s->moves = s->slow = s->refuse = s->ring = s->jitter = s->attacks = s->updates = 0;
	s->loss_100000 = per_100000;
	s->whole = false;
	s->timestamps = sack;
	s->delay = 10000;
	s->rate = 12500;
	s->queue_us = 30000;
	for (unsigned i = 0; i < 2; i++)
		load(s, &s->h[i]);
	began = s->now;
	while (!s->failed && s->h[1].read < s->h[0].total)
		step(s);
	if (s->failed)
		fail_msg("%s", s->failed);
	uint64_t us = s->now - began;
	if (getenv("FLUE_SIM")) {
		struct tcp_statistics st, su;
		tcp_statistics(engine_of(&s->h[0]), false, &st);
		tcp_statistics(engine_of(&s->h[1]), false, &su);
		printf("%lu ms: %lu out, %lu again, %lu timeouts, %lu recoveries, %lu probes, %lu exhausted; receiver: %lu early, %lu "
		       "dropped\n",
		       (unsigned long)us / 1000, (unsigned long)st.out_segments, (unsigned long)st.retransmitted,
		       (unsigned long)st.timeouts, (unsigned long)st.fast_recoveries, (unsigned long)st.tail_probes,
		       (unsigned long)st.flight_exhausted, (unsigned long)su.out_of_order, (unsigned long)su.held_drops);
	}
	end(s);
	return (unsigned)(20000000ull * 100 * 1000 / (us * 12500));
}
static void test_a_bottleneck_is_used(void **state)
{
	unsigned cubic = utilization(true, TCP_CC_CUBIC, 0), reno = utilization(true, TCP_CC_RENO, 0),
	         old = utilization(false, TCP_CC_RENO, 0);
	unsigned lossy = utilization(true, TCP_CC_CUBIC, 100);
	(void)state;
	printf("100 Mb/s, 20 ms: CUBIC %u %%, Reno %u %%, Reno without SACK %u %%; one lost in 1,000: CUBIC %u %%\n", cubic, reno, old,
	       lossy);
	assert_true(cubic >= 85 && reno >= 85 && old >= 50 && lossy >= 35);
}
int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_schedules), cmocka_unit_test(test_a_bottleneck_is_used)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
