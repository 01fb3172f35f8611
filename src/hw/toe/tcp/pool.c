/*
 * Pools: fixed arrays of records linked by 24-bit index; and the list of flight records, which partitions [snd_una, snd_max) of a
 * connection.
 *
 * The first two flight records per connection are its own, so that "sent again | to be sent again" can always be told apart. When the
 * shared ones run out (or a connection has TCP_FLIGHT_MAX), bursts are appended to the last record, splits fail, and who can't do without
 * collapses the list.
 */
#include "engine.h"
#include <stdlib.h>

static uint32_t *pool_link(const struct pool *p, uint32_t i)
{
	return (uint32_t *)((char *)p->base + (size_t)i * p->stride);
}
int pool_init(struct pool *p, uint32_t stride, uint32_t count, uint32_t reserved)
{
	if ((uint64_t)count + reserved >= NIL)
		return -EINVAL;
	p->base = calloc(count + reserved, stride);
	if (!p->base)
		return -ENOMEM;
	p->stride = stride;
	p->count = count;
	p->free = NIL;
	for (uint32_t i = count + reserved; i-- > reserved;) {
		*pool_link(p, i) = p->free;
		p->free = i;
	}
	return 0;
}
uint32_t pool_get(struct pool *p)
{
	uint32_t i = p->free;
	if (i != NIL) {
		p->free = *pool_link(p, i);
		p->used++;
	}
	return i;
}
void pool_put(struct pool *p, uint32_t i)
{
	*pool_link(p, i) = p->free;
	p->free = i;
	p->used--;
}

/* ---- flight records ---- */

static uint32_t flight_get(struct tcp_engine *e, struct conn *c)
{
	uint32_t i = NIL, own = conn_index(e, c) * 2;
	if (c->tx_count >= TCP_FLIGHT_MAX)
		return NIL;
	for (unsigned n = 0; n < 2 && i == NIL; n++) {
		if (!(c->own_flight & 1u << n)) {
			c->own_flight = (c->own_flight | 1u << n) & 3;
			i = own + n;
		}
	}
	if (i == NIL)
		i = pool_get(&e->flight);
	if (i == NIL)
		stats_of(e, c)->flight_exhausted++;
	else
		c->tx_count++;
	return i;
}
static void flight_put(struct tcp_engine *e, struct conn *c, uint32_t i)
{
	uint32_t own = conn_index(e, c) * 2;
	c->tx_count--;
	if (i >= own && i < own + 2)
		c->own_flight = c->own_flight & ~(1u << (i - own)) & 3;
	else
		pool_put(&e->flight, i);
}
void flight_mark(struct conn *c, struct flight *f, uint32_t set, uint32_t clear)
{
	uint32_t was = f->link, n = f->end - f->seq;
	f->link = (was & ~clear) | set;
	if ((was ^ f->link) & X_SACKED)
		c->sacked += f->link & X_SACKED ? n : 0u - n;
	if ((was ^ f->link) & X_LOST)
		c->lost += f->link & X_LOST ? n : 0u - n;
}
void flight_append(struct tcp_engine *e, struct conn *c, uint32_t end, uint32_t flags)
{
	uint32_t now = (uint32_t)e->now_us, i;
	struct flight *f;

	if (c->tx_tail != NIL) {
		f = flight_at(e, c->tx_tail);
		/* One burst that had to be cut into descriptors, of the same instant: one record says the same, up to 64 KB. */
		if (f->sent == now && !(f->link & ~NIL) && !flags && end - f->seq <= 65536) {
			f->end = end;
			return;
		}
	}
	i = flight_get(e, c);
	if (i == NIL) { /* the last one stands for both, as lost or as unknown as either is */
		f = flight_at(e, c->tx_tail);
		uint32_t was = f->link & (X_SACKED | X_LOST);
		flight_mark(c, f, X_NORTT | flags, X_SACKED | X_LOST);
		f->end = end;
		f->sent = now;
		if (was & X_LOST)
			flight_mark(c, f, X_LOST, 0);
		return;
	}
	f = flight_at(e, i);
	*f = (struct flight){.link = NIL | flags, .seq = c->snd_max, .end = end, .sent = now};
	if (c->tx_tail == NIL) {
		c->tx_head = i;
	} else {
		struct flight *t = flight_at(e, c->tx_tail);
		t->link = (t->link & ~NIL) | i;
	}
	c->tx_tail = i;
}
bool flight_split(struct tcp_engine *e, struct conn *c, uint32_t i, uint32_t seq)
{
	struct flight *f = flight_at(e, i), *g;
	uint32_t n;
	if (!SEQ_LT(f->seq, seq) || !SEQ_LT(seq, f->end))
		return true;
	n = flight_get(e, c);
	if (n == NIL)
		return false;
	g = flight_at(e, n);
	*g = *f;
	g->seq = f->end = seq;
	f->link = (f->link & ~NIL) | n;
	if (c->tx_tail == i)
		c->tx_tail = n;
	return true;
}
static void flight_unlink_after(struct tcp_engine *e, struct conn *c, uint32_t i)
{
	struct flight *f = flight_at(e, i);
	uint32_t n = flight_next(f);
	struct flight *g = flight_at(e, n);
	f->end = g->end;
	f->link = (f->link & ~NIL) | flight_next(g);
	if (c->tx_tail == n)
		c->tx_tail = i;
	flight_put(e, c, n);
}
void flight_shift(struct conn *c, struct flight *f, struct flight *next, uint32_t seq)
{
	uint32_t was = next->link & (X_SACKED | X_LOST);
	flight_mark(c, next, 0, was);
	f->end = next->seq = seq;
	flight_mark(c, next, was, 0);
}
void flight_drop_head(struct tcp_engine *e, struct conn *c)
{
	uint32_t i = c->tx_head;
	struct flight *f = flight_at(e, i);
	flight_mark(c, f, 0, X_SACKED | X_LOST);
	c->tx_head = flight_next(f);
	if (c->tx_head == NIL)
		c->tx_tail = NIL;
	flight_put(e, c, i);
}
void flight_clear(struct tcp_engine *e, struct conn *c)
{
	while (c->tx_head != NIL)
		flight_drop_head(e, c);
	c->sacked = c->lost = 0;
}
void flight_collapse(struct tcp_engine *e, struct conn *c)
{
	if (c->tx_head == NIL)
		return;
	for (uint32_t i = c->tx_head; i != NIL; i = flight_next(flight_at(e, i)))
		flight_mark(c, flight_at(e, i), 0, X_SACKED | X_LOST);
	while (c->tx_head != c->tx_tail)
		flight_unlink_after(e, c, c->tx_head);
	c->sacked = 0; /* without SACK it was an estimate */
	flight_mark(c, flight_at(e, c->tx_head), X_LOST | X_RETX | X_NORTT, 0);
}
void flight_merge(struct tcp_engine *e, struct conn *c)
{
	for (uint32_t i = c->tx_head; i != NIL && i != c->tx_tail;) {
		struct flight *f = flight_at(e, i), *g = flight_at(e, flight_next(f));
		/* What is received needs no time; what is lost will get a new one. */
		if (((f->link ^ g->link) & (X_SACKED | X_LOST)) == 0 && (f->link & (X_SACKED | X_LOST))) {
			f->link |= g->link & (X_RETX | X_NORTT);
			flight_unlink_after(e, c, i);
		} else {
			i = flight_next(f);
		}
	}
}
