/* toe: what the engines of the data path share: parser, packets on their way out. */
#pragma once
#include "hw/toe/toe.h"
#include <linux/virtio_net.h>

#ifndef VIRTIO_NET_HDR_GSO_UDP_L4
#define VIRTIO_NET_HDR_GSO_UDP_L4 5 /* Linux 6.2 */
#endif

#define TOE_HEAD 256u /* bytes of a frame that the engines look into: copied out of the machine's memory first */

struct toe_headers {
	uint8_t family; /* 0, 4, 6 */
	uint8_t proto;  /* 6 TCP, 17 UDP, 0 none of them or not looked into */
	bool tagged, ip_options, tcp_options, ext_headers, fragment;
	uint16_t tag, l3, l4, payload; /* offsets; payload: after the TCP or UDP header */
	uint32_t end;                  /* where the IP packet ends; the frame may be padded */
};
/* parse.c. `have` bytes of a frame of `bytes` are at `h`. What is not understood leaves family or proto 0. */
void toe_parse(const uint8_t *h, unsigned have, uint32_t bytes, struct toe_headers *p);
unsigned toe_destination(const uint8_t *frame); /* 0 directed, 1 multicast, 2 broadcast: index of the statistics */

/* A packet as the driver gave it: its first bytes copied, the rest where it lies. */
struct toe_packet {
	uint8_t *h; /* the copy: head + 4, or head when a tag was put in */
	unsigned head_bytes;
	uint32_t bytes; /* of the frame */
	unsigned flags, mss, l3, l4, header;
	unsigned pieces; /* of `piece`: what follows the copied head */
	uint8_t head[4 + TOE_HEAD];
	struct iovec piece[TOE_TX_PIECES];
};
/* tx_cut.c: puts the packet on the wire, from payload byte q->cut on when it is cut. 0, -EAGAIN (q->cut says how far it got), other: lost.
 */
int toe_tx_out(struct nic *n, struct toe_tx_queue *q, struct toe_packet *p);

/* rss.c: the hash of a frame by the enabled types and its TOE_RX_HASH_* flag; false: not hashed, it goes to queue 0. */
bool toe_rss_hash(const struct toe *t, const uint8_t *h, const struct toe_headers *p, uint32_t *hash, uint16_t *flag);
unsigned toe_rss_queue(const struct toe *t, uint32_t hash);
