/*
 * The data half of a segment: into order, to the host, and the window that is offered.
 *
 * In-order data goes the contract's way (7.4): into posted requests, else it is indicated, else it is held, and then everything behind it
 * is held too until requests are posted or the caller offers it again. What is not consumed narrows the window. Data that comes too early
 * is held as it came, one record per segment, disjoint, sorted; it is acknowledged by SACK at most and may be dropped at any time.
 *
 * The right edge of the window never moves back: rcv_adv is the furthest that was ever offered and everything up to it is taken. It moves
 * on by the lesser of a segment and half the buffer (RFC 9293 3.8.6.2.2), or a unit of the window scale. Rounding down to that unit may
 * take back less than one unit of what is in the header; RFC 7323 2.4 knows.
 */
#include "engine.h"

static uint32_t edge_wanted(const struct conn *c)
{
	uint32_t room = c->rcv_space > c->rcv_pending ? c->rcv_space - c->rcv_pending : 0;
	return c->rcv_nxt + min_u32(room, 65535u << (c->scales >> 4));
}
uint16_t window_field(struct conn *c)
{
	uint32_t shift = c->scales >> 4, edge, step;

	/* Nothing came since the last ACK: a sender does not look at its receive half. */
	if (c->rcv_nxt == c->rcv_acked && !(c->flags & F_ACK_NOW) && !SEQ_LT(c->rcv_adv, c->rcv_nxt))
		return (uint16_t)min_u32((c->rcv_adv - c->rcv_nxt) >> shift, 65535);
	edge = edge_wanted(c);
	step = max_u32(min_u32(c->rcv_space / 2, c->mss), 1u << shift);
	if (SEQ_LT(c->rcv_adv, c->rcv_nxt))
		c->rcv_adv = c->rcv_nxt; /* a FIN needs no window */
	if (SEQ_LE(c->rcv_adv + step, edge))
		c->rcv_adv = edge;
	return (uint16_t)min_u32((c->rcv_adv - c->rcv_nxt) >> shift, 65535);
}
void receive_window(struct tcp_engine *e, struct conn *c)
{
	uint32_t step = max_u32(min_u32(c->rcv_space / 2, 2u * c->mss), 1u << (c->scales >> 4));
	if (SEQ_LE(c->rcv_adv + step, edge_wanted(c)) && !(c->flags & F_RX_FIN)) {
		c->flags |= F_ACK_NOW;
		conn_wake(e, c);
	}
}

/* ---- to the host ---- */

static void post_complete(struct tcp_engine *e, struct conn *c, enum tcp_done how)
{
	uint32_t i = c->post_head;
	struct post p = *post_at(e, i);
	c->post_head = p.link;
	if (p.link == NIL)
		c->post_tail = NIL;
	c->timers &= (uint8_t)~T_PUSH;
	pool_put(&e->posts, i);
	e->ops.received(e->ctx, conn_index(e, c), p.cookie, p.filled, how);
}
/* Gives away as much of `r` as is wanted now; how much that was. What was placed is consumed, what was indicated is pending. */
static uint32_t deliver(struct tcp_engine *e, struct conn *c, struct tcp_range r, bool push)
{
	uint32_t done = 0;

	while (c->post_head != NIL) {
		struct post *p = post_at(e, c->post_head);
		uint32_t take = min_u32(r.length, p->length - p->filled);
		if (!r.length && p->filled < p->length)
			break;
		if (take) {
			struct tcp_range part = {r.handle, r.offset, take};
			e->ops.place(e->ctx, conn_index(e, c), p->cookie, p->filled, &part);
			p->filled += take;
			r.offset += take;
			r.length -= take;
			done += take;
		}
		if (p->filled == p->length)
			post_complete(e, c, TCP_DONE_OK);
	}
	if (c->post_head != NIL) {
		struct post *p = post_at(e, c->post_head);
		if (p->filled && !(p->flags & 1)) {
			if (push)
				post_complete(e, c, TCP_DONE_OK);
			else
				timer_set(e, c, T_PUSH, e->cfg.push_delay);
		}
	} else if (r.length) {
		uint32_t took = min_u32(e->ops.indicate(e->ctx, conn_index(e, c), &r, push), r.length);
		c->indicated += took;
		c->rcv_pending += took;
		done += took;
	}
	return done;
}
static void in_append(struct tcp_engine *e, struct conn *c, uint32_t i)
{
	held_at(e, i)->link = NIL;
	if (c->in_tail == NIL)
		c->in_head = i;
	else
		held_at(e, c->in_tail)->link = i;
	c->in_tail = i;
}
void receive_place(struct tcp_engine *e, struct conn *c)
{
	uint32_t indicated = c->indicated;

	while (c->in_head != NIL) {
		uint32_t i = c->in_head, got, before = c->rcv_pending;
		struct held *h = held_at(e, i);
		if (h->link != NIL) /* a push counts when the last of what is held is placed */
			held_at(e, h->link)->flags |= h->flags & 1;
		got = deliver(e, c, (struct tcp_range){h->handle, h->offset, h->length}, h->flags & 1 && h->link == NIL);
		c->rcv_pending = before - got + (c->indicated - indicated);
		indicated = c->indicated;
		h->offset += got;
		h->length -= got;
		if (h->length)
			break;
		c->in_head = h->link;
		if (c->in_head == NIL)
			c->in_tail = NIL;
		e->ops.release(e->ctx, conn_index(e, c), h->handle);
		pool_put(&e->held, i);
	}
	if (c->in_head == NIL && c->post_head != NIL)
		deliver(e, c, (struct tcp_range){0}, false); /* requests of no bytes */
	receive_check_fin(e, c);
	receive_window(e, c);
}
void push_expired(struct tcp_engine *e, struct conn *c)
{
	if (c->post_head != NIL && post_at(e, c->post_head)->filled && !(post_at(e, c->post_head)->flags & 1))
		post_complete(e, c, TCP_DONE_OK);
}
void receive_complete_all(struct tcp_engine *e, struct conn *c, enum tcp_done how)
{
	while (c->post_head != NIL)
		post_complete(e, c, how);
}
void receive_check_fin(struct tcp_engine *e, struct conn *c)
{
	if (!(c->flags & F_RX_FIN) || c->rcv_pending)
		return;
	receive_complete_all(e, c, TCP_DONE_OK); /* the contract's Q27 */
	if (!(c->marks & C_FIN_TOLD)) {
		c->marks |= C_FIN_TOLD;
		conn_event(e, c, TCP_EV_DISCONNECT, 0);
	}
}
static void held_free(struct tcp_engine *e, struct conn *c, uint32_t i)
{
	e->ops.release(e->ctx, conn_index(e, c), held_at(e, i)->handle);
	pool_put(&e->held, i);
}
void receive_drop(struct tcp_engine *e, struct conn *c, bool in_order_too)
{
	uint32_t i;
	while ((i = c->oo_head) != NIL) {
		c->oo_head = held_at(e, i)->link;
		held_free(e, c, i);
	}
	c->oo_count = c->sack_count = 0;
	while (in_order_too && (i = c->in_head) != NIL) {
		c->in_head = held_at(e, i)->link;
		c->rcv_pending -= held_at(e, i)->length;
		held_free(e, c, i);
	}
	if (in_order_too)
		c->in_tail = NIL;
}

/* ---- into order ---- */

static void take_fin(struct tcp_engine *e, struct conn *c)
{
	c->rcv_nxt++;
	c->flags |= F_RX_FIN | F_ACK_NOW;
	if (c->state == TCP_ESTABLISHED)
		conn_set_state(e, c, TCP_CLOSE_WAIT);
	else if (c->state == TCP_FIN_WAIT_1)
		conn_set_state(e, c, TCP_CLOSING);
	else if (c->state == TCP_FIN_WAIT_2)
		conn_set_state(e, c, TCP_TIME_WAIT);
	receive_drop(e, c, false);
	receive_check_fin(e, c);
}
static void note_duplicate(struct conn *c, uint32_t from, uint32_t to)
{
	if (!(c->flags & F_SACK) || from == to)
		return;
	c->marks |= C_DSACK;
	c->dsack_from = from;
	c->dsack_to = to;
}
static enum tcp_in too_early(struct tcp_engine *e, struct conn *c, struct segment *s, bool fin)
{
	uint32_t seq = s->seq, end = s->seq + s->length, prev = NIL, next, i;

	stats_of(e, c)->out_of_order++;
	c->flags |= F_ACK_NOW;
	for (next = c->oo_head; next != NIL && SEQ_LE(held_at(e, next)->seq, seq); next = held_at(e, next)->link)
		prev = next;
	if (prev != NIL && SEQ_LT(seq, held_at(e, prev)->seq + held_at(e, prev)->length)) {
		uint32_t to = held_at(e, prev)->seq + held_at(e, prev)->length;
		note_duplicate(c, seq, SEQ_LT(end, to) ? end : to);
		seq = to;
	}
	if (!SEQ_LT(seq, end))
		return TCP_IN_DONE;
	while (next != NIL && SEQ_LE(held_at(e, next)->seq + held_at(e, next)->length, end)) {
		i = next;
		next = held_at(e, i)->link;
		note_duplicate(c, held_at(e, i)->seq, held_at(e, i)->seq + held_at(e, i)->length);
		fin = fin || (held_at(e, i)->flags & 2 && held_at(e, i)->seq + held_at(e, i)->length == end);
		c->oo_count--;
		held_free(e, c, i);
	}
	if (next != NIL && SEQ_LT(held_at(e, next)->seq, end)) {
		note_duplicate(c, held_at(e, next)->seq, end);
		end = held_at(e, next)->seq;
		fin = false;
	}
	i = c->oo_count < TCP_HELD_MAX && SEQ_LT(seq, end) ? pool_get(&e->held) : NIL;
	if (i == NIL) {
		if (prev == NIL)
			c->oo_head = next;
		else
			held_at(e, prev)->link = next;
		stats_of(e, c)->held_drops++;
		return TCP_IN_DONE;
	}
	c->oo_count++;
	*held_at(e, i) = (struct held){.link = next,
	                               .seq = seq,
	                               .handle = s->payload.handle,
	                               .offset = s->payload.offset + (seq - s->seq),
	                               .length = end - seq,
	                               .flags = (s->flags & TH_PSH ? 1u : 0u) | (fin ? 2u : 0u)};
	if (prev == NIL)
		c->oo_head = i;
	else
		held_at(e, prev)->link = i;
	sack_note(e, c, seq);
	return TCP_IN_HELD;
}
/* What was early and is in order now. true: the FIN is among it. */
static bool drain(struct tcp_engine *e, struct conn *c)
{
	bool fin = false;

	while (c->oo_head != NIL && SEQ_LE(held_at(e, c->oo_head)->seq, c->rcv_nxt) && !fin) {
		uint32_t i = c->oo_head, old, got;
		struct held *h = held_at(e, i);
		c->oo_head = h->link;
		c->oo_count--;
		old = c->rcv_nxt - h->seq;
		if (old > h->length) {
			held_free(e, c, i);
			continue;
		}
		fin = h->flags & 2;
		h->offset += old;
		h->length -= old;
		c->rcv_nxt += h->length;
		got = c->in_head == NIL && h->length ? deliver(e, c, (struct tcp_range){h->handle, h->offset, h->length}, h->flags & 1) : 0;
		h->offset += got;
		h->length -= got;
		if (h->length) {
			c->rcv_pending += h->length;
			in_append(e, c, i);
		} else {
			held_free(e, c, i);
		}
	}
	if (c->oo_head == NIL)
		c->sack_count = 0;
	return fin;
}
enum tcp_in receive_data(struct tcp_engine *e, struct conn *c, struct segment *s)
{
	bool fin = s->flags & TH_FIN, holes = c->oo_head != NIL;
	uint32_t got, end;
	enum tcp_in verdict = TCP_IN_DONE;

	if (SEQ_LT(s->seq, c->rcv_nxt)) {
		uint32_t old = min_u32(c->rcv_nxt - s->seq, s->length);
		note_duplicate(c, s->seq, s->seq + old);
		c->flags |= F_ACK_NOW;
		conn_wake(e, c);
		s->seq += old;
		s->payload.offset += old;
		s->length -= old;
		fin = fin && s->seq == c->rcv_nxt;
	}
	end = s->seq + s->length;
	if (SEQ_LT(c->rcv_adv, end)) {
		s->length -= min_u32(s->length, end - c->rcv_adv);
		fin = false;
		c->flags |= F_ACK_NOW;
		conn_wake(e, c);
	}
	if ((!s->length && !fin) || c->flags & F_RX_FIN)
		return TCP_IN_DONE;
	s->payload.length = s->length;
	if (s->seq != c->rcv_nxt) {
		if (!s->length)
			return TCP_IN_DONE; /* a FIN alone comes again */
		verdict = too_early(e, c, s, fin);
		if (!output_ack(e, c)) /* each one a duplicate ACK of its own: the peer counts them */
			conn_wake(e, c);
		return verdict;
	}
	if (s->length) {
		got = c->in_head == NIL ? deliver(e, c, s->payload, s->flags & TH_PSH) : 0;
		if (got < s->length) {
			uint32_t i = pool_get(&e->held);
			if (i == NIL) { /* taken as far as it went; the rest comes again */
				stats_of(e, c)->held_drops++;
				s->length = got;
				end = s->seq + got;
				fin = false;
				c->flags |= F_ACK_NOW;
			} else {
				*held_at(e, i) = (struct held){.seq = s->seq + got,
				                               .handle = s->payload.handle,
				                               .offset = s->payload.offset + got,
				                               .length = s->length - got,
				                               .flags = s->flags & TH_PSH ? 1 : 0};
				in_append(e, c, i);
				c->rcv_pending += s->length - got;
				verdict = TCP_IN_HELD;
			}
		}
		c->rcv_nxt += s->length;
		/* TcpAckFrequency counts segments; a coalesced one stands for as many as it holds. */
		c->unacked_segments = (uint8_t)min_u32(255, c->unacked_segments + (s->length + c->mss - 1) / c->mss);
	}
	if (c->oo_head != NIL)
		fin = drain(e, c) || (fin && c->rcv_nxt == end);
	if (fin)
		take_fin(e, c);
	if (holes || c->unacked_segments >= e->cfg.ack_frequency)
		c->flags |= F_ACK_NOW;
	else if (!(c->timers & T_ACK) && !(c->flags & F_ACK_NOW))
		timer_set(e, c, T_ACK, e->cfg.ack_delay);
	if (c->flags & F_ACK_NOW)
		conn_wake(e, c);
	return verdict;
}
