/*
 * Device memory: a range of addresses for a part of a NIC's BAR. Pages that the model keeps in shadow memory are mapped read-only from RAM
 * (reads cost nothing); every other access faults, image decodes it, and nt_io_access() carries it to the NIC. A posted write is a ring
 * entry, a read a round trip (src/bus/bus.h). System calls: mmap.
 */
#include "nt/exec.h"
#include "bus/bus.h"
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define IO_BASE (NT_RAM_BASE + (3ull << 40))
#define IO_MAX  (1ull << 40)
#define MAPS    64

struct map {
	uintptr_t va; /* page aligned; 0 = free */
	size_t bytes; /* whole pages */
	uint64_t phys;
	unsigned nic, bar;
	uint64_t offset;
};
/* Written under the lock, read without it from faults: entries are filled before va is published. */
static struct map maps[MAPS];
static uintptr_t next = IO_BASE;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static struct map *find(uintptr_t va)
{
	for (unsigned i = 0; i < MAPS; i++) {
		uintptr_t at = __atomic_load_n(&maps[i].va, __ATOMIC_ACQUIRE);
		if (at && va - at < maps[i].bytes)
			return &maps[i];
	}
	return NULL;
}

void *nt_io_map(uint64_t phys, size_t bytes)
{
	unsigned nic, bar;
	uint64_t offset, page = phys & ~(uint64_t)(RAM_PAGE - 1);
	size_t lead = (size_t)(phys - page), span = ALIGN_UP_TO(lead + bytes, RAM_PAGE);
	void *va = NULL;
	if (!bytes || bytes > IO_MAX / 2 || bus_machine_find(phys, bytes, &nic, &bar, &offset))
		return NULL;
	pthread_mutex_lock(&lock);
	struct map *m = NULL;
	for (unsigned i = 0; i < MAPS && !m; i++)
		if (!maps[i].va)
			m = &maps[i];
	if (m && next + span + RAM_PAGE < IO_BASE + IO_MAX)
		va = mmap((void *)next, span, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);
	if (!va || va == MAP_FAILED) {
		pthread_mutex_unlock(&lock);
		return NULL;
	}
	m->bytes = span;
	m->phys = page;
	m->nic = nic;
	m->bar = bar;
	m->offset = offset - lead;
	for (uint64_t at = 0; at < span; at += RAM_PAGE) {
		uint64_t shadow = bus_machine_shadow(nic, bar, (m->offset + at) / RAM_PAGE);
		/* where that fails the page stays without access: reads of it trap, as those of pages without a shadow do */
		if (shadow)
			(void)mmap((char *)va + at, RAM_PAGE, PROT_READ, MAP_SHARED | MAP_FIXED, nt_ram_fd(), (off_t)shadow);
	}
	next += span + RAM_PAGE; /* addresses are not used again: a stale pointer faults, and is named */
	__atomic_store_n(&m->va, (uintptr_t)va, __ATOMIC_RELEASE);
	pthread_mutex_unlock(&lock);
	return (char *)va + lead;
}

void nt_io_unmap(void *va, size_t bytes)
{
	(void)bytes;
	pthread_mutex_lock(&lock);
	struct map *m = find((uintptr_t)va);
	if (m) {
		munmap((void *)m->va, m->bytes);
		__atomic_store_n(&m->va, 0, __ATOMIC_RELEASE);
	}
	pthread_mutex_unlock(&lock);
	if (!m) {
		char who[200];
		nt_finding("I/O space", "%s unmaps %p, which is no mapping of device memory", nt_where_text(nt_caller(), who, sizeof who),
		           va);
	}
}

uint64_t nt_io_phys(const void *va)
{
	struct map *m = find((uintptr_t)va);
	return m ? m->phys + ((uintptr_t)va - m->va) : 0;
}

int nt_io_access(uint64_t address, int write, unsigned size, uint64_t *value)
{
	struct map *m = find(address);
	if (!m)
		return -ENOENT;
	return bus_machine_access(m->nic, m->bar, m->offset + (address - m->va), write, size, value);
}

int nt_io_port(uint16_t port, int write, unsigned size, uint32_t *value)
{
	unsigned nic, bar;
	uint64_t offset, v = *value;
	int r = bus_machine_find_port(port, size, &nic, &bar, &offset);
	if (!r)
		r = bus_machine_access(nic, bar, offset, write, size, &v);
	if (!r && !write)
		*value = (uint32_t)v;
	return r;
}

void nt_io_map_exit(void)
{
	for (unsigned i = 0; i < MAPS; i++)
		if (maps[i].va) {
			munmap((void *)maps[i].va, maps[i].bytes);
			maps[i].va = 0;
		}
	next = IO_BASE;
}
