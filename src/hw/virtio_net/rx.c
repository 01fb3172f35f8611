/*
 * virtio-net, receive (1.2, 5.1.6.3, 5.1.6.4): from the wire into the driver's buffers, behind struct virtio_net_hdr_v1.
 *
 * Buffers are fetched ahead (struct vnet_rx), and a frame is read from the wire straight into the first of them, header left out. Its first
 * bytes are copied and looked at; if it may go up as it is, the header is written, the buffers go into the used ring, and nothing was
 * copied. A frame for another pair, one with a tag that travelled beside it, one that the driver did not negotiate to take (a checksum to
 * finish, a super-frame) goes through `linear`, is finished or cut there, and the buffers it was read to are used for what comes of it.
 *
 * No buffers: frames wait on the wire for up to a millisecond, as in a card's packet memory, then they are taken and dropped (rx_discards)
 * until there are buffers.
 *
 * Limits: one batch is 64 frames; without MRG_RXBUF a frame has to fit one chain.
 */
#include "hw/virtio_net/vnet.h"
#include <string.h>

#define BATCH      64u
#define STARVED_NS 1000000u
#define HEAD       256u /* bytes of a frame that are looked into */
#define DIRECT     200u /* pieces that any wire takes (wire/internal.h) */
#define ALL_ROOM   (FRAME_MAX + VNET_HEADER)

/* ------------------------------------------------------------------------------------------------------------------- the buffers */
/* Fetches until a frame of any size fits. False: the device stopped. */
static bool fetch(struct nic *n, struct vnet_queue *q, struct vnet_rx *r)
{
	struct vnet *v = nic_state(n);
	struct vnet_chain *c = &v->chain;
	const bool merge = vnet_has(v, VIRTIO_NET_F_MRG_RXBUF);
	if (merge ? r->room >= ALL_ROOM : r->count > 0)
		return true;
	int waiting = vnet_queue_waiting(n, q);
	for (; waiting > 0 && r->count < VNET_RX_CACHE && (merge ? r->room < ALL_ROOM : !r->count); waiting--) {
		if (!vnet_queue_peek(n, q, 0, c))
			return false;
		if (c->out || c->in_bytes < VNET_HEADER) {
			vnet_fail(n, "queue %u (receive), chain %u: %s", q->index, c->head,
			          c->out ? "it has a piece for the device to read" : "it is shorter than a header");
			return false;
		}
		if (r->piece_count + c->in > VNET_RX_PIECES)
			break;
		if (r->first + r->count == VNET_RX_CACHE) {
			memmove(r->buffer, r->buffer + r->first, r->count * sizeof r->buffer[0]);
			r->first = 0;
		}
		if (r->piece_first + r->piece_count + c->in > VNET_RX_PIECES) {
			memmove(r->piece, r->piece + r->piece_first, r->piece_count * sizeof r->piece[0]);
			r->piece_first = 0;
		}
		const uint32_t bytes = c->in_bytes < ALL_ROOM ? (uint32_t)c->in_bytes : ALL_ROOM;
		r->buffer[r->first + r->count++] = (struct vnet_rx_buffer){c->head, (uint16_t)c->in, bytes};
		memcpy(r->piece + r->piece_first + r->piece_count, c->piece, c->in * sizeof c->piece[0]);
		r->piece_count += c->in;
		r->room += bytes;
		q->next++;
	}
	return waiting >= 0;
}

/* Where a frame in the first buffers lies: at most `max` pieces, the header left out. Returns how many, their bytes in *room. */
static unsigned frame_pieces(const struct vnet *v, const struct vnet_rx *r, struct iovec *to, unsigned max, uint64_t *room)
{
	const unsigned all = vnet_has(v, VIRTIO_NET_F_MRG_RXBUF) ? r->piece_count : r->count ? r->buffer[r->first].pieces : 0;
	uint32_t skip = VNET_HEADER;
	unsigned k = 0;
	*room = 0;
	for (unsigned i = 0; i < all && k < max && *room < FRAME_MAX; i++) {
		struct iovec p = r->piece[r->piece_first + i];
		if (skip >= p.iov_len) {
			skip -= (uint32_t)p.iov_len;
			continue;
		}
		p.iov_base = (uint8_t *)p.iov_base + skip;
		p.iov_len -= skip;
		skip = 0;
		to[k++] = p;
		*room += p.iov_len;
	}
	return k;
}

/* How many buffers a frame of `bytes` takes; 0: it does not fit. */
static unsigned buffers_for(const struct vnet *v, const struct vnet_rx *r, uint32_t bytes)
{
	const unsigned most = vnet_has(v, VIRTIO_NET_F_MRG_RXBUF) ? r->count : r->count ? 1 : 0;
	uint64_t room = 0;
	for (unsigned i = 0; i < most; i++) {
		room += r->buffer[r->first + i].bytes;
		if (bytes + VNET_HEADER <= room)
			return i + 1;
	}
	return 0;
}

/* Writes bytes into the first buffers, from byte `at` of them on. */
static void put(const struct vnet_rx *r, uint32_t at, const void *from, uint32_t bytes)
{
	const uint8_t *f = from;
	for (const struct iovec *p = r->piece + r->piece_first; bytes; p++) {
		if (at >= p->iov_len) {
			at -= (uint32_t)p->iov_len;
			continue;
		}
		const size_t left = p->iov_len - at, take = left < bytes ? left : bytes;
		memcpy((uint8_t *)p->iov_base + at, f, take);
		f += take;
		bytes -= (uint32_t)take;
		at = 0;
	}
}

/* The frame that lies in the first `used` buffers goes up. */
static void complete(struct nic *n, struct vnet_queue *q, struct vnet_rx *r, unsigned used, uint32_t bytes, const struct frame_info *info)
{
	struct vnet *v = nic_state(n);
	const struct virtio_net_hdr_v1 h = {.flags = info->flags,
	                                    .gso_type = info->gso_type,
	                                    .hdr_len = info->hdr_len,
	                                    .gso_size = info->gso_size,
	                                    .csum_start = info->csum_start,
	                                    .csum_offset = info->csum_offset,
	                                    .num_buffers = (uint16_t)used};
	uint32_t left = bytes + VNET_HEADER;
	put(r, 0, &h, sizeof h);
	for (unsigned i = 0; i < used; i++) {
		const struct vnet_rx_buffer b = r->buffer[r->first];
		const uint32_t here = left < b.bytes ? left : b.bytes;
		vnet_queue_put(q, b.head, here);
		left -= here;
		r->room -= b.bytes;
		r->first++;
		r->count--;
		r->piece_first += b.pieces;
		r->piece_count -= b.pieces;
	}
	v->statistics.rx_frames++;
	v->statistics.rx_bytes += bytes;
}

/* ---------------------------------------------------------------------------------------------------------------- one frame's way */
void vnet_filter_cold(struct vnet *v)
{
	v->filter = (struct vnet_filter){.promiscuous = true};
	memcpy(v->filter.mac, v->build.mac, 6);
}

static bool listed(const uint8_t (*table)[6], unsigned count, const uint8_t *mac)
{
	for (unsigned i = 0; i < count; i++)
		if (!memcmp(table[i], mac, 6))
			return true;
	return false;
}

static bool wanted(const struct vnet *v, const uint8_t *to)
{
	static const uint8_t broadcast[6] = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff};
	const struct vnet_filter *f = &v->filter;
	if (!v->build.link)
		return false;
	if (f->promiscuous)
		return true;
	if (!memcmp(to, broadcast, 6))
		return !f->no_broadcast;
	if (to[0] & 1)
		return !f->no_multicast && (f->all_multicast || f->multicast_overflow || listed(f->multicast, f->multicasts, to));
	return !f->no_unicast && (f->all_unicast || f->unicast_overflow || !memcmp(to, f->mac, 6) || listed(f->unicast, f->unicasts, to));
}

uint32_t vnet_flow_hash(const uint8_t *head, uint32_t have, uint32_t bytes)
{
	struct segment_headers h;
	uint32_t sum = 0;
	if (!segment_parse(head, have, bytes, &h))
		return 0;
	for (unsigned i = 0; i < 2u * h.address_size; i += 4) {
		uint32_t word;
		memcpy(&word, head + h.address + i, 4);
		sum += word;
	}
	if (h.proto) {
		uint16_t port[2];
		memcpy(port, head + h.l4, 4);
		sum += (uint32_t)port[0] + port[1];
	}
	sum *= 0x9e3779b1u;
	sum ^= sum >> 15;
	return sum ? sum : 1;
}

/* Does the driver take what is left to do beside the frame? */
static bool takes(const struct vnet *v, const struct frame_info *info)
{
	if ((info->flags & VIRTIO_NET_HDR_F_NEEDS_CSUM) && !vnet_has(v, VIRTIO_NET_F_GUEST_CSUM))
		return false;
	if (!info->gso_type)
		return true;
	if ((info->gso_type & VIRTIO_NET_HDR_GSO_ECN) && !vnet_has(v, VIRTIO_NET_F_GUEST_ECN))
		return false;
	switch (info->gso_type & ~VIRTIO_NET_HDR_GSO_ECN) {
	case VIRTIO_NET_HDR_GSO_TCPV4:
		return vnet_has(v, VIRTIO_NET_F_GUEST_TSO4);
	case VIRTIO_NET_HDR_GSO_TCPV6:
		return vnet_has(v, VIRTIO_NET_F_GUEST_TSO6);
	default:
		return false;
	}
}

/* A frame where it was read to: the first `room` bytes are the first buffers of `at`. */
struct place {
	const struct vnet_queue *at;
	uint64_t room;
	unsigned pieces;
	const struct iovec *piece;
};

/* Copies its first bytes, at most `max`; returns how many. */
static uint32_t copy_out(const struct place *p, void *to, uint32_t max)
{
	uint32_t at = 0;
	for (unsigned i = 0; i < p->pieces && at < max; i++) {
		const uint32_t left = max - at, take = p->piece[i].iov_len < left ? (uint32_t)p->piece[i].iov_len : left;
		memcpy((uint8_t *)to + at, p->piece[i].iov_base, take);
		at += take;
	}
	__atomic_signal_fence(__ATOMIC_SEQ_CST); /* it is a copy: the buffers are not read again */
	return at;
}

/* No buffers for what came: is there still time to wait for some? */
static bool patience(struct nic *n)
{
	struct vnet *v = nic_state(n);
	if (!v->starved) {
		v->starved = true;
		v->starved_until = clock_mono_ns() + STARVED_NS;
		nic_timer(n, VNET_TIMER_STARVED, STARVED_NS);
	}
	return clock_mono_ns() < v->starved_until;
}

/* What is held, up to the driver as far as there are buffers. False: the device stopped. */
static bool push(struct nic *n)
{
	struct vnet *v = nic_state(n);
	struct vnet_held *h = &v->held;
	struct vnet_queue *q = &v->queue[2 * h->pair];
	struct vnet_rx *r = &v->rx[h->pair];
	while (h->on) {
		if (!fetch(n, q, r))
			return false;
		const unsigned used = buffers_for(v, r, h->bytes);
		const bool never = r->count && !vnet_has(v, VIRTIO_NET_F_MRG_RXBUF); /* it has to fit one, and that is too small */
		if (used) {
			put(r, VNET_HEADER, h->frame, h->bytes);
			complete(n, q, r, used, h->bytes, &h->info);
			v->starved = false;
		} else if (!never && patience(n)) {
			return true;
		} else {
			v->statistics.rx_discards++;
		}
		const int part = h->cutting ? segment_next(&h->cut, v->segment, FRAME_MAX, NULL) : 0;
		h->on = part > 0;
		h->bytes = part > 0 ? (uint32_t)part : 0;
	}
	return true;
}

/* A copy of the frame: the tag beside it goes in, then it goes up as far as the driver takes it. */
static bool rework(struct nic *n, const struct vnet_queue *q, const uint8_t *head, unsigned have, const struct place *p, uint32_t bytes,
                   struct frame_info info)
{
	struct vnet *v = nic_state(n);
	struct vnet_held *h = &v->held;
	uint8_t *frame = v->linear;
	bytes = copy_out(p, frame, bytes);
	memcpy(frame, head, have); /* what was looked at is what goes on */
	if (info.has_vlan && bytes + 4 <= FRAME_MAX) {
		const uint8_t tag[4] = {0x81, 0, (uint8_t)(info.vlan >> 8), (uint8_t)info.vlan};
		memmove(frame + 16, frame + 12, bytes - 12);
		memcpy(frame + 12, tag, 4);
		bytes += 4;
		info.csum_start = (uint16_t)(info.csum_start + (info.flags & VIRTIO_NET_HDR_F_NEEDS_CSUM ? 4 : 0));
		info.hdr_len = (uint16_t)(info.hdr_len + (info.gso_type ? 4 : 0));
	}
	h->pair = (uint8_t)(q->index / 2);
	h->cutting = !takes(v, &info);
	if (!h->cutting) {
		h->frame = frame;
		h->bytes = bytes;
		h->info = info;
	} else {
		const int part = segment_begin(&h->cut, frame, bytes, &info, NULL) ? 0 : segment_next(&h->cut, v->segment, FRAME_MAX, NULL);
		if (part <= 0) {
			v->statistics.rx_errors++;
			return true;
		}
		h->frame = v->segment;
		h->bytes = (uint32_t)part;
		h->info = (struct frame_info){.flags = vnet_has(v, VIRTIO_NET_F_GUEST_CSUM) ? VIRTIO_NET_HDR_F_DATA_VALID : 0};
	}
	h->on = true;
	return push(n);
}

/* Which receive queue a frame goes to: the pair its flow was last sent by. */
static struct vnet_queue *queue_for(struct vnet *v, const uint8_t *head, unsigned have, uint32_t bytes)
{
	unsigned pair = 0;
	if (v->active > 1)
		pair = v->flow[vnet_flow_hash(head, have, bytes) % VNET_FLOWS];
	if (pair >= v->active || !v->queue[2 * pair].enabled)
		pair = 0;
	return v->queue[2 * pair].enabled ? &v->queue[2 * pair] : NULL;
}

/* A frame came. False: the device stopped. */
static bool receive(struct nic *n, const struct place *p, uint32_t bytes, struct frame_info info)
{
	struct vnet *v = nic_state(n);
	uint8_t head[HEAD];
	const unsigned have = copy_out(p, head, bytes < HEAD ? bytes : HEAD);
	if (bytes < 14 || (!info.gso_type && bytes > v->build.mtu + 14u + 8u)) {
		v->statistics.rx_errors++;
		return true;
	}
	if (!wanted(v, head)) {
		v->statistics.rx_filtered++;
		return true;
	}
	/* The header gives what was negotiated and no more (1.2, 5.1.6.4.1). */
	info.flags &= VIRTIO_NET_HDR_F_NEEDS_CSUM | (vnet_has(v, VIRTIO_NET_F_GUEST_CSUM) ? VIRTIO_NET_HDR_F_DATA_VALID : 0);
	struct vnet_queue *q = queue_for(v, head, have, bytes);
	if (!q)
		return true;
	v->guess = q->index / 2;
	if (q == p->at && bytes <= p->room && !info.has_vlan && takes(v, &info)) {
		struct vnet_rx *r = &v->rx[q->index / 2];
		const unsigned used = buffers_for(v, r, bytes);
		if (used)
			complete(n, q, r, used, bytes, &info);
		else
			v->statistics.rx_discards++;
		return true;
	}
	return rework(n, q, head, have, p, bytes, info);
}

/* Nobody has a buffer for what comes: wait, or after a while, take it off the wire. */
static bool starve(struct nic *n)
{
	struct vnet *v = nic_state(n);
	if (!nic_wire_dry(n))
		return patience(n);
	v->starved = false; /* nothing comes */
	return true;
}

static void publish(struct nic *n)
{
	struct vnet *v = nic_state(n);
	for (unsigned i = 0; i < VNET_PAIRS; i++)
		if (v->queue[2 * i].enabled && !vnet_is_control(v, 2 * i))
			vnet_queue_publish(n, &v->queue[2 * i]);
}

bool vnet_rx_poll(struct nic *n)
{
	struct vnet *v = nic_state(n);
	const bool runs = vnet_running(v);
	bool did = false;
	if (runs && v->held.on) {
		const uint64_t before = v->statistics.rx_frames + v->statistics.rx_discards;
		if (!push(n))
			return false;
		did = v->statistics.rx_frames + v->statistics.rx_discards != before;
	}
	for (unsigned i = 0; i < BATCH && !v->held.on; i++) {
		struct vnet_queue *q = runs && v->queue[0].enabled ? &v->queue[2 * v->guess] : NULL;
		const struct iovec nowhere = {v->scratch, FRAME_MAX};
		struct iovec piece[DIRECT + 1];
		struct frame_info info = {0};
		unsigned pieces = 0;
		uint64_t room = 0;
		if (q) {
			struct vnet_rx *r = &v->rx[v->guess];
			if (!fetch(n, q, r))
				return false;
			if (r->count)
				v->starved = false;
			else if (starve(n))
				break;
			pieces = frame_pieces(v, r, piece, DIRECT, &room);
		}
		const bool direct = pieces;
		if (room < FRAME_MAX) /* the end of a frame that is too large for them goes nowhere */
			piece[pieces++] = nowhere;
		const ssize_t got = nic_wire_receive(n, &info, piece, pieces);
		if (got <= 0 && got != -EMSGSIZE)
			break;
		did = true;
		if (!runs)
			continue;
		if (got == -EMSGSIZE)
			v->statistics.rx_errors++;
		else if (!direct)
			v->statistics.rx_discards++;
		else if (!receive(n, &(struct place){q, room, pieces, piece}, (uint32_t)got, info))
			return false;
	}
	if (runs)
		publish(n);
	return did;
}
