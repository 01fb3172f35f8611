/*
 * The offload structures, member by member, as data: name, label, place, kind and the revision that brought it. Offsets are of the x64
 * layout (facts/, reporting.md sections 4 to 9). Everything that prints, converts or sets one of them walks these tables.
 */
#include "report/report.h"
#include <inttypes.h>
#include <string.h>

#define F(n, l, o, k, r)                                                                                                                   \
	{                                                                                                                                  \
		.name = n, .label = l, .offset = o, .kind = k, .revision = r                                                               \
	}
#define B(n, l, o, b, w, k, r)                                                                                                             \
	{                                                                                                                                  \
		.name = n, .label = l, .offset = o, .bit = b, .width = w, .kind = k, .revision = r                                         \
	}
#define E(n, l, o, k, r, list)                                                                                                             \
	{                                                                                                                                  \
		.name = n, .label = l, .offset = o, .kind = k, .revision = r, .names = list                                                \
	}
#define BLOCK(l, f, r)                                                                                                                     \
	{                                                                                                                                  \
		.label = l, .fields = f, .count = ARRAY_LEN(f), .revision = r                                                              \
	}

#define CHECKSUM4(id, p, o)                                                                                                                \
	static const struct report_field id[] = {F(p ".Encapsulation", "Encapsulation", o, RK_ENCAP, 1),                                   \
	                                         B(p ".IpOptionsSupported", "IP options", o + 4, 0, 2, RK_SUPPORT, 1),                     \
	                                         B(p ".TcpOptionsSupported", "TCP options", o + 4, 2, 2, RK_SUPPORT, 1),                   \
	                                         B(p ".TcpChecksum", "TCP checksum", o + 4, 4, 2, RK_SUPPORT, 1),                          \
	                                         B(p ".UdpChecksum", "UDP checksum", o + 4, 6, 2, RK_SUPPORT, 1),                          \
	                                         B(p ".IpChecksum", "IP checksum", o + 4, 8, 2, RK_SUPPORT, 1)}
#define CHECKSUM6(id, p, o)                                                                                                                \
	static const struct report_field id[] = {F(p ".Encapsulation", "Encapsulation", o, RK_ENCAP, 1),                                   \
	                                         B(p ".IpExtensionHeadersSupported", "IP extensions", o + 4, 0, 2, RK_SUPPORT, 1),         \
	                                         B(p ".TcpOptionsSupported", "TCP options", o + 4, 2, 2, RK_SUPPORT, 1),                   \
	                                         B(p ".TcpChecksum", "TCP checksum", o + 4, 4, 2, RK_SUPPORT, 1),                          \
	                                         B(p ".UdpChecksum", "UDP checksum", o + 4, 6, 2, RK_SUPPORT, 1)}
CHECKSUM4(csum4tx, "Checksum.IPv4Transmit", 4);
CHECKSUM4(csum4rx, "Checksum.IPv4Receive", 12);
CHECKSUM6(csum6tx, "Checksum.IPv6Transmit", 20);
CHECKSUM6(csum6rx, "Checksum.IPv6Receive", 28);
static const struct report_field lso1[] = {
        F("LsoV1.IPv4.Encapsulation", "Encapsulation", 36, RK_ENCAP, 1),
        F("LsoV1.IPv4.MaxOffLoadSize", "Max size", 40, RK_U32, 1),
        F("LsoV1.IPv4.MinSegmentCount", "Min segments", 44, RK_U32, 1),
        B("LsoV1.IPv4.TcpOptions", "TCP options", 48, 0, 2, RK_SUPPORT, 1),
        B("LsoV1.IPv4.IpOptions", "IP options", 48, 2, 2, RK_SUPPORT, 1),
};
static const struct report_field lso2_4[] = {
        F("LsoV2.IPv4.Encapsulation", "Encapsulation", 80, RK_ENCAP, 1),
        F("LsoV2.IPv4.MaxOffLoadSize", "Max size", 84, RK_U32, 1),
        F("LsoV2.IPv4.MinSegmentCount", "Min segments", 88, RK_U32, 1),
};
static const struct report_field lso2_6[] = {
        F("LsoV2.IPv6.Encapsulation", "Encapsulation", 92, RK_ENCAP, 1),
        F("LsoV2.IPv6.MaxOffLoadSize", "Max size", 96, RK_U32, 1),
        F("LsoV2.IPv6.MinSegmentCount", "Min segments", 100, RK_U32, 1),
        B("LsoV2.IPv6.IpExtensionHeadersSupported", "IP extensions", 104, 0, 2, RK_SUPPORT, 1),
        B("LsoV2.IPv6.TcpOptionsSupported", "TCP options", 104, 2, 2, RK_SUPPORT, 1),
};
static const struct report_field ipsec1[] = {
        F("IPsecV1.Supported.Encapsulation", "Encapsulation", 52, RK_ENCAP, 1),
        F("IPsecV1.Supported.AhEspCombined", "AH+ESP combined", 56, RK_HEX, 1),
        F("IPsecV1.Supported.TransportTunnelCombined", "Transport+tunnel combined", 60, RK_HEX, 1),
        F("IPsecV1.Supported.IPv4Options", "IPv4 options", 64, RK_HEX, 1),
        F("IPsecV1.Supported.Flags", "Flags", 68, RK_HEX, 1),
        B("IPsecV1.IPv4AH.Md5", "AH MD5", 72, 0, 2, RK_SUPPORT, 1),
        B("IPsecV1.IPv4AH.Sha_1", "AH SHA-1", 72, 2, 2, RK_SUPPORT, 1),
        B("IPsecV1.IPv4AH.Transport", "AH transport", 72, 4, 2, RK_SUPPORT, 1),
        B("IPsecV1.IPv4AH.Tunnel", "AH tunnel", 72, 6, 2, RK_SUPPORT, 1),
        B("IPsecV1.IPv4AH.Send", "AH send", 72, 8, 2, RK_SUPPORT, 1),
        B("IPsecV1.IPv4AH.Receive", "AH receive", 72, 10, 2, RK_SUPPORT, 1),
        B("IPsecV1.IPv4ESP.Des", "ESP DES", 76, 0, 2, RK_SUPPORT, 1),
        B("IPsecV1.IPv4ESP.TripleDes", "ESP 3DES", 76, 4, 2, RK_SUPPORT, 1),
        B("IPsecV1.IPv4ESP.NullEsp", "ESP null", 76, 6, 2, RK_SUPPORT, 1),
        B("IPsecV1.IPv4ESP.Transport", "ESP transport", 76, 8, 2, RK_SUPPORT, 1),
        B("IPsecV1.IPv4ESP.Tunnel", "ESP tunnel", 76, 10, 2, RK_SUPPORT, 1),
        B("IPsecV1.IPv4ESP.Send", "ESP send", 76, 12, 2, RK_SUPPORT, 1),
        B("IPsecV1.IPv4ESP.Receive", "ESP receive", 76, 14, 2, RK_SUPPORT, 1),
};
static const struct report_field ipsec2[] = {
        F("IPsecV2.Encapsulation", "Encapsulation", 112, RK_ENCAP, 2),
        F("IPsecV2.IPv6Supported", "IPv6", 116, RK_BOOL, 2),
        F("IPsecV2.IPv4Options", "IPv4 options", 117, RK_BOOL, 2),
        F("IPsecV2.IPv6NonIPsecExtensionHeaders", "IPv6 extensions", 118, RK_BOOL, 2),
        F("IPsecV2.Ah", "AH", 119, RK_BOOL, 2),
        F("IPsecV2.Esp", "ESP", 120, RK_BOOL, 2),
        F("IPsecV2.AhEspCombined", "AH+ESP combined", 121, RK_BOOL, 2),
        F("IPsecV2.Transport", "Transport", 122, RK_BOOL, 2),
        F("IPsecV2.Tunnel", "Tunnel", 123, RK_BOOL, 2),
        F("IPsecV2.TransportTunnelCombined", "Transport+tunnel combined", 124, RK_BOOL, 2),
        F("IPsecV2.LsoSupported", "LSO on secured connections", 125, RK_BOOL, 2),
        F("IPsecV2.ExtendedSequenceNumbers", "Extended sequence numbers", 126, RK_BOOL, 2),
        F("IPsecV2.UdpEsp", "UDP-ESP", 128, RK_HEX, 2),
        F("IPsecV2.AuthenticationAlgorithms", "Authentication algorithms", 132, RK_HEX, 2),
        F("IPsecV2.EncryptionAlgorithms", "Encryption algorithms", 136, RK_HEX, 2),
        F("IPsecV2.SaOffloadCapacity", "SA capacity", 140, RK_U32, 2),
};
static const struct report_field rsc4[] = {F("Rsc.IPv4.Enabled", "Enabled", 144, RK_BOOL, 3)};
static const struct report_field rsc6[] = {F("Rsc.IPv6.Enabled", "Enabled", 145, RK_BOOL, 3)};
#define NIBBLES(p, o, r)                                                                                                                   \
	B(p ".TransmitChecksumOffloadSupported", "Transmit checksum", o, 0, 4, RK_NIBBLE, r),                                              \
	        B(p ".ReceiveChecksumOffloadSupported", "Receive checksum", o, 4, 4, RK_NIBBLE, r),                                        \
	        B(p ".LsoV2Supported", "LSOv2", o, 8, 4, RK_NIBBLE, r), B(p ".RssSupported", "RSS", o, 12, 4, RK_NIBBLE, r),               \
	        B(p ".VmqSupported", "VMQ", o, 16, 4, RK_NIBBLE, r), F(p ".MaxHeaderSizeSupported", "Max header size", o + 4, RK_U32, r)
static const struct report_field gre[] = {NIBBLES("EncapsulatedPacketTaskOffloadGre", 148, 3)};
static const struct report_field vxlan[] = {
        NIBBLES("EncapsulatedPacketTaskOffloadVxlan", 156, 4),
        F("EncapsulatedPacketTaskOffloadVxlan.EncapsulationProtocolInfo.VxlanInfo.VxlanUDPPortNumber", "VXLAN UDP port", 164, RK_U16, 4),
        B("EncapsulatedPacketTaskOffloadVxlan.EncapsulationProtocolInfo.VxlanInfo.VxlanUDPPortNumberConfigurable", "Port configurable", 164,
          16, 1, RK_SUPPORT, 4),
        F("EncapsulationTypes", "Encapsulation types on", 176, RK_ENCTYPES, 4),
};
static const struct report_field xlat[] = {
        E("Rfc6877Xlat.XlatOffload", "464XLAT", 180, RK_ENUM, 5, "not supported;disabled;enabled;on demand"),
        F("Rfc6877Xlat.Flags", "Flags", 184, RK_HEX, 5),
};
static const struct report_field uso4[] = {
        F("UdpSegmentation.IPv4.Encapsulation", "Encapsulation", 188, RK_ENCAP, 6),
        F("UdpSegmentation.IPv4.MaxOffLoadSize", "Max size", 192, RK_U32, 6),
        B("UdpSegmentation.IPv4.MinSegmentCount", "Min segments", 196, 0, 6, RK_BITS, 6),
        B("UdpSegmentation.IPv4.SubMssFinalSegmentSupported", "Sub-MSS final segment", 196, 6, 1, RK_SUPPORT, 6),
};
static const struct report_field uso6[] = {
        F("UdpSegmentation.IPv6.Encapsulation", "Encapsulation", 200, RK_ENCAP, 6),
        F("UdpSegmentation.IPv6.MaxOffLoadSize", "Max size", 204, RK_U32, 6),
        B("UdpSegmentation.IPv6.MinSegmentCount", "Min segments", 208, 0, 6, RK_BITS, 6),
        B("UdpSegmentation.IPv6.SubMssFinalSegmentSupported", "Sub-MSS final segment", 208, 6, 1, RK_SUPPORT, 6),
        B("UdpSegmentation.IPv6.IpExtensionHeadersSupported", "IP extensions", 212, 0, 2, RK_SUPPORT, 6),
};
static const struct report_field uro[] = {F("UdpRsc.Enabled", "Enabled", 216, RK_BOOL, 7)};
static const struct report_field flags[] = {F("Flags", "Flags", 108, RK_HEX, 1)};
/* In the order of enum report_feature from RF_CSUM4TX on; flags last. */
static const struct report_block offload_blocks[] = {
        BLOCK("IPv4 checksum, transmit", csum4tx, 1),
        BLOCK("IPv4 checksum, receive", csum4rx, 1),
        BLOCK("IPv6 checksum, transmit", csum6tx, 1),
        BLOCK("IPv6 checksum, receive", csum6rx, 1),
        BLOCK("Large Send Offload v1 (LSOv1) with TCP/IPv4", lso1, 1),
        BLOCK("Large Send Offload v2 (LSOv2) with TCP/IPv4", lso2_4, 1),
        BLOCK("Large Send Offload v2 (LSOv2) with TCP/IPv6", lso2_6, 1),
        BLOCK("IPsec offload v1", ipsec1, 1),
        BLOCK("IPsec offload v2", ipsec2, 2),
        BLOCK("Receive Segment Coalescing (RSC) with TCP/IPv4", rsc4, 3),
        BLOCK("Receive Segment Coalescing (RSC) with TCP/IPv6", rsc6, 3),
        BLOCK("Encapsulated packets, NVGRE", gre, 3),
        BLOCK("Encapsulated packets, VXLAN", vxlan, 4),
        BLOCK("464XLAT", xlat, 5),
        BLOCK("UDP Segmentation Offload (USO) with IPv4", uso4, 6),
        BLOCK("UDP Segmentation Offload (USO) with IPv6", uso6, 6),
        BLOCK("UDP Receive Offload (URO)", uro, 7),
        BLOCK("Flags", flags, 1),
};
static const uint16_t offload_sizes[] = {7, 112, 144, 156, 177, 188, 216, 217};
const struct report_struct report_offload = {"NDIS_OFFLOAD", 0xA7, offload_blocks, ARRAY_LEN(offload_blocks), offload_sizes};

static const struct report_field connection_fields[] = {
        B("SupportIPv4", "TCP connections over IPv4", 8, 0, 2, RK_SUPPORT, 1),
        B("SupportIPv6", "TCP connections over IPv6", 8, 2, 2, RK_SUPPORT, 1),
        B("SupportIPv6ExtensionHeaders", "IPv6 extension headers", 8, 4, 2, RK_SUPPORT, 1),
        B("SupportSack", "SACK", 8, 6, 2, RK_SUPPORT, 1),
        F("Encapsulation", "Encapsulation", 4, RK_ENCAP, 1),
        F("TcpConnectionOffloadCapacity", "Capacity", 12, RK_U32, 1),
        B("CongestionAlgorithm", "Congestion algorithm (reserved)", 8, 8, 4, RK_BITS, 2),
        F("Flags", "Flags (reserved)", 16, RK_HEX, 1),
};
static const struct report_block connection_blocks[] = {BLOCK("TCP connection offload", connection_fields, 1)};
static const uint16_t connection_sizes[] = {2, 20, 20};
const struct report_struct report_connection = {"NDIS_TCP_CONNECTION_OFFLOAD", 0x80, connection_blocks, ARRAY_LEN(connection_blocks),
                                                connection_sizes};

#define CSUM_VALUES   "no change;off;Tx;Rx;Tx+Rx"
#define SWITCH_VALUES "no change;off;on"
#define IPSEC_VALUES  "no change;off;AH;ESP;AH+ESP"
static const struct report_field parameters_fields[] = {
        E("IPv4Checksum", "IPv4Checksum", 4, RK_ENUM, 1, CSUM_VALUES),
        E("TCPIPv4Checksum", "TCPIPv4Checksum", 5, RK_ENUM, 1, CSUM_VALUES),
        E("UDPIPv4Checksum", "UDPIPv4Checksum", 6, RK_ENUM, 1, CSUM_VALUES),
        E("TCPIPv6Checksum", "TCPIPv6Checksum", 7, RK_ENUM, 1, CSUM_VALUES),
        E("UDPIPv6Checksum", "UDPIPv6Checksum", 8, RK_ENUM, 1, CSUM_VALUES),
        E("LsoV1", "LsoV1", 9, RK_ENUM, 1, SWITCH_VALUES),
        E("IPsecV1", "IPsecV1", 10, RK_ENUM, 1, IPSEC_VALUES),
        E("LsoV2IPv4", "LsoV2IPv4", 11, RK_ENUM, 1, SWITCH_VALUES),
        E("LsoV2IPv6", "LsoV2IPv6", 12, RK_ENUM, 1, SWITCH_VALUES),
        E("TcpConnectionIPv4", "TcpConnectionIPv4", 13, RK_ENUM, 1, SWITCH_VALUES),
        E("TcpConnectionIPv6", "TcpConnectionIPv6", 14, RK_ENUM, 1, SWITCH_VALUES),
        F("Flags", "Flags", 16, RK_HEX, 1),
        E("IPsecV2", "IPsecV2", 20, RK_ENUM, 2, IPSEC_VALUES),
        E("IPsecV2IPv4", "IPsecV2IPv4", 21, RK_ENUM, 2, IPSEC_VALUES),
        E("RscIPv4", "RscIPv4", 22, RK_ENUM, 3, SWITCH_VALUES),
        E("RscIPv6", "RscIPv6", 23, RK_ENUM, 3, SWITCH_VALUES),
        E("EncapsulatedPacketTaskOffload", "EncapsulatedPacketTaskOffload", 24, RK_ENUM, 3, "no change;on;off"),
        F("EncapsulationTypes", "EncapsulationTypes", 25, RK_ENCTYPES, 3),
        F("EncapsulationProtocolParameters.VxlanParameters.VxlanUDPPortNumber", "VxlanUDPPortNumber", 28, RK_U16, 4),
        E("UdpSegmentation.IPv4", "UdpSegmentation.IPv4", 32, RK_ENUM, 5, SWITCH_VALUES),
        E("UdpSegmentation.IPv6", "UdpSegmentation.IPv6", 33, RK_ENUM, 5, SWITCH_VALUES),
        E("UdpRsc.Enabled", "UdpRsc.Enabled", 34, RK_ENUM, 6, SWITCH_VALUES),
};
static const struct report_block parameters_blocks[] = {BLOCK("Offload parameters", parameters_fields, 1)};
static const uint16_t parameters_sizes[] = {6, 20, 22, 26, 32, 34, 35};
const struct report_struct report_parameters = {"NDIS_OFFLOAD_PARAMETERS", 0x80, parameters_blocks, ARRAY_LEN(parameters_blocks),
                                                parameters_sizes};

#define ENCAPSULATION(o)                                                                                                                   \
	F("IPv4.Enabled", "IPv4", o, RK_ONOFF32, 1), F("IPv4.EncapsulationType", "IPv4 encapsulation", o + 4, RK_ENCAP, 1),                \
	        F("IPv4.HeaderSize", "IPv4 header size", o + 8, RK_U32, 1), F("IPv6.Enabled", "IPv6", o + 12, RK_ONOFF32, 1),              \
	        F("IPv6.EncapsulationType", "IPv6 encapsulation", o + 16, RK_ENCAP, 1),                                                    \
	        F("IPv6.HeaderSize", "IPv6 header size", o + 20, RK_U32, 1)
static const struct report_field encapsulation_fields[] = {ENCAPSULATION(4)};
static const struct report_block encapsulation_blocks[] = {BLOCK("Encapsulation", encapsulation_fields, 1)};
static const uint16_t encapsulation_sizes[] = {1, 28};
const struct report_struct report_encapsulation = {"NDIS_OFFLOAD_ENCAPSULATION", 0xA8, encapsulation_blocks,
                                                   ARRAY_LEN(encapsulation_blocks), encapsulation_sizes};
static const struct report_field connection_parameters_fields[] = {
        F("Encapsulation.IPv4.Enabled", "IPv4", 8, RK_ONOFF32, 1),
        F("Encapsulation.IPv4.EncapsulationType", "IPv4 encapsulation", 12, RK_ENCAP, 1),
        F("Encapsulation.IPv4.HeaderSize", "IPv4 header size", 16, RK_U32, 1),
        F("Encapsulation.IPv6.Enabled", "IPv6", 20, RK_ONOFF32, 1),
        F("Encapsulation.IPv6.EncapsulationType", "IPv6 encapsulation", 24, RK_ENCAP, 1),
        F("Encapsulation.IPv6.HeaderSize", "IPv6 header size", 28, RK_U32, 1),
        F("TicksPerSecond", "Ticks per second", 32, RK_U32, 1),
        F("TcpAckFrequency", "ACK frequency", 36, RK_U8, 1),
        F("TcpDelayedAckTicks", "Delayed ACK ticks", 37, RK_U8, 1),
        F("TcpMaximumRetransmissions", "Maximum retransmissions", 38, RK_U8, 1),
        F("TcpDoubtReachabilityRetransmissions", "Doubt reachability after", 39, RK_U8, 1),
        F("TcpSwsPreventionTicks", "SWS prevention ticks", 40, RK_U32, 1),
        F("TcpDuplicateAckThreshold", "Duplicate ACK threshold", 44, RK_U32, 1),
        F("TcpPushTicks", "Push ticks", 48, RK_U32, 1),
        F("NceStaleTicks", "Neighbor stale ticks", 52, RK_U32, 1),
        F("CongestionAlgorithm", "Congestion algorithm (reserved)", 56, RK_U32, 2),
};
static const struct report_block connection_parameters_blocks[] = {
        BLOCK("TCP connection offload parameters", connection_parameters_fields, 1)};
static const uint16_t connection_parameters_sizes[] = {2, 56, 60};
const struct report_struct report_connection_parameters = {"NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS", 0x80, connection_parameters_blocks,
                                                           ARRAY_LEN(connection_parameters_blocks), connection_parameters_sizes};

const struct report_struct *report_struct_find(const char *name)
{
	static const struct report_struct *const all[] = {&report_offload, &report_connection, &report_parameters, &report_encapsulation,
	                                                  &report_connection_parameters};

	for (size_t i = 0; i < ARRAY_LEN(all); i++)
		if (!strcmp(all[i]->name, name))
			return all[i];
	return NULL;
}
