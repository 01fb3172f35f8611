#include "base/base.h"
#include <time.h>

/* 1601-01-01 to 1970-01-01 in 100 ns units. */
#define EPOCH_DIFFERENCE 116444736000000000ull

uint64_t clock_mono_ns(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000000ull + (uint64_t)t.tv_nsec;
}

uint64_t clock_wall_100ns(void)
{
	struct timespec t;
	clock_gettime(CLOCK_REALTIME, &t);
	return EPOCH_DIFFERENCE + (uint64_t)t.tv_sec * 10000000ull + (uint64_t)t.tv_nsec / 100;
}
