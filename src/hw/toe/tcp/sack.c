/*
 * SACK, both ways: what the peer reports becomes marks on the flight records (RFC 2018, 6675); what we hold out of order becomes blocks,
 * the most recently changed first, a duplicate before all (RFC 2883).
 *
 * A block is believed only within (snd_una, snd_max]. Marked data is never freed before its cumulative ACK, so a peer that lies or reneges
 * hurts nobody but itself; marks fall at a timeout when the first byte of all is marked (RFC 2018 8). Records are split at block edges only
 * while the connection may have more of them: a peer that reports every other byte gets TCP_FLIGHT_MAX records and not one more.
 */
#include "engine.h"

static uint32_t mark_block(struct tcp_engine *e, struct conn *c, uint32_t from, uint32_t to)
{
	uint32_t newly = 0;
	for (uint32_t i = c->tx_head; i != NIL; i = flight_next(flight_at(e, i))) {
		struct flight *f = flight_at(e, i);
		if (SEQ_LE(to, f->seq))
			break;
		if (SEQ_LE(f->end, from) || f->link & X_SACKED)
			continue;
		if (SEQ_LT(f->seq, from)) {
			flight_split(e, c, i, from); /* the second half is next; without one the report is ignored */
			continue;
		}
		if (SEQ_LT(to, f->end) && !flight_split(e, c, i, to))
			break;
		f = flight_at(e, i);
		newly += f->end - f->seq;
		recovery_delivered(e, c, f);
		flight_mark(c, f, X_SACKED, X_LOST);
	}
	return newly;
}
uint32_t sack_process(struct tcp_engine *e, struct conn *c, struct segment *s)
{
	uint32_t newly = 0;
	unsigned first = 0;

	if (s->sack_count && SEQ_LT(s->sack[0][0], s->sack[0][1]) &&
	    (SEQ_LE(s->sack[0][1], s->ack) ||
	     (s->sack_count > 1 && SEQ_LE(s->sack[1][0], s->sack[0][0]) && SEQ_LE(s->sack[0][1], s->sack[1][1])))) {
		s->dsack = true;
		first = 1;
	}
	for (unsigned i = first; i < s->sack_count; i++) {
		uint32_t from = s->sack[i][0], to = s->sack[i][1];
		if (SEQ_LT(from, to) && SEQ_LT(c->snd_una, from) && SEQ_LE(to, c->snd_max))
			newly += mark_block(e, c, from, to);
	}
	if (newly)
		flight_merge(e, c);
	return newly;
}

void sack_note(struct tcp_engine *e, struct conn *c, uint32_t seq)
{
	struct cold *k = cold_of(e, c);
	for (unsigned i = ARRAY_LEN(k->sack_recent) - 1; i; i--)
		k->sack_recent[i] = k->sack_recent[i - 1];
	k->sack_recent[0] = seq;
	if (c->sack_count < ARRAY_LEN(k->sack_recent))
		c->sack_count++;
}
static unsigned early_blocks(const struct tcp_engine *e, const struct conn *c, uint32_t (*b)[2], unsigned n, unsigned max)
{
	const struct cold *k = cold_of(e, c);
	uint32_t all[TCP_HELD_MAX][2];
	bool used[TCP_HELD_MAX];
	unsigned count = 0;

	for (uint32_t i = c->oo_head; i != NIL; i = held_at(e, i)->link) {
		const struct held *h = held_at(e, i);
		if (count && all[count - 1][1] == h->seq)
			all[count - 1][1] += h->length;
		else if (count < TCP_HELD_MAX) {
			used[count] = false;
			all[count][0] = h->seq;
			all[count++][1] = h->seq + h->length;
		}
	}
	for (unsigned r = 0; r <= c->sack_count && n < max; r++) {
		for (unsigned i = 0; i < count && n < max; i++) {
			/* First the recent ones in their order, then whatever there is. */
			bool want = r == c->sack_count || (SEQ_LE(all[i][0], k->sack_recent[r]) && SEQ_LT(k->sack_recent[r], all[i][1]));
			if (!want || used[i])
				continue;
			used[i] = true;
			b[n][0] = all[i][0];
			b[n++][1] = all[i][1];
		}
	}
	return n;
}
unsigned sack_blocks(const struct tcp_engine *e, const struct conn *c, uint32_t (*b)[2], unsigned max)
{
	unsigned n = 0;
	if (c->marks & C_DSACK) {
		b[n][0] = c->dsack_from;
		b[n++][1] = c->dsack_to;
	}
	return c->oo_head == NIL ? n : early_blocks(e, c, b, n, max);
}
