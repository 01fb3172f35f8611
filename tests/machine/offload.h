/*
 * Offloaded connections in one process: toe.sys on its card, tcpip above NDIS, and around them what the lab would be: the lab's end of the
 * connections' port (port/conn.h) in the test's hand, and at the far end of the cable a peer that is a second TCP engine with a clock.
 * Every byte of a stream is a function of its position, so each end knows what it must see.
 */
#pragma once
#include "toe.h"
#include "base/frame.h"
#include "hw/toe/tcp/tcp.h"
#include "port/conn.h"
#include "wire/wire.h"
#include <fcntl.h>
#include <pthread.h>
#include <time.h>

#define SLOTS   64u
#define BUFFERS 64u
#define WINDOW  (1u << 20)

static uint8_t byte_at(uint32_t stream, uint32_t at)
{
	return (uint8_t)(at * 167u + (at >> 8) * 13u + stream * 29u);
}
static uint64_t now_us(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000 + (uint64_t)t.tv_nsec / 1000;
}

/* ---- the cable: takes the place of src/wire in this program (the linker finds these functions first) */
#define CABLE 1024u
struct cable_fifo {
	struct {
		uint32_t bytes;
		uint8_t data[2048];
	} f[CABLE];
	unsigned head, tail;
};
struct wire {
	pthread_mutex_t lock;
	int fd;
	bool cut;      /* nothing gets through, either way */
	unsigned lose; /* one in so many frames, each way; 0: none */
	uint32_t random;
	uint64_t frames;
	struct cable_fifo in, out;
};
static struct wire cable = {.lock = PTHREAD_MUTEX_INITIALIZER};
static bool cable_lost(void)
{
	cable.random = cable.random * 1664525 + 1013904223;
	return cable.cut || (cable.lose && (cable.random >> 8) % cable.lose == 0);
}
static bool cable_put(struct cable_fifo *q, const struct iovec *iov, unsigned n)
{
	if (q->head - q->tail == CABLE)
		return false;
	if (cable_lost())
		return true;
	uint32_t at = 0;
	for (unsigned i = 0; i < n; i++) {
		assert_true(at + iov[i].iov_len <= sizeof q->f[0].data);
		memcpy(q->f[q->head % CABLE].data + at, iov[i].iov_base, iov[i].iov_len);
		at += (uint32_t)iov[i].iov_len;
	}
	q->f[q->head++ % CABLE].bytes = at;
	return true;
}
int wire_send(struct wire *w, const struct frame_info *info, const struct iovec *iov, unsigned n)
{
	(void)info;
	pthread_mutex_lock(&w->lock);
	w->frames++;
	const bool room = cable_put(&w->out, iov, n);
	pthread_mutex_unlock(&w->lock);
	return room ? 0 : -EAGAIN;
}
ssize_t wire_receive(struct wire *w, struct frame_info *info, const struct iovec *iov, unsigned n)
{
	ssize_t r = 0;
	uint64_t count;
	pthread_mutex_lock(&w->lock);
	if (w->in.tail != w->in.head) {
		const uint32_t bytes = w->in.f[w->in.tail % CABLE].bytes;
		const uint8_t *from = w->in.f[w->in.tail++ % CABLE].data;
		uint32_t at = 0;
		for (unsigned i = 0; i < n && at < bytes; i++) {
			const uint32_t part = iov[i].iov_len < bytes - at ? (uint32_t)iov[i].iov_len : bytes - at;
			memcpy(iov[i].iov_base, from + at, part);
			at += part;
		}
		*info = (struct frame_info){0};
		r = bytes;
	} else if (read(w->fd, &count, sizeof count) < 0) {
		r = 0;
	}
	pthread_mutex_unlock(&w->lock);
	return r;
}
int wire_fd(const struct wire *w)
{
	return w->fd;
}
uint64_t wire_next_ns(struct wire *w)
{
	(void)w;
	return UINT64_MAX;
}
bool wire_carries_gso(const struct wire *w)
{
	(void)w;
	return false;
}
void wire_close(struct wire *w)
{
	close(w->fd);
	w->in.head = w->in.tail = w->out.head = w->out.tail = 0;
}
json_t *wire_show(struct wire *w)
{
	(void)w;
	return json_object();
}

/* ---- the peer */
static const uint8_t peer_mac[6] = {2, 0, 0, 0, 0, 0x99};
struct peer_conn {
	uint32_t sent, acked, got; /* bytes of its own stream, of the other */
	uint32_t indicated;        /* taken, not told the engine */
	unsigned fins, resets, wrong;
	bool closed;
};
static struct {
	struct tcp_engine *e;
	uint8_t card_mac[6];
	struct peer_conn c[SLOTS];
	uint8_t *data[SLOTS]; /* its stream, PEER_BYTES */
} P;
#define PEER_BYTES (8u << 20)

static uint32_t sum_add(uint32_t s, const uint8_t *p, uint32_t n)
{
	for (; n > 1; n -= 2, p += 2)
		s += (uint32_t)(p[0] << 8 | p[1]);
	return n ? s + (uint32_t)(p[0] << 8) : s;
}
static uint16_t sum_end(uint32_t s)
{
	while (s >> 16)
		s = (s & 0xffff) + (s >> 16);
	return (uint16_t)~s;
}
static void put16(uint8_t *p, uint32_t v)
{
	p[0] = (uint8_t)(v >> 8);
	p[1] = (uint8_t)v;
}
static bool peer_emit(void *ctx, uint32_t conn, const struct tcp_out *o)
{
	uint8_t f[2048] = {0};
	const struct tcp_const *k = tcp_constants(P.e, conn);
	uint8_t *ip = f + 14, *l4;
	(void)ctx;
	memcpy(f, P.card_mac, 6);
	memcpy(f + 6, peer_mac, 6);
	put16(f + 12, k->ipv6 ? 0x86dd : 0x0800);
	l4 = ip + (k->ipv6 ? 40 : 20);
	memcpy(l4, o->header, o->header_length);
	uint32_t at = 0;
	for (unsigned i = 0; i < o->range_count; i++) {
		memcpy(l4 + o->header_length + at, (uint8_t *)(uintptr_t)o->ranges[i].handle + o->ranges[i].offset, o->ranges[i].length);
		at += o->ranges[i].length;
	}
	const uint32_t bytes = o->header_length + at;
	uint32_t s = 6 + bytes;
	if (k->ipv6) {
		ip[0] = 0x60;
		put16(ip + 4, bytes);
		ip[6] = 6;
		ip[7] = 64;
		memcpy(ip + 8, k->local, 16);
		memcpy(ip + 24, k->remote, 16);
		s = sum_add(s, ip + 8, 32);
	} else {
		ip[0] = 0x45;
		put16(ip + 2, 20 + bytes);
		ip[6] = 0x40;
		ip[8] = 64;
		ip[9] = 6;
		memcpy(ip + 12, k->local, 4);
		memcpy(ip + 16, k->remote, 4);
		put16(ip + 10, sum_end(sum_add(0, ip, 20)));
		s = sum_add(s, ip + 12, 8);
	}
	put16(l4 + 16, sum_end(sum_add(s, l4, bytes)));
	const struct iovec v = {f, (size_t)(l4 - f) + bytes};
	pthread_mutex_lock(&cable.lock);
	const bool room = cable_put(&cable.in, &v, 1);
	pthread_mutex_unlock(&cable.lock);
	const uint64_t one = 1;
	if (write(cable.fd, &one, sizeof one) < 0)
		return room;
	return room;
}
static uint32_t peer_indicate(void *ctx, uint32_t conn, const struct tcp_range *r, bool push)
{
	struct peer_conn *c = &P.c[conn];
	const uint8_t *p = (const uint8_t *)(uintptr_t)r->handle + r->offset;
	(void)ctx, (void)push;
	for (uint32_t i = 0; i < r->length; i++)
		c->wrong += p[i] != byte_at(conn * 2, c->got + i);
	c->got += r->length;
	c->indicated += r->length;
	return r->length;
}
static void peer_release(void *ctx, uint32_t conn, uint64_t handle)
{
	(void)ctx, (void)conn;
	free((void *)(uintptr_t)handle);
}
static void peer_place(void *ctx, uint32_t conn, uint64_t cookie, uint32_t at, const struct tcp_range *from)
{
	(void)ctx, (void)conn, (void)cookie, (void)at, (void)from;
}
static void peer_sent(void *ctx, uint32_t conn, uint64_t cookie, uint32_t bytes, enum tcp_done how)
{
	(void)ctx, (void)cookie, (void)how;
	P.c[conn].acked += bytes;
}
static void peer_received(void *ctx, uint32_t conn, uint64_t cookie, uint32_t bytes, enum tcp_done how)
{
	(void)ctx, (void)conn, (void)cookie, (void)bytes, (void)how;
}
static void peer_disconnected(void *ctx, uint32_t conn, uint64_t cookie, enum tcp_done how)
{
	(void)ctx, (void)cookie;
	P.c[conn].closed = how == TCP_DONE_OK;
}
static void peer_event(void *ctx, uint32_t conn, enum tcp_event what, uint32_t info)
{
	(void)ctx, (void)info;
	P.c[conn].fins += what == TCP_EV_DISCONNECT;
	P.c[conn].resets += what == TCP_EV_ABORT;
}
static void peer_start(void)
{
	static const struct tcp_ops ops = {peer_emit, peer_place,    peer_indicate,     peer_release,
	                                   peer_sent, peer_received, peer_disconnected, peer_event};
	const struct tcp_config cfg = {.connections = SLOTS, .burst = 1000, .sends = 65536, .flight = 65536, .held = 65536};
	memset(&P, 0, sizeof P);
	P.e = tcp_create(&cfg, &ops, NULL);
	assert_non_null(P.e);
}
static void peer_stop(void)
{
	tcp_destroy(P.e);
	for (unsigned i = 0; i < SLOTS; i++)
		free(P.data[i]);
}
/* Frames of the card to the engine, then the engine's turn. */
static void peer_run(void)
{
	uint8_t f[2048];
	for (;;) {
		uint32_t bytes = 0;
		pthread_mutex_lock(&cable.lock);
		if (cable.out.tail != cable.out.head) {
			bytes = cable.out.f[cable.out.tail % CABLE].bytes;
			memcpy(f, cable.out.f[cable.out.tail++ % CABLE].data, bytes);
		}
		pthread_mutex_unlock(&cable.lock);
		if (!bytes)
			break;
		const bool six = f[12] == 0x86;
		const uint8_t *ip = f + 14, *l4 = ip + (six ? 40 : 20);
		if ((six ? ip[6] : ip[9]) != 6 || (f[12] != 0x86 && f[12] != 0x08) || memcmp(f, peer_mac, 6))
			continue;
		const uint32_t all = six ? 40u + (uint32_t)(ip[4] << 8 | ip[5]) : (uint32_t)(ip[2] << 8 | ip[3]);
		const uint32_t tcp = all - (uint32_t)(l4 - ip), header = (uint32_t)(l4[12] >> 4) * 4;
		assert_int_equal(sum_end(sum_add(6 + tcp, six ? ip + 8 : ip + 12, six ? 32 : 8) + sum_add(0, l4, tcp)), 0);
		const int k = tcp_find(P.e, six, ip + (six ? 8 : 12), ip + (six ? 24 : 16), (uint16_t)(l4[0] << 8 | l4[1]),
		                       (uint16_t)(l4[2] << 8 | l4[3]));
		if (k < 0)
			continue;
		uint8_t *copy = malloc(tcp);
		memcpy(copy, l4 + header, tcp - header);
		const struct tcp_range r = {(uintptr_t)copy, 0, tcp - header};
		if (tcp_input(P.e, (uint32_t)k, l4, header, &r, now_us()) != TCP_IN_HELD)
			free(copy);
	}
	for (unsigned i = 0; i < SLOTS; i++)
		if (P.c[i].indicated) {
			tcp_consumed(P.e, i, P.c[i].indicated, now_us());
			P.c[i].indicated = 0;
		}
	tcp_timers(P.e, now_us());
	tcp_pump(P.e, now_us(), 64);
}
static void peer_send(uint32_t conn, uint32_t bytes)
{
	struct peer_conn *c = &P.c[conn];
	assert_true(c->sent + bytes <= PEER_BYTES);
	if (!P.data[conn]) {
		P.data[conn] = malloc(PEER_BYTES);
		for (uint32_t i = 0; i < PEER_BYTES; i++)
			P.data[conn][i] = byte_at(conn * 2 + 1, i);
	}
	const struct tcp_range r = {(uintptr_t)P.data[conn], c->sent, bytes};
	assert_int_equal(tcp_send(P.e, conn, &r, 1, 1, now_us()), 0);
	c->sent += bytes;
}

/* ---- the lab's end */
struct lab_conn {
	struct conn_state s; /* what it goes down with next */
	uint32_t generation;
	bool down, up, going_up;
	uint32_t status;         /* of the last offload or upload */
	uint32_t written, acked; /* bytes given to CMD_SEND (or to an offload), and acknowledged */
	uint32_t got, wrong;     /* bytes of the peer's stream */
	unsigned disconnects, aborts, retrieves, reason, disconnected, disconnect_status, receives;
	uint32_t sends_out;
	struct {
		uint32_t buffer, at, bytes, done;
		bool out, receive;
	} io[256];
	unsigned io_count;
};
static struct {
	struct conn_lab c;
	struct lab_conn conn[SLOTS];
	bool hold; /* indications are not returned */
	uint32_t held[8192];
	unsigned held_count;
	unsigned events;
} L;

static void lab_command(const struct conn_cell *cell)
{
	assert_int_equal(conn_lab_command(&L.c, cell), 0);
	conn_lab_kick(&L.c);
}
static struct conn_cell cell(uint16_t what, uint32_t slot)
{
	return (struct conn_cell){.what = what, .slot = slot, .generation = L.conn[slot].generation};
}
static void lab_return(uint32_t cookie)
{
	struct conn_cell c = {.what = CMD_RETURN, .cookie = cookie};
	lab_command(&c);
}
static void lab_check(struct lab_conn *c, uint32_t slot, const uint8_t *p, uint32_t bytes)
{
	for (uint32_t i = 0; i < bytes; i++)
		c->wrong += p[i] != byte_at(slot * 2 + 1, c->got + i);
	c->got += bytes;
}
static void lab_run(void)
{
	struct conn_cell e;
	while (conn_lab_event(&L.c, &e) == 1) {
		struct lab_conn *c = &L.conn[e.slot];
		L.events++;
		if (getenv("FLUE_LOG"))
			fprintf(stderr, "event %u slot %u cookie %x bytes %u status %x type %u info %u\n", e.what, e.slot, e.cookie,
			        e.bytes, e.status, e.type, e.information);
		switch (e.what) {
		case EV_OFFLOADED:
			c->status = e.status;
			c->down = !e.status;
			c->up = e.status != 0;
			break;
		case EV_UPLOADING:
			c->going_up = true;
			break;
		case EV_UPLOADED:
			c->status = e.status;
			c->down = c->going_up = false;
			c->up = true;
			assert_int_equal(conn_lab_get(&L.c, e.slot, &c->s), 0);
			break;
		case EV_SENT:
			assert_true(e.cookie < c->io_count && c->io[e.cookie].out && !c->io[e.cookie].receive);
			c->acked += e.bytes;
			c->io[e.cookie].done = e.bytes;
			c->io[e.cookie].out = false;
			c->sends_out--;
			break;
		case EV_RECEIVED:
			if (e.cookie == 0xffffffff)
				break;
			assert_true(e.cookie < c->io_count && c->io[e.cookie].out && c->io[e.cookie].receive);
			lab_check(c, e.slot, conn_lab_buffer_at(&L.c, c->io[e.cookie].buffer), e.bytes);
			c->io[e.cookie].out = false;
			c->receives++;
			conn_lab_unbuffer(&L.c, c->io[e.cookie].buffer);
			break;
		case EV_INDICATED:
			lab_check(c, e.slot, L.c.ram + e.offset, e.bytes);
			if (e.cookie != 0xffffffff) {
				if (L.hold)
					L.held[L.held_count++] = e.cookie;
				else
					lab_return(e.cookie);
			}
			break;
		case EV_DISCONNECTED:
			c->disconnected++;
			c->disconnect_status = e.status;
			break;
		case EV_EVENT:
			c->disconnects += e.type == TcpIndicateDisconnect;
			c->aborts += e.type == TcpIndicateAbort;
			c->retrieves += e.type == TcpIndicateRetrieve;
			c->reason = e.type == TcpIndicateRetrieve ? e.information : c->reason;
			break;
		default:
			break;
		}
	}
	conn_lab_awake(&L.c);
}
static inline void lab_return_held(void)
{
	while (L.held_count)
		lab_return(L.held[--L.held_count]);
}
static bool both_run(void)
{
	lab_run();
	peer_run();
	return true;
}
static void look_at(const char *what)
{
	for (unsigned i = 0; i < SLOTS; i++) {
		const struct lab_conn *c = &L.conn[i];
		if (c->generation)
			fprintf(stderr,
			        "slot %u: down %d up %d status %x written %u acked %u got %u wrong %u fins %u aborts %u; peer sent %u "
			        "acked %u got %u wrong %u "
			        "fins %u resets %u\n",
			        i, c->down, c->up, c->status, c->written, c->acked, c->got, c->wrong, c->disconnects, c->aborts,
			        P.c[i].sent, P.c[i].acked, P.c[i].got, P.c[i].wrong, P.c[i].fins, P.c[i].resets);
	}
	toe_give_up(what);
}
#define RUN_UNTIL(condition)                                                                                                               \
	do {                                                                                                                               \
		unsigned i_ = 0;                                                                                                           \
		while (both_run() && !(condition)) {                                                                                       \
			if (i_++ == 20000)                                                                                                 \
				look_at(#condition);                                                                                       \
			nt_outside_begin();                                                                                                \
			usleep(200);                                                                                                       \
			nt_outside_end();                                                                                                  \
		}                                                                                                                          \
	} while (0)

/* A buffer of the lab's with the next bytes of slot's stream: its index in io[]. */
static unsigned lab_fill(uint32_t slot, uint32_t bytes, uint64_t *offset)
{
	struct lab_conn *c = &L.conn[slot];
	uint32_t index;
	uint8_t *p = conn_lab_buffer(&L.c, &index, offset);
	assert_non_null(p);
	assert_true(c->io_count < ARRAY_LEN(c->io) && bytes <= CONN_BUFFER_BYTES);
	for (uint32_t i = 0; i < bytes; i++)
		p[i] = byte_at(slot * 2, c->written + i);
	c->io[c->io_count].buffer = index;
	c->io[c->io_count].at = c->written;
	c->io[c->io_count].bytes = bytes;
	c->io[c->io_count].done = 0;
	c->io[c->io_count].out = true;
	c->written += bytes;
	c->sends_out++;
	return c->io_count++;
}
static inline void lab_send(uint32_t slot, uint32_t bytes)
{
	struct conn_cell k = cell(CMD_SEND, slot);
	k.cookie = lab_fill(slot, bytes, &k.offset);
	k.bytes = bytes;
	lab_command(&k);
}
static inline void lab_receive(uint32_t slot, uint32_t bytes, bool no_push)
{
	struct lab_conn *c = &L.conn[slot];
	struct conn_cell k = cell(CMD_RECEIVE, slot);
	uint32_t index;
	assert_non_null(conn_lab_buffer(&L.c, &index, &k.offset));
	c->io[c->io_count].buffer = index;
	c->io[c->io_count].out = c->io[c->io_count].receive = true;
	k.cookie = c->io_count++;
	k.bytes = bytes;
	k.flags = no_push ? CONN_NO_PUSH : 0;
	lab_command(&k);
}
static inline void lab_disconnect(uint32_t slot, uint16_t flags)
{
	struct conn_cell k = cell(CMD_DISCONNECT, slot);
	k.flags = flags;
	lab_command(&k);
}
static void lab_upload_begin(uint32_t slot)
{
	const struct conn_cell k = cell(CMD_UPLOAD, slot);
	lab_command(&k);
}
static inline void lab_upload(uint32_t slot)
{
	lab_upload_begin(slot);
	RUN_UNTIL(L.conn[slot].up);
	assert_int_equal(L.conn[slot].status, 0);
}
/* What was given and not acknowledged goes down with the state. */
static void lab_offload_more(uint32_t slot, bool last)
{
	struct lab_conn *c = &L.conn[slot];
	struct conn_cell k;
	c->s.send_pieces = 0;
	for (unsigned i = 0; i < c->io_count; i++) {
		if (c->io[i].receive || c->io[i].at + c->io[i].bytes <= c->acked)
			continue;
		const uint32_t skip = c->acked > c->io[i].at ? c->acked - c->io[i].at : 0;
		c->s.send[c->s.send_pieces++] =
		        (struct port_piece){.offset = (uint64_t)((uint8_t *)conn_lab_buffer_at(&L.c, c->io[i].buffer) - L.c.ram) + skip,
		                            .length = c->io[i].bytes - skip,
		                            .pad = i};
		c->io[i].out = true;
		c->sends_out++;
	}
	c->generation++;
	c->up = c->down = false;
	conn_lab_put(&L.c, slot, &c->s);
	k = cell(CMD_OFFLOAD, slot);
	k.flags = last ? CONN_END : 0;
	lab_command(&k);
}
static void lab_offload(uint32_t slot)
{
	lab_offload_more(slot, true);
	RUN_UNTIL(L.conn[slot].down || L.conn[slot].up);
	assert_int_equal(L.conn[slot].status, 0);
}

/* An established connection at both ends, not offloaded yet. */
static void connect_slot(uint32_t slot, bool six)
{
	struct lab_conn *c = &L.conn[slot];
	struct conn_state *s = &c->s;
	const uint32_t ours = 0xfffff000u + slot, theirs = 5000 + slot;
	memset(c, 0, sizeof *c);
	c->up = true;
	s->family = six ? 6 : 4;
	s->state = TcpConnectionEstablished;
	s->local[0] = s->remote[0] = six ? 0xfd : 10;
	s->local[3] = 1;
	s->remote[3] = 2;
	s->local_port = (uint16_t)__builtin_bswap16((uint16_t)(1000 + slot));
	s->remote_port = (uint16_t)__builtin_bswap16((uint16_t)(2000 + slot));
	memcpy(s->next_hop, peer_mac, 6);
	s->path_mtu = 1500;
	s->timestamps = s->sack = s->wscale_ok = 1;
	s->snd_wscale = s->rcv_wscale = 7;
	s->remote_mss = 1460;
	s->nagle = 0;
	s->ttl = 64;
	s->initial_rcv_wnd = WINDOW;
	s->rcv_nxt = theirs;
	s->rcv_wnd = WINDOW;
	s->snd_una = s->snd_nxt = s->snd_max = ours;
	s->snd_wnd = s->max_snd_wnd = WINDOW;
	s->snd_wl1 = theirs - 1;
	s->cwnd = 14600;
	s->ssthresh = 0x7fffffff;
	s->srtt_us = 2000;
	s->rttvar_us = 500;
	s->ts_recent = (uint32_t)(now_us() / 1000);
	s->ts_time = 777;
	s->ka_left = s->retransmit_left = 0xffffffff;
	struct tcp_state t = {0};
	memcpy(t.c.local, s->remote, 16);
	memcpy(t.c.remote, s->local, 16);
	t.c.local_port = (uint16_t)(2000 + slot);
	t.c.remote_port = (uint16_t)(1000 + slot);
	t.c.ipv6 = six;
	t.c.flags = 7;
	t.c.snd_scale = t.c.rcv_scale = 7;
	t.c.remote_mss = 1460;
	t.u.ttl = 64;
	t.u.rcv_wnd = WINDOW;
	t.u.path_mtu = 1500;
	t.u.max_rt = TCP_OFF;
	t.d.state = TCP_ESTABLISHED;
	t.d.rcv_nxt = ours;
	t.d.rcv_wnd = WINDOW;
	t.d.snd_una = t.d.snd_nxt = t.d.snd_max = theirs;
	t.d.snd_wnd = t.d.max_snd_wnd = WINDOW;
	t.d.snd_wl1 = ours - 1;
	t.d.cwnd = 14600;
	t.d.ssthresh = 0x7fffffff;
	t.d.ts_time = s->ts_recent;
	t.d.ts_recent = 777;
	t.d.keepalive = t.d.retransmit = TCP_OFF;
	memset(&P.c[slot], 0, sizeof P.c[slot]);
	assert_int_equal(tcp_load(P.e, slot, &t, now_us()), 0);
	assert_int_equal(tcp_start(P.e, slot, &t, now_us()), 0);
}

static void offload_up(const char *spec)
{
	static int kick = -1, wake = -1;
	const struct tcpip_config host = {.on_pause = TCPIP_UPLOAD};
	struct nt_config config = nt_test_config();
	struct ram_header *h = config.ram;
	memset(&L, 0, sizeof L);
	if (kick < 0) {
		kick = eventfd(0, EFD_NONBLOCK);
		wake = eventfd(0, EFD_NONBLOCK);
		assert_int_equal(dup2(kick, MACHINE_FD_CONN), MACHINE_FD_CONN);
		assert_int_equal(dup2(wake, MACHINE_FD_CONN_LAB), MACHINE_FD_CONN_LAB);
	}
	h->conn[0] = ALIGN_UP_TO(h->pool_start, (uint64_t)65536);
	h->pool_start = ALIGN_UP_TO(h->conn[0] + conn_bytes(SLOTS, BUFFERS), (uint64_t)65536);
	assert_int_equal(conn_lab_init(&L.c, config.ram, h->ram_size, h->conn[0], SLOTS, BUFFERS, kick, wake), 0);
	peer_start();
	cable.fd = eventfd(0, EFD_NONBLOCK);
	cable.cut = false;
	cable.lose = 0;
	cable.random = 1;
	cable.in.head = cable.in.tail = cable.out.head = cable.out.tail = 0;
	toe_wire = &cable;
	if (toe_machine(config, spec, &host) || toe_start())
		fail_msg("start failed: 0x%08x", (unsigned)T.start_status);
	assert_int_equal(get_oid(OID_802_3_CURRENT_ADDRESS, P.card_mac, 6, NULL), NDIS_STATUS_SUCCESS);
	WAIT_UNTIL(atomic_load(&L.c.shared->can) & CONN_CAN_IP4 && !(atomic_load(&L.c.shared->can) & CONN_CAN_PAUSED));
}
static void offload_end(void)
{
	toe_end();
	toe_wire = NULL;
	peer_stop();
	conn_lab_exit(&L.c);
}
