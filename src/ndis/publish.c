/*
 * publish: the page by which a query from outside costs no round trip. One slot per adapter in RAM's publish area, guarded by a sequence
 * counter: odd while it is being written. Readers (libflue) copy, and start over when the counter was odd or has moved. Written at every
 * change of the state or of anything stored.
 */
#include "ndis/ndis_internal.h"
#include <string.h>

#define SLOTS_MAX 64

static struct ndis_publish_slot *slots;
static unsigned slots_n;
static bool taken[SLOTS_MAX];

void ndis_publish_init(void *area, size_t bytes)
{
	slots = area;
	slots_n = area ? (unsigned)(bytes / sizeof(*slots)) : 0;
	if (slots_n > SLOTS_MAX)
		slots_n = SLOTS_MAX;
	memset(taken, 0, sizeof(taken));
	if (area)
		memset(area, 0, slots_n * sizeof(*slots));
}

/* The slot of its NIC where that is free, so that a reader finds adapter n in slot n. */
void ndis_publish_attach(struct ndis_adapter *a)
{
	unsigned first = a->trace_nic;
	KIRQL old;

	KeAcquireSpinLock(&ndis.lock, &old);
	for (unsigned i = 0; i < slots_n && !a->slot; i++) {
		unsigned n = (first + i) % slots_n;

		if (!taken[n]) {
			taken[n] = true;
			a->slot = &slots[n];
		}
	}
	KeReleaseSpinLock(&ndis.lock, old);
	ndis_publish(a);
}

void ndis_publish_detach(struct ndis_adapter *a)
{
	struct ndis_publish_slot *s = a->slot;
	KIRQL old;

	if (!s)
		return;
	ndis_publish(a);
	KeAcquireSpinLock(&ndis.lock, &old);
	taken[s - slots] = false;
	a->slot = NULL;
	KeReleaseSpinLock(&ndis.lock, old);
}

static uint32_t put(void *to, size_t max, const struct ndis_stored *s)
{
	uint32_t n = s->bytes <= max ? s->bytes : 0;

	memcpy(to, s->data, n);
	return n;
}

void ndis_publish(struct ndis_adapter *a)
{
	struct ndis_publish_slot *s = a->slot;
	KIRQL old;

	if (!s)
		return;
	/* store_lock makes us the one writer. */
	KeAcquireSpinLock(&a->store_lock, &old);
	atomic_fetch_add_explicit(&s->seq, 1, memory_order_relaxed);
	atomic_thread_fence(memory_order_release);
	s->state = a->state;
	s->task_cur_size = put(s->task_cur, sizeof(s->task_cur), &a->store[NDIS_TASK_CUR]);
	s->task_hw_size = put(s->task_hw, sizeof(s->task_hw), &a->store[NDIS_TASK_HW]);
	s->conn_cur_size = put(s->conn_cur, sizeof(s->conn_cur), &a->store[NDIS_CONN_CUR]);
	s->conn_hw_size = put(s->conn_hw, sizeof(s->conn_hw), &a->store[NDIS_CONN_HW]);
	s->encapsulation_size = put(s->encapsulation, sizeof(s->encapsulation), &a->encapsulation);
	s->changes = a->changes;
	atomic_fetch_add_explicit(&s->seq, 1, memory_order_release);
	KeReleaseSpinLock(&a->store_lock, old);
}
