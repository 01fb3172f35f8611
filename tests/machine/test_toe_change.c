/* toe.sys: how configuration changes: OIDs, the firmware, resets, and what is seen of it (RP-217 to RP-309). */
#include "toe.h"

#define PAUSE    NDIS_STATUS_OFFLOAD_PAUSE
#define RESUME   NDIS_STATUS_OFFLOAD_RESUME
#define CURRENT  NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG
#define HARDWARE NDIS_STATUS_TASK_OFFLOAD_HARDWARE_CAPABILITIES

static void test_parameters_change_exactly_what_they_name(void **state)
{
	(void)state;
	toe_up("toe");
	NDIS_OFFLOAD expect = TASK_CUR, cur;
	const NDIS_OFFLOAD full = expect;
	EXPECT_NOTHING();
	/* all NO_CHANGE: reported, unchanged (RP-231, RP-236) */
	assert_int_equal(SET_PARAMETERS(), NDIS_STATUS_SUCCESS);
	EXPECT(CURRENT);
	assert_memory_equal(seen[0].data, &full, 216);
	/* 1 off, 2 Tx, 3 Rx, 4 both (RP-232) */
	for (unsigned v = 1; v <= 4; v++) {
		assert_int_equal(SET_PARAMETERS(p.TCPIPv4Checksum = (UCHAR)v), NDIS_STATUS_SUCCESS);
		EXPECT(CURRENT);
		cur = TASK_CUR;
		assert_memory_equal(seen[0].data, &cur, 216); /* the complete configuration (RP-280) */
		expect.Checksum.IPv4Transmit.TcpChecksum = expect.Checksum.IPv4Transmit.TcpOptionsSupported = (v - 1) & 1;
		expect.Checksum.IPv4Receive.TcpChecksum = expect.Checksum.IPv4Receive.TcpOptionsSupported = (v - 1) >> 1;
		assert_memory_equal(&cur, &expect, 216);
	}
#define STEP(set, ...)                                                                                                                     \
	do {                                                                                                                               \
		assert_int_equal(SET_PARAMETERS(set), NDIS_STATUS_SUCCESS);                                                                \
		__VA_ARGS__;                                                                                                               \
		cur = TASK_CUR;                                                                                                            \
		assert_memory_equal(&cur, &expect, 216);                                                                                   \
		EXPECT(CURRENT);                                                                                                           \
	} while (0)
	STEP(p.LsoV2IPv6 = 1, memset(&expect.LsoV2.IPv6, 0, sizeof expect.LsoV2.IPv6));
	STEP(p.LsoV2IPv6 = 2, expect.LsoV2.IPv6 = full.LsoV2.IPv6);
	STEP(p.RscIPv4 = 1, expect.Rsc.IPv4.Enabled = 0); /* FB-04 */
	STEP(p.UdpSegmentation.IPv6 = 1, memset(&expect.UdpSegmentation.IPv6, 0, sizeof expect.UdpSegmentation.IPv6));
	STEP(p.UDPIPv4Checksum = 1,
	     expect.Checksum.IPv4Transmit.UdpChecksum = expect.Checksum.IPv4Receive.UdpChecksum = 0); /* USO/IPv4 stays (RP-124) */
	/* EncapsulatedPacketTaskOffload: 1 on, 2 off (RP-234) */
	STEP(p.EncapsulatedPacketTaskOffload = 2;
	     p.EncapsulationTypes = 1 /* ignored: RP-243 */,
	     memset(&expect.EncapsulatedPacketTaskOffloadGre, 0, sizeof expect.EncapsulatedPacketTaskOffloadGre);
	     memset(&expect.EncapsulatedPacketTaskOffloadVxlan, 0, sizeof expect.EncapsulatedPacketTaskOffloadVxlan);
	     expect.EncapsulationTypes = 0);
	assert_int_equal(card("vxlan"), 0);
	STEP(p.EncapsulatedPacketTaskOffload = 1; p.EncapsulationTypes = 2;
	     p.EncapsulationProtocolParameters.VxlanParameters.VxlanUDPPortNumber = 8472,
	     expect.EncapsulatedPacketTaskOffloadVxlan = full.EncapsulatedPacketTaskOffloadVxlan;
	     expect.EncapsulationTypes = 2;
	     expect.EncapsulatedPacketTaskOffloadVxlan.EncapsulationProtocolInfo.VxlanInfo.VxlanUDPPortNumber = 8472);
	assert_int_equal(card("vxlan_port"), 8472);
	STEP(p.EncapsulatedPacketTaskOffload = 1;
	     p.EncapsulationTypes = 2, /* port 0: back to the keyword's (RP-142) */
	     expect.EncapsulatedPacketTaskOffloadVxlan.EncapsulationProtocolInfo.VxlanInfo.VxlanUDPPortNumber = 4789);
#undef STEP
	assert_int_equal(card("seg") & TOE_SEG_RSC4, 0);
	toe_end();
}

static void refused(const NDIS_OFFLOAD_PARAMETERS *p, ULONG bytes, NDIS_STATUS expect)
{
	const NDIS_OFFLOAD before = TASK_CUR;
	struct ndis_oid_call done;
	look();
	const NDIS_STATUS got = set_oid(OID_TCP_OFFLOAD_PARAMETERS, p, bytes, &done);
	if (got != expect)
		fail_msg("0x%08x, not 0x%08x", (unsigned)got, (unsigned)expect);
	EXPECT_NOTHING();
	const NDIS_OFFLOAD after = TASK_CUR;
	assert_memory_equal(&before, &after, 216);
}

static void test_bad_parameters_change_nothing(void **state)
{
	(void)state;
	toe_up("toe,rsc=off,ipv6=off");
	NDIS_OFFLOAD_PARAMETERS q;
#define BAD(...)                                                                                                                           \
	do {                                                                                                                               \
		q = no_change();                                                                                                           \
		__VA_ARGS__;                                                                                                               \
		refused(&q, 34, NDIS_STATUS_INVALID_DATA);                                                                                 \
	} while (0)
	BAD(q.IPv4Checksum = 5);
	BAD(q.LsoV1 = 3);
	BAD(q.TcpConnectionIPv4 = 3);
	BAD(q.EncapsulatedPacketTaskOffload = 3);
	BAD(q.EncapsulatedPacketTaskOffload = 1; q.EncapsulationTypes = 4);
	BAD(q.LsoV2IPv4 = 1; q.UDPIPv6Checksum = 9); /* all or nothing (RP-238, FB-12) */
	BAD(q.LsoV2IPv4 = 1; q.RscIPv4 = 2);         /* outside the hardware (RP-239) */
	BAD(q.TcpConnectionIPv6 = 2);
	BAD(q.IPsecV2 = 2);
	BAD(q.Header.Type = NDIS_OBJECT_TYPE_OFFLOAD);
	BAD(q.Header.Revision = 0);
	BAD(q.Header.Size = 10);
#undef BAD
	q = no_change();
	refused(&q, 10, NDIS_STATUS_INVALID_LENGTH);
	/* switching off what is not there succeeds (RP-240, FB-23) */
	assert_int_equal(SET_PARAMETERS(p.RscIPv4 = 1; p.IPsecV1 = 1), NDIS_STATUS_SUCCESS);
	EXPECT(CURRENT);
	/* a revision and size from the future (RP-223, FB-05), and an old one whose size ends early (RP-224) */
	struct {
		NDIS_OFFLOAD_PARAMETERS q;
		uint8_t more[30];
	} future;
	struct ndis_oid_call done;
	memset(&future, 0, sizeof future);
	future.q = no_change();
	future.q.Header.Revision = 9;
	future.q.Header.Size = sizeof future;
	future.q.LsoV2IPv4 = 1;
	assert_int_equal(set_oid(OID_TCP_OFFLOAD_PARAMETERS, &future, sizeof future, &done), NDIS_STATUS_SUCCESS);
	assert_int_equal(done.supported_revision, 5);
	assert_int_equal(done.read, 34);
	assert_int_equal(TASK_CUR.LsoV2.IPv4.Encapsulation, 0);
	q = no_change();
	q.Header.Revision = 1;
	q.Header.Size = 20;
	q.LsoV2IPv4 = 2;
	q.UdpSegmentation.IPv4 = 1; /* beyond the size: not there */
	assert_int_equal(set_oid(OID_TCP_OFFLOAD_PARAMETERS, &q, 34, &done), NDIS_STATUS_SUCCESS);
	assert_int_equal(done.supported_revision, 1);
	assert_int_not_equal(TASK_CUR.LsoV2.IPv4.Encapsulation, 0);
	assert_int_not_equal(TASK_CUR.Checksum.IPv4Transmit.Encapsulation, 0);
	toe_end();
}

static void test_connection_members_pause_and_resume(void **state)
{
	(void)state;
	toe_up("toe");
	look();
	assert_int_equal(SET_PARAMETERS(p.TcpConnectionIPv6 = 1), NDIS_STATUS_SUCCESS);
	EXPECT(PAUSE, CURRENT, RESUME);
	const NDIS_TCP_CONNECTION_OFFLOAD *c = (const void *)seen[2].data;
	assert_int_equal(seen[0].bytes, 0);
	assert_int_equal(seen[2].bytes, 20);
	assert_int_equal(c->SupportIPv4, 1);
	assert_int_equal(c->SupportIPv6, 0);
	assert_int_equal(CONN_CUR.SupportIPv6, 0);
	assert_int_equal(CONN_HW.SupportIPv6, 1);
	assert_int_equal(SET_PARAMETERS(p.TcpConnectionIPv6 = 1), NDIS_STATUS_SUCCESS); /* named again: reported again (RP-242, RP-245) */
	EXPECT(PAUSE, CURRENT, RESUME);
	assert_int_equal(SET_PARAMETERS(p.TcpConnectionIPv4 = 1), NDIS_STATUS_SUCCESS);
	EXPECT(PAUSE, CURRENT, RESUME);
	assert_int_equal(CONN_CUR.Encapsulation, 0);
	assert_int_equal(CONN_CUR.TcpConnectionOffloadCapacity, 0);
	assert_int_equal(SET_PARAMETERS(p.TcpConnectionIPv4 = 2; p.TcpConnectionIPv6 = 2), NDIS_STATUS_SUCCESS);
	EXPECT(PAUSE, CURRENT, RESUME);
	assert_int_equal(CONN_CUR.SupportIPv6, 1);
	assert_int_equal(SET_PARAMETERS(p.LsoV1 = 1), NDIS_STATUS_SUCCESS); /* none of its business */
	EXPECT(CURRENT);
	toe_end();
}

static void test_encapsulation_by_family(void **state)
{
	(void)state;
	toe_up("toe");
	const NDIS_OFFLOAD full = TASK_CUR;
	assert_int_equal(card("csum") >> 16, 0); /* receive checksums wait for it (RP-241) */
	assert_int_equal(card("csum") & 0xff, TOE_CSUM_ALL);
	look();
	assert_int_equal(set_encapsulation(NDIS_OFFLOAD_SET_ON, NDIS_OFFLOAD_SET_NO_CHANGE), NDIS_STATUS_SUCCESS);
	EXPECT(CURRENT);
	assert_memory_equal(seen[0].data, &full, 216);
	assert_int_equal((card("csum") >> 16) & (TOE_CSUM_TCP4 | TOE_CSUM_TCP6), TOE_CSUM_TCP4);
	assert_int_equal(SET_PARAMETERS(p.LsoV2IPv4 = 1), NDIS_STATUS_SUCCESS);
	assert_int_equal(set_encapsulation(NDIS_OFFLOAD_SET_OFF, NDIS_OFFLOAD_SET_ON), NDIS_STATUS_SUCCESS);
	NDIS_OFFLOAD cur = TASK_CUR;
	assert_int_equal(cur.Checksum.IPv4Transmit.Encapsulation, 0);
	assert_int_equal(cur.LsoV1.IPv4.Encapsulation, 0);
	assert_int_equal(cur.Checksum.IPv6Receive.TcpChecksum, 1);
	assert_int_equal(card("csum") & (TOE_CSUM_TCP4 | TOE_CSUM_TCP6), TOE_CSUM_TCP6);
	/* on again: what the parameters switched off stays off (RP-260) */
	assert_int_equal(set_encapsulation(NDIS_OFFLOAD_SET_ON, NDIS_OFFLOAD_SET_NO_CHANGE), NDIS_STATUS_SUCCESS);
	cur = TASK_CUR;
	assert_int_equal(cur.LsoV2.IPv4.Encapsulation, 0);
	assert_int_equal(cur.LsoV1.IPv4.Encapsulation, full.LsoV1.IPv4.Encapsulation);
	/* LLC/SNAP is not in this card; a value that does not exist; a header of 18 bytes is fine (RP-255, RP-261, RP-262) */
	NDIS_OFFLOAD_ENCAPSULATION e = encapsulation(1, 0);
	look();
	e.IPv4.EncapsulationType = NDIS_ENCAPSULATION_IEEE_LLC_SNAP_ROUTED;
	assert_int_equal(set_oid(OID_OFFLOAD_ENCAPSULATION, &e, sizeof e, NULL), NDIS_STATUS_INVALID_PARAMETER);
	e = encapsulation(1, 1);
	e.IPv6.Enabled = 3;
	assert_int_not_equal(set_oid(OID_OFFLOAD_ENCAPSULATION, &e, sizeof e, NULL), NDIS_STATUS_SUCCESS);
	EXPECT_NOTHING();
	e = encapsulation(1, 1);
	e.IPv4.HeaderSize = 18;
	assert_int_equal(set_oid(OID_OFFLOAD_ENCAPSULATION, &e, sizeof e, NULL), NDIS_STATUS_SUCCESS);
	toe_end();
}

static NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS connection_parameters(void)
{
	NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS p;
	memset(&p, 0, sizeof p);
	p.Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
	p.Header.Revision = 1;
	p.Header.Size = 56;
	p.Encapsulation = encapsulation(NDIS_OFFLOAD_SET_ON, NDIS_OFFLOAD_SET_ON);
	p.TicksPerSecond = 1000;
	p.TcpAckFrequency = 2;
	p.TcpDuplicateAckThreshold = 3;
	return p;
}

static void test_connection_parameters(void **state)
{
	(void)state;
	toe_up("toe");
	look();
	assert_int_equal(card("connection"), 0);
	NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS k = connection_parameters();
	struct ndis_oid_call done;
	assert_int_equal(set_oid(OID_TCP_CONNECTION_OFFLOAD_PARAMETERS, &k, 56, &done), NDIS_STATUS_SUCCESS);
	assert_int_equal(done.supported_revision, 1);
	EXPECT_NOTHING(); /* RP-272 */
	assert_int_equal(card("connection"), TOE_CONN_IP4 | TOE_CONN_IP6 | TOE_CONN_SACK);
	assert_int_equal(card("duplicate_acks"), 3);
#define BAD(...)                                                                                                                           \
	do {                                                                                                                               \
		k = connection_parameters();                                                                                               \
		__VA_ARGS__;                                                                                                               \
		assert_int_equal(set_oid(OID_TCP_CONNECTION_OFFLOAD_PARAMETERS, &k, 60, NULL), NDIS_STATUS_INVALID_DATA);                  \
	} while (0)
	BAD(k.Header.Type = NDIS_OBJECT_TYPE_OFFLOAD);
	BAD(k.Header.Size = 40);
	BAD(k.TicksPerSecond = 5);
	BAD(k.Encapsulation.Header.Type = 0x80);                                               /* RP-269 */
	BAD(k.Encapsulation.IPv6.EncapsulationType = NDIS_ENCAPSULATION_IEEE_LLC_SNAP_ROUTED); /* RP-270 */
	BAD(k.Encapsulation.IPv4.Enabled = 7);
	assert_int_equal(card("connection"), TOE_CONN_IP4 | TOE_CONN_IP6 | TOE_CONN_SACK);
	/* the two OIDs are not one another (RP-271) */
	k = connection_parameters();
	assert_int_not_equal(set_oid(OID_OFFLOAD_ENCAPSULATION, &k, 56, NULL), NDIS_STATUS_SUCCESS);
	/* what the administrator switches off is off in the card too */
	assert_int_equal(SET_PARAMETERS(p.TcpConnectionIPv6 = 1), NDIS_STATUS_SUCCESS);
	assert_int_equal(card("connection"), TOE_CONN_IP4 | TOE_CONN_SACK);
	toe_end();
	toe_up("toe,capacity=0");
	k = connection_parameters();
	assert_int_equal(set_oid(OID_TCP_CONNECTION_OFFLOAD_PARAMETERS, &k, 56, NULL), NDIS_STATUS_NOT_SUPPORTED);
	assert_int_equal(SET_PARAMETERS(p.TcpConnectionIPv4 = 1), NDIS_STATUS_SUCCESS);
	EXPECT(CURRENT); /* no target: no pause, no resume */
	toe_end();
}

static void test_the_firmware_loses_and_regains(void **state)
{
	(void)state;
	toe_up("toe,capacity=1000");
	const NDIS_OFFLOAD full = TASK_HW;
	look();
	firmware("capacity", "8");
	WAIT_UNTIL(card("acknowledged") == 4);
	EXPECT(PAUSE, RESUME);
	assert_int_equal(((NDIS_TCP_CONNECTION_OFFLOAD *)seen[1].data)->TcpConnectionOffloadCapacity, 8);
	assert_int_equal(CONN_CUR.TcpConnectionOffloadCapacity, 8);
	assert_int_equal(CONN_HW.TcpConnectionOffloadCapacity, 1000);
	/* more than was ever reported: as much as was reported (RP-173, RP-177) */
	firmware("capacity", "5000");
	WAIT_UNTIL(card("acknowledged") == 6);
	EXPECT(PAUSE, RESUME);
	assert_int_equal(CONN_CUR.TcpConnectionOffloadCapacity, 1000);
	firmware("ipv6", "off");
	WAIT_UNTIL(card("acknowledged") == 8);
	EXPECT(PAUSE, RESUME);
	assert_int_equal(CONN_CUR.SupportIPv6, 0);
	/* task offloads: CUR shrinks before HW, so CUR is within HW at every moment (RP-281, RP-284) */
	firmware("lso", "off");
	WAIT_UNTIL(card("acknowledged") == 10);
	EXPECT(CURRENT, HARDWARE);
	assert_int_equal(TASK_HW.LsoV2.IPv4.Encapsulation, 0);
	assert_int_equal(TASK_CUR.LsoV1.IPv4.Encapsulation, 0);
	assert_int_equal(SET_PARAMETERS(p.LsoV2IPv4 = 2), NDIS_STATUS_INVALID_DATA); /* RP-285 */
	EXPECT_NOTHING();
	firmware("lso", "on");
	WAIT_UNTIL(card("acknowledged") == 12);
	EXPECT(HARDWARE, CURRENT);
	NDIS_OFFLOAD now = TASK_HW;
	assert_memory_equal(&now, &full, 216);
	now = TASK_CUR;
	assert_memory_equal(&now, &full, 216);
	/* an announcement without a change: nothing to say (RP-287) */
	firmware("event", "capability");
	WAIT_UNTIL(card("acknowledged") == 14);
	EXPECT_NOTHING();
	/* and the link */
	firmware("link", "down");
	for (unsigned i = 0; i < 1000 && !(look() && seen[0].code == (uint32_t)NDIS_STATUS_LINK_STATE); i++)
		sleep_ms(1);
	assert_int_equal(seen[0].code, NDIS_STATUS_LINK_STATE);
	toe_end();
}

struct other_thread {
	NDIS_STATUS status;
	volatile bool done;
};
static void set_in_thread(void *arg)
{
	struct other_thread *o = arg;
	o->status = SET_PARAMETERS(p.LsoV2IPv4 = 1; p.TcpConnectionIPv4 = 1);
	o->done = true;
}

/* The driver does not wait in its OID handler; it pends until the firmware answers (RP-216). */
static void test_an_oid_pends_while_the_firmware_is_silent(void **state)
{
	struct other_thread o = {0};
	(void)state;
	toe_up("toe");
	look();
	firmware("admin", "hold");
	struct nt_thread *t = nt_thread_start("oid", set_in_thread, &o);
	sleep_ms(100);
	assert_false(o.done);
	EXPECT(PAUSE);
	assert_int_not_equal(TASK_CUR.LsoV2.IPv4.Encapsulation, 0); /* not reported before it is done */
	firmware("admin", "go");
	WAIT_UNTIL(o.done);
	nt_thread_join(t);
	assert_int_equal(o.status, NDIS_STATUS_SUCCESS);
	EXPECT(CURRENT, RESUME);
	assert_int_equal(TASK_CUR.LsoV2.IPv4.Encapsulation, 0);
	toe_end();
}

/* A firmware that never answers: the request ends within a second, aborted, nothing changed; the card is reset and, when it works again,
 * told everything anew. */
static void test_a_dead_firmware_is_reset(void **state)
{
	struct other_thread o = {0};
	(void)state;
	toe_up("toe");
	assert_int_equal(SET_PARAMETERS(p.TCPIPv6Checksum = 1), NDIS_STATUS_SUCCESS);
	const NDIS_OFFLOAD before = TASK_CUR;
	const json_int_t csum = card("csum");
	look();
	firmware("admin", "hold");
	const uint64_t start = clock_mono_ns();
	struct nt_thread *t = nt_thread_start("oid", set_in_thread, &o);
	WAIT_UNTIL(o.done);
	nt_thread_join(t);
	assert_true(clock_mono_ns() - start < 1000000000u); /* RP-215 */
	assert_int_equal(o.status, NDIS_STATUS_REQUEST_ABORTED);
	firmware("admin", "go");
	WAIT_UNTIL(card_has("csum", csum));
	sleep_ms(50);
	EXPECT(PAUSE, RESUME); /* the pause of the request that failed is taken back, with the old configuration */
	assert_int_equal(((NDIS_TCP_CONNECTION_OFFLOAD *)seen[1].data)->SupportIPv4, 1);
	NDIS_OFFLOAD after = TASK_CUR;
	assert_memory_equal(&before, &after, 216);
	assert_int_equal(CONN_CUR.SupportIPv4, 1);
	assert_int_equal(SET_PARAMETERS(p.TcpConnectionIPv4 = 1), NDIS_STATUS_SUCCESS);
	/* the firmware dies: same way, nothing reported (RP-305) */
	look();
	firmware("fatal", "9");
	WAIT_UNTIL(card_has("csum", csum));
	after = TASK_CUR;
	assert_memory_equal(&before, &after, 216);
	EXPECT_NOTHING();
	assert_int_equal(CONN_CUR.SupportIPv4, 0);
	toe_end();
}

static void test_reset_keeps_the_configuration(void **state)
{
	struct err e = {0};
	(void)state;
	toe_up("toe");
	assert_int_equal(SET_PARAMETERS(p.UDPIPv4Checksum = 2; p.TcpConnectionIPv6 = 1), NDIS_STATUS_SUCCESS);
	assert_int_equal(set_encapsulation(1, 1), NDIS_STATUS_SUCCESS);
	NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS cp = connection_parameters();
	assert_int_equal(set_oid(OID_TCP_CONNECTION_OFFLOAD_PARAMETERS, &cp, 56, NULL), NDIS_STATUS_SUCCESS);
	const NDIS_OFFLOAD before = TASK_CUR;
	json_t *was = nic_show(T.nic);
	look();
	assert_int_equal(ndis_adapter_reset(T.adapter, &e), 0);
	EXPECT_NOTHING();
	const NDIS_OFFLOAD after = TASK_CUR;
	assert_memory_equal(&before, &after, 216);
	json_t *is = nic_show(T.nic);
	assert_true(json_equal(json_object_get(was, "enabled"), json_object_get(is, "enabled"))); /* RP-306, RP-308 */
	json_decref(was);
	json_decref(is);
	/* pause and restart change nothing either; requests are served while paused (RP-013, RP-022) */
	assert_int_equal(ndis_adapter_pause(T.adapter, &e), 0);
	assert_int_equal(SET_PARAMETERS(p.LsoV1 = 1), NDIS_STATUS_SUCCESS);
	EXPECT(CURRENT);
	assert_int_equal(ndis_adapter_restart(T.adapter, &e), 0);
	EXPECT_NOTHING();
	toe_end();
}

/* Set, halt, initialize: the same (RP-191, RP-249). */
static void test_settings_survive_a_restart_of_the_device(void **state)
{
	(void)state;
	toe_up("toe");
	assert_int_equal(SET_PARAMETERS(p.IPv4Checksum = 2; p.LsoV2IPv6 = 1; p.RscIPv6 = 1; p.UdpSegmentation.IPv4 = 1;
	                                p.TcpConnectionIPv4 = 1; p.EncapsulatedPacketTaskOffload = 1; p.EncapsulationTypes = 2;
	                                p.EncapsulationProtocolParameters.VxlanParameters.VxlanUDPPortNumber = 5000),
	                 NDIS_STATUS_SUCCESS);
	sleep_ms(20); /* the driver writes its own keywords from a work item */
	const NDIS_OFFLOAD before = TASK_CUR;
	const NDIS_TCP_CONNECTION_OFFLOAD conn_before = CONN_CUR;
	toe_remove(false);
	assert_int_equal(toe_start(), 0);
	const NDIS_OFFLOAD after = TASK_CUR;
	const NDIS_TCP_CONNECTION_OFFLOAD conn_after = CONN_CUR;
	assert_memory_equal(&before, &after, 216);
	assert_memory_equal(&conn_before, &conn_after, 20);
	toe_end();
}

static void test_line_interrupts(void **state)
{
	(void)state;
	toe_up("toe,msix=0");
	assert_int_equal(SET_PARAMETERS(p.TcpConnectionIPv4 = 1), NDIS_STATUS_SUCCESS);
	json_t *j = nic_show(T.nic);
	assert_string_equal(json_string_value(json_object_get(j, "interrupts")), "line");
	json_decref(j);
	toe_end();
	toe_up("toe,msix=1");
	j = nic_show(T.nic);
	assert_string_equal(json_string_value(json_object_get(j, "interrupts")), "MSI-X");
	json_decref(j);
	toe_end();
}

static void test_surprise_removal(void **state)
{
	struct other_thread o = {0};
	(void)state;
	toe_up("toe");
	firmware("admin", "hold");
	struct nt_thread *t = nt_thread_start("oid", set_in_thread, &o);
	sleep_ms(50);
	toe_remove(true);
	WAIT_UNTIL(o.done);
	nt_thread_join(t);
	assert_int_not_equal(o.status, NDIS_STATUS_SUCCESS);
	toe_end();
}

/* The card does not answer at all: initialization fails and leaves nothing (RP-009); later it works. */
static void test_initialization_that_fails(void **state)
{
	(void)state;
	assert_int_equal(toe_machine(nt_test_config(), "toe", NULL), 0);
	firmware("admin", "hold");
	assert_int_not_equal(toe_start(), 0);
	assert_int_not_equal(T.start_status, NDIS_STATUS_SUCCESS);
	firmware("admin", "go");
	nt_pnp_stop_remove(T.node, false);
	T.node = NULL;
	assert_int_equal(toe_start(), 0);
	assert_int_equal(CONN_CUR.TcpConnectionOffloadCapacity, 16384);
	toe_end();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_parameters_change_exactly_what_they_name),
	        cmocka_unit_test(test_bad_parameters_change_nothing),
	        cmocka_unit_test(test_connection_members_pause_and_resume),
	        cmocka_unit_test(test_encapsulation_by_family),
	        cmocka_unit_test(test_connection_parameters),
	        cmocka_unit_test(test_the_firmware_loses_and_regains),
	        cmocka_unit_test(test_an_oid_pends_while_the_firmware_is_silent),
	        cmocka_unit_test(test_a_dead_firmware_is_reset),
	        cmocka_unit_test(test_reset_keeps_the_configuration),
	        cmocka_unit_test(test_settings_survive_a_restart_of_the_device),
	        cmocka_unit_test(test_line_interrupts),
	        cmocka_unit_test(test_surprise_removal),
	        cmocka_unit_test(test_initialization_that_fails),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
