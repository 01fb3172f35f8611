/*
 * The lab's end of the connections' part of a port; see conn.h. Events and states are the machine's: copied, then checked. What can't be (a
 * slot that is none, a piece outside RAM, more events than the ring holds) breaks it for good.
 */
#include "port/conn.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int broken(struct conn_lab *c, const char *why, uint64_t value)
{
	if (!c->broken) {
		c->broken = true;
		snprintf(c->why, sizeof c->why, "connections: %s (%llu)", why, (unsigned long long)value);
		atomic_store(&c->shared->broken, 1);
	}
	return -EPROTO;
}
static uint64_t state_start(const struct conn_lab *c)
{
	return c->offset + ALIGN_UP_TO(sizeof(struct conn_shared), (uint64_t)RAM_PAGE);
}
static uint64_t buffer_start(const struct conn_lab *c)
{
	return state_start(c) + ALIGN_UP_TO((uint64_t)c->slots * sizeof(struct conn_state), (uint64_t)RAM_PAGE);
}
int conn_lab_init(struct conn_lab *c, void *ram, uint64_t ram_size, uint64_t offset, uint32_t slots, uint32_t buffers, int kick_fd,
                  int wake_fd)
{
	*c = (struct conn_lab){.ram = ram,
	                       .ram_size = ram_size,
	                       .offset = offset,
	                       .slots = slots,
	                       .buffers = buffers,
	                       .kick_fd = kick_fd,
	                       .wake_fd = wake_fd};
	c->free_buffer = malloc(buffers * sizeof *c->free_buffer);
	if (!c->free_buffer)
		return -ENOMEM;
	for (uint32_t i = 0; i < buffers; i++)
		c->free_buffer[c->free_count++] = buffers - 1 - i;
	c->shared = (void *)(c->ram + offset);
	memset(c->shared, 0, sizeof *c->shared);
	c->shared->slots = slots;
	c->shared->buffers = buffers;
	c->shared->states = state_start(c);
	c->shared->buffer_start = buffer_start(c);
	return 0;
}
void conn_lab_exit(struct conn_lab *c)
{
	free(c->free_buffer);
	memset(c, 0, sizeof *c);
}
int conn_lab_command(struct conn_lab *c, const struct conn_cell *cell)
{
	struct conn_shared *s = c->shared;
	const uint32_t tail = atomic_load_explicit(&s->commands.tail, memory_order_acquire);
	if (c->command_head - tail >= CONN_CELLS) /* also when the machine wrote nonsense there: it then gets no commands */
		return -EAGAIN;
	s->command[c->command_head % CONN_CELLS] = *cell;
	atomic_store_explicit(&s->commands.head, ++c->command_head, memory_order_release);
	return 0;
}
static bool in_ram(const struct conn_lab *c, uint64_t offset, uint64_t bytes)
{
	return bytes <= c->ram_size && offset <= c->ram_size - bytes;
}
int conn_lab_event(struct conn_lab *c, struct conn_cell *out)
{
	struct conn_shared *s = c->shared;
	if (c->broken)
		return -EPROTO;
	const uint32_t waiting = atomic_load_explicit(&s->events.head, memory_order_acquire) - c->event_tail;
	if (!waiting)
		return 0;
	if (waiting > CONN_CELLS)
		return broken(c, "more events than the ring holds", waiting);
	memcpy(out, &s->event[c->event_tail % CONN_CELLS], sizeof *out);
	atomic_store_explicit(&s->events.tail, ++c->event_tail, memory_order_release);
	if (out->slot >= c->slots)
		return broken(c, "an event names a connection that is none", out->slot);
	if (out->what == EV_INDICATED && !in_ram(c, out->offset, out->bytes))
		return broken(c, "received data lies outside RAM", out->offset);
	return 1;
}
static struct conn_state *state_at(const struct conn_lab *c, uint32_t slot)
{
	return (struct conn_state *)(void *)(c->ram + state_start(c)) + slot;
}
void conn_lab_put(struct conn_lab *c, uint32_t slot, const struct conn_state *s)
{
	memcpy(state_at(c, slot), s, sizeof *s);
}
int conn_lab_get(struct conn_lab *c, uint32_t slot, struct conn_state *out)
{
	memcpy(out, state_at(c, slot), sizeof *out);
	if (out->send_pieces > CONN_PIECES || out->receive_pieces > CONN_PIECES)
		return broken(c, "a state with too many pieces", out->send_pieces);
	for (uint32_t i = 0; i < out->send_pieces; i++)
		if (!in_ram(c, out->send[i].offset, out->send[i].length))
			return broken(c, "send data lies outside RAM", out->send[i].offset);
	for (uint32_t i = 0; i < out->receive_pieces; i++)
		if (!in_ram(c, out->receive[i].offset, out->receive[i].length))
			return broken(c, "received data lies outside RAM", out->receive[i].offset);
	return 0;
}
void *conn_lab_buffer_at(struct conn_lab *c, uint32_t index)
{
	return c->ram + buffer_start(c) + (uint64_t)index * CONN_BUFFER_BYTES;
}
void *conn_lab_buffer(struct conn_lab *c, uint32_t *index, uint64_t *offset)
{
	if (!c->free_count)
		return NULL;
	*index = c->free_buffer[--c->free_count];
	*offset = buffer_start(c) + (uint64_t)*index * CONN_BUFFER_BYTES;
	return conn_lab_buffer_at(c, *index);
}
void conn_lab_unbuffer(struct conn_lab *c, uint32_t index)
{
	if (index < c->buffers && c->free_count < c->buffers)
		c->free_buffer[c->free_count++] = index;
}
void conn_lab_kick(struct conn_lab *c)
{
	const uint64_t one = 1;
	atomic_thread_fence(memory_order_seq_cst);
	if (!atomic_load_explicit(&c->shared->machine_sleeps, memory_order_relaxed) || !atomic_exchange(&c->shared->machine_sleeps, 0))
		return;
	atomic_fetch_add(&c->shared->kicks, 1);
	if (write(c->kick_fd, &one, sizeof one) < 0)
		return;
}
bool conn_lab_idle(struct conn_lab *c)
{
	atomic_store(&c->shared->lab_sleeps, 1);
	atomic_thread_fence(memory_order_seq_cst);
	return c->broken || atomic_load_explicit(&c->shared->events.head, memory_order_acquire) == c->event_tail;
}
void conn_lab_awake(struct conn_lab *c)
{
	atomic_store(&c->shared->lab_sleeps, 0);
}
