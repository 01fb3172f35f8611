/* NdisMSetMiniportAttributes: order, state, revisions and sizes, deep copy, what of the report is stored and what readers get. */
#include "harness.h"
#include <sys/mman.h>

/* Initializes with the given call order; true when MiniportInitializeEx was called and succeeded. */
static bool initialize(void)
{
	struct err e = {0};

	assert_status(do_register(), NDIS_STATUS_SUCCESS);
	assert_int_equal(add_device(&e), 0);
	return start_device() == 0;
}
static void raw(unsigned i, const void *bytes, size_t n)
{
	H.script->call[i].kind = SCRIPT_RAW;
	memcpy(H.script->call[i].bytes, bytes, n);
	if (H.script->calls <= i)
		H.script->calls = i + 1;
}
static void header(unsigned i, uint8_t type, uint8_t revision, uint16_t size)
{
	NDIS_OBJECT_HEADER h = {type, revision, size};

	memset(H.script->call[i].bytes, 0, SCRIPT_BYTES);
	raw(i, &h, sizeof(h));
}
#define RESULT(i) H.script->call[i].result

/* RP-036: the driver's stack copies are overwritten with 0xEE after the call; the report is not. */
static void test_copied(void **state)
{
	guard();
	uint8_t got[NDIS_STORED_MAX];
	struct ndis_oid_call c;

	paused();
	c = query(OID_TCP_OFFLOAD_CURRENT_CONFIG, got, sizeof(got));
	assert_status(c.status, NDIS_STATUS_SUCCESS);
	assert_int_equal(c.written, 216);
	assert_memory_equal(got, H.script->offload[NDIS_TASK_CUR].bytes, 216);
	c = query(OID_TCP_CONNECTION_OFFLOAD_HARDWARE_CAPABILITIES, got, sizeof(got));
	assert_int_equal(c.written, 20);
	assert_memory_equal(got, H.script->offload[NDIS_CONN_HW].bytes, 20);
	assert_int_equal(H.adapter->general.MtuSize, 1500);
	assert_int_equal(H.adapter->supported[2], OID_TCP_OFFLOAD_PARAMETERS);
}
/* RP-037: every revision that the registered version does not know. */
static void test_revisions(void **state)
{
	guard();
	header(3, NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES, 0, 40);
	header(4, NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES, 2, 40);
	header(5, NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES, 255, 40);
	header(6, NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES, 7, 224);
	header(7, NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_HARDWARE_ASSIST_ATTRIBUTES, 0, 96);
	assert_true(initialize());
	for (unsigned i = 3; i <= 7; i++)
		assert_status(RESULT(i), NDIS_STATUS_BAD_VERSION);
	assert_true(found("RP-037"));
}
/* RP-037, nested: an NDIS 6.30 driver knows NDIS_OFFLOAD up to revision 3, a 6.0 driver NDIS_TCP_CONNECTION_OFFLOAD revision 1 only
 * (OQ-03). */
static void test_nested_revisions(void **state)
{
	guard();
	H.script->version = NDIS_V630;
	structure(&H.script->offload[NDIS_TASK_HW], NDIS_OBJECT_TYPE_OFFLOAD, 4, 177);
	task(&H.script->offload[NDIS_TASK_CUR], NDIS_V630, 1);
	assert_true(initialize());
	assert_status(RESULT(2), NDIS_STATUS_BAD_VERSION);
	assert_int_equal(H.adapter->store[NDIS_TASK_CUR].bytes, 0); /* none of the four is stored when one is refused */
}
static void test_connection_revision(void **state)
{
	guard();
	uint8_t got[64];

	H.script->offload[NDIS_CONN_CUR].bytes[1] = 2; /* revision 2: fine from 6.1 */
	assert_true(initialize());
	assert_status(RESULT(2), NDIS_STATUS_SUCCESS);
	assert_int_equal(query(OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG, got, sizeof(got)).written, 20);
	assert_int_equal(got[1], 2);
}
static void test_connection_revision_60(void **state)
{
	guard();
	H.script->version = NDIS_V60;
	for (unsigned i = 0; i < 2; i++)
		task(&H.script->offload[i], NDIS_V60, 1);
	H.script->offload[NDIS_CONN_CUR].bytes[1] = 2;
	assert_true(initialize());
	assert_status(RESULT(2), NDIS_STATUS_BAD_VERSION);
}
/* Types: an unknown one, and a wrong one inside. */
static void test_types(void **state)
{
	guard();
	header(3, 0x42, 1, 40);
	H.script->calls = 5;
	H.script->call[4].kind = SCRIPT_OFFLOAD;
	assert_true(initialize());
	assert_status(RESULT(3), NDIS_STATUS_INVALID_PARAMETER);
	assert_status(RESULT(4), NDIS_STATUS_SUCCESS); /* the second offload call: the last one counts (OQ-17) */
	assert_true(found("RP-043"));
}
static void test_nested_type(void **state)
{
	guard();
	H.script->offload[NDIS_CONN_HW].bytes[0] = NDIS_OBJECT_TYPE_OFFLOAD;
	assert_true(initialize());
	assert_status(RESULT(2), NDIS_STATUS_INVALID_PARAMETER);
	assert_true(found("RP-146"));
}
/* RP-038: too low a revision. Lenient: stored. Strict: refused. */
static void low_revision(void)
{
	H.script->version = NDIS_V630;
	structure(&H.script->offload[NDIS_TASK_CUR], NDIS_OBJECT_TYPE_OFFLOAD, 1, 112);
	structure(&H.script->offload[NDIS_TASK_HW], NDIS_OBJECT_TYPE_OFFLOAD, 1, 112);
	assert_true(initialize());
}
static void test_lenient(void **state)
{
	guard();
	low_revision();
	assert_status(RESULT(2), NDIS_STATUS_SUCCESS);
	assert_int_equal(H.adapter->store[NDIS_TASK_CUR].bytes, 112);
}
static int start_strict(void **state)
{
	struct nt_config c = nt_test_config();

	c.strict = true;
	start_with(&c);
	return 0;
}
static void test_strict(void **state)
{
	guard();
	low_revision();
	assert_status(RESULT(2), NDIS_STATUS_BAD_VERSION);
	assert_true(found("RP-038"));
	assert_int_equal(H.adapter->store[NDIS_TASK_CUR].bytes, 0);
}
/* RP-039: an under-sized structure at the very end of readable memory. Only the header may be read. */
static void test_undersized(void **state)
{
	guard();
	static const struct {
		uint8_t type, revision;
		uint16_t size;
	} t[] = {
	        {NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES, 1, 39},
	        {NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES, 1, 4},
	        {NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES, 2, 223},
	        {NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_HARDWARE_ASSIST_ATTRIBUTES, 4, 95},
	        {NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_NDK_ATTRIBUTES, 1, 15},
	};
	uint8_t *page = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	assert_int_equal(mprotect(page + 4096, 4096, PROT_NONE), 0);
	for (unsigned i = 0; i < ARRAY_LEN(t); i++) {
		NDIS_OBJECT_HEADER *h = (void *)(page + 4096 - sizeof(*h));

		*h = (NDIS_OBJECT_HEADER){t[i].type, t[i].revision, t[i].size};
		H.script->call[3].kind = SCRIPT_GUARDED;
		H.script->call[3].pointer = h;
		H.script->calls = 4;
		if (!i)
			assert_true(initialize());
		else
			assert_int_equal(start_device(), 0);
		assert_status(RESULT(3), NDIS_STATUS_BAD_VERSION);
		nt_pnp_irp(H.node, IRP_MN_STOP_DEVICE);
	}
	munmap(page, 8192);
	H.script->calls = 3;
}
/* RP-039, nested: each of the four with a size one short of its revision's. */
static void test_undersized_nested(void **state)
{
	guard();
	static const struct {
		uint32_t version;
		uint16_t size;
	} t[] = {{NDIS_V60, 112},  {NDIS_V61, 144},  {NDIS_V620, 144}, {NDIS_V630, 156},
	         {NDIS_V650, 177}, {NDIS_V670, 188}, {NDIS_V683, 216}, {NDIS_V684, 216}};
	struct script_offload saved;
	struct err e = {0};

	for (unsigned i = 0; i < ARRAY_LEN(t); i++) {
		H.script->version = t[i].version;
		assert_status(do_register(), NDIS_STATUS_SUCCESS);
		for (unsigned o = 0; o < NDIS_STORES; o++) {
			for (unsigned k = 0; k < 2; k++)
				task(&H.script->offload[k], t[i].version, 1);
			connection(&H.script->offload[2], 1, 0, 1);
			connection(&H.script->offload[3], 1, 0, 1);
			assert_int_equal(H.script->offload[0].size, t[i].size);
			saved = H.script->offload[o];
			structure(&H.script->offload[o], saved.bytes[0], saved.bytes[1], (uint16_t)(saved.size - 1));
			assert_int_equal(add_device(&e), 0);
			assert_int_equal(start_device(), 0);
			assert_status(RESULT(2), NDIS_STATUS_BAD_VERSION);
			nt_pnp_stop_remove(H.node, false);
			H.adapter = NULL;
		}
		NdisMDeregisterMiniportDriver(H.script->driver);
	}
}
/* RP-040, RP-057: a bigger Size is fine; what stands behind the revision's members is not there for readers. */
static void test_oversized(void **state)
{
	guard();
	uint8_t got[NDIS_STORED_MAX];
	struct ndis_oid_call c;

	H.script->version = NDIS_V61;
	for (unsigned i = 0; i < 2; i++) {
		structure(&H.script->offload[i], NDIS_OBJECT_TYPE_OFFLOAD, 2, 216);
		memset(H.script->offload[i].bytes + 4, 1, 212); /* RSC and USO "on" in members that revision 2 does not have */
	}
	assert_true(initialize());
	assert_status(RESULT(2), NDIS_STATUS_SUCCESS);
	c = query(OID_TCP_OFFLOAD_CURRENT_CONFIG, got, sizeof(got));
	assert_int_equal(c.written, 144);
	assert_int_equal(((NDIS_OBJECT_HEADER *)got)->Size, 144);
	assert_int_equal(((NDIS_OBJECT_HEADER *)got)->Revision, 2);
	assert_int_equal(H.adapter->store[NDIS_TASK_CUR].raw_bytes, 216); /* what the driver said is still there for reports */
}
/* RP-041: no call at all, or NULL members: zeros for task, nothing for connections, and no fault. */
static void shows_nothing(bool bound)
{
	uint8_t got[NDIS_STORED_MAX], zero[NDIS_STORED_MAX] = {0};
	struct proto p = {0};
	struct ndis_oid_call c = query(OID_TCP_OFFLOAD_CURRENT_CONFIG, got, sizeof(got));

	assert_status(c.status, NDIS_STATUS_SUCCESS);
	assert_int_equal(c.written, 216);
	assert_int_equal(got[0], NDIS_OBJECT_TYPE_OFFLOAD);
	assert_int_equal(got[1], 6);
	assert_memory_equal(got + 4, zero, 212);
	c = query(OID_TCP_OFFLOAD_HARDWARE_CAPABILITIES, got, sizeof(got));
	assert_status(c.status, NDIS_STATUS_SUCCESS);
	assert_memory_equal(got + 4, zero, 212);
	assert_status(query(OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG, got, sizeof(got)).status, NDIS_STATUS_NOT_SUPPORTED);
	assert_status(query(OID_TCP_CONNECTION_OFFLOAD_HARDWARE_CAPABILITIES, got, sizeof(got)).status, NDIS_STATUS_NOT_SUPPORTED);
	assert_status(proto_register(&p, "p", NDIS_V684), NDIS_STATUS_SUCCESS);
	assert_int_equal(p.binds, 1);
	assert_memory_equal(p.task + 4, zero, 212);
	assert_false(p.conn_given);
	json_t *j = ndis_adapter_describe(H.adapter);
	assert_true(json_is_null(json_object_get(json_object_get(j, "offload"), "task_current")));
	json_decref(j);
	NdisDeregisterProtocolDriver(p.handle);
}
static void test_no_report(void **state)
{
	guard();
	H.script->calls = 2;
	paused();
	shows_nothing(true);
}
static void test_null_members(void **state)
{
	guard();
	memset(H.script->offload, 0, sizeof(H.script->offload));
	paused();
	assert_status(RESULT(2), NDIS_STATUS_SUCCESS);
	shows_nothing(true);
}
/* OQ-02: one of a pair missing. */
static void test_half_given(void **state)
{
	guard();
	uint8_t got[NDIS_STORED_MAX], zero[NDIS_STORED_MAX] = {0};

	H.script->offload[NDIS_TASK_CUR].given = 0;
	H.script->offload[NDIS_CONN_HW].given = 0;
	paused();
	assert_int_equal(query(OID_TCP_OFFLOAD_CURRENT_CONFIG, got, sizeof(got)).written, 216);
	assert_memory_equal(got + 4, zero, 212);
	assert_int_equal(query(OID_TCP_CONNECTION_OFFLOAD_HARDWARE_CAPABILITIES, got, sizeof(got)).written, 20);
	assert_memory_equal(got, H.script->offload[NDIS_CONN_CUR].bytes, 20);
}
/* RP-044: a late call is refused and changes nothing. */
static void test_late(void **state)
{
	guard();
	NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES o;
	uint8_t before[NDIS_STORED_MAX], after[NDIS_STORED_MAX];

	running();
	query(OID_TCP_OFFLOAD_CURRENT_CONFIG, before, sizeof(before));
	memset(&o, 0, sizeof(o));
	o.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES;
	o.Header.Revision = 1;
	o.Header.Size = 40;
	assert_status(set_attributes(&o), NDIS_STATUS_INVALID_STATE);
	assert_true(found("RP-027"));
	query(OID_TCP_OFFLOAD_CURRENT_CONFIG, after, sizeof(after));
	assert_memory_equal(before, after, 216);
}
/* RP-045: nonsense is stored as it was said: every byte of the report in test_copied is nonsense; here contradictions by name. */
static void test_contradiction(void **state)
{
	guard();
	NDIS_TCP_CONNECTION_OFFLOAD got;

	connection(&H.script->offload[NDIS_CONN_CUR], 3, 3, 0xffffffff); /* CUR beyond HW, illegal support values */
	connection(&H.script->offload[NDIS_CONN_HW], 2, 0, 0);
	put32(H.script->offload[NDIS_CONN_CUR].bytes, 4, 0xffffffff);
	paused();
	assert_status(RESULT(2), NDIS_STATUS_SUCCESS);
	assert_int_equal(query(OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG, &got, sizeof(got)).written, 20);
	assert_int_equal(got.SupportIPv4, 3);
	assert_int_equal(got.Encapsulation, 0xffffffff);
	assert_int_equal(got.TcpConnectionOffloadCapacity, 0xffffffff);
	assert_int_equal(query(OID_TCP_CONNECTION_OFFLOAD_HARDWARE_CAPABILITIES, &got, sizeof(got)).written, 20);
	assert_int_equal(got.SupportIPv4, 2);
}
/* Order: registration, general, the rest. */
static void test_order(void **state)
{
	guard();
	struct err e = {0};

	H.script->calls = 5;
	H.script->call[0].kind = SCRIPT_OFFLOAD;
	H.script->call[1].kind = SCRIPT_REGISTRATION;
	H.script->call[2].kind = SCRIPT_OFFLOAD;
	H.script->call[3].kind = SCRIPT_GENERAL;
	H.script->call[4].kind = SCRIPT_OFFLOAD;
	assert_status(do_register(), NDIS_STATUS_SUCCESS);
	assert_int_equal(add_device(&e), 0);
	assert_int_equal(start_device(), 0);
	assert_status(RESULT(0), NDIS_STATUS_INVALID_PARAMETER);
	assert_status(RESULT(1), NDIS_STATUS_SUCCESS);
	assert_status(RESULT(2), NDIS_STATUS_INVALID_PARAMETER);
	assert_status(RESULT(4), NDIS_STATUS_SUCCESS);
	assert_true(found("RP-023") && found("RP-026"));
}
/* What NDIS does not act on is validated and kept. */
static void test_kept(void **state)
{
	guard();
	NDIS_MINIPORT_ADAPTER_HARDWARE_ASSIST_ATTRIBUTES h;
	NDIS_MINIPORT_ADAPTER_NDK_ATTRIBUTES n;

	memset(&h, 0, sizeof(h));
	h.Header = (NDIS_OBJECT_HEADER){NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_HARDWARE_ASSIST_ATTRIBUTES, 4, 96};
	memset(&n, 0, sizeof(n));
	n.Header = (NDIS_OBJECT_HEADER){NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_NDK_ATTRIBUTES, 1, 16};
	raw(3, &h, sizeof(h));
	raw(4, &n, sizeof(n));
	paused();
	assert_status(RESULT(3), NDIS_STATUS_SUCCESS);
	assert_status(RESULT(4), NDIS_STATUS_SUCCESS);
	assert_int_equal(H.adapter->kept_n, 2);
	assert_int_equal(H.adapter->kept[1].type, NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_NDK_ATTRIBUTES);
}
/* RP-042: another handle. */
static void test_handle(void **state)
{
	guard();
	NDIS_OBJECT_HEADER h = {NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES, 1, 40};

	paused();
	assert_status(NdisMSetMiniportAttributes((NDIS_HANDLE)&h, (void *)&h), NDIS_STATUS_INVALID_PARAMETER);
	assert_status(NdisMSetMiniportAttributes(NULL, (void *)&h), NDIS_STATUS_INVALID_PARAMETER);
	assert_status(NdisMSetMiniportAttributes((NDIS_HANDLE)H.adapter, NULL), NDIS_STATUS_INVALID_PARAMETER);
}

#define T(f) cmocka_unit_test_setup_teardown(f, start, stop)
int main(void)
{
	const struct CMUnitTest tests[] = {
	        T(test_copied),
	        T(test_revisions),
	        T(test_nested_revisions),
	        T(test_connection_revision),
	        T(test_connection_revision_60),
	        T(test_types),
	        T(test_nested_type),
	        T(test_lenient),
	        cmocka_unit_test_setup_teardown(test_strict, start_strict, stop),
	        T(test_undersized),
	        T(test_undersized_nested),
	        T(test_oversized),
	        T(test_no_report),
	        T(test_null_members),
	        T(test_half_given),
	        T(test_late),
	        T(test_contradiction),
	        T(test_order),
	        T(test_kept),
	        T(test_handle),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
