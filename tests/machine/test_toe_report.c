/* toe.sys: what it reports follows the card, the keywords and the NDIS version (RP-023 to RP-161, RP-180 to RP-189). */
#include "toe.h"

/* NDIS's stored copies are what the attributes said; the last attributes call recorded in the trace. */
static void test_report_of_a_full_card(void **state)
{
	(void)state;
	toe_up("toe");
	const NDIS_OFFLOAD hw = TASK_HW, cur = TASK_CUR;
	assert_memory_equal(&hw, &cur, 216); /* everything is on by default */
	assert_int_equal(hw.Header.Type, NDIS_OBJECT_TYPE_OFFLOAD);
	assert_int_equal(hw.Header.Revision, 6);
	assert_int_equal(hw.Header.Size, 216);
	const ULONG encapsulation_all =
	        NDIS_ENCAPSULATION_IEEE_802_3 | NDIS_ENCAPSULATION_IEEE_802_3_P_AND_Q | NDIS_ENCAPSULATION_IEEE_802_3_P_AND_Q_IN_OOB;
	assert_int_equal(hw.Checksum.IPv4Transmit.Encapsulation, encapsulation_all);
	assert_int_equal(hw.Checksum.IPv4Transmit.TcpChecksum, 1);
	assert_int_equal(hw.Checksum.IPv4Transmit.IpOptionsSupported, 1);
	assert_int_equal(hw.Checksum.IPv6Receive.IpExtensionHeadersSupported, 1);
	assert_int_equal(hw.Checksum.IPv6Receive.UdpChecksum, 1);
	assert_int_equal(hw.LsoV1.IPv4.MaxOffLoadSize, 65536);
	assert_int_equal(hw.LsoV1.IPv4.TcpOptions, 1);
	assert_int_equal(hw.LsoV2.IPv6.MaxOffLoadSize, 65536);
	assert_int_equal(hw.LsoV2.IPv6.MinSegmentCount, 2);
	assert_int_equal(hw.LsoV2.IPv6.IpExtensionHeadersSupported, 1);
	assert_int_equal(hw.IPsecV1.Supported.Encapsulation, 0);
	assert_int_equal(hw.Rsc.IPv4.Enabled, 1);
	assert_int_equal(hw.EncapsulatedPacketTaskOffloadGre.LsoV2Supported, 15);
	assert_int_equal(hw.EncapsulatedPacketTaskOffloadGre.MaxHeaderSizeSupported, 256);
	assert_int_equal(hw.EncapsulatedPacketTaskOffloadVxlan.EncapsulationProtocolInfo.VxlanInfo.VxlanUDPPortNumber, 4789);
	assert_int_equal(hw.EncapsulationTypes, 3);
	assert_int_equal(hw.UdpSegmentation.IPv4.MaxOffLoadSize, 61440); /* the UDP path's own limit (RP-121) */
	assert_int_equal(hw.UdpSegmentation.IPv6.SubMssFinalSegmentSupported, 1);
	const NDIS_TCP_CONNECTION_OFFLOAD c = CONN_CUR;
	assert_int_equal(c.Header.Type, NDIS_OBJECT_TYPE_DEFAULT);
	assert_int_equal(c.Header.Size, 20);
	assert_int_equal(c.Encapsulation, NDIS_ENCAPSULATION_IEEE_802_3);
	assert_int_equal(c.SupportIPv4, 1);
	assert_int_equal(c.SupportIPv6, 1);
	assert_int_equal(c.SupportIPv6ExtensionHeaders, 0);
	assert_int_equal(c.SupportSack, 1);
	assert_int_equal(c.TcpConnectionOffloadCapacity, 16384);
	assert_int_equal(c.Flags, 0);
	/* attributes in order: add device, registration, general, offload (RP-023, RP-026, RP-043) */
	look();
	unsigned order[8], n = 0;
	for (unsigned i = 0; i < seen_count && n < 8; i++)
		if (seen[i].type == TRACE_ATTRIBUTES)
			order[n++] = seen[i].code;
	assert_int_equal(n, 4);
	assert_int_equal(order[0], 0xa4);
	assert_int_equal(order[1], 0x9e);
	assert_int_equal(order[2], 0x9f);
	assert_int_equal(order[3], 0xa0);
	toe_end();
}

static void test_report_follows_the_card(void **state)
{
	(void)state;
	toe_up("toe,capacity=1024,ipv6=off,sack=off,lso=off,uso=off,rsc=off");
	NDIS_OFFLOAD hw = TASK_HW;
	assert_int_equal(hw.LsoV1.IPv4.Encapsulation, 0);
	assert_int_equal(hw.LsoV2.IPv4.MaxOffLoadSize, 0);
	assert_int_equal(hw.LsoV2.IPv6.Encapsulation, 0);
	assert_int_equal(hw.UdpSegmentation.IPv4.Encapsulation, 0);
	assert_int_equal(hw.Rsc.IPv4.Enabled, 0);
	assert_int_equal(hw.EncapsulatedPacketTaskOffloadGre.LsoV2Supported, 0); /* needs plain LSO (RP-137) */
	assert_int_equal(hw.EncapsulatedPacketTaskOffloadGre.TransmitChecksumOffloadSupported, 15);
	NDIS_TCP_CONNECTION_OFFLOAD c = CONN_HW;
	assert_int_equal(c.SupportIPv4, 1);
	assert_int_equal(c.SupportIPv6, 0);
	assert_int_equal(c.SupportSack, 0);
	assert_int_equal(c.TcpConnectionOffloadCapacity, 1024);
	toe_end();

	/* No checksums: nothing that builds on them, of either family (RP-076, RP-083, RP-120; FB-02, FB-16). */
	toe_up("toe,csum=off,nvgre=off,vxlan=off,capacity=0");
	hw = TASK_HW;
	const NDIS_OFFLOAD zero = {.Header = hw.Header};
	assert_memory_equal(&hw, &zero, 216);
	NDIS_OFFLOAD_PARAMETERS p = no_change();
	uint8_t buffer[256];
	assert_int_equal(get_oid(OID_TCP_CONNECTION_OFFLOAD_CURRENT_CONFIG, buffer, sizeof buffer, NULL), NDIS_STATUS_NOT_SUPPORTED);
	assert_int_equal(set_oid(OID_TCP_OFFLOAD_PARAMETERS, &p, 34, NULL), NDIS_STATUS_NOT_SUPPORTED); /* RP-229 */
	assert_int_equal(set_encapsulation(1, 1), NDIS_STATUS_NOT_SUPPORTED);                           /* RP-253 */
	toe_end();

	/* USO needs both families (RP-118); TCP/IPv6 checksum lost takes LSO/IPv6 with it, not IPv4's */
	toe_up("toe,csum6=off");
	hw = TASK_HW;
	assert_int_equal(hw.UdpSegmentation.IPv4.Encapsulation, 0);
	assert_int_equal(hw.LsoV2.IPv6.Encapsulation, 0);
	assert_int_equal(hw.LsoV2.IPv4.MinSegmentCount, 2);
	assert_int_equal(hw.Checksum.IPv6Transmit.Encapsulation, 0);
	assert_int_equal(hw.Checksum.IPv4Transmit.TcpChecksum, 1);
	toe_end();
}

static void test_revisions_follow_the_registered_version(void **state)
{
	static const struct {
		unsigned minor;
		UCHAR revision;
		USHORT size;
		bool vxlan, uso, shorts;
	} table[] = {
	        {30, 3, 156, false, false, false}, {40, 3, 156, false, false, false}, {50, 4, 177, true, false, false},
	        {60, 4, 177, true, false, false},  {70, 5, 188, true, false, false},  {80, 5, 188, true, false, false},
	        {82, 5, 188, true, false, false},  {83, 6, 216, true, true, false},   {84, 6, 216, true, true, true},
	        {85, 6, 216, true, true, true}, /* a newer NDIS: the driver registers 6.84 */
	};
	(void)state;
	for (unsigned i = 0; i < ARRAY_LEN(table); i++) {
		struct nt_config c = nt_test_config();
		c.ndis_version = 0x00060000 | table[i].minor;
		((struct ram_header *)c.ram)->ndis_version = c.ndis_version;
		assert_int_equal(toe_machine(c, "toe", NULL), 0);
		assert_int_equal(toe_start(), 0);
		const NDIS_OFFLOAD hw = TASK_HW;
		assert_int_equal(hw.Header.Revision, table[i].revision);
		assert_int_equal(hw.Header.Size, table[i].size);
		if (table[i].vxlan)
			assert_int_equal(hw.EncapsulationTypes, 3);
		if (table[i].uso)
			assert_int_equal(hw.UdpSegmentation.IPv4.SubMssFinalSegmentSupported, table[i].shorts);
		/* a set of the newest revision is honoured up to the registered version's (RP-220, RP-223) */
		struct ndis_oid_call done;
		NDIS_OFFLOAD_PARAMETERS p = no_change();
		p.RscIPv6 = 1;
		p.UdpSegmentation.IPv4 = 1;
		assert_int_equal(set_oid(OID_TCP_OFFLOAD_PARAMETERS, &p, 34, &done), NDIS_STATUS_SUCCESS);
		assert_int_equal(done.supported_revision, table[i].minor < 50 ? 3 : table[i].minor < 83 ? 4 : 5);
		assert_int_equal(TASK_CUR.Rsc.IPv6.Enabled, 0);
		assert_int_equal(TASK_CUR.Rsc.IPv4.Enabled, 1);
		toe_end();
	}
}

static void test_an_ndis_that_is_too_old(void **state)
{
	(void)state;
	struct nt_config c = nt_test_config();
	c.ndis_version = 0x00060014;
	((struct ram_header *)c.ram)->ndis_version = c.ndis_version;
	assert_int_not_equal(toe_machine(c, "toe", NULL), 0);
	assert_int_equal(T.load_status, NDIS_STATUS_BAD_VERSION);
	T.driver = NULL;
	toe_end();
}

static void start_with(const char *name, const char *value)
{
	assert_int_equal(toe_machine(nt_test_config(), "toe", NULL), 0);
	keyword(name, value);
	assert_int_equal(toe_start(), 0);
}

/* Keywords change CUR only, each its own members (RP-161, RP-162, RP-180 to RP-188, RP-193). */
static void test_keywords(void **state)
{
	(void)state;
	toe_up("toe");
	const NDIS_OFFLOAD full = TASK_HW;
	const NDIS_TCP_CONNECTION_OFFLOAD conn_full = CONN_HW;
	toe_end();
#define ONE(name, value, ...)                                                                                                              \
	do {                                                                                                                               \
		start_with(name, value);                                                                                                   \
		const NDIS_OFFLOAD cur = TASK_CUR, hw = TASK_HW;                                                                           \
		NDIS_OFFLOAD expect = full;                                                                                                \
		assert_memory_equal(&hw, &full, 216);                                                                                      \
		__VA_ARGS__;                                                                                                               \
		assert_memory_equal(&cur, &expect, 216);                                                                                   \
		toe_end();                                                                                                                 \
	} while (0)
	ONE("*IPChecksumOffloadIPv4", "1", expect.Checksum.IPv4Receive.IpChecksum = 0);
	ONE("*IPChecksumOffloadIPv4", "7", ); /* not in the list: the default (RP-185) */
	ONE("*IPChecksumOffloadIPv4", "garbage", );
	ONE("*TCPChecksumOffloadIPv4", "2",
	    expect.Checksum.IPv4Transmit.TcpChecksum = expect.Checksum.IPv4Transmit.TcpOptionsSupported = 0);
	ONE("*UDPChecksumOffloadIPv6", "0", expect.Checksum.IPv6Transmit.UdpChecksum = expect.Checksum.IPv6Receive.UdpChecksum = 0);
	ONE("*TCPUDPChecksumOffloadIPv6", "0", memset(&expect.Checksum.IPv6Transmit, 0, 8); memset(&expect.Checksum.IPv6Receive, 0, 8));
	ONE("*LsoV1IPv4", "0", memset(&expect.LsoV1, 0, sizeof expect.LsoV1));
	ONE("*LsoV2IPv4", "0", memset(&expect.LsoV2.IPv4, 0, sizeof expect.LsoV2.IPv4));
	ONE("*LsoV2IPv6", "0", memset(&expect.LsoV2.IPv6, 0, sizeof expect.LsoV2.IPv6));
	ONE("*RscIPv4", "0", expect.Rsc.IPv4.Enabled = 0);
	ONE("*RscIPv6", "0", expect.Rsc.IPv6.Enabled = 0); /* FB-15 */
	ONE("*UsoIPv6", "0", memset(&expect.UdpSegmentation.IPv6, 0, sizeof expect.UdpSegmentation.IPv6));
	ONE("*EncapsulatedPacketTaskOffload", "0",
	    memset(&expect.EncapsulatedPacketTaskOffloadGre, 0, sizeof expect.EncapsulatedPacketTaskOffloadGre);
	    memset(&expect.EncapsulatedPacketTaskOffloadVxlan, 0, sizeof expect.EncapsulatedPacketTaskOffloadVxlan);
	    expect.EncapsulationTypes = 0);
#undef ONE
	/* grouped counts only where the granular one is absent (OQ-14) */
	assert_int_equal(toe_machine(nt_test_config(), "toe", NULL), 0);
	keyword("*TCPUDPChecksumOffloadIPv4", "0");
	keyword("*UDPChecksumOffloadIPv4", "3");
	assert_int_equal(toe_start(), 0);
	NDIS_OFFLOAD cur = TASK_CUR;
	assert_int_equal(cur.Checksum.IPv4Transmit.UdpChecksum, 1);
	assert_int_equal(cur.Checksum.IPv4Transmit.TcpChecksum, 0);
	assert_int_equal(cur.Checksum.IPv4Receive.IpChecksum, 0);
	assert_int_equal(cur.LsoV2.IPv4.MinSegmentCount, 2); /* LSO stays though its checksums are switched off (RP-099) */
	toe_end();
	/* everything off at the start: the crash of FB-01, and RP-029 */
	assert_int_equal(toe_machine(nt_test_config(), "toe", NULL), 0);
	static const char *const all[] = {"*IPChecksumOffloadIPv4",
	                                  "*TCPChecksumOffloadIPv4",
	                                  "*TCPChecksumOffloadIPv6",
	                                  "*UDPChecksumOffloadIPv4",
	                                  "*UDPChecksumOffloadIPv6",
	                                  "*LsoV1IPv4",
	                                  "*LsoV2IPv4",
	                                  "*LsoV2IPv6",
	                                  "*UsoIPv4",
	                                  "*UsoIPv6",
	                                  "*RscIPv4",
	                                  "*RscIPv6",
	                                  "*EncapsulatedPacketTaskOffload",
	                                  "*TCPConnectionOffloadIPv4",
	                                  "*TCPConnectionOffloadIPv6"};
	for (unsigned i = 0; i < ARRAY_LEN(all); i++)
		keyword(all[i], "0");
	assert_int_equal(toe_start(), 0);
	cur = TASK_CUR;
	const NDIS_OFFLOAD zero = {.Header = cur.Header};
	assert_memory_equal(&cur, &zero, 216);
	assert_int_equal(TASK_HW.LsoV2.IPv4.MinSegmentCount, 2);
	NDIS_TCP_CONNECTION_OFFLOAD c = CONN_CUR;
	assert_int_equal(c.Encapsulation, 0); /* RP-164 */
	assert_int_equal(c.TcpConnectionOffloadCapacity, 0);
	c = CONN_HW;
	assert_memory_equal(&c, &conn_full, 20);
	toe_end();
	start_with("*TCPConnectionOffloadIPv6", "0");
	c = CONN_CUR;
	assert_int_equal(c.SupportIPv4, 1);
	assert_int_equal(c.SupportIPv6, 0);
	assert_int_equal(c.TcpConnectionOffloadCapacity, 16384);
	c = CONN_HW;
	assert_memory_equal(&c, &conn_full, 20);
	toe_end();
}

static void test_other_oids(void **state)
{
	(void)state;
	toe_up("toe,mac=02:00:00:00:00:07");
	uint8_t b[512];
	ULONG n;
	assert_int_equal(get_oid(OID_802_3_PERMANENT_ADDRESS, b, sizeof b, &n), NDIS_STATUS_SUCCESS);
	assert_int_equal(b[5], 7);
	assert_int_equal(get_oid(OID_GEN_STATISTICS, b, sizeof b, &n), NDIS_STATUS_SUCCESS);
	assert_int_equal(n, 152);
	assert_int_equal(get_oid(OID_GEN_STATISTICS, b, 20, &n), NDIS_STATUS_BUFFER_TOO_SHORT);
	assert_int_equal(n, 152);
	assert_int_equal(get_oid(OID_TCP_RSC_STATISTICS, b, sizeof b, &n), NDIS_STATUS_SUCCESS);
	assert_int_equal(n, 40);
	assert_int_equal(get_oid(OID_TCP4_OFFLOAD_STATS, b, sizeof b, &n), NDIS_STATUS_SUCCESS);
	assert_int_equal(set_oid(OID_TCP4_OFFLOAD_STATS, b, 4, NULL), NDIS_STATUS_SUCCESS);
	assert_int_not_equal(get_oid(0x7fff1234, b, sizeof b, &n), NDIS_STATUS_SUCCESS);
	ULONG v = NDIS_PACKET_TYPE_DIRECTED | NDIS_PACKET_TYPE_BROADCAST;
	assert_int_equal(set_oid(OID_GEN_CURRENT_PACKET_FILTER, &v, 4, NULL), NDIS_STATUS_SUCCESS);
	assert_int_equal(card("filter"), TOE_FILTER_DIRECTED | TOE_FILTER_BROADCAST);
	v = 0x8000;
	assert_int_not_equal(set_oid(OID_GEN_CURRENT_PACKET_FILTER, &v, 4, NULL), NDIS_STATUS_SUCCESS);
	const uint8_t list[12] = {1, 0, 0x5e, 0, 0, 1, 0x33, 0x33, 0, 0, 0, 1};
	assert_int_equal(set_oid(OID_802_3_MULTICAST_LIST, list, 12, NULL), NDIS_STATUS_SUCCESS);
	assert_int_equal(card("multicast"), 2);
	assert_int_not_equal(set_oid(OID_802_3_MULTICAST_LIST, list, 11, NULL), NDIS_STATUS_SUCCESS);
	assert_int_equal(card("multicast"), 2);
	NDIS_INTERRUPT_MODERATION_PARAMETERS m = {.Header = {NDIS_OBJECT_TYPE_DEFAULT, 1, sizeof m},
	                                          .InterruptModeration = NdisInterruptModerationDisabled};
	assert_int_equal(set_oid(OID_GEN_INTERRUPT_MODERATION, &m, sizeof m, NULL), NDIS_STATUS_SUCCESS);
	assert_int_equal(card("moderation_us"), 0);
	toe_end();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(test_report_of_a_full_card),
	        cmocka_unit_test(test_report_follows_the_card),
	        cmocka_unit_test(test_revisions_follow_the_registered_version),
	        cmocka_unit_test(test_an_ndis_that_is_too_old),
	        cmocka_unit_test(test_keywords),
	        cmocka_unit_test(test_other_oids),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
