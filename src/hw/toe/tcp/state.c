/*
 * Connections move in and out: load, start, query, update, unload.
 *
 * Loading is in steps because send and receive data come as ranges: the state first, then the data, then tcp_start(). What of it was on the
 * wire before is one flight record for [snd_una, snd_nxt), whose time is unknown, and one, lost, for [snd_nxt, snd_max). A FIN that was
 * sent is the last sequence number below snd_max in FIN_WAIT_1, CLOSING and LAST_ACK (the contract's Q28); one that was received is the
 * last below rcv_nxt in CLOSE_WAIT, CLOSING and LAST_ACK.
 */
#include "engine.h"
#include <string.h>

static bool fin_sent(uint32_t s)
{
	return s == TCP_FIN_WAIT_1 || s == TCP_FIN_WAIT_2 || s == TCP_CLOSING || s == TCP_LAST_ACK;
}
static bool fin_received(uint32_t s)
{
	return s == TCP_CLOSE_WAIT || s == TCP_CLOSING || s == TCP_LAST_ACK;
}
static bool valid(const struct tcp_state *s)
{
	const struct tcp_delegated *d = &s->d;
	uint32_t outstanding = d->snd_max - d->snd_una;

	if (d->state < TCP_ESTABLISHED || d->state > TCP_LAST_ACK || s->c.remote_mss < TCP_MSS_MIN)
		return false;
	if (outstanding > 1u << 30 || d->snd_nxt - d->snd_una > outstanding)
		return false;
	if (s->c.snd_scale > 14 || s->c.rcv_scale > 14 || d->rcv_wnd > 1u << 30 || s->u.rcv_wnd > 1u << 30 || d->snd_wnd > 1u << 30)
		return false;
	if (fin_sent(d->state) && (d->state == TCP_FIN_WAIT_2) == (outstanding != 0))
		return false; /* in FIN_WAIT_2 all is acknowledged; in the others at least the FIN isn't */
	return true;
}
static void set_cached(struct conn *c, struct cold *k, const struct tcp_cached *u)
{
	uint32_t unit = 1u << (c->scales >> 4);
	k->u = *u;
	k->u.flags &= TCP_U_KEEPALIVE | TCP_U_NAGLE;
	c->ttl = u->ttl;
	c->tos = u->tos;
	c->flags &= (uint16_t) ~(F_NAGLE | F_KEEPALIVE);
	c->flags |= (u->flags & TCP_U_NAGLE ? F_NAGLE : 0) | (u->flags & TCP_U_KEEPALIVE ? F_KEEPALIVE : 0);
	c->rcv_space = min_u32(max_u32(u->rcv_wnd, 2 * unit), 1u << 30);
	conn_set_mss(c, k);
}
int tcp_load(struct tcp_engine *e, uint32_t conn, const struct tcp_state *s, uint64_t now)
{
	const struct tcp_delegated *d = &s->d;
	struct conn *c;
	struct cold *k;
	uint16_t pending;

	engine_time(e, now);
	if (conn >= e->cfg.connections || !valid(s))
		return -EINVAL;
	if (conn_get(e, conn))
		return -EBUSY;
	if (tcp_find(e, s->c.ipv6, s->c.remote, s->c.local, s->c.remote_port, s->c.local_port) >= 0)
		return -EEXIST;
	c = &e->conns[conn];
	k = &e->colds[conn];
	pending = c->flags & F_PENDING; /* an entry in the ring that is older than this connection */
	*c = (struct conn){.flags = pending | F_LOADING,
	                   .state = d->state,
	                   .snd_una = d->snd_una,
	                   .snd_max = d->snd_max,
	                   .snd_end = d->snd_una,
	                   .snd_wnd = d->snd_wnd,
	                   .snd_wl1 = d->snd_wl1,
	                   .ssthresh = d->ssthresh ? d->ssthresh : UINT32_MAX / 2,
	                   .tx_head = NIL,
	                   .tx_tail = NIL,
	                   .sq_head = NIL,
	                   .sq_tail = NIL,
	                   .sq_next = NIL,
	                   .rcv_nxt = d->rcv_nxt,
	                   .rcv_adv = d->rcv_nxt + d->rcv_wnd,
	                   .rcv_acked = d->rcv_nxt,
	                   .ts_recent = d->ts_recent,
	                   .ts_delta = d->ts_time - (uint32_t)(e->now_us * e->cfg.ts_hz / 1000000),
	                   .srtt = min_u32(d->srtt_us, 60000000) * 8,
	                   .rttvar = min_u32(d->rttvar_us, 60000000) * 4,
	                   .timers = d->ts_recent_age >= TS_STALE_MS ? T_TS_STALE : 0,
	                   .heard_ms = d->ts_recent_age >= TS_STALE_MS ? e->now : e->now - d->ts_recent_age,
	                   .local_port = s->c.local_port,
	                   .remote_port = s->c.remote_port,
	                   .dup_acks = d->dup_acks,
	                   .rtx_count = d->retransmits,
	                   .max_snd_wnd = max_u32(d->max_snd_wnd, d->snd_wnd),
	                   .fack = d->snd_una,
	                   .reo_mult = 1,
	                   .probe_round = d->snd_probe_round,
	                   .ka_sent = d->ka_probes_sent,
	                   .oo_head = NIL,
	                   .in_head = NIL,
	                   .in_tail = NIL,
	                   .post_head = NIL,
	                   .post_tail = NIL};
	*k = (struct cold){.c = s->c,
	                   .recover = d->snd_una - 1,
	                   .reo_round = d->snd_una,
	                   .min_rtt = d->srtt_us, /* the best that is known */
	                   .rack_sent = (uint32_t)e->now_us - (1u << 31),
	                   .rt_since_ms = e->now - d->total_rt};
	c->flags |= (s->c.flags & TCP_C_TIMESTAMPS ? F_TS : 0) | (s->c.flags & TCP_C_SACK ? F_SACK : 0) | (s->c.ipv6 ? F_IPV6 : 0);
	if (s->c.flags & TCP_C_SCALING)
		c->scales = (uint8_t)(s->c.rcv_scale << 4 | s->c.snd_scale);
	set_cached(c, k, &s->u);
	c->cwnd = d->cwnd ? max_u32(min_u32(d->cwnd, 1u << 30), c->mss) : 10u * c->mss;
	if (fin_sent(d->state))
		c->flags |= F_FIN_QUEUED | F_FIN_SENT;
	if (fin_received(d->state))
		c->flags |= F_RX_FIN;
	stats_of(e, c)->established += d->state == TCP_ESTABLISHED || d->state == TCP_CLOSE_WAIT;
	conn_hash_add(e, conn);
	return 0;
}
int tcp_load_received(struct tcp_engine *e, uint32_t conn, const struct tcp_range *r, bool push)
{
	struct conn *c = conn_get(e, conn);
	uint32_t i;

	if (!c || !(c->flags & F_LOADING) || !r->length || r->length > 1u << 30 || c->rcv_pending + r->length > 1u << 30)
		return -EINVAL;
	i = pool_get(&e->held);
	if (i == NIL)
		return -ENOBUFS;
	*held_at(e, i) = (struct held){.link = NIL, .handle = r->handle, .offset = r->offset, .length = r->length, .flags = push};
	if (c->in_tail == NIL)
		c->in_head = i;
	else
		held_at(e, c->in_tail)->link = i;
	c->in_tail = i;
	c->rcv_pending += r->length;
	return 0;
}
static void start_timers(struct tcp_engine *e, struct conn *c, uint32_t retransmit, uint32_t keepalive)
{
	struct cold *k = cold_of(e, c);
	bool outstanding = c->snd_max != c->snd_una;

	if (c->state == TCP_FIN_WAIT_2)
		timer_rtx(e, c, RTX_FIN_WAIT_2, retransmit != TCP_OFF ? retransmit : e->cfg.fin_wait_2);
	else if (retransmit != TCP_OFF && !c->snd_wnd && (outstanding || conn_unsent(c)))
		timer_rtx(e, c, c->rtx_count ? RTX_PROBE : RTX_PERSIST, min_u32(retransmit, e->cfg.rto_max));
	else if (retransmit != TCP_OFF && c->snd_wnd && outstanding)
		timer_rtx(e, c, RTX_RTO, min_u32(retransmit, e->cfg.rto_max));
	else
		timer_retransmit(e, c, RTX_PROGRESS);
	if (c->ka_sent || (keepalive != TCP_OFF && !(c->flags & F_KEEPALIVE)))
		c->timers |= T_PROBED;
	if (c->flags & F_KEEPALIVE) {
		uint32_t limit = k->u.ka_timeout ? k->u.ka_timeout : 7200000,
		         left = keepalive != TCP_OFF ? min_u32(keepalive, 0x7fffffff) : limit;
		if (!c->ka_sent && left <= limit)
			c->heard_ms = e->now - (limit - left);
		timer_set(e, c, T_KEEPALIVE, left);
	} else if (keepalive != TCP_OFF) { /* it was judging a doubtful RST or SYN */
		c->marks |= C_BLIND | C_BLIND_ONLY;
		timer_set(e, c, T_KEEPALIVE, keepalive);
	}
}
int tcp_start(struct tcp_engine *e, uint32_t conn, const struct tcp_state *s, uint64_t now)
{
	struct conn *c = conn_get(e, conn);
	uint32_t max, nxt, fin;

	engine_time(e, now);
	if (!c || !(c->flags & F_LOADING))
		return -EINVAL;
	max = s->d.snd_max;
	nxt = s->d.snd_nxt;
	if (max != c->snd_max || nxt - c->snd_una > max - c->snd_una)
		return -EINVAL;
	fin = c->flags & F_FIN_SENT ? 1 : 0;
	if (c->state == TCP_FIN_WAIT_2)
		c->snd_end = c->snd_una - 1; /* where the FIN was */
	else if (fin ? c->snd_end + fin != max : SEQ_LT(c->snd_end, max))
		return -EINVAL;
	if (c->state == TCP_FIN_WAIT_2 && c->sq_head != NIL)
		return -EINVAL;
	c->flags &= (uint16_t)~F_LOADING;
	if (max != c->snd_una) {
		c->snd_max = c->snd_una;
		if (nxt != c->snd_una) {
			flight_append(e, c, nxt, X_NORTT);
			c->snd_max = nxt;
		}
		if (max != nxt) {
			flight_append(e, c, max, X_NORTT | X_RETX);
			flight_mark(c, flight_at(e, c->tx_tail), X_LOST, 0);
			c->snd_max = max;
			c->ca = CA_LOSS;
			cold_of(e, c)->recover = max;
		}
	}
	sends_release(e, c, c->snd_una); /* requests of no bytes */
	c->sq_next = fin ? NIL : range_of(e, c, c->snd_max);
	start_timers(e, c, s->d.retransmit, s->d.keepalive);
	if (c->flags & F_RX_FIN && !c->rcv_pending)
		c->marks |= C_FIN_TOLD; /* the host saw it come */
	if (c->in_head != NIL && c->post_head != NIL)
		receive_place(e, c);
	receive_window(e, c);
	conn_wake(e, c);
	return 0;
}

/* ---- out ---- */

unsigned tcp_list_sends(const struct tcp_engine *e, uint32_t conn, struct tcp_range *r, uint64_t *cookies, unsigned max)
{
	const struct conn *c = conn_get(e, conn);
	unsigned n = 0;
	for (uint32_t i = c ? c->sq_head : NIL; i != NIL; i = send_at(e, i)->link) {
		const struct send_range *q = send_at(e, i);
		uint32_t skip = SEQ_LT(q->seq, c->snd_una) ? c->snd_una - q->seq : 0;
		if (n < max) {
			r[n] = (struct tcp_range){q->handle, q->offset + skip, (q->length & SEND_LEN) - skip};
			if (cookies)
				cookies[n] = q->cookie;
		}
		n++;
	}
	return n;
}
unsigned tcp_list_received(const struct tcp_engine *e, uint32_t conn, struct tcp_range *r, unsigned max)
{
	const struct conn *c = conn_get(e, conn);
	unsigned n = 0;
	for (uint32_t i = c ? c->in_head : NIL; i != NIL; i = held_at(e, i)->link) {
		const struct held *h = held_at(e, i);
		if (n < max)
			r[n] = (struct tcp_range){h->handle, h->offset, h->length};
		n++;
	}
	return n;
}
int tcp_query(const struct tcp_engine *e, uint32_t conn, struct tcp_state *out, uint64_t now)
{
	const struct conn *c = conn_get(e, conn);
	const struct cold *k;
	struct tcp_delegated *d = &out->d;

	engine_time((struct tcp_engine *)e, now);
	if (!c)
		return -EINVAL;
	k = cold_of(e, c);
	*out = (struct tcp_state){.c = k->c, .u = k->u};
	*d = (struct tcp_delegated){.state = c->state,
	                            .dup_acks = c->dup_acks,
	                            .snd_probe_round = c->probe_round,
	                            .ka_probes_sent = c->ka_sent,
	                            .retransmits = c->rtx_count,
	                            .rcv_nxt = c->rcv_nxt,
	                            .rcv_wnd = SEQ_LT(c->rcv_nxt, c->rcv_adv) ? c->rcv_adv - c->rcv_nxt : 0,
	                            .snd_una = c->snd_una,
	                            .snd_nxt = c->snd_max,
	                            .snd_max = c->snd_max,
	                            .snd_wnd = c->snd_wnd,
	                            .max_snd_wnd = c->max_snd_wnd,
	                            .snd_wl1 = c->snd_wl1,
	                            .cwnd = c->ca == CA_RECOVERY ? c->ssthresh : c->cwnd,
	                            .ssthresh = c->ssthresh,
	                            .srtt_us = c->srtt >> 3,
	                            .rttvar_us = c->rttvar >> 2,
	                            .ts_recent = c->ts_recent,
	                            .ts_recent_age =
	                                    c->timers & T_TS_STALE ? max_u32(e->now - c->heard_ms, TS_STALE_MS) : e->now - c->heard_ms,
	                            .ts_time = ts_clock(e, c),
	                            .total_rt = c->rtx_count ? e->now - k->rt_since_ms : 0,
	                            .keepalive = timer_left(e, c, T_KEEPALIVE),
	                            .retransmit = timer_left(e, c, T_RTX)};
	for (uint32_t i = c->tx_head; i != NIL; i = flight_next(flight_at(e, i))) {
		if (flight_at(e, i)->link & X_LOST) { /* from here on once more; what of it had arrived arrives again */
			d->snd_nxt = flight_at(e, i)->seq;
			break;
		}
	}
	if (c->rtx_kind == RTX_SWS)
		d->retransmit = TCP_OFF; /* not preserved */
	else if (c->rtx_kind == RTX_REO || c->rtx_kind == RTX_TLP)
		d->retransmit = max_u32(d->retransmit, rto_ms(e, c));
	d->send_backlog = max_u32(2 * c->cwnd, 65536);
	d->receive_backlog = c->rcv_pending - c->indicated;
	return 0;
}
int tcp_update(struct tcp_engine *e, uint32_t conn, const struct tcp_cached *u, uint64_t now)
{
	struct conn *c = conn_get(e, conn);
	struct cold *k;
	bool ka_was, restart = u->flags & (TCP_U_KEEPALIVE_RESTART | TCP_U_MAX_RT_RESTART);
	uint32_t space, mss;

	engine_time(e, now);
	if (!c || u->rcv_wnd > 1u << 30)
		return -EINVAL;
	k = cold_of(e, c);
	ka_was = c->flags & F_KEEPALIVE;
	if (restart && u->ka_probes != k->u.ka_probes)
		c->ka_sent = 0;
	restart =
	        u->flags & TCP_U_KEEPALIVE_RESTART || (restart && (u->ka_timeout != k->u.ka_timeout || u->ka_interval != k->u.ka_interval));
	if (u->flags & TCP_U_MAX_RT_RESTART)
		k->rt_since_ms = e->now;
	space = c->rcv_space;
	mss = c->mss;
	set_cached(c, k, u);
	if (!(u->flags & TCP_U_RCV_WND))
		c->rcv_space = space;
	if (c->flags & F_LOADING || c->state == TCP_CLOSED)
		return 0;
	if (c->flags & F_KEEPALIVE && (!ka_was || restart) && !(c->marks & C_BLIND)) {
		c->heard_ms = ka_was ? e->now : c->heard_ms;
		timer_set(e, c, T_KEEPALIVE, u->ka_timeout ? u->ka_timeout : 7200000);
	} else if (!(c->flags & F_KEEPALIVE) && !(c->marks & C_BLIND)) {
		c->timers &= (uint8_t)~T_KEEPALIVE;
		c->ka_sent = 0;
	}
	if (c->rcv_space != space) /* "if it differs from the current RcvWnd a new window must be advertised" */
		c->flags |= F_ACK_NOW;
	if (c->mss < mss && c->snd_max != c->snd_una)
		recovery_resend(e, c); /* RFC 1191 6.5: what is on its way was too large */
	conn_wake(e, c);
	return 0;
}
int tcp_unload(struct tcp_engine *e, uint32_t conn, struct tcp_state *out, uint64_t now)
{
	struct conn *c = conn_get(e, conn);
	bool owed;

	engine_time(e, now);
	if (!c)
		return -EINVAL;
	owed = c->flags & F_ACK_NOW || c->timers & T_ACK || c->rcv_acked != c->rcv_nxt;
	if (owed && !(c->flags & (F_LOADING | F_FROZEN | F_MUTE)) && c->state != TCP_CLOSED && !output_ack(e, c))
		return -EAGAIN;
	tcp_query(e, conn, out, now);
	receive_complete_all(e, c, TCP_DONE_UPLOAD);
	sends_complete_all(e, c, TCP_DONE_UPLOAD);
	disconnect_complete(e, c, TCP_DONE_UPLOAD);
	receive_drop(e, c, true);
	flight_clear(e, c);
	timers_stop(e, c);
	stats_of(e, c)->established -= c->state == TCP_ESTABLISHED || c->state == TCP_CLOSE_WAIT;
	conn_hash_del(e, conn);
	*c = (struct conn){.flags = c->flags & F_PENDING};
	return 0;
}
