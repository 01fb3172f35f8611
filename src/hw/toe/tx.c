/*
 * toe, transmit: from descriptors to a packet on the wire.
 *
 * A packet's descriptors are copied one by one and judged as copied; its pieces are mapped, not copied (the wire writes them from where
 * they lie), except the first TOE_HEAD bytes: headers are judged and edited, so they are taken out of the driver's reach first. What the
 * driver asks for must have been enabled (SET_OFFLOADS) when it gave the packet, and must be so: the manual's section 12. Anything else
 * stops the card before a byte is sent.
 *
 * Limits: 64 pieces of at most 64 KiB; one batch is 64 packets.
 */
#include "hw/toe/engine.h"
#include <string.h>

#define BATCH 64u
#define ALL_FLAGS                                                                                                                          \
	(TOE_TX_FIRST | TOE_TX_LAST | TOE_TX_CSUM_IP4 | TOE_TX_CSUM_TCP | TOE_TX_CSUM_UDP | TOE_TX_LSO | TOE_TX_USO | TOE_TX_VLAN |        \
	 TOE_TX_IP6)

enum outcome { SENT, NOT_YET, STOPPED };

/* Collects a packet's pieces; NOT_YET: its last descriptor is not there yet. */
static enum outcome gather(struct nic *n, struct toe_tx_queue *q, uint32_t producer, struct toe_packet *p, struct toe_tx_desc *first,
                           unsigned *used)
{
	const uint32_t given = producer - q->next;
	p->bytes = p->pieces = 0;
	for (unsigned i = 0;; i++) {
		struct toe_tx_desc d;
		if (i == TOE_TX_PIECES || i == q->entries) {
			toe_ring_fail(n, "transmit queue %u, descriptor %u: no last piece within %u", q->index, q->next, i);
			return STOPPED;
		}
		if (i == given)
			return NOT_YET;
		memcpy(&d, &q->ring[(q->next + i) & (q->entries - 1)], sizeof d);
		atomic_signal_fence(memory_order_seq_cst); /* d is a copy: the ring is not read again */
		if ((i == 0) != !!(d.flags & TOE_TX_FIRST) || (d.flags & ~ALL_FLAGS)) {
			toe_ring_fail(n, "transmit queue %u, descriptor %u: flags 0x%04x as piece %u of a packet", q->index, q->next + i,
			              d.flags, i + 1);
			return STOPPED;
		}
		if (!d.length || d.length > 65536) {
			toe_ring_fail(n, "transmit queue %u, descriptor %u: a piece of %u bytes", q->index, q->next + i, d.length);
			return STOPPED;
		}
		if (i == 0)
			*first = d;
		void *at = nic_dma_map(n, d.address, d.length);
		if (!at) {
			toe_fatal(n, TOE_FATAL_DMA);
			return STOPPED;
		}
		p->piece[p->pieces++] = (struct iovec){at, d.length};
		p->bytes += d.length;
		if (d.flags & TOE_TX_LAST) {
			*used = i + 1;
			return SENT;
		}
	}
}

/* The first bytes, out of the driver's reach. */
static void take_head(struct toe_packet *p)
{
	unsigned skip = 0;
	p->h = p->head + 4;
	p->head_bytes = 0;
	while (skip < p->pieces && p->head_bytes < TOE_HEAD) {
		struct iovec *v = &p->piece[skip];
		const size_t take = v->iov_len < TOE_HEAD - p->head_bytes ? v->iov_len : TOE_HEAD - p->head_bytes;
		memcpy(p->h + p->head_bytes, v->iov_base, take);
		p->head_bytes += (unsigned)take;
		v->iov_base = (uint8_t *)v->iov_base + take;
		v->iov_len -= take;
		if (v->iov_len)
			break;
		skip++;
	}
	atomic_signal_fence(memory_order_seq_cst);
	p->pieces -= skip;
	if (skip && p->pieces)
		memmove(p->piece, p->piece + skip, p->pieces * sizeof p->piece[0]);
}

static const char *judge_headers(const struct toe_limits *k, const struct toe_packet *p)
{
	const bool ip6 = p->flags & TOE_TX_IP6;
	const uint8_t *h = p->h;
	uint32_t need = 0;
	if (p->l3 < 14 || p->l3 + (ip6 ? 40 : 20) > p->head_bytes)
		return "the IP header is not within the frame's first 256 bytes";
	if (h[p->l3] >> 4 != (ip6 ? 6 : 4))
		return ip6 ? "l3 is not at an IPv6 header" : "l3 is not at an IPv4 header";
	const unsigned ip_bytes = ip6 ? 40 : (h[p->l3] & 15u) * 4;
	if (ip_bytes < 20)
		return "the IPv4 header is shorter than 20 bytes";
	if (p->flags & TOE_TX_CSUM_IP4) {
		if (ip6)
			return "IPv4 header checksum of an IPv6 packet";
		need |= TOE_CSUM_IP4 | (ip_bytes > 20 ? TOE_CSUM_IP_OPT : 0);
	}
	const bool tcp = p->flags & (TOE_TX_CSUM_TCP | TOE_TX_LSO), udp = p->flags & (TOE_TX_CSUM_UDP | TOE_TX_USO);
	if (tcp && udp)
		return "TCP and UDP at once";
	if (!tcp && !udp) {
		if (p->l3 + ip_bytes > p->head_bytes)
			return "the IPv4 header is not within the frame's first 256 bytes";
		return need & ~k->csum ? "IPv4 header checksum is not enabled for it" : NULL;
	}
	if (ip6 ? p->l4 < p->l3 + 40 || (p->l4 - p->l3) % 8 : p->l4 != p->l3 + ip_bytes)
		return "l4 is not where the IP header ends";
	if (p->l4 + (tcp ? 20 : 8) > p->head_bytes)
		return "the TCP or UDP header is not within the frame's first 256 bytes";
	if (!ip6 ? h[p->l3 + 9] != (tcp ? 6 : 17) : p->l4 == p->l3 + 40 && h[p->l3 + 6] != (tcp ? 6 : 17))
		return tcp ? "it is not TCP" : "it is not UDP";
	const unsigned l4_bytes = tcp ? (h[p->l4 + 12] >> 4) * 4u : 8;
	if (l4_bytes < (tcp ? 20u : 8u) || p->l4 + l4_bytes > p->head_bytes)
		return "the TCP header is not within the frame's first 256 bytes";
	if (!(p->flags & (TOE_TX_LSO | TOE_TX_USO))) {
		need |= tcp ? (ip6 ? TOE_CSUM_TCP6 : TOE_CSUM_TCP4) : (ip6 ? TOE_CSUM_UDP6 : TOE_CSUM_UDP4);
		need |= (tcp && l4_bytes > 20 ? TOE_CSUM_TCP_OPT : 0) | (!ip6 && ip_bytes > 20 ? TOE_CSUM_IP_OPT : 0);
		need |= ip6 && p->l4 > p->l3 + 40 ? TOE_CSUM_EXT_HDR : 0;
		return need & ~k->csum ? "this checksum offload is not enabled for it" : NULL;
	}
	const bool lso = p->flags & TOE_TX_LSO;
	if (!(k->seg & (lso ? (ip6 ? TOE_SEG_LSO6 : TOE_SEG_LSO4) : (ip6 ? TOE_SEG_USO6 : TOE_SEG_USO4))))
		return lso ? "large send is not enabled for it" : "UDP segmentation is not enabled for it";
	if (!p->mss)
		return "mss is 0";
	if (p->header != p->l4 + l4_bytes || p->header >= p->bytes)
		return "the payload is not where `header` says";
	const uint32_t payload = p->bytes - p->header, segments = (payload + p->mss - 1) / p->mss;
	if (payload > (lso ? (ip6 ? k->lso_max6 : k->lso_max4) : k->uso_max))
		return "more payload than the largest send";
	if (segments < (lso ? k->lso_min : k->uso_min))
		return "fewer segments than the least";
	if (!lso && payload % p->mss && !(k->seg & TOE_SEG_USO_SHORT))
		return "its last segment is short and that is not enabled";
	return NULL;
}

/* What is wrong with it; NULL: nothing. */
static const char *judge(const struct toe *t, const struct toe_tx_queue *q, const struct toe_packet *p)
{
	const struct toe_limits *k = q->has_grace && (int32_t)(q->next - q->grace_until) < 0 ? &q->grace : &t->setup.limits;
	const bool cut = p->flags & (TOE_TX_LSO | TOE_TX_USO);
	if (p->bytes < 14)
		return "it has no Ethernet header";
	if ((p->flags & TOE_TX_LSO) && (p->flags & TOE_TX_USO))
		return "LSO and USO at once";
	if ((p->flags & TOE_TX_VLAN) && !(t->build.frames & TOE_FRAME_1Q_OOB))
		return "this card inserts no tags";
	const uint32_t tag = p->head_bytes >= 14 && p->h[12] == 0x81 && p->h[13] == 0 ? 4 : 0;
	if ((cut ? (uint64_t)p->header + p->mss : p->bytes) > t->build.max_frame + tag)
		return "the frame is longer than MAX_FRAME";
	if (p->flags & (TOE_TX_CSUM_IP4 | TOE_TX_CSUM_TCP | TOE_TX_CSUM_UDP | TOE_TX_LSO | TOE_TX_USO))
		return judge_headers(k, p);
	return NULL;
}

static void insert_tag(struct toe_packet *p, uint16_t tag)
{
	memmove(p->head, p->h, 12);
	p->h = p->head;
	p->h[12] = 0x81;
	p->h[13] = 0;
	p->h[14] = (uint8_t)(tag >> 8);
	p->h[15] = (uint8_t)tag;
	p->head_bytes += 4;
	p->bytes += 4;
	p->l3 += 4;
	p->l4 += 4;
	p->header += 4;
}

static enum outcome send_one(struct nic *n, struct toe_tx_queue *q, uint32_t producer)
{
	struct toe *t = nic_state(n);
	struct toe_packet p;
	struct toe_tx_desc first = {0};
	unsigned used = 0;
	const enum outcome o = gather(n, q, producer, &p, &first, &used);
	if (o != SENT)
		return o;
	p.flags = first.flags;
	p.mss = first.mss;
	p.l3 = first.l3;
	p.l4 = first.l4;
	p.header = first.header;
	take_head(&p);
	const char *wrong = judge(t, q, &p);
	if (wrong) {
		toe_ring_fail(n, "transmit queue %u, descriptor %u (flags 0x%04x, %u bytes, mss %u, l3 %u, l4 %u, header %u): %s", q->index,
		              q->next, first.flags, p.bytes, p.mss, p.l3, p.l4, p.header, wrong);
		return STOPPED;
	}
	if ((p.flags & TOE_TX_VLAN) && !(t->bugs & TOE_BUG_VLAN_INSERT))
		insert_tag(&p, first.vlan);
	if (!t->build.link)
		t->statistics.tx_discards++;
	else if (toe_tx_out(n, q, &p) == -EAGAIN)
		return NOT_YET;
	q->cut = 0;
	q->next += used;
	q->packets++;
	return SENT;
}

bool toe_tx_poll(struct nic *n, struct toe_tx_queue *q)
{
	struct toe *t = nic_state(n);
	if (t->fatal)
		return false;
	const uint32_t producer = __atomic_load_n(&q->control->producer, __ATOMIC_ACQUIRE), from = q->next;
	if (producer == from)
		return false;
	if (!nic_dma_map(n, q->control_at, sizeof *q->control)) {
		toe_fatal(n, TOE_FATAL_DMA);
		return false;
	}
	if (producer - from > q->entries) {
		toe_ring_fail(n, "transmit queue %u: producer %u is %u past descriptor %u, the ring has %u", q->index, producer,
		              producer - from, from, q->entries);
		return false;
	}
	for (unsigned i = 0; i < BATCH && q->next != producer; i++)
		if (send_one(n, q, producer) != SENT)
			break;
	if (q->has_grace && (int32_t)(q->next - q->grace_until) >= 0)
		q->has_grace = false;
	if (q->next == from || t->fatal)
		return false;
	__atomic_store_n(&q->control->doorbell_event, nic_serial(n) ? q->next : q->next - 1, __ATOMIC_RELAXED);
	__atomic_store_n(&q->control->consumer, q->next, __ATOMIC_RELEASE);
	toe_queue_progress(n, q->control, q->vector, from, q->next);
	return true;
}
