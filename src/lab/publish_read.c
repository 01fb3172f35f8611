/* See publish_read.h. The page is the machine's: sizes are bounded, and a writer that never finishes (a machine gone mad or dead in the
 * middle) is given up on. */
#include "lab/publish_read.h"
#include "ndis/ndis_host.h"
#include <string.h>

#define TRIES 100000

size_t publish_slot_bytes(void)
{
	return sizeof(struct ndis_publish_slot);
}
uint32_t publish_running(void)
{
	return NDIS_RUNNING;
}
int publish_read(const volatile void *page, unsigned slot, enum publish_part part, void *out, size_t max, uint64_t *changes,
                 uint32_t *state)
{
	const struct ndis_publish_slot *s = (const struct ndis_publish_slot *)(uintptr_t)page + slot;
	const uint32_t *size = part == PUBLISH_TASK_CUR   ? &s->task_cur_size
	                       : part == PUBLISH_TASK_HW  ? &s->task_hw_size
	                       : part == PUBLISH_CONN_CUR ? &s->conn_cur_size
	                                                  : &s->conn_hw_size;
	const uint8_t *from = part == PUBLISH_TASK_CUR   ? s->task_cur
	                      : part == PUBLISH_TASK_HW  ? s->task_hw
	                      : part == PUBLISH_CONN_CUR ? s->conn_cur
	                                                 : s->conn_hw;
	const uint32_t limit = part <= PUBLISH_TASK_HW ? sizeof(s->task_cur) : sizeof(s->conn_cur);

	for (unsigned i = 0; i < TRIES; i++) {
		uint32_t before = atomic_load_explicit(&s->seq, memory_order_acquire), n;

		if (before & 1)
			continue;
		n = *(const volatile uint32_t *)size;
		if (n > limit)
			n = limit;
		if (n <= max)
			memcpy(out, from, n);
		if (changes)
			*changes = *(const volatile uint64_t *)&s->changes;
		if (state)
			*state = *(const volatile uint32_t *)&s->state;
		atomic_thread_fence(memory_order_acquire);
		if (atomic_load_explicit(&s->seq, memory_order_relaxed) == before)
			return n <= max ? (int)n : -ENOSPC;
	}
	return -EAGAIN;
}
