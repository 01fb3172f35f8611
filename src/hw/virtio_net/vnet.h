/* virtio-net: what the files of the model share. "1.2, n.m" in comments is a section of Virtual I/O Device (VIRTIO) Version 1.2. */
#pragma once
#include "base/segment.h"
#include "hw/nic.h"
#include <linux/virtio_config.h>
#include <linux/virtio_net.h>
#include <linux/virtio_pci.h>
#include <linux/virtio_ring.h>

#define VNET_VENDOR    0x1af4u
#define VNET_DEVICE    0x1041u /* 0x1040 + device type 1 (1.2, 4.1.2) */
#define VNET_HEADER    12u     /* struct virtio_net_hdr_v1: with VERSION_1 always whole (1.2, 5.1.6) */
#define VNET_PAIRS     8u      /* most queue pairs */
#define VNET_QUEUES    (2 * VNET_PAIRS + 1)
#define VNET_RING_MAX  1024u
#define VNET_RING_MIN  8u
#define VNET_MACS      64u   /* of each table; more: all of that kind pass */
#define VNET_RX_CACHE  128u  /* receive buffers fetched ahead ... */
#define VNET_RX_PIECES 2048u /* ... and their pieces */
#define VNET_FLOWS     256u  /* flow table of MQ: power of two */

/* BAR0: one page for each structure that a capability points at. */
#define VNET_BAR_COMMON   0x0000u
#define VNET_BAR_ISR      0x1000u
#define VNET_BAR_DEVICE   0x2000u
#define VNET_BAR_NOTIFY   0x3000u
#define VNET_BAR_SIZE     0x4000u
#define VNET_NOTIFY_EVERY 4u    /* bytes from one queue's notification register to the next */
#define VNET_BAR_MSIX     1u    /* the vector table's BAR */
#define VNET_CFG_WINDOW   0x5cu /* configuration space: the VIRTIO_PCI_CAP_PCI_CFG capability */

#define VNET_BIT(f) (1ull << (f))

/* What the device was bought with: settings, not changed by any reset. */
struct vnet_build {
	uint64_t features; /* wanted; what is offered leaves out what lacks a feature it needs */
	uint32_t vectors, pairs, ring, mtu, speed, link;
	uint8_t mac[6];
};

/* ---- split virtqueues (1.2, 2.7). The rings are in the machine's memory: every word may change at any time, so each is read once and
 * judged as it was read. What the device decides by is here. */
struct vnet_queue {
	uint16_t index;
	/* registers */
	uint16_t size, vector;
	bool enabled;
	uint64_t desc_at, avail_at, used_at; /* physical */
	/* enabled: the rings, checked as a whole when the queue was enabled */
	const struct vring_desc *desc;
	struct vring_avail *avail;
	struct vring_used *used;
	uint16_t next;      /* first entry of the available ring that is not taken */
	uint16_t used_next; /* next entry of the used ring */
	uint16_t told;      /* used index as last published */
	uint64_t chains, kicks;
};
/* A descriptor chain, copied: first `out` pieces for the device to read, then `in` pieces for it to write. */
struct vnet_chain {
	uint16_t head;
	unsigned out, in;
	uint64_t out_bytes, in_bytes;
	struct iovec piece[VNET_RING_MAX];
};
struct vnet_rx_buffer {
	uint16_t head, pieces;
	uint32_t bytes; /* at most FRAME_MAX + VNET_HEADER are counted */
};
struct vnet_rx { /* buffers of a receive queue that were fetched and not used yet */
	unsigned first, count, piece_first, piece_count;
	uint64_t room;
	struct vnet_rx_buffer buffer[VNET_RX_CACHE];
	struct iovec piece[VNET_RX_PIECES];
};
/* Receive filter (1.2, 5.1.6.5.1, 5.1.6.5.2). Starts with everything let in: filtering is best effort, and a driver that says nothing
 * expects it. */
struct vnet_filter {
	bool promiscuous, all_multicast, all_unicast, no_multicast, no_unicast, no_broadcast;
	bool unicast_overflow, multicast_overflow; /* the driver's table was longer than ours */
	unsigned unicasts, multicasts;
	uint8_t unicast[VNET_MACS][6], multicast[VNET_MACS][6], mac[6];
};
/* A received frame in the device's own memory (`linear`, or pieces of it in `segment`) that goes up as buffers come. */
struct vnet_held {
	bool on, cutting;
	uint8_t pair;
	const uint8_t *frame;
	uint32_t bytes;
	struct frame_info info;
	struct segment_cut cut;
};
struct vnet_statistics {
	uint64_t tx_frames, tx_bytes, tx_errors, rx_frames, rx_bytes, rx_discards, rx_errors, rx_filtered, commands, commands_refused;
	uint64_t interrupts, config_interrupts;
};
struct vnet {
	struct vnet_build build;
	uint64_t offered;
	/* registers: cold after a reset */
	uint32_t device_select, driver_select;
	uint64_t driver_features; /* as written */
	uint64_t features;        /* accepted with FEATURES_OK */
	uint16_t config_vector, select;
	uint8_t status, generation, isr;
	struct virtio_pci_cap window; /* VIRTIO_PCI_CAP_PCI_CFG, as the driver set it */
	struct vnet_queue queue[VNET_QUEUES];
	struct vnet_rx rx[VNET_PAIRS];
	struct vnet_filter filter;
	unsigned active; /* pairs in use (MQ) */
	unsigned guess;  /* pair that the last frame came in by */
	uint8_t flow[VNET_FLOWS];
	bool armed;             /* notifications are asked for */
	bool starved;           /* no receive buffers: frames wait on the wire ... */
	uint64_t starved_until; /* ... until this time */
	struct vnet_held held;
	uint8_t *scratch, *linear, *segment; /* FRAME_MAX bytes each: for the moment; of `held` */
	struct vnet_chain chain;             /* the one that is looked at */
	struct vnet_statistics statistics;
};
#define VNET_TIMER_STARVED 0

static inline bool vnet_has(const struct vnet *v, unsigned feature)
{
	return v->features & VNET_BIT(feature);
}
static inline bool vnet_running(const struct vnet *v)
{
	return (v->status & (VIRTIO_CONFIG_S_DRIVER_OK | VIRTIO_CONFIG_S_NEEDS_RESET)) == VIRTIO_CONFIG_S_DRIVER_OK;
}

/* device.c */
/* The driver did what the device cannot go on from: a finding, DEVICE_NEEDS_RESET and, to a running driver, a configuration interrupt
 * (1.2, 2.1.2). */
void vnet_fail(struct nic *n, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void vnet_config_changed(struct nic *n);                          /* new generation, configuration interrupt */
void vnet_interrupt(struct nic *n, uint16_t vector, uint8_t isr); /* by message, or through ISR and the line */
unsigned vnet_queues(const struct vnet *v);                       /* as num_queues says */
/* Which queue is what (1.2, 5.1.2): receive and transmit by turns, then control behind the last pair the driver knows of. */
bool vnet_is_control(const struct vnet *v, unsigned index);
const char *vnet_queue_name(const struct vnet *v, unsigned index); /* "receive", "transmit", "control" */

void vnet_cold(struct nic *n); /* forgets everything the driver had set; settings, the link among them, stay */

/* registers.c: the vtable's accesses */
uint64_t vnet_read(struct nic *n, unsigned bar, uint64_t offset, unsigned size);
void vnet_write(struct nic *n, unsigned bar, uint64_t offset, unsigned size, uint64_t value);
bool vnet_config(struct nic *n, bool write, unsigned offset, unsigned size, uint32_t *value);

/* settings.c */
extern const char vnet_settings[];
void vnet_build_default(struct vnet_build *b);
int vnet_set(struct nic *n, const char *name, const char *value, bool running, struct err *e);
json_t *vnet_show(struct nic *n);
uint64_t vnet_offered(const struct vnet_build *b);
/* The feature of `accepted` that needs one that is not accepted, as text "HOST_TSO4 without CSUM"; NULL: none (1.2, 5.1.3.1). */
const char *vnet_lacks(uint64_t accepted, char *text, size_t max);

/* queue.c */
/* Enables: checks the rings against the machine's memory. False: a finding was made and the device stopped. */
bool vnet_queue_enable(struct nic *n, struct vnet_queue *q);
/* Chains the driver has made available and nobody took. -1: the ring is broken or the device may not reach it, and it stopped. */
int vnet_queue_waiting(struct nic *n, struct vnet_queue *q);
/* The chain `ahead` entries after q->next, copied and checked; the ring is left as it is. False: the device stopped. */
bool vnet_queue_peek(struct nic *n, struct vnet_queue *q, unsigned ahead, struct vnet_chain *c);
void vnet_queue_put(struct vnet_queue *q, uint16_t head, uint32_t written); /* into the used ring, not published yet */
void vnet_queue_publish(struct nic *n, struct vnet_queue *q);               /* what was put; interrupts if the driver wants to know */
void vnet_queue_ask(struct nic *n, struct vnet_queue *q, bool kicks);       /* is the driver to notify of the next chain? */

/* traffic.c: the device's turn */
bool vnet_poll(struct nic *n);
bool vnet_idle(struct nic *n);
void vnet_kick(struct nic *n, unsigned index);

/* tx.c, rx.c, control.c: up to one batch; true: something was done */
bool vnet_tx_poll(struct nic *n, struct vnet_queue *q);
bool vnet_rx_poll(struct nic *n);
bool vnet_control_poll(struct nic *n, struct vnet_queue *q);
void vnet_filter_cold(struct vnet *v);
/* rx.c: a hash of the frame's addresses and ports, the same both ways; 0: no IP. For MQ: a flow comes in where it goes out. */
uint32_t vnet_flow_hash(const uint8_t *head, uint32_t have, uint32_t bytes);
/* Copies up to `max` bytes from pieces, and cuts them off there; returns how many. */
uint32_t vnet_take(struct iovec **piece, unsigned *pieces, void *to, uint32_t max);
