/*
 * plan: what is done with one frame that Linux sends, given what the driver's current configuration can do. Pure functions: no NDIS call,
 * no allocation, no state.
 *
 *   caps_read()     the configuration, digested; once per change
 *   plan_frame()    one frame: hand it down with this out-of-band information, or cut it into pieces first (base/segment.h) and plan those
 *   plan_apply()    the frame's bytes as the plan wants them: pseudo header sums without length, zeroed fields, or the checksum done here
 *
 * An offload is used when the current configuration has it on, OID_OFFLOAD_ENCAPSULATION was set for the family as 802.3, the block's
 * Encapsulation has what the frame has (plain, a tag in the frame, a tag out of band), and the packet is one that the members allow
 * (RP-079, RP-101). Everything else is done in software.
 */
#pragma once
#include "base/frame.h"
#include "base/segment.h"
#include <ndis.h>

enum encapsulation_bits { CAN_PLAIN = 1, CAN_TAG = 2, CAN_TAG_OOB = 4 }; /* of a block; 0: the block is off */

struct caps_csum {
	uint8_t can;
	bool tcp, udp, ip, ip_options /* or extension headers */, tcp_options;
};
struct caps_large {
	uint8_t can;
	bool ip_options /* or extension headers */, tcp_options, short_last;
	uint32_t max, min; /* payload bytes; segments */
};
struct caps {
	struct caps_csum csum4, csum6;
	struct caps_large lso1, lso4, lso6, uso4, uso6; /* lso4, lso6: version 2 */
	bool vlan, priority;                            /* takes a tag out of band: MacOptions */
};
/* `task` may be shorter than the structure: `size` bytes count. mac_options: NDIS_MAC_OPTION_*. e: what was set successfully, NULL:
 * nothing, then no offload is used. */
void caps_read(struct caps *c, const NDIS_OFFLOAD *task, size_t size, const NDIS_OFFLOAD_ENCAPSULATION *e, ULONG mac_options);

enum plan_kind { PLAN_SEND, PLAN_CUT, PLAN_DROP };
struct plan {
	enum plan_kind kind;
	const char *why; /* of PLAN_CUT and PLAN_DROP: for counters and notes */
	NDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO checksum;
	NDIS_TCP_LARGE_SEND_OFFLOAD_NET_BUFFER_LIST_INFO lso;
	NDIS_UDP_SEGMENTATION_OFFLOAD_NET_BUFFER_LIST_INFO uso;
	bool fill;      /* finish NEEDS_CSUM here */
	bool zero_ip;   /* IPv4 header checksum 0: the NIC fills it in */
	bool pseudo;    /* pseudo header sum without length in the TCP or UDP field */
	bool zero_len;  /* LSOv2: IP length 0 */
	bool ipid;      /* RP-315 */
	uint32_t piece; /* PLAN_CUT: payload bytes of a piece, 0: single segments */
};
/* `h` as segment_parse() found it (family 0: no IP). mtu: bytes behind the Ethernet header, tag not counted. */
void plan_frame(const struct caps *c, const uint8_t *frame, const struct segment_headers *h, const struct frame_info *info, uint32_t bytes,
                uint32_t mtu, struct plan *p);
void plan_apply(const struct plan *p, const struct segment_headers *h, const struct frame_info *info, uint8_t *frame, uint32_t bytes);
