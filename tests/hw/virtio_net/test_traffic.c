/* virtio-net moves frames: transmit and receive with and without offloads, rings with and without EVENT_IDX and INDIRECT_DESC. */
#include "rig.h"

static struct made m;
static struct vn_got g;
static struct cable_frame f;
static struct vring_used_elem u;

static const struct virtio_net_hdr_v1 plain;

static void test_frames_out(void **state)
{
	(void)state;
	static const uint64_t masks[] = {VN_ALL, ~(VN_F(VIRTIO_RING_F_EVENT_IDX)), VN_F(VIRTIO_F_VERSION_1)};
	for (unsigned k = 0; k < ARRAY_LEN(masks); k++) {
		vn_up(VN_SPEC, masks[k]);
		for (unsigned i = 0; i < 200; i++) { /* round the ring and more */
			make_frame(&m, (struct shape){.ip = i % 2 ? 4 : 6, .proto = i % 3 ? 6 : 17, .payload = 1 + i * 7, .seq = i},
			           SUM_REAL);
			const uint16_t head = vn_send(plain, m.data, m.bytes);
			assert_true(cable_out(&f));
			assert_int_equal(f.bytes, m.bytes);
			assert_memory_equal(f.data, m.data, m.bytes);
			assert_int_equal(f.info.flags | f.info.gso_type, 0);
			free(f.data);
			assert_true(vn_next_used(TX, &u, 1000));
			assert_int_equal(u.id, head);
			assert_int_equal(u.len, 0);
		}
		assert_int_equal(board_findings, 0);
		board_down(vn);
	}
}

/* Header and frame in any pieces: the header split, a frame in very many, an indirect table. */
static void test_pieces(void **state)
{
	(void)state;
	vn_up(VN_SPEC, VN_ALL);
	make_frame(&m, (struct shape){.ip = 4, .proto = 17, .payload = 1200}, SUM_REAL);
	for (unsigned indirect = 0; indirect < 2; indirect++)
		for (uint32_t size = 25; size < 1400; size = size * 2 + 3) {
			struct vn_piece p[VN_SIZE];
			unsigned n = 0;
			const uint32_t at = vn_alloc(VNET_HEADER + m.bytes);
			memset(board_ram + at, 0, VNET_HEADER);
			memcpy(board_ram + at + VNET_HEADER, m.data, m.bytes);
			p[n++] = (struct vn_piece){at, 5, false};
			for (uint32_t done = 5; done < VNET_HEADER + m.bytes;) {
				const uint32_t left = VNET_HEADER + m.bytes - done, part = left < size ? left : size;
				p[n++] = (struct vn_piece){at + done, part, false};
				done += part;
			}
			if (indirect)
				vn_post_indirect(TX, p, n);
			else
				vn_post(TX, p, n);
			assert_true(cable_out(&f));
			assert_int_equal(f.bytes, m.bytes);
			assert_memory_equal(f.data, m.data, m.bytes);
			free(f.data);
			assert_true(vn_next_used(TX, &u, 1000));
		}
	assert_int_equal(board_findings, 0);
	board_down(vn);
}

static void test_offloads_out(void **state)
{
	(void)state;
	vn_up(VN_SPEC, VN_ALL);
	for (unsigned ip = 4; ip <= 6; ip += 2) {
		make_frame(&m, (struct shape){.ip = ip, .proto = 6, .payload = 30000, .seq = 5}, SUM_PARTIAL);
		const struct virtio_net_hdr_v1 h = {.flags = VIRTIO_NET_HDR_F_NEEDS_CSUM,
		                                    .gso_type = ip == 4 ? VIRTIO_NET_HDR_GSO_TCPV4 : VIRTIO_NET_HDR_GSO_TCPV6,
		                                    .hdr_len = (uint16_t)m.header,
		                                    .gso_size = 1400,
		                                    .csum_start = (uint16_t)m.l4,
		                                    .csum_offset = 16};
		vn_send(h, m.data, m.bytes);
		assert_true(cable_out(&f));
		assert_memory_equal(&f.info, &h, 10); /* the wire takes what the driver said */
		assert_int_equal(f.bytes, m.bytes);
		assert_memory_equal(f.data, m.data, m.bytes);
		free(f.data);
		assert_true(vn_next_used(TX, &u, 1000));
	}
	make_frame(&m, (struct shape){.ip = 4, .proto = 17, .payload = 3000}, SUM_REAL); /* longer than MTU says: dropped, counted */
	vn_send(plain, m.data, m.bytes);
	assert_true(vn_next_used(TX, &u, 1000));
	assert_false(cable_out_within(&f, 5));
	json_t *j = nic_show(vn);
	assert_int_equal(json_integer_value(json_object_get(json_object_get(j, "traffic"), "tx_errors")), 1);
	json_decref(j);
	assert_int_equal(board_findings, 0);
	board_down(vn);
}

static void test_frames_in(void **state)
{
	(void)state;
	static const struct {
		uint64_t mask;
		uint32_t buffer;
	} cases[] = {{VN_ALL, 1600}, {VN_ALL, 200}, {VN_ALL & ~VN_F(VIRTIO_RING_F_EVENT_IDX), 512}, {VN_F(VIRTIO_F_VERSION_1), 1600}};
	for (unsigned k = 0; k < ARRAY_LEN(cases); k++) {
		vn_up(VN_SPEC, cases[k].mask);
		for (unsigned i = 0; i < 100; i++) {
			const uint32_t payload = 1 + i * 14;
			make_frame(&m, (struct shape){.ip = 4, .proto = 17, .payload = payload, .seq = i}, SUM_REAL);
			const unsigned buffers = (m.bytes + VNET_HEADER + cases[k].buffer - 1) / cases[k].buffer;
			vn_fill(buffers, cases[k].buffer);
			cable_in(NULL, m.data, m.bytes);
			assert_true(vn_receive(&g, 1000));
			assert_int_equal(g.bytes, m.bytes);
			assert_memory_equal(g.data, m.data, m.bytes);
			assert_int_equal(g.h.num_buffers, buffers);
			assert_int_equal(g.h.flags | g.h.gso_type, 0);
		}
		assert_int_equal(board_findings, 0);
		board_down(vn);
	}
}

/* A buffer in pieces, the header in one of its own. */
static void test_buffers_in_pieces(void **state)
{
	(void)state;
	vn_up(VN_SPEC, VN_ALL & ~VN_F(VIRTIO_NET_F_MRG_RXBUF));
	for (unsigned i = 0; i < 50; i++) {
		const uint32_t at = vn_alloc(2048);
		const struct vn_piece p[4] = {{at, 7, true}, {at + 7, 5, true}, {at + 12, 100, true}, {at + 112, 1500, true}};
		vn_post(RX, p, 4);
		make_frame(&m, (struct shape){.ip = 6, .proto = 6, .payload = 20 + i * 20, .seq = i}, SUM_REAL);
		cable_in(NULL, m.data, m.bytes);
		assert_true(vn_receive(&g, 1000));
		assert_int_equal(g.bytes, m.bytes);
		assert_memory_equal(g.data, m.data, m.bytes);
		assert_int_equal(g.h.num_buffers, 1);
	}
	board_down(vn);
}

static struct frame_info super(unsigned ip, unsigned mss)
{
	return (struct frame_info){.flags = VIRTIO_NET_HDR_F_NEEDS_CSUM,
	                           .gso_type = ip == 4 ? VIRTIO_NET_HDR_GSO_TCPV4 : VIRTIO_NET_HDR_GSO_TCPV6,
	                           .hdr_len = (uint16_t)m.header,
	                           .gso_size = (uint16_t)mss,
	                           .csum_start = (uint16_t)m.l4,
	                           .csum_offset = 16};
}

static void test_super_frames_in(void **state)
{
	(void)state;
	vn_up(VN_SPEC, VN_ALL);
	for (unsigned ip = 4; ip <= 6; ip += 2) {
		make_frame(&m, (struct shape){.ip = ip, .proto = 6, .payload = 60000, .seq = 9}, SUM_PARTIAL);
		const struct frame_info info = super(ip, 1400);
		vn_fill(20, 4096);
		cable_in(&info, m.data, m.bytes);
		assert_true(vn_receive(&g, 1000));
		assert_int_equal(g.bytes, m.bytes);
		assert_memory_equal(g.data, m.data, m.bytes);
		assert_memory_equal(&g.h, &info, 10);
		assert_int_equal(g.h.num_buffers, (m.bytes + VNET_HEADER + 4095) / 4096);
		/* the buffers that it left are used for the next */
		make_frame(&m, (struct shape){.ip = ip, .proto = 17, .payload = 5000}, SUM_REAL);
		vn_fill(20 - g.h.num_buffers % 20, 4096);
		const struct frame_info uso = {.flags = VIRTIO_NET_HDR_F_NEEDS_CSUM,
		                               .gso_type = 5,
		                               .gso_size = 1000,
		                               .csum_start = (uint16_t)m.l4,
		                               .csum_offset = 6};
		cable_in(&uso, m.data, m.bytes); /* no driver takes UDP super-frames: cut */
		for (unsigned i = 0; i < 5; i++) {
			assert_true(vn_receive(&g, 1000));
			assert_int_equal(g.bytes, m.header + 1000);
			check_sums(g.data, g.bytes);
			assert_int_equal(g.h.flags, VIRTIO_NET_HDR_F_DATA_VALID);
			assert_int_equal(g.h.gso_type, 0);
		}
		vn_start(VN_ALL);
	}
	board_down(vn);
}

/* What the driver did not negotiate is done for it: cut, summed, and no flag says anything. */
static void test_work_done_for_the_driver(void **state)
{
	(void)state;
	static const uint64_t masks[] = {~(VN_F(VIRTIO_NET_F_GUEST_TSO4) | VN_F(VIRTIO_NET_F_GUEST_TSO6) | VN_F(VIRTIO_NET_F_GUEST_ECN)),
	                                 VN_F(VIRTIO_F_VERSION_1)};
	for (unsigned k = 0; k < ARRAY_LEN(masks); k++)
		for (unsigned ip = 4; ip <= 6; ip += 2) {
			vn_up(VN_SPEC, masks[k]);
			make_frame(&m, (struct shape){.ip = ip, .proto = 6, .payload = 14000, .seq = 9, .flags = 0x18}, SUM_PARTIAL);
			const struct frame_info info = super(ip, 1400);
			const uint8_t valid = k ? 0 : VIRTIO_NET_HDR_F_DATA_VALID;
			vn_fill(10, 2048);
			cable_in(&info, m.data, m.bytes);
			for (unsigned i = 0; i < 10; i++) {
				assert_true(vn_receive(&g, 1000));
				assert_int_equal(g.bytes, m.header + 1400);
				assert_memory_equal(g.data + m.header, m.data + m.header + i * 1400ul, 1400);
				assert_int_equal(get32(g.data + m.l4 + 4), 9 + i * 1400);
				check_sums(g.data, g.bytes);
				assert_int_equal(g.h.flags, valid);
				assert_int_equal(g.h.gso_type, 0);
			}
			make_frame(&m, (struct shape){.ip = ip, .proto = 17, .payload = 500}, SUM_PARTIAL);
			const struct frame_info sum = {.flags = VIRTIO_NET_HDR_F_NEEDS_CSUM,
			                               .csum_start = (uint16_t)m.l4,
			                               .csum_offset = 6,
			                               .has_vlan = 1,
			                               .vlan = 7};
			vn_fill(1, 2048);
			cable_in(&sum, m.data, m.bytes); /* a tag beside the frame goes in */
			assert_true(vn_receive(&g, 1000));
			assert_int_equal(g.bytes, m.bytes + 4);
			assert_int_equal(get16(g.data + 12), 0x8100);
			assert_int_equal(get16(g.data + 14), 7);
			if (k)
				check_sums(g.data, g.bytes);
			else
				assert_int_equal(g.h.csum_start, m.l4 + 4);
			assert_int_equal(board_findings, 0);
			board_down(vn);
		}
}

static int64_t counted(const char *name)
{
	json_t *j = nic_show(vn);
	const int64_t v = json_integer_value(json_object_get(json_object_get(j, "traffic"), name));
	json_decref(j);
	return v;
}

/* A frame that is cut and finds too few buffers: the rest waits in the device for a millisecond, then it is dropped piece by piece. Whether
 * we are in time is the scheduler's affair, so in one of many goes. */
static void test_rest_is_held(void **state)
{
	(void)state;
	bool held = false;
	vn_plug(VN_SPEC, true, 0);
	for (unsigned go = 0; go < 200 && !held; go++) {
		vn_start(VN_F(VIRTIO_F_VERSION_1) | VN_F(VIRTIO_NET_F_MRG_RXBUF));
		const int64_t before = counted("rx_discards");
		make_frame(&m, (struct shape){.ip = 4, .proto = 6, .payload = 14000, .seq = 9}, SUM_PARTIAL);
		const struct frame_info info = super(4, 1400);
		vn_fill(3, 2048);
		cable_in(&info, m.data, m.bytes);
		for (unsigned i = 0; i < 3; i++)
			assert_true(vn_receive(&g, 1000));
		vn_fill(7, 2048);
		unsigned more = 0;
		while (more < 7 && vn_receive(&g, 20))
			more++;
		assert_int_equal(more + counted("rx_discards") - before, 7);
		held = more == 7;
	}
	assert_true(held);
	assert_int_equal(get32(g.data + m.l4 + 4), 9 + 9 * 1400);
	check_sums(g.data, g.bytes);
	board_down(vn);
}

static void test_no_buffers(void **state)
{
	(void)state;
	vn_up(VN_SPEC, VN_ALL);
	make_frame(&m, (struct shape){.ip = 4, .proto = 17, .payload = 100}, SUM_REAL);
	cable_in(NULL, m.data, m.bytes);
	for (unsigned i = 0; i < 1000 && !counted("rx_discards"); i++) /* after a while dropped and counted */
		usleep(1000);
	assert_int_equal(counted("rx_discards"), 1);
	vn_fill(1, 2048);
	cable_in(NULL, m.data, m.bytes);
	assert_true(vn_receive(&g, 1000));
	/* without MRG_RXBUF what does not fit the one chain is dropped at once, and the chain is not lost */
	vn_start(VN_ALL & ~VN_F(VIRTIO_NET_F_MRG_RXBUF));
	vn_fill(1, 512);
	make_frame(&m, (struct shape){.ip = 4, .proto = 17, .payload = 1000}, SUM_REAL);
	cable_in(NULL, m.data, m.bytes);
	make_frame(&m, (struct shape){.ip = 4, .proto = 17, .payload = 300}, SUM_REAL);
	cable_in(NULL, m.data, m.bytes);
	assert_true(vn_receive(&g, 1000));
	assert_int_equal(g.bytes, m.bytes);
	assert_int_equal(counted("rx_discards"), 2);
	board_down(vn);
}

/* Neither side is told more often than it asked for. */
static void test_notifications(void **state)
{
	(void)state;
	vn_up(VN_SPEC, VN_ALL);
	make_frame(&m, (struct shape){.ip = 4, .proto = 17, .payload = 100}, SUM_REAL);
	vn_ring(TX)->ring[VN_SIZE] = 4; /* used_event: after the fifth */
	for (unsigned i = 0; i < 5; i++) {
		vn_send(plain, m.data, m.bytes);
		assert_true(vn_next_used(TX, &u, 1000));
		assert_int_equal(board_interrupt(1, i == 4 ? 500 : 5), i == 4);
	}
	vn_start(VN_ALL & ~VN_F(VIRTIO_RING_F_EVENT_IDX));
	vn_ring(TX)->flags = VRING_AVAIL_F_NO_INTERRUPT;
	vn_send(plain, m.data, m.bytes);
	assert_true(vn_next_used(TX, &u, 1000));
	assert_false(board_interrupt(1, 5));
	vn_ring(TX)->flags = 0;
	vn_send(plain, m.data, m.bytes);
	assert_true(vn_next_used(TX, &u, 1000));
	assert_true(board_interrupt(1, 500));
	board_down(vn);
}

static void test_wire_full(void **state)
{
	(void)state;
	vn_up(VN_SPEC, VN_ALL);
	make_frame(&m, (struct shape){.ip = 4, .proto = 17, .payload = 100}, SUM_REAL);
	cable.full = 3;
	vn_send(plain, m.data, m.bytes);
	assert_true(cable_out(&f)); /* once there is room */
	free(f.data);
	assert_true(vn_next_used(TX, &u, 1000));
	assert_false(cable_out_within(&f, 5));
	board_down(vn);
}

/* Serial mode: all that a notification asks is done when the write is over, and every one is asked for. */
static void test_serial(void **state)
{
	(void)state;
	vn_plug(VN_SPEC, true, RAM_SERIAL);
	vn_start(VN_ALL);
	make_frame(&m, (struct shape){.ip = 4, .proto = 17, .payload = 10}, SUM_REAL);
	for (unsigned i = 0; i < 100; i++) {
		const uint64_t before = bus_machine_nic(0)->posted_writes + bus_machine_nic(0)->syncs;
		vn_send(plain, m.data, m.bytes);
		assert_int_equal(bus_machine_nic(0)->posted_writes + bus_machine_nic(0)->syncs, before + 1);
		assert_true(vn_next_used(TX, &u, 0));
		assert_true(cable_out_within(&f, 0));
		free(f.data);
	}
	board_down(vn);
}

static void passes(const uint8_t *to, bool expect)
{
	make_frame(&m, (struct shape){.ip = 4, .proto = 17, .payload = 50}, SUM_REAL);
	memcpy(m.data, to, 6);
	cable_in(NULL, m.data, m.bytes);
	assert_int_equal(vn_receive(&g, expect ? 1000 : 10), expect);
}

static void test_control(void **state)
{
	(void)state;
	static const uint8_t other[6] = {2, 0, 0, 0, 0, 9}, multi[6] = {1, 0, 0x5e, 0, 0, 1}, all[6] = {255, 255, 255, 255, 255, 255};
	vn_up(VN_SPEC, VN_ALL);
	vn_fill(30, 1600);
	passes(other, true); /* until the driver says otherwise */
	assert_int_equal(vn_command(VIRTIO_NET_CTRL_RX, VIRTIO_NET_CTRL_RX_PROMISC, "\0", 1), VIRTIO_NET_OK);
	passes(other, false);
	passes(rig_mac, true);
	passes(all, true);
	passes(multi, false);
	assert_int_equal(vn_command(VIRTIO_NET_CTRL_RX, VIRTIO_NET_CTRL_RX_ALLMULTI, "\1", 1), VIRTIO_NET_OK);
	passes(multi, true);
	assert_int_equal(vn_command(VIRTIO_NET_CTRL_RX, VIRTIO_NET_CTRL_RX_ALLMULTI, "\0", 1), VIRTIO_NET_OK);
	assert_int_equal(vn_command(VIRTIO_NET_CTRL_RX, VIRTIO_NET_CTRL_RX_NOBCAST, "\1", 1), VIRTIO_NET_OK);
	passes(all, false);
	uint8_t tables[20] = {1, 0, 0, 0};
	memcpy(tables + 4, other, 6);
	tables[10] = 1;
	memcpy(tables + 14, multi, 6);
	assert_int_equal(vn_command(VIRTIO_NET_CTRL_MAC, VIRTIO_NET_CTRL_MAC_TABLE_SET, tables, 20), VIRTIO_NET_OK);
	passes(other, true);
	passes(multi, true);
	assert_int_equal(vn_command(VIRTIO_NET_CTRL_MAC, VIRTIO_NET_CTRL_MAC_ADDR_SET, "\2\0\0\0\0\7", 6), VIRTIO_NET_OK);
	passes((const uint8_t *)"\2\0\0\0\0\7", true);
	passes(rig_mac, false);
	/* nonsense is answered with an error, and nothing changes */
	tables[0] = 2;
	assert_int_equal(vn_command(VIRTIO_NET_CTRL_MAC, VIRTIO_NET_CTRL_MAC_TABLE_SET, tables, 20), VIRTIO_NET_ERR);
	tables[3] = 0xff;
	assert_int_equal(vn_command(VIRTIO_NET_CTRL_MAC, VIRTIO_NET_CTRL_MAC_TABLE_SET, tables, 20), VIRTIO_NET_ERR);
	assert_int_equal(vn_command(VIRTIO_NET_CTRL_MAC, VIRTIO_NET_CTRL_MAC_ADDR_SET, "\2\0\0\0\0", 5), VIRTIO_NET_ERR);
	assert_int_equal(vn_command(VIRTIO_NET_CTRL_RX, 6, "\1", 1), VIRTIO_NET_ERR);
	assert_int_equal(vn_command(VIRTIO_NET_CTRL_RX, 0, "\1\1", 2), VIRTIO_NET_ERR);
	assert_int_equal(vn_command(VIRTIO_NET_CTRL_MQ, 0, "\2\0", 2), VIRTIO_NET_ERR); /* not offered */
	assert_int_equal(vn_command(77, 0, "\1", 1), VIRTIO_NET_ERR);
	passes(other, true);
	assert_int_equal(board_findings, 0);
	/* 100 multicast addresses are more than the tables hold: all of them pass */
	static uint8_t many[8 + 600];
	many[4] = 100;
	assert_int_equal(vn_command(VIRTIO_NET_CTRL_MAC, VIRTIO_NET_CTRL_MAC_TABLE_SET, many, sizeof many), VIRTIO_NET_OK);
	passes(multi, true);
	passes(other, false);
	board_down(vn);
}

/* A flow comes in by the pair it went out by. */
static void test_pairs(void **state)
{
	(void)state;
	vn_up(VN_SPEC ",pairs=2", VN_ALL);
	assert_int_equal(vn_rd(VIRTIO_PCI_COMMON_NUMQ, 2), 5);
	assert_int_equal(vn_rd(VNET_BAR_DEVICE + 8, 2), 2);
	/* control is the last one now; give it its command by hand */
	const uint32_t at = vn_alloc(64);
	const struct vn_piece p[2] = {{at, 4, false}, {at + 32, 1, true}};
	memcpy(board_ram + at, "\4\0\2\0", 4);
	vn_post(4, p, 2);
	assert_true(vn_next_used(4, &u, 1000));
	assert_int_equal(board_ram[at + 32], VIRTIO_NET_OK);
	memcpy(board_ram + at, "\4\0\3\0", 4); /* more than there are */
	vn_post(4, p, 2);
	assert_true(vn_next_used(4, &u, 1000));
	assert_int_equal(board_ram[at + 32], VIRTIO_NET_ERR);
	vn_fill(1, 2048);
	const uint32_t second = vn_alloc(2048), out = vn_alloc(2048);
	const struct vn_piece buffer = {second, 2048, true};
	vn_post(2, &buffer, 1);
	make_frame(&m, (struct shape){.ip = 4, .proto = 6, .payload = 100}, SUM_REAL);
	const struct vn_piece frame = {out, VNET_HEADER + m.bytes, false};
	memset(board_ram + out, 0, VNET_HEADER);
	memcpy(board_ram + out + VNET_HEADER, m.data, m.bytes);
	vn_post(3, &frame, 1);
	assert_true(vn_next_used(3, &u, 1000));
	assert_true(cable_out(&f));
	free(f.data);
	uint8_t swap[4]; /* the answer */
	memcpy(swap, m.data + 26, 4);
	memcpy(m.data + 26, m.data + 30, 4);
	memcpy(m.data + 30, swap, 4);
	memcpy(swap, m.data + 34, 2);
	memcpy(m.data + 34, m.data + 36, 2);
	memcpy(m.data + 36, swap, 2);
	cable_in(NULL, m.data, m.bytes);
	assert_true(vn_next_used(2, &u, 1000));
	assert_int_equal(u.len, VNET_HEADER + m.bytes);
	assert_memory_equal(board_ram + second + VNET_HEADER, m.data, m.bytes);
	assert_int_equal(board_findings, 0);
	board_down(vn);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_frames_out),
	        cmocka_unit_test(test_pieces),
	        cmocka_unit_test(test_offloads_out),
	        cmocka_unit_test(test_frames_in),
	        cmocka_unit_test(test_buffers_in_pieces),
	        cmocka_unit_test(test_super_frames_in),
	        cmocka_unit_test(test_work_done_for_the_driver),
	        cmocka_unit_test(test_rest_is_held),
	        cmocka_unit_test(test_no_buffers),
	        cmocka_unit_test(test_notifications),
	        cmocka_unit_test(test_wire_full),
	        cmocka_unit_test(test_serial),
	        cmocka_unit_test(test_control),
	        cmocka_unit_test(test_pairs),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
