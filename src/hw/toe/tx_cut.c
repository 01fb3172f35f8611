/*
 * toe, the engines of transmit: checksums, LSO and USO.
 *
 * A wire that carries super-frames gets one for as many segments as it can hold, with the checksum left to whoever cuts it (a TAP's peer
 * never does: nothing is summed at all); any other wire gets segments. Either way the header of each frame is made here, from the copy of
 * the packet's header, and the payload goes by reference.
 */
#include "hw/toe/engine.h"
#include <string.h>

static unsigned be16(const uint8_t *p)
{
	return (unsigned)p[0] << 8 | p[1];
}
static void put16(uint8_t *p, unsigned v)
{
	p[0] = (uint8_t)(v >> 8);
	p[1] = (uint8_t)v;
}

static void ip4_checksum(uint8_t *ip)
{
	uint32_t sum = 0;
	put16(ip + 10, 0);
	for (unsigned i = 0; i < (ip[0] & 15u) * 4; i += 2)
		sum += be16(ip + i);
	sum = (sum & 0xffff) + (sum >> 16);
	sum += sum >> 16;
	put16(ip + 10, ~sum & 0xffff);
}

static void count(struct toe *t, const uint8_t *frame, unsigned frames, uint64_t bytes)
{
	const unsigned kind = toe_destination(frame);
	t->statistics.tx_frames[kind] += frames;
	t->statistics.tx_bytes[kind] += bytes;
}

/* Sends the head and `bytes` of payload from `from` on: 0 or the wire's errno. */
static int send_range(struct nic *n, const struct frame_info *info, const uint8_t *head, unsigned head_bytes, const struct iovec *payload,
                      unsigned pieces, uint32_t from, uint32_t bytes)
{
	struct iovec iov[TOE_TX_PIECES + 2];
	unsigned k = 0;
	iov[k++] = (struct iovec){(void *)head, head_bytes};
	for (unsigned i = 0; i < pieces && bytes; i++) {
		if (from >= payload[i].iov_len) {
			from -= (uint32_t)payload[i].iov_len;
			continue;
		}
		const size_t left = payload[i].iov_len - from, take = left < bytes ? left : bytes;
		iov[k++] = (struct iovec){(uint8_t *)payload[i].iov_base + from, take};
		bytes -= (uint32_t)take;
		from = 0;
	}
	return nic_wire_send(n, info, iov, k);
}

static int send_plain(struct nic *n, struct toe_packet *p)
{
	struct toe *t = nic_state(n);
	struct frame_info info = {0};
	if (p->flags & TOE_TX_CSUM_IP4)
		ip4_checksum(p->h + p->l3);
	if (p->flags & (TOE_TX_CSUM_TCP | TOE_TX_CSUM_UDP)) {
		info.flags = VIRTIO_NET_HDR_F_NEEDS_CSUM;
		info.csum_start = (uint16_t)p->l4;
		info.csum_offset = p->flags & TOE_TX_CSUM_TCP ? 16 : 6;
	}
	const int r = send_range(n, &info, p->h, p->head_bytes, p->piece, p->pieces, 0, p->bytes - p->head_bytes);
	if (r == 0)
		count(t, p->h, 1, p->bytes);
	return r;
}

/* The header of the frame with payload bytes [from, from + bytes) of a packet that is cut. */
static void frame_header(const struct toe_packet *p, uint8_t *h, uint32_t from, uint32_t bytes)
{
	const bool tcp = p->flags & TOE_TX_LSO;
	const uint32_t l4_bytes = p->header - p->l4 + bytes, before = from / p->mss;
	uint8_t *ip = h + p->l3, *l4 = h + p->l4, *sum = l4 + (tcp ? 16 : 6);
	memcpy(h, p->h, p->header);
	if (p->flags & TOE_TX_IP6) {
		put16(ip + 4, p->header - p->l3 - 40 + bytes);
	} else {
		put16(ip + 2, p->header - p->l3 + bytes);
		put16(ip + 4, (be16(ip + 4) + before) & 0x7fff);
		ip4_checksum(ip);
	}
	uint32_t s = be16(sum) + (l4_bytes & 0xffff) + (l4_bytes >> 16);
	s = (s & 0xffff) + (s >> 16);
	put16(sum, (s & 0xffff) + (s >> 16));
	if (!tcp) {
		put16(l4 + 4, l4_bytes);
		return;
	}
	const uint32_t seq = (uint32_t)be16(l4 + 4) << 16 | be16(l4 + 6);
	put16(l4 + 4, (seq + from) >> 16);
	put16(l4 + 6, (seq + from) & 0xffff);
	if (p->header + from + bytes < p->bytes)
		l4[13] &= (uint8_t)~0x09; /* FIN and PSH belong to the last */
	if (from)
		l4[13] &= (uint8_t)~0x80; /* CWR to the first */
}

static int send_cut(struct nic *n, struct toe_tx_queue *q, struct toe_packet *p)
{
	struct toe *t = nic_state(n);
	const uint32_t payload = p->bytes - p->header;
	const uint32_t most = (65535 - (p->header - p->l3)) / p->mss * p->mss;
	const bool tcp = p->flags & TOE_TX_LSO, ip6 = p->flags & TOE_TX_IP6;
	uint8_t h[4 + TOE_HEAD];
	/* what of the payload lies in the copied head comes first */
	struct iovec piece[TOE_TX_PIECES + 1];
	unsigned pieces = 0;
	if (p->head_bytes > p->header)
		piece[pieces++] = (struct iovec){p->h + p->header, p->head_bytes - p->header};
	memcpy(piece + pieces, p->piece, p->pieces * sizeof piece[0]);
	pieces += p->pieces;
	while (q->cut < payload) {
		const uint32_t left = payload - q->cut;
		uint32_t bytes = left < most ? left : most;
		if (!ip6) { /* the identification starts anew at 0x8000: no super-frame across it */
			const uint32_t until = (0x8000 - ((be16(p->h + p->l3 + 4) + q->cut / p->mss) & 0x7fff)) * p->mss;
			bytes = bytes < until ? bytes : until;
		}
		frame_header(p, h, q->cut, bytes);
		struct frame_info info = {.flags = VIRTIO_NET_HDR_F_NEEDS_CSUM,
		                          .hdr_len = (uint16_t)p->header,
		                          .csum_start = (uint16_t)p->l4,
		                          .csum_offset = tcp ? 16 : 6};
		const unsigned segments = (bytes + p->mss - 1) / p->mss;
		if (segments > 1) {
			info.gso_size = (uint16_t)p->mss;
			info.gso_type = !tcp ? VIRTIO_NET_HDR_GSO_UDP_L4 : ip6 ? VIRTIO_NET_HDR_GSO_TCPV6 : VIRTIO_NET_HDR_GSO_TCPV4;
			if (tcp && (h[p->l4 + 13] & 0x80))
				info.gso_type |= VIRTIO_NET_HDR_GSO_ECN;
		}
		const int r = send_range(n, &info, h, p->header, piece, pieces, q->cut, bytes);
		if (r == -EAGAIN)
			return r;
		q->cut += bytes;
		if (r == 0)
			count(t, h, segments, (uint64_t)segments * p->header + bytes);
		else
			t->statistics.tx_errors++;
	}
	return 0;
}

int toe_tx_out(struct nic *n, struct toe_tx_queue *q, struct toe_packet *p)
{
	struct toe *t = nic_state(n);
	if (p->flags & (TOE_TX_LSO | TOE_TX_USO))
		return send_cut(n, q, p);
	const int r = send_plain(n, p);
	if (r && r != -EAGAIN)
		t->statistics.tx_errors++;
	return r;
}
