/*
 * virtio-net, registers (VIRTIO 1.2): status and feature negotiation (2.1, 2.2, 3.1), common configuration (4.1.4.3), ISR (4.1.4.5),
 * notifications (4.1.4.4), device configuration (5.1.4), and all of them through configuration space (4.1.4.9).
 *
 * Registers are reached with accesses of their own width (4.1.3.1); a 64-bit address by its halves or as one. Any other access to the
 * common configuration reads all ones and writes nothing. What the driver may not do in the state the device is in (changing an enabled
 * queue, features after FEATURES_OK) is ignored and noted in the trace.
 */
#include "hw/virtio_net/vnet.h"
#include <string.h>

static const uint8_t know_all = VIRTIO_CONFIG_S_ACKNOWLEDGE | VIRTIO_CONFIG_S_DRIVER | VIRTIO_CONFIG_S_FEATURES_OK |
                                VIRTIO_CONFIG_S_DRIVER_OK | VIRTIO_CONFIG_S_FAILED;

/* -------------------------------------------------------------------------------------------------------- common configuration */
/* FEATURES_OK stays off when the device can't work with what the driver took (1.2, 2.2.2, 3.1.1). */
static bool features_ok(struct nic *n)
{
	struct vnet *v = nic_state(n);
	char text[96];
	const char *lacks = vnet_lacks(v->driver_features, text, sizeof text);
	const unsigned long long foreign = v->driver_features & ~v->offered;
	if (foreign)
		nic_note(n, "features 0x%llx refused: 0x%llx were not offered", (unsigned long long)v->driver_features, foreign);
	else if (lacks)
		nic_note(n, "features 0x%llx refused: %s", (unsigned long long)v->driver_features, lacks);
	else if (!(v->driver_features & VNET_BIT(VIRTIO_F_VERSION_1)))
		nic_note(n, "features 0x%llx refused: without VERSION_1 this is no device", (unsigned long long)v->driver_features);
	else
		return true;
	return false;
}

static void status_write(struct nic *n, uint8_t to)
{
	struct vnet *v = nic_state(n);
	if (!to) {
		vnet_cold(n);
		nic_recover(n);
		nic_note(n, "reset by the driver");
		return;
	}
	uint8_t rise = (uint8_t)(to & know_all & ~v->status);
	if ((rise & VIRTIO_CONFIG_S_FEATURES_OK)) {
		if (features_ok(n)) {
			v->features = v->driver_features;
			nic_note(n, "features 0x%llx accepted", (unsigned long long)v->features);
		} else {
			rise &= (uint8_t) ~(VIRTIO_CONFIG_S_FEATURES_OK | VIRTIO_CONFIG_S_DRIVER_OK);
		}
	}
	if ((rise & VIRTIO_CONFIG_S_DRIVER_OK) && !((v->status | rise) & VIRTIO_CONFIG_S_FEATURES_OK)) {
		nic_note(n, "DRIVER_OK without FEATURES_OK: ignored");
		rise &= (uint8_t)~VIRTIO_CONFIG_S_DRIVER_OK;
	}
	v->status |= rise; /* bits only come, until a reset (1.2, 2.1.1) */
	if (rise & VIRTIO_CONFIG_S_DRIVER_OK)
		for (unsigned i = 0; i < vnet_queues(v); i++)
			if (v->queue[i].enabled)
				vnet_queue_ask(n, &v->queue[i], false);
	if (rise & VIRTIO_CONFIG_S_FAILED)
		nic_note(n, "the driver gave up on the device");
}

static uint16_t vector_of(const struct vnet *v, uint64_t value)
{
	return value < v->build.vectors ? (uint16_t)value : VIRTIO_MSI_NO_VECTOR; /* 1.2, 4.1.5.1.2 */
}

static struct vnet_queue *selected(struct vnet *v)
{
	return v->select < vnet_queues(v) ? &v->queue[v->select] : NULL;
}

static uint64_t *address_of(struct vnet_queue *q, uint64_t offset, unsigned *shift)
{
	*shift = offset & 4 ? 32 : 0;
	switch (offset & ~4ull) {
	case VIRTIO_PCI_COMMON_Q_DESCLO:
		return &q->desc_at;
	case VIRTIO_PCI_COMMON_Q_AVAILLO:
		return &q->avail_at;
	case VIRTIO_PCI_COMMON_Q_USEDLO:
		return &q->used_at;
	default:
		return NULL;
	}
}

/* Bytes of the common configuration's member at an offset, 0: none begins there. */
static unsigned width(uint64_t offset)
{
	switch (offset) {
	case VIRTIO_PCI_COMMON_STATUS:
	case VIRTIO_PCI_COMMON_CFGGENERATION:
		return 1;
	case VIRTIO_PCI_COMMON_MSIX:
	case VIRTIO_PCI_COMMON_NUMQ:
	case VIRTIO_PCI_COMMON_Q_SELECT:
	case VIRTIO_PCI_COMMON_Q_SIZE:
	case VIRTIO_PCI_COMMON_Q_MSIX:
	case VIRTIO_PCI_COMMON_Q_ENABLE:
	case VIRTIO_PCI_COMMON_Q_NOFF:
		return 2;
	default:
		return offset % 4 == 0 && offset < sizeof(struct virtio_pci_common_cfg) ? 4 : 0;
	}
}

static bool width_ok(uint64_t offset, unsigned size)
{
	return size == width(offset) || (size == 8 && offset >= VIRTIO_PCI_COMMON_Q_DESCLO && offset % 8 == 0);
}

static uint64_t common_read(struct nic *n, uint64_t offset, unsigned size)
{
	struct vnet *v = nic_state(n);
	struct vnet_queue *q = selected(v);
	unsigned shift;
	if (!width_ok(offset, size)) {
		nic_note(n, "read of %u bytes at 0x%llx of the common configuration: no member", size, (unsigned long long)offset);
		return UINT64_MAX;
	}
	switch (offset) {
	case VIRTIO_PCI_COMMON_DFSELECT:
		return v->device_select;
	case VIRTIO_PCI_COMMON_DF:
		return v->device_select < 2 ? (uint32_t)(v->offered >> (32 * v->device_select)) : 0;
	case VIRTIO_PCI_COMMON_GFSELECT:
		return v->driver_select;
	case VIRTIO_PCI_COMMON_GF:
		return v->driver_select < 2 ? (uint32_t)(v->driver_features >> (32 * v->driver_select)) : 0;
	case VIRTIO_PCI_COMMON_MSIX:
		return v->config_vector;
	case VIRTIO_PCI_COMMON_NUMQ:
		return vnet_queues(v);
	case VIRTIO_PCI_COMMON_STATUS:
		return v->status;
	case VIRTIO_PCI_COMMON_CFGGENERATION:
		return v->generation;
	case VIRTIO_PCI_COMMON_Q_SELECT:
		return v->select;
	case VIRTIO_PCI_COMMON_Q_SIZE:
		return q ? q->size : 0; /* 0: there is no such queue (1.2, 4.1.4.3.1) */
	case VIRTIO_PCI_COMMON_Q_MSIX:
		return q ? q->vector : VIRTIO_MSI_NO_VECTOR;
	case VIRTIO_PCI_COMMON_Q_ENABLE:
		return q && q->enabled;
	case VIRTIO_PCI_COMMON_Q_NOFF:
		return q ? q->index : 0;
	default: {
		const uint64_t *at = q ? address_of(q, offset, &shift) : NULL;
		return at ? *at >> shift : 0;
	}
	}
}

static void queue_write(struct nic *n, struct vnet_queue *q, uint64_t offset, unsigned size, uint64_t value)
{
	struct vnet *v = nic_state(n);
	unsigned shift;
	if (offset == VIRTIO_PCI_COMMON_Q_MSIX) {
		q->vector = vector_of(v, value);
		return;
	}
	if (q->enabled) { /* 1.2, 4.1.4.3.2 */
		nic_note(n, "queue %u is enabled: 0x%llx to 0x%llx of the common configuration ignored", q->index,
		         (unsigned long long)value, (unsigned long long)offset);
		return;
	}
	switch (offset) {
	case VIRTIO_PCI_COMMON_Q_SIZE:
		if (value < 2 || value > v->build.ring || (value & (value - 1)))
			nic_note(n, "queue %u of %llu entries: a power of two up to %u is needed", q->index, (unsigned long long)value,
			         v->build.ring);
		else
			q->size = (uint16_t)value;
		break;
	case VIRTIO_PCI_COMMON_Q_ENABLE:
		if (value == 1)
			vnet_queue_enable(n, q);
		break;
	default: {
		uint64_t *at = address_of(q, offset, &shift);
		if (at && size == 8)
			*at = value;
		else if (at)
			*at = (*at & ~((uint64_t)UINT32_MAX << shift)) | (value & UINT32_MAX) << shift;
		break;
	}
	}
}

static void common_write(struct nic *n, uint64_t offset, unsigned size, uint64_t value)
{
	struct vnet *v = nic_state(n);
	if (!width_ok(offset, size)) {
		nic_note(n, "write of %u bytes at 0x%llx of the common configuration: no member", size, (unsigned long long)offset);
		return;
	}
	if (offset == VIRTIO_PCI_COMMON_STATUS) {
		status_write(n, (uint8_t)value);
		return;
	}
	switch (offset) {
	case VIRTIO_PCI_COMMON_DFSELECT:
		v->device_select = (uint32_t)value;
		break;
	case VIRTIO_PCI_COMMON_GFSELECT:
		v->driver_select = (uint32_t)value;
		break;
	case VIRTIO_PCI_COMMON_GF:
		if (v->status & VIRTIO_CONFIG_S_FEATURES_OK) {
			nic_note(n, "features after FEATURES_OK: ignored");
		} else if (v->driver_select < 2) {
			const unsigned shift = 32 * v->driver_select;
			v->driver_features = (v->driver_features & ~((uint64_t)UINT32_MAX << shift)) | (value & UINT32_MAX) << shift;
		}
		break;
	case VIRTIO_PCI_COMMON_MSIX:
		v->config_vector = vector_of(v, value);
		break;
	case VIRTIO_PCI_COMMON_Q_SELECT:
		v->select = (uint16_t)value;
		break;
	default:
		if (offset >= VIRTIO_PCI_COMMON_Q_SIZE && selected(v))
			queue_write(n, selected(v), offset, size, value);
		break;
	}
}

/* ---------------------------------------------------------------------------------------------------------------- the other pages */
static uint64_t device_read(const struct vnet *v, uint64_t offset, unsigned size)
{
	const uint64_t o = v->offered;
	struct virtio_net_config c = {
	        .status = v->build.link ? VIRTIO_NET_S_LINK_UP : 0,
	        .max_virtqueue_pairs = o & VNET_BIT(VIRTIO_NET_F_MQ) ? (uint16_t)v->build.pairs : 0,
	        .mtu = o & VNET_BIT(VIRTIO_NET_F_MTU) ? (uint16_t)v->build.mtu : 0,
	        .speed = v->build.link ? v->build.speed : UINT32_MAX,
	        .duplex = v->build.link ? 1 : 0xff,
	};
	uint64_t out = 0;
	if (o & VNET_BIT(VIRTIO_NET_F_MAC))
		memcpy(c.mac, v->build.mac, 6);
	if (offset < sizeof c)
		memcpy(&out, (const uint8_t *)&c + offset, size < sizeof c - offset ? size : sizeof c - offset);
	return out;
}

uint64_t vnet_read(struct nic *n, unsigned bar, uint64_t offset, unsigned size)
{
	struct vnet *v = nic_state(n);
	uint8_t isr;
	if (bar != 0)
		return 0;
	switch (offset & ~0xfffull) {
	case VNET_BAR_COMMON:
		return common_read(n, offset, size);
	case VNET_BAR_ISR:
		if (offset != VNET_BAR_ISR || size != 1)
			return 0;
		isr = v->isr;
		v->isr = 0;
		nic_irq_line(n, false);
		return isr;
	case VNET_BAR_DEVICE:
		return device_read(v, offset - VNET_BAR_DEVICE, size);
	default:
		return 0;
	}
}

void vnet_write(struct nic *n, unsigned bar, uint64_t offset, unsigned size, uint64_t value)
{
	if (bar != 0)
		return;
	if (offset < VNET_BAR_ISR)
		common_write(n, offset, size, value);
	else if (offset >= VNET_BAR_NOTIFY)
		vnet_kick(n, (unsigned)((offset - VNET_BAR_NOTIFY) / VNET_NOTIFY_EVERY));
	/* ISR and, of a modern device, the device configuration are read-only */
}

/* BAR0 through configuration space (1.2, 4.1.4.9): bar, offset and length of the capability say what pci_cfg_data stands for. */
bool vnet_config(struct nic *n, bool write, unsigned offset, unsigned size, uint32_t *value)
{
	struct vnet *v = nic_state(n);
	struct virtio_pci_cap *w = &v->window;
	const unsigned data = VNET_CFG_WINDOW + (unsigned)sizeof *w, at = offset - VNET_CFG_WINDOW;
	if (offset < VNET_CFG_WINDOW || offset + size > data + 4)
		return false;
	if (offset >= data) {
		const uint32_t length = w->length, to = w->offset;
		const bool ok = offset == data && w->bar == 0 && (length == 1 || length == 2 || length == 4) && size == length &&
		                to % length == 0 && to <= VNET_BAR_SIZE - length;
		if (!write)
			*value = ok ? (uint32_t)vnet_read(n, 0, to, length) : UINT32_MAX;
		else if (ok)
			vnet_write(n, 0, to, length, *value);
		return true;
	}
	if (!write) {
		*value = 0;
		memcpy(value, (const uint8_t *)w + at, size);
		return true;
	}
	for (unsigned i = 0; i < size; i++) {
		const unsigned byte = at + i;
		if (byte == VIRTIO_PCI_CAP_BAR || byte >= VIRTIO_PCI_CAP_OFFSET)
			((uint8_t *)w)[byte] = (uint8_t)(*value >> (8 * i));
	}
	return true;
}
