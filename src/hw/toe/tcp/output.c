/*
 * Sending. One turn of a connection: what was lost, then new data, at most one burst; else an ACK if one is owed.
 *
 * New data may leave when the peer's window and the congestion window have room; a segment that is not full waits for the rest while
 * something is unacknowledged (Nagle, RFC 1122 4.2.3.4) and never leaves because the window happens to be small (silly window, the
 * contract's section 11: less than an MSS, no end of a request, less than half the largest window). A burst is cut at whole segments unless
 * it ends what there is.
 *
 * A FIN takes the sequence number behind the last byte, rides on the last segment and does not wait for a window.
 */
#include "engine.h"

bool output_muted(struct tcp_engine *e, struct conn *c)
{
	if (!(c->flags & F_MUTE))
		return false;
	c->flags &= (uint16_t)~F_ACK_NOW;
	if (!(c->marks & C_ASKED_MUTE)) {
		c->marks |= C_ASKED_MUTE;
		conn_event(e, c, TCP_EV_UPLOAD, TCP_WHY_INVALID);
	}
	return true;
}
static bool emit(struct tcp_engine *e, struct conn *c, struct tcp_out *o, uint32_t seq, uint32_t flags)
{
	uint16_t window;

	/* The window must be known before the header; it never moves back, so it does no harm if there is no room for the segment now. */
	window = flags & TH_RST ? 0 : window_field(c);
	header_build(e, c, o, seq, flags, window);
	o->ttl = c->ttl;
	o->tos = c->tos;
	o->mss = c->mss;
	if (!e->ops.emit(e->ctx, conn_index(e, c), o))
		return false;
	stats_of(e, c)->out_segments += o->retransmit ? 0 : o->length > c->mss ? (o->length + c->mss - 1) / c->mss : 1;
	if (flags & TH_ACK) {
		c->flags &= (uint16_t)~F_ACK_NOW;
		c->timers &= (uint8_t)~T_ACK;
		c->unacked_segments = 0;
		c->rcv_acked = c->rcv_nxt;
		if (!o->length)
			c->marks &= ~C_DSACK;
	}
	return true;
}
bool output_control(struct tcp_engine *e, struct conn *c, uint32_t seq, uint32_t flags)
{
	struct tcp_out o;
	o.length = o.range_count = 0;
	o.retransmit = false;
	return output_muted(e, c) || emit(e, c, &o, seq, flags);
}
bool output_ack(struct tcp_engine *e, struct conn *c)
{
	/* RFC 9293 3.4: SND.NXT. Behind a FIN that was sent, too. */
	return output_control(e, c, c->snd_max, TH_ACK);
}
void output_challenge(struct tcp_engine *e, struct conn *c)
{
	stats_of(e, c)->challenge_acks++;
	output_ack(e, c); /* a full ring loses it: the peer's problem */
}

/* The ranges of [seq, seq + n); `at`: the send range that holds seq. How many bytes fit. *push: the last byte ends a request. */
static uint32_t gather(const struct tcp_engine *e, uint32_t at, uint32_t seq, uint32_t n, struct tcp_out *o, bool *push)
{
	uint32_t left = n;
	o->range_count = 0;
	*push = false;
	while (left && at != NIL && o->range_count < TCP_OUT_RANGES) {
		const struct send_range *r = send_at(e, at);
		uint32_t length = r->length & SEND_LEN, skip = seq - r->seq;
		uint32_t take = min_u32(left, length - skip);
		if (take) {
			o->ranges[o->range_count++] = (struct tcp_range){r->handle, r->offset + skip, take};
			*push = take == length - skip && r->length & SEND_LAST;
		}
		left -= take;
		seq += take;
		at = r->link;
	}
	return n - left;
}
uint32_t range_of(const struct tcp_engine *e, const struct conn *c, uint32_t seq)
{
	uint32_t i = c->sq_head;
	while (i != NIL && SEQ_LE(send_at(e, i)->seq + (send_at(e, i)->length & SEND_LEN), seq))
		i = send_at(e, i)->link;
	return i;
}
/* Sends [seq, seq + n), which may take in the FIN. Bytes of sequence space sent, 0: the ring is full. */
static uint32_t send_span(struct tcp_engine *e, struct conn *c, uint32_t at, uint32_t seq, uint32_t n, bool again)
{
	struct tcp_out o;
	uint32_t flags = TH_ACK, data = min_u32(n, c->snd_end - seq);
	bool push = false;

	o.range_count = 0;
	o.retransmit = again;
	if (SEQ_LE(c->snd_end, seq))
		data = 0;
	if (data) {
		uint32_t got = gather(e, at, seq, data, &o, &push);
		if (got < data && got > c->mss) /* many small ranges: still whole segments */
			got = gather(e, at, seq, got - got % c->mss, &o, &push);
		n = got < data ? got : n;
		data = got;
	}
	o.length = data;
	if (push || seq + data == c->snd_end)
		flags |= data ? TH_PSH : 0;
	if (n > data)
		flags |= TH_FIN;
	if (!emit(e, c, &o, seq, flags))
		return 0;
	if (c->ca == CA_RECOVERY)
		cold_of(e, c)->prr_out += n;
	if (again)
		stats_of(e, c)->retransmitted += max_u32(1, (data + c->mss - 1) / c->mss);
	return n;
}

/* ---- what was sent before ---- */

static uint32_t first_lost(const struct tcp_engine *e, const struct conn *c, uint32_t *before)
{
	uint32_t i = c->tx_head;
	*before = NIL;
	while (i != NIL && !(flight_at(e, i)->link & X_LOST)) {
		*before = i;
		i = flight_next(flight_at(e, i));
	}
	return i;
}
static uint32_t burst_limit(const struct tcp_engine *e, const struct conn *c)
{
	return max_u32(e->cfg.burst - e->cfg.burst % c->mss, c->mss);
}
/* true: something was sent or the ring is full (*full). */
static bool send_lost(struct tcp_engine *e, struct conn *c, bool *full)
{
	uint32_t before, i = first_lost(e, c, &before), pipe = conn_pipe(c), room, n, sent, seq;
	bool shift = false;
	struct flight *f;

	if (i == NIL)
		return false;
	if (pipe && pipe + c->mss > c->cwnd)
		return false;
	f = flight_at(e, i);
	seq = f->seq;
	room = c->cwnd > pipe ? max_u32(c->cwnd - pipe, c->mss) : c->mss;
	n = min_u32(f->end - seq, min_u32(room - room % c->mss, burst_limit(e, c)));
	if (SEQ_LT(c->snd_una + c->snd_wnd, seq + n)) { /* a peer that took window back: up to the edge, the head in any case */
		if (SEQ_LT(seq, c->snd_una + c->snd_wnd))
			n = c->snd_una + c->snd_wnd - seq;
		else if (seq == c->snd_una)
			n = min_u32(n, c->mss);
		else
			return false;
	}
	/* Out of records: the one before, sent again a moment ago, stands for this one too; if there is none, forget what was reported. */
	if (!flight_split(e, c, i, seq + n)) {
		shift = before != NIL && !(flight_at(e, before)->link & (X_LOST | X_SACKED));
		if (!shift) {
			flight_collapse(e, c);
			return send_lost(e, c, full);
		}
	}
	sent = send_span(e, c, range_of(e, c, seq), seq, n, true);
	if (!sent) {
		*full = true;
		return true;
	}
	if (shift) {
		flight_shift(c, flight_at(e, before), f, seq + sent);
		f = flight_at(e, before);
	} else if (sent <
	           n) { /* more ranges than a descriptor has; without a record the rest counts as sent, and is found lost once more */
		flight_split(e, c, i, seq + sent);
	}
	flight_mark(c, f, X_RETX, X_LOST);
	f->link &= ~X_NORTT;
	f->sent = (uint32_t)e->now_us;
	if (c->rtx_kind == RTX_OFF || c->rtx_kind == RTX_TLP)
		timer_rtx(e, c, RTX_RTO, rto_ms(e, c) << min_u32(c->rtx_count, 8));
	return true;
}

/* ---- what was not ---- */

static bool ends_request(const struct tcp_engine *e, const struct conn *c, uint32_t n)
{
	uint32_t i = c->sq_next, seq = c->snd_max + n;
	while (i != NIL && SEQ_LT(send_at(e, i)->seq + (send_at(e, i)->length & SEND_LEN), seq))
		i = send_at(e, i)->link;
	return i != NIL && send_at(e, i)->seq + (send_at(e, i)->length & SEND_LEN) == seq && send_at(e, i)->length & SEND_LAST;
}
/* How much new data may leave now: 0 none. *sws: it is only the silly window rule that holds it. */
static uint32_t sendable(struct tcp_engine *e, struct conn *c, bool *sws)
{
	uint32_t queued = c->snd_end - c->snd_max, pipe = conn_pipe(c), edge = c->snd_una + c->snd_wnd, n, window;
	bool outstanding = c->snd_max != c->snd_una;

	*sws = false;
	if (SEQ_LE(edge, c->snd_max))
		return 0;
	window = edge - c->snd_max;
	n = min_u32(min_u32(queued, window), burst_limit(e, c));
	if (pipe + n > c->cwnd) {
		c->flags |= F_LIMITED;
		n = c->cwnd > pipe ? c->cwnd - pipe : 0;
		if (n < c->mss && n < min_u32(queued, window))
			return outstanding ? 0 : min_u32(min_u32(queued, window), c->mss);
	} else if (pipe + n + 2u * c->mss < c->cwnd && n == min_u32(queued, window)) {
		c->flags &= (uint16_t)~F_LIMITED;
	}
	if (n >= c->mss) {
		uint32_t tail = n % c->mss;
		if (!tail || (n == queued && (!(c->flags & F_NAGLE) || c->flags & F_FIN_QUEUED)))
			return n;
		return n - tail;
	}
	if (n == queued) /* all there is */
		return (c->flags & F_NAGLE) && outstanding && !(c->flags & F_FIN_QUEUED) ? 0 : n;
	if (n * 2 >= c->max_snd_wnd || ends_request(e, c, n))
		return n;
	*sws = true;
	return 0;
}
static void advance_next(struct tcp_engine *e, struct conn *c)
{
	while (c->sq_next != NIL) {
		const struct send_range *r = send_at(e, c->sq_next);
		if (SEQ_LT(c->snd_max, r->seq + (r->length & SEND_LEN)))
			break;
		c->sq_next = r->link;
	}
}
static bool send_new(struct tcp_engine *e, struct conn *c, uint32_t n, bool *full)
{
	bool fin = (c->flags & (F_FIN_QUEUED | F_FIN_SENT)) == F_FIN_QUEUED && c->snd_max + n == c->snd_end;
	uint32_t sent = send_span(e, c, c->sq_next, c->snd_max, n + fin, false);

	if (!sent) {
		*full = true;
		return true;
	}
	fin = fin && sent == n + 1;
	flight_append(e, c, c->snd_max + sent, 0);
	c->snd_max += sent;
	advance_next(e, c);
	if (fin) {
		c->flags |= F_FIN_SENT;
		if (c->state == TCP_ESTABLISHED)
			conn_set_state(e, c, TCP_FIN_WAIT_1);
		else if (c->state == TCP_CLOSE_WAIT)
			conn_set_state(e, c, TCP_LAST_ACK);
	}
	timer_retransmit(e, c, RTX_NEW_DATA);
	return true;
}
bool output_run(struct tcp_engine *e, struct conn *c, bool *more)
{
	bool full = false, sws = false, did = false;

	if (c->flags & F_LOADING || c->state == TCP_CLOSED)
		return true;
	/* What we hold out of order is told by an ACK of its own. */
	if (c->flags & F_ACK_NOW && (c->flags & F_SACK) && c->oo_head != NIL && !output_ack(e, c))
		return false;
	if (!(c->flags & F_ASKED)) {
		bool lost = c->snd_max != c->snd_una && c->lost;
		if (lost && c->snd_wnd) {
			if (output_muted(e, c))
				return true;
			did = send_lost(e, c, &full);
		}
		if (!did && !lost) {
			uint32_t n = conn_unsent(c) ? sendable(e, c, &sws) : 0;
			if (n || ((c->flags & (F_FIN_QUEUED | F_FIN_SENT)) == F_FIN_QUEUED && c->snd_max == c->snd_end)) {
				if (output_muted(e, c))
					return true;
				did = send_new(e, c, n, &full);
			}
		}
	}
	if (full)
		return false;
	if (did) {
		*more = c->lost || conn_unsent(c) || c->flags & F_ACK_NOW;
		return true;
	}
	if (c->flags & F_ACK_NOW && !output_ack(e, c))
		return false;
	if (conn_unsent(c) && c->snd_max == c->snd_una && c->rtx_kind == RTX_OFF && !(c->flags & F_ASKED)) {
		if (sws)
			timer_rtx(e, c, RTX_SWS, e->cfg.sws_delay);
		else
			timer_retransmit(e, c, RTX_KEEP);
	}
	return true;
}
bool output_override(struct tcp_engine *e, struct conn *c)
{
	uint32_t edge = c->snd_una + c->snd_wnd;
	bool full = false;
	if (!output_muted(e, c) && conn_unsent(c) && SEQ_LT(c->snd_max, edge))
		send_new(e, c, min_u32(min_u32(conn_unsent(c), edge - c->snd_max), c->mss), &full);
	return !full;
}
bool output_probe(struct tcp_engine *e, struct conn *c, bool tail)
{
	uint32_t i, seq, n;

	if (output_muted(e, c))
		return true;
	if (!tail) {
		if (c->snd_max == c->snd_una) { /* RFC 9293 3.8.6.1: one octet beyond the window */
			if (!conn_unsent(c))
				return true;
			if (!send_span(e, c, c->sq_next, c->snd_max, 1, false))
				return false;
			flight_append(e, c, c->snd_max + 1, X_NORTT);
			c->snd_max++;
			advance_next(e, c);
			return true;
		}
		return send_span(e, c, range_of(e, c, c->snd_una), c->snd_una, 1, true) != 0;
	}
	/* RFC 8985 7.3: new data if there is some and the window takes it, else the last segment again. */
	if (conn_unsent(c) && SEQ_LT(c->snd_max, c->snd_una + c->snd_wnd)) {
		bool full = false;
		n = min_u32(min_u32(conn_unsent(c), c->mss), c->snd_una + c->snd_wnd - c->snd_max);
		send_new(e, c, n, &full);
		c->marks &= ~C_TLP_RETX;
		return !full;
	}
	i = c->tx_tail;
	n = min_u32(c->mss, flight_at(e, i)->end - flight_at(e, i)->seq);
	seq = flight_at(e, i)->end - n;
	if (!flight_split(e, c, i, seq))
		return true; /* no record to say so with: the timeout will do */
	if (!send_span(e, c, range_of(e, c, seq), seq, n, true))
		return false;
	c->marks |= C_TLP_RETX;
	flight_mark(c, flight_at(e, c->tx_tail), X_RETX, X_LOST);
	flight_at(e, c->tx_tail)->sent = (uint32_t)e->now_us;
	return true;
}
