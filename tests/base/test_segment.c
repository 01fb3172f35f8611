/*
 * segment: against a reference that shares nothing with it: sums byte by byte as RFC 1071 says, headers read anew at offsets that the test
 * built them with.
 */
#include "base/segment.h"
#include <linux/virtio_net.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

struct shape {
	const char *name;
	int family, proto, tags, ip_extra, tcp_extra, ext;
	uint32_t payload, mss;
};
static uint8_t frame[FRAME_MAX], piece[FRAME_MAX];

static uint16_t get16(const uint8_t *p)
{
	return (uint16_t)(p[0] * 256 + p[1]);
}
static uint32_t get32(const uint8_t *p)
{
	return (uint32_t)get16(p) * 65536u + get16(p + 2);
}
static void set16(uint8_t *p, unsigned v)
{
	p[0] = (uint8_t)(v / 256);
	p[1] = (uint8_t)(v % 256);
}
static unsigned long slow_sum(const uint8_t *p, unsigned long n)
{
	unsigned long s = 0;

	for (unsigned long i = 0; i < n; i++)
		s += i % 2 ? p[i] : p[i] * 256ul;
	return s;
}
static uint16_t slow_fold(unsigned long s)
{
	while (s > 0xffff)
		s = s % 65536 + s / 65536;
	return (uint16_t)s;
}
struct at {
	unsigned l3, l4, payload;
};
static struct at where(const struct shape *s)
{
	struct at a;

	a.l3 = 14 + 4 * (unsigned)s->tags;
	a.l4 = a.l3 + (s->family == 4 ? 20u + (unsigned)s->ip_extra : 40u + 8u * (unsigned)s->ext);
	a.payload = a.l4 + (s->proto == 6 ? 20u + (unsigned)s->tcp_extra : 8u);
	return a;
}
static uint16_t slow_l4(const uint8_t *f, const struct shape *s, uint32_t end)
{
	const struct at a = where(s);
	const unsigned long l4 = end - a.l4;
	unsigned long sum = s->family == 4 ? slow_sum(f + a.l3 + 12, 8) : slow_sum(f + a.l3 + 8, 32);

	return slow_fold(sum + (unsigned long)s->proto + l4 / 65536 + l4 % 65536 + slow_sum(f + a.l4, l4));
}
/* A frame of this shape; its bytes. */
static uint32_t build(const struct shape *s, struct frame_info *info)
{
	const struct at a = where(s);
	const uint32_t bytes = a.payload + s->payload;
	uint8_t *ip = frame + a.l3, *l4 = frame + a.l4;

	srand(7);
	for (uint32_t i = 0; i < bytes; i++)
		frame[i] = (uint8_t)rand();
	for (int t = 0; t < s->tags; t++)
		set16(frame + 12 + 4 * t, t + 1 < s->tags ? 0x88a8 : 0x8100);
	set16(frame + a.l3 - 2, s->family == 4 ? 0x0800 : 0x86dd);
	if (s->family == 4) {
		ip[0] = (uint8_t)(0x40 + (20 + s->ip_extra) / 4);
		set16(ip + 2, bytes - a.l3);
		set16(ip + 4, 0x7ffe);
		set16(ip + 6, 0x4000);
		ip[9] = (uint8_t)s->proto;
		memset(ip + 20, 1, (size_t)s->ip_extra);
		set16(ip + 10, 0);
		set16(ip + 10, 0xffffu - slow_fold(slow_sum(ip, 20u + (unsigned)s->ip_extra)));
	} else {
		ip[0] = 0x60;
		set16(ip + 4, bytes - a.l3 - 40);
		ip[6] = (uint8_t)(s->ext ? 0 : s->proto);
		for (int i = 0; i < s->ext; i++) {
			ip[40 + 8 * i] = (uint8_t)(i + 1 < s->ext ? 60 : s->proto);
			ip[41 + 8 * i] = 0;
		}
	}
	if (s->proto == 6) {
		l4[12] = (uint8_t)((20 + s->tcp_extra) / 4 * 16);
		l4[13] = 0x80 | 0x40 | 0x10 | 0x08 | 0x01; /* CWR ECE ACK PSH FIN */
		memset(l4 + 20, 1, (size_t)s->tcp_extra);
		set16(l4 + 4, 0xffff); /* the sequence number wraps */
	} else {
		set16(l4 + 4, bytes - a.l4);
	}
	memset(info, 0, sizeof(*info));
	if (s->mss) {
		info->flags = VIRTIO_NET_HDR_F_NEEDS_CSUM;
		info->gso_type = s->proto == 17 ? 5 : s->family == 4 ? VIRTIO_NET_HDR_GSO_TCPV4 : VIRTIO_NET_HDR_GSO_TCPV6;
		info->gso_size = (uint16_t)s->mss;
		info->hdr_len = (uint16_t)a.payload;
		info->csum_start = (uint16_t)a.l4;
		info->csum_offset = s->proto == 6 ? 16 : 6;
	}
	return bytes;
}
static const struct shape shapes[] = {
        {"v4", 4, 6, 0, 0, 12, 0, 10 * 1448 + 3, 1448},   {"v4 full", 4, 6, 0, 0, 0, 0, 65495, 1460},
        {"v4 exact", 4, 6, 0, 0, 12, 0, 4 * 1448, 1448},  {"v4 one", 4, 6, 0, 0, 12, 0, 5, 1448},
        {"v4 none", 4, 6, 0, 0, 12, 0, 0, 1448},          {"v4 odd", 4, 6, 0, 0, 12, 0, 5000, 537},
        {"v4 options", 4, 6, 0, 40, 40, 0, 9000, 1000},   {"v4 tag", 4, 6, 1, 0, 12, 0, 9000, 1000},
        {"v4 two tags", 4, 6, 2, 0, 12, 0, 9000, 1000},   {"v6", 6, 6, 0, 0, 12, 0, 60000, 1428},
        {"v6 ext", 6, 6, 1, 0, 12, 3, 60000, 1400},       {"uso4", 4, 17, 0, 0, 0, 0, 10 * 1200 + 7, 1200},
        {"uso6", 6, 17, 1, 0, 0, 2, 10 * 1201 + 7, 1201},
};
static void parse_finds_what_was_built(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(shapes); i++) {
		const struct shape *s = &shapes[i];
		const struct at a = where(s);
		struct segment_headers h;
		struct frame_info info;
		const uint32_t bytes = build(s, &info);

		assert_true(segment_parse(frame, bytes, bytes + 6, &h)); /* six bytes of padding */
		assert_int_equal(h.family, s->family);
		assert_int_equal(h.proto, s->proto);
		assert_int_equal(h.tags, s->tags);
		assert_int_equal(h.l3, a.l3);
		assert_int_equal(h.l4, a.l4);
		assert_int_equal(h.payload, a.payload);
		assert_int_equal(h.end, bytes);
		assert_int_equal(h.ip_options, s->ip_extra > 0);
		assert_int_equal(h.ip6_extensions, s->ext > 0);
		assert_int_equal(h.tcp_options, s->tcp_extra > 0);
		for (uint32_t have = 0; have < a.payload; have++) { /* never believes more than is there */
			segment_parse(frame, have, bytes, &h);
			assert_int_equal(h.proto, 0);
		}
	}
}
static void sums_are_rfc_1071s(void **state)
{
	uint8_t b[300];

	(void)state;
	srand(3);
	for (size_t i = 0; i < sizeof(b); i++)
		b[i] = (uint8_t)(i < 100 ? 0xff : rand());
	for (size_t from = 0; from < 9; from++)
		for (size_t n = 0; n < sizeof(b) - from; n++) {
			const uint16_t sum = segment_fold(segment_sum(0, b + from, n));
			uint8_t stored[2];

			memcpy(stored, &sum, 2);
			assert_int_equal(get16(stored), slow_fold(slow_sum(b + from, n)));
		}
}
static void check_piece(const struct shape *s, const uint8_t *p, uint32_t bytes, uint32_t at, uint32_t index, bool last, bool ipid15)
{
	const struct at a = where(s);
	const uint8_t *ip = p + a.l3, *l4 = p + a.l4;

	assert_memory_equal(p, frame, a.l3);
	if (s->family == 4) {
		assert_int_equal(get16(ip + 2), bytes - a.l3);
		assert_int_equal(get16(ip + 4), ipid15 ? (0x7ffe + index) % 0x8000 : 0x7ffe + index);
		assert_int_equal(slow_fold(slow_sum(ip, a.l4 - a.l3)), 0xffff);
		assert_memory_equal(ip + 12, frame + a.l3 + 12, a.l4 - a.l3 - 12);
	} else {
		assert_int_equal(get16(ip + 4), bytes - a.l3 - 40);
		assert_memory_equal(ip + 6, frame + a.l3 + 6, a.l4 - a.l3 - 6);
	}
	if (s->proto == 6) {
		assert_int_equal(get32(l4 + 4), (uint32_t)(get32(frame + a.l4 + 4) + at));
		assert_int_equal(l4[13] & 0x09, last ? 0x09 : 0);
		assert_int_equal(l4[13] & 0x80, at ? 0 : 0x80);
		assert_int_equal(l4[13] & 0x76, 0x50);
		assert_memory_equal(l4 + 20, frame + a.l4 + 20, (size_t)s->tcp_extra);
	} else {
		assert_int_equal(get16(l4 + 4), bytes - a.l4);
	}
	assert_memory_equal(p + a.payload, frame + a.payload + at, bytes - a.payload);
}
static void segments_are_what_a_nic_would_send(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(shapes); i++)
		for (int ipid15 = 0; ipid15 < 2; ipid15++) {
			const struct shape *s = &shapes[i];
			const struct segment_options o = {.ipid = ipid15 ? SEGMENT_IPID_15 : SEGMENT_IPID_16};
			const struct at a = where(s);
			struct frame_info info, out;
			struct segment_headers h;
			struct segment_cut c;
			const uint32_t total = build(s, &info);
			uint32_t at = 0, index = 0;
			int bytes;

			assert_int_equal(segment_begin(&c, frame, total, &info, &o), 0);
			while ((bytes = segment_next(&c, piece, sizeof(piece), &out)) > 0) {
				const uint32_t payload = (uint32_t)bytes - a.payload;

				assert_true(payload == s->mss || at + payload == s->payload);
				check_piece(s, piece, (uint32_t)bytes, at, index++, at + payload == s->payload, ipid15);
				assert_int_equal(slow_l4(piece, s, (uint32_t)bytes), 0xffff);
				assert_int_equal(out.gso_type, 0);
				assert_int_equal(out.flags, 0);
				segment_parse(piece, (uint32_t)bytes, (uint32_t)bytes, &h);
				assert_int_equal(segment_verify_l4(piece, &h), SEGMENT_GOOD);
				assert_int_equal(segment_verify_ip4(piece, &h), s->family == 4 ? SEGMENT_GOOD : SEGMENT_NONE);
				piece[a.payload - 1] ^= 4;
				assert_int_equal(segment_verify_l4(piece, &h), SEGMENT_BAD);
				at += payload;
			}
			assert_int_equal(bytes, 0);
			assert_int_equal(at, s->payload);
			segment_parse(frame, total, total, &h);
			assert_int_equal(segment_count(&info, total, &h), index);
		}
}
static void smaller_super_frames_are_whole_segments(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(shapes); i++) {
		const struct shape *s = &shapes[i];
		const struct segment_options o = {.piece = 3 * s->mss + 5, .ipid = SEGMENT_IPID_16};
		const struct at a = where(s);
		struct frame_info info, out;
		struct segment_cut c;
		const uint32_t total = build(s, &info);
		uint32_t at = 0;
		int bytes;

		assert_int_equal(segment_begin(&c, frame, total, &info, &o), 0);
		while ((bytes = segment_next(&c, piece, sizeof(piece), &out)) > 0) {
			const uint32_t payload = (uint32_t)bytes - a.payload;

			assert_true(payload == 3 * s->mss || at + payload == s->payload);
			check_piece(s, piece, (uint32_t)bytes, at, at / s->mss, at + payload == s->payload, false);
			assert_int_equal(out.gso_type, payload > s->mss ? info.gso_type : 0);
			assert_int_equal(out.gso_size, payload > s->mss ? s->mss : 0);
			if (payload > s->mss) {
				assert_int_equal(out.flags, VIRTIO_NET_HDR_F_NEEDS_CSUM);
				assert_int_equal(out.csum_start, a.l4);
				assert_int_equal(segment_fill(piece, (uint32_t)bytes, out.csum_start, out.csum_offset), 0);
			}
			assert_int_equal(slow_l4(piece, s, (uint32_t)bytes), 0xffff);
			at += payload;
		}
		assert_int_equal(at, s->payload);
	}
}
static void plain_frames_get_their_sum(void **state)
{
	struct shape s = {"plain", 4, 17, 0, 0, 0, 0, 101, 0};
	struct segment_options o = {.partial = true};
	struct frame_info info, out;
	struct segment_headers h;
	struct segment_cut c;
	const uint32_t total = build(&s, &info);
	uint16_t sum;

	(void)state;
	segment_parse(frame, total, total, &h);
	sum = segment_pseudo(frame, &h, total - h.l4);
	memcpy(frame + h.l4 + 6, &sum, 2);
	info.flags = VIRTIO_NET_HDR_F_NEEDS_CSUM;
	info.csum_start = h.l4;
	info.csum_offset = 6;
	assert_int_equal(segment_begin(&c, frame, total, &info, &o), 0);
	assert_int_equal(segment_next(&c, piece, sizeof(piece), &out), (int)total);
	assert_memory_equal(piece, frame, total);
	assert_int_equal(out.flags, VIRTIO_NET_HDR_F_NEEDS_CSUM);
	assert_int_equal(segment_begin(&c, frame, total, &info, NULL), 0);
	assert_int_equal(segment_next(&c, piece, 20, &out), -EMSGSIZE);
	assert_int_equal(segment_next(&c, piece, sizeof(piece), &out), (int)total);
	assert_int_equal(segment_next(&c, piece, sizeof(piece), &out), 0);
	assert_int_equal(slow_l4(piece, &s, total), 0xffff);
	memset(frame + h.l4 + 6, 0, 2); /* UDP over IPv4 without a sum */
	assert_int_equal(segment_verify_l4(frame, &h), SEGMENT_NONE);
	segment_checksum(frame, &h);
	assert_memory_equal(frame, piece, total);
}
static void a_sum_of_zero_is_stored_as_ones(void **state)
{
	const struct shape s = {"zero", 4, 17, 0, 0, 0, 0, 2, 0};
	struct frame_info info;
	struct segment_headers h;
	const uint32_t total = build(&s, &info);

	(void)state;
	segment_parse(frame, total, total, &h);
	memset(frame + h.l4 + 6, 0, 2);
	set16(frame + h.payload, 0);
	set16(frame + h.payload, 0xffffu - slow_l4(frame, &s, total));
	segment_checksum(frame, &h);
	assert_int_equal(get16(frame + h.l4 + 6), 0xffff);
	assert_int_equal(segment_verify_l4(frame, &h), SEGMENT_GOOD);
}
static void what_is_not_as_said_is_refused(void **state)
{
	const struct shape s = {"v4", 4, 6, 0, 0, 12, 0, 5000, 1448};
	struct frame_info info;
	struct segment_headers h;
	struct segment_cut c;
	const uint32_t total = build(&s, &info);

	(void)state;
	info.gso_type = VIRTIO_NET_HDR_GSO_TCPV6;
	assert_int_equal(segment_begin(&c, frame, total, &info, NULL), -EINVAL);
	info.gso_type = VIRTIO_NET_HDR_GSO_UDP;
	assert_int_equal(segment_begin(&c, frame, total, &info, NULL), -EINVAL);
	info.gso_type = VIRTIO_NET_HDR_GSO_TCPV4;
	info.gso_size = 0;
	assert_int_equal(segment_begin(&c, frame, total, &info, NULL), -EINVAL);
	info.gso_size = 1448;
	assert_int_equal(segment_begin(&c, frame, total - 1, &info, NULL), -EINVAL); /* shorter than its IP header says */
	info.gso_type = 0;
	info.csum_start = 65000;
	assert_int_equal(segment_begin(&c, frame, total, &info, NULL), -EINVAL);
	assert_int_equal(segment_fill(frame, total, total - 1, 0), -EINVAL);
	set16(frame + 20, 0x2000); /* more fragments */
	assert_true(segment_parse(frame, total, total, &h));
	assert_true(h.fragment);
	assert_int_equal(h.proto, 0);
}
static void noise_is_survived(void **state)
{
	struct segment_headers h;
	struct segment_cut c;
	struct frame_info info;

	(void)state;
	srand(11);
	for (int i = 0; i < 1500; i++) {
		const struct shape *s = &shapes[(size_t)i % ARRAY_LEN(shapes)];
		uint32_t bytes = build(s, &info);
		uint8_t *exact;

		srand((unsigned)i);
		bytes = bytes > 300 ? 300 : bytes;
		for (int k = 0; k < 4; k++)
			frame[12 + rand() % 90] = (uint8_t)rand();
		if (i % 2 && bytes > 60)
			set16(frame + where(s).l3 + (s->family == 4 ? 2 : 4), bytes - where(s).l3 - (s->family == 4 ? 0 : 40));
		exact = malloc(bytes); /* the sanitizer build sees a byte too many */
		memcpy(exact, frame, bytes);
		if (segment_parse(exact, bytes, bytes, &h)) {
			segment_verify_l4(exact, &h);
			segment_checksum(exact, &h);
		}
		if (!segment_begin(&c, exact, bytes, &info, NULL))
			while (segment_next(&c, piece, sizeof(piece), NULL) > 0)
				;
		free(exact);
	}
}
int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(parse_finds_what_was_built),         cmocka_unit_test(sums_are_rfc_1071s),
	        cmocka_unit_test(segments_are_what_a_nic_would_send), cmocka_unit_test(smaller_super_frames_are_whole_segments),
	        cmocka_unit_test(plain_frames_get_their_sum),         cmocka_unit_test(a_sum_of_zero_is_stored_as_ones),
	        cmocka_unit_test(what_is_not_as_said_is_refused),     cmocka_unit_test(noise_is_survived),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
