/* Status indications: what they update, whom they reach, what damaged ones do; pause and resume. */
#include "harness.h"

static struct proto P[3];

static void three_protocols(void)
{
	static const char *const names[] = {"one", "two", "three"};

	memset(P, 0, sizeof(P));
	proto_order = 0;
	for (unsigned i = 0; i < 3; i++)
		assert_status(proto_register(&P[i], names[i], NDIS_V684), NDIS_STATUS_SUCCESS);
}
static int stop_protocols(void **state)
{
	for (unsigned i = 0; i < 3; i++)
		if (P[i].handle)
			NdisDeregisterProtocolDriver(P[i].handle);
	memset(P, 0, sizeof(P));
	return stop(state);
}
static void queried(NDIS_OID oid, const struct script_offload *o)
{
	uint8_t got[NDIS_STORED_MAX];
	struct ndis_oid_call c = query(oid, got, sizeof(got));

	assert_status(c.status, NDIS_STATUS_SUCCESS);
	assert_int_equal(c.written, o->size);
	assert_memory_equal(got, o->bytes, o->size);
}

/* RP-291: every binding, in the order of binding. */
static void test_fan_out(void **state)
{
	guard();
	struct script_offload t;

	running();
	three_protocols();
	task(&t, NDIS_V684, 9);
	indicate(NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG, t.bytes, t.size);
	for (unsigned i = 0; i < 3; i++) {
		assert_int_equal(P[i].statuses, 1);
		assert_status(P[i].last_status, NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG);
		assert_int_equal(P[i].order, i + 1);
	}
	queried(OID_TCP_OFFLOAD_CURRENT_CONFIG, &t);
	queried(OID_TCP_OFFLOAD_HARDWARE_CAPABILITIES, &H.script->offload[NDIS_TASK_HW]);
}
/* A destination: only that binding, and a finding for an offload code (RP-276). */
static void test_destination(void **state)
{
	guard();
	NDIS_STATUS_INDICATION s;

	running();
	three_protocols();
	memset(&s, 0, sizeof(s));
	s.Header = (NDIS_OBJECT_HEADER){NDIS_OBJECT_TYPE_STATUS_INDICATION, 1, NDIS_SIZEOF_STATUS_INDICATION_REVISION_1};
	s.SourceHandle = H.script->adapter;
	s.StatusCode = NDIS_STATUS_OFFLOAD_PAUSE;
	s.DestinationHandle = P[1].binding.handle;
	indicate_raw(&s);
	assert_int_equal(P[0].statuses + P[2].statuses, 0);
	assert_int_equal(P[1].statuses, 1);
	assert_true(found("RP-276"));
}
/* RP-289: stored before anybody is told. */
static uint8_t inside[NDIS_STORED_MAX];
static void query_inside(struct proto *p, NDIS_STATUS_INDICATION *s)
{
	NDIS_OID_REQUEST r;

	proto_request(&r, NdisRequestQueryInformation, OID_TCP_OFFLOAD_CURRENT_CONFIG, inside, sizeof(inside));
	assert_status(NdisOidRequest(p->binding.handle, &r), NDIS_STATUS_SUCCESS);
}
static void test_stored_first(void **state)
{
	guard();
	struct script_offload t;

	running();
	three_protocols();
	P[0].on_status = query_inside;
	task(&t, NDIS_V684, 77);
	indicate(NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG, t.bytes, t.size);
	assert_memory_equal(inside, t.bytes, t.size);
}
/* RP-290, RP-170: damaged buffers change nothing and go nowhere. */
static void test_damaged(void **state)
{
	guard();
	static const NDIS_STATUS codes[] = {NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG, NDIS_STATUS_TASK_OFFLOAD_HARDWARE_CAPABILITIES,
	                                    NDIS_STATUS_TCP_CONNECTION_OFFLOAD_HARDWARE_CAPABILITIES, NDIS_STATUS_OFFLOAD_RESUME,
	                                    NDIS_STATUS_OFFLOAD_ENCASPULATION_CHANGE};
	static const NDIS_OID oids[] = {OID_TCP_OFFLOAD_CURRENT_CONFIG, OID_TCP_OFFLOAD_HARDWARE_CAPABILITIES,
	                                OID_TCP_CONNECTION_OFFLOAD_HARDWARE_CAPABILITIES, OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG};
	static const enum ndis_store stores[] = {NDIS_TASK_CUR, NDIS_TASK_HW, NDIS_CONN_HW, NDIS_CONN_CUR};

	running();
	three_protocols();
	for (unsigned i = 0; i < ARRAY_LEN(codes); i++) {
		struct script_offload good, bad;
		unsigned findings = H.adapter->findings;

		if (i < 2)
			task(&good, NDIS_V684, 200);
		else if (i < 4)
			connection(&good, 1, 1, 7);
		else
			structure(&good, NDIS_OBJECT_TYPE_OFFLOAD_ENCAPSULATION, 1, 28);
		indicate(codes[i], NULL, 0);                   /* none */
		indicate(codes[i], good.bytes, good.size - 1); /* StatusBufferSize below Header.Size (RP-278) */
		indicate(codes[i], good.bytes, 3);             /* not even a header */
		bad = good;
		bad.bytes[0] ^= 0x20;
		indicate(codes[i], bad.bytes, bad.size); /* wrong type */
		bad = good;
		put32(bad.bytes, 0, (uint32_t)good.bytes[0] | (uint32_t)good.bytes[1] << 8 | (good.size - 1) << 16);
		indicate(codes[i], bad.bytes, bad.size); /* Header.Size too small for the revision */
		bad = good;
		bad.bytes[1] = 99;
		indicate(codes[i], bad.bytes, bad.size); /* unknown revision */
		assert_int_equal(H.adapter->findings, findings + 6);
		if (i < ARRAY_LEN(oids))
			queried(oids[i], &H.script->offload[stores[i]]);
	}
	for (unsigned i = 0; i < 3; i++)
		assert_int_equal(P[i].statuses, 0);
}
/* FB-25: StatusBufferSize larger than Header.Size is fine; Header counts. */
static void test_larger_buffer(void **state)
{
	guard();
	struct script_offload t;

	running();
	structure(&t, NDIS_OBJECT_TYPE_OFFLOAD, 3, 156);
	memset(t.bytes + 4, 1, 152);
	indicate(NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG, t.bytes, 216);
	queried(OID_TCP_OFFLOAD_CURRENT_CONFIG, &t);
}
/* RP-175, RP-176: pause keeps the answer, resume replaces it. */
static void test_pause_resume(void **state)
{
	guard();
	struct script_offload now;
	char why[200];

	H.script->chimney_generic = H.script->chimney_tcp = 1;
	running();
	three_protocols();
	indicate(NDIS_STATUS_OFFLOAD_PAUSE, NULL, 0);
	queried(OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG, &H.script->offload[NDIS_CONN_CUR]);
	assert_true(H.adapter->offload_paused);
	assert_false(ndis_connection_operational(H.adapter, false, why, sizeof(why)));
	assert_non_null(strstr(why, "paused"));
	connection(&now, 1, 1, 8);
	indicate(NDIS_STATUS_OFFLOAD_RESUME, now.bytes, now.size);
	queried(OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG, &now);
	assert_false(H.adapter->offload_paused);
	assert_int_equal(H.adapter->pauses, 1);
	assert_int_equal(H.adapter->resumes, 1);
	assert_int_equal(P[2].statuses, 2);
	assert_int_equal(H.adapter->findings, 0);
	/* UPLOAD_ALL also stops offloading: a resume after it is right */
	indicate(NDIS_STATUS_UPLOAD_ALL, NULL, 0);
	indicate(NDIS_STATUS_OFFLOAD_RESUME, now.bytes, now.size);
	assert_int_equal(H.adapter->findings, 0);
	/* RP-172, RP-171: without */
	indicate(NDIS_STATUS_OFFLOAD_RESUME, now.bytes, now.size);
	assert_true(found("RP-172"));
	connection(&now, 0, 1, 8);
	indicate(NDIS_STATUS_OFFLOAD_RESUME, now.bytes, now.size);
	assert_true(found("RP-171"));
	queried(OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG, &now);
}
/* RP-178 */
static void test_connection_hardware(void **state)
{
	guard();
	struct script_offload now;

	running();
	connection(&now, 0, 1, 5);
	indicate(NDIS_STATUS_TCP_CONNECTION_OFFLOAD_HARDWARE_CAPABILITIES, now.bytes, now.size);
	queried(OID_TCP_CONNECTION_OFFLOAD_HARDWARE_CAPABILITIES, &now);
	queried(OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG, &H.script->offload[NDIS_CONN_CUR]);
	task(&now, NDIS_V684, 50);
	indicate(NDIS_STATUS_TASK_OFFLOAD_HARDWARE_CAPABILITIES, now.bytes, now.size);
	queried(OID_TCP_OFFLOAD_HARDWARE_CAPABILITIES, &now);
}
static void test_encapsulation_change(void **state)
{
	guard();
	uint8_t e[28], got[28];

	running();
	encapsulation(e, NDIS_OFFLOAD_SET_ON, NDIS_OFFLOAD_SET_OFF);
	indicate(NDIS_STATUS_OFFLOAD_ENCASPULATION_CHANGE, e, sizeof(e));
	assert_status(query(OID_OFFLOAD_ENCAPSULATION, got, sizeof(got)).status, NDIS_STATUS_SUCCESS);
	assert_memory_equal(got, e, sizeof(e));
}
/* The driver's buffer is reused at once: indicate() passes the test's, which is changed afterwards. */
static void test_buffer_reused(void **state)
{
	guard();
	struct script_offload t, copy;

	running();
	task(&t, NDIS_V684, 33);
	copy = t;
	indicate(NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG, t.bytes, t.size);
	memset(t.bytes, 0xee, sizeof(t.bytes));
	queried(OID_TCP_OFFLOAD_CURRENT_CONFIG, &copy);
}
/* Other indications pass: link state is kept, unknown ones just go on; resets are NDIS's (RP-288). */
static void test_others(void **state)
{
	guard();
	NDIS_LINK_STATE l, got;

	running();
	three_protocols();
	memset(&l, 0, sizeof(l));
	l.Header = (NDIS_OBJECT_HEADER){NDIS_OBJECT_TYPE_DEFAULT, NDIS_LINK_STATE_REVISION_1, NDIS_SIZEOF_LINK_STATE_REVISION_1};
	l.MediaConnectState = MediaConnectStateDisconnected;
	indicate(NDIS_STATUS_LINK_STATE, &l, sizeof(l));
	assert_status(query(OID_GEN_LINK_STATE, &got, sizeof(got)).status, NDIS_STATUS_SUCCESS);
	assert_int_equal(got.MediaConnectState, MediaConnectStateDisconnected);
	indicate(NDIS_STATUS_LINK_STATE, &l, 4);
	indicate((NDIS_STATUS)0x40019999, NULL, 0);
	assert_int_equal(P[0].statuses, 2);
	indicate(NDIS_STATUS_RESET_START, NULL, 0);
	assert_int_equal(P[0].statuses, 2);
	assert_true(found("RP-288"));
}
static void test_bad_indication(void **state)
{
	guard();
	NDIS_STATUS_INDICATION s;

	running();
	three_protocols();
	memset(&s, 0, sizeof(s));
	s.StatusCode = NDIS_STATUS_OFFLOAD_PAUSE;
	indicate_raw(&s); /* no header: RP-273 */
	assert_true(found("RP-273"));
	assert_int_equal(P[0].statuses, 0);
	s.Header = (NDIS_OBJECT_HEADER){NDIS_OBJECT_TYPE_STATUS_INDICATION, 1, NDIS_SIZEOF_STATUS_INDICATION_REVISION_1};
	s.Flags = 1;
	indicate_raw(&s); /* RP-274, RP-275: wrong, and passed on */
	assert_true(found("RP-274") && found("RP-275"));
	assert_int_equal(P[0].statuses, 1);
}
/* At DISPATCH_LEVEL, as an indication from a DPC. */
static void test_at_dispatch(void **state)
{
	guard();
	struct script_offload t;
	KIRQL old;

	running();
	three_protocols();
	task(&t, NDIS_V684, 12);
	KeRaiseIrql(DISPATCH_LEVEL, &old);
	indicate(NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG, t.bytes, t.size);
	KeLowerIrql(old);
	assert_int_equal(P[2].statuses, 1);
	queried(OID_TCP_OFFLOAD_CURRENT_CONFIG, &t);
}
/* OQ-18: legal after registration attributes, overwritten by the attributes; RP-279 before them. */
static void test_inside_initialize(void **state)
{
	guard();
	struct script_offload t;

	task(&t, NDIS_V684, 99);
	H.script->calls = 5;
	H.script->call[0].kind = SCRIPT_INDICATE;
	H.script->call[1].kind = SCRIPT_REGISTRATION;
	H.script->call[2].kind = SCRIPT_INDICATE;
	H.script->call[3].kind = SCRIPT_GENERAL;
	H.script->call[4].kind = SCRIPT_OFFLOAD;
	for (unsigned i = 0; i <= 2; i += 2) {
		H.script->call[i].code = (unsigned)NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG;
		H.script->call[i].size = t.size;
		memcpy(H.script->call[i].bytes, t.bytes, t.size);
	}
	paused();
	assert_true(found("RP-279"));
	queried(OID_TCP_OFFLOAD_CURRENT_CONFIG, &H.script->offload[NDIS_TASK_CUR]);
}
/* The published page follows every change. */
static void test_published(void **state)
{
	guard();
	const struct ndis_publish_slot *s = (const void *)H.publish;
	struct script_offload t;
	uint64_t changes;

	running();
	assert_int_equal(s->seq % 2, 0);
	assert_int_equal(s->state, NDIS_RUNNING);
	assert_int_equal(s->conn_hw_size, 20);
	assert_memory_equal(s->task_cur, H.script->offload[NDIS_TASK_CUR].bytes, 216);
	changes = s->changes;
	task(&t, NDIS_V684, 12);
	indicate(NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG, t.bytes, t.size);
	assert_memory_equal(s->task_cur, t.bytes, 216);
	assert_true(s->changes > changes && s->seq % 2 == 0);
}

#define T(f) cmocka_unit_test_setup_teardown(f, start, stop_protocols)
int main(void)
{
	const struct CMUnitTest tests[] = {
	        T(test_fan_out),           T(test_destination),  T(test_stored_first),        T(test_damaged),
	        T(test_larger_buffer),     T(test_pause_resume), T(test_connection_hardware), T(test_encapsulation_change),
	        T(test_buffer_reused),     T(test_others),       T(test_bad_indication),      T(test_at_dispatch),
	        T(test_inside_initialize), T(test_published),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
