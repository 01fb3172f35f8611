/*
 * toe, connections: the queue. See conn.h and the manual's section 14.
 *
 * A command is copied once and judged as copied; what can't be is answered with a status, what no driver may do (an address outside memory,
 * a producer beyond the ring) stops the card. Commands wait while many events wait for room: a driver that does not consume events is not
 * given more.
 */
#include "hw/toe/conn.h"
#include <stdatomic.h>
#include <stdlib.h>

#define BATCH 256u
#define PUMP  64u

uint64_t toe_conn_now(void)
{
	return clock_mono_ns() / 1000;
}

/* ---- events */
static bool ring_room(const struct toe_conns *c)
{
	return c->completed - __atomic_load_n(&c->control->seen, __ATOMIC_ACQUIRE) < c->entries;
}
static void put(struct toe_conns *c, const struct toe_conn_event *e)
{
	c->done[c->completed++ & (c->entries - 1)] = *e;
}
void toe_conn_tell(struct toe_conns *c, const struct toe_conn_event *e)
{
	if (!c->later_count && ring_room(c)) {
		put(c, e);
		return;
	}
	if (c->later_count == CONN_EVENTS) {
		nic_fail(c->n, "connection queue: %u events wait, and the driver consumes none", CONN_EVENTS);
		toe_fatal(c->n, TOE_FATAL_RING);
		return;
	}
	c->later[(c->later_first + c->later_count++) % CONN_EVENTS] = *e;
}
static void flush(struct toe_conns *c)
{
	while (c->later_count && ring_room(c)) {
		put(c, &c->later[c->later_first]);
		c->later_first = (c->later_first + 1) % CONN_EVENTS;
		c->later_count--;
	}
}
static uint16_t how_of(enum tcp_done how)
{
	return how == TCP_DONE_OK        ? TOE_HOW_OK
	       : how == TCP_DONE_UPLOAD  ? TOE_HOW_UPLOAD
	       : how == TCP_DONE_ABORTED ? TOE_HOW_ABORTED
	                                 : TOE_HOW_INVALID;
}
static void on_sent(void *ctx, uint32_t conn, uint64_t cookie, uint32_t bytes, enum tcp_done how)
{
	const struct toe_conn_event e = {.type = TOE_EV_SENT, .conn = conn, .cookie = cookie, .bytes = bytes, .how = how_of(how)};
	toe_conn_tell(ctx, &e);
}
static void on_received(void *ctx, uint32_t conn, uint64_t cookie, uint32_t bytes, enum tcp_done how)
{
	struct toe_conns *c = ctx;
	struct conn_post *p = (struct conn_post *)(uintptr_t)cookie;
	const struct toe_conn_event e = {.type = TOE_EV_RECEIVED, .conn = conn, .cookie = p->cookie, .bytes = bytes, .how = how_of(how)};
	p->next = c->posts;
	c->posts = p;
	toe_conn_tell(c, &e);
}
static void on_disconnected(void *ctx, uint32_t conn, uint64_t cookie, enum tcp_done how)
{
	const struct toe_conn_event e = {.type = TOE_EV_DISCONNECTED, .conn = conn, .cookie = cookie, .how = how_of(how)};
	toe_conn_tell(ctx, &e);
}
static void on_event(void *ctx, uint32_t conn, enum tcp_event what, uint32_t info)
{
	const struct toe_conn_event e = {.type = TOE_EV_EVENT, .conn = conn, .info = (uint32_t)what, .bytes = info};
	toe_conn_tell(ctx, &e);
}
static const struct tcp_ops ops = {toe_conn_emit, toe_conn_place, toe_conn_indicate, toe_conn_release,
                                   on_sent,       on_received,    on_disconnected,   on_event};

/* ---- state, in the card's form and in the engine's */
static void from_memory(const struct toe_conn_state *s, struct tcp_state *t)
{
	memset(t, 0, sizeof *t);
	memcpy(t->c.local, s->local, 16);
	memcpy(t->c.remote, s->remote, 16);
	t->c.local_port = s->local_port;
	t->c.remote_port = s->remote_port;
	t->c.ipv6 = s->ipv6;
	t->c.flags = s->flags;
	t->c.snd_scale = s->snd_scale;
	t->c.rcv_scale = s->rcv_scale;
	t->c.remote_mss = s->remote_mss;
	t->c.hash = s->hash;
	t->u.flags = s->cached_flags;
	t->u.ka_probes = s->ka_probes;
	t->u.ttl = s->ttl;
	t->u.tos = s->tos;
	t->u.priority = s->priority;
	t->u.rcv_wnd = s->rcv_buffer;
	t->u.indication_size = s->indication_size;
	t->u.ka_timeout = s->ka_timeout;
	t->u.ka_interval = s->ka_interval;
	t->u.max_rt = s->max_rt;
	t->u.flow_label = s->flow_label;
	t->u.path_mtu = s->path_mtu;
	struct tcp_delegated *d = &t->d;
	d->state = s->state;
	d->dup_acks = s->dup_acks;
	d->snd_probe_round = s->probe_round;
	d->ka_probes_sent = s->ka_probes_sent;
	d->retransmits = s->retransmits;
	d->rcv_nxt = s->rcv_nxt;
	d->rcv_wnd = s->rcv_wnd;
	d->snd_una = s->snd_una;
	d->snd_nxt = s->snd_nxt;
	d->snd_max = s->snd_max;
	d->snd_wnd = s->snd_wnd;
	d->max_snd_wnd = s->max_snd_wnd;
	d->snd_wl1 = s->snd_wl1;
	d->cwnd = s->cwnd;
	d->ssthresh = s->ssthresh;
	d->srtt_us = s->srtt_us;
	d->rttvar_us = s->rttvar_us;
	d->ts_recent = s->ts_recent;
	d->ts_recent_age = s->ts_recent_age;
	d->ts_time = s->ts_time;
	d->total_rt = s->total_rt;
	d->keepalive = s->keepalive;
	d->retransmit = s->retransmit;
}
static void to_memory(const struct tcp_state *t, struct toe_conn_state *s)
{
	const struct tcp_delegated *d = &t->d;
	memcpy(s->local, t->c.local, 16);
	memcpy(s->remote, t->c.remote, 16);
	s->local_port = t->c.local_port;
	s->remote_port = t->c.remote_port;
	s->ipv6 = t->c.ipv6;
	s->flags = t->c.flags;
	s->snd_scale = t->c.snd_scale;
	s->rcv_scale = t->c.rcv_scale;
	s->remote_mss = t->c.remote_mss;
	s->hash = t->c.hash;
	s->cached_flags = t->u.flags;
	s->ka_probes = t->u.ka_probes;
	s->ttl = t->u.ttl;
	s->tos = t->u.tos;
	s->priority = t->u.priority;
	s->rcv_buffer = t->u.rcv_wnd;
	s->indication_size = t->u.indication_size;
	s->ka_timeout = t->u.ka_timeout;
	s->ka_interval = t->u.ka_interval;
	s->max_rt = t->u.max_rt;
	s->flow_label = t->u.flow_label;
	s->path_mtu = t->u.path_mtu;
	s->state = d->state;
	s->dup_acks = d->dup_acks;
	s->probe_round = d->snd_probe_round;
	s->ka_probes_sent = d->ka_probes_sent;
	s->retransmits = d->retransmits;
	s->rcv_nxt = d->rcv_nxt;
	s->rcv_wnd = d->rcv_wnd;
	s->snd_una = d->snd_una;
	s->snd_nxt = d->snd_nxt;
	s->snd_max = d->snd_max;
	s->snd_wnd = d->snd_wnd;
	s->max_snd_wnd = d->max_snd_wnd;
	s->snd_wl1 = d->snd_wl1;
	s->cwnd = d->cwnd;
	s->ssthresh = d->ssthresh;
	s->srtt_us = d->srtt_us;
	s->rttvar_us = d->rttvar_us;
	s->ts_recent = d->ts_recent;
	s->ts_recent_age = d->ts_recent_age;
	s->ts_time = d->ts_time;
	s->total_rt = d->total_rt;
	s->keepalive = d->keepalive;
	s->retransmit = d->retransmit;
	s->send_backlog = d->send_backlog;
	s->receive_backlog = d->receive_backlog;
}

/* ---- commands */
static unsigned status_of(int r)
{
	return r == 0 ? TOE_OK : r == -EINVAL || r == -ENOENT ? TOE_BAD_FIELD : TOE_UNSUPPORTED;
}
static unsigned load(struct toe_conns *c, const struct toe_conn_command *k, uint64_t now)
{
	struct toe *t = nic_state(c->n);
	struct toe_conn_state m;
	struct tcp_state s;
	if (k->length != sizeof m || nic_dma_read(c->n, k->address, &m, sizeof m) || k->conn >= c->connections ||
	    m.neighbor >= CONN_NEIGHBORS)
		return TOE_BAD_FIELD;
	if (!(t->setup.connection.enable & (m.ipv6 ? TOE_CONN_IP6 : TOE_CONN_IP4)))
		return TOE_UNSUPPORTED;
	from_memory(&m, &s);
	const int r = tcp_load(c->engine, k->conn, &s, now);
	if (!r) {
		c->neighbor_of[k->conn] = m.neighbor;
		c->here[k->conn] = 1;
		c->indicated[k->conn] = 0;
	}
	return status_of(r);
}
static unsigned start(struct toe_conns *c, const struct toe_conn_command *k, uint64_t now)
{
	struct toe_conn_state m;
	struct tcp_state s;
	if (k->length != sizeof m || k->conn >= c->connections || !c->here[k->conn] || nic_dma_read(c->n, k->address, &m, sizeof m))
		return TOE_BAD_FIELD;
	from_memory(&m, &s);
	const int r = tcp_start(c->engine, k->conn, &s, now);
	if (r && !tcp_unload(c->engine, k->conn, &s, now)) /* less send data than the state says: it is as if it had not been loaded */
		c->here[k->conn] = 0;
	return status_of(r);
}
static unsigned unload(struct toe_conns *c, const struct toe_conn_command *k, uint64_t now)
{
	struct toe_conn_state m = {0};
	struct tcp_state s;
	struct tcp_range r[64];
	if (k->length != sizeof m || k->conn >= c->connections || !c->here[k->conn] || !nic_dma_ok(c->n, k->address, sizeof m))
		return TOE_BAD_FIELD;
	tcp_offer(c->engine, k->conn, now);
	const unsigned left = tcp_list_received(c->engine, k->conn, r, 64);
	for (unsigned i = 0; i < left && i < 64; i++)
		m.receive_left += r[i].length;
	if (m.receive_left) {
		nic_dma_write(c->n, k->address, &m, sizeof m);
		return TOE_OK; /* it stays until there are buffers for the rest */
	}
	const int u = tcp_unload(c->engine, k->conn, &s, now);
	if (u == -EAGAIN)
		c->again = true; /* no room on the cable for the acknowledgment it owes: when there is */
	if (u)
		return TOE_BAD_FIELD;
	c->here[k->conn] = 0;
	to_memory(&s, &m);
	m.neighbor = c->neighbor_of[k->conn];
	m.reachable_ms = (uint32_t)(now / 1000 - c->confirmed[m.neighbor]);
	nic_dma_write(c->n, k->address, &m, sizeof m);
	return TOE_OK;
}
static unsigned query(struct toe_conns *c, const struct toe_conn_command *k, uint64_t now)
{
	struct toe_conn_state m = {0};
	struct tcp_state s;
	if (k->length != sizeof m || k->conn >= c->connections || !c->here[k->conn] || tcp_query(c->engine, k->conn, &s, now))
		return TOE_BAD_FIELD;
	to_memory(&s, &m);
	m.neighbor = c->neighbor_of[k->conn];
	m.reachable_ms = (uint32_t)(now / 1000 - c->confirmed[m.neighbor]);
	return nic_dma_write(c->n, k->address, &m, sizeof m) ? TOE_BAD_FIELD : TOE_OK;
}
static unsigned update(struct toe_conns *c, const struct toe_conn_command *k, uint64_t now)
{
	struct toe_conn_state m;
	struct tcp_state s;
	if (k->length != sizeof m || k->conn >= c->connections || !c->here[k->conn] || nic_dma_read(c->n, k->address, &m, sizeof m) ||
	    m.neighbor >= CONN_NEIGHBORS)
		return TOE_BAD_FIELD;
	from_memory(&m, &s);
	s.u.flags |= (uint16_t)k->info;
	c->neighbor_of[k->conn] = m.neighbor;
	return status_of(tcp_update(c->engine, k->conn, &s.u, now));
}
static unsigned neighbor(struct toe_conns *c, const struct toe_conn_command *k, uint64_t now)
{
	struct toe_neighbor nb;
	if (k->length != sizeof nb || k->conn >= CONN_NEIGHBORS || nic_dma_read(c->n, k->address, &nb, sizeof nb))
		return TOE_BAD_FIELD;
	c->neighbor[k->conn] = nb;
	c->confirmed[k->conn] = now / 1000 - nb.reachable_ms;
	return TOE_OK;
}
/* Collects a piece of what is to be sent. */
static bool send_piece(struct toe_conns *c, const struct toe_conn_command *k)
{
	if (c->pieces == CONN_PIECES || !k->length || k->length > 65536 || !nic_dma_ok(c->n, k->address, k->length))
		return false;
	c->piece[c->pieces++] = (struct tcp_range){.handle = k->address, .length = k->length};
	return true;
}
static bool post_piece(struct toe_conns *c, const struct toe_conn_command *k)
{
	if (!c->post) {
		c->post = c->posts;
		if (c->post)
			c->posts = c->post->next;
		else if ((c->post = malloc(sizeof *c->post))) {
			c->post->all = c->all_posts;
			c->all_posts = c->post;
		}
		if (!c->post)
			return false;
		c->post->pieces = 0;
		c->post->length = 0;
	}
	if (c->post->pieces == ARRAY_LEN(c->post->piece) || (k->length && !nic_dma_ok(c->n, k->address, k->length)))
		return false;
	c->post->piece[c->post->pieces].address = k->address;
	c->post->piece[c->post->pieces++].length = k->length;
	c->post->length += k->length;
	c->post->cookie = k->cookie;
	return true;
}
static bool gather_piece(struct toe_conns *c, const struct toe_conn_command *k)
{
	if (!c->gather)
		c->gather = toe_conn_block(c, LARGE_BLOCK);
	if (!c->gather || k->length > c->gather->room - c->gather->length ||
	    nic_dma_read(c->n, k->address, c->gather->data + c->gather->length, k->length))
		return false;
	c->gather->length += k->length;
	return true;
}
static unsigned forward(struct toe_conns *c, const struct toe_conn_command *k, uint64_t now)
{
	struct conn_block *b = c->gather;
	c->gather = NULL;
	if (!b)
		return TOE_BAD_FIELD;
	const uint32_t header = b->length >= 20 ? (uint32_t)(b->data[12] >> 4) * 4 : 0;
	if (header < 20 || header > b->length) {
		toe_conn_unblock(c, b);
		return TOE_BAD_FIELD;
	}
	const struct tcp_range r = {.handle = (uint64_t)(uintptr_t)b, .offset = header, .length = b->length - header};
	if (tcp_input(c->engine, k->conn, b->data, header, &r, now) != TCP_IN_HELD)
		toe_conn_unblock(c, b);
	return TOE_OK;
}
static void cancel_pieces(struct toe_conns *c)
{
	c->pieces = 0;
	if (c->post) {
		c->post->next = c->posts;
		c->posts = c->post;
		c->post = NULL;
	}
	if (c->gather)
		toe_conn_unblock(c, c->gather);
	c->gather = NULL;
}
static void carry_out(struct toe_conns *c, const struct toe_conn_command *k)
{
	const uint64_t now = toe_conn_now();
	struct toe_conn_event e = {.type = TOE_EV_DONE, .conn = k->conn, .cookie = k->cookie, .opcode = k->opcode};
	const bool known = k->conn < c->connections && c->here[k->conn], more = k->flags & TOE_CONN_MORE;
	bool ok = true;
	int r;

	switch (k->opcode) {
	case TOE_CONN_NEIGHBOR:
		e.status = (uint16_t)neighbor(c, k, now);
		break;
	case TOE_CONN_LOAD:
		e.status = (uint16_t)load(c, k, now);
		break;
	case TOE_CONN_PRELOAD: {
		ok = known && gather_piece(c, k);
		if (ok && more)
			return;
		struct conn_block *b = c->gather;
		c->gather = NULL;
		if (b) {
			const struct tcp_range range = {.handle = (uint64_t)(uintptr_t)b, .length = b->length};
			if (!ok || tcp_load_received(c->engine, k->conn, &range, false)) {
				ok = false;
				toe_conn_unblock(c, b);
			}
		}
		if (ok)
			return;
		e.status = TOE_UNSUPPORTED;
		break;
	}
	case TOE_CONN_START:
		e.status = (uint16_t)start(c, k, now);
		break;
	case TOE_CONN_SEND:
		ok = known && send_piece(c, k);
		if (ok && more)
			return;
		r = ok ? tcp_send(c->engine, k->conn, c->piece, c->pieces, k->cookie, now) : -EINVAL;
		c->pieces = 0;
		if (!r)
			return;
		e.type = TOE_EV_SENT; /* not taken: the driver has it again */
		e.how = TOE_HOW_ABORTED;
		break;
	case TOE_CONN_POST: {
		ok = known && post_piece(c, k);
		if (ok && more)
			return;
		struct conn_post *p = c->post;
		c->post = NULL;
		const bool stale = ok && k->flags & TOE_CONN_SEEN && (uint32_t)k->reserved[0] != c->indicated[k->conn];
		if (ok && !stale &&
		    !tcp_post(c->engine, k->conn, (uint64_t)(uintptr_t)p, p->length, k->info, k->flags & TOE_CONN_NO_PUSH, now))
			return;
		if (p) {
			p->next = c->posts;
			c->posts = p;
		}
		e.type = TOE_EV_RECEIVED;
		e.how = stale ? TOE_HOW_STALE : TOE_HOW_INVALID;
		break;
	}
	case TOE_CONN_CONSUMED:
		if (known)
			tcp_consumed(c->engine, k->conn, k->info, now);
		return;
	case TOE_CONN_OFFER:
		if (known)
			tcp_offer(c->engine, k->conn, now);
		return;
	case TOE_CONN_DISCONNECT:
	case TOE_CONN_ABORT:
		r = !known                        ? -EINVAL
		    : k->opcode == TOE_CONN_ABORT ? tcp_abort(c->engine, k->conn, k->cookie, now)
		                                  : tcp_disconnect(c->engine, k->conn, k->cookie, now);
		c->again = r == -EAGAIN;
		if (!r || c->again)
			return;
		e.type = TOE_EV_DISCONNECTED;
		e.how = TOE_HOW_ABORTED;
		break;
	case TOE_CONN_FORWARD:
		ok = known && gather_piece(c, k);
		if (ok && more)
			return;
		e.status = (uint16_t)(ok ? forward(c, k, now) : TOE_BAD_FIELD);
		break;
	case TOE_CONN_UPDATE:
		e.status = (uint16_t)update(c, k, now);
		break;
	case TOE_CONN_QUERY:
		e.status = (uint16_t)query(c, k, now);
		break;
	case TOE_CONN_INVALIDATE:
		e.status = (uint16_t)(known ? status_of(tcp_invalidate(c->engine, k->conn)) : TOE_BAD_FIELD);
		break;
	case TOE_CONN_UNLOAD:
		e.status = (uint16_t)unload(c, k, now);
		if (c->again)
			return;
		break;
	case TOE_CONN_BUFFER:
		if (k->length < 256 || k->length > 65536 || c->buffer_count == c->buffers_max || !nic_dma_ok(c->n, k->address, k->length)) {
			e.status = TOE_BAD_FIELD;
			break;
		}
		c->buffer[(c->buffer_first + c->buffer_count++) % c->buffers_max] = (struct conn_buffer){k->address, k->cookie, k->length};
		c->offer = c->starved;
		return;
	case TOE_CONN_FENCE:
		break;
	default:
		e.status = TOE_BAD_OPCODE;
		break;
	}
	cancel_pieces(c);
	toe_conn_tell(c, &e);
}

bool toe_conn_poll(struct nic *n)
{
	struct toe *t = nic_state(n);
	struct toe_conns *c = t->conns;
	if (!c || t->fatal || !(t->control & TOE_CONTROL_RUN))
		return false;
	const uint32_t producer = __atomic_load_n(&c->control->producer, __ATOMIC_ACQUIRE), from = c->next;
	if (!nic_dma_map(n, c->control_at, sizeof *c->control)) {
		toe_fatal(n, TOE_FATAL_DMA);
		return false;
	}
	if (producer - from > c->entries) {
		toe_ring_fail(n, "connection queue: producer %u is %u past command %u, the ring has %u", producer, producer - from, from,
		              c->entries);
		return false;
	}
	flush(c);
	for (unsigned i = 0; i < BATCH && c->next != producer && c->later_count < CONN_EVENTS / 4 && !t->fatal; i++) {
		struct toe_conn_command k;
		memcpy(&k, &c->ring[c->next & (c->entries - 1)], sizeof k);
		atomic_signal_fence(memory_order_seq_cst);
		carry_out(c, &k);
		if (c->again)
			break;
		c->next++;
	}
	if (t->fatal)
		return false;
	const bool again = c->again;
	c->again = false;
	if (c->offer && c->next == producer) { /* whoever waited for buffers is asked again */
		c->offer = c->starved = false;
		for (uint32_t k = 0; k < c->connections; k++)
			if (c->here[k]) {
				if (!c->buffer_count) { /* those behind are not forgotten */
					c->starved = true;
					break;
				}
				tcp_offer(c->engine, k, toe_conn_now());
			}
	}
	const uint64_t now = toe_conn_now();
	tcp_timers(c->engine, now);
	const bool more = tcp_pump(c->engine, now, PUMP) || again;
	flush(c);
	if (c->next != from) {
		__atomic_store_n(&c->control->doorbell_event, nic_serial(n) ? c->next : c->next - 1, __ATOMIC_RELAXED);
		__atomic_store_n(&c->control->consumer, c->next, __ATOMIC_RELEASE);
	}
	const bool told = c->completed != c->told_done;
	if (told) {
		const uint32_t old = c->told_done;
		c->told_done = c->completed;
		__atomic_store_n(&c->control->completed, c->completed, __ATOMIC_RELEASE);
		toe_queue_progress(n, c->control, c->vector, old, c->completed);
	}
	const uint64_t due = tcp_deadline(c->engine), later = toe_conn_now();
	nic_timer(n, TOE_TIMER_TCP, more ? 50000 : due == UINT64_MAX ? UINT64_MAX : due > later ? (due - later) * 1000 : 1000);
	return c->next != from || told;
}
uint32_t toe_conn_ask(struct toe *t) /* for toe_idle: asks for a doorbell; the producer it saw */
{
	struct toe_conns *c = t->conns;
	const uint32_t producer = __atomic_load_n(&c->control->producer, __ATOMIC_ACQUIRE);
	__atomic_store_n(&c->control->doorbell_event, producer, __ATOMIC_RELAXED);
	return producer;
}
bool toe_conn_asked(const struct toe *t, uint32_t producer)
{
	return __atomic_load_n(&t->conns->control->producer, __ATOMIC_ACQUIRE) != producer;
}
void toe_conn_disarm(struct toe *t)
{
	if (t->conns)
		__atomic_store_n(&t->conns->control->doorbell_event, t->conns->next - 1, __ATOMIC_RELAXED);
}

/* ---- made and taken away */
void toe_conn_stop(struct toe *t)
{
	struct toe_conns *c = t->conns;
	if (!c)
		return;
	t->conns = NULL;
	cancel_pieces(c);
	tcp_destroy(c->engine);
	for (struct conn_block *b; (b = c->all_blocks);) { /* also what the engine held */
		c->all_blocks = b->all;
		free(b);
	}
	for (struct conn_post *p; (p = c->all_posts);) {
		c->all_posts = p->all;
		free(p);
	}
	free(c->later);
	free(c->buffer);
	free(c->neighbor_of);
	free(c->here);
	free(c->indicated);
	free(c);
}
unsigned toe_conn_create(struct nic *n, const struct toe_queue_setup *s)
{
	struct toe *t = nic_state(n);
	if (t->conns || !t->build.capacity || s->ring % 64 || s->control % 64 || s->completions % 64 ||
	    !nic_dma_ok(n, s->ring, s->entries * sizeof(struct toe_conn_command)) ||
	    !nic_dma_ok(n, s->completions, s->entries * sizeof(struct toe_conn_event)) ||
	    !nic_dma_ok(n, s->control, sizeof(struct toe_queue_control)))
		return TOE_BAD_FIELD;
	struct toe_conns *c = calloc(1, sizeof *c);
	if (!c)
		return TOE_UNSUPPORTED;
	c->n = n;
	c->connections = t->build.capacity;
	c->entries = s->entries;
	c->vector = s->vector;
	c->control_at = s->control;
	c->control = nic_dma_map(n, s->control, sizeof *c->control);
	c->ring = nic_dma_map(n, s->ring, s->entries * sizeof *c->ring);
	c->done = nic_dma_map(n, s->completions, s->entries * sizeof *c->done);
	c->buffers_max = 8192;
	c->buffer = calloc(c->buffers_max, sizeof *c->buffer);
	c->later = calloc(CONN_EVENTS, sizeof *c->later);
	c->neighbor_of = calloc(c->connections, sizeof *c->neighbor_of);
	c->here = calloc(c->connections, 1);
	c->indicated = calloc(c->connections, sizeof *c->indicated);
	const struct toe_connection *p = &t->setup.connection;
	const struct tcp_config cfg = {.connections = c->connections,
	                               .ack_frequency = p->ack_frequency,
	                               .ack_delay = p->ticks_per_second ? p->delayed_ack_ticks * 1000 / p->ticks_per_second : 0,
	                               .max_retransmits = p->max_retransmissions,
	                               .dup_threshold = p->duplicate_acks,
	                               .push_delay = p->ticks_per_second ? p->push_ticks * 1000 / p->ticks_per_second : 0,
	                               .sws_delay = p->ticks_per_second ? p->sws_ticks * 1000 / p->ticks_per_second : 0};
	c->engine = c->control && c->ring && c->done && c->buffer && c->later && c->neighbor_of && c->here && c->indicated
	                    ? tcp_create(&cfg, &ops, c)
	                    : NULL;
	if (!c->engine) {
		free(c->later);
		free(c->buffer);
		free(c->neighbor_of);
		free(c->here);
		free(c->indicated);
		free(c);
		return TOE_UNSUPPORTED;
	}
	__atomic_store_n(&c->control->consumer, 0, __ATOMIC_RELAXED);
	__atomic_store_n(&c->control->completed, 0, __ATOMIC_RELAXED);
	__atomic_store_n(&c->control->doorbell_event, nic_serial(n) ? 0 : UINT32_MAX, __ATOMIC_RELEASE);
	t->conns = c;
	t->traffic.armed = false;
	nic_note(n, "connection queue: %u entries, message %u, %u connections", s->entries, s->vector, c->connections);
	return TOE_OK;
}
json_t *toe_conn_show(struct toe *t)
{
	const struct toe_conns *c = t->conns;
	struct tcp_statistics s[2];
	unsigned here = 0;
	if (!c)
		return NULL;
	for (uint32_t i = 0; i < c->connections; i++)
		here += c->here[i];
	tcp_statistics(c->engine, false, &s[0]);
	tcp_statistics(c->engine, true, &s[1]);
	return json_pack("{s:i,s:I,s:I,s:I,s:I,s:I,s:I,s:i,s:i}", "connections", (int)here, "segments_in",
	                 (json_int_t)(s[0].in_segments + s[1].in_segments), "segments_out",
	                 (json_int_t)(s[0].out_segments + s[1].out_segments), "retransmitted",
	                 (json_int_t)(s[0].retransmitted + s[1].retransmitted), "out_of_order",
	                 (json_int_t)(s[0].out_of_order + s[1].out_of_order), "passed_up", (json_int_t)c->passed, "held_bytes",
	                 (json_int_t)c->held, "buffers", (int)c->buffer_count, "events_waiting", (int)c->later_count);
}
