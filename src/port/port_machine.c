/*
 * The machine's end of a port. See port.h for the layout and who writes what.
 *
 * The lab is trusted, and the driver is not: it shares our address space and can write over the rings. What it can reach that way is only
 * this process, so indices are masked to stay inside the arrays and nothing more is checked; the lab's end checks all of it again.
 */
#include "port/port.h"
#include <string.h>
#include <unistd.h>

void port_machine_init(struct port_machine *p, unsigned nic)
{
	const struct ram_header *ram = (const void *)NT_RAM_BASE; /* NOLINT(performance-no-int-to-ptr): where RAM is, by definition */

	memset(p, 0, sizeof(*p));
	p->nic = nic;
	if (nic >= FLUE_NICS || !ram->port[nic] || ram->port[nic] > ram->ram_size || ram->ram_size - ram->port[nic] < PORT_BYTES)
		return;
	p->shared = (void *)((char *)(uintptr_t)ram + ram->port[nic]);
	p->queues = p->shared->queues;
	if (p->queues < 1 || p->queues > PORT_QUEUES)
		p->queues = 1;
	/* An adapter that is halted and started again goes on where its port stands. */
	for (unsigned q = 0; q < p->queues; q++) {
		p->rx_head[q] = atomic_load(&p->shared->queue[q].rx.head);
		p->tx_tail[q] = atomic_load(&p->shared->queue[q].tx.tail);
	}
}

int port_machine_tx(struct port_machine *p, unsigned queue, struct port_frame *out)
{
	struct port_queue *q = &p->shared->queue[queue];
	const uint32_t tail = p->tx_tail[queue];

	if (atomic_load_explicit(&q->tx.head, memory_order_acquire) == tail)
		return 0;
	*out = q->tx_cell[tail % PORT_CELLS];
	p->tx_tail[queue] = tail + 1;
	atomic_store_explicit(&q->tx.tail, tail + 1, memory_order_release);
	return 1;
}

/* Never full: the ring has more entries than a queue has slots. */
void port_machine_tx_done(struct port_machine *p, unsigned queue, uint32_t slot)
{
	struct port_queue *q = &p->shared->queue[queue];
	const uint32_t head = atomic_load_explicit(&q->tx_done.head, memory_order_relaxed);

	q->tx_done_slot[head % PORT_DONE] = slot;
	atomic_store_explicit(&q->tx_done.head, head + 1, memory_order_release);
}

int port_machine_rx(struct port_machine *p, unsigned queue, const struct port_frame *frame, const struct port_piece *pieces)
{
	struct port_queue *q = &p->shared->queue[queue];
	const uint32_t head = p->rx_head[queue], tail = atomic_load_explicit(&q->rx.tail, memory_order_acquire);
	const unsigned n = frame->pieces, more = n > PORT_INLINE ? n - PORT_INLINE : 0;
	const uint32_t cells = 1 + (more + 3) / 4;
	struct port_frame *cell = &q->rx_cell[head % PORT_CELLS];

	if (!n || n > PORT_PIECES)
		return -EINVAL;
	if (head - tail + cells > PORT_CELLS)
		return -EAGAIN;
	*cell = *frame;
	memcpy(cell->piece, pieces, (n < PORT_INLINE ? n : PORT_INLINE) * sizeof(*pieces));
	for (unsigned done = 0, c = 1; done < more; done += 4, c++)
		memcpy(&q->rx_cell[(head + c) % PORT_CELLS], pieces + PORT_INLINE + done,
		       (more - done < 4 ? more - done : 4) * sizeof(*pieces));
	p->rx_head[queue] = head + cells;
	atomic_store_explicit(&q->rx.head, head + cells, memory_order_release);
	return 0;
}

int port_machine_rx_done(struct port_machine *p, unsigned queue, uint32_t *cookie)
{
	struct port_queue *q = &p->shared->queue[queue];
	const uint32_t tail = atomic_load_explicit(&q->rx_done.tail, memory_order_relaxed);

	if (atomic_load_explicit(&q->rx_done.head, memory_order_acquire) == tail)
		return 0;
	*cookie = q->rx_done_cookie[tail % PORT_DONE];
	atomic_store_explicit(&q->rx_done.tail, tail + 1, memory_order_release);
	return 1;
}

static void kick(struct port_machine *p, uint32_t least)
{
	uint64_t one = 1;

	atomic_thread_fence(memory_order_seq_cst); /* the ring's head before the look at the word */
	if (atomic_load_explicit(&p->shared->lab_sleeps, memory_order_relaxed) < least || !atomic_exchange(&p->shared->lab_sleeps, 0))
		return;
	atomic_fetch_add_explicit(&p->shared->wakes, 1, memory_order_relaxed);
	if (write((int)(MACHINE_FD_PORT_LAB + p->nic), &one, sizeof(one)) < 0) /* full: it is awake */
		return;
}

void port_machine_kick(struct port_machine *p)
{
	kick(p, PORT_SLEEPS);
}

void port_machine_kick_slots(struct port_machine *p)
{
	kick(p, PORT_SLEEPS_FOR_SLOTS);
}

bool port_machine_idle(struct port_machine *p, bool tx)
{
	atomic_store(&p->shared->machine_sleeps, 1);
	for (unsigned i = 0; i < p->queues; i++) {
		const struct port_queue *q = &p->shared->queue[i];
		if ((tx && atomic_load(&q->tx.head) != p->tx_tail[i]) ||
		    atomic_load(&q->rx_done.head) != atomic_load_explicit(&q->rx_done.tail, memory_order_relaxed))
			return false;
	}
	return true;
}

void port_machine_awake(struct port_machine *p)
{
	atomic_store_explicit(&p->shared->machine_sleeps, 0, memory_order_relaxed);
}
