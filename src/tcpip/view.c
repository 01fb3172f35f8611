/*
 * What a report means to the stack: which offloads are on, whether it may hand connections down, and the words for both.
 *
 * A two-bit member is on when it is 1; 0 and 2 both mean off (contract section 6). A block whose Encapsulation is 0 is off. What the structure at hand is too short
 * to hold was not reported. The names of features are those that src/report prints.
 */
#include "tcpip/stack.h"
#include <stdio.h>
#include <string.h>

#define HAS(b, member) ((b)->task_size >= offsetof(NDIS_OFFLOAD, member) + sizeof((b)->task.offload.member))
#define ON(bits)       ((bits) == NDIS_OFFLOAD_SUPPORTED)

struct feature {
	const char *name;
	bool on;
	ULONG encapsulation; /* 0: the block has no such member */
	bool waits;          /* is used only after OID_OFFLOAD_ENCAPSULATION */
};
#define FEATURES 17

static unsigned features(const struct binding *b, struct feature *f)
{
	const NDIS_OFFLOAD *o = &b->task.offload;
	unsigned n = 0;
	if (HAS(b, Checksum)) {
		const NDIS_TCP_IP_CHECKSUM_OFFLOAD *c = &o->Checksum;
		f[n++] = (struct feature){"ChecksumIPv4Transmit", c->IPv4Transmit.Encapsulation && (ON(c->IPv4Transmit.TcpChecksum) || ON(c->IPv4Transmit.UdpChecksum) || ON(c->IPv4Transmit.IpChecksum)), c->IPv4Transmit.Encapsulation, true};
		f[n++] = (struct feature){"ChecksumIPv4Receive", c->IPv4Receive.Encapsulation && (ON(c->IPv4Receive.TcpChecksum) || ON(c->IPv4Receive.UdpChecksum) || ON(c->IPv4Receive.IpChecksum)), c->IPv4Receive.Encapsulation, true};
		f[n++] = (struct feature){"ChecksumIPv6Transmit", c->IPv6Transmit.Encapsulation && (ON(c->IPv6Transmit.TcpChecksum) || ON(c->IPv6Transmit.UdpChecksum)), c->IPv6Transmit.Encapsulation, true};
		f[n++] = (struct feature){"ChecksumIPv6Receive", c->IPv6Receive.Encapsulation && (ON(c->IPv6Receive.TcpChecksum) || ON(c->IPv6Receive.UdpChecksum)), c->IPv6Receive.Encapsulation, true};
	}
	if (HAS(b, LsoV1))
		f[n++] = (struct feature){"LsoV1IPv4", o->LsoV1.IPv4.Encapsulation && o->LsoV1.IPv4.MaxOffLoadSize, o->LsoV1.IPv4.Encapsulation, true};
	if (HAS(b, LsoV2)) {
		f[n++] = (struct feature){"LsoV2IPv4", o->LsoV2.IPv4.Encapsulation && o->LsoV2.IPv4.MaxOffLoadSize, o->LsoV2.IPv4.Encapsulation, true};
		f[n++] = (struct feature){"LsoV2IPv6", o->LsoV2.IPv6.Encapsulation && o->LsoV2.IPv6.MaxOffLoadSize, o->LsoV2.IPv6.Encapsulation, true};
	}
	if (HAS(b, IPsecV1))
		f[n++] = (struct feature){"IPsecV1", o->IPsecV1.Supported.Encapsulation != 0, o->IPsecV1.Supported.Encapsulation, true};
	if (HAS(b, IPsecV2))
		f[n++] = (struct feature){"IPsecV2", o->IPsecV2.Encapsulation != 0, o->IPsecV2.Encapsulation, true};
	if (HAS(b, Rsc)) {
		f[n++] = (struct feature){"RscIPv4", o->Rsc.IPv4.Enabled, 0, false};
		f[n++] = (struct feature){"RscIPv6", o->Rsc.IPv6.Enabled, 0, false};
	}
	if (HAS(b, EncapsulatedPacketTaskOffloadGre)) {
		const NDIS_ENCAPSULATED_PACKET_TASK_OFFLOAD *g = &o->EncapsulatedPacketTaskOffloadGre;
		f[n++] = (struct feature){"EncapsulatedPacketTaskOffloadGre", g->TransmitChecksumOffloadSupported || g->ReceiveChecksumOffloadSupported || g->LsoV2Supported, 0, false};
	}
	if (HAS(b, EncapsulatedPacketTaskOffloadVxlan)) {
		const NDIS_ENCAPSULATED_PACKET_TASK_OFFLOAD_V2 *v = &o->EncapsulatedPacketTaskOffloadVxlan;
		f[n++] = (struct feature){"EncapsulatedPacketTaskOffloadVxlan", v->TransmitChecksumOffloadSupported || v->ReceiveChecksumOffloadSupported || v->LsoV2Supported, 0, false};
	}
	if (HAS(b, Rfc6877Xlat))
		f[n++] = (struct feature){"Rfc6877Xlat", o->Rfc6877Xlat.XlatOffload >= NDIS_RFC6877_464XLAT_OFFLOAD_ENABLED, 0, false};
	if (HAS(b, UdpSegmentation)) {
		f[n++] = (struct feature){"UsoIPv4", o->UdpSegmentation.IPv4.Encapsulation && o->UdpSegmentation.IPv4.MaxOffLoadSize, o->UdpSegmentation.IPv4.Encapsulation, true};
		f[n++] = (struct feature){"UsoIPv6", o->UdpSegmentation.IPv6.Encapsulation && o->UdpSegmentation.IPv6.MaxOffLoadSize, o->UdpSegmentation.IPv6.Encapsulation, true};
	}
	if (HAS(b, UdpRsc))
		f[n++] = (struct feature){"UdpRsc", o->UdpRsc.Enabled, 0, false};
	return n;
}

bool view_task_any(const struct binding *b, ULONG *encapsulations)
{
	struct feature f[FEATURES + 2];
	bool any = false;
	*encapsulations = 0;
	for (unsigned i = 0, n = features(b, f); i < n; i++)
		if (f[i].on) {
			any = true;
			*encapsulations |= f[i].encapsulation;
		}
	return any;
}

/* ---- connection offload */
bool view_is_target(const NDIS_TCP_CONNECTION_OFFLOAD *c, size_t size)
{
	return size >= NDIS_SIZEOF_TCP_CONNECTION_OFFLOAD_REVISION_1 && (ON(c->SupportIPv4) || ON(c->SupportIPv6)) &&
	       (c->Encapsulation & (NDIS_ENCAPSULATION_IEEE_802_3 | NDIS_ENCAPSULATION_IEEE_LLC_SNAP_ROUTED));
}

const char *view_families(const NDIS_TCP_CONNECTION_OFFLOAD *c, size_t size, char *out, size_t max)
{
	const bool four = view_is_target(c, size) && ON(c->SupportIPv4), six = view_is_target(c, size) && ON(c->SupportIPv6);
	if (four && six)
		snprintf(out, max, "IPv4 and IPv6, %u connections", c->TcpConnectionOffloadCapacity);
	else
		snprintf(out, max, "%s", four ? "IPv4 only" : six ? "IPv6 only" : "none");
	return out;
}

bool view_may_offload(const struct binding *b, bool v6, char *why, size_t max)
{
	const NDIS_TCP_CONNECTION_OFFLOAD *c = &b->connection;
	if (b->connection_size < NDIS_SIZEOF_TCP_CONNECTION_OFFLOAD_REVISION_1)
		snprintf(why, max, "not offered to the host stack");
	else if (!ON(v6 ? c->SupportIPv6 : c->SupportIPv4))
		snprintf(why, max, "off in the current configuration");
	else if (!view_is_target(c, b->connection_size))
		snprintf(why, max, "Encapsulation has neither 802.3 nor LLC/SNAP: the report is not recognised");
	else if (!c->TcpConnectionOffloadCapacity)
		snprintf(why, max, "TcpConnectionOffloadCapacity is 0");
	else if (b->upload_all && b->phase != PHASE_ON)
		snprintf(why, max, "NDIS_STATUS_UPLOAD_ALL, no NDIS_STATUS_OFFLOAD_RESUME yet");
	else if (b->phase == PHASE_PAUSED)
		snprintf(why, max, "paused by NDIS_STATUS_OFFLOAD_PAUSE, no NDIS_STATUS_OFFLOAD_RESUME yet");
	else if (b->phase == PHASE_RESUMING)
		snprintf(why, max, "resumed, the capabilities are being asked for");
	else if (b->parameters == SET_FAILED)
		snprintf(why, max, "the driver failed OID_TCP_CONNECTION_OFFLOAD_PARAMETERS with 0x%08X", (unsigned)b->parameters_status);
	else if (b->connections.count[CONN_OFFLOADING] + b->connections.count[CONN_OFFLOADED] >= c->TcpConnectionOffloadCapacity)
		snprintf(why, max, "the capacity of %u connections is used up", c->TcpConnectionOffloadCapacity);
	else
		return true;
	return false;
}

/* ---- the third column */
static void put(json_t *j, const char *name, const char *state, const char *why)
{
	json_object_set_new(j, name, json_pack("{s:s, s:s}", "state", state, "why", why));
}

json_t *view_operational(const struct binding *b)
{
	static const char no_traffic[] = "this version of Flue sends no traffic through the NIC", no_connections[] = "this version of Flue moves no connections down to the NIC";
	struct feature f[FEATURES + 2];
	char why[160];
	json_t *j = json_object();
	for (int v6 = 0; v6 < 2; v6++) {
		const char *name = v6 ? "TcpConnectionIPv6" : "TcpConnectionIPv4";
		if (view_may_offload(b, v6, why, sizeof(why)))
			put(j, name, "not yet", no_connections);
		else
			put(j, name, "No", why);
	}
	for (unsigned i = 0, n = features(b, f); i < n; i++) {
		snprintf(why, sizeof(why), "%s", no_traffic);
		if (!f[i].on)
			snprintf(why, sizeof(why), "off in the current configuration");
		else if (b->task_disabled)
			snprintf(why, sizeof(why), "DisableTaskOffload is 1: the host stack uses no task offload");
		else if (f[i].waits && b->encapsulation == SET_FAILED)
			snprintf(why, sizeof(why), "the driver failed OID_OFFLOAD_ENCAPSULATION with 0x%08X", (unsigned)b->encapsulation_status);
		else if (f[i].waits && b->encapsulation != SET_DONE)
			snprintf(why, sizeof(why), b->medium == NdisMedium802_3 ? "OID_OFFLOAD_ENCAPSULATION was not set: no Encapsulation that the host stack knows"
										 : "not an Ethernet adapter: OID_OFFLOAD_ENCAPSULATION is not set");
		else {
			put(j, f[i].name, "not yet", why);
			continue;
		}
		put(j, f[i].name, "No", why);
	}
	return j;
}
