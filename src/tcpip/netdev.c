/*
 * What Linux is told of the adapter (MM_NET, struct port_net), and what Linux asks of it (MM_NET_SET).
 *
 * Told on the work item at every change, in order, and directly at unbind. What is told is a promise of the host stack, not of the driver:
 * a frame that still asks for more, because Linux had made it before, is done in software.
 *
 * Receive filter: directed, multicast and broadcast always; the multicast list as Linux's memberships are, ALL_MULTICAST when they do not
 * fit, PROMISCUOUS when the user wants it.
 * learn.microsoft.com/windows-hardware/drivers/network/oid-802-3-multicast-list, oid-gen-current-packet-filter
 */
#include "tcpip/path.h"
#include "tcpip/stack.h"
#include <stdio.h>
#include <string.h>

#define LOOKAHEAD 256u /* what the stack's headers need */

/* ---- down to Linux */
static uint32_t large(const struct caps_large *l)
{
	return l->can && l->max ? l->max : 0;
}

static json_t *net_json(struct binding *b, bool up)
{
	struct caps c;
	char mac[18];
	KIRQL old;
	KeAcquireSpinLock(&b->lock, &old);
	const bool use = b->encapsulation == SET_DONE && !b->task_disabled;
	caps_read(&c, &b->task.offload, b->task_size, use ? &b->encapsulation_value : NULL, b->mac_options);
	const uint32_t mtu = b->linux_mtu && b->linux_mtu < b->mtu ? b->linux_mtu : b->mtu;
	const bool running = b->running, link = b->connect != MediaConnectStateDisconnected;
	const uint64_t speed = b->xmit_speed == (ULONG64)-1 ? 0 : b->xmit_speed, generation = ++b->net_generation;
	const unsigned queues = b->path ? (b->rss_queues > 1 ? b->rss_queues : 1) : 0;
	const bool rsc = b->task_size >= NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_3 &&
	                 (b->task.offload.Rsc.IPv4.Enabled || b->task.offload.Rsc.IPv6.Enabled);
	snprintf(mac, sizeof(mac), "%02x:%02x:%02x:%02x:%02x:%02x", b->mac[0], b->mac[1], b->mac[2], b->mac[3], b->mac[4], b->mac[5]);
	KeReleaseSpinLock(&b->lock, old);

	/* Linux's flags are for TCP and UDP alike; what the driver lacks of the two is done in software. Segmentation without checksum is
	 * nothing Linux knows: LSO and USO bring theirs. */
	const uint32_t tso4 = large(&c.lso4) ? large(&c.lso4) : large(&c.lso1), tso6 = large(&c.lso6);
	const uint32_t uso4 = large(&c.uso4), uso6 = large(&c.uso6);
	const bool csum4 = (c.csum4.can && (c.csum4.tcp || c.csum4.udp)) || tso4 || uso4;
	const bool csum6 = (c.csum6.can && (c.csum6.tcp || c.csum6.udp)) || tso6 || uso6;
	const struct caps_large *l = c.lso4.can ? &c.lso4 : c.lso6.can ? &c.lso6 : &c.lso1;
	return json_pack("{s:b, s:b, s:s, s:I, s:b, s:I, s:i, s:b, s:b, s:I, s:I, s:I, s:I, s:I, s:b, s:I}", "up", up, "running",
	                 running && up, "mac", mac, "mtu", (json_int_t)mtu, "link", link, "speed", (json_int_t)speed, "queues", (int)queues,
	                 "csum4", csum4, "csum6", csum6, "tso4", (json_int_t)tso4, "tso6", (json_int_t)tso6, "uso4", (json_int_t)uso4,
	                 "uso6", (json_int_t)uso6, "tso_min", (json_int_t)(l->can ? l->min : 0), "rsc", rsc, "generation",
	                 (json_int_t)generation);
}

void stack_tell_net(struct binding *b, bool up)
{
	json_t *j = stack.net && b->pdo ? net_json(b, up) : NULL;
	if (j)
		stack.net(b->pdo, j);
}

/* ---- the receive side */
static void multicast_list(struct binding *b, unsigned count, uint8_t (*list)[6])
{
	/* The buffer is the driver's while the request is under way, and it may expect pool. */
	uint8_t *copy;
	if (b->medium != NdisMedium802_3 || (!count && !b->multicast_set) || !(copy = stack_alloc(count * 6 + 1)))
		return;
	memcpy(copy, list, count * 6);
	const NDIS_STATUS status = stack_oid(b, NdisRequestSetInformation, OID_802_3_MULTICAST_LIST, copy, count * 6, NULL);
	stack_free(copy);
	b->multicast_set = status == NDIS_STATUS_SUCCESS && count;
	if (status != NDIS_STATUS_SUCCESS)
		stack_note(b, "OID_802_3_MULTICAST_LIST", "host stack: the set failed with 0x%08X", (unsigned)status);
}

void stack_set_receive(struct binding *b, bool on)
{
	ULONG lookahead = b->lookahead && b->lookahead < LOOKAHEAD ? b->lookahead : LOOKAHEAD, filter = 0;
	uint8_t list[TCPIP_MULTICAST][6];
	KIRQL old;
	KeAcquireSpinLock(&b->lock, &old);
	unsigned count = b->multicast_count;
	bool all = b->allmulti;
	memcpy(list, b->multicast, sizeof(list));
	if (on)
		filter = (NDIS_PACKET_TYPE_DIRECTED | NDIS_PACKET_TYPE_MULTICAST | NDIS_PACKET_TYPE_BROADCAST) & b->supported_filters;
	if (count > b->multicast_max) {
		all = true;
		count = 0;
	}
	if (on && all && (b->supported_filters & NDIS_PACKET_TYPE_ALL_MULTICAST))
		filter |= NDIS_PACKET_TYPE_ALL_MULTICAST;
	else if (on && all)
		filter |= NDIS_PACKET_TYPE_PROMISCUOUS & b->supported_filters;
	if (on && b->promisc)
		filter |= NDIS_PACKET_TYPE_PROMISCUOUS & b->supported_filters;
	KeReleaseSpinLock(&b->lock, old);

	if (on && b->medium == NdisMedium802_3) {
		stack_oid(b, NdisRequestSetInformation, OID_GEN_CURRENT_LOOKAHEAD, &lookahead, sizeof(lookahead), NULL);
		multicast_list(b, count, list);
	}
	const ULONG sent = filter;
	if (stack_oid(b, NdisRequestSetInformation, OID_GEN_CURRENT_PACKET_FILTER, &filter, sizeof(filter), NULL) == NDIS_STATUS_SUCCESS)
		b->filter = sent;
}

/* ---- what the user of the netdev wants */
static struct binding *hold(const void *pdo)
{
	struct binding *found = NULL;
	KIRQL old;
	if (!stack.up)
		return NULL;
	KeAcquireSpinLock(&stack.lock, &old);
	list_each(l, &stack.bindings)
	{
		struct binding *b = base_container_of(l, struct binding, link);
		if (b->pdo == pdo && !b->closing) {
			atomic_fetch_add(&b->users, 1);
			found = b;
			break;
		}
	}
	KeReleaseSpinLock(&stack.lock, old);
	return found;
}

static int set(struct binding *b, const struct tcpip_net_set *s, struct err *e)
{
	KIRQL old;
	bool tell = false;
	if (s->mac_set && memcmp(s->mac, b->mac, 6))
		return err_set(
		        e, EOPNOTSUPP,
		        "the MAC address is the driver's to change: `flue keywords NIC NetworkAddress=%02X%02X%02X%02X%02X%02X` restarts "
		        "it with that one",
		        s->mac[0], s->mac[1], s->mac[2], s->mac[3], s->mac[4], s->mac[5]);
	if (s->mtu_set && s->mtu > b->mtu)
		return err_set(e, EINVAL,
		               "MTU %u: the driver reported MtuSize %u; its keyword *JumboPacket may allow more (`flue keywords NIC`)",
		               s->mtu, (unsigned)b->mtu);
	if (s->filter_set && s->promisc && !(b->supported_filters & NDIS_PACKET_TYPE_PROMISCUOUS))
		return err_set(e, EOPNOTSUPP,
		               "promiscuous mode: NDIS_PACKET_TYPE_PROMISCUOUS is not among the driver's SupportedPacketFilters 0x%X",
		               (unsigned)b->supported_filters);
	KeAcquireSpinLock(&b->lock, &old);
	if (s->mtu_set) {
		tell = b->linux_mtu != s->mtu;
		b->linux_mtu = s->mtu;
	}
	if (s->filter_set) {
		b->promisc = s->promisc;
		b->allmulti = s->allmulti || s->count > TCPIP_MULTICAST;
		b->multicast_count = s->count > TCPIP_MULTICAST ? 0 : s->count;
		memcpy(b->multicast, s->multicast, sizeof(b->multicast));
	}
	const bool now = s->filter_set && b->running;
	KeReleaseSpinLock(&b->lock, old);
	if (now)
		stack_set_receive(b, true);
	if (tell)
		stack_tell_net(b, true);
	return 0;
}

int tcpip_net_set(const void *pdo, const struct tcpip_net_set *s, struct err *e)
{
	struct binding *b = hold(pdo);
	if (!b)
		return err_set(e, ENODEV, "the host stack is not bound to this adapter: the driver is not running");
	const int r = set(b, s, e);
	atomic_fetch_sub(&b->users, 1);
	return r;
}
