/* The structure tables against the DDI headers (which are proved against the facts), decoding by revision, and setting members from words.
 */
#include "report/report.h"
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <ndis.h>
#include <ndischimney.h>
#include <cmocka.h>

static const struct report_field *find(const struct report_struct *s, const char *name)
{
	for (unsigned i = 0; i < s->block_count; i++)
		for (unsigned k = 0; k < s->blocks[i].count; k++)
			if (!strcmp(s->blocks[i].fields[k].name, name))
				return &s->blocks[i].fields[k];
	fail_msg("no field %s", name);
	return NULL;
}
/* Puts `v` into the DDI's member and demands that the table reads it back from there, and nothing from a structure of zeros. */
#define AGREES(s, var, member, v)                                                                                                          \
	do {                                                                                                                               \
		memset(&var, 0, sizeof(var));                                                                                              \
		var.Header.Revision = 7;                                                                                                   \
		var.Header.Size = sizeof(var);                                                                                             \
		assert_int_equal(report_field_value(find(&s, #member), &var), 0);                                                          \
		var.member = v;                                                                                                            \
		assert_int_equal(report_field_value(find(&s, #member), &var), v);                                                          \
	} while (0)
static void tables_agree_with_the_ddi(void **x)
{
	NDIS_OFFLOAD o;
	NDIS_TCP_CONNECTION_OFFLOAD c;
	NDIS_OFFLOAD_PARAMETERS p;
	NDIS_OFFLOAD_ENCAPSULATION e;
	NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS t;

	(void)x;
#define O(m, v) AGREES(report_offload, o, m, v)
	O(Checksum.IPv4Transmit.Encapsulation, 0x12);
	O(Checksum.IPv4Transmit.IpOptionsSupported, 3);
	O(Checksum.IPv4Transmit.TcpOptionsSupported, 2);
	O(Checksum.IPv4Transmit.TcpChecksum, 1);
	O(Checksum.IPv4Transmit.UdpChecksum, 3);
	O(Checksum.IPv4Transmit.IpChecksum, 2);
	O(Checksum.IPv4Receive.Encapsulation, 7);
	O(Checksum.IPv4Receive.IpOptionsSupported, 1);
	O(Checksum.IPv4Receive.TcpOptionsSupported, 1);
	O(Checksum.IPv4Receive.TcpChecksum, 2);
	O(Checksum.IPv4Receive.UdpChecksum, 1);
	O(Checksum.IPv4Receive.IpChecksum, 3);
	O(Checksum.IPv6Transmit.Encapsulation, 9);
	O(Checksum.IPv6Transmit.IpExtensionHeadersSupported, 1);
	O(Checksum.IPv6Transmit.TcpOptionsSupported, 3);
	O(Checksum.IPv6Transmit.TcpChecksum, 1);
	O(Checksum.IPv6Transmit.UdpChecksum, 2);
	O(Checksum.IPv6Receive.Encapsulation, 9);
	O(Checksum.IPv6Receive.IpExtensionHeadersSupported, 2);
	O(Checksum.IPv6Receive.TcpOptionsSupported, 1);
	O(Checksum.IPv6Receive.TcpChecksum, 3);
	O(Checksum.IPv6Receive.UdpChecksum, 1);
	O(LsoV1.IPv4.Encapsulation, 2);
	O(LsoV1.IPv4.MaxOffLoadSize, 65536);
	O(LsoV1.IPv4.MinSegmentCount, 2);
	O(LsoV1.IPv4.TcpOptions, 1);
	O(LsoV1.IPv4.IpOptions, 2);
	O(IPsecV1.Supported.Encapsulation, 2);
	O(IPsecV1.Supported.AhEspCombined, 5);
	O(IPsecV1.Supported.TransportTunnelCombined, 6);
	O(IPsecV1.Supported.IPv4Options, 7);
	O(IPsecV1.Supported.Flags, 8);
	O(IPsecV1.IPv4AH.Md5, 1);
	O(IPsecV1.IPv4AH.Sha_1, 2);
	O(IPsecV1.IPv4AH.Transport, 3);
	O(IPsecV1.IPv4AH.Tunnel, 1);
	O(IPsecV1.IPv4AH.Send, 2);
	O(IPsecV1.IPv4AH.Receive, 3);
	O(IPsecV1.IPv4ESP.Des, 1);
	O(IPsecV1.IPv4ESP.TripleDes, 2);
	O(IPsecV1.IPv4ESP.NullEsp, 3);
	O(IPsecV1.IPv4ESP.Transport, 1);
	O(IPsecV1.IPv4ESP.Tunnel, 2);
	O(IPsecV1.IPv4ESP.Send, 3);
	O(IPsecV1.IPv4ESP.Receive, 1);
	O(LsoV2.IPv4.Encapsulation, 2);
	O(LsoV2.IPv4.MaxOffLoadSize, 0x40000);
	O(LsoV2.IPv4.MinSegmentCount, 3);
	O(LsoV2.IPv6.Encapsulation, 6);
	O(LsoV2.IPv6.MaxOffLoadSize, 0xffffffff);
	O(LsoV2.IPv6.MinSegmentCount, 4);
	O(LsoV2.IPv6.IpExtensionHeadersSupported, 1);
	O(LsoV2.IPv6.TcpOptionsSupported, 2);
	O(Flags, 6);
	O(IPsecV2.Encapsulation, 2);
	O(IPsecV2.IPv6Supported, 1);
	O(IPsecV2.IPv4Options, 1);
	O(IPsecV2.IPv6NonIPsecExtensionHeaders, 1);
	O(IPsecV2.Ah, 1);
	O(IPsecV2.Esp, 1);
	O(IPsecV2.AhEspCombined, 1);
	O(IPsecV2.Transport, 1);
	O(IPsecV2.Tunnel, 1);
	O(IPsecV2.TransportTunnelCombined, 1);
	O(IPsecV2.LsoSupported, 1);
	O(IPsecV2.ExtendedSequenceNumbers, 1);
	O(IPsecV2.UdpEsp, 9);
	O(IPsecV2.AuthenticationAlgorithms, 10);
	O(IPsecV2.EncryptionAlgorithms, 11);
	O(IPsecV2.SaOffloadCapacity, 12);
	O(Rsc.IPv4.Enabled, 1);
	O(Rsc.IPv6.Enabled, 1);
	O(EncapsulatedPacketTaskOffloadGre.TransmitChecksumOffloadSupported, 15);
	O(EncapsulatedPacketTaskOffloadGre.ReceiveChecksumOffloadSupported, 9);
	O(EncapsulatedPacketTaskOffloadGre.LsoV2Supported, 3);
	O(EncapsulatedPacketTaskOffloadGre.RssSupported, 5);
	O(EncapsulatedPacketTaskOffloadGre.VmqSupported, 6);
	O(EncapsulatedPacketTaskOffloadGre.MaxHeaderSizeSupported, 256);
	O(EncapsulatedPacketTaskOffloadVxlan.TransmitChecksumOffloadSupported, 15);
	O(EncapsulatedPacketTaskOffloadVxlan.VmqSupported, 6);
	O(EncapsulatedPacketTaskOffloadVxlan.MaxHeaderSizeSupported, 255);
	O(EncapsulatedPacketTaskOffloadVxlan.EncapsulationProtocolInfo.VxlanInfo.VxlanUDPPortNumber, 4789);
	O(EncapsulatedPacketTaskOffloadVxlan.EncapsulationProtocolInfo.VxlanInfo.VxlanUDPPortNumberConfigurable, 1);
	O(EncapsulationTypes, 3);
	O(Rfc6877Xlat.XlatOffload, 2);
	O(Rfc6877Xlat.Flags, 1);
	O(UdpSegmentation.IPv4.Encapsulation, 2);
	O(UdpSegmentation.IPv4.MaxOffLoadSize, 64000);
	O(UdpSegmentation.IPv4.MinSegmentCount, 33);
	O(UdpSegmentation.IPv4.SubMssFinalSegmentSupported, 1);
	O(UdpSegmentation.IPv6.Encapsulation, 2);
	O(UdpSegmentation.IPv6.MaxOffLoadSize, 64001);
	O(UdpSegmentation.IPv6.MinSegmentCount, 2);
	O(UdpSegmentation.IPv6.SubMssFinalSegmentSupported, 1);
	O(UdpSegmentation.IPv6.IpExtensionHeadersSupported, 1);
	O(UdpRsc.Enabled, 1);
#define C(m, v) AGREES(report_connection, c, m, v)
	C(Encapsulation, 2);
	C(SupportIPv4, 1);
	C(SupportIPv6, 2);
	C(SupportIPv6ExtensionHeaders, 3);
	C(SupportSack, 1);
	C(CongestionAlgorithm, 11);
	C(TcpConnectionOffloadCapacity, 16384);
	C(Flags, 1);
#define P(m, v) AGREES(report_parameters, p, m, v)
	P(IPv4Checksum, 4);
	P(TCPIPv4Checksum, 3);
	P(UDPIPv4Checksum, 2);
	P(TCPIPv6Checksum, 1);
	P(UDPIPv6Checksum, 4);
	P(LsoV1, 2);
	P(IPsecV1, 4);
	P(LsoV2IPv4, 1);
	P(LsoV2IPv6, 2);
	P(TcpConnectionIPv4, 1);
	P(TcpConnectionIPv6, 2);
	P(Flags, 1);
	P(IPsecV2, 3);
	P(IPsecV2IPv4, 2);
	P(RscIPv4, 1);
	P(RscIPv6, 2);
	P(EncapsulatedPacketTaskOffload, 1);
	P(EncapsulationTypes, 2);
	P(EncapsulationProtocolParameters.VxlanParameters.VxlanUDPPortNumber, 4789);
	P(UdpSegmentation.IPv4, 1);
	P(UdpSegmentation.IPv6, 2);
	P(UdpRsc.Enabled, 2);
#define E(m, v) AGREES(report_encapsulation, e, m, v)
	E(IPv4.Enabled, 1);
	E(IPv4.EncapsulationType, 2);
	E(IPv4.HeaderSize, 14);
	E(IPv6.Enabled, 2);
	E(IPv6.EncapsulationType, 16);
	E(IPv6.HeaderSize, 22);
#define T(m, v) AGREES(report_connection_parameters, t, m, v)
	T(Encapsulation.IPv4.Enabled, 1);
	T(Encapsulation.IPv4.EncapsulationType, 2);
	T(Encapsulation.IPv4.HeaderSize, 14);
	T(Encapsulation.IPv6.Enabled, 2);
	T(TicksPerSecond, 1000);
	T(TcpAckFrequency, 2);
	T(TcpDelayedAckTicks, 200);
	T(TcpMaximumRetransmissions, 5);
	T(TcpDoubtReachabilityRetransmissions, 3);
	T(TcpSwsPreventionTicks, 5000);
	T(TcpDuplicateAckThreshold, 2);
	T(TcpPushTicks, 500);
	T(NceStaleTicks, 30000);
	T(CongestionAlgorithm, 1);
}
static void sizes_agree_with_the_ddi(void **x)
{
	(void)x;
	assert_int_equal(report_offload.sizes[1], NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_1);
	assert_int_equal(report_offload.sizes[2], NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_2);
	assert_int_equal(report_offload.sizes[3], NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_3);
	assert_int_equal(report_offload.sizes[4], NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_4);
	assert_int_equal(report_offload.sizes[5], NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_5);
	assert_int_equal(report_offload.sizes[6], NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_6);
	assert_int_equal(report_parameters.sizes[1], NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_1);
	assert_int_equal(report_parameters.sizes[4], NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_4);
	assert_int_equal(report_parameters.sizes[5], NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_5);
	assert_int_equal(report_connection.sizes[1], NDIS_SIZEOF_TCP_CONNECTION_OFFLOAD_REVISION_1);
	assert_int_equal(report_encapsulation.sizes[1], NDIS_SIZEOF_OFFLOAD_ENCAPSULATION_REVISION_1);
	assert_int_equal(report_offload.type, NDIS_OBJECT_TYPE_OFFLOAD);
	assert_int_equal(report_encapsulation.type, NDIS_OBJECT_TYPE_OFFLOAD_ENCAPSULATION);
}
static void a_member_counts_only_where_the_bytes_have_it(void **x)
{
	const struct report_field *rsc = find(&report_offload, "Rsc.IPv4.Enabled");
	NDIS_OFFLOAD o = {.Header = {.Type = NDIS_OBJECT_TYPE_OFFLOAD, .Revision = 3, .Size = 156}};

	(void)x;
	assert_true(report_field_present(&report_offload, rsc, &o, 156));
	assert_false(report_field_present(&report_offload, rsc, &o, 144)); /* fewer bytes than the header says */
	o.Header.Size = 112;
	assert_false(report_field_present(&report_offload, rsc, &o, 156)); /* the header's size counts */
	o.Header.Size = 156;
	o.Header.Revision = 2;
	assert_false(report_field_present(&report_offload, rsc, &o, 156));
	o.Header.Revision = 200; /* newer than we know: read as the newest we know */
	assert_true(report_field_present(&report_offload, rsc, &o, 156));
	json_t *j = report_struct_json(&report_offload, &o, 156);

	assert_true(json_is_null(json_object_get(json_object_get(json_object_get(j, "UdpSegmentation"), "IPv4"), "MaxOffLoadSize")));
	assert_true(json_is_false(json_object_get(json_object_get(json_object_get(j, "Rsc"), "IPv4"), "Enabled")));
	json_decref(j);
	for (size_t n = 0; n < 8; n++) { /* any length is safe */
		j = report_struct_json(&report_connection, &o, n);
		json_decref(j);
	}
}
static void words(void **x)
{
	char t[100];
	const struct report_field *ipv4 = find(&report_connection, "SupportIPv4"), *enc = find(&report_connection, "Encapsulation"),
	                          *cap = find(&report_connection, "TcpConnectionOffloadCapacity");

	(void)x;
	assert_string_equal(report_field_text(ipv4, 1, false, t, sizeof(t)), "Yes");
	assert_string_equal(report_field_text(ipv4, 2, false, t, sizeof(t)), "Off");
	assert_string_equal(report_field_text(ipv4, 2, true, t, sizeof(t)), "2 (illegal here)");
	assert_string_equal(report_field_text(ipv4, 3, false, t, sizeof(t)), "3 (illegal)");
	assert_string_equal(report_field_text(enc, 0, false, t, sizeof(t)), "None");
	assert_string_equal(report_field_text(enc, 0x46, false, t, sizeof(t)), "802_3, P_AND_Q, 0x40");
	assert_string_equal(
	        report_field_text(find(&report_offload, "EncapsulatedPacketTaskOffloadGre.RssSupported"), 15, false, t, sizeof(t)),
	        "inner 4+6, outer 4+6");
	assert_string_equal(
	        report_field_text(find(&report_offload, "EncapsulatedPacketTaskOffloadGre.RssSupported"), 2 | 4, false, t, sizeof(t)),
	        "inner 6, outer 4");
	assert_string_equal(report_field_text(cap, 16384, false, t, sizeof(t)), "0n16384");
	assert_string_equal(report_field_text(cap, 2, false, t, sizeof(t)), "2");
	assert_string_equal(report_field_text(find(&report_parameters, "EncapsulatedPacketTaskOffload"), 1, false, t, sizeof(t)), "on");
	assert_string_equal(report_field_text(find(&report_parameters, "LsoV2IPv4"), 1, false, t, sizeof(t)), "off");
}
static void summaries(void **x)
{
	NDIS_TCP_CONNECTION_OFFLOAD c = {.Header = {.Type = 0x80, .Revision = 1, .Size = 20},
	                                 .Encapsulation = 2,
	                                 .SupportIPv4 = 1,
	                                 .TcpConnectionOffloadCapacity = 8};
	NDIS_OFFLOAD_PARAMETERS p = {.Header = {.Type = 0x80, .Revision = 1, .Size = 20}, .TcpConnectionIPv6 = 1};
	char t[300];

	(void)x;
	assert_string_equal(report_struct_summary(&report_connection, &c, 20, t, sizeof(t)),
	                    "NDIS_TCP_CONNECTION_OFFLOAD, 20 bytes: IPv4 only, capacity 8");
	c.SupportIPv4 = 2;
	assert_string_equal(report_struct_summary(&report_connection, &c, 20, t, sizeof(t)),
	                    "NDIS_TCP_CONNECTION_OFFLOAD, 20 bytes: nothing");
	assert_string_equal(report_struct_summary(&report_parameters, &p, 20, t, sizeof(t)),
	                    "NDIS_OFFLOAD_PARAMETERS, 20 bytes: TcpConnectionIPv6 off");
}
/* reporting.md section 8: the encodings that differ from the keywords' and among themselves. */
static void parameters_from_words(void **x)
{
	static const struct {
		const char *member, *value;
		unsigned offset, want;
	} ok[] = {
	        {"TcpConnectionIPv6", "off", 14, 1},
	        {"tcpconnectionipv4", "ON", 13, 2},
	        {"IPv4Checksum", "Tx", 4, 2},
	        {"TCPIPv4Checksum", "both", 5, 4},
	        {"UDPIPv6Checksum", "off", 8, 1},
	        {"TCPIPv6Checksum", "rx", 7, 3},
	        {"LsoV2IPv4", "disabled", 11, 1},
	        {"LsoV1", "no change", 9, 0},
	        {"EncapsulatedPacketTaskOffload", "on", 24, 1},
	        {"EncapsulatedPacketTaskOffload", "off", 24, 2},
	        {"RscIPv4", "2", 22, 2},
	        {"UdpSegmentation.IPv6", "on", 33, 2},
	        {"Flags", "1", 16, 1},
	        {"IPsecV2", "AH+ESP", 20, 4},
	        {"EncapsulationTypes", "VXLAN", 25, 2},
	};
	static const struct {
		const char *member, *value, *want;
	} bad[] = {
	        {"TcpConnectionIPv5", "off", "did you mean TcpConnectionIPv"},
	        {"TcpConnectionIPv6", "maybe", "values: no change|off|on"},
	        {"LsoV2IPv4", "300", "does not fit"},
	        {"*LsoV2IPv4", "0", "its member here is LsoV2IPv4"},
	        {"nonsense", "1", "there are: IPv4Checksum"},
	};
	uint8_t b[64];
	struct err e;
	size_t n;

	(void)x;
	for (size_t i = 0; i < ARRAY_LEN(ok); i++) {
		n = report_parameters_init(b, sizeof(b), 0);
		if (report_parameters_set(b, n, ok[i].member, ok[i].value, &e))
			fail_msg("%s=%s: %s", ok[i].member, ok[i].value, e.text);
		assert_int_equal(b[ok[i].offset], ok[i].want);
		b[ok[i].offset] = 0;
		for (size_t k = 4; k < n; k++)
			assert_int_equal(b[k], 0); /* all else stays NO_CHANGE */
	}
	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		n = report_parameters_init(b, sizeof(b), 0);
		assert_int_not_equal(report_parameters_set(b, n, bad[i].member, bad[i].value, &e), 0);
		if (!strstr(e.text, bad[i].want))
			fail_msg("wanted '%s' in '%s'", bad[i].want, e.text);
	}
	n = report_parameters_init(b, sizeof(b), 0x0006001e);
	assert_int_equal(n, 26);
	assert_int_equal(b[1], 3);
	assert_int_not_equal(report_parameters_set(b, n, "UdpSegmentation.IPv4", "on", &e), 0);
	assert_non_null(strstr(e.text, "new in revision 5"));
	assert_int_equal(report_parameters_init(b, sizeof(b), 0x00060000), 20);
	assert_int_equal(report_parameters_init(b, sizeof(b), 0x00060054), 34);
}
static void versions(void **x)
{
	char t[16];

	(void)x;
	assert_int_equal(report_version_parse("6.84"), 0x00060054);
	assert_int_equal(report_version_parse("6.1"), 0x00060001);
	assert_int_equal(report_version_parse("6"), 0);
	assert_int_equal(report_version_parse("6.1x"), 0);
	assert_string_equal(report_version_text(0x00060014, t, sizeof(t)), "6.20");
}
int main(void)
{
	const struct CMUnitTest tests[] = {
	        cmocka_unit_test(tables_agree_with_the_ddi),
	        cmocka_unit_test(sizes_agree_with_the_ddi),
	        cmocka_unit_test(a_member_counts_only_where_the_bytes_have_it),
	        cmocka_unit_test(words),
	        cmocka_unit_test(summaries),
	        cmocka_unit_test(parameters_from_words),
	        cmocka_unit_test(versions),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
