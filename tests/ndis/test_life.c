/* The life of an adapter: PnP callbacks, states, what is called when and what never again; failures on the way; power. */
#include "harness.h"

static unsigned state_inside;
static NDIS_STATUS oid_inside;
/* Looks at the adapter from inside MiniportInitializeEx: asks an OID, which must not come through (RP-006). */
static VOID NTAPI probe(ULONG event, void *argument)
{
	ULONG v;

	if (event != SEEN_INITIALIZE)
		return;
	struct ndis_adapter *a = ndis_adapter_of_handle(H.script->adapter, "test");
	struct ndis_oid_call c = {
	        .type = NdisRequestQueryInformation, .oid = OID_GEN_STATISTICS, .buffer = &v, .out_length = 4, .timeout_ms = 50};

	state_inside = a->state;
	oid_inside = ndis_adapter_oid(a, &c);
}

/* RP-007, RP-008: each callback at PASSIVE_LEVEL, Paused after initialize, Running after restart only. */
static void test_order(void **state)
{
	guard();
	H.script->pnp = 1;
	H.script->add_device_attributes = 1;
	running();
	assert_true(seen_at(SEEN_ADD_DEVICE) < seen_at(SEEN_FILTER));
	assert_true(seen_at(SEEN_FILTER) < seen_at(SEEN_START_DEVICE));
	assert_true(seen_at(SEEN_START_DEVICE) < seen_at(SEEN_INITIALIZE));
	assert_true(seen_at(SEEN_INITIALIZE) < seen_at(SEEN_RESTART));
	assert_int_equal(H.script->seen_detail[seen_at(SEEN_START_DEVICE)], 1); /* with the context of the add-device attributes */
	assert_ptr_equal(H.script->add_device_handle, H.script->adapter);       /* the same handle */
	assert_int_equal(H.script->init_param_size, NDIS_SIZEOF_MINIPORT_INIT_PARAMETER_REVISION_1);
	assert_int_equal(H.script->init_ifindex, H.adapter->if_index);
	nt_pnp_stop_remove(H.node, false);
	H.adapter = NULL;
	assert_true(seen_at(SEEN_PAUSE) < seen_at(SEEN_HALT));
	assert_true(seen_at(SEEN_HALT) < seen_at(SEEN_REMOVE_DEVICE));
	assert_int_equal(H.script->seen_detail[seen_at(SEEN_HALT)], NdisHaltDeviceDisabled);
	for (unsigned i = 0; i < H.script->seen_count; i++)
		assert_int_equal(H.script->seen_irql[i], PASSIVE_LEVEL);
}
/* RP-005: each of the three. */
static void test_missing_keyword(void **state)
{
	guard();
	static const char *const names[] = {"*IfType", "*MediaType", "*PhysicalMediaType"};
	struct err e = {0};

	assert_status(do_register(), NDIS_STATUS_SUCCESS);
	assert_int_equal(add_device(&e), 0);
	for (unsigned i = 0; i < 3; i++) {
		nt_reg_delete(KEY, names[i]);
		assert_int_not_equal(start_device(), 0);
		assert_int_equal(seen_count(SEEN_INITIALIZE), 0);
		assert_non_null(strstr(nt_finding_last(), names[i]));
		assert_int_equal(ndis_adapter_state(H.adapter), NDIS_HALTED);
		nt_reg_set_sz(KEY, names[i], "6");
	}
	assert_int_equal(start_device(), 0);
	assert_int_equal(seen_count(SEEN_INITIALIZE), 1);
}
/* RP-006, RP-012: no OID while Initializing or Halted; in the four states it goes through. */
static NDIS_STATUS oid_now(void)
{
	ULONG v = 0;

	return query(OID_GEN_XMIT_OK, &v, sizeof(v)).status;
}
static VOID NTAPI oid_while_pausing(ULONG event, void *argument)
{
	if (event == SEEN_PAUSE || event == SEEN_RESTART) {
		state_inside = H.adapter->state;
		oid_inside = oid_now();
	}
}
static void test_oids_by_state(void **state)
{
	guard();
	struct err e = {0};

	H.script->on_event = (void *)probe;
	paused();
	assert_int_equal(state_inside, NDIS_INITIALIZING);
	assert_status(oid_inside, NDIS_STATUS_ADAPTER_NOT_READY);
	assert_int_equal(H.script->oid_calls, 0);
	H.script->on_event = (void *)oid_while_pausing;
	assert_status(oid_now(), NDIS_STATUS_SUCCESS); /* Paused */
	assert_int_equal(ndis_adapter_up(H.adapter, &e), 0);
	assert_int_equal(state_inside, NDIS_RESTARTING);
	assert_status(oid_inside, NDIS_STATUS_SUCCESS);
	assert_status(oid_now(), NDIS_STATUS_SUCCESS); /* Running */
	assert_int_equal(ndis_adapter_pause(H.adapter, &e), 0);
	assert_int_equal(state_inside, NDIS_PAUSING);
	assert_status(oid_inside, NDIS_STATUS_SUCCESS);
	H.script->on_event = NULL;
	nt_pnp_irp(H.node, IRP_MN_STOP_DEVICE);
	assert_int_equal(ndis_adapter_state(H.adapter), NDIS_HALTED);
	unsigned before = H.script->oid_calls;
	assert_status(oid_now(), NDIS_STATUS_ADAPTER_NOT_READY);
	assert_int_equal(H.script->oid_calls, before);
}
/* RP-010: the report of an initialization that failed is gone; RP-009: what it left is named. */
static void test_initialize_fails(void **state)
{
	guard();
	const struct ndis_publish_slot *s = (const void *)H.publish;
	struct err e = {0};

	H.script->initialize_status = (unsigned)NDIS_STATUS_RESOURCES;
	H.script->leak = 1;
	assert_status(do_register(), NDIS_STATUS_SUCCESS);
	assert_int_equal(add_device(&e), 0);
	assert_int_not_equal(start_device(), 0);
	assert_status(H.script->call[2].result, NDIS_STATUS_SUCCESS);
	assert_int_equal(ndis_adapter_state(H.adapter), NDIS_HALTED);
	for (unsigned i = 0; i < NDIS_STORES; i++)
		assert_int_equal(H.adapter->store[i].bytes, 0);
	assert_int_equal(s->task_cur_size, 0);
	assert_true(found("RP-009"));
	assert_int_equal(seen_count(SEEN_HALT), 0);
	/* and the next attempt works */
	H.script->initialize_status = 0;
	H.script->leak = 0;
	assert_int_equal(start_device(), 0);
	assert_int_equal(s->task_cur_size, 216);
}
static void test_initialize_without_attributes(void **state)
{
	guard();
	struct err e = {0};

	H.script->calls = 1; /* registration only: RP-011 */
	assert_status(do_register(), NDIS_STATUS_SUCCESS);
	assert_int_equal(add_device(&e), 0);
	assert_int_not_equal(start_device(), 0);
	assert_true(found("RP-011"));
	assert_int_equal(seen_count(SEEN_HALT), 1); /* it had claimed success: halt gives its resources back */
}
static void test_add_device_fails(void **state)
{
	guard();
	struct err e = {0};

	H.script->pnp = 1;
	H.script->add_device_status = (unsigned)NDIS_STATUS_FAILURE;
	assert_status(do_register(), NDIS_STATUS_SUCCESS);
	assert_int_not_equal(add_device(&e), 0);
	assert_true(list_empty(&ndis.adapters));
}
/* A driver may put a list of its own in the place of the requirements and free the old one: NDIS says success, so that the new one counts.
 */
static IO_RESOURCE_REQUIREMENTS_LIST *own_list;
static unsigned own_alternatives;
static VOID NTAPI replace_list(ULONG event, void *argument)
{
	IRP *irp = argument;

	if (event != SEEN_FILTER)
		return;
	own_list = ExAllocatePoolWithTag(PagedPool, sizeof(*own_list), 0x74736554);
	memset(own_list, 0, sizeof(*own_list));
	own_list->ListSize = sizeof(*own_list);
	own_list->InterfaceType = Internal;
	own_list->AlternativeLists = own_alternatives;
	own_list->List[0].Version = own_list->List[0].Revision = 1;
	if (irp->IoStatus.Information)
		ExFreePoolWithTag((void *)irp->IoStatus.Information, 0);
	irp->IoStatus.Information = (ULONG_PTR)own_list;
}
static void test_filter_replaces(void **state)
{
	guard();
	H.script->pnp = 1;
	H.script->on_event = (void *)replace_list;
	own_alternatives = 1;
	struct err e = {0};
	NTSTATUS status = 0;
	assert_status(do_register(), NDIS_STATUS_SUCCESS);
	assert_int_equal(add_device(&e), 0);
	assert_int_not_equal(nt_pnp_start(H.node, &status, &e), 0); /* it is looked at: a device without hardware cannot have resources */
	assert_non_null(strstr(e.text, "requires resources"));
	own_alternatives = 0;
	assert_int_equal(start_device(), 0);
	nt_pnp_irp(H.node, IRP_MN_STOP_DEVICE);
	assert_int_equal(start_device(), 0); /* again: nothing was freed twice */
}
/* RP-014, RP-015: pause pends and completes; statuses and OIDs meanwhile. */
static void pause_thread(void *x)
{
	struct err e = {0};

	*(int *)x = ndis_adapter_pause(H.adapter, &e);
}
static void test_pause_pends(void **state)
{
	guard();
	struct script_offload t;
	struct nt_thread *thread;
	int result = 99;

	running();
	H.script->pause_status = (unsigned)NDIS_STATUS_PENDING;
	thread = nt_thread_start("pauser", pause_thread, &result);
	for (unsigned i = 0; ndis_adapter_state(H.adapter) != NDIS_PAUSING && i < 5000; i++)
		sleep_ms(1);
	assert_int_equal(ndis_adapter_state(H.adapter), NDIS_PAUSING);
	assert_status(oid_now(), NDIS_STATUS_SUCCESS);
	task(&t, NDIS_V684, 9);
	indicate(NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG, t.bytes, t.size);
	assert_memory_equal(H.adapter->store[NDIS_TASK_CUR].data, t.bytes, t.size);
	for (unsigned i = 0; seen_at(SEEN_PAUSE) < 0 && i < 5000; i++)
		sleep_ms(1);
	((void(NTAPI *)(void))LEVER("script_pause_complete"))();
	nt_thread_join(thread);
	assert_int_equal(result, 0);
	assert_int_equal(ndis_adapter_state(H.adapter), NDIS_PAUSED);
	((void(NTAPI *)(void))LEVER("script_pause_complete"))();
	assert_true(found("pause"));
}
static void test_pause_fails(void **state)
{
	guard();
	struct err e = {0};

	running();
	H.script->pause_status = (unsigned)NDIS_STATUS_FAILURE;
	assert_int_equal(ndis_adapter_pause(H.adapter, &e), 0);
	assert_int_equal(ndis_adapter_state(H.adapter), NDIS_PAUSED);
	assert_true(found("RP-014"));
}
static void test_restart_fails(void **state)
{
	guard();
	struct err e = {0};

	paused();
	H.script->restart_status = (unsigned)NDIS_STATUS_RESOURCES;
	assert_int_not_equal(ndis_adapter_up(H.adapter, &e), 0);
	assert_int_equal(ndis_adapter_state(H.adapter), NDIS_PAUSED);
	H.script->restart_status = 0;
	assert_int_equal(ndis_adapter_restart(H.adapter, &e), 0);
	assert_int_equal(ndis_adapter_state(H.adapter), NDIS_RUNNING);
	assert_int_not_equal(ndis_adapter_restart(H.adapter, &e), 0 - 1);
}
/* RP-022: pause and restart change nothing reported. */
static void test_pause_keeps_report(void **state)
{
	guard();
	struct err e = {0};

	running();
	for (unsigned i = 0; i < 3; i++) {
		assert_int_equal(ndis_adapter_pause(H.adapter, &e), 0);
		assert_int_equal(ndis_adapter_restart(H.adapter, &e), 0);
	}
	assert_memory_equal(H.adapter->store[NDIS_TASK_CUR].data, H.script->offload[NDIS_TASK_CUR].bytes, 216);
	assert_int_equal(seen_count(SEEN_INITIALIZE), 1);
}
/* RP-016: halt waits for the OID that the driver still has. RP-018: nothing after it. */
static NDIS_OID_REQUEST *held;
static NDIS_STATUS NTAPI hold(NDIS_OID_REQUEST *r)
{
	held = r;
	return NDIS_STATUS_PENDING;
}
static void oid_thread(void *x)
{
	*(NDIS_STATUS *)x = oid_now();
}
static void release_thread(void *x)
{
	sleep_ms(30);
	*(int *)x = seen_count(SEEN_HALT); /* 0: not halted while the OID was with the driver */
	complete_oid(held, NDIS_STATUS_SUCCESS);
}
static void test_halt_waits(void **state)
{
	guard();
	struct nt_thread *asker, *releaser;
	NDIS_STATUS status = 1;
	int halts = 99;

	held = NULL;
	running();
	H.script->on_oid = (void *)hold;
	asker = nt_thread_start("asker", oid_thread, &status);
	for (unsigned i = 0; !held && i < 5000; i++)
		sleep_ms(1);
	releaser = nt_thread_start("releaser", release_thread, &halts);
	nt_pnp_stop_remove(H.node, false);
	nt_thread_join(asker);
	nt_thread_join(releaser);
	H.adapter = NULL;
	assert_int_equal(halts, 0);
	assert_status(status, NDIS_STATUS_SUCCESS);
	assert_int_equal(seen_count(SEEN_HALT), 1);
	unsigned events = H.script->seen_count;
	sleep_ms(20);
	assert_int_equal(H.script->seen_count, events);
	assert_int_equal(H.script->seen[events - 1], SEEN_HALT);
}
/* RP-017: a status after halt is no status. */
static void test_status_after_halt(void **state)
{
	guard();
	running();
	nt_pnp_irp(H.node, IRP_MN_STOP_DEVICE);
	indicate(NDIS_STATUS_OFFLOAD_PAUSE, NULL, 0);
	assert_true(found("RP-017"));
	assert_false(H.adapter->offload_paused);
}
/* RP-018: shutdown is for good: no halt, no OID, no check for hang. */
static void test_shutdown(void **state)
{
	guard();
	running();
	assert_int_equal(ndis_adapter_shutdown(H.adapter), 0);
	assert_int_equal(ndis_adapter_state(H.adapter), NDIS_SHUTDOWN);
	unsigned events = H.script->seen_count;
	assert_status(oid_now(), NDIS_STATUS_ADAPTER_NOT_READY);
	assert_int_equal(ndis_adapter_shutdown(H.adapter), -EINVAL);
	nt_pnp_stop_remove(H.node, false);
	H.adapter = NULL;
	assert_int_equal(H.script->seen_count, events);
	assert_int_equal(H.script->seen[events - 1], SEEN_SHUTDOWN);
	assert_int_equal(H.script->seen_detail[events - 1], NdisShutdownPowerOff);
}
/* RP-020: a bug check reaches a 6.30 driver only when it asked, an older one always. */
static void test_bugcheck(void **state)
{
	guard();
	running();
	assert_false(ndis_adapter_bugcheck(H.adapter));
	assert_int_equal(seen_count(SEEN_SHUTDOWN), 0);
}
static void test_bugcheck_registered(void **state)
{
	guard();
	H.script->attribute_flags = NDIS_MINIPORT_ATTRIBUTES_REGISTER_BUGCHECK_CALLBACK;
	running();
	assert_true(ndis_adapter_bugcheck(H.adapter));
	assert_int_equal(H.script->seen_detail[seen_at(SEEN_SHUTDOWN)], NdisShutdownBugCheck);
}
static void test_bugcheck_old(void **state)
{
	guard();
	H.script->version = NDIS_V620;
	for (unsigned i = 0; i < 2; i++)
		task(&H.script->offload[i], NDIS_V620, 1);
	running();
	assert_true(ndis_adapter_bugcheck(H.adapter));
}
/* Surprise: notification, pause, unbind, halt with the right action. */
static void test_surprise(void **state)
{
	guard();
	struct proto p = {0};

	assert_status(proto_register(&p, "p", NDIS_V684), NDIS_STATUS_SUCCESS);
	running();
	nt_pnp_stop_remove(H.node, true);
	H.adapter = NULL;
	assert_int_equal(H.script->seen_detail[seen_at(SEEN_PNP)], NdisDevicePnPEventSurpriseRemoved);
	assert_true(seen_at(SEEN_PNP) < seen_at(SEEN_PAUSE));
	assert_true(seen_at(SEEN_PAUSE) < seen_at(SEEN_HALT));
	assert_int_equal(H.script->seen_detail[seen_at(SEEN_HALT)], NdisHaltDeviceSurpriseRemoved);
	assert_int_equal(p.unbinds, 1);
	assert_int_equal(seen_count(SEEN_HALT), 1);
	NdisDeregisterProtocolDriver(p.handle);
}
/* Stop and start again, as disable and enable do: everything is reported afresh. */
static void test_again(void **state)
{
	guard();
	struct err e = {0};

	running();
	nt_pnp_irp(H.node, IRP_MN_STOP_DEVICE);
	connection(&H.script->offload[NDIS_CONN_CUR], 0, 1, 42);
	assert_int_equal(start_device(), 0);
	assert_int_equal(ndis_adapter_up(H.adapter, &e), 0);
	assert_memory_equal(H.adapter->store[NDIS_CONN_CUR].data, H.script->offload[NDIS_CONN_CUR].bytes, 20);
	assert_int_equal(seen_count(SEEN_INITIALIZE), 2);
	assert_int_equal(seen_count(SEEN_HALT), 1);
}
/* No power management reported: halted in D3, initialized in D0. */
static void test_power_halts(void **state)
{
	guard();
	running();
	nt_power_irp(H.node, IRP_MN_SET_POWER, PowerDeviceD3);
	assert_int_equal(ndis_adapter_state(H.adapter), NDIS_HALTED);
	assert_int_equal(H.script->seen_detail[seen_at(SEEN_HALT)], NdisHaltDevicePoweredDown);
	nt_power_irp(H.node, IRP_MN_SET_POWER, PowerDeviceD0);
	assert_int_equal(ndis_adapter_state(H.adapter), NDIS_RUNNING);
	assert_int_equal(seen_count(SEEN_INITIALIZE), 2);
}
/* NO_HALT_ON_SUSPEND: paused, and told by OID_PNP_SET_POWER. */
static void test_power_oid(void **state)
{
	guard();
	H.script->attribute_flags = NDIS_MINIPORT_ATTRIBUTES_NO_HALT_ON_SUSPEND;
	running();
	nt_power_irp(H.node, IRP_MN_SET_POWER, PowerDeviceD3);
	assert_int_equal(ndis_adapter_state(H.adapter), NDIS_PAUSED);
	assert_true(oid_reached(OID_PNP_SET_POWER));
	assert_int_equal(H.script->seen_detail[seen_at(SEEN_PAUSE)], NDIS_PAUSE_LOW_POWER);
	nt_power_irp(H.node, IRP_MN_SET_POWER, PowerDeviceD0);
	assert_int_equal(ndis_adapter_state(H.adapter), NDIS_RUNNING);
	assert_int_equal(seen_count(SEEN_INITIALIZE), 1);
}

/* ---- drivers that never come back: each ends in a child process, with a line that names the callback */
static VOID NTAPI block(ULONG event, void *argument)
{
	if (event == SEEN_INITIALIZE)
		for (;;)
			sleep_ms(100);
}
static void never_initialized(void)
{
	struct err e = {0};

	ndis_limits.initialize = 300;
	H.script->on_event = (void *)block;
	do_register();
	add_device(&e);
	start_device();
}
static void never_paused(void)
{
	struct err e = {0};

	ndis_limits.pause = 300;
	H.script->pause_status = (unsigned)NDIS_STATUS_PENDING;
	running();
	ndis_adapter_pause(H.adapter, &e);
}
static void never_halted(void)
{
	ndis_limits.halt = 300;
	held = NULL;
	H.script->on_oid = (void *)hold;
	H.script->no_check = H.script->no_reset = 1;
	running();
	NDIS_STATUS status;
	nt_thread_start("asker", oid_thread, &status);
	while (!held)
		sleep_ms(1);
	nt_pnp_stop_remove(H.node, false);
}
static void test_hangs(void **state)
{
	guard();
	struct nt_crash c;

	assert_true(crashes(never_initialized, &c));
	assert_string_equal(c.klass, "hang");
	assert_non_null(strstr(c.line, "MiniportInitializeEx"));
	assert_true(crashes(never_paused, &c));
	assert_string_equal(c.klass, "hang");
	assert_non_null(strstr(c.line, "NdisMPauseComplete"));
	assert_true(crashes(never_halted, &c));
	assert_string_equal(c.klass, "hang");
	assert_non_null(strstr(c.line, "OID 0x"));
}

#define T(f) cmocka_unit_test_setup_teardown(f, start, stop)
int main(void)
{
	const struct CMUnitTest tests[] = {
	        T(test_order),
	        T(test_missing_keyword),
	        T(test_oids_by_state),
	        T(test_initialize_fails),
	        T(test_initialize_without_attributes),
	        T(test_add_device_fails),
	        T(test_filter_replaces),
	        T(test_pause_pends),
	        T(test_pause_fails),
	        T(test_restart_fails),
	        T(test_pause_keeps_report),
	        T(test_halt_waits),
	        T(test_status_after_halt),
	        T(test_shutdown),
	        T(test_bugcheck),
	        T(test_bugcheck_registered),
	        T(test_bugcheck_old),
	        T(test_surprise),
	        T(test_again),
	        T(test_power_halts),
	        T(test_power_oid),
	        cmocka_unit_test(test_hangs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
