/*
 * The host's side of a connection's life: send, post, consume, disconnect, abort, invalidate. A command that answers an error has changed
 * nothing.
 */
#include "engine.h"

void disconnect_complete(struct tcp_engine *e, struct conn *c, enum tcp_done how)
{
	struct cold *k = cold_of(e, c);
	if (!(c->marks & C_DISCONNECT))
		return;
	c->marks &= ~C_DISCONNECT;
	e->ops.disconnected(e->ctx, conn_index(e, c), k->disconnect, how);
}
static uint32_t sends_pop(struct tcp_engine *e, struct conn *c)
{
	uint32_t i = c->sq_head;
	if (c->sq_next == i)
		c->sq_next = send_at(e, i)->link;
	c->sq_head = send_at(e, i)->link;
	if (c->sq_head == NIL)
		c->sq_tail = NIL;
	pool_put(&e->sends, i);
	return i;
}
void sends_release(struct tcp_engine *e, struct conn *c, uint32_t una)
{
	while (c->sq_head != NIL) {
		struct send_range r = *send_at(e, c->sq_head);
		if (SEQ_LT(una, r.seq + (r.length & SEND_LEN)))
			break;
		c->head_done += r.length & SEND_LEN;
		sends_pop(e, c);
		if (r.length & SEND_LAST) {
			uint32_t bytes = c->head_done;
			c->head_done = 0;
			e->ops.sent(e->ctx, conn_index(e, c), r.cookie, bytes, TCP_DONE_OK);
		}
	}
}
void sends_complete_all(struct tcp_engine *e, struct conn *c, enum tcp_done how)
{
	uint32_t acked = c->head_done;

	if (c->sq_head != NIL && SEQ_LT(send_at(e, c->sq_head)->seq, c->snd_una))
		acked += c->snd_una - send_at(e, c->sq_head)->seq;
	while (c->sq_head != NIL) {
		struct send_range r = *send_at(e, c->sq_head);
		sends_pop(e, c);
		if (r.length & SEND_LAST) {
			e->ops.sent(e->ctx, conn_index(e, c), r.cookie, acked, how);
			acked = 0;
		}
	}
	c->head_done = 0;
}
void conn_reset(struct tcp_engine *e, struct conn *c)
{
	timers_stop(e, c);
	conn_set_state(e, c, TCP_CLOSED);
	sends_complete_all(e, c, TCP_DONE_ABORTED);
	disconnect_complete(e, c, TCP_DONE_ABORTED);
	receive_complete_all(e, c, TCP_DONE_ABORTED);
	receive_drop(e, c, false);
	flight_clear(e, c);
	c->snd_una = c->snd_end = c->snd_max;
	c->marks |= C_FIN_TOLD; /* no end of stream after an abort */
	c->flags &= (uint16_t) ~(F_FIN_QUEUED | F_FIN_SENT | F_ACK_NOW);
}

int tcp_send(struct tcp_engine *e, uint32_t conn, const struct tcp_range *r, unsigned count, uint64_t cookie, uint64_t now)
{
	struct conn *c = conn_get(e, conn);
	uint64_t total = 0;
	uint32_t first = NIL, last = NIL, seq;

	engine_time(e, now);
	if (!c || !count)
		return -EINVAL;
	if (c->state == TCP_CLOSED || (c->flags & F_FIN_QUEUED && !(c->flags & F_LOADING)))
		return -EPIPE;
	for (unsigned i = 0; i < count; i++)
		total += r[i].length;
	if (total + (c->snd_end - c->snd_una) > 1u << 30 || count > e->sends.count - e->sends.used)
		return -ENOBUFS;
	seq = c->snd_end;
	for (unsigned i = 0; i < count; i++) {
		uint32_t n = pool_get(&e->sends);
		*send_at(e, n) = (struct send_range){.link = NIL,
		                                     .seq = seq,
		                                     .handle = r[i].handle,
		                                     .cookie = cookie,
		                                     .offset = r[i].offset,
		                                     .length = r[i].length | (i + 1 == count ? SEND_LAST : 0)};
		seq += r[i].length;
		if (last == NIL)
			first = n;
		else
			send_at(e, last)->link = n;
		last = n;
	}
	if (c->sq_tail == NIL)
		c->sq_head = first;
	else
		send_at(e, c->sq_tail)->link = first;
	c->sq_tail = last;
	if (c->sq_next == NIL && !(c->flags & F_LOADING))
		c->sq_next = first;
	c->snd_end = seq;
	if (c->flags & F_LOADING)
		return 0;
	if (!total && c->sq_head == first) {
		sends_release(e, c, c->snd_una);
		return 0;
	}
	cc_idle(e, c);
	conn_wake(e, c);
	return 0;
}
int tcp_post(struct tcp_engine *e, uint32_t conn, uint64_t cookie, uint32_t length, uint32_t filled, bool no_push, uint64_t now)
{
	struct conn *c = conn_get(e, conn);
	uint32_t i;

	engine_time(e, now);
	if (!c || filled > length)
		return -EINVAL;
	if (c->state == TCP_CLOSED || (c->flags & F_RX_FIN && !c->rcv_pending)) {
		e->ops.received(e->ctx, conn, cookie, filled, c->state == TCP_CLOSED ? TCP_DONE_ABORTED : TCP_DONE_INVALID);
		return 0;
	}
	i = pool_get(&e->posts);
	if (i == NIL)
		return -ENOBUFS;
	*post_at(e, i) = (struct post){.link = NIL, .length = length, .filled = filled, .flags = no_push, .cookie = cookie};
	if (c->post_tail == NIL)
		c->post_head = i;
	else
		post_at(e, c->post_tail)->link = i;
	c->post_tail = i;
	if (c->flags & F_LOADING)
		return 0;
	if (c->in_head != NIL)
		receive_place(e, c);
	else if (filled && !no_push && c->post_head == i)
		timer_set(e, c, T_PUSH, e->cfg.push_delay);
	return 0;
}
int tcp_consumed(struct tcp_engine *e, uint32_t conn, uint32_t bytes, uint64_t now)
{
	struct conn *c = conn_get(e, conn);

	engine_time(e, now);
	if (!c)
		return -EINVAL;
	if (bytes > c->indicated)
		return -EINVAL;
	c->indicated -= bytes;
	c->rcv_pending -= bytes;
	if (c->state != TCP_CLOSED)
		receive_window(e, c);
	receive_check_fin(e, c);
	return 0;
}
int tcp_offer(struct tcp_engine *e, uint32_t conn, uint64_t now)
{
	struct conn *c = conn_get(e, conn);
	engine_time(e, now);
	if (!c || c->flags & F_LOADING)
		return -EINVAL;
	if (c->in_head != NIL)
		receive_place(e, c);
	return 0;
}
int tcp_disconnect(struct tcp_engine *e, uint32_t conn, uint64_t cookie, uint64_t now)
{
	struct conn *c = conn_get(e, conn);
	struct cold *k;

	engine_time(e, now);
	if (!c || c->flags & F_LOADING)
		return -EINVAL;
	k = cold_of(e, c);
	if (c->marks & C_DISCONNECT)
		return -EALREADY;
	c->marks |= C_DISCONNECT;
	k->disconnect = cookie;
	if (c->state == TCP_CLOSED) {
		disconnect_complete(e, c, c->marks & C_ABORTED || !(c->flags & F_FIN_SENT) ? TCP_DONE_ABORTED : TCP_DONE_OK);
		return 0;
	}
	if (c->flags & F_FIN_SENT && c->snd_una == c->snd_end + 1) { /* the FIN left before the connection came here */
		disconnect_complete(e, c, TCP_DONE_OK);
		return 0;
	}
	c->flags |= F_FIN_QUEUED;
	conn_wake(e, c);
	return 0;
}
int tcp_abort(struct tcp_engine *e, uint32_t conn, uint64_t cookie, uint64_t now)
{
	struct conn *c = conn_get(e, conn);

	engine_time(e, now);
	if (!c || c->flags & F_LOADING)
		return -EINVAL;
	if (c->state != TCP_CLOSED && c->state != TCP_TIME_WAIT) {
		if (!output_control(e, c, c->snd_max, TH_RST | TH_ACK))
			return -EAGAIN;
		stats_of(e, c)->out_resets++;
	}
	c->marks |= C_ABORTED;
	conn_reset(e, c);
	receive_drop(e, c, true);
	e->ops.disconnected(e->ctx, conn, cookie, TCP_DONE_OK);
	return 0;
}
int tcp_invalidate(struct tcp_engine *e, uint32_t conn)
{
	struct conn *c = conn_get(e, conn);
	if (!c)
		return -EINVAL;
	c->flags |= F_MUTE;
	return 0;
}
