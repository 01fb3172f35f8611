/*
 * A connection's way down and up.
 *
 *   down  hold inbound frames, take the socket out of the kernel, drain the TAP, describe it (struct conn_state), CMD_OFFLOAD.
 *         Refused: back into the kernel, the frames that were kept after it. Taken: the kept segments are forwarded to the target.
 *   up    EV_UPLOADED brings the delegated state; what EV_SENT said of each send tells which bytes the peer has: the rest, from snd_una on,
 * becomes the socket's send queue. Frames kept meanwhile go to the kernel after it.
 *
 * Where the books do not agree (the ledger's first unacknowledged byte is not snd_una) the connection is reset and the reason says so: a
 * stream that is wrong is worse than one that ends. contract/connection-offload.md 6.1, 6.5; notes/kernel-tcp.md.
 */
#include "base/segment.h"
#include "net/conns_internal.h"
#include "net/internal.h"
#include <arpa/inet.h>
#include <errno.h>
#include <linux/sockios.h>
#include <linux/virtio_net.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#define UPLOAD_IN_PROGRESS 0xC0231001u
#define TS_UNKNOWN_MS                                                                                                                      \
	(25u * 86400 * 1000) /* the kernel does not tell TS.Recent; older than 24 days it counts for nothing (RFC 7323 5.5)                \
	                      */
enum {
	STATE_CLOSED = 0,
	STATE_ESTABLISHED = 4,
	STATE_FIN_WAIT_1,
	STATE_FIN_WAIT_2,
	STATE_CLOSE_WAIT,
	STATE_CLOSING,
	STATE_LAST_ACK,
	STATE_TIME_WAIT
};

static void say(struct conn *k, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
static void say(struct conn *k, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(k->why, sizeof k->why, fmt, ap);
	va_end(ap);
}
static struct sent *entry(struct conn *k, unsigned i)
{
	return &k->ledger[(k->ledger_first + i) % LEDGER_MAX];
}

/* ---- policy */
bool move_wanted(struct conn *k)
{
	struct conns *c = k->c;
	const struct conns_policy *p = &c->policy;
	const bool v4 = k->flow.family == 4;
	bool port = !p->ports;
	for (unsigned i = 0; i < p->ports; i++)
		port |= htons(p->port[i]) == k->flow.local_port;
	if (!c->attached || c->broken || k->where != IN_HOST || k->dead || k->connecting || c->now < k->try_ns)
		return false;
	if (p->mode == CONNS_DISABLED || !port || !(v4 ? p->ipv4 : p->ipv6)) {
		say(k, "policy");
		return false;
	}
	if (!(v4 ? c->offload.ipv4 : c->offload.ipv6)) {
		say(k, "the adapter does not offload IPv%d connections", v4 ? 4 : 6);
		return false;
	}
	if (c->offload.paused) {
		say(k, "NDIS_STATUS_OFFLOAD_PAUSE");
		return false;
	}
	if (c->offloaded >= c->offload.capacity) {
		say(k, "capacity of %u connections is used up", c->offload.capacity);
		return false;
	}
	if (p->mode != CONNS_ENABLED && (c->now - k->born_ns < p->min_age_ms * 1000000ull || k->bytes_in + k->bytes_out < p->min_bytes)) {
		say(k, "young or idle");
		return false;
	}
	return true;
}

/* ---- back into the kernel */
static void give_back(struct conn *k)
{
	struct conns *c = k->c;
	struct err e = {0};
	int r = tcp_put(k->wire, &k->moved, &e);

	if (r) {
		c->put_back_failed++;
		say(k, "not put back: %.70s", e.text);
		net_unhold(c->net, k->hold, false);
		k->hold = NULL;
		conn_close(k, k->why, true);
		return;
	}
	if (k->moved.fin_received) { /* the FIN that the target had taken in; the kernel must see one of its own */
		uint8_t frame[160], own[6] = {0}, from[6] = {2};
		struct link_state s;
		struct frame_info info = {0};
		if (!link_get(net_ifindex(c->net), &s))
			memcpy(own, s.mac, 6);
		memcpy(from, k->moved.state.next_hop, 6);
		const size_t n = tcp_fin_frame(&k->moved, own, from, frame, sizeof frame);
		if (n)
			net_inject(c->net, &info, frame, (uint32_t)n);
		k->wire_eof = false; /* it will come out of the socket */
	}
	net_unhold(c->net, k->hold, true);
	k->hold = NULL;
	queue_front(&k->out, k->moved.send.data, k->moved.send.length); /* what was never on the wire */
	if (k->moved.send.length && k->bytes_out >= k->moved.send.length)
		k->bytes_out -= k->moved.send.length;
	tcp_moved_free(&k->moved);
	k->where = IN_HOST;
	k->upload_asked = false;
	k->wire_shut = k->moved.fin_sent || k->wire_shut;
	splice_in_host(k);
}

/* ---- down */
static bool send_pieces(struct conn *k, struct conn_state *s)
{
	struct conns *c = k->c;
	size_t at = 0;
	k->ledger_first = k->ledger_count = 0;
	k->outstanding = 0;
	s->send_pieces = 0;
	while (at < k->moved.send.length) {
		uint32_t index;
		uint64_t offset;
		uint8_t *memory = s->send_pieces < CONN_PIECES ? conn_lab_buffer(&c->lab, &index, &offset) : NULL;
		if (!memory) {
			for (unsigned i = 0; i < k->ledger_count; i++)
				conn_lab_unbuffer(&c->lab, entry(k, i)->buffer);
			k->ledger_count = k->outstanding = 0;
			return false;
		}
		const uint32_t n =
		        k->moved.send.length - at < CONN_BUFFER_BYTES ? (uint32_t)(k->moved.send.length - at) : CONN_BUFFER_BYTES;
		memcpy(memory, k->moved.send.data + at, n);
		s->send[s->send_pieces++] = (struct port_piece){.offset = offset, .length = n, .pad = index};
		k->ledger[k->ledger_count++] = (struct sent){.buffer = index, .bytes = n};
		k->outstanding += n;
		at += n;
	}
	return true;
}
void move_down(struct conn *k)
{
	struct conns *c = k->c;
	struct err e = {0};
	struct conn_state s;
	struct hop hop;
	uint32_t end;
	bool seen;
	int queued = 0, r = tcp_movable(k->wire, &e);

	if (!r && !ioctl(k->wire, SIOCOUTQ, &queued) && (uint32_t)queued > (LEDGER_MAX - 1) * CONN_BUFFER_BYTES) {
		say(k, "%d bytes wait to be sent: more than goes down at once", queued);
		k->try_ns = c->now + 10 * RETRY_NS;
		return;
	}
	if (r || (r = neigh_lookup(net_ifindex(c->net), k->flow.family, k->flow.remote, &hop))) {
		say(k, "%.90s", r == -EAGAIN && *e.text ? e.text : *e.text ? e.text : "the next hop's address is not known now");
		k->try_ns = c->now + (r == -EAGAIN ? RETRY_NS : REFUSED_NS);
		c->busy++;
		return;
	}
	k->hop = hop;
	k->hop_changed = false;
	k->hold = net_hold(c->net, &k->flow, c->held);
	if (!k->hold)
		return;
	r = tcp_take(k->wire, &k->moved, &e);
	if (r) {
		net_unhold(c->net, k->hold, true);
		k->hold = NULL;
		say(k, "%.90s", e.text);
		k->try_ns = c->now + RETRY_NS;
		c->busy++;
		return;
	}
	net_drain(c->net);
	if (net_hold_sent(c->net, k->hold, &end))
		tcp_took_sent(&k->moved, end);
	k->moved.state.ts_recent = net_hold_ts(c->net, k->hold, &seen);
	if (!seen)
		k->moved.state.ts_recent_age = TS_UNKNOWN_MS;
	memcpy(k->moved.state.next_hop, hop.mac, 6);
	/* What the peer sent and we had acknowledged is ours to deliver: nothing of it goes down. */
	if (k->moved.receive.length) {
		queue_put(&k->in, k->moved.receive.data, k->moved.receive.length);
		k->bytes_in += k->moved.receive.length;
		free(k->moved.receive.data);
		k->moved.receive = (struct tcp_bytes){0};
	}
	s = k->moved.state;
	k->generation = ++c->generation;
	k->closing = k->upload_asked = false;
	struct conn_cell cell = {.what = CMD_OFFLOAD, .slot = k->slot, .generation = k->generation};
	bool sent = send_pieces(k, &s);
	if (sent) {
		conn_lab_put(&c->lab, k->slot, &s);
		sent = conns_command(c, &cell);
	}
	k->where = OFFLOADING;
	c->offloaded++;
	k->moved_ns = clock_mono_ns();
	k->with_target = sent;
	splice_interest(k);
	if (!sent) {
		for (unsigned i = 0; i < k->ledger_count; i++)
			conn_lab_unbuffer(&c->lab, entry(k, i)->buffer);
		k->ledger_count = k->outstanding = 0;
		c->offloaded--;
		say(k, "no room in the port");
		k->try_ns = c->now + REFUSED_NS;
		give_back(k);
	}
}
static void down_done(struct conn *k, uint32_t status)
{
	struct conns *c = k->c;
	if (k->where != OFFLOADING)
		return;
	if (status) {
		k->with_target = false;
		for (unsigned i = 0; i < k->ledger_count; i++)
			conn_lab_unbuffer(&c->lab, entry(k, i)->buffer);
		k->ledger_count = k->outstanding = 0;
		c->offloaded--;
		c->refused++;
		say(k, "the target refused: status %08X", status);
		k->try_ns = c->now + REFUSED_NS;
		give_back(k);
		return;
	}
	k->where = OFFLOADED;
	k->moves++;
	c->offloads++;
	c->offload_ns += clock_mono_ns() - k->moved_ns;
	k->why[0] = 0;
	/* The bytes of the state's send queue are in the ledger now. */
	free(k->moved.send.data);
	k->moved.send = (struct tcp_bytes){0};
	if (k->reset) { /* its application's end was reset meanwhile */
		conn_close(k, k->why, true);
		return;
	}
	move_forward_held(k);
	splice_offloaded(k);
	if (k->hop_changed)
		move_up(k, 0);
}

/* Segments that Linux's path got: as the target could not process them (options, fragments were reassembled by nobody), or while the
 * connection moved. */
void move_forward_held(struct conn *k)
{
	struct conns *c = k->c;
	struct net_frame *f;
	while (k->where == OFFLOADED && !k->upload_asked && k->hold && (f = net_hold_frame(c->net, k->hold))) {
		struct segment_headers h;
		uint32_t index;
		uint64_t offset;
		uint8_t *memory = conn_lab_buffer(&c->lab, &index, &offset);
		if (memory && segment_parse(f->data, f->bytes, f->bytes, &h) && h.proto == 6 && h.end > h.l4 &&
		    h.end - h.l4 <= CONN_BUFFER_BYTES) {
			/* the length field of a super-frame may be short of what it is */
			const uint32_t n = (f->info.gso_type ? f->bytes : h.end) - h.l4;
			struct conn_cell cell = {.what = CMD_FORWARD,
			                         .slot = k->slot,
			                         .generation = k->generation,
			                         .cookie = index,
			                         .bytes = n,
			                         .offset = offset};
			if (n <= CONN_BUFFER_BYTES) {
				memcpy(memory, f->data + h.l4, n);
				if (conns_command(c, &cell)) {
					k->forwards++;
					c->forwarded++;
					memory = NULL;
				}
			}
		}
		if (memory)
			conn_lab_unbuffer(&c->lab, index); /* TCP sends it again */
		free(f);
	}
}

/* ---- up */
void move_up(struct conn *k, uint32_t reason)
{
	struct conn_cell cell = {.what = CMD_UPLOAD, .slot = k->slot, .generation = k->generation, .information = reason};
	if ((k->where != OFFLOADED && k->where != UPLOADING) || k->upload_asked)
		return;
	k->upload_asked = conns_command(k->c, &cell);
	if (k->upload_asked && k->where == OFFLOADED) {
		k->where = UPLOADING;
		k->moved_ns = clock_mono_ns();
	}
}
static void return_data(struct conn *k, bool all)
{
	struct conns *c = k->c;
	while (k->returns_count && (all || k->in.length - k->in.head <= QUEUE_LIMIT)) {
		struct conn_cell cell = {.what = CMD_RETURN, .slot = k->slot, .generation = k->generation, .cookie = k->returns[0]};
		if (!conns_command(c, &cell))
			return;
		memmove(k->returns, k->returns + 1, --k->returns_count * sizeof *k->returns);
	}
}
static void keep_return(struct conn *k, uint32_t cookie)
{
	if (k->returns_count == k->returns_room) {
		const unsigned room = k->returns_room ? k->returns_room * 2 : 16;
		uint32_t *p = realloc(k->returns, room * sizeof *p);
		if (!p)
			return; /* the driver's buffer stays out: better than a crash */
		k->returns = p;
		k->returns_room = room;
	}
	k->returns[k->returns_count++] = cookie;
}
/* The unacknowledged bytes of the ledger become the send queue. */
static bool gather(struct conn *k)
{
	struct conns *c = k->c;
	size_t bytes = 0, at = 0;
	for (unsigned i = 0; i < k->ledger_count; i++)
		bytes += entry(k, i)->bytes - entry(k, i)->acknowledged;
	uint8_t *data = bytes ? malloc(bytes) : NULL;
	if (bytes && !data)
		return false;
	for (unsigned i = 0; i < k->ledger_count; i++) {
		const struct sent *s = entry(k, i);
		memcpy(data + at, (uint8_t *)conn_lab_buffer_at(&c->lab, s->buffer) + s->acknowledged, s->bytes - s->acknowledged);
		at += s->bytes - s->acknowledged;
		conn_lab_unbuffer(&c->lab, s->buffer);
	}
	k->ledger_count = k->ledger_first = 0;
	k->outstanding = 0;
	k->moved.send = (struct tcp_bytes){data, bytes};
	return true;
}
static void up_done(struct conn *k, uint32_t status)
{
	struct conns *c = k->c;
	struct conn_state s;
	if (!k->with_target)
		return;
	k->with_target = false;
	c->offloaded--;
	c->uploads++;
	if (status || conn_lab_get(&c->lab, k->slot, &s)) {
		say(k, status ? "the target lost it: terminate ended with %08X" : "its state came up damaged", status);
		conn_close(k, k->why, true);
		return;
	}
	for (uint32_t i = 0; i < s.receive_pieces; i++)
		splice_deliver(k, c->lab.ram + s.receive[i].offset, s.receive[i].length);
	if (s.receive_pieces && s.receive_cookie != 0xffffffff)
		keep_return(k, s.receive_cookie);
	return_data(k, true);
	if (!gather(k)) {
		conn_close(k, "out of memory", true);
		return;
	}
	/* const members are as they went down; the target owns the rest */
	struct conn_state *m = &k->moved.state;
	m->state = s.state;
	m->rcv_nxt = s.rcv_nxt;
	m->rcv_wnd = s.rcv_wnd;
	m->snd_una = s.snd_una;
	m->snd_nxt = s.snd_nxt;
	m->snd_max = s.snd_max;
	m->snd_wnd = s.snd_wnd;
	m->max_snd_wnd = s.max_snd_wnd;
	m->snd_wl1 = s.snd_wl1;
	m->ts_recent = s.ts_recent;
	m->ts_time = s.ts_time;
	k->moved.taken_ns = clock_mono_ns();
	k->moved.fin_received =
	        s.state == STATE_CLOSE_WAIT || s.state == STATE_LAST_ACK || s.state == STATE_CLOSING || s.state == STATE_TIME_WAIT;
	k->moved.fin_sent = s.state == STATE_FIN_WAIT_2;
	c->upload_ns += clock_mono_ns() - k->moved_ns;
	if (k->reset || s.state == STATE_CLOSED) {
		conn_close(k, *k->why ? k->why : "closed by the target", k->reset);
		return;
	}
	if (s.state == STATE_TIME_WAIT || (s.state == STATE_LAST_ACK && s.snd_una == s.snd_nxt)) {
		k->wire_eof = k->wire_shut = true;
		net_unhold(c->net, k->hold, false);
		k->hold = NULL;
		tcp_moved_free(&k->moved);
		splice_offloaded(k); /* nothing of it is in the kernel; what is left is ours to deliver, then it is over */
		return;
	}
	/* A FIN of ours that is not acknowledged is sent again by shutdown(): it is not part of the queue. */
	if (s.state == STATE_FIN_WAIT_1 || s.state == STATE_CLOSING || s.state == STATE_LAST_ACK) {
		const uint32_t data_end = m->snd_una + (uint32_t)k->moved.send.length;
		if ((int32_t)(m->snd_nxt - data_end) > 0)
			m->snd_nxt = m->snd_max = data_end;
		k->wire_shut = false;
		k->app_eof = true;
	}
	k->closing = false;
	const uint32_t sent = m->snd_nxt - m->snd_una;
	if (sent > k->moved.send.length + (k->moved.fin_sent ? 1 : 0)) {
		say(k, "the books do not agree: %u bytes in flight, %zu known", sent, k->moved.send.length);
		conn_close(k, k->why, true);
		return;
	}
	k->moved.write_seq = m->snd_una + (uint32_t)k->moved.send.length;
	k->try_ns = c->now + RETRY_NS;
	give_back(k);
}

/* ---- what the machine says */
static void sent_done(struct conn *k, const struct conn_cell *e)
{
	struct conns *c = k->c;
	for (unsigned i = 0; i < k->ledger_count; i++) {
		struct sent *s = entry(k, i);
		if (s->buffer != e->cookie || s->done)
			continue;
		s->done = true;
		s->acknowledged = e->bytes < s->bytes ? e->bytes : s->bytes;
		if (e->status && e->status != UPLOAD_IN_PROGRESS)
			k->reset = true;
		break;
	}
	while (k->ledger_count && entry(k, 0)->done && entry(k, 0)->acknowledged == entry(k, 0)->bytes) {
		k->outstanding -= entry(k, 0)->bytes;
		conn_lab_unbuffer(&c->lab, entry(k, 0)->buffer);
		k->ledger_first = (k->ledger_first + 1) % LEDGER_MAX;
		k->ledger_count--;
	}
}
void move_event(struct conns *c, const struct conn_cell *e)
{
	struct conn *k = e->slot < CONNS_MAX ? c->conn[e->slot] : NULL;
	if (e->what == EV_FORWARDED) {
		conn_lab_unbuffer(&c->lab, e->cookie);
		if (k && k->generation == e->generation && k->forwards)
			k->forwards--;
		return;
	}
	if (!k || k->generation != e->generation) { /* of a connection that is no more; its data is nobody's */
		if (e->what == EV_INDICATED) {
			struct conn_cell cell = {.what = CMD_RETURN, .slot = e->slot, .generation = e->generation, .cookie = e->cookie};
			conns_command(c, &cell);
		}
		return;
	}
	switch (e->what) {
	case EV_OFFLOADED:
		down_done(k, e->status);
		break;
	case EV_UPLOADING:
		if (k->where == OFFLOADED) {
			k->where = UPLOADING;
			k->upload_asked = true;
			k->moved_ns = clock_mono_ns();
		}
		break;
	case EV_UPLOADED:
		up_done(k, e->status);
		break;
	case EV_SENT:
		sent_done(k, e);
		if (k->where == OFFLOADED)
			splice_offloaded(k);
		break;
	case EV_INDICATED:
		splice_deliver(k, c->lab.ram + e->offset, e->bytes);
		keep_return(k, e->cookie);
		return_data(k, false);
		splice_offloaded(k);
		break;
	case EV_DISCONNECTED:
		k->closing = false;
		if (!e->status)
			k->wire_shut = true;
		if (k->where == OFFLOADED)
			splice_offloaded(k);
		break;
	case EV_EVENT:
		if (e->type == 2 /* TcpIndicateDisconnect */) {
			k->wire_eof = true;
			splice_offloaded(k);
		} else if (e->type == 3 /* TcpIndicateRetrieve */) {
			say(k, "the target asked for it: reason %u", e->information);
			move_up(k, e->information);
		} else if (e->type == 4 /* TcpIndicateAbort */) {
			say(k, "reset by the peer");
			k->reset = true;
			move_up(k, 0);
		}
		break;
	default:
		break;
	}
	if (!k->dead && k->where == OFFLOADED && k->returns_count)
		return_data(k, false);
}
void move_lost(struct conn *k, const char *why)
{
	if (!k->with_target)
		return;
	k->with_target = false;
	k->c->offloaded--;
	k->c->resets++;
	snprintf(k->c->last_reset, sizeof k->c->last_reset, "%s %s: %s", k->local, k->foreign, why);
	k->ledger_count = k->outstanding = k->returns_count = 0;
	conn_close(k, why, true);
}
