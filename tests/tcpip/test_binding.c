/*
 * The host stack over io_mini.sys: what it takes at bind, what it sets, how it follows statuses. Test names carry the contract's rules.
 */
#define IO_HARNESS_TCPIP 1
#include "ndis/io_harness.h"
#include <ndischimney.h>

static json_t *view(void)
{
	json_t *j = tcpip_describe(NULL);
	assert_non_null(j);
	return j;
}
static json_t *path(json_t *j, const char *a, const char *b)
{
	j = json_object_get(j, a);
	return b ? json_object_get(j, b) : j;
}
static void expect_text(const char *a, const char *b, const char *value)
{
	json_t *j = view();
	const char *have = json_string_value(path(j, a, b));
	if (!have || strcmp(have, value))
		fail_msg("%s.%s is \"%s\", \"%s\" was expected", a, b ? b : "", have ? have : "(none)", value);
	json_decref(j);
}
static json_int_t number(const char *a, const char *b)
{
	json_t *j = view();
	json_int_t n = json_integer_value(path(j, a, b));
	json_decref(j);
	return n;
}
static bool truth(const char *a, const char *b)
{
	json_t *j = view();
	bool v = json_is_true(path(j, a, b));
	json_decref(j);
	return v;
}
static bool has_text(const char *a, const char *b, const char *value)
{
	json_t *j = view();
	const char *have = json_string_value(path(j, a, b));
	const bool same = have && !strcmp(have, value);
	json_decref(j);
	return same;
}
static void expect_operational(const char *feature, const char *state, const char *why)
{
	json_t *j = view(), *f = path(j, "operational", feature);
	assert_non_null(f);
	assert_string_equal(json_string_value(json_object_get(f, "state")), state);
	if (why && !strstr(json_string_value(json_object_get(f, "why")), why))
		fail_msg("%s: why is \"%s\"", feature, json_string_value(json_object_get(f, "why")));
	json_decref(j);
}

/* RP-205, RP-263: capabilities come from the bind parameters, no capability OID is asked; the encapsulation is exactly 802.3 with a 14 byte
 * header. */
static void bind_takes_parameters_RP_205_RP_263(void **state)
{
	(void)state;
	expect_text("connection", "from", "bind");
	expect_text("connection", "families", "IPv4 and IPv6, 64 connections");
	assert_int_equal(number("offload", "requeries"), 0);
	expect_text("state", NULL, "Running");
	assert_int_equal(number("packet_filter", NULL),
	                 NDIS_PACKET_TYPE_DIRECTED | NDIS_PACKET_TYPE_MULTICAST | NDIS_PACKET_TYPE_BROADCAST);
	assert_int_equal(MINI(LONG, mini_encapsulations), 1);
	NDIS_OFFLOAD_ENCAPSULATION e = MINI(NDIS_OFFLOAD_ENCAPSULATION, mini_last_encapsulation);
	assert_int_equal(e.Header.Type, NDIS_OBJECT_TYPE_OFFLOAD_ENCAPSULATION);
	assert_int_equal(e.IPv4.Enabled, NDIS_OFFLOAD_SET_ON);
	assert_int_equal(e.IPv4.EncapsulationType, NDIS_ENCAPSULATION_IEEE_802_3);
	assert_int_equal(e.IPv4.HeaderSize, 14);
	assert_int_equal(e.IPv6.EncapsulationType, NDIS_ENCAPSULATION_IEEE_802_3);
	expect_text("encapsulation", "state", "on");
	NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS p = MINI(NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS, mini_last_parameters);
	assert_int_equal(MINI(LONG, mini_parameters), 1);
	assert_int_equal(p.Header.Size, NDIS_SIZEOF_TCP_CONNECTION_OFFLOAD_PARAMETERS_REVISION_2);
	assert_int_equal(p.TicksPerSecond, 1000);
	assert_int_equal(p.Encapsulation.IPv4.Enabled, NDIS_OFFLOAD_SET_ON);
	/* RP-251: the driver honoured revision 1 of what was sent as 2 */
	assert_int_equal(number("parameters", "revision"), NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS_1);
	expect_operational("TcpConnectionIPv4", "not yet", "no connections to move");
	expect_operational("ChecksumIPv4Transmit", "not yet", "no traffic");
	expect_operational("LsoV2IPv4", "No", "off in the current configuration");
}

static void pause_resume_requery(void **state)
{
	(void)state;
	const json_int_t requeries = number("offload", "requeries");
	const LONG parameters = MINI(LONG, mini_parameters);
	AT_DISPATCH(MINI_CALL(mini_pause, void, void)());
	expect_text("offload", "phase", "paused");
	assert_false(truth("offload", "new_offloads"));
	expect_operational("TcpConnectionIPv4", "No", "NDIS_STATUS_OFFLOAD_PAUSE");
	AT_DISPATCH(MINI_CALL(mini_resume, void, ULONG, ULONG, ULONG)(1, 0, 8));
	WAIT_UNTIL(number("offload", "requeries") == requeries + 1);
	WAIT_UNTIL(MINI(LONG, mini_parameters) == parameters + 1);
	expect_text("offload", "phase", "on");
	expect_text("connection", "from", "re-query");
	expect_text("connection", "families", "IPv4 only");
	assert_int_equal(number("connection", "capacity"), 8);
	assert_true(truth("offload", "new_offloads"));
	expect_operational("TcpConnectionIPv6", "No", "off in the current configuration");
	assert_int_equal(MINI(NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS, mini_last_parameters).Encapsulation.IPv6.Enabled,
	                 NDIS_OFFLOAD_SET_OFF);
	/* lost altogether: nothing left to set */
	const LONG before = MINI(LONG, mini_parameters);
	MINI_CALL(mini_pause, void, void)();
	MINI_CALL(mini_resume, void, ULONG, ULONG, ULONG)(0, 0, 0);
	WAIT_UNTIL(number("offload", "requeries") == requeries + 2);
	expect_text("connection", "families", "none");
	sleep_ms(5);
	assert_int_equal(MINI(LONG, mini_parameters), before);
	MINI_CALL(mini_pause, void, void)();
	MINI_CALL(mini_resume, void, ULONG, ULONG, ULONG)(1, 1, 64);
	WAIT_UNTIL(number("offload", "requeries") == requeries + 3);
	expect_text("connection", "families", "IPv4 and IPv6, 64 connections");
}

static void upload_all_and_hold(void **state)
{
	(void)state;
	const json_int_t uploads = number("offload", "uploads"), requeries = number("offload", "requeries");
	tcpip_set_on_pause(TCPIP_HOLD);
	expect_text("offload", "on_pause", "hold");
	MINI_CALL(mini_pause, void, void)();
	expect_text("offload", "phase", "paused");
	AT_DISPATCH(MINI_CALL(mini_upload_all, void, void)());
	assert_int_equal(number("offload", "uploads"), uploads + 1);
	expect_operational("TcpConnectionIPv4", "No", "UPLOAD_ALL");
	tcpip_set_on_pause(TCPIP_UPLOAD);
	MINI_CALL(mini_resume, void, ULONG, ULONG, ULONG)(1, 1, 64);
	WAIT_UNTIL(number("offload", "requeries") == requeries + 1);
	expect_operational("TcpConnectionIPv4", "not yet", NULL);
}

/* RP-298, RP-299: the view is the bind parameters until a status replaces it; whatever is lost is not used any more. */
static void view_follows_status_RP_298_RP_299(void **state)
{
	(void)state;
	const json_int_t changes = number("task", "changes");
	AT_DISPATCH(MINI_CALL(mini_task_change, void, ULONG)(0));
	assert_int_equal(number("task", "changes"), changes + 1);
	expect_text("task", "from", "status");
	expect_operational("ChecksumIPv4Transmit", "No", "off in the current configuration");
	MINI_CALL(mini_task_change, void, ULONG)(1);
	expect_operational("ChecksumIPv4Transmit", "not yet", NULL);
	assert_int_equal(MINI(LONG, mini_encapsulations), 1); /* set once, still in force */
	MINI_CALL(mini_link, void, ULONG)(0);
	expect_text("link", "state", "down");
	MINI_CALL(mini_link, void, ULONG)(1);
	expect_text("link", "state", "up");
	assert_int_equal(number("link", "xmit"), 10000000000);
}

static void pause_and_restart_of_the_adapter(void **state)
{
	(void)state;
	struct err e = {0};
	const LONG encapsulations = MINI(LONG, mini_encapsulations);
	assert_int_equal(ndis_adapter_pause(mini.adapter, &e), 0);
	expect_text("state", NULL, "Paused");
	assert_int_equal(ndis_adapter_restart(mini.adapter, &e), 0);
	expect_text("state", NULL, "Running");
	assert_int_equal(MINI(LONG, mini_encapsulations), encapsulations); /* survives pause and restart */
	assert_int_equal(MINI_CALL(mini_indicate, ULONG, ULONG, ULONG)(5, 0), 5);
	assert_int_equal(number("received", NULL), 5);
	assert_int_equal(number("received_bytes", NULL), 300);
}

static void restart(void)
{
	mini_stop(false);
	MINI(LONG, mini_encapsulations) = MINI(LONG, mini_parameters) = 0;
	mini_start();
}

/* RP-264: after a failed encapsulation set no offload is used. */
static void failed_encapsulation_RP_264(void **state)
{
	(void)state;
	MINI(LONG, mini_encapsulation_status) = NDIS_STATUS_INVALID_PARAMETER;
	MINI(LONG, mini_parameters_status) = NDIS_STATUS_NOT_SUPPORTED;
	restart();
	expect_text("encapsulation", "state", "failed");
	expect_operational("ChecksumIPv4Transmit", "No", "the driver failed OID_OFFLOAD_ENCAPSULATION");
	expect_operational("TcpConnectionIPv4", "No", "the driver failed OID_TCP_CONNECTION_OFFLOAD_PARAMETERS");
	MINI(LONG, mini_encapsulation_status) = MINI(LONG, mini_parameters_status) = 0;
}

/* RP-192: DisableTaskOffload 1. Connection offload is none of its business. */
static void disable_task_offload_RP_192(void **state)
{
	(void)state;
	nt_reg_set_dword("\\Registry\\Machine\\System\\CurrentControlSet\\Services\\Tcpip\\Parameters", "DisableTaskOffload", 1);
	restart();
	assert_int_equal(MINI(LONG, mini_encapsulations), 0);
	assert_int_equal(MINI(LONG, mini_parameters), 1);
	expect_operational("ChecksumIPv4Transmit", "No", "DisableTaskOffload");
	MINI_CALL(mini_task_change, void, ULONG)(1);
	sleep_ms(5);
	assert_int_equal(MINI(LONG, mini_encapsulations), 0);
	nt_reg_delete("\\Registry\\Machine\\System\\CurrentControlSet\\Services\\Tcpip\\Parameters", "DisableTaskOffload");
}

/* RP-250: nothing is asked of an adapter that cannot. It offers nothing at first, and something later. */
static void offload_appears_later(void **state)
{
	(void)state;
	MINI(ULONG, mini_task) = 0;
	restart();
	assert_int_equal(MINI(LONG, mini_encapsulations), 0);
	expect_text("encapsulation", "state", "never");
	MINI(ULONG, mini_task) = 1;
	AT_DISPATCH(MINI_CALL(mini_task_change, void, ULONG)(1));
	WAIT_UNTIL(MINI(LONG, mini_encapsulations) == 1);
	WAIT_UNTIL(has_text("encapsulation", "state", "on"));
}

/* Sets that pend. */
static void pending_oids(void **state)
{
	(void)state;
	MINI(ULONG, mini_pend_oids) = 1;
	restart();
	assert_int_equal(MINI(LONG, mini_encapsulations), 1);
	expect_text("encapsulation", "state", "on");
	expect_text("parameters", "state", "on");
	MINI(ULONG, mini_pend_oids) = 0;
}

static void surprise_removal(void **state)
{
	(void)state;
	MINI_CALL(mini_pause, void, void)();
	MINI_CALL(mini_resume, void, ULONG, ULONG, ULONG)(1, 0, 4);
	mini_stop(true); /* maybe before the re-query */
	assert_null(tcpip_describe(NULL));
	mini_start();
	expect_text("state", NULL, "Running");
	mini_stop(false);
	mini_unload();
}

static int up(void **state)
{
	(void)state;
	const struct tcpip_config host = {.on_pause = TCPIP_UPLOAD};
	machine_up(nt_test_config(), &host);
	mini_load();
	mini_start();
	return 0;
}
static int down(void **state)
{
	(void)state;
	machine_down(true);
	return 0;
}
int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(bind_takes_parameters_RP_205_RP_263),
	        cmocka_unit_test(pause_resume_requery),
	        cmocka_unit_test(upload_all_and_hold),
	        cmocka_unit_test(view_follows_status_RP_298_RP_299),
	        cmocka_unit_test(pause_and_restart_of_the_adapter),
	        cmocka_unit_test(failed_encapsulation_RP_264),
	        cmocka_unit_test(disable_task_offload_RP_192),
	        cmocka_unit_test(offload_appears_later),
	        cmocka_unit_test(pending_oids),

	        cmocka_unit_test(surprise_removal),
	};
	return cmocka_run_group_tests(tests, up, down);
}
