/* What the card does to frames on their way in: checksums, tags, RSS, super-frames, and the lies about them. */
#include "rig.h"
#include <arpa/inet.h>

static struct made m, want;
static uint8_t got[70000];
static struct toe_rx_done d;

static void info_for(struct frame_info *info, unsigned gso_type, unsigned mss)
{
	*info = (struct frame_info){.flags = VIRTIO_NET_HDR_F_NEEDS_CSUM,
	                            .gso_type = (uint8_t)gso_type,
	                            .gso_size = (uint16_t)mss,
	                            .csum_start = (uint16_t)m.l4,
	                            .csum_offset = m.header - m.l4 == 8 ? 6 : 16};
}

static void test_checksums(void **state)
{
	(void)state;
	struct nic *n = rig_up("toe", 1, true);
	struct err e = {0};
	rig_buffers(0, 255, 2048);
	const uint32_t rx[] = {0, TOE_CSUM_IP4, TOE_CSUM_TCP4, TOE_CSUM_UDP6, TOE_CSUM_ALL, TOE_CSUM_ALL & ~TOE_CSUM_TCP_OPT};
	for (unsigned i = 0; i < ARRAY_LEN(rx); i++) {
		assert_int_equal(rig_offloads(rx[i] << TOE_CSUM_RX_SHIFT, 0), TOE_OK);
		for (unsigned ip = 4; ip <= 6; ip += 2)
			for (unsigned proto = 6; proto <= 17; proto += 11)
				for (int wrong = 0; wrong < 2; wrong++) {
					const struct shape s = {
					        .ip = ip, .proto = proto, .payload = 333, .tcp_options = proto == 6 ? 12 : 0};
					make_frame(&m, s, wrong ? SUM_WRONG : SUM_REAL);
					cable_in(NULL, m.data, m.bytes);
					assert_true(rig_received(0, &d, got));
					assert_memory_equal(got, m.data, m.bytes);
					const uint32_t bit = proto == 6 ? (ip == 4 ? TOE_CSUM_TCP4 : TOE_CSUM_TCP6)
					                                : (ip == 4 ? TOE_CSUM_UDP4 : TOE_CSUM_UDP6);
					const bool on = (rx[i] & bit) && (proto == 17 || (rx[i] & TOE_CSUM_TCP_OPT));
					assert_int_equal(!!(d.flags & TOE_RX_L4_GOOD), on && !wrong);
					assert_int_equal(!!(d.flags & TOE_RX_L4_BAD), on && wrong);
					assert_int_equal(!!(d.flags & TOE_RX_IP4_GOOD), ip == 4 && (rx[i] & TOE_CSUM_IP4));
					assert_false(d.flags & TOE_RX_IP4_BAD);
				}
	}
	/* a broken IPv4 header; a frame without a UDP sum; a fragment */
	assert_int_equal(rig_offloads(RIG_CSUM_ALL, 0), TOE_OK);
	make_frame(&m, (struct shape){.ip = 4, .proto = 17, .payload = 100}, SUM_REAL);
	m.data[24] ^= 1;
	cable_in(NULL, m.data, m.bytes);
	assert_true(rig_received(0, &d, got));
	assert_true(d.flags & TOE_RX_IP4_BAD);
	make_frame(&m, (struct shape){.ip = 4, .proto = 17, .payload = 100}, SUM_REAL);
	put16(m.data + 40, 0);
	cable_in(NULL, m.data, m.bytes);
	assert_true(rig_received(0, &d, got));
	assert_false(d.flags & (TOE_RX_L4_GOOD | TOE_RX_L4_BAD));
	put16(m.data + 20, 0x2000);
	put16(m.data + 24, 0);
	put16(m.data + 24, ~sum16(0, m.data + 14, 20) & 0xffff);
	cable_in(NULL, m.data, m.bytes);
	assert_true(rig_received(0, &d, got));
	assert_true(d.flags & TOE_RX_FRAGMENT);
	assert_true(d.flags & TOE_RX_IP4_GOOD);
	assert_false(d.flags & (TOE_RX_L4_GOOD | TOE_RX_L4_BAD | TOE_RX_UDP));
	/* the lie */
	assert_int_equal(nic_set(n, "bug", "rx-csum-good", &e), 0);
	make_frame(&m, (struct shape){.ip = 6, .proto = 6, .payload = 100}, SUM_WRONG);
	cable_in(NULL, m.data, m.bytes);
	assert_true(rig_received(0, &d, got));
	assert_true(d.flags & TOE_RX_L4_GOOD);
	board_down(n);
}

/* The wire left the sum to us: good when the driver wants to hear that, filled in when not. */
static void test_checksums_left_to_the_receiver(void **state)
{
	(void)state;
	struct nic *n = rig_up("toe", 1, true);
	struct frame_info info;
	rig_buffers(0, 200, 2048);
	for (int on = 0; on < 2; on++) {
		assert_int_equal(rig_offloads(on ? RIG_CSUM_ALL : 0, 0), TOE_OK);
		for (unsigned ip = 4; ip <= 6; ip += 2)
			for (unsigned proto = 6; proto <= 17; proto += 11) {
				const struct shape s = {.ip = ip, .proto = proto, .payload = 777};
				make_frame(&m, s, SUM_PARTIAL);
				make_frame(&want, s, SUM_REAL);
				info_for(&info, 0, 0);
				cable_in(&info, m.data, m.bytes);
				assert_true(rig_received(0, &d, got));
				assert_int_equal(!!(d.flags & TOE_RX_L4_GOOD), on);
				if (on)
					assert_memory_equal(got, m.data, m.bytes);
				else
					assert_memory_equal(got, want.data, want.bytes);
			}
	}
	info = (struct frame_info){.flags = VIRTIO_NET_HDR_F_NEEDS_CSUM, .csum_start = 60000, .csum_offset = 16}; /* nonsense */
	cable_in(&info, m.data, m.bytes);
	assert_false(rig_received_within(0, &d, got, 5));
	assert_int_equal(rig_statistics().rx_errors, 1);
	board_down(n);
}

static void test_tags(void **state)
{
	(void)state;
	for (unsigned strips = 0; strips < 2; strips++) {
		struct nic *n = rig_up(strips ? "toe" : "toe,vlan=off", 1, true);
		struct frame_info info;
		struct err e = {0};
		rig_buffers(0, 100, 2048);
		make_frame(&want, (struct shape){.ip = 4, .proto = 6, .payload = 200, .vlan = strips ? 0 : 0xa123}, SUM_REAL);
		for (unsigned beside = 0; beside < 2; beside++) {
			make_frame(&m, (struct shape){.ip = 4, .proto = 6, .payload = 200, .vlan = beside ? 0 : 0xa123}, SUM_PARTIAL);
			info_for(&info, 0, 0);
			info.has_vlan = (uint8_t)beside;
			info.vlan = beside ? 0xa123 : 0;
			cable_in(&info, m.data, m.bytes);
			assert_true(rig_received(0, &d, got));
			assert_int_equal(d.frame_length, want.bytes);
			assert_memory_equal(got, want.data, want.bytes);
			assert_int_equal(!!(d.flags & TOE_RX_VLAN), strips);
			assert_int_equal(d.vlan, strips ? 0xa123 : 0);
			assert_int_equal(d.l4, want.l4);
		}
		assert_int_equal(rig_statistics().rx_bytes[0], 2 * (m.bytes + 4));
		if (strips) {
			assert_int_equal(nic_set(n, "bug", "vlan-strip", &e), 0);
			cable_in(&info, m.data, m.bytes);
			assert_true(rig_received(0, &d, got));
			assert_int_equal(d.flags & TOE_RX_VLAN, 0);
		}
		board_down(n);
	}
}

/* ------------------------------------------------------------------------------------------------------------------------- RSS */
/* "Verifying the RSS Hash Calculation" */
static const uint8_t key[40] = {0x6d, 0x5a, 0x56, 0xda, 0x25, 0x5b, 0x0e, 0xc2, 0x41, 0x67, 0x25, 0x3d, 0x43, 0xa3,
                                0x8f, 0xb0, 0xd0, 0xca, 0x2b, 0xcb, 0xae, 0x7b, 0x30, 0xb4, 0x77, 0xcb, 0x2d, 0xa3,
                                0x80, 0x30, 0xf2, 0x0c, 0x6a, 0x42, 0xb7, 0x3b, 0xbe, 0xac, 0x01, 0xfa};
static const struct {
	const char *to, *from;
	unsigned to_port, from_port;
	uint32_t ip, tcp;
} vectors[] = {
        {"161.142.100.80", "66.9.149.187", 1766, 2794, 0x323e8fc2, 0x51ccc178},
        {"65.69.140.83", "199.92.111.2", 4739, 14230, 0xd718262a, 0xc626b0ea},
        {"12.22.207.184", "24.19.198.95", 38024, 12898, 0xd2d0a5de, 0x5c2b394a},
        {"209.142.163.6", "38.27.205.30", 2217, 48228, 0x82989176, 0xafc7327f},
        {"202.188.127.2", "153.39.163.191", 1303, 44251, 0x5d1809c5, 0x10e828a2},
        {"3ffe:2501:200:3::1", "3ffe:2501:200:1fff::7", 1766, 2794, 0x2cc18cd5, 0x40207d3d},
        {"ff02::1", "3ffe:501:8::260:97ff:fe40:efab", 4739, 14230, 0x0f0c461c, 0xdde51bbf},
        {"fe80::200:f8ff:fe21:67cf", "3ffe:1900:4545:3:200:f8ff:fe21:67cf", 38024, 44251, 0x4b61e985, 0x02d1feef},
};
static void vector_frame(unsigned i, unsigned proto)
{
	const bool ip6 = strchr(vectors[i].to, ':');
	make_frame(&m, (struct shape){.ip = ip6 ? 6 : 4, .proto = proto, .payload = 10}, SUM_REAL);
	assert_int_equal(inet_pton(ip6 ? AF_INET6 : AF_INET, vectors[i].from, m.data + (ip6 ? 22 : 26)), 1);
	assert_int_equal(inet_pton(ip6 ? AF_INET6 : AF_INET, vectors[i].to, m.data + (ip6 ? 38 : 30)), 1);
	put16(m.data + m.l4, vectors[i].from_port);
	put16(m.data + m.l4 + 2, vectors[i].to_port);
}
static int set_rss(uint32_t types, uint32_t entries, const uint8_t *table)
{
	struct toe_rss r = {.enable = 1, .hash_type = types, .entries = entries};
	memcpy(r.key, key, sizeof key);
	memcpy(r.table, table, entries);
	return rig_with(TOE_CMD_SET_RSS, &r, sizeof r, 0);
}

static void test_rss(void **state)
{
	(void)state;
	struct nic *n = rig_up("toe", 4, true);
	struct err e = {0};
	uint8_t table[128];
	for (unsigned q = 0; q < 4; q++)
		rig_buffers(q, 100, 512);
	for (unsigned i = 0; i < 128; i++)
		table[i] = (uint8_t)((i * 7 + 3) % 4);
	assert_int_equal(set_rss(15, 128, table), TOE_OK);
	for (unsigned i = 0; i < ARRAY_LEN(vectors); i++)
		for (unsigned proto = 6; proto <= 17; proto += 11) {
			const bool ip6 = strchr(vectors[i].to, ':');
			const uint32_t hash = proto == 6 ? vectors[i].tcp : vectors[i].ip;
			vector_frame(i, proto);
			cable_in(NULL, m.data, m.bytes);
			assert_true(rig_received(table[hash & 127], &d, got));
			assert_memory_equal(got, m.data, m.bytes);
			assert_int_equal(d.hash, hash);
			assert_int_equal(d.flags & (TOE_RX_HASH_IP4 | TOE_RX_HASH_TCP4 | TOE_RX_HASH_IP6 | TOE_RX_HASH_TCP6),
			                 ip6 ? (proto == 6 ? TOE_RX_HASH_TCP6 : TOE_RX_HASH_IP6)
			                     : (proto == 6 ? TOE_RX_HASH_TCP4 : TOE_RX_HASH_IP4));
		}
	/* TCP hashed by addresses only; not hashed at all; entries that name no queue */
	assert_int_equal(set_rss(1, 4, (const uint8_t[]){3, 2, 1, 7}), TOE_OK);
	vector_frame(1, 6);
	cable_in(NULL, m.data, m.bytes);
	assert_true(rig_received(1, &d, got)); /* 0x...2a: entry 2 */
	assert_int_equal(d.hash, 0xd718262a);
	vector_frame(5, 6);
	cable_in(NULL, m.data, m.bytes);
	assert_true(rig_received(0, &d, got));
	assert_int_equal(d.hash, 0);
	assert_int_equal(set_rss(1, 1, (const uint8_t[]){7}), TOE_OK);
	vector_frame(1, 6);
	cable_in(NULL, m.data, m.bytes);
	assert_true(rig_received(0, &d, got));
	assert_int_equal(nic_set(n, "bug", "rss-hash", &e), 0);
	cable_in(NULL, m.data, m.bytes);
	assert_true(rig_received(0, &d, got));
	assert_int_not_equal(d.hash, 0xd718262a);
	assert_int_equal(set_rss(15, 2, (const uint8_t[]){0, 1}), TOE_OK);
	assert_int_equal(nic_set(n, "bug", "none+rss-queue", &e), 0);
	cable_in(NULL, m.data, m.bytes);
	assert_true(rig_received(1, &d, got)); /* 0x...ea: 0 would be right */
	board_down(n);
}

/* A frame for a queue without buffers is dropped while others go on; frames larger than a buffer take several. */
static void test_queues_and_their_buffers(void **state)
{
	(void)state;
	struct nic *n = rig_up("toe", 2, true);
	assert_int_equal(set_rss(15, 2, (const uint8_t[]){0, 1}), TOE_OK);
	rig_buffers(0, 100, 256);
	unsigned zero = 0, one = 0;
	for (unsigned port = 1; port < 200; port++) {
		make_frame(&m, (struct shape){.ip = 4, .proto = 6, .payload = 700, .port = port}, SUM_REAL);
		cable_in(NULL, m.data, m.bytes);
		if (rig_received_within(0, &d, got, 3)) {
			assert_memory_equal(got, m.data, m.bytes);
			zero++;
			rig_data = RIG_DATA + (zero % 20) * 0x1000;
			rig_buffers(0, 3, 256);
		} else {
			one++;
		}
		if (port == 40)
			break;
	}
	assert_true(zero > 5 && one > 5);
	assert_int_equal(rig_statistics().rx_discards, one);
	assert_int_equal(rig_statistics().rx_frames[0], zero);
	board_down(n);
}

/* ---------------------------------------------------------------------------------------------------------------- super-frames */
static void test_super_frames_go_up_where_rsc_is_on(void **state)
{
	(void)state;
	struct nic *n = rig_up("toe", 1, true);
	struct frame_info info;
	struct err e = {0};
	rig_buffers(0, 200, 4096);
	assert_int_equal(rig_offloads(RIG_CSUM_ALL, TOE_SEG_RSC4 | TOE_SEG_RSC6), TOE_OK);
	for (unsigned ip = 4; ip <= 6; ip += 2) {
		make_frame(&m, (struct shape){.ip = ip, .proto = 6, .payload = 64000, .seq = 1, .flags = 0x18, .tcp_options = 12},
		           SUM_PARTIAL);
		info_for(&info, ip == 4 ? VIRTIO_NET_HDR_GSO_TCPV4 : VIRTIO_NET_HDR_GSO_TCPV6, 1448);
		cable_in(&info, m.data, m.bytes);
		assert_true(rig_received(0, &d, got));
		assert_int_equal(d.frame_length, m.bytes);
		assert_memory_equal(got, m.data, m.bytes);
		assert_int_equal(d.segments, 45);
		assert_true(d.flags & TOE_RX_L4_GOOD);
		assert_int_equal(!!(d.flags & TOE_RX_IP4_GOOD), ip == 4);
	}
	struct toe_statistics s = rig_statistics();
	assert_int_equal(s.rsc_packets, 90);
	assert_int_equal(s.rsc_bytes, 128000);
	assert_int_equal(s.rsc_events, 2);
	assert_int_equal(s.rx_frames[0], 90);
	assert_int_equal(s.rx_bytes[0], 128000 + 45 * (66 + 86));
	assert_int_equal(nic_set(n, "bug", "rsc-count", &e), 0);
	cable_in(&info, m.data, m.bytes);
	assert_true(rig_received(0, &d, got));
	assert_int_equal(d.segments, 46);
	assert_int_equal(nic_set(n, "bug", "none", &e), 0);
	/* a FIN ends it: 44 segments, and the last by itself */
	make_frame(&m, (struct shape){.ip = 4, .proto = 6, .payload = 44 * 1448 + 100, .flags = 0x19, .tcp_options = 12}, SUM_PARTIAL);
	info_for(&info, VIRTIO_NET_HDR_GSO_TCPV4, 1448);
	cable_in(&info, m.data, m.bytes);
	assert_true(rig_received(0, &d, got));
	assert_int_equal(d.segments, 44);
	assert_int_equal(d.frame_length, 66 + 44 * 1448);
	check_sums(got, d.frame_length);
	assert_memory_equal(got + 66, m.data + 66, 44 * 1448);
	assert_true(rig_received(0, &d, got));
	assert_int_equal(d.segments, 0);
	assert_int_equal(d.frame_length, 166);
	assert_int_equal(got[34 + 13], 0x19);
	assert_int_equal(rig_statistics().rsc_aborts, 1);
	board_down(n);
}

static void test_super_frames_are_cut_where_it_is_off(void **state)
{
	(void)state;
	struct nic *n = rig_up("toe", 1, true);
	struct frame_info info;
	rig_buffers(0, 200, 2048);
	assert_int_equal(rig_offloads(0, TOE_SEG_RSC6), TOE_OK);
	for (unsigned proto = 6; proto <= 17; proto += 11) {
		make_frame(&m, (struct shape){.ip = 4, .proto = proto, .payload = 30100, .seq = 9, .flags = 0x99, .id = 5}, SUM_PARTIAL);
		info_for(&info, proto == 6 ? VIRTIO_NET_HDR_GSO_TCPV4 : 5, 1000);
		cable_in(&info, m.data, m.bytes);
		for (unsigned i = 0; i < 31; i++) {
			assert_true(rig_received(0, &d, got));
			assert_int_equal(d.frame_length, m.header + (i < 30 ? 1000 : 100));
			assert_int_equal(d.segments, 0);
			check_sums(got, d.frame_length);
			assert_int_equal(get16(got + 18), 5 + i);
			assert_memory_equal(got + m.header, m.data + m.header + i * 1000, d.frame_length - m.header);
			if (proto == 6)
				assert_int_equal(got[34 + 13], i == 0 ? 0x90 : i < 30 ? 0x10 : 0x19);
		}
	}
	assert_int_equal(rig_statistics().rx_frames[0], 62);
	/* what is not what it says */
	info.gso_type = VIRTIO_NET_HDR_GSO_TCPV6;
	cable_in(&info, m.data, m.bytes);
	info_for(&info, 5, 0);
	cable_in(&info, m.data, m.bytes);
	info_for(&info, 5, 9100);
	cable_in(&info, m.data, m.bytes);
	assert_false(rig_received_within(0, &d, got, 5));
	assert_int_equal(rig_statistics().rx_errors, 3);
	board_down(n);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_checksums),
	        cmocka_unit_test(test_checksums_left_to_the_receiver),
	        cmocka_unit_test(test_tags),
	        cmocka_unit_test(test_rss),
	        cmocka_unit_test(test_queues_and_their_buffers),
	        cmocka_unit_test(test_super_frames_go_up_where_rsc_is_on),
	        cmocka_unit_test(test_super_frames_are_cut_where_it_is_off),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
