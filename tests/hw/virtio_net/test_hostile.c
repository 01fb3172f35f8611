/* virtio-net and a driver that breaks the rules: each broken descriptor, index or header stops the device with a finding that names it,
 * DEVICE_NEEDS_RESET and a configuration interrupt; a reset revives it. */
#include "rig.h"

static struct made m;

static void stopped(const char *expect)
{
	for (unsigned i = 0; i < 1000 && !(vn_status() & VIRTIO_CONFIG_S_NEEDS_RESET); i++)
		usleep(100);
	assert_true(vn_status() & VIRTIO_CONFIG_S_NEEDS_RESET);
	if (board_findings != 1 || !strstr(board_finding, expect))
		fail_msg("expected '%s', %u findings: '%s'", expect, board_findings, board_finding);
	assert_null(strchr(board_finding, '\n'));
}
/* ... and after a reset it works. */
static void revive(void)
{
	struct cable_frame f = {0};
	board_findings = 0;
	vn_start(VN_ALL);
	make_frame(&m, (struct shape){.ip = 4, .proto = 17, .payload = 10}, SUM_REAL);
	vn_send((struct virtio_net_hdr_v1){0}, m.data, m.bytes);
	assert_true(cable_out(&f));
	free(f.data);
	vn_start(VN_ALL);
	assert_int_equal(board_findings, 0);
}

#define AT   VN_PHYS(VN_DATA)
#define NEXT VRING_DESC_F_NEXT
#define IN   VRING_DESC_F_WRITE
#define IND  VRING_DESC_F_INDIRECT

static void chain(unsigned q, const char *expect, const struct vring_desc *d, unsigned count)
{
	memset(board_ram + VN_DATA, 0, 4096);
	memcpy(vn_table(q), d, count * sizeof *d);
	vn_avail_put(q, 0);
	vn_kick(q);
	if (q == RX)
		cable_in(NULL, m.data, 60);
	stopped(expect);
	assert_true(board_interrupt(3, 500));
	revive();
}
#define CHAIN(q, expect, ...)                                                                                                              \
	chain(q, expect, (const struct vring_desc[]){__VA_ARGS__}, ARRAY_LEN(((const struct vring_desc[]){__VA_ARGS__})))

static void test_descriptors(void **state)
{
	(void)state;
	make_frame(&m, (struct shape){.ip = 4, .proto = 17, .payload = 10}, SUM_REAL);
	vn_up(VN_SPEC, VN_ALL);
	const uint64_t end = VN_PHYS(BOARD_RAM);
	CHAIN(TX, "descriptor 0 (64 bytes at 0x1000,", {0x1000, 64, 0, 0});
	CHAIN(TX, "not the machine's memory", {end, 64, 0, 0});
	CHAIN(TX, "not the machine's memory", {end - 63, 64, 0, 0});
	CHAIN(TX, "not the machine's memory", {AT, UINT32_MAX, 0, 0});
	CHAIN(TX, "not the machine's memory", {UINT64_MAX - 10, 64, 0, 0});
	CHAIN(TX, "not the machine's memory", {RAM_PHYS_BASE, 64, 0, 0}); /* the seams lie there */
	CHAIN(TX, "descriptor 1 (0 bytes", {AT, 64, NEXT, 1}, {AT, 0, 0, 0});
	CHAIN(TX, "past the table's end", {AT, 64, NEXT, VN_SIZE});
	CHAIN(TX, "past the table's end", {AT, 64, NEXT, 0xffff});
	CHAIN(TX, "a loop", {AT, 64, NEXT, 0});
	CHAIN(TX, "a loop", {AT, 64, NEXT, 1}, {AT, 64, NEXT, 0});
	CHAIN(TX, "after one that it is to write", {AT, 64, NEXT | IN, 1}, {AT, 64, 0, 0});
	CHAIN(TX, "a piece for the device to write", {AT, 64, NEXT, 1}, {AT, 64, IN, 0});
	CHAIN(TX, "shorter than a header", {AT, 11, 0, 0});
	CHAIN(TX, "queue 1 (transmit), chain 0", {AT, 11, 0, 0});
	CHAIN(RX, "a piece for the device to read", {AT, 2000, 0, 0});
	CHAIN(RX, "shorter than a header", {AT, 11, IN, 0});
	CHAIN(RX, "queue 0 (receive)", {0, 2000, IN, 0});
	CHAIN(CTRL, "no room for the answer", {AT, 3, 0, 0});
	CHAIN(CTRL, "queue 2 (control)", {0, 3, 0, 0});
	board_down(vn);
}

static void test_indirect(void **state)
{
	(void)state;
	make_frame(&m, (struct shape){.ip = 4, .proto = 17, .payload = 10}, SUM_REAL);
	vn_up(VN_SPEC, VN_ALL);
	const uint64_t table = VN_PHYS(VN_QUEUE(TX) + 0xc000);
	CHAIN(TX, "no whole number", {table, 15, IND, 0});
	CHAIN(TX, "no whole number", {table, 0, IND, 0});
	CHAIN(TX, "INDIRECT and NEXT", {table, 16, IND | NEXT, 1});
	CHAIN(TX, "its table is not the machine's memory", {0x1000, 16, IND, 0});
	vn_indirect(TX)[0] = (struct vring_desc){table, 16, IND, 0};
	CHAIN(TX, "an indirect table within one", {table, 16, IND, 0});
	vn_indirect(TX)[0] = (struct vring_desc){AT, 64, NEXT, 0};
	CHAIN(TX, "indirect descriptor 0", {table, 16, IND, 0});
	vn_indirect(TX)[0] = (struct vring_desc){AT, 64, NEXT, 1};
	CHAIN(TX, "past the table's end", {table, 16, IND, 0});
	for (unsigned i = 0; i < 200; i++)
		vn_indirect(TX)[i] = (struct vring_desc){AT, 16, NEXT, (uint16_t)(i + 1)};
	CHAIN(TX, "longer than the queue", {table, 3200, IND, 0});
	vn_start(VN_ALL & ~VN_F(VIRTIO_RING_F_INDIRECT_DESC));
	CHAIN(TX, "INDIRECT_DESC was not negotiated", {table, 16, IND, 0});
	board_down(vn);
}

static void test_rings(void **state)
{
	(void)state;
	vn_up(VN_SPEC, VN_ALL);
	vn_ring(TX)->ring[0] = VN_SIZE;
	vn_ring(TX)->idx = 1;
	vn_kick(TX);
	stopped("entry 0 of the available ring: descriptor 64, the table has 64");
	revive();
	vn_ring(TX)->idx = VN_SIZE + 1;
	vn_kick(TX);
	stopped("available index 65 is 65 past entry 0, the ring has 64");
	revive();
	vn_kick(500); /* of no queue */
	/* where the parts are */
	static const struct {
		unsigned reg;
		uint64_t at;
		const char *expect;
	} places[] = {{VIRTIO_PCI_COMMON_Q_DESCLO, VN_PHYS(VN_DATA + 8), "descriptor table at"},
	              {VIRTIO_PCI_COMMON_Q_AVAILLO, VN_PHYS(VN_DATA + 1), "available ring at"},
	              {VIRTIO_PCI_COMMON_Q_USEDLO, VN_PHYS(VN_DATA + 2), "used ring at"},
	              {VIRTIO_PCI_COMMON_Q_DESCLO, 0, "descriptor table, 4096 bytes at 0x0,"},
	              {VIRTIO_PCI_COMMON_Q_AVAILLO, VN_PHYS(BOARD_RAM - 64), "available ring, 518 bytes"},
	              {VIRTIO_PCI_COMMON_Q_USEDLO, RAM_PHYS_BASE, "used ring, 2054 bytes"}};
	for (unsigned i = 0; i < ARRAY_LEN(places); i++) {
		board_findings = 0;
		assert_true(vn_negotiate(vn_offered()));
		for (unsigned k = 0; k < 3; k++) {
			const unsigned reg = VIRTIO_PCI_COMMON_Q_DESCLO + 8 * k;
			vn_wr(reg, 8, reg == places[i].reg ? places[i].at : VN_PHYS(VN_DATA + 0x10000 * k));
		}
		vn_wr(VIRTIO_PCI_COMMON_Q_ENABLE, 2, 1);
		stopped(places[i].expect);
		assert_int_equal(vn_rd(VIRTIO_PCI_COMMON_Q_ENABLE, 2), 0);
	}
	revive();
	board_down(vn);
}

static void header(uint64_t mask, struct virtio_net_hdr_v1 h, const char *expect)
{
	vn_start(mask);
	make_frame(&m, (struct shape){.ip = 4, .proto = 6, .payload = 3000}, SUM_PARTIAL);
	vn_send(h, m.data, m.bytes);
	stopped(expect);
	revive();
}

static void test_headers(void **state)
{
	(void)state;
	vn_up(VN_SPEC, VN_ALL);
	const uint64_t no_tso = VN_ALL & ~(VN_F(VIRTIO_NET_F_HOST_TSO4) | VN_F(VIRTIO_NET_F_HOST_TSO6) | VN_F(VIRTIO_NET_F_HOST_ECN));
	const uint64_t no_ecn = VN_ALL & ~VN_F(VIRTIO_NET_F_HOST_ECN), no_csum = no_tso & ~VN_F(VIRTIO_NET_F_CSUM);
#define H(...) ((struct virtio_net_hdr_v1){__VA_ARGS__})
	header(no_csum, H(.flags = 1, .csum_start = 34, .csum_offset = 16), "CSUM was not negotiated");
	header(VN_ALL, H(.flags = 1, .csum_start = 60000, .csum_offset = 16), "checksum is not within the frame");
	header(VN_ALL, H(.flags = 1, .csum_start = 34, .csum_offset = 65535), "checksum is not within the frame");
	header(no_tso, H(.flags = 1, .gso_type = 1, .gso_size = 1000, .csum_start = 34, .csum_offset = 16), "HOST_TSO4 was not");
	header(no_tso, H(.flags = 1, .gso_type = 4, .gso_size = 1000, .csum_start = 34, .csum_offset = 16), "HOST_TSO6 was not");
	header(no_ecn, H(.flags = 1, .gso_type = 0x81, .gso_size = 1000, .csum_start = 34, .csum_offset = 16), "HOST_ECN was not");
	header(VN_ALL, H(.flags = 1, .gso_type = 3, .gso_size = 1000, .csum_start = 34, .csum_offset = 16), "never offered");
	header(VN_ALL, H(.flags = 1, .gso_type = 0x80, .gso_size = 1000, .csum_start = 34, .csum_offset = 16), "never offered");
	header(VN_ALL, H(.flags = 1, .gso_type = 1, .csum_start = 34, .csum_offset = 16), "segments of 0 bytes");
	header(VN_ALL, H(.gso_type = 1, .gso_size = 1000), "without a checksum");
	board_down(vn);
}

/* Bus mastering off while the driver runs. */
static void test_bus_master(void **state)
{
	(void)state;
	uint16_t command;
	vn_up(VN_SPEC, VN_ALL);
	bus_machine_config(0, false, 4, &command, 2);
	command &= (uint16_t)~4u;
	bus_machine_config(0, true, 4, &command, 2);
	make_frame(&m, (struct shape){.ip = 4, .proto = 17, .payload = 10}, SUM_REAL);
	vn_send((struct virtio_net_hdr_v1){0}, m.data, m.bytes);
	stopped("bus mastering is off");
	command |= 4;
	bus_machine_config(0, true, 4, &command, 2);
	revive();
	board_down(vn);
}

/* A driver gone wild: random memory in rings and tables, random registers. Seeded: FLUE_SEED repeats a failure. */
static uint64_t seed;
static uint64_t rnd(void)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return seed;
}
static void test_wild(void **state)
{
	(void)state;
	const char *given = getenv("FLUE_SEED");
	seed = given ? strtoull(given, NULL, 0) : 0x76697274696f;
	vn_up(VN_SPEC ",pairs=2", VN_ALL);
	uint8_t *low = malloc(BOARD_BUS - sizeof(struct ram_header));
	memcpy(low, board_ram + sizeof(struct ram_header), BOARD_BUS - sizeof(struct ram_header));
	for (unsigned round = 0; round < 3000; round++) {
		const unsigned q = (unsigned)(rnd() % 5);
		if (rnd() % 8 == 0 || (vn_status() & VIRTIO_CONFIG_S_NEEDS_RESET))
			vn_start(rnd() % 4 ? VN_ALL
			                   : rnd() | VN_F(VIRTIO_F_VERSION_1) | VN_F(VIRTIO_NET_F_CSUM) | VN_F(VIRTIO_NET_F_GUEST_CSUM) |
			                             VN_F(VIRTIO_NET_F_CTRL_VQ) | VN_F(VIRTIO_NET_F_HOST_TSO4) |
			                             VN_F(VIRTIO_NET_F_GUEST_TSO4));
		for (unsigned i = 0; i < 8; i++) {
			const struct vring_desc d = {.addr = rnd() % 16 ? VN_PHYS(VN_DATA + rnd() % 0x100000) : rnd(),
			                             .len = (uint32_t)(rnd() % 16 ? rnd() % 3000 : rnd()),
			                             .flags = (uint16_t)(rnd() % 16 ? (q % 2 || q == 4 ? 0 : IN) | rnd() % 2 : rnd() % 16),
			                             .next = (uint16_t)(rnd() % 16 ? i + 1 : rnd())};
			vn_table(q)[i] = d;
			vn_indirect(q)[i] = d;
		}
		for (unsigned i = 0; i < 64; i++)
			board_ram[VN_DATA + rnd() % 0x100000] = (uint8_t)(rnd() % 3);
		for (unsigned i = (unsigned)(rnd() % 6); i; i--)
			vn_avail_put(q, (uint16_t)(rnd() % 32 ? rnd() % 8 : rnd()));
		if (rnd() % 32 == 0)
			vn_ring(q)->idx = (uint16_t)rnd();
		if (rnd() % 2) {
			make_frame(
			        &m,
			        (struct shape){.ip = rnd() % 2 ? 4 : 6, .proto = rnd() % 2 ? 6 : 17, .payload = (uint32_t)(rnd() % 9000)},
			        SUM_PARTIAL);
			const struct frame_info info = {.flags = 1,
			                                .gso_type = (uint8_t)(rnd() % 6),
			                                .gso_size = (uint16_t)(rnd() % 2000),
			                                .csum_start = (uint16_t)m.l4,
			                                .csum_offset = 16};
			pthread_mutex_lock(&cable.lock);
			const bool room = cable.in.head - cable.in.tail < CABLE_FRAMES / 2;
			pthread_mutex_unlock(&cable.lock);
			if (room)
				cable_in(&info, m.data, m.bytes);
		}
		vn_kick(q);
		if (rnd() % 4 == 0)
			vn_wr(rnd() % 64, 1u << (rnd() % 3), rnd());
		struct cable_frame f = {0};
		while (cable_out_within(&f, 0))
			free(f.data);
	}
	assert_memory_equal(low, board_ram + sizeof(struct ram_header), BOARD_BUS - sizeof(struct ram_header));
	free(low);
	vn_wr(VIRTIO_PCI_COMMON_STATUS, 1, 0);
	for (struct cable_frame f = {0}; cable_out_within(&f, 20);)
		free(f.data);
	revive();
	board_down(vn);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_descriptors), cmocka_unit_test(test_indirect),   cmocka_unit_test(test_rings),
	        cmocka_unit_test(test_headers),     cmocka_unit_test(test_bus_master), cmocka_unit_test(test_wild),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
