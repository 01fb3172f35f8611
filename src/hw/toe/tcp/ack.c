/*
 * The ACK half of a segment: is it acceptable, what does it acknowledge, how long did that take, what does it say of the peer's window.
 *
 * RFC 9293 3.10.7.4 fifth, with RFC 5961 5 (an ACK older than the largest window the peer ever offered is a forgery, and so is one of what
 * was never sent: both are answered with a challenge and the segment is dropped). RFC 6298, RFC 7323 4: a round trip is measured from
 * records that were sent once (Karn), else from the timestamp echo.
 */
#include "engine.h"

void rtt_sample(struct conn *c, struct cold *k, uint32_t us)
{
	us = min_u32(max_u32(us, 1), 60000000);
	if (!c->srtt) {
		c->srtt = us * 8;
		c->rttvar = us * 2; /* R/2, times 4 */
		k->min_rtt = us;
		return;
	}
	int32_t err = (int32_t)us - (int32_t)(c->srtt >> 3);
	c->srtt = max_u32(1, c->srtt + (uint32_t)err);
	c->rttvar = c->rttvar - (c->rttvar >> 2) + (uint32_t)(err < 0 ? -err : err);
	if (us + (us >> 2) < c->srtt >> 3) /* a minimum that matters is well below the average: mostly the cold part stays cold */
		k->min_rtt = min_u32(k->min_rtt, us);
}
uint32_t rto_ms(const struct tcp_engine *e, const struct conn *c)
{
	if (!c->srtt)
		return max_u32(1000, e->cfg.rto_min); /* RFC 6298 2.1 */
	return min_u32(max_u32(((c->srtt >> 3) + max_u32(c->rttvar, 1000)) / 1000, e->cfg.rto_min), e->cfg.rto_max);
}

/* Takes records below `ack` off the list: bytes that had not been reported by SACK. */
static uint32_t cumulative(struct tcp_engine *e, struct conn *c, const struct segment *s)
{
	bool quiet = !c->sacked && !c->lost && c->ca == CA_OPEN; /* RACK learns nothing from what arrived in order */
	uint32_t delivered = 0, rtt = 0;

	while (c->tx_head != NIL) {
		struct flight *f = flight_at(e, c->tx_head);
		uint32_t marks = f->link & (X_SACKED | X_LOST);
		if (!SEQ_LT(f->seq, s->ack))
			break;
		if (!(f->link & (X_RETX | X_NORTT | X_SACKED)))
			rtt = (uint32_t)e->now_us - f->sent;
		if (!quiet && !(marks & X_SACKED))
			recovery_delivered(e, c, f);
		if (SEQ_LE(f->end, s->ack)) {
			delivered += marks & X_SACKED ? 0 : f->end - f->seq;
			flight_drop_head(e, c);
			continue;
		}
		delivered += marks & X_SACKED ? 0 : s->ack - f->seq;
		flight_mark(c, f, 0, marks);
		f->seq = s->ack;
		flight_mark(c, f, marks, 0);
		break;
	}
	if (rtt) {
		rtt_sample(c, cold_of(e, c), rtt);
	} else if (s->has_ts && s->ts_ecr) {
		uint32_t ticks = ts_clock(e, c) - s->ts_ecr;
		if (ticks < 60 * e->cfg.ts_hz)
			rtt_sample(c, cold_of(e, c), (uint32_t)((uint64_t)ticks * 1000000 / e->cfg.ts_hz));
	}
	return delivered;
}
static void fin_acked(struct tcp_engine *e, struct conn *c)
{
	disconnect_complete(e, c, TCP_DONE_OK);
	if (c->state == TCP_FIN_WAIT_1)
		conn_set_state(e, c, TCP_FIN_WAIT_2);
	else if (c->state == TCP_CLOSING)
		conn_set_state(e, c, TCP_TIME_WAIT);
	else if (c->state == TCP_LAST_ACK)
		conn_set_state(e, c, TCP_CLOSED);
}
/* RFC 9293 3.10.7.4. There is no SND.WL2 in the delegated state: of two segments with one sequence number the one that acknowledges more,
 * opens the window or closes it wins. */
static bool window_news(const struct conn *c, const struct segment *s, uint32_t acked)
{
	return acked || SEQ_LT(c->snd_wl1, s->seq) || (c->snd_wl1 == s->seq && (s->wnd > c->snd_wnd || !s->wnd));
}
/* The persist rounds of the contract (section 11): RTX_PERSIST until a probe is due, RTX_PROBE until it is answered. */
static void window_set(struct tcp_engine *e, struct conn *c, const struct segment *s)
{
	uint32_t was = c->snd_wnd;

	c->snd_wnd = s->wnd;
	c->snd_wl1 = s->seq;
	if (s->wnd > was) {
		c->max_snd_wnd = max_u32(c->max_snd_wnd, s->wnd);
	}
	if (was && !s->wnd) {
		c->probe_round = 0;
		c->rtx_count = 0;
	} else if (!was && s->wnd) {
		c->rtx_count = 0;
		timer_rtx_stop(c);
		if (c->snd_max != c->snd_una)
			recovery_resend(e, c); /* the probe's octet was not taken */
	} else if (!s->wnd && c->rtx_kind == RTX_PROBE) {
		c->probe_round += c->probe_round < 16;
		c->rtx_count = 0;
		timer_rtx_stop(c);
	}
}
/* RFC 6582 3.2 step 5, the impatient variant: without SACK many holes take a round trip each; the timer that the first partial ACK started
 * ends that. */
static bool patience(struct conn *c)
{
	bool before;
	if (c->flags & F_SACK || c->ca != CA_RECOVERY)
		return false;
	before = c->marks & C_PARTIAL;
	c->marks |= C_PARTIAL;
	return before;
}
bool ack_process(struct tcp_engine *e, struct conn *c, struct segment *s)
{
	uint32_t acked = 0, delivered = 0, reorder;
	bool duplicate = false, news;

	if (SEQ_LT(c->snd_max, s->ack)) {
		output_challenge(e, c);
		return false;
	}
	if (SEQ_LT(s->ack, c->snd_una)) {
		if (c->snd_una - s->ack > c->max_snd_wnd) {
			output_challenge(e, c);
			return false;
		}
		return true; /* late: its data may still be good */
	}
	news = window_news(c, s, s->ack - c->snd_una);
	if (s->ack != c->snd_una) {
		acked = s->ack - c->snd_una;
		delivered = cumulative(e, c, s);
		c->snd_una = s->ack;
		c->rtx_count = 0;
		sends_release(e, c, s->ack);
		if (c->ca != CA_OPEN)
			recovery_undo(e, c, s);
	} else if (!s->length && c->snd_max != c->snd_una && s->wnd == c->snd_wnd && !(s->flags & TH_FIN)) {
		duplicate = true;
		c->dup_acks += c->dup_acks < 255;
	}
	if (s->sack_count)
		delivered += sack_process(e, c, s);
	reorder = 0;
	if ((c->snd_wnd || s->wnd || acked) && (acked || c->snd_max != c->snd_una)) /* answers to persist probes are not duplicate ACKs */
		reorder = recovery_run(e, c, acked, delivered, duplicate && c->snd_wnd, s);
	if (acked)
		c->dup_acks = 0;
	if (news)
		window_set(e, c, s);
	if (acked && c->flags & F_FIN_SENT && c->snd_una == c->snd_end + 1)
		fin_acked(e, c);
	timer_retransmit(e, c, acked && !patience(c) ? RTX_PROGRESS : RTX_KEEP);
	if (reorder && c->rtx_kind != RTX_OFF)
		timer_rtx(e, c, RTX_REO, (reorder + 999) / 1000);
	if (conn_unsent(c) || (c->snd_max != c->snd_una && c->lost) || c->flags & F_ACK_NOW)
		conn_wake(e, c);
	return true;
}
