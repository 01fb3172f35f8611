/*
 * segment: cutting a super-frame, the way a NIC's LSO and USO engines do. Each piece is the frame's headers, changed where they must be,
 * and its share of the payload.
 *
 * segment_begin() looks at everything once; segment_next() can then trust offsets. Padding behind the IP packet is not payload.
 */
#include "base/segment.h"
#include <linux/virtio_net.h>
#include <string.h>

#ifndef VIRTIO_NET_HDR_GSO_UDP_L4
#define VIRTIO_NET_HDR_GSO_UDP_L4 5 /* Linux 6.2 */
#endif
#define TCP     6
#define UDP     17
#define TCP_FIN 0x01u
#define TCP_PSH 0x08u
#define TCP_CWR 0x80u

static unsigned be16(const uint8_t *p)
{
	return (unsigned)p[0] << 8 | p[1];
}
static void put16(uint8_t *p, uint32_t v)
{
	p[0] = (uint8_t)(v >> 8);
	p[1] = (uint8_t)v;
}
/* What the headers of a frame of this GSO type must be. */
static bool fits(unsigned type, const struct segment_headers *h)
{
	switch (type) {
	case VIRTIO_NET_HDR_GSO_TCPV4:
		return h->family == 4 && h->proto == TCP;
	case VIRTIO_NET_HDR_GSO_TCPV6:
		return h->family == 6 && h->proto == TCP;
	case VIRTIO_NET_HDR_GSO_UDP_L4:
		return h->proto == UDP;
	default:
		return false;
	}
}
int segment_begin(struct segment_cut *c, const uint8_t *frame, uint32_t bytes, const struct frame_info *info,
                  const struct segment_options *o)
{
	const unsigned type = info->gso_type & ~(unsigned)VIRTIO_NET_HDR_GSO_ECN;

	memset(c, 0, sizeof(*c));
	c->frame = frame;
	if (o)
		c->o = *o;
	if (type == VIRTIO_NET_HDR_GSO_NONE) {
		c->plain = true;
		c->needs_csum = info->flags & VIRTIO_NET_HDR_F_NEEDS_CSUM;
		c->start = info->csum_start;
		c->offset = info->csum_offset;
		c->payload = bytes;
		if (bytes < 14 || (c->needs_csum && (c->start >= bytes || c->start + c->offset + 2u > bytes)))
			return -EINVAL;
		return 0;
	}
	if (!segment_parse(frame, bytes, bytes, &c->h) || !fits(type, &c->h) || !info->gso_size || c->h.payload > SEGMENT_HEADERS_MAX)
		return -EINVAL;
	c->ecn = info->gso_type & VIRTIO_NET_HDR_GSO_ECN;
	c->payload = c->h.end - c->h.payload;
	c->mss = info->gso_size;
	c->piece = c->o.piece / c->mss * c->mss;
	c->piece = c->piece ? c->piece : c->mss;
	return 0;
}
static int next_plain(struct segment_cut *c, uint8_t *out, uint32_t max, struct frame_info *info)
{
	if (c->payload > max)
		return -EMSGSIZE;
	memcpy(out, c->frame, c->payload);
	if (c->needs_csum && c->o.partial) {
		if (info) {
			info->flags = VIRTIO_NET_HDR_F_NEEDS_CSUM;
			info->csum_start = (uint16_t)c->start;
			info->csum_offset = c->offset;
		}
	} else if (c->needs_csum) {
		segment_fill(out, c->payload, c->start, c->offset);
	}
	c->done = true;
	return (int)c->payload;
}
/* The headers of the piece with payload [c->at, c->at + bytes). */
static void headers(const struct segment_cut *c, uint8_t *out, uint32_t bytes)
{
	const struct segment_headers *h = &c->h;
	uint8_t *ip = out + h->l3, *l4 = out + h->l4;

	memcpy(out, c->frame, h->payload);
	if (h->family == 4) {
		const uint32_t id = be16(ip + 4) + c->index;

		put16(ip + 2, h->payload - h->l3 + bytes);
		put16(ip + 4, c->o.ipid == SEGMENT_IPID_15 ? id & 0x7fff : id);
		segment_ip4(ip);
	} else {
		put16(ip + 4, h->payload - h->l3 - 40u + bytes);
	}
	if (h->proto == UDP) {
		put16(l4 + 4, 8 + bytes);
	} else {
		const uint32_t seq = ((uint32_t)be16(l4 + 4) << 16 | be16(l4 + 6)) + c->at;

		put16(l4 + 4, seq >> 16);
		put16(l4 + 6, seq);
		if (c->at + bytes < c->payload)
			l4[13] &= (uint8_t) ~(TCP_FIN | TCP_PSH);
		if (c->at)
			l4[13] &= (uint8_t)~TCP_CWR;
	}
}
int segment_next(struct segment_cut *c, uint8_t *out, uint32_t max, struct frame_info *info)
{
	struct segment_headers h = c->h;
	uint32_t bytes = c->payload - c->at;
	bool super;

	if (info)
		memset(info, 0, sizeof(*info));
	if (c->done)
		return 0;
	if (c->plain)
		return next_plain(c, out, max, info);
	bytes = bytes < c->piece ? bytes : c->piece;
	if (h.payload + bytes > max)
		return -EMSGSIZE;
	headers(c, out, bytes);
	memcpy(out + h.payload, c->frame + h.payload + c->at, bytes);
	h.end = h.payload + bytes;
	super = bytes > c->mss;
	if (super || c->o.partial) {
		const uint16_t sum = segment_pseudo(out, &h, h.end - h.l4);
		const uint16_t offset = h.proto == TCP ? 16 : 6;

		memcpy(out + h.l4 + offset, &sum, sizeof(sum));
		if (info) {
			info->flags = VIRTIO_NET_HDR_F_NEEDS_CSUM;
			info->csum_start = h.l4;
			info->csum_offset = offset;
		}
	} else {
		segment_checksum(out, &h);
	}
	if (super && info) {
		info->gso_type = h.proto == UDP  ? VIRTIO_NET_HDR_GSO_UDP_L4
		                 : h.family == 4 ? VIRTIO_NET_HDR_GSO_TCPV4
		                                 : VIRTIO_NET_HDR_GSO_TCPV6;
		if (c->ecn && !c->at)
			info->gso_type |= VIRTIO_NET_HDR_GSO_ECN;
		info->gso_size = (uint16_t)c->mss;
		info->hdr_len = h.payload;
	}
	c->at += bytes;
	c->index += (bytes + c->mss - 1) / c->mss;
	c->done = c->at >= c->payload;
	return (int)h.end;
}
uint32_t segment_count(const struct frame_info *info, uint32_t bytes, const struct segment_headers *h)
{
	if ((info->gso_type & ~(unsigned)VIRTIO_NET_HDR_GSO_ECN) == VIRTIO_NET_HDR_GSO_NONE || !info->gso_size || !h->proto)
		return 1;
	bytes = (h->end < bytes ? h->end : bytes) - h->payload;
	return bytes ? (bytes + info->gso_size - 1) / info->gso_size : 1;
}
