/*
 * See plan.h. Pages: offloading-checksum-tasks, offloading-the-segmentation-of-large-tcp-packets, udp-segmentation-offload-uso- and
 * accessing-tcp-ip-offload-net-buffer-list-information (learn.microsoft.com/windows-hardware/drivers/network/...).
 */
#include "tcpip/plan.h"
#include <linux/virtio_net.h>
#include <string.h>

#ifndef VIRTIO_NET_HDR_GSO_UDP_L4
#define VIRTIO_NET_HDR_GSO_UDP_L4 5 /* Linux 6.2 */
#endif
#define TCP             6
#define UDP             17
#define OFFSET_MAX      1023 /* TcpHeaderOffset and UdpHeaderOffset have ten bits */
#define TCP_SYN_RST_URG 0x26u
#define ON(bits)        ((bits) == NDIS_OFFLOAD_SUPPORTED)
#define HAS(m)          (size >= offsetof(NDIS_OFFLOAD, m) + sizeof(task->m))
#define NO_MIN(x)       ((x) ? (x) : 1)

static uint8_t can(ULONG encapsulation, const NDIS_OFFLOAD_ENCAPSULATION *e, bool v6)
{
	const ULONG set = v6 ? e->IPv6.Enabled : e->IPv4.Enabled, type = v6 ? e->IPv6.EncapsulationType : e->IPv4.EncapsulationType;
	if (set != NDIS_OFFLOAD_SET_ON || type != NDIS_ENCAPSULATION_IEEE_802_3 || !(encapsulation & NDIS_ENCAPSULATION_IEEE_802_3))
		return 0;
	return (uint8_t)(CAN_PLAIN | (encapsulation & NDIS_ENCAPSULATION_IEEE_802_3_P_AND_Q ? CAN_TAG : 0) |
	                 (encapsulation & NDIS_ENCAPSULATION_IEEE_802_3_P_AND_Q_IN_OOB ? CAN_TAG_OOB : 0));
}

void caps_read(struct caps *c, const NDIS_OFFLOAD *task, size_t size, const NDIS_OFFLOAD_ENCAPSULATION *e, ULONG mac_options)
{
	memset(c, 0, sizeof(*c));
	c->vlan = mac_options & NDIS_MAC_OPTION_8021Q_VLAN;
	c->priority = mac_options & NDIS_MAC_OPTION_8021P_PRIORITY;
	if (!e)
		return;
	if (HAS(Checksum)) {
		const NDIS_TCP_IP_CHECKSUM_OFFLOAD *k = &task->Checksum;
		c->csum4 = (struct caps_csum){.can = can(k->IPv4Transmit.Encapsulation, e, false),
		                              .tcp = ON(k->IPv4Transmit.TcpChecksum),
		                              .udp = ON(k->IPv4Transmit.UdpChecksum),
		                              .ip = ON(k->IPv4Transmit.IpChecksum),
		                              .ip_options = ON(k->IPv4Transmit.IpOptionsSupported),
		                              .tcp_options = ON(k->IPv4Transmit.TcpOptionsSupported)};
		c->csum6 = (struct caps_csum){.can = can(k->IPv6Transmit.Encapsulation, e, true),
		                              .tcp = ON(k->IPv6Transmit.TcpChecksum),
		                              .udp = ON(k->IPv6Transmit.UdpChecksum),
		                              .ip_options = ON(k->IPv6Transmit.IpExtensionHeadersSupported),
		                              .tcp_options = ON(k->IPv6Transmit.TcpOptionsSupported)};
	}
	if (HAS(LsoV1))
		c->lso1 = (struct caps_large){.can = can(task->LsoV1.IPv4.Encapsulation, e, false),
		                              .ip_options = ON(task->LsoV1.IPv4.IpOptions),
		                              .tcp_options = ON(task->LsoV1.IPv4.TcpOptions),
		                              .max = task->LsoV1.IPv4.MaxOffLoadSize,
		                              .min = NO_MIN(task->LsoV1.IPv4.MinSegmentCount)};
	if (HAS(LsoV2)) {
		/* Options are implied for IPv4. */
		c->lso4 = (struct caps_large){.can = can(task->LsoV2.IPv4.Encapsulation, e, false),
		                              .ip_options = true,
		                              .tcp_options = true,
		                              .max = task->LsoV2.IPv4.MaxOffLoadSize,
		                              .min = NO_MIN(task->LsoV2.IPv4.MinSegmentCount)};
		c->lso6 = (struct caps_large){.can = can(task->LsoV2.IPv6.Encapsulation, e, true),
		                              .ip_options = ON(task->LsoV2.IPv6.IpExtensionHeadersSupported),
		                              .tcp_options = ON(task->LsoV2.IPv6.TcpOptionsSupported),
		                              .max = task->LsoV2.IPv6.MaxOffLoadSize,
		                              .min = NO_MIN(task->LsoV2.IPv6.MinSegmentCount)};
	}
	if (HAS(UdpSegmentation)) {
		c->uso4 = (struct caps_large){.can = can(task->UdpSegmentation.IPv4.Encapsulation, e, false),
		                              .ip_options = true,
		                              .short_last = task->UdpSegmentation.IPv4.SubMssFinalSegmentSupported,
		                              .max = task->UdpSegmentation.IPv4.MaxOffLoadSize,
		                              .min = NO_MIN(task->UdpSegmentation.IPv4.MinSegmentCount)};
		c->uso6 = (struct caps_large){.can = can(task->UdpSegmentation.IPv6.Encapsulation, e, true),
		                              .ip_options = ON(task->UdpSegmentation.IPv6.IpExtensionHeadersSupported),
		                              .short_last = task->UdpSegmentation.IPv6.SubMssFinalSegmentSupported,
		                              .max = task->UdpSegmentation.IPv6.MaxOffLoadSize,
		                              .min = NO_MIN(task->UdpSegmentation.IPv6.MinSegmentCount)};
	}
}

/* The bits of `can` that this frame needs. */
static uint8_t needs(const struct segment_headers *h, const struct frame_info *info)
{
	return (uint8_t)(CAN_PLAIN | (h->tags ? CAN_TAG : 0) | (info->has_vlan ? CAN_TAG_OOB : 0));
}

static bool options_fit(const struct segment_headers *h, bool ip, bool tcp)
{
	return (ip || !(h->ip_options || h->ip6_extensions)) && (tcp || !h->tcp_options || h->proto != TCP);
}

/* A frame that is one packet. */
static void plan_single(const struct caps *c, const struct segment_headers *h, const struct frame_info *info, struct plan *p)
{
	const struct caps_csum *k = h->family == 6 ? &c->csum6 : &c->csum4;
	const bool wants = info->flags & VIRTIO_NET_HDR_F_NEEDS_CSUM, may = h->family && (needs(h, info) & ~k->can) == 0;
	const bool field = info->csum_start == h->l4 && info->csum_offset == (h->proto == TCP ? 16 : 6) && h->l4 <= OFFSET_MAX;
	const bool l4 = wants && may && field && ((h->proto == TCP && k->tcp) || (h->proto == UDP && k->udp)) &&
	                options_fit(h, k->ip_options, k->tcp_options);
	const bool ip = may && h->family == 4 && k->ip && (k->ip_options || !h->ip_options);

	p->kind = PLAN_SEND;
	p->fill = wants && !l4;
	p->zero_ip = ip;
	if (!l4 && !ip)
		return;
	p->checksum.Transmit.IsIPv4 = h->family == 4;
	p->checksum.Transmit.IsIPv6 = h->family == 6;
	p->checksum.Transmit.IpHeaderChecksum = ip;
	p->checksum.Transmit.TcpChecksum = l4 && h->proto == TCP;
	p->checksum.Transmit.UdpChecksum = l4 && h->proto == UDP;
	if (l4)
		p->checksum.Transmit.TcpHeaderOffset = h->l4;
}

/* Why not; NULL: it may. *piece: what could be handed down instead. */
static const char *large_fits(const struct caps_large *l, const struct segment_headers *h, const struct frame_info *info, uint32_t payload,
                              uint32_t *piece)
{
	const uint32_t mss = info->gso_size;
	if (!l->can || !l->max)
		return "off";
	if (needs(h, info) & ~l->can)
		return "Encapsulation";
	if (!options_fit(h, l->ip_options, l->tcp_options))
		return "options";
	if (h->l4 > OFFSET_MAX)
		return "header size";
	if ((payload + mss - 1) / mss < l->min)
		return "MinSegmentCount";
	if (payload > l->max) {
		*piece = l->max / mss >= l->min ? l->max : 0;
		return "MaxOffLoadSize";
	}
	if (h->proto == UDP && !l->short_last && payload % mss) {
		*piece = payload / mss >= l->min ? payload - payload % mss : 0;
		return "SubMssFinalSegmentSupported";
	}
	return NULL;
}

static void plan_tcp(const struct caps *c, const struct segment_headers *h, const struct frame_info *info, uint32_t payload, struct plan *p)
{
	uint32_t piece = 0, piece1 = 0;
	const bool two = h->family == 6 ? c->lso6.can : c->lso4.can;
	const char *why = large_fits(h->family == 6 ? &c->lso6 : &c->lso4, h, info, payload, &piece);
	if (!why) {
		p->kind = PLAN_SEND;
		p->lso.LsoV2Transmit.MSS = info->gso_size;
		p->lso.LsoV2Transmit.TcpHeaderOffset = h->l4;
		p->lso.LsoV2Transmit.Type = NDIS_TCP_LARGE_SEND_OFFLOAD_V2_TYPE;
		p->lso.LsoV2Transmit.IPVersion = h->family == 6 ? NDIS_TCP_LARGE_SEND_OFFLOAD_IPv6 : NDIS_TCP_LARGE_SEND_OFFLOAD_IPv4;
		p->zero_len = p->pseudo = true;
	} else if (!two && h->family == 4 && !(why = large_fits(&c->lso1, h, info, payload, &piece1))) {
		p->kind = PLAN_SEND;
		p->lso.LsoV1Transmit.MSS = info->gso_size;
		p->lso.LsoV1Transmit.TcpHeaderOffset = h->l4;
		p->lso.LsoV1Transmit.Type = NDIS_TCP_LARGE_SEND_OFFLOAD_V1_TYPE;
		p->pseudo = true;
	} else {
		p->kind = PLAN_CUT;
		p->why = why;
		p->piece = piece ? piece : piece1;
		return;
	}
	p->ipid = p->zero_ip = h->family == 4;
}

static void plan_udp(const struct caps *c, const struct segment_headers *h, const struct frame_info *info, uint32_t payload, struct plan *p)
{
	p->why = large_fits(h->family == 6 ? &c->uso6 : &c->uso4, h, info, payload, &p->piece);
	p->kind = p->why ? PLAN_CUT : PLAN_SEND;
	if (p->why)
		return;
	p->uso.Transmit.MSS = info->gso_size;
	p->uso.Transmit.UdpHeaderOffset = h->l4;
	p->uso.Transmit.IPVersion = h->family == 6 ? NDIS_UDP_SEGMENTATION_OFFLOAD_IPV6 : NDIS_UDP_SEGMENTATION_OFFLOAD_IPV4;
	p->pseudo = true;
	p->zero_ip = h->family == 4;
}

void plan_frame(const struct caps *c, const uint8_t *frame, const struct segment_headers *h, const struct frame_info *info, uint32_t bytes,
                uint32_t mtu, struct plan *p)
{
	const unsigned type = info->gso_type & ~(unsigned)VIRTIO_NET_HDR_GSO_ECN;
	memset(p, 0, sizeof(*p));
	p->kind = PLAN_DROP;
	if (type == VIRTIO_NET_HDR_GSO_NONE) {
		if (bytes > mtu + 14 + 4u * h->tags)
			p->why = "longer than the adapter's MTU";
		else
			plan_single(c, h, info, p);
		return;
	}
	const bool tcp = type == VIRTIO_NET_HDR_GSO_TCPV4 || type == VIRTIO_NET_HDR_GSO_TCPV6;
	if ((!tcp && type != VIRTIO_NET_HDR_GSO_UDP_L4) || h->proto != (tcp ? TCP : UDP) || !info->gso_size || h->end > bytes ||
	    (tcp && h->family != (type == VIRTIO_NET_HDR_GSO_TCPV6 ? 6 : 4)))
		p->why = "not the packet that its header says";
	else if (h->payload - h->l3 + (uint32_t)info->gso_size > mtu)
		p->why = "segments longer than the adapter's MTU";
	else if (tcp && (frame[h->l4 + 13] & TCP_SYN_RST_URG)) /* never in a large packet */
		*p = (struct plan){.kind = PLAN_CUT, .why = "SYN, RST or URG"};
	else if (tcp)
		plan_tcp(c, h, info, h->end - h->payload, p);
	else
		plan_udp(c, h, info, h->end - h->payload, p);
}

void plan_apply(const struct plan *p, const struct segment_headers *h, const struct frame_info *info, uint8_t *frame, uint32_t bytes)
{
	if (p->fill)
		segment_fill(frame, bytes, info->csum_start, info->csum_offset);
	if (p->zero_ip)
		memset(frame + h->l3 + 10, 0, 2);
	if (p->ipid)
		frame[h->l3 + 4] &= 0x7f;
	if (p->zero_len)
		memset(frame + h->l3 + (h->family == 6 ? 4 : 2), 0, 2);
	if (p->pseudo) {
		uint16_t sum = segment_pseudo(frame, h, 0);
		if (h->proto == UDP && !sum)
			sum = 0xffff; /* 0: the NIC is to make none */
		memcpy(frame + h->l4 + (h->proto == TCP ? 16 : 6), &sum, sizeof(sum));
	}
}
