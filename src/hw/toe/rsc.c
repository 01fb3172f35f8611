/*
 * toe, receive segment coalescing, by the rules as documented ("Rules for Coalescing TCP/IP Segments", "Exception Conditions that Terminate
 * Coalescing", "Updating the IP Headers for Coalesced Segments").
 *
 * Consecutive segments of a connection that wait together, that is within one batch of frames, become one: a single coalesced unit (SCU),
 * built in the card's memory and sent up when something ends it, at the latest at the end of the batch; nothing is held back to wait for
 * more. Up to SCUS connections are tracked at a time.
 *
 *   ends it, and goes up by itself   SYN, URG, RST, FIN or no ACK; a TCP option that is not the timestamp; IP options, extension headers; a
 *                                    bad checksum (exceptions: rsc_aborts); a pure ACK that is not a window update
 *   ends it, and begins the next     not the next in sequence; an older acknowledgment or timestamp; other ECN or ECE/CWR bits (an
 *                                    exception); more than an IP datagram; other DF, DSCP, flow label, header length
 *   goes into it                     data that is next in sequence (ACK, window, timestamp of the latest; PSH of any; smallest TTL), and
 * window updates
 *
 * Duplicate ACKs are never counted into a unit (the documented exemption). On a wire that carries super-frames Linux has coalesced already:
 * such a frame goes up as it is when every rule allows it.
 */
#include "hw/toe/engine.h"
#include "hw/toe/sum.h"
#include <stdlib.h>

#define SCUS     8u
#define TCP_FIN  0x01u
#define TCP_PSH  0x08u
#define TCP_ACK  0x10u
#define TCP_ECE  0x40u
#define TCP_CWR  0x80u
#define DATAGRAM 65535u

struct toe_scu {
	bool open;
	unsigned segments;
	uint32_t next_seq, ack, first_stamp, stamp;
	uint16_t window;
	bool stamped;
	struct segment_headers p;
	struct toe_rx_frame f;
	uint8_t *data; /* FRAME_MAX */
};

int toe_rsc_init(struct toe *t)
{
	t->traffic.scu = calloc(SCUS, sizeof *t->traffic.scu);
	for (unsigned i = 0; t->traffic.scu && i < SCUS; i++) {
		t->traffic.scu[i].data = malloc(FRAME_MAX);
		if (!t->traffic.scu[i].data)
			return -ENOMEM;
	}
	return t->traffic.scu ? 0 : -ENOMEM;
}

void toe_rsc_free(struct toe *t)
{
	for (unsigned i = 0; t->traffic.scu && i < SCUS; i++)
		free(t->traffic.scu[i].data);
	free(t->traffic.scu);
}

void toe_rsc_stop(struct toe *t)
{
	for (unsigned i = 0; t->traffic.scu && i < SCUS; i++)
		t->traffic.scu[i].open = false;
}

bool toe_rsc_on(const struct toe *t, const struct segment_headers *p)
{
	return p->proto == 6 && (t->setup.offloads.seg & (p->family == 6 ? TOE_SEG_RSC6 : TOE_SEG_RSC4));
}

/* The one option that may be coalesced, as RFC 7323 recommends to lay it out. */
static bool timestamp_only(const uint8_t *tcp, unsigned bytes)
{
	return bytes == 32 && tcp[20] == 1 && tcp[21] == 1 && tcp[22] == 8 && tcp[23] == 10;
}

static bool exception(const struct toe_segment *s)
{
	const uint8_t *tcp = s->h + s->p->l4;
	const unsigned bytes = s->p->payload - s->p->l4;
	if (!s->sums_good || s->p->ip_options || s->p->ip6_extensions || s->p->tags)
		return true;
	if ((tcp[13] & ~(TCP_PSH | TCP_ECE | TCP_CWR)) != TCP_ACK || (tcp[12] & 15))
		return true;
	return bytes > 20 && !timestamp_only(tcp, bytes);
}

static struct toe_scu *find(struct toe *t, const struct toe_segment *s)
{
	const struct segment_headers *p = s->p;
	for (unsigned i = 0; i < SCUS; i++) {
		struct toe_scu *u = &t->traffic.scu[i];
		if (u->open && u->p.family == p->family && u->f.done.vlan == s->frame->done.vlan &&
		    !memcmp(u->data + u->p.address, s->h + p->address, p->address_size * 2u) && !memcmp(u->data + u->p.l4, s->h + p->l4, 4))
			return u;
	}
	return NULL;
}

/* The unit is complete: its headers say so, and up it goes. */
static bool flush(struct nic *n, struct toe_scu *u)
{
	struct toe *t = nic_state(n);
	uint8_t *ip = u->data + u->p.l3, *tcp = u->data + u->p.l4;
	const struct iovec v = {u->data, u->f.bytes};
	u->open = false;
	u->f.v = &v;
	if (u->segments > 1 || u->f.frames > 1) {
		u->p.end = u->f.bytes;
		if (u->p.family == 4)
			toe_put16(ip + 2, u->f.bytes - u->p.l3);
		else
			toe_put16(ip + 4, u->f.bytes - u->p.l3 - 40);
		toe_put32(tcp + 8, u->ack);
		toe_put16(tcp + 14, u->window);
		if (u->stamped)
			toe_put32(tcp + 24, u->stamp);
		segment_checksum(u->data, &u->p);
		u->f.done.flags |= TOE_RX_L4_GOOD | (u->p.family == 4 ? TOE_RX_IP4_GOOD : 0);
	}
	if (u->segments > 1) {
		u->f.done.segments = (uint16_t)(u->segments + (t->bugs & TOE_BUG_RSC_COUNT ? 1 : 0));
		u->f.done.timestamp_delta = u->stamped ? u->stamp - u->first_stamp : 0;
		t->statistics.rsc_packets += u->segments;
		t->statistics.rsc_bytes += u->f.bytes - u->p.payload;
		t->statistics.rsc_events++;
	}
	return toe_rx_deliver(n, &u->f);
}

/* The same, when a frame is still under way: it may lie in the very buffers that the unit is about to fill. */
static bool flush_before(struct nic *n, struct toe_scu *u, const struct toe_segment *s)
{
	toe_rx_own(nic_state(n), s->frame);
	return flush(n, u);
}

bool toe_rsc_flush(struct nic *n)
{
	struct toe *t = nic_state(n);
	for (unsigned i = 0; i < SCUS; i++)
		if (t->traffic.scu[i].open && !flush(n, &t->traffic.scu[i]))
			return false;
	return true;
}

static void copy_payload(uint8_t *to, const struct toe_segment *s, uint32_t from, uint32_t bytes)
{
	for (const struct iovec *v = s->frame->v; bytes; v++) {
		if (from >= v->iov_len) {
			from -= (uint32_t)v->iov_len;
			continue;
		}
		const uint32_t left = (uint32_t)v->iov_len - from, take = left < bytes ? left : bytes;
		memcpy(to, (const uint8_t *)v->iov_base + from, take);
		to += take;
		bytes -= take;
		from = 0;
	}
}

static bool begin(struct nic *n, const struct toe_segment *s)
{
	struct toe *t = nic_state(n);
	const uint8_t *tcp = s->h + s->p->l4;
	struct toe_scu *u = NULL;
	for (unsigned i = 0; i < SCUS && !u; i++)
		if (!t->traffic.scu[i].open)
			u = &t->traffic.scu[i];
	if (!u) {
		u = &t->traffic.scu[toe_be16(tcp) % SCUS];
		if (!flush_before(n, u, s))
			return false;
	}
	const uint32_t headers = s->p->payload;
	memcpy(u->data, s->h, headers);
	copy_payload(u->data + headers, s, headers, s->p->end - headers);
	u->open = true;
	u->segments = 1;
	u->p = *s->p;
	u->f = *s->frame;
	u->f.at = NULL;
	u->f.bytes = s->p->end; /* without padding */
	u->next_seq = toe_be32(tcp + 4) + (s->p->end - headers);
	u->ack = toe_be32(tcp + 8);
	u->window = (uint16_t)toe_be16(tcp + 14);
	u->stamped = s->p->tcp_options;
	u->stamp = u->first_stamp = u->stamped ? toe_be32(tcp + 24) : 0;
	return true;
}

/* Do the headers differ in what no rule lets differ? */
static bool other_kind(const struct toe_scu *u, const struct toe_segment *s)
{
	const uint8_t *a = u->data + u->p.l3, *b = s->h + s->p->l3;
	if (u->p.l3 != s->p->l3 || u->p.payload != s->p->payload || memcmp(u->data, s->h, u->p.l3))
		return true;
	if (u->p.family == 6)
		return memcmp(a, b, 4) != 0; /* traffic class, flow label */
	return a[1] != b[1] || (a[6] & 0x40) != (b[6] & 0x40);
}

static bool other_ecn(const struct toe_scu *u, const struct toe_segment *s)
{
	const uint8_t *a = u->data + u->p.l3, *b = s->h + s->p->l3;
	const unsigned of_a = u->p.family == 6 ? a[1] >> 4 & 3u : a[1] & 3u, of_b = u->p.family == 6 ? b[1] >> 4 & 3u : b[1] & 3u;
	return of_a != of_b || ((u->data[u->p.l4 + 13] ^ s->h[s->p->l4 + 13]) & (TCP_ECE | TCP_CWR));
}

/* Puts what changes from segment to segment into the unit. */
static void add(struct toe_scu *u, const struct toe_segment *s, uint32_t bytes)
{
	const uint8_t *tcp = s->h + s->p->l4;
	const unsigned ttl = s->p->family == 6 ? 7 : 8;
	copy_payload(u->data + u->f.bytes, s, s->p->payload, bytes);
	u->f.bytes += bytes;
	u->f.frames += s->frame->frames;
	u->f.cable_bytes += s->frame->cable_bytes;
	u->segments += bytes != 0;
	u->next_seq = toe_be32(tcp + 4) + bytes;
	u->ack = toe_be32(tcp + 8);
	u->window = (uint16_t)toe_be16(tcp + 14);
	u->data[u->p.l4 + 13] |= tcp[13] & TCP_PSH;
	if (s->h[s->p->l3 + ttl] < u->data[u->p.l3 + ttl])
		u->data[u->p.l3 + ttl] = s->h[s->p->l3 + ttl];
	if (u->stamped)
		u->stamp = toe_be32(tcp + 24);
}

enum toe_taken toe_rsc_offer(struct nic *n, const struct toe_segment *s)
{
	struct toe *t = nic_state(n);
	struct toe_scu *u = find(t, s);
	if (exception(s)) {
		t->statistics.rsc_aborts++;
		return u && !flush_before(n, u, s) ? TOE_STOPPED : TOE_PASS;
	}
	const uint8_t *tcp = s->h + s->p->l4;
	const uint32_t bytes = s->p->end - s->p->payload, seq = toe_be32(tcp + 4), ack = toe_be32(tcp + 8);
	const bool kind = u && other_kind(u, s), ecn = u && other_ecn(u, s);
	const bool next = u && (seq == u->next_seq || (t->bugs & TOE_BUG_RSC_MERGE));
	if (!bytes) { /* a pure ACK; only a window update goes into a unit */
		if (next && !kind && !ecn && ack == u->ack && toe_be16(tcp + 14) != u->window && !(tcp[13] & TCP_PSH) && !u->stamped) {
			add(u, s, 0);
			return TOE_TAKEN;
		}
		return u && !flush_before(n, u, s) ? TOE_STOPPED : TOE_PASS;
	}
	if (u) {
		const bool fits = u->f.bytes + bytes - u->p.l3 <= DATAGRAM && u->f.bytes + bytes <= FRAME_MAX - 64;
		const bool older = (int32_t)(ack - u->ack) < 0 || (u->stamped && (int32_t)(toe_be32(tcp + 24) - u->stamp) < 0);
		if (ecn)
			t->statistics.rsc_aborts++;
		if (!ecn && !kind && next && fits && !older) {
			add(u, s, bytes);
			return TOE_TAKEN;
		}
		if (!flush_before(n, u, s))
			return TOE_STOPPED;
	}
	return begin(n, s) ? TOE_TAKEN : TOE_STOPPED;
}

enum toe_taken toe_rsc_super(struct nic *n, const struct toe_segment *s)
{
	struct toe_scu *u = find(nic_state(n), s);
	if (u && !flush_before(n, u, s))
		return TOE_STOPPED;
	return exception(s) ? TOE_PASS : TOE_TAKEN;
}
