/*
 * virtio-net, split virtqueues (1.2, 2.7): reading chains, giving them back, notifications both ways.
 *
 * The three parts of a queue are checked as a whole when it is enabled and reached by pointer afterwards; bus mastering is looked at again
 * in every batch (vnet_queue_waiting). Entries and descriptors are read once, copied, and judged as copied; nothing that the driver can
 * write is read back as if it were the device's. What is wrong stops the device with a finding that names queue and descriptor.
 *
 * Notifications: while the device is awake it asks for none (EVENT_IDX: avail_event stays behind; else VRING_USED_F_NO_NOTIFY); before it
 * sleeps it asks, and looks once more (traffic.c). In serial mode it asks always. Interrupts: EVENT_IDX's used_event, else
 * VRING_AVAIL_F_NO_INTERRUPT (1.2, 2.7.7).
 *
 * Limits: 8 to 1024 entries. A chain has at most as many pieces as the queue has entries (1.2, 2.7.5.3.1), in an indirect table or not;
 * what is longer is a loop. A piece has 1 byte to 4 GiB.
 */
#include "hw/virtio_net/vnet.h"
#include <stdatomic.h>
#include <string.h>

_Static_assert(sizeof(struct vring_desc) == 16 && sizeof(struct vring_used_elem) == 8 && sizeof(struct virtio_net_hdr_v1) == VNET_HEADER,
               "1.2, 2.7.5 and 5.1.6");

static size_t desc_bytes(const struct vnet_queue *q)
{
	return q->size * sizeof(struct vring_desc);
}
static size_t avail_bytes(const struct vnet_queue *q)
{
	return 6 + 2u * q->size;
}
static size_t used_bytes(const struct vnet_queue *q)
{
	return 6 + 8u * q->size;
}

bool vnet_queue_enable(struct nic *n, struct vnet_queue *q)
{
	struct vnet *v = nic_state(n);
	const char *name = vnet_queue_name(v, q->index);
	const struct part {
		const char *what;
		uint64_t at;
		size_t bytes, align;
	} part[3] = {{"descriptor table", q->desc_at, desc_bytes(q), 16},
	             {"available ring", q->avail_at, avail_bytes(q), 2},
	             {"used ring", q->used_at, used_bytes(q), 4}};
	void *map[3];
	for (unsigned i = 0; i < 3; i++) {
		const unsigned long long at = part[i].at;
		if (at % part[i].align) {
			vnet_fail(n, "queue %u (%s): its %s at 0x%llx is not %zu-byte aligned", q->index, name, part[i].what, at,
			          part[i].align);
			return false;
		}
		if (!nic_dma_ok(n, at, part[i].bytes)) {
			vnet_fail(n, "queue %u (%s): its %s, %zu bytes at 0x%llx, is not the machine's memory", q->index, name,
			          part[i].what, part[i].bytes, at);
			return false;
		}
		map[i] = nic_dma_map(n, at, part[i].bytes);
		if (!map[i]) {
			vnet_fail(n, "queue %u (%s): its %s is out of reach", q->index, name, part[i].what);
			return false;
		}
	}
	q->desc = map[0];
	q->avail = map[1];
	q->used = map[2];
	q->next = q->used_next = q->told = 0;
	q->enabled = true;
	nic_note(n, "queue %u (%s): %u entries, message %d", q->index, name, q->size, q->vector == VIRTIO_MSI_NO_VECTOR ? -1 : q->vector);
	return true;
}

static uint16_t avail_index(const struct vnet_queue *q)
{
	return __atomic_load_n(&q->avail->idx, __ATOMIC_ACQUIRE);
}

int vnet_queue_waiting(struct nic *n, struct vnet_queue *q)
{
	struct vnet *v = nic_state(n);
	if (!q->enabled)
		return 0;
	const uint16_t index = avail_index(q), count = (uint16_t)(index - q->next);
	if (!count)
		return 0;
	if (!nic_dma_map(n, q->used_at, used_bytes(q))) {
		vnet_fail(n, "queue %u (%s): out of reach", q->index, vnet_queue_name(v, q->index));
		return -1;
	}
	if (count > q->size) {
		vnet_fail(n, "queue %u (%s): available index %u is %u past entry %u, the ring has %u", q->index,
		          vnet_queue_name(v, q->index), index, count, q->next, q->size);
		return -1;
	}
	return count;
}

/* One descriptor into the chain; the text says what is wrong with it, NULL: nothing. */
static const char *add(struct nic *n, struct vnet_chain *c, const struct vring_desc *d, unsigned most)
{
	const bool in = d->flags & VRING_DESC_F_WRITE;
	if (c->out + c->in == most)
		return "the chain is longer than the queue: a loop";
	if (!d->len)
		return "it has no bytes";
	if (!in && c->in)
		return "the device is to read it, after one that it is to write";
	if (!nic_dma_ok(n, d->addr, d->len))
		return "it is not the machine's memory";
	void *at = nic_dma_map(n, d->addr, d->len);
	if (!at)
		return "it is out of reach";
	c->piece[c->out + c->in] = (struct iovec){at, d->len};
	if (in) {
		c->in++;
		c->in_bytes += d->len;
	} else {
		c->out++;
		c->out_bytes += d->len;
	}
	return NULL;
}

static bool bad(struct nic *n, const struct vnet_queue *q, unsigned head, const char *table, unsigned at, const struct vring_desc *d,
                const char *why)
{
	vnet_fail(n, "queue %u (%s), chain %u, %sdescriptor %u (%u bytes at 0x%llx, flags 0x%x, next %u): %s", q->index,
	          vnet_queue_name(nic_state(n), q->index), head, table, at, d->len, (unsigned long long)d->addr, d->flags, d->next, why);
	return false;
}

/* A table of `entries` descriptors from entry `at` on: the queue's own, or an indirect one (then `d` is the descriptor that leads there).
 */
static bool walk(struct nic *n, const struct vnet_queue *q, struct vnet_chain *c, const struct vring_desc *table, unsigned entries,
                 unsigned at, bool nested)
{
	const struct vnet *v = nic_state(n);
	const char *where = nested ? "indirect " : "";
	for (unsigned seen = 0;; seen++) {
		struct vring_desc d;
		memcpy(&d, &table[at], sizeof d);
		atomic_signal_fence(memory_order_seq_cst); /* d is a copy: the table is not read again */
		if (seen == q->size)
			return bad(n, q, c->head, where, at, &d, "the chain is longer than the queue: a loop");
		if (d.flags & VRING_DESC_F_INDIRECT) {
			if (nested || !vnet_has(v, VIRTIO_RING_F_INDIRECT_DESC))
				return bad(n, q, c->head, where, at, &d,
				           nested ? "an indirect table within one" : "INDIRECT_DESC was not negotiated");
			if (d.flags & VRING_DESC_F_NEXT)
				return bad(n, q, c->head, where, at, &d, "INDIRECT and NEXT at once");
			if (!d.len || d.len % sizeof d)
				return bad(n, q, c->head, where, at, &d, "its table is no whole number of descriptors");
			if (!nic_dma_ok(n, d.addr, d.len))
				return bad(n, q, c->head, where, at, &d, "its table is not the machine's memory");
			const struct vring_desc *to = nic_dma_map(n, d.addr, d.len);
			return to ? walk(n, q, c, to, d.len / sizeof d, 0, true)
			          : bad(n, q, c->head, where, at, &d, "its table is out of reach");
		}
		const char *wrong = add(n, c, &d, q->size);
		if (wrong)
			return bad(n, q, c->head, where, at, &d, wrong);
		if (!(d.flags & VRING_DESC_F_NEXT))
			return true;
		if (d.next >= entries)
			return bad(n, q, c->head, where, at, &d, "its next is past the table's end");
		at = d.next;
	}
}

bool vnet_queue_peek(struct nic *n, struct vnet_queue *q, unsigned ahead, struct vnet_chain *c)
{
	const uint16_t entry = (uint16_t)(q->next + ahead);
	const uint16_t head = __atomic_load_n(&q->avail->ring[entry & (q->size - 1)], __ATOMIC_RELAXED);
	c->head = head;
	c->out = c->in = 0;
	c->out_bytes = c->in_bytes = 0;
	if (head >= q->size) {
		vnet_fail(n, "queue %u (%s), entry %u of the available ring: descriptor %u, the table has %u", q->index,
		          vnet_queue_name(nic_state(n), q->index), entry, head, q->size);
		return false;
	}
	return walk(n, q, c, q->desc, q->size, head, false);
}

void vnet_queue_put(struct vnet_queue *q, uint16_t head, uint32_t written)
{
	q->used->ring[q->used_next++ & (q->size - 1)] = (struct vring_used_elem){head, written};
	q->chains++;
}

void vnet_queue_publish(struct nic *n, struct vnet_queue *q)
{
	struct vnet *v = nic_state(n);
	const uint16_t old = q->told, now = q->used_next;
	if (old == now)
		return;
	q->told = now;
	vnet_queue_ask(n, q, false);
	__atomic_store_n(&q->used->idx, now, __ATOMIC_RELEASE);
	atomic_thread_fence(memory_order_seq_cst); /* the index is out before the driver's wish is read */
	bool wanted;
	if (vnet_has(v, VIRTIO_RING_F_EVENT_IDX)) {
		const uint16_t event = __atomic_load_n(&q->avail->ring[q->size], __ATOMIC_RELAXED);
		wanted = vring_need_event(event, now, old);
	} else {
		wanted = !(__atomic_load_n(&q->avail->flags, __ATOMIC_RELAXED) & VRING_AVAIL_F_NO_INTERRUPT);
	}
	if (wanted) {
		v->statistics.interrupts++;
		vnet_interrupt(n, q->vector, 1);
	}
}

void vnet_queue_ask(struct nic *n, struct vnet_queue *q, bool kicks)
{
	const struct vnet *v = nic_state(n);
	kicks |= nic_serial(n);
	if (vnet_has(v, VIRTIO_RING_F_EVENT_IDX))
		__atomic_store_n((uint16_t *)&q->used->ring[q->size], (uint16_t)(kicks ? q->next : q->next - 1), __ATOMIC_RELAXED);
	else
		__atomic_store_n(&q->used->flags, kicks ? 0 : VRING_USED_F_NO_NOTIFY, __ATOMIC_RELAXED);
}

uint32_t vnet_take(struct iovec **piece, unsigned *pieces, void *to, uint32_t max)
{
	uint32_t at = 0;
	while (*pieces && at < max) {
		struct iovec *v = *piece;
		const uint32_t take = v->iov_len < max - at ? (uint32_t)v->iov_len : max - at;
		memcpy((uint8_t *)to + at, v->iov_base, take);
		at += take;
		v->iov_base = (uint8_t *)v->iov_base + take;
		v->iov_len -= take;
		if (!v->iov_len) {
			(*piece)++;
			(*pieces)--;
		}
	}
	atomic_signal_fence(memory_order_seq_cst); /* what was taken is a copy */
	return at;
}
