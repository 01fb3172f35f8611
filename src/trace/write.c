/*
 * The writer's side: one sink per process. A record is put together on the stack and appended under one lock; the lock is a spin lock with
 * yield, so that it may be taken at any IRQL. TRACE_BUS, and calls marked as data, go to the data ring; everything else to the control
 * ring.
 */
#include "trace/trace.h"
#include "trace/ring.h"
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>

struct trace_sink *trace_sink;
static atomic_flag lock = ATOMIC_FLAG_INIT;
static _Atomic uint32_t next_call;

uint32_t trace_next_call_id(void)
{
	return atomic_fetch_add(&next_call, 1) + 1;
}

void trace_write2(enum trace_type type, uint8_t nic, uint32_t call_id, const char *name, const void *a, size_t na, const void *b, size_t nb)
{
	static const uint8_t zero[8];
	struct trace_sink *s = trace_sink;
	struct {
		struct trace_head h;
		char name[128];
	} r;
	bool wake;

	if (!s)
		return;
	memset(&r.h, 0, sizeof r.h);
	size_t len = name ? strnlen(name, sizeof r.name) : 0, name_room = ALIGN_UP_TO(len, (size_t)8);
	memset(r.name, 0, name_room);
	if (len)
		memcpy(r.name, name, len);
	r.h.type = (uint16_t)type;
	r.h.writer = (uint8_t)s->writer;
	r.h.nic = nic;
	r.h.name_len = (uint16_t)len;
	r.h.call_id = call_id;
	r.h.payload = (uint32_t)(na + nb);
	if (s->stamp)
		s->stamp(&r.h);
	else
		r.h.time_ns = clock_mono_ns();
	size_t head = sizeof r.h + name_room, body = na + nb, total = ALIGN_UP_TO(head + body, (size_t)8);
	r.h.size = (uint32_t)total;
	struct trace_ring *ring = type == TRACE_BUS && s->data ? s->data : s->control;

	while (atomic_flag_test_and_set_explicit(&lock, memory_order_acquire))
		sched_yield();
	r.h.seq = atomic_fetch_add(&s->seq, 1);
	if (body + 0 == 0 || nb == 0) {
		trace_ring_put(ring, &r, head, a, na, zero, total - head - body, total);
	} else {
		uint8_t tail[4096 + 8];
		size_t n = total - head - na;
		if (n <= sizeof tail) {
			memcpy(tail, b, nb);
			memset(tail + nb, 0, n - nb);
			trace_ring_put(ring, &r, head, a, na, tail, n, total);
		} else { /* a structure larger than any of NDIS's: keep its head */
			r.h.payload = (uint32_t)na;
			r.h.size = (uint32_t)ALIGN_UP_TO(head + na, (size_t)8);
			trace_ring_put(ring, &r, head, a, na, zero, r.h.size - head - na, r.h.size);
		}
	}
	wake = atomic_load(&ring->sleeping);
	atomic_flag_clear_explicit(&lock, memory_order_release);
	if (wake && s->wake)
		s->wake();
}

void trace_write(enum trace_type type, uint8_t nic, uint32_t call_id, const char *name, const void *payload, size_t bytes)
{
	trace_write2(type, nic, call_id, name, payload, bytes, NULL, 0);
}

void trace_textf(enum trace_type type, uint8_t nic, const char *name, const char *fmt, ...)
{
	char text[1024];
	va_list ap;
	va_start(ap, fmt);
	int n = vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	if (n < 0)
		return;
	trace_write(type, nic, 0, name, text, (size_t)n < sizeof text ? (size_t)n : sizeof text - 1);
}

const char *trace_head_name(const struct trace_head *h, char *out, size_t max)
{
	size_t n = h->name_len < max - 1 ? h->name_len : max - 1;
	memcpy(out, h + 1, n);
	out[n] = 0;
	return out;
}

const void *trace_payload(const struct trace_head *h)
{
	return (const char *)(h + 1) + ALIGN_UP_TO((uint32_t)h->name_len, 8u);
}
