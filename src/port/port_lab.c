/*
 * The lab's end of a port. See port.h for the layout and who writes what.
 *
 * Trust: head indices, cells and done entries are the machine's. An index that is further ahead than the ring is long, a slot that is not
 * out, a piece outside RAM: the port is broken for good, `why` says which.
 */
#include "port/port.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int broken(struct port_lab *p, const char *why, unsigned queue, uint64_t value)
{
	if (!p->broken) {
		p->broken = true;
		snprintf(p->why, sizeof(p->why), "queue %u: %s (%llu)", queue, why, (unsigned long long)value);
		atomic_store(&p->shared->broken, 1);
	}
	return -EPROTO;
}
/* From our own pointer: shared->slots is the machine's to change. */
static uint8_t *slot_memory(const struct port_lab *p, unsigned q, unsigned slot)
{
	return (uint8_t *)p->shared + ALIGN_UP_TO(sizeof(*p->shared), (uint64_t)RAM_PAGE) +
	       ((uint64_t)q * PORT_SLOTS + slot) * PORT_SLOT_BYTES;
}
void port_lab_init(struct port_lab *p, void *ram, uint64_t ram_size, uint64_t offset, unsigned queues, int kick_fd, int wake_fd)
{
	struct port_shared *s = (void *)((uint8_t *)ram + offset);

	memset(p, 0, sizeof(*p));
	memset(s, 0, sizeof(*s));
	s->queues = queues;
	s->slots = offset + ALIGN_UP_TO(sizeof(*s), (uint64_t)RAM_PAGE);
	p->shared = s;
	p->ram = ram;
	p->ram_size = ram_size;
	p->queues = queues;
	p->kick_fd = kick_fd;
	p->wake_fd = wake_fd;
	for (unsigned q = 0; q < queues; q++)
		for (unsigned i = 0; i < PORT_SLOTS; i++)
			p->free_slot[q][p->free_count[q]++] = (uint16_t)(PORT_SLOTS - 1 - i);
}
static void take_done(struct port_lab *p, unsigned q)
{
	struct port_queue *s = &p->shared->queue[q];
	uint32_t head = atomic_load_explicit(&s->tx_done.head, memory_order_acquire), tail = p->tx_done_tail[q];

	if (head == tail || p->broken)
		return;
	if (head - tail > PORT_DONE) {
		broken(p, "more frames completed than the ring holds", q, head - tail);
		return;
	}
	for (; tail != head; tail++) {
		uint32_t slot = *(volatile uint32_t *)&s->tx_done_slot[tail % PORT_DONE];

		if (slot >= PORT_SLOTS || !p->out[q][slot]) {
			broken(p, "a slot was completed that is not out", q, slot);
			return;
		}
		p->out[q][slot] = 0;
		p->free_slot[q][p->free_count[q]++] = (uint16_t)slot;
	}
	p->tx_done_tail[q] = tail;
	atomic_store_explicit(&s->tx_done.tail, tail, memory_order_release);
}
void *port_lab_slot(struct port_lab *p, unsigned q, unsigned *slot)
{
	take_done(p, q);
	if (p->broken || !p->free_count[q])
		return NULL;
	*slot = p->free_slot[q][--p->free_count[q]];
	return slot_memory(p, q, *slot) + PORT_HEADROOM;
}
void port_lab_unslot(struct port_lab *p, unsigned q, unsigned slot)
{
	p->free_slot[q][p->free_count[q]++] = (uint16_t)slot;
}
int port_lab_tx(struct port_lab *p, unsigned q, unsigned slot, uint32_t bytes, const struct frame_info *info)
{
	struct port_queue *s = &p->shared->queue[q];
	uint32_t head = p->tx_head[q], tail = atomic_load_explicit(&s->tx.tail, memory_order_acquire);
	struct port_frame *cell = &s->tx_cell[head % PORT_CELLS];

	if (head - tail >= PORT_CELLS) /* a tail beyond the head, too: nothing of ours goes wrong, it only stays full */
		return -EAGAIN;
	*cell = (struct port_frame){.cookie = slot, .bytes = bytes, .pieces = 1, .info = *info};
	cell->piece[0] = (struct port_piece){(uint64_t)(slot_memory(p, q, slot) + PORT_HEADROOM - p->ram), bytes, 0};
	p->out[q][slot] = 1;
	p->tx_head[q] = head + 1;
	atomic_store_explicit(&s->tx.head, head + 1, memory_order_release);
	return 0;
}
void port_lab_kick(struct port_lab *p)
{
	uint64_t one = 1;

	memcpy(p->rx_told, p->rx_done_head, sizeof(p->rx_told));
	atomic_thread_fence(memory_order_seq_cst); /* the ring's head before the look at the word */
	if (!atomic_load_explicit(&p->shared->machine_sleeps, memory_order_relaxed) || !atomic_exchange(&p->shared->machine_sleeps, 0))
		return;
	atomic_fetch_add_explicit(&p->shared->kicks, 1, memory_order_relaxed);
	if (write(p->kick_fd, &one, sizeof(one)) < 0) /* full: it is awake */
		return;
}
int port_lab_rx(struct port_lab *p, unsigned q, struct frame_info *info, uint32_t *bytes, uint32_t *cookie, struct iovec *iov)
{
	struct port_queue *s = &p->shared->queue[q];
	uint32_t head = atomic_load_explicit(&s->rx.head, memory_order_acquire), tail = p->rx_tail[q], cells, total = 0;
	struct port_piece piece[PORT_PIECES + 4];
	struct port_frame f;

	if (p->broken)
		return -EPROTO;
	if (head == tail)
		return 0;
	if (head - tail > PORT_CELLS)
		return broken(p, "more received frames than the ring holds", q, head - tail);
	memcpy(&f, &s->rx_cell[tail % PORT_CELLS], sizeof(f));
	if (f.pieces < 1 || f.pieces > PORT_PIECES)
		return broken(p, "a received frame of so many pieces", q, f.pieces);
	cells = 1 + (f.pieces > PORT_INLINE ? (f.pieces - PORT_INLINE + 3u) / 4 : 0);
	if (cells > head - tail)
		return broken(p, "a received frame whose pieces are not all there", q, f.pieces);
	memcpy(piece, f.piece, sizeof(f.piece));
	for (uint32_t c = 1; c < cells; c++)
		memcpy(piece + PORT_INLINE + (c - 1) * 4, &s->rx_cell[(tail + c) % PORT_CELLS], 4 * sizeof(*piece));
	for (unsigned i = 0; i < f.pieces; i++) {
		if (piece[i].offset > p->ram_size || piece[i].length > p->ram_size - piece[i].offset || piece[i].length > FRAME_MAX)
			return broken(p, "a piece outside RAM", q, piece[i].offset);
		iov[i] = (struct iovec){p->ram + piece[i].offset, piece[i].length};
		total += piece[i].length;
	}
	if (total != f.bytes || total > FRAME_MAX)
		return broken(p, "a received frame whose pieces do not add up", q, f.bytes);
	*info = f.info;
	*bytes = f.bytes;
	*cookie = f.cookie;
	p->rx_tail[q] = tail + cells;
	atomic_store_explicit(&s->rx.tail, tail + cells, memory_order_release);
	return f.pieces;
}
void port_lab_rx_done(struct port_lab *p, unsigned q, uint32_t cookie)
{
	struct port_queue *s = &p->shared->queue[q];
	uint32_t head = p->rx_done_head[q];

	if (head - atomic_load_explicit(&s->rx_done.tail, memory_order_acquire) >= PORT_DONE) {
		broken(p, "the machine does not take its received frames back", q, head);
		return;
	}
	s->rx_done_cookie[head % PORT_DONE] = cookie;
	p->rx_done_head[q] = head + 1;
	atomic_store_explicit(&s->rx_done.head, head + 1, memory_order_release);
}
unsigned port_lab_returns(const struct port_lab *p)
{
	unsigned most = 0;

	for (unsigned q = 0; q < p->queues && !p->broken; q++) {
		const uint32_t tail = atomic_load_explicit(&p->shared->queue[q].rx_done.tail, memory_order_relaxed);
		/* the machine's tail: beyond our head it means nothing */
		const uint32_t left = p->rx_done_head[q] - tail, untold = p->rx_done_head[q] - p->rx_told[q],
		               n = left < untold ? left : untold;

		if (n <= PORT_DONE && n > most)
			most = n;
	}
	return most;
}
bool port_lab_idle(struct port_lab *p, unsigned blocked)
{
	atomic_store(&p->shared->lab_sleeps, blocked ? PORT_SLEEPS_FOR_SLOTS : PORT_SLEEPS);
	for (unsigned q = 0; q < p->queues; q++) {
		struct port_queue *s = &p->shared->queue[q];

		take_done(p, q);
		if (p->broken || atomic_load(&s->rx.head) != p->rx_tail[q] || (blocked >> q & 1 && p->free_count[q]))
			return false;
	}
	return true;
}
void port_lab_awake(struct port_lab *p)
{
	atomic_store_explicit(&p->shared->lab_sleeps, 0, memory_order_relaxed);
}
