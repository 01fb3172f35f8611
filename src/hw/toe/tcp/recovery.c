/*
 * Loss: RACK-TLP (RFC 8985) where SACK is on, NewReno (RFC 6582) where it isn't, timeouts (RFC 6298, 5681) for both, and how fast to send
 * during recovery (proportional rate reduction, RFC 6937).
 *
 * RACK: a segment is lost when one sent after it was delivered and more than the reordering window has passed since. The records are in
 * sequence order, not in the order of sending, but the first record that was sent once, after the newest delivered one, ends the
 * search: what lies behind it was sent later still.
 *
 * Without SACK each duplicate ACK stands for one segment that left the network: `sacked` is then an estimate and no record is marked.
 */
#include "engine.h"

void recovery_delivered(struct tcp_engine *e, struct conn *c, const struct flight *f)
{
	struct cold *k = cold_of(e, c);
	uint32_t now = (uint32_t)e->now_us, rtt = now - f->sent;

	if (SEQ_LT(c->fack, c->snd_una))
		c->fack = c->snd_una;
	if (!(f->link & X_RETX) && SEQ_LT(f->end, c->fack))
		c->marks |= C_REORDERING;
	if (SEQ_LT(c->fack, f->end))
		c->fack = f->end;
	if (f->link & X_NORTT || (f->link & X_RETX && rtt < k->min_rtt))
		return; /* the ACK is of the first transmission, not of the second */
	if (now - k->rack_sent > 1u << 30 || SEQ_LT(k->rack_sent, f->sent) || (k->rack_sent == f->sent && SEQ_LT(k->rack_end, f->end))) {
		k->rack_sent = f->sent;
		k->rack_end = f->end;
		k->rack_rtt = rtt;
	}
}
static uint32_t reorder_window(const struct tcp_engine *e, const struct conn *c, const struct cold *k)
{
	uint32_t rtt = k->min_rtt ? k->min_rtt : c->srtt >> 3;
	if (!(c->marks & C_REORDERING) && (c->ca != CA_OPEN || c->sacked > (e->cfg.dup_threshold - 1) * c->mss))
		return 0;
	return min_u32(rtt / 4 * max_u32(1, c->reo_mult), c->srtt >> 3);
}
static uint32_t detect(struct tcp_engine *e, struct conn *c)
{
	struct cold *k = cold_of(e, c);
	uint32_t now = (uint32_t)e->now_us, window = reorder_window(e, c, k), later = 0;

	if (now - k->rack_sent > 1u << 30)
		return 0;
	for (uint32_t i = c->tx_head; i != NIL; i = flight_next(flight_at(e, i))) {
		struct flight *f = flight_at(e, i);
		if (SEQ_LT(k->rack_sent, f->sent) || (k->rack_sent == f->sent && SEQ_LE(k->rack_end, f->end))) {
			if (!(f->link & X_RETX))
				break;
			continue;
		}
		if (f->link & (X_SACKED | X_LOST))
			continue;
		int32_t left = (int32_t)(f->sent + k->rack_rtt + window - now);
		if (left <= 0)
			flight_mark(c, f, X_LOST, 0);
		else
			later = max_u32(later, (uint32_t)left);
	}
	return later;
}
/* RFC 8985 6.2 step 4: a duplicate that the peer reports widens the window, sixteen recoveries without one reset it. */
static void adapt(struct conn *c, struct cold *k, const struct segment *s)
{
	if (s->dsack && SEQ_LE(k->reo_round, c->snd_una)) {
		c->reo_mult = (uint8_t)min_u32(c->reo_mult + 1, 20);
		c->reo_persist = 16;
		k->reo_round = c->snd_max;
	}
}

/* RFC 3522 (Eifel): what is acknowledged echoes a timestamp from before the retransmission, so it was the original that arrived, late. RFC
 * 4015: the window is what it was; what is marked lost is in flight still, and RACK judges it anew. */
static void undo_remember(struct tcp_engine *e, struct conn *c)
{
	struct cold *k = cold_of(e, c);
	k->undo_cwnd = c->flags & F_TS ? c->cwnd : 0;
	k->undo_ssthresh = c->ssthresh;
	k->undo_ts = ts_clock(e, c);
}
bool recovery_undo(struct tcp_engine *e, struct conn *c, const struct segment *s)
{
	struct cold *k = cold_of(e, c);
	if (!k->undo_cwnd || !s->has_ts || !s->ts_ecr)
		return false;
	if (!SEQ_LT(s->ts_ecr, k->undo_ts)) {
		k->undo_cwnd = 0; /* the retransmission was needed */
		return false;
	}
	for (uint32_t i = c->tx_head; i != NIL; i = flight_next(flight_at(e, i)))
		flight_mark(c, flight_at(e, i), 0, X_LOST);
	c->cwnd = max_u32(c->cwnd, k->undo_cwnd);
	c->ssthresh = max_u32(c->ssthresh, k->undo_ssthresh);
	if (!(c->flags & F_SACK))
		c->sacked = 0;
	c->marks |= c->ca == CA_RECOVERY ? C_REORDERING : 0;
	c->ca = CA_OPEN;
	k->undo_cwnd = 0;
	k->cubic_epoch_ms = 0;
	stats_of(e, c)->undone++;
	return true;
}
static void enter(struct tcp_engine *e, struct conn *c)
{
	struct cold *k = cold_of(e, c);
	undo_remember(e, c);
	k->prr_flight = max_u32(1, c->snd_max - c->snd_una);
	c->ssthresh = cc_reduced(e, c, c->snd_max - c->snd_una);
	k->prr_delivered = k->prr_out = 0;
	k->recover = c->snd_max;
	c->ca = CA_RECOVERY;
	c->marks &= ~C_PARTIAL;
	c->flags &= (uint16_t)~F_TLP;
	stats_of(e, c)->fast_recoveries++;
}
static void leave(struct conn *c)
{
	if (c->ca == CA_RECOVERY) {
		c->cwnd = c->ssthresh;
		if (c->reo_persist && !--c->reo_persist)
			c->reo_mult = 1;
	}
	c->ca = CA_OPEN;
	c->dup_acks = 0;
	if (!(c->flags & F_SACK))
		c->sacked = 0;
}
/* RFC 6937 3.1, with the slow start reduction bound. */
static void reduce(struct conn *c, struct cold *k, uint32_t delivered, bool advanced)
{
	bool repair = !k->prr_out || (advanced && !(c->flags & F_SACK)); /* the fast retransmission; RFC 6582: a partial ACK's */
	uint32_t pipe = conn_pipe(c), out;
	k->prr_delivered += delivered;
	if (pipe > c->ssthresh) {
		uint64_t due = ((uint64_t)k->prr_delivered * c->ssthresh + k->prr_flight - 1) / k->prr_flight;
		out = due > k->prr_out ? (uint32_t)(due - k->prr_out) : 0;
	} else {
		uint32_t limit = k->prr_delivered > k->prr_out ? k->prr_delivered - k->prr_out : 0;
		limit = max_u32(limit, delivered) + (advanced ? c->mss : 0u);
		out = min_u32(c->ssthresh - pipe, limit);
	}
	if (repair)
		out = max_u32(out, c->mss);
	c->cwnd = pipe + out;
}

/* ---- without SACK ---- */

static void reno_mark_head(struct tcp_engine *e, struct conn *c)
{
	struct flight *f;
	if (c->tx_head == NIL)
		return;
	f = flight_at(e, c->tx_head);
	if (f->end - f->seq > c->mss && !flight_split(e, c, c->tx_head, f->seq + c->mss)) {
		flight_collapse(e, c);
		return;
	}
	if (!(f->link & X_LOST))
		flight_mark(c, f, X_LOST, 0);
}
static uint32_t reno(struct tcp_engine *e, struct conn *c, uint32_t acked, bool duplicate)
{
	struct cold *k = cold_of(e, c);
	uint32_t delivered = 0;

	if (acked) {
		delivered = c->ca == CA_RECOVERY ? (acked > c->sacked ? acked - c->sacked : c->mss) : acked;
		if (c->ca == CA_RECOVERY && SEQ_LT(c->snd_una, k->recover)) {
			c->sacked -= min_u32(c->sacked, acked > c->mss ? acked - c->mss : 0);
			reno_mark_head(e, c); /* a partial ACK: the next hole */
		} else {
			c->sacked = 0;
		}
	} else if (duplicate && c->ca != CA_LOSS) {
		c->sacked += c->mss;
		delivered = c->mss;
		/* RFC 6582 3.2 step 2: not for duplicates of what a recovery or a timeout sent again */
		if (c->ca == CA_OPEN && c->dup_acks >= e->cfg.dup_threshold && SEQ_LT(k->recover, c->snd_una))
			reno_mark_head(e, c);
	}
	c->sacked = min_u32(c->sacked, c->snd_max - c->snd_una - c->lost);
	return delivered;
}

/* RFC 8985 7.4: a tail probe that repaired a loss counts as one. */
static void probe_answered(struct tcp_engine *e, struct conn *c, uint32_t acked, const struct segment *s)
{
	struct cold *k = cold_of(e, c);
	if (SEQ_LT(s->ack, k->tlp_end))
		return;
	if (!(c->marks & C_TLP_RETX) || s->dsack || (!acked && !s->sack_count)) {
		c->flags &= (uint16_t)~F_TLP;
	} else if (SEQ_LT(k->tlp_end, s->ack)) {
		c->flags &= (uint16_t)~F_TLP;
		c->cwnd = c->ssthresh = cc_reduced(e, c, c->cwnd); /* what was in flight then is acknowledged by now */
	}
}
uint32_t recovery_run(struct tcp_engine *e, struct conn *c, uint32_t acked, uint32_t delivered, bool duplicate, const struct segment *s)
{
	uint32_t later = 0;

	if (c->flags & F_TLP)
		probe_answered(e, c, acked, s);
	if (!(c->flags & F_SACK))
		delivered = reno(e, c, acked, duplicate);
	else if (c->sacked || c->ca != CA_OPEN) {
		if (s->dsack)
			adapt(c, cold_of(e, c), s);
		later = detect(e, c);
	}
	if (c->ca != CA_OPEN && SEQ_LE(cold_of(e, c)->recover, c->snd_una))
		leave(c);
	else if (c->ca == CA_OPEN && c->lost)
		enter(e, c);
	if (c->ca == CA_RECOVERY)
		reduce(c, cold_of(e, c), delivered, acked != 0);
	else if (acked)
		cc_grow(e, c, acked);
	return later;
}
uint32_t recovery_reorder_expired(struct tcp_engine *e, struct conn *c)
{
	uint32_t later = detect(e, c);
	if (c->lost && c->ca == CA_OPEN)
		enter(e, c);
	if (c->lost && c->ca == CA_RECOVERY)
		reduce(c, cold_of(e, c), 0, false);
	return later;
}

static void mark_all(struct tcp_engine *e, struct conn *c)
{
	bool reneged = c->tx_head != NIL && flight_at(e, c->tx_head)->link & X_SACKED;
	if (!(c->flags & F_SACK))
		c->sacked = 0;
	for (uint32_t i = c->tx_head; i != NIL; i = flight_next(flight_at(e, i))) {
		struct flight *f = flight_at(e, i);
		if (reneged || !(f->link & X_SACKED))
			flight_mark(c, f, X_LOST, X_SACKED);
	}
	flight_merge(e, c);
	cold_of(e, c)->recover = c->snd_max;
	c->ca = CA_LOSS;
	c->dup_acks = 0;
	c->flags &= (uint16_t)~F_TLP;
}
void recovery_timeout(struct tcp_engine *e, struct conn *c)
{
	if (!c->rtx_count) { /* RFC 5681 3.1: not again for the same segment */
		undo_remember(e, c);
		c->ssthresh = cc_reduced(e, c, c->snd_max - c->snd_una);
		cold_of(e, c)->rt_since_ms = e->now;
	}
	c->rtx_count += c->rtx_count < 255;
	mark_all(e, c);
	c->cwnd = c->mss;
	stats_of(e, c)->timeouts++;
	conn_wake(e, c);
}
void recovery_resend(struct tcp_engine *e, struct conn *c)
{
	cold_of(e, c)->undo_cwnd = 0;
	mark_all(e, c);
	conn_wake(e, c);
}
