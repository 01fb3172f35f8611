/* TCP and UDP frames for tests of NICs and their drivers, and sums that are computed another way than src/ does. */
#pragma once
#include <stdint.h>
#include <string.h>

static const uint8_t rig_mac[6] = {0x02, 0xf1, 0xe0, 0x70, 0x31, 0x00};
static inline void put16(uint8_t *p, unsigned v)
{
	p[0] = (uint8_t)(v >> 8);
	p[1] = (uint8_t)v;
}
static inline void put32(uint8_t *p, uint32_t v)
{
	put16(p, v >> 16);
	put16(p + 2, v & 0xffff);
}
static inline unsigned get16(const uint8_t *p)
{
	return (unsigned)p[0] << 8 | p[1];
}
static inline uint32_t get32(const uint8_t *p)
{
	return (uint32_t)get16(p) << 16 | get16(p + 2);
}
/* RFC 1071, slowly: what the card's sums are held against. */
static inline uint32_t sum16(uint32_t sum, const uint8_t *p, uint32_t bytes)
{
	for (uint32_t i = 0; i < bytes; i++)
		sum += i % 2 ? p[i] : (uint32_t)p[i] << 8, sum = (sum & 0xffff) + (sum >> 16);
	return sum;
}
struct shape {
	unsigned ip;    /* 4, 6 */
	unsigned proto; /* 6, 17 */
	uint32_t payload;
	uint32_t seq, ack;
	unsigned flags, window, id;
	unsigned ip_options, tcp_options; /* bytes, multiples of 4 */
	unsigned vlan;                    /* tag in the frame, 0 none */
	unsigned port;                    /* source */
	unsigned ecn, ttl;
};
enum { SUM_REAL, SUM_PARTIAL, SUM_PARTIAL_NO_LENGTH, SUM_WRONG };
static inline uint32_t pseudo(const uint8_t *ip, unsigned version, unsigned proto, uint32_t l4_bytes)
{
	uint32_t s = version == 4 ? sum16(0, ip + 12, 8) : sum16(0, ip + 8, 32);
	s += proto + (l4_bytes & 0xffff) + (l4_bytes >> 16);
	return (s & 0xffff) + (s >> 16);
}
struct made {
	uint32_t bytes, l3, l4, header;
	uint8_t data[70000];
};
/* A TCP or UDP frame to the card (dst rig_mac), payload a pattern that depends on seq. */
static inline void make_frame(struct made *m, struct shape s, int sum)
{
	uint8_t *f = m->data;
	memset(f, 0, 256);
	memcpy(f, rig_mac, 6);
	memcpy(f + 6, "\x02\xaa\xbb\xcc\xdd\xee", 6);
	m->l3 = s.vlan ? 18 : 14;
	if (s.vlan) {
		put16(f + 12, 0x8100);
		put16(f + 14, s.vlan);
	}
	put16(f + m->l3 - 2, s.ip == 4 ? 0x0800 : 0x86dd);
	uint8_t *ip = f + m->l3;
	m->l4 = m->l3 + (s.ip == 4 ? 20 + s.ip_options : 40);
	m->header = m->l4 + (s.proto == 6 ? 20 + s.tcp_options : 8);
	const uint32_t l4_bytes = m->header - m->l4 + s.payload;
	m->bytes = m->header + s.payload;
	if (s.ip == 4) {
		ip[0] = (uint8_t)(0x45 + s.ip_options / 4);
		ip[1] = (uint8_t)s.ecn;
		put16(ip + 2, (m->bytes - m->l3) & 0xffff);
		put16(ip + 4, s.id);
		put16(ip + 6, 0x4000);
		ip[8] = (uint8_t)(s.ttl ? s.ttl : 64);
		ip[9] = (uint8_t)s.proto;
		put32(ip + 12, 0x0a4d0002);
		put32(ip + 16, 0x0a4d0001);
		for (unsigned i = 0; i < s.ip_options; i++)
			ip[20 + i] = 1;
		put16(ip + 10, ~sum16(0, ip, 20 + s.ip_options) & 0xffff);
	} else {
		put32(ip, 0x60000000 | s.ecn << 20);
		put16(ip + 4, l4_bytes & 0xffff);
		ip[6] = (uint8_t)s.proto;
		ip[7] = (uint8_t)(s.ttl ? s.ttl : 64);
		memcpy(ip + 8, "\xfd\x00\x00\x4d\0\0\0\0\0\0\0\0\0\0\0\x02", 16);
		memcpy(ip + 24, "\xfd\x00\x00\x4d\0\0\0\0\0\0\0\0\0\0\0\x01", 16);
	}
	uint8_t *l4 = f + m->l4;
	put16(l4, s.port ? s.port : 5001);
	put16(l4 + 2, 80);
	if (s.proto == 6) {
		put32(l4 + 4, s.seq);
		put32(l4 + 8, s.ack);
		l4[12] = (uint8_t)((20 + s.tcp_options) / 4 << 4);
		l4[13] = (uint8_t)(s.flags ? s.flags : 0x10);
		put16(l4 + 14, s.window ? s.window : 1000);
		if (s.tcp_options == 12) {
			memcpy(l4 + 20, "\x01\x01\x08\x0a", 4); /* timestamps */
			put32(l4 + 24, s.seq / 1000);
			put32(l4 + 28, 77);
		} else {
			for (unsigned i = 0; i < s.tcp_options; i++)
				l4[20 + i] = 1;
		}
	} else {
		put16(l4 + 4, l4_bytes & 0xffff);
	}
	for (uint32_t i = 0; i < s.payload; i++)
		f[m->header + i] = (uint8_t)((s.seq + i) * 2654435761u >> 24);
	uint8_t *field = l4 + (s.proto == 6 ? 16 : 6);
	const uint32_t part = pseudo(ip, s.ip, s.proto, sum == SUM_PARTIAL_NO_LENGTH ? 0 : l4_bytes);
	if (sum == SUM_PARTIAL || sum == SUM_PARTIAL_NO_LENGTH)
		put16(field, part);
	else
		put16(field, (~sum16(part, l4, l4_bytes) & 0xffff) ^ (sum == SUM_WRONG ? 0x0100 : 0));
}
/* Is everything summed right in this frame, as a cable carries it? */
static inline void check_sums(const uint8_t *f, uint32_t bytes)
{
	const uint32_t l3 = get16(f + 12) == 0x8100 ? 18 : 14;
	const uint8_t *ip = f + l3;
	const unsigned version = ip[0] >> 4;
	const uint32_t l4 = l3 + (version == 4 ? (ip[0] & 15u) * 4 : 40);
	const unsigned proto = version == 4 ? ip[9] : ip[6];
	const uint32_t end = version == 4 ? l3 + get16(ip + 2) : l3 + 40 + get16(ip + 4);
	assert_int_equal(end, bytes);
	if (version == 4)
		assert_int_equal(sum16(0, ip, l4 - l3), 0xffff);
	assert_int_equal(sum16(pseudo(ip, version, proto, end - l4), f + l4, end - l4), 0xffff);
}
