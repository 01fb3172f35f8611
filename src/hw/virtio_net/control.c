/*
 * virtio-net, the control queue (1.2, 5.1.6.5): receive filter, address, queue pairs. A command is class, command and data to read, and one
 * byte to write the answer into. A command that was not negotiated, or whose data is not what it must be, is answered with
 * VIRTIO_NET_ERR; only a chain without room for the answer stops the device.
 *
 * Limits: BYTES of a command; one batch is 64 commands. Address tables longer than VNET_MACS let everything of that kind in, which the
 * specification allows (filtering is best effort).
 */
#include "hw/virtio_net/vnet.h"
#include <string.h>

#define BATCH 64u
#define BYTES 16384u

struct command {
	uint8_t class, code;
	const uint8_t *data;
	uint32_t bytes;
};

static bool rx_mode(struct vnet *v, const struct command *c)
{
	struct vnet_filter *f = &v->filter;
	bool *const flag[] = {[VIRTIO_NET_CTRL_RX_PROMISC] = &f->promiscuous, [VIRTIO_NET_CTRL_RX_ALLMULTI] = &f->all_multicast,
	                      [VIRTIO_NET_CTRL_RX_ALLUNI] = &f->all_unicast,  [VIRTIO_NET_CTRL_RX_NOMULTI] = &f->no_multicast,
	                      [VIRTIO_NET_CTRL_RX_NOUNI] = &f->no_unicast,    [VIRTIO_NET_CTRL_RX_NOBCAST] = &f->no_broadcast};
	if (c->code >= ARRAY_LEN(flag) || c->bytes != 1 ||
	    !vnet_has(v, c->code <= VIRTIO_NET_CTRL_RX_ALLMULTI ? VIRTIO_NET_F_CTRL_RX : VIRTIO_NET_F_CTRL_RX_EXTRA))
		return false;
	*flag[c->code] = c->data[0];
	return true;
}

/* One table: le32 entries, then the addresses. False: it is not all there. */
static bool mac_table(const uint8_t **at, uint32_t *bytes, uint8_t (*table)[6], unsigned *count, bool *all)
{
	uint32_t entries;
	if (*bytes < sizeof entries)
		return false;
	memcpy(&entries, *at, sizeof entries);
	*at += sizeof entries;
	*bytes -= sizeof entries;
	if (entries > *bytes / 6)
		return false;
	*all = entries > VNET_MACS;
	*count = *all ? 0 : entries;
	memcpy(table, *at, *count * 6ul);
	*at += entries * 6ul;
	*bytes -= entries * 6;
	return true;
}

static bool mac(struct vnet *v, const struct command *c)
{
	struct vnet_filter now = v->filter;
	bool all_unicast, all_multicast;
	const uint8_t *at = c->data;
	uint32_t left = c->bytes;
	switch (c->code) {
	case VIRTIO_NET_CTRL_MAC_TABLE_SET:
		if (!vnet_has(v, VIRTIO_NET_F_CTRL_RX) || !mac_table(&at, &left, now.unicast, &now.unicasts, &all_unicast) ||
		    !mac_table(&at, &left, now.multicast, &now.multicasts, &all_multicast) || left)
			return false;
		now.unicast_overflow = all_unicast;
		now.multicast_overflow = all_multicast;
		v->filter = now;
		return true;
	case VIRTIO_NET_CTRL_MAC_ADDR_SET:
		if (!vnet_has(v, VIRTIO_NET_F_CTRL_MAC_ADDR) || c->bytes != 6)
			return false;
		memcpy(v->filter.mac, c->data, 6);
		return true;
	default:
		return false;
	}
}

static bool pairs(struct vnet *v, const struct command *c)
{
	uint16_t count;
	if (c->code != VIRTIO_NET_CTRL_MQ_VQ_PAIRS_SET || c->bytes != sizeof count || !vnet_has(v, VIRTIO_NET_F_MQ))
		return false;
	memcpy(&count, c->data, sizeof count);
	if (count < VIRTIO_NET_CTRL_MQ_VQ_PAIRS_MIN || count > v->build.pairs)
		return false;
	v->active = count;
	return true;
}

static bool carry_out(struct nic *n, const struct command *c)
{
	struct vnet *v = nic_state(n);
	bool ok = false;
	switch (c->class) {
	case VIRTIO_NET_CTRL_RX:
		ok = rx_mode(v, c);
		break;
	case VIRTIO_NET_CTRL_MAC:
		ok = mac(v, c);
		break;
	case VIRTIO_NET_CTRL_MQ:
		ok = pairs(v, c);
		break;
	default:
		break;
	}
	v->statistics.commands++;
	if (!ok) {
		v->statistics.commands_refused++;
		nic_note(n, "control command %u.%u with %u bytes: refused", c->class, c->code, c->bytes);
	}
	return ok;
}

bool vnet_control_poll(struct nic *n, struct vnet_queue *q)
{
	struct vnet *v = nic_state(n);
	struct vnet_chain *c = &v->chain;
	const uint16_t from = q->next;
	int waiting = vnet_queue_waiting(n, q);
	for (unsigned i = 0; i < BATCH && waiting > 0; i++, waiting--) {
		if (!vnet_queue_peek(n, q, 0, c))
			return false;
		if (!c->in) {
			vnet_fail(n, "queue %u (control), chain %u: no room for the answer", q->index, c->head);
			return false;
		}
		uint8_t *const answer = c->piece[c->out].iov_base;
		struct iovec *piece = c->piece;
		unsigned pieces = c->out;
		const uint32_t have = vnet_take(&piece, &pieces, v->scratch, BYTES);
		const struct command command = {v->scratch[0], v->scratch[1], v->scratch + 2, have - 2};
		const bool ok = have >= 2 && c->out_bytes <= BYTES && carry_out(n, &command);
		*answer = ok ? VIRTIO_NET_OK : VIRTIO_NET_ERR;
		q->next++;
		vnet_queue_put(q, c->head, 1);
	}
	if (waiting < 0)
		return false;
	vnet_queue_publish(n, q);
	return q->next != from;
}
