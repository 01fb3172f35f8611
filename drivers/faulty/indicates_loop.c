/* Indicates a list whose end is its beginning. */
#define MINI_FRAMES
#define FAULT_SEND(adapter, nbls, flags)                                                                                                   \
	do {                                                                                                                               \
		if (InterlockedExchange(&(adapter)->once, 1) == 0) {                                                                       \
			PNET_BUFFER_LIST nbl = mini_frame(adapter, 64);                                                                    \
			NET_BUFFER_LIST_NEXT_NBL(nbl) = nbl;                                                                               \
			mini_indicate(adapter, nbl, 1);                                                                                    \
		}                                                                                                                          \
	} while (0)
#include "mini.h"
