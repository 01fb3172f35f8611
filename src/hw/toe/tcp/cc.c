/*
 * Congestion control: slow start and congestion avoidance of RFC 5681 with appropriate byte counting (RFC 3465), and CUBIC (RFC 9438).
 *
 * Growth is by bytes acknowledged, so splitting an ACK gains nothing. In slow start one ACK counts for at most 8 segments (RFC 3465 says 2;
 * peers that coalesce acknowledge a whole super-segment at once), after a timeout for one. The window grows only while it is what holds
 * data back (RFC 7661's concern). Work per ACK is an addition; CUBIC's curve is looked at eight times per window.
 */
#include "engine.h"

#define CWND_MAX (1u << 30)

static uint32_t cube_root(uint64_t v)
{
	uint64_t r = 0;
	for (int b = 20; b >= 0; b--) {
		uint64_t t = r | 1ull << b;
		if (t * t * t <= v)
			r = t;
	}
	return (uint32_t)r;
}
static void cubic(struct tcp_engine *e, struct conn *c, uint32_t acked)
{
	struct cold *k = cold_of(e, c);
	int64_t d, target;
	uint64_t est;

	if (!k->cubic_epoch_ms) {
		k->cubic_epoch_ms = e->now | 1;
		k->cubic_est = c->cwnd;
		k->cubic_k_ms = 0;
		k->cubic_origin = c->cwnd;
		if (c->cwnd < k->cubic_max) { /* K = cbrt((Wmax - cwnd) / C), C = 0.4 segments per second cubed */
			k->cubic_k_ms = cube_root((uint64_t)((k->cubic_max - c->cwnd) / c->mss) * 2500000000ull);
			k->cubic_origin = k->cubic_max;
		}
	}
	d = (int32_t)(e->now - k->cubic_epoch_ms) + (int64_t)(c->srtt >> 3) / 1000 - k->cubic_k_ms;
	d = d < -100000 ? -100000 : d > 100000 ? 100000 : d;
	target = (int64_t)k->cubic_origin + d * d * d / 1000 * 4 * c->mss / 10 / 1000000;
	if (target < (int64_t)c->cwnd)
		target = c->cwnd;
	if (target > (int64_t)c->cwnd * 3 / 2)
		target = (int64_t)c->cwnd * 3 / 2;
	/* What Reno with this decrease would have: alpha = 3 (1 - 0.7) / (1 + 0.7) until Wmax, then 1. */
	est = (uint64_t)c->mss * acked / c->cwnd;
	k->cubic_est += (uint32_t)(k->cubic_est < k->cubic_max ? est * 53 / 100 : est);
	if ((int64_t)k->cubic_est > target)
		c->cwnd = max_u32(c->cwnd, k->cubic_est);
	else
		c->cwnd += (uint32_t)((uint64_t)(target - c->cwnd) * acked / c->cwnd);
}
void cc_grow(struct tcp_engine *e, struct conn *c, uint32_t acked)
{
	if (c->ca == CA_OPEN && !(c->flags & F_LIMITED))
		return;
	if (c->cwnd < c->ssthresh) {
		c->cwnd += min_u32(acked, c->ca == CA_LOSS ? c->mss : 8u * c->mss);
	} else {
		c->cc_acked += acked;
		if (e->cfg.cc == TCP_CC_CUBIC && c->ca == CA_OPEN) {
			if (c->cc_acked >= c->cwnd / 8) {
				cubic(e, c, min_u32(c->cc_acked, c->cwnd));
				c->cc_acked = 0;
			}
		} else if (c->cc_acked >= c->cwnd) {
			c->cc_acked -= c->cwnd;
			c->cwnd += c->mss;
		}
	}
	c->cwnd = min_u32(c->cwnd, CWND_MAX);
}
uint32_t cc_reduced(struct tcp_engine *e, struct conn *c, uint32_t flight)
{
	uint32_t to;
	struct cold *k = cold_of(e, c);

	flight = min_u32(flight, c->cwnd);
	if (e->cfg.cc == TCP_CC_CUBIC) {
		k->cubic_max = c->cwnd < k->cubic_max ? (uint32_t)((uint64_t)c->cwnd * 85 / 100) : c->cwnd; /* fast convergence */
		k->cubic_epoch_ms = 0;
		to = (uint32_t)((uint64_t)flight * 7 / 10);
	} else {
		to = flight / 2;
	}
	c->cc_acked = 0;
	return max_u32(to, 2u * c->mss);
}
void cc_idle(struct tcp_engine *e, struct conn *c)
{
	uint32_t initial = min_u32(10u * c->mss, max_u32(2u * c->mss, 14600)); /* RFC 6928 */
	if (c->snd_max != c->snd_una || e->now - c->heard_ms <= rto_ms(e, c) || c->cwnd <= initial)
		return;
	c->ssthresh = max_u32(c->ssthresh, c->cwnd / 4 * 3); /* what the path was known to bear */
	c->cwnd = initial;
	cold_of(e, c)->cubic_epoch_ms = 0;
}
