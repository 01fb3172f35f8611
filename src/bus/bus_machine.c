/*
 * The machine's half of the bus: how an access of the driver reaches the NIC's thread in the lab.
 *
 * A write takes the NIC's producer lock (a spin lock in our own memory: held for a dozen instructions, never across a wait), fills an entry
 * of the posted ring and wakes the lab only if it said that it sleeps. When the ring is full the writer flushes: a synchronous access is
 * answered after all posted writes before it were taken, so the ring is empty then.
 *
 * A read takes one of BUS_SLOTS slots, marks it asked, and waits: SPINS turns (about what one hop between processors takes), then a futex.
 * The lab wakes the futex only when the slot says that somebody sleeps on it, so a quick answer costs no system call on either side.
 *
 * No lost wake-up: we publish, then look at lab_sleeps; the lab sets lab_sleeps, then looks at what is published; both sequentially
 * consistent.
 *
 * Nothing here allocates or blocks on anything but the lab's answer: it runs in the continuation of a trapped instruction, at any IRQL.
 * System calls: write (kick), futex, sched_yield, write (unmask of a pending vector).
 */
#include "bus/bus.h"
#include <linux/futex.h>
#include <sched.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define SPINS 200 /* pause instructions; 3 to 10 microseconds */

static struct {
	uint8_t *ram;
	struct bus_shared *nic[FLUE_NICS]; /* NULL = absent */
	int kick[FLUE_NICS];
	struct bus_machine_fds fds;
	bool serial;
	bool spin; /* more than one processor */
	_Atomic uint32_t lock[FLUE_NICS];
} bus;

static int default_kick(unsigned nic)
{
	return MACHINE_FD_BUS_KICK + (int)nic;
}
static int default_irq(unsigned nic, unsigned vector)
{
	return MACHINE_FD_IRQ0 + (int)(nic * BUS_VECTORS + vector);
}

int bus_machine_init(void *ram, const struct bus_machine_fds *fds, struct err *e)
{
	const struct ram_header *h = ram;
	memset(&bus, 0, sizeof bus);
	if (h->magic != RAM_MAGIC || h->nics > FLUE_NICS)
		return err_set(e, EINVAL,
		               "bus: the shared memory has no valid header; lab and machine are of different builds: build again");
	for (unsigned i = 0; i < h->nics; i++)
		if (h->bus[i] == 0 || h->bus[i] % RAM_PAGE || h->bus[i] + sizeof(struct bus_shared) > h->ram_size)
			return err_set(e, EINVAL, "bus: NIC %u has no place in the shared memory", i);
	bus.ram = ram;
	bus.fds = fds ? *fds : (struct bus_machine_fds){default_kick, default_irq};
	bus.serial = h->flags & RAM_SERIAL;
	bus.spin = sysconf(_SC_NPROCESSORS_ONLN) > 1;
	for (unsigned i = 0; i < h->nics; i++) {
		struct bus_shared *s = (struct bus_shared *)(bus.ram + h->bus[i]);
		if (!s->present)
			continue;
		bus.nic[i] = s;
		bus.kick[i] = bus.fds.kick(i);
	}
	return 0;
}

const struct bus_shared *bus_machine_nic(unsigned nic)
{
	return nic < FLUE_NICS ? bus.nic[nic] : NULL;
}

static int find(uint64_t at, uint64_t len, uint32_t io, unsigned *nic, unsigned *bar, uint64_t *offset)
{
	for (unsigned n = 0; n < FLUE_NICS; n++) {
		const struct bus_shared *s = bus.nic[n];
		for (unsigned b = 0; s && b < BUS_BARS; b++) {
			const struct bus_bar *r = &s->bar[b];
			if (r->size == 0 || r->io != io || at < r->phys || at - r->phys >= r->size || len > r->size - (at - r->phys))
				continue;
			*nic = n;
			*bar = b;
			*offset = at - r->phys;
			return 0;
		}
	}
	return -ENOENT;
}

int bus_machine_find(uint64_t at, uint64_t len, unsigned *nic, unsigned *bar, uint64_t *offset)
{
	return find(at, len, 0, nic, bar, offset);
}

int bus_machine_find_port(uint32_t port, uint32_t len, unsigned *nic, unsigned *bar, uint64_t *offset)
{
	return find(port, len, 1, nic, bar, offset);
}

uint64_t bus_machine_shadow(unsigned nic, unsigned bar, uint64_t page)
{
	const struct bus_shared *s = bus_machine_nic(nic);
	if (!s || bar >= BUS_BARS || !s->bar[bar].shadow || page >= s->bar[bar].shadow_pages)
		return 0;
	return s->bar[bar].shadow + page * RAM_PAGE;
}

static void kick(unsigned nic)
{
	struct bus_shared *s = bus.nic[nic];
	atomic_thread_fence(memory_order_seq_cst);
	if (atomic_load_explicit(&s->lab_sleeps, memory_order_relaxed) && atomic_exchange(&s->lab_sleeps, 0)) {
		const uint64_t one = 1;
		while (write(bus.kick[nic], &one, sizeof one) < 0 && errno == EINTR)
			;
	}
}

static void slot_wait(struct bus_slot *slot)
{
	for (unsigned i = 0; bus.spin && i < SPINS; i++) {
		if (atomic_load_explicit(&slot->state, memory_order_acquire) == SLOT_ANSWERED)
			return;
		__builtin_ia32_pause();
	}
	uint32_t state = SLOT_ASKED;
	atomic_compare_exchange_strong(&slot->state, &state, SLOT_WAITING);
	while ((state = atomic_load_explicit(&slot->state, memory_order_acquire)) == SLOT_WAITING) {
		/* The time limit is against a corrupted slot only: the driver can write over anything here. */
		const struct timespec limit = {.tv_nsec = 200 * 1000 * 1000};
		syscall(SYS_futex, &slot->state, FUTEX_WAIT, SLOT_WAITING, &limit, NULL, 0);
	}
}

/* One synchronous access; all ones when there is no such NIC. */
static uint64_t ask(unsigned nic, uint32_t op, uint32_t bar, uint64_t offset, uint32_t size, uint64_t value)
{
	struct bus_shared *s = nic < FLUE_NICS ? bus.nic[nic] : NULL;
	if (!s || atomic_load_explicit(&s->broken, memory_order_relaxed))
		return UINT64_MAX;
	unsigned i = 0;
	for (uint32_t want = SLOT_FREE;; want = SLOT_FREE, i = (i + 1) % BUS_SLOTS) {
		if (atomic_compare_exchange_strong(&s->slot[i].state, &want, SLOT_TAKEN))
			break;
		if (i == BUS_SLOTS - 1)
			sched_yield();
	}
	struct bus_slot *slot = &s->slot[i];
	slot->op = op;
	slot->bar = bar;
	slot->offset = offset;
	slot->size = size;
	slot->value = value;
	atomic_store_explicit(&slot->state, SLOT_ASKED, memory_order_release);
	atomic_fetch_or(&s->asked, 1ull << i);
	atomic_fetch_add_explicit(&s->syncs, 1, memory_order_relaxed);
	kick(nic);
	slot_wait(slot);
	value = slot->value;
	atomic_store_explicit(&slot->state, SLOT_FREE, memory_order_release);
	return value;
}

void bus_machine_flush(unsigned nic)
{
	ask(nic, BUS_FLUSH, 0, 0, 0, 0);
}

static void post(unsigned nic, unsigned bar, uint64_t offset, unsigned size, uint64_t value)
{
	struct bus_shared *s = bus.nic[nic];
	for (;;) {
		for (uint32_t n = 0; atomic_exchange_explicit(&bus.lock[nic], 1, memory_order_acquire); n++)
			if (n < SPINS)
				__builtin_ia32_pause();
			else
				sched_yield();
		const uint32_t head = atomic_load_explicit(&s->posted_head, memory_order_relaxed);
		const uint32_t used = head - atomic_load_explicit(&s->posted_tail, memory_order_acquire);
		if (used < BUS_POSTED) {
			struct bus_posted *p = &s->posted[head % BUS_POSTED];
			p->offset = (uint64_t)bar << 56 | offset;
			p->value = value;
			p->size = size;
			atomic_store_explicit(&s->posted_head, head + 1, memory_order_release);
			atomic_store_explicit(&bus.lock[nic], 0, memory_order_release);
			break;
		}
		atomic_store_explicit(&bus.lock[nic], 0, memory_order_release);
		if (atomic_load_explicit(&s->broken, memory_order_relaxed))
			return;
		bus_machine_flush(nic);
	}
	atomic_fetch_add_explicit(&s->posted_writes, 1, memory_order_relaxed);
	kick(nic);
}

static uint64_t ones(unsigned size)
{
	return size == 8 ? UINT64_MAX : (1ull << (size * 8)) - 1;
}

int bus_machine_access(unsigned nic, unsigned bar, uint64_t offset, bool write, unsigned size, uint64_t *value)
{
	struct bus_shared *s = nic < FLUE_NICS ? bus.nic[nic] : NULL;
	if (bar >= BUS_BARS || (size != 1 && size != 2 && size != 4 && size != 8))
		return -EINVAL;
	if (!s) {
		if (!write)
			*value = ones(size);
		return 0;
	}
	if (offset >= s->bar[bar].size || size > s->bar[bar].size - offset)
		return -EINVAL;
	atomic_fetch_add_explicit(&s->traps, 1, memory_order_relaxed);
	if (!write)
		*value = ask(nic, BUS_BAR_READ, bar, offset, size, 0) & ones(size);
	else if (bus.serial)
		ask(nic, BUS_BAR_WRITE_SYNC, bar, offset, size, *value & ones(size));
	else if (!atomic_load_explicit(&s->broken, memory_order_relaxed))
		post(nic, bar, offset, size, *value & ones(size));
	return 0;
}

unsigned bus_machine_config(unsigned nic, bool write, unsigned offset, void *buffer, unsigned bytes)
{
	uint8_t *p = buffer;
	unsigned done = 0;
	if (nic >= FLUE_NICS || !bus.nic[nic] || offset >= 4096)
		return 0;
	if (bytes > 4096 - offset)
		bytes = 4096 - offset;
	while (done < bytes) {
		unsigned size = 4;
		while ((offset + done) % size || size > bytes - done)
			size /= 2;
		uint32_t v = 0;
		if (write) {
			memcpy(&v, p + done, size);
			ask(nic, BUS_CFG_WRITE, 0, offset + done, size, v);
		} else {
			v = (uint32_t)ask(nic, BUS_CFG_READ, 0, offset + done, size, 0);
			memcpy(p + done, &v, size);
		}
		done += size;
	}
	return done;
}

static uint32_t cfg_get(unsigned nic, unsigned offset, unsigned size)
{
	uint32_t v = 0;
	bus_machine_config(nic, false, offset, &v, size);
	return v;
}

static void cfg_set(unsigned nic, unsigned offset, unsigned size, uint32_t v)
{
	bus_machine_config(nic, true, offset, &v, size);
}

/* PCI Local Bus 3.0, 6.2.2 (command), 6.7 (capability list), 6.8.2 (MSI-X) */
enum { CFG_COMMAND = 4, CFG_STATUS = 6, CFG_CAP = 0x34, CMD_IO = 1, CMD_MEMORY = 2, CMD_MASTER = 4, CMD_INTX_OFF = 0x400, CAP_MSIX = 0x11 };

static unsigned find_capability(unsigned nic, unsigned id)
{
	if (!(cfg_get(nic, CFG_STATUS, 2) & 0x10))
		return 0;
	unsigned at = cfg_get(nic, CFG_CAP, 1) & 0xfc;
	for (unsigned n = 0; at && n < 48; n++, at = cfg_get(nic, at + 1, 1) & 0xfc)
		if (cfg_get(nic, at, 1) == id)
			return at;
	return 0;
}

int bus_machine_start(unsigned nic, unsigned messages)
{
	if (!bus_machine_nic(nic))
		return -ENODEV;
	const unsigned cap = find_capability(nic, CAP_MSIX);
	if (messages && !cap)
		return -ENOTSUP;
	uint32_t command = (cfg_get(nic, CFG_COMMAND, 2) | CMD_IO | CMD_MEMORY | CMD_MASTER) & ~(uint32_t)CMD_INTX_OFF;
	if (cap) {
		const uint32_t control = cfg_get(nic, cap + 2, 2);
		const unsigned vectors = (control & 0x7ff) + 1;
		if (messages > vectors)
			return -EINVAL;
		cfg_set(nic, CFG_COMMAND, 2, command);
		const uint32_t table = cfg_get(nic, cap + 4, 4);
		for (unsigned v = 0; v < vectors; v++) {
			const uint32_t entry[4] = {0xfee00000u, 0, 0x40 + v, v >= messages};
			for (unsigned w = 0; w < 4; w++)
				ask(nic, BUS_BAR_WRITE_SYNC, table & 7, (table & ~7u) + v * 16 + w * 4, 4, entry[w]);
		}
		cfg_set(nic, cap + 2, 2, messages ? 0x8000 : 0);
	}
	cfg_set(nic, CFG_COMMAND, 2, messages ? command | CMD_INTX_OFF : command);
	return 0;
}

void bus_machine_stop(unsigned nic)
{
	if (!bus_machine_nic(nic))
		return;
	bus_machine_reset(nic);
	cfg_set(nic, CFG_COMMAND, 2, cfg_get(nic, CFG_COMMAND, 2) & ~(uint32_t)(CMD_IO | CMD_MEMORY | CMD_MASTER));
}

void bus_machine_reset(unsigned nic)
{
	ask(nic, BUS_RESET, 0, 0, 0, 0);
}

int bus_machine_irq_fd(unsigned nic, unsigned vector)
{
	return bus_machine_nic(nic) && vector < BUS_VECTORS ? bus.fds.irq(nic, vector) : -1;
}

bool bus_machine_irq_ack(unsigned nic, unsigned vector)
{
	struct bus_shared *s = nic < FLUE_NICS ? bus.nic[nic] : NULL;
	const uint64_t bit = 1ull << (vector % BUS_VECTORS);
	return s && (atomic_fetch_and(&s->irq_pending, ~bit) & bit);
}

void bus_machine_irq_mask(unsigned nic, unsigned vector, bool masked)
{
	struct bus_shared *s = nic < FLUE_NICS ? bus.nic[nic] : NULL;
	const uint64_t bit = 1ull << (vector % BUS_VECTORS);
	if (!s)
		return;
	if (masked) {
		atomic_fetch_or(&s->irq_masked, bit);
		return;
	}
	atomic_fetch_and(&s->irq_masked, ~bit);
	if (atomic_load(&s->irq_pending) & bit) {
		const uint64_t one = 1;
		while (write(bus_machine_irq_fd(nic, vector), &one, sizeof one) < 0 && errno == EINTR)
			;
	}
}
