/*
 * A virtio driver in a test's hand: board.h's machine, split rings in its memory, and the other end of the cable (toe/cable.h). Everything
 * goes the way a driver goes: capabilities, common configuration, rings, notifications.
 */
#pragma once
#include "../board.h"
#include "../toe/cable.h"
#include "../toe/frames.h"
#include "hw/virtio_net/vnet.h"

#define VN_SPEC     "virtio-net,mac=02:f1:e0:70:31:00" /* rig_mac: frames.h's frames go there */
#define VN_QUEUE(i) (BOARD_POOL + (i)*0x10000u) /* descriptors; available ring at +0x4000, used ring at +0x8000, indirect at +0xc000 */
#define VN_DATA     (BOARD_POOL + 0x100000u)
#define VN_PHYS(o)  (RAM_PHYS_BASE + (o))
#define VN_SIZE     64u
#define VN_ALL      (~0ull)
#define VN_F(f)     (1ull << (f))
enum { RX, TX, CTRL };

static uint64_t vn_features;
static uint16_t vn_avail[VNET_QUEUES], vn_seen[VNET_QUEUES], vn_desc[VNET_QUEUES];
static uint32_t vn_data;
static struct nic *vn;

static inline uint64_t vn_rd(uint64_t offset, unsigned size)
{
	uint64_t v = 0;
	assert_int_equal(bus_machine_access(0, 0, offset, false, size, &v), 0);
	return size == 8 ? v : v & ((1ull << (size * 8)) - 1);
}
static inline void vn_wr(uint64_t offset, unsigned size, uint64_t v)
{
	assert_int_equal(bus_machine_access(0, 0, offset, true, size, &v), 0);
}
static inline uint8_t vn_status(void)
{
	return (uint8_t)vn_rd(VIRTIO_PCI_COMMON_STATUS, 1);
}
static inline struct vring_desc *vn_table(unsigned q)
{
	return (void *)(board_ram + VN_QUEUE(q));
}
static inline struct vring_avail *vn_ring(unsigned q)
{
	return (void *)(board_ram + VN_QUEUE(q) + 0x4000);
}
static inline struct vring_used *vn_used(unsigned q)
{
	return (void *)(board_ram + VN_QUEUE(q) + 0x8000);
}
static inline struct vring_desc *vn_indirect(unsigned q)
{
	return (void *)(board_ram + VN_QUEUE(q) + 0xc000);
}
static inline uint32_t vn_alloc(uint32_t bytes)
{
	const uint32_t at = vn_data;
	vn_data += ALIGN_UP_TO(bytes, 64u);
	assert_true(vn_data <= BOARD_RAM);
	return at;
}
static inline uint64_t vn_offered(void)
{
	uint64_t f = 0;
	for (unsigned i = 0; i < 2; i++) {
		vn_wr(VIRTIO_PCI_COMMON_DFSELECT, 4, i);
		f |= vn_rd(VIRTIO_PCI_COMMON_DF, 4) << (32 * i);
	}
	return f;
}
static inline bool vn_negotiate(uint64_t features)
{
	vn_wr(VIRTIO_PCI_COMMON_STATUS, 1, 0);
	assert_int_equal(vn_status(), 0);
	vn_wr(VIRTIO_PCI_COMMON_STATUS, 1, 3);
	for (unsigned i = 0; i < 2; i++) {
		vn_wr(VIRTIO_PCI_COMMON_GFSELECT, 4, i);
		vn_wr(VIRTIO_PCI_COMMON_GF, 4, (uint32_t)(features >> (32 * i)));
	}
	vn_wr(VIRTIO_PCI_COMMON_STATUS, 1, 3 | VIRTIO_CONFIG_S_FEATURES_OK);
	vn_features = features;
	return vn_status() & VIRTIO_CONFIG_S_FEATURES_OK;
}
static inline void vn_queue(unsigned q, unsigned size, unsigned vector)
{
	memset(board_ram + VN_QUEUE(q), 0, 0x10000);
	vn_avail[q] = vn_seen[q] = vn_desc[q] = 0;
	vn_wr(VIRTIO_PCI_COMMON_Q_SELECT, 2, q);
	assert_true(vn_rd(VIRTIO_PCI_COMMON_Q_SIZE, 2) >= size);
	vn_wr(VIRTIO_PCI_COMMON_Q_SIZE, 2, size);
	vn_wr(VIRTIO_PCI_COMMON_Q_MSIX, 2, vector);
	vn_wr(VIRTIO_PCI_COMMON_Q_DESCLO, 4, (uint32_t)VN_PHYS(VN_QUEUE(q)));
	vn_wr(VIRTIO_PCI_COMMON_Q_DESCHI, 4, VN_PHYS(VN_QUEUE(q)) >> 32);
	vn_wr(VIRTIO_PCI_COMMON_Q_AVAILLO, 4, (uint32_t)VN_PHYS(VN_QUEUE(q) + 0x4000));
	vn_wr(VIRTIO_PCI_COMMON_Q_AVAILHI, 4, VN_PHYS(VN_QUEUE(q)) >> 32);
	vn_wr(VIRTIO_PCI_COMMON_Q_USEDLO, 4, (uint32_t)VN_PHYS(VN_QUEUE(q) + 0x8000));
	vn_wr(VIRTIO_PCI_COMMON_Q_USEDHI, 4, VN_PHYS(VN_QUEUE(q)) >> 32);
	vn_wr(VIRTIO_PCI_COMMON_Q_ENABLE, 2, 1);
}
/* Through initialization (1.2, 3.1.1) with those of `mask` that are offered. */
static inline void vn_start(uint64_t mask)
{
	const uint64_t features = vn_offered() & mask;
	assert_true(vn_negotiate(features));
	const unsigned queues = (unsigned)vn_rd(VIRTIO_PCI_COMMON_NUMQ, 2);
	vn_data = VN_DATA;
	vn_wr(VIRTIO_PCI_COMMON_MSIX, 2, 3);
	for (unsigned i = 0; i < queues; i++)
		vn_queue(i, VN_SIZE, i % 3);
	vn_wr(VIRTIO_PCI_COMMON_STATUS, 1, 3 | VIRTIO_CONFIG_S_FEATURES_OK | VIRTIO_CONFIG_S_DRIVER_OK);
	assert_int_equal(vn_status(), 3 | VIRTIO_CONFIG_S_FEATURES_OK | VIRTIO_CONFIG_S_DRIVER_OK);
}
static inline void vn_plug(const char *spec, bool gso, uint32_t flags)
{
	cable.fd = eventfd(0, EFD_NONBLOCK);
	cable.gso = gso;
	cable.full = 0;
	memset(&cable.in, 0, sizeof cable.in);
	memset(&cable.out, 0, sizeof cable.out);
	board_wire = &cable;
	vn = board_up(spec, flags);
	const unsigned vectors = nic_identity(vn)->msix_vectors;
	bus_machine_start(0, vectors);
}
static inline void vn_up(const char *spec, uint64_t mask)
{
	vn_plug(spec, true, 0);
	vn_start(mask);
}

/* ------------------------------------------------------------------------------------------------------------------------- chains */
struct vn_piece {
	uint32_t at, bytes;
	bool write;
};
static inline void vn_kick(unsigned q)
{
	vn_wr(VNET_BAR_NOTIFY + q * VNET_NOTIFY_EVERY, 2, q);
}
/* Makes what is at `head` available; notifies if the device wants to know. Returns whether it did. */
static inline bool vn_avail_put(unsigned q, uint16_t head)
{
	const uint16_t old = vn_avail[q]++;
	vn_ring(q)->ring[old % VN_SIZE] = head;
	__atomic_store_n(&vn_ring(q)->idx, vn_avail[q], __ATOMIC_SEQ_CST);
	__atomic_thread_fence(__ATOMIC_SEQ_CST);
	bool wants;
	if (vn_features & VN_F(VIRTIO_RING_F_EVENT_IDX))
		wants = vring_need_event(*(volatile uint16_t *)&vn_used(q)->ring[VN_SIZE], vn_avail[q], old);
	else
		wants = !(*(volatile uint16_t *)&vn_used(q)->flags & VRING_USED_F_NO_NOTIFY);
	if (wants)
		vn_kick(q);
	return wants;
}
static inline void vn_describe(struct vring_desc *d, unsigned first, unsigned modulo, const struct vn_piece *p, unsigned count)
{
	for (unsigned i = 0; i < count; i++)
		d[(first + i) % modulo] = (struct vring_desc){
		        .addr = VN_PHYS(p[i].at),
		        .len = p[i].bytes,
		        .flags = (uint16_t)((p[i].write ? VRING_DESC_F_WRITE : 0) | (i + 1 < count ? VRING_DESC_F_NEXT : 0)),
		        .next = (uint16_t)((first + i + 1) % modulo)};
}
/* Returns the head. */
static inline uint16_t vn_post(unsigned q, const struct vn_piece *p, unsigned count)
{
	const uint16_t head = vn_desc[q];
	vn_describe(vn_table(q), head, VN_SIZE, p, count);
	vn_desc[q] = (uint16_t)((head + count) % VN_SIZE);
	vn_avail_put(q, head);
	return head;
}
static inline uint16_t vn_post_indirect(unsigned q, const struct vn_piece *p, unsigned count)
{
	const uint16_t head = vn_desc[q];
	vn_describe(vn_indirect(q), 0, VN_SIZE, p, count);
	vn_table(q)[head] = (struct vring_desc){
	        .addr = VN_PHYS(VN_QUEUE(q) + 0xc000), .len = count * (uint32_t)sizeof(struct vring_desc), .flags = VRING_DESC_F_INDIRECT};
	vn_desc[q] = (uint16_t)((head + 1) % VN_SIZE);
	vn_avail_put(q, head);
	return head;
}
/* The next used element; waits up to a second. */
static inline bool vn_next_used(unsigned q, struct vring_used_elem *e, unsigned ms)
{
	for (unsigned i = 0; i <= ms * 10; i++) {
		if (__atomic_load_n(&vn_used(q)->idx, __ATOMIC_ACQUIRE) != vn_seen[q]) {
			*e = vn_used(q)->ring[vn_seen[q]++ % VN_SIZE];
			return true;
		}
		usleep(100);
	}
	return false;
}
static inline uint16_t vn_send(struct virtio_net_hdr_v1 h, const void *frame, uint32_t bytes)
{
	const struct vn_piece p[2] = {{vn_alloc(VNET_HEADER), VNET_HEADER, false}, {vn_alloc(bytes), bytes, false}};
	memcpy(board_ram + p[0].at, &h, VNET_HEADER);
	memcpy(board_ram + p[1].at, frame, bytes);
	return vn_post(TX, p, 2);
}
/* Posts `count` receive buffers of `bytes` each; the first one's place. */
static inline uint32_t vn_fill(unsigned count, uint32_t bytes)
{
	const uint32_t at = vn_alloc(count * ALIGN_UP_TO(bytes, 64u));
	for (unsigned i = 0; i < count; i++) {
		const struct vn_piece p = {at + i * ALIGN_UP_TO(bytes, 64u), bytes, true};
		vn_post(RX, &p, 1);
	}
	return at;
}
/* One received frame: puts it together from the buffers that it came in. */
struct vn_got {
	struct virtio_net_hdr_v1 h;
	uint32_t bytes;
	uint8_t data[70000];
};
static inline bool vn_receive(struct vn_got *g, unsigned ms)
{
	struct vring_used_elem e;
	if (!vn_next_used(RX, &e, ms))
		return false;
	g->bytes = 0;
	for (unsigned left = 1, first = 1; left; left--, first = 0) {
		if (!first)
			assert_true(vn_next_used(RX, &e, 0)); /* all buffers of a frame at once */
		assert_true(e.id < VN_SIZE);
		uint16_t d = (uint16_t)e.id;
		uint32_t len = e.len, skip = first ? VNET_HEADER : 0, at = 0;
		for (;; d = vn_table(RX)[d].next) {
			const struct vring_desc *v = &vn_table(RX)[d];
			const uint32_t here = v->len < len ? v->len : len;
			for (uint32_t i = 0; i < here; i++, at++) {
				const uint8_t byte = board_ram[v->addr - RAM_PHYS_BASE + i];
				if (at < skip)
					((uint8_t *)&g->h)[at] = byte;
				else
					g->data[g->bytes++] = byte;
			}
			len -= here;
			if (!len)
				break;
		}
		if (first)
			left = g->h.num_buffers;
	}
	return true;
}
/* A control command; the answer, 0xff: none came. */
static inline uint8_t vn_command(uint8_t class, uint8_t code, const void *data, uint32_t bytes)
{
	struct vring_used_elem e;
	const struct vn_piece p[3] = {{vn_alloc(2), 2, false}, {vn_alloc(bytes), bytes, false}, {vn_alloc(1), 1, true}};
	board_ram[p[0].at] = class;
	board_ram[p[0].at + 1] = code;
	memcpy(board_ram + p[1].at, data, bytes);
	board_ram[p[2].at] = 0xff;
	vn_post(CTRL, p, 3);
	assert_true(vn_next_used(CTRL, &e, 1000));
	assert_int_equal(e.len, 1);
	return board_ram[p[2].at];
}
