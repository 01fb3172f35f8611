/*
 * What goes with an Ethernet frame wherever Flue passes one on: between Linux and the machine (src/port), between a NIC and its wire
 * (src/wire). The first ten bytes are Linux's struct virtio_net_hdr, so that a TAP with IFF_VNET_HDR (TUNSETVNETHDRSZ 10) takes and gives
 * them as they are; linux/virtio_net.h has the flags and types. Host byte order.
 */
#pragma once
#include <stdint.h>

#define FRAME_VNET_BYTES 10u
#define FRAME_MAX        65600u /* bytes of the largest super-frame with Ethernet header and tag, rounded up */
struct frame_info {
	/* struct virtio_net_hdr */
	uint8_t flags;        /* VIRTIO_NET_HDR_F_NEEDS_CSUM, _DATA_VALID */
	uint8_t gso_type;     /* VIRTIO_NET_HDR_GSO_NONE, _TCPV4, _TCPV6, _UDP_L4 (5), | _ECN */
	uint16_t hdr_len;     /* bytes of all headers of a GSO frame; a hint */
	uint16_t gso_size;    /* payload bytes of a segment */
	uint16_t csum_start;  /* NEEDS_CSUM: sum from here to the end of the frame ... */
	uint16_t csum_offset; /* ... and store at csum_start + csum_offset */
	/* ours */
	uint16_t vlan; /* 802.1Q tag control information that travels beside the frame, if has_vlan */
	uint8_t has_vlan;
	uint8_t hash_type; /* 0 none; 1 IPv4, 2 TCP/IPv4, 3 IPv6, 4 TCP/IPv6 */
	uint16_t segments; /* RSC: segments in this frame, 0 unknown */
	uint32_t hash;
};
