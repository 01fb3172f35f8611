/*
 * virtio-net, transmit (1.2, 5.1.6.2): a chain is struct virtio_net_hdr_v1 and a frame. The header is copied and judged: what it asks for
 * must have been negotiated and must lie within the frame. The frame goes to the wire by reference, what is left to do (checksum,
 * segmentation) beside it as frame_info, whose beginning is the same header. A wire that carries no super-frames sums and cuts.
 *
 * Limits: one batch is 64 chains. A frame in more than DIRECT pieces is put together first.
 */
#include "hw/virtio_net/vnet.h"
#include <string.h>

#define BATCH  64u
#define DIRECT 200u /* pieces that any wire takes (wire/internal.h) */

/* What is wrong with the header; NULL: nothing. */
static const char *judge(const struct vnet *v, const struct virtio_net_hdr_v1 *h, uint64_t bytes)
{
	const unsigned gso = h->gso_type & ~(unsigned)VIRTIO_NET_HDR_GSO_ECN;
	if (h->flags & VIRTIO_NET_HDR_F_NEEDS_CSUM) {
		if (!vnet_has(v, VIRTIO_NET_F_CSUM))
			return "a checksum is asked for and CSUM was not negotiated";
		if ((uint64_t)h->csum_start + h->csum_offset + 2 > bytes)
			return "the checksum is not within the frame";
	}
	if (!h->gso_type)
		return NULL;
	if (gso != VIRTIO_NET_HDR_GSO_TCPV4 && gso != VIRTIO_NET_HDR_GSO_TCPV6)
		return "segmentation of a kind that was never offered";
	if (!vnet_has(v, gso == VIRTIO_NET_HDR_GSO_TCPV4 ? VIRTIO_NET_F_HOST_TSO4 : VIRTIO_NET_F_HOST_TSO6))
		return gso == VIRTIO_NET_HDR_GSO_TCPV4 ? "HOST_TSO4 was not negotiated" : "HOST_TSO6 was not negotiated";
	if ((h->gso_type & VIRTIO_NET_HDR_GSO_ECN) && !vnet_has(v, VIRTIO_NET_F_HOST_ECN))
		return "HOST_ECN was not negotiated";
	if (!(h->flags & VIRTIO_NET_HDR_F_NEEDS_CSUM))
		return "segmentation without a checksum";
	if (!h->gso_size)
		return "segments of 0 bytes";
	return NULL;
}

/* The flow comes in at the pair it went out by (1.2, 5.1.6.5.5). */
static void learn(struct vnet *v, const struct vnet_queue *q, const struct iovec *piece, unsigned pieces, uint32_t bytes)
{
	uint8_t head[128];
	uint32_t have = 0;
	for (unsigned i = 0; i < pieces && have < sizeof head; i++) {
		const size_t left = sizeof head - have, take = piece[i].iov_len < left ? piece[i].iov_len : left;
		memcpy(head + have, piece[i].iov_base, take);
		have += (uint32_t)take;
	}
	const uint32_t hash = vnet_flow_hash(head, have, bytes);
	if (hash)
		v->flow[hash % VNET_FLOWS] = (uint8_t)(q->index / 2);
}

/* False: the wire has no room, or the device stopped. */
static bool send_one(struct nic *n, struct vnet_queue *q)
{
	struct vnet *v = nic_state(n);
	struct vnet_chain *c = &v->chain;
	struct virtio_net_hdr_v1 h;
	if (!vnet_queue_peek(n, q, 0, c))
		return false;
	if (c->in || c->out_bytes < VNET_HEADER) {
		vnet_fail(n, "queue %u (transmit), chain %u: %s", q->index, c->head,
		          c->in ? "it has a piece for the device to write" : "it is shorter than a header");
		return false;
	}
	struct iovec *piece = c->piece, whole;
	unsigned pieces = c->out;
	const uint64_t bytes = c->out_bytes - VNET_HEADER;
	vnet_take(&piece, &pieces, &h, VNET_HEADER);
	const char *wrong = judge(v, &h, bytes);
	if (wrong) {
		vnet_fail(n,
		          "queue %u (transmit), chain %u (%llu bytes, flags 0x%x, gso_type 0x%x, gso_size %u, csum_start %u, csum_offset "
		          "%u): %s",
		          q->index, c->head, (unsigned long long)bytes, h.flags, h.gso_type, h.gso_size, h.csum_start, h.csum_offset,
		          wrong);
		return false;
	}
	const struct frame_info info = {.flags = h.flags & VIRTIO_NET_HDR_F_NEEDS_CSUM,
	                                .gso_type = h.gso_type,
	                                .hdr_len = h.hdr_len,
	                                .gso_size = h.gso_type ? h.gso_size : 0,
	                                .csum_start = h.flags & VIRTIO_NET_HDR_F_NEEDS_CSUM ? h.csum_start : 0,
	                                .csum_offset = h.flags & VIRTIO_NET_HDR_F_NEEDS_CSUM ? h.csum_offset : 0};
	const uint64_t plain = v->build.mtu + 14u + 4u; /* longest frame that is not cut */
	int r = 0;
	if (bytes < 14 || bytes > FRAME_MAX || (!h.gso_type && vnet_has(v, VIRTIO_NET_F_MTU) && bytes > plain)) {
		r = -EMSGSIZE;
	} else if (!v->build.link) {
		r = -ENETDOWN;
	} else {
		if (v->active > 1)
			learn(v, q, piece, pieces, (uint32_t)bytes);
		if (pieces > DIRECT) {
			whole = (struct iovec){v->scratch, vnet_take(&piece, &pieces, v->scratch, FRAME_MAX)};
			piece = &whole;
			pieces = 1;
		}
		r = nic_wire_send(n, &info, piece, pieces);
	}
	if (r == -EAGAIN)
		return false;
	if (r) {
		v->statistics.tx_errors++;
	} else {
		v->statistics.tx_frames++;
		v->statistics.tx_bytes += bytes;
	}
	q->next++;
	vnet_queue_put(q, c->head, 0);
	return true;
}

bool vnet_tx_poll(struct nic *n, struct vnet_queue *q)
{
	const uint16_t from = q->next;
	int waiting = vnet_queue_waiting(n, q);
	for (unsigned i = 0; i < BATCH && waiting > 0; i++, waiting--)
		if (!send_one(n, q))
			break;
	if (nic_failed(n, NULL))
		return false;
	vnet_queue_publish(n, q);
	return q->next != from;
}
