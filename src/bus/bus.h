/*
 * bus: the seam between machine and hardware, over the shared memory of abi.h. Two halves that share nothing but that memory:
 *
 *   machine side (bus_machine.c)   what nt calls when the driver touches device memory, ports, configuration space, or an interrupt
 *   lab side (bus_lab.c)           what a NIC's thread (src/hw/nic.c) serves
 *
 * A write is posted: a ring entry, and an eventfd only if the NIC's thread sleeps. A read is a round trip through a slot (the caller spins
 * a little, then sleeps on a futex), unless the model keeps that page in shadow memory, where nt_io_map() maps the shadow page read-only
 * and no read arrives here. The lab drains every write posted before a read was asked ere it answers the read: PCI ordering. A shadowed
 * read does not flush writes; models shadow only registers for which that does not matter. In serial mode (RAM_SERIAL) every write is
 * synchronous: the model has done all it can, and its interrupts are pending, when bus_machine_access() returns.
 */
#pragma once
#include "base/base.h"
#include "bus/abi.h"

/* ------------------------------------------------------------------------------------------------------------------ machine side
 * Plain C, no allocation, no lock held while waiting; callable at any IRQL and from a signal handler's continuation (the MMIO trap). System
 * calls used: write (kick eventfd), futex, sched_yield. */

/* `ram` is the mapping whose header is valid. kick_fd and irq_fd NULL: the descriptors of abi.h (MACHINE_FD_*); tests in one process pass
 * their own. Calling it again starts over with another RAM (tests). */
struct bus_machine_fds {
	int (*kick)(unsigned nic);
	int (*irq)(unsigned nic, unsigned vector);
};
int bus_machine_init(void *ram, const struct bus_machine_fds *fds, struct err *e);
/* NULL when that NIC is absent. BAR addresses, ids and vector counts are read here. */
const struct bus_shared *bus_machine_nic(unsigned nic);
/* Which NIC, BAR and offset are at physical address (memory BARs) / port number (I/O BARs) `at`, all of [at, at+len) inside one BAR. 0 or
 * -ENOENT. */
int bus_machine_find(uint64_t at, uint64_t len, unsigned *nic, unsigned *bar, uint64_t *offset);
int bus_machine_find_port(uint32_t port, uint32_t len, unsigned *nic, unsigned *bar, uint64_t *offset);
/* RAM offset of the shadow page that serves reads of page `page` (offset / 4096) of a BAR; 0: reads of that page trap. */
uint64_t bus_machine_shadow(unsigned nic, unsigned bar, uint64_t page);
/* One access. size 1, 2, 4 or 8, not crossing the BAR's end. Reads of a NIC that is gone or broken give all ones, as PCI does. 0 or
 * -EINVAL. */
int bus_machine_access(unsigned nic, unsigned bar, uint64_t offset, bool write, unsigned size, uint64_t *value);
/* PCI configuration space, offset 0..4095, any length; what Bus Interface Standard and NdisMGetBusData/SetBusData need. Returns bytes done.
 */
unsigned bus_machine_config(unsigned nic, bool write, unsigned offset, void *buffer, unsigned bytes);
/* What the PCI bus driver does at START_DEVICE and at STOP/REMOVE: enables decoding and bus mastering; messages > 0: MSI-X on with that
 * many vectors unmasked, 0: MSI-X off, INTx on (vector 0). bus_machine_stop also resets the function. Models come up with decoding and bus
 * mastering on and INTx selected, so that forgetting this costs only MSI-X. 0 or negative errno (-ENOTSUP: no MSI-X capability). */
int bus_machine_start(unsigned nic, unsigned messages);
void bus_machine_stop(unsigned nic);
void bus_machine_reset(unsigned nic); /* function level reset */
/* Waits until the NIC has taken every write posted so far. */
void bus_machine_flush(unsigned nic);
/* Interrupts: the eventfd of a vector (nt_interrupt_connect takes it). Ack clears the pending bit: call it after reading the eventfd and
 * before the ISR, so that an interrupt raised while the ISR runs is not lost. A masked vector stays pending and fires when it is unmasked.
 */
int bus_machine_irq_fd(unsigned nic, unsigned vector);
bool bus_machine_irq_ack(unsigned nic, unsigned vector); /* true: was pending */
void bus_machine_irq_mask(unsigned nic, unsigned vector, bool masked);

/* ---------------------------------------------------------------------------------------------------------------------- lab side
 * One struct bus_lab per NIC, used by that NIC's thread only, except bus_lab_raise() and bus_lab_poke(): any thread. Everything read from
 * the shared memory is copied and checked; `ops` sees only sane values. */
struct bus_lab_ops {
	uint64_t (*read)(void *ctx, unsigned bar, uint64_t offset, unsigned size);
	void (*write)(void *ctx, unsigned bar, uint64_t offset, unsigned size, uint64_t value);
	uint32_t (*config_read)(void *ctx, unsigned offset, unsigned size);
	void (*config_write)(void *ctx, unsigned offset, unsigned size, uint32_t value);
	void (*reset)(void *ctx);
	/* The machine broke the protocol: a finding, once; the NIC serves it no more. */
	void (*broken)(void *ctx, const char *why);
};
struct bus_lab {
	struct bus_shared *shared;
	unsigned nic;
	const struct bus_lab_ops *ops;
	void *ctx;
	int kick_fd;                 /* nonblocking eventfd; the machine has the same */
	int irq_fd[BUS_VECTORS];     /* -1 = none */
	uint64_t bar_size[BUS_BARS]; /* the lab's own copy */
	uint32_t tail;               /* ditto: the shared one is only published */
	bool broken;
	char why[160];
	/* TRACE_BUS records are limited per second; the number left out is told when the second is over */
	uint64_t trace_second;
	uint32_t trace_count, trace_left_out;
	uint64_t sleeps; /* times the thread went to sleep */
	short told;      /* what poll(2) said of the other descriptor in the last sleep */
};
/* Zeroes `shared` and fills it from the arguments; for the lab before the machine starts. Fields of identity are filled by the caller
 * afterwards. */
void bus_lab_format(struct bus_shared *shared);
void bus_lab_init(struct bus_lab *b, struct bus_shared *shared, unsigned nic, const struct bus_lab_ops *ops, void *ctx, int kick_fd);
/* Does what is waiting. Returns the number of accesses served; 0: nothing waits. -EPROTO once broken. */
int bus_lab_step(struct bus_lab *b);
/* Sleeps until the machine or bus_lab_poke() wakes us, or timeout_ns passed (UINT64_MAX: none). False: did not sleep, there is work. */
bool bus_lab_sleep(struct bus_lab *b, uint64_t timeout_ns);
/* The same, woken also by poll(2) `events` of `fd` (-1: none). */
bool bus_lab_sleep_on(struct bus_lab *b, uint64_t timeout_ns, int fd, short events);
/* Wakes the NIC's thread from another thread of the lab. */
void bus_lab_poke(struct bus_lab *b);
/* Raises a vector: pending bit, then the eventfd unless the machine masked it. */
void bus_lab_raise(struct bus_lab *b, unsigned vector);
