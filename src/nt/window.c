/*
 * Windows: ranges of virtual addresses behind RAM onto which single frames are mapped a second time, in any order. Three users: mappings of
 * MDLs whose pages are not neighbours, the special pool of --verify (a window's neighbour pages are never mapped, so they are its guard
 * pages, and a freed one faults), and memory that --verify scatters over physical pages.
 *
 * One window costs up to one kernel mapping per page (vm.max_map_count, 65,530): callers fall back to plain RAM when nt_window_map fails.
 * Addresses are handed out next-fit, so a freed range is used again as late as possible. System calls: mmap.
 */
#include "nt/exec.h"
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define WINDOW_BASE      (NT_RAM_BASE + (1ull << 40))
#define WINDOW_MAX_PAGES 30000u /* live at once: under half of vm.max_map_count, since each page may need a mapping and leave a hole */
#define UNMAPPED         0xffffffffu

static struct {
	pthread_mutex_t lock;
	uint32_t *frame; /* per window page; UNMAPPED = guard or free */
	size_t pages, hint, live;
} win = {.lock = PTHREAD_MUTEX_INITIALIZER};

int nt_window_init(size_t pages)
{
	void *va = mmap((void *)WINDOW_BASE, pages * RAM_PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE,
	                -1, 0);
	if (va == MAP_FAILED)
		return -errno;
	win.frame = malloc(pages * sizeof *win.frame);
	if (!win.frame)
		return -ENOMEM;
	memset(win.frame, 0xff, pages * sizeof *win.frame);
	win.pages = pages;
	win.hint = win.live = 0;
	return 0;
}

void nt_window_exit(void)
{
	if (win.pages)
		munmap((void *)WINDOW_BASE, win.pages * RAM_PAGE);
	free(win.frame);
	win.frame = NULL;
	win.pages = 0;
}

/* A run of n unmapped pages with an unmapped one on each side. */
static size_t find(size_t n, size_t from)
{
	size_t run = 0;
	for (size_t i = from; i < win.pages; i++) {
		run = win.frame[i] == UNMAPPED ? run + 1 : 0;
		if (run == n + 2)
			return i - n;
	}
	return 0;
}

static void unmap(size_t at, size_t n)
{
	char *va = (char *)WINDOW_BASE + at * RAM_PAGE;

	/* where the kernel has no room for one more mapping, no access is still what a stale pointer must find */
	if (mmap(va, n * RAM_PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED, -1, 0) == MAP_FAILED)
		mprotect(va, n * RAM_PAGE, PROT_NONE);
}

void *nt_window_map(const uint32_t *frames, size_t n)
{
	void *va = NULL;
	pthread_mutex_lock(&win.lock);
	if (!n || win.live + n > WINDOW_MAX_PAGES)
		goto out;
	size_t at = find(n, win.hint);
	if (!at && !(at = find(n, 0)))
		goto out;
	for (size_t i = 0, run; i < n; i += run) {
		for (run = 1; i + run < n && frames[i + run] == frames[i] + run;)
			run++;
		if (mmap((char *)WINDOW_BASE + (at + i) * RAM_PAGE, run * RAM_PAGE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED,
		         nt_ram_fd(), (off_t)frames[i] * RAM_PAGE) == MAP_FAILED) {
			unmap(at, n);
			goto out;
		}
	}
	memcpy(win.frame + at, frames, n * sizeof *frames);
	win.live += n;
	win.hint = at + n;
	va = (char *)WINDOW_BASE + at * RAM_PAGE;
out:
	pthread_mutex_unlock(&win.lock);
	return va;
}

bool nt_window_exec(void *va, size_t n)
{
	return mprotect(va, n * RAM_PAGE, PROT_READ | PROT_EXEC) == 0;
}

void nt_window_unmap(void *va, size_t n)
{
	size_t at = ((uintptr_t)va - WINDOW_BASE) / RAM_PAGE;
	if ((uintptr_t)va < WINDOW_BASE || at + n > win.pages)
		return;
	pthread_mutex_lock(&win.lock);
	unmap(at, n);
	memset(win.frame + at, 0xff, n * sizeof *win.frame);
	win.live -= n;
	pthread_mutex_unlock(&win.lock);
}

uint64_t nt_window_phys(const void *va)
{
	size_t at = ((uintptr_t)va - WINDOW_BASE) / RAM_PAGE;
	if ((uintptr_t)va < WINDOW_BASE || at >= win.pages || win.frame[at] == UNMAPPED)
		return 0;
	return (uint64_t)win.frame[at] * RAM_PAGE + (uintptr_t)va % RAM_PAGE + RAM_PHYS_BASE;
}

bool nt_window_valid(const void *va)
{
	return nt_window_phys(va) != 0;
}
