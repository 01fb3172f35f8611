/*
 * virtio-net, the device (VIRTIO 1.2): a modern PCI function (4.1), its interrupts, faults and resets. Registers are in registers.c, queues
 * in queue.c, what flows through them in tx.c, rx.c and control.c, the device's turn in traffic.c, what can be set from outside in
 * settings.c. No legacy interface, no packed rings.
 *
 * BAR0 has a page each for the common configuration, ISR, the device configuration and notifications; BAR1 the MSI-X table. Vendor
 * capabilities in configuration space say so (4.1.4); the one at VNET_CFG_WINDOW gives access to BAR0 by configuration cycles (4.1.4.9).
 *
 * Faults: a bad address or index in a ring, a header that asks for what was not negotiated, stop the device (vnet_fail): no DMA, a finding,
 * DEVICE_NEEDS_RESET, a configuration interrupt. Writing 0 to the status, or a function reset, revives it, cold. Nothing the driver writes
 * can make the device touch memory that is not the machine's, read past a ring, or allocate.
 */
#include "hw/virtio_net/vnet.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

_Static_assert(sizeof(struct virtio_pci_common_cfg) == 56 && sizeof(struct virtio_pci_cap) == 16, "1.2, 4.1.4");

/* ------------------------------------------------------------------------------------------------------------------------- queues */
static bool known(const struct vnet *v, unsigned feature)
{
	return (v->status & VIRTIO_CONFIG_S_FEATURES_OK ? v->features : v->driver_features & v->offered) & VNET_BIT(feature);
}

unsigned vnet_queues(const struct vnet *v)
{
	return 2 * v->build.pairs + (v->offered & VNET_BIT(VIRTIO_NET_F_CTRL_VQ) ? 1 : 0);
}

bool vnet_is_control(const struct vnet *v, unsigned index)
{
	return known(v, VIRTIO_NET_F_CTRL_VQ) && index == (known(v, VIRTIO_NET_F_MQ) ? 2 * v->build.pairs : 2);
}

const char *vnet_queue_name(const struct vnet *v, unsigned index)
{
	return vnet_is_control(v, index) ? "control" : index % 2 ? "transmit" : "receive";
}

/* --------------------------------------------------------------------------------------------------------------------- interrupts */
void vnet_interrupt(struct nic *n, uint16_t vector, uint8_t isr)
{
	struct vnet *v = nic_state(n);
	if (nic_irq_messages(n)) {
		if (vector != VIRTIO_MSI_NO_VECTOR)
			nic_irq(n, vector);
		return;
	}
	v->isr |= isr;
	nic_irq_line(n, true);
}

void vnet_config_changed(struct nic *n)
{
	struct vnet *v = nic_state(n);
	v->generation++;
	if (!(v->status & VIRTIO_CONFIG_S_DRIVER_OK))
		return;
	v->statistics.config_interrupts++;
	vnet_interrupt(n, v->config_vector, VIRTIO_PCI_ISR_CONFIG);
}

void vnet_fail(struct nic *n, const char *fmt, ...)
{
	struct vnet *v = nic_state(n);
	char text[256];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	nic_fail(n, "%s", text);
	if (v->status & VIRTIO_CONFIG_S_NEEDS_RESET)
		return;
	v->status |= VIRTIO_CONFIG_S_NEEDS_RESET;
	vnet_config_changed(n);
}

/* -------------------------------------------------------------------------------------------------------------------------- reset */
/* Everything the driver had set. Settings, the link among them, stay. */
void vnet_cold(struct nic *n)
{
	struct vnet *v = nic_state(n);
	v->device_select = v->driver_select = 0;
	v->driver_features = v->features = 0;
	v->config_vector = VIRTIO_MSI_NO_VECTOR;
	v->select = 0;
	v->status = v->isr = 0;
	memset(v->queue, 0, sizeof v->queue);
	for (unsigned i = 0; i < VNET_QUEUES; i++) {
		v->queue[i].index = (uint16_t)i;
		v->queue[i].size = (uint16_t)v->build.ring;
		v->queue[i].vector = VIRTIO_MSI_NO_VECTOR;
	}
	for (unsigned i = 0; i < VNET_PAIRS; i++) {
		struct vnet_rx *r = &v->rx[i];
		r->first = r->count = r->piece_first = r->piece_count = 0;
		r->room = 0;
	}
	vnet_filter_cold(v);
	memset(v->flow, 0, sizeof v->flow);
	v->active = 1;
	v->guess = 0;
	v->armed = v->starved = v->held.on = false;
	nic_timer(n, VNET_TIMER_STARVED, UINT64_MAX);
	nic_irq_line(n, false);
}

static void destroy_state(struct vnet *v)
{
	if (!v)
		return;
	free(v->scratch);
	free(v->linear);
	free(v->segment);
	free(v);
}

static int create(struct nic *n, struct err *e)
{
	struct vnet *v = calloc(1, sizeof *v);
	if (v) {
		v->scratch = malloc(FRAME_MAX);
		v->linear = malloc(FRAME_MAX);
		v->segment = malloc(FRAME_MAX);
	}
	if (!v || !v->scratch || !v->linear || !v->segment) {
		destroy_state(v);
		return err_set(e, ENOMEM, "out of memory");
	}
	vnet_build_default(&v->build);
	nic_set_state(n, v);
	return 0;
}

static void destroy(struct nic *n)
{
	destroy_state(nic_state(n));
}

static int identify(struct nic *n, struct nic_identity *id, struct err *e)
{
	struct vnet *v = nic_state(n);
	(void)e;
	v->offered = vnet_offered(&v->build);
	*id = (struct nic_identity){
	        .vendor = VNET_VENDOR,
	        .device = VNET_DEVICE,
	        .subvendor = VNET_VENDOR,
	        .subdevice = 0x1100,
	        .class_code = 0x020000,
	        .revision = 1, /* 1.2, 4.1.2.1: not a transitional device */
	        .bar = {{.size = VNET_BAR_SIZE}, {.size = v->build.vectors ? RAM_PAGE : 0}},
	        .msix_vectors = v->build.vectors,
	        .msix_bar = VNET_BAR_MSIX,
	        .msix_table = 0,
	        .msix_pba = 0x800,
	};
	return 0;
}

static void poke(struct nic *n, unsigned at, const void *from, unsigned bytes)
{
	for (unsigned i = 0; i < bytes; i++)
		nic_config_poke(n, at + i, 1, ((const uint8_t *)from)[i]);
}

/* The vendor capabilities, behind those that every NIC here has (1.2, 4.1.4). */
static void capabilities(struct nic *n)
{
	struct vnet *v = nic_state(n);
	static const struct {
		uint8_t at, type;
		uint32_t offset, length;
	} cap[] = {
	        {VNET_CFG_WINDOW, VIRTIO_PCI_CAP_PCI_CFG, 0, 0},
	        {0xb0, VIRTIO_PCI_CAP_COMMON_CFG, VNET_BAR_COMMON, sizeof(struct virtio_pci_common_cfg)},
	        {0xc0, VIRTIO_PCI_CAP_ISR_CFG, VNET_BAR_ISR, 1},
	        {0xd0, VIRTIO_PCI_CAP_DEVICE_CFG, VNET_BAR_DEVICE, sizeof(struct virtio_net_config)},
	        {0xe0, VIRTIO_PCI_CAP_NOTIFY_CFG, VNET_BAR_NOTIFY, VNET_QUEUES * VNET_NOTIFY_EVERY},
	};
	const uint32_t every = VNET_NOTIFY_EVERY;
	for (unsigned i = 0; i < ARRAY_LEN(cap); i++) {
		const bool notify = cap[i].type == VIRTIO_PCI_CAP_NOTIFY_CFG, window = cap[i].type == VIRTIO_PCI_CAP_PCI_CFG;
		const struct virtio_pci_cap c = {.cap_vndr = 9,
		                                 .cap_next = i + 1 < ARRAY_LEN(cap) ? cap[i + 1].at : 0,
		                                 .cap_len = (uint8_t)(sizeof c + (notify || window ? 4 : 0)),
		                                 .cfg_type = cap[i].type,
		                                 .offset = cap[i].offset,
		                                 .length = cap[i].length};
		poke(n, cap[i].at, &c, sizeof c);
		if (notify)
			poke(n, cap[i].at + (unsigned)sizeof c, &every, sizeof every);
		if (window)
			v->window = c;
	}
	nic_config_chain(n, VNET_CFG_WINDOW);
}

static void power_on(struct nic *n)
{
	struct vnet *v = nic_state(n);
	v->offered = vnet_offered(&v->build);
	v->generation = 0;
	memset(&v->statistics, 0, sizeof v->statistics);
	capabilities(n);
	vnet_cold(n);
}

static void reset(struct nic *n)
{
	vnet_cold(n);
	nic_note(n, "function reset");
}

static void timer(struct nic *n, unsigned which)
{
	(void)n;
	(void)which; /* VNET_TIMER_STARVED: the thread is awake, and that was its purpose */
}

const struct nic_model nic_virtio_net = {
        .name = "virtio-net",
        .summary = "Virtio 1.2 network device: modern PCI, split rings, checksum and segmentation offload",
        .vendor = VNET_VENDOR,
        .device = VNET_DEVICE,
        .settings = vnet_settings,
        .recovers = true,
        .create = create,
        .destroy = destroy,
        .set = vnet_set,
        .identify = identify,
        .power_on = power_on,
        .read = vnet_read,
        .write = vnet_write,
        .config = vnet_config,
        .reset = reset,
        .timer = timer,
        .poll = vnet_poll,
        .idle = vnet_idle,
        .show = vnet_show,
};
