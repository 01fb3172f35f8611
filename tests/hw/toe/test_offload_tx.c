/*
 * What the card does to packets on their way out: checksums, LSO, USO, tags, on a cable that carries super-frames and on one that does not;
 * and its lies. The expected segments are made by the rig, sums by an independent slow routine.
 */
#include "rig.h"

static struct made m, want;

static void expect_nothing_more(void)
{
	struct cable_frame f = {0};
	assert_false(cable_out_within(&f, 2));
}

/* On a plain cable every frame comes out right; on one with super-frames it may be left to the other end. */
static void checksums(bool gso)
{
	struct nic *n = rig_up("toe", 1, gso);
	assert_int_equal(rig_offloads(RIG_CSUM_ALL, 0), TOE_OK);
	unsigned i = 0;
	for (unsigned ip = 4; ip <= 6; ip += 2)
		for (unsigned proto = 6; proto <= 17; proto += 11)
			for (uint32_t payload = 0; payload < 1400; payload += 97, i++) {
				struct cable_frame f = {0};
				const struct shape s = {
				        .ip = ip, .proto = proto, .payload = payload, .seq = i * 7919, .tcp_options = i % 2 * 12};
				make_frame(&m, s, SUM_PARTIAL);
				make_frame(&want, s, SUM_REAL);
				struct toe_tx_desc d = {.l3 = (uint16_t)m.l3, .l4 = (uint16_t)m.l4};
				d.flags = proto == 6 ? TOE_TX_CSUM_TCP : TOE_TX_CSUM_UDP;
				d.flags |= ip == 4 ? TOE_TX_CSUM_IP4 : TOE_TX_IP6;
				if (ip == 4)
					put16(m.data + m.l3 + 10, 0x1234);
				rig_data = RIG_DATA;
				rig_send_pieces(0, d, m.data, m.bytes, i % 3 ? 61 : 0);
				assert_true(cable_out(&f));
				assert_int_equal(f.bytes, want.bytes);
				if (gso) {
					assert_int_equal(f.info.flags, VIRTIO_NET_HDR_F_NEEDS_CSUM);
					assert_int_equal(f.info.csum_start, m.l4);
					assert_int_equal(f.info.csum_offset, proto == 6 ? 16 : 6);
					assert_memory_equal(f.data + m.l3, want.data + m.l3, m.l4 - m.l3); /* IPv4 header done */
				} else {
					assert_memory_equal(f.data, want.data, want.bytes);
					check_sums(f.data, f.bytes);
				}
				free(f.data);
				assert_true(rig_tx_done(0));
			}
	assert_int_equal(board_findings, 0);
	board_down(n);
}
static void test_checksums_plain_cable(void **state)
{
	(void)state;
	checksums(false);
}
static void test_checksums_left_to_the_peer(void **state)
{
	(void)state;
	checksums(true);
}

/* Sends one large packet and puts together what comes out; `each` looks at every frame. Returns frames. */
static unsigned large(const struct shape *s, unsigned mss, bool gso, uint32_t piece, bool sums_right)
{
	const bool tcp = s->proto == 6;
	make_frame(&m, *s, SUM_PARTIAL_NO_LENGTH);
	struct toe_tx_desc d = {.flags = tcp ? TOE_TX_LSO : TOE_TX_USO,
	                        .mss = (uint16_t)mss,
	                        .l3 = (uint16_t)m.l3,
	                        .l4 = (uint16_t)m.l4,
	                        .header = (uint16_t)m.header};
	d.flags |= s->ip == 6 ? TOE_TX_IP6 : 0;
	rig_data = RIG_DATA;
	rig_send_pieces(0, d, m.data, m.bytes, piece);
	assert_true(rig_tx_done(0));
	uint32_t at = 0;
	unsigned frames = 0, segment = 0;
	while (at < s->payload) {
		struct cable_frame f = {0};
		assert_true(cable_out(&f));
		const uint8_t *ip = f.data + m.l3, *l4 = f.data + m.l4;
		const uint32_t payload = f.bytes - m.header;
		assert_true(f.bytes > m.header);
		assert_memory_equal(f.data + m.header, m.data + m.header + at, payload);
		assert_memory_equal(f.data, m.data, m.l3);
		assert_int_equal(s->ip == 4 ? get16(ip + 2) : get16(ip + 4) + 40u, f.bytes - m.l3);
		const bool first = at == 0, last = at + payload == s->payload;
		if (s->ip == 4) {
			assert_int_equal(get16(ip + 4), (s->id + segment) & (tcp ? 0x7fff : 0xffff));
			assert_int_equal(sum16(0, ip, m.l4 - m.l3), 0xffff);
		}
		if (tcp) {
			assert_int_equal(get32(l4 + 4), s->seq + at);
			const unsigned flags = s->flags ? s->flags : 0x10;
			assert_int_equal(l4[13], (flags & ~0x89u) | (last ? flags & 9 : 0) | (first ? flags & 0x80 : 0));
		} else {
			assert_int_equal(get16(l4 + 4), 8 + payload);
		}
		if (gso) {
			assert_int_equal(f.info.flags, VIRTIO_NET_HDR_F_NEEDS_CSUM);
			const unsigned type = !tcp ? 5 : s->ip == 4 ? VIRTIO_NET_HDR_GSO_TCPV4 : VIRTIO_NET_HDR_GSO_TCPV6;
			if (payload > mss) {
				assert_int_equal(f.info.gso_type & 0x7f, type);
				assert_int_equal(f.info.gso_size, mss);
				assert_int_equal(f.info.hdr_len, m.header);
				assert_int_equal(!!(f.info.gso_type & VIRTIO_NET_HDR_GSO_ECN), tcp && first && (s->flags & 0x80));
				assert_true(last || payload % mss == 0);
			} else {
				assert_int_equal(f.info.gso_type, 0);
			}
			/* the field holds the pseudo header's sum with the length */
			assert_int_equal(get16(l4 + (tcp ? 16 : 6)), pseudo(ip, s->ip, s->proto, f.bytes - m.l4));
		} else {
			assert_int_equal(f.info.gso_type, 0);
			assert_true(payload == mss || (last && payload < mss));
			if (sums_right)
				check_sums(f.data, f.bytes);
		}
		at += payload;
		segment += (payload + mss - 1) / mss;
		frames++;
		free(f.data);
	}
	assert_int_equal(at, s->payload);
	expect_nothing_more();
	return frames;
}

static void segmentation(bool gso)
{
	struct nic *n = rig_up("toe", 1, gso);
	assert_int_equal(rig_offloads(0, RIG_SEG_ALL), TOE_OK); /* LSO and USO imply their checksums */
	for (unsigned ip = 4; ip <= 6; ip += 2) {
		struct shape s = {.ip = ip, .proto = 6, .payload = 64000, .seq = 0xfffffff0, .id = 0x1000, .flags = 0x99};
		assert_int_equal(large(&s, 1460, gso, 0, true), gso ? 1 : 44);
		s.payload = 2921;
		s.tcp_options = 12;
		assert_int_equal(large(&s, 1448, gso, 100, true), gso ? 1 : 3);
		s.payload = 65536;
		s.flags = 0x18;
		large(&s, 1448, gso, 4096, true);
		s.payload = 5000;
		assert_int_equal(large(&s, 536, gso, 0, true), gso ? 1 : 10);
		s.id = 0x7ffe; /* the identification stays in the lower half */
		assert_int_equal(large(&s, 1000, gso, 0, true), gso && ip == 6 ? 1 : gso ? 2 : 5);
		const struct shape u = {.ip = ip, .proto = 17, .payload = 6000, .id = 0xfffe, .seq = 3};
		assert_int_equal(large(&u, 1472, gso, 0, true), gso && ip == 6 ? 1 : gso ? 2 : 5);
		const struct shape small = {.ip = ip, .proto = 17, .payload = 20000, .id = 3};
		assert_int_equal(large(&small, 100, gso, 0, true), gso ? 4 : 200);
	}
	const struct toe_statistics t = rig_statistics();
	assert_int_equal(t.tx_frames[0], 2 * (44 + 3 + 46 + 10 + 5 + 5 + 200));
	assert_int_equal(t.tx_errors + t.tx_discards, 0);
	assert_int_equal(board_findings, 0);
	board_down(n);
}
static void test_segments(void **state)
{
	(void)state;
	segmentation(false);
}
static void test_super_frames(void **state)
{
	(void)state;
	segmentation(true);
}

static void test_a_full_wire_in_the_middle_of_a_packet(void **state)
{
	(void)state;
	struct nic *n = rig_up("toe", 1, false);
	assert_int_equal(rig_offloads(0, RIG_SEG_ALL), TOE_OK);
	const struct shape s = {.ip = 4, .proto = 6, .payload = 30000, .seq = 1};
	for (unsigned full = 1; full < 40; full += 13) {
		cable.full = full;
		assert_int_equal(large(&s, 1000, false, 0, true), 30);
	}
	board_down(n);
}

static void test_udp_without_a_checksum_stays_without(void **state)
{
	(void)state;
	struct nic *n = rig_up("toe", 1, true);
	struct cable_frame f = {0};
	assert_int_equal(rig_offloads(0, RIG_SEG_ALL), TOE_OK);
	make_frame(&m, (struct shape){.ip = 4, .proto = 17, .payload = 2000}, SUM_REAL);
	put16(m.data + m.l4 + 6, 0);
	const struct toe_tx_desc d = {.flags = TOE_TX_USO, .mss = 1000, .l3 = 14, .l4 = 34, .header = 42};
	rig_send(0, d, m.data, m.bytes);
	for (unsigned i = 0; i < 2; i++) {
		assert_true(cable_out(&f));
		assert_int_equal(f.bytes, 1042);
		assert_int_equal(get16(f.data + 40), 0);
		assert_int_equal(f.info.flags, 0);
		free(f.data);
	}
	board_down(n);
}

static void test_tags(void **state)
{
	(void)state;
	for (unsigned gso = 0; gso < 2; gso++) {
		struct nic *n = rig_up("toe", 1, gso);
		struct cable_frame f = {0};
		assert_int_equal(rig_offloads(RIG_CSUM_ALL, RIG_SEG_ALL), TOE_OK);
		make_frame(&m, (struct shape){.ip = 4, .proto = 6, .payload = 100}, SUM_PARTIAL);
		make_frame(&want, (struct shape){.ip = 4, .proto = 6, .payload = 100, .vlan = 0x6005}, gso ? SUM_PARTIAL : SUM_REAL);
		struct toe_tx_desc d = {.flags = TOE_TX_CSUM_TCP | TOE_TX_VLAN, .l3 = 14, .l4 = 34, .vlan = 0x6005};
		rig_send(0, d, m.data, m.bytes);
		assert_true(cable_out(&f));
		assert_int_equal(f.bytes, want.bytes);
		assert_memory_equal(f.data, want.data, want.bytes);
		if (gso)
			assert_int_equal(f.info.csum_start, 38);
		free(f.data);
		make_frame(&m, (struct shape){.ip = 6, .proto = 6, .payload = 3000}, SUM_PARTIAL_NO_LENGTH);
		d = (struct toe_tx_desc){
		        .flags = TOE_TX_LSO | TOE_TX_IP6 | TOE_TX_VLAN, .mss = 1000, .l3 = 14, .l4 = 54, .header = 74, .vlan = 7};
		rig_send(0, d, m.data, m.bytes);
		for (unsigned i = 0; i < (gso ? 1 : 3); i++) {
			assert_true(cable_out(&f));
			assert_int_equal(get16(f.data + 12), 0x8100);
			assert_int_equal(get16(f.data + 14), 7);
			if (!gso)
				check_sums(f.data, f.bytes);
			free(f.data);
		}
		board_down(n);
	}
}

/* What is in the ring when offloads change may still ask for what it was promised; what comes after may not. */
static void test_the_old_promise_holds_for_what_was_given(void **state)
{
	(void)state;
	struct nic *n = rig_up("toe", 1, false);
	struct cable_frame f = {0};
	assert_int_equal(rig_offloads(RIG_CSUM_ALL, RIG_SEG_ALL), TOE_OK);
	cable.full = 30; /* it stays in the ring for a while */
	make_frame(&m, (struct shape){.ip = 4, .proto = 6, .payload = 3000}, SUM_PARTIAL_NO_LENGTH);
	const struct toe_tx_desc d = {.flags = TOE_TX_LSO, .mss = 1000, .l3 = 14, .l4 = 34, .header = 54};
	rig_send(0, d, m.data, m.bytes);
	assert_int_equal(rig_offloads(0, 0), TOE_OK);
	for (unsigned i = 0; i < 3; i++) {
		assert_true(cable_out(&f));
		free(f.data);
	}
	assert_int_equal(board_findings, 0);
	assert_true(rig_tx_done(0));
	rig_send(0, d, m.data, m.bytes);
	expect_nothing_more();
	bus_machine_flush(0);
	assert_int_equal(board_findings, 1);
	assert_non_null(strstr(board_finding, "large send is not enabled"));
	board_down(n);
}

/* ------------------------------------------------------------------------------------------------------------------------ lies */
static struct nic *liar(const char *spec)
{
	struct nic *n = rig_up(spec, 1, true); /* a cable with super-frames: the lie is on it all the same */
	assert_int_equal(rig_offloads(RIG_CSUM_ALL, RIG_SEG_ALL), TOE_OK);
	return n;
}
static bool sums_right(const uint8_t *f)
{
	const uint8_t *ip = f + 14;
	const unsigned v = ip[0] >> 4, l4 = v == 4 ? 34 : 54, proto = v == 4 ? ip[9] : ip[6];
	const uint32_t end = v == 4 ? 14u + get16(ip + 2) : 54u + get16(ip + 4);
	return sum16(pseudo(ip, v, proto, end - l4), f + l4, end - l4) == 0xffff;
}
static void send_small(unsigned ip, unsigned proto)
{
	make_frame(&m, (struct shape){.ip = ip, .proto = proto, .payload = 100}, SUM_PARTIAL);
	struct toe_tx_desc d = {.l3 = 14, .l4 = (uint16_t)m.l4};
	d.flags = (proto == 6 ? TOE_TX_CSUM_TCP : TOE_TX_CSUM_UDP) | (ip == 6 ? TOE_TX_IP6 : TOE_TX_CSUM_IP4);
	rig_send(0, d, m.data, m.bytes);
}
static void send_large(unsigned ip, unsigned proto, unsigned flags)
{
	make_frame(&m, (struct shape){.ip = ip, .proto = proto, .payload = 2500, .flags = flags, .id = 9, .seq = 77},
	           SUM_PARTIAL_NO_LENGTH);
	struct toe_tx_desc d = {.mss = 1000, .l3 = 14, .l4 = (uint16_t)m.l4, .header = (uint16_t)m.header};
	d.flags = (proto == 6 ? TOE_TX_LSO : TOE_TX_USO) | (ip == 6 ? TOE_TX_IP6 : 0);
	rig_send(0, d, m.data, m.bytes);
}

static void test_lies_about_checksums(void **state)
{
	(void)state;
	struct err e = {0};
	struct cable_frame f = {0};
	struct nic *n = liar("toe,bug=csum-v6");
	for (unsigned ip = 4; ip <= 6; ip += 2)
		for (unsigned proto = 6; proto <= 17; proto += 11) {
			send_small(ip, proto);
			assert_true(cable_out(&f));
			if (ip == 4) {
				assert_int_equal(f.info.flags, VIRTIO_NET_HDR_F_NEEDS_CSUM);
			} else {
				assert_int_equal(f.info.flags, 0);
				assert_false(sums_right(f.data));
			}
			free(f.data);
		}
	send_large(6, 6, 0);
	for (unsigned i = 0; i < 3; i++) {
		assert_true(cable_out(&f));
		assert_int_equal(f.info.flags | f.info.gso_type, 0);
		assert_false(sums_right(f.data));
		free(f.data);
	}
	/* at run time, and cured again */
	assert_int_equal(nic_set(n, "bug", "none", &e), 0);
	assert_int_equal(nic_set(n, "bug", "csum-v4", &e), 0);
	assert_int_equal(nic_set(n, "bug", "csum-ip4", &e), 0);
	json_t *j = nic_show(n);
	assert_string_equal(json_string_value(json_object_get(json_object_get(j, "settings"), "bug")), "csum-v4+csum-ip4");
	json_decref(j);
	send_small(4, 6);
	assert_true(cable_out(&f));
	assert_false(sums_right(f.data));
	assert_int_not_equal(sum16(0, f.data + 14, 20), 0xffff);
	free(f.data);
	assert_int_equal(nic_set(n, "bug", "none", &e), 0);
	send_small(6, 6);
	assert_true(cable_out(&f));
	assert_int_equal(f.info.flags, VIRTIO_NET_HDR_F_NEEDS_CSUM);
	free(f.data);
	assert_int_equal(nic_set(n, "bug", "smell", &e), -EINVAL);
	assert_non_null(strstr(e.text, "lso-ipid"));
	assert_int_equal(board_findings, 0);
	board_down(n);
}

static void test_lies_about_segments(void **state)
{
	(void)state;
	struct err e = {0};
	struct cable_frame f = {0};
	struct nic *n = liar("toe,bug=lso-ipid");
	send_large(4, 6, 0x19);
	for (unsigned i = 0; i < 3; i++) {
		assert_true(cable_out(&f));
		assert_int_equal(get16(f.data + 18), 9);
		assert_true(sums_right(f.data));
		free(f.data);
	}
	assert_int_equal(nic_set(n, "bug", "none+lso-flags", &e), 0);
	send_large(4, 6, 0x99);
	for (unsigned i = 0; i < 3; i++) {
		assert_true(cable_out(&f));
		assert_int_equal(f.data[34 + 13], 0x99);
		assert_int_equal(get16(f.data + 18), 9 + i);
		free(f.data);
	}
	assert_int_equal(nic_set(n, "bug", "none+lso-mss", &e), 0);
	send_large(4, 6, 0);
	assert_true(cable_out(&f));
	assert_int_equal(f.bytes, 54 + 1008);
	free(f.data);
	assert_true(cable_out(&f));
	assert_int_equal(get32(f.data + 38), 77 + 1008);
	free(f.data);
	assert_true(cable_out(&f));
	free(f.data);
	assert_int_equal(nic_set(n, "bug", "none+uso-len", &e), 0);
	send_large(4, 17, 0);
	for (unsigned i = 0; i < 3; i++) {
		assert_true(cable_out(&f));
		assert_int_equal(get16(f.data + 38), 2508);
		free(f.data);
	}
	assert_int_equal(nic_set(n, "bug", "none+vlan-insert+statistics", &e), 0);
	make_frame(&m, (struct shape){.ip = 4, .proto = 17, .payload = 10}, SUM_REAL);
	rig_send(0, (struct toe_tx_desc){.flags = TOE_TX_VLAN, .vlan = 9}, m.data, m.bytes);
	assert_true(cable_out(&f));
	assert_int_equal(f.bytes, m.bytes);
	free(f.data);
	const uint64_t before = rig_statistics().tx_frames[0];
	send_large(4, 6, 0);
	assert_true(cable_out(&f));
	free(f.data);
	assert_int_equal(rig_statistics().tx_frames[0], before + 1);
	board_down(n);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_checksums_plain_cable),
	        cmocka_unit_test(test_checksums_left_to_the_peer),
	        cmocka_unit_test(test_segments),
	        cmocka_unit_test(test_super_frames),
	        cmocka_unit_test(test_a_full_wire_in_the_middle_of_a_packet),
	        cmocka_unit_test(test_udp_without_a_checksum_stays_without),
	        cmocka_unit_test(test_tags),
	        cmocka_unit_test(test_the_old_promise_holds_for_what_was_given),
	        cmocka_unit_test(test_lies_about_checksums),
	        cmocka_unit_test(test_lies_about_segments),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
