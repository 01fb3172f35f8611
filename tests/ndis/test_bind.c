/* Bindings: what protocols are told when they bind and afterwards; what NDIS restricts on their account; the life of a binding. */
#include "harness.h"

/* RP-293, RP-294: the current configuration, byte for byte; no hardware capabilities (OQ-05). */
static void test_bind_parameters(void **state)
{
	guard();
	struct proto p = {0};

	running();
	assert_status(proto_register(&p, "p", NDIS_V684), NDIS_STATUS_SUCCESS);
	assert_int_equal(p.binds, 1);
	assert_int_equal(p.task_size, 216);
	assert_memory_equal(p.task, H.script->offload[NDIS_TASK_CUR].bytes, 216);
	assert_int_equal(p.conn_size, 20);
	assert_memory_equal(p.conn, H.script->offload[NDIS_CONN_CUR].bytes, 20);
	assert_int_equal(ndis_adapter_state(H.adapter), NDIS_RUNNING);
	assert_int_equal(p.restarts, 1);
	NdisDeregisterProtocolDriver(p.handle);
	assert_int_equal(p.unbinds, 1);
	assert_int_equal(ndis_adapter_state(H.adapter), NDIS_RUNNING);
}
static void test_revisions(void **state)
{
	guard();
	static const struct {
		uint32_t version;
		unsigned revision, size;
	} t[] = {{NDIS_V60, 1, NDIS_SIZEOF_BIND_PARAMETERS_REVISION_1},
	         {NDIS_V61, 2, NDIS_SIZEOF_BIND_PARAMETERS_REVISION_2},
	         {NDIS_V620, 3, NDIS_SIZEOF_BIND_PARAMETERS_REVISION_3},
	         {NDIS_V630, 4, NDIS_SIZEOF_BIND_PARAMETERS_REVISION_4},
	         {NDIS_V684, 4, NDIS_SIZEOF_BIND_PARAMETERS_REVISION_4}};

	running();
	for (unsigned i = 0; i < ARRAY_LEN(t); i++) {
		struct proto p = {0};

		assert_status(proto_register(&p, "p", t[i].version), NDIS_STATUS_SUCCESS);
		assert_int_equal(p.bind_revision, t[i].revision);
		assert_int_equal(p.bind_size, t[i].size);
		NdisDeregisterProtocolDriver(p.handle);
	}
	struct proto p = {0};
	assert_status(proto_register(&p, "p", NDIS_V685), NDIS_STATUS_BAD_VERSION);
}
/* RP-296: whoever binds later sees the latest. RP-297: one configuration for all. */
static void test_latest(void **state)
{
	guard();
	struct proto a = {0}, b = {0};
	struct script_offload t, c;

	running();
	assert_status(proto_register(&a, "a", NDIS_V684), NDIS_STATUS_SUCCESS);
	task(&t, NDIS_V684, 111);
	connection(&c, 0, 1, 3);
	indicate(NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG, t.bytes, t.size);
	indicate(NDIS_STATUS_OFFLOAD_PAUSE, NULL, 0);
	indicate(NDIS_STATUS_OFFLOAD_RESUME, c.bytes, c.size);
	assert_status(proto_register(&b, "b", NDIS_V684), NDIS_STATUS_SUCCESS);
	assert_memory_equal(b.task, t.bytes, t.size);
	assert_memory_equal(b.conn, c.bytes, c.size);
	NdisDeregisterProtocolDriver(a.handle);
	NdisDeregisterProtocolDriver(b.handle);
}
static struct script_offload answer;
static NDIS_STATUS NTAPI change(NDIS_OID_REQUEST *r)
{
	if (r->DATA.SET_INFORMATION.Oid == OID_TCP_OFFLOAD_PARAMETERS)
		indicate(NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG, answer.bytes, answer.size);
	return NDIS_STATUS_SUCCESS;
}
static void test_one_asks_all_learn(void **state)
{
	guard();
	struct proto a = {0}, b = {0};
	NDIS_OID_REQUEST r;
	uint8_t p[34], got[NDIS_STORED_MAX];

	running();
	assert_status(proto_register(&a, "a", NDIS_V684), NDIS_STATUS_SUCCESS);
	assert_status(proto_register(&b, "b", NDIS_V684), NDIS_STATUS_SUCCESS);
	H.script->on_oid = (void *)change;
	task(&answer, NDIS_V684, 5);
	parameters(p);
	p[4] = 1;
	proto_request(&r, NdisRequestSetInformation, OID_TCP_OFFLOAD_PARAMETERS, p, sizeof(p));
	assert_status(NdisOidRequest(a.binding.handle, &r), NDIS_STATUS_SUCCESS);
	assert_int_equal(a.statuses, 1);
	assert_int_equal(b.statuses, 1);
	proto_request(&r, NdisRequestQueryInformation, OID_TCP_OFFLOAD_CURRENT_CONFIG, got, sizeof(got));
	assert_status(NdisOidRequest(b.binding.handle, &r), NDIS_STATUS_SUCCESS);
	assert_memory_equal(got, answer.bytes, answer.size);
	NdisDeregisterProtocolDriver(a.handle);
	NdisDeregisterProtocolDriver(b.handle);
}
/* The packet filter of several bindings goes down as their union. */
static ULONG filter_seen;
static NDIS_STATUS NTAPI see_filter(NDIS_OID_REQUEST *r)
{
	if (r->DATA.SET_INFORMATION.Oid == OID_GEN_CURRENT_PACKET_FILTER)
		filter_seen = *(ULONG *)r->DATA.SET_INFORMATION.InformationBuffer;
	return NDIS_STATUS_SUCCESS;
}
static void test_filter_union(void **state)
{
	guard();
	struct proto a = {0}, b = {0};
	NDIS_OID_REQUEST r;
	ULONG v = NDIS_PACKET_TYPE_DIRECTED;

	running();
	assert_status(proto_register(&a, "a", NDIS_V684), NDIS_STATUS_SUCCESS);
	assert_status(proto_register(&b, "b", NDIS_V684), NDIS_STATUS_SUCCESS);
	H.script->on_oid = (void *)see_filter;
	proto_request(&r, NdisRequestSetInformation, OID_GEN_CURRENT_PACKET_FILTER, &v, 4);
	assert_status(NdisOidRequest(a.binding.handle, &r), NDIS_STATUS_SUCCESS);
	assert_int_equal(filter_seen, NDIS_PACKET_TYPE_DIRECTED);
	v = NDIS_PACKET_TYPE_BROADCAST;
	proto_request(&r, NdisRequestSetInformation, OID_GEN_CURRENT_PACKET_FILTER, &v, 4);
	assert_status(NdisOidRequest(b.binding.handle, &r), NDIS_STATUS_SUCCESS);
	assert_int_equal(filter_seen, NDIS_PACKET_TYPE_DIRECTED | NDIS_PACKET_TYPE_BROADCAST);
	assert_ptr_equal(r.DATA.SET_INFORMATION.InformationBuffer, &v); /* the requester's own buffer is back */
	assert_int_equal(v, NDIS_PACKET_TYPE_BROADCAST);
	NdisDeregisterProtocolDriver(a.handle);
	NdisDeregisterProtocolDriver(b.handle);
}

/* RP-167: enabled, and not offered upward without the two handler sets. */
static void test_operational(void **state)
{
	guard();
	char why[200];

	H.script->chimney_tcp = 1; /* one of the two */
	paused();
	assert_false(ndis_connection_operational(H.adapter, false, why, sizeof(why)));
	assert_non_null(strstr(why, "NdisSetOptionalHandlers"));
	assert_status(H.script->offload_handlers_status, NDIS_STATUS_SUCCESS);
	assert_int_equal(H.script->offload_handlers_size, NDIS_SIZEOF_TCP_OFFLOAD_EVENT_HANDLERS_REVISION_1);
	json_t *j = ndis_adapter_describe(H.adapter), *o = json_object_get(json_object_get(j, "operational"), "TcpConnectionIPv4");
	assert_string_equal(json_string_value(json_object_get(o, "state")), "No");
	assert_false(json_is_true(json_object_get(json_object_get(j, "chimney"), "registered")));
	json_decref(j);
}
static void test_operational_both_sets(void **state)
{
	guard();
	char why[200];

	H.script->chimney_tcp = H.script->chimney_generic = 1;
	paused();
	assert_true(ndis_connection_operational(H.adapter, false, why, sizeof(why)));
	assert_false(ndis_connection_operational(H.adapter, true, why, sizeof(why)));
	assert_non_null(strstr(why, "off in the current configuration"));
	json_t *j = ndis_adapter_describe(H.adapter), *o = json_object_get(json_object_get(j, "operational"), "TcpConnectionIPv4");
	assert_string_equal(json_string_value(json_object_get(o, "state")), "Yes");
	assert_true(json_is_true(json_object_get(json_object_get(j, "chimney"), "registered")));
	json_decref(j);
}

/* ---- RP-115, RP-116, RP-131: RSC while an old protocol is bound. The driver follows the request, as a driver should. */
static uint8_t asked[40];
static unsigned asked_size;
static NDIS_STATUS NTAPI follow_rsc(NDIS_OID_REQUEST *r)
{
	struct script_offload now;

	if (r->DATA.SET_INFORMATION.Oid != OID_TCP_OFFLOAD_PARAMETERS)
		return NDIS_STATUS_SUCCESS;
	asked_size = r->DATA.SET_INFORMATION.InformationBufferLength;
	memcpy(asked, r->DATA.SET_INFORMATION.InformationBuffer, asked_size < sizeof(asked) ? asked_size : sizeof(asked));
	memset(&now, 0, sizeof(now));
	now.size = ndis_store_get(H.adapter, NDIS_TASK_CUR, now.bytes, sizeof(now.bytes), true);
	for (unsigned i = 0; i < 2; i++)
		if (asked[22 + i])
			now.bytes[144 + i] = asked[22 + i] - 1;
	if (asked_size > 34 && asked[34])
		now.bytes[216] = asked[34] - 1;
	indicate(NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG, now.bytes, now.size);
	return NDIS_STATUS_SUCCESS;
}
static void quiet_task(struct script_offload *o, uint32_t version)
{
	const struct ndis_revision *r = due(ndis_offload_revisions, version);

	structure(o, NDIS_OBJECT_TYPE_OFFLOAD, r->revision, r->full ? r->full : r->size);
}
static void test_rsc_suspended(void **state)
{
	guard();
	struct proto old = {0}, young = {0};
	uint8_t cur[NDIS_STORED_MAX];

	for (unsigned i = 0; i < 2; i++) {
		quiet_task(&H.script->offload[i], NDIS_V684);
		H.script->offload[i].bytes[144] = 1; /* RSC for IPv4 on and able */
	}
	H.script->on_oid = (void *)follow_rsc;
	nt_reg_set_sz(KEY, "*RscIPv4", "1");
	running();
	assert_status(proto_register(&young, "young", NDIS_V630), NDIS_STATUS_SUCCESS);
	assert_int_equal(H.script->oid_calls, 0);
	assert_status(proto_register(&old, "oldlwf", NDIS_V620), NDIS_STATUS_SUCCESS);
	assert_int_equal(asked[22], NDIS_OFFLOAD_PARAMETERS_RSC_DISABLED);
	assert_int_equal(asked[23], 0); /* IPv6 was not on: left alone */
	assert_int_equal(get32(asked, 16), NDIS_OFFLOAD_PARAMETERS_SKIP_REGISTRY_UPDATE);
	query(OID_TCP_OFFLOAD_CURRENT_CONFIG, cur, sizeof(cur));
	assert_int_equal(cur[144], 0);
	WCHAR keyword[4] = {0};
	uint32_t type;
	nt_reg_get(KEY, "*RscIPv4", &type, keyword, sizeof(keyword));
	assert_int_equal(keyword[0], '1');
	json_t *j = ndis_adapter_describe(H.adapter), *o = json_object_get(json_object_get(j, "operational"), "RscIPv4");
	assert_true(json_is_true(json_object_get(o, "enabled")));
	assert_string_equal(json_string_value(json_object_get(o, "state")), "No");
	assert_non_null(strstr(json_string_value(json_object_get(o, "why")), "oldlwf"));
	json_decref(j);
	NdisDeregisterProtocolDriver(old.handle);
	assert_int_equal(asked[22], NDIS_OFFLOAD_PARAMETERS_RSC_ENABLED);
	query(OID_TCP_OFFLOAD_CURRENT_CONFIG, cur, sizeof(cur));
	assert_int_equal(cur[144], 1);
	NdisDeregisterProtocolDriver(young.handle);
}
/* RP-130: URO needs everybody to know it: NDIS 6.89. */
static int start_689(void **state)
{
	struct nt_config c = nt_test_config();

	c.ndis_version = NDIS_V689;
	start_with(&c);
	return 0;
}
static void test_uro_suspended(void **state)
{
	guard();
	struct proto p = {0}, q = {0};
	uint8_t cur[NDIS_STORED_MAX];

	H.script->version = NDIS_V689;
	for (unsigned i = 0; i < 2; i++) {
		quiet_task(&H.script->offload[i], NDIS_V689);
		H.script->offload[i].bytes[216] = 1;
	}
	H.script->on_oid = (void *)follow_rsc;
	running();
	assert_int_equal(query(OID_TCP_OFFLOAD_CURRENT_CONFIG, cur, sizeof(cur)).written, 217);
	assert_status(proto_register(&q, "q", NDIS_V689), NDIS_STATUS_SUCCESS);
	assert_int_equal(H.script->oid_calls, 0);
	assert_status(proto_register(&p, "p", NDIS_V(88)), NDIS_STATUS_SUCCESS);
	assert_int_equal(asked_size, 35);
	assert_int_equal(asked[34], NDIS_OFFLOAD_PARAMETERS_UDP_RSC_DISABLED);
	assert_int_equal(get32(asked, 16), NDIS_OFFLOAD_PARAMETERS_SKIP_REGISTRY_UPDATE); /* RP-131 */
	query(OID_TCP_OFFLOAD_CURRENT_CONFIG, cur, sizeof(cur));
	assert_int_equal(cur[216], 0);
	NdisDeregisterProtocolDriver(p.handle);
	assert_int_equal(asked[34], NDIS_OFFLOAD_PARAMETERS_UDP_RSC_ENABLED);
	NdisDeregisterProtocolDriver(q.handle);
}

/* ---- the life of a binding */
static void test_refused(void **state)
{
	guard();
	struct proto p = {.refuse = true};

	running();
	assert_status(proto_register(&p, "p", NDIS_V684), NDIS_STATUS_SUCCESS);
	assert_int_equal(H.adapter->bindings_n, 0);
	NdisDeregisterProtocolDriver(p.handle);
	assert_int_equal(p.unbinds, 0);
}
static void test_left_open(void **state)
{
	guard();
	struct proto p = {.leave_open = true};

	running();
	assert_status(proto_register(&p, "p", NDIS_V684), NDIS_STATUS_SUCCESS);
	NdisDeregisterProtocolDriver(p.handle);
	assert_int_equal(H.adapter->bindings_n, 0);
	assert_true(found("protocol"));
}
/* A protocol that came first is bound when the adapter comes up, paused and unbound before it halts. */
static void test_protocol_first(void **state)
{
	guard();
	struct proto p = {0};

	assert_status(proto_register(&p, "p", NDIS_V684), NDIS_STATUS_SUCCESS);
	running();
	assert_int_equal(p.binds, 1);
	assert_int_equal(p.restarts, 1);
	nt_pnp_stop_remove(H.node, false);
	H.adapter = NULL;
	assert_int_equal(p.pauses, 1);
	assert_int_equal(p.unbinds, 1);
	NdisDeregisterProtocolDriver(p.handle);
}
static void test_stale_handles(void **state)
{
	guard();
	NDIS_OID_REQUEST r;
	struct proto p = {0};
	NDIS_HANDLE stale;

	running();
	assert_status(proto_register(&p, "p", NDIS_V684), NDIS_STATUS_SUCCESS);
	stale = p.binding.handle;
	NdisDeregisterProtocolDriver(p.handle);
	proto_request(&r, NdisRequestQueryInformation, OID_GEN_SUPPORTED_LIST, NULL, 0);
	assert_status(NdisOidRequest(stale, &r), NDIS_STATUS_INVALID_PARAMETER);
	assert_status(NdisCloseAdapterEx(stale), NDIS_STATUS_INVALID_PARAMETER);
	NdisDeregisterProtocolDriver(p.handle);
}

#define T(f) cmocka_unit_test_setup_teardown(f, start, stop)
int main(void)
{
	const struct CMUnitTest tests[] = {
	        T(test_bind_parameters),
	        T(test_revisions),
	        T(test_latest),
	        T(test_one_asks_all_learn),
	        T(test_filter_union),
	        T(test_operational),
	        T(test_operational_both_sets),
	        T(test_rsc_suspended),
	        cmocka_unit_test_setup_teardown(test_uro_suspended, start_689, stop),
	        T(test_refused),
	        T(test_left_open),
	        T(test_protocol_first),
	        T(test_stale_handles),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
