/* The machine's end of the connections' part of a port; see conn.h. The lab is trusted: its cells are taken as they are, only slots are
 * checked. */
#include "port/conn.h"
#include <unistd.h>

void conn_machine_init(struct conn_machine *c, unsigned nic)
{
	struct ram_header *h = (void *)NT_RAM_BASE;
	*c = (struct conn_machine){.ram = (uint8_t *)h, .nic = nic};
	if (nic >= FLUE_NICS || !h->conn[nic])
		return;
	c->shared = (void *)(c->ram + h->conn[nic]);
	c->slots = c->shared->slots;
	c->states = c->shared->states;
	c->event_head = atomic_load(&c->shared->events.head);
	c->command_tail = atomic_load(&c->shared->commands.tail);
}
int conn_machine_command(struct conn_machine *c, struct conn_cell *out)
{
	struct conn_shared *s = c->shared;
	if (!s || atomic_load_explicit(&s->commands.head, memory_order_acquire) == c->command_tail)
		return 0;
	*out = s->command[c->command_tail % CONN_CELLS];
	atomic_store_explicit(&s->commands.tail, ++c->command_tail, memory_order_release);
	return 1;
}
int conn_machine_event(struct conn_machine *c, const struct conn_cell *e)
{
	struct conn_shared *s = c->shared;
	if (!s)
		return -EAGAIN;
	if (c->event_head - atomic_load_explicit(&s->events.tail, memory_order_acquire) >= CONN_CELLS)
		return -EAGAIN;
	s->event[c->event_head % CONN_CELLS] = *e;
	atomic_store_explicit(&s->events.head, ++c->event_head, memory_order_release);
	return 0;
}
struct conn_state *conn_machine_state(struct conn_machine *c, uint32_t slot)
{
	return c->shared && slot < c->slots ? (struct conn_state *)(void *)(c->ram + c->states) + slot : NULL;
}
void conn_machine_kick(struct conn_machine *c)
{
	const uint64_t one = 1;
	atomic_thread_fence(memory_order_seq_cst); /* the ring before the word: the other side does it the other way round */
	if (!c->shared || !atomic_load_explicit(&c->shared->lab_sleeps, memory_order_relaxed) ||
	    !atomic_exchange(&c->shared->lab_sleeps, 0))
		return;
	atomic_fetch_add(&c->shared->wakes, 1);
	if (write(MACHINE_FD_CONN_LAB + (int)c->nic, &one, sizeof one) < 0)
		return; /* full: it is awake */
}
bool conn_machine_idle(struct conn_machine *c)
{
	if (!c->shared)
		return true;
	atomic_store(&c->shared->machine_sleeps, 1);
	atomic_thread_fence(memory_order_seq_cst);
	return atomic_load_explicit(&c->shared->commands.head, memory_order_acquire) == c->command_tail;
}
void conn_machine_awake(struct conn_machine *c)
{
	if (c->shared)
		atomic_store(&c->shared->machine_sleeps, 0);
}
