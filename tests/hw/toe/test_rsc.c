/* Receive segment coalescing by the documented rules: what goes into a unit, what ends it, what the unit looks like, and what is counted.
 */
#include "rig.h"

static struct made m;
static uint8_t got[70000];
static struct toe_rx_done d;
static struct nic *card;

static void begin(const char *spec)
{
	card = rig_up(spec, 1, false);
	rig_buffers(0, 250, 4096);
	assert_int_equal(rig_offloads(RIG_CSUM_ALL, TOE_SEG_RSC4 | TOE_SEG_RSC6), TOE_OK);
	cable_hold();
}
static void add(struct shape s, int sum)
{
	s.proto = s.proto ? s.proto : 6;
	s.ip = s.ip ? s.ip : 4;
	make_frame(&m, s, sum);
	cable_add(NULL, m.data, m.bytes);
}
/* The next frame up has so many segments and bytes of payload. */
static void expect(unsigned segments, uint32_t payload)
{
	assert_true(rig_received(0, &d, got));
	assert_int_equal(d.segments, segments);
	const uint32_t header = d.l4 + (d.flags & TOE_RX_UDP ? 8 : (got[d.l4 + 12] >> 4) * 4u);
	assert_int_equal(d.frame_length, header + payload);
	if (segments)
		check_sums(got, d.frame_length);
}
static void end(void)
{
	assert_false(rig_received_within(0, &d, got, 2));
	assert_int_equal(board_findings, 0);
	board_down(card);
}
static uint32_t tcp32(unsigned at)
{
	return get32(got + d.l4 + at);
}

/* Documented example 1 */
static void test_ten_segments(void **state)
{
	(void)state;
	for (unsigned ip = 4; ip <= 6; ip += 2) {
		begin("toe");
		for (unsigned i = 0; i < 10; i++)
			add((struct shape){.ip = ip,
			                   .payload = 1400,
			                   .seq = 0xffffff00 + i * 1400,
			                   .id = 100 + i,
			                   .flags = i == 4 ? 0x18 : 0x10,
			                   .ttl = 60 + i % 3,
			                   .window = 1000 + i},
			    SUM_REAL);
		cable_go();
		expect(10, 14000);
		for (uint32_t k = 0; k < 14000; k++)
			assert_int_equal(got[d.frame_length - 14000 + k], (uint8_t)((0xffffff00 + k) * 2654435761u >> 24));
		assert_int_equal(tcp32(4), 0xffffff00);
		assert_int_equal(get16(got + d.l4 + 14), 1009);
		assert_int_equal(got[d.l4 + 13], 0x18); /* PSH of any */
		assert_int_equal(got[14 + (ip == 4 ? 8 : 7)], 60);
		if (ip == 4)
			assert_int_equal(get16(got + 18), 100);
		assert_true(d.flags & TOE_RX_L4_GOOD);
		const struct toe_statistics s = rig_statistics();
		assert_int_equal(s.rsc_packets, 10);
		assert_int_equal(s.rsc_bytes, 14000);
		assert_int_equal(s.rsc_events, 1);
		assert_int_equal(s.rsc_aborts, 0);
		assert_int_equal(s.rx_frames[0], 10);
		end();
	}
}

/* Example 2: an option ends it */
static void test_an_exception_between(void **state)
{
	(void)state;
	begin("toe");
	for (unsigned i = 0; i < 5; i++)
		add((struct shape){.payload = 100, .seq = 1 + i * 100}, SUM_REAL);
	add((struct shape){.seq = 501, .tcp_options = 8}, SUM_REAL);
	for (unsigned i = 0; i < 2; i++)
		add((struct shape){.payload = 100, .seq = 501 + i * 100}, SUM_REAL);
	cable_go();
	expect(5, 500);
	expect(0, 0);
	expect(2, 200);
	assert_int_equal(rig_statistics().rsc_aborts, 1);
	end();
}

/* Example 3: window updates go in */
static void test_window_updates(void **state)
{
	(void)state;
	begin("toe");
	for (unsigned i = 0; i < 5; i++)
		add((struct shape){.payload = 100, .seq = 1 + i * 100, .ack = 7, .window = 500}, SUM_REAL);
	add((struct shape){.seq = 501, .ack = 7, .window = 600}, SUM_REAL);
	add((struct shape){.seq = 501, .ack = 7, .window = 700}, SUM_REAL);
	cable_go();
	expect(5, 500);
	assert_int_equal(get16(got + d.l4 + 14), 700);
	end();
}

/* Example 4: piggy-backed acknowledgments */
static void test_acknowledgments_go_on(void **state)
{
	(void)state;
	begin("toe");
	for (unsigned i = 0; i < 5; i++)
		add((struct shape){.payload = 100, .seq = 1 + i * 100, .ack = i < 3 ? 7 : 7 + i}, SUM_REAL);
	cable_go();
	expect(5, 500);
	assert_int_equal(tcp32(8), 11);
	end();
}

static void test_what_ends_a_unit(void **state)
{
	(void)state;
	static const struct {
		struct shape s;
		int sum;
		unsigned aborts;
		bool joins_next; /* it begins the next unit */
	} other[] = {
	        {{.payload = 100, .seq = 301}, SUM_REAL, 0, true}, /* a gap */
	        {{.payload = 100, .seq = 101}, SUM_REAL, 0, true}, /* sent again */
	        {{.payload = 100, .seq = 201, .ack = 0xffffff00}, SUM_REAL, 0, true},
	        {{.payload = 100, .seq = 201, .ecn = 3}, SUM_REAL, 1, true},      /* CE */
	        {{.payload = 100, .seq = 201, .flags = 0x50}, SUM_REAL, 1, true}, /* ECE */
	        {{.payload = 100, .seq = 201, .flags = 0x12}, SUM_REAL, 1, false},
	        {{.payload = 100, .seq = 201, .flags = 0x14}, SUM_REAL, 1, false},
	        {{.payload = 100, .seq = 201, .flags = 0x30}, SUM_REAL, 1, false},
	        {{.payload = 100, .seq = 201, .flags = 0x11}, SUM_REAL, 1, false},
	        {{.payload = 100, .seq = 201, .ip_options = 4}, SUM_REAL, 1, false},
	        {{.payload = 100, .seq = 201, .tcp_options = 4}, SUM_REAL, 1, false},
	        {{.payload = 100, .seq = 201}, SUM_WRONG, 1, false},
	        {{.seq = 201, .ack = 1}, SUM_REAL, 0, false}, /* a pure ACK */
	        {{.seq = 201, .ack = 0}, SUM_REAL, 0, false}, /* a duplicate one */
	};
	for (unsigned i = 0; i < ARRAY_LEN(other); i++) {
		begin("toe");
		for (unsigned k = 0; k < 2; k++)
			add((struct shape){.payload = 100, .seq = 1 + k * 100}, SUM_REAL);
		add(other[i].s, other[i].sum);
		cable_go();
		expect(2, 200);
		expect(0, other[i].s.payload);
		assert_memory_equal(got, m.data, m.bytes); /* as it came */
		assert_int_equal(rig_statistics().rsc_aborts, other[i].aborts);
		cable_hold();
		for (unsigned k = 0; k < 2; k++)
			add((struct shape){.payload = 100, .seq = 301 + k * 100}, SUM_REAL);
		cable_go();
		expect(2, 200);
		end();
	}
}

static void test_a_datagram_is_not_exceeded(void **state)
{
	(void)state;
	begin("toe");
	for (unsigned i = 0; i < 50; i++)
		add((struct shape){.payload = 1460, .seq = 1 + i * 1460}, SUM_REAL);
	cable_go();
	expect(44, 44 * 1460);
	expect(6, 6 * 1460);
	assert_int_equal(rig_statistics().rsc_aborts, 0);
	end();
}

static void test_timestamps(void **state)
{
	(void)state;
	begin("toe");
	for (unsigned i = 0; i < 4; i++) /* the rig's stamp is seq / 1000 */
		add((struct shape){.payload = 1000, .seq = 5000 + i * 1000, .tcp_options = 12}, SUM_REAL);
	cable_go();
	expect(4, 4000);
	assert_int_equal(tcp32(24), 8);
	assert_int_equal(d.timestamp_delta, 3);
	end();
}

static void test_connections_side_by_side(void **state)
{
	(void)state;
	begin("toe");
	for (unsigned i = 0; i < 4; i++)
		for (unsigned c = 0; c < 12; c++) /* more than are tracked: all arrive, in order */
			add((struct shape){.payload = 100, .seq = 1 + i * 100, .port = 100 + c}, SUM_REAL);
	cable_go();
	uint32_t next[12];
	for (unsigned c = 0; c < 12; c++)
		next[c] = 1;
	for (unsigned bytes = 0; bytes < 4800;) {
		assert_true(rig_received(0, &d, got));
		const unsigned c = get16(got + d.l4) - 100;
		assert_int_equal(tcp32(4), next[c]);
		next[c] += d.frame_length - 54;
		bytes += d.frame_length - 54;
	}
	assert_int_equal(rig_statistics().rx_frames[0], 48);
	end();
	begin("toe");
	for (unsigned i = 0; i < 4; i++)
		for (unsigned c = 0; c < 3; c++)
			add((struct shape){.payload = 100, .seq = 1 + i * 100, .port = 100 + c}, SUM_REAL);
	add((struct shape){.proto = 17, .payload = 9}, SUM_REAL);
	cable_go();
	expect(0, 9); /* another protocol passes */
	for (unsigned c = 0; c < 3; c++)
		expect(4, 400);
	end();
}

/* The lie: across a gap. */
static void test_lie(void **state)
{
	(void)state;
	begin("toe,bug=rsc-merge,bug=rsc-count");
	add((struct shape){.payload = 100, .seq = 1}, SUM_REAL);
	add((struct shape){.payload = 100, .seq = 301}, SUM_REAL);
	cable_go();
	expect(3, 200);
	end();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_ten_segments),
	        cmocka_unit_test(test_an_exception_between),
	        cmocka_unit_test(test_window_updates),
	        cmocka_unit_test(test_acknowledgments_go_on),
	        cmocka_unit_test(test_what_ends_a_unit),
	        cmocka_unit_test(test_a_datagram_is_not_exceeded),
	        cmocka_unit_test(test_timestamps),
	        cmocka_unit_test(test_connections_side_by_side),
	        cmocka_unit_test(test_lie),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
