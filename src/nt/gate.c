/*
 * Gates: functions of ours that a driver reaches by pointer instead of by import still go through image's thunk. A gate is the same stub
 * that the loader makes for an import (mov r10, export; mov r11, thunk; jmp r11). The page is written through RAM and executed through a
 * window that is mapped read-execute, so no page is ever writable and executable at one address and no thread sees one change.
 */
#include "nt/exec.h"
#include "nt/exports.h"
#include <string.h>

#define GATE_BYTES 32u
#define PER_PAGE   (RAM_PAGE / GATE_BYTES)
#define PAGES      16u

extern void image_thunk(void); /* image/thunk.S: expects the export in r10 */

static struct {
	pthread_mutex_t lock;
	uint8_t *write[PAGES], *run[PAGES];
	const struct image_export *made[PAGES * PER_PAGE];
	unsigned count;
} gates = {.lock = PTHREAD_MUTEX_INITIALIZER};

void *nt_gate(const struct image_export *x)
{
	void *out = NULL;
	if (x->data)
		return x->address;
	pthread_mutex_lock(&gates.lock);
	unsigned i = 0;
	while (i < gates.count && gates.made[i] != x)
		i++;
	if (i == PAGES * PER_PAGE)
		goto out;
	unsigned page = i / PER_PAGE;
	if (!gates.run[page]) {
		uint32_t frame;
		gates.write[page] = nt_pages_alloc(RAM_PAGE);
		if (!gates.write[page])
			goto out;
		memset(gates.write[page], 0xcc, RAM_PAGE);
		frame = (uint32_t)((nt_phys(gates.write[page]) - RAM_PHYS_BASE) / RAM_PAGE);
		gates.run[page] = nt_window_map(&frame, 1);
		if (!gates.run[page] || !nt_window_exec(gates.run[page], 1)) {
			nt_pages_free(gates.write[page], RAM_PAGE);
			gates.run[page] = gates.write[page] = NULL;
			goto out;
		}
	}
	if (i == gates.count) {
		uint8_t *at = gates.write[page] + i % PER_PAGE * GATE_BYTES;
		void (*thunk)(void) = image_thunk;
		memcpy(at, "\x49\xba", 2);
		memcpy(at + 2, &x, 8);
		memcpy(at + 10, "\x49\xbb", 2);
		memcpy(at + 12, &thunk, 8);
		memcpy(at + 20, "\x41\xff\xe3", 3);
		gates.made[gates.count++] = x;
	}
	out = gates.run[page] + i % PER_PAGE * GATE_BYTES;
out:
	pthread_mutex_unlock(&gates.lock);
	return out;
}

void *nt_gate_name(const char *name)
{
	const struct image_export *x = nt_export_find(NULL, name);
	return x ? nt_gate(x) : NULL;
}

void nt_gate_exit(void)
{
	for (unsigned i = 0; i < PAGES && gates.run[i]; i++) {
		nt_window_unmap(gates.run[i], 1);
		nt_pages_free(gates.write[i], RAM_PAGE);
		gates.run[i] = gates.write[i] = NULL;
	}
	gates.count = 0;
}
