/*
 * toe, the engines of receive: what happens to one frame between the wire and the driver's buffers.
 *
 * In this order: filters; the tag comes off; a super-frame that RSC may not hand up is cut into the segments it was made of; checksums are
 * looked at, or filled in where the wire left that to the receiver and the driver has not asked us to vouch for it; hash and queue;
 * coalescing. Only copies of headers are judged (the driver can write its buffers while we look); a frame that has to be edited is copied
 * to the card's own memory first, anything else stays where it was read to.
 *
 * A wire that carries super-frames gives checksums as Linux does: NEEDS_CSUM, the field holds the pseudo-header's sum and the data never
 * left the machine; DATA_VALID, somebody looked already. Both count as good.
 */
#include "hw/toe/engine.h"
#include "hw/toe/sum.h"

#define TAG_ROOM 16u /* before a frame in the card's memory */

bool toe_rx_wanted(const struct toe *t, const uint8_t *frame)
{
	const struct toe_setup *s = &t->setup;
	if (!t->build.link)
		return false;
	if (s->filter & TOE_FILTER_PROMISCUOUS)
		return true;
	switch (toe_destination(frame)) {
	case 0:
		return (s->filter & TOE_FILTER_DIRECTED) && !memcmp(frame, s->mac, 6);
	case 2:
		return s->filter & TOE_FILTER_BROADCAST;
	default:
		if (s->filter & TOE_FILTER_ALL_MULTICAST)
			return true;
		for (unsigned i = 0; (s->filter & TOE_FILTER_MULTICAST) && i < s->multicast_count; i++)
			if (!memcmp(frame, s->multicast[i], 6))
				return true;
		return false;
	}
}

static unsigned take_head(uint8_t *head, const struct iovec *v, uint32_t bytes)
{
	const uint32_t want = bytes < TOE_HEAD ? bytes : TOE_HEAD;
	for (uint32_t at = 0; at < want; v++) {
		const uint32_t take = v->iov_len < want - at ? (uint32_t)v->iov_len : want - at;
		memcpy(head + at, v->iov_base, take);
		at += take;
	}
	atomic_signal_fence(memory_order_seq_cst); /* `head` is a copy: the buffers are not read again */
	return want;
}

/* One frame on its way through the engines. */
struct work {
	struct toe_rx_frame f;
	struct frame_info info;
	struct iovec own; /* when it lies in the card's memory */
	unsigned have;
	struct segment_headers p;
	uint8_t head[TOE_HEAD];
};

/* Copies it to the card's own memory. */
static uint8_t *own(struct toe *t, struct work *w)
{
	uint8_t *to = t->traffic.linear + TAG_ROOM;
	if (w->f.at) {
		uint32_t at = 0;
		for (const struct iovec *v = w->f.v; at < w->f.bytes; v++) {
			const uint32_t left = w->f.bytes - at, take = v->iov_len < left ? (uint32_t)v->iov_len : left;
			memcpy(to + at, v->iov_base, take);
			at += take;
		}
		w->own = (struct iovec){to, w->f.bytes};
		w->f.v = &w->own;
		w->f.at = NULL;
		memcpy(to, w->head, w->have); /* what was judged is what goes on */
	}
	return w->own.iov_base;
}

void toe_rx_own(struct toe *t, struct toe_rx_frame *f)
{
	own(t, base_container_of(f, struct work, f));
}

/* Removes the tag, or puts in one that travelled beside the frame. */
static void tag(struct toe *t, struct work *w)
{
	const bool strips = t->build.frames & TOE_FRAME_1Q_OOB, lies = t->bugs & TOE_BUG_VLAN_STRIP;
	if (w->info.has_vlan && strips) {
		w->f.done.vlan = w->info.vlan;
		w->f.done.flags |= lies ? 0 : TOE_RX_VLAN;
		w->f.cable_bytes += 4;
		return;
	}
	if (!(w->info.has_vlan ? !strips : w->p.tags && strips))
		return;
	uint8_t *f = own(t, w);
	const int move = w->info.has_vlan ? 4 : -4;
	memmove(f - move, f, 12);
	f -= move;
	if (move > 0) {
		toe_put16(f + 12, 0x8100);
		toe_put16(f + 14, w->info.vlan);
		w->f.cable_bytes += 4;
	} else {
		w->f.done.vlan = w->p.tag;
		w->f.done.flags |= lies ? 0 : TOE_RX_VLAN;
	}
	w->f.bytes = (uint32_t)((int64_t)w->f.bytes + move);
	w->info.csum_start = (uint16_t)(w->info.csum_start + move);
	w->own = (struct iovec){f, w->f.bytes};
	w->have = take_head(w->head, &w->own, w->f.bytes);
	segment_parse(w->head, w->have, w->f.bytes, &w->p);
}

/* Is the TCP or UDP checksum right, as the frame lies there? */
static bool l4_sum_right(const struct work *w)
{
	uint32_t skip = w->p.l4, left = w->p.end - w->p.l4;
	struct toe_sum s = {segment_pseudo(w->head, &w->p, left), false};
	for (const struct iovec *v = w->f.v; left; v++) {
		if (skip >= v->iov_len) {
			skip -= (uint32_t)v->iov_len;
			continue;
		}
		const uint32_t here = (uint32_t)v->iov_len - skip, take = here < left ? here : left;
		toe_sum_add(&s, (const uint8_t *)v->iov_base + skip, take);
		left -= take;
		skip = 0;
	}
	return segment_fold(s.sum) == 0xffff;
}

static bool ip4_sum_right(const struct work *w)
{
	return segment_verify_ip4(w->head, &w->p) == SEGMENT_GOOD;
}

/* Finishes a sum that the wire left to us. False: what it says of it is nonsense. */
static bool fill_in(struct toe *t, struct work *w)
{
	const unsigned start = w->info.csum_start, field = start + w->info.csum_offset;
	if (field + 2 > w->f.bytes || start > w->f.bytes || segment_fill(own(t, w), w->f.bytes, start, w->info.csum_offset))
		return false;
	w->have = take_head(w->head, &w->own, w->f.bytes);
	w->info.flags &= (uint8_t)~VIRTIO_NET_HDR_F_NEEDS_CSUM;
	return true;
}

/* What the driver has asked us to vouch for in this frame: bits of TOE_CSUM_*, both those of it needed. */
static uint32_t vouched(const struct toe *t, const struct segment_headers *p)
{
	const uint32_t on = t->setup.offloads.csum >> TOE_CSUM_RX_SHIFT;
	const uint32_t extra = (p->ip_options ? TOE_CSUM_IP_OPT : 0) | (p->ip6_extensions ? TOE_CSUM_EXT_HDR : 0);
	const uint32_t l4 =
	        p->proto == 6 ? (p->family == 6 ? TOE_CSUM_TCP6 : TOE_CSUM_TCP4) : (p->family == 6 ? TOE_CSUM_UDP6 : TOE_CSUM_UDP4);
	uint32_t yes = p->family == 4 && !(extra & ~on) ? on & TOE_CSUM_IP4 : 0;
	if (p->proto && (on & l4) && !((extra | (p->tcp_options ? TOE_CSUM_TCP_OPT : 0)) & ~on))
		yes |= l4;
	return yes;
}

/* Checksums: the verdict for the completion, the work where there is none. 0 bad, 1 good, -1 the frame is nonsense. */
static int sums(struct toe *t, struct work *w, bool must_know)
{
	const bool lies = t->bugs & TOE_BUG_RX_GOOD;
	const uint32_t vouch = vouched(t, &w->p);
	const bool ours = (w->info.flags & VIRTIO_NET_HDR_F_NEEDS_CSUM) && w->p.proto && w->info.csum_start == w->p.l4;
	const bool valid = w->info.flags & VIRTIO_NET_HDR_F_DATA_VALID;
	bool good = true;
	if ((w->info.flags & VIRTIO_NET_HDR_F_NEEDS_CSUM) && !(ours && (vouch & ~TOE_CSUM_IP4)))
		if (!fill_in(t, w))
			return -1;
	if ((vouch & TOE_CSUM_IP4) || (must_know && w->p.family == 4)) {
		good = ip4_sum_right(w);
		if (vouch & TOE_CSUM_IP4)
			w->f.done.flags |= good || lies ? TOE_RX_IP4_GOOD : TOE_RX_IP4_BAD;
	}
	if ((vouch & ~TOE_CSUM_IP4) || (must_know && w->p.proto)) {
		const bool none = w->p.proto == 17 && w->p.family == 4 && !toe_be16(w->head + w->p.l4 + 6);
		const bool right = ours || valid || none || l4_sum_right(w);
		if ((vouch & ~TOE_CSUM_IP4) && !none)
			w->f.done.flags |= right || lies ? TOE_RX_L4_GOOD : TOE_RX_L4_BAD;
		good &= right;
	}
	return good;
}

static void describe(struct toe *t, struct work *w)
{
	const struct segment_headers *p = &w->p;
	struct toe_rx_done *d = &w->f.done;
	uint16_t flag = 0;
	if (p->family == 6)
		d->flags |= TOE_RX_IP6;
	if (p->fragment)
		d->flags |= TOE_RX_FRAGMENT;
	if (p->proto == 6)
		d->flags |= TOE_RX_TCP;
	else if (p->proto == 17)
		d->flags |= TOE_RX_UDP;
	d->l3 = p->family ? p->l3 : 0;
	d->l4 = p->proto ? p->l4 : 0;
	w->f.queue = 0;
	if (!toe_rss_hash(t, w->head, p, &d->hash, &flag))
		return;
	d->flags |= flag;
	w->f.queue = toe_rss_queue(t, d->hash);
	if (t->bugs & TOE_BUG_RSS_QUEUE)
		w->f.queue = t->setup.rss.entries ? t->setup.rss.table[(d->hash + 1) & (t->setup.rss.entries - 1)] : 0;
	if (t->bugs & TOE_BUG_RSS_HASH)
		d->hash ^= 0x00010001;
}

/* One frame as a cable carries it. */
static bool single(struct nic *n, struct work *w, bool coalesce)
{
	struct toe *t = nic_state(n);
	const bool rsc = coalesce && toe_rsc_on(t, &w->p);
	const int good = sums(t, w, rsc);
	if (good < 0) {
		t->statistics.rx_errors++;
		return true;
	}
	describe(t, w);
	if (rsc) {
		const struct toe_segment s = {&w->f, w->head, &w->p, good};
		const enum toe_taken taken = toe_rsc_offer(n, &s);
		if (taken != TOE_PASS)
			return taken == TOE_TAKEN;
	}
	return toe_rx_deliver(n, &w->f);
}

/* A super-frame in the pieces it was made of. */
static bool cut(struct nic *n, struct work *w)
{
	struct toe *t = nic_state(n);
	struct segment_cut k;
	uint8_t *to = t->traffic.segment;
	int bytes = segment_begin(&k, own(t, w), w->f.bytes, &w->info, NULL);
	if (bytes < 0) {
		t->statistics.rx_errors++;
		return true;
	}
	while ((bytes = segment_next(&k, to, FRAME_MAX, NULL)) > 0) {
		struct work one;
		one.own = (struct iovec){to, (size_t)bytes};
		one.info = (struct frame_info){.flags = VIRTIO_NET_HDR_F_DATA_VALID};
		one.f = (struct toe_rx_frame){.v = &one.own,
		                              .bytes = (uint32_t)bytes,
		                              .kind = w->f.kind,
		                              .frames = 1,
		                              .cable_bytes = (uint32_t)bytes + (w->f.done.flags & TOE_RX_VLAN ? 4 : 0),
		                              .done = {.flags = w->f.done.flags, .vlan = w->f.done.vlan}};
		one.have = take_head(one.head, &one.own, one.f.bytes);
		segment_parse(one.head, one.have, one.f.bytes, &one.p);
		if (!single(n, &one, true))
			return false;
	}
	return true;
}

static bool super(struct nic *n, struct work *w)
{
	struct toe *t = nic_state(n);
	const unsigned type = w->info.gso_type & ~(unsigned)VIRTIO_NET_HDR_GSO_ECN;
	const unsigned family = type == VIRTIO_NET_HDR_GSO_TCPV4 ? 4 : type == VIRTIO_NET_HDR_GSO_TCPV6 ? 6 : w->p.family;
	const unsigned proto = type == VIRTIO_NET_HDR_GSO_UDP_L4 ? 17 : 6;
	if (!w->info.gso_size || w->p.family != family || w->p.proto != proto || w->p.end <= w->p.payload ||
	    w->p.payload + w->info.gso_size > t->build.max_frame + 4) {
		t->statistics.rx_errors++;
		return true;
	}
	const uint32_t payload = w->p.end - w->p.payload, segments = (payload + w->info.gso_size - 1) / w->info.gso_size;
	if (segments == 1) {
		w->info.gso_type = 0;
		return single(n, w, false);
	}
	if (!toe_rsc_on(t, &w->p))
		return cut(n, w);
	const struct toe_segment s = {&w->f, w->head, &w->p, true};
	const enum toe_taken taken = toe_rsc_super(n, &s);
	if (taken != TOE_TAKEN)
		return taken == TOE_PASS && cut(n, w);
	describe(t, w);
	w->f.done.flags |= TOE_RX_L4_GOOD | (w->p.family == 4 ? TOE_RX_IP4_GOOD : 0);
	w->f.done.segments = (uint16_t)(segments + (t->bugs & TOE_BUG_RSC_COUNT ? 1 : 0));
	w->f.frames = segments;
	w->f.cable_bytes += (uint64_t)(segments - 1) * (w->p.payload + (w->f.done.flags & TOE_RX_VLAN ? 4 : 0));
	t->statistics.rsc_packets += segments;
	t->statistics.rsc_bytes += payload;
	t->statistics.rsc_events++;
	return toe_rx_deliver(n, &w->f);
}

bool toe_rx_frame(struct nic *n, struct toe_rx_queue *at, const struct iovec *v, uint32_t bytes, const struct frame_info *info)
{
	struct toe *t = nic_state(n);
	struct work w;
	w.have = take_head(w.head, v, bytes);
	if (bytes < 14) {
		t->statistics.rx_errors++;
		return true;
	}
	if (!toe_rx_wanted(t, w.head))
		return true;
	w.info = *info;
	w.f = (struct toe_rx_frame){.v = v, .bytes = bytes, .at = at, .kind = toe_destination(w.head), .frames = 1, .cable_bytes = bytes};
	segment_parse(w.head, w.have, bytes, &w.p);
	if (!info->gso_type && bytes > t->build.max_frame + (w.p.tags ? 4 : 0)) {
		t->statistics.rx_errors++;
		return true;
	}
	if (w.p.tags || w.info.has_vlan)
		tag(t, &w);
	if (t->conns && w.p.proto == 6) {
		const bool whole = w.info.gso_type || w.info.flags & (VIRTIO_NET_HDR_F_NEEDS_CSUM | VIRTIO_NET_HDR_F_DATA_VALID);
		const bool good = (whole || l4_sum_right(&w)) && (w.p.family == 6 || whole || ip4_sum_right(&w));
		if (toe_conn_input(n, w.head, w.have, &w.p, w.f.v, w.f.bytes, good)) {
			t->statistics.rx_frames[w.f.kind]++;
			t->statistics.rx_bytes[w.f.kind] += w.f.cable_bytes;
			return true;
		}
	}
	return w.info.gso_type ? super(n, &w) : single(n, &w, !nic_wire_gso(n));
}
