/*
 * segment: software that does what a NIC's checksum and segmentation engines do, over flat frames. Pure functions: no allocation, no
 * clock, no I/O. The machine's host stack (what the driver doesn't take), wires without super-frames and the NIC's tests use it.
 *
 * Where headers are:      segment_parse()
 * Sums:                   segment_sum(), segment_fold(), segment_pseudo(), segment_fill(), segment_ip4(), segment_verify()
 * Cutting a super-frame:  segment_begin(), then segment_next() until it gives 0
 *
 * Sums are in memory order: a folded sum is stored with memcpy() as it is, whatever the host's byte order.
 *
 * Limits: Ethernet with up to two tags (0x8100, 0x88a8), IPv4 with options, IPv6 with hop-by-hop, routing, destination options and
 * authentication headers; TCP and UDP. Tunnels are not looked into. Frames up to FRAME_MAX.
 */
#pragma once
#include "base/base.h"
#include "base/frame.h"

#define SEGMENT_HEADERS_MAX 1024u /* bytes of headers that segment_begin() takes: 14 + 8 + 40 + extension headers + 60 */

struct segment_headers {
	uint8_t family; /* 4, 6; 0: neither, or broken */
	uint8_t proto;  /* 6 TCP, 17 UDP; 0: neither, broken, not all in `have`, or a fragment */
	uint8_t tags;   /* in the frame */
	bool fragment, ip_options, ip6_extensions, tcp_options;
	uint16_t tag;                   /* the outermost */
	uint16_t l3, l4, payload;       /* offsets; payload: behind the TCP or UDP header. l4 is set for every protocol, 0 unknown */
	uint8_t next;                   /* the protocol at l4 as the IP header says it */
	uint16_t address, address_size; /* source address, the destination's follows; 4 or 16 bytes each */
	uint32_t end;                   /* where the IP packet ends; behind it is padding */
};
/* `have` bytes of a frame of `bytes` are at `frame`. False: no IP (family 0). */
bool segment_parse(const uint8_t *frame, uint32_t have, uint32_t bytes, struct segment_headers *h);

/* Adds bytes to a sum. A block that more follow must be of even length. */
uint32_t segment_sum(uint32_t sum, const void *p, size_t bytes);
uint16_t segment_fold(uint32_t sum); /* not complemented */
/* The pseudo header's sum, folded, not complemented: what stands in the checksum field of a frame whose checksum somebody else is to
 * finish. l4_bytes 0: without the length, as LSO wants it. */
uint16_t segment_pseudo(const uint8_t *frame, const struct segment_headers *h, uint32_t l4_bytes);
/* Finishes a checksum as VIRTIO_NET_HDR_F_NEEDS_CSUM asks: sums from start to the end, with what is in the field, stores it. 0, -EINVAL
 * when the field is not in the frame. */
int segment_fill(uint8_t *frame, uint32_t bytes, unsigned start, unsigned offset);
/* Fills in the TCP or UDP checksum whatever was in the field, and the IPv4 header's. Frames without them are left alone. */
void segment_checksum(uint8_t *frame, const struct segment_headers *h);
void segment_ip4(uint8_t *ip); /* IPv4 header checksum, options included */
/* What a receiver would find: SEGMENT_GOOD, _BAD, _NONE (not there: UDP over IPv4 without a sum, a fragment, another protocol). */
enum segment_verdict { SEGMENT_NONE, SEGMENT_GOOD, SEGMENT_BAD };
enum segment_verdict segment_verify_ip4(const uint8_t *frame, const struct segment_headers *h);
enum segment_verdict segment_verify_l4(const uint8_t *frame, const struct segment_headers *h);

/* How IPv4 identifications go on from segment to segment: all 16 bits, or the low 15 within 0x0000 .. 0x7fff, as NDIS wants it of LSO. */
enum segment_ipid { SEGMENT_IPID_16, SEGMENT_IPID_15 };
struct segment_options {
	enum segment_ipid ipid;
	/* Payload bytes of a piece: 0 cuts to single segments; else super-frames again, of at most this much payload, rounded down to whole
	 * segments (at least one). */
	uint32_t piece;
	/* Leave the TCP or UDP checksum to somebody else: the pseudo header's sum in the field, `info` says NEEDS_CSUM. Pieces of
	 * more than one segment always do. */
	bool partial;
};
struct segment_cut {
	const uint8_t *frame;
	struct segment_headers h;
	struct segment_options o;
	uint32_t payload, at; /* bytes of payload in the frame; gone into pieces */
	uint32_t mss, piece;
	uint32_t start; /* plain frames: NEEDS_CSUM's */
	uint16_t offset;
	bool plain, needs_csum, ecn, done;
	uint32_t index; /* segments before this piece */
};
/*
 * Looks at a frame as `info` describes it; the frame must stay until the last segment_next(). A frame that is not to be segmented comes out
 * of segment_next() once, with its checksum done if info asked for that. 0, or -EINVAL: the frame is not what info says (no TCP or UDP, a
 * fragment, gso_size 0, an unknown gso_type, headers of more than SEGMENT_HEADERS_MAX bytes, checksum field outside).
 *
 * What segments get: lengths, sequence numbers and IPv4 identifications go on; PSH and FIN on the last only; CWR on the first only; every
 * other header byte as it was; the last may be shorter, of UDP (USO) too.
 */
int segment_begin(struct segment_cut *c, const uint8_t *frame, uint32_t bytes, const struct frame_info *info,
                  const struct segment_options *o);
/* The next piece into `out`: its bytes, 0: that was all, -EMSGSIZE: more than `max`. `info` (may be NULL) gets what goes with it; members
 * that are not about checksum and segmentation are zero. */
int segment_next(struct segment_cut *c, uint8_t *out, uint32_t max, struct frame_info *info);
/* How many segments a cable carries for this frame; 1 when it is none to be cut. */
uint32_t segment_count(const struct frame_info *info, uint32_t bytes, const struct segment_headers *h);
