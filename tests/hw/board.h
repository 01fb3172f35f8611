/*
 * A board for tests: RAM, one NIC of the lab in it, and the machine's side of the bus, all in this process. Nothing here is a mock: the
 * bus, the NIC's thread and the model are the ones that run in the lab; only the process boundary is missing.
 */
#pragma once
#include "bus/bus.h"
#include "hw/nic.h"
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <unistd.h>
#include <cmocka.h>

#define BOARD_RAM  (8u << 20)
#define BOARD_BUS  0x10000u
#define BOARD_POOL 0x100000u
static uint8_t *board_ram;
static int board_kick_fd, board_irq_fds[BUS_VECTORS];
static char board_finding[256];
static unsigned board_findings;
static struct wire *board_wire; /* what the NIC is plugged into; NULL: nothing */

static int board_kick(unsigned nic)
{
	(void)nic;
	return board_kick_fd;
}
static int board_irq(unsigned nic, unsigned vector)
{
	(void)nic;
	return board_irq_fds[vector];
}
static inline void board_on_finding(void *ctx, struct nic *n, const char *klass, const char *text)
{
	(void)ctx;
	(void)n;
	snprintf(board_finding, sizeof board_finding, "%s: %s", klass, text);
	board_findings++;
}

static inline void board_memory(uint32_t flags)
{
	board_ram = mmap(NULL, BOARD_RAM, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	assert_true(board_ram != MAP_FAILED);
	struct ram_header *h = (void *)board_ram;
	h->magic = RAM_MAGIC;
	h->ram_size = BOARD_RAM;
	h->nics = 1;
	h->flags = flags;
	h->bus[0] = BOARD_BUS;
	h->pool_start = BOARD_POOL;
	board_kick_fd = eventfd(0, EFD_NONBLOCK);
	for (unsigned v = 0; v < BUS_VECTORS; v++)
		board_irq_fds[v] = eventfd(0, EFD_NONBLOCK);
	board_findings = 0;
	board_finding[0] = 0;
}

static inline void board_memory_free(void)
{
	munmap(board_ram, BOARD_RAM);
	close(board_kick_fd);
	for (unsigned v = 0; v < BUS_VECTORS; v++)
		close(board_irq_fds[v]);
}

static inline struct nic *board_up(const char *spec, uint32_t flags)
{
	struct nic *n = NULL;
	struct err e = {0};
	board_memory(flags);
	if (nic_create(spec, "toe0", &n, &e))
		fail_msg("%s", e.text);
	if (board_wire)
		nic_plug(n, board_wire);
	const struct nic_attach a = {.ram = board_ram,
	                             .ram_size = BOARD_RAM,
	                             .bus_offset = BOARD_BUS,
	                             .kick_fd = board_kick_fd,
	                             .irq_fd = board_irq_fds,
	                             .serial = flags & RAM_SERIAL,
	                             .finding = board_on_finding};
	if (nic_attach(n, &a, &e))
		fail_msg("%s", e.text);
	const struct bus_machine_fds fds = {board_kick, board_irq};
	if (bus_machine_init(board_ram, &fds, &e))
		fail_msg("%s", e.text);
	return n;
}

static inline void board_down(struct nic *n)
{
	nic_destroy(n);
	board_memory_free();
}

static inline uint32_t board_read(uint64_t offset)
{
	uint64_t v = 0;
	assert_int_equal(bus_machine_access(0, 0, offset, false, 4, &v), 0);
	return (uint32_t)v;
}

static inline void board_write(uint64_t offset, uint32_t v)
{
	uint64_t x = v;
	assert_int_equal(bus_machine_access(0, 0, offset, true, 4, &x), 0);
}

/* Waits for an interrupt; false: none came within ms. */
static inline bool board_interrupt(unsigned vector, int ms)
{
	struct pollfd p = {.fd = board_irq_fds[vector], .events = POLLIN};
	uint64_t count;
	if (poll(&p, 1, ms) <= 0 || read(board_irq_fds[vector], &count, sizeof count) < 0)
		return false;
	return bus_machine_irq_ack(0, vector);
}
