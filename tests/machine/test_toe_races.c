/*
 * toe.sys and the host stack in serial mode: requests, firmware events, resets and pauses crossing each other in orders that a seed fixes.
 * Whatever the order: every resume follows a pause, stored configurations stay within the hardware's, and in the end NDIS, the driver and
 * the card agree. The same seed gives the same indications. FLUE_SEEDS=N runs more of them.
 */
#include "toe.h"

struct worker {
	unsigned seed;
	unsigned requests;
	volatile bool done;
};

static unsigned next(unsigned *x)
{
	*x = *x * 1103515245u + 12345u;
	return *x >> 16;
}

static void requester(void *arg)
{
	struct worker *w = arg;
	unsigned x = w->seed * 7919u + 1;
	for (unsigned i = 0; i < w->requests; i++) {
		const unsigned r = next(&x);
		NDIS_STATUS s;
		switch (r % 5) {
		case 0:
			s = SET_PARAMETERS(p.TcpConnectionIPv6 = (UCHAR)(1 + (r >> 4) % 2));
			break;
		case 1:
			s = SET_PARAMETERS(p.LsoV2IPv4 = (UCHAR)(1 + (r >> 4) % 2); p.TCPIPv6Checksum = (UCHAR)(1 + (r >> 6) % 4));
			break;
		case 2:
			s = set_encapsulation(1 + (r >> 4) % 2, (r >> 6) % 3);
			break;
		case 3:
			s = SET_PARAMETERS();
			break;
		default: {
			const ULONG f = NDIS_PACKET_TYPE_DIRECTED | ((r >> 4) & 1 ? NDIS_PACKET_TYPE_BROADCAST : 0);
			s = set_oid(OID_GEN_CURRENT_PACKET_FILTER, &f, 4, NULL);
		}
		}
		/* aborted by a reset, or asking for what the firmware has just lost: both are answers */
		if (s != NDIS_STATUS_SUCCESS && s != NDIS_STATUS_REQUEST_ABORTED && s != NDIS_STATUS_INVALID_DATA &&
		    s != NDIS_STATUS_RESET_IN_PROGRESS)
			fail_msg("request %u: 0x%08x", i, (unsigned)s);
		if (r % 3 == 0)
			sleep_ms(r % 4);
	}
	w->done = true;
}

static bool paused;
static uint64_t hash;
static unsigned resumes, currents;
static void judge(void)
{
	look_offload();
	for (unsigned i = 0; i < seen_count; i++) {
		const struct seen *s = &seen[i];
		hash = (hash ^ s->code) * 0x100000001b3ull;
		for (unsigned b = 0; b < s->bytes && b < sizeof s->data; b++)
			hash = (hash ^ s->data[b]) * 0x100000001b3ull;
		switch ((NDIS_STATUS)s->code) {
		case NDIS_STATUS_OFFLOAD_PAUSE:
			assert_false(paused);
			paused = true;
			break;
		case NDIS_STATUS_OFFLOAD_RESUME: {
			const NDIS_TCP_CONNECTION_OFFLOAD *c = (const void *)s->data;
			assert_true(paused); /* RP-172 */
			paused = false;
			assert_int_equal(s->bytes, 20);
			assert_true(c->TcpConnectionOffloadCapacity <= 1000); /* RP-173 */
			assert_int_equal(c->Encapsulation != 0, c->SupportIPv4 || c->SupportIPv6);
			resumes++;
			break;
		}
		case NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG:
			currents++;
			break;
		default:
			break;
		}
	}
}

static uint64_t run(uint64_t seed)
{
	struct nt_config c = nt_test_config();
	const struct tcpip_config host = {.on_pause = TCPIP_UPLOAD};
	struct worker w = {.seed = (unsigned)seed, .requests = 20};
	struct err e = {0};
	unsigned x = (unsigned)seed * 31337u + 7;
	c.serial = true;
	c.seed = seed;
	((struct ram_header *)c.ram)->flags |= RAM_SERIAL;
	paused = false;
	hash = 0xcbf29ce484222325ull;
	assert_int_equal(toe_machine(c, "toe,capacity=1000", &host), 0);
	assert_int_equal(toe_start(), 0);
	sleep_ms(50); /* the host stack has bound and set its parameters */
	struct nt_thread *t = nt_thread_start("requests", requester, &w);
	for (unsigned i = 0; i < 12; i++) {
		char text[16];
		const unsigned r = next(&x);
		switch (r % 6) {
		case 0:
			snprintf(text, sizeof text, "%u", 1 + r % 2000);
			firmware("capacity", text);
			break;
		case 1:
			firmware("ipv6", r & 64 ? "on" : "off");
			break;
		case 2:
			firmware("lso", r & 64 ? "on" : "off");
			break;
		case 3:
			firmware("event", "capability");
			break;
		case 4:
			if (r & 64)
				firmware("fatal", "5");
			else
				assert_int_equal(ndis_adapter_reset(T.adapter, &e), 0);
			break;
		default:
			if (!ndis_adapter_pause(T.adapter, &e))
				assert_int_equal(ndis_adapter_restart(T.adapter, &e), 0);
		}
		sleep_ms(r % 5);
		judge();
	}
	WAIT_UNTIL(w.done);
	nt_thread_join(t);
	firmware("ipv6", "on");
	firmware("lso", "on");
	firmware("capacity", "999");
	sleep_ms(2000);
	judge();
	assert_false(paused);
	assert_int_equal(CONN_CUR.TcpConnectionOffloadCapacity, 999);
	/* the card has exactly what is reported: NDIS's view, through the driver */
	const NDIS_OFFLOAD cur = TASK_CUR;
	const json_int_t csum = card("csum"), seg = card("seg");
	assert_int_equal(!!(seg & TOE_SEG_LSO6), cur.LsoV2.IPv6.Encapsulation != 0);
	assert_int_equal(!!(seg & TOE_SEG_LSO4), cur.LsoV2.IPv4.Encapsulation || cur.LsoV1.IPv4.Encapsulation);
	assert_int_equal(!!(csum & TOE_CSUM_TCP6), cur.Checksum.IPv6Transmit.TcpChecksum == 1);
	assert_int_equal(!!(csum & TOE_CSUM_TCP4), cur.Checksum.IPv4Transmit.TcpChecksum == 1);
	assert_int_equal(!!(card("connection") & TOE_CONN_IP6), CONN_CUR.SupportIPv6 == 1);
	toe_end();
	return hash;
}

static void test_crossing_changes(void **state)
{
	const char *n = getenv("FLUE_SEEDS");
	const unsigned seeds = n ? (unsigned)atoi(n) : 25;
	(void)state;
	for (unsigned s = 1; s <= seeds; s++) {
		print_message("seed %u\n", s);
		run(s);
	}
	assert_true(resumes > seeds && currents > seeds);
}

static void test_a_seed_repeats(void **state)
{
	(void)state;
	const uint64_t once = run(4711);
	assert_int_equal(run(4711), once);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_crossing_changes), cmocka_unit_test(test_a_seed_repeats)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
