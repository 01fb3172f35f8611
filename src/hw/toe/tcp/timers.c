/*
 * Time. A connection has four timers: retransmission (which is also the tail probe, RACK's reordering, persist, silly window, FIN_WAIT_2
 * and TIME_WAIT timer: of these one can run), delayed ACK, keepalive, push. It is in the wheel once, for the earliest of them.
 *
 * The wheel has four levels of 256 slots, the first of one millisecond each. Putting a deadline off, which every ACK does, only writes the
 * new time: the wheel wakes the connection at the old one and puts it back. Only an earlier deadline moves it.
 */
#include "engine.h"

/* ---- the wheel ---- */

static void slot_bit(struct tcp_engine *e, uint32_t slot, bool set)
{
	uint64_t *w = &e->occupied[slot / WHEEL_SLOTS][slot % WHEEL_SLOTS / 64], bit = 1ull << slot % 64;
	*w = set ? *w | bit : *w & ~bit;
}
static void wheel_put(struct tcp_engine *e, uint32_t i, uint32_t at)
{
	struct cold *k = &e->colds[i];
	uint32_t delta = at - e->wheel_now, level = 0;

	while (level < WHEEL_LEVELS - 1 && delta >= 1u << WHEEL_BITS * (level + 1))
		level++;
	k->wheel_slot = level * WHEEL_SLOTS + (at >> WHEEL_BITS * level) % WHEEL_SLOTS;
	k->wheel_prev = NIL;
	k->wheel_next = e->wheel[k->wheel_slot];
	if (k->wheel_next != NIL)
		e->colds[k->wheel_next].wheel_prev = i;
	e->wheel[k->wheel_slot] = i;
	slot_bit(e, k->wheel_slot, true);
	e->conns[i].armed_at = at;
	e->conns[i].timers |= T_ARMED;
	e->armed++;
}
static void wheel_add(struct tcp_engine *e, uint32_t i, uint32_t at)
{
	if (!e->armed && SEQ_LT(e->wheel_now, e->now - 1))
		e->wheel_now = e->now - 1;
	wheel_put(e, i, SEQ_LE(at, e->wheel_now) ? e->wheel_now + 1 : at);
}
static void wheel_del(struct tcp_engine *e, struct conn *c)
{
	struct cold *k = cold_of(e, c);
	if (!(c->timers & T_ARMED))
		return;
	if (k->wheel_prev != NIL)
		e->colds[k->wheel_prev].wheel_next = k->wheel_next;
	else
		e->wheel[k->wheel_slot] = k->wheel_next;
	if (k->wheel_next != NIL)
		e->colds[k->wheel_next].wheel_prev = k->wheel_prev;
	if (e->wheel[k->wheel_slot] == NIL)
		slot_bit(e, k->wheel_slot, false);
	c->timers &= (uint8_t)~T_ARMED;
	e->armed--;
}
static void arm(struct tcp_engine *e, struct conn *c, uint32_t at)
{
	if (c->timers & T_ARMED) {
		if (SEQ_LE(c->armed_at, at))
			return;
		wheel_del(e, c);
	}
	wheel_add(e, conn_index(e, c), at);
}
/* Distance from slot `from` to the next occupied one of the level, 1..256; 0: there is none. */
static uint32_t next_slot(const struct tcp_engine *e, uint32_t level, uint32_t from)
{
	for (uint32_t d = 1; d <= WHEEL_SLOTS;) {
		uint32_t s = (from + d) % WHEEL_SLOTS;
		uint64_t w = e->occupied[level][s / 64] >> s % 64;
		if (w)
			return d + (uint32_t)__builtin_ctzll(w) > WHEEL_SLOTS ? WHEEL_SLOTS : d + (uint32_t)__builtin_ctzll(w);
		d += 64 - s % 64;
	}
	return 0;
}
static uint32_t wheel_next(const struct tcp_engine *e)
{
	uint32_t best = 0x7fffffff;
	for (uint32_t level = 0; level < WHEEL_LEVELS; level++) {
		uint32_t at = e->wheel_now >> WHEEL_BITS * level, d = next_slot(e, level, at % WHEEL_SLOTS);
		if (d)
			best = min_u32(best, ((at + d) << WHEEL_BITS * level) - e->wheel_now);
	}
	return best;
}
uint64_t tcp_deadline(const struct tcp_engine *e)
{
	int32_t left;
	if (!e->armed)
		return UINT64_MAX;
	left = (int32_t)(e->wheel_now + wheel_next(e) - e->now);
	return (e->now_us / 1000 + (uint64_t)(left > 0 ? left : 0)) * 1000;
}

/* ---- setting ---- */

/* Deadlines are compared modulo 2^32: none may be further away. Twelve days; a keepalive that is longer looks again then. */
#define FAR 0x3fffffffu

void timer_rtx(struct tcp_engine *e, struct conn *c, enum rtx_kind kind, uint32_t after)
{
	c->rtx_kind = (uint8_t)kind;
	c->rtx_at = e->now + min_u32(after, FAR);
	c->timers |= T_RTX;
	arm(e, c, c->rtx_at);
}
void timer_rtx_stop(struct conn *c)
{
	c->rtx_kind = RTX_OFF;
	c->timers &= (uint8_t)~T_RTX;
}
void timer_set(struct tcp_engine *e, struct conn *c, uint32_t bit, uint32_t after)
{
	uint32_t at = e->now + min_u32(after, FAR);
	if (bit == T_ACK)
		c->ack_at = at;
	else if (bit == T_KEEPALIVE)
		cold_of(e, c)->ka_at = at;
	else
		c->push_at = at;
	c->timers |= (uint8_t)bit;
	arm(e, c, at);
}
static uint32_t timer_at(const struct tcp_engine *e, const struct conn *c, uint32_t bit)
{
	return bit == T_RTX ? c->rtx_at : bit == T_ACK ? c->ack_at : bit == T_KEEPALIVE ? cold_of(e, c)->ka_at : c->push_at;
}
uint32_t timer_left(const struct tcp_engine *e, const struct conn *c, uint32_t bit)
{
	uint32_t at = timer_at(e, c, bit);
	return !(c->timers & bit) ? TCP_OFF : SEQ_LE(at, e->now) ? 0 : at - e->now;
}
void timers_stop(struct tcp_engine *e, struct conn *c)
{
	wheel_del(e, c);
	c->timers = 0;
	c->rtx_kind = RTX_OFF;
}
static uint32_t backed_off(const struct tcp_engine *e, const struct conn *c, uint32_t exponent)
{
	uint64_t t = (uint64_t)rto_ms(e, c) << min_u32(exponent, 16);
	return t > e->cfg.rto_max ? e->cfg.rto_max : (uint32_t)t;
}
/* Milliseconds since the first byte that is outstanding was sent (last). */
static uint32_t head_age(const struct tcp_engine *e, const struct conn *c)
{
	return c->tx_head == NIL ? 0 : ((uint32_t)e->now_us - flight_at(e, c->tx_head)->sent) / 1000;
}
void timer_retransmit(struct tcp_engine *e, struct conn *c, enum rtx_why why)
{
	bool outstanding = c->snd_max != c->snd_una;
	uint32_t rto, pto, age;

	if (c->rtx_kind >= RTX_FIN_WAIT_2 || c->flags & F_ASKED || c->state == TCP_CLOSED)
		return;
	if (!c->snd_wnd && (outstanding || conn_unsent(c))) {
		if (c->rtx_kind != RTX_PERSIST && c->rtx_kind != RTX_PROBE)
			timer_rtx(e, c, RTX_PERSIST, backed_off(e, c, c->probe_round));
		return;
	}
	if (!outstanding) {
		if (c->rtx_kind != RTX_SWS)
			timer_rtx_stop(c);
		return;
	}
	if (why != RTX_PROGRESS && (c->rtx_kind == RTX_REO || (why == RTX_KEEP && (c->rtx_kind == RTX_RTO || c->rtx_kind == RTX_TLP))))
		return;
	rto = backed_off(e, c, c->rtx_count);
	/* New data puts the tail probe off, but nothing beyond the timeout of what has waited longest. */
	if (why == RTX_NEW_DATA) {
		age = head_age(e, c);
		rto = rto > age ? rto - age : 1;
	}
	/* RFC 8985 7.2: two round trips; a lone segment may meet a delayed ACK. */
	if (c->flags & F_SACK && c->srtt && c->ca == CA_OPEN && !c->sacked && !c->lost && !(c->flags & F_TLP) && !c->rtx_count) {
		pto = (c->srtt / 4 + 999) / 1000 + (c->snd_max - c->snd_una <= c->mss ? 200 : 2);
		if (pto < rto) {
			timer_rtx(e, c, RTX_TLP, pto);
			return;
		}
	}
	if (why != RTX_NEW_DATA || c->rtx_kind != RTX_RTO)
		timer_rtx(e, c, RTX_RTO, rto);
}

/* ---- keepalive, and the same timer as judge of a doubtful RST or SYN (the contract's section 14) ---- */

#define BLIND_MS 300000u

void timer_blind(struct tcp_engine *e, struct conn *c)
{
	if (!(c->timers & T_KEEPALIVE))
		c->marks |= C_BLIND_ONLY;
	c->marks |= C_BLIND;
	c->timers |= T_PROBED;
	if (timer_left(e, c, T_KEEPALIVE) == TCP_OFF || timer_left(e, c, T_KEEPALIVE) < BLIND_MS)
		timer_set(e, c, T_KEEPALIVE, BLIND_MS);
}
static uint32_t idle_limit(const struct cold *k)
{
	return k->u.ka_timeout ? k->u.ka_timeout : 7200000;
}
void timer_heard(struct tcp_engine *e, struct conn *c)
{
	c->heard_ms = e->now;
	if (c->rtx_kind == RTX_FIN_WAIT_2)
		c->rtx_at = e->now + e->cfg.fin_wait_2;
	if (c->timers & T_PROBED) {
		const struct cold *k = cold_of(e, c);
		c->timers &= (uint8_t)~T_PROBED;
		if (c->marks & C_BLIND && !(c->flags & F_KEEPALIVE))
			c->timers &= (uint8_t)~T_KEEPALIVE;
		else
			timer_set(e, c, T_KEEPALIVE, idle_limit(k));
		c->marks &= ~(C_BLIND | C_BLIND_ONLY | C_RST_DOUBTED);
		c->ka_sent = 0;
	}
}
static void give_up(struct tcp_engine *e, struct conn *c)
{
	timer_rtx_stop(c);
	c->flags |= F_ASKED;
	conn_event(e, c, TCP_EV_UPLOAD, TCP_WHY_TIMEOUT);
}
static void keepalive(struct tcp_engine *e, struct conn *c)
{
	struct cold *k = cold_of(e, c);
	uint32_t idle = e->now - c->heard_ms, probes = k->u.ka_probes ? k->u.ka_probes : 10;

	if (c->flags & F_ASKED || c->state == TCP_CLOSED || c->state == TCP_TIME_WAIT)
		return;
	if (!(c->marks & C_BLIND)) {
		if (!(c->flags & F_KEEPALIVE))
			return;
		if (!c->ka_sent && idle < idle_limit(k)) {
			timer_set(e, c, T_KEEPALIVE, idle_limit(k) - idle);
			return;
		}
		if (c->snd_max != c->snd_una) { /* retransmission is asking already */
			timer_set(e, c, T_KEEPALIVE, idle_limit(k));
			return;
		}
	}
	if (c->ka_sent >= probes) {
		if (c->marks & C_BLIND)
			conn_set_state(e, c, TCP_CLOSED);
		c->marks &= ~(C_BLIND | C_BLIND_ONLY | C_RST_DOUBTED);
		give_up(e, c);
		return;
	}
	c->ka_sent++;
	c->timers |= T_PROBED;
	output_control(e, c, c->snd_una - 1, TH_ACK);
	timer_set(e, c, T_KEEPALIVE, k->u.ka_interval ? k->u.ka_interval : 1000);
}

/* ---- expiry ---- */

static bool too_many(struct tcp_engine *e, struct conn *c)
{
	const struct cold *k = cold_of(e, c);
	if (k->u.max_rt == TCP_OFF)
		return false;
	if (k->u.max_rt)
		return c->rtx_count && e->now - k->rt_since_ms >= k->u.max_rt;
	return c->rtx_count >= e->cfg.max_retransmits;
}
static void rtx_expired(struct tcp_engine *e, struct conn *c)
{
	struct cold *k = cold_of(e, c);
	enum rtx_kind kind = c->rtx_kind;
	uint32_t later;

	timer_rtx_stop(c);
	switch (kind) {
	case RTX_FIN_WAIT_2:
		conn_set_state(e, c, TCP_CLOSED);
		give_up(e, c);
		return;
	case RTX_TIME_WAIT:
		conn_set_state(e, c, TCP_CLOSED);
		return;
	case RTX_SWS:
		if (!output_override(e, c))
			timer_rtx(e, c, RTX_SWS, 1);
		return;
	case RTX_PERSIST:
	case RTX_PROBE:
		if (c->snd_wnd)
			break;
		/* MaxRT is about retransmitting a segment; a window may stay closed as long as each round is answered. */
		if (c->rtx_count >= e->cfg.max_retransmits) {
			give_up(e, c);
			return;
		}
		stats_of(e, c)->persist_probes++;
		output_probe(e, c, false);
		timer_rtx(e, c, RTX_PROBE, backed_off(e, c, c->rtx_count));
		c->rtx_count++;
		return;
	case RTX_REO:
		later = recovery_reorder_expired(e, c);
		timer_retransmit(e, c, RTX_PROGRESS);
		if (later)
			timer_rtx(e, c, RTX_REO, (later + 999) / 1000);
		conn_wake(e, c);
		return;
	case RTX_TLP:
		if (c->snd_max == c->snd_una)
			return;
		c->flags |= F_TLP; /* before it is sent: the next timer is the timeout */
		if (!output_probe(e, c, true))
			c->flags &= (uint16_t)~F_TLP;
		else
			stats_of(e, c)->tail_probes++;
		k->tlp_end = c->snd_max;
		timer_rtx(e, c, RTX_RTO, backed_off(e, c, c->rtx_count));
		return;
	default:
		break;
	}
	if (c->snd_max == c->snd_una)
		return;
	if (too_many(e, c)) {
		give_up(e, c);
		return;
	}
	recovery_timeout(e, c);
	timer_rtx(e, c, RTX_RTO, backed_off(e, c, c->rtx_count));
}
static void expire(struct tcp_engine *e, struct conn *c)
{
	uint32_t due = 0, first = 0;
	bool any = false;

	for (uint32_t bit = T_RTX; bit <= T_PUSH; bit *= 2)
		if (c->timers & bit && SEQ_LE(timer_at(e, c, bit), e->now))
			due |= bit;
	c->timers &= (uint8_t) ~(due & ~T_RTX);
	if (due & T_ACK) {
		c->flags |= F_ACK_NOW;
		conn_wake(e, c);
	}
	if (due & T_PUSH)
		push_expired(e, c);
	if (due & T_KEEPALIVE)
		keepalive(e, c);
	if (due & T_RTX && c->timers & T_RTX)
		rtx_expired(e, c);
	for (uint32_t bit = T_RTX; bit <= T_PUSH; bit *= 2) {
		if (c->timers & bit && (!any || SEQ_LT(timer_at(e, c, bit), first))) {
			first = timer_at(e, c, bit);
			any = true;
		}
	}
	if (any)
		arm(e, c, first);
}
static void cascade(struct tcp_engine *e, uint32_t level)
{
	uint32_t slot = level * WHEEL_SLOTS + (e->wheel_now >> WHEEL_BITS * level) % WHEEL_SLOTS, i;

	if (slot % WHEEL_SLOTS == 0 && level + 1 < WHEEL_LEVELS)
		cascade(e, level + 1);
	while ((i = e->wheel[slot]) != NIL) {
		uint32_t at = e->conns[i].armed_at;
		wheel_del(e, &e->conns[i]);
		wheel_put(e, i, at); /* what is due in this very millisecond: into the slot that is looked at next */
	}
}
void tcp_timers(struct tcp_engine *e, uint64_t now)
{
	engine_time(e, now);
	while (e->armed && SEQ_LT(e->wheel_now, e->now)) {
		uint32_t step = 256 - (e->wheel_now & 255), d = next_slot(e, 0, e->wheel_now % WHEEL_SLOTS), i;
		step = min_u32(d ? min_u32(step, d) : step, e->now - e->wheel_now);
		e->wheel_now += step;
		if (!(e->wheel_now & 255))
			cascade(e, 1);
		while ((i = e->wheel[e->wheel_now & 255]) != NIL) {
			wheel_del(e, &e->conns[i]);
			expire(e, &e->conns[i]);
		}
	}
	if (!e->armed)
		e->wheel_now = e->now;
}
