/* OIDs: who answers, short buffers, wrong methods, serialization, pending, cancelling, time-outs, direct and synchronous ones. */
#include "harness.h"

static const struct {
	NDIS_OID oid;
	enum ndis_store store;
	unsigned size;
} capability[] = {
        {OID_TCP_OFFLOAD_CURRENT_CONFIG, NDIS_TASK_CUR, 216},
        {OID_TCP_OFFLOAD_HARDWARE_CAPABILITIES, NDIS_TASK_HW, 216},
        {OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG, NDIS_CONN_CUR, 20},
        {OID_TCP_CONNECTION_OFFLOAD_HARDWARE_CAPABILITIES, NDIS_CONN_HW, 20},
};

/* RP-194, RP-195, RP-196, RP-197, RP-199: from the store, never forwarded, BytesWritten is the structure's size. */
static void test_capabilities(void **state)
{
	guard();
	uint8_t got[NDIS_STORED_MAX];

	running();
	for (unsigned i = 0; i < ARRAY_LEN(capability); i++) {
		struct ndis_oid_call c;

		memset(got, 0xcc, sizeof(got));
		c = query(capability[i].oid, got, sizeof(got));
		assert_status(c.status, NDIS_STATUS_SUCCESS);
		assert_int_equal(c.written, capability[i].size);
		assert_memory_equal(got, H.script->offload[capability[i].store].bytes, capability[i].size);
		assert_int_equal(got[capability[i].size], 0xcc);
	}
	assert_int_equal(H.script->oid_calls, 0);
}
/* RP-198: one byte short: nothing written, BytesNeeded says how much. Exactly enough is enough. */
static void test_short_buffer(void **state)
{
	guard();
	uint8_t got[NDIS_STORED_MAX];

	running();
	for (unsigned i = 0; i < ARRAY_LEN(capability); i++) {
		const unsigned lengths[] = {0, 1, 3, 4, capability[i].size - 1};

		for (unsigned k = 0; k < ARRAY_LEN(lengths); k++) {
			struct ndis_oid_call c;

			memset(got, 0xcc, sizeof(got));
			c = query(capability[i].oid, got, lengths[k]);
			assert_status(c.status, NDIS_STATUS_BUFFER_TOO_SHORT);
			assert_int_equal(c.needed, capability[i].size);
			assert_int_equal(c.written, 0);
			for (unsigned b = 0; b < sizeof(got); b++)
				assert_int_equal(got[b], 0xcc);
		}
		assert_status(query(capability[i].oid, got, capability[i].size).status, NDIS_STATUS_SUCCESS);
	}
}
/* RP-200, RP-201: sets and methods of what can only be queried, queries of what can only be set. */
static void test_wrong_method(void **state)
{
	guard();
	uint8_t b[NDIS_STORED_MAX] = {0};

	running();
	for (unsigned i = 0; i < ARRAY_LEN(capability); i++) {
		struct ndis_oid_call m = {
		        .type = NdisRequestMethod, .oid = capability[i].oid, .buffer = b, .in_length = 64, .out_length = sizeof(b)};

		assert_status(set(capability[i].oid, b, sizeof(b)).status, NDIS_STATUS_NOT_SUPPORTED);
		assert_status(ndis_adapter_oid(H.adapter, &m), NDIS_STATUS_NOT_SUPPORTED);
		m.path = NDIS_OID_DIRECT;
		assert_status(ndis_adapter_oid(H.adapter, &m), NDIS_STATUS_NOT_SUPPORTED);
	}
	assert_status(query(OID_TCP_OFFLOAD_PARAMETERS, b, sizeof(b)).status, NDIS_STATUS_NOT_SUPPORTED);
	assert_status(query(OID_TCP_TASK_OFFLOAD, b, sizeof(b)).status, NDIS_STATUS_NOT_SUPPORTED);
	assert_int_equal(H.script->oid_calls + H.script->direct_calls, 0);
}
/* RP-202, RP-204: encapsulation. The driver decides the set, NDIS answers the query from the last that succeeded. */
static void test_encapsulation(void **state)
{
	guard();
	uint8_t on[28], half[28], got[64], off[28];

	running();
	assert_status(query(OID_OFFLOAD_ENCAPSULATION, got, sizeof(got)).status, NDIS_STATUS_FAILURE); /* nothing set yet */
	encapsulation(on, NDIS_OFFLOAD_SET_ON, NDIS_OFFLOAD_SET_ON);
	assert_status(set(OID_OFFLOAD_ENCAPSULATION, on, sizeof(on)).status, NDIS_STATUS_SUCCESS);
	assert_int_equal(query(OID_OFFLOAD_ENCAPSULATION, got, sizeof(got)).written, 28);
	assert_memory_equal(got, on, 28);
	assert_status(query(OID_OFFLOAD_ENCAPSULATION, got, 27).status, NDIS_STATUS_BUFFER_TOO_SHORT);
	/* a failed set changes nothing */
	H.script->oid_status = (unsigned)NDIS_STATUS_INVALID_PARAMETER;
	encapsulation(off, NDIS_OFFLOAD_SET_OFF, NDIS_OFFLOAD_SET_OFF);
	assert_status(set(OID_OFFLOAD_ENCAPSULATION, off, sizeof(off)).status, NDIS_STATUS_INVALID_PARAMETER);
	query(OID_OFFLOAD_ENCAPSULATION, got, sizeof(got));
	assert_memory_equal(got, on, 28);
	/* NO_CHANGE keeps a family (OQ-16) */
	H.script->oid_status = 0;
	encapsulation(half, NDIS_OFFLOAD_SET_OFF, NDIS_OFFLOAD_SET_NO_CHANGE);
	assert_status(set(OID_OFFLOAD_ENCAPSULATION, half, sizeof(half)).status, NDIS_STATUS_SUCCESS);
	query(OID_OFFLOAD_ENCAPSULATION, got, sizeof(got));
	assert_int_equal(get32(got, 4), NDIS_OFFLOAD_SET_OFF);
	assert_int_equal(get32(got, 16), NDIS_OFFLOAD_SET_ON);
	assert_int_equal(H.script->oid_calls, 3); /* the sets, no query */
}
/* RP-203, RP-204: connection offload parameters. */
static void test_connection_parameters(void **state)
{
	guard();
	struct script_offload p;
	uint8_t got[64];

	running();
	assert_status(query(OID_TCP_CONNECTION_OFFLOAD_PARAMETERS, got, sizeof(got)).status, NDIS_STATUS_FAILURE);
	structure(&p, NDIS_OBJECT_TYPE_DEFAULT, 2, 60);
	put32(p.bytes, 32, 1000);
	assert_status(set(OID_TCP_CONNECTION_OFFLOAD_PARAMETERS, p.bytes, 60).status, NDIS_STATUS_SUCCESS);
	assert_int_equal(query(OID_TCP_CONNECTION_OFFLOAD_PARAMETERS, got, sizeof(got)).written, 60);
	assert_memory_equal(got, p.bytes, 60);
	H.script->oid_status = (unsigned)NDIS_STATUS_NOT_SUPPORTED;
	put32(p.bytes, 32, 5);
	assert_status(set(OID_TCP_CONNECTION_OFFLOAD_PARAMETERS, p.bytes, 60).status, NDIS_STATUS_NOT_SUPPORTED);
	query(OID_TCP_CONNECTION_OFFLOAD_PARAMETERS, got, sizeof(got));
	assert_int_equal(get32(got, 32), 1000);
	assert_int_equal(H.script->oid_calls, 2);
}
/* RP-207 */
static void test_supported_list(void **state)
{
	guard();
	NDIS_OID got[24];
	struct ndis_oid_call c = {.type = NdisRequestQueryInformation,
	                          .oid = OID_GEN_SUPPORTED_LIST,
	                          .buffer = got,
	                          .out_length = sizeof(got),
	                          .as_protocol = true};

	running();
	assert_status(ndis_adapter_oid(H.adapter, &c), NDIS_STATUS_SUCCESS);
	assert_int_equal(c.written, 3 * sizeof(NDIS_OID)); /* OID_GEN_STATISTICS is left out for a protocol */
	for (unsigned i = 0; i < 3; i++)
		assert_int_not_equal(got[i], OID_GEN_STATISTICS);
	c.as_protocol = false;
	ndis_adapter_oid(H.adapter, &c);
	assert_int_equal(c.written, 4 * sizeof(NDIS_OID));
	assert_int_equal(H.script->oid_calls, 0);
}
static void test_generic(void **state)
{
	guard();
	ULONG v = 0;
	USHORT s = 0;
	uint8_t mac[6];

	running();
	assert_status(query(OID_GEN_MAXIMUM_FRAME_SIZE, &v, 4).status, NDIS_STATUS_SUCCESS);
	assert_int_equal(v, 1500);
	query(OID_GEN_DRIVER_VERSION, &s, 2);
	assert_int_equal(s, 6 << 8 | 84);
	query(OID_802_3_CURRENT_ADDRESS, mac, 6);
	assert_int_equal(mac[5], 7);
	assert_int_equal(H.script->oid_calls, 0);
	v = NDIS_PACKET_TYPE_DIRECTED;
	assert_status(set(OID_GEN_CURRENT_PACKET_FILTER, &v, 4).status, NDIS_STATUS_SUCCESS);
	assert_int_equal(H.script->oid_calls, 1);
	v = 0;
	query(OID_GEN_CURRENT_PACKET_FILTER, &v, 4);
	assert_int_equal(v, NDIS_PACKET_TYPE_DIRECTED);
	v = 99999;
	assert_status(set(OID_GEN_CURRENT_LOOKAHEAD, &v, 4).status, NDIS_STATUS_INVALID_DATA);
	assert_int_equal(H.script->oid_calls, 1);
}
/* RP-206: the protocol's own rule, seen by NDIS. */
static void test_encapsulation_query_first(void **state)
{
	guard();
	NDIS_OID_REQUEST r;
	struct proto p = {0};
	uint8_t b[28], got[28];

	running();
	assert_status(proto_register(&p, "p", NDIS_V684), NDIS_STATUS_SUCCESS);
	proto_request(&r, NdisRequestQueryInformation, OID_OFFLOAD_ENCAPSULATION, got, sizeof(got));
	NdisOidRequest(p.binding.handle, &r);
	assert_true(found("RP-206"));
	encapsulation(b, NDIS_OFFLOAD_SET_ON, NDIS_OFFLOAD_SET_ON);
	proto_request(&r, NdisRequestSetInformation, OID_OFFLOAD_ENCAPSULATION, b, sizeof(b));
	assert_status(NdisOidRequest(p.binding.handle, &r), NDIS_STATUS_SUCCESS);
	assert_int_equal(r.DATA.SET_INFORMATION.InformationBuffer, b);
	proto_request(&r, NdisRequestQueryInformation, OID_OFFLOAD_ENCAPSULATION, got, sizeof(got));
	assert_status(NdisOidRequest(p.binding.handle, &r), NDIS_STATUS_SUCCESS);
	assert_memory_equal(got, b, 28);
	assert_int_equal(p.completes, 0); /* all of them synchronous */
	NdisDeregisterProtocolDriver(p.handle);
}

/* ---- pending */
static NDIS_OID_REQUEST *pended;
static NDIS_STATUS NTAPI pend(NDIS_OID_REQUEST *r)
{
	pended = r;
	H.script->pending_request = r;
	return NDIS_STATUS_PENDING;
}
static void finish(NDIS_STATUS status)
{
	NDIS_OID_REQUEST *r = pended;

	pended = NULL;
	H.script->pending_request = NULL;
	complete_oid(r, status);
}
static void wait_pended(void)
{
	for (unsigned i = 0; !pended && i < 5000; i++)
		sleep_ms(1);
	assert_non_null(pended);
}
/* RP-211: three requests, one at a time, in order. */
static void test_serialized(void **state)
{
	guard();
	NDIS_OID_REQUEST r[3];
	struct proto p = {0};
	uint8_t b[3][28];

	running();
	assert_status(proto_register(&p, "p", NDIS_V684), NDIS_STATUS_SUCCESS);
	H.script->on_oid = (void *)pend;
	for (unsigned i = 0; i < 3; i++) {
		encapsulation(b[i], NDIS_OFFLOAD_SET_ON, NDIS_OFFLOAD_SET_NO_CHANGE);
		proto_request(&r[i], NdisRequestSetInformation, OID_OFFLOAD_ENCAPSULATION, b[i], 28);
		assert_status(NdisOidRequest(p.binding.handle, &r[i]), NDIS_STATUS_PENDING);
	}
	for (unsigned i = 0; i < 3; i++) {
		wait_pended();
		assert_ptr_equal(pended, &r[i]);
		assert_int_equal(H.script->oid_calls, i + 1);
		finish(NDIS_STATUS_SUCCESS);
		assert_int_equal(p.completes, i + 1);
	}
	assert_int_equal(H.script->oid_overlap, 0);
	H.script->on_oid = NULL;
	NdisDeregisterProtocolDriver(p.handle);
}
/* RP-212, RP-213, RP-214 as NDIS meets them. */
static NDIS_STATUS NTAPI complete_early(NDIS_OID_REQUEST *r)
{
	complete_oid(r, NDIS_STATUS_SUCCESS); /* before MiniportOidRequest returns PENDING: legal */
	return NDIS_STATUS_PENDING;
}
static NDIS_STATUS NTAPI complete_and_return(NDIS_OID_REQUEST *r)
{
	complete_oid(r, NDIS_STATUS_SUCCESS);
	return NDIS_STATUS_SUCCESS; /* and again by returning: not legal */
}
static void test_completion_errors(void **state)
{
	guard();
	NDIS_OID_REQUEST stray;
	uint8_t b[28];

	running();
	encapsulation(b, NDIS_OFFLOAD_SET_ON, NDIS_OFFLOAD_SET_ON);
	H.script->on_oid = (void *)complete_early;
	assert_status(set(OID_OFFLOAD_ENCAPSULATION, b, 28).status, NDIS_STATUS_SUCCESS);
	assert_false(found("RP-213"));
	H.script->on_oid = (void *)complete_and_return;
	assert_status(set(OID_OFFLOAD_ENCAPSULATION, b, 28).status, NDIS_STATUS_SUCCESS);
	assert_true(found("RP-213"));
	H.script->on_oid = NULL;
	memset(&stray, 0, sizeof(stray));
	complete_oid(&stray, NDIS_STATUS_SUCCESS);
	assert_non_null(strstr(nt_finding_last(), "not with the driver"));
	complete_oid(&stray, NDIS_STATUS_PENDING);
	assert_true(found("RP-214"));
}
/* A request that the driver never finishes: cancelled after its time-out, given up after that; the queue goes on when it comes back after
 * all. */
static void test_timeout(void **state)
{
	guard();
	uint8_t b[28];
	struct ndis_oid_call c = {
	        .type = NdisRequestSetInformation, .oid = OID_OFFLOAD_ENCAPSULATION, .buffer = b, .in_length = 28, .timeout_ms = 30};

	H.script->no_check = H.script->no_reset = 1;
	running();
	encapsulation(b, NDIS_OFFLOAD_SET_ON, NDIS_OFFLOAD_SET_ON);
	H.script->on_oid = (void *)pend;
	assert_status(ndis_adapter_oid(H.adapter, &c), NDIS_STATUS_REQUEST_ABORTED);
	assert_int_equal(seen_count(SEEN_OID_CANCEL), 1);
	assert_true(found("RP-215") && found("RP-212"));
	H.script->on_oid = NULL;
	finish(NDIS_STATUS_REQUEST_ABORTED);
	assert_status(set(OID_OFFLOAD_ENCAPSULATION, b, 28).status, NDIS_STATUS_SUCCESS);
}
/* NdisCancelOidRequest: what waits in NDIS's queue is completed there, what the driver has is the driver's to complete. */
static void test_cancel(void **state)
{
	guard();
	NDIS_OID_REQUEST r[2];
	struct proto p = {0};
	uint8_t b[28];

	running();
	assert_status(proto_register(&p, "p", NDIS_V684), NDIS_STATUS_SUCCESS);
	encapsulation(b, NDIS_OFFLOAD_SET_ON, NDIS_OFFLOAD_SET_ON);
	H.script->on_oid = (void *)pend;
	for (unsigned i = 0; i < 2; i++) {
		proto_request(&r[i], NdisRequestSetInformation, OID_OFFLOAD_ENCAPSULATION, b, 28);
		assert_status(NdisOidRequest(p.binding.handle, &r[i]), NDIS_STATUS_PENDING);
	}
	NdisCancelOidRequest(p.binding.handle, &r[1]);
	assert_int_equal(p.completes, 1);
	assert_status(p.complete_status, NDIS_STATUS_REQUEST_ABORTED);
	assert_int_equal(seen_count(SEEN_OID_CANCEL), 0);
	NdisCancelOidRequest(p.binding.handle, &r[0]);
	assert_int_equal(seen_count(SEEN_OID_CANCEL), 1);
	finish(NDIS_STATUS_REQUEST_ABORTED);
	assert_int_equal(p.completes, 2);
	H.script->on_oid = NULL;
	NdisDeregisterProtocolDriver(p.handle);
}
static void test_direct(void **state)
{
	guard();
	struct ndis_oid_call c = {.type = NdisRequestMethod, .oid = 0xff010001, .path = NDIS_OID_DIRECT};

	running();
	assert_status(ndis_adapter_oid(H.adapter, &c), NDIS_STATUS_SUCCESS);
	assert_int_equal(H.script->direct_calls, 1);
	c.path = NDIS_OID_SYNCHRONOUS;
	assert_status(ndis_adapter_oid(H.adapter, &c), NDIS_STATUS_SUCCESS);
	assert_int_equal(H.script->synchronous_calls, 1);
	/* a direct one pends beside an ordinary one that pends: they do not wait for each other */
	NDIS_OID_REQUEST r;
	struct proto p = {0};
	assert_status(proto_register(&p, "p", NDIS_V684), NDIS_STATUS_SUCCESS);
	H.script->oid_status = (unsigned)NDIS_STATUS_PENDING;
	proto_request(&r, NdisRequestMethod, 0xff010001, NULL, 0);
	assert_status(NdisDirectOidRequest(p.binding.handle, &r), NDIS_STATUS_PENDING);
	assert_ptr_equal(H.script->pending_direct, &r);
	((void(NTAPI *)(void *, NDIS_STATUS))LEVER("script_complete_direct"))(&r, NDIS_STATUS_SUCCESS);
	assert_int_equal(p.completes, 1);
	H.script->oid_status = 0;
	NdisDeregisterProtocolDriver(p.handle);
}
static void test_no_direct_handler(void **state)
{
	guard();
	struct ndis_oid_call c = {.type = NdisRequestMethod, .oid = 0xff010001, .path = NDIS_OID_DIRECT};

	H.script->no_direct = 1;
	running();
	assert_status(ndis_adapter_oid(H.adapter, &c), NDIS_STATUS_NOT_SUPPORTED);
}
/* At DISPATCH_LEVEL a request goes to the driver all the same, at PASSIVE_LEVEL (RP-007). */
static void test_from_dispatch(void **state)
{
	guard();
	NDIS_OID_REQUEST r;
	struct proto p = {0};
	uint8_t b[28];
	KIRQL old;

	running();
	assert_status(proto_register(&p, "p", NDIS_V684), NDIS_STATUS_SUCCESS);
	encapsulation(b, NDIS_OFFLOAD_SET_ON, NDIS_OFFLOAD_SET_ON);
	proto_request(&r, NdisRequestSetInformation, OID_OFFLOAD_ENCAPSULATION, b, 28);
	KeRaiseIrql(DISPATCH_LEVEL, &old);
	NDIS_STATUS status = NdisOidRequest(p.binding.handle, &r);
	KeLowerIrql(old);
	if (status == NDIS_STATUS_PENDING) { /* the worker may as well have been quicker than our return */
		for (unsigned i = 0; !p.completes && i < 5000; i++)
			sleep_ms(1);
		assert_int_equal(p.completes, 1);
		status = p.complete_status;
	}
	assert_status(status, NDIS_STATUS_SUCCESS);
	int at = seen_at(SEEN_OID);
	assert_true(at >= 0 && H.script->seen_irql[at] == PASSIVE_LEVEL);
	NdisDeregisterProtocolDriver(p.handle);
}
static NDIS_STATUS NTAPI revise(NDIS_OID_REQUEST *r)
{
	r->SupportedRevision = 3;
	r->DATA.SET_INFORMATION.BytesRead = 28;
	return NDIS_STATUS_SUCCESS;
}
/* RP-251 needs it: the requester learns which revision was honoured. */
static void test_supported_revision(void **state)
{
	guard();
	uint8_t b[28];
	struct ndis_oid_call c;

	running();
	encapsulation(b, NDIS_OFFLOAD_SET_ON, NDIS_OFFLOAD_SET_ON);
	H.script->on_oid = (void *)revise;
	c = set(OID_OFFLOAD_ENCAPSULATION, b, 28);
	assert_int_equal(c.supported_revision, 3);
	assert_int_equal(c.read, 28);
}

#define T(f) cmocka_unit_test_setup_teardown(f, start, stop)
int main(void)
{
	const struct CMUnitTest tests[] = {
	        T(test_capabilities),
	        T(test_short_buffer),
	        T(test_wrong_method),
	        T(test_encapsulation),
	        T(test_connection_parameters),
	        T(test_supported_list),
	        T(test_generic),
	        T(test_encapsulation_query_first),
	        T(test_serialized),
	        T(test_completion_errors),
	        T(test_timeout),
	        T(test_cancel),
	        T(test_direct),
	        T(test_no_direct_handler),
	        T(test_from_dispatch),
	        T(test_supported_revision),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
