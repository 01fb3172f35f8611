/*
 * The page allocator: RAM from ram_header.pool_start to its end, in 4 KiB frames. Every address a driver can be handed comes from here, so
 * it has a physical address: offset in RAM + RAM_PHYS_BASE, which is also what PFN arrays of MDLs and the NIC's DMA use.
 *
 * Two bitmaps in private memory (a driver's stray write cannot reach them): which frames are taken, and which were ever taken (only those
 * need zeroing, so a large idle RAM costs nothing). Next-fit search. The RAM below pool_start (rings, bus) is never handed out, except the
 * driver file's area, which the machine gives back with nt_pages_free after the load.
 */
#include "nt/exec.h"
#include <stdlib.h>
#include <string.h>

static struct {
	pthread_mutex_t lock;
	uint64_t frames, size;
	uint64_t *taken, *dirty;
	uint64_t hint, used;
	int fd;
} ram = {.lock = PTHREAD_MUTEX_INITIALIZER, .fd = MACHINE_FD_RAM};

static bool bit(const uint64_t *map, uint64_t i)
{
	return map[i / 64] >> (i % 64) & 1;
}

int nt_ram_init(void *base)
{
	const struct ram_header *h = base;
	ram.size = h->ram_size;
	ram.frames = h->ram_size / RAM_PAGE;
	size_t words = (ram.frames + 63) / 64;
	ram.taken = calloc(words, 8);
	ram.dirty = calloc(words, 8);
	if (!ram.taken || !ram.dirty)
		return -ENOMEM;
	for (uint64_t i = 0; i < words * 64; i++)
		if (i < (h->pool_start + RAM_PAGE - 1) / RAM_PAGE || i >= ram.frames)
			ram.taken[i / 64] |= 1ull << (i % 64);
	ram.hint = h->pool_start / RAM_PAGE;
	ram.used = 0;
	return 0;
}

void nt_ram_exit(void)
{
	free(ram.taken);
	free(ram.dirty);
	ram.taken = ram.dirty = NULL;
	ram.frames = ram.size = 0;
}

int nt_ram_fd(void)
{
	return ram.fd;
}

void nt_ram_set_fd(int fd)
{
	ram.fd = fd;
}

/* First frame of a free run of n, or 0. */
static uint64_t find_run(uint64_t n, uint64_t from, uint64_t to)
{
	uint64_t run = 0;
	for (uint64_t i = from; i < to; i++) {
		if (i % 64 == 0 && ram.taken[i / 64] == ~0ull) {
			run = 0;
			i += 63;
			continue;
		}
		run = bit(ram.taken, i) ? 0 : run + 1;
		if (run == n)
			return i - n + 1;
	}
	return 0;
}

void *nt_pages_alloc(size_t bytes)
{
	uint64_t n = (bytes + RAM_PAGE - 1) / RAM_PAGE;
	if (!n || n > ram.frames)
		return NULL;
	pthread_mutex_lock(&ram.lock);
	uint64_t at = find_run(n, ram.hint, ram.frames);
	if (!at)
		at = find_run(n, 0, ram.frames);
	if (!at) {
		pthread_mutex_unlock(&ram.lock);
		return NULL;
	}
	char *base = (char *)NT_RAM_BASE + at * RAM_PAGE;
	for (uint64_t i = at; i < at + n; i++) {
		ram.taken[i / 64] |= 1ull << (i % 64);
		if (bit(ram.dirty, i))
			memset((char *)NT_RAM_BASE + i * RAM_PAGE, 0, RAM_PAGE);
		ram.dirty[i / 64] |= 1ull << (i % 64);
	}
	ram.hint = at + n;
	ram.used += n;
	pthread_mutex_unlock(&ram.lock);
	return base;
}

void nt_pages_free(void *p, size_t bytes)
{
	uint64_t n = (bytes + RAM_PAGE - 1) / RAM_PAGE, at = ((uintptr_t)p - NT_RAM_BASE) / RAM_PAGE;
	if (!p || (uintptr_t)p - NT_RAM_BASE >= ram.size || at + n > ram.frames)
		return;
	pthread_mutex_lock(&ram.lock);
	for (uint64_t i = at; i < at + n; i++) {
		if (!bit(ram.taken, i))
			continue;
		ram.taken[i / 64] &= ~(1ull << (i % 64));
		ram.dirty[i / 64] |= 1ull << (i % 64);
		if (ram.used)
			ram.used--;
	}
	pthread_mutex_unlock(&ram.lock);
}

void *nt_pages_alloc_low(size_t bytes)
{
	(void)bytes;
	return NULL; /* RAM_PHYS_BASE is 4 GiB: no frame lies below */
}

size_t nt_pages_used(void)
{
	return ram.used;
}

uint64_t nt_phys(const void *va)
{
	uintptr_t offset = (uintptr_t)va - NT_RAM_BASE;
	return offset < ram.size ? offset + RAM_PHYS_BASE : nt_window_phys(va);
}

void *nt_virt(uint64_t phys)
{
	uint64_t offset = phys - RAM_PHYS_BASE;
	return offset < ram.size ? (char *)NT_RAM_BASE + offset : NULL;
}
