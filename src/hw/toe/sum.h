/*
 * toe: the Internet checksum over memory in pieces of any length (src/base/segment.h sums one block), and bytes in network order. Sums are
 * in memory order: a folded one is stored with toe_sum_put() as it is.
 */
#pragma once
#include "base/segment.h"
#include <string.h>

struct toe_sum {
	uint32_t sum;
	bool odd; /* bytes so far */
};
static inline void toe_sum_add(struct toe_sum *s, const void *from, size_t bytes)
{
	const uint16_t part = segment_fold(segment_sum(0, from, bytes));
	s->sum += s->odd ? (uint16_t)(part << 8 | part >> 8) : part;
	s->odd ^= bytes & 1;
}
/* Adds a number as it would lie in a header. */
static inline void toe_sum_number(struct toe_sum *s, uint32_t v)
{
	s->sum += __builtin_bswap16((uint16_t)v);
	s->sum += __builtin_bswap16((uint16_t)(v >> 16));
}
static inline void toe_sum_put(void *field, uint16_t checksum)
{
	memcpy(field, &checksum, 2);
}
static inline unsigned toe_be16(const uint8_t *p)
{
	return (unsigned)p[0] << 8 | p[1];
}
static inline uint32_t toe_be32(const uint8_t *p)
{
	return (uint32_t)toe_be16(p) << 16 | toe_be16(p + 2);
}
static inline void toe_put16(uint8_t *p, unsigned v)
{
	p[0] = (uint8_t)(v >> 8);
	p[1] = (uint8_t)v;
}
static inline void toe_put32(uint8_t *p, uint32_t v)
{
	toe_put16(p, v >> 16);
	toe_put16(p + 2, v & 0xffff);
}
