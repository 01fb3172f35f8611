/*
 * See hold.h. The table is a short list: only connections that are being moved, or are offloaded, are in it; it is looked at for each frame
 * only while it is not empty. n->frames is held by the netdev's thread over each turn, so after taking it once every later frame meets the
 * new table.
 *
 * Offloaded connections by the thousand stay in the table, hence the hash.
 */
#include "net/hold.h"
#include "base/segment.h"
#include "net/internal.h"
#include <linux/virtio_net.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

struct net_hold {
	struct net_hold *next;
	struct net_flow flow;
	int notify_fd;
	struct net_frame *first, **last;
	unsigned frames;
	uint64_t bytes, dropped;
	bool sent, stamped;
	uint32_t sent_end, stamp;
};

static unsigned bucket(const struct net_flow *f)
{
	uint32_t h = ((uint32_t)f->remote_port << 16 | f->local_port) * 2654435761u, a;
	memcpy(&a, f->remote + (f->family == 6 ? 12 : 0), 4);
	return (h ^ a * 2246822519u) >> 18 & (NET_HOLDS - 1);
}
static bool same(const struct net_flow *a, const struct net_flow *b)
{
	const size_t n = a->family == 4 ? 4 : 16;
	return a->family == b->family && a->local_port == b->local_port && a->remote_port == b->remote_port &&
	       !memcmp(a->local, b->local, n) && !memcmp(a->remote, b->remote, n);
}
static struct net_hold *find(struct net *n, const struct net_flow *f)
{
	for (struct net_hold *h = n->holds[bucket(f)]; h; h = h->next)
		if (same(&h->flow, f))
			return h;
	return NULL;
}
/* The flow of a frame whose first bytes are at `p`; false: not whole-headed TCP (a fragment belongs to nobody). */
static bool flow_of(const uint8_t *p, uint32_t have, uint32_t bytes, bool inbound, struct net_flow *f, struct segment_headers *h)
{
	if (!segment_parse(p, have, bytes, h) || h->proto != 6 || h->fragment || h->l4 + 20u > have)
		return false;
	memset(f, 0, sizeof *f);
	f->family = h->family;
	const uint8_t *source = p + h->address, *destination = source + h->address_size;
	memcpy(inbound ? f->remote : f->local, source, h->address_size);
	memcpy(inbound ? f->local : f->remote, destination, h->address_size);
	memcpy(inbound ? &f->remote_port : &f->local_port, p + h->l4, 2);
	memcpy(inbound ? &f->local_port : &f->remote_port, p + h->l4 + 2, 2);
	return true;
}
static uint32_t get32(const uint8_t *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}
static void note_stamp(struct net_hold *h, const uint8_t *frame, const struct segment_headers *s)
{
	for (unsigned at = s->l4 + 20u; at + 1 < s->payload;) {
		const unsigned length = frame[at] <= 1 ? 1 : frame[at + 1];
		if (!frame[at] || !length || at + length > s->payload)
			return;
		if (frame[at] == 8 && length == 10) {
			h->stamp = get32(frame + at + 2);
			h->stamped = true;
			return;
		}
		at += length;
	}
}

/* ---- for the pump, under n->frames */
bool hold_in(struct net *n, const struct frame_info *info, const struct iovec *iov, int count, uint32_t bytes)
{
	uint8_t head[256];
	struct segment_headers s;
	struct net_flow f;
	size_t have = 0;

	for (int i = 0; i < count && have < sizeof head; i++) {
		const size_t part = iov[i].iov_len < sizeof head - have ? iov[i].iov_len : sizeof head - have;
		memcpy(head + have, iov[i].iov_base, part);
		have += part;
	}
	if (!flow_of(head, (uint32_t)have, bytes, true, &f, &s))
		return false;
	struct net_hold *h = find(n, &f);
	if (!h)
		return false;
	if (s.payload <= have)
		note_stamp(h, head, &s);
	struct net_frame *k = h->frames < HOLD_FRAMES && h->bytes + bytes <= HOLD_BYTES ? malloc(sizeof *k + bytes) : NULL;
	if (!k) {
		h->dropped++;
		return true;
	}
	k->next = NULL;
	k->info = *info;
	k->bytes = 0;
	for (int i = 0; i < count && k->bytes < bytes; i++) {
		const uint32_t part = iov[i].iov_len < bytes - k->bytes ? (uint32_t)iov[i].iov_len : bytes - k->bytes;
		memcpy(k->data + k->bytes, iov[i].iov_base, part);
		k->bytes += part;
	}
	const uint64_t one = 1;
	*h->last = k;
	h->last = &k->next;
	h->bytes += bytes;
	if (!h->frames++ && h->notify_fd >= 0 && write(h->notify_fd, &one, sizeof one) < 0)
		h->frames += 0; /* full: its reader is awake */
	return true;
}
void hold_out(struct net *n, const uint8_t *frame, uint32_t bytes)
{
	struct segment_headers s;
	struct net_flow f;
	if (!flow_of(frame, bytes < 512 ? bytes : 512, bytes, false, &f, &s))
		return;
	struct net_hold *h = find(n, &f);
	if (!h)
		return;
	const uint8_t flags = frame[s.l4 + 13];
	/* a super-frame's IP length may say less than it is: what counts is the frame */
	const uint32_t end = get32(frame + s.l4 + 4) + (bytes - s.payload) + (flags & 1);
	if (!h->sent || (int32_t)(end - h->sent_end) > 0)
		h->sent_end = end;
	h->sent = true;
}

/* ---- for others */
static void lock(struct net *n)
{
	atomic_fetch_add(&n->frames_wanted, 1);
	pthread_mutex_lock(&n->frames);
	atomic_fetch_sub(&n->frames_wanted, 1);
}
struct net_hold *net_hold(struct net *n, const struct net_flow *f, int notify_fd)
{
	struct net_hold *h = calloc(1, sizeof *h);
	if (!h)
		return NULL;
	h->flow = *f;
	h->notify_fd = notify_fd;
	h->last = &h->first;
	lock(n);
	struct net_hold **at = &n->holds[bucket(f)];
	h->next = *at;
	*at = h;
	atomic_fetch_add(&n->hold_count, 1);
	pthread_mutex_unlock(&n->frames);
	return h;
}
void net_drain(struct net *n)
{
	for (int i = 0; i < 200; i++) { /* at most 20 ms: the machine may be slow in giving slots back */
		lock(n);
		const bool all = pump_transmit_all(n);
		pthread_mutex_unlock(&n->frames);
		if (all)
			return;
		usleep(100);
	}
}
bool net_hold_sent(struct net *n, struct net_hold *h, uint32_t *end)
{
	lock(n);
	*end = h->sent_end;
	const bool sent = h->sent;
	pthread_mutex_unlock(&n->frames);
	return sent;
}
uint32_t net_hold_ts(struct net *n, struct net_hold *h, bool *seen)
{
	lock(n);
	*seen = h->stamped;
	const uint32_t stamp = h->stamp;
	pthread_mutex_unlock(&n->frames);
	return stamp;
}
static struct net_frame *take(struct net_hold *h)
{
	struct net_frame *k = h->first;
	if (k) {
		h->first = k->next;
		h->frames--;
		h->bytes -= k->bytes;
		if (!h->first)
			h->last = &h->first;
	}
	return k;
}
struct net_frame *net_hold_frame(struct net *n, struct net_hold *h)
{
	lock(n);
	struct net_frame *k = take(h);
	pthread_mutex_unlock(&n->frames);
	return k;
}
unsigned net_hold_count(struct net *n, struct net_hold *h)
{
	lock(n);
	const unsigned count = h->frames;
	pthread_mutex_unlock(&n->frames);
	return count;
}
static int to_tap(struct net *n, const struct frame_info *info, const void *frame, uint32_t bytes)
{
	struct frame_info i = *info;
	struct iovec iov[3] = {{&i, FRAME_VNET_BYTES}, {(void *)(uintptr_t)frame, bytes}};
	uint8_t headers[NET_VOUCH_BYTES];
	const int k = vouch(&i, iov + 1, 1, bytes, headers);

	return writev(n->tap[0], iov, k + 1) < 0 ? -errno : 0;
}
void net_unhold(struct net *n, struct net_hold *h, bool deliver)
{
	struct net_frame *k;
	lock(n);
	while ((k = take(h))) {
		if (deliver)
			to_tap(n, &k->info, k->data, k->bytes);
		free(k);
	}
	for (struct net_hold **at = &n->holds[bucket(&h->flow)]; *at; at = &(*at)->next)
		if (*at == h) {
			*at = h->next;
			break;
		}
	atomic_fetch_sub(&n->hold_count, 1);
	pthread_mutex_unlock(&n->frames);
	free(h);
}
int net_inject(struct net *n, const struct frame_info *info, const void *frame, uint32_t bytes)
{
	lock(n);
	const int r = to_tap(n, info, frame, bytes);
	pthread_mutex_unlock(&n->frames);
	return r;
}
