/*
 * What a report means to the stack: which offloads are on, whether it may hand connections down, and the words for both.
 *
 * A two-bit member is on when it is 1; 0 and 2 both mean off (contract section 6). A block whose Encapsulation is 0 is off. What the
 * structure at hand is too short to hold was not reported. The names of features are those that src/report prints.
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
struct feature_list {
	struct feature f[24];
	unsigned n;
};

/* A block with an Encapsulation member: off when that is 0. */
static void block(struct feature_list *l, const char *name, ULONG encapsulation, bool on)
{
	l->f[l->n++] = (struct feature){name, on && encapsulation, encapsulation, true};
}

static void single(struct feature_list *l, const char *name, bool on)
{
	l->f[l->n++] = (struct feature){.name = name, .on = on};
}

static struct feature_list features(const struct binding *b)
{
	const NDIS_OFFLOAD *o = &b->task.offload;
	struct feature_list l = {.n = 0};
	if (HAS(b, Checksum)) {
		const NDIS_TCP_IP_CHECKSUM_OFFLOAD *c = &o->Checksum;
#define ANY4(m) (ON(c->m.TcpChecksum) || ON(c->m.UdpChecksum) || ON(c->m.IpChecksum))
#define ANY6(m) (ON(c->m.TcpChecksum) || ON(c->m.UdpChecksum))
		block(&l, "ChecksumIPv4Transmit", c->IPv4Transmit.Encapsulation, ANY4(IPv4Transmit));
		block(&l, "ChecksumIPv4Receive", c->IPv4Receive.Encapsulation, ANY4(IPv4Receive));
		block(&l, "ChecksumIPv6Transmit", c->IPv6Transmit.Encapsulation, ANY6(IPv6Transmit));
		block(&l, "ChecksumIPv6Receive", c->IPv6Receive.Encapsulation, ANY6(IPv6Receive));
	}
	if (HAS(b, LsoV1))
		block(&l, "LsoV1IPv4", o->LsoV1.IPv4.Encapsulation, o->LsoV1.IPv4.MaxOffLoadSize);
	if (HAS(b, LsoV2)) {
		block(&l, "LsoV2IPv4", o->LsoV2.IPv4.Encapsulation, o->LsoV2.IPv4.MaxOffLoadSize);
		block(&l, "LsoV2IPv6", o->LsoV2.IPv6.Encapsulation, o->LsoV2.IPv6.MaxOffLoadSize);
	}
	if (HAS(b, IPsecV1))
		block(&l, "IPsecV1", o->IPsecV1.Supported.Encapsulation, true);
	if (HAS(b, IPsecV2))
		block(&l, "IPsecV2", o->IPsecV2.Encapsulation, true);
	if (HAS(b, Rsc)) {
		single(&l, "RscIPv4", o->Rsc.IPv4.Enabled);
		single(&l, "RscIPv6", o->Rsc.IPv6.Enabled);
	}
	if (HAS(b, EncapsulatedPacketTaskOffloadGre)) {
		const NDIS_ENCAPSULATED_PACKET_TASK_OFFLOAD *g = &o->EncapsulatedPacketTaskOffloadGre;
		single(&l, "EncapsulatedPacketTaskOffloadGre",
		       g->TransmitChecksumOffloadSupported || g->ReceiveChecksumOffloadSupported || g->LsoV2Supported);
	}
	if (HAS(b, EncapsulatedPacketTaskOffloadVxlan)) {
		const NDIS_ENCAPSULATED_PACKET_TASK_OFFLOAD_V2 *v = &o->EncapsulatedPacketTaskOffloadVxlan;
		single(&l, "EncapsulatedPacketTaskOffloadVxlan",
		       v->TransmitChecksumOffloadSupported || v->ReceiveChecksumOffloadSupported || v->LsoV2Supported);
	}
	if (HAS(b, Rfc6877Xlat))
		single(&l, "Rfc6877Xlat", o->Rfc6877Xlat.XlatOffload >= NDIS_RFC6877_464XLAT_OFFLOAD_ENABLED);
	if (HAS(b, UdpSegmentation)) {
		block(&l, "UsoIPv4", o->UdpSegmentation.IPv4.Encapsulation, o->UdpSegmentation.IPv4.MaxOffLoadSize);
		block(&l, "UsoIPv6", o->UdpSegmentation.IPv6.Encapsulation, o->UdpSegmentation.IPv6.MaxOffLoadSize);
	}
	if (HAS(b, UdpRsc))
		single(&l, "UdpRsc", o->UdpRsc.Enabled);
	return l;
}

bool view_task_any(const struct binding *b, ULONG *encapsulations)
{
	const struct feature_list l = features(b);
	bool any = false;
	*encapsulations = 0;
	for (unsigned i = 0; i < l.n; i++)
		if (l.f[i].on) {
			any = true;
			*encapsulations |= l.f[i].encapsulation;
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
	static const char no_traffic[] = "this run has no netdev: no traffic goes through the NIC";
	static const char no_connections[] = "this run has no netdev: there are no connections to move down";
	const struct feature_list l = features(b);
	char why[160];
	json_t *j = json_object();
	for (int v6 = 0; v6 < 2; v6++) {
		const char *name = v6 ? "TcpConnectionIPv6" : "TcpConnectionIPv4";
		if (view_may_offload(b, v6, why, sizeof(why)))
			put(j, name, b->offload ? "Yes" : "not yet", b->offload ? "connections of --serve go down" : no_connections);
		else
			put(j, name, "No", why);
	}
	for (unsigned i = 0; i < l.n; i++) {
		const struct feature *f = &l.f[i];
		if (!f->on)
			snprintf(why, sizeof(why), "off in the current configuration");
		else if (b->task_disabled)
			snprintf(why, sizeof(why), "DisableTaskOffload is 1: the host stack uses no task offload");
		else if (f->waits && b->encapsulation == SET_FAILED)
			snprintf(why, sizeof(why), "the driver failed OID_OFFLOAD_ENCAPSULATION with 0x%08X",
			         (unsigned)b->encapsulation_status);
		else if (f->waits && b->medium != NdisMedium802_3)
			snprintf(why, sizeof(why), "not an Ethernet adapter: OID_OFFLOAD_ENCAPSULATION is not set");
		else if (f->waits && b->encapsulation != SET_DONE)
			snprintf(why, sizeof(why), "OID_OFFLOAD_ENCAPSULATION was not set: no Encapsulation that the host stack knows");
		else {
			put(j, f->name, b->path ? "Yes" : "not yet", b->path ? "used on the netdev's traffic" : no_traffic);
			continue;
		}
		put(j, f->name, "No", why);
	}
	return j;
}
