/*
 * toe, what the engines know of a frame: where its IP and TCP or UDP headers are, as a card's parser finds them. Works on a copy of the
 * first TOE_HEAD bytes; what does not fit there is not looked into.
 */
#include "hw/toe/engine.h"
#include <string.h>

#define ETH_IP4  0x0800u
#define ETH_IP6  0x86ddu
#define ETH_VLAN 0x8100u

static unsigned be16(const uint8_t *p)
{
	return (unsigned)p[0] << 8 | p[1];
}

static void parse_l4(const uint8_t *h, unsigned have, struct toe_headers *p, unsigned at, unsigned proto)
{
	if (proto == 6 && at + 20 <= have) {
		const unsigned bytes = (h[at + 12] >> 4) * 4u;
		if (bytes < 20 || at + bytes > have || at + bytes > p->end)
			return;
		p->tcp_options = bytes > 20;
		p->payload = (uint16_t)(at + bytes);
	} else if (proto == 17 && at + 8 <= have && at + 8 <= p->end) {
		p->payload = (uint16_t)(at + 8);
	} else {
		return;
	}
	p->proto = (uint8_t)proto;
	p->l4 = (uint16_t)at;
}

static void parse_ip4(const uint8_t *h, unsigned have, uint32_t bytes, struct toe_headers *p)
{
	const unsigned at = p->l3, header = at + 20 <= have ? (h[at] & 15u) * 4 : 0;
	if (header < 20 || h[at] >> 4 != 4 || at + header > have)
		return;
	p->end = at + be16(h + at + 2);
	if (p->end < at + header || p->end > bytes)
		return;
	p->family = 4;
	p->ip_options = header > 20;
	p->fragment = (be16(h + at + 6) & 0x3fff) != 0;
	if (!p->fragment)
		parse_l4(h, have, p, at + header, h[at + 9]);
}

static void parse_ip6(const uint8_t *h, unsigned have, uint32_t bytes, struct toe_headers *p)
{
	unsigned at = p->l3 + 40u;
	if (at > have || h[p->l3] >> 4 != 6)
		return;
	p->end = at + be16(h + p->l3 + 4);
	if (p->end > bytes)
		return;
	p->family = 6;
	unsigned next = h[p->l3 + 6];
	/* hop-by-hop, routing, destination options; up to 128 bytes of them */
	while ((next == 0 || next == 43 || next == 60) && at + 8 <= have && at - p->l3 - 40u <= 128) {
		p->ext_headers = true;
		next = h[at];
		at += (h[at + 1] + 1u) * 8;
	}
	if (next == 44)
		p->fragment = true;
	else if (at <= have)
		parse_l4(h, have, p, at, next);
}

void toe_parse(const uint8_t *h, unsigned have, uint32_t bytes, struct toe_headers *p)
{
	memset(p, 0, sizeof *p);
	if (have < 14)
		return;
	unsigned type = be16(h + 12);
	p->l3 = 14;
	if (type == ETH_VLAN && have >= 18) {
		p->tagged = true;
		p->tag = (uint16_t)be16(h + 14);
		type = be16(h + 16);
		p->l3 = 18;
	}
	if (type == ETH_IP4)
		parse_ip4(h, have, bytes, p);
	else if (type == ETH_IP6)
		parse_ip6(h, have, bytes, p);
	if (!p->family)
		p->l3 = 0;
}

unsigned toe_destination(const uint8_t *frame)
{
	static const uint8_t broadcast[6] = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff};
	return !(frame[0] & 1) ? 0 : memcmp(frame, broadcast, 6) ? 1 : 2;
}
