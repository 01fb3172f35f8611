/* Indicates a frame that is longer than its memory. */
#define MINI_FRAMES
#define FAULT_SEND(adapter, nbls, flags)                                                                                                   \
	do {                                                                                                                               \
		if (InterlockedExchange(&(adapter)->once, 1) == 0)                                                                         \
			mini_indicate(adapter, mini_frame(adapter, 1u << 30), 1);                                                          \
	} while (0)
#include "mini.h"
