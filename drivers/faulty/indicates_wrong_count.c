/* Indicates one frame and says three. */
#define MINI_FRAMES
#define FAULT_SEND(adapter, nbls, flags)                                                                                                   \
	do {                                                                                                                               \
		if (InterlockedExchange(&(adapter)->once, 1) == 0)                                                                         \
			mini_indicate(adapter, mini_frame(adapter, 64), 3);                                                                \
	} while (0)
#include "mini.h"
