/*
 * segment: finding headers, sums. The cutting is in segment_cut.c.
 *
 * Everything a frame says of itself is checked against the bytes that are there before it is used: frames come from networks and from the
 * machine. Sums run over 32 bits at a time in a 64 bit accumulator, which compilers make wide loads of.
 */
#include "base/segment.h"
#include <arpa/inet.h>
#include <linux/virtio_net.h>
#include <string.h>

#define ETH_IP4   0x0800u
#define ETH_IP6   0x86ddu
#define ETH_TAG   0x8100u
#define ETH_S_TAG 0x88a8u
#define TCP       6
#define UDP       17

static unsigned be16(const uint8_t *p)
{
	return (unsigned)p[0] << 8 | p[1];
}
static void parse_l4(const uint8_t *f, uint32_t have, struct segment_headers *h, uint32_t at, uint8_t next)
{
	uint32_t bytes = 8;

	h->l4 = (uint16_t)at;
	h->next = next;
	if (next == TCP) {
		if (at + 20 > have || at + 20 > h->end)
			return;
		bytes = (f[at + 12] >> 4) * 4u;
		if (bytes < 20)
			return;
		h->tcp_options = bytes > 20;
	} else if (next != UDP) {
		return;
	}
	if (at + bytes > have || at + bytes > h->end)
		return;
	h->proto = next;
	h->payload = (uint16_t)(at + bytes);
}
static void parse_ip4(const uint8_t *f, uint32_t have, uint32_t bytes, struct segment_headers *h)
{
	const uint32_t at = h->l3;
	uint32_t header;

	if (at + 20 > have || f[at] >> 4 != 4)
		return;
	header = (f[at] & 15u) * 4;
	h->end = at + be16(f + at + 2);
	if (header < 20 || at + header > have || h->end < at + header || h->end > bytes)
		return;
	h->family = 4;
	h->address = (uint16_t)(at + 12);
	h->address_size = 4;
	h->ip_options = header > 20;
	h->fragment = (be16(f + at + 6) & 0x3fff) != 0;
	if (!h->fragment)
		parse_l4(f, have, h, at + header, f[at + 9]);
}
static void parse_ip6(const uint8_t *f, uint32_t have, uint32_t bytes, struct segment_headers *h)
{
	uint32_t at = h->l3 + 40u;
	uint8_t next;

	if (at > have || f[h->l3] >> 4 != 6)
		return;
	h->end = at + be16(f + h->l3 + 4);
	if (h->end > bytes)
		return;
	h->family = 6;
	h->address = (uint16_t)(h->l3 + 8);
	h->address_size = 16;
	next = f[h->l3 + 6];
	for (;; h->ip6_extensions = true) {
		uint32_t size;

		if (next == 44) {
			h->ip6_extensions = h->fragment = true;
			return;
		}
		if (next != 0 && next != 43 && next != 60 && next != 51)
			break;
		if (at + 8 > have || at + 8 > h->end)
			return;
		size = next == 51 ? (f[at + 1] + 2u) * 4 : (f[at + 1] + 1u) * 8;
		next = f[at];
		at += size;
		if (at > h->end)
			return;
	}
	parse_l4(f, have, h, at, next);
}
bool segment_parse(const uint8_t *f, uint32_t have, uint32_t bytes, struct segment_headers *h)
{
	unsigned type;

	memset(h, 0, sizeof(*h));
	have = have < bytes ? have : bytes;
	if (have < 14)
		return false;
	h->l3 = 14;
	type = be16(f + 12);
	while ((type == ETH_TAG || type == ETH_S_TAG) && h->tags < 2 && have >= h->l3 + 4u) {
		if (!h->tags++)
			h->tag = (uint16_t)be16(f + h->l3);
		type = be16(f + h->l3 + 2);
		h->l3 = (uint16_t)(h->l3 + 4);
	}
	if (type == ETH_IP4)
		parse_ip4(f, have, bytes, h);
	else if (type == ETH_IP6)
		parse_ip6(f, have, bytes, h);
	return h->family != 0;
}

uint16_t segment_fold(uint32_t sum)
{
	sum = (sum & 0xffff) + (sum >> 16);
	return (uint16_t)(sum + (sum >> 16));
}
uint32_t segment_sum(uint32_t sum, const void *p, size_t bytes)
{
	const uint8_t *b = p;
	uint64_t s = sum;

	for (; bytes >= 32; bytes -= 32, b += 32) {
		uint32_t w[8];

		memcpy(w, b, sizeof(w));
		s += (uint64_t)w[0] + w[1] + w[2] + w[3] + w[4] + w[5] + w[6] + w[7];
	}
	for (; bytes >= 2; bytes -= 2, b += 2) {
		uint16_t w;

		memcpy(&w, b, sizeof(w));
		s += w;
	}
	if (bytes) {
		const uint8_t last[2] = {*b, 0};
		uint16_t w;

		memcpy(&w, last, sizeof(w));
		s += w;
	}
	s = (s & 0xffffffff) + (s >> 32);
	s = (s & 0xffffffff) + (s >> 32);
	return segment_fold((uint32_t)s);
}
uint16_t segment_pseudo(const uint8_t *f, const struct segment_headers *h, uint32_t l4_bytes)
{
	uint32_t sum = segment_sum(0, f + h->address, h->address_size * 2u);

	sum += htons(h->next);
	sum += htons((uint16_t)(l4_bytes >> 16)); /* jumbograms apart, 0 */
	sum += htons((uint16_t)l4_bytes);
	return segment_fold(sum);
}
static void store(uint8_t *field, uint32_t sum)
{
	uint16_t v = (uint16_t)~segment_fold(sum);

	v = v ? v : 0xffff; /* 0 is "no checksum" in UDP, and to TCP both are the same */
	memcpy(field, &v, sizeof(v));
}
int segment_fill(uint8_t *f, uint32_t bytes, unsigned start, unsigned offset)
{
	if (start >= bytes || start + offset + 2 > bytes)
		return -EINVAL;
	store(f + start + offset, segment_sum(0, f + start, bytes - start));
	return 0;
}
void segment_ip4(uint8_t *ip)
{
	uint16_t v;

	memset(ip + 10, 0, 2);
	v = (uint16_t)~segment_fold(segment_sum(0, ip, (ip[0] & 15u) * 4));
	memcpy(ip + 10, &v, sizeof(v));
}
void segment_checksum(uint8_t *f, const struct segment_headers *h)
{
	if (h->family == 4)
		segment_ip4(f + h->l3);
	if (h->proto) {
		const unsigned said = h->proto == UDP ? be16(f + h->l4 + 4) : 0;
		const uint32_t ip = h->end - h->l4, bytes = said >= 8 && said < ip ? said : ip;
		uint8_t *field = f + h->l4 + (h->proto == TCP ? 16 : 6);

		memset(field, 0, 2);
		store(field, segment_sum(segment_pseudo(f, h, bytes), f + h->l4, bytes));
	}
}
enum segment_verdict segment_verify_ip4(const uint8_t *f, const struct segment_headers *h)
{
	if (h->family != 4)
		return SEGMENT_NONE;
	return segment_fold(segment_sum(0, f + h->l3, (f[h->l3] & 15u) * 4)) == 0xffff ? SEGMENT_GOOD : SEGMENT_BAD;
}
enum segment_verdict segment_verify_l4(const uint8_t *f, const struct segment_headers *h)
{
	uint32_t bytes = h->end - h->l4;

	if (!h->proto)
		return SEGMENT_NONE;
	if (h->proto == UDP) {
		const unsigned said = be16(f + h->l4 + 4);

		if (!be16(f + h->l4 + 6))
			return h->family == 4 ? SEGMENT_NONE : SEGMENT_BAD; /* RFC 8200, 8.1: IPv6 has no UDP without a sum */
		if (said < 8 || said > bytes)
			return SEGMENT_BAD;
		bytes = said;
	}
	return segment_fold(segment_sum(segment_pseudo(f, h, bytes), f + h->l4, bytes)) == 0xffff ? SEGMENT_GOOD : SEGMENT_BAD;
}
