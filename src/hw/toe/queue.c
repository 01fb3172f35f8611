/*
 * toe, queues: making and ending them, shadow doorbells, interrupts and their moderation.
 *
 * A queue is a ring and a control block in the machine's memory. Both are checked as a whole when the queue is made and reached by pointer
 * afterwards; bus mastering is looked at again in every batch. All indexes count for ever; the card's own copies are in struct toe_tx_queue
 * and toe_rx_queue, and nothing that the driver can write is read back as if it were the card's.
 *
 * The card asks for doorbells only when it goes to sleep (toe_idle): `doorbell_event` = the producer seen, a full barrier, another look.
 * While it is awake `doorbell_event` stays behind. In serial mode it asks always, so that what happens when depends on the driver alone.
 *
 * Limits: 16 queue pairs, 16 to 4096 entries; one batch is 64 packets of each queue, so that no queue and no register access starves.
 */
#include "hw/toe/engine.h"
#include <stdatomic.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

_Static_assert(sizeof(struct toe_queue_setup) == 64 && sizeof(struct toe_queue_control) == 128, "manual: queues");
_Static_assert(sizeof(struct toe_tx_desc) == 32 && sizeof(struct toe_rx_buffer) == 16 && sizeof(struct toe_rx_done) == 32,
               "manual: queues");

unsigned toe_queue_count(const struct toe_build *b)
{
	if (b->queues_set)
		return b->queues;
	return b->rss < 1 ? 1 : b->rss > 4 ? 4 : b->rss;
}

void toe_ring_fail(struct nic *n, const char *fmt, ...)
{
	char text[200];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	nic_fail(n, "%s", text);
	toe_fatal(n, TOE_FATAL_RING);
}

static bool passed(uint32_t event, uint32_t old, uint32_t now)
{
	return now - event - 1 < now - old;
}

/* ---------------------------------------------------------------------------------------------------------- making and ending them */
unsigned toe_queue_create(struct nic *n, const struct toe_command *c)
{
	struct toe *t = nic_state(n);
	struct toe_queue_setup s;
	if (c->length != sizeof s || nic_dma_read(n, c->data, &s, sizeof s))
		return TOE_BAD_FIELD;
	if (s.type == TOE_QUEUE_CONN && s.index == 0 && s.vector < (t->build.vectors ? t->build.vectors : 1) &&
	    s.entries >= TOE_QUEUE_MIN && s.entries <= TOE_QUEUE_MAX && !(s.entries & (s.entries - 1)))
		return toe_conn_create(n, &s);
	if (s.type > TOE_QUEUE_RX || s.index >= toe_queue_count(&t->build) || s.vector >= (t->build.vectors ? t->build.vectors : 1))
		return TOE_BAD_FIELD;
	if (s.entries < TOE_QUEUE_MIN || s.entries > TOE_QUEUE_MAX || (s.entries & (s.entries - 1)))
		return TOE_BAD_FIELD;
	const bool tx = s.type == TOE_QUEUE_TX;
	const size_t ring_bytes = s.entries * (tx ? sizeof(struct toe_tx_desc) : sizeof(struct toe_rx_buffer));
	if (s.ring % 64 || s.control % 64 || (!tx && s.completions % 64) || (tx ? t->traffic.tx[s.index].on : t->traffic.rx[s.index].on))
		return TOE_BAD_FIELD;
	if (!nic_dma_ok(n, s.ring, ring_bytes) || !nic_dma_ok(n, s.control, sizeof(struct toe_queue_control)) ||
	    (!tx && !nic_dma_ok(n, s.completions, s.entries * sizeof(struct toe_rx_done))))
		return TOE_BAD_FIELD;
	void *ring = nic_dma_map(n, s.ring, ring_bytes);
	struct toe_queue_control *control = nic_dma_map(n, s.control, sizeof *control);
	void *done = tx ? NULL : nic_dma_map(n, s.completions, s.entries * sizeof(struct toe_rx_done));
	if (!ring || !control || (!tx && !done))
		return TOE_BAD_FIELD; /* bus mastering is off: the caller stops the card */
	if (tx) {
		struct toe_tx_queue *q = &t->traffic.tx[s.index];
		*q = (struct toe_tx_queue){.on = true, .index = (uint8_t)s.index, .entries = s.entries, .vector = s.vector};
		q->control_at = s.control;
		q->control = control;
		q->ring = ring;
	} else {
		struct toe_rx_queue *q = &t->traffic.rx[s.index];
		memset(q, 0, offsetof(struct toe_rx_queue, buffer));
		q->on = true;
		q->index = (uint8_t)s.index;
		q->entries = s.entries;
		q->vector = s.vector;
		q->control_at = s.control;
		q->control = control;
		q->ring = ring;
		q->done = done;
		q->packets = 0;
	}
	__atomic_store_n(&control->consumer, 0, __ATOMIC_RELAXED);
	__atomic_store_n(&control->completed, 0, __ATOMIC_RELAXED);
	__atomic_store_n(&control->doorbell_event, nic_serial(n) ? 0 : UINT32_MAX, __ATOMIC_RELEASE);
	t->traffic.armed = false;
	nic_note(n, "%s queue %u: %u entries, message %u", tx ? "transmit" : "receive", s.index, s.entries, s.vector);
	return TOE_OK;
}

/* Nothing is in flight between two batches: what the wire took was copied. */
unsigned toe_queue_destroy(struct nic *n, const struct toe_command *c)
{
	struct toe *t = nic_state(n);
	const uint32_t type = c->param[0], index = c->param[1];
	if (type == TOE_QUEUE_CONN && t->conns) {
		toe_conn_stop(t);
		nic_timer(n, TOE_TIMER_TCP, UINT64_MAX);
		return TOE_OK;
	}
	if (type > TOE_QUEUE_RX || index >= TOE_QUEUES_MAX)
		return TOE_BAD_FIELD;
	bool *on = type == TOE_QUEUE_TX ? &t->traffic.tx[index].on : &t->traffic.rx[index].on;
	if (!*on)
		return TOE_BAD_FIELD;
	*on = false;
	nic_note(n, "%s queue %u ended", type == TOE_QUEUE_TX ? "transmit" : "receive", index);
	return TOE_OK;
}

void toe_queues_stop(struct nic *n)
{
	struct toe *t = nic_state(n);
	for (unsigned i = 0; i < TOE_QUEUES_MAX; i++)
		t->traffic.tx[i].on = t->traffic.rx[i].on = false;
	t->traffic.vector_held = 0;
	t->traffic.guess = 0;
	t->traffic.starved = false;
	toe_rsc_stop(t);
	toe_conn_stop(t);
	nic_timer(n, TOE_TIMER_TCP, UINT64_MAX);
	memset(t->traffic.vector_next, 0, sizeof t->traffic.vector_next);
	nic_timer(n, TOE_TIMER_MODERATION, UINT64_MAX);
	nic_timer(n, TOE_TIMER_STARVED, UINT64_MAX);
}

static uint32_t larger(uint32_t a, uint32_t b)
{
	return a > b ? a : b;
}
static uint32_t smaller(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

void toe_limits_changed(struct toe *t)
{
	const struct toe_limits *now = &t->setup.limits;
	for (unsigned i = 0; i < TOE_QUEUES_MAX; i++) {
		struct toe_tx_queue *q = &t->traffic.tx[i];
		if (!q->on)
			continue;
		const uint32_t producer = __atomic_load_n(&q->control->producer, __ATOMIC_ACQUIRE);
		if (producer == q->next || producer - q->next > q->entries)
			continue;
		struct toe_limits g = *now;
		if (q->has_grace) {
			g.csum |= q->grace.csum;
			g.seg |= q->grace.seg;
			g.lso_max4 = larger(g.lso_max4, q->grace.lso_max4);
			g.lso_max6 = larger(g.lso_max6, q->grace.lso_max6);
			g.uso_max = larger(g.uso_max, q->grace.uso_max);
			g.lso_min = smaller(g.lso_min, q->grace.lso_min);
			g.uso_min = smaller(g.uso_min, q->grace.uso_min);
		}
		q->grace = g;
		q->grace_until = producer;
		q->has_grace = true;
	}
}

/* ------------------------------------------------------------------------------------------------------------------- interrupts */
static void interrupt(struct nic *n, uint32_t vector)
{
	struct toe *t = nic_state(n);
	t->traffic.interrupts++;
	if (nic_irq_messages(n))
		nic_irq(n, vector);
	else
		toe_cause(n, TOE_INT_QUEUE);
}

static void interrupt_moderated(struct nic *n, uint32_t vector)
{
	struct toe *t = nic_state(n);
	struct toe_traffic *f = &t->traffic;
	const uint64_t gap = (uint64_t)t->setup.moderation_us * 1000;
	if (!gap) {
		interrupt(n, vector);
		return;
	}
	if (f->vector_held >> vector & 1)
		return;
	const uint64_t now = clock_mono_ns();
	if (now >= f->vector_next[vector]) {
		f->vector_next[vector] = now + gap;
		interrupt(n, vector);
		return;
	}
	if (!f->vector_held)
		nic_timer(n, TOE_TIMER_MODERATION, f->vector_next[vector] - now);
	f->vector_held |= 1ull << vector;
}

void toe_moderation_timer(struct nic *n)
{
	struct toe *t = nic_state(n);
	struct toe_traffic *f = &t->traffic;
	const uint64_t now = clock_mono_ns();
	uint64_t next = UINT64_MAX;
	for (uint64_t held = f->vector_held; held; held &= held - 1) {
		const unsigned v = (unsigned)__builtin_ctzll(held);
		if (f->vector_next[v] <= now) {
			f->vector_held &= ~(1ull << v);
			f->vector_next[v] = now + (uint64_t)t->setup.moderation_us * 1000;
			interrupt(n, v);
		} else if (f->vector_next[v] - now < next) {
			next = f->vector_next[v] - now;
		}
	}
	if (next != UINT64_MAX)
		nic_timer(n, TOE_TIMER_MODERATION, next);
}

void toe_queue_progress(struct nic *n, struct toe_queue_control *c, uint32_t vector, uint32_t old, uint32_t now)
{
	atomic_thread_fence(memory_order_seq_cst); /* the index is out before interrupt_event is read */
	if (old != now && passed(__atomic_load_n(&c->interrupt_event, __ATOMIC_RELAXED), old, now))
		interrupt_moderated(n, vector);
}

/* --------------------------------------------------------------------------------------------------------------- the card's turn */
static bool running(const struct toe *t)
{
	return !t->fatal && (t->control & TOE_CONTROL_RUN);
}

static void disarm(struct nic *n)
{
	struct toe *t = nic_state(n);
	t->traffic.armed = false;
	if (nic_serial(n))
		return;
	toe_conn_disarm(t);
	for (unsigned i = 0; i < TOE_QUEUES_MAX; i++) {
		if (t->traffic.tx[i].on)
			__atomic_store_n(&t->traffic.tx[i].control->doorbell_event, t->traffic.tx[i].next - 1, __ATOMIC_RELAXED);
		if (t->traffic.rx[i].on)
			__atomic_store_n(&t->traffic.rx[i].control->doorbell_event, t->traffic.rx[i].fetched - 1, __ATOMIC_RELAXED);
	}
}

bool toe_poll(struct nic *n)
{
	struct toe *t = nic_state(n);
	bool did = toe_rx_poll(n);
	for (unsigned i = 0; i < TOE_QUEUES_MAX && running(t); i++)
		if (t->traffic.tx[i].on)
			did |= toe_tx_poll(n, &t->traffic.tx[i]);
	if (t->conns)
		did |= toe_conn_poll(n);
	if (did && t->traffic.armed)
		disarm(n);
	return did;
}

/* Asks for doorbells, then looks once more. A queue whose packet waits for the wire, or for its last piece, counts as seen. */
bool toe_idle(struct nic *n)
{
	struct toe *t = nic_state(n);
	struct toe_traffic *f = &t->traffic;
	uint32_t tx[TOE_QUEUES_MAX], rx[TOE_QUEUES_MAX];
	if (!running(t))
		return false;
	for (unsigned i = 0; i < TOE_QUEUES_MAX; i++) {
		if (f->tx[i].on) {
			tx[i] = __atomic_load_n(&f->tx[i].control->producer, __ATOMIC_ACQUIRE);
			__atomic_store_n(&f->tx[i].control->doorbell_event, tx[i], __ATOMIC_RELAXED);
		}
		if (f->rx[i].on && f->starved) {
			rx[i] = __atomic_load_n(&f->rx[i].control->producer, __ATOMIC_ACQUIRE);
			__atomic_store_n(&f->rx[i].control->doorbell_event, rx[i], __ATOMIC_RELAXED);
		}
	}
	const uint32_t asked = t->conns ? toe_conn_ask(t) : 0;
	f->armed = true;
	atomic_thread_fence(memory_order_seq_cst);
	for (unsigned i = 0; i < TOE_QUEUES_MAX; i++) {
		if (f->tx[i].on && __atomic_load_n(&f->tx[i].control->producer, __ATOMIC_ACQUIRE) != tx[i])
			return true;
		if (f->rx[i].on && f->starved && __atomic_load_n(&f->rx[i].control->producer, __ATOMIC_ACQUIRE) != rx[i])
			return true;
	}
	if (t->conns && toe_conn_asked(t, asked))
		return true;
	return toe_poll(n);
}

void toe_queue_doorbell(struct nic *n, uint32_t offset)
{
	struct toe *t = nic_state(n);
	const uint32_t queue = (offset - TOE_DOORBELLS) / 256, which = offset % 256;
	if (!(t->control & TOE_CONTROL_RUN)) {
		toe_ring_fail(n, "doorbell of queue %u: the card does not run", queue);
		return;
	}
	t->traffic.kicks++;
	if (which == TOE_DOORBELL_TX && t->traffic.tx[queue].on)
		while (toe_tx_poll(n, &t->traffic.tx[queue]) && nic_serial(n)) /* serial mode: all there is, before the write is over */
			;
	else if (which == TOE_DOORBELL_CONN && queue == 0 && t->conns)
		toe_conn_poll(n);
	else if (which == TOE_DOORBELL_RX && t->traffic.rx[queue].on)
		toe_rx_poll(n);
}
