/*
 * The lab's half of the bus: a NIC's thread drains what the machine posted and answers what it asked.
 *
 * All of the shared memory is hostile: the driver can write anything anywhere in RAM, at any time. So every entry is copied before it is
 * looked at, every index is reduced or compared with the lab's own copy, and nothing the lab decides by is read back from there. What no
 * honest machine writes (a ring longer than itself, a size of 3, an offset past the BAR) breaks the bus: one finding with the reason, and
 * from then on reads give all ones and writes vanish, as with a card pulled out. Slots are answered even then, so that the machine never
 * waits for ever.
 *
 * Limits: one step serves at most one full ring and 64 slots, so a machine that writes without end can't keep the thread from its other
 * duties.
 */
#include "bus/bus.h"
#include "trace/trace.h"
#include <linux/futex.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define TRACES_PER_SECOND 2000 /* TRACE_BUS records of one NIC */

void bus_lab_format(struct bus_shared *shared)
{
	memset(shared, 0, sizeof *shared);
}

void bus_lab_init(struct bus_lab *b, struct bus_shared *shared, unsigned nic, const struct bus_lab_ops *ops, void *ctx, int kick_fd)
{
	memset(b, 0, sizeof *b);
	b->shared = shared;
	b->nic = nic;
	b->ops = ops;
	b->ctx = ctx;
	b->kick_fd = kick_fd;
	for (unsigned v = 0; v < BUS_VECTORS; v++)
		b->irq_fd[v] = -1;
	for (unsigned i = 0; i < BUS_BARS; i++)
		b->bar_size[i] = shared->bar[i].size;
}

static __attribute__((format(printf, 2, 3))) void breaks(struct bus_lab *b, const char *fmt, ...)
{
	va_list ap;
	if (b->broken)
		return;
	b->broken = true;
	va_start(ap, fmt);
	vsnprintf(b->why, sizeof b->why, fmt, ap);
	va_end(ap);
	atomic_store(&b->shared->broken, 1);
	b->ops->broken(b->ctx, b->why);
}

static void trace(struct bus_lab *b, const char *name, uint32_t op, unsigned bar, uint64_t offset, uint32_t size, uint64_t value)
{
	if (!trace_sink)
		return;
	const uint64_t second = clock_mono_ns() / 1000000000u;
	if (second != b->trace_second) {
		if (b->trace_left_out)
			trace_textf(TRACE_NIC, (uint8_t)b->nic, "bus", "%u accesses of the last second not recorded", b->trace_left_out);
		b->trace_second = second;
		b->trace_count = b->trace_left_out = 0;
	}
	if (b->trace_count++ >= TRACES_PER_SECOND) {
		b->trace_left_out++;
		return;
	}
	const struct trace_bus t = {.op = op, .bar = bar, .size = size, .offset = offset, .value = value};
	trace_write(TRACE_BUS, (uint8_t)b->nic, 0, name, &t, sizeof t);
}

static bool in_bar(const struct bus_lab *b, uint32_t bar, uint64_t offset, uint32_t size)
{
	return bar < BUS_BARS && (size == 1 || size == 2 || size == 4 || size == 8) && offset < b->bar_size[bar] &&
	       size <= b->bar_size[bar] - offset;
}

static uint64_t ones(uint32_t size)
{
	return size >= 8 ? UINT64_MAX : (1ull << (size * 8)) - 1;
}

static int drain_posted(struct bus_lab *b)
{
	struct bus_shared *s = b->shared;
	const uint32_t head = atomic_load_explicit(&s->posted_head, memory_order_acquire);
	const uint32_t n = head - b->tail;
	if (n > BUS_POSTED && !b->broken)
		breaks(b, "the ring of posted writes claims %u entries of %u", n, BUS_POSTED);
	if (b->broken) {
		b->tail = head;
		atomic_store_explicit(&s->posted_tail, head, memory_order_release);
		return 0;
	}
	for (uint32_t i = 0; i < n && !b->broken; i++) {
		struct bus_posted p;
		memcpy(&p, &s->posted[b->tail % BUS_POSTED], sizeof p);
		atomic_store_explicit(&s->posted_tail, ++b->tail, memory_order_release);
		const unsigned bar = (unsigned)(p.offset >> 56);
		const uint64_t offset = p.offset & 0x00ffffffffffffffull;
		if (!in_bar(b, bar, offset, p.size)) {
			breaks(b, "a posted write of %u bytes at BAR%u+0x%llx, where there is none", p.size, bar,
			       (unsigned long long)offset);
			break;
		}
		trace(b, "write", BUS_POSTED_WRITE, bar, offset, p.size, p.value & ones(p.size));
		b->ops->write(b->ctx, bar, offset, p.size, p.value & ones(p.size));
	}
	return (int)n;
}

static uint64_t serve(struct bus_lab *b, const struct bus_slot *q)
{
	uint64_t v = UINT64_MAX;
	if (b->broken)
		return v;
	switch (q->op) {
	case BUS_BAR_READ:
	case BUS_BAR_WRITE_SYNC:
		if (!in_bar(b, q->bar, q->offset, q->size)) {
			breaks(b, "an access of %u bytes at BAR%u+0x%llx, where there is none", q->size, q->bar,
			       (unsigned long long)q->offset);
			break;
		}
		if (q->op == BUS_BAR_READ) {
			v = b->ops->read(b->ctx, q->bar, q->offset, q->size) & ones(q->size);
			trace(b, "read", q->op, q->bar, q->offset, q->size, v);
		} else {
			trace(b, "write", q->op, q->bar, q->offset, q->size, q->value & ones(q->size));
			b->ops->write(b->ctx, q->bar, q->offset, q->size, q->value & ones(q->size));
		}
		break;
	case BUS_CFG_READ:
	case BUS_CFG_WRITE:
		if ((q->size != 1 && q->size != 2 && q->size != 4) || q->offset >= 4096 || q->offset % q->size) {
			breaks(b, "a configuration access of %u bytes at 0x%llx", q->size, (unsigned long long)q->offset);
			break;
		}
		if (q->op == BUS_CFG_READ) {
			v = b->ops->config_read(b->ctx, (unsigned)q->offset, q->size) & ones(q->size);
			trace(b, "config read", q->op, 0, q->offset, q->size, v);
		} else {
			trace(b, "config write", q->op, 0, q->offset, q->size, q->value & ones(q->size));
			b->ops->config_write(b->ctx, (unsigned)q->offset, q->size, (uint32_t)(q->value & ones(q->size)));
		}
		break;
	case BUS_RESET:
		trace(b, "reset", q->op, 0, 0, 0, 0);
		b->ops->reset(b->ctx);
		break;
	case BUS_FLUSH:
		break;
	default:
		breaks(b, "an unknown request (%u)", q->op);
	}
	return v;
}

int bus_lab_step(struct bus_lab *b)
{
	struct bus_shared *s = b->shared;
	/* The order matters: whoever set a bit here had posted his writes before. */
	uint64_t asked = atomic_load_explicit(&s->asked, memory_order_relaxed) ? atomic_exchange(&s->asked, 0) : 0;
	int n = drain_posted(b);
	while (asked) {
		const unsigned i = (unsigned)__builtin_ctzll(asked);
		struct bus_slot *slot = &s->slot[i];
		struct bus_slot q;
		asked &= asked - 1;
		const uint32_t state = atomic_load_explicit(&slot->state, memory_order_acquire);
		if (state != SLOT_ASKED && state != SLOT_WAITING)
			continue;
		q.op = slot->op;
		q.bar = slot->bar;
		q.size = slot->size;
		q.offset = slot->offset;
		q.value = slot->value;
		atomic_signal_fence(memory_order_seq_cst); /* q is a copy: the compiler must not read the slot again */
		slot->value = serve(b, &q);
		if (atomic_exchange(&slot->state, SLOT_ANSWERED) == SLOT_WAITING)
			syscall(SYS_futex, &slot->state, FUTEX_WAKE, 1, NULL, NULL, 0);
		n++;
	}
	return b->broken && n == 0 ? -EPROTO : n;
}

bool bus_lab_sleep(struct bus_lab *b, uint64_t timeout_ns)
{
	return bus_lab_sleep_on(b, timeout_ns, -1, 0);
}

bool bus_lab_sleep_on(struct bus_lab *b, uint64_t timeout_ns, int fd, short events)
{
	struct bus_shared *s = b->shared;
	atomic_store(&s->lab_sleeps, 1);
	atomic_thread_fence(memory_order_seq_cst);
	if (atomic_load(&s->posted_head) != b->tail || atomic_load(&s->asked)) {
		atomic_store(&s->lab_sleeps, 0);
		return false;
	}
	struct pollfd p[2] = {{.fd = b->kick_fd, .events = POLLIN}, {.fd = fd, .events = events}};
	const struct timespec limit = {(time_t)(timeout_ns / 1000000000u), (long)(timeout_ns % 1000000000u)};
	b->sleeps++;
	b->told = 0;
	const int woken = ppoll(p, fd < 0 ? 1 : 2, timeout_ns == UINT64_MAX ? NULL : &limit, NULL);
	if (woken > 0)
		b->told = p[1].revents;
	if (woken > 0 && p[0].revents) {
		uint64_t count;
		if (read(b->kick_fd, &count, sizeof count) < 0 && errno != EAGAIN && errno != EINTR)
			breaks(b, "its wake-up descriptor is gone");
	}
	atomic_store(&s->lab_sleeps, 0);
	return true;
}

static void ring(int fd)
{
	const uint64_t one = 1;
	while (write(fd, &one, sizeof one) < 0 && errno == EINTR)
		;
}

void bus_lab_poke(struct bus_lab *b)
{
	ring(b->kick_fd);
}

void bus_lab_raise(struct bus_lab *b, unsigned vector)
{
	if (vector >= BUS_VECTORS || b->irq_fd[vector] < 0)
		return;
	const uint64_t bit = 1ull << vector;
	atomic_fetch_or(&b->shared->irq_pending, bit);
	atomic_fetch_add_explicit(&b->shared->irqs, 1, memory_order_relaxed);
	trace(b, "interrupt", BUS_INTERRUPT, 0, vector, 0, 0);
	if (!(atomic_load(&b->shared->irq_masked) & bit))
		ring(b->irq_fd[vector]);
}
