/*
 * A segment arrives: is it ours to judge, is it acceptable, and what does each of its parts do. RFC 9293 3.10.7.4 in its order, with PAWS
 * (RFC 7323 5), the blind attack rules (RFC 5961; the contract's section 14) and the contract's way with urgent data (13.2: upload, and
 * touch nothing behind it).
 */
#include "engine.h"

/* Is some of [seq, seq + n) in the window? An empty window takes bare segments at rcv_nxt; whoever is there may also bring an ACK. */
static bool acceptable(const struct conn *c, const struct segment *s)
{
	uint32_t edge = SEQ_LT(c->rcv_adv, c->rcv_nxt) ? c->rcv_nxt : c->rcv_adv, n = s->length + (s->flags & TH_FIN ? 1 : 0);
	if (s->seq == c->rcv_nxt)
		return true; /* data beyond the window is cut off later */
	if (!n)
		return SEQ_LT(c->rcv_nxt, s->seq) && SEQ_LE(s->seq, edge);
	return SEQ_LT(c->rcv_nxt, s->seq + n) && SEQ_LT(s->seq, edge);
}
/* Answers to what is outside the window can start two hosts on each other: at most one in 50 ms, except for data, which is a lost ACK. */
static void answer_outside(struct tcp_engine *e, struct conn *c, const struct segment *s)
{
	struct cold *k = cold_of(e, c);
	if (s->length) {
		if ((c->flags & F_SACK) && SEQ_LE(s->seq + s->length, c->rcv_nxt)) {
			c->marks |= C_DSACK;
			c->dsack_from = s->seq;
			c->dsack_to = s->seq + s->length;
		}
	} else if (c->marks & C_OOW_ACKED && e->now - k->oow_ms < 50 && !(s->flags & TH_FIN)) {
		return;
	}
	c->marks |= C_OOW_ACKED;
	k->oow_ms = e->now;
	if (c->state == TCP_TIME_WAIT && s->flags & TH_FIN)
		timer_rtx(e, c, RTX_TIME_WAIT, e->cfg.time_wait);
	c->flags |= F_ACK_NOW;
	if (!output_ack(e, c))
		conn_wake(e, c);
}
static enum tcp_in reset_came(struct tcp_engine *e, struct conn *c, const struct segment *s)
{
	if (s->seq == c->rcv_nxt) {
		c->marks |= C_ABORTED;
		conn_event(e, c, TCP_EV_ABORT, 0);
		conn_reset(e, c);
	} else if (acceptable(c, s) && !(c->marks & C_RST_DOUBTED)) {
		c->marks |= C_RST_DOUBTED;
		output_challenge(e, c);
		timer_blind(e, c);
	}
	return TCP_IN_DONE;
}
static enum tcp_in syn_came(struct tcp_engine *e, struct conn *c, const struct segment *s)
{
	struct cold *k = cold_of(e, c);
	if (c->state == TCP_TIME_WAIT)
		return TCP_IN_PASS; /* 13.1: the host decides about a new incarnation */
	if (s->seq == c->rcv_nxt) {
		conn_set_state(e, c, TCP_CLOSED);
		conn_event(e, c, TCP_EV_UPLOAD, TCP_WHY_REQUESTED);
		return TCP_IN_PASS;
	}
	if (!acceptable(c, s)) {
		c->flags |= F_ACK_NOW;
		if (!output_ack(e, c))
			conn_wake(e, c);
	} else if (!(c->marks & C_SYN_DOUBTED) || e->now - k->syn_ms >= 3000) {
		c->marks |= C_SYN_DOUBTED;
		k->syn_ms = e->now;
		output_challenge(e, c);
		timer_blind(e, c);
	}
	return TCP_IN_DONE;
}
enum tcp_in tcp_input(struct tcp_engine *e, uint32_t conn, const uint8_t *header, uint32_t n, const struct tcp_range *payload, uint64_t now)
{
	struct conn *c = conn_get(e, conn);
	struct segment s;
	enum tcp_in verdict = TCP_IN_DONE;

	engine_time(e, now);
	if (!c || c->flags & (F_LOADING | F_FROZEN) || c->state == TCP_CLOSED)
		return TCP_IN_PASS;
	stats_of(e, c)->in_segments++;
	if (!tcp_segment_parse(c, header, n, payload, &s)) {
		stats_of(e, c)->in_errors++;
		return TCP_IN_DONE;
	}
	/* PAWS: older than what we have seen, and that not 24 days old. RFC 7323 3.2: where timestamps are used a segment without is
	 * dropped. */
	if (e->now - c->heard_ms >= TS_STALE_MS)
		c->timers |= T_TS_STALE;
	/* Kept until a segment sets TS.Recent: the first that comes may be out of order, and does not. */
	const bool outlived = c->timers & T_TS_STALE;
	if (c->flags & F_TS && !(s.flags & TH_RST)) {
		if (!s.has_ts) {
			stats_of(e, c)->paws_drops++;
			return TCP_IN_DONE;
		}
		if (SEQ_LT(s.ts_val, c->ts_recent) && !outlived && !(s.flags & TH_SYN)) {
			stats_of(e, c)->paws_drops++;
			answer_outside(e, c, &s);
			return TCP_IN_DONE;
		}
	}
	if (s.flags & TH_RST)
		return reset_came(e, c, &s);
	if (s.flags & TH_SYN)
		return syn_came(e, c, &s);
	if (!acceptable(c, &s)) {
		answer_outside(e, c, &s);
		return TCP_IN_DONE;
	}
	if (!(s.flags & TH_ACK))
		return TCP_IN_DONE;
	if (s.flags & TH_URG) {
		if (SEQ_LT(c->snd_max, s.ack) || SEQ_LT(s.ack, c->snd_una))
			return TCP_IN_DONE;
		c->flags |= F_FROZEN;
		c->timers &= (uint8_t)~T_ACK;
		c->flags &= (uint16_t)~F_ACK_NOW;
		conn_event(e, c, TCP_EV_UPLOAD, TCP_WHY_URGENT);
		return TCP_IN_PASS;
	}
	if (!ack_process(e, c, &s))
		return TCP_IN_DONE;
	/* RFC 7323 4.3, but behind the ACK's check: a forged segment must not move TS.Recent into the future. */
	if (s.has_ts && SEQ_LE(s.seq, c->rcv_acked) && (outlived || SEQ_LE(c->ts_recent, s.ts_val))) {
		c->ts_recent = s.ts_val;
		c->timers &= (uint8_t)~T_TS_STALE;
	}
	timer_heard(e, c);
	if (c->state == TCP_CLOSED)
		return TCP_IN_DONE; /* LAST_ACK: that was the end */
	if (s.length || s.flags & TH_FIN)
		verdict = receive_data(e, c, &s);
	return verdict;
}
