/*
 * toe, the engines of transmit: checksums, LSO and USO.
 *
 * A wire that carries super-frames gets one for as many segments as it can hold, with the checksum left to whoever cuts it (a TAP's peer
 * never does: nothing is summed at all). Any other wire gets segments, summed. Either way the header of each frame is made from the copy of
 * the packet's header, and the payload goes by reference.
 *
 * Told to lie (bug=...), the card cuts and sums itself whatever the wire carries, so that the lie is on the wire.
 */
#include "hw/toe/engine.h"
#include "hw/toe/sum.h"

#define USO_SEGMENTS 64u /* most segments of a UDP super-frame that every Linux takes */

struct body { /* what follows the header */
	struct iovec piece[TOE_TX_PIECES + 1];
	unsigned pieces;
};

static void count(struct toe *t, const uint8_t *frame, unsigned frames, uint64_t bytes)
{
	const unsigned kind = toe_destination(frame);
	if (t->bugs & TOE_BUG_STATISTICS)
		frames = 1;
	t->statistics.tx_frames[kind] += frames;
	t->statistics.tx_bytes[kind] += bytes;
}

/* Bytes [from, from + bytes) of the body after what is in iov already; returns the entries then used. */
static unsigned range(const struct body *b, uint32_t from, uint32_t bytes, struct iovec *iov, unsigned used)
{
	for (unsigned i = 0; i < b->pieces && bytes; i++) {
		if (from >= b->piece[i].iov_len) {
			from -= (uint32_t)b->piece[i].iov_len;
			continue;
		}
		const size_t left = b->piece[i].iov_len - from, take = left < bytes ? left : bytes;
		iov[used++] = (struct iovec){(uint8_t *)b->piece[i].iov_base + from, take};
		bytes -= (uint32_t)take;
		from = 0;
	}
	return used;
}

/* Sums a frame's TCP or UDP part, whose checksum field holds the pseudo-header's sum, and fills the field in. iov[0] is the header. */
static void fill_in(uint8_t *h, unsigned l4, unsigned field, bool udp, const struct iovec *iov, unsigned pieces, bool wrong)
{
	struct toe_sum s = {0};
	toe_sum_add(&s, h + l4, iov[0].iov_len - l4);
	for (unsigned i = 1; i < pieces; i++)
		toe_sum_add(&s, iov[i].iov_base, iov[i].iov_len);
	uint16_t sum = (uint16_t)~segment_fold(s.sum);
	if (wrong)
		sum ^= 0x5555;
	if (udp && !sum)
		sum = 0xffff;
	toe_sum_put(h + field, sum);
}

static int send_plain(struct nic *n, struct toe_packet *p, const struct body *b)
{
	struct toe *t = nic_state(n);
	struct frame_info info = {0};
	struct iovec iov[TOE_TX_PIECES + 2];
	const uint32_t bugs = t->bugs;
	iov[0] = (struct iovec){p->h, p->head_bytes};
	const unsigned pieces = range(b, 0, p->bytes - p->head_bytes, iov, 1);
	if (p->flags & TOE_TX_CSUM_IP4) {
		segment_ip4(p->h + p->l3);
		if (bugs & TOE_BUG_CSUM_IP4)
			p->h[p->l3 + 10] ^= 0x55;
	}
	if (p->flags & (TOE_TX_CSUM_TCP | TOE_TX_CSUM_UDP)) {
		const bool udp = p->flags & TOE_TX_CSUM_UDP, wrong = bugs & (p->flags & TOE_TX_IP6 ? TOE_BUG_CSUM_V6 : TOE_BUG_CSUM_V4);
		if (!wrong && nic_wire_gso(n)) {
			info.flags = VIRTIO_NET_HDR_F_NEEDS_CSUM;
			info.csum_start = (uint16_t)p->l4;
			info.csum_offset = udp ? 6 : 16;
		} else {
			fill_in(p->h, p->l4, p->l4 + (udp ? 6 : 16), udp, iov, pieces, wrong);
		}
	}
	const int r = nic_wire_send(n, &info, iov, pieces);
	if (r == 0)
		count(t, p->h, 1, p->bytes);
	return r;
}

/* How much of the payload the next frame takes. */
static uint32_t next_bytes(const struct toe_cut *k, uint32_t from, bool super)
{
	const uint32_t left = k->payload - from, mss = k->mss;
	uint32_t bytes = super ? (65535 - (k->header - k->l3)) / mss * mss : mss;
	if (super && !k->tcp && bytes > USO_SEGMENTS * mss)
		bytes = USO_SEGMENTS * mss;
	if (super && !k->ip6) { /* the identification starts anew: no super-frame across it, who cuts that knows only 16 bits */
		const uint32_t until = (k->id_mask + 1u - ((toe_be16(k->h + k->l3 + 4) + from / mss) & k->id_mask)) * mss;
		bytes = bytes < until ? bytes : until;
	}
	return left < bytes ? left : bytes;
}

static int send_cut(struct nic *n, struct toe_tx_queue *q, struct toe_packet *p, const struct body *b)
{
	struct toe *t = nic_state(n);
	const bool tcp = p->flags & TOE_TX_LSO, ip6 = p->flags & TOE_TX_IP6, wrong = t->bugs & (ip6 ? TOE_BUG_CSUM_V6 : TOE_BUG_CSUM_V4);
	const unsigned field = p->l4 + (tcp ? 16 : 6);
	const uint32_t lies = tcp ? TOE_BUG_LSO_IPID | TOE_BUG_LSO_MSS | TOE_BUG_LSO_FLAGS : TOE_BUG_USO_LEN;
	/* a UDP checksum of 0 in the packet's header: none in the datagrams either (documented for USO) */
	const bool no_sum = !tcp && !toe_be16(p->h + field);
	const bool super = nic_wire_gso(n) && !wrong && !no_sum && !(t->bugs & lies);
	struct toe_cut k = {.h = p->h,
	                    .l3 = p->l3,
	                    .l4 = p->l4,
	                    .header = p->header,
	                    .mss = p->mss,
	                    .payload = p->bytes - p->header,
	                    .tcp = tcp,
	                    .ip6 = ip6,
	                    .id_mask = tcp ? 0x7fff : 0xffff, /* USO: documented to use all of it */
	                    .bugs = t->bugs & lies};
	if (t->bugs & lies & TOE_BUG_LSO_MSS)
		k.mss += 8;
	while (q->cut < k.payload) {
		uint8_t h[4 + TOE_HEAD];
		struct iovec iov[TOE_TX_PIECES + 2];
		struct frame_info info = {0};
		const uint32_t bytes = next_bytes(&k, q->cut, super);
		const unsigned segments = (bytes + k.mss - 1) / k.mss;
		toe_cut_header(&k, h, q->cut, bytes);
		iov[0] = (struct iovec){h, k.header};
		const unsigned pieces = range(b, q->cut, bytes, iov, 1);
		if (super) {
			info.flags = VIRTIO_NET_HDR_F_NEEDS_CSUM;
			info.csum_start = (uint16_t)k.l4;
			info.csum_offset = tcp ? 16 : 6;
			info.hdr_len = (uint16_t)k.header;
			if (segments > 1) {
				info.gso_size = (uint16_t)k.mss;
				info.gso_type = !tcp  ? VIRTIO_NET_HDR_GSO_UDP_L4
				                : ip6 ? VIRTIO_NET_HDR_GSO_TCPV6
				                      : VIRTIO_NET_HDR_GSO_TCPV4;
				if (tcp && (h[k.l4 + 13] & 0x80))
					info.gso_type |= VIRTIO_NET_HDR_GSO_ECN;
			}
		} else {
			if (no_sum)
				toe_put16(h + field, 0);
			else
				fill_in(h, k.l4, field, !tcp, iov, pieces, wrong);
		}
		const int r = nic_wire_send(n, &info, iov, pieces);
		if (r == -EAGAIN)
			return r;
		q->cut += bytes;
		if (r == 0)
			count(t, h, segments, (uint64_t)segments * k.header + bytes);
		else
			t->statistics.tx_errors++;
	}
	return 0;
}

int toe_tx_out(struct nic *n, struct toe_tx_queue *q, struct toe_packet *p)
{
	struct toe *t = nic_state(n);
	const bool cut = p->flags & (TOE_TX_LSO | TOE_TX_USO);
	struct body b;
	b.pieces = 0;
	if (cut && p->head_bytes > p->header) /* what of the payload lies in the copied head */
		b.piece[b.pieces++] = (struct iovec){p->h + p->header, p->head_bytes - p->header};
	for (unsigned i = 0; i < p->pieces; i++)
		b.piece[b.pieces++] = p->piece[i];
	if (cut)
		return send_cut(n, q, p, &b);
	const int r = send_plain(n, p, &b);
	if (r && r != -EAGAIN)
		t->statistics.tx_errors++;
	return r;
}
