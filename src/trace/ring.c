#include "trace/trace.h"
#include "trace/ring.h"
#include <string.h>
#include <time.h>

static uint32_t data_size_of(size_t bytes)
{
	uint32_t n = 4096;
	while ((uint64_t)n * 2 + sizeof(struct trace_ring) <= bytes && n < (1u << 30))
		n *= 2;
	return n;
}

void trace_ring_format(void *memory, size_t bytes)
{
	struct trace_ring *r = memory;
	memset(r, 0, sizeof *r);
	r->magic = RING_MAGIC;
	r->size = data_size_of(bytes);
	r->blocking = 1;
}

struct trace_ring *trace_ring_at(void *memory, size_t bytes)
{
	struct trace_ring *r = memory;
	return r->magic == RING_MAGIC && r->size == data_size_of(bytes) ? r : NULL;
}

void trace_ring_set_blocking(struct trace_ring *r, bool blocking)
{
	r->blocking = blocking;
}

static bool wait_for_room(struct trace_ring *r, uint64_t head, size_t need)
{
	uint64_t deadline = 0;
	while (head + need - atomic_load_explicit(&r->tail, memory_order_acquire) > r->size) {
		uint64_t now = clock_mono_ns();
		if (!r->blocking)
			return false;
		if (!deadline)
			deadline = now + RING_BLOCK_MS * 1000000ull;
		else if (now > deadline)
			return false;
		nanosleep(&(struct timespec){0, 50000}, NULL);
	}
	return true;
}

bool trace_ring_put(struct trace_ring *r, const void *a, size_t na, const void *b, size_t nb, const void *c, size_t nc, size_t total)
{
	uint64_t head = atomic_load_explicit(&r->head, memory_order_relaxed);
	size_t at = head & (r->size - 1), room = r->size - at;
	size_t need = total <= room ? total : room + total;

	if (total > r->size / 2 || !wait_for_room(r, head, need)) {
		atomic_fetch_add(&r->dropped, 1);
		return false;
	}
	if (total > room) {
		struct trace_head pad = {.size = (uint32_t)room};
		memcpy(r->data + at, &pad, room < sizeof pad ? 8 : sizeof pad);
		head += room;
		at = 0;
	}
	memcpy(r->data + at, a, na);
	if (nb)
		memcpy(r->data + at + na, b, nb);
	if (nc)
		memcpy(r->data + at + na + nb, c, nc);
	atomic_store_explicit(&r->head, head + total, memory_order_release);
	return true;
}

int trace_ring_read(struct trace_ring *r, size_t ring_bytes, void *buf, size_t max)
{
	uint32_t size = data_size_of(ring_bytes);
	for (;;) {
		uint64_t tail = atomic_load_explicit(&r->tail, memory_order_relaxed);
		uint64_t head = atomic_load_explicit(&r->head, memory_order_acquire);
		struct trace_head h;
		if (head == tail)
			return 0;
		size_t at = tail & (size - 1), room = size - at;
		uint32_t n;
		memcpy(&n, r->data + at, 4);
		if (head - tail > size || (tail & 7) || n < 8 || (n & 7) || n > room || n > head - tail)
			goto broken;
		if (n < sizeof h) { /* only a pad can be this short */
			atomic_store_explicit(&r->tail, tail + n, memory_order_release);
			continue;
		}
		if (n > max)
			goto broken;
		memcpy(buf, r->data + at, n);
		memcpy(&h, buf, sizeof h);
		atomic_store_explicit(&r->tail, tail + n, memory_order_release);
		if (h.type == 0)
			continue;
		h.size = n; /* the copy we bounded, not what the writer may have put since */
		memcpy(buf, &h, sizeof h);
		if (sizeof h + (uint64_t)ALIGN_UP_TO((uint32_t)h.name_len, 8u) + h.payload > n)
			return -EBADMSG;
		return (int)n;
	broken:
		atomic_store_explicit(&r->tail, head & ~7ull, memory_order_release);
		return -EBADMSG;
	}
}

uint64_t trace_ring_dropped(const struct trace_ring *r)
{
	return atomic_load(&((struct trace_ring *)(uintptr_t)r)->dropped);
}

void trace_ring_reader_sleeps(struct trace_ring *r, bool sleeps)
{
	atomic_store(&r->sleeping, sleeps);
}
