/*
 * The trace ring in shared memory: variable-size records, many writers in one process (they serialize by a spin lock in the writer's own
 * memory), one reader in another.
 *
 * `head` and `tail` count bytes for ever; the position is the count modulo the data size (a power of two). A record never wraps: where it
 * would, the writer puts a pad record (type 0, size = the rest). The writer publishes a record by storing `head` with release order after
 * the bytes are there. The control ring blocks its writer when full (spin, then sleep 50 us at a time, at most RING_BLOCK_MS, then the
 * record is dropped and counted: a dead lab must not hang the machine); the data ring drops at once and counts. The reader trusts nothing
 * but its own `tail`: it copies the head's size once, bounds it, and copies the record before it looks at it.
 */
#pragma once
#include <stdint.h>
#include <stdatomic.h>

#define RING_MAGIC    0x474e4952u
#define RING_BLOCK_MS 2000
struct trace_ring {
	uint32_t magic;
	uint32_t size; /* of data[], a power of two */
	uint32_t blocking;
	uint32_t pad;
	_Atomic uint64_t head;    /* writer */
	_Atomic uint64_t dropped; /* writer */
	uint64_t pad1[6];
	_Atomic uint64_t tail;     /* reader */
	_Atomic uint32_t sleeping; /* reader */
	uint32_t pad2[13];
	uint8_t data[];
};
void trace_ring_set_blocking(struct trace_ring *r, bool blocking);
/* Appends one record of h->size bytes made of up to three pieces. Returns false when it was dropped. The caller holds the writer's lock. */
bool trace_ring_put(struct trace_ring *r, const void *a, size_t na, const void *b, size_t nb, const void *c, size_t nc, size_t total);
