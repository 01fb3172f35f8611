/*
 * toe, receive: from the wire into the driver's buffers.
 *
 * A frame is read from the wire straight into the posted buffers of the queue that the last frame went to (`guess`). Its first TOE_HEAD
 * bytes are copied and parsed; if filter, hash and engines leave it where and as it is, completions are written and nothing was copied. A
 * frame for another queue, one that is edited (tag removed, checksum filled in) or cut goes through `linear`, and the buffers it was read
 * to are used again.
 *
 * No buffers: frames wait on the wire for up to a millisecond, as in a card's packet memory, then they are taken and dropped (rx_discards)
 * until there are buffers.
 *
 * Limits: one batch is 64 frames.
 */
#include "hw/toe/engine.h"
#include <stdlib.h>
#include <string.h>

#define BATCH      64u
#define STARVED_NS 1000000u

/* ------------------------------------------------------------------------------------------------------------------- the buffers */
/* Fetches posted buffers until a frame of any size fits. False: the card was stopped. */
static bool fetch(struct nic *n, struct toe_rx_queue *q)
{
	if (q->room >= FRAME_MAX || q->count == TOE_RX_CACHE)
		return true;
	const uint32_t producer = __atomic_load_n(&q->control->producer, __ATOMIC_ACQUIRE), taken = q->fetched - q->count;
	if (producer - taken > q->entries || producer - taken < q->count) {
		toe_ring_fail(n, "receive queue %u: producer %u, while buffers up to %u were fetched and %u are used; the ring has %u",
		              q->index, producer, q->fetched, taken, q->entries);
		return false;
	}
	while (q->fetched != producer && q->room < FRAME_MAX && q->count < TOE_RX_CACHE) {
		struct toe_rx_buffer b;
		memcpy(&b, &q->ring[q->fetched & (q->entries - 1)], sizeof b);
		atomic_signal_fence(memory_order_seq_cst); /* b is a copy: the ring is not read again */
		if (b.length < 256 || b.length > 65536) {
			toe_ring_fail(n, "receive queue %u: buffer %u of %u bytes (256 to 65536)", q->index, q->fetched, b.length);
			return false;
		}
		void *at = nic_dma_map(n, b.address, b.length);
		if (!at) {
			toe_fatal(n, TOE_FATAL_DMA);
			return false;
		}
		if (q->first + q->count == TOE_RX_CACHE) {
			memmove(q->buffer, q->buffer + q->first, q->count * sizeof q->buffer[0]);
			memmove(q->id, q->id + q->first, q->count * sizeof q->id[0]);
			q->first = 0;
		}
		q->buffer[q->first + q->count] = (struct iovec){at, b.length};
		q->id[q->first + q->count] = b.id;
		q->count++;
		q->fetched++;
		q->room += b.length;
	}
	return true;
}

/* How many of the fetched buffers a frame of `bytes` takes; 0: it does not fit. */
static unsigned buffers_for(const struct toe_rx_queue *q, uint32_t bytes)
{
	const unsigned most = q->count < q->free_done ? q->count : q->free_done;
	for (unsigned i = 0; i < most; i++) {
		if (bytes <= q->buffer[q->first + i].iov_len)
			return i + 1;
		bytes -= (uint32_t)q->buffer[q->first + i].iov_len;
	}
	return 0;
}

/* Writes the completions of a frame that lies in the first `used` buffers. */
static void complete(struct toe_rx_queue *q, unsigned used, uint32_t bytes, const struct toe_rx_done *last)
{
	uint32_t left = bytes;
	for (unsigned i = 0; i < used; i++) {
		const uint32_t size = (uint32_t)q->buffer[q->first].iov_len, here = left < size ? left : size;
		struct toe_rx_done d = {0};
		if (i + 1 == used)
			d = *last;
		d.id = q->id[q->first];
		d.length = here;
		d.frame_length = bytes;
		d.flags |= (uint16_t)((i == 0 ? TOE_RX_FIRST : 0) | (i + 1 == used ? TOE_RX_LAST : 0));
		q->done[q->completed++ & (q->entries - 1)] = d;
		left -= here;
		q->room -= size;
		q->first++;
		q->count--;
		q->free_done--;
	}
	if (!q->count)
		q->first = 0;
	q->packets++;
}

/* Room for completions, as the driver's `seen` says at the start of a batch. */
static bool look(struct nic *n, struct toe_rx_queue *q)
{
	if (!nic_dma_map(n, q->control_at, sizeof *q->control)) {
		toe_fatal(n, TOE_FATAL_DMA);
		return false;
	}
	const uint32_t seen = __atomic_load_n(&q->control->seen, __ATOMIC_ACQUIRE), unseen = q->completed - seen;
	if (unseen > q->entries) {
		toe_ring_fail(n, "receive queue %u: completions seen up to %u, written up to %u", q->index, seen, q->completed);
		return false;
	}
	q->free_done = q->entries - unseen;
	return true;
}

static void publish(struct nic *n, struct toe_rx_queue *q)
{
	if (q->told == q->completed)
		return;
	const uint32_t old = q->told;
	q->told = q->completed;
	__atomic_store_n(&q->control->doorbell_event, nic_serial(n) ? q->fetched : q->fetched - 1, __ATOMIC_RELAXED);
	__atomic_store_n(&q->control->consumer, q->fetched - q->count, __ATOMIC_RELEASE);
	__atomic_store_n(&q->control->completed, q->completed, __ATOMIC_RELEASE);
	toe_queue_progress(n, q->control, q->vector, old, q->completed);
}

/* ---------------------------------------------------------------------------------------------------------------- the way up */
static struct toe_rx_queue *queue_of(struct toe *t, unsigned index)
{
	struct toe_traffic *f = &t->traffic;
	if (index < TOE_QUEUES_MAX && f->rx[index].on)
		return &f->rx[index];
	return f->rx[0].on ? &f->rx[0] : NULL;
}

/* Copies a frame that lies elsewhere into the first buffers of a queue. */
static void copy_in(struct toe_rx_queue *q, const struct iovec *v, uint32_t bytes)
{
	struct iovec *b = &q->buffer[q->first];
	size_t into = 0;
	for (; bytes; v++) {
		const uint8_t *from = v->iov_base;
		uint32_t take = v->iov_len < bytes ? (uint32_t)v->iov_len : bytes;
		bytes -= take;
		while (take) {
			const size_t left = b->iov_len - into, part = left < take ? left : take;
			memcpy((uint8_t *)b->iov_base + into, from, part);
			from += part;
			take -= (uint32_t)part;
			into += part;
			if (into == b->iov_len) {
				into = 0;
				b++;
			}
		}
	}
}

bool toe_rx_deliver(struct nic *n, const struct toe_rx_frame *f)
{
	struct toe *t = nic_state(n);
	struct toe_rx_queue *q = queue_of(t, f->queue);
	if (q && q != f->at && !fetch(n, q))
		return false;
	const unsigned used = q ? buffers_for(q, f->bytes) : 0;
	if (!used) {
		t->statistics.rx_discards += f->frames;
		return true;
	}
	if (q != f->at)
		copy_in(q, f->v, f->bytes);
	complete(q, used, f->bytes, &f->done);
	t->statistics.rx_frames[f->kind] += t->bugs & TOE_BUG_STATISTICS ? 1 : f->frames;
	t->statistics.rx_bytes[f->kind] += f->cable_bytes;
	t->traffic.guess = q->index;
	return true;
}

/* Nobody has a buffer for what comes: wait, or after a while, take it off the wire. */
static bool starve(struct nic *n)
{
	struct toe_traffic *f = &((struct toe *)nic_state(n))->traffic;
	if (nic_wire_dry(n)) { /* nothing comes */
		f->starved = false;
		return true;
	}
	if (!f->starved) {
		f->starved = true;
		f->starved_until = clock_mono_ns() + STARVED_NS;
		nic_timer(n, TOE_TIMER_STARVED, STARVED_NS);
	}
	return clock_mono_ns() < f->starved_until;
}

static void drop(struct nic *n, uint32_t bytes)
{
	struct toe *t = nic_state(n);
	if (bytes >= 14 && toe_rx_wanted(t, t->traffic.scratch))
		t->statistics.rx_discards++;
}

bool toe_rx_poll(struct nic *n)
{
	struct toe *t = nic_state(n);
	struct toe_traffic *f = &t->traffic;
	const bool runs = !t->fatal && (t->control & TOE_CONTROL_RUN);
	bool did = false;
	for (unsigned i = 0; runs && i < TOE_QUEUES_MAX; i++)
		if (f->rx[i].on && !look(n, &f->rx[i]))
			return false;
	for (unsigned i = 0; i < BATCH; i++) {
		struct toe_rx_queue *q = runs ? queue_of(t, f->guess) : NULL;
		struct iovec nowhere = {f->scratch, FRAME_MAX};
		struct frame_info info;
		struct iovec few[TOE_RX_CACHE + 1], *v = &nowhere;
		unsigned pieces = 1, usable = 0;
		if (q) {
			if (!fetch(n, q))
				return false;
			usable = q->count < q->free_done ? q->count : q->free_done;
			if (!usable && starve(n))
				break;
		}
		if (usable) {
			f->starved = false;
			v = &q->buffer[q->first];
			uint64_t room = 0;
			for (pieces = 0; pieces < usable && room < FRAME_MAX; pieces++)
				room += v[pieces].iov_len;
			if (room < FRAME_MAX) { /* the end of a frame that is too large for them goes nowhere */
				v = memcpy(few, v, pieces * sizeof *v);
				v[pieces++] = nowhere;
			}
		}
		info = (struct frame_info){0};
		const ssize_t r = nic_wire_receive(n, &info, v, pieces);
		if (r <= 0 && r != -EMSGSIZE)
			break;
		did = true;
		if (r == -EMSGSIZE) {
			t->statistics.rx_errors++;
			continue;
		}
		if (!usable)
			drop(n, runs ? (uint32_t)r : 0);
		else if (!toe_rx_frame(n, q, v, (uint32_t)r, &info))
			return false;
	}
	if (did && runs && !toe_rsc_flush(n))
		return false;
	for (unsigned i = 0; runs && i < TOE_QUEUES_MAX; i++)
		if (f->rx[i].on)
			publish(n, &f->rx[i]);
	return did;
}
