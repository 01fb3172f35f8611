/* Reset and check for hang: who calls whom, what is set again, what is not. */
#include "harness.h"

static NDIS_OID after[16];
static unsigned after_n;
static uint8_t encapsulation_seen[28];
static bool resetting;
static NDIS_STATUS NTAPI record(NDIS_OID_REQUEST *r)
{
	if (resetting && after_n < ARRAY_LEN(after))
		after[after_n++] = r->DATA.SET_INFORMATION.Oid;
	if (r->DATA.SET_INFORMATION.Oid == OID_OFFLOAD_ENCAPSULATION)
		memcpy(encapsulation_seen, r->DATA.SET_INFORMATION.InformationBuffer, 28);
	return NDIS_STATUS_SUCCESS;
}
static void configured(void)
{
	uint8_t e[28], p[34];
	ULONG filter = NDIS_PACKET_TYPE_DIRECTED;

	after_n = 0;
	resetting = false;
	H.script->on_oid = (void *)record;
	running();
	encapsulation(e, NDIS_OFFLOAD_SET_ON, NDIS_OFFLOAD_SET_OFF);
	assert_status(set(OID_OFFLOAD_ENCAPSULATION, e, sizeof(e)).status, NDIS_STATUS_SUCCESS);
	parameters(p);
	p[4] = 1;
	assert_status(set(OID_TCP_OFFLOAD_PARAMETERS, p, sizeof(p)).status, NDIS_STATUS_SUCCESS);
	assert_status(set(OID_GEN_CURRENT_PACKET_FILTER, &filter, 4).status, NDIS_STATUS_SUCCESS);
	memset(encapsulation_seen, 0, sizeof(encapsulation_seen));
	resetting = true;
}
/* RP-307: with AddressingReset encapsulation and filter are set again, OID_TCP_OFFLOAD_PARAMETERS never. */
static void test_addressing_reset(void **state)
{
	guard();
	struct err e = {0};
	uint8_t want[28];

	configured();
	H.script->addressing_reset = 1;
	assert_int_equal(ndis_adapter_reset(H.adapter, &e), 0);
	assert_int_equal(after_n, 2);
	assert_int_equal(after[0], OID_GEN_CURRENT_PACKET_FILTER);
	assert_int_equal(after[1], OID_OFFLOAD_ENCAPSULATION);
	encapsulation(want, NDIS_OFFLOAD_SET_ON, NDIS_OFFLOAD_SET_OFF);
	assert_memory_equal(encapsulation_seen, want, 28);
	assert_int_equal(ndis_adapter_state(H.adapter), NDIS_RUNNING);
}
/* RP-306's other half: without it NDIS sets nothing. RP-305: the report stays. */
static void test_plain_reset(void **state)
{
	guard();
	struct proto p = {0};
	struct err e = {0};

	configured();
	assert_status(proto_register(&p, "p", NDIS_V684), NDIS_STATUS_SUCCESS);
	after_n = 0;
	assert_int_equal(ndis_adapter_reset(H.adapter, &e), 0);
	assert_int_equal(after_n, 0);
	assert_int_equal(p.statuses, 2); /* reset start and end, by NDIS */
	assert_status(p.status_codes[0], NDIS_STATUS_RESET_START);
	assert_status(p.status_codes[1], NDIS_STATUS_RESET_END);
	assert_memory_equal(H.adapter->store[NDIS_TASK_CUR].data, H.script->offload[NDIS_TASK_CUR].bytes, 216);
	NdisDeregisterProtocolDriver(p.handle);
}
static void reset_thread(void *x)
{
	struct err e = {0};

	*(int *)x = ndis_adapter_reset(H.adapter, &e);
}
static void test_reset_pends(void **state)
{
	guard();
	struct nt_thread *t;
	struct err e = {0};
	int result = 99;

	configured();
	H.script->reset_status = (unsigned)NDIS_STATUS_PENDING;
	t = nt_thread_start("reset", reset_thread, &result);
	for (unsigned i = 0; !seen_count(SEEN_RESET) && i < 5000; i++)
		sleep_ms(1);
	assert_int_equal(ndis_adapter_reset(H.adapter, &e), -EBUSY); /* one at a time */
	/* a pause may complete before the reset does */
	assert_int_equal(ndis_adapter_pause(H.adapter, &e), 0);
	((void(NTAPI *)(NDIS_STATUS, ULONG))LEVER("script_reset_complete"))(NDIS_STATUS_SUCCESS, 1);
	nt_thread_join(t);
	assert_int_equal(result, 0);
	assert_int_equal(after[1], OID_OFFLOAD_ENCAPSULATION);
	assert_int_equal(ndis_adapter_state(H.adapter), NDIS_PAUSED);
}
static void test_no_handler(void **state)
{
	guard();
	struct err e = {0};

	H.script->no_reset = 1;
	running();
	assert_int_equal(ndis_adapter_reset(H.adapter, &e), -ENOTSUP);
}
/* Check for hang: every interval, at PASSIVE_LEVEL; TRUE leads to a reset. Serial mode: seconds cost nothing there. */
static int start_serial(void **state)
{
	struct nt_config c = nt_test_config();

	c.serial = true;
	c.seed = 7;
	start_with(&c);
	return 0;
}
static void test_check_for_hang(void **state)
{
	guard();
	running();
	sleep_ms(7000);
	assert_in_range(seen_count(SEEN_CHECK), 2, 4);
	assert_int_equal(H.script->seen_irql[seen_at(SEEN_CHECK)], PASSIVE_LEVEL);
	assert_int_equal(seen_count(SEEN_RESET), 0);
	H.script->hang = 1;
	sleep_ms(3000);
	assert_int_equal(seen_count(SEEN_RESET), 1);
	assert_int_equal(H.adapter->resets, 1);
}
static void test_interval(void **state)
{
	guard();
	H.script->check_for_hang = 10;
	running();
	sleep_ms(25000);
	assert_int_equal(seen_count(SEEN_CHECK), 2);
}
/* RP-018: no check after halt. */
static void test_stops(void **state)
{
	guard();
	running();
	nt_pnp_irp(H.node, IRP_MN_STOP_DEVICE);
	unsigned n = seen_count(SEEN_CHECK);
	sleep_ms(10000);
	assert_int_equal(seen_count(SEEN_CHECK), n);
}
/* An OID request that is not completed within two checks: a finding and a reset. RP-227: still pending when the reset completes. */
static NDIS_OID_REQUEST *held;
static NDIS_STATUS NTAPI hold(NDIS_OID_REQUEST *r)
{
	held = r;
	return NDIS_STATUS_PENDING;
}
static void test_oid_overdue(void **state)
{
	guard();
	uint8_t e[28];
	struct ndis_oid_call c = {
	        .type = NdisRequestSetInformation, .oid = OID_OFFLOAD_ENCAPSULATION, .buffer = e, .in_length = 28, .timeout_ms = 20000};

	running();
	encapsulation(e, NDIS_OFFLOAD_SET_ON, NDIS_OFFLOAD_SET_ON);
	H.script->on_oid = (void *)hold;
	ndis_adapter_oid(H.adapter, &c);
	assert_true(found("RP-215"));
	assert_int_equal(seen_count(SEEN_RESET), 1);
	assert_true(found("RP-227"));
	complete_oid(held, NDIS_STATUS_REQUEST_ABORTED);
}

#define T(f) cmocka_unit_test_setup_teardown(f, start, stop)
#define S(f) cmocka_unit_test_setup_teardown(f, start_serial, stop)
int main(void)
{
	const struct CMUnitTest tests[] = {
	        T(test_addressing_reset), T(test_plain_reset), T(test_reset_pends), T(test_no_handler),
	        S(test_check_for_hang),   S(test_interval),    S(test_stops),       S(test_oid_overdue),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
