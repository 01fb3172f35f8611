/*
 * What always holds of a connection, between any two calls. Tests ask after every step; nothing else does.
 */
#include "engine.h"

static const char *check_flight(const struct tcp_engine *e, const struct conn *c)
{
	uint32_t seq = c->snd_una, sacked = 0, lost = 0, n = 0, last = NIL;
	for (uint32_t i = c->tx_head; i != NIL; i = flight_next(flight_at(e, i)), n++) {
		const struct flight *f = flight_at(e, i);
		if (f->seq != seq || !SEQ_LT(f->seq, f->end))
			return "flight records do not partition what is outstanding";
		if ((f->link & (X_SACKED | X_LOST)) == (X_SACKED | X_LOST))
			return "a flight record is both received and lost";
		sacked += f->link & X_SACKED ? f->end - f->seq : 0;
		lost += f->link & X_LOST ? f->end - f->seq : 0;
		seq = f->end;
		last = i;
	}
	if (seq != c->snd_max)
		return "flight records do not reach snd_max";
	if (last != c->tx_tail || n != c->tx_count || n > TCP_FLIGHT_MAX)
		return "flight list: tail or count";
	if (lost != c->lost || (c->flags & F_SACK && sacked != c->sacked))
		return "sums of lost and received bytes";
	if (c->sacked + c->lost > c->snd_max - c->snd_una)
		return "more left the network than was in it";
	return NULL;
}
static const char *check_lists(const struct tcp_engine *e, const struct conn *c)
{
	uint32_t n = 0, edge = 0, held = 0, i;
	bool first = true;

	for (i = c->sq_head; i != NIL; i = send_at(e, i)->link) {
		const struct send_range *r = send_at(e, i);
		if (!first && r->seq != edge)
			return "send ranges are not contiguous";
		if (first && SEQ_LT(c->snd_una, r->seq))
			return "the first send range lies beyond snd_una";
		edge = r->seq + (r->length & SEND_LEN);
		first = false;
	}
	if (!first && edge != c->snd_end)
		return "send ranges do not reach snd_end";
	for (i = c->oo_head, first = true; i != NIL; i = held_at(e, i)->link, n++) {
		const struct held *h = held_at(e, i);
		if (!SEQ_LT(c->rcv_nxt, h->seq) || !h->length || (!first && SEQ_LT(h->seq, edge)))
			return "early data is not sorted, disjoint and beyond rcv_nxt";
		edge = h->seq + h->length;
		if (SEQ_LT(c->rcv_adv, edge))
			return "early data beyond the window";
		first = false;
	}
	if (n != c->oo_count || n > TCP_HELD_MAX)
		return "count of early data";
	for (i = c->in_head; i != NIL; i = held_at(e, i)->link)
		held += held_at(e, i)->length;
	if (held + c->indicated != c->rcv_pending)
		return "pending bytes are not the held and the indicated ones";
	return NULL;
}
bool tcp_check(const struct tcp_engine *e, uint32_t conn, const char **why)
{
	const struct conn *c = conn_get(e, conn);
	*why = NULL;
	if (!c || c->flags & F_LOADING)
		return true;
	*why = check_flight(e, c);
	if (!*why)
		*why = check_lists(e, c);
	if (!*why && SEQ_LT(c->snd_max, c->snd_una))
		*why = "snd_una beyond snd_max";
	if (!*why && c->snd_max != c->snd_una && !(c->timers & T_RTX) && !(c->flags & (F_ASKED | F_MUTE)) && c->state != TCP_CLOSED)
		*why = "data is outstanding and no timer runs";
	if (!*why && c->timers & T_ANY && !(c->timers & T_ARMED))
		*why = "a timer runs and the wheel does not know";
	return !*why;
}
