/* toe: what the engines of the data path share: parser, packets on their way out. */
#pragma once
#include "base/segment.h"
#include "hw/toe/toe.h"
#include <linux/virtio_net.h>
#include <string.h>

#ifndef VIRTIO_NET_HDR_GSO_UDP_L4
#define VIRTIO_NET_HDR_GSO_UDP_L4 5 /* Linux 6.2 */
#endif

#define TOE_HEAD 256u /* bytes of a frame that the engines look into: copied out of the machine's memory first */

/* Index of the statistics: 0 directed, 1 multicast, 2 broadcast. */
static inline unsigned toe_destination(const uint8_t *frame)
{
	static const uint8_t broadcast[6] = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff};
	return !(frame[0] & 1) ? 0 : memcmp(frame, broadcast, 6) ? 1 : 2;
}

/* cut.c: the header engine */
struct toe_cut {
	const uint8_t *h; /* the packet's header */
	unsigned l3, l4, header, mss;
	uint32_t payload; /* of the whole packet */
	bool tcp, ip6;
	uint16_t id_mask;
	uint32_t bugs; /* TOE_BUG_* to commit */
};
/* The header of the frame with payload bytes [from, from + bytes); the checksum field then holds the pseudo-header's sum. */
void toe_cut_header(const struct toe_cut *k, uint8_t *h, uint32_t from, uint32_t bytes);

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
bool toe_rss_hash(const struct toe *t, const uint8_t *h, const struct segment_headers *p, uint32_t *hash, uint16_t *flag);
unsigned toe_rss_queue(const struct toe *t, uint32_t hash);

/* ---- receive */
struct toe_rx_frame {
	const struct iovec *v; /* where it lies */
	uint32_t bytes;
	struct toe_rx_queue *at; /* these are the first buffers of that queue; NULL: elsewhere */
	unsigned kind;           /* directed, multicast, broadcast */
	unsigned frames;         /* on the cable, and their bytes: a coalesced frame is several */
	uint64_t cable_bytes;
	unsigned queue;
	struct toe_rx_done done; /* flags, hash, tag, offsets */
};
/* rx_frame.c: a frame of `bytes` that was read into `v`, the first buffers of `at`. False, here and below: the card was stopped. */
bool toe_rx_frame(struct nic *n, struct toe_rx_queue *at, const struct iovec *v, uint32_t bytes, const struct frame_info *info);
bool toe_rx_wanted(const struct toe *t, const uint8_t *frame); /* link and filters */
/* Moves it out of the driver's buffers into the card's memory, if it is not there yet. */
void toe_rx_own(struct toe *t, struct toe_rx_frame *f);
/* rx.c: up to the driver, or dropped and counted when it has no buffers for it. */
bool toe_rx_deliver(struct nic *n, const struct toe_rx_frame *f);

/* conn_rx.c: true: the frame was a segment of an offloaded connection and is dealt with */
bool toe_conn_input(struct nic *n, const uint8_t *head, uint32_t have, const struct segment_headers *p, const struct iovec *v,
                    uint32_t bytes, bool sums_good);

/* rsc.c: coalescing of segments that wait together. */
struct toe_segment {
	struct toe_rx_frame *frame;
	const uint8_t *h; /* its first bytes, copied */
	const struct segment_headers *p;
	bool sums_good;
};
enum toe_taken { TOE_PASS, TOE_TAKEN, TOE_STOPPED };
enum toe_taken toe_rsc_offer(struct nic *n, const struct toe_segment *s); /* TOE_PASS: deliver it now */
bool toe_rsc_flush(struct nic *n);                                        /* the batch is over */
/* A super-frame of `mss`: may it go up as one? Ends what was being coalesced of its connection. */
enum toe_taken toe_rsc_super(struct nic *n, const struct toe_segment *s);
bool toe_rsc_on(const struct toe *t, const struct segment_headers *p);
void toe_rsc_stop(struct toe *t); /* forgets all */
