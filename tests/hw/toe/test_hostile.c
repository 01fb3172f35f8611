/*
 * A driver gone mad on the data path: whatever it puts into its rings and control blocks, the card reaches nothing that is not the
 * machine's memory, stops with a finding that says what was wrong, and a reset revives it.
 */
#include "rig.h"

static struct made m;

static uint32_t good_packet(void)
{
	const uint32_t at = rig_alloc(m.bytes);
	memcpy(board_ram + at, m.data, m.bytes);
	return at;
}

/* One descriptor (or several) stops the card: `expect` is in the finding. */
static void stops(const char *expect, uint32_t code, const struct toe_tx_desc *d, unsigned count, uint32_t seg)
{
	struct nic *n = rig_up("toe", 1, true);
	uint8_t *before = malloc(BOARD_BUS);
	struct cable_frame f = {0};
	const uint32_t *info = (const uint32_t *)(board_ram + bus_machine_shadow(0, 0, 0));
	memcpy(before, board_ram, BOARD_BUS);
	assert_int_equal(rig_offloads(seg ? RIG_CSUM_ALL : 0, seg), TOE_OK);
	good_packet();
	rig_post(0, d, count);
	for (unsigned i = 0; i < 1000 && !__atomic_load_n(&info[TOE_HEALTH / 4], __ATOMIC_ACQUIRE); i++)
		usleep(100);
	bus_machine_flush(0);
	if (board_findings != 1 || !strstr(board_finding, expect))
		fail_msg("%u findings: '%s', expected '%s'", board_findings, board_finding, expect);
	assert_int_equal(info[TOE_FATAL_CODE / 4], code);
	assert_false(cable_out_within(&f, 1));
	assert_memory_equal(before, board_ram, BOARD_BUS);
	free(before);
	/* dead: doorbells vanish; then revived */
	board_write(TOE_DOORBELLS, 0);
	board_write(TOE_CONTROL, TOE_CONTROL_RESET);
	rig_rings();
	assert_int_equal(rig_queue(TOE_QUEUE_TX, 0, RIG_RING, 1), TOE_OK);
	rig_send(0, (struct toe_tx_desc){0}, m.data, m.bytes);
	assert_true(cable_out(&f));
	free(f.data);
	assert_int_equal(board_findings, 1);
	board_down(n);
}

#define AT    (RIG_PHYS(RIG_DATA))
#define WHOLE (TOE_TX_FIRST | TOE_TX_LAST)

static void test_addresses(void **state)
{
	(void)state;
	static const uint64_t bad[] = {0,
	                               0x1000,
	                               RIG_PHYS(0),              /* the header of RAM */
	                               RIG_PHYS(BOARD_BUS),      /* the bus's memory */
	                               RIG_PHYS(BOARD_RAM),      /* past the end */
	                               RIG_PHYS(BOARD_RAM) - 50, /* over the end */
	                               UINT64_MAX - 20,          /* wraps */
	                               RAM_LOW_BASE};            /* a low window that nobody made */
	make_frame(&m, (struct shape){.ip = 4, .proto = 17, .payload = 100}, SUM_REAL);
	for (unsigned i = 0; i < ARRAY_LEN(bad); i++) {
		const struct toe_tx_desc d[2] = {{.address = AT, .length = 20, .flags = TOE_TX_FIRST},
		                                 {.address = bad[i], .length = 100, .flags = TOE_TX_LAST}};
		stops("not the machine's memory", TOE_FATAL_DMA, d, 2, 0);
	}
}

static void test_shapes(void **state)
{
	(void)state;
	struct toe_tx_desc loop[RIG_RING];
	make_frame(&m, (struct shape){.ip = 4, .proto = 6, .payload = 3000}, SUM_PARTIAL_NO_LENGTH);
	for (unsigned i = 0; i < RIG_RING; i++)
		loop[i] = (struct toe_tx_desc){.address = AT, .length = 64, .flags = i ? 0 : TOE_TX_FIRST};
	stops("no last piece within 64", TOE_FATAL_RING, loop, 65, 0);
	stops("no last piece within 64", TOE_FATAL_RING, loop, RIG_RING, 0);
#define ONE(...) (&(const struct toe_tx_desc){.address = AT, __VA_ARGS__})
	stops("a piece of 0 bytes", TOE_FATAL_RING, ONE(.length = 0, .flags = WHOLE), 1, 0);
	stops("a piece of 65537 bytes", TOE_FATAL_RING, ONE(.length = 65537, .flags = WHOLE), 1, 0);
	stops("a piece of 4294967295 bytes", TOE_FATAL_RING, ONE(.length = UINT32_MAX, .flags = WHOLE), 1, 0);
	stops("flags 0x0002 as piece 1", TOE_FATAL_RING, ONE(.length = 100, .flags = TOE_TX_LAST), 1, 0);
	stops("flags 0x8003", TOE_FATAL_RING, ONE(.length = 100, .flags = 0x8000 | WHOLE), 1, 0);
	stops("no Ethernet header", TOE_FATAL_RING, ONE(.length = 13, .flags = WHOLE), 1, 0);
	stops("longer than MAX_FRAME", TOE_FATAL_RING, ONE(.length = 9015, .flags = WHOLE), 1, 0);
}

static void test_what_is_not_enabled_or_not_so(void **state)
{
	(void)state;
	const uint32_t all = RIG_SEG_ALL;
	make_frame(&m, (struct shape){.ip = 4, .proto = 6, .payload = 3000}, SUM_PARTIAL_NO_LENGTH);
#define LSO(...) (&(const struct toe_tx_desc){.address = AT, .length = 3054, .flags = WHOLE | TOE_TX_LSO, __VA_ARGS__})
	stops("is not enabled", TOE_FATAL_RING, ONE(.length = 1054, .flags = WHOLE | TOE_TX_CSUM_TCP, .l3 = 14, .l4 = 34), 1, 0);
	stops("checksum is not enabled", TOE_FATAL_RING, ONE(.length = 1054, .flags = WHOLE | TOE_TX_CSUM_IP4, .l3 = 14), 1, 0);
	stops("large send is not enabled", TOE_FATAL_RING, LSO(.mss = 1000, .l3 = 14, .l4 = 34, .header = 54), 1, TOE_SEG_LSO6);
	stops("mss is 0", TOE_FATAL_RING, LSO(.l3 = 14, .l4 = 34, .header = 54), 1, all);
	stops("not where `header` says", TOE_FATAL_RING, LSO(.mss = 1000, .l3 = 14, .l4 = 34, .header = 50), 1, all);
	stops("not where `header` says", TOE_FATAL_RING, LSO(.mss = 1000, .l3 = 14, .l4 = 34, .header = 2000), 1, all);
	stops("l4 is not where", TOE_FATAL_RING, LSO(.mss = 1000, .l3 = 14, .l4 = 38, .header = 54), 1, all);
	stops("not within the frame's first", TOE_FATAL_RING, LSO(.mss = 1000, .l3 = 65535, .l4 = 34, .header = 54), 1, all);
	stops("not at an IPv4 header", TOE_FATAL_RING, LSO(.mss = 1000, .l3 = 15, .l4 = 35, .header = 55), 1, all);
	stops("not at an IPv6 header", TOE_FATAL_RING,
	      ONE(.length = 3054, .flags = WHOLE | TOE_TX_LSO | TOE_TX_IP6, .mss = 1000, .l3 = 14, .l4 = 54, .header = 74), 1, all);
	stops("longer than MAX_FRAME", TOE_FATAL_RING, LSO(.mss = 9000, .l3 = 14, .l4 = 34, .header = 54), 1, all);
	stops("fewer segments", TOE_FATAL_RING, LSO(.mss = 4000, .l3 = 14, .l4 = 34, .header = 54), 1, all);
	stops("LSO and USO at once", TOE_FATAL_RING,
	      ONE(.length = 3054, .flags = WHOLE | TOE_TX_LSO | TOE_TX_USO, .mss = 1000, .l3 = 14, .l4 = 34, .header = 54), 1, all);
	stops("it is not UDP", TOE_FATAL_RING,
	      ONE(.length = 3054, .flags = WHOLE | TOE_TX_USO, .mss = 1000, .l3 = 14, .l4 = 34, .header = 42), 1, all);
	const struct toe_tx_desc large[3] = {
	        {.address = AT, .length = 65536, .flags = TOE_TX_FIRST | TOE_TX_LSO, .mss = 1000, .l3 = 14, .l4 = 34, .header = 54},
	        {.address = AT, .length = 65536},
	        {.address = AT, .length = 65536, .flags = TOE_TX_LAST}};
	stops("more payload than the largest", TOE_FATAL_RING, large, 3, all);
	make_frame(&m, (struct shape){.ip = 4, .proto = 17, .payload = 3001}, SUM_PARTIAL_NO_LENGTH);
	stops("last segment is short", TOE_FATAL_RING,
	      ONE(.length = 3043, .flags = WHOLE | TOE_TX_USO, .mss = 1000, .l3 = 14, .l4 = 34, .header = 42), 1, TOE_SEG_USO4);
	make_frame(&m, (struct shape){.ip = 4, .proto = 6, .payload = 100, .ip_options = 8}, SUM_PARTIAL);
	m.data[14] = 0x43; /* an IP header of 12 bytes */
	stops("shorter than 20", TOE_FATAL_RING, ONE(.length = 162, .flags = WHOLE | TOE_TX_CSUM_TCP, .l3 = 14, .l4 = 26), 1, all);
}

/* Control blocks */
static void control_stops(const char *expect, void (*damage)(void))
{
	struct nic *n = rig_up("toe", 1, true);
	const uint32_t *info = (const uint32_t *)(board_ram + bus_machine_shadow(0, 0, 0));
	make_frame(&m, (struct shape){.ip = 4, .proto = 17, .payload = 100}, SUM_REAL);
	rig_buffers(0, 10, 512);
	damage();
	board_write(TOE_DOORBELLS + TOE_DOORBELL_TX, 0);
	board_write(TOE_DOORBELLS + TOE_DOORBELL_RX, 0);
	cable_in(NULL, m.data, m.bytes);
	for (unsigned i = 0; i < 1000 && !__atomic_load_n(&info[TOE_HEALTH / 4], __ATOMIC_ACQUIRE); i++)
		usleep(100);
	bus_machine_flush(0);
	if (board_findings != 1 || !strstr(board_finding, expect))
		fail_msg("%u findings: '%s', expected '%s'", board_findings, board_finding, expect);
	assert_int_equal(info[TOE_FATAL_CODE / 4],
	                 strstr(expect, "memory") || strstr(expect, "bus mastering") ? TOE_FATAL_DMA : TOE_FATAL_RING);
	board_down(n);
}
static void tx_jumps(void)
{
	rig_control(RIG_TX(0))->producer = RIG_RING + 1;
}
static void tx_goes_back(void)
{
	rig_control(RIG_TX(0))->producer = UINT32_MAX;
}
static void rx_jumps(void)
{
	rig_control(RIG_QUEUE(0))->producer = 5000;
}
static void seen_ahead(void)
{
	rig_control(RIG_QUEUE(0))->seen = 3;
}
static void small_buffer(void)
{
	struct toe_rx_buffer *ring = (void *)(board_ram + RIG_QUEUE(0) + 0x1000);
	ring[10] = (struct toe_rx_buffer){RIG_PHYS(RIG_DATA), 16, 0};
	rig_control(RIG_QUEUE(0))->producer = 11;
}
static void buffer_outside(void)
{
	struct toe_rx_buffer *ring = (void *)(board_ram + RIG_QUEUE(0) + 0x1000);
	ring[10] = (struct toe_rx_buffer){RIG_PHYS(BOARD_RAM - 256), 512, 0};
	rig_control(RIG_QUEUE(0))->producer = 11;
}
static void no_bus_master(void)
{
	uint16_t command = 0x0002;
	bus_machine_config(0, true, 4, &command, sizeof command);
	rig_control(RIG_TX(0))->producer = 1;
}
static void test_control_blocks(void **state)
{
	(void)state;
	control_stops("producer 257 is 257 past descriptor 0", tx_jumps);
	control_stops("producer 4294967295", tx_goes_back);
	control_stops("producer 5000", rx_jumps);
	control_stops("completions seen up to 3, written up to 0", seen_ahead);
	control_stops("buffer 10 of 16 bytes", small_buffer);
	control_stops("not the machine's memory", buffer_outside);
	control_stops("bus mastering is off", no_bus_master);
}

/* Descriptors and headers that change while the card looks at them: it takes one version or stops, and never reaches outside. */
static struct {
	_Atomic bool stop;
	struct toe_tx_desc *ring;
	uint8_t *header;
} racer;
static void *race(void *arg)
{
	uint64_t x = 88172645463325252ull;
	(void)arg;
	while (!atomic_load(&racer.stop)) {
		x ^= x << 13;
		x ^= x >> 7;
		x ^= x << 17;
		struct toe_tx_desc *d = &racer.ring[x % RIG_RING];
		switch (x >> 32 & 3) {
		case 0:
			d->length = x >> 40 & 1 ? 70 : 3054;
			break;
		case 1:
			racer.header[14 + (x >> 34) % 40] ^= (uint8_t)(x >> 50);
			break;
		case 2:
			d->mss = (uint16_t)(x >> 40);
			break;
		default:
			d->header = x >> 40 & 1 ? 54 : 66;
			break;
		}
	}
	return NULL;
}
static void test_rewritten_while_read(void **state)
{
	(void)state;
	struct nic *n = rig_up("toe", 1, false);
	pthread_t t;
	struct cable_frame f = {0};
	assert_int_equal(rig_offloads(RIG_CSUM_ALL, RIG_SEG_ALL), TOE_OK);
	make_frame(&m, (struct shape){.ip = 4, .proto = 6, .payload = 3000}, SUM_PARTIAL_NO_LENGTH);
	const uint32_t at = good_packet();
	racer.ring = (void *)(board_ram + RIG_TX(0) + 0x1000);
	racer.header = board_ram + at;
	atomic_store(&racer.stop, false);
	pthread_create(&t, NULL, race, NULL);
	unsigned revived = 0;
	for (unsigned i = 0; i < 600; i++) {
		const struct toe_tx_desc d = {.address = RIG_PHYS(at),
		                              .length = 3054,
		                              .flags = WHOLE | TOE_TX_LSO,
		                              .mss = 1000,
		                              .l3 = 14,
		                              .l4 = 34,
		                              .header = 54};
		memcpy(board_ram + at, m.data, 64);
		rig_post(0, &d, 1);
		bus_machine_flush(0);
		while (cable_out_within(&f, 0))
			free(f.data);
		if (board_read(TOE_STATUS) & TOE_STATUS_FATAL) {
			board_write(TOE_CONTROL, TOE_CONTROL_RESET);
			rig_rings();
			rig_data = RIG_DATA + 0x10000;
			assert_int_equal(rig_offloads(RIG_CSUM_ALL, RIG_SEG_ALL), TOE_OK);
			assert_int_equal(rig_queue(TOE_QUEUE_TX, 0, RIG_RING, 1), TOE_OK);
			revived++;
		}
	}
	atomic_store(&racer.stop, true);
	pthread_join(t, NULL);
	print_message("stopped and revived %u times\n", revived);
	board_down(n);
}

/* The driver in front of a card that dies under load: nothing more is sent or received, and nothing is touched. */
static void test_nothing_after_a_reset(void **state)
{
	(void)state;
	struct nic *n = rig_up("toe", 1, true);
	struct cable_frame f = {0};
	make_frame(&m, (struct shape){.ip = 4, .proto = 17, .payload = 100}, SUM_REAL);
	rig_buffers(0, 50, 512);
	cable.full = UINT32_MAX;
	for (unsigned i = 0; i < 20; i++)
		rig_send(0, (struct toe_tx_desc){0}, m.data, m.bytes);
	bus_machine_reset(0);
	bus_machine_start(0, 4);
	bus_machine_flush(0);
	cable.full = 0;
	uint8_t *before = malloc(BOARD_RAM - BOARD_POOL);
	memcpy(before, board_ram + BOARD_POOL, BOARD_RAM - BOARD_POOL);
	cable_in(NULL, m.data, m.bytes);
	board_write(TOE_CONTROL, 0);
	assert_false(cable_out_within(&f, 20));
	assert_memory_equal(before, board_ram + BOARD_POOL, BOARD_RAM - BOARD_POOL);
	free(before);
	board_down(n);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_addresses),
	        cmocka_unit_test(test_shapes),
	        cmocka_unit_test(test_what_is_not_enabled_or_not_so),
	        cmocka_unit_test(test_control_blocks),
	        cmocka_unit_test(test_rewritten_while_read),
	        cmocka_unit_test(test_nothing_after_a_reset),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
